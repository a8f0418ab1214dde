"""What is probably not meant in the calendar (meetingplaces/warnings.py): the day is always given."""

from __future__ import annotations

import datetime as dt

import pytest

from meetingplaces.calendar import calendar_of
from meetingplaces.drafts import warnings_about
from meetingplaces.warnings import WarningKind, warnings_of
from perhekeskus.caching import current_revision
from tests import calendar_factories as make_calendar
from tests import factories as make

pytestmark = pytest.mark.django_db

SUNDAY = dt.date(2026, 11, 22)
TUESDAY = dt.date(2026, 11, 24)


@pytest.fixture
def house():
    return make_calendar.make_meeting_place(name="Perhetupa")


@pytest.fixture
def actor():
    return make.make_actor(name="Perheyhdistys")


def slot_of(name: str, actor, place, **fields):
    kind = fields.pop("kind", "session")
    activity = make_calendar.make_activity(name=name, organisers=[actor] if actor else [], kind=kind)
    return make_calendar.make_slot(activity=activity, place=place, **fields)


def found(day: dt.date = SUNDAY) -> list[tuple]:
    calendar = calendar_of("fi", current_revision())
    return [(w.kind, w.slot, w.other, w.on) for w in warnings_of(calendar, day)]


@pytest.mark.parametrize(
    ("at", "other_at", "is_at_once"),
    [
        ("9.30–11.30", "11.00–12.00", True),
        ("9.30–11.30", "9.30", True),
        ("9.30–11.30", "10.00", True),
        ("9.30–11.30", "11.30–12.00", False),
        ("9.30", "9.31–10.00", False),
        ("9.30–11.30", "", False),
    ],
)
def test_two_at_once_in_one_place_are_told_once_for_all_their_weeks(house, actor, at, other_at, is_at_once):
    one = slot_of("Kahvila", actor, house, at=at)
    other = slot_of("Kerho", make.make_actor(), house, at=other_at)

    assert found() == ([(WarningKind.SAME_PLACE, one.pk, other.pk, TUESDAY)] if is_at_once else [])


def test_two_at_once_of_one_organiser_are_told(house, actor):
    one = slot_of("Kahvila", actor, house)
    other = slot_of("Kerho", actor, make_calendar.make_meeting_place(), rhythm="odd_weeks")

    # 24.11. is in week 48: the first odd week is that of 1.12.
    assert found() == [(WarningKind.SAME_ORGANISER, one.pk, other.pk, dt.date(2026, 12, 1))]


def test_things_happen_during_open_hours(house, actor):
    slot_of("Avoinna", actor, house, kind="open", at="9.00–15.00")
    slot_of("Muskari", actor, house, at="10.00–10.30")

    assert found() == []


def test_cancelled_session_is_in_nobodys_way(house, actor):
    slot_of("Kahvila", actor, house)
    other = slot_of("Kerho", actor, house, rhythm="dates", dates=[TUESDAY])
    make_calendar.make_change(slot=other, on=TUESDAY)

    assert found() == []


def test_extra_session_may_be_in_the_way(house, actor):
    one = slot_of("Kahvila", actor, house)
    other = slot_of("Kerho", actor, house, weekday=3, at="10.00–11.00")
    make_calendar.make_change(slot=other, kind="extra", on=dt.date(2026, 12, 8))

    assert found() == [(WarningKind.SAME_PLACE, one.pk, other.pk, dt.date(2026, 12, 8))]


def test_sessions_without_place_or_organiser_are_told_with_their_next_day(house, actor):
    nowhere = slot_of("Kahvila", actor, None)
    nobodys = slot_of("Kerho", None, house, valid_from_on=dt.date(2026, 12, 1))
    slot_of("Mennyt", None, None, valid_until_on=dt.date(2026, 11, 17))
    hidden = make.make_actor(state="draft")
    hiddens = slot_of("Toinen kerho", hidden, house, weekday=3)

    assert found() == [
        (WarningKind.NO_PLACE, nowhere.pk, None, TUESDAY),
        (WarningKind.NO_ORGANISER, hiddens.pk, None, dt.date(2026, 11, 25)),
        (WarningKind.NO_ORGANISER, nobodys.pk, None, dt.date(2026, 12, 1)),
    ]


@pytest.mark.parametrize(
    ("ends", "is_told"),
    [((2026, 11, 21), False), ((2026, 11, 22), True), ((2026, 12, 20), True), ((2026, 12, 21), False)],
)
def test_ending_within_four_weeks_is_told_unless_something_comes_in_its_place(house, actor, ends, is_told):
    ending = slot_of("Kahvila", actor, house, valid_until_on=dt.date(*ends))
    after = slot_of("Syksyn kahvila", actor, house, valid_from_on=dt.date(2027, 1, 12))

    assert found() == ([(WarningKind.ENDING, ending.pk, None, dt.date(*ends))] if is_told else [])
    ending.replaced_by = after
    ending.save()
    assert found() == []


def test_warning_says_what_it_is_of(house, actor):
    slot_of("Kahvila", actor, house)
    slot_of("Kerho", actor, house, at="10.00–11.00", valid_until_on=dt.date(2026, 12, 1))

    texts = [warning.text for warning in warnings_of(calendar_of("fi", current_revision()), SUNDAY)]

    assert len(texts) == 2
    assert [word in texts[0] for word in ("Kahvila", "Kerho", "9.30–11.30", "Perhetupa", "24.11.2026")] == [
        True
    ] * 5
    assert [word in texts[1] for word in ("Kerho", "10.00–11.00", "1.12.2026")] == [True] * 3


# --- Of one activity, which the public may not see yet ------------------------------------------------
def test_draft_is_warned_of_among_what_is_published(house, actor, monkeypatch):
    monkeypatch.setattr("perhekeskus.dates.today", lambda: SUNDAY)
    published = slot_of("Kahvila", actor, house)
    draft = make_calendar.make_activity(name="Kerho", organisers=[actor], state="draft")
    slot = make_calendar.make_slot(activity=draft, place=house, at="10.00–11.00")
    bare = make_calendar.make_slot(activity=draft, weekday=4)

    def told(*args):
        return [(w.kind, w.slot, w.other) for w in warnings_about(draft, *args)]

    overlap = (WarningKind.SAME_PLACE, published.pk, slot.pk)
    assert told() == [overlap, (WarningKind.NO_PLACE, bare.pk, None)]
    assert told(slot.pk) == [overlap]
    assert warnings_about(published.activity) == []


def test_break_of_a_draft_is_known(house, actor, monkeypatch):
    monkeypatch.setattr("perhekeskus.dates.today", lambda: SUNDAY)
    draft = make_calendar.make_activity(organisers=[actor], state="draft")
    slot = make_calendar.make_slot(activity=draft)
    make_calendar.make_break(first=SUNDAY, last=dt.date(2026, 12, 6), actors=[actor])

    assert [(w.slot, w.on) for w in warnings_about(draft)] == [(slot.pk, dt.date(2026, 12, 8))]
