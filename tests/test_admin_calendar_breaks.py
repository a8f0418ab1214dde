"""A break is set for many at once, and shows what it touches before it is saved."""

from __future__ import annotations

import datetime as dt

import pytest

from meetingplaces.calendar import calendar_of
from meetingplaces.models import Break
from meetingplaces.pausing import RELATIONS, named_by, pauses_of, touched_by
from perhekeskus.caching import current_revision
from tests import calendar_factories as make_calendar
from tests import desk
from tests import factories as make

pytestmark = pytest.mark.django_db

# The winter holiday of week 10: Monday to Sunday.
MONDAY, SUNDAY = dt.date(2027, 3, 8), dt.date(2027, 3, 14)
TUESDAY = dt.date(2027, 3, 9)


@pytest.fixture
def client():
    return desk.sign_in(desk.coordinator())


@pytest.fixture
def actor():
    return make.make_actor(name="Perheyhdistys")


@pytest.fixture
def slot(actor):
    activity = make_calendar.make_activity(name="Perhekahvila", organisers=[actor])
    return make_calendar.make_slot(activity=activity, place=make_calendar.make_meeting_place(name="Tupa"))


def sent(client, row_or_model=Break, **fields) -> dict:
    way = "add" if row_or_model is Break else "change"
    form = desk.form_of(client.get(desk.address(way, row_or_model)))
    form.pop("_save")
    return form | {"name_fi": "Hiihtoloma", "from_on": "2027-03-08", "until_on": "2027-03-14"} | fields


def shown(response) -> dict[bool, list[tuple]]:
    """What is taken away (True) and what is kept: each week's number and its lines."""
    return {
        part["is_taken"]: [(week.number, *week.lines) for week in part["weeks"]]
        for part in response.context["touched"]
    }


def test_what_a_break_touches_is_shown_and_nothing_is_saved(client, actor, slot):
    kept = make_calendar.make_slot(
        activity=slot.activity, weekday=4, at="17.00", rhythm="every_week", runs_through_breaks=True
    )
    make_calendar.make_slot(weekday=2)
    data = sent(client, actors=[str(actor.pk)], until_on="2027-03-21")

    response = client.post(desk.address("add", Break), data | {"_touched": "1"})

    assert kept.place is None
    assert shown(response) == {
        True: [
            (10, "9.3.2027 9.30–11.30 · Perhekahvila · Tupa"),
            (11, "16.3.2027 9.30–11.30 · Perhekahvila · Tupa"),
        ],
        False: [(10, "11.3.2027 17.00 · Perhekahvila"), (11, "18.3.2027 17.00 · Perhekahvila")],
    }
    assert [part["count"] for part in response.context["touched"]] == [2, 2]
    page = response.content.decode()
    assert [text in page for text in ("9.3.2027 9.30–11.30 · Perhekahvila · Tupa", "errornote")] == [
        True,
        False,
    ]
    assert not Break.objects.exists()


def test_shown_form_holds_what_was_written_and_can_be_saved(client, actor, slot):
    response = client.post(
        desk.address("add", Break), sent(client, actors=[str(actor.pk)]) | {"_touched": "1"}
    )
    form = desk.form_of(response)

    client.post(desk.address("add", Break), form)

    row = Break.objects.get()
    assert (row.name_fi, row.from_on, row.until_on, list(row.actors.all())) == (
        "Hiihtoloma",
        MONDAY,
        SUNDAY,
        [actor],
    )


@pytest.mark.parametrize(
    ("fields", "refused"),
    [
        ({"until_on": "2027-03-07"}, ["until_on"]),
        ({"from_on": ""}, ["from_on"]),
        ({"until_on": "9999-12-31"}, ["until_on"]),
        ({"name_fi": ""}, ["name_fi"]),
        ({"actors": ["999999"]}, ["actors"]),
    ],
    ids=lambda value: str(value) if isinstance(value, dict) else "",
)
@pytest.mark.parametrize("button", ["_save", "_touched"])
def test_break_that_cannot_be_is_refused_at_its_field_whichever_button(client, fields, refused, button):
    response = client.post(desk.address("add", Break), sent(client, **fields) | {button: "1"})

    assert list(desk.errors_of(response)) == refused
    assert response.context.get("touched") is None
    assert not Break.objects.exists()


def test_break_that_is_changed_is_looked_at_as_if_it_were_not_there_yet(client, actor, slot):
    row = make_calendar.make_break(first=MONDAY, last=SUNDAY, actors=[actor])
    data = sent(client, row, until_on="2027-03-16")

    response = client.post(desk.address("change", row), data | {"_touched": "1"})

    assert [week[0] for week in shown(response)[True]] == [10, 11]
    row.refresh_from_db()
    assert row.until_on == SUNDAY


def test_session_with_a_change_of_its_own_date_is_held_through_the_break(client, actor, slot):
    make_calendar.make_change(slot=slot, on=TUESDAY, kind="programme", title_fi="Pidetään silti")

    response = client.post(
        desk.address("add", Break), sent(client, actors=[str(actor.pk)]) | {"_touched": "1"}
    )

    assert shown(response) == {True: [], False: [(10, "9.3.2027 9.30–11.30 · Perhekahvila · Tupa")]}


def test_very_long_break_is_counted_for_a_year_and_says_so(client, actor, slot):
    data = sent(client, actors=[str(actor.pk)], until_on="2031-01-01")

    response = client.post(desk.address("add", Break), data | {"_touched": "1"})

    assert response.context["counted_until"] == dt.date(2028, 3, 13)
    assert response.context["touched"][0]["count"] == 53


def test_break_that_names_nothing_is_wondered_at(client, actor):
    nothing = make_calendar.make_break(first=MONDAY, last=SUNDAY)
    something = make_calendar.make_break(first=MONDAY, last=SUNDAY, actors=[actor])

    told = [len(client.get(desk.address("change", row)).context["cautions"]) for row in (nothing, something)]

    assert told == [1, 0]


# --- The same breaks everywhere -----------------------------------------------------------------------
@pytest.mark.parametrize("relation", RELATIONS)
def test_unsaved_break_touches_just_what_the_saved_one_pauses(relation, actor):
    """The calendar, the preview of a break and the rules for changes ask three ways, and agree."""
    town = make.make_municipality(slug="kittila")
    actor.municipalities.add(town, make.make_municipality(slug="sodankyla"))
    place = make_calendar.make_meeting_place(place=make.make_place(municipality=town))
    activity = make_calendar.make_activity(organisers=[actor])
    slots = [
        make_calendar.make_slot(activity=activity, place=place),
        make_calendar.make_slot(activity=activity),
        make_calendar.make_slot(activity=make_calendar.make_activity(), place=place),
        make_calendar.make_slot(),
    ]
    chosen = {name: [] for name in RELATIONS} | {
        relation: {
            "municipalities": [town],
            "family_centres": [make.make_family_centre(municipalities=[town])],
            "actors": [actor],
            "places": [place],
            "activities": [activity],
        }[relation]
    }
    before = calendar_of("fi", current_revision())
    taken = {session.slot for session in touched_by(before, named_by(chosen), MONDAY, SUNDAY).taken}

    row = make_calendar.make_break(first=MONDAY, last=SUNDAY, **chosen)

    [pause] = calendar_of("fi", current_revision()).pauses
    asked_for_changes = {pk for slot in slots for own in pauses_of([slot]) for pk in own.slots}
    assert pause.pk == row.pk
    assert taken == pause.slots == asked_for_changes
    assert 0 < len(taken) < len(slots)
