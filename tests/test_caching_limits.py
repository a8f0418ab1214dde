"""What the page cache never keeps, and until when it keeps the rest."""

from __future__ import annotations

import datetime as dt

import pytest
from django.utils import timezone

from perhekeskus import caching
from perhekeskus.caching import PageState
from tests import factories as make

pytestmark = pytest.mark.django_db

PUBLIC = ["/", "/apua/", "/palvelut/", "/palvelut/kerho/", "/sv/palvelut/kerho/", "/palvelut/?maksuton=1"]


def utc(*parts: int) -> dt.datetime:
    return dt.datetime(*parts, tzinfo=dt.UTC)


@pytest.fixture(autouse=True)
def kerho():
    return make.make_service(name="Kerho", slug="kerho")


@pytest.fixture
def clock(monkeypatch):
    """Sets what time it is."""

    def set_to(moment: dt.datetime) -> None:
        monkeypatch.setattr(timezone, "now", lambda: moment)

    return set_to


def make_sensitive():
    theme = make.make_theme(name="Väkivalta", neutral_name_fi="Tukea", slug="tukea", is_sensitive=True)
    return make.make_service(
        name="Väkivaltatyö", neutral_name_fi="Turvallinen arki", slug="turvallinen-arki", themes=[theme]
    )


# --- A page depends on its address alone ---------------------------------------------------------
@pytest.mark.parametrize("address", PUBLIC)
def test_public_page_sets_and_reads_no_cookie(client, address):
    response = client.get(address)

    assert response.headers["Cache-Control"] == "max-age=0, must-revalidate"
    assert response.headers["Vary"] == "Accept-Encoding, X-Requested-With"
    assert not response.cookies
    assert "csrfmiddlewaretoken" not in response.content.decode()
    assert "nonce" not in response.headers["Content-Security-Policy"]


def test_other_cookies_change_nothing(client):
    page = client.get("/palvelut/kerho/")
    client.cookies["kunta"] = "kittila"
    client.cookies["messages"] = "hei"

    assert client.get("/palvelut/kerho/").content == page.content
    assert len(caching.pages) == 1


def test_shared_cache_is_told_its_time_only_where_there_is_one(client, settings):
    settings.SHARED_CACHE_SECONDS = 10

    response = client.get("/palvelut/")

    assert response.headers["Cache-Control"] == "public, s-maxage=10, max-age=0, must-revalidate"


# --- Until when ------------------------------------------------------------------------------------
MIDNIGHTS = {
    "winter": (utc(2026, 11, 21, 12), utc(2026, 11, 21, 22)),
    "summer": (utc(2026, 6, 30, 12), utc(2026, 6, 30, 21)),
    "the day of 23 hours": (utc(2026, 3, 28, 22, 30), utc(2026, 3, 29, 21)),
    "the day of 25 hours": (utc(2026, 10, 24, 21, 30), utc(2026, 10, 25, 22)),
}


@pytest.mark.parametrize(("noon", "midnight"), MIDNIGHTS.values(), ids=MIDNIGHTS)
def test_page_is_kept_until_local_midnight(
    client, clock, django_assert_num_queries, django_assert_max_num_queries, noon, midnight
):
    clock(noon)
    client.get("/palvelut/kerho/")

    clock(midnight - dt.timedelta(seconds=1))
    with django_assert_num_queries(1):  # the revision
        client.get("/palvelut/kerho/")
    clock(midnight)
    with django_assert_max_num_queries(20) as captured:
        client.get("/palvelut/kerho/")
    assert len(captured) > 1
    with django_assert_num_queries(1):  # kept again, for the new day
        client.get("/palvelut/kerho/")


def test_page_kept_over_midnight_shows_the_new_days_hours(client, clock):
    place = make.make_place()
    place.hours.create(weekday=1, opens_time=dt.time(9), closes_time=dt.time(15))
    make.make_service(slug="auki", places=[place])
    sunday, monday = utc(2026, 11, 22, 21, 59), utc(2026, 11, 22, 22, 0)

    clock(sunday)
    assert 'data-day="2026-11-22"' in client.get("/palvelut/auki/").content.decode()
    clock(monday)
    page = client.get("/palvelut/auki/").content.decode()

    assert 'data-day="2026-11-23"' in page
    assert "9.00–15.00 <span" in page


def test_page_true_for_a_while_is_kept_for_that_while(client, clock, rf):
    clock(utc(2026, 11, 21, 12))
    request = rf.get("/")
    request.page = PageState(revision=1)

    caching.valid_until(request, utc(2026, 11, 21, 14))
    caching.valid_until(request, utc(2026, 11, 21, 16))

    assert request.page.valid_until == utc(2026, 11, 21, 14)


def test_page_is_true_at_latest_until_midnight(clock, rf):
    clock(utc(2026, 11, 21, 12))
    request = rf.get("/")
    request.page = PageState(revision=1)

    caching.valid_until(request, utc(2026, 11, 25))

    assert request.page.valid_until == utc(2026, 11, 21, 22)


# --- Marks and unknown parameters ------------------------------------------------------------------
@pytest.mark.parametrize(
    "mark", ["utm_source=x", "fbclid=1", "gclid=2", "utm_campaign=%C3%A4&gclid=1", "fbclid"]
)
@pytest.mark.parametrize("address", ["/", "/apua/", "/palvelut/", "/palvelut/kerho/"])
def test_marks_of_other_sites_do_not_make_a_page_of_their_own(
    client, django_assert_num_queries, address, mark
):
    first = client.get(f"{address}?{mark}")

    with django_assert_num_queries(1):  # the revision
        second = client.get(address)

    assert first.content == second.content
    assert len(caching.pages) == 1


def test_marks_beside_a_filter_leave_the_filter(client):
    make.make_service(name="Vauvakahvila", slug="vauvakahvila", max_months=12)
    marked = client.get("/palvelut/?ika=3v&utm_source=x&fbclid=1")

    assert marked.content == client.get("/palvelut/?ika=3v").content
    assert "Vauvakahvila" not in marked.content.decode()
    assert len(caching.pages) == 1


@pytest.mark.parametrize(
    "address",
    [
        "/?outo=1",
        "/apua/?outo=1",
        "/palvelut/?outo=1",
        "/palvelut/kerho/?outo=1",
        "/palvelut/?teema=outo",
        "/palvelut/?ika=outo",
        "/palvelut/?kunta=outo&maksuton=1",
        "/?kunta=outo",
    ],
)
def test_page_of_an_unknown_parameter_or_value_is_not_kept(client, address):
    response = client.get(address)

    assert len(caching.pages) == 0
    assert response.headers["Cache-Control"] == "max-age=0, must-revalidate"


@pytest.mark.parametrize(
    "address", ["/ei-ole/", "/palvelut/ei-ole/", "/palvelut/?sivu=2", "/palvelut/lopetettu/"]
)
def test_page_that_is_not_there_is_not_kept(client, address):
    make.make_service(name="Lopetettu", slug="lopetettu", state="archived")

    response = client.get(address)

    assert response.status_code in (404, 410)
    assert len(caching.pages) == 0
    assert "ETag" not in response.headers


# --- Members -------------------------------------------------------------------------------------------
@pytest.mark.parametrize("address", PUBLIC)
def test_page_of_a_session_is_private_and_not_kept(client, address):
    client.force_login(make.make_member())

    response = client.get(address)

    assert response.headers["Cache-Control"] == "private, no-store"
    assert "ETag" not in response.headers
    assert len(caching.pages) == 0


def test_page_of_a_member_is_never_answered_to_the_public(client):
    make.make_service(name="Jäsenten palvelu", slug="jasenten", visibility="members")
    client.force_login(make.make_member(name="Maija Meikäläinen"))
    assert "Maija Meikäläinen" in client.get("/palvelut/kerho/").content.decode()
    assert client.get("/palvelut/jasenten/").status_code == 200
    client.logout()

    assert "Maija Meikäläinen" not in client.get("/palvelut/kerho/").content.decode()
    assert client.get("/palvelut/jasenten/").status_code == 404


def test_session_cookie_is_enough_even_when_it_is_nobodys(client, settings):
    client.get("/palvelut/")
    client.cookies[settings.SESSION_COOKIE_NAME] = "vanhentunut"

    response = client.get("/palvelut/", headers={"If-None-Match": "*"})

    assert response.status_code == 200
    assert response.headers["Cache-Control"] == "private, no-store"


# --- Pages that leave no trace ----------------------------------------------------------------------------
@pytest.mark.parametrize("signed_in", [False, True])
@pytest.mark.parametrize(
    "address", ["/palvelut/turvallinen-arki/", "/palvelut/?teema=tukea", "/sv/palvelut/?teema=tukea"]
)
def test_sensitive_page_leaves_no_trace(client, address, signed_in):
    make_sensitive()
    if signed_in:
        client.force_login(make.make_member())

    response = client.get(address)

    assert response.status_code == 200
    assert response.headers["Cache-Control"] == "no-store"
    assert response.headers["Referrer-Policy"] == "no-referrer"
    assert "ETag" not in response.headers
    assert not response.cookies
    assert len(caching.pages) == 0
    assert client.get(address, headers={"If-None-Match": "*"}).status_code == 200


def test_page_that_becomes_sensitive_is_kept_no_more(client):
    service = make_sensitive()
    theme = service.themes.get()
    service.themes.clear()
    client.get("/palvelut/turvallinen-arki/")
    assert len(caching.pages) == 1

    service.themes.add(theme)

    assert client.get("/palvelut/turvallinen-arki/").headers["Cache-Control"] == "no-store"
    assert len(caching.pages) == 1
