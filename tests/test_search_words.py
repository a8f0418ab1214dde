"""Stop words, and the urgent words that bring the emergency number."""

from __future__ import annotations

import pytest

from perhekeskus.languages import LANGUAGES
from search import words
from search.words import URGENT_GROUPS, foreign_language, is_stop_word, urgent_groups

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


# --- The language that is written ---------------------------------------------------------------------
@pytest.mark.parametrize(
    ("own", "text", "foreign"),
    [
        ("fi", "my baby does not sleep", "en"),
        ("fi", "min man är arg", "sv"),
        ("sv", "min man är arg", ""),
        ("en", "vauva ei nuku enkä minä jaksa", "fi"),
        ("fi", "on me", ""),  # words of both
        ("fi", "baby club", ""),
        ("fi", "en jaksa enää olla yksin", ""),
        ("fi", "дитина не спить", "uk"),
        ("fi", "ребёнок", "ru"),
        ("fi", "طفلي لا ينام", "ar"),
        ("uk", "дитина", ""),
    ],
)
def test_stop_words_tell_that_a_text_is_in_another_language(own, text, foreign):
    assert foreign_language(text.split(), own, ["fi", "sv", "en", "uk", "ru", "ar"]) == foreign


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
        if group in URGENT_GROUPS
        for expression in expressions
        if group not in urgent_groups(expression, [language])
    ]

    assert unheard == []
    assert set(listed) - {"doers", "as_written"} == set(URGENT_GROUPS)


@pytest.mark.parametrize("text", ["tytär pelkää isäänsä", "lapseni pelkää isää", "mieheni löi minua"])
def test_who_does_and_who_is_feared_may_be_somebodys_own(text):
    assert urgent_groups(text, EVERY) == {"violence"}


def test_all_words_of_an_expression_must_be_there_in_any_order():
    assert urgent_groups("lyökö sinun mies", EVERY) == {"violence"}
    assert urgent_groups("mies", EVERY) == urgent_groups("lyö", EVERY) == set()


@pytest.mark.parametrize(
    "text", ["mies ly minua", "mies löö minua", "puolso lyö", "poikaystvä hakkaa", "min pojkvä slår mig"]
)
def test_slip_in_one_word_of_several_is_let_pass(text):
    assert urgent_groups(text, EVERY) == {"violence"}


@pytest.mark.parametrize(
    "text",
    [
        "mies syö minua",
        "mies luo lunta",
        "en jaksa enaa",  # without its marks, a letter from "elää"
        "lapsi pelkaa, aiti vasynyt",
        "pelkaan, mista apua",
        "lapsi pelkää, Isak 4 v",
    ],
)
def test_other_words_are_no_slips(text):
    assert urgent_groups(text, EVERY) == set()


@pytest.mark.parametrize(
    ("fi", "sv", "en"),
    [
        ("en uskalla mennä kotiin", "jag vågar inte gå hem", "I am scared to go home"),
        ("puoliso raiskasi", "han våldtog mig", "he raped me"),
        ("mies tönii minua", "min man knuffar mig", "my husband pushes me"),
    ],
)
def test_the_same_fear_is_heard_alike_in_each_language(fi, sv, en):
    assert [urgent_groups(text, EVERY) for text in (fi, sv, en)] == [{"violence"}] * 3


@pytest.mark.parametrize(
    "text", ["tekee mieli ravistaa vauvaa", "jag är rädd att skada mitt barn", "I want to shake my baby"]
)
def test_who_may_harm_a_child_is_answered_by_the_crisis_line(text):
    assert urgent_groups(text, EVERY) == {"self_harm"}


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
        "en halua enaa imettaa",
        "poika pelkää, Isla 3v",
        "isä ei pääse pois töistä",
        "mies ei pääse ulos",
        "puoliso ei pääse ulos synnytyksen jälkeen",
        "vanhemmat eivät pääse ulos",
        "pelkään olla yksin kotona vauvan kanssa",
        "pimeän pelko kotona",
        "lääkäri otti näytteen kurkusta",
        "tarttui kurkusta flunssa",
        "vauva repii hiuksista",
        "lapsi koskettelee minua koko ajan imetyksessä",
        "lapsi lukitsi minut vessaan",
        "isä potkaisee palloa",
        "koskeeko vanhempainvapaa isäpuoli",
        "lapsi ei halua syödä lääkkeitä",
        "mitt barn knuffar mig",
        "min son knuffar mig",
        "min treåring kastar saker på mig",
        "när kan man känna att bebisen sparkar mig",
        "bebisen sparkar, han sparkar mig i magen",
        "vill inte att någon rör vid mig när jag ammar",
        "my teen is missing school",
        "my son pushes me",
        "lapsi ei uskalla mennä kouluun",
        "taapero ei päästä minua ulos",
        "lapsi ravistaa päätään",
        "my baby shakes her head",
        "mies lukee lapselle",
        "poika tönii muita",
        "lapsi lyö äitiä",
        "vauva heittää tavaroita",
        "Mia pelkää",
        "lapsi löi toista lasta",
        "lapsi satuttaa muita",
        "isä ja poika potkivat palloa",
        "miten isä voi tukea imetystä",
        "mies ei halua lasta",
        "mies väsynyt",
        "lapsi tönii minua",
        "vauva puree minua",
    ],
)
def test_everyday_worry_is_not_urgent(text):
    assert urgent_groups(text, EVERY) == set()
