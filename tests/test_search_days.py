"""A day that a query names: which it is, and the way to it in the calendar of the meeting places."""

from __future__ import annotations

import datetime as dt

import pytest
from django.utils import timezone

from search import rebuilding
from search.days import days_in
from tests import calendar_factories as cal
from tests import factories as make
from tests.reading import parse, words
from tests.search_pages import ask, query_of

FRIDAY, SATURDAY, SUNDAY = (dt.date(2026, 11, day) for day in (27, 28, 29))
WEDNESDAY = dt.date(2026, 12, 2)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("mitä tänään vauvan kanssa?", (FRIDAY, FRIDAY)),
        ("Tänään", (FRIDAY, FRIDAY)),
        ("vad händer i dag", (FRIDAY, FRIDAY)),
        ("what's on today", (FRIDAY, FRIDAY)),
        ("huomenna perhekahvila", (SATURDAY, SATURDAY)),
        ("i morgon", (SATURDAY, SATURDAY)),
        ("viikonlopun tekemistä", (SATURDAY, SUNDAY)),
        ("något till helgen", (SATURDAY, SUNDAY)),
        ("this weekend", (SATURDAY, SUNDAY)),
        ("tällä viikolla", (FRIDAY, SUNDAY)),
        ("mitä ensi viikonloppuna", (dt.date(2026, 12, 5), dt.date(2026, 12, 6))),
        ("next weekend", (dt.date(2026, 12, 5), dt.date(2026, 12, 6))),
        ("kerho ensi perjantaina", (dt.date(2026, 12, 4), dt.date(2026, 12, 4))),
        ("nästa måndag", (dt.date(2026, 11, 30), dt.date(2026, 11, 30))),
        ("ensi viikolla", (dt.date(2026, 11, 30), dt.date(2026, 12, 6))),
        ("viime perjantaina", None),
        ("en gång i veckan", None),
        ("last Monday", None),
        ("lastenkerho perjantaina", (FRIDAY, FRIDAY)),
        ("ensikoti perjantaina", (FRIDAY, FRIDAY)),
        ("den här veckan", (FRIDAY, SUNDAY)),
        ("perjantaina", (FRIDAY, FRIDAY)),
        ("keskiviikkoisin kerho", (WEDNESDAY, WEDNESDAY)),
        ("på onsdag", (WEDNESDAY, WEDNESDAY)),
        ("playgroup on Wednesday", (WEDNESDAY, WEDNESDAY)),
        ("morgonen", None),
        ("raskausviikolla 20", None),
        ("perheviikonloppu", None),
        ("good morning", None),
        ("", None),
    ],
)
def test_query_names_days(text, days):
    assert days_in(text, FRIDAY) == days


@pytest.mark.parametrize("today", [SATURDAY, SUNDAY])
def test_weekend_is_what_is_left_of_this_one(today):
    assert days_in("viikonloppuna", today) == (today, SUNDAY)


# --- On the page ------------------------------------------------------------------------------------
@pytest.fixture
def friday(db, monkeypatch):
    """A Friday at noon, with a play group for babies in Kittilä."""
    noon = dt.datetime(2026, 11, 27, 10, 0, tzinfo=dt.UTC)
    monkeypatch.setattr(timezone, "now", lambda: noon)
    make.make_age_group(slug="vauvat", min_months=0, max_months=12)
    kittila = make.make_municipality(slug="kittila")
    place = cal.make_meeting_place(name="Onnela", place=make.make_place(municipality=kittila))
    cal.make_slot(activity=cal.make_activity(name="Vauvakerho"), place=place)
    violence = make.make_theme(name="Väkivalta", is_sensitive=True, neutral_name_fi="Turva")
    make.make_service(name="Neuvonta", themes=[violence])
    rebuilding.rebuild()


def ways_to_the_calendar(root) -> list[tuple[str, str, list]]:
    """The words, the address and the parameters of each link to a week."""
    links = [a for a in root.findall(".//main//a") if "/kohtaamispaikat/viikko/" in a.get("href")]
    return [(words(a), a.get("href").partition("?")[0], query_of(a.get("href"))) for a in links]


@pytest.mark.one_database
@pytest.mark.parametrize(
    ("language", "text", "label", "path", "pairs"),
    [
        (
            "fi",
            "kerho huomenna 8 kk Kittilässä",
            "Huomenna kohtaamispaikoissa, 8 kk, Kittilä",
            "/kohtaamispaikat/viikko/2026-W48/",
            [("paiva", "la"), ("ika", "8kk"), ("kunta", "kittila")],
        ),
        (
            "fi",
            "mitä tänään vauvan kanssa",
            "Tänään kohtaamispaikoissa, vauvat",
            "/kohtaamispaikat/viikko/2026-W48/",
            [("paiva", "pe"), ("ika", "vauvat")],
        ),
        (
            "sv",
            "onnela på onsdag",
            "På mötesplatserna ons 2.12.",
            "/sv/kohtaamispaikat/viikko/2026-W49/",
            [("paiva", "ke")],
        ),
        (
            "en",
            "onnela this weekend",
            "At the meeting places Sat 28.11. – Sun 29.11.",
            "/en/kohtaamispaikat/viikko/2026-W48/",
            [("paiva", "la"), ("paiva", "su")],
        ),
        ("fi", "tänään", "Tänään kohtaamispaikoissa", "/kohtaamispaikat/viikko/2026-W48/", [("paiva", "pe")]),
    ],
)
def test_day_leads_to_the_week_with_the_age_and_the_place(client, friday, language, text, label, path, pairs):
    root = parse(ask(client, text, language=language))

    assert ways_to_the_calendar(root) == [(label, path, pairs)]


@pytest.mark.one_database
def test_choices_of_the_page_hold_in_the_calendar_too(client, friday):
    root = parse(ask(client, "kerho tänään", kunta="kittila"))

    [(_label, _path, pairs)] = ways_to_the_calendar(root)
    assert pairs == [("paiva", "pe"), ("kunta", "kittila")]


@pytest.mark.one_database
@pytest.mark.parametrize(
    "text",
    [
        "kerho",  # no day
        "mies löi tänään",  # urgent
        "väkivalta tänään",  # leaves no trace
        "neuvonta tänään",  # nothing to go to
    ],
)
def test_calendar_is_not_offered_to_who_asks_for_something_else(client, friday, text):
    assert ways_to_the_calendar(parse(ask(client, text))) == []
