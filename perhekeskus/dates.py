"""Days, clock times and their words. Local wall-clock time (Europe/Helsinki) is the truth."""

from __future__ import annotations

import datetime as dt

from django.utils import timezone


def today() -> dt.date:
    """Return the local calendar day, in Europe/Helsinki whatever the process's zone."""
    return timezone.localdate()


def now() -> dt.datetime:
    """Return the present moment, aware, by the clock of Helsinki."""
    return timezone.localtime()


def next_midnight(now: dt.datetime | None = None) -> dt.datetime:
    """Return the aware moment at which the local day changes after `now` (aware)."""
    local = timezone.localtime(now)
    following = local.date() + dt.timedelta(days=1)
    return dt.datetime.combine(following, dt.time.min, tzinfo=local.tzinfo)


def clock(time: dt.time | None) -> str:
    """Return a clock time as Finnish writes it: 9.30; minutes are always shown, 9.00."""
    return "" if time is None else f"{time.hour}.{time:%M}"


def clock_range(start: dt.time | None, end: dt.time | None) -> str:
    """Return "9.00–15.00", "9.00–" without an end, "" without a start."""
    if start is None:
        return ""
    return f"{clock(start)}–{clock(end)}"


def short_date(day: dt.date) -> str:
    """Return "22.11.2026"."""
    return f"{day.day}.{day.month}.{day.year}"
