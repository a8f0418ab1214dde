"""The desk's week in tests: a session that an editor may cancel, and the presses that do."""

from __future__ import annotations

import datetime as dt

from django.test import Client

from meetingplaces.models import SlotChange
from tests import calendar_factories as cal

TODAY = dt.date(2026, 11, 24)  # a Tuesday
WEEK = "/admin/viikko/2026-W48/"


def family_cafe(organiser):
    """Make a family café of an actor, on Tuesdays."""
    return cal.make_slot(activity=cal.make_activity(name="Perhekahvila", organisers=[organiser]))


def cancel(client: Client, slot, *, week: str = WEEK, on: dt.date = TODAY, **fields):
    data = {"slot": slot.pk, "on": on.isoformat(), "reason_kind": "leader"} | fields
    return client.post(f"{week}peru/", data)


def restore(client: Client, change, *, on: dt.date = TODAY):
    data = {"change": change.pk, "slot": change.slot_id, "on": on.isoformat()}
    return client.post(f"{WEEK}palauta/", data)


def changes() -> list[tuple]:
    return list(
        SlotChange.objects.order_by("pk").values_list("slot", "kind", "from_on", "until_on", "reason_kind")
    )
