"""The page cache: a page is made once for each content revision, and answered alike each time."""

from __future__ import annotations

import gzip
from contextlib import contextmanager

import pytest
from django.http import HttpRequest, HttpResponse

from perhekeskus import caching, kept
from perhekeskus.caching import BoundedStore, StoredPage
from services.models import Service
from tests import factories as make

pytestmark = pytest.mark.django_db

ADDRESSES = ["/", "/apua/", "/palvelut/", "/palvelut/kerho/", "/sv/palvelut/", "/palvelut/?ika=3v&ika=8kk"]


@pytest.fixture
def service() -> Service:
    return make.make_service(name="Kerho", slug="kerho")


@pytest.fixture
def rendered(monkeypatch) -> list[str]:
    """The templates rendered so far."""
    from django.template.base import Template

    names: list[str] = []
    original = Template.render

    def render(self, context):
        names.append(self.name)
        return original(self, context)

    monkeypatch.setattr(Template, "render", render)
    return names


# --- Hits ----------------------------------------------------------------------------------------
@pytest.mark.parametrize("address", ADDRESSES)
def test_page_is_made_once_and_then_costs_one_query(
    client, service, rendered, django_assert_num_queries, address
):
    first = client.get(address)
    assert rendered
    rendered.clear()

    with django_assert_num_queries(1):  # the revision
        second = client.get(address)

    assert rendered == []
    assert second.content == first.content
    assert second.headers == first.headers
    assert second.status_code == 200


def test_page_of_another_language_address_and_host_is_another(client, service):
    pages = [
        client.get("/palvelut/"),
        client.get("/sv/palvelut/"),
        client.get("/palvelut/?ika=3v"),
        client.get("/palvelut/", headers={"host": "localhost"}),
        client.get("/palvelut/", headers={"X-Requested-With": "fetch"}),
    ]

    assert len(caching.pages) == 5
    assert len({page.content for page in pages}) == 5


def test_fragment_is_never_answered_to_who_asked_for_the_page(client, service):
    # In-app browsers of Android name themselves in this header.
    fragment = client.get("/palvelut/", headers={"X-Requested-With": "fetch"})
    page = client.get("/palvelut/", headers={"X-Requested-With": "com.example.app"})

    assert "<html" not in fragment.content.decode()
    assert page.content == client.get("/palvelut/").content
    assert page.content != fragment.content


def test_page_is_made_again_after_an_edit(client, service, rendered):
    old = client.get("/palvelut/kerho/")
    service.summary_fi = "Uusi kuvaus."
    service.save()

    new = client.get("/palvelut/kerho/")

    assert "Uusi kuvaus." in new.content.decode()
    assert "Uusi kuvaus." not in old.content.decode()
    assert new.headers["ETag"] != old.headers["ETag"]


def test_page_is_made_again_after_an_edit_of_what_it_shows_of_another(client):
    actor = make.make_actor(name="Vanha nimi")
    make.make_service(name="Kerho", slug="kerho", actor=actor)
    client.get("/palvelut/")

    type(actor).objects.filter(pk=actor.pk).update(name_fi="Uusi nimi")

    assert "Uusi nimi" in client.get("/palvelut/").content.decode()
    assert "Vanha nimi" not in client.get("/palvelut/").content.decode()


# --- What a browser has already ------------------------------------------------------------------
@pytest.mark.parametrize("stored", [True, False])
@pytest.mark.parametrize("known", ["{etag}", '"other", {etag}', "*"])
def test_browser_that_has_the_page_gets_304(client, service, stored, known):
    etag = client.get("/palvelut/").headers["ETag"]
    if not stored:
        caching.pages.clear()

    response = client.get("/palvelut/", headers={"If-None-Match": known.format(etag=etag)})

    assert response.status_code == 304
    assert response.content == b""
    assert response.headers["ETag"] == etag
    assert response.headers["Cache-Control"] == "max-age=0, must-revalidate"
    assert "Content-Type" not in response.headers


@pytest.mark.parametrize("known", ['W/"other"', "", '"', "W/"])
def test_browser_that_has_another_page_gets_the_page(client, service, known):
    page = client.get("/palvelut/")

    response = client.get("/palvelut/", headers={"If-None-Match": known})

    assert (response.status_code, response.content) == (200, page.content)


def test_browser_gets_the_page_again_after_an_edit(client, service):
    etag = client.get("/palvelut/kerho/").headers["ETag"]
    Service.objects.update(summary_fi="Uusi kuvaus.")

    response = client.get("/palvelut/kerho/", headers={"If-None-Match": etag})

    assert response.status_code == 200
    assert "Uusi kuvaus." in response.content.decode()


# --- Forms of the same page ----------------------------------------------------------------------
@pytest.mark.parametrize("stored", [True, False])
def test_compressed_page_is_the_same_page(client, service, stored):
    plain = client.get("/palvelut/")
    if not stored:
        caching.pages.clear()

    packed = client.get("/palvelut/", headers={"Accept-Encoding": "br, gzip"})

    assert packed.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.content) == plain.content
    assert packed.headers["Content-Length"] == str(len(packed.content))
    assert packed.headers["ETag"] == plain.headers["ETag"]
    assert "Content-Encoding" not in plain.headers


@pytest.mark.parametrize("accepts", ["", "br", "gzip;q=0, br", "identity;q=1, gzip; q=0.0"])
def test_page_is_plain_for_who_takes_no_gzip(client, service, accepts):
    response = client.get("/palvelut/", headers={"Accept-Encoding": accepts})

    assert "Content-Encoding" not in response.headers
    assert response.content.startswith(b"<!doctype html>")


@pytest.mark.parametrize("stored", [True, False])
def test_head_has_the_headers_of_the_page_and_no_body(client, service, stored):
    page = client.get("/palvelut/")
    if not stored:
        caching.pages.clear()

    head = client.head("/palvelut/")

    assert head.content == b""
    assert head.headers == page.headers
    assert head.headers["Content-Length"] == str(len(page.content))
    assert client.get("/palvelut/").content == page.content


# --- Worker processes ----------------------------------------------------------------------------
class Worker:
    """What one worker process keeps; the tests swap it in for the length of a request."""

    def __init__(self):
        self.pages, self.parts = BoundedStore(1), BoundedStore(1)
        self.kept = {}

    @contextmanager
    def at_work(self, monkeypatch):
        with monkeypatch.context() as patch:
            patch.setattr(caching, "pages", self.pages)
            patch.setattr(caching, "parts", self.parts)
            patch.setattr(kept, "_kept", self.kept)
            yield


def test_every_worker_shows_a_change_at_its_next_request(client, service, monkeypatch):
    workers = [Worker(), Worker()]

    def titles() -> list[bool]:
        shown = []
        for worker in workers:
            with worker.at_work(monkeypatch):
                shown.append("Muutettu" in client.get("/palvelut/").content.decode())
        return shown

    assert titles() == [False, False]
    assert [len(worker.pages) for worker in workers] == [1, 1]
    with workers[0].at_work(monkeypatch):
        service.name_fi = "Muutettu"
        service.save()

    assert titles() == [True, True]


# --- The store -----------------------------------------------------------------------------------
def test_store_forgets_what_was_used_longest_ago():
    store = BoundedStore(0.0035)  # 3,500 bytes: room for three of these
    for key in "abc":
        store.put(key, "x" * 1000)
    store.get("a")
    store.put("d", "x" * 1000)

    assert [key for key in "abcd" if store.get(key)] == ["a", "c", "d"]


def test_store_leaves_out_what_is_larger_than_itself():
    store = BoundedStore(0.001)
    store.put("small", "x")
    store.put("large", "x" * 2000)

    assert (store.get("small"), store.get("large"), len(store)) == ("x", None, 1)


def test_store_weighs_a_page_by_both_its_bodies(client, service):
    request = HttpRequest()
    page = StoredPage.from_response(HttpResponse(b"x" * 9000), moment=None)

    assert page.size == 9000 + len(page.compressed) + 600
    assert gzip.decompress(page.compressed) == b"x" * 9000
    request.method = "GET"
    assert page.answer(request).content == b"x" * 9000


def test_pages_of_many_addresses_stay_within_the_store(client, service, monkeypatch):
    size = StoredPage.from_response(client.get("/palvelut/"), moment=None).size
    monkeypatch.setattr(caching, "pages", BoundedStore(2.5 * size / 1_000_000))

    for number in range(1, 8):
        client.get(f"/palvelut/?ika={number}v")

    assert len(caching.pages) == 2
