"""Words to terms: base forms, compounds, hyphens and folding, in each language of analysis."""

from __future__ import annotations

from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st
from simplemma.strategies.dictionaries import StreamDictionaryFactory

from search import analysis, dictionaries
from search.analysis import Term, analysis_language, fold, is_real_word, shared_ends, terms_of, words_of


def whole(word: str, language: str) -> list[str]:
    """Return the terms that mean the whole word, without their language."""
    return [text.partition(":")[2] for text, share in terms_of(word, language) if share == analysis.WHOLE]


def shares(word: str, language: str) -> dict[str, int]:
    return {text.partition(":")[2]: share for text, share in terms_of(word, language)}


# --- Words and folding -----------------------------------------------------------------------------
def test_words_are_in_lower_case_and_keep_hyphens_and_endings():
    assert words_of("3-vuotiaalle, MLL:n Perhekahvila! (YH-perhe)") == [
        "3-vuotiaalle",
        "mll:n",
        "perhekahvila",
        "yh-perhe",
    ]


def test_words_of_signs_alone_are_none():
    assert words_of("") == words_of(" … – !? _ ") == []


def test_letters_are_alike_however_they_are_composed():
    composed, decomposed = "Äiti", "A\u0308iti"

    assert words_of(decomposed) == words_of(composed) == ["äiti"]
    assert fold(decomposed) == fold(composed) == "aiti"


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Päiväkoti", "paivakoti"),
        ("ÅNGEST", "angest"),
        ("čuvge đŋŧž", "cuvge dntz"),
        ("Größe æøß", "grosse aeoss"),
        ("ребёнок", "ребенок"),
        ("أطفال", "اطفال"),
    ],
)
def test_folded_text_has_no_marks(text, folded):
    assert fold(text) == folded


# --- Compounds that share an end ----------------------------------------------------------------------
@pytest.mark.parametrize(
    ("language", "text", "whole"),
    [
        ("fi", "Äitiys- ja lastenneuvolassa", ["äitiysneuvola"]),
        ("fi", "puhe-, toiminta- tai fysioterapeutti", ["puheterapeutti", "toimintaterapeutti"]),
        ("fi", "Ensi- ja turvakoti, perhe- sekä sosiaalityö", ["ensikoti", "perhetyö"]),
        ("fi", "Puhelin- ja chat-neuvontaa", ["puhelinneuvonta"]),
        ("fi", "äitiys-/lastenneuvola", ["äitiysneuvola"]),
        ("sv", "Tal-, ergo- och fysioterapi", ["talterapi", "ergoterapi"]),
        ("sv", "Mödra- och barnrådgivningen", ["mödrarådgivning"]),
        ("fi", "perhe- tai muu työ", []),
        ("fi", "Lapset puheeksi -keskustelu", []),
        ("fi", "klo 9- ja 10-luokka", []),
        ("fi", f"ensi- ja {'turva' * 9}koti", []),  # too long to be a word
        ("en", "pre- and postnatal care", []),
        ("se", "eadni- ja mánnáneavvun", []),  # no dictionary: nobody knows where the end begins
    ],
)
def test_compound_whose_end_is_told_once_is_whole_to_the_search(language, text, whole):
    assert shared_ends(text, language) == whole


# --- Base forms -------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("language", "word", "base"),
    [
        ("fi", "neuvolassa", "neuvola"),
        ("fi", "äitien", "aiti"),
        ("fi", "isille", "isa"),
        ("fi", "isi", "isa"),
        ("fi", "pelkään", "pelko"),
        ("sv", "barnens", "barn"),
        ("sv", "öppna", "oppen"),
        ("sv", "mamma", "mor"),
        ("en", "families", "famili"),
        ("en", "playing", "play"),
        ("se", "mánáid", "manaid"),
        ("smn", "anarâškielâ", "anaraskiela"),
        ("ru", "детского", "детск"),
        ("ar", "الأطفال", "اطفال"),
    ],
)
def test_word_has_the_base_form_or_stem_of_its_language(language, word, base):
    assert whole(word, language) == [base]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("fi", ["perhekahvila", "perhekahvilan", "perhekahviloissa", "perhekahvilaan"]),
        ("fi", ["lastenkerho", "lastenkerholle", "lastenkerhossa"]),
        ("sv", ["barnrådgivning", "barnrådgivningen"]),
        ("en", ["playgroup", "playgroups"]),
        ("ru", ["детский", "детского"]),
    ],
)
def test_forms_of_a_word_share_their_first_term(language, words):
    assert len({terms_of(word, language)[0] for word in words}) == 1


def test_same_word_of_two_languages_is_two_terms():
    assert terms_of("barn", "sv") == (Term("sv:barn", 10),)
    assert terms_of("barn", "en") == (Term("en:barn", 10),)


def test_easy_finnish_is_analysed_as_finnish():
    assert analysis_language("fi-selko") == "fi"
    assert analysis_language("sv") == "sv"


def test_figures_are_their_own_terms():
    assert terms_of("112", "fi") == (Term("fi:112", 10),)
    assert terms_of("112", "se") == (Term("se:112", 10),)


def test_unknown_word_is_itself_and_its_stem():
    assert terms_of("xyzzyttää", "fi") == (Term("fi:xyzzyttaa", 10), Term("fi:xyzzyt", 10))
    assert not is_real_word("xyzzyttää", "fi")


def test_dictionary_knows_finnish_and_swedish_words_alone():
    assert is_real_word("neuvolassa", "fi")
    assert is_real_word("barnens", "sv")
    assert not is_real_word("families", "en")
    assert not is_real_word("neuvolassa", "sv")


# --- Compounds and hyphens ---------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("language", "word", "terms"),
    [
        ("fi", "puheterapiaa", {"puheterapia": 10, "puhe": 6, "terapia": 6}),
        ("fi", "lastenneuvolaan", {"lastenneuvola": 10, "lapsi": 6, "neuvola": 6}),
        ("fi", "kohtaamispaikka", {"kohtaamispaikka": 10, "kohtaaminen": 6, "paikka": 6}),
        ("fi", "yksinhuoltajille", {"yksinhuoltaja": 10, "yksin": 6, "huoltaja": 6}),
        ("sv", "familjecentret", {"familjecenter": 10, "familj": 6, "center": 6}),
        ("sv", "stödpersoner", {"stodperson": 10, "stod": 6, "person": 6}),
    ],
)
def test_compound_is_its_parts_too_for_less(language, word, terms):
    assert shares(word, language) == terms


def test_compound_of_three_parts_gives_its_joined_ends():
    parts = shares("vertaistukiryhmä", "fi")

    assert parts["vertaistukiryhma"] == 10
    assert {parts[part] for part in ("tuki", "ryhma", "tukiryhma")} == {6}


def test_hyphenated_word_is_itself_joined_and_its_parts():
    assert shares("parent-child", "en") == {"parentchild": 10, "parent": 9, "child": 9}
    assert shares("yh-perhe", "fi") == {"yhperhe": 10, "yhperh": 10, "yh": 9, "perhe": 9}


def test_ending_behind_a_colon_is_no_word():
    assert shares("mll:n", "fi") == shares("mll", "fi")
    assert shares("don't", "en") == shares("don", "en")


def test_word_is_cut_at_its_longest():
    assert terms_of("x" * 200, "se") == (Term("se:" + "x" * 40, 10),)


@given(st.text(max_size=60), st.sampled_from(["fi", "sv", "en", "se", "smn", "sms", "uk", "ru", "ar"]))
def test_terms_of_any_text_are_of_its_language_and_told_once(text, language):
    for word in words_of(text):
        terms = terms_of(word, language)

        assert len({term.text for term in terms}) == len(terms)
        for term in terms:
            assert term.text.partition(":")[0] == language
            assert term.text.partition(":")[2]
            assert 0 < term.share <= analysis.WHOLE


# --- The analyser's signature and its dictionaries ---------------------------------------------------
def test_signature_follows_the_rules(monkeypatch):
    former = analysis.signature()
    analysis.signature.cache_clear()
    monkeypatch.setattr(analysis, "RULES", analysis.RULES + 1)

    assert analysis.signature() != former
    analysis.signature.cache_clear()


def test_folder_that_cannot_be_written_is_no_fault(settings, tmp_path):
    in_the_way = tmp_path / "file"
    in_the_way.write_text("")
    settings.DICTIONARY_DIR = str(in_the_way)

    assert dictionaries.make_files() is False


def test_packed_dictionary_gives_the_base_forms_of_simplemma(settings, tmp_path, monkeypatch):
    settings.DICTIONARY_DIR = str(tmp_path)
    monkeypatch.setattr(dictionaries, "LANGUAGES", ("sv",))  # the smaller; both take a test ten seconds more
    of_simplemma = dictionaries.factory()

    assert dictionaries.make_files() is True

    packed = dictionaries.factory()
    assert (type(of_simplemma), type(packed)) == (StreamDictionaryFactory, dictionaries.PackedDictionaries)
    mine, theirs = packed.get_dictionary("sv"), of_simplemma.get_dictionary("sv")
    assert len(mine) == len(theirs)
    some = list(islice(theirs, 0, None, 200))
    assert len(some) > 4_000
    assert [mine[word] for word in some] == [theirs[word] for word in some]
    assert mine["barnen"] == "barn"
    assert mine.get("xyzzy") is None


@given(st.text(max_size=40), st.text(max_size=40))
def test_packed_base_form_is_the_base_form(word, base):
    assert dictionaries.unpack(word, dictionaries.pack(word, base)) == base


def test_file_that_was_cut_is_made_anew_and_breaks_nothing_until_then(settings, tmp_path, monkeypatch):
    settings.DICTIONARY_DIR = str(tmp_path)
    monkeypatch.setattr(dictionaries, "LANGUAGES", ("sv",))
    dictionaries.make_files()
    [file] = dictionaries.folder().iterdir()
    whole = file.read_bytes()
    file.write_bytes(whole[:1000])

    assert isinstance(dictionaries.factory(), StreamDictionaryFactory)
    assert dictionaries.make_files() is True
    assert file.read_bytes() == whole
