"""Opening hours in words: of one local day, and of the week."""

from __future__ import annotations

import datetime as dt

import pytest
from django.utils import translation

from perhekeskus.translated import LocalText
from services.hours import DayHours, HoursLine, on_day, week
from services.models import OpeningSchedule

MONDAY = dt.date(2026, 11, 23)
TUESDAY, SATURDAY, SUNDAY = (MONDAY + dt.timedelta(days=days) for days in (1, 5, 6))
NINE, NOON, THREE, TEN_AT_NIGHT, SIX = (dt.time(hour) for hour in (9, 12, 15, 22, 6))
NOTHING = LocalText("")


def regular(weekday: int, opens=NINE, closes=THREE, **fields) -> OpeningSchedule:
    return OpeningSchedule(kind="regular", weekday=weekday, opens_time=opens, closes_time=closes, **fields)


def exception(first: dt.date, opens=None, closes=None, **fields) -> OpeningSchedule:
    return OpeningSchedule(
        kind="exception", valid_from_on=first, opens_time=opens, closes_time=closes, **fields
    )


def overnight(weekday: int, opens=TEN_AT_NIGHT, closes=SIX, **fields) -> OpeningSchedule:
    return OpeningSchedule(kind="overnight", weekday=weekday, opens_time=opens, closes_time=closes, **fields)


def appointment(**fields) -> OpeningSchedule:
    return OpeningSchedule(kind="appointment", **fields)


CLOSED = DayHours("suljettu")


# --- One day -----------------------------------------------------------------------------------------
def test_on_day_without_rows_says_nothing():
    assert on_day([], MONDAY) is None


def test_on_day_gives_the_hours_of_its_weekday():
    rows = [regular(1), regular(2, NOON, THREE)]

    assert on_day(rows, MONDAY) == DayHours("9.00–15.00", ("09:00-15:00",))
    assert on_day(rows, TUESDAY) == DayHours("12.00–15.00", ("12:00-15:00",))


@pytest.mark.parametrize("day", [SATURDAY, SUNDAY])
def test_on_day_is_closed_when_only_other_days_have_hours(day):
    assert on_day([regular(1)], day) == CLOSED


def test_on_day_finds_sunday_as_the_seventh_day():
    assert on_day([regular(7, NOON, THREE)], SUNDAY) == DayHours("12.00–15.00", ("12:00-15:00",))
    assert on_day([regular(7, NOON, THREE)], MONDAY) == CLOSED


def test_on_day_joins_the_parts_of_a_day():
    rows = [regular(1, NINE, NOON), regular(1, dt.time(13, 30), THREE)]

    assert on_day(rows, MONDAY) == DayHours("9.00–12.00, 13.30–15.00", ("09:00-12:00", "13:30-15:00"))


def test_on_day_without_a_closing_time_leaves_open_now_unsaid():
    assert on_day([regular(1, NINE, None)], MONDAY) == DayHours("9.00–")


def test_on_day_without_an_opening_time_is_closed():
    assert on_day([regular(1, None, None)], MONDAY) == CLOSED
    assert on_day([regular(1, is_closed=True)], MONDAY) == CLOSED


def test_on_day_heeds_the_dates_of_regular_hours():
    old = regular(1, NINE, NOON, valid_until_on=MONDAY - dt.timedelta(days=1))
    new = regular(1, NOON, THREE, valid_from_on=MONDAY)

    assert on_day([old, new], MONDAY).text == "12.00–15.00"
    assert on_day([old, new], MONDAY - dt.timedelta(days=7)).text == "9.00–12.00"


@pytest.mark.parametrize(
    ("row", "hours"),
    [
        (exception(MONDAY, is_closed=True), CLOSED),
        (exception(MONDAY), CLOSED),
        (exception(MONDAY, NOON, THREE), DayHours("12.00–15.00", ("12:00-15:00",))),
        (exception(SUNDAY - dt.timedelta(days=14), valid_until_on=SUNDAY), CLOSED),
    ],
    ids=["closed", "no hours", "other hours", "a period"],
)
def test_exception_replaces_the_regular_hours_of_its_days(row, hours):
    assert on_day([regular(1), row], MONDAY) == hours


@pytest.mark.parametrize("days", [-1, 1, 7])
def test_exception_without_a_last_day_holds_one_day(days):
    rows = [*(regular(weekday) for weekday in range(1, 8)), exception(MONDAY, is_closed=True)]

    assert on_day(rows, MONDAY + dt.timedelta(days=days)).text == "9.00–15.00"


def test_exception_of_another_day_says_nothing_of_this_one():
    assert on_day([exception(TUESDAY, NINE, NOON)], MONDAY) is None
    assert on_day([appointment(), exception(TUESDAY, is_closed=True)], MONDAY) == DayHours("ajanvarauksella")


def test_exception_of_a_period_can_keep_to_one_weekday():
    row = exception(MONDAY, NOON, THREE, valid_until_on=SUNDAY, weekday=2)

    assert on_day([regular(1), regular(2), row], MONDAY).text == "9.00–15.00"
    assert on_day([regular(1), regular(2), row], TUESDAY).text == "12.00–15.00"


def test_overnight_hours_reach_to_midnight_and_over_it():
    rows = [overnight(1), overnight(2)]

    assert on_day(rows, MONDAY) == DayHours("22.00–6.00", ("22:00-24:00",))
    assert on_day(rows, TUESDAY) == DayHours("22.00–6.00", ("00:00-06:00", "22:00-24:00"))


def test_overnight_hours_of_sunday_reach_into_monday():
    rows = [regular(1), overnight(7)]

    assert on_day(rows, MONDAY) == DayHours("9.00–15.00", ("00:00-06:00", "09:00-15:00"))


def test_by_appointment_is_said_when_there_are_no_clock_times():
    assert on_day([appointment()], MONDAY) == DayHours("ajanvarauksella")
    assert on_day([appointment(), regular(1)], MONDAY).text == "9.00–15.00"
    assert on_day([appointment(), regular(1)], TUESDAY) == CLOSED


@pytest.mark.parametrize("day", [dt.date(2026, 3, 29), dt.date(2026, 10, 25)], ids=["23 hours", "25 hours"])
def test_hours_of_a_day_of_clock_change_are_the_clocks_own(day):
    rows = [regular(7, dt.time(2), dt.time(5)), overnight(6)]

    assert on_day(rows, day) == DayHours("2.00–5.00", ("00:00-06:00", "02:00-05:00"))


def test_words_are_in_the_language_spoken():
    with translation.override("sv"):
        assert on_day([regular(1)], TUESDAY).text == "stängt"


# --- The week ----------------------------------------------------------------------------------------
def test_week_lists_regular_days_then_exceptions_by_date_whatever_their_order():
    rows = [
        exception(dt.date(2026, 12, 24), is_closed=True),
        exception(dt.date(2026, 12, 6), NOON, THREE),
        regular(5),
        overnight(3),
        regular(1),
        appointment(),
    ]

    assert [(line.when, line.hours) for line in week(rows, MONDAY, "fi")] == [
        ("maanantai", "9.00–15.00"),
        ("perjantai", "9.00–15.00"),
        ("keskiviikko", "22.00–6.00"),
        ("", "ajanvarauksella"),
        ("6.12.2026", "12.00–15.00"),
        ("24.12.2026", "suljettu"),
    ]


def test_week_leaves_out_what_is_over():
    rows = [
        regular(1, valid_until_on=MONDAY - dt.timedelta(days=1)),
        exception(MONDAY - dt.timedelta(days=1), is_closed=True),
        exception(MONDAY - dt.timedelta(days=9), is_closed=True, valid_until_on=MONDAY),
    ]

    assert week(rows, MONDAY, "fi") == [HoursLine("14.11.2026–23.11.2026", "suljettu", NOTHING)]
    assert week(rows, TUESDAY, "fi") == []


def test_week_dates_hours_that_end_or_are_yet_to_begin():
    rows = [
        regular(1, valid_until_on=dt.date(2026, 12, 31)),
        regular(1, NOON, THREE, valid_from_on=dt.date(2027, 1, 1)),
        regular(2, valid_from_on=dt.date(2026, 1, 1)),
        regular(3, valid_from_on=TUESDAY, valid_until_on=SUNDAY),
    ]

    assert {line.when for line in week(rows, MONDAY, "fi")} == {
        "maanantai –31.12.2026",
        "maanantai 1.1.2027–",
        "tiistai",
        "keskiviikko 24.11.2026–29.11.2026",
    }


def test_week_shows_a_note_in_the_language_or_in_finnish():
    rows = [
        regular(1, note_fi="Soita ovikelloa", note_sv=""),
        regular(2, note_fi="Kerros 2", note_sv="Våning 2"),
    ]

    assert [line.note for line in week(rows, MONDAY, "sv")] == [
        LocalText("Soita ovikelloa", "fi"),
        LocalText("Våning 2"),
    ]


def test_week_of_an_unknown_time_leaves_it_empty():
    assert week([regular(1, None, None)], MONDAY, "fi") == [HoursLine("maanantai", "", NOTHING)]
