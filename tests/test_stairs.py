"""The stairs of support: the four sections as steps, in words first."""

from __future__ import annotations

import pytest
from django.utils.translation import gettext

from perhekeskus import caching
from tests import factories as make
from tests.reading import LANGUAGES, all_words, card_names, in_language, main, parse, words

pytestmark = pytest.mark.django_db


def make_sections(count: int = 4) -> list:
    names = ("Vapaa-aika", "Arki", "Varhainen tuki", "Vahva tuki")[:count]
    rows = []
    for order, name in enumerate(names):
        section = make.make_section(slug=f"osio-{order}", name=name, introduction_fi=f"Tässä on {name}.")
        section.order = order
        section.save()
        rows.append(section)
    return rows


def steps(root) -> list:
    return main(root).findall(".//ol[@class='stairs section--tight']/li")


def examples(step) -> list[str]:
    return all_words(step, "ul/li/a")


@pytest.mark.parametrize("language", LANGUAGES)
def test_steps_stand_in_order_each_with_its_words(client, language):
    make_sections()

    root = parse(client.get(in_language("/portaat/", language)))

    assert [words(step.find("h2")) for step in steps(root)] == [
        "Vapaa-aika",
        "Arki",
        "Varhainen tuki",
        "Vahva tuki",
    ]
    assert [words(step.find("p")) for step in steps(root)][0] == "Tässä on Vapaa-aika."


def test_number_of_services_leads_to_just_those(client):
    leisure, everyday = make_sections(2)
    make.make_service(name="Kerho", sections=[leisure])
    make.make_service(name="Neuvola", sections=[leisure, everyday])
    make.make_service(name="Luonnos", sections=[leisure], state="draft")

    links = [step.find("p[@class='stair__all']/a") for step in steps(parse(client.get("/portaat/")))]

    assert [words(link) for link in links] == ["2 palvelua Vapaa-aika", "1 palvelu Arki"]
    assert links[0].get("href") == "/palvelut/?osio=osio-0&kunta=kaikki"
    assert card_names(parse(client.get(links[0].get("href")))) == ["Kerho", "Neuvola"]


def test_stairs_of_a_municipality_count_what_there_is(client):
    [section] = make_sections(1)
    make.make_service(name="Kerho", sections=[section], municipalities=[make.make_municipality()])
    make.make_service(
        name="Aarre", sections=[section], municipalities=[make.make_municipality(slug="rovaniemi")]
    )

    [step] = steps(parse(client.get("/portaat/?kunta=kittila")))

    assert examples(step) == ["Kerho"]
    link = step.find("p[@class='stair__all']/a")
    assert (words(link), link.get("href")) == ("1 palvelu Vapaa-aika", "/palvelut/?osio=osio-0&kunta=kittila")


def test_examples_are_of_the_step_alone_and_never_sensitive(client):
    leisure, everyday = make_sections(2)
    theme = make.make_theme(name="Väkivalta", neutral_name_fi="Tukea", is_sensitive=True)
    make.make_service(name="Aalto", sections=[leisure, everyday])
    make.make_service(name="Apu", neutral_name_fi="Paikka", sections=[leisure], themes=[theme])
    make.make_service(name="Arka luonnos", sections=[leisure], state="draft")
    for name in ("Zonta", "Kerho", "Retki", "Leiri"):
        make.make_service(name=name, sections=[leisure])

    first, second = steps(parse(client.get("/portaat/")))

    assert examples(first) == ["Kerho", "Leiri", "Retki"]
    assert examples(second) == ["Aalto"]  # it has none of its own


def test_step_without_services_says_so(client):
    make_sections(1)

    [step] = steps(parse(client.get("/portaat/")))

    assert words(step.find("p[@class='stair__all muted']")) == gettext("No services here yet")


def test_page_says_that_one_may_step_down_too(client):
    make_sections()

    said = all_words(main(parse(client.get("/portaat/"))), ".//p")

    assert (
        gettext(
            "Each step has a little more support. You may step up and down as your life changes, and you "
            "need not climb alone: on every step somebody walks with you."
        )
        in said
    )


def test_page_without_sections_leads_on(client):
    assert gettext("There is nothing here yet.") in words(main(parse(client.get("/portaat/"))))


@pytest.mark.parametrize("item_count", [1, 3])
def test_page_costs_the_same_however_many_steps_and_services(client, django_assert_num_queries, item_count):
    for section in make_sections(item_count):
        make.make_service(sections=[section])
    client.get("/portaat/")  # makes the index
    caching.pages.clear()

    with django_assert_num_queries(2):  # the revision, the sections
        root = parse(client.get("/portaat/"))

    assert len(steps(root)) == item_count
