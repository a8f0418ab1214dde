"""Coverage: what counts for the network's goal, and why a weekday has nothing."""

from __future__ import annotations

import datetime as dt

import pytest

from meetingplaces.calendar import calendar_of
from meetingplaces.coverage import Area, Reason, Why, coverage, under_school_age
from perhekeskus import caching
from perhekeskus.ages import AgeSpan
from tests import calendar_factories as cal
from tests import factories as make

pytestmark = pytest.mark.django_db

MONDAY = dt.date(2026, 11, 23)
BABIES, TODDLERS = AgeSpan("vauvat", 0, 12), AgeSpan("taaperot", 12, 36)
AGES = [BABIES, TODDLERS]
NOTHING = (Reason(Why.NOTHING),)


@pytest.fixture
def place():
    return cal.make_meeting_place(municipality=make.make_municipality(slug="kittila"))


def rows(first: dt.date = MONDAY, weeks: int = 2, towns=("kittila",)):
    return coverage(calendar_of("fi", caching.current_revision()), towns, AGES, first, weeks)


def held(**asked) -> dict[tuple[str, str, str], list[int]]:
    """On how many days each weekday has something, by municipality, locality and age group."""
    return {(row.area.town, row.area.locality, row.age): [c.held for c in row.cells] for row in rows(**asked)}


def tuesday(**asked) -> list[tuple[dt.date, tuple[Reason, ...]]]:
    """The gaps of the babies' Tuesdays in the whole municipality."""
    [row] = [r for r in rows(**asked) if r.age == "vauvat" and r.area == Area("kittila")]
    return [(gap.on, gap.reasons) for gap in row.cells[1].gaps]


# --- Where and for whom -----------------------------------------------------------------------------
def test_municipality_where_nothing_happens_has_its_rows():
    assert held(towns=("posio",)) == {
        ("posio", "", "vauvat"): [0] * 5,
        ("posio", "", "taaperot"): [0] * 5,
    }


def test_session_counts_for_its_municipality_its_locality_and_its_ages():
    town = make.make_municipality(slug="kittila")
    sirkka = cal.make_meeting_place(place=make.make_place(municipality=town, locality="Sirkka"))
    centre = cal.make_meeting_place(place=make.make_place(municipality=town, locality="Kirkonkylä"))
    for_babies = cal.make_activity(min_months=0, max_months=12)
    cal.make_slot(activity=for_babies, place=sirkka, weekday=2)
    cal.make_slot(place=centre, weekday=4)

    assert held() == {
        ("kittila", "", "vauvat"): [0, 2, 0, 2, 0],
        ("kittila", "", "taaperot"): [0, 0, 0, 2, 0],
        ("kittila", "Kirkonkylä", "vauvat"): [0, 0, 0, 2, 0],
        ("kittila", "Kirkonkylä", "taaperot"): [0, 0, 0, 2, 0],
        ("kittila", "Sirkka", "vauvat"): [0, 2, 0, 0, 0],
        ("kittila", "Sirkka", "taaperot"): [0] * 5,
    }


def test_session_without_a_place_counts_for_its_organisers_municipalities():
    actor = make.make_actor()
    actor.municipalities.set([make.make_municipality(slug="kittila"), make.make_municipality(slug="posio")])
    cal.make_slot(activity=cal.make_activity(organisers=[actor]))

    assert [r[1] for r in held(towns=("kittila", "posio", "ranua")).values()] == [2, 2, 2, 2, 0, 0]


def test_every_weekday_has_as_many_days_as_there_are_weeks(place):
    cal.make_slot(place=place, weekday=6)

    thursday = dt.date(2026, 11, 26)
    cells = rows(first=thursday, weeks=4)[0].cells
    assert [(cell.weekday, cell.days, cell.held) for cell in cells] == [(n, 4, 0) for n in range(1, 6)]
    assert min(gap.on for cell in cells for gap in cell.gaps) == thursday


def test_ages_under_school_are_those_of_children_below_seven_years():
    groups = [
        AgeSpan("odotus", 0, 0, pregnancy=True),
        BABIES,
        TODDLERS,
        AgeSpan("leikki-ikaiset", 36, 84),
        AgeSpan("alakoululaiset", 84, 156),
    ]

    assert [span.value for span in under_school_age(groups)] == ["vauvat", "taaperot", "leikki-ikaiset"]


# --- What counts ------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "fields",
    [
        {"kind": "open"},
        {"company": "either"},
        {"registration": "recommended"},
        {"registration": "not_known"},
        {"registration": "required", "drop_in_too": True},
        {"min_months": None, "max_months": None},
    ],
)
def test_open_free_activity_counts(place, fields):
    cal.make_slot(activity=cal.make_activity(**fields), place=place)

    assert tuesday() == []


@pytest.mark.parametrize(
    "fields",
    [
        {"kind": "club"},
        {"company": "alone"},
        {"only_for": True},
        {"registration": "required"},
        {"min_months": 84, "max_months": 156},
        {"state": "draft"},
        {"visibility": "members"},
    ],
)
def test_what_is_not_open_to_families_does_not_count(place, fields):
    cal.make_slot(activity=cal.make_activity(**fields), place=place)

    assert [reasons for _day, reasons in tuesday()] == [NOTHING] * 2


def test_what_costs_does_not_count_and_food_apart_is_free(place):
    paid = cal.make_activity(price_kind="rows")
    paid.prices.create(min_amount=2)
    cal.make_slot(activity=paid, place=place)
    assert [reasons for _day, reasons in tuesday()] == [NOTHING] * 2

    paid.prices.update(is_food=True)
    assert tuesday() == []


def test_place_for_young_people_does_not_count():
    young = cal.make_meeting_place(municipality=make.make_municipality(slug="kittila"), for_whom="young")
    cal.make_slot(place=young)

    assert [reasons for _day, reasons in tuesday()] == [NOTHING] * 2


def test_registration_that_is_needed_on_one_day_counts_for_that_day(place):
    slot = cal.make_slot(place=place)
    cal.make_change(slot=slot, kind="changed", on=dt.date(2026, 12, 1), registration="required")

    assert [day for day, _reasons in tuesday()] == [dt.date(2026, 12, 1)]


# --- Why not ----------------------------------------------------------------------------------------
def test_gap_tells_what_was_cancelled_moved_or_on_a_break(place):
    slot = cal.make_slot(place=place)
    pause = cal.make_break(first=dt.date(2026, 12, 8), last=dt.date(2026, 12, 8), places=[place])
    cal.make_change(slot=slot, on=dt.date(2026, 11, 24))
    cal.make_change(slot=slot, kind="moved", on=dt.date(2026, 12, 1), to_on=dt.date(2026, 12, 2))

    assert tuesday(weeks=3) == [
        (dt.date(2026, 11, 24), (Reason(Why.CANCELLED),)),
        (dt.date(2026, 12, 1), (Reason(Why.MOVED),)),
        (dt.date(2026, 12, 8), (Reason(Why.BREAK, pause.pk),)),
    ]
    assert [cell.held for cell in rows(weeks=3)[0].cells] == [0, 0, 1, 0, 0]


def test_gap_on_a_public_holiday_is_the_holidays_even_where_nothing_was_planned(place):
    christmas_week = dt.date(2026, 12, 21)
    cal.make_slot(place=place, weekday=5)

    cells = rows(first=christmas_week, weeks=1)[0].cells

    assert [[gap.reasons for gap in cell.gaps] for cell in cells] == [
        *[[NOTHING]] * 3,
        [(Reason(Why.HOLIDAY),)],
        [(Reason(Why.HOLIDAY),)],
    ]


def test_one_session_that_is_held_fills_the_day(place):
    cancelled = cal.make_slot(place=place)
    cal.make_change(slot=cancelled, on=dt.date(2026, 11, 24))
    cal.make_slot(place=place, at="17.00")

    assert tuesday() == []


def test_gap_tells_every_reason_once_in_one_order(place):
    cancelled, also_cancelled, paused = (cal.make_slot(place=place) for _number in range(3))
    pause = cal.make_break(first=MONDAY, last=dt.date(2026, 11, 29), activities=[paused.activity])
    for slot in (cancelled, also_cancelled):
        cal.make_change(slot=slot, on=dt.date(2026, 11, 24))
    cal.make_slot(activity=cal.make_activity(price_kind="not_known"), place=place)

    assert tuesday(weeks=1) == [
        (
            dt.date(2026, 11, 24),
            (Reason(Why.CANCELLED), Reason(Why.BREAK, pause.pk), Reason(Why.NOT_KNOWN)),
        )
    ]


@pytest.mark.parametrize("price", [{"price_kind": "not_known"}, {"price_kind": ""}])
def test_session_whose_price_is_not_known_leaves_the_day_not_known(place, price):
    cal.make_slot(activity=cal.make_activity(**price), place=place)

    assert [reasons for _day, reasons in tuesday()] == [(Reason(Why.NOT_KNOWN),)] * 2


def test_rhythm_that_varies_leaves_the_days_of_its_season_not_known(place):
    cal.make_slot(place=place, weekday=None, rhythm="varies", valid_until_on=dt.date(2026, 11, 30))

    assert tuesday() == [
        (dt.date(2026, 11, 24), (Reason(Why.NOT_KNOWN),)),
        (dt.date(2026, 12, 1), NOTHING),
    ]


def test_season_begins_in_the_middle_of_the_weeks(place):
    cal.make_slot(place=place, valid_from_on=dt.date(2027, 1, 1))

    assert [day for day, _reasons in tuesday(first=dt.date(2026, 12, 28), weeks=2)] == [dt.date(2026, 12, 29)]
