"""Plain functions that make one thing of the calendar each, good enough to be published; keyword-only."""

from __future__ import annotations

import datetime as dt
from itertools import count

from meetingplaces import models as calendar
from meetingplaces.terms import ChangeKind, Rhythm
from tests import factories as make

_numbers = count(1)


def clock(text: str) -> dt.time | None:
    """Return a clock time: "9.30", or None for ""."""
    if not text:
        return None
    hours, minutes = text.split(".")
    return dt.time(int(hours), int(minutes))


def times(text: str) -> dict[str, dt.time | None]:
    """Return the fields of "9.30–11.30", "9.30" or ""."""
    start, _, end = text.partition("–")
    return {"start_time": clock(start), "end_time": clock(end)}


def make_meeting_place(*, name: str = "", place=None, municipality=None, **fields) -> calendar.MeetingPlace:
    name = name or f"Kohtaamispaikka {next(_numbers)}"
    return calendar.MeetingPlace.objects.create(
        place=place or make.make_place(name=f"{name}, talo", municipality=municipality),
        **{"name_fi": name, "state": "published", "reviewed_on": make.CHECKED_ON} | fields,
    )


def make_activity(
    *, name: str = "", organisers=(), audiences=(), themes=(), languages=(), **fields
) -> calendar.Activity:
    """A published guided session, free of charge, for 0–6-year-olds, without registration."""
    activity = calendar.Activity.objects.create(
        **{
            "name_fi": name or f"Toiminta {next(_numbers)}",
            "summary_fi": "Leikkiä ja seuraa.",
            "state": "published",
            "price_kind": "free",
            "registration": "none",
            "min_months": 0,
            "max_months": 84,
            "reviewed_on": make.CHECKED_ON,
            "published_on": make.CHECKED_ON,
        }
        | fields
    )
    for position, actor in enumerate(organisers):
        activity.organiser_links.create(actor=actor, position=position)
    activity.audiences.set(audiences)
    activity.themes.set(themes)
    activity.languages.set(languages)
    return activity


def make_slot(
    *,
    activity=None,
    place=None,
    weekday: int | None = 2,
    at: str = "9.30–11.30",
    rhythm: str = Rhythm.EVERY_WEEK,
    dates=(),
    **fields,
) -> calendar.WeeklySlot:
    """A time of an activity, on Tuesdays unless told otherwise; at: "9.30–11.30", "9.30" or ""."""
    slot = calendar.WeeklySlot.objects.create(
        activity=activity or make_activity(),
        place=place,
        weekday=weekday,
        rhythm=rhythm,
        **times(at) | fields,
    )
    for on in dates:
        slot.dates.create(on=on)
    return slot


def make_change(
    *,
    slot,
    kind: str = ChangeKind.CANCELLED,
    on: dt.date,
    until: dt.date | None = None,
    at: str = "",
    **fields,
) -> calendar.SlotChange:
    return calendar.SlotChange.objects.create(
        slot=slot, kind=kind, from_on=on, until_on=until, **times(at) | fields
    )


def make_break(*, name: str = "Hiihtoloma", first: dt.date, last: dt.date, **relations) -> calendar.Break:
    """A break; relations: municipalities, family_centres, actors, places or activities."""
    row = calendar.Break.objects.create(name_fi=name, from_on=first, until_on=last)
    for relation, rows in relations.items():
        getattr(row, relation).set(rows)
    return row


def make_visit(
    *,
    slot,
    role: str = "Terveydenhoitaja",
    rhythm: str = Rhythm.EVERY_WEEK,
    dates=(),
    at: str = "",
    **fields,
) -> calendar.Visit:
    """A visit that both sides have confirmed."""
    visit = calendar.Visit.objects.create(
        slot=slot,
        role_fi=role,
        rhythm=rhythm,
        **times(at) | {"confirmed_by_organiser": True, "confirmed_by_visitor": True} | fields,
    )
    for on in dates:
        visit.dates.create(on=on)
    return visit
