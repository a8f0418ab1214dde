"""A service's page: who may see it, secret addresses, sensitive subjects, machine-readable facts."""

from __future__ import annotations

import pytest
from django.utils.translation import gettext

from perhekeskus import caching
from tests import factories as make
from tests.pages import ADDRESS_OF_REFUGE, make_sensitive_service
from tests.reading import LANGUAGES, canonical, in_language, main, meta, parse, structured_data, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def refuge():
    """A sensitive service at a place whose address is secret: in Rovaniemi, theme domestic violence."""
    return make_sensitive_service(make.make_municipality(slug="rovaniemi"))


# --- States ----------------------------------------------------------------------------------------
@pytest.mark.parametrize("language", LANGUAGES)
def test_archived_service_is_gone_and_the_page_says_where_to_go(client, language):
    make.make_service(name="Lopetettu kerho", state="archived", description_fi="Vanha kuvaus")

    response = client.get(in_language("/palvelut/lopetettu-kerho/", language))
    root = parse(response)

    assert response.status_code == 410
    assert "Vanha kuvaus" not in response.content.decode()
    assert [a.get("href") for a in main(root).iter("a")] == [
        in_language(path, language) for path in ("/palvelut/", "/", "/apua/")
    ]
    assert (meta(root, "robots"), canonical(root)) == ("noindex", None)


@pytest.mark.parametrize("is_signed_in", [False, True])
def test_draft_is_not_found_by_anybody(client, is_signed_in):
    make.make_service(name="Salainen luonnos", state="draft")
    if is_signed_in:
        client.force_login(make.make_member(is_superuser=True))

    response = client.get("/palvelut/salainen-luonnos/")

    assert response.status_code == 404
    assert "Salainen luonnos" not in response.content.decode()


@pytest.mark.parametrize("state", ["published", "archived"])
def test_members_service_is_not_found_by_the_public(client, state):
    make.make_service(name="Konsultaatio", visibility="members", state=state)

    response = client.get("/palvelut/konsultaatio/")

    assert response.status_code == 404
    assert "Konsultaatio" not in response.content.decode()


def test_members_service_is_shown_to_a_member_and_kept_nowhere(client):
    make.make_service(name="Konsultaatio", visibility="members")
    client.force_login(make.make_member())

    response = client.get("/palvelut/konsultaatio/")

    assert words(parse(response).find(".//h1")) == "Konsultaatio"
    assert response.headers["Cache-Control"] == "private, no-store"
    assert len(caching.pages) == 0


def test_members_service_is_not_found_with_a_session_that_is_not_theirs(client):
    make.make_service(name="Konsultaatio", visibility="members")
    client.cookies["sessionid"] = "a" * 32

    assert client.get("/palvelut/konsultaatio/").status_code == 404


def test_member_who_has_left_sees_what_the_public_sees(client):
    make.make_service(name="Konsultaatio", visibility="members")
    member = make.make_member()
    client.force_login(member)
    member.is_active = False
    member.save()

    assert client.get("/palvelut/konsultaatio/").status_code == 404


def test_member_sees_the_bar_and_the_public_page_does_not_keep_it(client):
    make.make_service(name="Neuvola")
    client.force_login(make.make_member(email="maija@example.org"))

    theirs = client.get("/palvelut/neuvola/").content.decode()
    client.logout()
    public = client.get("/palvelut/neuvola/").content.decode()

    assert ("maija@example.org" in theirs, "maija@example.org" in public) == (True, False)


# --- Moved -------------------------------------------------------------------------------------------
def test_changed_slug_leads_to_the_new_address_in_the_same_language(client):
    service = make.make_service(name="Neuvola")
    service.slug = "perhepalvelut"
    service.save()

    for language in LANGUAGES:
        response = client.get(in_language("/palvelut/neuvola/?utm_source=x", language))
        new = in_language("/palvelut/perhepalvelut/?utm_source=x", language)
        assert (response.status_code, response.headers["Location"]) == (301, new)


def test_slug_changed_twice_leads_there_in_one_step(client):
    service = make.make_service(name="Neuvola")
    for slug in ("toinen", "kolmas"):
        service.slug = slug
        service.save()

    moved = [client.get(f"/palvelut/{slug}/").headers.get("Location") for slug in ("neuvola", "toinen")]

    assert moved == ["/palvelut/kolmas/", "/palvelut/kolmas/"]
    assert client.get("/palvelut/kolmas/").status_code == 200


# --- Secret addresses ------------------------------------------------------------------------------
@pytest.mark.parametrize("language", LANGUAGES)
def test_secret_address_is_nowhere_on_the_page(client, refuge, language):
    response = client.get(in_language("/palvelut/turvallinen-paikka/", language))
    root = parse(response)
    body = response.content.decode()

    assert ADDRESS_OF_REFUGE not in body
    assert ADDRESS_OF_REFUGE.split()[0] not in body
    assert root.findall(".//address") == []
    assert "Rovaniemi" in words(root.find(".//section[@aria-labelledby='where']"))


def test_secret_address_is_not_among_the_structured_data_of_any_page(client):
    town = make.make_municipality(slug="rovaniemi")
    place = make.make_place(name="Koti", municipality=town, street="Kotikatu 1", postal_code="96100")
    make.make_service(slug="avoin", places=[place])
    seen = client.get("/palvelut/avoin/").content.decode()
    place.address_is_masked = True
    place.save()

    response = client.get("/palvelut/avoin/")

    assert ("Kotikatu" in seen, "Kotikatu" in response.content.decode()) == (True, False)
    assert structured_data(parse(response))["availableChannel"] == [
        {"@type": "ServiceChannel", "serviceLocation": {"@type": "Place", "name": "Koti"}}
    ]


# --- Sensitive subjects ------------------------------------------------------------------------------
def test_sensitive_page_leaves_no_trace(client, refuge):
    response = client.get("/palvelut/turvallinen-paikka/", headers={"If-None-Match": "*"})

    assert response.status_code == 200
    assert response.headers["Cache-Control"] == "no-store"
    assert response.headers["Referrer-Policy"] == "no-referrer"
    assert "ETag" not in response.headers
    assert len(caching.pages) == 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_sensitive_page_says_its_subject_only_in_its_body(client, refuge, language):
    root = parse(client.get(in_language("/palvelut/turvallinen-paikka/", language)))

    assert words(root.find(".//title")) == "Turvallinen paikka · Perhekeskus"
    assert meta(root, "description") == "Perhekeskus"
    assert words(root.find(".//h1")) == "Turvakoti väkivaltaa kokeneille"
    assert canonical(root) is None
    assert root.findall(".//link[@hreflang]") == []


def test_sensitive_page_has_the_quick_exit(client, refuge):
    make.make_installation(quick_exit_url="https://example.org/saa")

    root = parse(client.get("/palvelut/turvallinen-paikka/"))
    skip, in_menu, link = root.findall(".//a[@data-quick-exit]")

    assert (link.get("href"), link.get("rel")) == ("https://example.org/saa", "noreferrer")
    assert words(link) == words(skip) == words(in_menu) == gettext("Leave quickly")
    assert skip.get("href") == in_menu.get("href") == link.get("href")
    assert [s.get("src") for s in root.iter("script") if "quick-exit" in (s.get("src") or "")] != []


def test_everyday_page_has_no_quick_exit_and_is_kept(client, refuge):
    make.make_service(name="Neuvola")

    root = parse(client.get("/palvelut/neuvola/"))

    assert root.findall(".//a[@data-quick-exit]") == []
    assert len(caching.pages) == 1


def test_sensitive_service_is_sensitive_also_when_its_theme_is_a_draft(client, refuge):
    refuge.themes.update(state="draft")

    response = client.get("/palvelut/turvallinen-paikka/")

    assert response.headers["Cache-Control"] == "no-store"


def test_sensitive_service_names_no_related_ones(client, refuge):
    make.make_service(name="Muu", themes=list(refuge.themes.all()), neutral_name_fi="Muu tuki")

    assert parse(client.get("/palvelut/turvallinen-paikka/")).findall(".//*[@id='related']") == []


# --- Machine-readable facts ------------------------------------------------------------------------
def test_structured_data_is_json_whatever_the_name_is(client):
    name = "</script><script>alert(1)</script> & \"lainaus\" 'x' \u2028"
    make.make_service(name=name, slug="paha", summary_fi="</SCRIPT>")

    response = client.get("/palvelut/paha/")
    root = parse(response)

    assert structured_data(root)["name"] == name.strip()
    assert [s.get("type") for s in root.iter("script")] == [None, "application/ld+json"]
    assert "<script>alert" not in response.content.decode()


def test_structured_data_tells_the_pages_facts(client):
    kittila = make.make_municipality(slug="kittila")
    actor = make.make_actor(name="Kittilän kunta", sector="municipality")
    place = make.make_place(name="Talo", municipality=kittila, street="Tie 1", postal_code="99100")
    phone = make.make_channel(actor=actor, name_fi="Puhelin", value="016 555 0100")
    make.make_service(name="Neuvola", actor=actor, municipalities=[kittila], places=[place], channels=[phone])

    assert structured_data(parse(client.get("/sv/palvelut/neuvola/"))) == {
        "@context": "https://schema.org",
        "@type": "GovernmentService",
        "@id": "http://testserver/sv/palvelut/neuvola/",
        "name": "Neuvola",
        "description": "Apua arkeen.",
        "inLanguage": "sv",
        "areaServed": ["Kittilä"],
        "availableChannel": [
            {
                "@type": "ServiceChannel",
                "name": "Puhelin",
                "servicePhone": {"@type": "ContactPoint", "telephone": "016 555 0100"},
            },
            {
                "@type": "ServiceChannel",
                "serviceLocation": {
                    "@type": "Place",
                    "name": "Talo",
                    "address": {
                        "@type": "PostalAddress",
                        "streetAddress": "Tie 1",
                        "postalCode": "99100",
                        "addressLocality": "Kittilä",
                        "addressCountry": "FI",
                    },
                },
            },
        ],
        "provider": {"@type": "GovernmentOrganization", "name": "Kittilän kunta"},
        "offers": {"@type": "Offer", "price": "0", "priceCurrency": "EUR"},
    }


@pytest.mark.parametrize("price_kind", ["rows", "not_known"])
def test_structured_data_calls_nothing_free_that_is_not_known_to_be(client, price_kind):
    make.make_service(name="Neuvola", price_kind=price_kind)

    assert "offers" not in structured_data(parse(client.get("/palvelut/neuvola/")))


def test_texts_of_the_content_are_escaped(client):
    bad = "<img src=x onerror=alert(1)>"
    actor = make.make_actor(name=bad)
    make.make_service(
        slug="paha",
        name=bad,
        summary_fi=bad,
        description_fi=bad,
        how_to_get_fi=bad,
        who_for_fi=bad,
        told_to_parents_fi=bad,
        fact_source=bad,
        actor=actor,
        themes=[make.make_theme(name=bad, slug="paha")],
        places=[make.make_place(name=bad, entrance_fi=bad, street=bad, locality=bad)],
        channels=[
            make.make_channel(actor=actor, kind="web", name_fi=bad, note_fi=bad, value="https://x/<b>")
        ],
    )

    for path in ("/palvelut/paha/", "/palvelut/", "/sv/palvelut/?teema=paha"):
        response = client.get(path)
        assert parse(response).findall(".//img") == []
        assert "onerror" in response.content.decode()
