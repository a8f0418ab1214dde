"""Slots, changes and breaks as `timetable.py` takes them, and its answers as lines to read. No database."""

from __future__ import annotations

import datetime as dt

from hypothesis import strategies as st

from meetingplaces.terms import ChangeKind, PartOfDay, Rhythm
from meetingplaces.timetable import Change, Occurrence, Pause, Slot, Timetable, expand
from tests.calendar_factories import clock


def day(text: str) -> dt.date:
    """Return a day: "24.11." of 2026, or "6.1.2027"."""
    number, month, year = text.split(".")
    return dt.date(int(year or 2026), int(month), int(number))


def slot(pk: int = 1, weekday: int | None = 2, at: str = "9.30–11.30", **fields) -> Slot:
    """A slot of Tuesdays unless told otherwise."""
    start, _, end = at.partition("–")
    return Slot(
        pk, **{"activity": 10 + pk, "weekday": weekday, "start": clock(start), "end": clock(end)} | fields
    )


def change(pk: int, kind: str, on: str, until: str = "", to: str = "", at: str = "", **fields) -> Change:
    start, _, end = at.partition("–")
    return Change(
        pk,
        fields.pop("slot", 1),
        kind,
        day(on),
        day(until or on),
        day(to) if to else None,
        clock(start),
        clock(end),
        **fields,
    )


def pause(first: str, last: str, *slots: int, pk: int = 7) -> Pause:
    return Pause(pk, day(first), day(last), frozenset(slots or {1}))


def between(first: str, last: str, *slots: Slot, changes=(), pauses=(), holidays=()) -> Timetable:
    return expand(slots, changes, pauses, {day(text) for text in holidays}, day(first), day(last))


def line(session: Occurrence) -> str:
    """Return a session as "24.11. 9.30 held"; a time that is not known is "?"."""
    time = f"{session.start.hour}.{session.start.minute:02}" if session.start else "?"
    return f"{session.on.day}.{session.on.month}. {time} {session.status}"


def lines(timetable: Timetable) -> list[str]:
    return [line(session) for session in timetable.occurrences]


def left_out(timetable: Timetable) -> list[tuple[str, int | None]]:
    """Return the days left out, each with the break's key, None on a public holiday."""
    return [(f"{skipped.on.day}.{skipped.on.month}.", skipped.pause) for skipped in timetable.skipped]


# --- Anything that can be written -------------------------------------------------------------------
FIRST, LAST = dt.date(2026, 10, 1), dt.date(2027, 3, 31)
DAYS = st.dates(FIRST, LAST)
TIMES = st.none() | st.sampled_from([dt.time(0, 0), dt.time(9, 30), dt.time(12), dt.time(23, 59)])
RHYTHMS = st.sampled_from(Rhythm.values)


@st.composite
def slots(draw, pk: int = 1) -> Slot:
    """Any slot that the database takes."""
    rhythm = draw(RHYTHMS)
    limits = draw(st.none() | DAYS), draw(st.none() | DAYS)
    if None not in limits:
        limits = sorted(limits)
    return Slot(
        pk,
        10 + pk,
        rhythm,
        weekday=draw(st.integers(1, 7)),
        start=draw(TIMES),
        nth=draw(st.sampled_from([1, 2, 3, 4, 5, -1])) if rhythm == Rhythm.MONTHLY else None,
        first_on=limits[0],
        last_on=limits[1],
        dates=tuple(draw(st.sets(DAYS, max_size=5))) if rhythm == Rhythm.DATES else (),
        part=draw(st.sampled_from(["", *PartOfDay.values])),
        through_breaks=draw(st.booleans()),
        through_holidays=draw(st.booleans()),
    )


@st.composite
def changes(draw, pk: int, slot: int) -> Change:
    """Any change that the database takes."""
    kind = draw(st.sampled_from(ChangeKind.values))
    first, last = draw(DAYS), draw(DAYS)
    of_one_date = kind in (ChangeKind.MOVED, ChangeKind.EXTRA) or draw(st.booleans())
    first, last = (first, first) if of_one_date else sorted((first, last))
    to_on = draw(DAYS) if kind == ChangeKind.MOVED else None
    return Change(pk, slot, kind, first, last, to_on, draw(TIMES), place=draw(st.none() | st.integers(1, 3)))


@st.composite
def calendars(draw) -> tuple[list[Slot], list[Change], list[Pause], set[dt.date]]:
    """Some slots, their changes, breaks and public holidays; half the changes fall on the slots' weekdays."""
    some = [draw(slots(pk)) for pk in range(1, draw(st.integers(1, 3)) + 1)]
    keys = st.sampled_from([each.pk for each in some])
    written = []
    for pk in range(draw(st.integers(0, 6))):
        each = draw(changes(pk, draw(keys)))
        weekday = some[each.slot - 1].weekday
        if draw(st.booleans()):  # on the slot's weekday, where it can do something
            on = each.first_on + dt.timedelta((weekday - each.first_on.isoweekday()) % 7)
            each = each._replace(first_on=on, last_on=on if each.is_of_one_date else max(on, each.last_on))
        written.append(each)
    pauses = [
        Pause(pk, *sorted((draw(DAYS), draw(DAYS))), draw(st.frozensets(keys)))
        for pk in range(draw(st.integers(0, 2)))
    ]
    return some, written, pauses, draw(st.sets(DAYS, max_size=8))
