"""One service's page: what it says, in which order, to whom, and at what cost."""

from __future__ import annotations

import datetime as dt

import pytest
from django.utils import translation
from django.utils.translation import gettext

from perhekeskus import caching
from services.models import OpeningSchedule
from tests import factories as make
from tests.pages import MONDAY, make_content
from tests.reading import LANGUAGES, all_words, headings, in_language, main, parse, structured_data, words

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def monday(monkeypatch):
    monkeypatch.setattr("perhekeskus.dates.today", lambda: MONDAY)


def page(client, path: str = "/palvelut/neuvola/"):
    return parse(client.get(path))


def section(root, heading_id: str):
    return root.find(f".//section[@aria-labelledby='{heading_id}']")


def facts(root) -> dict[str, str]:
    """The list "Good to know": term and description."""
    pairs = section(root, "facts").find("dl")
    return dict(zip(all_words(pairs, "dt"), all_words(pairs, "dd"), strict=True))


def opens(hour: int, until: int, **fields) -> OpeningSchedule:
    times = {"opens_time": dt.time(hour), "closes_time": dt.time(until)}
    return OpeningSchedule.objects.create(**times | fields)


# --- Order ---------------------------------------------------------------------------------------
@pytest.mark.parametrize("language", LANGUAGES)
def test_page_answers_a_familys_questions_in_their_order(client, language):
    make_content(more_services=0)

    root = page(client, in_language("/palvelut/perhekahvila/", language))

    with translation.override(language):
        questions = [
            gettext(msgid)
            for msgid in (
                "What it is",
                "For whom",
                "How to get it",
                "Contact",
                "Where",
                "Good to know",
                "See also",
            )
        ]
        terms = [gettext(m) for m in ("Price", "Languages", "Organiser", "Task of the family centre")]
        checked = gettext("Checked %(date)s.") % {"date": "1.11.2026"}
    assert [text for level, text in headings(root) if level == 2] == questions
    assert list(facts(root)) == terms
    assert words(main(root).findall(".//p")[-1]).startswith(checked)


def test_page_says_what_it_knows(client):
    make_content(more_services=0)
    root = page(client, "/palvelut/perhekahvila/")

    assert headings(root)[0] == (1, "Perhekahvila")
    assert all_words(root, ".//*[@class='steps']/li") == ["Tule paikalle.", "Istu pöytään."]
    assert facts(root) == {
        gettext("Price"): "2\u00a0€–5,50\u00a0€ kerralta (jäsenet). Käteisellä"
        "Ruoka tai kahvi: 1\u00a0€ kerralta, vapaaehtoinen".replace("\u00a0", " "),
        gettext("Languages"): "suomi, suomalainen viittomakieli. Tulkin voi tilata.",
        gettext("Organiser"): "Kittilän seurakuntaOsallistuu: Martat",
        gettext("Task of the family centre"): "Vertaistuki",
    }
    assert all_words(section(root, "related"), ".//a") == ["Vauvahieronta"]


def test_organisers_and_tasks_lead_to_their_own_pages(client):
    make_content(more_services=0)

    links = section(page(client, "/palvelut/perhekahvila/"), "facts").findall(".//a")

    assert [a.get("href") for a in links] == [
        "/toimijat/kittilan-seurakunta/",
        "/toimijat/martat/",
        "/tehtavat/vertaistuki/",
    ]


def test_page_says_what_is_not_known_and_does_not_guess(client):
    make.make_service(
        slug="neuvola", price_kind="not_known", places=[make.make_place(name="Talo", has_lift=False)]
    )
    root = page(client)
    ask = gettext("Not known: ask the organiser")

    assert (facts(root)[gettext("Price")], facts(root)[gettext("Languages")]) == (ask, ask)
    assert gettext("Ask the organiser for the address.") in words(section(root, "where"))
    assert gettext("Free of charge") not in words(main(root))
    known = all_words(section(root, "where"), ".//ul[@class='facts']/li")
    assert known == [gettext("No: %(fact)s") % {"fact": gettext("lift")}]


# --- Contact ---------------------------------------------------------------------------------------
def test_phone_can_be_rung_with_a_tap(client):
    actor = make.make_actor()
    phone = make.make_channel(actor=actor, name_fi="Ajanvaraus", value="016 555-0100")
    make.make_service(slug="neuvola", actor=actor, channels=[phone])

    link = section(page(client), "contact").find(".//a")

    assert link.get("href") == "tel:0165550100"
    assert words(link) == f"{gettext('Ring')}: Ajanvaraus: 016 555-0100"


def test_channels_of_the_service_stand_in_place_of_its_actors(client):
    actor = make.make_actor()
    make.make_channel(actor=actor, value="016 555 0101")
    make.make_service(
        slug="neuvola", actor=actor, channels=[make.make_channel(actor=actor, value="016 555 0102")]
    )

    links = section(page(client), "contact").findall(".//a")

    assert [a.get("href") for a in links] == ["tel:0165550102"]


def test_actors_channel_is_shown_when_the_service_has_none(client):
    actor = make.make_actor()
    make.make_channel(actor=actor, value="016 555 0101")
    make.make_channel(actor=actor, value="016 555 0102", state="draft")
    make.make_channel(actor=actor, value="016 555 0103", visibility="members")
    make.make_channel(value="016 555 0104")
    make.make_service(slug="neuvola", actor=actor)

    response = client.get("/palvelut/neuvola/")
    links = section(parse(response), "contact").findall(".//a")

    assert [a.get("href") for a in links] == ["tel:0165550101"]
    assert not [number for number in ("0102", "0103", "0104") if f"555 {number}" in response.content.decode()]


@pytest.mark.parametrize(("language", "help_page"), [("fi", "/apua/#channels"), ("sv", "/sv/apua/#channels")])
def test_help_page_is_the_contact_of_last_resort(client, language, help_page):
    make.make_service(slug="neuvola")

    links = section(page(client, in_language("/palvelut/neuvola/", language)), "contact").findall(".//a")

    assert [a.get("href") for a in links] == [help_page]


# --- Hours -----------------------------------------------------------------------------------------
def test_todays_hours_are_told_and_the_script_gets_them(client):
    place = make.make_place()
    make.make_service(slug="neuvola", places=[place])
    opens(9, 12, place=place, weekday=1)
    opens(13, 15, place=place, weekday=1)
    opens(8, 10, place=place, weekday=2)

    where = section(page(client), "where")
    now = where.find(".//*[@data-open-hours]")

    assert f"{gettext('Today')}: 9.00–12.00, 13.00–15.00" in all_words(where, ".//p")
    assert now.get("data-open-hours") == '["09:00-12:00","13:00-15:00"]'
    assert (now.get("data-day"), now.get("data-time-zone")) == ("2026-11-23", "Europe/Helsinki")
    assert words(now) == ""


def test_exception_replaces_the_hours_of_its_day(client):
    place = make.make_place()
    make.make_service(slug="neuvola", places=[place])
    opens(9, 15, place=place, weekday=1)
    OpeningSchedule.objects.create(place=place, kind="exception", valid_from_on=MONDAY, is_closed=True)

    where = section(page(client), "where")

    assert f"{gettext('Today')}: {gettext('closed')}" in all_words(where, ".//p")
    assert where.find(".//*[@data-open-hours]").get("data-open-hours") == "[]"


@pytest.mark.parametrize("owner", ["place", "channel"])
def test_hours_of_a_link_win_over_those_of_its_place_or_channel(client, owner):
    actor = make.make_actor()
    thing = make.make_place() if owner == "place" else make.make_channel(actor=actor)
    service = make.make_service(slug="neuvola", actor=actor, **{f"{owner}s": [thing]})
    link = getattr(service, f"{owner}_links").get()
    opens(8, 20, weekday=1, **{owner: thing})
    opens(10, 11, weekday=1, **{f"service_{owner}": link})

    shown = words(section(page(client), "where" if owner == "place" else "contact"))

    assert f"{gettext('Today')}: 10.00–11.00" in shown
    assert "20.00" not in shown


def test_page_is_true_until_midnight_alone(client, monkeypatch):
    from django.utils import timezone

    make.make_service(slug="neuvola")
    evening = dt.datetime(2026, 11, 23, 21, 59, tzinfo=dt.UTC)  # 23.59 in Helsinki
    monkeypatch.setattr(timezone, "now", lambda: evening)
    client.get("/palvelut/neuvola/")
    [key] = caching.pages._items

    assert caching.pages.get(key).valid_until == dt.datetime(2026, 11, 23, 22, 0, tzinfo=dt.UTC)


# --- Related -----------------------------------------------------------------------------------------
def test_related_services_share_themes_and_are_public(client):
    sleep, food = make.make_theme(name="Uni"), make.make_theme(name="Ruoka")
    secret = make.make_theme(name="Salainen", neutral_name_fi="Tuki", is_sensitive=True)
    make.make_service(name="Neuvola", themes=[sleep, food])
    make.make_service(name="A yksi yhteinen", themes=[food])
    make.make_service(name="B molemmat", themes=[sleep, food])
    make.make_service(name="C muu", themes=[make.make_theme()])
    make.make_service(name="D arka", themes=[sleep, food, secret], neutral_name_fi="Tuki")
    make.make_service(name="E luonnos", themes=[sleep], state="draft")
    make.make_service(name="F jäsenten", themes=[sleep], visibility="members")

    assert all_words(section(page(client), "related"), ".//a") == ["B molemmat", "A yksi yhteinen"]


def test_at_most_four_related_services_are_named(client):
    theme = make.make_theme()
    for number in range(6):
        make.make_service(name=f"Muu {number}", themes=[theme])
    make.make_service(slug="neuvola", themes=[theme])

    shown = all_words(section(page(client), "related"), ".//a")

    assert shown == ["Muu 0", "Muu 1", "Muu 2", "Muu 3"]


# --- Languages -----------------------------------------------------------------------------------
def test_untranslated_texts_are_marked_and_said_once(client):
    make.make_service(
        slug="neuvola", name="Neuvola", summary_sv="Rådgivning.", description_fi="Tule.\n\nIlo."
    )

    root = page(client, "/sv/palvelut/neuvola/")

    with translation.override("sv"):
        notice = gettext("Part of this page is not in English yet. It is shown in Finnish.")
    assert all_words(main(root), ".//*[@lang='fi']")[:3] == ["Neuvola", "Tule.", "Ilo."]
    assert words(root).count(notice) == 1
    assert root.find(".//h1/span").get("lang") == "fi"


# --- Cost ------------------------------------------------------------------------------------------
@pytest.mark.parametrize("item_count", [1, 3])
def test_page_costs_the_same_however_much_there_is_to_say(client, django_assert_num_queries, item_count):
    actor = make.make_actor()
    theme = make.make_theme()
    places = [make.make_place() for _ in range(item_count)]
    channels = [make.make_channel(actor=actor) for _ in range(item_count)]
    make.make_service(slug="neuvola", actor=actor, places=places, channels=channels, themes=[theme])
    for place in places:
        opens(9, 15, place=place, weekday=1)
        make.make_service(themes=[theme])
    client.get("/palvelut/neuvola/")  # makes the index
    caching.pages.clear()

    with django_assert_num_queries(2):  # the revision, the service
        root = page(client)

    assert len(section(root, "contact").findall(".//a")) == item_count
    assert len(section(root, "where").findall("h3")) == item_count
    assert len(section(root, "related").findall(".//a")) == item_count


@pytest.mark.parametrize("item_count", [1, 3])
def test_prices_cost_one_question_more(client, django_assert_num_queries, item_count):
    service = make.make_service(slug="neuvola", price_kind="rows")
    for number in range(item_count):
        service.prices.create(min_amount=number + 1)
    client.get("/palvelut/neuvola/")
    caching.pages.clear()

    with django_assert_num_queries(3):  # the revision, the service, its prices
        root = page(client)

    assert facts(root)[gettext("Price")].count("€") == item_count


def test_page_that_is_kept_costs_the_revision_alone(client, django_assert_num_queries):
    make.make_service(slug="neuvola")
    first = client.get("/palvelut/neuvola/")

    with django_assert_num_queries(1):
        again = client.get("/palvelut/neuvola/")
    with django_assert_num_queries(1):
        known = client.get("/palvelut/neuvola/", headers={"If-None-Match": first.headers["ETag"]})

    assert again.content == first.content
    assert (known.status_code, known.content) == (304, b"")


def test_structured_data_is_the_pages_own(client):
    make.make_service(name="Neuvola")

    assert structured_data(page(client))["@id"] == "http://testserver/palvelut/neuvola/"
