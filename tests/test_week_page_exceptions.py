"""The week's page: what it says of sessions that are not as usual, and what it never tells."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from perhekeskus import caching, dates
from tests import calendar_factories as make
from tests import desk, factories
from tests.reading import parse, words
from tests.week_pages import TODAY, WEEK, november, session_words, table

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def on_tuesday(monkeypatch):
    monkeypatch.setattr(dates, "today", lambda: TODAY)
    monkeypatch.setattr(
        dates, "now", lambda: dt.datetime(2026, 11, 24, 0, 5, tzinfo=ZoneInfo("Europe/Helsinki"))
    )


# --- What is otherwise -----------------------------------------------------------------------------
def test_cancelled_session_stays_struck_through_and_is_said_with_its_reason(client):
    slot = make.make_slot(activity=make.make_activity(name="Kerho"))
    make.make_change(slot=slot, on=november(24), reason_kind="leader")

    root = parse(client.get(WEEK))

    [told, _same] = [words(e) for e in root.iter("div") if "session--off" in (e.get("class") or "")]
    assert told.startswith("ti 24.11. 9.30–11.30 Peruttu Kerho Syy: Ohjaaja ei pääse paikalle")
    assert [words(e) for e in table(root).iter("s")] == ["9.30–11.30", "Kerho"]


def test_moved_session_shows_the_old_day_and_the_new(client):
    slot = make.make_slot(activity=make.make_activity(name="Kerho"))
    make.make_change(slot=slot, on=november(24), kind="moved", to_on=november(26), at="12.00–13.00")

    old, new = session_words(parse(client.get(WEEK)))

    assert old.startswith("ti 24.11. 9.30–11.30 Siirretty Kerho Nyt to 26.11. 12.00–13.00")
    assert new.startswith(
        "to 26.11. 12.00–13.00 Uusi päivä Uusi aika Kerho Piti olla ti 24.11. Yleensä 9.30–11.30"
    )


def test_changed_time_and_place_stand_beside_the_usual_ones(client):
    slot = make.make_slot(
        place=make.make_meeting_place(name="Talo"), activity=make.make_activity(name="Kerho")
    )
    make.make_change(
        slot=slot, on=november(24), kind="changed", at="10.00", place=make.make_meeting_place(name="Puisto")
    )

    [told] = session_words(parse(client.get(WEEK)))

    assert told.startswith(
        "ti 24.11. 10.00 Uusi aika Uusi paikka Kerho Yleensä 9.30–11.30 Yleensä Talo Puisto"
    )


def test_break_is_named_once_and_takes_its_sessions_away(client):
    actor = factories.make_actor()
    kerho, kahvila = make.make_activity(name="Kerho", organisers=[actor]), make.make_activity(name="Kahvila")
    for weekday in (1, 2, 3):
        make.make_slot(activity=kerho, weekday=weekday)
    make.make_slot(activity=kahvila)
    make.make_break(name="Syysloma", first=november(23), last=november(29), actors=[actor])

    root = parse(client.get(WEEK))

    notices = [words(e) for e in root.iter("div") if "week-break" in (e.get("class") or "")]
    assert notices == ["Syysloma 23.11.–29.11.2026. Tauolla: Kerho."]
    assert [told.split()[3] for told in session_words(root)] == ["Kahvila"]


def test_public_holiday_is_named_and_has_no_session_without_the_flag(client):
    make.make_slot(activity=make.make_activity(name="Kerho"), weekday=3)
    make.make_slot(activity=make.make_activity(name="Päivystys"), weekday=3, runs_through_holidays=True)

    root = parse(client.get("/kohtaamispaikat/viikko/2027-W01/"))  # 6.1.2027: loppiainen

    [head] = [words(th) for th in table(root).iter("th") if words(th).startswith("ke 6.1.")]
    assert head == "ke 6.1. Loppiainen"
    assert [told.split()[3] for told in session_words(root)] == ["Päivystys"]


def test_time_that_is_not_known_is_to_be_asked(client):
    make.make_slot(activity=make.make_activity(name="Kerho"), at="", part_of_day="morning")

    [told] = session_words(parse(client.get(WEEK)))

    assert told.startswith("ti 24.11. Aamupäivällä. Kysy kellonaika järjestäjältä Kerho Kysy paikka")


def test_rhythm_that_varies_stands_apart(client):
    make.make_slot(activity=make.make_activity(name="Retkiryhmä"), weekday=None, at="", rhythm="varies")

    root = parse(client.get(WEEK))

    section = next(e for e in root.iter("section") if e.get("aria-labelledby") == "varying")
    assert words(section) == "Päivät vaihtelevat: kysy järjestäjältä Retkiryhmä"


def test_programme_and_guest_are_told(client):
    slot = make.make_slot()
    make.make_change(slot=slot, on=november(24), kind="programme", title_fi="Hammashoitaja kertoo")
    make.make_visit(slot=slot, role="Terveydenhoitaja", topic_fi="Uni", at="10.00–11.00")
    make.make_visit(slot=slot, role="Salainen vieras", confirmed_by_visitor=False)

    [told] = session_words(parse(client.get(WEEK)))

    assert "Hammashoitaja kertoo Vieraana: Terveydenhoitaja: Uni (10.00–11.00)" in told
    assert "Salainen" not in told


def test_change_to_a_hidden_place_does_not_lead_to_the_usual_one(client):
    hidden = make.make_meeting_place(name="Piilo", state="draft")
    slot = make.make_slot(
        activity=make.make_activity(name="Kerho"), place=make.make_meeting_place(name="Talo")
    )
    make.make_change(slot=slot, on=november(24), kind="changed", place=hidden)

    [told] = session_words(parse(client.get(WEEK)))

    assert told.startswith("ti 24.11. 9.30–11.30 Uusi paikka Kerho Yleensä Talo Kysy paikka")


# --- What may not be seen --------------------------------------------------------------------------
def test_week_tells_nothing_of_what_the_public_may_not_see(client):
    secret = factories.make_place(name="Piilotalo", street="Salakatu 7", state="draft")
    hidden = make.make_meeting_place(name="Piilopaikka", place=secret)
    make.make_slot(activity=make.make_activity(name="Julkinen"), place=hidden)
    make.make_slot(activity=make.make_activity(name="Luonnoskerho", state="draft"))
    make.make_slot(activity=make.make_activity(name="Jäsenkerho", visibility="members"))
    quiet = factories.make_actor(name="Piilojärjestäjä", state="draft")
    make.make_slot(activity=make.make_activity(name="Toinen", organisers=[quiet]))

    body = client.get(WEEK).content.decode()

    assert "Julkinen" in body
    assert "Toinen" in body
    words_of_secrets = ("Piilo", "Salakatu", "Luonnoskerho", "Jäsenkerho")
    assert [word for word in words_of_secrets if word in body] == []


def test_change_to_a_hidden_place_breaks_no_feed(client):
    hidden = make.make_meeting_place(name="Piilo", state="draft")
    slot = make.make_slot(
        activity=make.make_activity(name="Kerho", slug="kerho"),
        place=make.make_meeting_place(name="Talo", slug="talo"),
    )
    make.make_change(slot=slot, on=november(24), kind="changed", place=hidden)

    for feed in (
        "/kohtaamispaikat/kalenteri.ics",
        "/kohtaamispaikat/talo/kalenteri.ics",
        "/toiminta/kerho.ics",
    ):
        body = client.get(feed).content.decode()
        assert (feed, "SUMMARY:Kerho" in body, "Piilo" in body) == (feed, True, False)


def codes(root) -> int:
    """How many QR codes the sheet for the wall has."""
    [sheet] = [e for e in root.iter("p") if "week-qr" in (e.get("class") or "")]
    return len([e for e in sheet.iter() if e.tag.endswith("svg")])


def test_address_that_no_code_can_hold_has_no_code(client):
    make.make_slot()
    ages = "&".join(f"ika={months}kk" for months in range(330))

    assert codes(parse(client.get(WEEK))) == 1
    assert codes(parse(client.get(f"{WEEK}?{ages}"))) == 0


def test_preview_on_the_desk_changes_nothing_that_the_public_sees(client):
    usual, here = make.make_meeting_place(name="Talo"), make.make_meeting_place(name="Puisto", slug="puisto")
    slot = make.make_slot(activity=make.make_activity(name="Kerho"), place=usual)
    make.make_change(slot=slot, on=november(24), kind="changed", place=here)
    before = session_words(parse(client.get(WEEK)))
    caching.parts.clear()
    caching.pages.clear()

    desk.sign_in(desk.superuser()).get(f"/admin/meetingplaces/meetingplace/{here.pk}/preview/")

    assert session_words(parse(client.get(WEEK))) == before


def test_sensitive_activitys_own_words_stand_on_its_own_page_alone(client):
    theme = factories.make_theme(name="Väkivalta", is_sensitive=True, neutral_name_fi="Tukea")
    activity = make.make_activity(name="Ryhmä", neutral_name_fi="Voimaa", slug="voimaa", themes=[theme])
    slot = make.make_slot(activity=activity)
    make.make_change(slot=slot, on=november(24), reason_fi="Turvakodin väki koulutuksessa")
    make.make_visit(slot=slot, role="Kriisityöntekijä")

    body = client.get(WEEK).content.decode()

    assert [word for word in ("Turvakodin", "Kriisityöntekijä", "Ryhmä") if word in body] == []
    assert "Turvakodin" in client.get("/toiminta/voimaa/").content.decode()


def test_sensitive_activity_stands_by_its_neutral_name(client):
    theme = factories.make_theme(name="Väkivalta", is_sensitive=True, neutral_name_fi="Tukea")
    make.make_slot(
        activity=make.make_activity(name="Väkivaltaryhmä", neutral_name_fi="Voimaa", themes=[theme])
    )

    body = client.get(WEEK).content.decode()

    assert "Voimaa" in body
    assert "Väkivaltaryhmä" not in body
