"""Today at the meeting places, for the front page and the age pages: what is still to come, and the next."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils import timezone
from django.utils.safestring import SafeString

from meetingplaces.calendar import Calendar
from meetingplaces.filters import SessionMatcher
from meetingplaces.holidays import holiday_name
from meetingplaces.sessions import day_words, public_name, render_session, time_words
from meetingplaces.timetable import Occurrence
from perhekeskus.ages import AgeSpan
from perhekeskus.translated import LocalText
from services.home import Home
from services.index import Selection

SHOWN = 6
LOOK_AHEAD = dt.timedelta(weeks=3)


@dataclass(frozen=True)
class NextSession:
    """The next session on another day: its day and time in words, its name and address."""

    when: str
    name: LocalText
    activity_slug: str


@dataclass(frozen=True)
class Today:
    """What is on today from this moment on, under the choices of a page.

    sessions: ready made, cancelled ones too; total: how many of today's are left, of those that are held.
    next: the next one on a later day, told when none of today's is left. holiday: today's name, if any.
    true_until: the moment (aware) at which this is no longer so, None when midnight is.
    """

    sessions: list[SafeString]
    total: int
    next: NextSession | None
    holiday: LocalText
    true_until: dt.datetime | None
    has_fallback_text: bool

    @property
    def has_more(self) -> bool:
        return self.total > len(self.sessions)


def today_at(
    calendar: Calendar, now: dt.datetime, home: Home, ages: Iterable[AgeSpan] = (), *, size: int = SHOWN
) -> Today:
    """Gather what is still on today.

    now: aware; the day is the local one. home: narrows to its municipality; ages: to those they suit.
    """
    local = timezone.localtime(now)
    today = local.date()
    chosen = Selection.of(home.where, ages)
    matcher = SessionMatcher(calendar, chosen)
    table = calendar.timetable(today, today + LOOK_AHEAD)
    meant = [session for session in table.occurrences if matcher.matches(session)]
    ahead = [session for session in meant if session.on == today and not _is_over(session, local.time())]
    pieces = [render_session(calendar, session, "all") for session in ahead[:size]]
    held = [session for session in ahead if session.is_held]
    return Today(
        [piece.html for piece in pieces],
        len(ahead),
        None if held else _next(calendar, [s for s in meant if s.on > today and s.is_held]),
        holiday_name(today, calendar.language),
        _true_until(ahead, local),
        any(piece.has_fallback for piece in pieces),
    )


def _is_over(session: Occurrence, time: dt.time) -> bool:
    """One whose end is not known is over when it has begun more than three hours ago."""
    ends = _end_of(session)
    return ends is not None and ends <= time


def _end_of(session: Occurrence) -> dt.time | None:
    if session.end is not None or session.start is None:
        return session.end
    return session.start.replace(hour=session.start.hour + 3) if session.start.hour < 21 else dt.time.max


def _true_until(ahead: list[Occurrence], local: dt.datetime) -> dt.datetime | None:
    ends = [end for session in ahead if (end := _end_of(session)) is not None]
    return dt.datetime.combine(local.date(), min(ends), tzinfo=local.tzinfo) if ends else None


def _next(calendar: Calendar, later: list[Occurrence]) -> NextSession | None:
    if not later:
        return None
    session = later[0]
    when = " ".join(filter(None, [day_words(session.on), time_words(session.start, session.end)]))
    slug = calendar.activities[session.activity].slug
    return NextSession(when, public_name(calendar, session.activity), slug)
