"""Opening hours in words: plain functions on `OpeningSchedule` rows and a local day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _t

from perhekeskus.dates import clock_range, short_date
from perhekeskus.translated import local_text
from services.models import OpeningSchedule
from services.models.places import Weekday

Kind = OpeningSchedule.Kind
TIMED = (Kind.REGULAR, Kind.OVERNIGHT)


@dataclass(frozen=True)
class DayHours:
    """The hours of one day.

    text: "9.00–15.00", "closed", or "by appointment".
    intervals: "09:00-15:00" for the script that says "open now"; empty when it cannot know.
    """

    text: str
    intervals: tuple[str, ...] = ()


@dataclass(frozen=True)
class HoursLine:
    """One line of the week's hours: days on the left, hours on the right."""

    when: str
    hours: str
    note: object = ""


def on_day(rows: Sequence[OpeningSchedule], day: dt.date) -> DayHours | None:
    """Return the hours of a local day, or None when the rows say nothing of any day.

    An exception replaces the regular hours of its days.
    """
    spans = _spans(rows, day)
    if not spans:
        if any(row.kind in TIMED or row.kind == Kind.EXCEPTION and row.holds_on(day) for row in rows):
            return DayHours(_t("closed"))
        appointment = any(row.kind == Kind.APPOINTMENT for row in rows)
        return DayHours(_t("by appointment")) if appointment else None
    night_before = [row for row in _spans(rows, day - dt.timedelta(days=1)) if row.kind == Kind.OVERNIGHT]
    return DayHours(
        text=", ".join(clock_range(row.opens_time, row.closes_time) for row in spans),
        intervals=(
            *(f"00:00-{row.closes_time:%H:%M}" for row in night_before if row.closes_time),
            *(_interval(row) for row in spans if row.closes_time),
        ),
    )


def _spans(rows: Sequence[OpeningSchedule], day: dt.date) -> list[OpeningSchedule]:
    """Return the rows by whose hours it is open on a local day."""
    exceptions = [row for row in rows if row.kind == Kind.EXCEPTION and row.holds_on(day)]
    timed = [row for row in rows if row.kind in TIMED and row.holds_on(day)]
    return [row for row in exceptions or timed if row.opens_time and not row.is_closed]


def _interval(row: OpeningSchedule) -> str:
    """What the script compares with the clock: the day's own part of the hours."""
    closes = "24:00" if row.kind == Kind.OVERNIGHT else f"{row.closes_time:%H:%M}"
    return f"{row.opens_time:%H:%M}-{closes}"


def week(rows: Sequence[OpeningSchedule], day: dt.date, language: str) -> list[HoursLine]:
    """Return the hours line by line: regular days first, then exceptions from `day` on."""
    lines = []
    for row in sorted(rows, key=_reading_order):
        over = row.valid_until_on or (row.valid_from_on if row.kind == Kind.EXCEPTION else None)
        if over and over < day:
            continue
        hours = _t("closed") if row.is_closed else clock_range(row.opens_time, row.closes_time)
        if row.kind == Kind.APPOINTMENT:
            hours = hours or _t("by appointment")
        lines.append(HoursLine(_when(row, day), hours, local_text(row, "note", language)))
    return lines


_ORDER = (Kind.REGULAR, Kind.OVERNIGHT, Kind.APPOINTMENT, Kind.EXCEPTION)


def _reading_order(row: OpeningSchedule) -> tuple:
    """By kind, then exceptions by date and the others by weekday; the same on every database."""
    first_on = row.valid_from_on if row.kind == Kind.EXCEPTION else None
    return (
        _ORDER.index(row.kind),
        first_on or dt.date.min,
        row.weekday or 0,
        row.opens_time or dt.time.min,
    )


def _when(row: OpeningSchedule, day: dt.date) -> str:
    weekday = str(Weekday(row.weekday).label) if row.weekday else ""
    first = short_date(row.valid_from_on) if row.valid_from_on else ""
    last = short_date(row.valid_until_on) if row.valid_until_on else ""
    if row.kind == Kind.EXCEPTION:
        dates = first if first == last or not last else f"{first}–{last}"
    elif last:
        dates = first if first == last else f"{first}–{last}"
    else:  # hours to come stand beside those that hold now
        dates = f"{first}–" if first and row.valid_from_on > day else ""
    return " ".join(part for part in (weekday, dates) if part)
