"""The accessibility statement and the privacy page: in every language, complete, and true."""

from __future__ import annotations

import re

import pytest
from django.urls import clear_url_caches
from django.utils import translation
from django.utils.translation import gettext

from perhekeskus import caching, dates, statements
from perhekeskus.models import Installation
from perhekeskus.municipality import COOKIE_SECONDS
from tests import factories as make
from tests.admin_axe_exceptions import AXE_EXCEPTIONS
from tests.browser import DESKTOP, PHONE
from tests.reading import LANGUAGES, canonical, headings, in_language, main, meta, parse, words

pytestmark = pytest.mark.django_db

ACCESSIBILITY, PRIVACY = "/saavutettavuus/", "/tietosuoja/"
TITLES = {ACCESSIBILITY: "Accessibility statement", PRIVACY: "Privacy"}
SUPERVISOR = {"supervisor_name": "Esimerkkivalvoja", "supervisor_url": "https://example.org/valvonta"}


def text(client, path: str, language: str = "fi") -> str:
    return words(main(parse(client.get(in_language(path, language)))))


def links(client, path: str, language: str = "fi") -> list[str]:
    prose = main(parse(client.get(in_language(path, language)))).find(".//*[@class='prose section--tight']")
    return [a.get("href") for a in prose.iter("a")]


@pytest.fixture
def arabic(settings):
    """Arabic is enabled: a language that has no statements of its own."""
    settings.SITE_LANGUAGES = ["fi", "ar"]
    settings.LANGUAGES = [(code, code) for code in settings.SITE_LANGUAGES]
    clear_url_caches()
    yield
    clear_url_caches()


# --- In every language -----------------------------------------------------------------------------
@pytest.mark.parametrize("path", TITLES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_statement_is_in_each_language(client, path, language):
    make.make_installation()

    root = parse(client.get(in_language(path, language)))

    with translation.override(language):
        title = gettext(TITLES[path])
    assert headings(root)[0] == (1, title)
    assert words(root.find(".//title")) == f"{title} · Perhekeskus"
    assert root.find(".//*[@class='notice notice--line']") is None
    assert canonical(root) == f"http://testserver{in_language(path, language)}"


@pytest.mark.parametrize("path", TITLES)
def test_statement_has_the_same_parts_in_each_language(client, path):
    parts = [headings(parse(client.get(in_language(path, language)))) for language in LANGUAGES]

    assert len({tuple(level for level, _words in part) for part in parts}) == 1
    assert len({part[1] for part in parts}) == len(LANGUAGES)


@pytest.mark.parametrize("path", TITLES)
def test_statement_in_a_language_without_one_is_the_finnish_one_and_says_so(client, arabic, path):
    root = parse(client.get(f"/ar{path}"))
    prose = main(root).find(".//*[@class='prose section--tight']")
    finnish = main(parse(client.get(path))).find(".//*[@class='prose section--tight']")

    assert (root.get("lang"), prose.get("lang"), prose.get("dir")) == ("ar", "fi", "ltr")
    assert words(prose) == words(finnish)
    assert main(root).find(".//*[@class='notice notice--line']") is not None
    assert finnish.get("lang") is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_leads_to_both_from_its_foot(client, language):
    for path in ("/", "/palvelut/", "/apua/", "/ei-ole/", ACCESSIBILITY):
        footer = parse(client.get(in_language(path, language))).find(".//footer")
        about = footer.find(".//nav[@aria-labelledby='footer-about']")
        assert [a.get("href") for a in about.iter("a")] == [in_language(p, language) for p in TITLES], path


# --- What the law asks of the accessibility statement ------------------------------------------------
# How far it meets them, that no screen-reader user has tried it, who assessed, how soon one is answered.
DUTIES = {
    "fi": (
        "pääosin",
        "Ruudunlukijan käyttäjät eivät ole vielä kokeilleet sivustoa",
        "arvioivat sivuston itse",
        "14 päivän",
    ),
    "fi-selko": (
        "pääosin",
        "Ruudunlukijan käyttäjät eivät ole vielä kokeilleet sivustoa",
        "Testasimme sivuston itse",
        "14 päivässä",
    ),
    "sv": (
        "till största delen",
        "använder skärmläsare har ännu inte prövat webbplatsen",
        "bedömt den själva",
        "14 dagar",
    ),
    "en": (
        "mostly",
        "use screen readers have not tried the site yet",
        "assessed it themselves",
        "14 days",
    ),
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("contact", ["", "posti@example.org"])
def test_accessibility_statement_has_what_the_law_asks(client, language, contact):
    make.make_installation(contact_email=contact, **SUPERVISOR)

    shown = text(client, ACCESSIBILITY, language)

    assert [duty for duty in DUTIES[language] if duty not in shown] == []
    assert "306/2019" in shown
    assert dates.short_date(statements.WRITTEN_ON) in shown
    assert dates.short_date(statements.CHECKED_ON) in shown
    assert f"{SUPERVISOR['supervisor_name']}." in shown


@pytest.mark.parametrize("language", LANGUAGES)
def test_feedback_and_supervisor_are_one_tap_away(client, language):
    make.make_installation(contact_email="posti@example.org", **SUPERVISOR)

    assert links(client, ACCESSIBILITY, language) == [
        "mailto:posti@example.org",
        SUPERVISOR["supervisor_url"],
    ]
    assert "mailto:posti@example.org" in links(client, PRIVACY, language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_installation_has_not_told_is_said_to_be_missing(client, language):
    make.make_installation()

    assert links(client, ACCESSIBILITY, language) == [in_language("/apua/", language)]
    assert "mailto:" not in "".join(links(client, PRIVACY, language))
    Installation.objects.update(supervisor_name="Esimerkkivalvoja")
    assert "Esimerkkivalvoja." in text(client, ACCESSIBILITY, language)
    assert links(client, ACCESSIBILITY, language) == [in_language("/apua/", language)]


# --- Nothing that is not true ------------------------------------------------------------------------
def test_accessibility_statement_tells_of_the_widths_and_faults_that_the_tests_know(client):
    """Change the statement, in every language, when this fails."""
    assert f"({PHONE} ja {DESKTOP} kuvapistettä)" in text(client, ACCESSIBILITY)
    assert set(AXE_EXCEPTIONS) == {"empty-table-header", "region"}
    assert "kaksi pientä puutetta" in text(client, ACCESSIBILITY)


def cookies_that_are_set(client) -> set[str]:
    """Names of the cookies that reading, choosing home, signing in and editing leave on a device."""
    make.make_municipality(slug="kittila")
    make.make_place(locality="Sirkka", street="Kirkkotie 1")
    member = make.make_member(email="kaisa@example.org", is_superuser=True)
    theme = make.make_theme(name="Uni")
    names: set[str] = set()

    def seen(response):
        names.update(response.cookies)
        return response

    seen(client.get("/oma-kunta/"))
    seen(client.post("/oma-kunta/", {"home": "kittila/sirkka", "next": "/"}))
    seen(client.get("/kirjaudu/"))
    seen(client.post("/kirjaudu/", {"login": member.email, "password": "salasana-esimerkki"}))
    seen(client.post("/admin/services/theme/", {"action": "delete_selected", "_selected_action": theme.pk}))
    seen(client.post("/kirjaudu/logout/"))
    return names


@pytest.mark.parametrize("language", LANGUAGES)
def test_privacy_page_names_every_cookie_and_no_other(client, settings, language):
    told = {words(code) for code in parse(client.get(in_language(PRIVACY, language))).iter("code")}

    assert cookies_that_are_set(client) == told


def test_privacy_page_tells_how_long_the_choice_and_the_session_last(client, settings):
    days = 24 * 3600
    assert 365 * days == COOKIE_SECONDS
    assert 14 * days == settings.SESSION_COOKIE_AGE
    assert abs(settings.CSRF_COOKIE_AGE - 365 * days) < 7 * days
    assert re.search(r"säilyvät vuoden.*vanhenee noin vuodessa.*kahdessa viikossa", text(client, PRIVACY))


# --- As every public page ------------------------------------------------------------------------------
@pytest.mark.parametrize("path", TITLES)
def test_unknown_parameter_is_named_and_the_page_is_not_kept(client, path):
    root = parse(client.get(f"{path}?kunta=kittila&outo=1"))

    named = words(main(root).find(".//*[@class='notice notice--warning']"))
    assert named.endswith(" kunta, outo.")
    assert meta(root, "robots") == "noindex"
    assert canonical(root) == f"http://testserver{path}"
    assert len(caching.pages) == 0


@pytest.mark.parametrize("path", TITLES)
def test_statement_is_found_by_search_engines_and_kept(client, path):
    root = parse(client.get(path))

    assert meta(root, "robots") is None
    assert len(caching.pages) == 1


@pytest.mark.parametrize("path", TITLES)
def test_statement_costs_the_revision_alone(client, django_assert_num_queries, path):
    client.get("/apua/")  # reads the installation

    with django_assert_num_queries(1):
        client.get(path)
