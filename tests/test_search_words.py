"""Stop words, and the urgent words that bring the emergency number."""

from __future__ import annotations

import pytest

from perhekeskus.languages import LANGUAGES
from search import words
from search.words import URGENT_GROUPS, is_stop_word, urgent_groups

EVERY = list(LANGUAGES)


# --- Stop words --------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fi", "on ei olen haluaisin pitääkö mistä tarvitsen minulla jotka ja"),
        ("sv", "är jag inte och hur får behöver min"),
        ("en", "the does needs where my and"),
    ],
)
def test_what_says_nothing_is_a_stop_word_in_whatever_form(language, text):
    assert [word for word in text.split() if not is_stop_word(word, language)] == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fi", "lapsi perhe apua tuki yksin uusi pieni neuvola ilmainen"),
        ("sv", "barn familj hjälp stöd ensam ny liten gratis"),
        ("en", "child family help support alone new small free"),
        ("se", "leat ja mánná"),
    ],
)
def test_what_tells_a_subject_is_no_stop_word(language, text):
    assert [word for word in text.split() if is_stop_word(word, language)] == []


def test_stop_word_of_one_language_may_be_a_word_of_another():
    assert is_stop_word("on", "fi")
    assert is_stop_word("on", "en")
    assert not is_stop_word("on", "sv")
    assert is_stop_word("vi", "sv")
    assert not is_stop_word("vi", "fi")


# --- Urgent words: each that must fire ---------------------------------------------------------------
@pytest.mark.parametrize(
    ("group", "text"),
    [
        ("violence", "väkivaltaa"),
        ("violence", "Mieheni löi minua eilen"),
        ("violence", "puoliso lyö"),
        ("violence", "min man slår mig"),
        ("violence", "misshandlad hemma"),
        ("violence", "my husband hits me"),
        ("violence", "муж бьет меня"),
        ("violence", "чоловік б'є"),
        ("violence", "زوجي يضربني"),
        ("self_harm", "itsemurhaa ajattelee"),
        ("self_harm", "tytär viiltelee"),
        ("self_harm", "en halua elää"),
        ("self_harm", "haluan kuolla"),
        ("self_harm", "jag vill inte leva"),
        ("self_harm", "självmord"),
        ("self_harm", "I want to die"),
        ("self_harm", "не хочу жить"),
        ("self_harm", "не хочу жити"),
        ("self_harm", "أريد أن أموت"),
        ("danger", "vauva ei hengitä"),
        ("danger", "lapsi nieli pariston"),
        ("danger", "tukehtuuko vauva"),
        ("danger", "barnet andas inte"),
        ("danger", "medvetslöst barn"),
        ("danger", "baby is not breathing"),
        ("danger", "ребенок не дышит"),
        ("danger", "дитина не дихає"),
        ("danger", "طفلي لا يتنفس"),
    ],
)
def test_urgent_words_are_heard_in_every_language(group, text):
    assert urgent_groups(text, EVERY) == {group}


@pytest.mark.parametrize("language", ["fi", "sv", "en", "uk", "ru", "ar"])
def test_every_listed_expression_is_heard_as_it_is_listed(language):
    listed = words._read("urgent_words.yaml")[language]

    unheard = [
        expression
        for group, expressions in listed.items()
        if group != "doers"
        for expression in expressions
        if group not in urgent_groups(expression, [language])
    ]

    assert unheard == []
    assert set(listed) - {"doers"} == set(URGENT_GROUPS)


def test_all_words_of_an_expression_must_be_there_in_any_order():
    assert urgent_groups("lyökö sinun mies", EVERY) == {"violence"}
    assert urgent_groups("mies", EVERY) == urgent_groups("lyö", EVERY) == set()


def test_urgent_word_is_heard_on_a_page_of_another_language():
    assert urgent_groups("itsemurha", ["fi", "sv"]) == {"self_harm"}
    assert urgent_groups("итсемурха самоубийство", ["fi", "sv"]) == set()
    assert urgent_groups("самоубийство", ["fi", "ru"]) == {"self_harm"}


def test_sami_has_no_words_until_a_translator_writes_them():
    assert [
        words._read("urgent_words.yaml")[code][group]
        for code in ("se", "smn", "sms")
        for group in URGENT_GROUPS
    ] == [[]] * 9


# --- And everyday phrases that must not --------------------------------------------------------------
@pytest.mark.parametrize(
    "text",
    [
        "lapsi lyö muita",
        "taapero puree ja potkii",
        "lapsi tappelee kaverin kanssa",
        "pelkään synnytystä",
        "lapsi pelkää pimeää",
        "en jaksa enää",
        "mummo kuoli",
        "väsynyt äiti",
        "lapsi kadottanut hanskan",
        "avioero",
        "mies",
        "barnet slår andra barn",
        "rädd för mörkret",
        "toddler hits others",
        "hurt my back giving birth",
        "",
    ],
)
def test_everyday_worry_is_not_urgent(text):
    assert urgent_groups(text, EVERY) == set()
