"""Themes: a subject with its situations and services; a sensitive one leaves no trace."""

from __future__ import annotations

import pytest

from perhekeskus import caching
from tests import desk
from tests import factories as make
from tests.reading import all_words, card_names, headings, main, meta, parse, words

pytestmark = pytest.mark.django_db


def page(client, path: str):
    return parse(client.get(path))


def test_list_names_each_theme_with_the_number_of_its_services(client):
    money = make.make_theme(name="Raha", order=2)
    make.make_theme(name="Vauva-arki", order=1)
    make.make_theme(name="Luonnos", state="draft")
    make.make_theme(name="Jäsenten", visibility="members")
    make.make_service(themes=[money])
    make.make_service(themes=[money], state="draft")

    root = page(client, "/teemat/")

    assert all_words(root, ".//ul[@class='tiles section--tight']/li/a/span") == ["Vauva-arki", "Raha"]
    assert [words(s)[:1] for s in main(root).findall(".//li/a/small")] == ["0", "1"]


def test_theme_shows_its_situations_and_services_and_no_others(client):
    theme, other = make.make_theme(slug="raha", name="Raha", introduction_fi="Rahasta."), make.make_theme()
    make.make_situation(name="Rahat eivät riitä", themes=[theme])
    make.make_situation(name="Muuta", themes=[other])
    make.make_situation(name="Luonnostilanne", themes=[theme], state="draft")
    make.make_service(name="Velkaneuvonta", themes=[theme])
    make.make_service(name="Muu palvelu", themes=[other])
    make.make_service(name="Jäsenten palvelu", themes=[theme], visibility="members")

    root = page(client, "/teemat/raha/")

    assert headings(root)[0] == (1, "Raha")
    assert all_words(root, ".//ul[@class='rows rows--two']/li") == ["Rahat eivät riitä"]
    assert card_names(root) == ["Velkaneuvonta"]


def test_theme_with_many_services_leads_to_all_of_them(client):
    theme = make.make_theme(slug="raha")
    for number in range(9):
        make.make_service(name=f"Palvelu {number}", themes=[theme])

    root = page(client, "/teemat/raha/")

    assert len(card_names(root)) == 8
    more = main(root).find(".//a[@id='services-all']").get("href")
    assert more == "/palvelut/?teema=raha&kunta=kaikki"
    assert len(card_names(page(client, more))) == 9


def test_theme_shows_what_is_near_home(client):
    theme = make.make_theme(slug="raha")
    kittila, posio = make.make_municipality(slug="kittila"), make.make_municipality(slug="posio")
    make.make_service(name="Kittilän neuvonta", themes=[theme], municipalities=[kittila])
    make.make_service(name="Posion neuvonta", themes=[theme], municipalities=[posio])
    client.cookies["kunta"] = "kittila"

    response = client.get("/teemat/raha/", follow=True)

    assert response.request["QUERY_STRING"] == "kunta=kittila"
    assert card_names(parse(response)) == ["Kittilän neuvonta"]


def test_sensitive_theme_leaves_no_trace_and_begins_with_its_numbers(client):
    theme = make.make_theme(
        name="Väkivalta", neutral_name_fi="Tukea arkeen", is_sensitive=True, introduction_fi="Et ole yksin."
    )
    theme.helplines.add(make.make_helpline(name="Nollalinja", numbers=[("fi", "080 005 005")]))

    response = client.get("/teemat/tukea-arkeen/")
    root = parse(response)

    assert (response.headers["Cache-Control"], response.headers["Referrer-Policy"]) == (
        "no-store",
        "no-referrer",
    )
    assert len(caching.pages) == 0
    assert words(root.find(".//title")) == "Tukea arkeen · Perhekeskus"
    assert "Väkivalta" not in meta(root, "description")
    told = words(main(root))
    assert told.index("Väkivalta") < told.index("080 005 005") < told.index("Et ole yksin.")
    assert root.find(".//aside[@class='quick-exit']") is not None


@pytest.mark.parametrize(
    ("fields", "status"),
    [({"state": "draft"}, 404), ({"visibility": "members"}, 404), ({"state": "archived"}, 410)],
)
def test_theme_that_the_public_may_not_see_is_not_there(client, fields, status):
    make.make_theme(slug="salainen", introduction_fi="Sisältö", **fields)

    response = client.get("/teemat/salainen/")

    assert response.status_code == status
    assert "Sisältö" not in response.content.decode()


def test_unknown_municipality_is_named_and_the_page_is_not_kept(client):
    make.make_theme(slug="raha")

    root = page(client, "/teemat/raha/?kunta=helsinki&outo=1")

    assert "helsinki" in words(main(root))
    assert "outo" in words(main(root))
    assert meta(root, "robots") == "noindex"
    assert len(caching.pages) == 0


@pytest.mark.parametrize("item_count", [1, 3])
def test_theme_costs_the_same_however_much_belongs_to_it(client, django_assert_num_queries, item_count):
    theme = make.make_theme(slug="raha")
    theme.helplines.add(make.make_helpline())
    for _ in range(item_count):
        make.make_situation(themes=[theme])
        make.make_service(themes=[theme])
    client.get("/teemat/raha/")  # makes the index and the cards
    caching.pages.clear()

    with django_assert_num_queries(2):  # the revision, the theme
        root = page(client, "/teemat/raha/")

    assert len(card_names(root)) == item_count


@pytest.mark.parametrize("item_count", [1, 3])
def test_list_costs_the_same_however_many_themes(client, django_assert_num_queries, item_count):
    for _ in range(item_count):
        make.make_theme()
    client.get("/teemat/")
    caching.pages.clear()

    with django_assert_num_queries(1):  # the revision
        root = page(client, "/teemat/")

    assert len(main(root).findall(".//ul[@class='tiles section--tight']/li")) == item_count


# --- On the desk -------------------------------------------------------------------------------------
def test_theme_is_not_made_sensitive_before_its_things_have_neutral_names():
    theme = make.make_theme(name="Väkivalta", slug="vakivalta")
    service = make.make_service(name="Turvakoti", themes=[theme])
    coordinator = desk.sign_in(desk.coordinator())
    address = desk.address("change", theme)
    form = desk.form_of(coordinator.get(address)) | {"is_sensitive": "on", "neutral_name_fi": "Tukea arkeen"}

    refused = coordinator.post(address, form)
    service.neutral_name_fi = "Turvallinen paikka"
    service.save()
    saved = coordinator.post(address, form)

    theme.refresh_from_db()
    assert "Turvakoti" in desk.errors_of(refused)["is_sensitive"][0]
    assert saved.status_code == 302
    assert (theme.is_sensitive, theme.slug) == (True, "tukea-arkeen")


@pytest.mark.parametrize("kind", ["theme", "service", "situation"])
def test_archived_sensitive_page_leaves_no_trace_either(client, kind):
    sensitive = make.make_theme(name="Väkivalta", neutral_name_fi="Tukea", is_sensitive=True)
    item = {
        "theme": lambda: sensitive,
        "service": lambda: make.make_service(neutral_name_fi="Paikka", themes=[sensitive]),
        "situation": lambda: make.make_situation(neutral_name_fi="Tilanne", themes=[sensitive]),
    }[kind]()
    item.state = "archived"
    item.save()

    response = client.get(item.get_absolute_url())

    assert response.status_code == 410
    assert response.headers["Cache-Control"] == "no-store"
    assert response.headers["Referrer-Policy"] == "no-referrer"
    assert parse(response).find(".//aside[@class='quick-exit']") is not None
