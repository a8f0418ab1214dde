"""The calendar's only arithmetic: times, changes, breaks and holidays between two days → sessions.

Pure: takes and returns plain tuples; no database, no clock. Every day is a local calendar day and
every time a local wall-clock time (Europe/Helsinki), so that 9.30 is 9.30 on both sides of a
change of clocks. Weeks are ISO 8601 weeks: 2026 has 53, and week 53 is odd as is the next week 1.

What decides whether a session is held, the strongest first
(docs/decisions/0010-a-change-of-one-date-beats-everything.md):

1. a change written for that one date;
2. "also during breaks" against a break, "also on public holidays" against a public holiday;
3. a break or a public holiday;
4. the rhythm, between the first and the last day on which it holds.

A change of many dates alters the sessions that are held in its range and brings none back: new
clock times for the whole spring do not open a door in the winter holiday.

Where several changes meet in one session, a cancellation beats a move, and a move beats other clock
times or another place; of two of a kind one date beats many, then the later written the earlier. A
cancellation of many dates gives way to what is written for one date after it.

A session that a change brings to a day, an extra one or a moved one, is held whatever else that day
is. It is as sessions of that day are, unless the change tells otherwise. Of other things written for
that date only later ones touch it: a cancellation cancels it, a programme is told of it.
"""

from __future__ import annotations

import datetime as dt
from bisect import insort
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain
from operator import attrgetter
from typing import NamedTuple

from meetingplaces.terms import ChangeKind, PartOfDay, Rhythm, Status

WEEK = dt.timedelta(days=7)


class Slot(NamedTuple):
    """A recurring time of an activity; weekday: ISO 1–7.

    nth: which weekday of the month, 1–5, or -1 for the last; for the rhythm "once a month".
    first_on, last_on: the first and last day on which it may be held; None: no limit.
    dates: the days of the rhythm "single dates".
    part: the part of the day, where the clock time is not known.
    """

    pk: int
    activity: int
    rhythm: str = Rhythm.EVERY_WEEK
    weekday: int | None = None
    start: dt.time | None = None
    end: dt.time | None = None
    place: int | None = None
    nth: int | None = None
    first_on: dt.date | None = None
    last_on: dt.date | None = None
    dates: tuple[dt.date, ...] = ()
    part: str = ""
    through_breaks: bool = False
    through_holidays: bool = False


class Change(NamedTuple):
    """What is otherwise on the days from `first_on` to `last_on`, both in; pk: later written is larger.

    A move and an extra session are of one date. start: None is "as usual", and so then is the end.
    """

    pk: int
    slot: int
    kind: str
    first_on: dt.date
    last_on: dt.date
    to_on: dt.date | None = None
    start: dt.time | None = None
    end: dt.time | None = None
    place: int | None = None

    @property
    def is_of_one_date(self) -> bool:
        return self.first_on == self.last_on

    def holds_on(self, day: dt.date) -> bool:
        return self.first_on <= day <= self.last_on


class Pause(NamedTuple):
    """A break: the days from `first_on` to `last_on`, both in, and the slots it holds for."""

    pk: int
    first_on: dt.date
    last_on: dt.date
    slots: frozenset[int]


class Occurrence(NamedTuple):
    """One session on one day.

    on, start, end, place: when and where it is held, or would have been.
    recurs_on: the day of the rhythm for which it stands; None for an extra session.
    changes: keys of the changes written for it: of many dates first, then its own, each as written.
    """

    on: dt.date
    start: dt.time | None
    end: dt.time | None
    slot: int
    activity: int
    place: int | None
    status: Status = Status.HELD
    recurs_on: dt.date | None = None
    changes: tuple[int, ...] = ()

    @property
    def is_held(self) -> bool:
        """Somebody is there on this day."""
        return self.status not in (Status.CANCELLED, Status.MOVED_AWAY)


class Skipped(NamedTuple):
    """A day of the rhythm without a session; pause: the break's key, None on a public holiday."""

    on: dt.date
    slot: int
    activity: int
    pause: int | None


class Timetable(NamedTuple):
    """Sessions between two days in the order of day, time and slot; the days left out, of day and slot."""

    occurrences: tuple[Occurrence, ...]
    skipped: tuple[Skipped, ...]


# --- Weeks and days --------------------------------------------------------------------------------
def days_between(first: dt.date, last: dt.date) -> Iterator[dt.date]:
    """Yield the days from `first` to `last`, both in."""
    for ordinal in range(first.toordinal(), last.toordinal() + 1):
        yield dt.date.fromordinal(ordinal)


def monday_of(day: dt.date) -> dt.date:
    """Return the first day of a day's ISO week."""
    return day - dt.timedelta(days=day.weekday())


def is_even_week(day: dt.date) -> bool:
    """Say whether a day's ISO week has an even number."""
    return day.isocalendar().week % 2 == 0


def is_nth_of_month(day: dt.date, nth: int) -> bool:
    """Say whether a day is the nth, or with -1 the last, of its weekday's name in its month."""
    if nth == -1:
        return (day + WEEK).month != day.month
    return (day.day - 1) // 7 + 1 == nth


def rhythm_days(slot: Slot, first: dt.date, last: dt.date) -> tuple[dt.date, ...]:
    """Return the days from `first` to `last` on which a slot recurs, in order, breaks not looked at."""
    if slot.first_on is not None and slot.first_on > first:
        first = slot.first_on
    if slot.last_on is not None and slot.last_on < last:
        last = slot.last_on
    return days_of_rhythm(slot.rhythm, slot.weekday, slot.nth, slot.dates, first, last)


@lru_cache(maxsize=1024)  # hundreds of slots share some dozens of rhythms and seasons
def days_of_rhythm(
    rhythm: str,
    weekday: int | None,
    nth: int | None,
    dates: tuple[dt.date, ...],
    first: dt.date,
    last: dt.date,
) -> tuple[dt.date, ...]:
    """Return the days of a rhythm from `first` to `last`; the arguments are a slot's."""
    if rhythm == Rhythm.DATES:
        return tuple(sorted(day for day in dates if first <= day <= last))
    if rhythm == Rhythm.VARIES or weekday is None:
        return ()
    start = first.toordinal() + (weekday - first.isoweekday()) % 7
    days = tuple(map(dt.date.fromordinal, range(start, last.toordinal() + 1, 7)))
    if rhythm == Rhythm.EVERY_WEEK:
        return days
    if rhythm == Rhythm.EVEN_WEEKS:
        return tuple(day for day in days if is_even_week(day))
    if rhythm == Rhythm.ODD_WEEKS:
        return tuple(day for day in days if not is_even_week(day))
    if rhythm == Rhythm.MONTHLY:
        return tuple(day for day in days if is_nth_of_month(day, nth))
    return ()


def recurs_on(slot: Slot, day: dt.date) -> bool:
    """Say whether a day is a day of the slot's rhythm."""
    return bool(rhythm_days(slot, day, day))


# Where in its day a session without a clock time stands.
PARTS = {
    PartOfDay.MORNING: dt.time(11, 59),
    PartOfDay.AFTERNOON: dt.time(15, 59),
    PartOfDay.EVENING: dt.time(22, 59),
}
UNKNOWN = dt.time(23, 59)


def time_order(start: dt.time | None, part: str) -> dt.time:
    """Return where in its day a session stands: one without a time comes after its part of the day."""
    return start or PARTS.get(part, UNKNOWN)


# --- Sessions --------------------------------------------------------------------------------------
def expand(
    slots: Iterable[Slot],
    changes: Iterable[Change],
    pauses: Iterable[Pause],
    holidays: Collection[dt.date],
    first: dt.date,
    last: dt.date,
) -> Timetable:
    """Return the sessions from `first` to `last`, both in.

    changes: of any slots; those of others are left alone. pauses: where two hold for one day, the first
    is told. holidays: the public holidays, at least those of the range. An empty range gives nothing.
    """
    changes_of: dict[int, list[Change]] = defaultdict(list)
    for change in sorted(changes, key=attrgetter("pk")):
        changes_of[change.slot].append(change)
    breaks_of = _days_of_breaks(pauses, first, last)
    public_holidays = frozenset(holidays)
    by_day: dict[dt.date, list[Occurrence]] = {day: [] for day in days_between(first, last)}
    unusual: list[Occurrence] = []
    skipped: list[Skipped] = []
    # Thousands of plain sessions are made here, and NamedTuple's own constructor takes twice as long.
    new, held, nothing = tuple.__new__, Status.HELD, {}
    slots = sorted(slots, key=attrgetter("pk"))
    slots.sort(key=lambda slot: time_order(slot.start, slot.part))
    for slot in slots:
        pk, activity, start, end, place = slot.pk, slot.activity, slot.start, slot.end, slot.place
        breaks = nothing if slot.through_breaks else breaks_of.get(pk, nothing)
        free = nothing if slot.through_holidays else public_holidays
        own = changes_of.get(pk)
        for day in rhythm_days(slot, first, last):
            written = _written_for(day, own) if own else nothing
            if (day in breaks or day in free) and not (written and any(c.is_of_one_date for c in written)):
                skipped.append(new(Skipped, (day, pk, activity, breaks.get(day))))
            elif written:
                unusual.append(_altered(slot, day, written))
            else:
                by_day[day].append(new(Occurrence, (day, start, end, pk, activity, place, held, day, ())))
        if own:
            unusual += _brought(slot, own, first, last)
    parts = {slot.pk: slot.part for slot in slots} if unusual else {}
    for session in unusual:
        insort(
            by_day[session.on],
            session,
            key=lambda each: (time_order(each.start, parts[each.slot]), each.slot),
        )
    return Timetable(tuple(chain.from_iterable(by_day.values())), tuple(sorted(skipped)))


def _days_of_breaks(
    pauses: Iterable[Pause], first: dt.date, last: dt.date
) -> dict[int, Mapping[dt.date, int]]:
    """Return by slot the days from `first` to `last` that breaks close, each with the break's key."""
    found: dict[int, Mapping[dt.date, int]] = {}
    for pause in pauses:
        days = dict.fromkeys(days_between(max(first, pause.first_on), min(last, pause.last_on)), pause.pk)
        for slot in pause.slots if days else ():
            found[slot] = {**days, **found[slot]} if slot in found else days
    return found


# --- Sessions with changes -------------------------------------------------------------------------
# What becomes of a session, by the change that decides, the strongest first.
OUTCOMES = {
    ChangeKind.CANCELLED: Status.CANCELLED,
    ChangeKind.MOVED: Status.MOVED_AWAY,
    ChangeKind.CHANGED: Status.CHANGED,
}
ALTERING = (ChangeKind.CHANGED, ChangeKind.PROGRAMME)


def _written_for(day: dt.date, changes: Sequence[Change]) -> list[Change]:
    """Return the changes of a day's usual session: those of many dates, then its own, each as written."""
    found = [c for c in changes if c.first_on <= day <= c.last_on and c.kind != ChangeKind.EXTRA]
    if not found:
        return found
    own = [c for c in found if c.is_of_one_date]
    newest = own[-1].pk if own else 0
    of_many = [c for c in found if not c.is_of_one_date]
    return [c for c in of_many if c.kind != ChangeKind.CANCELLED or c.pk > newest] + own


def _deciding(written: Sequence[Change]) -> Change | None:
    """Return the change that says what becomes of a session."""
    for kind in OUTCOMES:
        if of_kind := [change for change in written if change.kind == kind]:
            return of_kind[-1]
    return None


def _altered(slot: Slot, day: dt.date, written: Sequence[Change]) -> Occurrence:
    """Return a day's usual session with what is written for it."""
    decides = _deciding(written)
    status = OUTCOMES[decides.kind] if decides else Status.HELD
    return _session(slot, day, status, day, written)


def _brought(slot: Slot, changes: Sequence[Change], first: dt.date, last: dt.date) -> Iterator[Occurrence]:
    """Yield the sessions that extras and moves bring: as sessions of their new day are, unless told."""
    for change in changes:
        if change.kind == ChangeKind.EXTRA:
            on, recurred_on, status = change.first_on, None, Status.EXTRA
        elif change.kind == ChangeKind.MOVED:
            on, recurred_on, status = change.to_on, change.first_on, Status.MOVED_HERE
        else:
            continue
        if not first <= on <= last:
            continue
        own = [c for c in changes if c.holds_on(on) and not c.is_of_one_date and c.kind in ALTERING]
        if recurred_on:
            written = _written_for(recurred_on, changes)
            if _deciding(written) != change or not recurs_on(slot, recurred_on):
                continue  # cancelled, moved elsewhere, or never there
            own += [c for c in written if c.is_of_one_date and c.kind in ALTERING]
        own.append(change)
        later = [c for c in changes if c.pk > change.pk and c.holds_on(on) and c not in own]
        if any(c.kind == ChangeKind.CANCELLED for c in later):
            status = Status.CANCELLED
        told = [c for c in later if c.kind in (ChangeKind.CANCELLED, ChangeKind.PROGRAMME)]
        yield _session(slot, on, status, recurred_on, own + told, brought_by=change)


def _session(
    slot: Slot,
    on: dt.date,
    status: Status,
    recurred_on: dt.date | None,
    written: Sequence[Change],
    brought_by: Change | None = None,
) -> Occurrence:
    """Return a session at the time and the place that what is written gives it, the last the strongest."""
    start, end, place = slot.start, slot.end, slot.place
    for change in written:
        if change.kind == ChangeKind.CHANGED or change == brought_by:
            if change.start is not None:
                start, end = change.start, change.end
            if change.place is not None:
                place = change.place
    keys = tuple(change.pk for change in written)
    return Occurrence(on, start, end, slot.pk, slot.activity, place, status, recurred_on, keys)
