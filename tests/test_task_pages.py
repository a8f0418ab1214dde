"""The family centre's tasks: all of them, and one with what it is, how it is done and what families said."""

from __future__ import annotations

import pytest
from django.utils import translation
from django.utils.translation import gettext

from perhekeskus import caching
from perhekeskus.translated import LocalText
from services.task_pages import first_sentences
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
    words,
)

pytestmark = pytest.mark.django_db


def hrefs(element) -> list[str]:
    return [a.get("href") for a in element.iter("a")]


def section(root, heading_id: str):
    return root.find(f".//section[@aria-labelledby='{heading_id}']")


# --- The list --------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Kuuntelemme.", "Kuuntelemme."),
        ("Kuuntelemme. Autamme!\n\nOhjaamme.", "Kuuntelemme. Autamme! Ohjaamme."),
        (f"{'a' * 150}. Autamme. {'b' * 20}.", f"{'a' * 150}. Autamme."),
        (f"{'a' * 200}. Autamme.", f"{'a' * 200}."),
        ("", ""),
    ],
    ids=["one sentence", "several fit", "what does not fit is left out", "first always shows", "empty"],
)
def test_first_sentences_are_those_for_which_a_card_has_room(text, shown):
    assert first_sentences(LocalText(text, "fi")) == LocalText(shown, "fi")


@pytest.mark.parametrize("language", LANGUAGES)
def test_tasks_stand_in_their_order_with_what_each_is(client, language):
    make.make_task(name="Toinen", what_it_is_fi="Kuuntelemme.", order=2)
    first = make.make_task(name="Ensimmäinen", what_it_is_fi="Autamme.", order=1)
    make.make_task(name="Luonnos", state="draft")
    make.make_task(name="Vanha", state="archived")
    make.make_task(name="Jäsenten", visibility="members")
    make.make_service(tasks=[first])
    make.make_service(tasks=[first], state="draft")

    root = main(parse(client.get(in_language("/tehtavat/", language))))

    assert all_words(root, ".//ol/li//h2") == ["Ensimmäinen", "Toinen"]
    assert all_words(root, ".//ol/li//article/p") == ["Autamme.", "Kuuntelemme."]
    assert [text.split()[0] for text in all_words(root, ".//ol/li//li")] == ["1", "0"]
    assert not [name for name in ("Luonnos", "Vanha", "Jäsenten") if name in words(root)]


def test_list_of_a_municipality_counts_its_services_and_keeps_it_in_links(client):
    kittila = make.make_municipality()
    task = make.make_task(name="Vertaistuki")
    make.make_service(tasks=[task], municipalities=[kittila])
    make.make_service(tasks=[task], municipalities=[make.make_municipality(slug="rovaniemi")])

    root = main(parse(client.get("/tehtavat/?kunta=kittila")))

    assert all_words(root, ".//ol/li//li") == ["1 palvelu"]
    assert "/tehtavat/vertaistuki/?kunta=kittila" in hrefs(root)


@pytest.mark.parametrize("item_count", [1, 3])
def test_list_costs_the_same_however_many_tasks(client, django_assert_num_queries, item_count):
    for _ in range(item_count):
        make.make_service(tasks=[make.make_task()])
    client.get("/tehtavat/")  # makes the index
    caching.pages.clear()

    with django_assert_num_queries(2):  # the revision, the tasks
        root = parse(client.get("/tehtavat/"))

    assert len(root.findall(".//main//ol/li")) == item_count


# --- One task ----------------------------------------------------------------------------------------
@pytest.mark.parametrize("language", LANGUAGES)
def test_page_tells_what_it_is_whose_account_it_is_and_what_families_said(client, language):
    task = make.make_task(
        name="Vertaistuki", what_it_is_fi="Perheet tapaavat.", how_we_do_it_fi="Keitämme kahvit."
    )
    centre = make.make_family_centre(name="Kittilän perhekeskus")
    make.make_task_voice(
        task=task, centre=centre, text="Perheet toivoivat kahvilaa.", told_at_fi="Tori", year=2024
    )

    root = parse(client.get(in_language("/tehtavat/vertaistuki/", language)))

    with translation.override(language):
        asked = ["What it is about", "How it is done here", "What families have said"]
        expected = [(2, gettext(msgid)) for msgid in asked]
        whose = gettext("The professionals of the network tell this of their own work.")
        source = gettext("Source")
    assert headings(root) == [(1, "Vertaistuki"), *expected, (3, "Kittilän perhekeskus")]
    prose = all_words(main(root), ".//div[@class='detail__main prose']/p")
    assert prose == ["Perheet tapaavat.", whose, "Keitämme kahvit."]
    assert all_words(section(root, "voices"), "p")[1:] == [
        "Perheet toivoivat kahvilaa.",
        f"{source}: Tori, 2024",
    ]
    assert hrefs(section(root, "voices")) == [in_language("/perhekeskukset/kittilan-perhekeskus/", language)]


def test_page_without_an_account_or_voices_leaves_them_out(client):
    make.make_task(name="Vertaistuki")

    assert headings(parse(client.get("/tehtavat/vertaistuki/"))) == [
        (1, "Vertaistuki"),
        (2, gettext("What it is about")),
    ]


def test_voices_are_summaries_newest_first_and_only_of_public_centres(client):
    task = make.make_task(name="Vertaistuki")
    make.make_task_voice(task=task, text="Vanhempi.", year=2023)
    make.make_task_voice(task=task, text="Uudempi.", year=2024)
    make.make_task_voice(task=task, text="Luonnoksen.", centre=make.make_family_centre(state="draft"))
    make.make_task_voice(task=task, text="Jäsenten.", centre=make.make_family_centre(visibility="members"))
    make.make_task_voice(text="Toisesta tehtävästä.")

    voices = section(parse(client.get("/tehtavat/vertaistuki/")), "voices")

    assert all_words(voices, "p")[1::2] == ["Uudempi.", "Vanhempi."]
    assert voices.find(".//blockquote") is None
    assert not set(words(voices)) & set('”“"»')


def test_services_that_do_the_task_and_the_way_to_all_of_them(client):
    task = make.make_task(name="Vertaistuki")
    for number in range(1, 8):
        make.make_service(name=f"Kahvila {number}", tasks=[task])
    make.make_service(name="Aamukerho")
    make.make_service(name="Aamuluonnos", tasks=[task], state="draft")

    root = parse(client.get("/tehtavat/vertaistuki/"))

    assert card_names(root) == [f"Kahvila {number}" for number in range(1, 7)]
    assert hrefs(section(root, "services").find("p")) == ["/palvelut/?tehtava=vertaistuki&kunta=kaikki"]


def test_page_at_home_shows_the_services_there(client):
    task = make.make_task(name="Vertaistuki")
    make.make_service(name="Kahvila", tasks=[task], municipalities=[make.make_municipality()])
    make.make_service(name="Kerho", tasks=[task], municipalities=[make.make_municipality(slug="rovaniemi")])

    root = parse(client.get("/tehtavat/vertaistuki/?kunta=kittila"))

    assert card_names(root) == ["Kahvila"]
    assert "/palvelut/?tehtava=vertaistuki&kunta=kaikki" in hrefs(main(root))
    assert canonical(root).endswith("?kunta=kittila")
    links = root.findall(".//nav[@class='languages']//a")
    assert {link.get("href").partition("?")[2] for link in links} == {"kunta=kittila"}


def test_neighbouring_tasks_are_a_step_away(client):
    for order, name in enumerate(("Ensimmäinen", "Toinen", "Kolmas")):
        make.make_task(name=name, order=order)
    make.make_task(name="Luonnos", order=1, state="draft")

    def neighbours(slug: str) -> list[tuple[str, str]]:
        nav = parse(client.get(f"/tehtavat/{slug}/")).find(".//nav[@aria-labelledby='neighbours']")
        return [(a.get("rel"), a.get("href")) for a in nav.iter("a")]

    assert neighbours("ensimmainen") == [("next", "/tehtavat/toinen/")]
    assert neighbours("toinen") == [("prev", "/tehtavat/ensimmainen/"), ("next", "/tehtavat/kolmas/")]
    assert neighbours("kolmas") == [("prev", "/tehtavat/toinen/")]


@pytest.mark.parametrize(
    ("fields", "status"),
    [({"state": "draft"}, 404), ({"state": "archived"}, 410), ({"visibility": "members"}, 404)],
)
def test_hidden_task_has_no_page(client, fields, status):
    make.make_task(name="Vertaistuki", how_we_do_it_fi="Salaista", **fields)

    response = client.get("/tehtavat/vertaistuki/")

    assert (response.status_code, "Salaista" in response.content.decode()) == (status, False)


def test_untranslated_texts_are_marked_and_said_once(client):
    make.make_task(name="Vertaistuki", name_sv="Kamratstöd", what_it_is_fi="Perheet tapaavat.")

    root = parse(client.get("/sv/tehtavat/vertaistuki/"))

    assert headings(root)[0] == (1, "Kamratstöd")
    assert (
        words(root.find(".//main//*[@class='detail__main prose']//span[@lang='fi']")) == "Perheet tapaavat."
    )
    assert len(root.findall(".//p[@class='notice notice--line']")) == 1


def test_task_whose_services_are_mostly_sensitive_has_the_quick_exit_and_its_numbers_first(client):
    theme = make.make_theme(name="Väkivalta", neutral_name_fi="Tukea", is_sensitive=True)
    task = make.make_task(name="Turva")
    theme.helplines.add(make.make_helpline(numbers=[("fi", "080 005 005")]))
    make.make_service(name="Turvakoti", neutral_name_fi="Turvallinen paikka", tasks=[task], themes=[theme])

    def guards() -> tuple[bool, bool]:
        root = parse(client.get("/tehtavat/turva/"))
        numbers = main(root).find(".//a[@href='tel:080005005']")
        return root.find(".//aside[@class='quick-exit']") is not None, numbers is not None

    assert guards() == (True, True)
    make.make_service(tasks=[task])
    make.make_service(tasks=[task])
    assert guards() == (False, False)


@pytest.mark.parametrize(
    ("query", "named"), [("kunta=helsinki", ["helsinki"]), ("outo=1&alue=levi", ["outo", "levi"])]
)
@pytest.mark.parametrize("path", ["/tehtavat/", "/tehtavat/vertaistuki/", "/portaat/"])
def test_unknown_choice_is_named_and_kept_out_of_caches(client, path, query, named):
    make.make_task(name="Vertaistuki")

    root = parse(client.get(f"{path}?{query}"))

    assert all_words(main(root), ".//div[@class='notice notice--warning']//b") == named
    assert meta(root, "robots") == "noindex"
    assert len(caching.pages) == 0


@pytest.mark.parametrize("item_count", [1, 3])
def test_page_costs_the_same_however_much_there_is(client, django_assert_num_queries, item_count):
    task = make.make_task(name="Vertaistuki")
    for _ in range(item_count):
        make.make_task()
        make.make_task_voice(task=task)
        make.make_service(tasks=[task])
    client.get("/tehtavat/vertaistuki/")  # makes the index and the cards
    caching.pages.clear()

    with django_assert_num_queries(3):  # the revision, the task, voices
        root = parse(client.get("/tehtavat/vertaistuki/"))

    assert len(section(root, "voices").findall("h3")) == len(card_names(root)) == item_count


def test_draft_can_be_seen_on_the_desk_alone(client):
    draft = make.make_task(name="Uusi tehtävä", state="draft")

    root = parse(desk.sign_in(desk.coordinator()).get(desk.address("preview", draft)))

    assert headings(root)[0] == (1, "Uusi tehtävä")
    assert meta(root, "robots") == "noindex"
    assert client.get("/tehtavat/uusi-tehtava/").status_code == 404


def test_card_never_ends_with_a_question(client):
    text = "Tuemme eroa. " + "Sovimme asioista. " * 7 + "Onko väkivaltaa? Soita Nollalinjaan. Muuta."

    shown = first_sentences(LocalText(text)).text

    assert shown.endswith("Soita Nollalinjaan.")
