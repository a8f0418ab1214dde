"""From a query to ranked entries: one statement, the same on every database, then a family's own facts."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import itemgetter

from django.db import connection
from django.db.models import QuerySet
from django.db.models.functions import Collate

from perhekeskus.ages import OLDEST_MONTH, AgeSpan, suits
from perhekeskus.kept import Kept
from perhekeskus.languages import DEFAULT
from search import analysis, worded
from search.models import SearchEntry, current_index
from search.query import Query
from search.sources import Sources

BOOSTED = 200  # of the best entries are looked at more closely
TITLE_IS, TITLE_STARTS, TITLE_HAS = 2.0, 1.6, 1.4
SAME_TOWN, OTHER_TOWN = 1.3, 0.5
OTHER_AGE, EXPECTING_TOO = 0.4, 0.9  # of what begins before birth, for a child who is born
# Above so many entries what stands in a third of them is left out, if something rarer remains.
MANY_ENTRIES, COMMON = 1_000, 0.30
MOST_MEANINGS = 1_000  # that one statement takes
PLACES, WORST = 1 << 32, 1 << 60  # more than there are entries, and than any score
SCALE = 1_000  # weights of meanings are whole numbers in the statement: thousandths

Key = tuple[str, int]  # a kind's key and an item's primary key

FIND = """
WITH q(term, word, x) AS (VALUES {rows})
SELECT entry_id, CAST(SUM(best) AS bigint) AS score FROM (
    SELECT t.entry_id, q.word, MAX(t.weight * q.x) AS best
    FROM q CROSS JOIN search_searchterm t
    WHERE t.term = q.term
    GROUP BY t.entry_id, q.word
) AS found
GROUP BY entry_id
"""
# Of one word with one meaning there is nothing to group; the commonest queries, and the commonest words.
FIND_ONE = "SELECT entry_id, CAST(weight AS bigint) * %s FROM search_searchterm WHERE term = %s"


@dataclass(slots=True)
class Entry:
    """An entry of the searched generation as ranking needs it; see `SearchEntry`.

    place: where it stands among all when nothing else decides.
    """

    pk: int
    place: int
    kind: str
    item: int
    language: str
    serves: str
    towns: str
    min_months: int | None
    max_months: int | None
    for_pregnancy: bool
    region_wide: bool
    members_only: bool

    @property
    def key(self) -> Key:
        return self.kind, self.item


@dataclass
class AllEntries:
    """The entries of the searched generation in every language, by primary key, in the order of their places.

    is_exact: another analyser made them: its terms are asked for as the words stand.
    languages: the site languages that they were made for.
    """

    revision: int
    generation: int
    is_exact: bool
    languages: frozenset[str]
    rows: dict[int, Entry]

    @cached_property
    def in_order(self) -> list[Entry]:
        return list(self.rows.values())


@dataclass
class Entries:
    """The entries that answer in one site language, of one revision.

    serves: what stands in `Entry.serves` of these.
    """

    revision: int
    language: str
    every: AllEntries
    serves: str

    @property
    def rows(self) -> Iterator[Entry]:
        return (entry for entry in self.every.rows.values() if self.serves in entry.serves)

    @property
    def is_exact(self) -> bool:
        return self.every.is_exact

    @property
    def generation(self) -> int:
        return self.every.generation


def _read_all(_language: str, revision: int) -> AllEntries:
    index = current_index()
    known: dict = {}  # what many rows have alike, each once in memory: numbers too
    once = known.setdefault
    rows: dict[int, Entry] = {}
    for place, (pk, *values) in enumerate(_in_order(index.generation).iterator()):
        alike, facts = values[:5], values[5:]
        rows[pk] = Entry(pk, *(once(value, value) for value in (place, *alike)), *facts)
    is_exact = index.signature != analysis.signature()
    return AllEntries(revision, index.generation, is_exact, frozenset(index.languages.split()), rows)


def _in_order(generation: int) -> QuerySet:
    """Select the entries by kind and title; by code points, so that every database orders alike."""
    by_code_points = "C" if connection.vendor == "postgresql" else "BINARY"
    order = [Collate(name, by_code_points) for name in ("kind", "title_folded", "language")]
    found = QuerySet(SearchEntry).filter(generation=generation).order_by(order[0], order[1], "item", order[2])
    return found.values_list(
        *("pk", "kind", "item", "language", "serves", "towns"),
        *("min_months", "max_months", "for_pregnancy", "region_wide", "members_only"),
    )


_all_entries = Kept(_read_all)


def entries_of(language: str, revision: int) -> Entries:
    """Return the entries that serve a site language, at least as new as a revision."""
    every = _all_entries("", revision)
    # A language that was enabled since is answered as Finnish is, until `reindex`.
    serves = f" {language if language in every.languages else DEFAULT} "
    return Entries(every.revision, language, every, serves)


@dataclass(frozen=True)
class Ranked:
    """What was found, best first, those in the page's own language before the fallbacks; and their scores."""

    entries: list[Entry]
    scores: list[float]

    def only(self, shows: Callable[[Entry], bool]) -> Ranked:
        """Return what is to be shown."""
        kept = [n for n, entry in enumerate(self.entries) if shows(entry)]
        return Ranked([self.entries[n] for n in kept], [self.scores[n] for n in kept])


def find(query: Query, revision: int) -> Ranked:
    """Return what a query finds, best first."""
    towns = {place.slug for place in query.places}
    entries = entries_of(query.language, revision)
    scores = _scores(query, Sources(query.language, revision)) if query.words else _suiting(query, entries)
    own, asked = query.language, query.folded
    get, in_order, serves = entries.every.rows.get, entries.every.in_order, entries.serves
    # One number for each: fallbacks last, then by score, then by place. Numbers alone, since the garbage
    # collector looks through all that a process keeps when a search makes thousands of objects.
    found = sorted(
        ((entry.language != own) * WORST - score) * PLACES + entry.place
        for pk, score in scores
        if (entry := get(pk)) is not None and serves in entry.serves
    )
    ranked = [in_order[number % PLACES] for number in found]
    told: list[float] = [-(number // PLACES) % WORST for number in found]
    titles = dict(worded.rows(_titles, [entry.pk for entry in ranked[:BOOSTED]])) if asked else {}
    best = sorted(
        (
            entry.language != own,
            -score * _boost(entry, titles.get(entry.pk, ""), query, asked, towns),
            entry.place,
        )
        for score, entry in zip(told[:BOOSTED], ranked[:BOOSTED], strict=True)
    )
    ranked[:BOOSTED] = [in_order[place] for _is_fallback, _score, place in best]
    told[:BOOSTED] = [-score for _is_fallback, score, _place in best]
    return Ranked(ranked, told)


def _titles(keys: Sequence[int]) -> QuerySet:
    """Select the folded titles of entries; all of them in memory would be a tenth of a worker's search."""
    return QuerySet(SearchEntry).filter(pk__in=keys).order_by().values_list("pk", "title_folded")


def _suiting(query: Query, entries: Entries) -> list[tuple[int, int]]:
    """Of an age alone, as "8 kk": everything that is made for it, alike."""
    spans = [age.span for age in query.ages]
    return [
        (entry.pk, SCALE)
        for entry in entries.rows
        if spans
        and (entry.min_months is not None or entry.max_months is not None)
        and any(suits(entry, span) for span in spans)
    ]


def _scores(query: Query, sources: Sources) -> Iterator[tuple[int, int]]:
    """Ask the database for each entry's sum, over the query's words, of the best that the word may mean."""
    rows = [
        (term, number, round(weight * word.share * sources.idf(term) * SCALE), sources.count(term))
        for number, word in enumerate(query.words)
        for term, weight in word.terms.items()
    ]
    entries = sources.entries
    if entries > MANY_ENTRIES:
        rare = [row for row in rows if row[3] <= entries * COMMON]
        rows = rare if any(row[3] for row in rare) else rows
    rows = heapq.nlargest(MOST_MEANINGS, (row for row in rows if row[2] > 0), key=itemgetter(2))
    if not rows:
        return
    if len(rows) == 1:
        [(term, _number, weight, _count)] = rows
        sql, parameters = FIND_ONE, [weight, term]
    else:
        one = "(CAST(%s AS text), CAST(%s AS integer), CAST(%s AS bigint))"
        sql = FIND.format(rows=", ".join([one] * len(rows)))
        parameters = [value for term, number, weight, _count in rows for value in (term, number, weight)]
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        yield from cursor  # one by one: a common word is in most entries


def _boost(entry: Entry, title: str, query: Query, asked: str, towns: set[str]) -> float:
    boost = 1.0
    joined = title.replace(" ", "")
    if asked and asked == joined:
        boost *= TITLE_IS
    elif len(asked) > 7 and " " not in asked and joined.startswith(asked):
        boost *= TITLE_STARTS
    elif title == asked:
        boost *= TITLE_IS
    elif title.startswith(asked):
        boost *= TITLE_STARTS
    elif asked and f" {asked}" in f" {title}":
        boost *= TITLE_HAS
    if towns and not entry.region_wide and entry.towns.strip():
        boost *= SAME_TOWN if not towns.isdisjoint(entry.towns.split()) else OTHER_TOWN
    for age in query.ages:
        boost *= _fits(entry, age.span)
    return boost


def _fits(entry: Entry, span: AgeSpan) -> float:
    """Narrow ages that hold the child say most: times 1.5 at no width, and less as it grows."""
    if entry.min_months is None and entry.max_months is None and not entry.for_pregnancy:
        return 1.0
    if not suits(entry, span):
        return OTHER_AGE
    first = entry.min_months or 0
    end = OLDEST_MONTH if entry.max_months is None else entry.max_months
    fit = 1 + 0.5 / (1 + max(0, end - first) / 12 / 4)
    return fit * EXPECTING_TOO if entry.for_pregnancy and not span.pregnancy else fit
