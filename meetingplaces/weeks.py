"""ISO 8601 weeks in addresses: 2026-W48."""

from __future__ import annotations

import datetime as dt
import re

from meetingplaces.timetable import monday_of

WEEK = re.compile(r"(\d{4})-W(\d{2})", re.ASCII)
# How far from this week one may look: two years.
REACH = dt.timedelta(weeks=104)


def parse_week(text: str, today: dt.date) -> dt.date | None:
    """Return the Monday of `2026-W48`; None when there is no such week, or it is too far from today.

    A year has 52 or 53 weeks: 2026-W53 is one, 2027-W53 is not.
    """
    match = WEEK.fullmatch(text)
    if not match:
        return None
    try:
        monday = dt.date.fromisocalendar(int(match[1]), int(match[2]), 1)
    except ValueError:
        return None
    return monday if is_within_reach(monday, today) else None


def is_within_reach(monday: dt.date, today: dt.date) -> bool:
    """Say whether a week, by its Monday, is at most two years from today's."""
    return abs(monday - monday_of(today)) <= REACH


def week_slug(day: dt.date) -> str:
    """Return a day's week as an address says it: 2026-W48."""
    year, week, _weekday = day.isocalendar()
    return f"{year}-W{week:02}"
