"""What a break holds for: asked before it is saved, and of things that the public does not see yet."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from typing import NamedTuple

from meetingplaces import timetable
from meetingplaces.break_scope import Named
from meetingplaces.calendar import Calendar
from meetingplaces.holidays import holidays_between
from meetingplaces.models import Break, WeeklySlot
from meetingplaces.timetable import Occurrence, Pause
from services.models import Actor


def named_by(chosen: dict[str, Collection]) -> Named:
    """Return what a break's form has chosen; chosen: rows by the break's relation."""
    towns = {town.slug for town in chosen["municipalities"]}
    for centre in chosen["family_centres"]:
        towns |= {town.slug for town in centre.municipalities.all()}
    keys = (frozenset(row.pk for row in chosen[name]) for name in ("activities", "places", "actors"))
    return Named(*keys, frozenset(towns))


RELATIONS = ("municipalities", "family_centres", "actors", "places", "activities")


class Touched(NamedTuple):
    """The sessions of a break's days: those it takes away, and those that are held through it."""

    taken: list[Occurrence]
    kept: list[Occurrence]


def touched_by(
    calendar: Calendar, named: Named, first: dt.date, last: dt.date, *, saved_as: int | None = None
) -> Touched:
    """Return what a break would touch. Pure.

    saved_as: the key of the same break as it is now, which is looked past.
    """
    slots = {
        pk: rule
        for pk, rule in calendar.rules.items()
        if named.holds_for(
            rule.activity, rule.place, calendar.organisers.get(rule.activity, ()), calendar.towns[pk]
        )
    }
    changes = [change for pk in slots for change in calendar.changes_of.get(pk, ())]
    others = [pause for pause in calendar.pauses if pause.pk != saved_as]
    held = []
    for pauses in (others, [*others, Pause(0, first, last, frozenset(slots))]):
        expanded = timetable.expand(
            slots.values(), changes, pauses, holidays_between(first, last), first, last
        )
        held.append([session for session in expanded.occurrences if session.is_held])
    before, after = held
    still = {(session.slot, session.on, session.start) for session in after}
    return Touched([s for s in before if (s.slot, s.on, s.start) not in still], after)


def pauses_of(slots: Collection[WeeklySlot]) -> list[Pause]:
    """Return every break as `timetable.py` takes it, with which of one activity's slots it holds for.

    slots: rows of one activity, saved or not; one that is not saved yet has the key 0.
    """
    breaks = Break.objects.prefetch_related(*RELATIONS, "family_centres__municipalities")
    organisers = _organisers(slots)
    facts = [
        (slot.pk or 0, slot.activity_id, slot.place_id, organisers, _towns(slot, organisers))
        for slot in slots
    ]
    pauses = []
    for row in breaks:
        named = named_by({relation: getattr(row, relation).all() for relation in RELATIONS})
        held_for = frozenset(pk for pk, *of_slot in facts if named.holds_for(*of_slot))
        pauses.append(Pause(row.pk, row.from_on, row.until_on, held_for))
    return pauses


def _organisers(slots: Collection[WeeklySlot]) -> frozenset[int]:
    activities = {slot.activity_id for slot in slots}
    visible = Actor.objects.visible_to(None).filter(activities__in=activities)
    return frozenset(visible.values_list("pk", flat=True))


def _towns(slot: WeeklySlot, organisers: Collection[int]) -> frozenset[str]:
    """Return the municipalities of a slot: its place's, else its own, else its organisers'."""
    if slot.place_id is not None:
        return frozenset({slot.place.place.municipality.slug})
    if slot.municipality_id is not None:
        return frozenset({slot.municipality.slug})
    towns = Actor.municipalities.through.objects.filter(actor__in=organisers)
    return frozenset(towns.values_list("municipality__slug", flat=True))
