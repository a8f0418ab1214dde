"""A query: what its words may mean, and how much each meaning weighs."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from django.conf import settings

from perhekeskus.translated import LocalText
from search.analysis import (
    PART,
    PIECE,
    WHOLE,
    WITH_DICTIONARY,
    analysis_language,
    fold,
    is_real_word,
    terms_of,
    words_of,
)
from search.sources import Sources
from search.thesaurus import Line, Thesaurus
from search.understanding import (
    LONGEST_LIST,
    LONGEST_QUERY,
    NamedAge,
    NamedPlace,
    PlaceName,
    ages_in,
    elsewhere_in,
    places_in,
)
from search.words import child_terms, foreign_language, is_stop_word, role_terms

SYNONYM, PART_OF_TRIGGER = 0.5, 0.6
SEVERAL = 0.7  # of a line whose trigger has several words: together they say more
REPAIRED, LOST_BY_DISTANCE = 0.9, 0.2
BEGINNING = 0.7  # of a word whose language has no base forms
# The name of a place counts for less than what is looked for there: `ranking` sees to the place itself.
NAMED_PLACE = 0.4
STAGE = 0.7  # of a word that names a stage of life, there
ROLE = 0.3  # of a word that tells whom something concerns, beside one that tells what
SHORTEST_BEGINNING = 4
# Finnish endings, folded, of a word that the dictionary takes to be a form of another: "huumeista".
ENDING = re.compile("i?(?:ssa|sta|lla|lta|lle|ksi|na|tta|ta|a)|[ij]?en|in|an|on|un|n|t|i|ni|mme|nne|nsa")
SHORTEST_STEM, LONGEST_ENDING = 4, 5


@dataclass
class QueryWord:
    """A word of a query. terms: what it may mean, each with how much that weighs, 0 to 1.

    repaired: the words it was taken to be, when it is not known; repaired_in: their language.
    is_found: something of it is in the index.
    is_by_parts: parts of a compound alone are. share: what it counts for beside the others, 0 to 1.
    is_place: it says where another is looked for; is_elsewhere: at a place that is not covered.
    """

    text: str
    terms: dict[str, float] = field(default_factory=dict)
    own_terms: frozenset[str] = frozenset()
    repaired: list[str] = field(default_factory=list)
    repaired_in: str = ""
    share: float = 1.0
    is_place: bool = False
    is_elsewhere: bool = False
    is_found: bool = False
    is_by_parts: bool = False

    def add(self, term: str, weight: float) -> None:
        self.terms[term] = max(weight, self.terms.get(term, 0))


@dataclass
class Query:
    """A query as it was understood.

    text: as written, cut; words: those that are searched. ages, places: what it names.
    elsewhere: names of municipalities that are not covered here. foreign: the language of analysis that it
    seems to be in, when that is not the page's. is_cut: it was longer than what is searched.
    """

    text: str
    language: str
    words: list[QueryWord] = field(default_factory=list)
    ages: list[NamedAge] = field(default_factory=list)
    places: list[NamedPlace] = field(default_factory=list)
    elsewhere: list[str] = field(default_factory=list)
    foreign: str = ""
    is_cut: bool = False

    @property
    def folded(self) -> str:
        return " ".join(fold(word) for word in words_of(self.text))

    @property
    def is_empty(self) -> bool:
        return not (self.words or self.ages or self.places)

    @property
    def repairs(self) -> dict[str, LocalText]:
        """Words that were taken to be others: the written one, and what was searched."""
        own = analysis_language(self.language)
        return {
            word.text: LocalText(word.repaired[0], word.repaired_in if word.repaired_in != own else "")
            for word in self.words
            if word.repaired
        }

    @property
    def as_searched(self) -> str:
        """The words with those that were taken to be others as these."""
        return " ".join(word.repaired[0] if word.repaired else word.text for word in self.words)

    @property
    def only_by_parts(self) -> list[str]:
        """Words of which the index has parts alone, when it has nothing whole of any: "eläintarha"."""
        found = [word for word in self.words if word.is_found]
        return [word.text for word in found] if all(word.is_by_parts for word in found) else []

    @property
    def missed(self) -> list[str]:
        """Words of which nothing is in the index."""
        return [word.text for word in self.words if not word.is_found]


def understand(
    text: str,
    language: str,
    revision: int,
    names: Iterable[PlaceName] = (),
    *,
    elsewhere: Mapping[str, str] = MappingProxyType({}),
    exact: bool = False,
    thesauri: dict[str, Thesaurus] | None = None,
) -> Query:
    """Return what a query means in a site language.

    elsewhere: see `understanding.elsewhere_in`.
    exact: the index was made by another analyser; its terms are asked for as the words stand.
    thesauri: see `Sources`.
    """
    query = Query(text[:LONGEST_QUERY], language, is_cut=len(text) > LONGEST_QUERY)
    sources = Sources(language, revision, thesauri)
    query.ages, rest = ages_in(query.text)
    written = list(dict.fromkeys(words_of(rest)))
    own = sources.languages[0]
    kept = [word for word in written if not is_stop_word(word, own)] if not exact else written
    if not kept and not query.ages:
        kept = written
    query.is_cut = query.is_cut or len(kept) > LONGEST_LIST
    query.words = [QueryWord(word) for word in kept[:LONGEST_LIST]]
    query.places = places_in(kept[:LONGEST_LIST], names)
    named = {place.word for place in query.places} if len(query.words) > len(query.places) else set()
    for word in query.words:
        word.is_place = word.text in named
        word.share = NAMED_PLACE if word.is_place else 1.0
        if exact:
            _add_exactly(word, sources)
        else:
            _add_meanings(word, sources)
    if not exact:
        languages = map(analysis_language, settings.SITE_LANGUAGES)
        query.foreign = foreign_language(written[:LONGEST_LIST], own, languages)
        _take_elsewhere(query, elsewhere, sources)
        mendable = [word for word in query.words if _may_be_mended(word, query)]
        _add_synonyms(query.words, query, written, sources)
        for word in mendable:
            if _is_strange(word, sources):
                _repair(word, sources)
        if not _mark_found(query, sources):
            for word in mendable:  # "tuvakoti" may be a word too, but the family did not mean it
                if not word.repaired:
                    _repair(word, sources)
        # Of the words as they were meant; what the others call must not call further lines.
        _add_synonyms([word for word in query.words if word.repaired], query, written, sources)
    _mark_found(query, sources)
    _weigh_roles(query, own)
    return query


def _may_be_mended(word: QueryWord, query: Query) -> bool:
    """Say no of a place elsewhere, and of a word of the language that the query seems to be in."""
    if word.is_elsewhere or not query.foreign:
        return not word.is_elsewhere
    is_known = is_real_word(word.text, query.foreign) or is_stop_word(word.text, query.foreign)
    return query.foreign in WITH_DICTIONARY and not is_known


def _take_elsewhere(query: Query, elsewhere: Mapping[str, str], sources: Sources) -> None:
    """Take words that name a place which is not covered here for that alone: their parts mean nothing."""
    covered = {place.word for place in query.places}
    for word in query.words:
        whole = {term: weight for term, weight in word.terms.items() if weight > PIECE / WHOLE}
        if word.text in covered or any(map(sources.count, whole)):
            continue
        bases = [term.partition(":")[2] for term in whole]
        if label := elsewhere_in(word.text, bases, elsewhere):
            if label not in query.elsewhere:
                query.elsewhere.append(label)
            word.terms, word.own_terms, word.is_elsewhere = whole, frozenset(whole), True


def _is_role(word: QueryWord, language: str) -> bool:
    """Say whether a word as a whole, not a part of it, tells whom something concerns."""
    whole = {term for term in word.own_terms if word.terms[term] >= PIECE / WHOLE}
    return not word.repaired and not whole.isdisjoint(role_terms(language))


def _weigh_roles(query: Query, language: str) -> None:
    """Beside a word that tells what, the words that tell who count for less, and stages of life too."""
    stages = {word for age in query.ages if not age.span.value for word in age.words}
    shares = {
        word.text: STAGE if word.text in stages else ROLE
        for word in query.words
        if word.text in stages or _is_role(word, language)
    }
    if any(word.is_found and not word.is_place and word.text not in shares for word in query.words):
        for word in query.words:
            word.share = min(word.share, shares.get(word.text, 1))


def _mark_found(query: Query, sources: Sources) -> bool:
    """Mark the words of which something is in the index; say whether there are any."""
    for word in query.words:
        word.is_found = any(sources.count(term) for term in word.terms)
        whole = (term for term in word.own_terms if word.terms[term] > PART / WHOLE)
        word.is_by_parts = word.is_found and not word.repaired and not any(map(sources.is_known, whole))
    return any(word.is_found for word in query.words)


def mend(text: str, language: str, revision: int) -> str:
    """Return a text with its mistyped words as they were meant, "" when none is known better."""
    sources = Sources(language, revision)
    words = [QueryWord(word) for word in words_of(text)[:LONGEST_LIST]]
    for word in words:
        if not any(vocabulary.knows(fold(word.text)) for vocabulary in sources.vocabularies.values()):
            _repair(word, sources)
    if not any(word.repaired for word in words):
        return ""
    return " ".join(word.repaired[0] if word.repaired else word.text for word in words)


def _add_exactly(word: QueryWord, sources: Sources) -> None:
    for language in sources.languages:
        word.add(f"{language}:{fold(word.text)}", 1.0)
    word.own_terms = frozenset(word.terms)


def _add_meanings(word: QueryWord, sources: Sources) -> None:
    for language in sources.languages:
        for term, share in terms_of(word.text, language):
            part = term.partition(":")[2]
            if share > PART or not is_stop_word(part, language):  # "ajanvaraus" asks for no time
                word.add(term, share / WHOLE)
        vocabulary = sources.vocabularies[language]
        beginning = fold(word.text)
        if language == "fi" and not any(sources.is_known(term) for term in word.terms):
            for stem in _stems(beginning):
                if sources.is_known(f"{language}:{stem}"):
                    word.add(f"{language}:{stem}", PIECE / WHOLE)
        if language not in WITH_DICTIONARY and len(beginning) >= SHORTEST_BEGINNING:
            for term in vocabulary.beginning_with(beginning):
                word.add(f"{language}:{term}", BEGINNING)
    word.own_terms = frozenset(word.terms)


def _stems(word: str) -> Iterator[str]:
    """Yield a Finnish word, folded, without what may be an ending."""
    for cut in range(max(SHORTEST_STEM, len(word) - LONGEST_ENDING), len(word)):
        if ENDING.fullmatch(word[cut:]):
            yield word[:cut]


def _is_strange(word: QueryWord, sources: Sources) -> bool:
    """A word that is not in the index, that is no word of the language, and that calls no line.

    Parts alone do not make it known: "kuraatori" would be mud and a market.
    """
    return not (
        any(sources.is_known(term) for term, weight in word.terms.items() if weight >= PIECE / WHOLE)
        or any(is_real_word(word.text, language) for language in sources.languages)
        or set(word.terms) != word.own_terms
    )


def _repair(word: QueryWord, sources: Sources) -> None:
    """Take a word that is in no text to be the nearest ones that are, or that the thesaurus knows.

    Left without marks, as "paivakoti", it is the same word, and nobody needs to be told.
    """
    asked = fold(word.text)
    known = [(code, sources.vocabularies[code]) for code in sources.languages]
    known += [(code, sources.thesauri[code].words) for code in sources.languages]
    for language, vocabulary in known:
        nearest = vocabulary.nearest(asked)
        for other, distance in nearest:
            weight = REPAIRED - LOST_BY_DISTANCE * distance
            if other in vocabulary.counts:
                word.add(f"{language}:{other}", weight)
            written = vocabulary.as_written(other)
            for piece in words_of(written):
                for term, share in terms_of(piece, language):
                    word.add(term, share / WHOLE * weight)
            if other != asked:
                word.repaired.append(written)
                word.repaired_in = language
        if nearest:
            return


def _add_synonyms(words: list[QueryWord], query: Query, written: list[str], sources: Sources) -> None:
    """Add what the thesaurus says of some words of a query, inside the group of the word that calls it.

    written: all words of the query, also those that say nothing alone: "ei nuku".
    """
    for language in sources.languages:
        present = _present(query, written, language)
        thesaurus = sources.thesauri[language]
        done: set[int] = set()
        # What a word of a role calls together with another belongs to the other: "lapsi ei nuku".
        for word in sorted(words, key=lambda word: _is_role(word, sources.languages[0])):
            for term in list(word.terms):
                for line in thesaurus.lines_for(term):
                    if id(line) not in done and (factor := _factor(line, present)):
                        done.add(id(line))
                        _add_targets(word, line, language, factor, sources)


def _present(query: Query, written: list[str], language: str) -> dict[str, float]:
    """Return the terms that a query says, for the triggers of lines, each with how whole it is, 0 to 1.

    As written, by a stem, or as a mistyped word was meant; not what merely begins alike. An age, and each
    word for a child, says "lapsi" too.
    """
    present: dict[str, float] = {}
    for text in written[:LONGEST_LIST]:
        for term, share in terms_of(text, language):
            present[term] = max(share / WHOLE, present.get(term, 0))
    for word in query.words:
        for term, weight in word.terms.items():
            if word.repaired or (term in word.own_terms and weight >= PIECE / WHOLE):
                present[term] = max(weight, present.get(term, 0))
    child = child_terms(language)
    if query.ages or not present.keys().isdisjoint(child):
        present.update(dict.fromkeys(child[:1], 1.0))
    return present


def _factor(line: Line, present: dict[str, float]) -> float:
    """Return how well a query has a line's trigger: 0 not at all, 1 all its words whole."""
    best = [max((present.get(term, 0) for term in terms), default=0) for terms in line.trigger]
    if not all(best):
        return 0
    weakest = min(best)
    return 1.0 if weakest > PART / WHOLE else PART_OF_TRIGGER


def _add_targets(word: QueryWord, line: Line, language: str, factor: float, sources: Sources) -> None:
    for target in line.targets:
        weight = (SEVERAL if len(line.trigger) > 1 else SYNONYM) / math.sqrt(len(target)) * factor
        for piece in target:
            for term in sources.known_terms(piece, language):
                word.add(term, weight)
