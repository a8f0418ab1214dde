"""What is otherwise on one date or many: moves, extra sessions, and what is written later."""

from __future__ import annotations

import pytest

from tests.timetables import between, change, day, lines, slot

# Tuesdays of November 2026: 3, 10, 17, 24. What is written; what becomes of two weeks.
CHANGES = {
    "nothing": ([], ["17.11. 9.30 held", "24.11. 9.30 held"]),
    "a cancellation": ([change(1, "cancelled", "24.11.")], ["17.11. 9.30 held", "24.11. 9.30 cancelled"]),
    "another time": (
        [change(1, "changed", "24.11.", at="10.00")],
        ["17.11. 9.30 held", "24.11. 10.00 changed"],
    ),
    "a programme alone changes nothing of when and whether": (
        [change(1, "programme", "24.11.", at="10.00")],
        ["17.11. 9.30 held", "24.11. 9.30 held"],
    ),
    "a change on a day that is not the slot's": (
        [change(1, "cancelled", "25.11."), change(2, "moved", "26.11.", to="27.11.")],
        ["17.11. 9.30 held", "24.11. 9.30 held"],
    ),
    "many dates, the first and the last of them in": (
        [change(1, "cancelled", "17.11.", "24.11.")],
        ["17.11. 9.30 cancelled", "24.11. 9.30 cancelled"],
    ),
    "many dates that end the day before a session": (
        [change(1, "cancelled", "17.11.", "23.11.")],
        ["17.11. 9.30 cancelled", "24.11. 9.30 held"],
    ),
    "many dates that begin before the days asked for and end after them": (
        [change(1, "changed", "1.9.", "31.12.", at="10.00")],
        ["17.11. 10.00 changed", "24.11. 10.00 changed"],
    ),
    "one date beats many, written later": (
        [change(1, "changed", "17.11.", "24.11.", at="10.00"), change(2, "changed", "24.11.", at="11.00")],
        ["17.11. 10.00 changed", "24.11. 11.00 changed"],
    ),
    "one date beats many, written earlier": (
        [change(1, "changed", "24.11.", at="11.00"), change(2, "changed", "17.11.", "24.11.", at="10.00")],
        ["17.11. 10.00 changed", "24.11. 11.00 changed"],
    ),
    "of two of one date the later written": (
        [change(1, "changed", "24.11.", at="11.00"), change(2, "changed", "24.11.", at="10.00")],
        ["17.11. 9.30 held", "24.11. 10.00 changed"],
    ),
    "a cancellation beats a move, though written earlier": (
        [change(1, "cancelled", "24.11."), change(2, "moved", "24.11.", to="25.11.")],
        ["17.11. 9.30 held", "24.11. 9.30 cancelled"],
    ),
    "a cancellation beats another time, and tells when it would have been": (
        [change(1, "changed", "24.11.", at="11.00"), change(2, "cancelled", "24.11.")],
        ["17.11. 9.30 held", "24.11. 11.00 cancelled"],
    ),
    "a cancellation of many dates takes what was written for one before it": (
        [change(1, "programme", "24.11."), change(2, "cancelled", "17.11.", "24.11.")],
        ["17.11. 9.30 cancelled", "24.11. 9.30 cancelled"],
    ),
    "a cancellation of many dates gives way to what is written for one after it": (
        [change(1, "cancelled", "17.11.", "24.11."), change(2, "programme", "24.11.")],
        ["17.11. 9.30 cancelled", "24.11. 9.30 held"],
    ),
    "a session is moved out of weeks that were called off": (
        [change(1, "cancelled", "17.11.", "24.11."), change(2, "moved", "24.11.", to="27.11.")],
        ["17.11. 9.30 cancelled", "24.11. 9.30 moved_away", "27.11. 9.30 moved_here"],
    ),
    "a move to another day": (
        [change(1, "moved", "17.11.", to="18.11.")],
        ["17.11. 9.30 moved_away", "18.11. 9.30 moved_here", "24.11. 9.30 held"],
    ),
    "a move to another time of the same day": (
        [change(1, "moved", "17.11.", to="17.11.", at="17.00")],
        ["17.11. 9.30 moved_away", "17.11. 17.00 moved_here", "24.11. 9.30 held"],
    ),
    "a move to a day that has a session already": (
        [change(1, "moved", "17.11.", to="24.11.", at="17.00")],
        ["17.11. 9.30 moved_away", "24.11. 9.30 held", "24.11. 17.00 moved_here"],
    ),
    "a move into the days asked for": (
        [change(1, "moved", "10.11.", to="18.11.")],
        ["17.11. 9.30 held", "18.11. 9.30 moved_here", "24.11. 9.30 held"],
    ),
    "a move out of the days asked for": (
        [change(1, "moved", "17.11.", to="1.12.")],
        ["17.11. 9.30 moved_away", "24.11. 9.30 held"],
    ),
    "a move past the days asked for": (
        [change(1, "moved", "10.11.", to="1.12.")],
        ["17.11. 9.30 held", "24.11. 9.30 held"],
    ),
    "of two moves the later written, without the earlier one's time": (
        [change(1, "moved", "17.11.", to="18.11.", at="17.00"), change(2, "moved", "17.11.", to="19.11.")],
        ["17.11. 9.30 moved_away", "19.11. 9.30 moved_here", "24.11. 9.30 held"],
    ),
    "another time of many dates goes by the new day of a move": (
        [change(1, "moved", "17.11.", to="23.11."), change(2, "changed", "20.11.", "30.11.", at="10.00")],
        ["17.11. 9.30 moved_away", "23.11. 10.00 moved_here", "24.11. 10.00 changed"],
    ),
    "another time of many dates over the old day alone stays there": (
        [change(1, "changed", "16.11.", "18.11.", at="10.00"), change(2, "moved", "17.11.", to="23.11.")],
        ["17.11. 10.00 moved_away", "23.11. 9.30 moved_here", "24.11. 9.30 held"],
    ),
    "a move's own time beats that of many dates, though written earlier": (
        [
            change(1, "moved", "17.11.", to="23.11.", at="17.00"),
            change(2, "changed", "1.11.", "30.11.", at="10.00"),
        ],
        ["17.11. 10.00 moved_away", "23.11. 17.00 moved_here", "24.11. 10.00 changed"],
    ),
    "what is written for the old date goes along with a move": (
        [change(1, "changed", "17.11.", at="11.00"), change(2, "moved", "17.11.", to="18.11.")],
        ["17.11. 11.00 moved_away", "18.11. 11.00 moved_here", "24.11. 9.30 held"],
    ),
    "the old date of a move is cancelled later": (
        [change(1, "moved", "17.11.", to="18.11."), change(2, "cancelled", "17.11.")],
        ["17.11. 9.30 cancelled", "24.11. 9.30 held"],
    ),
    "the new date of a move is cancelled later": (
        [change(1, "moved", "17.11.", to="18.11."), change(2, "cancelled", "18.11.")],
        ["17.11. 9.30 moved_away", "18.11. 9.30 cancelled", "24.11. 9.30 held"],
    ),
    "many dates around the new date of a move are cancelled later": (
        [change(1, "moved", "17.11.", to="23.11."), change(2, "cancelled", "22.11.", "30.11.")],
        ["17.11. 9.30 moved_away", "23.11. 9.30 cancelled", "24.11. 9.30 cancelled"],
    ),
    "the new date of a move was cancelled earlier": (
        [change(1, "cancelled", "24.11."), change(2, "moved", "17.11.", to="24.11.", at="17.00")],
        ["17.11. 9.30 moved_away", "24.11. 9.30 cancelled", "24.11. 17.00 moved_here"],
    ),
    "a session of the day and one moved to it are cancelled together": (
        [change(1, "moved", "17.11.", to="24.11.", at="17.00"), change(2, "cancelled", "24.11.")],
        ["17.11. 9.30 moved_away", "24.11. 9.30 cancelled", "24.11. 17.00 cancelled"],
    ),
    "an extra session at its own time": (
        [change(1, "extra", "19.11.", at="17.00–19.00")],
        ["17.11. 9.30 held", "19.11. 17.00 extra", "24.11. 9.30 held"],
    ),
    "an extra session at the usual time, which is that of its day": (
        [change(1, "extra", "19.11."), change(2, "changed", "16.11.", "20.11.", at="10.00")],
        ["17.11. 10.00 changed", "19.11. 10.00 extra", "24.11. 9.30 held"],
    ),
    "an extra session on a day that has one": (
        [change(1, "extra", "24.11.", at="17.00")],
        ["17.11. 9.30 held", "24.11. 9.30 held", "24.11. 17.00 extra"],
    ),
    "two extra sessions on one day": (
        [change(1, "extra", "19.11.", at="17.00"), change(2, "extra", "19.11.", at="9.00")],
        ["17.11. 9.30 held", "19.11. 9.00 extra", "19.11. 17.00 extra", "24.11. 9.30 held"],
    ),
    "an extra session outside the days asked for": (
        [change(1, "extra", "15.11."), change(2, "extra", "29.11.")],
        ["17.11. 9.30 held", "24.11. 9.30 held"],
    ),
    "an extra session is cancelled later": (
        [change(1, "extra", "19.11."), change(2, "cancelled", "19.11.")],
        ["17.11. 9.30 held", "19.11. 9.30 cancelled", "24.11. 9.30 held"],
    ),
    "an extra session in weeks that are called off later": (
        [change(1, "extra", "19.11."), change(2, "cancelled", "16.11.", "20.11.")],
        ["17.11. 9.30 cancelled", "19.11. 9.30 cancelled", "24.11. 9.30 held"],
    ),
    "an extra session in weeks that were called off": (
        [change(1, "cancelled", "16.11.", "20.11."), change(2, "extra", "19.11.")],
        ["17.11. 9.30 cancelled", "19.11. 9.30 extra", "24.11. 9.30 held"],
    ),
}


@pytest.mark.parametrize(("changes", "sessions"), CHANGES.values(), ids=CHANGES)
def test_change(changes, sessions):
    assert lines(between("16.11.", "28.11.", slot(), changes=changes)) == sessions


@pytest.mark.parametrize("at", ["17.00–19.00", "17.00", ""], ids=["with an end", "no end", "as usual"])
def test_end_goes_with_the_beginning(at):
    ends = {"17.00–19.00": (17, 19), "17.00": (17, None), "": (9, 11)}

    for kind in ("changed", "extra"):
        changes = [change(1, kind, "24.11.", at=at)]
        [*_usual, session] = between("24.11.", "24.11.", slot(), changes=changes).occurrences
        assert (session.start.hour, session.end and session.end.hour) == ends[at]


@pytest.mark.parametrize(
    ("kind", "to"), [("changed", ""), ("extra", ""), ("moved", "24.11.")], ids=["changed", "extra", "moved"]
)
def test_another_place_is_that_of_the_change_and_empty_is_as_usual(kind, to):
    def place(**fields) -> int | None:
        changes = [change(1, kind, "24.11.", to=to, **fields)]
        return between("24.11.", "24.11.", slot(place=3), changes=changes).occurrences[-1].place

    assert (place(place=5), place()) == (5, 3)


def test_place_of_many_dates_holds_for_an_extra_session_of_its_range():
    changes = [change(1, "changed", "1.11.", "30.11.", place=5), change(2, "extra", "19.11.")]

    found = between("16.11.", "20.11.", slot(place=3), changes=changes).occurrences

    assert [(session.place, session.status) for session in found] == [(5, "changed"), (5, "extra")]


def test_session_knows_the_day_it_stands_for_and_what_was_written_for_it():
    changes = [
        change(8, "changed", "1.11.", "30.11.", at="10.00"),
        change(1, "programme", "17.11."),
        change(3, "moved", "17.11.", to="18.11."),
        change(4, "cancelled", "18.11."),
        change(5, "extra", "19.11."),
        change(6, "programme", "19.11."),
        change(9, "cancelled", "24.11."),
    ]

    found = between("16.11.", "24.11.", slot(), changes=changes).occurrences

    assert [(str(each.status), each.on.day, each.recurs_on, each.changes) for each in found] == [
        ("moved_away", 17, day("17.11."), (8, 1, 3)),
        ("cancelled", 18, day("17.11."), (8, 1, 3, 4)),
        ("extra", 19, None, (8, 5, 6)),
        ("cancelled", 24, day("24.11."), (8, 9)),
    ]


def test_programme_is_told_of_an_extra_session_only_when_it_is_written_after_it():
    changes = [change(1, "programme", "24.11."), change(2, "extra", "24.11.", at="17.00")]

    usual, extra = between("24.11.", "24.11.", slot(), changes=changes).occurrences

    assert (usual.changes, extra.changes) == ((1,), (2,))


def test_each_change_is_named_once():
    changes = [
        change(1, "extra", "19.11."),
        change(2, "moved", "24.11.", to="24.11.", at="17.00"),
        change(3, "programme", "1.11.", "30.11."),
        change(4, "programme", "24.11."),
    ]

    extra, away, here = between("18.11.", "28.11.", slot(), changes=changes).occurrences

    assert [each.changes for each in (extra, away, here)] == [(3, 1), (3, 2, 4), (3, 4, 2)]


def test_slot_that_varies_has_its_extra_sessions_alone():
    varies = slot(rhythm="varies")
    changes = [
        change(1, "extra", "19.11."),
        change(2, "cancelled", "17.11."),
        change(3, "programme", "19.11."),
        change(4, "moved", "17.11.", to="18.11."),
    ]

    assert lines(between("1.11.", "30.11.", varies)) == []
    assert lines(between("1.11.", "30.11.", varies, changes=changes)) == ["19.11. 9.30 extra"]


def test_single_date_is_cancelled_and_moved_as_any_other():
    single = slot(rhythm="dates", weekday=None, dates=(day("19.11."), day("20.11."), day("21.11.")))
    changes = [change(1, "cancelled", "19.11."), change(2, "moved", "21.11.", to="23.11.")]

    assert lines(between("1.11.", "30.11.", single, changes=changes)) == [
        "19.11. 9.30 cancelled",
        "20.11. 9.30 held",
        "21.11. 9.30 moved_away",
        "23.11. 9.30 moved_here",
    ]


def test_extra_session_and_a_moved_one_may_be_held_after_the_last_day():
    ended = slot(last_on=day("17.11."))
    changes = [change(1, "extra", "1.12."), change(2, "moved", "17.11.", to="2.12.")]

    assert lines(between("16.11.", "5.12.", ended, changes=changes)) == [
        "17.11. 9.30 moved_away",
        "1.12. 9.30 extra",
        "2.12. 9.30 moved_here",
    ]


def test_time_that_is_not_known_can_be_told_for_one_date():
    unknown = slot(at="", part="morning")

    found = between("17.11.", "24.11.", unknown, changes=[change(1, "changed", "24.11.", at="10.00")])

    assert lines(found) == ["17.11. ? held", "24.11. 10.00 changed"]
