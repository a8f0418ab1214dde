"""The words of the index in memory: in how many entries each is, and the nearest to a mistyped one."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from rapidfuzz import process
from rapidfuzz.distance import OSA

from perhekeskus.kept import Kept
from search.analysis import fold
from search.models import SearchEntry, SearchStale, SearchTerm, SearchVocabulary, current_index

SHORTEST_MENDED = 4  # letters
LONG_WORD = 8  # from here on two letters may be wrong
MOST_REPAIRS = 5
MOST_NOTED = 500
OTHER_FIRST_LETTER = 0.3  # people seldom mistype the first


@dataclass
class Vocabulary:
    """The words of one language of analysis.

    counts: entries of each term, without its language; surfaces: of each word as it is written, folded;
    written: the same unfolded where that differs, the commonest where several fold alike.
    entries: how many entries there are, of every language.
    """

    revision: int
    language: str
    entries: int = 0
    counts: dict[str, int] = field(default_factory=dict)
    surfaces: dict[str, int] = field(default_factory=dict)
    written: dict[str, str] = field(default_factory=dict)
    _by_length: dict[int, list[str]] = field(default_factory=dict)
    _repairs: dict[str, list[tuple[str, float]]] = field(default_factory=dict)

    def knows(self, word: str) -> bool:
        return word in self.counts or word in self.surfaces

    def keep_as_written(self, folded: str, word: str) -> None:
        """Keep how a word is written; most are written as they are folded, which takes no memory."""
        if word != folded:
            self.written[folded] = word
        else:
            self.written.pop(folded, None)

    def as_written(self, folded: str) -> str:
        """Return a word of the vocabulary with its marks; of two words, of each."""
        return " ".join(self.written.get(word, word) for word in folded.split())

    def beginning_with(self, word: str, limit: int = 8) -> list[str]:
        """Return terms that begin with a word, commonest first: for languages without base forms."""
        found = [term for term in self.counts if term.startswith(word)]
        return sorted(found, key=lambda term: (-self.counts[term], term))[:limit]

    def near(self, word: str, limit: int = 4) -> list[str]:
        """Return words as they are written that look like one: a letter apart, or with its beginning."""
        asked = fold(word)
        found = [self.as_written(other) for other, _distance in self.nearest(asked)]
        beginning = asked[: max(SHORTEST_MENDED, len(asked) * 2 // 3)]
        alike = [other for other in self.surfaces if other.startswith(beginning)]
        alike.sort(key=lambda other: (-self.surfaces[other], other))
        return list(dict.fromkeys([*found, *map(self.as_written, alike)]))[:limit]

    def nearest(self, word: str) -> list[tuple[str, float]]:
        """Return the words nearest to one that is not known, each with its distance; at most five.

        word: folded. One letter may differ, of eight letters two; the nearest alone, commonest first.
        """
        if len(word) < SHORTEST_MENDED:
            return []
        if (found := self._repairs.get(word)) is None:
            if len(self._repairs) > 5_000:
                self._repairs.clear()  # another thread may be here too: what was found is held in hand
            found = self._repairs[word] = self._find_nearest(word)
        return found

    def _find_nearest(self, word: str) -> list[tuple[str, float]]:
        allowed = 1 if len(word) < LONG_WORD else 2
        candidates = [
            candidate
            for length in range(len(word) - allowed, len(word) + allowed + 1)
            for candidate in self._of_length(length)
        ]
        hits = process.extract(
            word, candidates, scorer=OSA.distance, score_cutoff=allowed, limit=None, processor=None
        )
        scored = [
            (distance + (OTHER_FIRST_LETTER if candidate[0] != word[0] else 0), candidate)
            for candidate, distance, _index in hits
        ]
        if not scored:
            return self._two_words(word)
        best = min(distance for distance, _candidate in scored)
        ranked = sorted(
            (candidate for distance, candidate in scored if distance == best),
            key=lambda candidate: (-self._count(candidate), candidate),
        )
        return [(candidate, best) for candidate in ranked[:MOST_REPAIRS]]

    def _of_length(self, length: int) -> list[str]:
        if not self._by_length:
            by_length = defaultdict(list)
            for word in {**self.counts, **self.surfaces}:
                if word.isalpha():
                    by_length[len(word)].append(word)
            self._by_length = dict(by_length)
        return self._by_length.get(length, [])

    def _count(self, word: str) -> int:
        return max(self.counts.get(word, 0), self.surfaces.get(word, 0))

    def _two_words(self, word: str) -> list[tuple[str, float]]:
        """Two known words that were written together: "avoinpäiväkoti"."""
        splits = [
            (min(self._count(word[:cut]), self._count(word[cut:])), cut)
            for cut in range(3, len(word) - 2)
            if self.knows(word[:cut]) and self.knows(word[cut:])
        ]
        if not splits:
            return []
        _count, cut = max(splits)
        return [(f"{word[:cut]} {word[cut:]}", 0.0)]


def read(language: str, revision: int) -> Vocabulary:
    """Read a language's words; language: of analysis."""
    vocabulary = Vocabulary(revision, language)
    known: dict[str, str] = {}  # most words are terms too: each once in memory
    rows = SearchVocabulary.objects.filter(language=language).order_by()
    for word, is_surface, count in rows.values_list("word", "is_surface", "count").iterator():
        if not is_surface:
            vocabulary.counts[known.setdefault(word, word)] = count
            continue
        folded = fold(word)
        folded = known.setdefault(folded, folded)
        if count > vocabulary.surfaces.get(folded, 0):
            vocabulary.surfaces[folded] = count
            vocabulary.keep_as_written(folded, word)
    _leave_out_noted(vocabulary)
    entries = SearchEntry.objects.filter(generation=current_index().generation, members_only=False)
    vocabulary.entries = entries.count()
    return vocabulary


def _leave_out_noted(vocabulary: Vocabulary) -> None:
    """Take off the words of what is noted as changed: it may just have been hidden."""
    noted = defaultdict(list)
    for kind, item in SearchStale.objects.values_list("kind", "item")[:MOST_NOTED]:
        noted[kind].append(item)
    generation = current_index().generation
    for kind, items in noted.items():
        entries = SearchEntry.objects.filter(generation=generation, kind=kind, item__in=items)
        terms = SearchTerm.objects.filter(entry__in=entries).values_list("term", flat=True)
        words = " ".join(entries.values_list("words", flat=True)).split()
        for counts, texts in ((vocabulary.counts, terms), (vocabulary.surfaces, map(fold, words))):
            for text in texts:
                language, _, word = text.partition(":")
                if language == vocabulary.language and word in counts:
                    counts[word] -= 1
                    if counts[word] < 1:
                        del counts[word]


# The words of a language of analysis, at least as new as a revision: vocabulary_of(language, revision).
vocabulary_of = Kept(read)
