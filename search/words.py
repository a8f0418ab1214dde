"""Lists of words that people keep as text: what says nothing, and what is urgent."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

import yaml
from rapidfuzz import process
from rapidfuzz.distance import OSA

from perhekeskus.languages import LANGUAGES
from search.analysis import JOINT, WITH_DICTIONARY, fold, is_real_word, terms_of, words_of

HERE = Path(__file__).resolve().parent


@cache
def _read(name: str) -> dict:
    return yaml.safe_load((HERE / name).read_text(encoding="utf-8")) or {}


# --- Stop words -----------------------------------------------------------------------------------
@cache
def _stop_forms(language: str) -> frozenset[str]:
    """The listed words as they are written, folded."""
    return frozenset(fold(word) for word in _read("stop_words.yaml").get(language, ()))


@lru_cache(maxsize=40_000)
def _is_stop(word: str, language: str) -> bool:
    listed = _stop_forms(language)
    if fold(word) in listed:
        return True
    bases = [term.text.partition(":")[2] for term in terms_of(word, language)[:1]]
    return any(base in listed for base in bases)


def is_stop_word(word: str, language: str) -> bool:
    """Say whether a word, as `words_of` gives it, says nothing of a subject; in whatever form.

    language: of analysis.
    """
    return _is_stop(word, language)


# Letters that tell a language; of Cyrillic ones both languages, the surer first.
LETTERS = (
    (re.compile("[\u0600-\u06ff]"), ("ar",)),
    (re.compile("[іїєґІЇЄҐ]"), ("uk",)),
    (re.compile("[ыэёъЫЭЁЪ]"), ("ru",)),
    (re.compile("[\u0400-\u04ff]"), ("uk", "ru")),
)
FEWEST_FOREIGN = 2  # words that say nothing, for a text to be in another language


def foreign_language(words: Sequence[str], own: str, languages: Iterable[str]) -> str:
    """Return the other language that words seem to be written in, "" for none.

    Its letters tell, or its stop words: "my", "is" and "the" stand in every English sentence, and in no
    Finnish one. own, languages: of analysis.
    """
    languages = dict.fromkeys(languages)
    for letters, codes in LETTERS:
        if any(map(letters.search, words)):
            return "" if own in codes else next((code for code in codes if code in languages), "")

    def count(language: str) -> int:
        return sum(is_stop_word(word, language) for word in words)

    best = max((code for code in languages if code != own), key=count, default="")
    return best if best and count(best) >= FEWEST_FOREIGN and count(best) > 2 * count(own) else ""


# --- Role words ------------------------------------------------------------------------------------
@cache
def _terms(of: str, language: str) -> tuple[str, ...]:
    """Return the terms of the words of a list in `role_words.yaml`, in their order."""
    listed = _read("role_words.yaml")[of].get(language, ())
    return tuple(terms_of(word, language)[0].text for word in listed)


def role_terms(language: str) -> tuple[str, ...]:
    """Return the terms that tell whom something concerns; language: of analysis."""
    return _terms("roles", language)


def child_terms(language: str) -> tuple[str, ...]:
    """Return the terms that mean a child, the commonest first; language: of analysis."""
    return _terms("children", language)


# --- Urgent words ---------------------------------------------------------------------------------
URGENT_GROUPS = ("danger", "self_harm", "violence")
MOST_WORDS = 60
SHORTEST_MISTYPED = 6  # letters of a word that stands alone
SHORTEST_SLIPPED = 6  # letters of a word beside others, written right or wrong


# Whose base form is shared by all their forms: "minua" is somebody who is hit, "minun" need not be.
PRONOUNS = frozenset({"mina", "sina", "han", "itse", "me", "te", "he", "jag", "du", "hon", "vi", "ni", "de"})
OWN = re.compile("(ni|si|nsa|mme|nne)$")  # Finnish, folded: mieheni, miehesi, miehensä


@dataclass(frozen=True)
class _Needed:
    """A word of an expression, and what in a query is it: any form, but for these two.

    is_doer: it must stand as one who does: "lapsi lyö äitiä" is not a mother who hits.
    is_as_written: in the form of the expression alone.
    """

    surface: str
    base: str
    is_doer: bool = False
    is_as_written: bool = False

    def is_met_by(self, word: _Asked) -> bool:
        if word.surface == self.surface:
            return True
        if self.is_as_written or self.base != word.base or self.base in PRONOUNS:
            return False
        if not self.is_doer or OWN.search(word.surface):
            return True
        # "Lapsi pelkää äitiä" is not "lapsi pelkää, äiti väsyy".
        return word.surface == self.base == self.surface

    def is_slipped_in(self, word: _Asked) -> bool:
        """Say whether a letter is wrong or missing in what is no word: "puolso"."""
        return (
            not word.is_real
            and min(len(word.surface), len(self.surface)) >= SHORTEST_SLIPPED
            and word.surface[:1] == self.surface[:1]
            and OSA.distance(word.surface, self.surface, score_cutoff=1) <= 1
        )


@dataclass(frozen=True)
class _Asked:
    """A word of a query: folded, its base form, and all its terms, parts of compounds too.

    is_real: it is a word of the language, as far as anybody can tell.
    """

    surface: str
    base: str
    terms: frozenset[str]
    is_real: bool


Expression = tuple[str, tuple[_Needed, ...]]  # its group and its words


@cache
def _urgent_expressions(language: str) -> dict[str, list[Expression]]:
    """Of each expression its group and its words; by the written and the base form of each of these."""
    lists = _read("urgent_words.yaml").get(language, {})
    doers, as_written = ({fold(word) for word in lists.get(name, ())} for name in ("doers", "as_written"))
    found = defaultdict(list)
    for group in URGENT_GROUPS:
        for text in lists.get(group, ()):
            needed = tuple(
                _Needed(word.surface, word.base, word.base in doers, word.base in as_written)
                for word in _asked(JOINT.sub(" ", text), language)
            )
            for form in {form for word in needed for form in (word.surface, word.base)}:
                found[form].append((group, needed))
    return dict(found)


def _asked(text: str, language: str) -> list[_Asked]:
    words = [piece for word in words_of(text)[:MOST_WORDS] for piece in [word, *JOINT.split(word)]]
    return [_ask(word, language) for word in dict.fromkeys(filter(None, words))]


@lru_cache(maxsize=5_000)
def _ask(word: str, language: str) -> _Asked:
    terms = [term.text.partition(":")[2] for term in terms_of(word, language)]
    is_real = language not in WITH_DICTIONARY or is_real_word(word, language) or is_stop_word(word, language)
    return _Asked(fold(word), terms[0] if terms else fold(word), frozenset(terms), is_real)


def urgent_groups(text: str, enabled: Iterable[str]) -> frozenset[str]:
    """Return the groups of `urgent_words.yaml` that a query speaks of, in any enabled language.

    Every word of an expression must be there, in any order and form; one that stands alone may also be
    a part of a compound ("itsemurhayritys").
    """
    return _urgent_groups(text, tuple(dict.fromkeys(LANGUAGES[code].html_lang for code in enabled)))


@lru_cache(maxsize=5_000)
def _urgent_groups(text: str, languages: tuple[str, ...]) -> frozenset[str]:
    found: set[str] = set()
    for language in languages:
        asked = _asked(text, language)
        expressions = _urgent_expressions(language)
        alone = frozenset().union(*(word.terms for word in asked))
        slips = [word for word in asked if word.surface not in expressions]
        for form in alone.union(*({word.surface} for word in asked)):
            for group, needed in expressions.get(form, ()):
                is_part = len(needed) == 1 and needed[0].base in alone
                if is_part or _is_said(needed, asked, slips):
                    found.add(group)
        found |= {group for word in asked for group in _nearly_urgent(word.surface, language)}
    return frozenset(found)


def _is_said(needed: tuple[_Needed, ...], asked: list[_Asked], slips: list[_Asked]) -> bool:
    """Say whether all words of an expression are asked; of several, one may be a slip."""
    missing = [need for need in needed if not any(map(need.is_met_by, asked))]
    if not missing:
        return True
    return len(needed) > len(missing) == 1 and any(map(missing[0].is_slipped_in, slips))


@cache
def _urgent_alone(language: str) -> dict[str, str]:
    """The group of each expression of one long word, by the word."""
    return {
        needed[0].surface: group
        for expressions in _urgent_expressions(language).values()
        for group, needed in expressions
        if len(needed) == 1 and len(needed[0].surface) >= SHORTEST_MISTYPED
    }


@lru_cache(maxsize=5_000)
def _nearly_urgent(word: str, language: str) -> frozenset[str]:
    """Return the group of an urgent word that this is a slip of; one letter may differ, of nine two."""
    if len(word) < SHORTEST_MISTYPED or is_real_word(word, language):
        return frozenset()
    alone = _urgent_alone(language)
    near = process.extractOne(word, list(alone), scorer=OSA.distance, score_cutoff=2 if len(word) > 8 else 1)
    return frozenset({alone[near[0]]}) if near and near[0][0] == word[0] else frozenset()
