"""One session as a page shows it: its time and place in words, and what is otherwise this time."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cached_property

from django.template.loader import get_template
from django.urls import reverse
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from meetingplaces.calendar import Calendar, ShownVisit
from meetingplaces.models import Activity, ActivityPrice, MeetingPlace, SlotChange, WeeklySlot
from meetingplaces.naming import public_name
from meetingplaces.terms import (
    ActivityKind,
    ChangeKind,
    Food,
    PartOfDay,
    PriceKind,
    Registration,
    Siblings,
    Status,
)
from meetingplaces.timetable import Occurrence
from perhekeskus import caching, dates
from perhekeskus.templatetags.portal import euros
from perhekeskus.translated import LocalText, local_text
from services.filtering import HOLE
from services.models.places import Weekday
from services.reach import Reach, reach

SHORT_WEEKDAYS = (_("Mon"), _("Tue"), _("Wed"), _("Thu"), _("Fri"), _("Sat"), _("Sun"))
PART_WORDS = {
    PartOfDay.MORNING: lambda: _t("in the morning"),
    PartOfDay.AFTERNOON: lambda: _t("in the afternoon"),
    PartOfDay.EVENING: lambda: _t("in the evening"),
}


def time_words(start: dt.time | None, end: dt.time | None, *, end_is_approximate: bool = False) -> str:
    """Return "9.30–11.30", "9.30 – about 11.30", "9.30" without an end, "" without a start."""
    if start is None:
        return ""
    if end is None:
        return dates.clock(start)
    if end_is_approximate:
        return _t("%(start)s – about %(end)s") % {"start": dates.clock(start), "end": dates.clock(end)}
    return dates.clock_range(start, end)


def day_words(day: dt.date) -> str:
    """Return "ti 24.11." in the page's language."""
    return f"{short_weekday(day)} {day.day}.{day.month}."


def short_weekday(day: dt.date) -> str:
    """Return a weekday cut short, as "ti"."""
    return str(SHORT_WEEKDAYS[day.weekday()])


def long_day(day: dt.date) -> str:
    """Return "tiistai 24.11.2026" in the page's language."""
    return f"{Weekday(day.isoweekday()).label} {dates.short_date(day)}"


def days_between_words(first: dt.date, last: dt.date) -> str:
    """Return "2.3.–6.3.2026", or one date."""
    if first == last:
        return dates.short_date(first)
    return f"{first.day}.{first.month}.–{dates.short_date(last)}"


def activity_link(calendar: Calendar, pk: int) -> tuple[str, LocalText]:
    """Return the address of an activity's page, and its name."""
    activity = calendar.activities[pk]
    return reverse("meetingplaces:activity", kwargs={"slug": activity.slug}), name_in(calendar, pk)


def name_in(calendar: Calendar, pk: int) -> LocalText:
    """Return an activity's name as everybody may read it."""
    is_sensitive = pk in calendar.sensitive
    return public_name(calendar.activities[pk], calendar.language, is_sensitive=is_sensitive)


@dataclass(frozen=True)
class Shown:
    """A session for a template, in one site language; words that a template would have to compute."""

    calendar: Calendar
    reach: Reach
    session: Occurrence
    variant: str = "all"

    # --- What it is ----------------------------------------------------------------------------
    @property
    def is_silent(self) -> bool:
        """Its subject is sensitive and this is not its own page: name, time and place alone are told."""
        return self.session.activity in self.calendar.sensitive and self.variant != "activity"

    @property
    def activity(self) -> Activity:
        return self.calendar.activities[self.session.activity]

    @property
    def slot(self) -> WeeklySlot:
        return self.calendar.slots[self.session.slot]

    @property
    def name(self) -> LocalText:
        return name_in(self.calendar, self.session.activity)

    @property
    def url(self) -> str:
        return reverse("meetingplaces:activity", kwargs={"slug": self.activity.slug})

    @property
    def is_open_hours(self) -> bool:
        return self.activity.kind == ActivityKind.OPEN

    @property
    def is_club(self) -> bool:
        return self.activity.kind == ActivityKind.CLUB

    # --- When ----------------------------------------------------------------------------------
    @property
    def time(self) -> str:
        """The clock time, or "" when it is not known."""
        approximate = self.slot.end_is_approximate and self.session.end == self.slot.end_time
        return time_words(self.session.start, self.session.end, end_is_approximate=approximate)

    @property
    def part_of_day(self) -> str:
        """The part of the day where the clock time is not known."""
        part = self.slot.part_of_day
        return PART_WORDS[part]() if part and self.session.start is None else ""

    @property
    def time_note(self) -> LocalText:
        return local_text(self.slot, "time_note", self.calendar.language)

    @property
    def usual_time(self) -> str:
        """The time of the rhythm where it is otherwise this time; an extra session has none."""
        if self.session.status == Status.EXTRA:
            return ""
        same = (self.slot.start_time, self.slot.end_time) == (self.session.start, self.session.end)
        return "" if same else time_words(self.slot.start_time, self.slot.end_time)

    # --- Where ---------------------------------------------------------------------------------
    @property
    def place(self) -> MeetingPlace | None:
        return self.calendar.places.get(self.session.place)

    @property
    def place_name(self) -> LocalText:
        return local_text(self.place, "name", self.calendar.language) if self.place else LocalText("")

    @property
    def town(self) -> str:
        """The place's municipality, where the calendar has several and the name does not tell it."""
        if not self.place or not self.calendar.has_several_towns:
            return ""
        town = self.place.place.municipality.name_in(self.calendar.language)
        return "" if town in self.place_name.text else town

    @property
    def place_url(self) -> str:
        return reverse("meetingplaces:place", kwargs={"slug": self.place.slug}) if self.place else ""

    @property
    def usual_place(self) -> LocalText:
        """The place of the rhythm where it is another this time; an extra session has none."""
        usual = self.calendar.rules[self.session.slot].place
        if self.session.status == Status.EXTRA or usual is None or usual == self.session.place:
            return LocalText("")
        return local_text(self.calendar.places[usual], "name", self.calendar.language)

    @property
    def is_elsewhere(self) -> bool:
        """It is not where it usually is."""
        return self.session.place != self.calendar.rules[self.session.slot].place

    # --- What is otherwise ---------------------------------------------------------------------
    @cached_property
    def changes(self) -> list[SlotChange]:
        return [self.calendar.changes[pk] for pk in self.session.changes]

    def _last(self, kind: str) -> SlotChange | None:
        return next((change for change in reversed(self.changes) if change.kind == kind), None)

    @property
    def is_off(self) -> bool:
        """Nobody is there on this day."""
        return not self.session.is_held

    @property
    def tags(self) -> list[str]:
        """What is otherwise, in a word or two each: "Cancelled", "New time"."""
        status = self.session.status
        if status == Status.CANCELLED:
            return [_t("Cancelled")]
        if status == Status.MOVED_AWAY:
            return [_t("Moved")]
        if status == Status.EXTRA:
            return [_t("Extra session")]
        found = [_t("New day")] if status == Status.MOVED_HERE else []
        if status in (Status.CHANGED, Status.MOVED_HERE):
            found += [_t("New time")] if self.usual_time else []
            found += [_t("New place")] if self.usual_place.text else []
            found += [_t("Another organiser")] if any(change.organiser_id for change in self.changes) else []
            found += (
                [_t("Registration changed")] if any(change.registration for change in self.changes) else []
            )
            found += [_t("Price changed")] if self.price_note.text else []
        return found or ([_t("Changed")] if status == Status.CHANGED else [])

    @property
    def reason(self) -> LocalText:
        """Why it is cancelled or otherwise: in words, else by its kind."""
        if self.is_silent:
            return LocalText("")
        told = self.changes
        if self.session.status == Status.EXTRA:  # what is said of the usual sessions is not said of it
            told = [change for change in told if change.kind == ChangeKind.EXTRA]
        for change in reversed(told):
            words = local_text(change, "reason", self.calendar.language)
            if words.text:
                return words
            if change.reason_kind and change.kind == ChangeKind.CANCELLED and change.reason_kind != "other":
                return LocalText(str(change.get_reason_kind_display()))
        return LocalText("")

    @property
    def moved_to(self) -> str:
        """Where a moved session went: "ke 25.11. 10.00–11.00"."""
        if self.session.status != Status.MOVED_AWAY:
            return ""
        to_on = self._last(ChangeKind.MOVED).to_on
        there = self.calendar.timetable(to_on, to_on, [self.calendar.rules[self.session.slot]]).occurrences
        new = next((each for each in there if each.recurs_on == self.session.on), None)
        return " ".join(filter(None, [day_words(to_on), time_words(new.start, new.end) if new else ""]))

    @property
    def moved_from(self) -> str:
        """From what day a session was moved here."""
        if self.session.status != Status.MOVED_HERE or self.session.recurs_on is None:
            return ""
        return day_words(self.session.recurs_on)

    @property
    def programme(self) -> LocalText:
        """What happens this time."""
        if self.is_silent:
            return LocalText("")
        change = self._last(ChangeKind.PROGRAMME)
        if change is None:
            titled = [change for change in self.changes if change.title_fi]
            change = titled[-1] if titled else None
        return local_text(change, "title", self.calendar.language) if change else LocalText("")

    @property
    def visits(self) -> list[ShownVisit]:
        return self.calendar.visits_at(self.session)

    @property
    def guests(self) -> list[tuple[LocalText, LocalText, str]]:
        """Who comes as a guest: role, topic, clock time."""
        if self.is_silent:
            return []
        language = self.calendar.language
        return [
            (
                local_text(visit.row, "role", language),
                local_text(visit.row, "topic", language),
                time_words(visit.row.start_time, visit.row.end_time),
            )
            for visit in self.visits
        ]

    # --- Who and how ---------------------------------------------------------------------------
    @property
    def organisers(self) -> list[LocalText]:
        """The organisers' names: this time's own, else the main one, else all together."""
        own = [change.organiser_id for change in self.changes if change.organiser_id]
        main = self.calendar.main.get(self.session.activity)
        actors = own[-1:] or ([main] if main else self.calendar.organisers.get(self.session.activity, ()))
        known = self.reach.actors
        names = [local_text(known[pk], "name", self.calendar.language) for pk in actors if pk in known]
        return [name for name in names if name.text != self.place_name.text]  # the library at the library

    @property
    def is_not_for_siblings(self) -> bool:
        return self.activity.siblings == Siblings.NO

    @property
    def ages(self) -> str:
        return self.activity.age_range_label

    @property
    def registration(self) -> str:
        """Whether one registers: this time's own word, else the time's."""
        own = [change.registration for change in self.changes if change.registration]
        return own[-1] if own else self.calendar.registration_of(self.session.slot)

    @property
    def registration_words(self) -> str:
        return registration_words(self.registration)

    @property
    def needs_no_registration(self) -> bool:
        return self.registration == Registration.NONE

    @property
    def price_note(self) -> LocalText:
        noted = [change for change in self.changes if change.price_note_fi]
        return local_text(noted[-1], "price_note", self.calendar.language) if noted else LocalText("")

    @property
    def price(self) -> str:
        """What attending costs, in a word or two."""
        if self.calendar.is_free(self.session.slot):
            return _t("Free of charge")
        kind = self.slot.price_kind or self.activity.price_kind
        rows = [row for row in self.calendar.prices_of(self.session.slot) if not row.is_food]
        if kind != PriceKind.ROWS or not rows:
            return _t("Price: ask")
        return ", ".join(amount_words(row, self.calendar.language) for row in rows)

    @property
    def food(self) -> str:
        """What there is to eat, when that is known."""
        food = self.slot.food or self.activity.food
        return "" if food in (Food.NOT_KNOWN, Food.NONE) else str(Food(food).label)

    @property
    def fallback(self) -> bool:
        """Some text is shown in another language than the page's."""
        texts = (self.name, self.place_name, self.programme, self.reason)
        return any(text.is_fallback for text in texts)


def amount_words(row: ActivityPrice, language: str) -> str:
    """Return "2 €", "2 €–4 €", or the note of a price whose sum is not known."""
    if row.min_amount is None:
        return local_text(row, "note", language).text
    return f"{euros(row.min_amount)}–{euros(row.max_amount)}" if row.max_amount else euros(row.min_amount)


def registration_words(registration: str) -> str:
    """Return in a few words whether one registers."""
    return {
        Registration.NONE: _t("No registration"),
        Registration.RECOMMENDED: _t("Please register"),
        Registration.REQUIRED: _t("Register beforehand"),
    }.get(registration, _t("Registration: ask"))


@dataclass(frozen=True, slots=True)
class ReadySession:
    """A session's HTML; has_fallback: some of its text is in another language than the page."""

    html: SafeString
    has_fallback: bool

    def __sizeof__(self) -> int:
        return len(self.html) + 120


def render_session(calendar: Calendar, session: Occurrence, variant: str) -> ReadySession:
    """Return a session as a piece of a page, rendered once for all days on which it is the same.

    variant: "all" names the place, "place" stands on the place's own page, "activity" on the activity's.
    """
    is_usual = session.status == Status.HELD and not session.changes and session.slot not in calendar.visits
    like = session.slot if is_usual else session
    key = ("session", calendar.revision, calendar.language, variant, like)
    piece = caching.parts.get(key) if calendar.is_shared else None
    if piece is None:
        shown = Shown(calendar, reach(calendar.language, calendar.revision), session, variant)
        html = get_template("meetingplaces/session.html").render(
            {"shown": shown, "variant": variant, "hole": HOLE}
        )
        piece = ReadySession(mark_safe(html.strip()), shown.fallback)  # noqa: S308
        if calendar.is_shared:
            caching.parts.put(key, piece)
    html = piece.html.replace(HOLE, escape(day_words(session.on)))
    return ReadySession(mark_safe(html), piece.has_fallback)  # noqa: S308
