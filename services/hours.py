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
    timed = [row for row in rows if row.kind in (Kind.REGULAR, Kind.OVERNIGHT)]
    exceptions = [row for row in rows if row.kind == Kind.EXCEPTION and row.holds_on(day)]
    today = exceptions or [row for row in timed if row.holds_on(day)]
    if not today:
        if timed:
            return DayHours(_t("closed"))
        return DayHours(_t("by appointment")) if rows else None
    spans = [row for row in today if row.opens_time and not row.is_closed]
    if not spans:
        return DayHours(_t("closed"))
    return DayHours(
        text=", ".join(clock_range(row.opens_time, row.closes_time) for row in spans),
        intervals=tuple(
            f"{row.opens_time:%H:%M}-{row.closes_time:%H:%M}" for row in spans if row.closes_time
        ),
    )


def week(rows: Sequence[OpeningSchedule], day: dt.date, language: str) -> list[HoursLine]:
    """Return the hours line by line: regular days first, then exceptions from `day` on."""
    lines = []
    for row in rows:
        over = row.valid_until_on or (row.valid_from_on if row.kind == Kind.EXCEPTION else None)
        if over and over < day:
            continue
        hours = _t("closed") if row.is_closed else clock_range(row.opens_time, row.closes_time)
        if row.kind == Kind.APPOINTMENT:
            hours = hours or _t("by appointment")
        lines.append(HoursLine(_when(row), hours, local_text(row, "note", language)))
    return lines


def _when(row: OpeningSchedule) -> str:
    weekday = str(Weekday(row.weekday).label) if row.weekday else ""
    if row.kind == Kind.EXCEPTION or row.valid_until_on:
        first = short_date(row.valid_from_on) if row.valid_from_on else ""
        last = short_date(row.valid_until_on) if row.valid_until_on else ""
        dates = first if first == last or not last else f"{first}–{last}"
        return " ".join(part for part in (weekday, dates) if part)
    return weekday
