"""Why something was found: its name and the sentence that matters, with the words that met the query marked.

In Python over the few hits of a page: no database knows that "puheterapeutti" met "puheterapiaa".
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from search.analysis import WHOLE, WORD, terms_of, words_of
from search.query import SYNONYM, Query
from search.sources import Sources
from search.words import is_stop_word

LONGEST = 240
MARK = "<mark>"
MOST, HALF = 0.6, 0.5
SENTENCE = re.compile(r"(?<=[.!?…])\s+|\n+")


@dataclass(frozen=True)
class Marker:
    """Marks words by the terms of a query.

    weights: how much each term tells; words: how much each word of the query tells, and what says it.
    """

    weights: dict[str, float]
    words: list[tuple[float, frozenset[str]]]

    @classmethod
    def of(cls, query: Query, sources: Sources) -> Marker:
        weights: dict[str, float] = {}
        words = []
        for word in query.words:
            for term, weight in word.terms.items():
                if weight < SYNONYM:
                    continue  # what is meant only perhaps would puzzle when marked
                weights[term] = max(weight * sources.idf(term), weights.get(term, 0))
            said = frozenset(term for term, weight in word.terms.items() if weight > SYNONYM)
            if not word.is_place:  # that says where, not what
                words.append((max((weights[term] for term in said), default=0), said))
        return cls(weights, words)

    def weight(self, word: str, language: str) -> float:
        """Return how much a word of a text met the query; 0 not at all. language: of analysis."""
        met = [self.weights.get(term, 0) * share for term, share in terms_of(word.casefold(), language)]
        return max(met, default=0)

    def marked(self, text: str, language: str) -> SafeString:
        """Return a text escaped, with the words that met the query in <mark>."""
        parts, end = [], 0
        for match in WORD.finditer(text):
            if self.weight(match[0], language):
                parts += [escape(text[end : match.start()]), f"{MARK}{escape(match[0])}</mark>"]
                end = match.end()
        parts.append(escape(text[end:]))
        return mark_safe("".join(parts))  # noqa: S308 (each part is escaped above)

    def best_sentence(self, texts: Iterable[str], language: str) -> str:
        """Return the sentence that met the query best; of none that did, the first."""
        best, most = "", 0.0
        for text in texts:
            for sentence in SENTENCE.split(text):
                sentence = sentence.strip()
                met = {word: self.weight(word, language) for word in set(WORD.findall(sentence))}
                total = sum(met.values())
                if sentence and (not best or total > most):
                    best, most = sentence, total
        return self._cut(best, language)

    def _cut(self, sentence: str, language: str) -> str:
        """Cut a long sentence between words, so that the first word that met the query stays."""
        if len(sentence) <= LONGEST:
            return sentence
        met = next((m.start() for m in WORD.finditer(sentence) if self.weight(m[0], language)), 0)
        start = 0 if met < LONGEST * 2 // 3 else sentence.rfind(" ", 0, met - LONGEST // 3) + 1
        shown = sentence[start : start + LONGEST]
        if start + LONGEST < len(sentence):
            shown = f"{shown.rsplit(' ', 1)[0]} …"
        return f"… {shown}" if start else shown

    def says_the_same(self, phrase: str, language: str) -> bool:
        """Say whether a phrase says most of what was asked, and what was asked most of the phrase."""
        told = [
            {term.text for term in terms_of(word, language) if term.share == WHOLE}
            for word in words_of(phrase)
            if not is_stop_word(word, language)
        ]
        everything = sum(tells for tells, _terms in self.words)
        if not told or not everything:
            return False
        met = sum(tells for tells, terms in self.words if any(terms & own for own in told))
        asked = frozenset().union(*(terms for _tells, terms in self.words))
        in_common = sum(bool(own & asked) for own in told)
        return met >= MOST * everything and in_common >= max(HALF * len(told), min(2, len(told)))

    def meets(self, phrase: str, language: str) -> bool:
        """Say whether some word of a phrase met the query."""
        return any(self.weight(word, language) for word in WORD.findall(phrase))
