"""Entries, terms, vocabulary and suggestions: made from documents, one batch or all."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from django.conf import settings
from django.db import connection
from django.db.models import QuerySet

from search import analysis, documents, worded
from search.analysis import analysis_language, fold, shared_ends, words_of
from search.documents import Document
from search.kinds import Kind, Zone
from search.models import (
    SearchEntry,
    SearchIndex,
    SearchSuggestion,
    SearchTerm,
    current_index,
)
from search.suggestions import suggestions_of
from search.words import is_stop_word

ZONE_WEIGHTS: dict[Zone, float] = {
    Zone.TITLE: 6,
    Zone.KEYWORDS: 4,
    Zone.THEME: 2.5,
    Zone.SUMMARY: 2,
    Zone.PLACE: 2,
    Zone.PROVIDER: 1.5,
    Zone.DESCRIPTION: 1,
}
FINNISH_NAME = 2  # of an item that has a name in another language too: some know it by the Finnish one
MILLION = 1_000_000
BATCH = 250
MOST_PARAMETERS = 15_000  # of a statement: SQLite takes 32,766
ENTRY_FIELDS = (
    *("serves", "title_folded", "min_months", "max_months", "for_pregnancy"),
    *("towns", "region_wide", "members_only", "words"),
)


# --- The index's own row --------------------------------------------------------------------------
def languages_now() -> str:
    return " ".join(settings.SITE_LANGUAGES)


def locked_index() -> SearchIndex:
    """Return the index's row, locked until the transaction ends."""
    locked = SearchIndex.objects.select_for_update()
    index = locked.first()
    if index is None:
        SearchIndex.objects.get_or_create(id=1)
        index = locked.get()
    return index


def is_ready() -> bool:
    """Say whether the index is of this analyser and of the languages that are enabled now."""
    index = current_index()
    made = (index.signature, index.languages) == (analysis.signature(), languages_now())
    return made and index.generation > 0


# --- Terms ----------------------------------------------------------------------------------------
def weigh(document: Document, language: str) -> dict[str, int]:
    """Return the terms of a document's text in a site language, each with its weight in millionths.

    Of each zone `W · n · 2.2 / (n + 1.2)`, and of their sum `t / (t + 8)`: a word said often counts for
    little more (shared/search.md section 3). Whole numbers, so that every database ranks alike.
    """
    frequency: dict[str, float] = defaultdict(float)
    for zone, weight in ZONE_WEIGHTS.items():
        _add_zone(frequency, document.of_zone(language, zone), weight, keeps_all=zone == Zone.TITLE)
    if language != documents.DEFAULT:
        _add_zone(frequency, document.of_zone(documents.DEFAULT, Zone.TITLE), FINNISH_NAME)
    return {term: round(MILLION * t / (t + 8)) for term, t in frequency.items()}


def _add_zone(
    frequency: dict, texts: list[tuple[str, str]], weight: float, *, keeps_all: bool = False
) -> None:
    terms = analysis.terms_of if keeps_all else _telling_terms
    counts: dict[str, int] = defaultdict(int)
    for text, code in texts:
        language = analysis_language(code)
        for word in (*words_of(text), *shared_ends(text, language)):
            for term, share in terms(word, language):
                counts[term] += share
    for term, tenths in counts.items():
        n = tenths / analysis.WHOLE
        frequency[term] += weight * n * 2.2 / (n + 1.2)


@lru_cache(maxsize=40_000)  # as `analysis.terms_of`
def _telling_terms(word: str, language: str) -> tuple[analysis.Term, ...]:
    return () if is_stop_word(word, language) else analysis.terms_of(word, language)


def surfaces(document: Document, language: str) -> str:
    """Return the words of a document's text, each once behind its language: "fi:äiti fi:neuvolaan"."""
    found: set[str] = set()
    for text, code in chain.from_iterable(document.of_zone(language, zone) for zone in ZONE_WEIGHTS):
        own = analysis_language(code)
        found |= {
            f"{own}:{word}"
            for word in (*words_of(text), *shared_ends(text, own))
            if not word.isdigit() and len(word) <= analysis.LONGEST_WORD
        }
    return " ".join(sorted(found))


# --- Writing ----------------------------------------------------------------------------------------
@dataclass
class _Made:
    """An entry with what belongs to it: weights by term, and the rows of `suggestions_of`."""

    entry: SearchEntry
    terms: dict[str, int]
    suggestions: set[tuple]


Pair = tuple[_Made, _Made | None]  # an entry, and the one that was there before it


def make(read: Iterable[Document], generation: int) -> list[_Made]:
    """Make the entries of documents; without the database, so that a thread may do it."""
    return [
        _Made(entry, weigh(document, entry.language), set(suggestions_of(document, entry.language)))
        for document in read
        for entry in _entries(document, generation)
    ]


def write(
    kind: Kind, items: list[int], generation: int, *, is_live: bool, made: list[_Made] | None = None
) -> None:
    """Make the entries of some items anew in a generation.

    An item that is not published any more loses its entries; of the others only what differs is written.
    is_live: the generation is the searched one, whose vocabulary is kept with it. made: by `make` of what
    the items are now. Inside a transaction that holds the index's row.
    """
    former = _former(kind, items, generation)
    if made is None:
        made = make(documents.read(kind, items), generation)
    pairs = [(one, former.pop((one.entry.item, one.entry.language), None)) for one in made]
    SearchEntry.objects.bulk_create([one.entry for one, before in pairs if before is None])
    for one, before in pairs:
        if before is not None:
            _keep_entry(one.entry, before.entry)
    if former:
        delete_entries(SearchEntry.objects.filter(pk__in=[before.entry.pk for before in former.values()]))
    _write_terms(pairs)
    _write_suggestions(pairs, generation)
    if is_live:
        change: Counter[tuple[str, bool]] = Counter()
        for one, before in [*pairs, *((None, before) for before in former.values())]:
            now, then = _keys(one), _keys(before)
            change.update(now - then)
            change.subtract(then - now)
        change_vocabulary(change)


def _keep_entry(entry: SearchEntry, before: SearchEntry) -> None:
    """Write an entry over the one that is there, where it differs."""
    entry.pk = before.pk
    differing = [name for name in ENTRY_FIELDS if getattr(entry, name) != getattr(before, name)]
    if differing:
        SearchEntry.objects.filter(pk=entry.pk).update(**{name: getattr(entry, name) for name in differing})


def _write_terms(pairs: list[Pair]) -> None:
    new, gone = [], []
    for one, before in pairs:
        known = before.terms if before else {}
        new += [(t, one.entry.pk, w) for t, w in one.terms.items() if known.get(t) != w]
        gone += [(t, one.entry.pk) for t, w in known.items() if one.terms.get(t) != w]
    if gone:
        with connection.cursor() as cursor:
            cursor.executemany("DELETE FROM search_searchterm WHERE term = %s AND entry_id = %s", gone)
    _insert("search_searchterm", "term entry_id weight", sorted(new))


def _write_suggestions(pairs: list[Pair], generation: int) -> None:
    differing = [
        (one, before) for one, before in pairs if _suggests(one) != (_suggests(before) if before else None)
    ]
    there = [before.entry.pk for _one, before in differing if before is not None]
    if there:
        SearchSuggestion.objects.filter(entry__in=there).delete()
    rows = [
        (one.entry.pk, generation, one.entry.serves, *row)
        for one, _before in differing
        for row in sorted(one.suggestions)
    ]
    _insert(
        "search_searchsuggestion", "entry_id generation serves key label html_lang kind weight path", rows
    )


def _suggests(made: _Made) -> tuple:
    return made.suggestions, made.entry.serves


def _former(kind: Kind, items: list[int], generation: int) -> dict[tuple[int, str], _Made]:
    """Return the entries that are there, by item and language."""
    there = {}
    for pk, item, language, *values in worded.rows(_entry_rows, items, kind.key, generation):
        entry = SearchEntry(
            pk=pk, item=item, language=language, **dict(zip(ENTRY_FIELDS, values, strict=True))
        )
        there[pk] = _Made(entry, {}, set())
    terms, suggestions = worded.rows_of([(_term_rows,), (_suggestion_rows,)], list(there))
    for entry, term, weight in terms:
        there[entry].terms[term] = weight
    for entry, key, *row in suggestions:
        there[entry].suggestions.add((bytes(key), *row))
    return {(made.entry.item, made.entry.language): made for made in there.values()}


def _entry_rows(items: Sequence[int], kind: str, generation: int) -> QuerySet:
    found = QuerySet(SearchEntry).filter(generation=generation, kind=kind, item__in=items)
    return found.values_list("pk", "item", "language", *ENTRY_FIELDS)


def _term_rows(entries: Sequence[int]) -> QuerySet:
    return QuerySet(SearchTerm).filter(entry__in=entries).values_list("entry_id", "term", "weight")


def _suggestion_rows(entries: Sequence[int]) -> QuerySet:
    columns = ("entry_id", "key", "label", "html_lang", "kind", "weight", "path")
    return QuerySet(SearchSuggestion).filter(entry__in=entries).values_list(*columns)


def _entries(document: Document, generation: int) -> list[SearchEntry]:
    """One entry for each language it is told in; the Finnish one serves the others too."""
    told = [
        code for code in settings.SITE_LANGUAGES if code == documents.DEFAULT or document.is_told_in(code)
    ]
    untold = [code for code in settings.SITE_LANGUAGES if code not in told]
    entries = []
    for code in told:
        serves = [code, *untold] if code == documents.DEFAULT else [code]
        title = " ".join(text for text, _code in document.of_zone(code, Zone.TITLE))
        entries.append(
            SearchEntry(
                generation=generation,
                kind=document.kind,
                item=document.item,
                language=code,
                serves=f" {' '.join(serves)} ",
                title_folded=" ".join(fold(word) for word in words_of(title))[:300],
                min_months=document.min_months,
                max_months=document.max_months,
                for_pregnancy=document.for_pregnancy,
                towns=f" {' '.join(sorted(document.towns))} ",
                region_wide=document.region_wide,
                members_only=document.members_only,
                words=surfaces(document, code),
            )
        )
    return entries


def delete_entries(entries: QuerySet[SearchEntry]) -> None:
    """Delete entries with what belongs to them."""
    pks = entries.order_by().values("pk")
    for model in (SearchTerm, SearchSuggestion):
        model.objects.filter(entry__in=pks).delete()
    entries.delete()


def _insert(table: str, columns: str, rows: list[tuple]) -> None:
    """Past the models, each database the way it takes many rows fastest: an index has millions."""
    if not rows:
        return
    names = columns.split()
    into = f"{table} ({', '.join(names)})"
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy(f"COPY {into} FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row)
            return
        one = f"({', '.join(['%s'] * len(names))})"
        size = MOST_PARAMETERS // len(names)
        for start in range(0, len(rows), size):
            part = rows[start : start + size]
            values = [value for row in part for value in row]
            cursor.execute(f"INSERT INTO {into} VALUES {', '.join([one] * len(part))}", values)  # noqa: S608


# --- Vocabulary -------------------------------------------------------------------------------------
def _keys(made: _Made | None) -> set[tuple[str, bool]]:
    """Return what an entry adds to the vocabulary: words behind their language, and whether as written.

    What is for members alone adds nothing: a word may be mended to nothing that the public may not see.
    """
    if made is None or made.entry.members_only:
        return set()
    return {(term, False) for term in made.terms} | {(word, True) for word in made.entry.words.split()}


def change_vocabulary(change: Counter[tuple[str, bool]]) -> None:
    """Count words up and down, in the tables' form ("fi:äiti"), as terms (False) or as written (True)."""
    parted = [(*_parted(word), is_surface, number) for (word, is_surface), number in change.items()]
    added = [row for row in parted if row[-1] > 0]
    taken = [(-number, *key) for *key, number in parted if number < 0]
    with connection.cursor() as cursor:
        if taken:
            cursor.executemany(
                "UPDATE search_searchvocabulary SET count = count - %s "
                "WHERE language = %s AND word = %s AND is_surface = %s",
                taken,
            )
            cursor.executemany(
                "DELETE FROM search_searchvocabulary "
                "WHERE count = 0 AND language = %s AND word = %s AND is_surface = %s",
                [key for _number, *key in taken],
            )
        if added:
            cursor.executemany(
                "INSERT INTO search_searchvocabulary (language, word, is_surface, count) "
                "VALUES (%s, %s, %s, %s) ON CONFLICT (language, word, is_surface) "
                "DO UPDATE SET count = search_searchvocabulary.count + excluded.count",
                added,
            )


def _parted(word: str) -> tuple[str, str]:
    language, _, rest = word.partition(":")
    return language, rest


def batches(items: list[int]) -> Iterator[list[int]]:
    """Yield items some hundreds at a time: a statement takes so many keys."""
    for start in range(0, len(items), BATCH):
        yield items[start : start + BATCH]
