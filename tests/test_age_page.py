"""An age group's page: the four sections with what is nearest first, and nothing of another age."""

from __future__ import annotations

import pytest
from django.utils.translation import gettext

from perhekeskus import caching
from tests import factories as make
from tests.reading import all_words, card_names, headings, main, meta, parse, words

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def groups():
    make.make_age_group(slug="odotus", min_months=0, max_months=0, for_pregnancy=True, order=1)
    make.make_age_group(slug="vauvat", min_months=0, max_months=12, order=2)
    make.make_age_group(slug="leikki-ikaiset", min_months=36, max_months=84, order=3)
    make.make_age_group(slug="nuoret", min_months=192, max_months=216, order=4)


def page(client, path: str):
    return parse(client.get(path))


def section(root, slug: str) -> list[str]:
    return all_words(root, f".//section[@aria-labelledby='{slug}']//article/h3")


def test_services_of_the_age_stand_on_their_shelves(client):
    leisure = make.make_section(slug="vapaa-aika", name="Tekemistä", order=1)
    daily = make.make_section(slug="arki", name="Arki", order=2)
    make.make_service(name="Vauvakahvila", sections=[leisure], max_months=12)
    make.make_service(name="Neuvola", sections=[daily, leisure])
    make.make_service(name="Lastenneuvonta", sections=[daily])
    make.make_service(name="Kerho 2–5-vuotiaille", sections=[leisure], min_months=24, max_months=72)
    make.make_service(name="Luonnos", sections=[leisure], state="draft")

    root = page(client, "/ika/vauvat/")

    # What stands in two sections is shown in the first of them, and counted in both.
    assert section(root, "vapaa-aika") == ["Vauvakahvila", "Neuvola"]
    assert section(root, "arki") == ["Lastenneuvonta"]
    assert words(main(root).find(".//a[@id='arki-all']")).startswith("Näytä kaikki 2 palvelua")
    assert [text for level, text in headings(root) if level == 2][:3] == [
        "Tänään kohtaamispaikoissa",
        "Tekemistä",
        "Arki",
    ]


def test_time_of_pregnancy_has_a_page_of_its_own(client):
    daily = make.make_section(slug="arki")
    make.make_service(name="Äitiysneuvola", sections=[daily], for_pregnancy=True, max_months=0)
    make.make_service(name="Lastenneuvola", sections=[daily], max_months=84)

    assert section(page(client, "/ika/odotus/"), "arki") == ["Äitiysneuvola"]


def test_shelf_shows_the_first_and_leads_to_all(client):
    daily = make.make_section(slug="arki")
    for number in range(7):
        make.make_service(name=f"Palvelu {number}", sections=[daily])

    root = page(client, "/ika/vauvat/")

    assert section(root, "arki") == [f"Palvelu {number}" for number in range(6)]
    more = main(root).find(".//a[@id='arki-all']")
    assert words(more).startswith("Näytä kaikki 7 palvelua")
    assert more.get("href") == "/palvelut/?ika=vauvat&osio=arki&kunta=kaikki"
    assert len(card_names(page(client, more.get("href")))) == 7


def test_what_is_near_home_comes_first_and_the_rest_is_left_out(client):
    daily = make.make_section(slug="arki")
    kittila, posio = make.make_municipality(slug="kittila"), make.make_municipality(slug="posio")
    house = make.make_place(municipality=kittila)
    make.make_service(name="A koko maan", sections=[daily])
    make.make_service(name="B Kittilän", sections=[daily], municipalities=[kittila], places=[house])
    make.make_service(name="C Posion", sections=[daily], municipalities=[posio])
    client.cookies["kunta"] = "kittila"

    response = client.get("/ika/vauvat/", follow=True)

    assert response.redirect_chain == [("/ika/vauvat/?kunta=kittila", 302)]
    assert section(parse(response), "arki") == ["B Kittilän", "A koko maan"]
    assert "Kittilä" in words(main(parse(response)))


def test_situations_of_the_age_are_there_and_lead_to_all_of_them(client):
    make.make_situation(name="Vauva itkee", max_months=12)
    make.make_situation(name="Murrosikä", min_months=144)
    make.make_situation(name="Nuoren oma", for_young=True)

    root = page(client, "/ika/vauvat/")

    assert all_words(root, ".//ul[@class='rows rows--two']/li") == ["Vauva itkee"]
    links = [a.get("href") for a in main(root).iter("a")]
    assert "/tilanteet/?ika=vauvat" in links


def test_page_of_the_young_leads_to_their_own(client):
    assert "/nuorille/" in [a.get("href") for a in main(page(client, "/ika/nuoret/")).iter("a")]
    assert "/nuorille/" not in [a.get("href") for a in main(page(client, "/ika/vauvat/")).iter("a")]


def test_neighbouring_ages_are_one_tap_away(client):
    root = page(client, "/ika/vauvat/")

    links = main(root).findall(".//nav[@aria-labelledby='neighbours']//a")
    assert [a.get("href") for a in links] == ["/ika/odotus/", "/ika/leikki-ikaiset/"]


def test_age_without_services_says_so_and_leads_on(client):
    root = page(client, "/ika/vauvat/")

    assert gettext("There is nothing here yet.") in words(main(root))


def test_only_what_is_free_is_one_tap_away(client):
    make.make_service(name="Maksuton")
    make.make_service(name="Maksullinen", price_kind="not_known")

    links = [a.get("href") for a in main(page(client, "/ika/vauvat/")).iter("a")]

    assert "/palvelut/?ika=vauvat&kunta=kaikki&maksuton=1" in links
    assert card_names(page(client, "/palvelut/?ika=vauvat&kunta=kaikki&maksuton=1")) == ["Maksuton"]


def test_age_that_is_no_group_is_not_found(client):
    assert client.get("/ika/8kk/").status_code == 404
    assert client.get("/ika/ei-ole/").status_code == 404


def test_unknown_parameter_is_named_and_the_page_is_not_kept(client):
    root = page(client, "/ika/vauvat/?maksuton=1")

    assert "maksuton" in words(main(root))
    assert meta(root, "robots") == "noindex"
    assert len(caching.pages) == 0


@pytest.mark.parametrize("item_count", [1, 3])
def test_page_costs_the_same_however_much_there_is(client, django_assert_num_queries, item_count):
    shelves = [make.make_section(slug=f"osio-{number}") for number in range(4)]
    for _ in range(item_count):
        make.make_situation()
        for shelf in shelves:
            make.make_service(sections=[shelf])
    client.get("/ika/vauvat/")  # makes the index and the cards
    caching.pages.clear()

    with django_assert_num_queries(3):  # the revision, the age group, the sections
        root = page(client, "/ika/vauvat/")

    assert [len(section(root, f"osio-{number}")) for number in range(4)] == [item_count] * 4


def test_unknown_municipality_shows_nothing_and_never_silently_everything(client):
    make.make_service(name="Neuvola", sections=[make.make_section(slug="arki")])

    root = page(client, "/ika/vauvat/?kunta=olematon")

    assert card_names(root) == []
    assert "olematon" in words(main(root))


def test_control_characters_of_an_address_are_not_echoed(client):
    response = client.get("/ika/vauvat/", {"kunta": "a\x00b\u202ec"})

    told = response.content.decode()
    assert not [character for character in ("\x00", "\u202e") if character in told]
    assert "a\ufffdb\ufffdc" in told


def test_section_with_nothing_near_home_says_so_and_leads_everywhere(client):
    daily = make.make_section(slug="arki", name="Arki")
    kittila, posio = make.make_municipality(slug="kittila"), make.make_municipality(slug="posio")
    make.make_service(sections=[daily], municipalities=[kittila])
    make.make_service(municipalities=[posio])

    root = page(client, "/ika/vauvat/?kunta=posio")

    assert gettext("There is nothing in your municipality yet.") in words(main(root))
    links = [a.get("href") for a in main(root).iter("a")]
    assert "/palvelut/?ika=vauvat&osio=arki&kunta=kaikki" in links


def test_sensitive_services_come_last_and_a_secret_place_is_near_nobody(client):
    strong = make.make_section(slug="vahva-tuki")
    theme = make.make_theme(name="Väkivalta", neutral_name_fi="Tukea", is_sensitive=True)
    town = make.make_municipality(slug="kittila")
    refuge = make.make_place(municipality=town, address_is_masked=True)
    house = make.make_place(municipality=town)
    make.make_service(
        name="A turvakoti", neutral_name_fi="Paikka", sections=[strong], themes=[theme], places=[refuge]
    )
    make.make_service(name="B koko maan", sections=[strong])
    make.make_service(name="C lähellä", sections=[strong], places=[house])

    assert section(page(client, "/ika/vauvat/?kunta=kittila"), "vahva-tuki") == [
        "C lähellä",
        "B koko maan",
        "A turvakoti",
    ]
