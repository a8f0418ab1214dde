"""The organisers: all of them by sector, and one organiser's page."""

from __future__ import annotations

import datetime as dt

import pytest
from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext

from perhekeskus import caching
from services.actor_pages import SECTOR_HEADINGS
from services.models import Channel, Sector
from tests import desk
from tests import factories as make
from tests.reading import (
    LANGUAGES,
    all_words,
    canonical,
    card_names,
    headings,
    in_language,
    main,
    meta,
    parse,
    structured_data,
    words,
)

pytestmark = pytest.mark.django_db


def listed(root) -> dict[str, list[str]]:
    """The words of each row of the list, under the heading of its sector."""
    return {
        words(section.find("h2")): all_words(section, "ul/li/a")
        for section in main(root).iter("section")
        if section.find("ul") is not None
    }


def hrefs(element) -> list[str]:
    return [a.get("href") for a in element.iter("a")]


def section(root, heading_id: str):
    return root.find(f".//section[@aria-labelledby='{heading_id}']")


# --- The list --------------------------------------------------------------------------------------
def test_every_sector_has_a_heading():
    assert list(SECTOR_HEADINGS) == list(Sector)


def test_organisers_stand_under_their_sector_in_finnish_order(client):
    for name in ("Öljymäen yhdistys", "Äitien seura", "Åbo", "Zonta"):
        make.make_actor(name=name)
    make.make_actor(name="Kittilän seurakunta", sector="parish")

    shown = listed(parse(client.get("/toimijat/")))

    none = " 0 palvelua"
    assert shown == {
        gettext("Associations"): [n + none for n in ("Zonta", "Åbo", "Äitien seura", "Öljymäen yhdistys")],
        gettext("Parishes"): [f"Kittilän seurakunta{none}"],
    }


def test_row_tells_former_names_towns_and_the_services_that_it_gives_or_shares(client):
    actor = make.make_actor(name="MLL", former_names="Pohjoinen piiri\nVanha piiri")
    actor.municipalities.set([make.make_municipality(slug="rovaniemi"), make.make_municipality()])
    make.make_service(actor=actor)
    make.make_service().actor_links.create(actor=actor, role="partner")
    make.make_service(actor=actor, state="draft")

    [row] = listed(parse(client.get("/toimijat/")))[gettext("Associations")][-1:]

    assert row == f"MLL {gettext('formerly')} Pohjoinen piiri, Vanha piiri Kittilä, Rovaniemi 2 palvelua"


def test_drafts_archived_and_members_only_organisers_are_not_listed(client):
    make.make_actor(name="Näkyvä")
    make.make_actor(name="Luonnosyhdistys", state="draft")
    make.make_actor(name="Lopettanut", state="archived")
    make.make_actor(name="Jäsenten oma", visibility="members")

    body = client.get("/toimijat/").content.decode()

    assert [name for name in ("Näkyvä", "Luonnosyhdistys", "Lopettanut", "Jäsenten oma") if name in body] == [
        "Näkyvä"
    ]


@pytest.mark.parametrize("query", ["kunta=kittila", "alue=sirkka"])
def test_organisers_of_the_own_municipality_come_first_and_say_so(client, query):
    kittila = make.make_municipality(slug="kittila")
    make.make_place(municipality=kittila, locality="Sirkka")
    make.make_actor(name="Ankkuri").municipalities.set([make.make_municipality(slug="rovaniemi")])
    make.make_actor(name="Zonta").municipalities.set([kittila])

    root = parse(client.get(f"/toimijat/?{query}"))

    assert listed(root)[gettext("Associations")] == [
        f"Zonta {gettext('In your municipality')} 0 palvelua",
        "Ankkuri Rovaniemi 0 palvelua",
    ]
    assert f"/toimijat/zonta/?{query}" in hrefs(main(root))


def test_list_without_organisers_says_so_and_leads_on(client):
    root = main(parse(client.get("/toimijat/")))

    assert gettext("There is nothing here yet.") in words(root)
    assert "/apua/" in hrefs(root)


@pytest.mark.parametrize("item_count", [1, 3])
def test_list_costs_the_same_however_many_organisers(client, django_assert_num_queries, item_count):
    for _ in range(item_count):
        actor = make.make_actor()
        actor.municipalities.set([make.make_municipality()])
        make.make_service(actor=actor)
    client.get("/toimijat/")  # makes the index
    caching.pages.clear()

    with django_assert_num_queries(1):  # the revision
        root = parse(client.get("/toimijat/"))

    assert len(listed(root)[gettext("Associations")]) == item_count


# --- One organiser -----------------------------------------------------------------------------------
@pytest.mark.parametrize("language", LANGUAGES)
def test_page_tells_who_it_is_where_it_works_and_how_to_reach_it(client, language):
    actor = make.make_actor(
        name="Seurakunta",
        sector="parish",
        former_names="Rovastikunta",
        description_fi="Perhekerhoja.\n\nLeirejä.",
    )
    actor.municipalities.set([make.make_municipality(slug="rovaniemi"), make.make_municipality()])
    make.make_channel(actor=actor, name_fi="Toimisto", value="016 555 0101")

    root = parse(client.get(in_language("/toimijat/seurakunta/", language)))

    with translation.override(language):
        former, ring = gettext("formerly"), gettext("Ring")
        sector = str(actor.get_sector_display())
    assert headings(root)[0] == (1, "Seurakunta")
    assert f"{former} Rovastikunta" in all_words(main(root), ".//p")
    facts = all_words(main(root), ".//header/ul[@class='facts']/li")
    assert facts == [sector, "Kittilä, Rovaniemi"]
    assert all_words(main(root), ".//div[@class='detail__main prose']/p") == ["Perhekerhoja.", "Leirejä."]
    [link] = section(root, "contact").iter("a")
    assert (link.get("href"), words(link)) == ("tel:0165550101", f"{ring}: Toimisto: 016 555 0101")


def test_untranslated_description_is_marked_and_said(client):
    make.make_actor(name="Kela", name_sv="FPA", description_fi="Kela maksaa tukia.")

    root = parse(client.get("/sv/toimijat/kela/"))

    assert headings(root)[0] == (1, "FPA")
    assert (
        words(root.find(".//main//*[@class='detail__main prose']//span[@lang='fi']")) == "Kela maksaa tukia."
    )
    assert root.find(".//p[@class='notice notice--line']") is not None


def test_page_shows_own_and_shared_services_and_the_way_to_all(client):
    actor = make.make_actor(name="MLL")
    for number in range(1, 7):
        make.make_service(name=f"Kahvila {number}", actor=actor)
    make.make_service(name="Aamupuuro").actor_links.create(actor=actor, role="partner")
    make.make_service(name="Toisen kerho")
    make.make_service(name="Luonnoskerho", actor=actor, state="draft")
    make.make_service(name="Jäsenkerho", actor=actor, visibility="members")

    root = parse(client.get("/toimijat/mll/"))

    assert card_names(root) == ["Aamupuuro", *(f"Kahvila {number}" for number in range(1, 6))]
    address = section(root, "services").find("p/a").get("href")
    assert address == "/palvelut/?toimija=mll&kunta=kaikki"
    assert len(card_names(parse(client.get(address)))) == 7


def test_page_at_home_shows_its_services_there_and_the_way_to_the_rest(client):
    kittila, rovaniemi = (make.make_municipality(slug=slug) for slug in ("kittila", "rovaniemi"))
    actor = make.make_actor(name="MLL")
    make.make_service(name="Kahvila", actor=actor, municipalities=[kittila])
    make.make_service(name="Kerho", actor=actor, municipalities=[rovaniemi])

    root = parse(client.get("/toimijat/mll/?kunta=kittila"))

    assert card_names(root) == ["Kahvila"]
    assert words(section(root, "services").find("h2")) == gettext("Services in %(town)s") % {
        "town": "Kittilä"
    }
    assert "/palvelut/?toimija=mll&kunta=kaikki" in hrefs(main(root))
    assert canonical(root).endswith("/toimijat/mll/?kunta=kittila")


def test_page_at_home_says_when_there_is_nothing_there(client):
    make.make_municipality(slug="kittila")
    actor = make.make_actor(name="MLL")
    make.make_service(actor=actor, municipalities=[make.make_municipality(slug="rovaniemi")])

    root = parse(client.get("/toimijat/mll/?kunta=kittila"))

    assert gettext("There is nothing in your municipality yet.") in words(section(root, "services"))


def test_channels_that_are_hidden_are_not_on_the_page(client):
    actor = make.make_actor(name="MLL")
    make.make_channel(actor=actor, value="016 555 0101")
    make.make_channel(actor=actor, value="016 555 0102", state="draft")
    make.make_channel(actor=actor, value="016 555 0103", visibility="members")
    make.make_channel(value="016 555 0104")

    response = client.get("/toimijat/mll/")

    assert hrefs(section(parse(response), "contact")) == ["tel:0165550101"]
    assert not [n for n in ("0102", "0103", "0104") if f"555 {n}" in response.content.decode()]


def test_page_without_a_channel_leads_to_help(client):
    make.make_actor(name="MLL")

    assert hrefs(section(parse(client.get("/toimijat/mll/")), "contact")) == ["/apua/#channels"]


def test_source_and_date_of_the_facts_are_told(client):
    make.make_actor(name="MLL", fact_source="Käsikirja", as_of=dt.date(2025, 5, 1), reviewed_on=None)

    assert "Käsikirja, 1.5.2025." in words(main(parse(client.get("/toimijat/mll/"))).findall(".//p")[-1])


@pytest.mark.parametrize(
    ("fields", "status"),
    [({"state": "draft"}, 404), ({"state": "archived"}, 410), ({"visibility": "members"}, 404)],
)
def test_hidden_organiser_has_no_page(client, fields, status):
    make.make_actor(name="MLL", description_fi="Salaista", **fields)

    response = client.get("/toimijat/mll/")

    assert response.status_code == status
    assert "Salaista" not in response.content.decode()


def test_organiser_whose_services_are_all_sensitive_leaves_no_trace(client):
    theme = make.make_theme(name="Väkivalta", neutral_name_fi="Tukea", is_sensitive=True)
    actor = make.make_actor(name="Turva ry")
    make.make_service(name="Turvakoti", neutral_name_fi="Turvallinen paikka", actor=actor, themes=[theme])

    def has_quick_exit(response) -> bool:
        return parse(response).find(".//aside[@class='quick-exit']") is not None

    alone = client.get("/toimijat/turva-ry/")
    make.make_service(actor=actor)
    half = client.get("/toimijat/turva-ry/")
    make.make_service(actor=actor)
    mostly_other = client.get("/toimijat/turva-ry/")

    assert [has_quick_exit(response) for response in (alone, half, mostly_other)] == [True, True, False]
    assert [r.headers["Cache-Control"] == "no-store" for r in (alone, half)] == [True, False]
    assert parse(alone).find(".//script[@type='application/ld+json']") is None


@pytest.mark.parametrize(
    ("query", "named"), [("kunta=helsinki", ["helsinki"]), ("outo=1&alue=levi", ["outo", "levi"])]
)
@pytest.mark.parametrize("path", ["/toimijat/", "/toimijat/mll/"])
def test_unknown_choice_is_named_and_kept_out_of_caches(client, path, query, named):
    make.make_actor(name="MLL")

    root = parse(client.get(f"{path}?{query}"))

    assert all_words(main(root), ".//div[@class='notice notice--warning']//b") == named
    assert meta(root, "robots") == "noindex"
    assert len(caching.pages) == 0


@pytest.mark.parametrize("item_count", [1, 3])
def test_page_costs_the_same_however_much_there_is(client, django_assert_num_queries, item_count):
    actor = make.make_actor(name="MLL")
    for slug in ("kittila", "rovaniemi", "ranua")[:item_count]:
        actor.municipalities.add(make.make_municipality(slug=slug))
        make.make_channel(actor=actor)
        make.make_service(actor=actor)
    client.get("/toimijat/mll/")  # makes the index and the cards
    caching.pages.clear()

    with django_assert_num_queries(2):  # the revision, the organiser
        root = parse(client.get("/toimijat/mll/"))

    assert len(card_names(root)) == len(hrefs(section(root, "contact"))) == item_count


# --- For machines, and on the desk -------------------------------------------------------------------
def test_structured_data_tells_the_organiser_and_no_address(client):
    actor = make.make_actor(
        name="Kunta", sector="municipality", former_names="Pitäjä", description_fi="Kouluja."
    )
    actor.municipalities.set([make.make_municipality()])
    make.make_channel(actor=actor, name_fi="Vaihde", value="016 555 0101")
    make.make_channel(actor=actor, name_fi="Posti", kind="email", value="kunta@example.org")
    make.make_channel(actor=actor, name_fi="Sivut", kind="web", value="https://example.org/")
    make.make_channel(actor=actor, name_fi="Luonnos", value="016 555 0109", state="draft")
    make.make_place(owner=actor, street="Salakatu 7")

    response = client.get("/toimijat/kunta/?kunta=kittila")

    assert structured_data(parse(response)) == {
        "@context": "https://schema.org",
        "@type": "GovernmentOrganization",
        "@id": "http://testserver/toimijat/kunta/",
        "name": "Kunta",
        "alternateName": ["Pitäjä"],
        "description": "Kouluja.",
        "areaServed": ["Kittilä"],
        "contactPoint": [
            {"@type": "ContactPoint", "contactType": "Vaihde", "telephone": "016 555 0101"},
            {"@type": "ContactPoint", "contactType": "Posti", "email": "kunta@example.org"},
            {"@type": "ContactPoint", "contactType": "Sivut", "url": "https://example.org/"},
        ],
    }
    assert "Salakatu" not in response.content.decode()


def test_draft_can_be_seen_on_the_desk_alone(client):
    draft = make.make_actor(name="Uusi yhdistys", description_fi="Tulossa.", state="draft")
    make.make_channel(actor=draft, value="016 555 0101")

    preview = desk.sign_in(desk.coordinator()).get(desk.address("preview", draft))

    root = parse(preview)
    assert headings(root)[0] == (1, "Uusi yhdistys")
    assert hrefs(section(root, "contact")) == ["tel:0165550101"]
    assert meta(root, "robots") == "noindex"
    assert client.get("/toimijat/uusi-yhdistys/").status_code == 404


# --- Pictures ----------------------------------------------------------------------------------------
@pytest.mark.parametrize("kind", Channel.Kind.values)
def test_every_kind_of_channel_has_a_picture_that_is_there(kind):
    sprite = (settings.BASE_DIR / "static/icons/sprite.svg").read_text(encoding="utf-8")

    assert f'id="{Channel(kind=kind).icon}"' in sprite
