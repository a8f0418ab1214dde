"""What a session says of itself in a family's calendar."""

from __future__ import annotations

import datetime as dt
from datetime import date
from decimal import Decimal

import pytest
from django.utils.translation import gettext as _t

from meetingplaces.ical_words import Words
from meetingplaces.models import ActivityPrice
from tests.ical_calendars import Maker

TUESDAY = date(2026, 12, 1)
ORGANISERS = {1: "Tunturin perheet", 2: "Seurakunta"}


@pytest.fixture
def make() -> Maker:
    return Maker()


def session_of(make: Maker, day: date = TUESDAY):
    [session] = make.calendar.timetable(day, day).occurrences
    return session


def lines(make: Maker, day: date = TUESDAY, *, is_demo: bool = False) -> list[str]:
    words = Words(make.calendar, ORGANISERS, is_demo=is_demo)
    return words.description(session_of(make, day), ()).split("\n")


def ages(text: str) -> str:
    return _t("Ages: %(ages)s") % {"ages": text}


def price(text: str) -> str:
    return _t("Price: %(price)s") % {"price": text}


def organisers(text: str) -> str:
    return _t("Organised by: %(names)s") % {"names": text}


FREE = "Free of charge"


def test_a_usual_session_tells_what_always_holds(make):
    activity = make.activity(
        summary_fi="Leikkiä ja seuraa.", registration="required", registration_url="https://ilmo.example/"
    )
    make.slot(activity=activity, time_note_fi="Tule kun sopii.", end_is_approximate=True)
    make.calendar.organisers[activity.pk] = (2, 1)

    assert lines(make, is_demo=True) == [
        _t("The end is approximate."),
        "Tule kun sopii.",
        "Leikkiä ja seuraa.",
        organisers("Seurakunta, Tunturin perheet"),
        ages("0–6 v"),
        price(_t(FREE)),
        f"{_t('Registration needed')}: https://ilmo.example/",
        _t("This is a demonstration. Check times and contacts with the organiser."),
    ]


def test_what_is_otherwise_this_time_wins_the_later_written_last(make):
    activity = make.activity()
    slot = make.slot(activity=activity, end_is_approximate=True)
    make.calendar.organisers[activity.pk] = (2,)
    make.change(
        slot, "changed", date(2026, 11, 1), until=date(2026, 12, 31), price_note_fi="1 €", organiser_id=2
    )
    make.change(
        slot,
        "changed",
        TUESDAY,
        at="10.00–12.00",
        organiser_id=1,
        registration="recommended",
        price_note_fi="2 € tarjoilusta",
    )
    make.change(slot, "programme", TUESDAY, title_fi="Hammashoitaja kertoo")

    assert lines(make) == [
        "Hammashoitaja kertoo",
        organisers("Tunturin perheet"),
        ages("0–6 v"),
        price("2 € tarjoilusta"),
        _t("Registration recommended"),
    ]


def test_an_organiser_that_the_public_may_not_see_is_not_named(make):
    activity = make.activity()
    slot = make.slot(activity=activity)
    make.calendar.organisers[activity.pk] = (1,)
    make.change(slot, "changed", TUESDAY, organiser_id=99)

    assert lines(make)[0] == organisers("Tunturin perheet")


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"reason_kind": "weather"}, ["The weather"]),
        ({"reason_kind": "other", "reason_fi": "Muutto"}, ["Muutto"]),
        ({"reason_kind": "few", "reason_fi": "Tavataan taas"}, ["Too few were coming", "Tavataan taas"]),
    ],
)
def test_a_cancelled_session_says_why(make, fields, words):
    make.change(make.slot(), "cancelled", TUESDAY, **fields)

    assert lines(make)[0] == _t("Why: %(reason)s") % {"reason": ": ".join(map(_t, words))}


def test_a_cancellation_without_a_reason_says_none(make):
    make.change(make.slot(), "cancelled", TUESDAY)

    assert lines(make)[0] == ages("0–6 v")


def test_prices_are_listed_and_food_is_named(make):
    slot = make.slot(activity=make.activity(price_kind="rows"))
    rows = [
        ActivityPrice(min_amount=Decimal("2"), max_amount=Decimal("4.50"), unit="family", payer="all"),
        ActivityPrice(min_amount=Decimal("1"), unit="child", payer="members", is_voluntary=True),
        ActivityPrice(min_amount=Decimal("3"), unit="visit", payer="all", is_food=True, note_fi="Keitto"),
    ]
    make.calendar.prices[slot.activity_id] = rows

    told = "; ".join(
        [
            f"2\u00a0€–4,50\u00a0€ {_t('a family')}",
            f"1\u00a0€ {_t('a child')}, {_t('members')}, {_t('voluntary')}",
            f"{_t('Food or coffee')}: 3\u00a0€ {_t('a visit')}, Keitto",
        ]
    )
    assert price(told) in lines(make)


@pytest.mark.parametrize("kind", ["not_known", "", "rows"])
def test_a_price_that_is_not_known_is_to_be_asked(make, kind):
    make.slot(activity=make.activity(price_kind=kind))

    assert price(_t("Not known: ask the organiser")) in lines(make)


def test_a_slots_own_price_and_registration_win(make):
    make.slot(activity=make.activity(price_kind="not_known"), price_kind="free", registration="required")

    assert lines(make)[-2:] == [price(_t(FREE)), _t("Registration needed")]


def test_a_sensitive_activity_tells_its_neutral_name_alone(make):
    activity = make.activity(
        name="Vertaisryhmä väkivaltaa kokeneille", neutral_name_fi="Keskiviikkoryhmä", summary_fi="Salainen"
    )
    slot = make.slot(activity=activity)
    make.calendar.sensitive = frozenset({activity.pk})
    make.change(slot, "cancelled", TUESDAY, reason_fi="Salainen syy")
    words = Words(make.calendar, ORGANISERS, is_demo=False)

    assert words.summary(session_of(make)) == _t("Cancelled: %(name)s") % {"name": "Keskiviikkoryhmä"}
    assert words.description(session_of(make), ()) == ""
    activity.neutral_name_fi = ""
    assert "väkivaltaa" not in words.summary(session_of(make))


@pytest.mark.parametrize(
    ("building", "location"),
    [
        ({"street": "Tie 1", "postal_code": "99100", "post_office": "Kittilä"}, "Tupa, Tie 1, 99100 Kittilä"),
        ({"locality": "Sirkka"}, "Tupa, Sirkka, Kittilä"),
        ({}, "Tupa, Kittilä"),
    ],
)
def test_a_place_is_told_as_well_as_it_is_known(make, building, location):
    assert Words(make.calendar, {}, is_demo=False).place(make.place(**building)) == location


def test_part_of_day_is_told_only_where_no_time_is_known(make):
    slot = make.slot(at="", part_of_day="evening")
    make.change(slot, "changed", date(2026, 12, 8), at="18.00")

    assert lines(make, TUESDAY)[0] == _t("In the evening")
    assert _t("In the evening") not in lines(make, date(2026, 12, 8))
    assert session_of(make, date(2026, 12, 8)).start == dt.time(18)
