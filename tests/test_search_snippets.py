"""Why something was found: marked words, the sentence that matters, and nothing of a text as HTML."""

from __future__ import annotations

import pytest
from django.utils.translation import gettext

from search import rebuilding
from tests import factories as make
from tests.reading import all_words, parse, words
from tests.search_pages import HIT, ask, marked

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


@pytest.fixture
def actor():
    return make.make_actor(name="Tekijä")


def hit_for(client, text: str, language: str = "fi"):
    """The page's only hit."""
    rebuilding.rebuild()
    [hit] = parse(ask(client, text, language=language)).findall(HIT)
    return hit


def snippet(hit) -> str:
    return words(hit.findall("p")[1])


def met(hit) -> list[str]:
    """Keywords that met the words, when no sentence did."""
    told = [words(p) for p in hit.findall("p[@class='muted']")]
    return [text.removeprefix(gettext("Found by:")).strip() for text in told]


# --- HTML ----------------------------------------------------------------------------------------
def test_names_and_texts_are_shown_as_they_are_written(client, actor):
    name, evil = "<b>Vauva</b> & co", '<img src=x onerror="alert(1)"> vauva <script>alert(1)</script>'
    make.make_service(
        name=name, summary_fi="Seuraa.", keywords_fi="<i>vauvauinti</i>, muu", actor=actor, slug="vauva"
    )
    make.make_service(name=f"{evil} & 2", summary_fi=f"{evil} & 3", actor=actor, slug="toinen")
    rebuilding.rebuild()

    response = ask(client, "vauva uinti")
    first, second = parse(response).findall(HIT)

    assert words(first.find("h3")) == name
    assert marked(first.find("h3")) == ["Vauva"]
    assert met(first) == ["<i>vauvauinti</i>"]
    assert (words(second.find("h3")), snippet(second)) == (f"{evil} & 2", f"{evil} & 3")
    assert [e.tag for e in second.find("h3/a")] == ["mark"]
    body = response.content.decode()
    assert [text for text in ("<img", "<b>Vauva", "<script>", "<i>") if text in body] == []


# --- Words ---------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("puheterapiaa", "Puheterapia", ["Puheterapia"]),
        ("puheterapiaa", "Puheterapeutti ja terapia", ["Puheterapeutti", "terapia"]),
        ("isälle", "Isien ilta", ["Isien"]),
        ("kahvila", "Perhekahvilassa tavataan", ["Perhekahvilassa"]),
        ("avoin päiväkoti", "Avoimessa päiväkodissa leikitään", ["Avoimessa", "päiväkodissa"]),
        ("jumppa", "MLL:n vauvajumppa-ryhmä", ["vauvajumppa-ryhmä"]),
        ("paivakoti", "Päiväkoti", ["Päiväkoti"]),
        ("puhetrapia", "Puheterapia", ["Puheterapia"]),  # the word that was searched
    ],
)
def test_words_that_met_are_marked_in_whatever_form(client, actor, text, name, expected):
    make.make_service(name=name, actor=actor)

    assert marked(hit_for(client, text).find("h3")) == expected


def test_words_that_say_nothing_are_not_marked(client, actor):
    make.make_service(name="Apua ja tukea, kun vauva ei nuku", actor=actor)

    assert marked(hit_for(client, "vauva ei nuku ja").find("h3")) == ["vauva", "nuku"]


# --- Sentences -------------------------------------------------------------------------------------
def test_sentence_that_matters_is_shown(client, actor):
    make.make_service(
        name="Tuki",
        summary_fi="Tukea arkeen. Kahvia saa.",
        description_fi="Ensin jutellaan.\n\nSitten imetysohjaaja neuvoo imetyksessä! Lopuksi syödään.",
        actor=actor,
    )

    hit = hit_for(client, "imetys")

    assert snippet(hit) == "Sitten imetysohjaaja neuvoo imetyksessä!"
    assert marked(hit) == ["imetysohjaaja", "imetyksessä"]


def test_summary_begins_what_is_shown_when_only_the_name_met(client, actor):
    make.make_service(name="Imetystuki", summary_fi="Apua arkeen. Ja muuta.", actor=actor)

    hit = hit_for(client, "imetystuki")

    assert (snippet(hit), met(hit)) == ("Apua arkeen.", [])


def test_keywords_are_shown_when_no_sentence_met(client, actor):
    make.make_service(
        name="Tuki", summary_fi="Apua arkeen.", keywords_fi="imetys, rintaruokinta; pullo", actor=actor
    )

    hit = hit_for(client, "imetyksessä")

    assert (snippet(hit), met(hit), marked(hit)) == ("Apua arkeen.", ["imetys"], ["imetys"])


def test_keywords_are_not_shown_when_a_sentence_met(client, actor):
    make.make_service(name="Tuki", summary_fi="Apua imetykseen.", keywords_fi="imetys", actor=actor)

    hit = hit_for(client, "imetys")

    assert (snippet(hit), met(hit)) == ("Apua imetykseen.", [])


def test_long_sentence_is_cut_between_words_and_still_shows_what_met(client, actor):
    make.make_service(name="Tuki", summary_fi="", description_fi="pitkä lause " * 40 + "imetys", actor=actor)

    hit = hit_for(client, "imetys")

    assert len(snippet(hit)) <= 245
    assert "imetys" in marked(hit)


def test_fallback_is_analysed_in_its_own_language(client, actor):
    make.make_service(name="Puheterapia", summary_fi="Änkytykseen apua.", name_en="Speech", actor=actor)

    hit = hit_for(client, "änkytys", language="en")

    assert all_words(hit, ".//p[@lang='fi']") == ["Änkytykseen apua."]
    assert marked(hit) == ["Änkytykseen"]
