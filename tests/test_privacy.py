"""What a public page must not do: follow the reader, tell others, let others in, write."""

from __future__ import annotations

import datetime as dt
import re
from urllib.parse import urlsplit

import pytest
from django.db import connection
from django.test import Client

from meetingplaces.models import Activity
from perhekeskus import caching, kept
from search import rebuilding
from services.models import Channel, RouteStep
from tests import factories as make
from tests.pages import PAGES, make_content
from tests.reading import LANGUAGES, in_language, meta, parse

pytestmark = pytest.mark.django_db

# Pages with a form of ours: they have the form's token and its cookie, and are kept by nobody.
FORMS = ("own municipality", "signing in")
COOKIELESS = tuple(page for page in PAGES if page.name not in FORMS)
PLAIN_ADDRESSES = ("/healthz", "/readyz", "/robots.txt", "/.well-known/security.txt")

POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "manifest-src": "'self'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
    "base-uri": "'none'",
}


def walk(client, pages=PAGES) -> dict[str, object]:
    """Every page in two languages, by name and language."""
    make_content()
    return {
        f"{page.name} ({language})": client.get(page.address(language))
        for page in pages
        for language in ("fi", "sv")
    }


# --- Cookies ---------------------------------------------------------------------------------------
def test_public_pages_set_no_cookie_and_do_not_vary_by_one(client):
    answers = walk(client, COOKIELESS)

    assert {name: dict(r.cookies) for name, r in answers.items() if r.cookies} == {}
    assert [name for name, r in answers.items() if "Set-Cookie" in r.headers] == []
    assert [name for name, r in answers.items() if "cookie" in r.headers.get("Vary", "").lower()] == []


def test_public_pages_carry_nothing_of_one_reader(client):
    # The privacy page tells of the cookies by their names.
    answers = walk(client, [page for page in COOKIELESS if page.name != "privacy"])

    marks = ("csrfmiddlewaretoken", "nonce", "sessionid")
    assert [name for name, r in answers.items() if any(mark in r.content.decode() for mark in marks)] == []


def test_public_page_is_the_same_for_every_anonymous_reader(client):
    make_content(more_services=0)
    other = Client(
        headers={"User-Agent": "Other", "Accept-Language": "ru", "Referer": "https://example.org/"}
    )
    other.cookies["tracker"] = "1"

    for page in COOKIELESS:
        first = client.get(page.path)
        caching.pages.clear()
        assert other.get(page.path).content == first.content, page.name


@pytest.mark.parametrize("path", PLAIN_ADDRESSES)
def test_plain_addresses_set_no_cookie(client, path):
    make.make_installation(contact_email="posti@example.org")
    rebuilding.rebuild()

    response = client.get(path)

    assert (response.status_code, dict(response.cookies)) == (200, {})
    assert response.headers["Content-Type"].startswith("text/plain")


# --- Other hosts -----------------------------------------------------------------------------------
def test_pages_ask_nothing_of_another_host(client):
    """A link that a reader chooses to follow may lead away; nothing is fetched or sent elsewhere."""
    fetched = {}
    for name, response in walk(client).items():
        root = parse(response)
        found = [e.get(a) for e in root.iter() for a in ("src", "srcset", "poster", "action", "data", "ping")]
        found += [e.get("href") for e in root.iter() if e.tag in ("link", "use", "image", "base")]
        hosts = {urlsplit(address).netloc for address in found if address}
        fetched[name] = hosts - {"", "testserver"}

    assert {name: hosts for name, hosts in fetched.items() if hosts} == {}


def test_links_to_other_hosts_are_those_that_the_content_gives(client):
    answers = walk(client)
    given = set(Channel.objects.filter(value__startswith="https://").values_list("value", flat=True))
    given.update(RouteStep.objects.filter(kind="link").values_list("url", flat=True))
    given.update(Activity.objects.exclude(registration_url="").values_list("registration_url", flat=True))
    given.add("https://www.ilmatieteenlaitos.fi/")  # the quick exit
    given.add("https://tietosuoja.fi")  # the Data Protection Ombudsman, on the privacy page

    links = {a.get("href") for response in answers.values() for a in parse(response).iter("a")}
    links = {link for link in links if not link.startswith("webcal://testserver/")}  # our own feeds

    assert {link for link in links if urlsplit(link).netloc} - given == set()


def test_stylesheets_and_scripts_ask_nothing_of_another_host(settings):
    for path in (settings.BASE_DIR / "static").rglob("*"):
        if path.suffix in (".css", ".js", ".svg") and "vendor" not in path.parts:
            text = path.read_text(encoding="utf-8").replace("http://www.w3.org/", "")
            assert re.findall(r"(?:https?:)?//[a-z0-9-]+\.[a-z]", text.partition("@import")[2] or "") == []
            assert re.findall(r"""(?:url\(|src=|href=|import |fetch\()["']?https?:""", text) == [], path


def test_pages_have_no_script_or_style_of_their_own(client):
    """The content policy would refuse them."""
    inline = {}
    for name, response in walk(client).items():
        root = parse(response)
        scripts = [
            e for e in root.iter("script") if not e.get("src") and e.get("type") != "application/ld+json"
        ]
        handlers = [a for e in root.iter() for a in e.attrib if a.startswith("on") or a == "style"]
        inline[name] = scripts + list(root.iter("style")) + handlers

    assert {name: found for name, found in inline.items() if found} == {}


# --- Headers -----------------------------------------------------------------------------------------
def policy(response) -> dict[str, str]:
    parts = response.headers.get("Content-Security-Policy", "").split(";")
    return dict(part.strip().partition(" ")[::2] for part in parts)


def test_every_page_has_the_strict_content_policy(client):
    answers = walk(client)

    assert {name: policy(r) for name, r in answers.items() if policy(r) != POLICY} == {}


def test_every_page_forbids_framing_and_guessing_of_types(client):
    answers = walk(client)

    headers = ("X-Frame-Options", "X-Content-Type-Options", "Cross-Origin-Opener-Policy")
    assert {tuple(r.headers.get(h) for h in headers) for r in answers.values()} == {
        ("DENY", "nosniff", "same-origin")
    }


def test_other_sites_hear_the_origin_at_most_and_of_sensitive_pages_nothing(client):
    answers = walk(client)
    sensitive = {f"{page.name} ({lang})" for page in PAGES if page.is_sensitive for lang in ("fi", "sv")}

    told = {name: r.headers["Referrer-Policy"] for name, r in answers.items() if name not in FORMS}
    everyday = {"strict-origin-when-cross-origin", "same-origin"}
    assert {name for name, value in told.items() if value == "no-referrer"} == sensitive
    assert {value for name, value in told.items() if name not in sensitive} <= everyday


def test_kept_page_has_the_same_guards(client):
    make.make_service()
    guards = ("Content-Security-Policy", "X-Frame-Options", "X-Content-Type-Options", "Referrer-Policy")
    fresh, kept = client.get("/palvelut/"), client.get("/palvelut/")

    assert [kept.headers[guard] for guard in guards] == [fresh.headers[guard] for guard in guards]
    assert kept.headers["Cache-Control"] == "max-age=0, must-revalidate"


# --- Search engines ------------------------------------------------------------------------------------
def robots(client) -> dict[str, str | None]:
    return {
        f"{path} {language}": meta(parse(client.get(in_language(path, language))), "robots")
        for path in ("/", "/palvelut/", "/palvelut/neuvola/", "/apua/")
        for language in LANGUAGES
    }


def demo_line(client, path: str = "/"):
    return parse(client.get(path)).find(".//*[@class='demo-line']")


@pytest.mark.parametrize(
    "make_demo", [make.make_service, make.make_helpline, make.make_theme, make.make_place]
)
def test_search_engines_stay_out_while_any_demo_content_is_published(client, make_demo):
    make.make_service(name="Neuvola")
    demo = make_demo(name="Esimerkki", source="demo", source_id="1")

    assert set(robots(client).values()) == {"noindex"}
    assert demo_line(client) is not None
    assert "Demo content" in client.get("/robots.txt").content.decode()

    demo.state = "archived"
    demo.save()

    assert set(robots(client).values()) == {None}
    assert demo_line(client) is None
    assert "Demo content" not in client.get("/robots.txt").content.decode()


def test_demo_draft_keeps_nobody_out(client):
    make.make_service(name="Neuvola")
    make.make_service(source="demo", source_id="1", state="draft")

    assert set(robots(client).values()) == {None}


def test_robots_keep_to_the_public_rooms(client):
    text = client.get("/robots.txt").content.decode()

    assert text.splitlines() == [
        "User-agent: *",
        "Disallow: /admin/",
        "Disallow: /kirjaudu/",
        "Disallow: /peru/",
        "Disallow: /haku/",
        "Disallow: /fi-selko/haku/",
        "Disallow: /sv/haku/",
        "Disallow: /en/haku/",
        "",
        "Sitemap: http://testserver/sitemap.xml",
    ]


def test_security_txt_names_whom_to_tell(client, monkeypatch):
    make.make_installation(contact_email="posti@example.org")
    midnight = dt.datetime(2028, 2, 29, tzinfo=dt.UTC)
    monkeypatch.setattr(caching, "next_midnight", lambda: midnight)

    lines = client.get("/.well-known/security.txt").content.decode().splitlines()

    fields = dict(line.split(": ", 1) for line in lines)
    assert fields["Contact"] == "mailto:posti@example.org"
    assert fields["Preferred-Languages"] == "fi, sv, en"
    assert dt.datetime.fromisoformat(fields["Expires"]) - midnight == dt.timedelta(days=364)


def test_security_txt_is_not_there_before_the_installation_has_said_whom(client):
    assert client.get("/.well-known/security.txt").status_code == 404


# --- Reading only ------------------------------------------------------------------------------------
WRITES = re.compile(
    r"\s*(INSERT|UPDATE|DELETE|REPLACE|CREATE|ALTER|DROP|TRUNCATE|MERGE|LOCK)\b|.*FOR UPDATE", re.I
)


def refuse_writes(execute, sql, params, many, context):
    if WRITES.match(sql):
        raise AssertionError(f"A public page wrote: {sql[:200]}")
    return execute(sql, params, many, context)


def test_anonymous_reading_never_writes(client):
    make_content()
    for store in (caching.pages, caching.parts):
        store.clear()
    kept.forget()

    with connection.execute_wrapper(refuse_writes):
        for language in LANGUAGES:
            for page in PAGES:
                assert client.get(page.address(language)).status_code == page.status
        for path in PLAIN_ADDRESSES:
            assert client.get(path).status_code == 200


def test_the_guard_against_writes_sees_one():
    with connection.execute_wrapper(refuse_writes), pytest.raises(AssertionError, match="wrote: INSERT"):
        make.make_theme()
