"""Today's block: what is still on, and what comes next when nothing is."""

from __future__ import annotations

import datetime as dt

import pytest
from django.utils import timezone

from perhekeskus import caching
from tests import calendar_factories as make
from tests import factories
from tests.reading import parse, words

pytestmark = pytest.mark.django_db


def at(day: int, hour: int, minute: int = 0) -> dt.datetime:
    """A moment of November 2026 by the clock of Helsinki (UTC + 2)."""
    return dt.datetime(2026, 11, day, hour, minute, tzinfo=dt.UTC) - dt.timedelta(hours=2)


@pytest.fixture
def it_is(monkeypatch):
    """Set the clock: 24.11.2026 is a Tuesday."""

    def set_clock(moment: dt.datetime) -> None:
        caching.pages.clear()
        monkeypatch.setattr(timezone, "now", lambda: moment)

    return set_clock


def block(client, path: str = "/") -> str:
    """The words of the block without its heading and links."""
    root = parse(client.get(path))
    section = next(e for e in root.iter("section") if e.get("aria-labelledby") == "today")
    return words(section)


def shown(client, path: str = "/") -> list[str]:
    """Clock times of the sessions in the block."""
    root = parse(client.get(path))
    section = next(e for e in root.iter("section") if e.get("aria-labelledby") == "today")
    return [words(e).split()[-1] for e in section.iter("p") if e.get("class") == "session__time"]


def test_sessions_leave_the_block_when_they_have_ended(client, it_is):
    make.make_slot(at="9.30–11.30")
    make.make_slot(at="17.00–18.30")

    for moment, left in (
        (at(24, 0, 5), ["9.30–11.30", "17.00–18.30"]),
        (at(24, 11, 29), ["9.30–11.30", "17.00–18.30"]),
        (at(24, 11, 30), ["17.00–18.30"]),
        (at(24, 18, 30), []),
    ):
        it_is(moment)
        assert (moment, shown(client)) == (moment, left)


def test_page_is_kept_until_the_first_session_ends(client, it_is):
    make.make_slot(at="9.30–11.30")
    it_is(at(24, 9))
    client.get("/")
    [stored] = [page for _key, page in caching.pages._items.items()]

    assert stored.valid_until == at(24, 11, 30)


def test_session_without_an_end_is_over_three_hours_after_it_began(client, it_is):
    make.make_slot(at="10.00")

    it_is(at(24, 12, 59))
    assert shown(client) == ["10.00"]
    it_is(at(24, 13))
    assert shown(client) == []


def test_nothing_today_tells_the_next_with_day_and_time(client, it_is):
    make.make_slot(activity=make.make_activity(name="Perhekahvila"), weekday=2)
    it_is(at(25, 8))

    assert "Tänään ei ole enää toimintaa. Seuraava: ti 1.12. 9.30–11.30 Perhekahvila" in block(client)


def test_next_skips_what_is_cancelled_and_what_is_on_a_break(client, it_is):
    slot = make.make_slot(activity=make.make_activity(name="Kerho"), weekday=2)
    make.make_change(slot=slot, on=dt.date(2026, 12, 1))
    make.make_break(first=dt.date(2026, 12, 7), last=dt.date(2026, 12, 13), activities=[slot.activity])
    it_is(at(25, 8))

    assert "Seuraava: ti 15.12. 9.30–11.30 Kerho" in block(client)


def test_cancelled_session_is_told_and_the_next_one_too(client, it_is):
    slot = make.make_slot(activity=make.make_activity(name="Kerho"), weekday=2)
    make.make_change(slot=slot, on=dt.date(2026, 11, 24), reason_kind="leader")
    it_is(at(24, 8))

    told = block(client)

    assert "Peruttu Kerho Syy: Ohjaaja ei pääse paikalle" in told
    assert "Muuta ei ole tänään. Seuraava: ti 1.12." in told


def test_no_sessions_at_all_lead_to_the_places(client, it_is):
    it_is(at(24, 8))

    assert "Lähiviikoista ei ole vielä tietoa." in block(client)


def test_holiday_is_named(client, it_is):
    it_is(dt.datetime(2026, 12, 6, 8, tzinfo=dt.UTC))

    assert block(client).startswith("Tänään kohtaamispaikoissa Itsenäisyyspäivä")


def test_block_follows_the_age_and_the_municipality(client, it_is):
    kittila = make.make_meeting_place(municipality=factories.make_municipality(slug="kittila"))
    ranua = make.make_meeting_place(municipality=factories.make_municipality(slug="ranua"))
    factories.make_age_group(slug="vauvat", min_months=0, max_months=12)
    babies = make.make_activity(min_months=0, max_months=12)
    make.make_slot(activity=babies, place=kittila, at="9.00")
    make.make_slot(activity=babies, place=ranua, at="10.00")
    make.make_slot(activity=make.make_activity(min_months=24), place=kittila, at="11.00")
    it_is(at(24, 8))

    assert shown(client) == ["9.00", "10.00", "11.00"]
    assert shown(client, "/?kunta=kittila") == ["9.00", "11.00"]
    assert shown(client, "/ika/vauvat/?kunta=kittila") == ["9.00"]


def test_many_sessions_are_six_and_the_way_to_all(client, it_is):
    for hour in range(9, 17):
        make.make_slot(at=f"{hour}.00")
    it_is(at(24, 8))

    assert shown(client) == [f"{hour}.00" for hour in range(9, 15)]
    assert "Kaikki 8 kokoontumista tänään" in block(client)
