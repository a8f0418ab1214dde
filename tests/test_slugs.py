"""Addresses: made once from the Finnish name, never lost, never in a circle."""

from __future__ import annotations

import pytest

from perhekeskus.models import RESERVED_SLUGS, Redirect
from services.models import Service
from tests import factories as make

pytestmark = pytest.mark.django_db


def renamed(service: Service, *slugs: str) -> Service:
    for slug in slugs:
        service.slug = slug
        service.save()
    return service


def redirects() -> dict[str, str]:
    return dict(Redirect.objects.values_list("old_path", "new_path"))


# --- Making --------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Äitiys- ja lastenneuvola", "aitiys-ja-lastenneuvola"),
        ("Perhekahvila: Kittilä!", "perhekahvila-kittila"),
        ("Ålands barn", "alands-barn"),
        ("家族", "service"),
        ("!!!", "service"),
    ],
)
def test_slug_is_made_from_the_finnish_name(name, slug):
    assert make.make_service(name=name, name_sv="På svenska").slug == slug


def test_slug_stays_when_the_name_changes():
    service = make.make_service(name="Perhekahvila")

    service.name_fi = "Perhekahvila Karhunpesä"
    service.save()

    service.refresh_from_db()
    assert service.slug == "perhekahvila"
    assert redirects() == {}


def test_slug_of_the_same_name_gets_the_next_free_number():
    slugs = [make.make_service(name="Kerho").slug for _ in range(3)]

    assert slugs == ["kerho", "kerho-2", "kerho-3"]


def test_slug_of_a_draft_with_the_same_name_is_taken_too():
    make.make_service(name="Kerho", state="draft")

    assert make.make_service(name="Kerho").slug == "kerho-2"


def test_slug_is_counted_for_each_kind_apart():
    make.make_actor(name="Kerho")

    assert make.make_service(name="Kerho").slug == "kerho"


@pytest.mark.parametrize("word", sorted(RESERVED_SLUGS))
def test_slug_is_never_a_fixed_address(word):
    assert make.make_service(name=word).slug == f"{word}-2"
    assert make.make_service(name=word.upper()).slug == f"{word}-3"


def test_reserved_words_are_those_of_the_design():
    assert frozenset({"viikko", "kalenteri", "syote", "ehdotukset"}) == RESERVED_SLUGS


def test_slug_of_a_long_name_leaves_room_for_a_number():
    name = "Pitkä" * 24
    slugs = [make.make_service(name=name).slug for _ in range(2)]

    assert [len(slug) for slug in slugs] == [100, 102]


def test_slug_of_a_sensitive_service_is_made_from_its_neutral_name():
    service = make.make_service(name="Väkivaltatyö", neutral_name_fi="Tukea turvalliseen arkeen")

    assert service.slug == "tukea-turvalliseen-arkeen"


def test_slug_of_a_sensitive_theme_is_made_from_its_neutral_name():
    theme = make.make_theme(name="Väkivalta", neutral_name_fi="Turvallinen arki", is_sensitive=True)

    assert theme.slug == "turvallinen-arki"


# --- Moving --------------------------------------------------------------------------------------
@pytest.mark.parametrize("prefix", ["", "/fi-selko", "/sv", "/en"])
def test_old_address_leads_to_the_new_one_in_the_same_language_with_its_query(client, prefix):
    renamed(make.make_service(name="Vanha", slug="vanha"), "uusi")

    response = client.get(f"{prefix}/palvelut/vanha/?kunta=kittila&a=%C3%A4")

    assert response.status_code == 301
    assert response.headers["Location"] == f"{prefix}/palvelut/uusi/?kunta=kittila&a=%C3%A4"
    assert client.get(f"{prefix}/palvelut/uusi/").status_code == 200


def test_old_address_leads_on_after_two_moves_at_once(client):
    renamed(make.make_service(slug="eka"), "toka", "kolmas")

    assert redirects() == {"/palvelut/eka/": "/palvelut/kolmas/", "/palvelut/toka/": "/palvelut/kolmas/"}
    assert client.get("/palvelut/eka/").headers["Location"] == "/palvelut/kolmas/"


def test_moving_back_and_forth_makes_no_circle(client):
    renamed(make.make_service(slug="eka"), "toka", "eka")

    assert redirects() == {"/palvelut/toka/": "/palvelut/eka/"}
    assert client.get("/palvelut/eka/").status_code == 200
    assert client.get("/palvelut/toka/").headers["Location"] == "/palvelut/eka/"


def test_moving_round_a_ring_makes_no_circle():
    renamed(make.make_service(slug="eka"), "toka", "kolmas", "eka", "toka")

    assert redirects() == {"/palvelut/eka/": "/palvelut/toka/", "/palvelut/kolmas/": "/palvelut/toka/"}


def test_two_services_that_swap_addresses_are_both_found(client):
    first, second = make.make_service(name="A", slug="a"), make.make_service(name="B", slug="b")
    renamed(first, "vali")
    renamed(second, "a")
    renamed(first, "b")

    assert "<h1>A</h1>" in client.get("/palvelut/b/").content.decode()
    assert "<h1>B</h1>" in client.get("/palvelut/a/").content.decode()
    assert client.get("/palvelut/vali/").headers["Location"] == "/palvelut/b/"


def test_address_taken_by_another_service_shows_that_one(client):
    renamed(make.make_service(name="Muuttanut", slug="kerho"), "muuttanut")
    make.make_service(name="Kerho")

    assert "<h1>Kerho</h1>" in client.get("/palvelut/kerho/").content.decode()


def test_things_without_a_page_leave_no_redirect():
    actor = make.make_actor(name="Yhdistys")

    actor.slug = "uusi-nimi"
    actor.save()

    assert redirects() == {}


@pytest.mark.parametrize("path", ["/palvelut/%00/", "/palvelut/" + "a" * 300 + "/"])
def test_address_that_no_redirect_could_hold_is_not_found(client, path):
    assert client.get(path).status_code == 404
