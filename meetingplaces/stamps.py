"""When the times were last written and how often: what a feed says of its age without asking a clock.

Read from the kept history, once for each content revision in each process.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass, field
from typing import NamedTuple

from django.db.models import Count, Max

from meetingplaces.models import (
    Activity,
    ActivityOrganiser,
    ActivityPrice,
    SlotChange,
    SlotDate,
    Visit,
    VisitDate,
    WeeklySlot,
)
from perhekeskus.kept import Kept


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
    (VisitDate, "visit__slot_id"),
)
OF_ACTIVITY = ((Activity, "id"), (ActivityOrganiser, "activity_id"), (ActivityPrice, "activity_id"))


@dataclass
class Stamps:
    """The stamps of each slot's and of each activity's own rows, by primary key."""

    revision: int = 0
    of_slot: dict[int, Stamp] = field(default_factory=dict)
    of_activity: dict[int, Stamp] = field(default_factory=dict)

    def of(self, slot: int, activity: int) -> Stamp:
        """Return the stamp of a slot's events: both its own rows and its activity's count."""
        own = self.of_slot.get(slot, WITHOUT_HISTORY)
        other = self.of_activity.get(activity, WITHOUT_HISTORY)
        return Stamp(max(own.moment, other.moment), own.sequence + other.sequence)


def read(language: str, revision: int) -> Stamps:
    """Read the newest moment and the number of writings of every slot and activity."""
    return Stamps(revision, _stamps(OF_SLOT), _stamps(OF_ACTIVITY))


def _stamps(sources) -> dict[int, Stamp]:
    found: dict[int, list[Stamp]] = defaultdict(list)
    for model, path in sources:
        rows = model.history.model.objects.order_by().values_list(path)
        for pk, moment, count in rows.annotate(Max("history_date"), Count("pk")):
            found[pk].append(Stamp(moment.replace(microsecond=0), count))
    return {
        pk: Stamp(max(stamp.moment for stamp in own), sum(stamp.sequence for stamp in own))
        for pk, own in found.items()
    }


# The stamps, at least as new as a revision: stamps(language, revision).
stamps = Kept(read)
