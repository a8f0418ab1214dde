"""The search and what must not be seen: hidden things, sensitive ones, and urgent words above everything."""

from __future__ import annotations

import pytest

from perhekeskus import caching
from search import rebuilding
from tests import calendar_factories as calendar
from tests import factories as make
from tests.reading import LANGUAGES, all_words, canonical, parse, words
from tests.search_pages import HIT, ask, facet_counts, kinds, names, suggested, total

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]

TRACELESS = ("no-store", "no-referrer")


@pytest.fixture
def actor():
    return make.make_actor(name="Tekijä")


def traces(response) -> tuple[str | None, str | None]:
    return response.headers.get("Cache-Control"), response.headers.get("Referrer-Policy")


# --- Urgent words ----------------------------------------------------------------------------------
URGENT = {
    "fi": "mies lyö vauvaa",
    "fi-selko": "en halua elää vauva",
    "sv": "vill inte leva bebis",
    "en": "he hits me baby",
}


@pytest.fixture
def urgent_lines(actor):
    make.make_helpline(
        name="Hätänumero",
        numbers=[("fi", "112")],
        is_emergency=True,
        for_violence=True,
        for_self_harm=True,
        for_danger=True,
        order=1,
    )
    make.make_helpline(name="Nollalinja", numbers=[("fi", "080 005 005")], for_violence=True, order=2)
    make.make_helpline(name="Muu puhelin", order=3)
    languages = {"name_sv": "Bebis", "name_en": "Baby", "name_fi_selko": "Vauva"}
    make.make_service(name="Vauva", actor=actor, **languages)
    make.make_situation(name="Mies lyö vauvaa", phrases_fi="en halua elää, vauva", steps=["Lue."])
    rebuilding.rebuild()


@pytest.mark.parametrize("path", ["/haku/", "/palvelut/"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_urgent_words_of_any_language_put_112_above_everything_found(client, urgent_lines, path, language):
    for text in URGENT.values():
        response = ask(client, text, path=path, language=language)
        root, body = parse(response), response.content.decode()

        box = root.find(".//section[@aria-labelledby='urgent']")
        first = next(a.get("href") for a in box.iter("a") if a.get("href").startswith("tel:"))
        assert first == "tel:112", text
        below = [body.find(mark) for mark in ("<article", "first-situation", 'class="empty"', "results-head")]
        assert [at for at in below if 0 <= at < body.index('aria-labelledby="urgent"')] == [], text
        assert any(at > 0 for at in below), text
        assert traces(response) == TRACELESS, text
        title = words(root.find(".//title")).lower()
        assert [word for word in text.lower().split() if word in title.split()] == [], text
        assert canonical(root) is None, text
        assert root.find(".//*[@data-sensitive]") is not None, text
    assert len(caching.pages) == 0


def test_lines_of_other_kinds_of_urgency_are_left_out(client, urgent_lines):
    def numbers(text: str) -> list[str]:
        box = parse(ask(client, text)).find(".//section[@aria-labelledby='urgent']")
        return [] if box is None else all_words(box, ".//h3")

    assert numbers("mies lyö") == ["Hätänumero", "Nollalinja"]
    assert numbers("en halua elää") == ["Hätänumero"]
    assert numbers("vauva") == []


def test_emergency_number_is_first_though_nobody_ticked_it(client):
    make.make_helpline(name="Nollalinja", numbers=[("fi", "080 005 005")], for_violence=True, order=1)
    make.make_helpline(name="Hätänumero", numbers=[("fi", "112")], is_emergency=True, order=2)
    rebuilding.rebuild()

    box = parse(ask(client, "mies lyö")).find(".//section[@aria-labelledby='urgent']")

    assert all_words(box, ".//h3") == ["Hätänumero", "Nollalinja"]


def test_fragment_of_an_urgent_search_leaves_no_trace_either(client, urgent_lines):
    response = client.get("/haku/?q=mies+ly%C3%B6", headers={"X-Requested-With": "fetch"})

    assert traces(response) == TRACELESS
    assert "data-sensitive" in response.content.decode()


# --- Sensitive hits ----------------------------------------------------------------------------------
@pytest.fixture
def sensitive_theme():
    return make.make_theme(name="Turva", is_sensitive=True, neutral_name_fi="Tukea")


def test_page_with_a_sensitive_hit_leaves_no_trace(client, actor, sensitive_theme):
    make.make_service(name="Pirtti", actor=actor)
    make.make_service(name="Suojapirtti", actor=actor, themes=[sensitive_theme], neutral_name_fi="Paikka")
    rebuilding.rebuild()

    response = ask(client, "pirtti")
    root = parse(response)

    assert sorted(all_words(root, f"{HIT}/h3")) == ["Pirtti", "Suojapirtti"]
    assert traces(response) == TRACELESS
    assert "pirtti" not in words(root.find(".//title")).lower()
    assert "pirtti" not in root.find(".//*[@data-title]").get("data-title").lower()
    assert root.find(".//*[@data-quick-exit]") is not None
    assert len(caching.pages) == 0


def test_every_page_of_words_that_find_something_sensitive_leaves_no_trace(client, actor, sensitive_theme):
    make.make_clubs(23, actor=actor)
    make.make_service(name="Kerho", actor=actor, themes=[sensitive_theme])
    rebuilding.rebuild()

    assert traces(ask(client, "kerho")) == TRACELESS
    assert traces(ask(client, "kerho", sivu=2)) == TRACELESS


def test_sensitive_situation_that_stands_first_leaves_no_trace(client, sensitive_theme, actor):
    make.make_situation(
        name="Pelko", phrases_fi="kotona on paha olla", themes=[sensitive_theme], neutral_name_fi="Tukea"
    )
    for number in range(24):
        make.make_service(name=f"Kotona on paha olla {number}", actor=actor)
    rebuilding.rebuild()

    response = ask(client, "kotona on paha olla")

    assert parse(response).find(".//h3[@id='first-situation']") is not None
    assert traces(response) == TRACELESS


def test_member_who_sees_a_sensitive_hit_of_members_leaves_no_trace_either(client, actor, sensitive_theme):
    make.make_service(name="Suojapirtti", actor=actor, themes=[sensitive_theme], visibility="members")
    rebuilding.rebuild()
    client.force_login(make.make_member())

    response = ask(client, "suojapirtti")

    assert names(response) == ["Suojapirtti"]
    assert traces(response) == TRACELESS


def test_sensitive_choice_without_words_leaves_no_trace(client, sensitive_theme):
    rebuilding.rebuild()

    assert traces(ask(client, teema=sensitive_theme.slug)) == TRACELESS


# --- What is hidden ----------------------------------------------------------------------------------
HIDDEN = ("kurkkulakritsi", "mansikkalakritsi", "salmiakkilakritsi", "anislakritsi", "toffeelakritsi")


@pytest.fixture
def hidden(actor):
    """Five hidden things, each with a word of its own, and public things that are tied to them."""
    rovaniemi = make.make_municipality(slug="rovaniemi")
    make.make_municipality(slug="kittila")
    draft, archived, members, building, masked = (word.capitalize() for word in HIDDEN)
    make.make_service(name=draft, actor=actor, state="draft")
    make.make_service(name=archived, actor=actor, state="archived")
    make.make_service(name=members, actor=actor, visibility="members")
    place = calendar.make_meeting_place(
        name=building, place=make.make_place(municipality=rovaniemi, state="draft")
    )
    activity = calendar.make_activity(name="Tanssi")
    calendar.make_slot(activity=activity, place=place)
    secret = make.make_place(municipality=rovaniemi, name=masked, address_is_masked=True)
    make.make_service(name="Turvallinen tanssi", actor=actor, places=[secret])
    make.make_service(name="Lakritsi", actor=make.make_actor(name=f"{members} ry", visibility="members"))
    rebuilding.rebuild()


def test_hidden_things_are_not_found_counted_or_named(client, hidden):
    for text in ("lakritsi", *HIDDEN):
        response = ask(client, text)
        root = parse(response)
        assert set(all_words(root, f"{HIT}/h3")) <= {"Lakritsi"}, text
        assert sum(kinds(root).values()) in (0, 1), text
        assert facet_counts(root)["laji", "palvelut"] == len(root.findall(HIT)), text
        for form in root.iter("form"):
            form.clear()
        shown = response.content.decode().lower()
        assert [word for word in HIDDEN if word != text and word in shown] == [], text
    assert names(ask(client, "lakritsi")) == ["Lakritsi"]
    assert suggested(client, "lakr") == ["Lakritsi"]
    assert [suggested(client, word) for word in HIDDEN] == [[]] * len(HIDDEN)


@pytest.mark.parametrize("word", HIDDEN)
def test_hidden_words_are_no_nearest_words_and_mend_nothing(client, hidden, word):
    for text in (f"{word[:-2]}qx", f"{word[:-1]}o", f"{word}a"):
        body = ask(client, text).content.decode().lower().replace(text, "")
        assert word not in body, text


def test_hidden_place_does_not_tell_its_town(client, hidden):
    [dance, safe] = sorted(parse(ask(client, "tanssi")).findall(HIT), key=lambda hit: words(hit.find("h3")))

    assert (words(dance.find("h3")), words(safe.find("h3"))) == ("Tanssi", "Turvallinen tanssi")
    assert ["Rovaniemi" in words(hit) for hit in (dance, safe)] == [False, False]


@pytest.mark.parametrize("name", ["Tanssi", "Turvallinen tanssi"])
def test_hidden_place_is_not_found_by_its_town(client, hidden, name):
    assert name not in names(ask(client, "rovaniemi"))


def test_member_sees_what_is_for_members(client, hidden):
    client.force_login(make.make_member())

    response = ask(client, "lakritsi")

    assert sorted(names(response)) == ["Lakritsi", "Salmiakkilakritsi", "Salmiakkilakritsi ry"]
    assert response.headers["Cache-Control"] == "private, no-store"


def test_item_is_gone_from_the_page_at_once(client, actor, django_capture_on_commit_callbacks):
    services = [make.make_service(name=f"Jumppa {number}", actor=actor) for number in (1, 2, 3)]
    rebuilding.rebuild()
    assert len(names(ask(client, "jumppa"))) == 3

    services[0].state = "draft"
    services[0].save()  # before its entries are made anew

    root = parse(ask(client, "jumppa"))
    assert sorted(all_words(root, f"{HIT}/h3")) == ["Jumppa 2", "Jumppa 3"]
    assert (total(root), kinds(root)) == (2, {})


# --- What is hidden counts for nothing --------------------------------------------------------------
@pytest.mark.parametrize("path", ["/haku/", "/palvelut/"])
def test_hidden_hit_takes_no_hit_from_who_may_not_see_it(client, actor, path):
    """A rare word of an item for members would else push all that has only the common word below the mark."""
    for number in range(14):
        make.make_service(name=f"Palvelu {number}", summary_fi="Tukea lapselle.", actor=actor)
    make.make_service(name="Kiitorata lapselle", visibility="members", actor=actor)
    rebuilding.rebuild()

    of_hidden, of_nothing = (
        total(parse(ask(client, text, path=path))) for text in ("kiitorata lapsi", "avaruus lapsi")
    )

    assert of_hidden == of_nothing == 14


def test_hidden_sensitive_hit_changes_no_header(client, actor, sensitive_theme):
    make.make_service(name="Kiitorata", visibility="members", actor=actor, themes=[sensitive_theme])
    rebuilding.rebuild()

    assert traces(ask(client, "kiitorata")) == traces(ask(client, "avaruus"))
