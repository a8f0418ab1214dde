"""The front page and the help page: the two doors of a family in a hurry."""

from __future__ import annotations

import pytest
from django.utils import translation
from django.utils.translation import gettext

from perhekeskus import caching
from tests import factories as make
from tests.pages import PAGES, make_content
from tests.reading import LANGUAGES, all_words, in_language, main, meta, parse, words

pytestmark = pytest.mark.django_db


def helplines(root) -> list:
    return root.findall(".//*[@class='helplines']/li")


def numbers(line) -> list[str]:
    return [a.get("href") for a in line.iter("a")]


# --- Front page ------------------------------------------------------------------------------------
@pytest.mark.parametrize("language", LANGUAGES)
def test_front_page_leads_to_the_page_of_each_age(client, language):
    for order, slug in enumerate(("odotus", "vauvat", "taaperot")):
        make.make_age_group(
            slug=slug, min_months=0, max_months=0 if not order else 12, for_pregnancy=not order, order=order
        )

    root = parse(client.get(in_language("/", language)))
    links = root.findall(".//*[@class='ages']/li/a")

    assert [a.get("href") for a in links] == [
        *(in_language(f"/ika/{slug}/", language) for slug in ("odotus", "vauvat", "taaperot")),
        in_language("/palvelut/", language),  # several children: their ages are chosen on the list
    ]
    for link in links:
        assert client.get(link.get("href")).status_code == 200


def test_front_page_of_a_municipality_keeps_it_in_its_links(client):
    make.make_municipality(slug="kittila")
    make.make_age_group(slug="vauvat", min_months=0, max_months=12)
    make.make_theme(slug="raha")

    root = main(parse(client.get("/?kunta=kittila")))
    links = [a.get("href") for a in root.iter("a")]

    assert [link for link in links if "kunta" in link] == [
        "/palvelut/?kunta=kittila",
        "/kohtaamispaikat/viikko/?kunta=kittila",
        "/oma-kunta/?next=/%3Fkunta%3Dkittila",
        "/ika/vauvat/?kunta=kittila",
        "/palvelut/?kunta=kittila",
        "/kohtaamispaikat/viikko/?kunta=kittila",
        "/kohtaamispaikat/?kunta=kittila",
        "/teemat/raha/?kunta=kittila",
    ]
    assert gettext("Services in %(town)s") % {"town": "Kittilä"} in words(root)


def test_front_page_suggests_everyday_situations_that_anybody_may_see(client):
    sensitive = make.make_theme(name="Väkivalta", neutral_name_fi="Tukea", is_sensitive=True)
    for order in range(9, 0, -1):
        make.make_situation(name=f"Tilanne {order}", order=order)
    make.make_situation(name="Salattu", order=0, themes=[sensitive], neutral_name_fi="Tukea")
    make.make_situation(name="Nuoren oma", order=0, for_young=True)
    make.make_situation(name="Luonnos", order=0, state="draft")
    make.make_situation(name="Jäsenten", order=0, visibility="members")

    root = parse(client.get("/"))

    shown = all_words(root, ".//section[@aria-labelledby='situations']//li")
    assert shown == [f"Tilanne {order}" for order in range(1, 9)]


def test_front_page_does_not_greet_a_municipality_that_is_not_covered(client):
    make.make_municipality(slug="kittila")

    response = client.get("/?kunta=helsinki")

    assert "Helsin" not in words(main(parse(response)))
    assert meta(parse(response), "robots") == "noindex"
    assert len(caching.pages) == 0


@pytest.mark.parametrize("item_count", [1, 3])
def test_front_page_costs_the_same_whatever_there_is(client, django_assert_num_queries, item_count):
    for number in range(item_count):
        make.make_age_group(slug=f"ryhma-{number}", min_months=number, max_months=number + 1)
        make.make_service()
        make.make_situation()
        make.make_theme()
        make.make_family_centre()
    client.get("/")  # makes the index
    caching.pages.clear()

    with django_assert_num_queries(1):  # the revision
        root = parse(client.get("/"))

    assert len(root.findall(".//*[@class='ages']/li")) == item_count + 1
    assert len(root.findall(".//*[@class='tiles']/li")) == item_count


# --- Help: urgent numbers ----------------------------------------------------------------------------
def test_helplines_stand_in_their_order_and_drafts_nowhere(client):
    make.make_helpline(name="Kolmas", order=3)
    make.make_helpline(name="Ensimmäinen", order=1)
    make.make_helpline(name="Toinen", order=2)
    make.make_helpline(name="Luonnos", order=1, state="draft", numbers=[("fi", "016 555 0901")])
    make.make_helpline(name="Jäsenten", order=1, visibility="members", numbers=[("fi", "016 555 0902")])

    response = client.get("/apua/")

    shown = [words(line.find(".//h3")) for line in helplines(parse(response))]
    assert shown == ["Ensimmäinen", "Toinen", "Kolmas"]
    assert not [n for n in ("0901", "0902", "Luonnos", "Jäsenten") if n in response.content.decode()]


def test_number_can_be_rung_with_a_tap_and_says_whose_it_is(client):
    make.make_helpline(name="Kriisipuhelin", numbers=[("fi", "09 2525 0111")])

    [link] = helplines(parse(client.get("/apua/")))[0].iter("a")

    assert link.get("href") == "tel:0925250111"
    assert words(link) == f"{gettext('Ring')}: Kriisipuhelin: 09 2525 0111"


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("fi", ["tel:1", "tel:2"]),
        ("fi-selko", ["tel:1", "tel:2"]),
        ("sv", ["tel:2", "tel:1"]),
        ("en", ["tel:3", "tel:1", "tel:2"]),
    ],
)
def test_both_national_languages_are_on_every_page_and_its_own_stands_first(client, language, expected):
    make.make_helpline(numbers=[("en", "3"), ("sv", "2"), ("fi", "1")])

    [line] = helplines(parse(client.get(in_language("/apua/", language))))

    assert numbers(line) == expected


def test_number_that_serves_two_languages_stands_once(client):
    make.make_helpline(numbers=[("fi", "112"), ("sv", "112")])

    [line] = helplines(parse(client.get("/sv/apua/")))

    assert numbers(line) == ["tel:112"]


@pytest.mark.parametrize(
    ("language", "is_said"), [("fi", False), ("fi-selko", False), ("sv", True), ("en", True)]
)
def test_line_that_speaks_finnish_alone_says_so_to_others(client, language, is_said):
    make.make_helpline(numbers=[("fi", "016 555 0111")])

    [line] = helplines(parse(client.get(in_language("/apua/", language))))

    with translation.override(language):
        assert (gettext("Answers in Finnish") in words(line)) is is_said


def test_emergency_number_does_not_scare_with_its_language(client):
    make.make_helpline(numbers=[("fi", "112")], is_emergency=True)

    [line] = helplines(parse(client.get("/en/apua/")))

    with translation.override("en"):
        assert gettext("Answers in Finnish") not in words(line)


def test_hours_and_price_of_each_number_are_told(client):
    line = make.make_helpline(numbers=[("fi", "016 555 0111"), ("sv", "016 555 0112")])
    line.numbers.filter(language="sv").update(hours_fi="ma–pe 9–15", price_note_fi="0 e")

    [shown] = helplines(parse(client.get("/apua/")))

    assert "016 555 0112: ma–pe 9–15 · 0 e" in all_words(shown, ".//small")


# --- Help: the region's own channels -------------------------------------------------------------------
def test_cards_stand_in_the_coordinators_order(client):
    actor = make.make_actor(name="Hyvinvointialue")
    for name, position in (("Toinen", 2), ("Ensimmäinen", 1), ("Ei korttia", None)):
        make.make_channel(actor=actor, name_fi=name, help_position=position)
    make.make_channel(actor=actor, name_fi="Luonnos", help_position=1, state="draft")
    make.make_channel(actor=actor, name_fi="Jäsenten", help_position=1, visibility="members")

    response = client.get("/apua/")
    cards = parse(response).findall(".//*[@class='channels']/li")

    assert [words(card.find("h3")) for card in cards] == ["Ensimmäinen", "Toinen"]
    hidden = ("Ei korttia", "Luonnos", "Jäsenten")
    assert not [name for name in hidden if name in response.content.decode()]


@pytest.mark.parametrize(
    ("kind", "value", "href", "verb"),
    [
        ("phone", "016 555 0100", "tel:0165550100", "016 555 0100"),
        ("email", "apua@example.org", "mailto:apua@example.org", "apua@example.org"),
        ("chat", "https://example.org/c", "https://example.org/c", "Open the chat"),
        ("form", "https://example.org/f", "https://example.org/f", "Open the form"),
        ("eservice", "https://example.org/e", "https://example.org/e", "Open the e-service"),
        ("web", "https://example.org/w", "https://example.org/w", "Go to the page"),
    ],
)
def test_card_says_what_a_tap_does(client, kind, value, href, verb):
    make.make_channel(kind=kind, value=value, help_position=1)

    [link] = parse(client.get("/apua/")).findall(".//*[@class='channels']//a")

    assert (link.get("href"), words(link)) == (href, gettext(verb))


def test_help_page_without_content_still_says_whom_to_ring(client):
    root = parse(client.get("/apua/"))

    assert "112" in words(main(root).find(".//*[@class='lead']"))
    assert root.find(".//*[@class='channels']") is None


@pytest.mark.parametrize("item_count", [1, 3])
def test_help_page_costs_the_same_however_many_lines(client, django_assert_num_queries, item_count):
    for position in range(item_count):
        make.make_helpline(numbers=[("fi", f"1{position}"), ("sv", f"2{position}")])
        make.make_channel(help_position=position + 1)
    client.get("/apua/")  # reads the ways in and the channels
    caching.pages.clear()

    with django_assert_num_queries(1):  # the revision
        root = parse(client.get("/apua/"))

    assert len(helplines(root)) == item_count
    assert len(root.findall(".//*[@class='channels']/li")) == item_count


def test_address_of_leaflets_leads_to_help(client):
    response = client.get("/sv/pyyda-apua/")

    assert (response.status_code, response.headers["Location"]) == (301, "/sv/apua/")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_leads_to_help_from_its_header(client, language):
    make_content(more_services=21)
    pages = [page for page in PAGES if page.has_languages]

    without = [
        page.name
        for page in pages
        if parse(client.get(page.address(language))).find(
            f".//header/div/a[@href='{in_language('/apua/', language)}']"
        )
        is None
    ]

    assert without == []


@pytest.mark.parametrize("fields", [{"state": "draft"}, {"state": "archived"}, {"visibility": "members"}])
def test_help_page_never_names_an_organiser_that_is_hidden(client, fields):
    actor = make.make_actor(name="Salainen järjestö", **fields)
    make.make_channel(actor=actor, name_fi="Päivystys", help_position=1)

    response = client.get("/apua/")

    assert all_words(parse(response), ".//li[@class='channel']/h3") == ["Päivystys"]
    assert "Salainen" not in response.content.decode()
