"""Weeks in addresses: `2026-W48` ↔ its Monday. ISO 8601 weeks; a year has 52 or 53.

Pages show the weeks from two years back to two years ahead of today; there is nothing behind them.
"""

from __future__ import annotations

import datetime as dt
import re

from meetingplaces.timetable import WEEK, monday_of

YEARS_SHOWN = 2
_SLUG = re.compile(r"([0-9]{4})-W([0-9]{2})")


def week_slug(day: dt.date) -> str:
    """Return the week of a day as addresses have it.

    >>> week_slug(dt.date(2027, 1, 1))
    '2026-W53'
    """
    year, week, _weekday = day.isocalendar()
    return f"{year:04}-W{week:02}"


def parse_week(text: str, today: dt.date) -> dt.date | None:
    """Return the Monday of a week, or None for what is no week or is too far from `today`.

    >>> parse_week("2026-W48", dt.date(2026, 11, 24))
    datetime.date(2026, 11, 23)
    """
    match = _SLUG.fullmatch(text)
    if not match:
        return None
    try:
        monday = dt.date.fromisocalendar(int(match[1]), int(match[2]), 1)
    except ValueError:  # week 54, week 0, week 53 of a year that has 52
        return None
    return monday if is_shown(monday, today) else None


def is_shown(day: dt.date, today: dt.date) -> bool:
    """Say whether a day's week is among those that pages show."""
    return _years_from(today, -YEARS_SHOWN) <= monday_of(day) <= _years_from(today, YEARS_SHOWN)


def beside(monday: dt.date, today: dt.date) -> tuple[dt.date | None, dt.date | None]:
    """Return the Mondays of the previous and the next week; None where the shown weeks end."""
    previous, following = (day if is_shown(day, today) else None for day in (monday - WEEK, monday + WEEK))
    return previous, following


def _years_from(today: dt.date, years: int) -> dt.date:
    """Return the Monday of the week of the same day in another year; 28 February for the leap day."""
    leap = (today.month, today.day) == (2, 29)
    return monday_of(today.replace(year=today.year + years, day=28 if leap else today.day))


def end_of_week(midnight: dt.datetime) -> dt.datetime:
    """Return the Monday midnight that ends the week of the day which `midnight` (aware) ends."""
    return midnight + dt.timedelta(days=-midnight.weekday() % 7)
