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

Where several changes meet in one session: a cancellation beats a move, and a move beats other clock
times or another place; of two of a kind that of one date beats that of many, then the later written
the earlier. Only a cancellation of many dates gives way to what is written for one date after it.

A session that a change brings to a day, an extra one or a moved one, is held whatever else that day
is. Of what is written for that day, only what is written later than it touches it: a cancellation
cancels it, a programme is told of it.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain
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


def rhythm_days(slot: Slot, first: dt.date, last: dt.date) -> Sequence[dt.date]:
    """Return the days from `first` to `last` on which a slot recurs, in order, breaks not looked at."""
    if slot.first_on is not None and slot.first_on > first:
        first = slot.first_on
    if slot.last_on is not None and slot.last_on < last:
        last = slot.last_on
    if slot.rhythm == Rhythm.DATES:
        return sorted(day for day in slot.dates if first <= day <= last)
    return weekday_days(slot.rhythm, slot.weekday, slot.nth, first, last)


@lru_cache(maxsize=1024)  # hundreds of slots share some dozens of rhythms
def weekday_days(
    rhythm: str, weekday: int | None, nth: int | None, first: dt.date, last: dt.date
) -> tuple[dt.date, ...]:
    if rhythm == Rhythm.VARIES or weekday is None:
        return ()
    start = first.toordinal() + (weekday - first.isoweekday()) % 7
    days = map(dt.date.fromordinal, range(start, last.toordinal() + 1, 7))
    if rhythm == Rhythm.EVEN_WEEKS:
        return tuple(day for day in days if is_even_week(day))
    if rhythm == Rhythm.ODD_WEEKS:
        return tuple(day for day in days if not is_even_week(day))
    if rhythm == Rhythm.MONTHLY:
        return tuple(day for day in days if is_nth_of_month(day, nth))
    return tuple(days)


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
    return start if start is not None else PARTS.get(part, UNKNOWN)


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
    for change in changes:
        changes_of[change.slot].append(change)
    free = {day: None for day in holidays if first <= day <= last}
    breaks = [
        (
            pause.slots,
            dict.fromkeys(days_between(max(first, pause.first_on), min(last, pause.last_on)), pause.pk),
        )
        for pause in pauses
        if pause.first_on <= last and pause.last_on >= first
    ]
    slots = sorted(slots, key=_usual_order)
    by_day: dict[dt.date, list[Occurrence]] = {day: [] for day in days_between(first, last)}
    out_of_order: set[dt.date] = set()
    skipped: list[Skipped] = []
    held = Status.HELD
    for slot in slots:
        closed = _closed_days(slot, free, breaks)
        if slot.pk in changes_of:
            for each in _changed(slot, changes_of[slot.pk], closed, first, last):
                if isinstance(each, Skipped):
                    skipped.append(each)
                else:
                    by_day[each.on].append(each)
                    out_of_order.add(each.on)
            continue
        pk, activity, start, end, place = slot.pk, slot.activity, slot.start, slot.end, slot.place
        for day in rhythm_days(slot, first, last):
            if day in closed:
                skipped.append(Skipped(day, pk, activity, closed[day]))
            else:
                by_day[day].append(Occurrence(day, start, end, pk, activity, place, held, day))
    if out_of_order:
        parts = {slot.pk: slot.part for slot in slots}
        for day in out_of_order:
            by_day[day].sort(key=lambda each: (time_order(each.start, parts[each.slot]), each.slot))
    return Timetable(tuple(chain.from_iterable(by_day.values())), tuple(sorted(skipped)))


def _usual_order(slot: Slot) -> tuple[dt.time, int]:
    return time_order(slot.start, slot.part), slot.pk


def _closed_days(slot: Slot, free: Mapping, breaks: Sequence[tuple[frozenset[int], Mapping]]) -> Mapping:
    """Return the days on which a break or a public holiday closes a slot: the break's key, or None."""
    closed = {} if slot.through_holidays else free
    if not slot.through_breaks:
        for slots, days in reversed(breaks):
            if slot.pk in slots:
                closed = {**closed, **days}
    return closed


# --- Sessions with changes -------------------------------------------------------------------------
# What becomes of a session, by the change that decides, the strongest first.
OUTCOMES = {
    ChangeKind.CANCELLED: Status.CANCELLED,
    ChangeKind.MOVED: Status.MOVED_AWAY,
    ChangeKind.CHANGED: Status.CHANGED,
}


def _changed(
    slot: Slot, changes: Iterable[Change], closed: Mapping, first: dt.date, last: dt.date
) -> Iterator[Occurrence | Skipped]:
    """Yield the sessions and the left-out days of a slot that has changes."""
    changes = sorted(changes, key=lambda change: change.pk)
    for day in rhythm_days(slot, first, last):
        own = _written_for(day, changes)
        if day in closed and not any(change.is_of_one_date for change in own):
            yield Skipped(day, slot.pk, slot.activity, closed[day])
        else:
            decides = _deciding(own)
            status = OUTCOMES[decides.kind] if decides else Status.HELD
            usual = _session(slot, day, [c for c in own if c.kind == ChangeKind.CHANGED])
            yield usual._replace(status=status, recurs_on=day, changes=_keys(own))
    for change in changes:
        if change.kind == ChangeKind.EXTRA and first <= change.first_on <= last:
            yield _brought(slot, change, change.first_on, changes)
        elif change.kind == ChangeKind.MOVED and first <= change.to_on <= last:
            decides = _deciding(_written_for(change.first_on, changes))
            if decides == change and recurs_on(slot, change.first_on):
                yield _brought(slot, change, change.to_on, changes)


def _written_for(day: dt.date, changes: Sequence[Change]) -> list[Change]:
    """Return the changes of a day's usual session: those of many dates, then its own, each as written."""
    found = [c for c in changes if c.holds_on(day) and c.kind != ChangeKind.EXTRA]
    own = [c for c in found if c.is_of_one_date]
    newest = own[-1].pk if own else 0
    of_many = [c for c in found if not c.is_of_one_date]
    return [c for c in of_many if c.kind != ChangeKind.CANCELLED or c.pk > newest] + own


def _deciding(changes: Sequence[Change]) -> Change | None:
    """Return the change that says what becomes of a session."""
    for kind in OUTCOMES:
        if of_kind := [change for change in changes if change.kind == kind]:
            return of_kind[-1]
    return None


def _brought(slot: Slot, change: Change, on: dt.date, changes: Sequence[Change]) -> Occurrence:
    """Return the session that an extra or a move brings to a day: as sessions of that day are, unless told."""
    is_move = change.kind == ChangeKind.MOVED
    alters = (ChangeKind.CHANGED, ChangeKind.PROGRAMME)
    own = [c for c in changes if c.holds_on(on) and not c.is_of_one_date and c.kind in alters]
    if is_move:  # what was written for its old date goes with it
        own += [c for c in changes if c.is_of_one_date and c.holds_on(change.first_on) and c.kind in alters]
    own.append(change)
    later = [c for c in changes if c.pk > change.pk and c.holds_on(on) and c not in own]
    later = [c for c in later if c.kind in (ChangeKind.CANCELLED, ChangeKind.PROGRAMME)]
    status = Status.MOVED_HERE if is_move else Status.EXTRA
    if any(c.kind == ChangeKind.CANCELLED for c in later):
        status = Status.CANCELLED
    session = _session(slot, on, own)
    return session._replace(
        status=status, recurs_on=change.first_on if is_move else None, changes=_keys(own + later)
    )


def _session(slot: Slot, on: dt.date, changes: Iterable[Change]) -> Occurrence:
    """Return a slot's session with the times and the place that changes give it, the last the strongest."""
    start, end, place = slot.start, slot.end, slot.place
    for change in changes:
        if change.start is not None:
            start, end = change.start, change.end
        if change.place is not None:
            place = change.place
    return Occurrence(on, start, end, slot.pk, slot.activity, place)


def _keys(changes: Iterable[Change]) -> tuple[int, ...]:
    return tuple(change.pk for change in changes)
