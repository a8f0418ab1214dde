"""`/sitemap.xml`: what search engines are told of, in which languages, and never what is not for them."""

from __future__ import annotations

from xml.etree.ElementTree import Element, fromstring

import pytest
from django.urls import clear_url_caches

from meetingplaces.weeks import week_slug
from perhekeskus import caching, dates
from perhekeskus.sitemaps import SINGLE_PAGES, Kind
from services.models import AgeGroup
from tests import factories as make
from tests.pages import PAGES, make_content, make_sensitive_service
from tests.reading import LANGUAGES, in_language, parse

pytestmark = pytest.mark.django_db

SITEMAP = "/sitemap.xml"
NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
ORIGIN = "http://testserver"
SINGLE_PATHS = [
    *("/", "/apua/", "/palvelut/", "/tilanteet/", "/teemat/", "/nuorille/"),
    *("/tehtavat/", "/portaat/", "/toimijat/", "/perhekeskukset/", "/kohtaamispaikat/"),
    *("/saavutettavuus/", "/tietosuoja/"),
]
THIS_WEEK = f"/kohtaamispaikat/viikko/{week_slug(dates.today())}/"


def urls(client, **headers) -> dict[str, Element]:
    """The entries by their addresses; XML that is not well-formed fails the test."""
    entries = fromstring(client.get(SITEMAP, **headers).content).findall("s:url", NAMES)
    return {entry.find("s:loc", NAMES).text: entry for entry in entries}


def alternates(entry: Element) -> list[tuple[str, str]]:
    links = entry.findall("x:link", NAMES)
    assert {link.get("rel") for link in links} <= {"alternate"}
    return [(link.get("hreflang"), link.get("href")) for link in links]


def finnish_paths(client) -> set[str]:
    prefixes = tuple(f"{ORIGIN}/{language}/" for language in LANGUAGES[1:])
    return {url.removeprefix(ORIGIN) for url in urls(client) if not url.startswith(prefixes)}


# --- What is there ---------------------------------------------------------------------------------
def test_pages_and_visible_services_are_there_in_every_language(client):
    make.make_service(name="Neuvola", actor=make.make_actor(name="Hyvinvointialue"))

    told = list(urls(client))

    paths = [*SINGLE_PATHS, THIS_WEEK, "/palvelut/neuvola/", "/toimijat/hyvinvointialue/"]
    assert told == [ORIGIN + in_language(path, language) for path in paths for language in LANGUAGES]
    assert len(SINGLE_PAGES) == len(SINGLE_PATHS)


def test_every_page_without_a_query_that_search_engines_may_find_is_there(client):
    """A new public page belongs into the sitemap: perhekeskus/sitemaps.py."""
    make_content(more_services=1)

    findable = {
        page.path
        for page in PAGES
        if page.is_public
        and page.status == 200
        and not page.is_sensitive
        and "?" not in page.path
        and page.path != "/haku/"  # what it finds is theirs to find, and robots.txt says so
    }

    assert findable - finnish_paths(client) == set()


def test_every_address_answers_and_wants_to_be_found(client):
    make_content(more_services=0)

    for address, entry in urls(client).items():
        response = client.get(address.removeprefix(ORIGIN))
        root = parse(response)
        links = root.findall(".//link[@rel='alternate']")
        assert (response.status_code, root.find(".//meta[@name='robots']")) == (200, None), address
        assert root.find(".//link[@rel='canonical']").get("href") == address
        if "/fi-selko/" not in address:  # a page of easy Finnish names the others, and they not it
            assert alternates(entry) == [(link.get("hreflang"), link.get("href")) for link in links]


def test_nothing_that_is_not_for_everybody_is_there(client):
    actor = make.make_actor(name="Hyvinvointialue")
    make.make_service(name="Neuvola", actor=actor)
    make.make_service(name="Luonnos", actor=actor, state="draft")
    make.make_service(name="Lopetettu", actor=actor, state="archived")
    make.make_service(name="Jäsenten palvelu", actor=actor, visibility="members")
    make_sensitive_service(make.make_municipality(slug="rovaniemi"))
    hidden_theme = make.make_theme(name="Piilossa", is_sensitive=True, state="draft", neutral_name_fi="Tuki")
    make.make_service(name="Salainen", neutral_name_fi="Tukea", actor=actor, themes=[hidden_theme])

    body = client.get(SITEMAP).content.decode()

    assert finnish_paths(client) == {
        *SINGLE_PATHS,
        THIS_WEEK,
        "/palvelut/neuvola/",
        "/toimijat/hyvinvointialue/",
    }
    hidden = ("luonnos", "lopetettu", "jasenten", "turva", "tukea", "salainen")
    assert [word for word in hidden if word in body.lower()] == []


def test_signed_in_member_gets_the_publics_sitemap(client):
    make.make_actor(name="Jäsenten järjestäjä", visibility="members")
    client.force_login(make.make_member())

    assert finnish_paths(client) == {*SINGLE_PATHS, THIS_WEEK}


def test_check_date_is_told_where_it_is_known(client):
    make.make_service(name="Neuvola")
    make.make_service(name="Kerho", reviewed_on=None)

    told = {
        url.rpartition("palvelut")[2]: entry.findtext("s:lastmod", None, NAMES)
        for url, entry in urls(client).items()
    }

    assert (told["/neuvola/"], told["/kerho/"], told["/"]) == ("2026-11-01", None, None)


# --- Languages -------------------------------------------------------------------------------------
def test_every_alternate_names_its_page_back(client):
    make_content(more_services=0)
    entries = urls(client)

    for address, entry in entries.items():
        named = alternates(entry)
        if "/fi-selko/" in address:
            assert named == []
        else:
            assert [hreflang for hreflang, _href in named] == ["fi", "sv", "en"]
            assert address in dict(named).values()
        for _hreflang, href in named:
            assert alternates(entries[href]) == named


@pytest.fixture
def inari_sami(settings):
    """Inari Sámi is enabled, whose code Django does not know."""
    settings.SITE_LANGUAGES = ["fi", "fi-selko", "smn"]
    settings.LANGUAGES = [(code, code) for code in settings.SITE_LANGUAGES]
    clear_url_caches()
    yield
    clear_url_caches()


def test_languages_are_those_that_are_enabled_by_the_tags_of_the_table(client, inari_sami):
    entries = urls(client)

    front = [f"{ORIGIN}/", f"{ORIGIN}/fi-selko/", f"{ORIGIN}/smn/"]
    assert list(entries)[:3] == front
    assert alternates(entries[front[0]]) == [("fi", front[0]), ("smn", front[2])]


# --- As an answer ----------------------------------------------------------------------------------
@pytest.mark.parametrize("item_count", [1, 3])
def test_sitemap_costs_the_same_however_many_services(client, django_assert_num_queries, item_count):
    for number in range(item_count):
        make.make_service(name=f"Palvelu {number}")
    urls(client)  # makes the index
    caching.pages.clear()

    # the revision; services, situations, themes, ages, family centres; tasks and organisers, each with the
    # revision of the index that knows which of them are sensitive
    with django_assert_num_queries(12):
        told = urls(client)

    assert len([url for url in told if "/palvelut/palvelu-" in url]) == item_count * len(LANGUAGES)


def test_kind_without_a_check_date_is_one_row_too(django_assert_num_queries):
    make.make_age_group(slug="vauvat", min_months=0, max_months=12)

    with django_assert_num_queries(1):
        [page] = Kind("services:detail", AgeGroup.objects.all).pages()

    assert (page.path, page.checked_on) == ("/palvelut/vauvat/", None)


def test_sitemap_is_xml_that_is_kept_and_made_anew_after_a_change(client):
    make.make_service(name="Neuvola")

    response = client.get(SITEMAP)

    assert response.headers["Content-Type"] == "application/xml"
    assert response.headers["Cache-Control"] == "max-age=0, must-revalidate"
    assert "cookie" not in response.headers["Vary"].lower()
    assert dict(response.cookies) == {}
    assert len(caching.pages) == 1
    make.make_service(name="Kerho")
    assert f"{ORIGIN}/palvelut/kerho/" in urls(client)


def test_sitemap_has_the_scheme_and_host_of_the_request(client):
    assert list(urls(client, secure=True))[0] == "https://testserver/"


@pytest.mark.parametrize("query", ["?p=2", "?p=0", "?p=x", "?p=%00", "?p=last"])
def test_part_that_is_not_there_is_not_found(client, query):
    assert client.get(SITEMAP + query).status_code == 404


def test_unknown_parameter_changes_nothing_and_is_not_kept(client):
    plain = client.get(SITEMAP).content
    caching.pages.clear()

    assert client.get(f"{SITEMAP}?outo=1").content == plain
    assert len(caching.pages) == 0


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
def test_sitemap_is_only_read(client, method):
    response = client.generic(method, SITEMAP)

    assert (response.status_code, response.headers["Allow"]) == (405, "GET, HEAD")


@pytest.mark.parametrize("path", ["/sv/sitemap.xml", "/sitemap.xml/"])
def test_sitemap_has_one_address(client, path):
    assert client.get(path).status_code == 404


# --- Who is led to it --------------------------------------------------------------------------------
def test_robots_lead_to_the_sitemap_but_not_while_demo_content_is_published(client):
    make.make_service(name="Neuvola")
    assert f"Sitemap: {ORIGIN}{SITEMAP}" in client.get("/robots.txt").content.decode().splitlines()
    secure = client.get("/robots.txt", secure=True).content.decode().splitlines()
    assert "Sitemap: https://testserver/sitemap.xml" in secure

    make.make_service(name="Esimerkki", source="demo", source_id="1")

    assert "sitemap" not in client.get("/robots.txt").content.decode().lower()
    assert f"{ORIGIN}/palvelut/neuvola/" in urls(client)
