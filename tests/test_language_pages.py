"""Pages in the site's languages: addresses, the switcher, and what browsers and search engines are told."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlsplit

import pytest
from django.urls import clear_url_caches

from tests import factories as make
from tests.pages import OK_PAGES, make_content
from tests.reading import LANGUAGES, canonical, in_language, parse, words

pytestmark = pytest.mark.django_db

HTML_LANG = {"fi": "fi", "fi-selko": "fi", "sv": "sv", "en": "en"}


def switcher(root) -> dict[str, str]:
    """The language switcher: own name of each language, and the address it leads to."""
    return {words(a): a.get("href") for a in root.findall(".//*[@class='languages']//a")}


@pytest.fixture
def site_languages(settings):
    """Enable other languages than the defaults; addresses follow."""

    def enable(*codes: str) -> None:
        settings.SITE_LANGUAGES = list(codes)
        settings.LANGUAGES = [(code, code) for code in codes]
        clear_url_caches()

    yield enable
    clear_url_caches()


# --- The page's language --------------------------------------------------------------------------
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_tells_its_language(client, language):
    make_content()

    told = {}
    for page in OK_PAGES:
        if page.has_languages:
            response = client.get(page.address(language))
            html = parse(response)
            told[page.name] = (html.get("lang"), html.get("dir"), response.headers["Content-Language"])

    wanted = (HTML_LANG[language], "ltr", HTML_LANG[language])
    assert told == {page.name: wanted for page in OK_PAGES if page.has_languages}


def test_arabic_page_runs_from_right_to_left(client, site_languages):
    site_languages("fi", "ar")

    response = client.get("/ar/palvelut/")
    html = parse(response)

    assert (html.get("lang"), html.get("dir")) == ("ar", "rtl")
    assert response.headers["Content-Language"] == "ar"


@pytest.mark.parametrize("wanted", ["sv", "en-GB,en;q=0.9", "xx", "*", "fi-selko", "ä", ",;q=" * 500])
def test_browsers_own_language_changes_nothing(client, wanted):
    make.make_service(name="Neuvola")

    response = client.get("/palvelut/", headers={"Accept-Language": wanted})

    assert parse(response).get("lang") == "fi"
    assert "Accept-Language" not in response.headers["Vary"]


def test_language_of_one_request_does_not_stay_for_the_next(client):
    assert parse(client.get("/sv/")).get("lang") == "sv"
    assert parse(client.get("/")).get("lang") == "fi"
    assert parse(client.get("/ei-ole/")).get("lang") == "fi"


@pytest.mark.parametrize("language", LANGUAGES)
def test_error_page_speaks_the_language_of_its_address(client, language):
    response = client.get(in_language("/ei-ole/", language))

    assert (response.status_code, parse(response).get("lang")) == (404, HTML_LANG[language])


def test_easy_finnish_is_marked_for_its_larger_type(client):
    assert parse(client.get("/fi-selko/")).get("class") == "selko"
    assert parse(client.get("/")).get("class") is None


# --- The switcher ------------------------------------------------------------------------------------
@pytest.mark.parametrize("language", LANGUAGES)
def test_switcher_leads_to_the_same_page_in_each_language(client, language):
    make.make_service(name="Neuvola")
    path = "/palvelut/neuvola/"

    root = parse(client.get(in_language(path, language)))

    assert switcher(root) == {
        "Suomi": path,
        "Selkosuomi": f"/fi-selko{path}",
        "Svenska": f"/sv{path}",
        "English": f"/en{path}",
    }
    current = root.find(".//*[@class='languages']//a[@aria-current='true']")
    assert current.get("href") == in_language(path, language)


def test_switcher_keeps_the_known_parameters(client):
    make.make_municipality(slug="kittila")
    make.make_clubs(21)

    root = parse(client.get("/sv/palvelut/?outo=1&utm_source=x&sivu=2&kunta=kittila&ika=3v&ika=8v"))

    query = [("ika", "3v"), ("ika", "8v"), ("kunta", "kittila"), ("sivu", "2")]
    assert {parse_qsl(urlsplit(url).query) == query for url in switcher(root).values()} == {True}
    assert urlsplit(switcher(root)["English"]).path == "/en/palvelut/"


def test_language_names_are_in_their_own_language(client):
    links = parse(client.get("/")).findall(".//*[@class='languages']//a")

    assert [(a.get("lang"), a.get("hreflang"), words(a)) for a in links] == [
        ("fi", "fi", "Suomi"),
        ("fi", None, "Selkosuomi"),
        ("sv", "sv", "Svenska"),
        ("en", "en", "English"),
    ]


# --- Search engines ------------------------------------------------------------------------------------
@pytest.mark.parametrize("language", LANGUAGES)
def test_search_engines_hear_of_every_language_but_easy_finnish(client, language):
    root = parse(client.get(in_language("/apua/", language)))

    links = root.findall(".//link[@rel='alternate']")
    assert {a.get("hreflang"): a.get("href") for a in links} == {
        "fi": "http://testserver/apua/",
        "sv": "http://testserver/sv/apua/",
        "en": "http://testserver/en/apua/",
    }
    assert canonical(root) == f"http://testserver{in_language('/apua/', language)}"


# --- Redirects -----------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("address", "target"),
    [
        ("/fi", "/"),
        ("/fi/", "/"),
        ("/fi/palvelut/?ika=3v&ika=8kk", "/palvelut/?ika=3v&ika=8kk"),
        ("/fi/palvelut/%C3%A4/", "/palvelut/%C3%A4/"),
        ("/selko", "/fi-selko/"),
        ("/selko/", "/fi-selko/"),
        ("/selko/palvelut/?ika=3v", "/fi-selko/palvelut/?ika=3v"),
    ],
)
def test_other_prefixes_lead_to_the_right_one_for_good(client, address, target):
    response = client.get(address)

    assert (response.status_code, response.headers["Location"]) == (301, target)


def test_easy_finnish_leads_to_finnish_while_it_is_not_in_use(client, site_languages):
    site_languages("fi", "sv")

    response = client.get("/selko/palvelut/?ika=3v")

    assert (response.status_code, response.headers["Location"]) == (302, "/palvelut/?ika=3v")
    assert client.get("/fi-selko/palvelut/").status_code == 404


@pytest.mark.parametrize("prefix", ["fi", "selko"])
@pytest.mark.parametrize(
    "rest",
    [
        "//evil.example/",
        "/%2Fevil.example/",
        "/%5Cevil.example/",
        "/%5C%5Cevil.example",
        "/%09/evil.example",
        "/%0A/evil.example",
        "/https://evil.example/",
        "/%0D%0ASet-Cookie:%20a=b",
        "/.//evil.example",
    ],
)
@pytest.mark.parametrize("codes", [("fi", "fi-selko"), ("fi",)])
def test_redirects_of_prefixes_never_lead_to_another_host(client, site_languages, prefix, rest, codes):
    site_languages(*codes)

    response = client.get(f"/{prefix}{rest}")
    target = response.headers.get("Location", "/")

    assert target.startswith("/")
    assert not target.startswith(("//", "/\\", "/\t"))
    assert urlsplit(target).netloc == ""
    assert "\n" not in target
    assert "a" not in response.cookies


@pytest.mark.parametrize(
    "address", ["/sv/kirjaudu/", "/sv/admin/", "/en/healthz", "/sv/robots.txt", "/sv/fi/", "/sv/sv/"]
)
def test_addresses_outside_languages_have_no_prefix(client, address):
    response = client.get(address)

    assert (response.status_code, parse(response).get("lang")) == (404, address[1:3])


def test_missing_slash_is_added_in_the_same_language(client):
    response = client.get("/sv/palvelut?ika=3v")

    assert (response.status_code, response.headers["Location"]) == (301, "/sv/palvelut/?ika=3v")
