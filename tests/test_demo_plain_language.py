"""The demo is written for a tired parent: short texts and short sentences, in every region.

Limits stand here and nowhere else. Measured in 2026: the longest sentence had 23 words in Finnish and 10 in
easy Finnish; the limits are a little tighter, and the texts that broke them were mended.
"""

from __future__ import annotations

import re

import pytest

from perhekeskus.demo.tasks import TASKS
from perhekeskus.translated import LocalText
from services.task_pages import first_sentences
from tests.demo import Written, written

# Characters, in any language; by the record's field, or by list and field where a name means several things.
LENGTHS = {
    "summary": 200,  # what fits a card
    "description": 600,
    "how_to_get": 250,
    "who_for": 120,
    "told_to_parents": 150,
    "introduction": 200,
    "THEMES.introduction": 350,
    "FAMILY_CENTRES.introduction": 560,
    "MEETING_PLACES.introduction": 260,
    "what_happens": 430,
    "rules": 170,
    "text": 230,  # a step of a route
    "TASK_VOICES.text": 350,
    "what_it_is": 530,
    "HOW_WE_DO_IT": 430,
    "when_to_ring": 220,
    "how_to_reach": 170,
    "HELP_WORKERS_REACH": 170,
    "note": 170,
    "keywords": 200,
    "phrases": 200,
    "YOUNG_PAGE": 1000,
}
OTHERWISE = 120  # names and all that is as short
# Words in a sentence, and words in a sentence on average in a text of several.
LONGEST = {"fi": 20, "fi_selko": 10}
AVERAGE = {"fi": 15, "fi_selko": 8}
NOT_SENTENCES = {"keywords", "phrases"}
TEXTS = list(written())


def limit_of(found: Written) -> int:
    names = (f"{found.path[0]}.{found.path[-1]}", found.path[-1], found.path[0])
    return next((LENGTHS[name] for name in names if name in LENGTHS), OTHERWISE)


def sentence_lengths(text: str) -> list[int]:
    """Words in each sentence; an ordinal or a date within a sentence does not end it."""
    sentences = re.split(r"(?<=[.!?])\s+(?=[\"A-ZÅÄÖ])|\n+", text)
    return [len(re.findall(r"\w[\w’'.–/-]*", sentence)) for sentence in sentences if sentence.strip()]


def test_sentences_are_told_apart():
    assert sentence_lengths("Soita 112. Odota 1.–9. luokan ovella! Tuletko?\nHyvä.") == [2, 4, 1, 1]


def test_no_text_is_longer_than_its_field_allows():
    assert len(TEXTS) > 1000
    assert [
        f"{found} {language}: {len(text)} > {limit_of(found)}"
        for found in TEXTS
        for language, text in found.in_each_language()
        if len(text) > limit_of(found)
    ] == []


@pytest.mark.parametrize("language", LONGEST)
def test_sentences_are_short(language):
    told = []
    for found in TEXTS:
        text = dict(found.in_each_language())[language]
        if not text or found.path[-1] in NOT_SENTENCES:
            continue
        lengths = sentence_lengths(text)
        if max(lengths) > LONGEST[language]:
            told.append(f"{found}: a sentence of {max(lengths)} words")
        if len(lengths) > 1 and sum(lengths) / len(lengths) > AVERAGE[language]:
            told.append(f"{found}: {sum(lengths) / len(lengths):.1f} words in a sentence")

    assert told == []


@pytest.mark.parametrize("language", ["fi", "selko", "sv", "en"])
def test_cards_of_tasks_begin_with_an_answer_and_carry_the_exception(language):
    cards = {
        task["key"]: first_sentences(LocalText(getattr(task["what_it_is"], language))).text for task in TASKS
    }

    assert [key for key, card in cards.items() if card.endswith("?")] == []
    assert "080 005 005" in cards["ero"]
    assert re.search(r"sovittelu|medling|mediation", cards["ero"])
