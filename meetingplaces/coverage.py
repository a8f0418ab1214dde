"""Is the network's goal met: free open activity for families of under-school-age children every weekday?

Pure functions over a `Calendar` and days; the pages show what comes of them. What counts:

- published and seen by all (the calendar holds nothing else), open hours or a guided session;
  a club for the same people each time does not count;
- free: attending is told to cost nothing. A price that is not known is a "not known", not a yes;
- open: not only for a certain audience, not at a place for young people, and without a needed
  registration unless one may drop in too. A registration that nobody has told of counts as none:
  what one must register for is told;
- the child comes with an adult: without a parent it is care, not a meeting place for the family;
- of some under-school age: 0–83 months. The time of pregnancy alone is not counted, for the goal
  speaks of families with children.

A session without a place counts for the municipalities of its organisers, and for no locality.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import NamedTuple

from meetingplaces.calendar import Calendar
from meetingplaces.holidays import holidays_between
from meetingplaces.models import MeetingPlace
from meetingplaces.terms import ActivityKind, Company, PriceKind, Registration, Rhythm, Status
from meetingplaces.timetable import Occurrence, days_between
from perhekeskus.ages import AgeSpan, suits

SCHOOL_MONTHS = 84
WEEKDAYS = range(1, 6)


class Why(StrEnum):
    """Why a day has nothing."""

    CANCELLED = "cancelled"
    MOVED = "moved"
    BREAK = "break"
    HOLIDAY = "holiday"
    NOT_KNOWN = "not_known"
    NOTHING = "nothing"


class Reason(NamedTuple):
    """Why, and of a break its key."""

    why: Why
    pause: int | None = None


class Area(NamedTuple):
    """A municipality, or with `locality` (as the place has it written) a village or a part of it."""

    town: str
    locality: str = ""


class Gap(NamedTuple):
    """A day without a session that counts, and all the reasons for it."""

    on: dt.date
    reasons: tuple[Reason, ...]


class Cell(NamedTuple):
    """One weekday (1–5) of one area and age group: on how many of its days there is something."""

    weekday: int
    days: int
    held: int
    gaps: tuple[Gap, ...]


class Row(NamedTuple):
    """The five weekdays of an area and an age group."""

    area: Area
    age: str
    cells: tuple[Cell, ...]


class _Found(NamedTuple):
    """What was found for an area, an age group and a day: `reasons` is empty when something is held."""

    is_held: bool
    reasons: frozenset[Reason]


def under_school_age(spans: Iterable[AgeSpan]) -> list[AgeSpan]:
    """Return the age groups of children who do not go to school yet."""
    return [span for span in spans if not span.pregnancy and span.first < SCHOOL_MONTHS]


def coverage(
    calendar: Calendar, towns: Sequence[str], ages: Sequence[AgeSpan], first: dt.date, weeks: int
) -> list[Row]:
    """Return the weekdays of `weeks` weeks from `first` on, by municipality, locality and age group.

    towns: slugs of the municipalities, each of which has a row whether or not anything happens there.
    ages: those of `under_school_age`.
    """
    last = first + dt.timedelta(7 * weeks - 1)
    days = [day for day in days_between(first, last) if day.isoweekday() in WEEKDAYS]
    found = _found(calendar, ages, first, last)
    rows = []
    for town in towns:
        localities = sorted({area.locality for area, _age, _day in found if area.town == town} - {""})
        for area in [Area(town), *(Area(town, locality) for locality in localities)]:
            for age in ages:
                cells = tuple(_cell(found, area, age.value, weekday, days) for weekday in WEEKDAYS)
                rows.append(Row(area, age.value, cells))
    return rows


def _cell(found: dict, area: Area, age: str, weekday: int, days: Sequence[dt.date]) -> Cell:
    own = [day for day in days if day.isoweekday() == weekday]
    holidays = holidays_between(days[0], days[-1])
    gaps = []
    for day in own:
        what = found.get((area, age, day), _Found(is_held=False, reasons=frozenset()))
        if not what.is_held:
            gaps.append(Gap(day, _reasons(what.reasons, is_holiday=day in holidays)))
    return Cell(weekday, len(own), len(own) - len(gaps), tuple(gaps))


def _reasons(found: frozenset[Reason], *, is_holiday: bool) -> tuple[Reason, ...]:
    """Return the reasons in one order; a public holiday needs no other, and no plan is the last of them."""
    if is_holiday:
        found = found - {Reason(Why.NOT_KNOWN)} | {Reason(Why.HOLIDAY)}
    order = list(Why)
    told = sorted(found, key=lambda reason: (order.index(reason.why), reason.pause or 0))
    return tuple(told) or (Reason(Why.NOTHING),)


def _found(calendar: Calendar, ages: Sequence[AgeSpan], first: dt.date, last: dt.date) -> dict:
    """Return what there is, by area, age group and day: {(Area, age, day): _Found}."""
    slots = [slot for slot in calendar.rules.values() if _may_count(calendar, slot.pk)]
    timetable = calendar.timetable(first, last, slots)
    held: set[tuple] = set()
    reasons: dict[tuple, set[Reason]] = defaultdict(set)
    ages_of = {
        activity: [age.value for age in ages if suits(calendar.activities[activity], age)]
        for activity in {slot.activity for slot in slots}
    }

    def note(slot: int, place: int | None, on: dt.date, reason: Reason | None) -> None:
        for area in _areas(calendar, slot, place):
            for age in ages_of[calendar.rules[slot].activity]:
                held.add((area, age, on)) if reason is None else reasons[area, age, on].add(reason)

    for session in timetable.occurrences:
        if _takes_anybody(calendar, session.slot, session.changes):
            note(session.slot, session.place, session.on, _reason_of(calendar, session))
    for skipped in timetable.skipped:
        if _takes_anybody(calendar, skipped.slot):
            why = Why.HOLIDAY if skipped.pause is None else Why.BREAK
            note(skipped.slot, calendar.rules[skipped.slot].place, skipped.on, Reason(why, skipped.pause))
    for slot in slots:
        if slot.rhythm == Rhythm.VARIES and _takes_anybody(calendar, slot.pk):
            for day in days_between(max(first, slot.first_on or first), min(last, slot.last_on or last)):
                note(slot.pk, slot.place, day, Reason(Why.NOT_KNOWN))
    return {
        key: _Found(is_held=key in held, reasons=frozenset(reasons.get(key, ()))) for key in {*held, *reasons}
    }


# --- What counts -----------------------------------------------------------------------------------
def _may_count(calendar: Calendar, slot: int) -> bool:
    """Say whether a time is of the kind that the goal speaks of, registration apart.

    A price that is not known may turn out to be none.
    """
    rule = calendar.rules[slot]
    activity = calendar.activities[rule.activity]
    place = calendar.places.get(rule.place)
    return (
        activity.kind in (ActivityKind.OPEN, ActivityKind.SESSION)
        and activity.company in (Company.WITH_ADULT, Company.EITHER)
        and not activity.only_for
        and suits(activity, AgeSpan("", 0, SCHOOL_MONTHS))
        and (place is None or place.for_whom == MeetingPlace.ForWhom.FAMILIES)
        and _price_is(calendar, slot) is not False
    )


def _takes_anybody(calendar: Calendar, slot: int, changes: Sequence[int] = ()) -> bool:
    """Say whether one need not register, as the changes of a day have it."""
    told = [calendar.changes[pk].registration for pk in changes]
    registration = next((each for each in reversed(told) if each), calendar.registration_of(slot))
    activity = calendar.activities[calendar.rules[slot].activity]
    return registration != Registration.REQUIRED or activity.drop_in_too


def _price_is(calendar: Calendar, slot: int) -> bool | None:
    """Return whether it is free; None when that is not known."""
    row = calendar.slots[slot]
    kind = row.price_kind or calendar.activities[row.activity_id].price_kind
    if kind in (PriceKind.UNSET, PriceKind.NOT_KNOWN):
        return None
    return calendar.is_free(slot)


def _reason_of(calendar: Calendar, session: Occurrence) -> Reason | None:
    """Return why a session does not fill its day; None when it does."""
    if session.status == Status.CANCELLED:
        return Reason(Why.CANCELLED)
    if session.status == Status.MOVED_AWAY:
        return Reason(Why.MOVED)
    return None if _price_is(calendar, session.slot) else Reason(Why.NOT_KNOWN)


def _areas(calendar: Calendar, slot: int, place: int | None) -> list[Area]:
    """Return where a session is: its municipality, and the locality in it; without a place its towns."""
    if place not in calendar.places:  # not known, or hidden
        return [Area(town) for town in calendar.towns[slot]]
    building = calendar.places[place].place
    whole = Area(building.municipality.slug)
    return [whole, whole._replace(locality=building.locality)] if building.locality else [whole]
