"""What holds for any calendar at all: made-up slots, changes, breaks and holidays."""

from __future__ import annotations

import datetime as dt

from hypothesis import given, settings
from hypothesis import strategies as st

from meetingplaces.terms import Status
from meetingplaces.timetable import expand, rhythm_days
from tests.timetables import DAYS, FIRST, LAST, calendars

RANGES = st.lists(DAYS, min_size=2, max_size=2).map(sorted)


@settings(max_examples=300, deadline=None)
@given(calendar=calendars(), span=RANGES, data=st.data())
def test_nothing_is_lost_or_doubled_for_a_range_cut_in_two(calendar, span, data):
    first, last = span
    mid = data.draw(st.dates(first, last))

    whole = expand(*calendar, first, last)
    before, after = expand(*calendar, first, mid), expand(*calendar, mid + dt.timedelta(1), last)

    assert whole.occurrences == before.occurrences + after.occurrences
    assert whole.skipped == before.skipped + after.skipped


@settings(max_examples=200, deadline=None)
@given(calendar=calendars())
def test_each_day_of_the_rhythm_is_told_once(calendar):
    found = expand(*calendar, FIRST, LAST)

    for rule in calendar[0]:
        told = [
            session.on
            for session in found.occurrences
            if session.slot == rule.pk and session.recurs_on == session.on
            if session.status != Status.MOVED_HERE
        ]
        closed = [skipped.on for skipped in found.skipped if skipped.slot == rule.pk]
        assert sorted(told + closed) == list(rhythm_days(rule, FIRST, LAST))


@settings(max_examples=200, deadline=None)
@given(calendar=calendars())
def test_each_session_that_is_moved_away_comes_to_one_other_day(calendar):
    found = expand(*calendar, FIRST, LAST).occurrences

    away = [(each.slot, each.on) for each in found if each.status == Status.MOVED_AWAY]
    # One whose new day is cancelled later stands there as cancelled.
    brought = [
        (each.slot, each.recurs_on)
        for each in found
        if each.status == Status.MOVED_HERE
        or (each.status == Status.CANCELLED and each.recurs_on not in (None, each.on))
    ]
    assert sorted(brought) == sorted(away)


@settings(max_examples=100, deadline=None)
@given(calendar=calendars())
def test_each_extra_session_is_told_once(calendar):
    found = expand(*calendar, FIRST, LAST).occurrences

    extras = sorted((each.slot, each.on) for each in found if each.recurs_on is None)
    assert extras == sorted((each.slot, each.first_on) for each in calendar[1] if each.kind == "extra")


@settings(max_examples=100, deadline=None)
@given(calendar=calendars(), chance=st.randoms(use_true_random=False))
def test_order_in_which_slots_and_changes_are_given_does_not_matter(calendar, chance):
    slots, changes, pauses, holidays = calendar
    shuffled = chance.sample(slots, k=len(slots)), chance.sample(changes, k=len(changes))

    assert expand(*shuffled, pauses, holidays, FIRST, LAST) == expand(*calendar, FIRST, LAST)


@settings(max_examples=100, deadline=None)
@given(calendar=calendars())
def test_what_one_slot_does_is_nothing_to_another(calendar):
    slots, *rest = calendar

    whole = expand(*calendar, FIRST, LAST)
    apart = [expand([each], *rest, FIRST, LAST) for each in slots]
    for part, key in (("occurrences", str), ("skipped", None)):
        assert sorted(getattr(whole, part), key=key) == sorted(
            (row for alone in apart for row in getattr(alone, part)), key=key
        )
