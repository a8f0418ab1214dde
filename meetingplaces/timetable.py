"""The calendar's only arithmetic: times, changes, breaks and holidays between two days → sessions.

Pure: takes and returns plain tuples; no database, no clock. Every day is a local calendar day and
every time a local wall-clock time (Europe/Helsinki), so that 9.30 is 9.30 on both sides of a
change of clocks. Weeks are ISO 8601 weeks: 2026 has 53, and week 53 is odd as is the next week 1.

What decides whether a session is held, the strongest first:

1. a change written for that one date;
2. "also during breaks" against a break, "also on public holidays" against a public holiday;
3. a break or a public holiday;
4. the rhythm, between the first and the last day on which it holds.

A change of many dates alters the sessions that are held in its range and brings none back: new
clock times for the whole spring do not open a door in the winter holiday. Among the changes of
one date a cancellation beats a move and a move beats a change; of two that change the same thing,
the later written wins. A cancellation written after an extra session, or after a move to its day,
cancels that session too.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, Protocol

from meetingplaces.terms import ChangeKind, PartOfDay, Rhythm, Status

WEEK = dt.timedelta(days=7)


class Rule(Protocol):
    """What says on which days something recurs; weekday: ISO 1–7."""

    rhythm: str
    weekday: int | None
    nth: int | None
    first_on: dt.date | None
    last_on: dt.date | None
    dates: Collection[dt.date]


class Slot(NamedTuple):
    """A recurring time of an activity.

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
    """What is otherwise on the days from `first_on` to `last_on`, both in; pk: later written is larger."""

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
    changes: keys of the changes that hold for it, in the order in which they were written.
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
    """Sessions between two days in the order of day and time, and the days left out."""

    occurrences: list[Occurrence]
    skipped: list[Skipped]


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


def rhythm_days(rule: Rule, first: dt.date, last: dt.date) -> list[dt.date]:
    """Return the days from `first` to `last` on which a rule recurs, in order, breaks not looked at."""
    if rule.first_on is not None and rule.first_on > first:
        first = rule.first_on
    if rule.last_on is not None and rule.last_on < last:
        last = rule.last_on
    rhythm = rule.rhythm
    if rhythm == Rhythm.DATES:
        return sorted(day for day in rule.dates if first <= day <= last)
    if rhythm == Rhythm.VARIES or rule.weekday is None:
        return []
    start, from_ordinal = first.toordinal(), dt.date.fromordinal
    start += (rule.weekday - 1 - first.weekday()) % 7
    days = [from_ordinal(ordinal) for ordinal in range(start, last.toordinal() + 1, 7)]
    if rhythm == Rhythm.EVEN_WEEKS:
        return [day for day in days if is_even_week(day)]
    if rhythm == Rhythm.ODD_WEEKS:
        return [day for day in days if not is_even_week(day)]
    if rhythm == Rhythm.MONTHLY:
        return [day for day in days if is_nth_of_month(day, rule.nth)]
    return days


def recurs_on(rule: Rule, day: dt.date) -> bool:
    """Say whether a day is a day of the rule's rhythm."""
    return bool(rhythm_days(rule, day, day))


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

    changes: of any slots; those of others are left alone. holidays: the public holidays, at least
    those of the range. An empty range gives nothing.
    """
    slots = list(slots)
    by_slot: dict[int, list[Change]] = defaultdict(list)
    for change in changes:
        by_slot[change.slot].append(change)
    free_days = {day for day in holidays if first <= day <= last}
    paused: dict[int, list[Pause]] = defaultdict(list)
    for pause in pauses:
        if pause.first_on <= last and pause.last_on >= first:
            for pk in pause.slots:
                paused[pk].append(pause)
    occurrences: list[Occurrence] = []
    skipped: list[Skipped] = []
    for slot in slots:
        own_changes, own_pauses = by_slot.get(slot.pk), paused.get(slot.pk)
        if own_changes or own_pauses or free_days:
            _expand_slot(
                slot, own_changes or [], own_pauses or [], free_days, first, last, occurrences, skipped
            )
            continue
        _pk, activity, _rhythm, _weekday, start, end, place = slot[:7]
        pk = slot.pk
        occurrences += [
            Occurrence(day, start, end, pk, activity, place, Status.HELD, day)
            for day in rhythm_days(slot, first, last)
        ]
    parts = {slot.pk: slot.part for slot in slots}
    occurrences.sort(key=lambda each: (each.on, time_order(each.start, parts[each.slot]), each.slot))
    return Timetable(occurrences, skipped)


def _expand_slot(slot, changes, pauses, free_days, first, last, occurrences, skipped) -> None:
    """Add one slot's sessions and left-out days."""
    changes = sorted(changes, key=lambda change: change.pk)
    lasting = [change for change in changes if not change.is_of_one_date]
    of_date: dict[dt.date, list[Change]] = defaultdict(list)
    for change in changes:
        if change.is_of_one_date and change.kind != ChangeKind.EXTRA:
            of_date[change.first_on].append(change)
    for day in rhythm_days(slot, first, last):
        single = of_date.get(day)
        if not single:
            pause = _reason_to_skip(slot, day, pauses, free_days)
            if pause is not None:
                skipped.append(pause)
                continue
        own = [change for change in lasting if change.first_on <= day <= change.last_on]
        own = sorted([*own, *single], key=lambda change: change.pk) if single else own
        occurrences.append(_session(slot, day, own))
    for change in changes:
        if change.kind == ChangeKind.EXTRA and first <= change.first_on <= last:
            occurrences.append(_extra(slot, change, of_date, lasting))
        elif change.kind == ChangeKind.MOVED and first <= change.to_on <= last:
            moved = _moved_here(slot, change, of_date, lasting)
            if moved is not None:
                occurrences.append(moved)


def _reason_to_skip(slot: Slot, day: dt.date, pauses: Sequence[Pause], free_days) -> Skipped | None:
    if not slot.through_breaks:
        for pause in pauses:
            if pause.first_on <= day <= pause.last_on:
                return Skipped(day, slot.pk, slot.activity, pause.pk)
    if day in free_days and not slot.through_holidays:
        return Skipped(day, slot.pk, slot.activity, None)
    return None


def _session(slot: Slot, day: dt.date, changes: Sequence[Change]) -> Occurrence:
    """Return the session of a day of the rhythm, with the changes that hold for that day."""
    usual = Occurrence(day, slot.start, slot.end, slot.pk, slot.activity, slot.place, Status.HELD, day)
    if not changes:
        return usual
    keys = tuple(change.pk for change in changes)
    kinds = {change.kind for change in changes}
    if ChangeKind.CANCELLED in kinds:
        return usual._replace(status=Status.CANCELLED, changes=keys)
    if ChangeKind.MOVED in kinds:
        return usual._replace(status=Status.MOVED_AWAY, changes=keys)
    status = Status.CHANGED if ChangeKind.CHANGED in kinds else Status.HELD
    return _with_changes(usual, changes)._replace(status=status, changes=keys)


def _with_changes(session: Occurrence, changes: Iterable[Change]) -> Occurrence:
    """Return a session with the times and the place of changes, the later written last."""
    for change in changes:
        if change.kind in (ChangeKind.CHANGED, ChangeKind.MOVED):
            if change.start is not None:
                session = session._replace(start=change.start, end=change.end)
            if change.place is not None:
                session = session._replace(place=change.place)
    return session


def _moved_here(slot: Slot, move: Change, of_date: Mapping, lasting: Sequence[Change]) -> Occurrence | None:
    """Return the session that a move brings to its new day; None when it is not that one's to bring."""
    day = move.first_on
    own = [change for change in lasting if change.first_on <= day <= change.last_on]
    own = sorted([*own, *of_date[day]], key=lambda change: change.pk)
    moves = [change for change in own if change.kind == ChangeKind.MOVED]
    cancelled = any(change.kind == ChangeKind.CANCELLED for change in own)
    if cancelled or moves[-1] != move or not recurs_on(slot, day):
        return None
    usual = Occurrence(move.to_on, slot.start, slot.end, slot.pk, slot.activity, slot.place, Status.HELD, day)
    later = _written_after(move, move.to_on, of_date, lasting)
    cancelled = [change.pk for change in later if change.kind == ChangeKind.CANCELLED]
    status = Status.CANCELLED if cancelled else Status.MOVED_HERE
    keys = (*(change.pk for change in own), *cancelled)
    return _with_changes(usual, own)._replace(status=status, changes=keys)


def _extra(slot: Slot, extra: Change, of_date: Mapping, lasting: Sequence[Change]) -> Occurrence:
    """Return an extra session: at its own time, else at the usual one."""
    start, end = (slot.start, slot.end) if extra.start is None else (extra.start, extra.end)
    place = slot.place if extra.place is None else extra.place
    day = extra.first_on
    later = _written_after(extra, day, of_date, lasting)
    status = Status.CANCELLED if any(c.kind == ChangeKind.CANCELLED for c in later) else Status.EXTRA
    told = [change.pk for change in later if change.kind in (ChangeKind.CANCELLED, ChangeKind.PROGRAMME)]
    return Occurrence(day, start, end, slot.pk, slot.activity, place, status, None, (extra.pk, *told))


def _written_after(change: Change, day: dt.date, of_date: Mapping, lasting: Sequence[Change]) -> list[Change]:
    """Return the changes of a day that were written after another one."""
    own = [each for each in lasting if each.first_on <= day <= each.last_on]
    return sorted(each for each in [*own, *of_date.get(day, ())] if each.pk > change.pk)
