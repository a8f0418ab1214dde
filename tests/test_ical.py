"""The week as iCalendar: what two other libraries read is what the calendar says, and the bytes are sound."""

from __future__ import annotations

import datetime as dt
from datetime import date
from io import StringIO
from zoneinfo import ZoneInfo

import icalendar
import pytest
from dateutil.tz import tzical
from django.utils.translation import gettext as _t

from meetingplaces import ical
from meetingplaces.stamps import Stamp, Stamps
from tests.ical_calendars import Maker
from tests.ical_readers import by_recurring_ical_events, by_vobject, counted

FRIDAY = date(2026, 11, 27)
FRAME = ical.Frame("Kohtaamispaikat", "https://perhekeskus.example")
FIRST, LAST = ical.horizon(FRIDAY)


def feed(calendar, first: date = FIRST, last: date = LAST, matches=None) -> bytes:
    return ical.feed(calendar, calendar.rules.values(), first, last, FRAME, matches)


def events(body: bytes) -> list[icalendar.Event]:
    return icalendar.Calendar.from_ical(body).events


def only_event(body: bytes) -> icalendar.Event:
    [event] = events(body)
    return event


@pytest.fixture
def make() -> Maker:
    return Maker()


# --- Occurrence for occurrence ----------------------------------------------------------------------
def everything_a_calendar_can_have() -> Maker:
    """Every rhythm, break, holiday and kind of change, at known, half-known and unknown times."""
    make = Maker()
    hall, other_hall = make.place(), make.place(name="Toinen tupa")
    weekly = make.slot(place=hall)
    make.change(weekly, "cancelled", date(2026, 12, 1))
    make.change(weekly, "moved", date(2026, 12, 8), to_on=date(2026, 12, 10), at="17.00–18.00")
    make.change(weekly, "changed", date(2026, 12, 15), place=other_hall, at="10.00")
    make.change(weekly, "changed", date(2027, 3, 1), until=date(2027, 5, 31), at="8.15–9.00")
    make.change(weekly, "programme", date(2027, 4, 6), title_fi="Hammashoitaja")
    make.change(weekly, "extra", date(2027, 2, 13), at="12.00–14.00")
    make.change(weekly, "cancelled", date(2027, 9, 1), until=date(2027, 9, 30))
    make.change(weekly, "moved", date(2027, 10, 5), to_on=date(2027, 10, 12))  # two on one day
    make.change(weekly, "moved", date(2026, 10, 20), to_on=date(2026, 11, 3))  # from before the feed begins
    make.change(weekly, "moved", date(2027, 11, 23), to_on=date(2027, 12, 20))  # to after it ends
    through = make.slot(weekday=5, at="23.30", runs_through_breaks=True, runs_through_holidays=True)
    until_spring = make.slot(at="9.00", valid_from_on=date(2026, 12, 3), valid_until_on=date(2027, 4, 1))
    even = make.slot(rhythm="even_weeks", weekday=4)
    odd = make.slot(rhythm="odd_weeks", weekday=7, at="0.00–1.00")
    make.change(odd, "changed", date(2027, 1, 3), at="15.00")  # Sunday of week 53
    second = make.slot(rhythm="monthly", nth=2)
    last = make.slot(rhythm="monthly", nth=-1, weekday=7, at="3.30")
    fifth = make.slot(rhythm="monthly", nth=5, weekday=1, at="")
    dates = make.slot(rhythm="dates", weekday=None, dates=(date(2026, 12, 22), date(2027, 8, 9)))
    varies = make.slot(rhythm="varies", weekday=None, at="")
    make.change(varies, "extra", date(2027, 1, 20))
    make.change(varies, "extra", date(2027, 1, 20), at="18.00")
    make.change(varies, "cancelled", date(2027, 1, 20))
    timeless = make.slot(at="", weekday=3)
    make.change(timeless, "changed", date(2026, 12, 2), at="9.30–11.00")
    make.change(timeless, "moved", date(2026, 12, 9), to_on=date(2026, 12, 11))
    make.change(timeless, "cancelled", date(2026, 12, 16))
    make.slot(valid_until_on=date(2026, 6, 1))  # over long since
    paused_for_ever = make.slot()
    make.pause(date(2020, 1, 1), date(2030, 1, 1), paused_for_ever)
    every = (weekly, through, until_spring, even, odd, second, last, fifth, dates, timeless)
    make.pause(date(2026, 12, 21), date(2027, 1, 6), *every)
    make.pause(date(2026, 10, 26), date(2026, 10, 31), *every)  # the feed's first days
    make.change(even, "changed", date(2026, 12, 24), at="12.00")  # beats the break and the holiday
    make.visit(weekly, rhythm="monthly", nth=1, cancelled=[date(2027, 1, 5)])
    make.visit(weekly)
    return make


@pytest.mark.parametrize(
    "day", [date(2026, 11, 27), date(2026, 10, 24), date(2027, 3, 26), date(2026, 2, 16)]
)
@pytest.mark.parametrize("reader", [by_recurring_ical_events, by_vobject])
def test_a_year_reads_back_as_the_calendar_says(reader, day):
    calendar = everything_a_calendar_can_have().calendar
    first, last = ical.horizon(day)
    said = counted(calendar, first, last)

    assert len(said) > 200
    assert {session.is_cancelled for session in said} == {True, False}
    assert reader(feed(calendar, first, last), first, last) == said


@pytest.mark.parametrize("reader", [by_recurring_ical_events, by_vobject])
def test_a_session_keeps_its_clock_time_over_both_changes_of_clocks(reader, make):
    make.slot(weekday=7, runs_through_holidays=True, at="9.30–11.30")
    body = feed(make.calendar, date(2026, 10, 18), date(2027, 4, 4))

    read = reader(body, date(2026, 10, 18), date(2027, 4, 4))
    assert {(s.start, s.end) for s in read} == {(dt.time(9, 30), dt.time(11, 30))}
    assert [s.on for s in read] == [date(2026, 10, 18) + dt.timedelta(weeks=n) for n in range(25)]


@pytest.mark.parametrize("reader", [by_recurring_ical_events, by_vobject])
def test_sessions_that_are_not_wanted_are_not_there(reader, make):
    hall, other_hall = make.place(), make.place()
    slot = make.slot(place=hall)
    make.change(slot, "changed", date(2026, 12, 1), place=other_hall)
    make.change(slot, "changed", date(2027, 2, 2), place=other_hall)
    make.change(slot, "moved", date(2027, 2, 9), to_on=date(2027, 2, 10), place=other_hall)

    said = counted(make.calendar, FIRST, LAST)
    elsewhere = {date(2026, 12, 1), date(2027, 2, 2), date(2027, 2, 10)}
    for place in (hall, other_hall):
        body = feed(make.calendar, matches=lambda session, place=place: session.place == place.pk)
        wanted = [s for s in said if (s.on in elsewhere) == (place is other_hall)]
        assert len(wanted) == (3 if place is other_hall else len(said) - 3)
        assert reader(body, FIRST, LAST) == wanted


def test_feed_goes_from_four_weeks_back_to_53_weeks_ahead_in_whole_weeks():
    assert ical.horizon(date(2026, 11, 23)) == (date(2026, 10, 26), date(2027, 12, 5))
    assert ical.horizon(date(2026, 11, 29)) == (date(2026, 10, 26), date(2027, 12, 5))
    assert ical.horizon(date(2026, 11, 30)) == (date(2026, 11, 2), date(2027, 12, 12))


# --- How a rhythm is written -------------------------------------------------------------------------
def test_every_week_is_a_rule_that_ends_in_utc(make):
    make.slot(valid_from_on=date(2027, 6, 1), valid_until_on=date(2027, 6, 30))

    event = only_event(feed(make.calendar))
    assert event["RRULE"].to_ical() == b"FREQ=WEEKLY;UNTIL=20270629T205959Z;BYDAY=TU"
    assert event["DTSTART"].to_ical() == b"20270601T093000"
    assert event["DTSTART"].params == {"TZID": "Europe/Helsinki"}
    assert "EXDATE" not in event


@pytest.mark.parametrize(("nth", "rule"), [(2, b"2TU"), (-1, b"-1TU")])
def test_once_a_month_is_a_rule_by_weekday(make, nth, rule):
    make.slot(rhythm="monthly", nth=nth, valid_until_on=date(2027, 2, 28))

    assert only_event(feed(make.calendar))["RRULE"].to_ical().endswith(b";BYDAY=" + rule)


def test_weeks_by_their_number_are_listed(make):
    make.slot(rhythm="even_weeks", valid_from_on=date(2026, 12, 15), valid_until_on=date(2027, 1, 31))

    event = only_event(feed(make.calendar))
    assert "RRULE" not in event
    assert event["DTSTART"].to_ical() == b"20261222T093000"  # week 52
    # After week 53 comes week 1: both odd. Week 2 is the next.
    assert event["RDATE"].to_ical() == b"20270112T093000,20270126T093000"


def test_one_session_alone_recurs_on_no_other_day(make):
    make.slot(rhythm="dates", weekday=None, dates=[date(2026, 12, 2)])

    assert {"RRULE", "RDATE", "EXDATE"}.isdisjoint(only_event(feed(make.calendar)))


def test_break_and_holiday_are_left_out_of_the_rule(make):
    slot = make.slot(weekday=7, valid_from_on=date(2026, 11, 29), valid_until_on=date(2026, 12, 31))
    make.pause(date(2026, 12, 18), date(2026, 12, 20), slot)

    event = only_event(feed(make.calendar))
    assert event["EXDATE"].to_ical() == b"20261206T093000,20261220T093000"  # Independence Day; the break
    assert event["EXDATE"].params == {"TZID": "Europe/Helsinki"}


def test_cancelled_session_says_so_in_its_name_and_its_status(make):
    slot = make.slot(activity=make.activity(name="Vauvakahvila"))
    make.change(slot, "cancelled", date(2026, 12, 1), reason_kind="leader", reason_fi="Tavataan taas pian.")

    series, cancelled = events(feed(make.calendar))
    assert "STATUS" not in series
    assert series["SUMMARY"] == "Vauvakahvila"
    assert cancelled["SUMMARY"] == _t("Cancelled: %(name)s") % {"name": "Vauvakahvila"}
    assert cancelled["STATUS"] == "CANCELLED"
    assert cancelled["UID"] == series["UID"] == f"{slot.uuid}@perhekeskus"
    assert cancelled["RECURRENCE-ID"].to_ical() == b"20261201T093000"
    reason = f"{_t('The leader cannot come')}: Tavataan taas pian."
    assert cancelled["DESCRIPTION"].splitlines()[0] == _t("Why: %(reason)s") % {"reason": reason}


def test_moved_session_is_the_series_own_on_its_new_day(make):
    slot = make.slot()
    make.change(slot, "moved", date(2026, 12, 1), to_on=date(2026, 12, 3), at="17.00")

    _series, moved = events(feed(make.calendar))
    assert moved["RECURRENCE-ID"].to_ical() == b"20261201T093000"
    assert moved["DTSTART"].to_ical() == b"20261203T170000"
    assert "DTEND" not in moved
    assert moved["DESCRIPTION"].splitlines()[0] == _t("Moved: it was to be on %(day)s.") % {
        "day": "1.12.2026 9.30"
    }


def test_extra_session_is_an_event_of_its_own(make):
    slot = make.slot(rhythm="varies", weekday=None)
    extra = make.change(slot, "extra", date(2026, 12, 3), at="17.00")

    event = only_event(feed(make.calendar))
    assert event["UID"] == f"{extra.uuid}@perhekeskus"
    assert "RECURRENCE-ID" not in event


@pytest.mark.parametrize("reader", [by_vobject, by_recurring_ical_events])
def test_extras_of_one_day_are_two_events_also_while_a_lasting_change_holds(reader, make):
    day = date(2026, 12, 3)
    slot = make.slot(rhythm="varies", weekday=None)
    make.change(slot, "changed", date(2026, 12, 1), until=date(2026, 12, 31), at="16.00")
    extras = [make.change(slot, "extra", day, at=at) for at in ("17.00", "18.00")]

    read = reader(feed(make.calendar), day, day)

    assert [(s.start, s.uid) for s in read] == [
        (dt.time(17 + hour), f"{extra.uuid}@perhekeskus") for hour, extra in enumerate(extras)
    ]


def test_start_alone_has_no_end(make):
    make.slot(at="9.30")

    event = only_event(feed(make.calendar))
    assert {"DTEND", "DURATION", "TRANSP"}.isdisjoint(event)


def test_unknown_time_is_a_whole_day_that_keeps_nobody_busy(make):
    make.slot(at="", activity=make.activity(name="Kerho"), part_of_day="morning")

    event = only_event(feed(make.calendar))
    assert event["DTSTART"].params == {"VALUE": "DATE"}
    assert event["TRANSP"] == "TRANSPARENT"
    assert event["SUMMARY"] == _t("%(name)s (ask the organiser for the time)") % {"name": "Kerho"}
    assert event["RRULE"].to_ical() == b"FREQ=WEEKLY;UNTIL=20271130;BYDAY=TU"
    assert "DTEND" not in event
    assert event["DESCRIPTION"].splitlines()[0] == _t("In the morning")


def test_guest_that_comes_each_time_stands_in_the_series(make):
    slot = make.slot(valid_until_on=date(2026, 12, 31))
    make.visit(slot, topic_fi="Imetys", start_time=dt.time(10), end_time=dt.time(11))

    event = only_event(feed(make.calendar))
    guest = {"guest": "Terveydenhoitaja, Imetys, 10.00–11.00"}
    assert event["DESCRIPTION"].splitlines()[0] == _t("As a guest: %(guest)s") % guest


def test_guest_of_some_days_stands_on_those_alone(make):
    slot = make.slot(valid_until_on=date(2026, 12, 31))
    make.visit(slot, rhythm="monthly", nth=1)

    series, *visited = events(feed(make.calendar))
    assert "Terveydenhoitaja" not in series["DESCRIPTION"]
    assert [e["RECURRENCE-ID"].to_ical() for e in visited] == [b"20261103T093000", b"20261201T093000"]
    assert all("Terveydenhoitaja" in event["DESCRIPTION"] for event in visited)


# --- One session ---------------------------------------------------------------------------------------
def test_single_sessions_of_one_series_have_each_their_own_identity(make):
    slot = make.slot()
    extra = make.change(slot, "extra", date(2026, 12, 3))
    sessions = make.calendar.timetable(date(2026, 12, 1), date(2026, 12, 8)).occurrences

    read = events(ical.single(make.calendar, sessions, FRAME))
    assert [event["UID"] for event in read] == [
        f"{slot.uuid}-20261201@perhekeskus",
        f"{extra.uuid}@perhekeskus",
        f"{slot.uuid}-20261208@perhekeskus",
    ]
    assert all({"RRULE", "RECURRENCE-ID"}.isdisjoint(event) for event in read)


# --- Bytes ---------------------------------------------------------------------------------------------
def test_bytes_are_as_the_standard_asks(make):
    name = "Kahvila, avoin; kaikille\\perheille – äitien ja isien pitkänimisin kohtaamispaikka Kittilässä"
    activity = make.activity(name=name, summary_fi="Ensimmäinen\nToinen, ja; kolmas")
    make.slot(activity=activity)

    body = feed(make.calendar)
    lines = body.split(b"\r\n")
    assert lines[-1] == b""
    assert b"\n" not in b"".join(lines)
    assert max(len(line) for line in lines) <= 75
    unfolded = body.replace(b"\r\n ", b"").decode()
    written = name.replace("\\", "\\\\").replace(",", "\\,").replace(";", "\\;")
    assert f"SUMMARY:{written}\r\n" in unfolded
    assert "DESCRIPTION:Ensimmäinen\\nToinen\\, ja\\; kolmas\\n" in unfolded
    event = only_event(body)
    assert event["SUMMARY"] == name
    assert event["DESCRIPTION"].startswith("Ensimmäinen\nToinen, ja; kolmas\n")


def test_calendar_names_itself_its_zone_and_how_often_to_look(make):
    make.slot()

    head = feed(make.calendar).partition(b"BEGIN:VTIMEZONE")[0]
    assert head.decode().splitlines() == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Perhekeskus//Kohtaamispaikat//FI",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        "X-WR-CALNAME:Kohtaamispaikat",
        "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
        "X-PUBLISHED-TTL:PT1H",
        "X-WR-TIMEZONE:Europe/Helsinki",
    ]


def test_there_is_one_zone_and_it_is_helsinki(make):
    make.slot()

    calendar = icalendar.Calendar.from_ical(feed(make.calendar))
    [zone] = calendar.timezones
    assert calendar.get_missing_tzids() == set()
    assert zone.tz_name == "Europe/Helsinki"


@pytest.mark.parametrize("year", range(2024, 2034))
def test_the_zone_is_what_the_zone_database_says(make, year):
    """When Finland gives up changing its clocks, this fails, and `ical.ZONE` is to be mended."""
    make.slot()
    text = icalendar.Calendar.from_ical(feed(make.calendar)).timezones[0].to_ical().decode()
    zone, helsinki = tzical(StringIO(text)).get(), ZoneInfo("Europe/Helsinki")

    moments = [dt.datetime(year, 1, 1, 12, tzinfo=dt.UTC) + dt.timedelta(days=n) for n in range(365)]
    assert [m.astimezone(zone).utcoffset() for m in moments] == [
        m.astimezone(helsinki).utcoffset() for m in moments
    ]


def test_the_same_content_gives_the_same_bytes_all_week():
    monday, sunday = date(2026, 11, 23), date(2026, 11, 29)

    one = feed(everything_a_calendar_can_have().calendar, *ical.horizon(monday))
    other = feed(everything_a_calendar_can_have().calendar, *ical.horizon(sunday))
    assert one == other


def test_stamps_come_from_the_history(make):
    slot = make.slot()
    moment = dt.datetime(2026, 11, 20, 7, 40, 1, tzinfo=dt.UTC)
    known = Stamps(
        of_slot={slot.pk: Stamp(moment, 3)},
        of_activity={slot.activity_id: Stamp(moment - dt.timedelta(days=1), 2)},
    )
    frame = ical.Frame("Nimi", "https://perhekeskus.example", stamps=known)

    event = only_event(ical.feed(make.calendar, make.calendar.rules.values(), FIRST, LAST, frame))
    assert [event[name].to_ical() for name in ("DTSTAMP", "LAST-MODIFIED")] == [b"20261120T074001Z"] * 2
    assert event["SEQUENCE"] == 5
