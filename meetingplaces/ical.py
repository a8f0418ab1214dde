"""The week as iCalendar (RFC 5545): a series for each slot, and what is otherwise on single days.

Makes no queries and asks no clock: the same content between the same days gives the same bytes.
The sessions are those of `Calendar.timetable`; here they are only written down.

- Every week and once a month are an RRULE; weeks by their number (no RRULE knows ISO parity) and
  single dates are listed (RDATE). A slot whose rhythm varies has only its extra sessions.
- A day left out by a break or a public holiday is an EXDATE. A changed, moved or cancelled session,
  or one with a guest, is the series' event of that day (RECURRENCE-ID); a cancelled one says so.
- An extra session is an event of its own.
- Only the start known: no DTEND. Only the day known: an all-day event that keeps nobody busy.
- DTSTAMP, LAST-MODIFIED and SEQUENCE come from the kept history (`stamps.py`).
"""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

import icalendar

from meetingplaces.calendar import Calendar, ShownVisit
from meetingplaces.ical_words import Words
from meetingplaces.stamps import Stamps
from meetingplaces.terms import Rhythm, Status
from meetingplaces.timetable import WEEK, Occurrence, Slot, monday_of, rhythm_days
from perhekeskus.languages import LANGUAGES

HELSINKI = ZoneInfo("Europe/Helsinki")
# By its two yearly rules. icalendar's own `add_missing_timezones` lists seventy years of dates instead,
# of which vobject, for one, reads only the first, and has no summer time.
ZONE = icalendar.Timezone.from_ical(
    """\
BEGIN:VTIMEZONE
TZID:Europe/Helsinki
BEGIN:DAYLIGHT
DTSTART:19970330T030000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
TZNAME:EEST
TZOFFSETFROM:+0200
TZOFFSETTO:+0300
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19971026T040000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
TZNAME:EET
TZOFFSETFROM:+0300
TZOFFSETTO:+0200
END:STANDARD
END:VTIMEZONE
"""
)
LAST_MOMENT = dt.time(23, 59, 59)
# UIDs name the installation by no host: they stay when the portal moves to another address.
UID_SUFFIX = "perhekeskus"
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
WEEKS_BACK, WEEKS_AHEAD = 4, 53
REFRESH = dt.timedelta(hours=1)


@dataclass(frozen=True)
class Frame:
    """What a feed says besides its sessions.

    name: shown in the calendar program. origin: scheme and host of the addresses in it.
    organisers: names of the organisers that the public may see, by primary key.
    is_demo: whether demo content is published.
    """

    name: str
    origin: str
    organisers: Mapping[int, str] = field(default_factory=dict)
    stamps: Stamps = field(default_factory=Stamps)
    is_demo: bool = False


def horizon(day: dt.date) -> tuple[dt.date, dt.date]:
    """Return the first and the last day of a feed: whole weeks, so that it changes on Mondays alone."""
    monday = monday_of(day)
    return monday - WEEKS_BACK * WEEK, monday + (WEEKS_AHEAD + 1) * WEEK - dt.timedelta(days=1)


def feed(
    calendar: Calendar,
    slots: Iterable[Slot],
    first: dt.date,
    last: dt.date,
    frame: Frame,
    matches: Callable[[Occurrence], bool] | None = None,
) -> bytes:
    """Return the sessions of some slots from `first` to `last`, both in, as a calendar to subscribe to.

    matches: which of the sessions are wanted; None: all.
    """
    slots = list(slots)
    sessions = defaultdict(list)
    for session in calendar.timetable(first, last, slots).occurrences:
        # The event of a moved session stands on its new day.
        if session.status != Status.MOVED_AWAY and (matches is None or matches(session)):
            sessions[session.slot].append(session)
    writer = _Writer(calendar, frame)
    return writer.document(event for slot in slots for event in writer.slot(slot, sessions[slot.pk]))


def single(calendar: Calendar, sessions: Iterable[Occurrence], frame: Frame) -> bytes:
    """Return some sessions as events of their own, to be put into a calendar one by one.

    A series' UID would make a calendar program take the second for a new version of the first.
    """
    writer = _Writer(calendar, frame)
    return writer.document(writer.alone(session) for session in sessions)


class _Writer:
    """Writes the events of one calendar."""

    def __init__(self, calendar: Calendar, frame: Frame):
        self.calendar, self.frame = calendar, frame
        self.words = Words(calendar, frame.organisers, is_demo=frame.is_demo)
        self.places: dict[int, str] = {}
        self.urls: dict[int, str] = {}

    def document(self, events: Iterable[icalendar.Event]) -> bytes:
        html_lang = LANGUAGES[self.calendar.language].html_lang
        document = icalendar.Calendar()
        document.add("prodid", f"-//Perhekeskus//Kohtaamispaikat//{html_lang.upper()}")
        document.add("version", "2.0")
        document.add("calscale", "GREGORIAN")
        document.add("method", "PUBLISH")
        document.add("x-wr-calname", self.frame.name)
        document.add("x-wr-timezone", HELSINKI.key)
        document.add("refresh-interval", REFRESH, parameters={"value": "DURATION"})
        document.add("x-published-ttl", "PT1H")
        document.add_component(ZONE)
        for event in events:
            document.add_component(event)
        return document.to_ical()

    def slot(self, slot: Slot, sessions: list[Occurrence]) -> Iterator[icalendar.Event]:
        """Yield a slot's series with what is otherwise in it, and its extra sessions."""
        series = {session.recurs_on: session for session in sessions if session.recurs_on is not None}
        if series:
            yield from self._series(slot, dict(sorted(series.items())))
        for session in sessions:
            if session.recurs_on is None:
                yield self._event(session, self._uid_of_extra(session), self._guests(session))

    def alone(self, session: Occurrence) -> icalendar.Event:
        """Return a session as an event that belongs to no series."""
        if session.recurs_on is None:
            uid = self._uid_of_extra(session)
        else:
            uid = f"{self.calendar.slots[session.slot].uuid}-{session.recurs_on:%Y%m%d}@{UID_SUFFIX}"
        return self._event(session, uid, self._guests(session))

    def _uid_of_extra(self, session: Occurrence) -> str:
        return f"{self.calendar.changes[session.changes[0]].uuid}@{UID_SUFFIX}"

    def _guests(self, session: Occurrence) -> tuple[ShownVisit, ...]:
        return tuple(self.calendar.visits_at(session)) if session.slot in self.calendar.visits else ()

    def _series(self, slot: Slot, series: dict[dt.date, Occurrence]) -> Iterator[icalendar.Event]:
        """Yield the series, and the events of the days on which something is otherwise.

        series: the sessions by the day of the rhythm, in order.
        """
        uid = f"{self.calendar.slots[slot.pk].uuid}@{UID_SUFFIX}"
        guests = {day: self._guests(session) for day, session in series.items()}
        keys = {day: tuple(guest.row.pk for guest in own) for day, own in guests.items()}
        [(usual_key, _count)] = Counter(keys.values()).most_common(1)
        usual_guests = next(guests[day] for day in series if keys[day] == usual_key)
        begins = min(series)
        usual = Occurrence(
            begins, slot.start, slot.end, slot.pk, slot.activity, slot.place, Status.HELD, begins
        )
        master = self._event(usual, uid, usual_guests)
        _add_rhythm(master, slot, list(series))
        yield master
        for day, session in series.items():
            if session.changes or keys[day] != usual_key:
                event = self._event(session, uid, guests[day])
                event.add("recurrence-id", _moment(day, slot.start))
                yield event

    def _event(self, session: Occurrence, uid: str, guests: tuple[ShownVisit, ...]) -> icalendar.Event:
        activity = self.calendar.activities[session.activity]
        stamp = self.frame.stamps.of(session.slot, session.activity)
        event = icalendar.Event()
        event.add("uid", uid)
        event.add("dtstamp", stamp.moment)
        event.add("last-modified", stamp.moment)
        event.add("sequence", stamp.sequence)
        event.add("dtstart", _moment(session.on, session.start))
        if session.start is None:
            event.add("transp", "TRANSPARENT")
        elif session.end is not None:
            event.add("dtend", _moment(session.on, session.end))
        event.add("summary", self.words.summary(session))
        if description := self.words.description(session, guests):
            event.add("description", description)
        if session.place is not None:
            self._add_place(event, session.place)
        event.add("url", self._url(session.activity))
        if session.activity not in self.calendar.sensitive:
            event.add("categories", [str(activity.get_kind_display())])
        if session.status == Status.CANCELLED:
            event.add("status", "CANCELLED")
        return event

    def _add_place(self, event: icalendar.Event, pk: int) -> None:
        place = self.calendar.places[pk]
        if pk not in self.places:
            self.places[pk] = self.words.place(place)
        event.add("location", self.places[pk])
        if place.place.latitude is not None:
            event.add("geo", (place.place.latitude, place.place.longitude))

    def _url(self, pk: int) -> str:
        if pk not in self.urls:
            self.urls[pk] = self.frame.origin + self.calendar.activities[pk].get_absolute_url()
        return self.urls[pk]


def _add_rhythm(master: icalendar.Event, slot: Slot, days: list[dt.date]) -> None:
    """Say on which days besides its first a series recurs, and on which of its rhythm's it does not."""
    if len(days) == 1:
        return
    if slot.rhythm not in (Rhythm.EVERY_WEEK, Rhythm.MONTHLY):
        master.add("rdate", [_moment(day, slot.start) for day in days[1:]])
        return
    weekday = WEEKDAYS[slot.weekday - 1]
    last = days[-1]
    # A series with a clock time ends in UTC (RFC 5545, 3.3.10), one of whole days on a day.
    until = last if slot.start is None else _moment(last, LAST_MOMENT).astimezone(dt.UTC)
    if slot.rhythm == Rhythm.MONTHLY:
        rule = {"freq": "MONTHLY", "until": until, "byday": f"{slot.nth}{weekday}"}
    else:
        rule = {"freq": "WEEKLY", "until": until, "byday": weekday}
    master.add("rrule", rule)
    held = set(days)
    left_out = [day for day in rhythm_days(slot, days[0], last) if day not in held]
    if left_out:
        master.add("exdate", [_moment(day, slot.start) for day in left_out])


def _moment(day: dt.date, time: dt.time | None) -> dt.date:
    """Return a local moment, or the day alone where no time is known."""
    return day if time is None else dt.datetime.combine(day, time, HELSINKI)
