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

from meetingplaces.calendar import HIDDEN_PLACE, Calendar, ShownVisit
from meetingplaces.ical_words import Words
from meetingplaces.stamps import Stamps
from meetingplaces.terms import ChangeKind, Rhythm, Status
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
BEGIN_EVENT, END_EVENT, END = b"BEGIN:VEVENT\r\n", b"END:VEVENT\r\n", b"END:VCALENDAR\r\n"
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
    """Writes the events of one calendar.

    A year has thousands of events, which share most of their lines: icalendar writes each line once.
    """

    def __init__(self, calendar: Calendar, frame: Frame):
        self.calendar, self.frame = calendar, frame
        self.words = Words(calendar, frame.organisers, is_demo=frame.is_demo)
        self.lines: dict[tuple, bytes] = {}
        self.of_place: dict[int | None, bytes] = {None: b"", HIDDEN_PLACE: b""}
        self.of_activity: dict[int, bytes] = {}

    def document(self, events: Iterable[bytes]) -> bytes:
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
        return b"".join([document.to_ical().removesuffix(END), *events, END])

    def slot(self, slot: Slot, sessions: list[Occurrence]) -> Iterator[bytes]:
        """Yield a slot's series with what is otherwise in it, and its extra sessions."""
        series = {session.recurs_on: session for session in sessions if session.recurs_on is not None}
        if series:
            yield from self._series(slot, dict(sorted(series.items())))
        for session in sessions:
            if session.recurs_on is None:
                yield self._event(session, self._identity_of_extra(session), self._guests(session))

    def alone(self, session: Occurrence) -> bytes:
        """Return a session as an event that belongs to no series."""
        if session.recurs_on is None:
            identity = self._identity_of_extra(session)
        else:
            identity = f"{self.calendar.slots[session.slot].uuid}-{session.recurs_on:%Y%m%d}"
        return self._event(session, identity, self._guests(session))

    def _identity_of_extra(self, session: Occurrence) -> str:
        """Return the key of the change that brings the session; a lasting one may stand before it."""
        changes = [self.calendar.changes[pk] for pk in session.changes]
        return str(next(change.uuid for change in changes if change.kind == ChangeKind.EXTRA))

    def _guests(self, session: Occurrence) -> tuple[ShownVisit, ...]:
        return tuple(self.calendar.visits_at(session)) if session.slot in self.calendar.visits else ()

    def _series(self, slot: Slot, series: dict[dt.date, Occurrence]) -> Iterator[bytes]:
        """Yield the series, and the events of the days on which something is otherwise.

        series: the sessions by the day of the rhythm, in order.
        """
        identity = str(self.calendar.slots[slot.pk].uuid)
        guests = {day: self._guests(session) for day, session in series.items()}
        keys = {day: tuple(guest.row.pk for guest in own) for day, own in guests.items()}
        [(usual_key, _count)] = Counter(keys.values()).most_common(1)
        usual_guests = next(guests[day] for day in series if keys[day] == usual_key)
        day = next(iter(series))
        usual = Occurrence(day, slot.start, slot.end, slot.pk, slot.activity, slot.place, Status.HELD, day)
        yield self._event(usual, identity, usual_guests, *self._rhythm(slot, list(series)))
        for day, session in series.items():
            if session.changes or keys[day] != usual_key:
                stands_for = self._line("recurrence-id", _moment(day, slot.start))
                yield self._event(session, identity, guests[day], stands_for)

    def _rhythm(self, slot: Slot, days: list[dt.date]) -> list[bytes]:
        """Return on which days besides its first a series recurs, and which of them are left out."""
        if len(days) == 1:
            return []
        if slot.rhythm not in (Rhythm.EVERY_WEEK, Rhythm.MONTHLY):
            return [self._days("rdate", slot, days[1:])]
        last, weekday = days[-1], WEEKDAYS[slot.weekday - 1]
        # A series with a clock time ends in UTC (RFC 5545, 3.3.10), one of whole days on a day.
        until = last if slot.start is None else _moment(last, LAST_MOMENT).astimezone(dt.UTC)
        if slot.rhythm == Rhythm.MONTHLY:
            rule = {"freq": "MONTHLY", "until": until, "byday": f"{slot.nth}{weekday}"}
        else:
            rule = {"freq": "WEEKLY", "until": until, "byday": weekday}
        held = set(days)
        left_out = [day for day in rhythm_days(slot, days[0], last) if day not in held]
        recurs = self._line("rrule", icalendar.vRecur(rule), tuple(rule.values()))
        return [recurs, self._days("exdate", slot, left_out)] if left_out else [recurs]

    def _days(self, name: str, slot: Slot, days: list[dt.date]) -> bytes:
        """Return the line of several days at a slot's time."""
        return self._line(name, [_moment(day, slot.start) for day in days], (slot.start, *days))

    def _event(
        self, session: Occurrence, identity: str, guests: tuple[ShownVisit, ...], *rhythm: bytes
    ) -> bytes:
        stamp = self.frame.stamps.of(session.slot, session.activity)
        lines = [
            BEGIN_EVENT,
            f"UID:{identity}@{UID_SUFFIX}\r\n".encode(),
            self._line("dtstamp", stamp.moment),
            self._line("last-modified", stamp.moment),
            self._line("sequence", stamp.sequence),
            self._line("dtstart", _moment(session.on, session.start)),
        ]
        if session.start is None:
            lines.append(self._line("transp", "TRANSPARENT"))
        elif session.end is not None:
            lines.append(self._line("dtend", _moment(session.on, session.end)))
        lines += rhythm
        if session.status == Status.CANCELLED:
            lines.append(self._line("status", "CANCELLED"))
        lines.append(self._line("summary", self.words.summary(session)))
        if description := self.words.description(session, guests):
            lines.append(self._line("description", description))
        lines += (self._of_place(session.place), self._of_activity(session.activity), END_EVENT)
        return b"".join(lines)

    def _of_place(self, pk: int | None) -> bytes:
        """Return the lines of a meeting place that the public may see."""
        if pk not in self.of_place:
            place = self.calendar.places[pk]
            lines = self._line("location", self.words.place(place))
            if place.place.latitude is not None:
                lines += self._line("geo", (place.place.latitude, place.place.longitude))
            self.of_place[pk] = lines
        return self.of_place[pk]

    def _of_activity(self, pk: int) -> bytes:
        if pk not in self.of_activity:
            activity = self.calendar.activities[pk]
            lines = self._line("url", self.frame.origin + activity.get_absolute_url())
            if pk not in self.calendar.sensitive:
                lines += self._line("categories", str(activity.get_kind_display()))
            self.of_activity[pk] = lines
        return self.of_activity[pk]

    def _line(self, name: str, value, key=None) -> bytes:
        """Return one property as icalendar writes it, folded; key: stands for a value that cannot be one."""
        key = (name, value if key is None else key)
        line = self.lines.get(key)
        if line is None:
            holder = icalendar.Event()
            holder.add(name, value)
            line = self.lines[key] = holder.content_line(name.upper(), holder[name]).to_ical() + b"\r\n"
        return line


def _moment(day: dt.date, time: dt.time | None) -> dt.date:
    """Return a local moment, or the day alone where no time is known."""
    return day if time is None else dt.datetime.combine(day, time, HELSINKI)
