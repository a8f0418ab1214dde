"""One activity's page: what it is, when it is held in words and in days, and how to come along."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _t

from meetingplaces.calendar import Calendar
from meetingplaces.coming import LOOK_AHEAD, Coming, coming, is_over
from meetingplaces.models import Activity, ActivityPrice, MeetingPlace, WeeklySlot
from meetingplaces.sessions import (
    PART_WORDS,
    Shown,
    day_words,
    days_between_words,
    registration_words,
    time_words,
)
from meetingplaces.terms import Rhythm, Status
from meetingplaces.timetable import Occurrence
from meetingplaces.weeks import week_slug
from perhekeskus import dates
from perhekeskus.translated import LocalText, any_fallback, local_text
from services.facets import Choice
from services.help import ShownHelpline
from services.index import ServiceIndex
from services.models import Channel
from services.reach import NO_HOURS, Reach, reach
from services.service_page import Contact, actor_contacts
from services.ways import ways_in

TWO_WEEKS, QUARTER = dt.timedelta(weeks=2), dt.timedelta(weeks=12)
SINGLE_FILES = 8
ACCESS_SHOWN, EXCEPTIONS_SHOWN = 3, 6


@dataclass(frozen=True, slots=True)
class SlotLine:
    """A recurring time in words: "tiistaisin", "9.30–11.30", where, and between which days.

    access: what is known to be at the place; asks_time: the days are known and the time is not.

    has_ended: it is no longer held; ending: what is said of that; next: the time that came in its place.
    """

    when: str
    time: str
    place: LocalText
    place_url: str
    address: str
    access: list[str]
    period: str
    note: LocalText
    has_ended: bool
    ending: LocalText
    next: str
    asks_time: bool


@dataclass(frozen=True, slots=True)
class SessionFile:
    """One session as a file for a calendar: its day in words, and its address."""

    name: str
    url: str


@dataclass
class ActivityPage:
    """Everything on an activity's page but its own texts, in one site language."""

    activity: Activity
    language: str
    day: dt.date
    lines: list[SlotLine] = field(default_factory=list)
    coming: Coming | None = None
    exceptions: list[tuple[str, str, str]] = field(default_factory=list)
    files: list[SessionFile] = field(default_factory=list)
    organisers: list[tuple[str, LocalText, bool]] = field(default_factory=list)
    contacts: list[Contact] = field(default_factory=list)
    prices: list[ActivityPrice] = field(default_factory=list)
    audiences: list[Choice] = field(default_factory=list)
    languages: list[Choice] = field(default_factory=list)
    themes: list[Choice] = field(default_factory=list)
    is_sensitive: bool = False
    is_free: bool = False
    first_numbers: list[ShownHelpline] = field(default_factory=list)

    @property
    def has_fallback_text(self) -> bool:
        """Some text of the activity is shown in another language than the page's."""
        fields = ("name", "summary", "what_happens", "food_note")
        return any_fallback(self.language, *((self.activity, field) for field in fields))

    @property
    def registration(self) -> str:
        return registration_words(self.activity.registration)

    @property
    def registration_window(self) -> str:
        """When registration is open: "24.3.2026 8.30 – 21.4.2026 12.00"."""
        opens, closes = self.activity.registration_opens_at, self.activity.registration_closes_at
        words = {"opens": _moment(opens), "closes": _moment(closes)}
        if opens and closes:
            return _t("Registration is open %(opens)s – %(closes)s.") % words
        if opens:
            return _t("Registration opens %(opens)s.") % words
        return _t("Registration closes %(closes)s.") % words if closes else ""


def _moment(moment: dt.datetime | None) -> str:
    if moment is None:
        return ""
    local = timezone.localtime(moment)
    return f"{dates.short_date(local.date())} {dates.clock(local.time())}"


def activity_page(calendar: Calendar, index: ServiceIndex, pk: int, now: dt.datetime) -> ActivityPage:
    """Gather an activity's page for a moment (local, aware), in the calendar's language."""
    today = now.date()
    activity = calendar.activities[pk]
    known = reach(calendar.language, calendar.revision)
    slots = calendar.of_activity(pk)
    own = [calendar.slots[slot.pk] for slot in slots]
    is_sensitive = pk in calendar.sensitive
    return ActivityPage(
        activity=activity,
        language=calendar.language,
        day=today,
        lines=[
            _line(calendar, row, today) for row in sorted(own, key=lambda row: _reading_order(row, today))
        ],
        exceptions=_exceptions(calendar, pk, today),
        coming=coming(calendar, slots, now=now, near=TWO_WEEKS, variant="activity"),
        files=_files(calendar, activity, now),
        organisers=_organisers(calendar, known, pk),
        contacts=_contacts(calendar, known, activity, today),
        prices=calendar.prices.get(pk, []),
        audiences=_chosen(index, "kenelle", calendar.audiences.get(pk, ())),
        languages=_chosen(index, "palvelukieli", calendar.languages.get(pk, ())),
        themes=[] if is_sensitive else _chosen(index, "teema", calendar.themes.get(pk, ())),
        is_sensitive=is_sensitive,
        is_free=bool(own) and all(calendar.is_free(row.pk) for row in own),
        first_numbers=_first_numbers(calendar, pk) if is_sensitive else [],
    )


def _exceptions(calendar: Calendar, pk: int, today: dt.date) -> list[tuple[str, str, str]]:
    """What is otherwise in the next eight weeks: the day, what is said of it, and that day's own page."""
    table = calendar.timetable(today, today + LOOK_AHEAD, calendar.of_activity(pk))
    known = reach(calendar.language, calendar.revision)
    otherwise = [session for session in table.occurrences if session.status != Status.HELD]
    return [
        (
            day_words(session.on),
            ", ".join(Shown(calendar, known, session, "activity").tags),
            f"{reverse('meetingplaces:week', kwargs={'week': week_slug(session.on)})}?paiva={session.on}",
        )
        for session in otherwise[:EXCEPTIONS_SHOWN]
    ]


def _first_numbers(calendar: Calendar, pk: int) -> list[ShownHelpline]:
    themes = calendar.activities[pk].themes.values_list("pk", flat=True)
    return ways_in(calendar.language, calendar.revision).first_numbers(themes)


def _chosen(index: ServiceIndex, parameter: str, values) -> list[Choice]:
    return [choice for choice in index.choices[parameter] if choice.value in values]


def _organisers(calendar: Calendar, known: Reach, pk: int) -> list[tuple[str, LocalText, bool]]:
    """The organisers' addresses and names, the main one first and told to be that."""
    return [
        (
            reverse("services:actor", kwargs={"slug": known.actors[actor].slug}),
            local_text(known.actors[actor], "name", calendar.language),
            calendar.main.get(pk) == actor,
        )
        for actor in calendar.organisers.get(pk, ())
        if actor in known.actors
    ]


def _contacts(calendar: Calendar, known: Reach, activity: Activity, today: dt.date) -> list[Contact]:
    """The activity's own channel, else those of the main or the first organiser that has some."""
    own = [activity.channel_id, *(calendar.slots[s.pk].channel_id for s in calendar.of_activity(activity.pk))]
    channels: list[Channel] = [known.channels[pk] for pk in dict.fromkeys(own) if pk in known.channels]
    if channels:
        return [_contact(known, channel, today) for channel in channels]
    for actor in calendar.organisers.get(activity.pk, ()):
        if contacts := actor_contacts(actor, known, today):
            return contacts
    return []


def _contact(known: Reach, channel: Channel, today: dt.date) -> Contact:
    hours = known.hours([("channel", channel.pk)], today) or NO_HOURS
    return Contact(channel, LocalText(""), *hours)


# --- Times in words ------------------------------------------------------------------------------------
def _line(calendar: Calendar, row: WeeklySlot, today: dt.date) -> SlotLine:
    place = calendar.places.get(row.place_id)
    time = time_words(row.start_time, row.end_time, end_is_approximate=row.end_is_approximate)
    if not time and row.part_of_day:
        time = PART_WORDS[row.part_of_day]()
    return SlotLine(
        rhythm_words(row, calendar.rules[row.pk].dates, today),
        time,
        local_text(place, "name", calendar.language) if place else LocalText(""),
        reverse("meetingplaces:place", kwargs={"slug": place.slug}) if place else "",
        place.place.address_line if place else "",
        access_words(calendar, place),
        _period(row, today),
        local_text(row, "time_note", calendar.language),
        row.valid_until_on is not None and row.valid_until_on < today,
        local_text(row, "ending_note", calendar.language),
        _next_words(calendar, row, today),
        row.start_time is None and row.rhythm != Rhythm.VARIES,
    )


def _next_words(calendar: Calendar, row: WeeklySlot, today: dt.date) -> str:
    """Return the time that comes in a slot's place: "keskiviikkoisin 10.00–12.00", or ""."""
    after = calendar.slots.get(row.replaced_by_id)
    if after is None:
        return ""
    words = rhythm_words(after, calendar.rules[after.pk].dates, today)
    return " ".join(
        filter(None, [words, time_words(after.start_time, after.end_time), _period(after, today)])
    )


def access_words(calendar: Calendar, place: MeetingPlace | None) -> list[str]:
    """Return what is known to be there for one who comes with a pram, the first few."""
    known = reach(calendar.language, calendar.revision).access
    facts = known[place.place_id].known if place and place.place_id in known else []
    return [label for label, is_there in facts if is_there][:ACCESS_SHOWN]


def _reading_order(row: WeeklySlot, today: dt.date) -> tuple:
    """What is held now first, then by weekday and time; what has ended last."""
    ended = row.valid_until_on is not None and row.valid_until_on < today
    return ended, row.weekday or 8, row.rhythm == Rhythm.VARIES, row.start_time or dt.time.max, row.pk


def rhythm_words(row: WeeklySlot, on: tuple[dt.date, ...], today: dt.date) -> str:
    """Return a rhythm in words: "tiistaisin", "tiistaisin, parilliset viikot"; on: its single dates."""
    if row.rhythm == Rhythm.VARIES:
        return _t("The days vary: ask the organiser")
    if row.rhythm == Rhythm.DATES:
        ahead = [day for day in on if day >= today] or list(on)
        return ", ".join(day_words(day) for day in ahead)
    weekday = _on_weekdays(row.weekday)
    if row.rhythm == Rhythm.EVEN_WEEKS:
        return _t("%(weekday)s in even weeks") % {"weekday": weekday}
    if row.rhythm == Rhythm.ODD_WEEKS:
        return _t("%(weekday)s in odd weeks") % {"weekday": weekday}
    if row.rhythm == Rhythm.MONTHLY:
        nth = str(row.get_nth_display())
        return f"{str(row.get_weekday_display()).capitalize()}, {nth}"
    return weekday


def _on_weekdays(weekday: int) -> str:
    names = (
        _t("On Mondays"),
        _t("On Tuesdays"),
        _t("On Wednesdays"),
        _t("On Thursdays"),
        _t("On Fridays"),
        _t("On Saturdays"),
        _t("On Sundays"),
    )
    return names[weekday - 1]


def _period(row: WeeklySlot, today: dt.date) -> str:
    first, last = row.valid_from_on, row.valid_until_on
    if first and last:
        return days_between_words(first, last)
    if last:
        return _t("until %(day)s") % {"day": dates.short_date(last)}
    return _t("from %(day)s") % {"day": dates.short_date(first)} if first and first > today else ""


def _files(calendar: Calendar, activity: Activity, now: dt.datetime) -> list[SessionFile]:
    """The next sessions that are held, each as a file for a calendar."""
    today = now.date()
    table = calendar.timetable(today, today + QUARTER, calendar.of_activity(activity.pk))
    held = [session for session in table.occurrences if session.is_held and not is_over(session, now)]
    return [
        SessionFile(
            " ".join(filter(None, [day_words(session.on), time_words(session.start, session.end)])),
            session_file_url(activity, session, held),
        )
        for session in held[:SINGLE_FILES]
    ]


def session_file_url(activity: Activity, session: Occurrence, sessions: list[Occurrence]) -> str:
    """Return the address of one session's file: with its clock time when the day has two."""
    when = session.on.isoformat()
    if session.start and sum(other.on == session.on for other in sessions) > 1:
        when += f"T{session.start:%H%M}"
    return reverse("meetingplaces:session_feed", kwargs={"slug": activity.slug, "when": when})
