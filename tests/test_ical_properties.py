"""Whatever the slots, changes and breaks: two other libraries read out of a feed what the calendar says."""

from __future__ import annotations

import datetime as dt
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from meetingplaces import ical
from tests.ical_calendars import Maker
from tests.ical_readers import by_recurring_ical_events, by_vobject, counted

FIRST, LAST = date(2026, 9, 28), date(2027, 4, 25)
FRAME = ical.Frame("Nimi", "https://perhekeskus.example")
# A little more than the feed on both sides, so that moves cross its edges.
DAYS = st.dates(FIRST - dt.timedelta(days=20), LAST + dt.timedelta(days=20))
TIMES = st.sampled_from(["", "9.30", "9.30–11.30", "0.00–0.45", "3.30", "23.15–23.59"])
RHYTHMS = st.sampled_from(["every_week", "even_weeks", "odd_weeks", "monthly", "dates", "varies"])
KINDS = st.sampled_from(["cancelled", "changed", "moved", "extra", "programme"])


@st.composite
def calendars(draw):
    make = Maker()
    slots = []
    for _ in range(draw(st.integers(1, 3))):
        rhythm = draw(RHYTHMS)
        begins, ends = sorted([draw(DAYS), draw(DAYS)])
        slots.append(
            make.slot(
                rhythm=rhythm,
                weekday=draw(st.integers(1, 7)),
                nth=draw(st.sampled_from([1, 2, 3, 4, 5, -1])) if rhythm == "monthly" else None,
                at=draw(TIMES),
                dates=draw(st.lists(DAYS, unique=True, max_size=4)) if rhythm == "dates" else (),
                valid_from_on=draw(st.sampled_from([None, begins])),
                valid_until_on=draw(st.sampled_from([None, ends])),
                runs_through_breaks=draw(st.booleans()),
                runs_through_holidays=draw(st.booleans()),
            )
        )
    for _ in range(draw(st.integers(0, 8))):
        slot, kind = draw(st.sampled_from(slots)), draw(KINDS)
        days = timetable_days(make, slot)
        on = draw(st.sampled_from(days)) if days and draw(st.booleans()) else draw(DAYS)
        lasts = kind not in ("moved", "extra") and draw(st.booleans())
        make.change(
            slot,
            kind,
            on,
            at=draw(TIMES),
            until=on + dt.timedelta(days=draw(st.integers(1, 40))) if lasts else None,
            to_on=draw(DAYS) if kind == "moved" else None,
        )
    for _ in range(draw(st.integers(0, 2))):
        begins, ends = sorted([draw(DAYS), draw(DAYS)])
        make.pause(begins, min(ends, begins + dt.timedelta(days=30)), *slots[: draw(st.integers(0, 3))])
    if draw(st.booleans()):
        make.visit(draw(st.sampled_from(slots)), rhythm=draw(st.sampled_from(["every_week", "odd_weeks"])))
    return make.calendar


def timetable_days(make: Maker, slot) -> list[date]:
    rule = make.calendar.rules[slot.pk]
    return [session.on for session in make.calendar.timetable(FIRST, LAST, [rule]).occurrences]


@settings(max_examples=60, deadline=None)
@given(calendars())
def test_both_readers_see_what_the_calendar_says(calendar):
    body = ical.feed(calendar, calendar.rules.values(), FIRST, LAST, FRAME)

    said = counted(calendar, FIRST, LAST)
    assert by_recurring_ical_events(body, FIRST, LAST) == said
    assert by_vobject(body, FIRST, LAST) == said
