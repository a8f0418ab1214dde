"""The young people's own page: in their words, without what is not theirs, and with a way out."""

from __future__ import annotations

import pytest
from django.utils import translation
from django.utils.translation import gettext

from perhekeskus import caching
from tests import factories as make
from tests.reading import LANGUAGES, all_words, headings, in_language, main, meta, parse, words

pytestmark = pytest.mark.django_db


def page(client, path: str = "/nuorille/"):
    return parse(client.get(path))


def names(root) -> list[str]:
    return all_words(root, ".//section[@aria-labelledby='services']//article/h4")


@pytest.mark.parametrize("language", LANGUAGES)
def test_page_answers_a_young_persons_questions_in_each_language(client, language):
    make.make_situation(name="Minulla on paha olo", for_young=True, steps=[make.make_helpline()])
    make.make_service(name="Ohjaamo", young_person_alone=True)

    root = page(client, in_language("/nuorille/", language))

    with translation.override(language):
        asked = [gettext(text) for text in ("May I come alone?", "Will you tell home?")]
        rest = [gettext(text) for text in ("I want to talk", "Here you may come alone")]
    second = [text for level, text in headings(root) if level == 2]
    assert second[1:] == [*asked, *rest]
    assert main(root).find(".//div[@class='young-rights']").get("lang") is None


def test_only_young_peoples_own_situations_are_there(client):
    make.make_situation(name="Minulla on paha olo", for_young=True)
    make.make_situation(name="Vanhemman huoli")
    make.make_situation(name="Luonnos", for_young=True, state="draft")

    assert all_words(page(client), ".//ul[@class='rows rows--two']/li") == ["Minulla on paha olo"]


def test_services_are_those_to_which_one_may_come_alone_and_say_what_is_told_at_home(client):
    make.make_service(name="Ohjaamo", young_person_alone=True, told_to_parents_fi="Kotiin ei kerrota.")
    make.make_service(name="Ei yksin", young_person_alone=False)
    make.make_service(name="Ei tiedossa")
    make.make_service(name="Luonnos", young_person_alone=True, state="draft")
    make.make_service(name="Jäsenten", young_person_alone=True, visibility="members")

    root = page(client)

    assert names(root) == ["Ohjaamo"]
    assert all_words(root, ".//p[@class='told']") == ["Kotiin ei kerrota."]


def test_services_are_those_near_home(client):
    kittila, posio = make.make_municipality(slug="kittila"), make.make_municipality(slug="posio")
    make.make_service(name="Kittilän nuokkari", young_person_alone=True, municipalities=[kittila])
    make.make_service(name="Posion nuokkari", young_person_alone=True, municipalities=[posio])
    make.make_service(name="Chat", young_person_alone=True)
    client.cookies["kunta"] = "kittila"

    root = parse(client.get("/nuorille/", follow=True))

    assert names(root) == ["Chat", "Kittilän nuokkari"]


def test_numbers_are_those_of_the_routes_the_most_named_first(client):
    rare = make.make_helpline(name="Rikosuhripäivystys", order=1)
    often = make.make_helpline(name="Lasten ja nuorten puhelin", order=2)
    emergency = make.make_helpline(name="Hätänumero", is_emergency=True, order=0)
    make.make_helpline(name="Vanhempainpuhelin")
    make.make_situation(for_young=True, steps=[emergency, often, rare])
    make.make_situation(for_young=True, steps=[often])
    make.make_situation(for_young=True, steps=[rare, rare, rare], state="draft")

    shown = all_words(page(client), ".//section[@aria-labelledby='talk']//h3")

    assert shown == ["Lasten ja nuorten puhelin", "Rikosuhripäivystys"]


def test_page_has_the_emergency_number_before_the_reading_and_a_way_out(client):
    root = page(client)

    told = main(root).find(".//a[@href='tel:112']")
    assert told is not None
    assert root.find(".//aside[@class='quick-exit']") is not None


def test_empty_page_has_no_anchor_that_leads_nowhere(client):
    root = page(client)

    ids = {e.get("id") for e in root.iter()}
    anchors = {a.get("href")[1:] for a in root.iter("a") if a.get("href").startswith("#")}
    assert anchors <= ids
    assert "talk" not in anchors


def test_unknown_parameter_is_named_and_the_page_is_not_kept(client):
    root = page(client, "/nuorille/?ika=15v")

    assert "ika" in words(main(root))
    assert meta(root, "robots") == "noindex"
    assert len(caching.pages) == 0


@pytest.mark.parametrize("item_count", [1, 3])
def test_page_costs_the_same_however_much_there_is(client, django_assert_num_queries, item_count):
    for _ in range(item_count):
        make.make_situation(for_young=True, steps=[make.make_helpline()])
        make.make_service(young_person_alone=True)
    page(client)  # makes the index
    caching.pages.clear()

    with django_assert_num_queries(4):  # the revision; the services' cards, municipalities, what is told
        root = page(client)

    assert len(names(root)) == item_count


def test_services_stand_by_section_each_once_with_ages_and_towns(client):
    leisure, help_ = (
        make.make_section(slug="a", name="Tekemistä", order=1),
        make.make_section(slug="b", order=2),
    )
    kittila = make.make_municipality(slug="kittila")
    make.make_service(
        name="Nuokkari",
        young_person_alone=True,
        sections=[help_, leisure],
        municipalities=[kittila],
        min_months=156,
        max_months=216,
    )
    make.make_service(name="Chat", young_person_alone=True)

    root = page(client)

    services = main(root).find(".//section[@aria-labelledby='services']")
    assert all_words(services, "h3") == ["Tekemistä", gettext("Other services")]
    assert names(root) == ["Nuokkari", "Chat"]
    assert all_words(services, ".//ul[@class='facts']/li") == [
        "13–17 v",
        "Kittilä",
        "kaikenikäiset",
        "Koko Suomi",
    ]


def test_municipality_with_nothing_says_so_and_leads_everywhere(client):
    make.make_municipality(slug="posio")
    make.make_service(young_person_alone=True, municipalities=[make.make_municipality(slug="kittila")])

    root = page(client, "/nuorille/?kunta=posio")

    assert gettext("There is nothing in your municipality yet.") in words(main(root))
    links = [a.get("href") for a in main(root).iter("a")]
    assert "/nuorille/?kunta=kaikki#services" in links
    assert "/oma-kunta/?next=/nuorille/%3Fkunta%3Dposio" in links
