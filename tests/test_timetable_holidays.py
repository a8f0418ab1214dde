"""Finnish public holidays: which days they are, and what they are called in each site language."""

from __future__ import annotations

import datetime as dt

import pytest

from meetingplaces.holidays import holiday_name, holidays_between
from perhekeskus.translated import LocalText
from tests.timetables import between, day, left_out, slot


def test_public_holidays_of_a_year():
    found = holidays_between(dt.date(2026, 1, 1), dt.date(2026, 12, 31))

    assert [f"{on.day}.{on.month}." for on in sorted(found)] == [
        *("1.1.", "6.1.", "3.4.", "5.4.", "6.4.", "1.5.", "14.5.", "24.5."),
        *("19.6.", "20.6.", "31.10.", "6.12.", "24.12.", "25.12.", "26.12."),
    ]


def test_range_takes_its_first_and_last_day_and_goes_over_new_year():
    assert holidays_between(day("26.12."), day("6.1.2027")) == {
        *(day("26.12."), day("1.1.2027"), day("6.1.2027"))
    }
    assert holidays_between(day("27.12."), day("31.12.")) == frozenset()


@pytest.mark.parametrize(
    ("on", "name"),
    [
        ("19.6.", "Juhannusaatto"),
        ("24.12.", "Jouluaatto"),
        ("6.12.", "Itsenäisyyspäivä"),
        ("1.5.", "Vappu"),
        ("25.6.2027", "Juhannusaatto"),
        ("26.3.2027", "Pitkäperjantai"),
    ],
)
def test_eves_of_midsummer_and_christmas_are_holidays_here(on, name):
    assert day(on) in holidays_between(day(on), day(on))
    assert holiday_name(day(on), "fi") == LocalText(name)


# The library answers in English in a language that it does not have: none may slip through.
@pytest.mark.parametrize(
    ("language", "name"),
    [
        ("fi", LocalText("Itsenäisyyspäivä")),
        ("fi-selko", LocalText("Itsenäisyyspäivä")),
        ("sv", LocalText("Självständighetsdagen")),
        ("en", LocalText("Independence Day")),
        ("uk", LocalText("День незалежності")),
        ("se", LocalText("Itsenäisyyspäivä", "fi")),
        ("smn", LocalText("Itsenäisyyspäivä", "fi")),
        ("sms", LocalText("Itsenäisyyspäivä", "fi")),
        ("ru", LocalText("Itsenäisyyspäivä", "fi")),
        ("ar", LocalText("Itsenäisyyspäivä", "fi")),
    ],
)
def test_name_in_a_language_of_its_own_or_in_finnish_and_marked(language, name):
    assert holiday_name(day("6.12."), language) == name


@pytest.mark.parametrize("language", ["fi", "ar"], ids=["Finnish", "a language the library lacks"])
def test_other_day_has_no_name(language):
    assert holiday_name(day("7.12."), language) == LocalText("")


@pytest.mark.parametrize("place", ["C.UTF-8", "en_US.UTF-8"])
def test_language_of_the_process_does_not_matter(monkeypatch, place):
    for variable in ("LANGUAGE", "LC_ALL", "LANG"):
        monkeypatch.setenv(variable, place)

    assert holiday_name(dt.date(2031, 12, 6), "fi") == LocalText("Itsenäisyyspäivä")


def test_two_holidays_on_one_day_are_named_together():
    ascension_on_vappu = dt.date(2008, 5, 1)

    assert holiday_name(ascension_on_vappu, "fi") == LocalText("Helatorstai, Vappu")


def test_christmas_closes_a_thursday_and_a_friday():
    holidays = holidays_between(day("21.12."), day("3.1.2027"))
    told = [f"{on.day}.{on.month}.{on.year}" for on in holidays]

    thursday = between("21.12.", "3.1.2027", slot(weekday=4), holidays=told)
    friday = between("21.12.", "3.1.2027", slot(weekday=5), holidays=told)
    assert [left_out(thursday), left_out(friday)] == [[("24.12.", None)], [("25.12.", None), ("1.1.", None)]]
