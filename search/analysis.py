"""Words to terms: the same for what is indexed and what is asked.

A term is a word's base form, without marks (ä is a), behind the code of the language that it was
analysed in: `fi:neuvola`. `terms_of` is the one door to whatever finds base forms: another
analyser (Voikko) would take the place of `_base_forms`, and change `signature`.
"""

from __future__ import annotations

import hashlib
import re
import sys
import threading
import unicodedata
from functools import cache, lru_cache
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

import snowballstemmer
import yaml
from simplemma.strategies import DefaultStrategy
from simplemma.strategies.dictionary_lookup import DictionaryLookupStrategy

from perhekeskus.languages import LANGUAGES
from search import dictionaries

RULES = 2  # raise it when anything here would give other terms for the same word

WORD = re.compile(r"[^\W_]+(?:[-'’:][^\W_]+)*")
MAY_BE_MARK = re.compile("[\u0300-\U0010ffff]")  # no letter of the Latin alphabets is there
APOSTROPHE = re.compile("['’ʼ]")
JOINT = re.compile(r"[-'’:]")
# "Puhe-, toiminta- ja fysioterapia": what begins each compound, and the last of them, whole.
BEGINNINGS = re.compile(
    r"((?:\b[^\W\d_]{2,}-(?:\s*[,/]\s*|\s+(?:ja|tai|sekä|eli|och|eller|samt|and|or)\s+))+)([^\W\d_]+(?:-[^\W\d_]+)*)"
)
BEGINNING = re.compile(r"([^\W\d_]+)-")
SHORTEST_END, MOST_BEGINNINGS = 3, 8  # letters that such compounds share, and how many may share them
# Base forms by a dictionary; the rest by a stem alone, or not at all.
WITH_DICTIONARY = dictionaries.LANGUAGES
STEMMERS = {"fi": "finnish", "sv": "swedish", "en": "english", "ru": "russian", "ar": "arabic"}

WHOLE, PART = 10, 6  # a term's share in tenths: a part of a compound says less than the whole
PIECE = 9  # of a hyphenated word
LONGEST_WORD, LONGEST_TERM = 40, 56  # a term is longer where folding makes two letters of one
SHORTEST_GUESS = 0.6  # of the word's length
HERE = Path(__file__).resolve().parent
_FORMS = yaml.safe_load((HERE / "word_forms.yaml").read_text(encoding="utf-8"))
BOUND_HEADS = {language: frozenset(heads) for language, heads in _FORMS["bound_heads"].items()}
MEANT: dict[str, dict[str, str]] = _FORMS["meant"]
_SPECIAL = str.maketrans(
    {"đ": "d", "ŋ": "n", "ŧ": "t", "ø": "o", "æ": "ae", "ß": "ss", "ʒ": "z", "ǥ": "g", "ǩ": "k"}
)


class Term(NamedTuple):
    """A term and its share of the word in tenths: `WHOLE`, or less for a part of a compound."""

    text: str
    share: int


def analysis_language(site_language: str) -> str:
    """Return the language by whose rules a site language's texts are analysed: easy Finnish is Finnish."""
    return LANGUAGES[site_language].html_lang


def fold(text: str) -> str:
    """Return text without marks, for comparing: "Äiti" and "aiti" are alike.

    >>> fold("Nuõrttsääʹmǩiõll")
    'nuorttsaaʹmkioll'
    """
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    folded = "".join(c for c in plain if not unicodedata.combining(c)).translate(_SPECIAL)
    return text if folded == text else folded  # of thousands of words that are kept, one in memory


def words_of(text: str) -> list[str]:
    """Return the words of a text in their order, in lower case; a hyphenated one is one word.

    >>> words_of("3-vuotiaalle, MLL:n perhekahvila!")
    ['3-vuotiaalle', 'mll:n', 'perhekahvila']
    """
    plain = unicodedata.normalize("NFKC", text).casefold()
    return WORD.findall(MAY_BE_MARK.sub(_without_mark, plain))  # vowel marks cut no word


def shared_ends(text: str, language: str) -> list[str]:
    """Return the compounds of which a text writes the beginning alone, whole and in their base forms.

    language: of analysis. Finnish and Swedish tell an end that several compounds share but once.

    >>> shared_ends("Puhe-, toiminta- ja fysioterapiaa", "fi")
    ['puheterapia', 'toimintaterapia']
    """
    found: list[str] = []
    if "-" in text and language in WITH_DICTIONARY:
        plain = unicodedata.normalize("NFKC", text).casefold()
        for told in BEGINNINGS.finditer(plain):
            beginnings = BEGINNING.findall(told[1])[-MOST_BEGINNINGS:]
            end = _shared_end(told[2], tuple(beginnings), language)
            found += [beginning + end for beginning in beginnings if end]
    return found


@lru_cache(maxsize=2_000)
def _shared_end(last: str, beginnings: tuple[str, ...], language: str) -> str:
    """Return the end of a compound that the beginnings before it share; "" when it is none."""
    if len(last) > LONGEST_WORD:
        return ""
    if "-" in last:
        return _dictionary_form(last.rpartition("-")[2], language)
    base = _dictionary_form(last, language) or last
    cuts = range(2, len(base) - SHORTEST_END + 1)
    ends = [(base[:cut], base[cut:]) for cut in cuts if _is_tail(base[cut:], language)]
    for _head, end in ends:
        if any(_is_tail(beginning + end, language) for beginning in beginnings):
            return end
    return next((end for head, end in ends if _is_head(head, language)), "")


def _without_mark(found: re.Match[str]) -> str:
    return "" if unicodedata.combining(found[0]) else found[0]


@lru_cache(maxsize=40_000)  # a region's whole vocabulary, for a rebuild
def terms_of(word: str, language: str) -> tuple[Term, ...]:
    """Return the terms of one word as `words_of` gives it, the whole before its parts.

    language: of analysis (`analysis_language`). A hyphenated word gives itself joined, and its parts.
    """
    found: dict[str, int] = {}
    if language == "uk":
        word = APOSTROPHE.sub("", word)  # a letter of the word there, however it is written
    pieces = [piece for piece in JOINT.split(word[:LONGEST_WORD]) if piece]
    if len(pieces) > 1:
        ending = JOINT.findall(word)[-1]
        if ending in ":'’":  # "MLL:n": what follows is an ending
            pieces = pieces[:-1]
        else:
            _add(found, "".join(pieces), language, WHOLE)
    for piece in pieces:
        _add(found, piece, language, WHOLE if len(pieces) == 1 else PIECE)
    # Interned: most words are forms of few.
    return tuple(Term(sys.intern(f"{language}:{text}"), share) for text, share in found.items())


def _add(found: dict[str, int], word: str, language: str, share: int) -> None:
    for base in _base_forms(word, language):
        _keep(found, fold(base), share)
        for part in _parts(base, language):
            _keep(found, fold(part), share * PART // WHOLE)


def _keep(found: dict[str, int], text: str, share: int) -> None:
    text = text[:LONGEST_TERM]
    found[text] = max(share, found.get(text, 0))


# --- Base forms ----------------------------------------------------------------------------------
def _base_forms(word: str, language: str) -> list[str]:
    """Return a word's base form; of an unknown word the word itself and its stem."""
    if word.isdigit():
        return [word]
    if language in WITH_DICTIONARY and (base := _dictionary_form(word, language)):
        return [base]
    stemmer = _stemmer(language)
    if stemmer is None:
        return [word]
    with _stemming:
        stem = stemmer.stemWord(word).strip(".") or word
    return [stem] if language not in WITH_DICTIONARY else list(dict.fromkeys([word, stem]))


def _dictionary_form(word: str, language: str) -> str:
    """Return the base form: of the dictionary, by its rules, or of a compound of its words; "" of none."""
    meant = MEANT[language]
    base = meant.get(word) or _tools().lookup.get_lemma(word, language)
    if not base:
        guess = _tools().strategy.get_lemma(word, language)
        base = guess if guess and _is_whole(guess, word, language) else _compound_form(word, language)
    return meant.get(base.casefold(), base.casefold())


def _is_whole(guess: str, word: str, language: str) -> bool:
    """Of a compound unknown to simplemma, its guess may be a part alone: "lastenkerho" is no child."""
    if len(guess) < SHORTEST_GUESS * len(word):
        return False
    rest = word[len(guess) :] if word.startswith(guess) else ""
    return len(rest) < 4 or not _is_tail(rest, language)


def _compound_form(word: str, language: str) -> str:
    """Return an unknown compound with its last part in the base form: "lastenkerholle" is lastenkerho."""
    for cut in range(len(word) - 4, 2, -1):
        tail = _tools().lookup.get_lemma(word[cut:], language)
        if tail is not None and _is_head(word[:cut], language):
            return word[:cut] + tail.casefold()
    return ""


def is_real_word(word: str, language: str) -> bool:
    """Say whether a word, as `words_of` gives it, stands in the dictionary of a language; without one, no."""
    return language in WITH_DICTIONARY and (
        word in MEANT[language] or _tools().lookup.get_lemma(word, language) is not None
    )


_stemming = threading.Lock()  # a stemmer keeps the word it works on in itself


@cache
def _stemmer(language: str):
    name = STEMMERS.get(language)
    return snowballstemmer.stemmer(name) if name else None


@lru_cache(maxsize=20_000)
def _parts(base: str, language: str) -> tuple[str, ...]:
    """Return the parts of a compound, each in its base form, and its joined tails and heads.

    >>> _parts("kohtaamispaikka", "fi")
    ('kohtaaminen', 'paikka')
    """
    if language not in WITH_DICTIONARY:
        return ()
    pieces = _split(base, language)
    if len(pieces) < 2:
        return ()
    parts: dict[str, None] = {}
    for number, piece in enumerate(pieces):
        is_last = number == len(pieces) - 1
        parts[piece if is_last else _base_of_head(piece, language)] = None
    for cut in range(1, len(pieces) - 1):
        parts["".join(pieces[cut:])] = None
        parts["".join(pieces[: cut + 1])] = None
    return tuple(part for part in parts if part != base and len(part) > 2)


@lru_cache(maxsize=10_000)
def _split(word: str, language: str) -> tuple[str, ...]:
    """Split where both sides are words: the longest head first, and a long head again."""
    for cut in range(len(word) - 4, 2, -1):
        head, tail = word[:cut], word[cut:]
        if _is_tail(tail, language) and _is_head(head, language):
            if len(head) > 6:
                return (*_split(_base_of_head(head, language), language), tail)
            return (head, tail)
    return (word,)


def _is_tail(word: str, language: str) -> bool:
    return _tools().lookup.get_lemma(word, language) is not None


def _is_head(word: str, language: str) -> bool:
    if word in BOUND_HEADS[language] or _is_tail(word, language):
        return True
    # "kohtaamis", or "lähisuhde", which is a compound that the dictionary does not have.
    return _base_of_head(word, language) != word or (len(word) > 6 and len(_split(word, language)) > 1)


def _base_of_head(head: str, language: str) -> str:
    """Return a first part in its base form: "kohtaamis" is kohtaaminen, "lasten" is lapsi."""
    lookup = _tools().lookup
    if (base := lookup.get_lemma(head, language)) is not None:
        return base.casefold()
    if language == "fi" and head.endswith("s") and len(head) > 4:
        noun = f"{head[:-1]}nen"
        if lookup.get_lemma(noun, "fi") is not None:
            return noun
    if language == "sv" and head.endswith("s") and lookup.get_lemma(head[:-1], "sv") is not None:
        return head[:-1]
    return head


class _Tools:
    """simplemma's strategies with their dictionaries, which are opened at the first word that needs them."""

    def __init__(self):
        factory = dictionaries.factory()
        self.strategy = DefaultStrategy(dictionary_factory=factory)
        self.lookup = DictionaryLookupStrategy(factory)


_loaded: _Tools | None = None
_lock = threading.Lock()


def _tools() -> _Tools:
    global _loaded
    if _loaded is None:
        with _lock:
            if _loaded is None:
                _loaded = _Tools()
    return _loaded


# --- Signature -----------------------------------------------------------------------------------
@cache
def signature() -> str:
    """Return what tells one analyser from another; asks for no dictionary.

    An index made with another signature has other terms for the same words.
    """
    digest = hashlib.blake2b(str(RULES).encode(), digest_size=8)
    for name in ("simplemma", "snowballstemmer"):
        digest.update(f"{name} {version(name)}".encode())
    for name in ("word_forms.yaml", "stop_words.yaml", "urgent_words.yaml"):  # urgent words are not suggested
        digest.update((HERE / name).read_bytes())
    return digest.hexdigest()
