"""The public calendar as short lines, and days as Finnish writes them: for the tests of real calendars."""

from __future__ import annotations

import datetime as dt

from django.utils import timezone

from meetingplaces.calendar import Calendar, calendar_of
from meetingplaces.models import Activity
from meetingplaces.timetable import Occurrence
from perhekeskus import caching
from perhekeskus.dates import clock_range, short_date
from tests import factories as make
from tests.calendar_factories import clock, make_meeting_place

MON, TUE, WED, THU, FRI, SAT, SUN = range(1, 8)


def day(text: str) -> dt.date:
    """Return the day of "27.11.2026"."""
    return dt.date(*reversed([int(part) for part in text.split(".")]))


def moment(text: str) -> dt.datetime:
    """Return the local moment of "24.3.2025 8.30"."""
    date, _, time = text.partition(" ")
    return timezone.make_aware(dt.datetime.combine(day(date), clock(time)))


def read() -> Calendar:
    return calendar_of("fi", caching.current_revision())


def sessions(first: str, last: str) -> list[Occurrence]:
    return read().timetable(day(first), day(last)).occurrences


def told(first: str, last: str) -> list[str]:
    """The public sessions of some days, as "27.11. 9.30–11.30 Kahvila, Talo"; "?" where not known."""
    calendar, lines = read(), []
    for session in sessions(first, last):
        place = calendar.places[session.place].name_fi if session.place else "?"
        time = clock_range(session.start, session.end) or calendar.slots[session.slot].part_of_day or "?"
        on = short_date(session.on).rpartition(".")[0]
        lines.append(f"{on}. {time} {calendar.activities[session.activity].name_fi}, {place}")
    return lines


def paused(first: str, last: str) -> list[str]:
    """Days without a session, as "13.10. Syysloma"; a public holiday has no break's name."""
    calendar = read()
    return [
        f"{skip.on.day}.{skip.on.month}. {calendar.breaks[skip.pause].name_fi if skip.pause else 'pyhä'}"
        for skip in calendar.timetable(day(first), day(last)).skipped
    ]


def organisers(activity: Activity) -> list[str]:
    names = dict(activity.organisers.values_list("pk", "name_fi"))
    return [names[pk] for pk in read().organisers[activity.pk]]


def prices(slot) -> list[tuple]:
    return [(row.min_amount, row.unit, row.payer, row.is_food) for row in read().prices_of(slot.pk)]


def spot(name: str, town: str, *, locality: str = "", **place):
    """A meeting place with what a row tells of its building."""
    town = make.make_municipality(slug=town)
    return make_meeting_place(
        name=name, place=make.make_place(name=name, municipality=town, locality=locality, **place)
    )


def in_town(town: str) -> dict:
    return {"municipalities": [make.make_municipality(slug=town)]}
