"""The ways in, kept in memory: who is in them, in which order, and when they are read again."""

from __future__ import annotations

import pytest

from perhekeskus import caching
from services.ways import read, ways_in
from tests import factories as make

HIDDEN = ({"state": "draft"}, {"state": "archived"}, {"visibility": "members"})


@pytest.mark.django_db
def test_only_what_the_public_may_see_is_in_them():
    for fields in HIDDEN:
        make.make_theme(**fields)
        make.make_situation(**fields)
        make.make_helpline(**fields)
        make.make_family_centre(**fields)
        make.make_task(**fields)
    theme, situation = make.make_theme(name="Raha"), make.make_situation(name="Rahat eivät riitä")
    line, centre = make.make_helpline(name="Puhelin"), make.make_family_centre(name="Posion perhekeskus")
    task = make.make_task(name="Antaa neuvoja")

    ways = read("fi", 0)

    assert [shown.slug for shown in ways.themes.values()] == [theme.slug]
    assert [link.slug for link in ways.situations] == [situation.slug]
    assert list(ways.helplines) == [line.pk]
    assert [shown.slug for shown in ways.centres.values()] == [centre.slug]
    assert [shown.slug for shown in ways.tasks.values()] == [task.slug]


@pytest.mark.django_db
def test_situation_of_a_hidden_sensitive_theme_is_sensitive_and_begins_with_its_numbers():
    theme = make.make_theme(name="Väkivalta", neutral_name_fi="Tukea", is_sensitive=True, state="draft")
    line = make.make_helpline()
    theme.helplines.add(line)
    make.make_situation(themes=[theme], neutral_name_fi="Tukea arkeen")

    ways = read("fi", 0)

    [link] = ways.situations
    assert link.is_sensitive
    assert [shown.helpline.pk for shown in ways.first_numbers(link.themes)] == [line.pk]


@pytest.mark.django_db
def test_helpline_without_a_number_is_on_the_help_page_and_never_first():
    theme = make.make_theme()
    line = make.make_helpline(name="Sosiaalipäivystys", numbers=())
    theme.helplines.add(line)

    ways = read("fi", 0)

    assert list(ways.helplines) == [line.pk]
    assert ways.first_numbers([theme.pk]) == []


@pytest.mark.django_db
def test_order_is_the_coordinators():
    for order in (3, 1, 2):
        make.make_theme(name=f"Teema {order}", order=order)
        make.make_situation(name=f"Tilanne {order}", order=order)

    ways = read("fi", 0)

    assert [theme.name.text for theme in ways.themes.values()] == ["Teema 1", "Teema 2", "Teema 3"]
    assert [link.name.text for link in ways.situations] == ["Tilanne 1", "Tilanne 2", "Tilanne 3"]


@pytest.mark.django_db
def test_they_are_kept_while_nothing_changes_and_read_again_after_a_change(django_assert_num_queries):
    situation = make.make_situation(name="Vauva ei nuku")
    first = ways_in("fi", caching.current_revision())
    with django_assert_num_queries(0):
        assert ways_in("fi", first.revision) is first

    situation.themes.add(make.make_theme(name="Vauva-arki"))
    again = ways_in("fi", caching.current_revision())

    assert [len(ways.situations[0].themes) for ways in (first, again)] == [0, 1]


@pytest.mark.django_db
@pytest.mark.parametrize("item_count", [1, 3])
def test_reading_costs_the_same_however_much_there_is(django_assert_num_queries, item_count):
    for _ in range(item_count):
        theme, line = make.make_theme(), make.make_helpline()
        theme.helplines.add(line)
        make.make_situation(themes=[theme], steps=[line])
        make.make_helpline(numbers=())
        make.make_family_centre()
        make.make_task()

    # helplines with and without a number; sensitive themes, themes, their numbers; situations, their
    # themes, the numbers of their routes; tasks; family centres
    with django_assert_num_queries(10):
        ways = read("fi", 0)

    assert len(ways.situations) == len(ways.tasks) == len(ways.centres) == item_count
