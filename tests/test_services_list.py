"""The list of services: what it shows, in which order, and at what cost."""

from __future__ import annotations

import pytest
from django.utils import translation
from django.utils.translation import gettext

from perhekeskus import caching
from tests import factories as make
from tests.reading import LANGUAGES, all_words, card_names, headings, in_language, parse, words

pytestmark = pytest.mark.django_db


def names(response) -> list[str]:
    """Names on the cards of a list page, in order."""
    return card_names(parse(response))


# --- What is on it ---------------------------------------------------------------------------------
def test_list_shows_only_what_is_published_for_everybody(client):
    make.make_service(name="Julkinen")
    make.make_service(name="Luonnos", state="draft")
    make.make_service(name="Lopetettu", state="archived")
    make.make_service(name="Jäsenten", visibility="members")

    response = client.get("/palvelut/")

    assert names(response) == ["Julkinen"]
    assert not [word for word in ("Luonnos", "Lopetettu", "Jäsenten") if word in response.content.decode()]


def test_list_stays_public_for_a_signed_in_member(client):
    make.make_service(name="Julkinen")
    make.make_service(name="Jäsenten", visibility="members")
    client.force_login(make.make_member())

    response = client.get("/palvelut/")

    assert names(response) == ["Julkinen"]
    assert response.headers["Cache-Control"] == "private, no-store"


def test_list_shows_a_change_on_the_next_request(client):
    service = make.make_service(name="Ennen")
    client.get("/palvelut/")

    service.name_fi = "Jälkeen"
    service.save()

    assert names(client.get("/palvelut/")) == ["Jälkeen"]


def test_card_tells_who_gives_it_for_whom_where_and_at_what_price(client):
    kittila, ranua = make.make_municipality(slug="kittila"), make.make_municipality(slug="ranua")
    make.make_service(
        name="Kahvila",
        actor=make.make_actor(name="Martat"),
        municipalities=[kittila, ranua],
        min_months=0,
        max_months=84,
        appointment="none",
    )

    [card] = parse(client.get("/palvelut/")).findall(".//article[@class='card']")

    assert all_words(card, ".//p") == ["Martat", "Apua arkeen."]
    assert all_words(card, ".//li") == [
        "0–6 v",
        "Kittilä, Ranua",
        gettext("Free of charge"),
        gettext("No appointment needed"),
    ]


def test_card_of_a_service_of_unknown_price_does_not_call_it_free(client):
    make.make_service(price_kind="not_known", appointment="required")

    [card] = parse(client.get("/palvelut/")).findall(".//article[@class='card']")

    assert card.findall(".//*[@class='tags']") == []


# --- Order ---------------------------------------------------------------------------------------
@pytest.mark.parametrize("language", LANGUAGES)
def test_list_is_in_finnish_order_in_every_language(client, language):
    for name in ("Öljy", "äiti", "Zeniitti", "Åbo", "Aamu", "ahti"):
        make.make_service(name=name)

    response = client.get(in_language("/palvelut/", language))

    assert names(response) == ["Aamu", "ahti", "Zeniitti", "Åbo", "äiti", "Öljy"]


def test_list_is_sorted_by_the_names_it_shows(client):
    make.make_service(name="Aamukerho", name_sv="Östergården")
    make.make_service(name="Neuvola")
    make.make_service(name="Yökerho", name_sv="Babycafé")

    assert names(client.get("/palvelut/")) == ["Aamukerho", "Neuvola", "Yökerho"]
    assert names(client.get("/sv/palvelut/")) == ["Babycafé", "Neuvola", "Östergården"]


def test_list_of_a_municipality_begins_with_what_is_near(client):
    kittila, rovaniemi, ranua = (
        make.make_municipality(slug=slug) for slug in ("kittila", "rovaniemi", "ranua")
    )
    make.make_family_centre(municipalities=[kittila, rovaniemi])
    for name, town, locality in (
        ("D Ranualla", ranua, ""),
        ("C Rovaniemellä", rovaniemi, ""),
        ("B Kittilässä", kittila, ""),
        ("E Sirkassa", kittila, "Sirkka"),
    ):
        make.make_service(name=name, places=[make.make_place(municipality=town, locality=locality)])
    make.make_service(name="A kaikkialla")

    def order(query: str) -> list[str]:
        return [name[0] for name in names(client.get(f"/palvelut/?{query}"))]

    assert order("") == ["A", "B", "C", "D", "E"]
    assert order("kunta=kittila") == ["B", "E", "C", "A", "D"]
    assert order("kunta=kittila&alue=sirkka") == ["E", "B", "C", "A", "D"]


# --- Ages ------------------------------------------------------------------------------------------
def test_list_for_eight_month_old_leaves_out_a_club_for_older_children(client):
    make.make_service(name="Vauvakahvila", min_months=0, max_months=12)
    make.make_service(name="Kerho 2–5-vuotiaille", min_months=24, max_months=72)
    make.make_service(name="Neuvola", min_months=0, max_months=84)

    response = client.get("/palvelut/", {"ika": "8kk"})

    assert names(response) == ["Vauvakahvila", "Neuvola"]


@pytest.mark.parametrize("age", ["3v", "3"])
def test_list_for_a_year_of_age_takes_its_first_and_last_month(client, age):
    make.make_service(name="A alle 3", min_months=0, max_months=36)
    make.make_service(name="B kuun", min_months=36, max_months=37)
    make.make_service(name="C viimeisen", min_months=47, max_months=48)
    make.make_service(name="D yli", min_months=48)

    assert names(client.get("/palvelut/", {"ika": age})) == ["B kuun", "C viimeisen"]


def test_list_for_the_time_of_pregnancy_shows_what_is_meant_for_it(client):
    make.make_age_group(slug="odotus", min_months=0, max_months=0, for_pregnancy=True)
    make.make_service(name="Vain odottaville", max_months=0, for_pregnancy=True)
    make.make_service(name="Odottaville ja vauvoille", max_months=12, for_pregnancy=True)
    make.make_service(name="Vauvoille", max_months=12)

    response = client.get("/palvelut/", {"ika": "odotus"})

    assert names(response) == ["Odottaville ja vauvoille", "Vain odottaville"]
    assert "Vain odottaville" not in names(client.get("/palvelut/", {"ika": "0kk"}))


def test_list_for_two_children_shows_first_what_suits_both(client):
    make.make_service(name="Aamukerho", min_months=36, max_months=84)
    make.make_service(name="Perhekahvila", min_months=0, max_months=84)
    make.make_service(name="Vauvakahvila", min_months=0, max_months=12)

    root = parse(client.get("/palvelut/", {"ika": ["8kk", "3v"]}))

    assert [pair for pair in headings(root) if pair[0] == 3 or "(" in pair[1]][1:] == [
        (2, f"{gettext('Suits all your children')} (1)"),
        (3, "Perhekahvila"),
        (2, f"{gettext('Suits some of them')} (2)"),
        (3, "Vauvakahvila"),
        (3, "Aamukerho"),
    ]


def test_list_for_two_children_names_no_part_that_is_empty(client):
    make.make_service(name="Aamukerho", min_months=36, max_months=84)

    shown = words(parse(client.get("/palvelut/", {"ika": ["8kk", "3v"]})))

    assert gettext("Suits all your children") not in shown
    assert f"{gettext('Suits some of them')} (1)" in shown


def test_list_for_one_child_has_one_part(client):
    make.make_service(min_months=0, max_months=84)

    shown = words(parse(client.get("/palvelut/", {"ika": "8kk"})))

    assert not [part for part in ("Suits all your children", "Suits some of them") if gettext(part) in shown]


# --- Languages -----------------------------------------------------------------------------------
def test_untranslated_service_is_shown_in_finnish_with_one_notice(client):
    make.make_service(name="Neuvola", summary_sv="Rådgivning.")
    make.make_service(name="Kahvila", name_sv="Kafé", summary_sv="Kaffe.", actor=make.make_actor(name_sv="M"))
    make.make_service(name="Tori")

    root = parse(client.get("/sv/palvelut/"))

    marked = [words(e) for e in root.findall(".//article//h3//span") if e.get("lang") == "fi"]
    with translation.override("sv"):
        notice = gettext("Part of this page is not in English yet. It is shown in Finnish.")
    assert card_names(root) == ["Kafé", "Neuvola", "Tori"]
    assert marked == ["Neuvola", "Tori"]
    assert words(root).count(notice) == 1


def test_translated_list_has_no_notice(client):
    actor = make.make_actor(name_sv="Marthorna")
    make.make_service(name="Kahvila", name_sv="Kafé", summary_sv="Kaffe.", actor=actor)

    root = parse(client.get("/sv/palvelut/"))

    assert root.findall(".//main//*[@lang='fi']") == []
    assert root.findall(".//*[@class='notice notice--line']") == []


def test_untranslated_service_is_found_and_counted_in_swedish(client):
    theme = make.make_theme(name="Uni", slug="uni")
    make.make_service(name="Unikoulu", themes=[theme])
    make.make_service(name="Kahvila", name_sv="Kafé")

    root = parse(client.get("/sv/palvelut/?teema=uni"))

    assert card_names(root) == ["Unikoulu"]
    assert words(root.find(".//*[@data-count-for='teema:uni']")) == "1"


# --- Cost ------------------------------------------------------------------------------------------
@pytest.mark.parametrize("item_count", [1, 3])
def test_list_costs_the_same_however_long_it_is(client, django_assert_num_queries, item_count):
    for _ in range(item_count):
        make.make_service(municipalities=[make.make_municipality()])
    client.get("/palvelut/")  # makes the index
    caching.pages.clear()
    caching.parts.clear()

    with django_assert_num_queries(3):  # the revision, the cards, the cards' municipalities
        response = client.get("/palvelut/")

    assert len(names(response)) == item_count


@pytest.mark.parametrize("item_count", [1, 3])
def test_making_the_index_costs_the_same_however_much_there_is(client, django_assert_num_queries, item_count):
    actor = make.make_actor()
    for _ in range(item_count):
        make.make_service(actor=actor, municipalities=[make.make_municipality()])

    with django_assert_num_queries(55):  # one for each choice of each facet, none for each service
        response = client.get("/palvelut/")

    assert len(names(response)) == item_count
