"""The whole index made anew, beside the one that is searched, and then put in its place."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable

from django.db import connection, transaction

from perhekeskus import caching
from search import analysis
from search.indexing import (
    batches,
    change_vocabulary,
    delete_entries,
    languages_now,
    locked_index,
    vocabulary_key,
    write,
)
from search.kinds import KINDS
from search.models import SearchEntry, SearchIndex, SearchStale, SearchVocabulary, current_index


class OvertakenError(Exception):
    """Another rebuild has begun since this one did: it will switch, and this one may not."""


def _count_vocabulary(generation: int) -> None:
    """Count the whole vocabulary of a generation anew."""
    SearchVocabulary.objects.all().delete()
    counted: Counter[tuple[str, str, bool]] = Counter()
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT term, COUNT(*) FROM search_searchterm WHERE entry_id NOT IN "  # no look-up for each row
            "(SELECT id FROM search_searchentry WHERE generation <> %s OR members_only) GROUP BY term",
            [generation],
        )
        for term, number in cursor.fetchall():
            counted[vocabulary_key(term, is_surface=False)] += number
    public = SearchEntry.objects.filter(generation=generation, members_only=False)
    for words in public.values_list("words", flat=True).iterator():
        counted.update(vocabulary_key(word, is_surface=True) for word in words.split())
    change_vocabulary(counted)


def rebuild(tell: Callable[[int, int], None] = lambda done, total: None) -> int:
    """Make the whole index anew beside the one that is searched, then switch; return the documents.

    tell: called after each batch with how many items are done, and of how many.
    OvertakenError: another rebuild has begun; nothing has been switched, and what was made here goes.
    """
    if connection.vendor == "sqlite":  # 64 MB of pages at hand: an index is written all over
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA cache_size = -64000")
    with transaction.atomic():
        index = locked_index()
        former = index.generation
        index.building = generation = max(former, index.building or 0) + 1
        index.save()
        if index.signature != analysis.signature():
            SearchStale.objects.all().delete()  # nothing of the former will be searched again
    _drop_but(former)
    work = {key: list(kind.published().values_list("pk", flat=True)) for key, kind in KINDS.items()}
    total = sum(map(len, work.values()))
    done = found = 0
    for key, items in work.items():
        for batch in batches(items):
            with transaction.atomic():
                _index_being_built(generation)
                found += write(KINDS[key], batch, generation, is_live=False)
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
    return found


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
    """Delete the entries of other generations, a batch at a time."""
    while True:
        others = SearchEntry.objects.exclude(generation__in=_kept(generation))
        pks = list(others.values_list("pk", flat=True)[:2000])
        if not pks:
            return
        with transaction.atomic():
            delete_entries(pks)


def _kept(generation: int) -> set[int]:
    index = current_index()
    return {generation, index.generation, index.building} - {None}
