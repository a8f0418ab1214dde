"""What `/kohtaamispaikat/viikko/2026-W48/` shows for one address."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property, lru_cache
from urllib.parse import urlencode

import segno
from django.http import HttpRequest
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _t

from meetingplaces.coming import ShownBreak, ShownDay, shown_breaks
from meetingplaces.facets import CALENDAR_FACETS, days_of
from meetingplaces.filters import SessionMatcher, WeekFilter
from meetingplaces.holidays import holiday_name
from meetingplaces.sessions import activity_link, day_words, render_session, short_weekday
from meetingplaces.terms import ActivityKind
from meetingplaces.timetable import WEEK, Occurrence, monday_of
from meetingplaces.week_index import WeekIndex
from meetingplaces.weeks import is_shown, week_slug
from perhekeskus import dates
from perhekeskus.translated import LocalText
from services.filtering import CountedChoice, FilteredPage, Pairs, ready_piece


@dataclass(frozen=True)
class Band:
    """A row of the table: open hours or the programme, and the sessions of each column."""

    label: str
    cells: list[list[SafeString]]


class WeekPage(FilteredPage):
    """One week's sessions in the order of day and time, narrowed by the address."""

    facets_offered = CALENDAR_FACETS
    open_facets = ("kunta", "paiva")
    count_template = "meetingplaces/week/_count.html"

    def __init__(self, filters: WeekFilter, request: HttpRequest, *, today: dt.date):
        self.index: WeekIndex = filters.index
        self.selection = filters.selection
        self.calendar = self.index.calendar
        self.today = today
        self.monday = self.index.monday
        self._hits = self.index.matching(self.selection)
        self._every = self._hits & self.index.for_every_child(self.selection)
        self.total = (self._hits & self.index.held).bit_count()
        self.has_sessions = self._hits != 0
        request.canonical_query = urlencode(self._chosen_pairs)

    # --- Which week ----------------------------------------------------------------------------
    @property
    def number(self) -> int:
        return self.monday.isocalendar().week

    @property
    def span(self) -> str:
        """The week's days: "23.–29.11.2026"."""
        sunday = self.monday + dt.timedelta(days=6)
        first = f"{self.monday.day}."
        if self.monday.month != sunday.month:
            first += f"{self.monday.month}."
        if self.monday.year != sunday.year:
            first += f"{self.monday.year}"
        return f"{first}–{dates.short_date(sunday)}"

    @property
    def is_this_week(self) -> bool:
        return self.monday <= self.today < self.monday + WEEK

    def _week_url(self, monday: dt.date) -> str:
        if not is_shown(monday, self.today):
            return ""
        path = reverse("meetingplaces:week", kwargs={"week": week_slug(monday)})
        return path + (f"?{urlencode(self._chosen_pairs)}" if self._chosen_pairs else "")

    @property
    def previous_url(self) -> str:
        return self._week_url(self.monday - WEEK)

    @property
    def next_url(self) -> str:
        return self._week_url(self.monday + WEEK)

    @property
    def this_week_url(self) -> str:
        return self._week_url(monday_of(self.today))

    @property
    def feed_url(self) -> str:
        """The address of the same choice as a calendar to subscribe to."""
        pairs: Pairs = [pair for pair in self._chosen_pairs if pair[0] != "paiva" or "-" not in pair[1]]
        return reverse("meetingplaces:feed") + (f"?{urlencode(pairs)}" if pairs else "")

    # --- Its sessions --------------------------------------------------------------------------
    @cached_property
    def _shown(self) -> list[tuple[Occurrence, SafeString]]:
        """The sessions in their order, each as a ready piece of the page."""
        shown, self._has_fallback = [], False
        for bit, session in self.index.shown(self._hits):
            piece = render_session(self.calendar, session, "all")
            self._has_fallback |= piece.has_fallback
            html = piece.html
            if self.suits_several:
                html = mark_safe(html + self._fit(suits_all=bool(self._every & bit)))  # noqa: S308
            shown.append((session, html))
        return shown

    def _fit(self, *, suits_all: bool) -> str:
        """Say whether a session suits all the chosen children, or some of them."""
        return ready_piece(self.index, "meetingplaces/week/_fit.html", suits_all=suits_all)

    @property
    def has_fallback_text(self) -> bool:
        return bool(self._shown) and self._has_fallback

    @cached_property
    def days(self) -> list[ShownDay]:
        """The seven days from Monday on."""
        by_day = defaultdict(list)
        for session, html in self._shown:
            by_day[session.on].append(html)
        return [
            ShownDay(
                day,
                day_words(day),
                short_weekday(day),
                day == self.today,
                holiday_name(day, self.index.language),
                by_day[day],
            )
            for day in days_of(self.monday)
        ]

    @property
    def days_to_come(self) -> list[ShownDay]:
        """Today first, then the rest of the week; of another week, all of it; of chosen days, those."""
        days = [day for day in self.days if not self.is_this_week or day.on >= self.today]
        return [day for day in days if day.sessions or "paiva" not in self.selection.values]

    @property
    def days_gone(self) -> list[ShownDay]:
        """The days of this week that have passed and had something."""
        return [day for day in self.days if self.is_this_week and day.on < self.today and day.sessions]

    @cached_property
    def columns(self) -> list[ShownDay]:
        """The days of the table: a weekend without sessions is left out; where days are chosen, those."""
        if "paiva" in self.selection.values:
            return [day for day in self.days if day.sessions]
        last = 7 if any(day.sessions for day in self.days[5:]) else 5
        return self.days[:last]

    @cached_property
    def bands(self) -> list[Band]:
        """The rows of the table that have something: open hours, and what is held, in the order of time."""
        rows = {True: _t("Open"), False: _t("On the programme")}
        cells = {is_open: [[] for _ in self.columns] for is_open in rows}
        column = {day.on: number for number, day in enumerate(self.columns)}
        for session, html in self._shown:
            is_open = self.calendar.activities[session.activity].kind == ActivityKind.OPEN
            cells[is_open][column[session.on]].append(html)
        return [Band(label, cells[is_open]) for is_open, label in rows.items() if any(cells[is_open])]

    def _counted_choices(self, parameter: str) -> list[CountedChoice]:
        """Of the meeting places, which may be hundreds, those that this choice still leaves."""
        rows = super()._counted_choices(parameter)
        return rows if parameter != "paikka" else [row for row in rows if row.count or row.is_chosen]

    # --- What is not on ------------------------------------------------------------------------
    @cached_property
    def _matcher(self) -> SessionMatcher:
        return SessionMatcher(self.calendar, self.selection)

    @cached_property
    def breaks(self) -> list[ShownBreak]:
        """The week's breaks that take something of this choice away, each once."""
        own = [each for each in self.index.skipped if self._matcher.matches_slot(each.slot)]
        return shown_breaks(self.calendar, own)

    @cached_property
    def varying(self) -> list[tuple[str, LocalText]]:
        """Activities of this choice whose days are told one by one, and none of them for this week."""
        has_session = {session.activity for session in self.index.sessions}
        sunday = self.monday + dt.timedelta(days=6)
        found: dict[int, None] = {}
        for rule in self.calendar.varying:
            holds = (rule.first_on or sunday) <= sunday and (rule.last_on or self.monday) >= self.monday
            if holds and rule.activity not in has_session and self._matcher.matches_slot(rule.pk):
                found[rule.activity] = None
        return [activity_link(self.calendar, activity) for activity in found]

    # --- What it is about ----------------------------------------------------------------------
    @property
    def is_sensitive(self) -> bool:
        """Narrowed to a sensitive theme: it must leave no trace."""
        return bool(self.sensitive_themes)


@lru_cache(maxsize=512)
def qr_code(url: str) -> SafeString:
    """Return a QR code as SVG; its colours are those of the print, whatever the screen's."""
    try:
        code = segno.make(url, error="m")
    except segno.DataOverflowError:  # more choices than a code can hold: the address stands beside it
        return mark_safe("")
    svg = code.svg_inline(scale=3, border=2, dark="#000", light="#fff", omitsize=True)
    return mark_safe(svg)  # noqa: S308
