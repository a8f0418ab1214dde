"""What a query says beside its words: ages in three languages, and places in whatever case."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perhekeskus.ages import parse_age
from search.understanding import PlaceName, ages_in, places_in


def values(text: str) -> list[str]:
    """Return the ages of a query as `ika` says them."""
    return [age.span.value for age in ages_in(text)[0]]


def months(text: str) -> list[tuple[int, int]]:
    return [(age.span.first, age.span.end) for age in ages_in(text)[0]]


# --- Ages in figures ---------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("3v", "3v"),
        ("3 v", "3v"),
        ("3-vuotiaalle", "3v"),
        ("3 vuotias", "3v"),
        ("kolmevuotias", "3v"),
        ("viisi vuotta", "5v"),
        ("kaksivuotiaan", "2v"),
        ("15-vuotias", "15v"),
        ("0 v", "0v"),
        ("4-vuotistarkastus", "4v"),
        ("8 kk", "8kk"),
        ("5kk", "5kk"),
        ("kahden kuukauden ikäinen", "2kk"),
        ("puolivuotias", "6kk"),
        ("puolitoistavuotias", "18kk"),
        ("2 viikon ikäinen", "0kk"),
        ("6 viikkoa", "1kk"),
        ("3 år", "3v"),
        ("treåring", "3v"),
        ("fyraårig", "4v"),
        ("5 månader", "5kk"),
        ("5 mån", "5kk"),
        ("2 veckor", "0kk"),
        ("3-year-old", "3v"),
        ("two years old", "2v"),
        ("six months old", "6kk"),
        ("3 yrs", "3v"),
        ("8 weeks", "1kk"),
    ],
)
def test_age_is_understood(text, value):
    assert values(text) == [value]


@given(st.integers(0, 27))
def test_age_in_years_is_one_that_an_address_may_hold(years):
    [age] = ages_in(f"kerho {years}-vuotiaalle")[0]

    assert age.span == parse_age(f"{years}v")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "3",
        "3 lasta",
        "kolme lasta",
        "3 barn",
        "100 vuotta",
        "30v äiti",
        "tre barn",
        "puoli kiloa",
        "vuotias",
        "112",
        "klo 3",
        "x3v",
    ],
)
def test_what_is_no_age_is_none(text):
    assert ages_in(text) == ([], text)


def test_ages_of_two_children_are_both_understood():
    found, rest = ages_in("kerho 3v ja 8 kk")

    assert [age.span.value for age in found] == ["3v", "8kk"]
    assert [age.words for age in found] == [("3v",), ("8 kk",)]
    assert rest.split() == ["kerho", "ja"]


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("puheterapiaa 3-vuotiaalle", ["puheterapiaa"]),
        ("6 månader gammal sover inte", ["gammal", "sover", "inte"]),
        ("sleep for my two-year-old boy", ["sleep", "for", "my", "boy"]),
        ("4-vuotistarkastus neuvolassa", ["tarkastus", "neuvolassa"]),
    ],
)
def test_age_in_figures_leaves_the_query(text, rest):
    assert ages_in(text)[1].split() == rest


# --- Stages of life ----------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("vastasyntynyt", (0, 1)),
        ("vauvalle", (0, 12)),
        ("bebisar", (0, 12)),
        ("babies", (0, 12)),
        ("taaperoiden", (12, 36)),
        ("toddlers", (12, 36)),
        ("leikki-ikäinen", (36, 84)),
        ("eskarilaiset", (72, 84)),
        ("koululaisen", (84, 156)),
        ("alakoulussa", (84, 156)),
        ("murrosikä", (156, 216)),
        ("tonåringar", (156, 216)),
        ("teenager", (156, 216)),
    ],
)
def test_stage_of_life_is_an_age_and_stays_in_the_query(text, span):
    found, rest = ages_in(text)

    assert [(age.words, age.span.value, (age.span.first, age.span.end)) for age in found] == [
        ((text,), "", span)
    ]
    assert rest == text


def test_stage_that_is_told_twice_counts_once():
    assert months("vauva vauvalle bebis") == [(0, 12)]


@given(st.text(max_size=80))
def test_any_text_has_whole_ages_in_order(text):
    for age in ages_in(text)[0]:
        assert 0 <= age.span.first < age.span.end


# --- Places ----------------------------------------------------------------------------------------
NAMES = [
    PlaceName("kunta", "kittila", "Kittilä"),
    PlaceName("kunta", "rovaniemi", "Rovaniemi"),
    PlaceName("kunta", "tornio", "Tornio"),
    PlaceName("kunta", "tornio", "Torneå"),
    PlaceName("kunta", "ii", "Ii"),
    PlaceName("alue", "sirkka", "Sirkka"),
]


def slugs(words: str) -> list[str]:
    return [place.slug for place in places_in(words.split(), NAMES)]


@pytest.mark.parametrize(
    ("word", "slug"),
    [
        ("kittilä", "kittila"),
        ("kittila", "kittila"),
        ("kittilässä", "kittila"),
        ("kittilästä", "kittila"),
        ("kittilään", "kittila"),
        ("kittilän", "kittila"),
        ("rovaniemi", "rovaniemi"),
        ("rovaniemellä", "rovaniemi"),
        ("rovaniemelle", "rovaniemi"),
        ("rovaniemen", "rovaniemi"),
        ("torniosta", "tornio"),
        ("torneå", "tornio"),
        ("torneås", "tornio"),
        ("ii", "ii"),
        ("sirkassa", None),
        ("sirkkaan", "sirkka"),
        ("oulussa", None),
        ("rovaniemeläinen", None),
        ("kitti", None),
        ("iivari", None),
    ],
)
def test_place_is_understood_in_whatever_case(word, slug):
    assert slugs(word) == ([slug] if slug else [])


def test_places_are_told_with_their_word_and_parameter():
    found = places_in(["kerhoja", "kittilässä", "sirkka"], NAMES)

    assert [(place.word, place.parameter, place.slug, place.label) for place in found] == [
        ("kittilässä", "kunta", "kittila", "Kittilä"),
        ("sirkka", "alue", "sirkka", "Sirkka"),
    ]
