"""When the times were last written and how often: what a feed says of its age without asking a clock.

Read from the kept history, once for each content revision in each process.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import NamedTuple

from django.db.models import Count, Max

from meetingplaces.models import (
    Activity,
    ActivityOrganiser,
    ActivityPrice,
    Break,
    MeetingPlace,
    SlotChange,
    SlotDate,
    Visit,
    VisitDate,
    WeeklySlot,
)
from perhekeskus.kept import Kept
from services.models import Place


class Stamp(NamedTuple):
    """moment: aware, of the last writing, whole seconds; sequence: how many writings came before."""

    moment: dt.datetime
    sequence: int


# Of rows without a history, as those that were brought in many at once.
WITHOUT_HISTORY = Stamp(dt.datetime(2026, 1, 1, tzinfo=dt.UTC), 0)

# What hangs from a slot and from an activity, and how its history leads there.
OF_SLOT = (
    (WeeklySlot, "id"),
    (SlotDate, "slot_id"),
    (SlotChange, "slot_id"),
    (Visit, "slot_id"),
)
# What any event may tell of: its place and building, and the breaks that leave it out.
OF_ALL = (Break, MeetingPlace, Place)
OF_ACTIVITY = ((Activity, "id"), (ActivityOrganiser, "activity_id"), (ActivityPrice, "activity_id"))


@dataclass
class Stamps:
    """The stamps of each slot's and of each activity's own rows, by primary key."""

    revision: int = 0
    of_slot: dict[int, Stamp] = field(default_factory=dict)
    of_activity: dict[int, Stamp] = field(default_factory=dict)
    of_all: Stamp = WITHOUT_HISTORY

    def of(self, slot: int, activity: int) -> Stamp:
        """Return the stamp of a slot's events: its own rows, its activity's, and places and breaks count."""
        own = self.of_slot.get(slot, WITHOUT_HISTORY)
        other = self.of_activity.get(activity, WITHOUT_HISTORY)
        return _together([own, other, self.of_all])


def read(language: str, revision: int) -> Stamps:
    """Read the newest moment and the number of writings of every slot and activity."""
    # A date of a visit leads to its slot through the visit's history: the visit itself may be gone.
    visits = Visit.history.model.objects.order_by()
    slot_of = dict(visits.values_list("id", "slot_id"))
    dates = {slot_of[pk]: [] for pk in slot_of}
    for pk, stamp in _stamps([(VisitDate, "visit_id")]).items():
        if pk in slot_of:
            dates[slot_of[pk]].append(stamp)
    every = [_newest(model.history.model.objects.order_by()) for model in OF_ALL]
    return Stamps(revision, _stamps(OF_SLOT, dates), _stamps(OF_ACTIVITY), _together(every))


def _newest(rows) -> Stamp:
    told = rows.aggregate(moment=Max("history_date"), count=Count("pk"))
    return Stamp(told["moment"].replace(microsecond=0), told["count"]) if told["moment"] else WITHOUT_HISTORY


def _together(stamps: Iterable[Stamp]) -> Stamp:
    """Return the newest moment and the sum of the writings."""
    stamps = list(stamps)
    return Stamp(max(stamp.moment for stamp in stamps), sum(stamp.sequence for stamp in stamps))


def _stamps(sources, more: Mapping[int, list[Stamp]] = MappingProxyType({})) -> dict[int, Stamp]:
    """Return the stamps of the sources' rows by primary key; more: others that count for a key."""
    found: dict[int, list[Stamp]] = defaultdict(list)
    for pk, own in more.items():
        found[pk] += own
    for model, path in sources:
        rows = model.history.model.objects.order_by().values_list(path)
        for pk, moment, count in rows.annotate(Max("history_date"), Count("pk")):
            found[pk].append(Stamp(moment.replace(microsecond=0), count))
    return {pk: _together(own) for pk, own in found.items() if own}


# The stamps, at least as new as a revision: stamps(language, revision).
stamps = Kept(read)
