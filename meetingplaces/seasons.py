"""A season copied: the same times from one day to another, and the old ones end before them.

A copy has the time's rhythm, place, clock times and prices; its single dates, changes and visits are
not copied. A time that would still be held in the new season ends on the day before it and goes on
as its copy; one that has ended before goes on as its copy too, unless something else comes in its
place already. A time that begins only during the new season cannot be copied into it, nor one that
the new season has already: a copy that is sent twice is made once.
"""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _t

from meetingplaces.models import ActivityPrice, WeeklySlot
from meetingplaces.terms import Rhythm
from perhekeskus import caching
from perhekeskus.dates import short_date
from perhekeskus.languages import LANGUAGES

# A time of the new season that has all of these is the copy, whether or not it is told to be.
LIKENESS = ("place", "rhythm", "weekday", "nth", "start_time", "end_time", "part_of_day")
DAY = dt.timedelta(days=1)


@dataclass(frozen=True)
class Copying:
    """What copying one time does.

    ends_on: the last day that the old time gets, None when it has ended by then.
    goes_on: the copy is told to come in place of the old time.
    lost_changes: how many of its changes are of days on which it is no longer held.
    fault: why it cannot be copied, "" when it can.
    """

    slot: WeeklySlot
    ends_on: dt.date | None
    goes_on: bool
    lost_changes: int
    fault: str

    @property
    def remarks(self) -> list[str]:
        """What is done besides copying, and what is not, in sentences."""
        told = []
        if self.ends_on:
            told.append(_t("The old time ends on %(day)s.") % {"day": short_date(self.ends_on)})
        if self.lost_changes:
            text = _t("Changes written for later days stay with the old time: %(count)d.")
            told.append(text % {"count": self.lost_changes})
        if self.slot.rhythm in (Rhythm.DATES, Rhythm.VARIES):
            told.append(_t("Its single dates are not copied: write the new ones."))
        return told


def plan(slots: Iterable[WeeklySlot], first: dt.date, last: dt.date) -> list[Copying]:
    """Return what copying does to each time; nothing is written."""
    return [_copying(slot, first, last) for slot in slots]


def _copying(slot: WeeklySlot, first: dt.date, last: dt.date) -> Copying:
    begins, ends = slot.valid_from_on, slot.valid_until_on
    if begins is not None and begins >= first:
        fault = _t("It begins on %(day)s, so it cannot come before itself: choose a later season.")
        return Copying(slot, None, False, 0, fault % {"day": short_date(begins)})
    if _is_copied(slot, first):
        fault = _t("It has been copied already: the new time begins on %(day)s.")
        return Copying(slot, None, False, 0, fault % {"day": short_date(first)})
    goes_through = ends is None or ends >= first
    lost = slot.changes.filter(from_on__gte=first).count() if goes_through else 0
    return Copying(
        slot, first - DAY if goes_through else None, goes_through or slot.replaced_by_id is None, lost, ""
    )


def _is_copied(slot: WeeklySlot, first: dt.date) -> bool:
    begun = WeeklySlot.objects.filter(activity=slot.activity_id, valid_from_on=first)
    like = Q(**{name: getattr(slot, name) for name in LIKENESS})
    return begun.filter(Q(pk=slot.replaced_by_id) | like).exists()


def copy(
    slots: QuerySet[WeeklySlot], first: dt.date, last: dt.date
) -> list[tuple[WeeklySlot, WeeklySlot | None]]:
    """Copy all or nothing. Return each new time, and the old one where it was changed; [] when nothing.

    The times are read and planned under the lock that all writers take: of two presses one copies.
    """
    made = []
    with caching.change():
        plans = plan(slots.all(), first, last)
        if any(each.fault for each in plans):
            return []
        for each in plans:
            new = _new_slot(each.slot, first, last)
            old = each.slot
            if each.ends_on:
                old.valid_until_on = each.ends_on
            if each.goes_on:
                old.replaced_by = new
                old.save()
            made.append((new, old if each.goes_on else None))
    return made


def _new_slot(slot: WeeklySlot, first: dt.date, last: dt.date) -> WeeklySlot:
    prices = list(slot.prices.all())
    new = _as_new(WeeklySlot.objects.get(pk=slot.pk))
    new.uuid, new.source, new.source_id = uuid.uuid4(), "", ""
    new.valid_from_on, new.valid_until_on, new.replaced_by = first, last, None
    for language in LANGUAGES.values():
        setattr(new, f"ending_note_{language.column_suffix}", "")
    new.save()
    for price in prices:
        own = _as_new(ActivityPrice.objects.get(pk=price.pk))
        own.slot = new
        own.save()
    return new


def _as_new(row):
    """Return a row that will be written as another one."""
    row.pk = None
    row._state.adding = True
    return row
