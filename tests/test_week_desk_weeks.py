"""Weeks in addresses: which are weeks at all, and which are near enough to be shown."""

from __future__ import annotations

import datetime as dt

import pytest

from meetingplaces.weeks import beside, parse_week, week_slug

TODAY = dt.date(2026, 11, 24)


@pytest.mark.parametrize(
    ("text", "monday"),
    [
        ("2026-W48", dt.date(2026, 11, 23)),
        ("2026-W53", dt.date(2026, 12, 28)),
        ("2027-W01", dt.date(2027, 1, 4)),
        ("2024-W48", dt.date(2024, 11, 25)),
        ("2028-W47", dt.date(2028, 11, 20)),
    ],
)
def test_week_of_an_address_is_its_monday(text, monday):
    assert parse_week(text, dt.date(2026, 11, 26)) == monday
    assert week_slug(monday) == text


@pytest.mark.parametrize(
    "text",
    [
        *("2026-W54", "2027-W53", "2026-W00", "2026-W99", "0000-W01", "9999-W53"),
        *("2026-w48", "2026-48", "2026-W8", "2026-W048", " 2026-W48", "2026-W48\n", "２０２６-W48", ""),
    ],
)
def test_what_is_no_week_is_none(text):
    assert parse_week(text, TODAY) is None


def test_weeks_end_two_years_back_and_ahead():
    first, last = dt.date(2024, 11, 18), dt.date(2028, 11, 20)

    assert parse_week(week_slug(first), TODAY) == first
    assert parse_week(week_slug(last), TODAY) == last
    assert parse_week("2024-W46", TODAY) is None
    assert parse_week("2028-W48", TODAY) is None
    assert beside(first, TODAY) == (None, first + dt.timedelta(7))
    assert beside(last, TODAY) == (last - dt.timedelta(7), None)


def test_weeks_around_a_leap_day_end_in_the_week_of_28_february():
    leap_day = dt.date(2028, 2, 29)

    assert parse_week("2026-W09", leap_day) == dt.date(2026, 2, 23)
    assert parse_week("2026-W08", leap_day) is None


@pytest.mark.parametrize("day", [dt.date(2026, 1, 1), dt.date(2024, 12, 30), dt.date(2027, 1, 3)])
def test_slug_belongs_to_the_iso_year(day):
    monday = day - dt.timedelta(day.weekday())

    assert parse_week(week_slug(day), TODAY) == monday
