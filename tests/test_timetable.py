"""What decides whether a session is held, row by row; the order of sessions, and what they tell."""

from __future__ import annotations

import datetime as dt
import random

import pytest

from meetingplaces.terms import Status
from meetingplaces.timetable import Occurrence
from tests.timetables import between, change, day, left_out, lines, pause, slot

# --- Precedence -------------------------------------------------------------------------------------
# Epiphany of 2026 is a Tuesday; the break is its week.
EPIPHANY = "6.1."
BREAK = pause("5.1.", "11.1.")
BOTH = {"through_breaks": True, "through_holidays": True}
CLOSED_BY_BREAK, CLOSED_BY_HOLIDAY = [("6.1.", 7)], [("6.1.", None)]
HELD = ["6.1. 9.30 held"]

# The slot, its changes, whether there is a break, whether a public holiday; the sessions, the days left out.
PRECEDENCE = {
    "the rhythm alone": (slot(), [], 0, 0, HELD, []),
    "a break beats the rhythm": (slot(), [], 1, 0, [], CLOSED_BY_BREAK),
    "a public holiday beats the rhythm": (slot(), [], 0, 1, [], CLOSED_BY_HOLIDAY),
    "a break tells its name on a holiday in it": (slot(), [], 1, 1, [], CLOSED_BY_BREAK),
    "also during breaks beats a break": (slot(through_breaks=True), [], 1, 0, HELD, []),
    "also on public holidays beats a holiday": (slot(through_holidays=True), [], 0, 1, HELD, []),
    "also during breaks is no word of holidays": (slot(through_breaks=True), [], 0, 1, [], CLOSED_BY_HOLIDAY),
    "also on holidays is no word of breaks": (slot(through_holidays=True), [], 1, 0, [], CLOSED_BY_BREAK),
    "a holiday in a break needs both: breaks": (slot(through_breaks=True), [], 1, 1, [], CLOSED_BY_HOLIDAY),
    "a holiday in a break needs both: holidays": (
        slot(through_holidays=True),
        [],
        1,
        1,
        [],
        CLOSED_BY_BREAK,
    ),
    "a holiday in a break with both": (slot(**BOTH), [], 1, 1, HELD, []),
    "a change of one date beats a break": (
        slot(),
        [change(1, "changed", EPIPHANY, at="17.00")],
        1,
        0,
        ["6.1. 17.00 changed"],
        [],
    ),
    "a change of one date beats a public holiday": (
        slot(),
        [change(1, "changed", EPIPHANY, at="17.00")],
        0,
        1,
        ["6.1. 17.00 changed"],
        [],
    ),
    "a programme of one date opens a holiday in a break": (
        slot(),
        [change(1, "programme", EPIPHANY)],
        1,
        1,
        HELD,
        [],
    ),
    "a cancellation of one date is told in a break": (
        slot(),
        [change(1, "cancelled", EPIPHANY)],
        1,
        0,
        ["6.1. 9.30 cancelled"],
        [],
    ),
    "a session is moved out of a break": (
        slot(),
        [change(1, "moved", EPIPHANY, to="12.1.")],
        1,
        0,
        ["6.1. 9.30 moved_away", "12.1. 9.30 moved_here"],
        [],
    ),
    "a change of one date beats also during breaks": (
        slot(**BOTH),
        [change(1, "cancelled", EPIPHANY)],
        1,
        1,
        ["6.1. 9.30 cancelled"],
        [],
    ),
    "a change of one date of another day opens nothing": (
        slot(),
        [change(1, "programme", "7.1.")],
        1,
        0,
        [],
        CLOSED_BY_BREAK,
    ),
    "a change of many dates brings none back in a break": (
        slot(),
        [change(1, "changed", "1.1.", "12.1.", at="10.00")],
        1,
        0,
        [],
        CLOSED_BY_BREAK,
    ),
    "a change of many dates brings none back on a holiday": (
        slot(),
        [change(1, "changed", "1.1.", "12.1.", at="10.00")],
        0,
        1,
        [],
        CLOSED_BY_HOLIDAY,
    ),
    "a cancellation of many dates is not told in a break": (
        slot(),
        [change(1, "cancelled", "1.1.", "12.1.")],
        1,
        0,
        [],
        CLOSED_BY_BREAK,
    ),
    "a change of many dates alters what is held in a break": (
        slot(through_breaks=True),
        [change(1, "changed", "1.1.", "12.1.", at="10.00")],
        1,
        0,
        ["6.1. 10.00 changed"],
        [],
    ),
    "a change of many dates alters what a change of one date brought back": (
        slot(),
        [change(1, "changed", "1.1.", "12.1.", at="10.00"), change(2, "programme", EPIPHANY)],
        1,
        0,
        ["6.1. 10.00 changed"],
        [],
    ),
    "an extra session is held in a break and on a holiday": (
        slot(rhythm="varies"),
        [change(1, "extra", EPIPHANY)],
        1,
        1,
        ["6.1. 9.30 extra"],
        [],
    ),
    "a session is moved into a break": (
        slot(weekday=1),
        [change(1, "moved", "12.1.", to=EPIPHANY)],
        1,
        1,
        ["6.1. 9.30 moved_here", "12.1. 9.30 moved_away"],
        [("5.1.", 7)],
    ),
    "nothing is held before the first day, whatever is ticked": (
        slot(first_on=day("7.1."), **BOTH),
        [],
        0,
        0,
        [],
        [],
    ),
    "a change does not bring what the rhythm does not mean": (
        slot(last_on=day("5.1.")),
        [change(1, "changed", EPIPHANY, at="17.00")],
        0,
        0,
        [],
        [],
    ),
}


@pytest.mark.parametrize(
    ("rule", "changes", "has_break", "is_holiday", "sessions", "closed"), PRECEDENCE.values(), ids=PRECEDENCE
)
def test_precedence(rule, changes, has_break, is_holiday, sessions, closed):
    found = between(
        "5.1.",
        "12.1.",
        rule,
        changes=changes,
        pauses=[BREAK] if has_break else [],
        holidays=[EPIPHANY] if is_holiday else [],
    )

    assert (lines(found), left_out(found)) == (sessions, closed)


def test_break_holds_for_its_first_and_last_day_and_for_its_own_slots():
    own, other = slot(1), slot(2)
    found = between("1.12.", "31.12.", own, other, pauses=[pause("8.12.", "22.12.", 1)])

    assert [(s.slot, s.on.day) for s in found.occurrences] == [
        *((1, 1), (2, 1), (2, 8), (2, 15), (2, 22)),
        *((1, 29), (2, 29)),
    ]
    assert left_out(found) == [("8.12.", 7), ("15.12.", 7), ("22.12.", 7)]


def test_first_of_two_breaks_is_told_where_both_hold():
    pauses = [pause("1.12.", "8.12.", pk=9), pause("8.12.", "15.12.", pk=3)]

    assert left_out(between("1.12.", "31.12.", slot(), pauses=pauses)) == [
        *(("1.12.", 9), ("8.12.", 9)),
        ("15.12.", 3),
    ]


# --- Order ------------------------------------------------------------------------------------------
def test_sessions_stand_by_time_and_one_without_a_time_after_its_part_of_the_day():
    by_place_in_the_day = [
        slot(11, at="0.00"),
        slot(10, at="9.30"),
        slot(9, at="", part="morning"),
        slot(8, at="12.00"),
        slot(7, at="15.30–17.00"),
        slot(6, at="", part="afternoon"),
        slot(5, at="16.00"),
        slot(4, at="22.00"),
        slot(3, at="", part="evening"),
        slot(1, at=""),
        slot(2, at=""),
    ]
    shuffled = random.Random(4).sample(by_place_in_the_day, k=11)

    found = between("24.11.", "24.11.", *shuffled).occurrences

    assert [session.slot for session in found] == [each.pk for each in by_place_in_the_day]
    assert [session.start for session in found] == [each.start for each in by_place_in_the_day]


def test_changed_session_stands_at_its_new_time():
    rules = [slot(1, at="9.00"), slot(2, at="10.00"), slot(3, at="11.00"), slot(4, at="")]
    changes = [change(1, "changed", "24.11.", at="11.00"), change(2, "changed", "24.11.", slot=4, at="10.00")]
    extra = change(3, "extra", "24.11.", slot=3, at="8.00")

    found = between("24.11.", "24.11.", *rules, changes=[*changes, extra]).occurrences

    assert [(session.slot, session.start.hour) for session in found] == [
        *((3, 8), (2, 10), (4, 10)),
        *((1, 11), (3, 11)),
    ]


def test_days_left_out_stand_by_day_and_slot():
    rules = [slot(3, at="9.00"), slot(1, at="17.00"), slot(2, weekday=1)]
    found = between("23.11.", "1.12.", *rules, pauses=[pause("23.11.", "1.12.", 1, 2, 3)])

    assert [(skipped.on.day, skipped.slot) for skipped in found.skipped] == [
        *((23, 2), (24, 1), (24, 3)),
        *((30, 2), (1, 1), (1, 3)),
    ]


# --- What comes out ---------------------------------------------------------------------------------
def test_session_tells_all_that_is_known_of_it():
    rule = slot(5, place=3)

    [session] = between("24.11.", "24.11.", rule).occurrences

    assert session == Occurrence(
        on=day("24.11."),
        start=dt.time(9, 30),
        end=dt.time(11, 30),
        slot=5,
        activity=15,
        place=3,
        status=Status.HELD,
        recurs_on=day("24.11."),
        changes=(),
    )
    assert isinstance(session, Occurrence)


def test_result_cannot_be_changed():
    found = between("24.11.", "1.12.", slot(), slot(2), changes=[change(1, "cancelled", "24.11.")])
    closed = between("24.11.", "1.12.", slot(), holidays=["24.11."])

    assert hash((found, closed)) == hash((found, closed))
    for row in (found, closed, found.occurrences[0], found.occurrences[1], closed.skipped[0]):
        with pytest.raises(AttributeError):
            row.on = day("25.11.")


@pytest.mark.parametrize(
    ("status", "is_held"),
    [
        ("held", True),
        ("changed", True),
        ("moved_here", True),
        ("extra", True),
        ("cancelled", False),
        ("moved_away", False),
    ],
)
def test_somebody_is_there_when_it_is_held(status, is_held):
    session = Occurrence(day("24.11."), None, None, 1, 1, None, Status(status))

    assert session.is_held is is_held


def test_changes_and_breaks_of_other_slots_are_left_alone():
    strangers = [change(1, "cancelled", "24.11.", slot=9), change(2, "extra", "24.11.", slot=9)]

    found = between("24.11.", "24.11.", slot(), changes=strangers, pauses=[pause("24.11.", "24.11.", 9)])

    assert lines(found) == ["24.11. 9.30 held"]
