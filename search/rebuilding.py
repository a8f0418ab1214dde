"""The whole index made anew, beside the one that is searched, and then put in its place."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor

from django.db import connection, transaction

from perhekeskus import caching
from search import analysis, documents
from search.indexing import (
    batches,
    change_vocabulary,
    delete_entries,
    languages_now,
    locked_index,
    make,
    write,
)
from search.kinds import KINDS, Kind
from search.models import (
    SearchEntry,
    SearchIndex,
    SearchStale,
    SearchSuggestion,
    SearchTerm,
    SearchVocabulary,
    current_index,
)


class OvertakenError(Exception):
    """Another rebuild has begun since this one did: it will switch, and this one may not."""


def _count_vocabulary(generation: int) -> None:
    """Count the whole vocabulary of a generation anew."""
    SearchVocabulary.objects.all().delete()
    counted: Counter[tuple[str, bool]] = Counter()
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT term, COUNT(*) FROM search_searchterm WHERE entry_id NOT IN "  # no look-up for each row
            "(SELECT id FROM search_searchentry WHERE generation <> %s OR members_only) GROUP BY term",
            [generation],
        )
        for term, number in cursor.fetchall():
            counted[term, False] += number
    public = SearchEntry.objects.filter(generation=generation, members_only=False)
    for words in public.values_list("words", flat=True).iterator():
        counted.update((word, True) for word in words.split())
    change_vocabulary(counted)


def rebuild(tell: Callable[[int, int], None] = lambda done, total: None) -> int:
    """Make the whole index anew beside the one that is searched, then switch; return the documents.

    tell: called after each batch with how many items are done, and of how many.
    OvertakenError: another rebuild has begun; nothing has been switched, and what was made here goes.
    """
    if connection.vendor == "sqlite":  # 64 MB of pages at hand, and as much before they go to the file:
        with connection.cursor() as cursor:  # an index is written all over
            cursor.execute("PRAGMA cache_size = -64000")
            cursor.execute("PRAGMA wal_autocheckpoint = 16000")
    with caching.change():  # after whoever writes now: they may not know yet of an index to be kept true
        index = locked_index()
        former = index.generation
        index.building = generation = max(former, index.building or 0) + 1
        index.save()
    _drop_but(former)
    work = [
        (kind, batch)
        for kind in KINDS.values()
        for batch in batches(list(kind.published().values_list("pk", flat=True)))
    ]
    total = sum(len(batch) for _kind, batch in work)
    done = 0
    for kind, batch, revision, made in _made_ahead(work, generation):
        entries = made.result()
        with transaction.atomic():
            _index_being_built(generation)
            is_true = caching.current_revision() == revision
            write(kind, batch, generation, is_live=False, made=entries if is_true else None)
        done += len(batch)
        tell(done, total)
    with caching.change():
        index = _index_being_built(generation)
        _write_stale(generation)
        _count_vocabulary(generation)
        index.generation, index.building = generation, None
        index.signature, index.languages = analysis.signature(), languages_now()
        index.save()
    _drop_but(generation)
    return SearchEntry.objects.filter(generation=generation).values("kind", "item").distinct().count()


def tidy() -> None:
    """Tell the database what it holds now, as it would find out by itself in some minutes.

    PostgreSQL reads an index without its table only of rows that VACUUM has seen. Outside a transaction.
    """
    tables = ", ".join(model._meta.db_table for model in (SearchEntry, SearchTerm, SearchSuggestion))
    with connection.cursor() as cursor:
        cursor.execute(f"VACUUM (ANALYZE) {tables}" if connection.vendor == "postgresql" else "ANALYZE")


def _made_ahead(
    work: list[tuple[Kind, list[int]]], generation: int
) -> Iterator[tuple[Kind, list[int], int, Future]]:
    """Yield each batch with the content revision it was read at, and its entries.

    While the database takes one batch, a thread makes the next.
    """
    with ThreadPoolExecutor(max_workers=1) as thread:
        ready = None
        for kind, batch in work:
            revision = caching.current_revision()
            made = thread.submit(make, list(documents.read(kind, batch)), generation)
            if ready:
                yield ready
            ready = kind, batch, revision, made
        if ready:
            yield ready


def _index_being_built(generation: int) -> SearchIndex:
    """Return the index's row, locked, if it is still this generation that is being built."""
    index = locked_index()
    if index.building != generation:
        raise OvertakenError
    return index


def _write_stale(generation: int) -> None:
    """Write what has been changed since its batch and nobody has made anew: then the index was not usable."""
    by_kind: dict[str, list[int]] = defaultdict(list)
    for kind, item in SearchStale.objects.values_list("kind", "item"):
        by_kind[kind].append(item)
    for key, items in by_kind.items():
        for batch in batches(items):
            write(KINDS[key], batch, generation, is_live=False)
    SearchStale.objects.all().delete()


def _drop_but(generation: int) -> None:
    """Delete the entries of other generations; by one statement a table, which need not look each row up."""
    kept = _kept(generation)
    # Nothing newer: another rebuild may have begun just now.
    others = SearchEntry.objects.filter(generation__lt=max(kept)).exclude(generation__in=kept)
    if not others.exists():
        return
    with transaction.atomic():
        delete_entries(others)


def _kept(generation: int) -> set[int]:
    index = current_index()
    return {generation, index.generation, index.building} - {None}
