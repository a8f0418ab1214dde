"""The calendar as the desk sees one activity: also one that the public does not see yet."""

from __future__ import annotations

import dataclasses
from collections import defaultdict

from meetingplaces.calendar import Calendar, calendar_of, change_rule, slot_rule
from meetingplaces.models import Activity, SlotChange
from meetingplaces.pausing import pauses_of
from meetingplaces.warnings import Warning, warnings_of
from perhekeskus import caching, dates, languages
from services.models import Actor


def calendar_with(activity: Activity) -> Calendar:
    """Return the public calendar, with this activity in it whatever its state.

    Never after writing in the same transaction: what is kept of a revision must be committed.
    """
    calendar = calendar_of(languages.DEFAULT, caching.current_revision())
    return calendar if activity.pk in calendar.activities else _joined(calendar, activity)


def _joined(calendar: Calendar, activity: Activity) -> Calendar:
    slots = {slot.pk: slot for slot in activity.slots.select_related("place__place__municipality")}
    rules = {}
    for pk, slot in slots.items():
        place = slot.place_id if slot.place_id in calendar.places else None
        rules[pk] = slot_rule(slot, [row.on for row in slot.dates.all()])._replace(place=place)
    changes = defaultdict(list)
    for row in SlotChange.objects.filter(slot__in=slots).order_by("pk"):
        place = row.place_id if row.place_id in calendar.places else None
        changes[row.slot_id].append(change_rule(row)._replace(place=place))
    organisers = (
        Actor.objects.visible_to(None)
        .filter(activity_links__activity=activity)
        .order_by("-activity_links__is_main", "activity_links__position", "activity_links__pk")
    )
    own_pauses = {pause.pk: pause.slots for pause in pauses_of(list(slots.values()))}
    return dataclasses.replace(
        calendar,
        activities=calendar.activities | {activity.pk: activity},
        slots=calendar.slots | slots,
        organisers=calendar.organisers | {activity.pk: tuple(organisers.values_list("pk", flat=True))},
        rules=calendar.rules | rules,
        rules_of=calendar.rules_of | {activity.pk: list(rules.values())},
        changes_of=calendar.changes_of | changes,
        pauses=[
            pause._replace(slots=pause.slots | own_pauses.get(pause.pk, frozenset()))
            for pause in calendar.pauses
        ],
        made={},
        ready_pieces={},
    )


def warnings_about(activity: Activity, slot: int | None = None) -> list[Warning]:
    """Return today's warnings of an activity's times, or of one of them."""
    calendar = calendar_with(activity)
    own = {rule.pk for rule in calendar.of_activity(activity.pk)} if slot is None else {slot}
    return [
        warning
        for warning in warnings_of(calendar, dates.today())
        if warning.slot in own or warning.other in own
    ]
