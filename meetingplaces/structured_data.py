"""JSON-LD (schema.org) of an activity for search engines: when it is held, and what is otherwise."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from zoneinfo import ZoneInfo

from meetingplaces.calendar import Calendar
from meetingplaces.models import WeeklySlot
from meetingplaces.terms import Rhythm, Status
from meetingplaces.timetable import Occurrence
from perhekeskus.languages import LANGUAGES
from perhekeskus.translated import local_text
from services.reach import reach

HELSINKI = ZoneInfo("Europe/Helsinki")
LOOK_AHEAD = dt.timedelta(weeks=8)
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
STATUS = {
    Status.CANCELLED: "EventCancelled",
    Status.MOVED_HERE: "EventRescheduled",
    Status.CHANGED: "EventRescheduled",
}


def activity_json_ld(calendar: Calendar, pk: int, url: str, today: dt.date) -> dict:
    """Return schema.org/Event of an activity; {} for demo content, sensitive subjects, and without a day.

    A rhythm of ISO even or odd weeks has no schedule of schema.org's: its days stand as events of their own.
    """
    activity = calendar.activities[pk]
    if activity.is_demo or pk in calendar.sensitive:
        return {}
    table = calendar.timetable(today, today + LOOK_AHEAD, calendar.of_activity(pk))
    sessions = [session for session in table.occurrences if session.status != Status.MOVED_AWAY]
    if not sessions:
        return {}
    known = reach(calendar.language, calendar.revision)
    organisers = [known.actors[a] for a in calendar.organisers.get(pk, ()) if a in known.actors]
    rules = [r for r in calendar.of_activity(pk) if r.last_on is None or r.last_on >= today]
    rows = [calendar.slots[rule.pk] for rule in rules]
    left_out = defaultdict(list)
    for day in table.skipped:
        left_out[day.slot].append(day.on.isoformat())
    data = {
        "@context": "https://schema.org",
        "@type": "Event",
        "@id": url,
        "url": url,
        "name": local_text(activity, "name", calendar.language).text,
        "description": local_text(activity, "summary", calendar.language).text,
        "inLanguage": LANGUAGES[calendar.language].html_lang,
        "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
        "typicalAgeRange": _ages(activity),
        "isAccessibleForFree": True if all(calendar.is_free(row.pk) for row in rows) else None,
        "organizer": [
            {"@type": "Organization", "name": local_text(actor, "name", calendar.language).text}
            for actor in organisers
        ],
        "eventSchedule": [found for row in rows if (found := _schedule(row, left_out[row.pk]))],
        **_when_and_where(calendar, sessions[0]),
        "subEvent": [
            {
                "@type": "Event",
                "name": local_text(activity, "name", calendar.language).text,
                **_when_and_where(calendar, session),
            }
            for session in sessions
            if session.status in STATUS or not _schedule(calendar.slots[session.slot])
        ],
    }
    return {key: value for key, value in data.items() if value not in (None, "", [])}


def _ages(activity) -> str:
    first, end = activity.min_months, activity.max_months
    if first is None and end is None:
        return ""
    return f"{(first or 0) // 12}-{(end - 1) // 12}" if end else f"{(first or 0) // 12}-"


def _schedule(row: WeeklySlot, left_out: Sequence[str] = ()) -> dict | None:
    """Return schema.org/Schedule; left_out: the next weeks' days in breaks and on public holidays."""
    if row.rhythm not in (Rhythm.EVERY_WEEK, Rhythm.MONTHLY) or row.start_time is None:
        return None
    schedule = {
        "@type": "Schedule",
        "byDay": f"https://schema.org/{DAYS[row.weekday - 1]}",
        "repeatFrequency": "P1W" if row.rhythm == Rhythm.EVERY_WEEK else "P1M",
        "byMonthWeek": row.nth if row.rhythm == Rhythm.MONTHLY else None,
        "startTime": f"{row.start_time:%H:%M}",
        "endTime": f"{row.end_time:%H:%M}" if row.end_time else None,
        "startDate": row.valid_from_on.isoformat() if row.valid_from_on else None,
        "endDate": row.valid_until_on.isoformat() if row.valid_until_on else None,
        "scheduleTimezone": "Europe/Helsinki",
        "exceptDate": left_out or None,
    }
    return {key: value for key, value in schedule.items() if value is not None}


def _when_and_where(calendar: Calendar, session: Occurrence) -> dict:
    data = {
        "eventStatus": f"https://schema.org/{STATUS.get(session.status, 'EventScheduled')}",
        "startDate": _moment(session.on, session.start),
    }
    if session.end:
        data["endDate"] = _moment(session.on, session.end)
    if session.status == Status.MOVED_HERE and session.recurs_on:
        data["previousStartDate"] = _moment(session.recurs_on, calendar.slots[session.slot].start_time)
    place = calendar.places.get(session.place)
    if place is not None:
        data["location"] = {"@type": "Place", "name": local_text(place, "name", calendar.language).text}
        if place.place.address_line:
            data["location"]["address"] = place.place.address_line
    return data


def _moment(day: dt.date, time: dt.time | None) -> str:
    """Return an ISO 8601 moment with Helsinki's offset, or the date alone."""
    return dt.datetime.combine(day, time, tzinfo=HELSINKI).isoformat() if time else day.isoformat()
