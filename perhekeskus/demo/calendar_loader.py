"""Meeting places, their activities and times, and breaks.

What belongs to an activity is made together with it and never again: a session that a coordinator has
taken away stays away.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from django.utils import timezone

from meetingplaces.models import Activity, Break, MeetingPlace, SlotChange, Visit, WeeklySlot
from perhekeskus.demo.records import Day
from perhekeskus.demo.rows import SOURCE, Rows, by_key, by_slug, fields_of
from services import models as directory

RHYTHM = ("rhythm", "weekday", "nth", "valid_from_on", "valid_until_on")
TIMES = ("start_time", "end_time")


def add_meeting_place(rows: Rows, record: dict) -> None:
    """Make a meeting place in a place of the directory."""
    rows.item(
        MeetingPlace,
        record["key"],
        place=by_key(directory.Place, [record["place"]])[0],
        host=_one(directory.Actor, record.get("host")),
        channel=_one(directory.Channel, record.get("channel")),
        reviewed_on=record["as_of"],
        **_fields(
            rows,
            record,
            *("name", "introduction", "for_whom", "notice", "notice_until_on", "rules"),
            *("fact_source", "as_of"),
        ),
    )


def add_activity(rows: Rows, record: dict) -> None:
    """Make an activity, and with it its organisers, prices, times, changes and visits."""
    activity, is_new = rows.item(
        Activity,
        record["key"],
        channel=_one(directory.Channel, record.get("channel")),
        price_kind=record["price"],
        registration_opens_at=_moment(rows, record.get("registration_opens")),
        registration_closes_at=_moment(rows, record.get("registration_closes")),
        reviewed_on=record["as_of"],
        state=record.get("state", "published"),
        **_fields(
            rows,
            record,
            *("name", "kind", "summary", "what_happens", "min_months", "max_months", "for_pregnancy"),
            *("only_for", "company", "siblings", "food", "food_note", "registration", "registration_url"),
            *("capacity", "drop_in_too", "fact_source", "as_of"),
        ),
    )
    if not is_new:
        return
    for position, actor in enumerate(by_key(directory.Actor, record["organisers"]), 1):
        is_main = actor.source_id == record.get("main_organiser")
        activity.organiser_links.create(actor=actor, position=position, is_main=is_main)
    activity.audiences.set(by_slug(directory.Audience, record["audiences"]))
    activity.themes.set(by_key(directory.Theme, record["themes"]))
    activity.languages.set(by_slug(directory.SpokenLanguage, record["languages"], field="code"))
    for price in record.get("prices", ()):
        _add_price(activity, price)
    slots = {slot["key"]: _add_slot(rows, activity, slot) for slot in record["slots"]}
    for slot in record["slots"]:
        if slot.get("replaced_by"):
            slots[slot["key"]].replaced_by = slots[slot["replaced_by"]]
            slots[slot["key"]].save(update_fields=["replaced_by"])


def add_break(rows: Rows, record: dict) -> None:
    """Make a break of what the record names."""
    if Break.objects.filter(source=SOURCE, source_id=record["key"]).exists():
        rows.kept[Break] += 1
        return
    pause = rows.owned(Break, record["key"], **_fields(rows, record, "name", "from_on", "until_on"))
    pause.municipalities.set(by_slug(directory.Municipality, record.get("municipalities", ())))
    pause.actors.set(by_key(directory.Actor, record.get("actors", ())))
    pause.places.set(by_key(MeetingPlace, record.get("places", ())))
    pause.activities.set(by_key(Activity, record.get("activities", ())))


# --- What belongs to an activity ---------------------------------------------------------------------
def _add_slot(rows: Rows, activity: Activity, record: dict) -> WeeklySlot:
    key = f"{activity.source_id}/{record['key']}"
    slot = rows.owned(
        WeeklySlot,
        key,
        activity=activity,
        place=_one(MeetingPlace, record.get("place")),
        municipality=_municipality(record.get("municipality")),
        channel=_one(directory.Channel, record.get("channel")),
        price_kind=record.get("price", ""),
        **_fields(
            rows,
            record,
            *(*RHYTHM, *TIMES, "end_is_approximate", "part_of_day", "time_note", "ending_note"),
            *("runs_through_breaks", "runs_through_holidays", "registration"),
        ),
    )
    for day in record.get("dates", ()):
        slot.dates.create(on=day.on(rows.today))
    for price in record.get("prices", ()):
        _add_price(activity, price, slot=slot)
    for number, change in enumerate(record.get("changes", ()), 1):
        rows.owned(
            SlotChange,
            f"{key}/{number}",
            slot=slot,
            place=_one(MeetingPlace, change.get("place")),
            organiser=_one(directory.Actor, change.get("organiser")),
            **_fields(
                rows,
                change,
                *("kind", "from_on", "until_on", "to_on", *TIMES),
                *("reason_kind", "reason", "registration", "price_note", "title"),
            ),
        )
    for number, visit in enumerate(record.get("visits", ()), 1):
        _add_visit(rows, slot, f"{key}/{number}", visit)
    return slot


def _add_visit(rows: Rows, slot: WeeklySlot, key: str, record: dict) -> None:
    visit = rows.owned(
        Visit,
        key,
        slot=slot,
        confirmed_by_organiser="organiser" in record["confirmed_by"],
        confirmed_by_visitor="visitor" in record["confirmed_by"],
        **_fields(rows, record, *RHYTHM, *TIMES, "role", "topic"),
    )
    for day in record.get("dates", ()):
        visit.dates.create(on=day.on(rows.today))
    for day in record.get("cancelled_dates", ()):
        visit.dates.create(on=day.on(rows.today), is_cancelled=True)


def _add_price(activity: Activity, record: dict, *, slot: WeeklySlot | None = None) -> None:
    activity.prices.create(
        slot=slot,
        min_amount=Decimal(record["min_amount"]),
        max_amount=Decimal(record["max_amount"]) if record.get("max_amount") else None,
        is_voluntary=record.get("voluntary", False),
        **fields_of(record, "unit", "payer", "is_food", "note"),
    )


# --- Values of a record ------------------------------------------------------------------------------
def _fields(rows: Rows, record: dict, *names: str) -> dict:
    """Return a record's values for model fields; a `Day` as the date that it means today."""
    values = fields_of(record, *names)
    return {name: v.on(rows.today) if isinstance(v, Day) else v for name, v in values.items()}


def _municipality(slug: str | None):
    return by_slug(directory.Municipality, [slug])[0] if slug else None


def _one(model, key: str | None):
    """Return a demo item by its key, or None for none. KeyError when it is missing."""
    return by_key(model, [key])[0] if key else None


def _moment(rows: Rows, told: tuple[Day, str] | None) -> dt.datetime | None:
    """Return the local moment of (day, "08:30"), or None."""
    if told is None:
        return None
    day, clock = told
    return timezone.make_aware(dt.datetime.combine(day.on(rows.today), dt.time.fromisoformat(clock)))
