"""A feed follows the same choices as the week: what it has is what the pages of its weeks show."""

from __future__ import annotations

import datetime as dt

import pytest
from django.http import QueryDict

from meetingplaces.filters import WeekFilter
from meetingplaces.week_index import week_index
from perhekeskus import caching, dates
from tests import calendar_factories as make
from tests import factories
from tests.ical_readers import by_recurring_ical_events, said_of

pytestmark = pytest.mark.django_db

TUESDAY = dt.date(2026, 11, 24)
MONDAY = dt.date(2026, 11, 23)
WEEKS = 6
FEED = "/kohtaamispaikat/kalenteri.ics"


@pytest.fixture(autouse=True)
def on_tuesday(monkeypatch):
    monkeypatch.setattr(dates, "today", lambda: TUESDAY)


@pytest.fixture
def region():
    kittila, ranua = (factories.make_municipality(slug=slug) for slug in ("kittila", "ranua"))
    kantti = make.make_meeting_place(
        name="Kantti", place=factories.make_place(municipality=kittila, locality="Sirkka")
    )
    puisto = make.make_meeting_place(name="Puisto", municipality=ranua)
    babies = make.make_activity(name="Vauvat", min_months=0, max_months=12)
    club = make.make_activity(name="Kerho", min_months=36, max_months=72, price_kind="not_known")
    for weekday in (1, 2, 4):
        make.make_slot(activity=babies, place=kantti, weekday=weekday)
    slot = make.make_slot(activity=club, place=puisto, weekday=3, rhythm="even_weeks", at="17.00–18.00")
    make.make_change(slot=slot, on=dt.date(2026, 12, 9), kind="changed", place=kantti)
    make.make_change(
        slot=slot, on=dt.date(2026, 12, 23), kind="moved", to_on=dt.date(2026, 12, 22), place=kantti
    )
    make.make_change(slot=slot, on=dt.date(2026, 12, 3), kind="extra", at="12.00–13.00")
    make.make_break(first=dt.date(2026, 12, 21), last=dt.date(2027, 1, 6), activities=[babies])


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("", 16),
        ("ika=8kk", 12),
        ("kunta=ranua", 4),
        ("paikka=kantti", 14),
        ("alue=sirkka&ika=4v", 2),
        ("maksuton=1&paiva=ti", 4),
        ("paikka=ei-ole", 0),
        ("ika=outo", 0),
    ],
)
def test_feed_has_what_the_weeks_show(client, region, query, count):
    body = client.get(f"{FEED}?{query}").content
    last = MONDAY + dt.timedelta(days=7 * WEEKS - 1)
    sessions = []
    for number in range(WEEKS):
        index = week_index("fi", caching.current_revision(), MONDAY + dt.timedelta(weeks=number))
        sessions += index.chosen(WeekFilter(QueryDict(query), index=index).selection)

    shown = said_of(index.calendar, sessions)

    assert by_recurring_ical_events(body, MONDAY, last) == shown
    assert len(shown) == count


def test_unknown_choice_is_not_kept(client, region):
    client.get(FEED)
    client.get(f"{FEED}?outo=1")
    client.get(f"{FEED}?paikka=ei-ole")

    assert len(caching.pages) == 1


def test_feed_of_a_sensitive_theme_leaves_no_trace(client):
    factories.make_theme(name="Väkivalta", slug="vakivalta", is_sensitive=True, neutral_name_fi="Tukea")

    response = client.get(f"{FEED}?teema=vakivalta")

    assert response.headers["Cache-Control"] == "no-store"
