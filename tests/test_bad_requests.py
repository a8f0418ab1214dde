"""Odd headers, hosts of others, and anything at all: the portal answers as if nothing were the matter."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests import factories as make
from tests.reading import LANGUAGES, card_names, in_language, parse, raw

pytestmark = pytest.mark.django_db


# --- Headers -----------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("header", "value"),
    [
        ("HTTP_ACCEPT_LANGUAGE", "\xff\xfe;q=x"),
        ("HTTP_ACCEPT_LANGUAGE", "a" * 10_000),
        ("HTTP_ACCEPT", "\x00"),
        ("HTTP_ACCEPT_ENCODING", "gzip;q=banana, \xff"),
        ("CONTENT_TYPE", "text/html; charset=nonsense"),
        ("CONTENT_TYPE", "multipart/form-data"),
        ("CONTENT_LENGTH", "-1"),
        ("CONTENT_LENGTH", "abc"),
        ("HTTP_IF_NONE_MATCH", "\xff"),
        ("HTTP_IF_NONE_MATCH", '"' * 5000),
        ("HTTP_IF_NONE_MATCH", 'W/"nothing", "of", ours'),
        ("HTTP_IF_MODIFIED_SINCE", "yesterday"),
        ("HTTP_RANGE", "bytes=0-0"),
        ("HTTP_X_REQUESTED_WITH", "\xff" * 1000),
        ("HTTP_X_FORWARDED_HOST", "evil.example"),
        ("HTTP_X_FORWARDED_PROTO", "https"),
        ("HTTP_REFERER", "\x00javascript:"),
        ("HTTP_USER_AGENT", ""),
        ("HTTP_X_HTTP_METHOD_OVERRIDE", "DELETE"),
    ],
)
def test_odd_headers_change_nothing(client, header, value):
    for path in ("/", "/palvelut/", "/apua/"):
        response = client.generic("GET", path, **{header: value})
        assert (response.status_code, b"evil.example" in response.content) == (200, False), path


@pytest.mark.logs_errors
@pytest.mark.parametrize(
    "host", ["evil.example", "[bad", "testserver:x", "a b", "\xff", "test_server/x", "-", "evil.example:80"]
)
def test_host_that_is_not_ours_cannot_be_read(client, host):
    for language in LANGUAGES:
        response = client.get(in_language("/palvelut/", language), HTTP_HOST=host)
        assert (response.status_code, "evil" in response.content.decode()) == (400, False)


@pytest.mark.logs_errors
def test_page_of_a_strange_host_is_not_kept_for_ours(client):
    client.get("/", HTTP_HOST="evil.example")

    assert "evil.example" not in client.get("/").content.decode()


def test_browser_that_has_the_page_gets_it_only_once(client):
    make.make_service()
    page = client.get("/palvelut/")

    for known in (page.headers["ETag"], f'"x", {page.headers["ETag"]}', "*"):
        response = client.get("/palvelut/", headers={"If-None-Match": known})
        assert (response.status_code, response.content) == (304, b"")


# --- Anything at all -----------------------------------------------------------------------------------
NAMES = st.sampled_from(["ika", "kunta", "alue", "teema", "toimija", "maksuton", "varustus", "utm_x", ""])
VALUES = st.one_of(
    st.sampled_from(["3v", "8kk", "vauvat", "kittila", "kaikki", "1", "0", "uni", "%00", "%ff"]),
    st.text(max_size=20),
)
QUERIES = st.lists(st.tuples(st.one_of(NAMES, st.text(max_size=8)), VALUES), max_size=8).map(
    lambda pairs: "&".join(f"{name}={value}" for name, value in pairs)
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(query=QUERIES, is_fragment=st.booleans())
def test_any_query_gives_the_list_or_an_error_page(client, query, is_fragment):
    headers = {"HTTP_X_REQUESTED_WITH": "fetch"} if is_fragment else {}
    quoted = query.encode("utf-8", "surrogatepass").decode("latin-1")

    response = raw(client, "/palvelut/", quoted, **headers)

    assert response.status_code in ((200, 404) if "sivu" in query else (200,))
    assert response.headers["Content-Type"] == "text/html; charset=utf-8"
    if not is_fragment:
        assert card_names(parse(response)) == []


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(path=st.text(max_size=30))
def test_any_path_gives_a_page_a_redirect_or_not_found(client, path):
    raw_path = "/" + path.encode("utf-8", "surrogatepass").decode("latin-1")

    response = raw(client, raw_path)

    assert response.status_code in (200, 301, 302, 404)
    assert not re.match(r"//|/\\", response.headers.get("Location", "/"))
