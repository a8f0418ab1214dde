"""A family's own municipality: choosing it, the cookies, and the address it is put in."""

from __future__ import annotations

import pytest
from django.test import Client
from django.utils import translation
from django.utils.translation import gettext

from perhekeskus import caching
from tests import factories as make
from tests.reading import LANGUAGES, all_words, card_names, in_language, parse, words

pytestmark = pytest.mark.django_db

YEAR = 365 * 24 * 3600


@pytest.fixture(autouse=True)
def towns():
    kittila = make.make_municipality(slug="kittila")
    make.make_municipality(slug="rovaniemi")
    make.make_place(municipality=kittila, locality="Sirkka")
    make.make_place(municipality=kittila, locality="Luonnoskylä", state="draft")


def choose(client, home: str = "kittila", **data):
    return client.post("/oma-kunta/", {"home": home, **data})


def error(root):
    """The message beside the choices."""
    return root.find(".//*[@id='id_home_error']")


def at_home(client, town: str = "kittila", locality: str = "") -> Client:
    """The client of a family that has chosen its municipality."""
    client.cookies["kunta"] = town
    if locality:
        client.cookies["alue"] = locality
    return client


# --- The form --------------------------------------------------------------------------------------
def test_only_covered_municipalities_and_their_localities_are_offered(client):
    root = parse(client.get("/oma-kunta/"))

    radios = root.findall(".//input[@type='radio']")
    assert [radio.get("value") for radio in radios] == ["kittila", "kittila/sirkka", "rovaniemi"]
    assert all_words(root, ".//fieldset//label") == ["Kittilä", "Kittilä, Sirkka", "Rovaniemi"]


def test_form_shows_what_was_chosen_before(client):
    root = parse(at_home(client, "kittila", "sirkka").get("/oma-kunta/"))

    checked = [r.get("value") for r in root.iter("input") if r.get("checked") is not None]
    assert checked == ["kittila/sirkka"]


@pytest.mark.parametrize("is_chosen", [False, True])
def test_form_is_kept_in_no_cache(client, is_chosen):
    response = (at_home(client) if is_chosen else client).get("/oma-kunta/")

    assert "no-store" in response.headers["Cache-Control"]
    assert len(caching.pages) == 0


def test_choice_is_kept_for_a_year_in_first_party_cookies(client):
    response = choose(client, "kittila/sirkka")

    assert response.status_code == 303
    assert {name: (c.value, c["max-age"], c["path"]) for name, c in response.cookies.items()} == {
        "kunta": ("kittila", YEAR, "/"),
        "alue": ("sirkka", YEAR, "/"),
    }
    assert {(c["httponly"], c["samesite"], c["domain"]) for c in response.cookies.values()} == {
        (True, "Lax", "")
    }


@pytest.mark.parametrize("is_secure", [False, True])
def test_cookies_are_secure_where_the_site_is(client, is_secure):
    response = client.post("/oma-kunta/", {"home": "kittila"}, secure=is_secure)

    assert bool(response.cookies["kunta"]["secure"]) is is_secure


def test_choice_without_locality_takes_the_former_locality_away(client):
    at_home(client, "kittila", "sirkka")

    response = choose(client, "rovaniemi")

    assert response.cookies["kunta"].value == "rovaniemi"
    assert (response.cookies["alue"].value, response.cookies["alue"]["max-age"]) == ("", 0)


def test_choice_can_be_taken_away(client):
    at_home(client, "kittila", "sirkka")

    response = client.post("/oma-kunta/", {"clear": "1", "next": "/palvelut/?kunta=kittila&ika=3v"})

    assert (response.status_code, response.headers["Location"]) == (303, "/palvelut/?ika=3v")
    assert {name: (c.value, c["max-age"]) for name, c in response.cookies.items()} == {
        "kunta": ("", 0),
        "alue": ("", 0),
    }
    assert client.get("/palvelut/").status_code == 200


@pytest.mark.parametrize(
    "home", ["helsinki", "kittila/luonnoskyla", "rovaniemi/sirkka", "", "kittila/", "KITTILA", "x" * 10_000]
)
def test_choice_that_is_not_offered_gives_the_form_back_with_a_message(client, home):
    response = choose(client, home, next="/palvelut/")
    root = parse(response)

    assert response.status_code == 400
    assert words(error(root)) != ""
    assert all_words(root, ".//main//a[@href='#id_home_0']") == [words(error(root))]  # the summary's link
    assert root.find(".//input[@name='next']").get("value") == "/palvelut/"
    assert set(response.cookies) & {"kunta", "alue"} == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_message_for_nothing_chosen_is_in_the_pages_language(client, language):
    response = client.post(in_language("/oma-kunta/", language), {"next": ""})

    with translation.override(language):
        assert words(error(parse(response))) == gettext("Choose your municipality.")


def test_form_of_another_site_is_refused_with_words():
    client = Client(enforce_csrf_checks=True)

    response = choose(client)

    assert (response.status_code, dict(response.cookies)) == (403, {})
    assert gettext("You may not come in here") == words(parse(response).find(".//h1"))


def test_own_form_is_taken():
    client = Client(enforce_csrf_checks=True)
    token = parse(client.get("/oma-kunta/")).find(".//input[@name='csrfmiddlewaretoken']").get("value")

    response = choose(client, csrfmiddlewaretoken=token)

    assert (response.status_code, response.cookies["kunta"].value) == (303, "kittila")


# --- Back to where one came from ------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("/palvelut/?ika=3v", "/palvelut/?ika=3v"),
        ("/palvelut/?kunta=rovaniemi&alue=x&ika=3v", "/palvelut/?ika=3v"),
        ("/sv/palvelut/neuvola/", "/sv/palvelut/neuvola/"),
        ("/palvelut/?q=ä", "/palvelut/?q=%C3%A4"),
        ("", "/"),
        ("//evil.example", "/"),
        ("///evil.example", "/"),
        ("https://evil.example/", "/"),
        ("http:evil.example", "/"),
        ("javascript:alert(1)", "/"),
        ("/\\evil.example", "/"),
        ("\\\\evil.example", "/"),
        ("/\t/evil.example", "/"),
        ("evil.example", "/"),
        ("palvelut/", "/"),
        ("?next=/", "/"),
        ("http://testserver/palvelut/", "/"),
    ],
)
def test_one_goes_back_to_this_site_alone(client, given, expected):
    response = choose(client, next=given)

    assert (response.status_code, response.headers["Location"]) == (303, expected)


def test_address_to_go_back_to_cannot_break_the_header(client):
    response = choose(client, next="/palvelut/\r\nSet-Cookie: a=b")

    assert "\n" not in response.headers["Location"]
    assert "a" not in response.cookies


def test_front_page_of_the_forms_language_is_where_one_goes_from_nowhere(client):
    response = client.post("/sv/oma-kunta/", {"home": "kittila", "next": "https://evil.example/"})

    assert response.headers["Location"] == "/sv/"


# --- The choice in the address ---------------------------------------------------------------------------
@pytest.mark.parametrize(
    "path",
    [
        *("/", "/palvelut/", "/toimijat/", "/toimijat/mll/", "/perhekeskukset/"),
        *("/tehtavat/", "/tehtavat/vertaistuki/", "/portaat/"),
    ],
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_own_municipality_is_put_in_the_address(client, path, language):
    address = in_language(path, language)

    response = at_home(client).get(address)

    assert (response.status_code, response.headers["Location"]) == (302, f"{address}?kunta=kittila")
    assert response.headers["Cache-Control"] == "no-store"


def test_other_parameters_stay_beside_the_own_municipality(client):
    at_home(client, "kittila", "sirkka")

    response = client.get("/sv/palvelut/?ika=8kk&ika=3v&teema=a%26b&sivu=2")

    assert response.headers["Location"] == (
        "/sv/palvelut/?ika=8kk&ika=3v&teema=a%26b&sivu=2&kunta=kittila&alue=sirkka"
    )


def test_locality_of_the_address_wins_over_ones_own(client):
    response = at_home(client, "kittila", "sirkka").get("/palvelut/?alue=levi")

    assert response.status_code == 200


@pytest.mark.parametrize("query", ["kunta=kaikki", "kunta=rovaniemi", "kunta=", "kunta=outo"])
def test_municipality_of_the_address_wins(client, query):
    response = at_home(client).get(f"/palvelut/?{query}")

    assert response.status_code == 200


def test_everywhere_shows_also_what_is_not_for_home(client):
    make.make_service(name="Rovaniemellä", municipalities=[make.make_municipality(slug="rovaniemi")])

    assert card_names(parse(at_home(client).get("/palvelut/?kunta=kaikki"))) == ["Rovaniemellä"]
    assert card_names(parse(client.get("/palvelut/", follow=True))) == []


def test_page_that_others_have_made_ready_does_not_hide_ones_own(client):
    client.get("/palvelut/")  # now in the page cache
    assert len(caching.pages) == 1

    assert at_home(client).get("/palvelut/").status_code == 302
    assert Client().get("/palvelut/").status_code == 200


@pytest.mark.parametrize(
    "path",
    ["/apua/", "/oma-kunta/", "/palvelut/neuvola/", "/perhekeskukset/aapa/", "/robots.txt", "/healthz"],
)
def test_other_pages_are_the_same_for_everybody(client, path):
    make.make_service(name="Neuvola")
    make.make_family_centre(name="Aapa")

    assert at_home(client).get(path).status_code == 200


@pytest.mark.parametrize(
    "value", ["helsinki", "ei-ole", "", "kaikki", "<script>", "a" * 4000, "\u00e4", "kittila,rovaniemi"]
)
def test_cookie_that_names_no_covered_municipality_is_passed_over(client, value):
    assert at_home(client, value).get("/palvelut/").status_code == 200


def test_municipality_that_is_not_covered_any_more_is_passed_over(client):
    make.make_municipality(slug="kittila", covered=False)

    assert at_home(client).get("/palvelut/").status_code == 200


@pytest.mark.parametrize("locality", ["luonnoskyla", "levi", "keskusta"])
def test_locality_that_is_not_offered_is_left_out(client, locality):
    response = at_home(client, "kittila", locality).get("/palvelut/")

    assert response.headers["Location"] == "/palvelut/?kunta=kittila"


def test_locality_alone_is_no_choice(client):
    client.cookies["alue"] = "sirkka"

    assert client.get("/palvelut/").status_code == 200
