"""Calendars made in memory, without a database: rows are never saved, and have keys all the same."""

from __future__ import annotations

import datetime as dt
import uuid

from meetingplaces.calendar import Calendar, ShownVisit, change_rule, slot_rule
from meetingplaces.models import Activity, MeetingPlace, SlotChange, Visit, WeeklySlot
from meetingplaces.timetable import Pause
from meetingplaces.timetable import Slot as SlotRule
from services.models import Municipality, Place
from tests.calendar_factories import times

# A namespace for identities that are the same in every run.
IDENTITIES = uuid.UUID("6d0c1c0e-3f3b-4a57-9c39-2b1d2f0f7f11")


class Maker:
    """Builds one calendar; each method adds a row and returns it."""

    def __init__(self):
        self.calendar = Calendar(revision=1, language="fi")
        self._keys = iter(range(1, 1_000_000))

    def _key(self) -> tuple[int, uuid.UUID]:
        key = next(self._keys)
        return key, uuid.uuid5(IDENTITIES, str(key))

    def place(self, *, name: str = "Tupa", **building) -> MeetingPlace:
        pk, identity = self._key()
        town = Municipality(pk=1, name_fi="Kittilä", name_sv="Kittilä", slug="kittila")
        place = Place(pk=pk, municipality=town, name_fi=name, **building)
        row = MeetingPlace(pk=pk, uuid=identity, name_fi=name, slug=f"paikka-{pk}", place=place)
        self.calendar.places[pk] = row
        return row

    def activity(self, *, name: str = "Perhekahvila", **fields) -> Activity:
        pk, identity = self._key()
        row = Activity(
            pk=pk,
            uuid=identity,
            slug=f"toiminta-{pk}",
            **{"name_fi": name, "price_kind": "free", "registration": "none", "max_months": 84} | fields,
        )
        self.calendar.activities[pk] = row
        return row

    def slot(self, *, activity=None, at: str = "9.30–11.30", weekday: int | None = 2, dates=(), **fields):
        pk, identity = self._key()
        activity = activity or self.activity()
        row = WeeklySlot(pk=pk, uuid=identity, activity=activity, weekday=weekday, **times(at) | fields)
        self.calendar.slots[pk] = row
        self.calendar.rules[pk] = slot_rule(row, dates)
        self.calendar.rules_of.setdefault(activity.pk, []).append(self.calendar.rules[pk])
        return row

    def change(self, slot: WeeklySlot, kind: str, on: dt.date, *, at: str = "", until=None, **fields):
        pk, identity = self._key()
        row = SlotChange(
            pk=pk, uuid=identity, slot=slot, kind=kind, from_on=on, until_on=until, **times(at) | fields
        )
        self.calendar.changes[pk] = row
        self.calendar.changes_of.setdefault(slot.pk, []).append(change_rule(row))
        return row

    def pause(self, first: dt.date, last: dt.date, *slots: WeeklySlot) -> None:
        pk, _identity = self._key()
        self.calendar.pauses.append(Pause(pk, first, last, frozenset(slot.pk for slot in slots)))

    def visit(
        self, slot: WeeklySlot, *, role: str = "Terveydenhoitaja", rhythm: str = "every_week", **fields
    ):
        pk, identity = self._key()
        cancelled = frozenset(fields.pop("cancelled", ()))
        row = Visit(pk=pk, uuid=identity, slot=slot, role_fi=role, rhythm=rhythm, **fields)
        rule = SlotRule(pk, 0, rhythm, slot.weekday, nth=row.nth, first_on=row.valid_from_on)
        self.calendar.visits.setdefault(slot.pk, []).append(ShownVisit(row, rule, cancelled))
        return row
