"""The history page: the thing's own changes and its children's, in one order of time."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import connection
from django.utils import timezone, translation

from perhekeskus.admin_history import NOTHING, FieldChange, history_of
from services.models import OpeningSchedule, Place, Service, ServicePrice
from tests import desk
from tests import factories as make

pytestmark = pytest.mark.django_db

RELATIONS = (
    "channel_links",
    "place_links",
    "prices",
    "actor_links",
    "channel_links.hours",
    "place_links.hours",
)


@pytest.fixture
def clock(monkeypatch):
    """Each step is a minute later than the one before, so that no two are one save."""
    moments = [timezone.now()]

    def step():
        moments[0] += dt.timedelta(minutes=1)

    monkeypatch.setattr("simple_history.models.timezone.now", lambda: moments[0])
    return step


def rows_of(service) -> list[list[tuple]]:
    """Each save, newest first: the way, the kind, the name and the changes of each row; in English."""
    with translation.override("en"):
        return [
            [(row.way, row.kind, row.name, row.changes) for row in entry.rows]
            for entry in history_of(service, RELATIONS)
        ]


def test_changes_of_the_thing_and_of_its_children_stand_in_order_of_time(clock):
    service = make.make_service(name="Kerho")
    clock()
    link = service.place_links.create(place=make.make_place(name="Kirjasto"))
    clock()
    service.name_fi = "Vauvakerho"
    service.save()
    clock()
    link.hours.create(weekday=2, opens_time=dt.time(9), closes_time=dt.time(12))
    clock()
    link.delete()

    told = [[(way, kind) for way, kind, _, _ in save] for save in rows_of(service)]

    assert told == [
        [("-", "place of the service"), ("-", "opening hours")],
        [("+", "opening hours")],
        [("~", "service")],
        [("+", "place of the service")],
        [("+", "service")],
    ]


def test_change_tells_from_what_to_what_in_words(clock):
    service = make.make_service(name="Kerho", appointment="none", interpreter=None)
    clock()
    service.name_fi, service.name_sv = "Vauvakerho", "Babyklubb"
    service.appointment, service.interpreter = "required", True
    service.reviewed_on = dt.date(2026, 11, 22)
    service.actor = make.make_actor(name="Seurakunta")
    service.save()

    [[_, _, name, changes]] = rows_of(service)[0]

    before = service.history.last().actor.name_fi
    assert name == ""
    assert set(changes) == {
        FieldChange("Name · Suomi", "Kerho", "Vauvakerho"),
        FieldChange("Name · Svenska", NOTHING, "Babyklubb"),
        FieldChange("Appointment", "No appointment needed", "Appointment needed"),
        FieldChange("Interpreter", "Not known", "Yes"),
        FieldChange("Last checked on", "1.11.2026", "22.11.2026"),
        FieldChange("Responsible actor", before, "Seurakunta"),
    }


def test_list_of_choices_is_told_by_names_also_of_one_deleted_since(clock):
    service = make.make_service()
    baby, school = make.make_theme(name="Vauva-arki"), make.make_theme(name="Koulu")
    clock()
    service.themes.set([baby, school])
    clock()
    service.themes.set([school])
    clock()
    baby.delete()

    changes = [save[0][3] for save in rows_of(service)[:2]]

    assert changes == [
        [FieldChange("Themes", "Vauva-arki (deleted), Koulu", "Koulu")],
        [FieldChange("Themes", NOTHING, "Vauva-arki (deleted), Koulu")],
    ]


def test_record_holds_the_links_of_its_own_row_as_they_were():
    baby, school, sleep = (make.make_theme(name=name) for name in ("Vauva-arki", "Koulu", "Uni"))
    adult = make.make_audience(slug="aikuiset", name="Aikuiset")
    service = make.make_service(themes=[baby, school], audiences=[adult])
    make.make_service(themes=[sleep])  # another's
    service.save()
    service.themes.set([sleep])

    now, _without, before = Service.history.filter(id=service.pk)[:3]

    assert [link.theme for link in now.themes.all()] == [sleep]
    assert {link.theme for link in before.themes.all()} == {baby, school}
    assert [link.audience for link in before.audiences.all()] == [adult]


@pytest.mark.parametrize("count", [0, 3])
def test_links_of_a_row_cost_its_save_a_statement_for_each_kind(count, django_assert_num_queries):
    service = make.make_service(themes=[make.make_theme() for _ in range(count)])

    # Savepoints 2, the revision, is there an index 2, the slug, the row, its record, and six kinds of links,
    # which PostgreSQL gets together.
    with django_assert_num_queries(14 if connection.vendor == "sqlite" else 9):
        service.save()


def test_row_that_goes_costs_its_record_no_statement_for_links(django_assert_num_queries):
    service = make.make_service(themes=[make.make_theme()])

    # Savepoints 2, the revision 2, its children 5, is there an index, its links 6, the row, and its record.
    with django_assert_num_queries(18):
        service.delete()

    assert service.history.model.objects.first().themes.count() == 0


def test_save_that_wants_no_record_has_none():
    service = make.make_service()
    before = service.history.count()
    service.save_without_historical_record()

    assert service.history.count() == before


def test_row_that_was_read_in_part_is_recorded_whole():
    pk = make.make_service(name="Kerho").pk
    Service.objects.only("slug").get(pk=pk).save()

    assert [record.name_fi for record in Service.history.filter(id=pk)][:1] == ["Kerho"]


def test_record_holds_what_was_written_and_nothing_else():
    service = make.make_service(name="Kerho")
    service.name_fi, service.summary_fi = "Vauvakerho", "Ei tallennettu."
    service.save(update_fields=["name_fi"])

    newest = service.history.first()

    assert (newest.history_type, newest.name_fi) == ("~", "Vauvakerho")
    assert newest.summary_fi == Service.objects.get().summary_fi != "Ei tallennettu."


def test_one_press_of_save_is_one_entry():
    """The row, its lists and its children are written one after another within the same save."""
    client = desk.sign_in(desk.coordinator(name="Kaisa"))
    service = make.make_service(name="Kerho", min_months=0, max_months=12)
    service.history.update(history_date=timezone.now() - dt.timedelta(days=1))
    form = desk.form_of(client.get(desk.address("change", service)))
    form |= {"name_fi": "Vauvakerho", "themes": [str(make.make_theme(name="Vauva-arki").pk)]}
    form = desk.new_child(form, "prices", min_amount="5", unit="visit", payer="all")
    client.post(desk.address("change", service), form)

    page = client.get(desk.address("history", service)).context["page"]

    newest = page[0]
    assert (len(page), newest.who) == (2, "Kaisa")
    assert [(row.way, row.kind, [change.new for change in row.changes]) for row in newest.rows] == [
        ("~", str(Service._meta.verbose_name), ["Vauvakerho", "Vauva-arki"]),
        ("+", str(ServicePrice._meta.verbose_name), ["5,00"]),
    ]


def test_save_that_changed_nothing_is_not_told(clock):
    service = make.make_service()
    clock()
    service.save()

    assert [[row[0] for row in save] for save in rows_of(service)] == [["+"]]


def test_change_made_by_no_member_is_the_portals_own():
    service = make.make_service()

    with translation.override("en"):
        assert [entry.who for entry in history_of(service, ())] == ["the portal itself"]


def test_children_of_another_service_are_not_told(clock):
    service, other = make.make_service(), make.make_service()
    clock()
    other.prices.create(min_amount=7)

    assert len(rows_of(service)) == 1


def test_history_of_a_place_tells_of_its_hours_but_not_of_services_there(clock):
    client = desk.sign_in(desk.coordinator())
    place = make.make_place(name="Kirjasto")
    clock()
    place.hours.create(weekday=1)
    make.make_service(places=[place])

    page = client.get(desk.address("history", place)).context["page"]

    assert [[row.kind for row in entry.rows] for entry in page] == [
        [str(OpeningSchedule._meta.verbose_name)],
        [str(Place._meta.verbose_name)],
    ]


@pytest.mark.parametrize("count", [1, 3])
def test_history_page_asks_the_database_as_often_for_many_changes_as_for_one(
    clock, count, django_assert_num_queries
):
    service = make.make_service()
    theme = make.make_theme()
    for number in range(count):
        clock()
        service.name_fi = f"Nimi {number}"
        service.save()
        service.themes.set([theme] if number % 2 == 0 else [])

    with django_assert_num_queries(15):
        entries = history_of(service, RELATIONS)

    assert len(entries) == count + 1


def test_members_have_no_history_of_values():
    client = desk.sign_in(desk.coordinator())
    member = desk.member(email="vanha@example.org")
    form = desk.form_of(client.get(desk.address("change", member)))
    client.post(desk.address("change", member), form | {"email": "uusi@example.org"})

    text = client.get(desk.address("history", member)).content.decode()

    assert "vanha@example.org" not in text
    assert str(member._meta.get_field("email").verbose_name).lower() in text.lower()
