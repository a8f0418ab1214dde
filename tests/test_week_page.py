"""The week's page: which sessions it shows, and how; its weeks, choices and cost."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from django.urls import reverse

from perhekeskus import dates
from tests import calendar_factories as make
from tests import factories
from tests.reading import canonical, headings, meta, parse, words
from tests.week_pages import TODAY, WEEK, november, session_words, table

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def on_tuesday(monkeypatch):
    monkeypatch.setattr(dates, "today", lambda: TODAY)
    monkeypatch.setattr(
        dates, "now", lambda: dt.datetime(2026, 11, 24, 0, 5, tzinfo=ZoneInfo("Europe/Helsinki"))
    )


def test_session_tells_day_and_time_first_then_name_place_organiser_and_terms(client):
    place = make.make_meeting_place(name="Kantti")
    activity = make.make_activity(
        name="Perhekahvila", organisers=[factories.make_actor(name="MLL")], food="coffee"
    )
    make.make_slot(activity=activity, place=place)

    root = parse(client.get(WEEK))

    terms = "0–6 v · Maksuton · Ei ilmoittautumista · Kahvia tai teetä"
    told = f"ti 24.11. 9.30–11.30 Perhekahvila Kantti MLL {terms}"
    assert session_words(root, "week-table") == [told]
    assert session_words(root, "week-days") == [told]


def test_session_tells_its_municipality_where_the_calendar_has_several(client):
    for name, town in (
        ("Kantti", "rovaniemi"),
        ("Kittilän kirjasto", "kittila"),
        ("Sirkan koulu", "kittila"),
    ):
        town = factories.make_municipality(slug=town)
        make.make_slot(place=make.make_meeting_place(name=name, municipality=town))

    told = {words(p) for p in parse(client.get(WEEK)).iter("p") if p.get("class") == "session__place"}

    assert told == {"Kantti, Rovaniemi", "Kittilän kirjasto", "Sirkan koulu, Kittilä"}


def test_days_are_columns_and_open_hours_stand_apart(client):
    make.make_slot(weekday=1, at="9.00")
    make.make_slot(weekday=3, at="13.00")
    make.make_slot(weekday=4, at="17.30")
    make.make_slot(weekday=5, at="")
    make.make_slot(activity=make.make_activity(kind="open"), weekday=5, at="8.00–16.00")

    shown = table(parse(client.get(WEEK)))

    assert [words(th) for th in shown.iter("th") if th.get("scope") == "col"] == [
        "ma 23.11.",
        "ti 24.11. tänään",
        "ke 25.11.",
        "to 26.11.",
        "pe 27.11.",
    ]
    assert [words(th) for th in shown.iter("th") if th.get("scope") == "row"] == [
        "Auki",
        "Ohjelmassa",
    ]


def test_weekend_is_a_column_when_it_has_something(client):
    make.make_slot(weekday=7, at="9.00")

    shown = table(parse(client.get(WEEK)))

    assert len([th for th in shown.iter("th") if th.get("scope") == "col"]) == 7


def test_list_by_day_begins_with_today_and_keeps_the_days_gone(client):
    for weekday in (1, 2, 5):
        make.make_slot(weekday=weekday)

    root = parse(client.get(WEEK))

    days = next(element for element in root.iter() if element.get("class") == "week-days")
    heads = [words(e) for e in days.iter("h3")]
    assert heads[0] == "Tänään ti 24.11."
    assert heads[-1] == "Ma 23.11."
    assert [words(e) for e in days.iter("summary")] == ["Aiemmin tällä viikolla"]


# --- Weeks ---------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "week",
    [
        *("2026-W54", "2027-W53", "2026-W00", "2026-w48", "2026-48", "26-W48", "2026-W480", "٢٠٢٦-W48", "x"),
        *("2024-W46", "2028-W48", "0000-W01", "9999-W52"),
    ],
)
def test_week_that_does_not_exist_or_is_too_far_is_not_found(client, week):
    assert client.get(f"/kohtaamispaikat/viikko/{week}/").status_code == 404


@pytest.mark.parametrize(
    ("week", "links"),
    [
        ("2026-W48", ["2026-W47", "2026-W49"]),
        ("2026-W53", ["2026-W52", "2026-W48", "2027-W01"]),
        ("2027-W01", ["2026-W53", "2026-W48", "2027-W02"]),
        ("2024-W47", ["2026-W48", "2024-W48"]),  # previous stops two years back
        ("2028-W47", ["2028-W46", "2026-W48"]),  # next two years ahead
    ],
)
def test_weeks_follow_each_other_over_the_year_and_stop_at_two_years(client, week, links):
    root = parse(client.get(f"/kohtaamispaikat/viikko/{week}/?kunta=kaikki"))

    nav = next(e for e in root.iter("nav") if e.get("class") == "week-nav")
    assert [a.get("href") for a in nav.iter("a")] == [f"/kohtaamispaikat/viikko/{w}/" for w in links]


def test_this_week_is_led_to_with_query_and_language_until_monday(client):
    response = client.get("/sv/kohtaamispaikat/viikko/?ika=8kk&maksuton=1")

    assert (response.status_code, response.headers["Location"]) == (
        302,
        "/sv/kohtaamispaikat/viikko/2026-W48/?ika=8kk&maksuton=1",
    )
    assert response.headers["Cache-Control"].startswith("public, max-age=")


def test_way_to_a_theme_of_this_week_is_not_kept(client):
    response = client.get("/kohtaamispaikat/viikko/?teema=salainen")

    assert response.headers["Cache-Control"] == "no-store"


# --- Choices ---------------------------------------------------------------------------------------
def test_age_narrows_and_keeps_clubs_of_others_away(client):
    make.make_slot(activity=make.make_activity(name="Vauvat", min_months=0, max_months=12))
    make.make_slot(activity=make.make_activity(name="Kerho", min_months=24, max_months=72))

    root = parse(client.get(f"{WEEK}?ika=8kk"))

    assert [told.split()[3] for told in session_words(root)] == ["Vauvat"]
    assert headings(root)[-2][1] != "Kerho"


def test_two_ages_tell_what_suits_all_the_children(client):
    make.make_slot(activity=make.make_activity(name="Kaikille", min_months=0, max_months=84), at="9.00")
    make.make_slot(activity=make.make_activity(name="Vauvoille", min_months=0, max_months=12), at="10.00")

    root = parse(client.get(f"{WEEK}?ika=8kk&ika=3v"))

    fits = [words(e) for e in table(root).iter("p") if e.get("class") == "session__fit"]
    assert fits == ["Sopii kaikille lapsillesi", "Sopii osalle"]


def test_unknown_choice_is_named_gives_no_hits_and_is_not_indexed(client):
    make.make_slot()

    root = parse(client.get(f"{WEEK}?paikka=ei-ole&outo=1"))

    assert (session_words(root) if any(e.get("class") == "week-days" for e in root.iter()) else []) == []
    body = words(root)
    assert "ei-ole" in body
    assert "outo" in body
    assert meta(root, "robots") == "noindex"
    assert canonical(root).endswith(WEEK)


def test_day_can_be_chosen_by_weekday_and_by_date(client):
    make.make_slot(activity=make.make_activity(name="Tiistaina"), weekday=2)
    make.make_slot(activity=make.make_activity(name="Keskiviikkona"), weekday=3)

    for value in ("ke", "2026-11-25"):
        root = parse(client.get(f"{WEEK}?paiva={value}"))
        assert [told.split()[3] for told in session_words(root)] == ["Keskiviikkona"]
    other_week = client.get(f"{WEEK}?paiva=2026-12-02").content.decode()
    assert "Keskiviikkona" not in other_week


def test_session_moved_to_another_village_is_found_in_both(client):
    sirkka = make.make_meeting_place(place=factories.make_place(locality="Sirkka"), name="Sirkan talo")
    keskus = make.make_meeting_place(place=factories.make_place(locality="Kirkonkylä"), name="Kantti")
    slot = make.make_slot(place=keskus)
    make.make_change(slot=slot, on=november(24), kind="changed", place=sirkka)

    for locality in ("sirkka", "kirkonkyla"):
        root = parse(client.get(f"{WEEK}?kunta=kaikki&alue={locality}"))
        assert len(session_words(root)) == 1
    next_week = client.get("/kohtaamispaikat/viikko/2026-W49/?kunta=kaikki&alue=sirkka")
    assert "Ei mitään näillä valinnoilla tällä viikolla" in words(parse(next_week))


def test_home_municipality_is_put_into_the_weeks_address(client):
    make.make_slot(place=make.make_meeting_place(municipality=factories.make_municipality(slug="kittila")))
    client.cookies["kunta"] = "kittila"

    response = client.get(WEEK)

    assert (response.status_code, response.headers["Location"]) == (302, f"{WEEK}?kunta=kittila")


def test_script_gets_the_results_alone(client):
    make.make_slot(activity=make.make_activity(name="Kerho"))

    body = client.get(WEEK, headers={"X-Requested-With": "fetch"}).content.decode()

    assert "Kerho" in body
    assert "<html" not in body


# --- Cost ----------------------------------------------------------------------------------------
@pytest.mark.parametrize("count", [1, 3])
def test_week_costs_one_query_however_much_it_has(client, django_assert_num_queries, count):
    for number in range(count):
        slot = make.make_slot(
            place=make.make_meeting_place(), activity=make.make_activity(), at=f"{9 + number}.00"
        )
        make.make_change(slot=slot, on=november(24))
        make.make_visit(slot=slot)
    client.get("/kohtaamispaikat/viikko/2026-W49/")  # the calendar stands in memory

    with django_assert_num_queries(1):  # the revision
        response = client.get(WEEK)

    assert len(session_words(parse(response))) == count


@pytest.mark.parametrize("count", [1, 3])
def test_reading_the_calendar_costs_the_same_however_much_there_is(django_assert_num_queries, count):
    from meetingplaces.calendar import calendar_of

    for _ in range(count):
        slot = make.make_slot(place=make.make_meeting_place(), activity=make.make_activity())
        make.make_change(slot=slot, on=november(24))
        make.make_break(first=november(1), last=november(2), activities=[slot.activity])

    with django_assert_num_queries(24):
        calendar = calendar_of("fi", 10_000)

    assert len(calendar.slots) == count


def test_change_stands_on_the_page_the_front_page_and_the_activity_at_the_next_request(client, monkeypatch):
    from django.utils import timezone

    eight = dt.datetime(2026, 11, 24, 6, 0, tzinfo=dt.UTC)
    monkeypatch.setattr(timezone, "now", lambda: eight)
    slot = make.make_slot(activity=make.make_activity(name="Kerho", slug="kerho"))
    pages = (WEEK, "/", reverse("meetingplaces:activity", kwargs={"slug": "kerho"}))
    assert [page for page in pages if "Peruttu" in client.get(page).content.decode()] == []

    make.make_change(slot=slot, on=november(24), reason_kind="leader")

    assert [page for page in pages if "Peruttu" not in client.get(page).content.decode()] == []
