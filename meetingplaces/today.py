"""Today at the meeting places, for the front page and the age pages: what is still to come, and the next."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils import timezone
from django.utils.safestring import SafeString

from meetingplaces.calendar import Calendar
from meetingplaces.coming import is_over, true_until
from meetingplaces.filters import SessionMatcher
from meetingplaces.holidays import holiday_name
from meetingplaces.sessions import day_words, name_in, render_session, time_words
from meetingplaces.timetable import Occurrence, monday_of
from meetingplaces.week_index import WeekIndex, week_index
from perhekeskus.ages import AgeSpan
from perhekeskus.translated import LocalText
from services.home import Home
from services.index import Selection

SHOWN = 6
WEEKS_AHEAD = 16  # a summer break is ten weeks long


@dataclass(frozen=True)
class NextSession:
    """The next session on another day: its day and time in words, its name and address."""

    when: str
    name: LocalText
    activity_slug: str


@dataclass(frozen=True)
class Today:
    """What is on today from this moment on, under the choices of a page.

    sessions: ready made, cancelled ones too; total: how many of today's are left.
    next: the next one on a later day, told when none of today's is left that is held at a known time.
    holiday: today's name, if any.
    true_until: the moment (aware) at which this is no longer so, None when midnight is.
    """

    sessions: list[SafeString]
    total: int
    next: NextSession | None
    holiday: LocalText
    true_until: dt.datetime | None
    has_fallback_text: bool
    is_something_held: bool

    @property
    def has_more(self) -> bool:
        return self.total > len(self.sessions)


def today_at(
    language: str,
    revision: int,
    now: dt.datetime,
    home: Home,
    ages: Iterable[AgeSpan] = (),
    *,
    size: int = SHOWN,
) -> Today:
    """Gather what is still on today.

    now: aware; the day is the local one. home: narrows to its municipality; ages: to those they suit.
    """
    local = timezone.localtime(now)
    today = local.date()
    chosen = Selection.of(home.where, ages)
    week = week_index(language, revision, monday_of(today))
    meant = week.chosen(chosen)
    ahead = [session for session in meant if session.on == today and not is_over(session, local)]
    pieces = [render_session(week.calendar, session, "all") for session in ahead[:size]]
    # One without a clock time may be over already: then what comes next is told too.
    is_known = any(session.is_held and session.start is not None for session in ahead)
    return Today(
        [piece.html for piece in pieces],
        len(ahead),
        None if is_known else _next(week, chosen, today),
        holiday_name(today, language),
        true_until(ahead, local),
        any(piece.has_fallback for piece in pieces),
        any(session.is_held for session in ahead),
    )


def _next(week: WeekIndex, chosen: Selection, today: dt.date) -> NextSession | None:
    """Return the next session that is held on a later day: of this week, else the first of those to come."""
    calendar = week.calendar
    for session in week.chosen(chosen):
        if session.on > today and session.is_held:
            return _shown_next(calendar, session)
    first = week.monday + dt.timedelta(weeks=1)
    matcher = SessionMatcher(calendar, chosen)
    for weeks in range(WEEKS_AHEAD):  # week by week: most often the first has one
        monday = first + dt.timedelta(weeks=weeks)
        for session in calendar.timetable(monday, monday + dt.timedelta(days=6)).occurrences:
            if session.is_held and matcher.matches(session):
                return _shown_next(calendar, session)
    return None


def _shown_next(calendar: Calendar, session: Occurrence) -> NextSession:
    return NextSession(
        " ".join(filter(None, [day_words(session.on), time_words(session.start, session.end)])),
        name_in(calendar, session.activity),
        calendar.activities[session.activity].slug,
    )
