"""What may be written of single dates (meetingplaces/changes.py): the field that is refused, and why not."""

from __future__ import annotations

import datetime as dt

import pytest

from meetingplaces.changes import faults_of, kinds_for
from meetingplaces.models import SlotChange
from meetingplaces.terms import ChangeKind, Rhythm
from meetingplaces.timetable import Change, Pause, Slot

NOON, ONE, TWO = dt.time(12), dt.time(13), dt.time(14)


def day(text: str) -> dt.date:
    """A day of 2026 or 2027: "1.12." is of 2026, "5.1.27" of 2027."""
    date, month, *year = text.rstrip(".").split(".")
    return dt.date(2000 + int(year[0]) if year else 2026, int(month), int(date))


# Tuesdays at noon: 24.11., 1.12., 8.12., 15.12., 22.12., 29.12., 5.1.27 …
TUESDAYS = Slot(7, 1, weekday=2, start=NOON, end=ONE, place=3)
FRIDAYS = TUESDAYS._replace(weekday=5)
VARIES = TUESDAYS._replace(rhythm=Rhythm.VARIES, weekday=None)
ADVENT_BREAK = Pause(1, day("7.12."), day("11.12."), frozenset({7}))


def change(kind: str, on: str, **fields) -> SlotChange:
    fields = {name: day(value) if name.endswith("_on") else value for name, value in fields.items()}
    return SlotChange(kind=kind, from_on=day(on), **fields)


def cancelled(on: str, **fields) -> SlotChange:
    return change("cancelled", on, reason_kind="leader", **fields)


def written(pk: int, kind: str, on: str, **fields) -> Change:
    return Change(pk, 7, kind, day(on), day(fields.pop("until", on)), **fields)


def faulty(row: SlotChange, slot: Slot = TUESDAYS, *others: Change, pauses=()) -> list[str]:
    return sorted(faults_of(row, slot, others, pauses))


# --- What is written --------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "row",
    [
        cancelled("1.12."),
        change("cancelled", "1.12.", reason_fi="Vesi on poikki."),
        cancelled("1.12.", until_on="22.12."),
        change("changed", "1.12.", start_time=ONE, end_time=TWO),
        change("changed", "1.12.", place_id=4),
        change("changed", "1.12.", organiser_id=5, reason_kind="place"),
        change("changed", "1.12.", until_on="1.12.", registration="required"),
        change("changed", "1.12.", price_note_fi="Keitto 2 euroa"),
        change("moved", "1.12.", to_on="2.12.", reason_kind="place", start_time=NOON),
        change("extra", "3.12.", title_fi="Joulujuhla", place_id=4),
        change("programme", "1.12.", title_fi="Hammashoitaja kertoo"),
        change("programme", "1.12.", until_on="8.12.", title_fi="Lauletaan"),
    ],
    ids=lambda row: f"{row.kind} {row.from_on:%d.%m.}",
)
def test_change_that_means_something_can_be_written(row):
    assert faulty(row) == []


@pytest.mark.parametrize(
    ("row", "fields"),
    [
        (change("cancelled", "1.12."), ["reason_kind"]),
        (change("programme", "1.12."), ["title_fi"]),
        (change("moved", "1.12."), ["to_on"]),
        (change("moved", "1.12.", to_on="1.12."), ["to_on"]),
        (change("changed", "1.12."), ["kind"]),
        (change("changed", "1.12.", reason_kind="place"), ["kind"]),
        (change("changed", "1.12.", start_time=NOON, end_time=ONE, place_id=3), ["kind"]),
        (change("changed", "1.12.", start_time=ONE, end_time=NOON), ["end_time"]),
        (change("changed", "1.12.", start_time=ONE, end_time=ONE), ["end_time"]),
        (change("changed", "1.12.", place_id=4, end_time=ONE), ["end_time"]),
        (change("extra", "3.12.", start_time=TWO, end_time=ONE), ["end_time"]),
        (cancelled("8.12.", until_on="1.12."), ["until_on"]),
        (cancelled("1.12.", until_on="15.12.27"), ["until_on"]),
        (change("extra", "3.12.", until_on="4.12."), ["until_on"]),
        (change("moved", "1.12.", to_on="2.12.", until_on="1.12."), ["until_on"]),
        (SlotChange(kind="extra", from_on=dt.date(9999, 12, 31)), ["from_on"]),
        (SlotChange(kind="moved", from_on=day("1.12."), to_on=dt.date(202, 12, 3)), ["to_on"]),
    ],
    ids=lambda value: f"{value.kind} {value.from_on}" if isinstance(value, SlotChange) else " ".join(value),
)
def test_what_is_lacking_or_out_of_order_is_refused_at_its_field(row, fields):
    assert faulty(row) == fields


ALL_FIELDS = {
    "to_on": "2.12.",
    "start_time": ONE,
    "end_time": TWO,
    "place_id": 4,
    "organiser_id": 5,
    "registration": "required",
    "price_note_sv": "Soppa",
    "title_fi": "Juhla",
    "reason_kind": "place",
    "reason_fi": "Remontti",
}


@pytest.mark.parametrize(
    ("kind", "unused"),
    [
        (
            "cancelled",
            [
                "end_time",
                "organiser",
                "place",
                "price_note_fi",
                "registration",
                "start_time",
                "title_fi",
                "to_on",
            ],
        ),
        ("changed", ["title_fi", "to_on"]),
        ("moved", ["organiser", "price_note_fi", "registration", "title_fi"]),
        ("extra", ["reason_fi", "reason_kind", "to_on"]),
        (
            "programme",
            [
                *("end_time", "organiser", "place", "price_note_fi", "reason_fi", "reason_kind"),
                *("registration", "start_time", "to_on"),
            ],
        ),
    ],
)
def test_fields_that_a_kind_does_not_use_must_be_empty(kind, unused):
    assert faulty(change(kind, "1.12.", **ALL_FIELDS)) == unused


# --- Whether there is a session ---------------------------------------------------------------------
@pytest.mark.parametrize("kind", [kind for kind in ChangeKind if kind != ChangeKind.EXTRA])
def test_date_without_a_session_is_refused_and_the_nearest_are_named(kind):
    fields = {
        "cancelled": {"reason_kind": "few"},
        "changed": {"place_id": 4},
        "moved": {"to_on": "4.12."},
        "programme": {"title_fi": "Lauletaan"},
    }[kind]

    faults = faults_of(change(kind, "3.12.", **fields), TUESDAYS, [], [])

    assert list(faults) == ["from_on"]
    assert faults["from_on"].endswith("1.12.2026, 8.12.2026.")


def test_dates_among_which_it_never_occurs_are_refused():
    assert faulty(cancelled("2.12.", until_on="7.12.")) == ["until_on"]
    assert faulty(cancelled("2.12.", until_on="8.12.")) == []


@pytest.mark.parametrize(
    ("slot", "on", "pauses"),
    [(TUESDAYS, "8.12.", [ADVENT_BREAK]), (FRIDAYS, "25.12.", [])],
    ids=["break", "holiday"],
)
def test_in_a_break_or_on_a_holiday_a_change_says_that_it_is_held_all_the_same(slot, on, pauses):
    held = [
        change("changed", on, place_id=4),
        change("programme", on, title_fi="Tonttu tulee"),
        change("moved", on, to_on="30.12."),
    ]

    assert [faulty(row, slot, pauses=pauses) for row in held] == [[], [], []]
    assert faulty(cancelled(on), slot, pauses=pauses) == ["from_on"]


def test_change_of_many_dates_needs_one_session_outside_the_breaks():
    row = change("changed", "7.12.", until_on="12.12.", place_id=4)

    assert faulty(row, TUESDAYS, pauses=[ADVENT_BREAK]) == ["until_on"]
    row.until_on = day("15.12.")
    assert faulty(row, TUESDAYS, pauses=[ADVENT_BREAK]) == []


@pytest.mark.parametrize(
    "brought",
    [written(1, "extra", "3.12."), written(1, "moved", "1.12.", to_on=day("3.12."))],
    ids=lambda change: change.kind,
)
def test_extra_session_and_moved_one_can_be_cancelled_on_their_own_day(brought):
    assert faulty(cancelled("3.12."), TUESDAYS, brought) == []


def test_session_that_was_moved_away_is_cancelled_where_it_went():
    away = written(1, "moved", "1.12.", to_on=day("3.12."))

    faults = faults_of(cancelled("1.12."), TUESDAYS, [away], [])

    assert list(faults) == ["from_on"]
    assert faults["from_on"].endswith("24.11.2026, 3.12.2026.")


def test_cancelled_session_is_not_cancelled_twice():
    assert faulty(cancelled("1.12."), TUESDAYS, written(1, "cancelled", "1.12.")) == ["from_on"]


def test_extra_session_has_a_programme_but_other_things_stand_in_itself():
    extra = written(1, "extra", "3.12.")

    assert faulty(change("programme", "3.12.", title_fi="Lauletaan"), TUESDAYS, extra) == []
    assert faulty(change("changed", "3.12.", place_id=4), TUESDAYS, extra) == ["kind"]


def test_written_change_is_judged_again_without_itself():
    row = cancelled("1.12.")
    row.pk = 5

    assert faulty(row, TUESDAYS, written(4, "programme", "1.12.")) == []


# --- Not twice at once ------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("on", "times", "refused"),
    [
        ("1.12.", {}, True),
        ("1.12.", {"start_time": dt.time(12, 30), "end_time": TWO}, True),
        ("1.12.", {"start_time": ONE, "end_time": TWO}, False),
        ("2.12.", {}, False),
    ],
)
def test_extra_session_is_not_at_the_time_of_another(on, times, refused):
    assert faulty(change("extra", on, **times)) == (["start_time"] if refused else [])


def test_extra_session_may_come_in_place_of_a_cancelled_one():
    assert faulty(change("extra", "1.12."), TUESDAYS, written(1, "cancelled", "1.12.")) == []


def test_two_extra_sessions_are_not_at_one_time():
    assert faulty(change("extra", "3.12."), TUESDAYS, written(1, "extra", "3.12.")) == ["start_time"]


def test_session_is_not_moved_upon_another():
    assert faulty(change("moved", "1.12.", to_on="8.12.")) == ["to_on"]
    assert faulty(change("moved", "1.12.", to_on="8.12.", start_time=TWO)) == []


# --- The rhythm varies ------------------------------------------------------------------------------
def test_where_the_rhythm_varies_only_extras_and_their_programme_are_written():
    assert kinds_for(Rhythm.VARIES) == (ChangeKind.EXTRA, ChangeKind.PROGRAMME)
    assert kinds_for(Rhythm.EVEN_WEEKS) == tuple(ChangeKind)

    extra = written(1, "extra", "3.12.")
    assert faulty(change("extra", "3.12."), VARIES) == []
    assert faulty(change("programme", "3.12.", title_fi="Lauletaan"), VARIES, extra) == []
    assert faulty(change("programme", "4.12.", title_fi="Lauletaan"), VARIES, extra) == ["from_on"]
    assert faulty(cancelled("3.12."), VARIES, extra) == ["kind"]


def test_single_dates_are_the_dates_of_their_rhythm():
    slot = TUESDAYS._replace(rhythm=Rhythm.DATES, weekday=None, dates=(day("3.12."),))

    assert faulty(cancelled("3.12."), slot) == []
    assert faulty(cancelled("1.12."), slot) == ["from_on"]
