"""Two independent readers of a calendar file, and what the calendar itself says, in one shape."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from typing import NamedTuple

import icalendar
import recurring_ical_events
import vobject

from meetingplaces.calendar import Calendar
from meetingplaces.terms import ChangeKind, Status

DAY = dt.timedelta(days=1)


class Read(NamedTuple):
    """A session as a calendar program shows it; local wall-clock times, None where not known."""

    on: dt.date
    start: dt.time | None
    end: dt.time | None
    is_cancelled: bool
    uid: str


def in_order(sessions) -> list[Read]:
    return sorted(sessions, key=lambda s: (s.on, s.start or dt.time.max, s.end or dt.time.max, s.uid))


def counted(calendar: Calendar, first: dt.date, last: dt.date, slots=None) -> list[Read]:
    """Return what `Calendar.timetable` says between two days."""
    return said_of(calendar, calendar.timetable(first, last, slots).occurrences)


def said_of(calendar: Calendar, sessions) -> list[Read]:
    """Return the calendar's own sessions in this shape; a moved one stands on its new day alone."""
    return in_order(
        Read(s.on, s.start, s.end, s.status == Status.CANCELLED, f"{_identity(calendar, s)}@perhekeskus")
        for s in sessions
        if s.status != Status.MOVED_AWAY
    )


def _identity(calendar: Calendar, session):
    if session.recurs_on is None:
        brought_by = [calendar.changes[pk] for pk in session.changes]
        return next(change.uuid for change in brought_by if change.kind == ChangeKind.EXTRA)
    return calendar.slots[session.slot].uuid


def by_recurring_ical_events(body: bytes, first: dt.date, last: dt.date) -> list[Read]:
    """Read by recurring-ical-events over icalendar."""
    events = recurring_ical_events.of(icalendar.Calendar.from_ical(body)).between(first, last + DAY)
    return in_order(
        _read(
            event["DTSTART"].dt,
            event["DTEND"].dt if "DTEND" in event else None,
            str(event.get("STATUS", "")),
            str(event["UID"]),
        )
        for event in events
    )


def by_vobject(body: bytes, first: dt.date, last: dt.date) -> list[Read]:
    """Read by vobject; it leaves RECURRENCE-ID to its caller."""
    calendar = vobject.readOne(body.decode())
    series, otherwise = {}, defaultdict(dict)
    for event in calendar.contents.get("vevent", []):
        uid = event.uid.value
        if "recurrence-id" in event.contents:
            otherwise[uid][event.recurrence_id.value] = event
        else:
            assert uid not in series, "two series of one UID"
            series[uid] = event
    assert otherwise.keys() <= series.keys(), "a change of a series that is not there"
    found = []
    for uid, event in series.items():
        moments = _moments(event)
        assert otherwise[uid].keys() <= set(moments), "a change of a session that is not there"
        for moment in moments:
            found.append(_read_vobject(otherwise[uid].get(moment, event), moment, event))
    return in_order(session for session in found if first <= session.on <= last)


def _moments(event) -> list[dt.date]:
    rules = event.getrruleset(addRDate=True)
    start = event.dtstart.value
    if rules is None:
        return [start]
    return list(rules) if isinstance(start, dt.datetime) else [moment.date() for moment in rules]


def _read_vobject(event, moment: dt.date, series) -> Read:
    start = event.dtstart.value
    end = event.dtend.value if "dtend" in event.contents else None
    if event is series:
        # The series' own end is that of its first session: the same clock time on each day.
        end = end and end.replace(year=moment.year, month=moment.month, day=moment.day)
        start = moment
    status = event.status.value if "status" in event.contents else ""
    return _read(start, end, status, event.uid.value)


def _read(start: dt.date, end: dt.date | None, status: str, uid: str) -> Read:
    is_cancelled = status == "CANCELLED"
    if not isinstance(start, dt.datetime):
        return Read(start, None, None, is_cancelled, uid)
    assert str(start.tzinfo) == "Europe/Helsinki" or "Europe/Helsinki" in repr(start.tzinfo), start.tzinfo
    # recurring-ical-events gives an event without an end one that is its start.
    known_end = end.time() if end is not None and end != start else None
    return Read(start.date(), start.time(), known_end, is_cancelled, uid)
