"""Which days a rhythm means: beside python-dateutil's opinion, and on the days where calendars break."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from dateutil.rrule import MONTHLY, WEEKLY, YEARLY, rrule, weekday
from hypothesis import given, settings
from hypothesis import strategies as st

from meetingplaces.terms import Rhythm
from meetingplaces.timetable import (
    Slot,
    days_between,
    expand,
    is_even_week,
    is_nth_of_month,
    monday_of,
    recurs_on,
    rhythm_days,
)
from tests.timetables import DAYS, between, day, lines, slot, slots

HELSINKI = ZoneInfo("Europe/Helsinki")
# Wide enough for the years with a week 53 (2026, 2032) and the leap years 2028 and 2032.
ANY_DAY = st.dates(dt.date(2024, 1, 1), dt.date(2034, 12, 31))


def days_by_dateutil(slot: Slot, first: dt.date, last: dt.date) -> list[dt.date]:
    """Return the days of a slot's rhythm as python-dateutil counts them."""
    first, last = max(first, slot.first_on or first), min(last, slot.last_on or last)
    named = weekday(slot.weekday - 1)
    if slot.rhythm == Rhythm.VARIES:
        return []
    if slot.rhythm == Rhythm.DATES:
        return [on for on in sorted(slot.dates) if first <= on <= last]
    rules = {
        Rhythm.EVERY_WEEK: lambda: {"freq": WEEKLY, "byweekday": named},
        Rhythm.EVEN_WEEKS: lambda: {"freq": YEARLY, "byweekday": named, "byweekno": range(2, 54, 2)},
        Rhythm.ODD_WEEKS: lambda: {"freq": YEARLY, "byweekday": named, "byweekno": range(1, 54, 2)},
        Rhythm.MONTHLY: lambda: {"freq": MONTHLY, "byweekday": named(slot.nth)},
    }
    midnight = dt.time()
    found = rrule(
        dtstart=dt.datetime.combine(first, midnight),
        until=dt.datetime.combine(last, midnight),
        **rules[slot.rhythm](),
    )
    return [moment.date() for moment in found]


@settings(max_examples=300, deadline=None)
@given(slot=slots(), first=DAYS | ANY_DAY, length=st.integers(-3, 800))
def test_rhythm_means_the_days_that_dateutil_counts(slot, first, length):
    last = first + dt.timedelta(length)

    assert list(rhythm_days(slot, first, last)) == days_by_dateutil(slot, first, last)


@settings(max_examples=100, deadline=None)
@given(slot=slots(), on=ANY_DAY)
def test_slot_recurs_on_the_days_of_its_rhythm(slot, on):
    around = rhythm_days(slot, on - dt.timedelta(400), on + dt.timedelta(400))

    assert recurs_on(slot, on) == (on in around)


@pytest.mark.parametrize(
    ("rhythm", "days"),
    [
        # Week 53 of 2026 ends on 3.1.2027; 53 and 1 are both odd.
        ("odd_weeks", ["15.12.", "29.12.", "5.1.2027", "19.1.2027"]),
        ("even_weeks", ["8.12.", "22.12.", "12.1.2027"]),
        ("every_week", ["8.12.", "15.12.", "22.12.", "29.12.", "5.1.2027", "12.1.2027", "19.1.2027"]),
    ],
    ids=["odd: two weeks on end", "even: three weeks between", "every week"],
)
def test_weeks_from_53_to_1(rhythm, days):
    found = rhythm_days(slot(rhythm=rhythm), day("7.12."), day("20.1.2027"))

    assert list(found) == [day(text) for text in days]


@pytest.mark.parametrize(
    ("on", "is_even"),
    [("31.12.", False), ("3.1.2027", False), ("4.1.2027", False), ("11.1.2027", True), ("29.12.2025", False)],
    ids=["Thursday of week 53", "Sunday of week 53", "Monday of week 1", "week 2", "2025's end is in week 1"],
)
def test_week_is_the_iso_week_also_across_new_year(on, is_even):
    assert is_even_week(day(on)) is is_even


@pytest.mark.parametrize(
    ("nth", "days"),
    [
        (1, ["6.10.", "3.11.", "1.12."]),
        (4, ["27.10.", "24.11.", "22.12."]),
        (5, ["29.12."]),
        (-1, ["27.10.", "24.11.", "29.12."]),
    ],
    ids=["first", "fourth", "fifth: only in a month that has one", "last: the fourth or the fifth"],
)
def test_once_a_month(nth, days):
    found = rhythm_days(slot(rhythm="monthly", nth=nth), day("1.10."), day("31.12."))

    assert list(found) == [day(text) for text in days]


def test_last_of_month_at_the_end_of_the_year_and_on_a_leap_day():
    assert is_nth_of_month(dt.date(2026, 12, 25), -1)
    assert not is_nth_of_month(dt.date(2026, 12, 24), -1)
    assert is_nth_of_month(dt.date(2028, 2, 29), 5)
    assert not is_nth_of_month(dt.date(2028, 2, 22), -1)


def test_leap_day_is_a_day_as_another():
    leap = slot(rhythm="monthly", nth=-1)

    assert rhythm_days(slot(), day("28.2.2028"), day("7.3.2028")) == (day("29.2.2028"), day("7.3.2028"))
    assert rhythm_days(leap, day("1.2.2028"), day("29.2.2028")) == (day("29.2.2028"),)


@pytest.mark.parametrize(
    ("fields", "days"),
    [
        ({"first_on": "10.11."}, ["10.11.", "17.11.", "24.11."]),
        ({"first_on": "11.11."}, ["17.11.", "24.11."]),
        ({"last_on": "17.11."}, ["3.11.", "10.11.", "17.11."]),
        ({"last_on": "16.11."}, ["3.11.", "10.11."]),
        ({"first_on": "10.11.", "last_on": "10.11."}, ["10.11."]),
        ({"first_on": "1.12."}, []),
        ({"last_on": "31.10."}, []),
    ],
    ids=[
        "its first day is in",
        "begins the day after a session",
        "its last day is in",
        "ends the day before a session",
        "holds for one day",
        "has not begun",
        "has ended",
    ],
)
def test_validity(fields, days):
    limited = slot(**{name: day(text) for name, text in fields.items()})

    assert list(rhythm_days(limited, day("1.11."), day("30.11."))) == [day(text) for text in days]


def test_single_dates_are_in_order_and_go_by_the_validity():
    dates = tuple(day(text) for text in ("24.11.", "4.11.", "30.10.", "1.12.", "29.11."))
    single = slot(rhythm="dates", weekday=None, dates=dates, last_on=day("28.11."))

    assert rhythm_days(single, day("1.11."), day("30.11.")) == (day("4.11."), day("24.11."))


def test_dates_of_a_slot_that_recurs_otherwise_say_nothing():
    assert rhythm_days(slot(dates=(day("4.11."),)), day("1.11."), day("7.11.")) == (day("3.11."),)


@pytest.mark.parametrize("weekday", [None, 2], ids=["without a weekday", "with a weekday"])
@pytest.mark.parametrize("rhythm", ["varies", "dates"])
def test_rhythm_that_tells_its_dates_one_by_one_has_no_days_before_they_are_told(rhythm, weekday):
    assert rhythm_days(slot(rhythm=rhythm, weekday=weekday), day("1.11."), day("30.11.")) == ()


@pytest.mark.parametrize(
    ("first", "last"), [("24.3.", "31.3."), ("20.10.", "27.10.")], ids=["to summer time", "to winter time"]
)
def test_clock_time_is_the_wall_clocks_on_both_sides_of_a_change_of_clocks(first, last):
    held = between(first, last, slot()).occurrences

    moments = [dt.datetime.combine(session.on, session.start, HELSINKI) for session in held]
    opinion = rrule(WEEKLY, dt.datetime.combine(day(first), dt.time(9, 30), HELSINKI), count=2)
    assert moments == list(opinion)
    assert moments[0].utcoffset() != moments[1].utcoffset()
    assert {(session.start, session.end) for session in held} == {(dt.time(9, 30), dt.time(11, 30))}


@pytest.mark.parametrize("on", ["29.3.", "25.10."], ids=["23 hours", "25 hours"])
def test_session_of_the_day_on_which_clocks_change(on):
    assert lines(between(on, on, slot(weekday=7, at="3.30"))) == [f"{on} 3.30 held"]


@settings(max_examples=50, deadline=None)
@given(on=ANY_DAY)
def test_week_begins_on_monday(on):
    monday = monday_of(on)

    assert list(days_between(monday, monday + dt.timedelta(6))).count(on) == 1
    assert (monday.isoweekday(), monday.isocalendar()[:2]) == (1, on.isocalendar()[:2])


def test_days_between_are_none_when_they_end_before_they_begin():
    assert list(days_between(day("2.11."), day("2.11."))) == [day("2.11.")]
    assert list(days_between(day("2.11."), day("1.11."))) == []
    assert expand([slot()], [], [], (), day("30.11."), day("1.11.")) == ((), ())
