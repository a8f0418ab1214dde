"""Whatever is sent to a public address gets the answer that the design names, and never a fault of ours."""

from __future__ import annotations

import re

import pytest
from django.utils.translation import gettext

from perhekeskus import caching
from tests import factories as make
from tests.pages import PAGES, make_content
from tests.reading import LANGUAGES, in_language, parse, raw, words

pytestmark = pytest.mark.django_db

# Every public address, without what a query can change of it.
ADDRESSES = tuple(
    dict.fromkeys(page.path.partition("?")[0] for page in PAGES if page.has_languages and page.status == 200)
)
READ_ONLY = tuple(path for path in ADDRESSES if path != "/oma-kunta/")
OUTSIDE_LANGUAGES = ("/healthz", "/readyz", "/robots.txt", "/.well-known/security.txt", "/selko/", "/fi/")
CANNOT_BE_READ = "This address cannot be read"


def is_house_page(response, msgid: str) -> bool:
    return words(parse(response).find(".//h1")) == gettext(msgid)


# --- Methods -----------------------------------------------------------------------------------------
def test_public_pages_only_read(client):
    make_content(more_services=0)
    methods = ("POST", "PUT", "DELETE", "PATCH", "TRACE", "FOO", "OPTIONS")

    answers = {(m, path): client.generic(m, path) for m in methods for path in READ_ONLY + OUTSIDE_LANGUAGES}

    assert {key: response.status_code for key, response in answers.items()} == dict.fromkeys(answers, 405)
    assert {response.headers["Allow"] for response in answers.values()} == {"GET, HEAD"}


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "TRACE", "FOO"])
def test_form_takes_reading_and_sending_alone(client, method):
    response = client.generic(method, "/oma-kunta/")

    assert (response.status_code, response.headers["Allow"]) == (405, "GET, HEAD, POST")


def test_head_is_get_without_the_body(client):
    make_content(more_services=0)

    for path in ADDRESSES:
        page, head = client.get(path), client.head(path)
        assert (head.status_code, head.content) == (200, b""), path
        assert head.headers["Content-Type"] == page.headers["Content-Type"]


@pytest.mark.parametrize("path", ["/ei-ole/", "/palvelut/ei-ole/", "/sv/ei/"])
def test_sending_to_a_page_that_is_not_there_is_refused(client, path):
    assert client.post(path).status_code in (404, 405)


# --- Bytes that are no text ----------------------------------------------------------------------------
@pytest.mark.parametrize(
    "path", ["/palvelut/\x00/", "/\x00", "/palvelut/a\x00b/", "/sv/\x00/", "/fi/\x00", "/apua/\x00"]
)
def test_nul_in_the_path_is_not_found(client, path):
    response = raw(client, path)

    assert response.status_code in (301, 404)
    if response.status_code == 301:
        assert "%00" in response.headers["Location"]


@pytest.mark.parametrize("path", ["/palvelut/\xff\xfe/", "/\xff", "/sv/\xff\xfe/", "/fi/\xff", "/\xc3/"])
def test_broken_utf8_in_the_path_is_answered(client, path):
    response = raw(client, path)

    assert response.status_code in (301, 404)


@pytest.mark.parametrize(
    "query",
    [
        "teema=%00",
        "ika=%00",
        "%00=%00",
        "kunta=a%00b",
        "ika=%ff%fe",
        "%ff%fe=1",
        "toimija=%c3",
        "alue=%F0%9F%92",
    ],
)
def test_bytes_that_are_no_text_in_the_query_are_named_as_unknown(client, query):
    make.make_service(name="Neuvola")

    response = raw(client, "/palvelut/", query)
    root = parse(response)

    assert response.status_code == 200
    assert len(root.findall(".//*[@class='notice notice--warning']")) == 1
    assert len(caching.pages) == 0


def test_odd_queries_do_no_harm_to_any_page(client):
    make_content(more_services=0)
    queries = ("a=%00", "%ff%fe=%ff", "=", "&&&", "?", "%", "%%%", "a[]=1&a[0]=2", ";", "\xff\xfe")

    for path in READ_ONLY:
        for query in queries:
            response = raw(client, path, query)
            assert (response.status_code, words(parse(response).find(".//h1")) != "") == (200, True), path


BROKEN_COOKIES = (
    "kunta=\xff\xfe",
    "kunta=%ff%fe",
    "kunta=\x00",
    "=",
    ";;;",
    "kunta",
    "sessionid=\xff",
    "a" * 9000,
)


@pytest.mark.parametrize("cookie", BROKEN_COOKIES)
def test_broken_cookies_are_passed_over(client, cookie):
    make.make_municipality(slug="kittila")

    for path in ("/", "/palvelut/", "/oma-kunta/", "/apua/"):
        assert client.generic("GET", path, HTTP_COOKIE=cookie).status_code == 200, path


# --- Too long and too many ---------------------------------------------------------------------------
@pytest.mark.parametrize("name", ["ika", "kunta", "alue", "teema", "toimija", "maksuton", "outo"])
def test_very_long_values_are_cut_short_in_the_message(client, name):
    response = client.get("/palvelut/", {name: "x" * 10_000})

    assert response.status_code == 200
    assert "x" * 41 not in response.content.decode()


@pytest.mark.logs_errors
@pytest.mark.parametrize("path", ["/palvelut/", "/", "/apua/", "/oma-kunta/", "/palvelut/neuvola/"])
@pytest.mark.parametrize("query", ["&".join(f"a{n}=1" for n in range(2000)), "&".join(["ika=3v"] * 2000)])
def test_two_thousand_parameters_cannot_be_read(client, path, query):
    make.make_service(name="Neuvola")

    response = client.get(f"{path}?{query}")

    assert (response.status_code, is_house_page(response, CANNOT_BE_READ)) == (400, True)


@pytest.mark.logs_errors
def test_two_thousand_tracking_marks_cannot_be_read_either(client):
    response = client.get("/palvelut/?" + "&".join(f"utm_{n}=1" for n in range(2000)))

    assert (response.status_code, is_house_page(response, CANNOT_BE_READ)) == (400, True)


def test_nine_hundred_known_values_are_each_heard_once(client):
    make.make_service(name="Neuvola", min_months=0, max_months=84)

    response = client.get("/palvelut/?" + "&".join(["ika=3v"] * 900))
    chips = parse(response).findall(".//*[@class='chips results-chips']/li")

    assert (response.status_code, len(chips)) == (200, 1)


# --- Addresses that are none ------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "path",
    [
        "/palvelut/ÄÄ/",
        "/palvelut/a b/",
        "/palvelut/../",
        "/palvelut/..%2f/",
        "/palvelut/%2e%2e/",
        "/palvelut/a/b/",
        "/palvelut//",
        "/palvelut/" + "a" * 10_000 + "/",
        "/palvelut/neuvola.ics",
        "/palvelut.ics",
        "/apua/x/",
        "/apua.ics",
        "/healthz/",
        "/readyz/",
        "/index.php",
        "/wp-login.php",
        "/.env",
        "/.git/config",
        "/palvelut/<script>/",
        "/palvelut/' OR 1=1/",
        "/PALVELUT/",
        "/sv/PALVELUT/",
        "/SV/palvelut/",
        "/ru/palvelut/",
        "/..",
    ],
)
def test_address_that_is_none_is_not_found(client, path):
    make.make_service(name="Neuvola")

    response = client.get(path)

    assert (response.status_code, parse(response).get("lang")) == (404, "sv" if path[:4] == "/sv/" else "fi")
    assert "<script>" not in response.content.decode().replace('<script src="', "")


@pytest.mark.parametrize("language", LANGUAGES)
def test_missing_slash_is_added_and_the_query_stays(client, language):
    for path in ("/palvelut", "/apua", "/oma-kunta", "/palvelut/neuvola"):
        response = client.get(in_language(f"{path}?ika=3v&a=%C3%A4", language))
        target = in_language(f"{path}/?ika=3v&a=%C3%A4", language)
        assert (response.status_code, response.headers["Location"]) == (301, target)


@pytest.mark.parametrize(
    "path", ["//evil.example", "//evil.example/%2e%2e", "///evil.example", "/\\evil.example"]
)
def test_slash_that_is_added_leads_to_no_other_host(client, path):
    response = raw(client, path)

    assert response.status_code in (301, 404)
    assert not re.match(r"//|/\\", response.headers.get("Location", "/"))
