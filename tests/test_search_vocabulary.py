"""The words of the index in memory: what a mistyped word is taken to be, and what is never mended."""

from __future__ import annotations

import pytest

from search.vocabulary import Vocabulary


@pytest.fixture
def vocabulary() -> Vocabulary:
    return Vocabulary(
        revision=1,
        language="fi",
        entries=20,
        counts={
            "neuvola": 5,
            "neuvonta": 2,
            "kerho": 3,
            "avoin": 4,
            "paivakoti": 6,
            "hammaslaakari": 1,
            "4h": 9,
        },
        surfaces={"neuvolassa": 2, "paivakoti": 6, "paivakotiin": 1},
        written={"paivakoti": "päiväkoti", "paivakotiin": "päiväkotiin"},
    )


@pytest.mark.parametrize(
    ("asked", "nearest"),
    [
        ("nuevola", [("neuvola", 1.0)]),  # two letters changed places
        ("neuvla", [("neuvola", 1.0)]),
        ("neuvolla", [("neuvola", 1.0)]),
        ("meuvola", [("neuvola", 1.3)]),  # the first letter costs more
        ("hamaslaakri", [("hammaslaakari", 2.0)]),
        ("neuvolasa", [("neuvolassa", 1.0)]),
        ("neuvota", [("neuvola", 1.0), ("neuvonta", 1.0)]),
        ("kreoh", []),
        ("ker", []),
        ("2024", []),
        ("xxxxxxxx", []),
    ],
)
def test_nearest_words_are_within_a_letter_or_of_long_words_two(vocabulary, asked, nearest):
    assert vocabulary.nearest(asked) == nearest


def test_of_equally_near_words_the_commonest_come_first_and_five_at_most():
    words = {f"kerh{letter}": number for number, letter in enumerate("abcdefg", 1)}
    vocabulary = Vocabulary(1, "fi", counts=words)

    assert [word for word, _distance in vocabulary.nearest("kerhx")] == [
        "kerhg",
        "kerhf",
        "kerhe",
        "kerhd",
        "kerhc",
    ]


def test_two_known_words_written_together_are_told_apart(vocabulary):
    assert vocabulary.nearest("avoinpaivakoti") == [("avoin paivakoti", 0.0)]
    assert vocabulary.as_written("avoin paivakoti") == "avoin päiväkoti"
    assert vocabulary.nearest("avoinxyz") == []


def test_word_without_its_marks_is_the_same_word(vocabulary):
    assert vocabulary.nearest("paivakotiin") == [("paivakotiin", 0.0)]
    assert vocabulary.as_written("paivakotiin") == "päiväkotiin"


def test_beginnings_are_the_commonest_terms_first(vocabulary):
    assert vocabulary.beginning_with("neuv") == ["neuvola", "neuvonta"]
    assert vocabulary.beginning_with("neuv", limit=1) == ["neuvola"]
    assert vocabulary.beginning_with("xyz") == []


def test_word_is_known_as_a_term_or_as_it_is_written(vocabulary):
    assert vocabulary.knows("neuvola")
    assert vocabulary.knows("neuvolassa")
    assert not vocabulary.knows("neuvolasta")
