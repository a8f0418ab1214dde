"""From a query to ranked entries: one statement, the same on every database, then a family's own facts."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.db import connection

from perhekeskus.ages import OLDEST_MONTH, AgeSpan, suits
from perhekeskus.kept import Kept
from search import analysis
from search.models import SearchEntry, current_index
from search.query import COMMON, MANY_ENTRIES, Query, Sources

BOOSTED = 200  # of the best entries are looked at more closely
TITLE_IS, TITLE_STARTS, TITLE_HAS = 2.0, 1.6, 1.4
SAME_TOWN, OTHER_TOWN = 1.3, 0.5
OTHER_AGE = 0.4
SCALE = 1_000  # weights of meanings are whole numbers in the statement: thousandths

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


@dataclass(slots=True)
class Entry:
    """An entry of the searched generation as ranking needs it; see `SearchEntry`."""

    pk: int
    kind: str
    item: int
    title: str
    is_fallback: bool
    min_months: int | None
    max_months: int | None
    for_pregnancy: bool
    towns: str
    region_wide: bool
    members_only: bool


@dataclass
class Entries:
    """The entries that answer in one site language, by primary key, of one revision."""

    revision: int
    language: str
    generation: int = 0
    is_exact: bool = False
    rows: dict[int, Entry] = field(default_factory=dict)


def read(language: str, revision: int) -> Entries:
    """Read the entries that serve a site language."""
    index = current_index()
    entries = Entries(revision, language, index.generation, index.signature != analysis.signature())
    towns: dict[str, str] = {}
    rows = SearchEntry.objects.filter(generation=index.generation, serves__contains=f" {language} ")
    fields = (
        *("pk", "kind", "item", "title_folded", "language"),
        *("min_months", "max_months", "for_pregnancy", "towns", "region_wide", "members_only"),
    )
    for pk, kind, item, title, code, *rest in rows.order_by().values_list(*fields):
        rest[3] = towns.setdefault(rest[3], rest[3])
        entries.rows[pk] = Entry(pk, kind, item, title, code != language, *rest)
    return entries


# The entries of a site language, at least as new as a revision: entries_of(language, revision).
entries_of = Kept(read)


@dataclass(frozen=True, slots=True)
class Hit:
    """A found item and its score; those in the page's own language come before the fallbacks."""

    kind: str
    item: int
    score: float
    is_fallback: bool
    members_only: bool
    towns: str = ""


def find(query: Query, revision: int, *, towns: frozenset[str] = frozenset()) -> list[Hit]:
    """Return what a query finds, best first; towns: slugs of the places it names."""
    entries = entries_of(query.language, revision)
    scores = _scores(query, Sources(query.language, revision)) if query.words else _suiting(query, entries)
    found = [(score, entries.rows[pk]) for pk, score in scores if pk in entries.rows]
    found.sort(key=lambda pair: (pair[1].is_fallback, -pair[0], pair[1].kind, pair[1].title, pair[1].item))
    top = [(score * _boost(entry, query, towns), entry) for score, entry in found[:BOOSTED]]
    top.sort(key=lambda pair: (pair[1].is_fallback, -pair[0], pair[1].kind, pair[1].title, pair[1].item))
    return [
        Hit(entry.kind, entry.item, score, entry.is_fallback, entry.members_only, entry.towns)
        for score, entry in [*top, *found[BOOSTED:]]
    ]


def _suiting(query: Query, entries: Entries) -> list[tuple[int, int]]:
    """Of an age alone, as "8 kk": everything that is made for it, alike."""
    spans = [age.span for age in query.ages]
    return [
        (pk, SCALE)
        for pk, entry in entries.rows.items()
        if spans
        and (entry.min_months is not None or entry.max_months is not None)
        and any(suits(entry, span) for span in spans)
    ]


def _scores(query: Query, sources: Sources) -> list[tuple[int, int]]:
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
    rows = [row for row in rows if row[2] > 0]
    if not rows:
        return []
    values = ", ".join(["(CAST(%s AS text), CAST(%s AS integer), CAST(%s AS bigint))"] * len(rows))
    parameters = [value for term, number, weight, _count in rows for value in (term, number, weight)]
    with connection.cursor() as cursor:
        cursor.execute(FIND.format(rows=values), parameters)
        return cursor.fetchall()


def _boost(entry: Entry, query: Query, towns: frozenset[str]) -> float:
    boost = 1.0
    asked = query.folded
    joined = entry.title.replace(" ", "")
    if asked and asked == joined:
        boost *= TITLE_IS
    elif len(asked) > 7 and " " not in asked and joined.startswith(asked):
        boost *= TITLE_STARTS
    elif entry.title == asked:
        boost *= TITLE_IS
    elif entry.title.startswith(asked):
        boost *= TITLE_STARTS
    elif asked and f" {asked}" in f" {entry.title}":
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
    return 1 + 0.5 / (1 + max(0, end - first) / 12 / 4)
