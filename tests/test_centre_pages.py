"""The family centres: all of them, and one with its people, places and what families said."""

from __future__ import annotations

import datetime as dt

import pytest
from django.utils import translation
from django.utils.translation import gettext

from perhekeskus import caching
from services.centre_pages import FORM_MEANING, FORM_WORDS
from services.models import FamilyCentre, OpeningSchedule
from tests import desk
from tests import factories as make
from tests.reading import LANGUAGES, all_words, card_names, headings, in_language, main, meta, parse, words

pytestmark = pytest.mark.django_db

PAGE = "/perhekeskukset/kittilan-perhekeskus/"


@pytest.fixture
def centre():
    return make.make_family_centre(name="Kittilän perhekeskus", municipalities=[make.make_municipality()])


def hrefs(element) -> list[str]:
    return [a.get("href") for a in element.iter("a")]


def section(root, heading_id: str):
    return root.find(f".//section[@aria-labelledby='{heading_id}']")


def cards(root) -> list[str]:
    return all_words(main(root), ".//article[@class='card']/h2")


# --- The list --------------------------------------------------------------------------------------
def test_every_form_has_words_for_a_family():
    assert set(FORM_WORDS) == set(FORM_MEANING) == set(FamilyCentre.Form)


@pytest.mark.parametrize("language", LANGUAGES)
def test_list_tells_of_each_centre_what_it_is_and_where(client, language):
    towns = [make.make_municipality(slug="rovaniemi"), make.make_municipality(slug="kittila")]
    make.make_family_centre(name="Pohjoinen", municipalities=towns, form="hybrid", covered_part_fi="Sirkka")

    root = parse(client.get(in_language("/perhekeskukset/", language)))

    [card] = main(root).findall(".//article[@class='card']")
    with translation.override(language):
        assert words(card.find("p")) == str(FORM_WORDS["hybrid"])
    assert all_words(card, "ul/li") == ["Kittilä, Rovaniemi (Sirkka)"]
    assert hrefs(card) == [in_language("/perhekeskukset/pohjoinen/", language)]


def test_own_centre_comes_first_then_those_in_finnish_order(client, centre):
    for name in ("Öljymäen perhekeskus", "Aavan perhekeskus"):
        make.make_family_centre(name=name)

    assert cards(parse(client.get("/perhekeskukset/"))) == [
        "Aavan perhekeskus",
        "Kittilän perhekeskus",
        "Öljymäen perhekeskus",
    ]
    root = parse(client.get("/perhekeskukset/?kunta=kittila"))
    assert cards(root)[0] == "Kittilän perhekeskus"
    assert all_words(main(root), ".//li[@class='tag']") == [gettext("In your municipality")]


def test_hidden_centres_are_not_listed_and_have_no_page(client, centre):
    for state, status in (("draft", 404), ("archived", 410)):
        make.make_family_centre(name=f"Piilo {state}", state=state, introduction_fi="Salaista")
        response = client.get(f"/perhekeskukset/piilo-{state}/")
        assert (response.status_code, "Salaista" in response.content.decode()) == (status, False)
    make.make_family_centre(name="Piilo members", visibility="members")

    assert client.get("/perhekeskukset/piilo-members/").status_code == 404
    assert cards(parse(client.get("/perhekeskukset/"))) == ["Kittilän perhekeskus"]


@pytest.mark.parametrize("item_count", [1, 3])
def test_list_costs_the_same_however_many_centres(client, django_assert_num_queries, item_count):
    for _ in range(item_count):
        make.make_family_centre(municipalities=[make.make_municipality()])
    client.get("/perhekeskukset/")  # makes the index
    caching.pages.clear()

    with django_assert_num_queries(2):  # the revision, the centres
        root = parse(client.get("/perhekeskukset/"))

    assert len(cards(root)) == item_count


# --- One family centre -------------------------------------------------------------------------------
@pytest.mark.parametrize("language", LANGUAGES)
def test_page_says_what_it_is_and_what_it_means_for_a_family(client, centre, language):
    root = parse(client.get(in_language(PAGE, language)))

    with translation.override(language):
        asked = [gettext("What it means for your family"), gettext("Whom to ask")]
        form, meaning = str(FORM_WORDS["network"]), str(FORM_MEANING["network"])
    assert headings(root) == [(1, "Kittilän perhekeskus"), *((2, text) for text in asked)]
    assert words(main(root).find(".//p[@class='lead']")) == form
    assert meaning in all_words(main(root), ".//div[@class='detail__main prose']/p")


def test_roles_tell_how_to_reach_them_and_hidden_channels_stay_hidden(client, centre):
    ways = [
        ("Ohjaaja", make.make_channel(kind="web", value="https://example.org/o", name_fi="Ohjaajan sivu")),
        ("Koordinaattori", make.make_channel(value="016 555 0101")),
        ("Piilo", make.make_channel(value="016 555 0102", state="draft")),
        ("Jäsen", make.make_channel(value="016 555 0103", visibility="members")),
    ]
    for order, (role, channel) in enumerate(ways):
        centre.roles.create(role_fi=role, how_to_reach_fi=f"Näin: {role}.", channel=channel, order=-order % 4)

    response = client.get(PAGE)
    shown = section(parse(response), "roles")

    assert all_words(shown, "h3") == ["Ohjaaja", "Jäsen", "Piilo", "Koordinaattori"]
    assert "Näin: Ohjaaja." in all_words(shown, "p")
    assert hrefs(shown) == ["https://example.org/o", "tel:0165550101"]
    assert not [n for n in ("0102", "0103") if f"555 {n}" in response.content.decode()]


def test_page_without_roles_leads_to_help(client, centre):
    assert hrefs(section(parse(client.get(PAGE)), "roles")) == ["/apua/"]


def test_office_tells_its_place_note_and_hours(client, centre, monkeypatch):
    monkeypatch.setattr("perhekeskus.dates.today", lambda: dt.date(2026, 11, 23))
    place = make.make_place(name="Perhetalo", street="Valtatie 2", postal_code="99100", has_lift=True)
    centre.offices.create(place=place, note_fi="Toinen kerros")
    centre.offices.create(place=make.make_place(name="Luonnostalo", state="draft"))
    OpeningSchedule.objects.create(place=place, weekday=1, opens_time=dt.time(9), closes_time=dt.time(15))

    offices = section(parse(client.get(PAGE)), "offices")

    assert all_words(offices, "h3") == ["Perhetalo"]
    assert words(offices.find("address")) == "Valtatie 2, 99100 Kittilä"
    assert "Toinen kerros" in all_words(offices, "p")
    assert f"{gettext('Today')}: 9.00–15.00" in all_words(offices, "p")


def test_masked_office_tells_its_municipality_alone(client, centre):
    secret = make.make_place(
        name="Turvakoti", address_is_masked=True, street="Salakatu 7", entrance_fi="Takaovi"
    )
    centre.offices.create(place=secret)

    response = client.get(PAGE)

    offices = section(parse(response), "offices")
    assert (
        all_words(offices, "p")[0] == f"{gettext('The address is secret, for safety. Ring first.')} Kittilä"
    )
    assert offices.find("address") is None
    assert not [text for text in ("Salakatu", "Takaovi") if text in response.content.decode()]


def test_services_of_its_families_stand_nearest_first(client, centre):
    kittila = centre.municipalities.get()
    make.make_service(name="Auttava puhelin")  # for the whole country
    make.make_service(
        name="Perhekahvila", municipalities=[kittila], places=[make.make_place(municipality=kittila)]
    )
    make.make_service(name="Muualla", municipalities=[make.make_municipality(slug="rovaniemi")])
    make.make_service(name="Luonnos", municipalities=[kittila], state="draft")

    assert card_names(parse(client.get(PAGE))) == ["Perhekahvila", "Auttava puhelin"]


def test_way_to_all_its_services_leads_to_as_many(client, centre):
    for _ in range(7):
        make.make_service(municipalities=[centre.municipalities.get()])

    link = section(parse(client.get(PAGE)), "services").find("p/a")

    assert "7" in words(link).split()
    assert len(card_names(parse(client.get(link.get("href"))))) == 7


def test_organisers_of_its_municipalities_are_named_not_more_than_a_page_has_room_for(client, centre):
    kittila = centre.municipalities.get()
    for number in range(13):
        make.make_actor(name=f"Kerho {number:02}").municipalities.set([kittila])
    make.make_actor(name="Aura").municipalities.set([make.make_municipality(slug="rovaniemi")])
    make.make_actor(name="Alku", state="draft").municipalities.set([kittila])

    actors = section(parse(client.get(PAGE)), "actors")

    assert all_words(actors, "ul/li/a") == [f"Kerho {number:02}" for number in range(12)]
    assert hrefs(actors)[-1] == "/toimijat/?kunta=kaikki"


def test_what_families_said_stands_by_task_newest_first_without_quotation_marks(client, centre):
    second, first = make.make_task(name="Toinen", order=2), make.make_task(name="Ensimmäinen", order=1)
    make.make_task_voice(task=second, centre=centre, text="Perheet kaipasivat iltoja.", year=2023)
    make.make_task_voice(task=second, centre=centre, text="Perheet kaipasivat aamuja.", year=2024)
    make.make_task_voice(task=first, centre=centre, text="Perheet iloitsivat.")
    make.make_task_voice(task=make.make_task(state="draft"), centre=centre, text="Luonnoksesta.")
    make.make_task_voice(task=make.make_task(visibility="members"), centre=centre, text="Jäsenille.")
    make.make_task_voice(task=first, text="Toisesta perhekeskuksesta.")

    voices = section(parse(client.get(PAGE)), "voices")

    assert all_words(voices, ".//h3/a") == ["Ensimmäinen", "Toinen"]
    assert hrefs(voices) == ["/tehtavat/ensimmainen/", "/tehtavat/toinen/"]
    source = f"{gettext('Source')}: Perheiden tori, "
    assert all_words(voices, "div/div/p") == [
        "Perheet iloitsivat.",
        f"{source}2024",
        "Perheet kaipasivat aamuja.",
        f"{source}2024",
        "Perheet kaipasivat iltoja.",
        f"{source}2023",
    ]
    assert voices.find(".//blockquote") is None
    assert not set(words(voices)) & set('”“"»')


def test_untranslated_introduction_is_marked_and_said(client):
    make.make_family_centre(
        name="Kittilän perhekeskus", name_en="Kittilä", introduction_fi="Perheiden verkosto."
    )

    root = parse(client.get(f"/en{PAGE}"))

    assert (
        words(root.find(".//main//*[@class='detail__main prose']//span[@lang='fi']")) == "Perheiden verkosto."
    )
    assert root.find(".//p[@class='notice notice--line']") is not None


def test_source_and_date_of_the_facts_are_told(client, centre):
    FamilyCentre.objects.update(fact_source="Käsikirja", as_of=dt.date(2025, 5, 1))

    assert "Käsikirja, 1.5.2025." in words(main(parse(client.get(PAGE))).findall(".//p")[-1])


def test_list_names_a_municipality_that_is_not_covered(client, centre):
    root = parse(client.get("/perhekeskukset/?kunta=helsinki"))

    assert all_words(main(root), ".//div[@class='notice notice--warning']//b") == ["helsinki"]
    assert meta(root, "robots") == "noindex"
    assert len(caching.pages) == 0


def test_page_takes_no_municipality_and_says_so(client, centre):
    root = parse(client.get(f"{PAGE}?kunta=kittila"))

    assert all_words(main(root), ".//div[@class='notice notice--warning']//b") == ["kunta"]
    assert meta(root, "robots") == "noindex"


@pytest.mark.parametrize("item_count", [1, 3])
def test_page_costs_the_same_however_much_there_is(client, centre, django_assert_num_queries, item_count):
    town = centre.municipalities.get()
    for _ in range(item_count):
        actor = make.make_actor()
        actor.municipalities.set([town])
        centre.roles.create(role_fi="Ohjaaja", channel=make.make_channel(actor=actor))
        centre.offices.create(place=make.make_place())
        make.make_task_voice(centre=centre)
        make.make_service(actor=actor, municipalities=[town])
    client.get(PAGE)  # makes the index and the cards
    caching.pages.clear()

    with django_assert_num_queries(3):  # the revision, the centre, voices
        root = parse(client.get(PAGE))

    shown = [len(section(root, name).findall(path)) for name, path in (("roles", "h3"), ("offices", "h3"))]
    shown += [len(section(root, "voices").findall("div/div")), len(card_names(root))]
    assert shown == [item_count] * 4


def test_draft_can_be_seen_on_the_desk_alone(client):
    draft = make.make_family_centre(name="Uusi perhekeskus", state="draft")

    root = parse(desk.sign_in(desk.coordinator()).get(desk.address("preview", draft)))

    assert headings(root)[0] == (1, "Uusi perhekeskus")
    assert meta(root, "robots") == "noindex"
    assert client.get("/perhekeskukset/uusi-perhekeskus/").status_code == 404
