"""What a query is understood by: the vocabularies and thesauri of a site language and its fallbacks."""

from __future__ import annotations

import math

from perhekeskus.languages import LANGUAGES
from search.analysis import WHOLE, analysis_language, terms_of
from search.thesaurus import Thesaurus, thesaurus_of
from search.vocabulary import Vocabulary, vocabulary_of
from search.words import role_terms


class Sources:
    """What a query is understood by: the vocabularies and thesauri of a site language and its fallbacks.

    thesauri: by language of analysis, instead of the saved ones.
    """

    def __init__(self, language: str, revision: int, thesauri: dict[str, Thesaurus] | None = None):
        codes = (language, *LANGUAGES[language].fallback)
        self.languages = list(dict.fromkeys(analysis_language(code) for code in codes))
        self.vocabularies: dict[str, Vocabulary] = {
            code: vocabulary_of(code, revision) for code in self.languages
        }
        self.thesauri: dict[str, Thesaurus] = thesauri or {
            code: thesaurus_of(code, revision) for code in self.languages
        }

    @property
    def entries(self) -> int:
        return max(vocabulary.entries for vocabulary in self.vocabularies.values())

    def count(self, term: str) -> int:
        """Return in how many entries a term stands."""
        language, _, word = term.partition(":")
        vocabulary = self.vocabularies.get(language)
        return vocabulary.counts.get(word, 0) if vocabulary else 0

    def is_known(self, term: str) -> bool:
        """Say whether a term stands in an entry, calls a line of the thesaurus, or tells of a role."""
        language = term.partition(":")[0]
        calls = language in self.thesauri and self.thesauri[language].lines_for(term)
        return bool(self.count(term) or calls) or term in role_terms(language)

    def idf(self, term: str) -> float:
        """Return how much a term tells: ln(1 + (N - n + ½) / (n + ½)), N entries, n of them with it."""
        count = self.count(term)
        return math.log(1 + (self.entries - count + 0.5) / (count + 0.5))

    def known_terms(self, word: str, language: str) -> list[str]:
        """Return the terms of a whole word that stand in the index, in a language, else in its fallbacks."""
        for code in self.languages[self.languages.index(language) :]:
            terms = [term for term, share in terms_of(word, code) if share == WHOLE and self.count(term)]
            if terms:
                return terms
        return []
