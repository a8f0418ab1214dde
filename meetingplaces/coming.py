"""What is coming: today's block, the days ahead of a place or an activity, and what is otherwise then."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.utils.safestring import SafeString

from meetingplaces.calendar import Calendar
from meetingplaces.holidays import holiday_name
from meetingplaces.sessions import activity_link, day_words, days_between_words, render_session, short_weekday
from meetingplaces.terms import Status
from meetingplaces.timetable import Occurrence, Skipped, Slot, days_between
from perhekeskus.translated import LocalText, local_text

LOOK_AHEAD = dt.timedelta(weeks=8)
# One whose end is not known is over when it has begun so long ago.
LONGEST_HOURS = 3


def is_over(session: Occurrence, now: dt.datetime) -> bool:
    """Say whether a session has ended by `now` (local, aware)."""
    ends = _end_of(session)
    return session.on < now.date() or (session.on == now.date() and ends is not None and ends <= now.time())


def true_until(sessions: Iterable[Occurrence], now: dt.datetime) -> dt.datetime | None:
    """Return the moment at which the first of today's sessions ends; None when none has a clock time."""
    ends = [end for s in sessions if s.on == now.date() and (end := _end_of(s)) is not None]
    return dt.datetime.combine(now.date(), min(ends), tzinfo=now.tzinfo) if ends else None


def _end_of(session: Occurrence) -> dt.time | None:
    if session.end is not None or session.start is None:
        return session.end
    last = session.start.hour + LONGEST_HOURS
    return session.start.replace(hour=last) if last < 24 else dt.time.max


@dataclass(frozen=True)
class ShownDay:
    """A day: its sessions ready made, and what the day is called."""

    on: dt.date
    name: str
    weekday: str
    is_today: bool
    holiday: LocalText
    sessions: list[SafeString]
    has_change: bool = False


@dataclass(frozen=True)
class ShownBreak:
    """A break by name and days, and the activities that it takes away, by address and name."""

    name: LocalText
    days: str
    activities: list[tuple[str, LocalText]]


def shown_days(
    calendar: Calendar,
    sessions: Iterable[Occurrence],
    days: Iterable[dt.date],
    *,
    today: dt.date,
    variant: str,
) -> list[ShownDay]:
    """Return days with their sessions in order; see `render_session` for the variant."""
    by_day = defaultdict(list)
    changed = set()
    for session in sessions:
        by_day[session.on].append(render_session(calendar, session, variant).html)
        if session.status != Status.HELD or session.changes:
            changed.add(session.on)
    return [
        ShownDay(
            day,
            day_words(day),
            short_weekday(day),
            day == today,
            holiday_name(day, calendar.language),
            by_day[day],
            day in changed,
        )
        for day in days
    ]


@dataclass(frozen=True)
class Coming:
    """What is ahead of a place or an activity.

    days: the nearest days that have something, or would have without a public holiday; later: days after
    those on which something is otherwise than the rhythm says; breaks: those that take something away;
    true_until: when the first of today's ends (aware), None when nothing of today is left.
    """

    days: list[ShownDay]
    later: list[ShownDay]
    breaks: list[ShownBreak]
    true_until: dt.datetime | None


def coming(
    calendar: Calendar,
    slots: list[Slot],
    *,
    now: dt.datetime,
    near: dt.timedelta,
    variant: str,
    keep: Callable[[Occurrence], bool] = lambda session: True,
    keep_skipped: Callable[[Skipped], bool] = lambda day: True,
) -> Coming:
    """Gather what is ahead: `near` from now day by day, then what is otherwise in the next eight weeks.

    now: local and aware; what has ended by then is not ahead. keep, keep_skipped: which of the slots'
    sessions, and of their days without one, are meant.
    """
    today = now.date()
    table = calendar.timetable(today, today + LOOK_AHEAD, slots)
    ahead = [session for session in table.occurrences if not is_over(session, now)]
    sessions = [session for session in ahead if keep(session)]
    soon = [session for session in sessions if session.on < today + near]
    otherwise = [s for s in sessions if s.on >= today + near and (s.status != Status.HELD or s.changes)]
    days = shown_days(
        calendar,
        soon,
        days_between(today, today + near - dt.timedelta(days=1)),
        today=today,
        variant=variant,
    )
    skipped = [each for each in table.skipped if keep_skipped(each)]
    on_holiday = {each.on for each in skipped if each.pause is None}
    later = shown_days(calendar, otherwise, sorted({s.on for s in otherwise}), today=today, variant=variant)
    return Coming(
        [day for day in days if day.sessions or day.on in on_holiday],
        later,
        shown_breaks(calendar, skipped),
        true_until(sessions, now),
    )


def shown_breaks(calendar: Calendar, skipped: Iterable[Skipped]) -> list[ShownBreak]:
    """Return the breaks that take something away, each once with the activities that it touches."""
    taken: dict[int, dict[int, None]] = defaultdict(dict)
    for each in skipped:
        if each.pause is not None:
            taken[each.pause][each.activity] = None
    breaks = sorted(taken.items(), key=lambda pair: calendar.breaks[pair[0]].from_on)
    return [
        ShownBreak(
            local_text(calendar.breaks[pk], "name", calendar.language),
            days_between_words(calendar.breaks[pk].from_on, calendar.breaks[pk].until_on),
            [activity_link(calendar, activity) for activity in activities],
        )
        for pk, activities in breaks
    ]
