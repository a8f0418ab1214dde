"""The meeting places, one place, and one activity."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from perhekeskus import dates
from tests import calendar_factories as make
from tests import factories
from tests.reading import all_words, headings, main, parse, structured_data, words

pytestmark = pytest.mark.django_db

TODAY = dt.date(2026, 11, 24)  # a Tuesday
EARLY = dt.datetime(2026, 11, 24, 0, 5, tzinfo=ZoneInfo("Europe/Helsinki"))


@pytest.fixture(autouse=True)
def on_tuesday(monkeypatch):
    monkeypatch.setattr(dates, "today", lambda: TODAY)
    monkeypatch.setattr(dates, "now", lambda: EARLY)


def section(root, label: str) -> str:
    return words(next(e for e in root.iter("section") if e.get("aria-labelledby") == label))


# --- The list --------------------------------------------------------------------------------------
def test_places_near_home_come_first(client):
    kittila, ranua = (factories.make_municipality(slug=slug) for slug in ("kittila", "ranua"))
    make.make_meeting_place(name="Aula", municipality=ranua)
    make.make_meeting_place(name="Kantti", municipality=kittila)
    make.make_meeting_place(
        name="Sirkan talo", place=factories.make_place(municipality=kittila, locality="Sirkka")
    )

    def names(query: str) -> list[str]:
        return all_words(parse(client.get(f"/kohtaamispaikat/{query}")), ".//article//h2")

    assert names("") == ["Aula", "Kantti", "Sirkan talo"]
    assert names("?kunta=kittila") == ["Kantti", "Sirkan talo", "Aula"]
    assert names("?kunta=kittila&alue=sirkka") == ["Sirkan talo", "Kantti", "Aula"]


def test_card_tells_where_it_is_what_happens_and_what_is_there(client):
    place = make.make_meeting_place(
        name="Kantti", place=factories.make_place(street="Tie 3", has_lift=True, has_parking=False)
    )
    make.make_slot(activity=make.make_activity(name="Perhekahvila"), place=place)

    [card] = all_words(parse(client.get("/kohtaamispaikat/")), ".//article")

    assert card == "Kittilä Kantti Perhekahvila Tie 3, Kittilä Hissi"


def test_map_is_offered_only_when_a_place_has_coordinates(client):
    make.make_meeting_place(name="Kantti")
    assert "data-map" not in client.get("/kohtaamispaikat/").content.decode()

    make.make_meeting_place(place=factories.make_place(latitude=67.5, longitude=24.25))

    body = client.get("/kohtaamispaikat/").content.decode()
    assert 'data-latitude="67.5" data-longitude="24.25"' in body
    assert 'data-tiles=""' in body


@pytest.mark.parametrize("count", [1, 3])
def test_list_costs_one_query_when_the_calendar_stands_in_memory(client, django_assert_num_queries, count):
    for _ in range(count):
        make.make_slot(place=make.make_meeting_place(municipality=factories.make_municipality()))
    client.get("/kohtaamispaikat/?kunta=kaikki")

    with django_assert_num_queries(1):  # the revision
        response = client.get("/kohtaamispaikat/?kunta=kittila")

    assert len(all_words(parse(response), ".//article")) == count


# --- One place -------------------------------------------------------------------------------------
def test_place_tells_two_weeks_ahead_breaks_and_later_changes(client):
    place = make.make_meeting_place(name="Kantti", slug="kantti")
    slot = make.make_slot(activity=make.make_activity(name="Kahvila"), place=place)
    make.make_slot(activity=make.make_activity(name="Muualla"), place=make.make_meeting_place())
    make.make_change(slot=slot, on=dt.date(2026, 12, 29), reason_fi="Remontti")
    make.make_break(name="Joulu", first=dt.date(2026, 12, 20), last=dt.date(2026, 12, 26), places=[place])

    told = section(parse(client.get("/kohtaamispaikat/kantti/")), "coming")

    assert told == (
        "Mitä täällä on Joulu 20.12.–26.12.2026. Tauolla: Kahvila. "
        "Tässä ovat lähimmät päivät ja kaikki muutokset. Loput näet koodin takaa. "
        "Tänään ti 24.11. ti 24.11. 9.30–11.30 Kahvila 0–6 v · Maksuton · Ei ilmoittautumista "
        "Ti 1.12. ti 1.12. 9.30–11.30 Kahvila 0–6 v · Maksuton · Ei ilmoittautumista "
        "Muutoksia sen jälkeen Ti 29.12. ti 29.12. 9.30–11.30 Peruttu Kahvila Syy: Remontti "
        "0–6 v · Maksuton · Ei ilmoittautumista"
    )


def test_notice_is_shown_until_its_last_day(client, monkeypatch):
    make.make_meeting_place(slug="kantti", notice_fi="Ovi pihan puolelta", notice_until_on=TODAY)
    assert "Ovi pihan puolelta" in words(parse(client.get("/kohtaamispaikat/kantti/")))

    monkeypatch.setattr(dates, "now", lambda: EARLY + dt.timedelta(days=1))
    from perhekeskus import caching

    caching.pages.clear()

    assert "Ovi pihan puolelta" not in words(parse(client.get("/kohtaamispaikat/kantti/")))


def test_place_whose_building_is_hidden_is_not_shown_to_the_public(client):
    secret = factories.make_place(name="Salatalo", street="Salakatu 7", state="draft")
    make.make_meeting_place(name="Kantti", slug="kantti", place=secret)

    assert "Kantti" not in client.get("/kohtaamispaikat/").content.decode()
    response = client.get("/kohtaamispaikat/kantti/")
    assert "Salakatu" not in response.content.decode()
    assert response.status_code == 404


@pytest.mark.parametrize("count", [1, 3])
def test_place_costs_one_query(client, django_assert_num_queries, count):
    place = make.make_meeting_place(slug="kantti")
    for _ in range(count):
        make.make_slot(place=place)
    client.get("/kohtaamispaikat/")

    with django_assert_num_queries(1):  # the revision
        response = client.get("/kohtaamispaikat/kantti/")

    assert len([e for e in parse(response).iter("p") if e.get("class") == "session__time"]) == 2 * count


# --- One activity ----------------------------------------------------------------------------------
def test_activity_tells_its_times_in_words(client):
    activity = make.make_activity(name="Kerho", slug="kerho")
    place = make.make_meeting_place(name="Kantti")
    make.make_slot(activity=activity, place=place, weekday=2, valid_until_on=dt.date(2026, 12, 12))
    make.make_slot(
        activity=activity, weekday=1, at="17.30–19.30", rhythm="even_weeks", end_is_approximate=True
    )
    make.make_slot(activity=activity, weekday=3, at="", rhythm="monthly", nth=-1, part_of_day="evening")
    make.make_slot(activity=activity, weekday=None, at="10.00", rhythm="dates", dates=[dt.date(2026, 12, 5)])
    make.make_slot(activity=activity, weekday=None, at="", rhythm="varies")
    make.make_slot(
        activity=activity,
        weekday=5,
        valid_until_on=dt.date(2026, 5, 29),
        ending_note_fi="Kevätkausi päättyi.",
    )

    root = parse(client.get("/toiminta/kerho/"))

    when = next(e for e in root.iter("section") if e.get("aria-labelledby") == "when")
    assert [words(li) for li in when.iter("li")] == [
        "Maanantaisin parillisilla viikoilla 17.30 – noin 19.30 Kysy paikka järjestäjältä",
        "Tiistaisin 9.30–11.30 (12.12.2026 asti) Kantti",
        "Keskiviikko, kuukauden viimeinen illalla. Kysy kellonaika järjestäjältä. Kysy paikka järjestäjältä",
        "La 5.12. 10.00 Kysy paikka järjestäjältä",
        "Päivät vaihtelevat: kysy järjestäjältä Kysy paikka järjestäjältä",
        "Perjantaisin 9.30–11.30 (29.5.2026 asti) Kysy paikka järjestäjältä "
        "Tämä on päättynyt. Kevätkausi päättyi.",
    ]


def test_activity_tells_terms_of_coming(client):
    activity = make.make_activity(
        slug="kerho",
        registration="required",
        registration_opens_at=dt.datetime(2026, 3, 24, 6, 30, tzinfo=dt.UTC),
        registration_closes_at=dt.datetime(2026, 4, 21, 9, 0, tzinfo=dt.UTC),
        capacity=15,
        drop_in_too=True,
        price_kind="rows",
        organisers=[factories.make_actor(name="MLL"), factories.make_actor(name="Seurakunta")],
    )
    activity.prices.create(min_amount=2, max_amount=4, payer="members")
    make.make_slot(activity=activity)

    told = section(parse(client.get("/toiminta/kerho/")), "facts")

    assert "Ilmoittaudu ennakkoon. Voit tulla myös ilmoittautumatta, jos tilaa on. Paikkoja on 15." in told
    assert "Ilmoittautuminen on auki 24.3.2026 8.30 – 21.4.2026 12.00." in told  # summer time from 29.3.
    assert "2 €–4 € / kerralta (jäsenet)" in told
    assert "Järjestäjät MLL, Seurakunta" in told


def test_sensitive_activity_leaves_no_trace(client):
    theme = factories.make_theme(name="Väkivalta", is_sensitive=True, neutral_name_fi="Tukea")
    line = factories.make_helpline(name="Auttava puhelin", numbers=[("fi", "016 555 0111")])
    theme.helplines.set([line])
    activity = make.make_activity(name="Väkivaltaryhmä", neutral_name_fi="Voimaa yhdessä", themes=[theme])
    make.make_slot(activity=activity)

    response = client.get("/toiminta/voimaa-yhdessa/")

    root = parse(response)
    assert response.headers["Cache-Control"] == "no-store"
    assert words(root.find(".//title")).startswith("Voimaa yhdessä")
    assert headings(root)[:2] == [(1, "Väkivaltaryhmä"), (2, "Kiireelliset numerot")]
    assert "016 555 0111" in words(main(root))


@pytest.mark.parametrize("count", [1, 3])
def test_activity_costs_one_query(client, django_assert_num_queries, count):
    activity = make.make_activity(slug="kerho", organisers=[factories.make_actor() for _ in range(count)])
    for weekday in range(1, count + 1):
        make.make_slot(activity=activity, weekday=weekday)
    client.get("/kohtaamispaikat/")

    with django_assert_num_queries(1):  # the revision
        response = client.get("/toiminta/kerho/")

    when = next(e for e in parse(response).iter("section") if e.get("aria-labelledby") == "when")
    assert len(list(when.iter("li"))) == count


def test_members_activity_is_seen_by_members_alone(client):
    make.make_slot(activity=make.make_activity(name="Jäsenkerho", slug="kerho", visibility="members"))
    assert client.get("/toiminta/kerho/").status_code == 404

    client.force_login(factories.make_member())

    root = parse(client.get("/toiminta/kerho/"))
    assert headings(root)[0] == (1, "Jäsenkerho")
    assert "Tiistaisin 9.30–11.30" in section(root, "when")


# --- For search engines ------------------------------------------------------------------------------
def test_structured_data_tells_the_schedule_and_what_is_otherwise(client):
    place = make.make_meeting_place(name="Kantti")
    activity = make.make_activity(name="Kerho", slug="kerho")
    slot = make.make_slot(activity=activity, place=place)
    make.make_change(slot=slot, on=dt.date(2026, 12, 1))
    make.make_change(slot=slot, on=dt.date(2026, 12, 8), kind="moved", to_on=dt.date(2026, 12, 9), at="10.00")

    data = structured_data(parse(client.get("/toiminta/kerho/")))

    assert data["eventSchedule"] == [
        {
            "@type": "Schedule",
            "byDay": "https://schema.org/Tuesday",
            "repeatFrequency": "P1W",
            "startTime": "09:30",
            "endTime": "11:30",
            "scheduleTimezone": "Europe/Helsinki",
        }
    ]
    assert (data["startDate"], data["eventStatus"]) == (
        "2026-11-24T09:30:00+02:00",
        "https://schema.org/EventScheduled",
    )
    assert [(sub["startDate"], sub["eventStatus"].rpartition("/")[2]) for sub in data["subEvent"]] == [
        ("2026-12-01T09:30:00+02:00", "EventCancelled"),
        ("2026-12-09T10:00:00+02:00", "EventRescheduled"),
    ]
    assert data["subEvent"][1]["previousStartDate"] == "2026-12-08T09:30:00+02:00"


def test_demo_content_gives_no_structured_data(client):
    make.make_slot(activity=make.make_activity(slug="kerho", source="demo", source_id="kerho"))

    assert 'type="application/ld+json"' not in client.get("/toiminta/kerho/").content.decode()


def test_places_page_tells_only_the_breaks_and_activities_of_the_place(client):
    here, there = make.make_meeting_place(slug="talo"), make.make_meeting_place(name="Puisto", slug="puisto")
    slot = make.make_slot(activity=make.make_activity(name="Kahvila"), place=here)
    make.make_change(slot=slot, on=dt.date(2025, 12, 2), kind="changed", place=there)
    make.make_slot(
        activity=make.make_activity(name="Mennyt"), place=there, valid_until_on=dt.date(2026, 5, 1)
    )
    make.make_break(name="Joulu", first=dt.date(2026, 12, 1), last=dt.date(2026, 12, 20), places=[here])

    told = words(main(parse(client.get("/kohtaamispaikat/puisto/"))))

    assert [word for word in ("Joulu", "Kahvila", "Mennyt") if word in told] == []
    assert "Joulu" in words(main(parse(client.get("/kohtaamispaikat/talo/"))))
