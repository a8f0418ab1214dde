"""The index kept true: what a change makes stale is noted in its transaction, and made anew on its commit.

The note is a row, so that nothing is lost when a process stops between the two: whoever writes next
makes it anew too. Writers take turns by the row of the content revision (`caching.change`).
"""

from __future__ import annotations

from collections import defaultdict

from django.db import connection, models, transaction

from perhekeskus import caching
from perhekeskus.sql import run_together
from search import analysis, indexing, kinds
from search.models import SearchIndex, SearchStale


def is_indexed(model: type[models.Model]) -> bool:
    """Say whether some entry depends on rows of this model."""
    return model in kinds.dependents()


def note_change(model: type[models.Model], pks: list[int], when: caching.When) -> None:
    """Note that what depends on some rows of a model is not true any more; made anew on commit.

    Before the first `reindex` has begun there is nothing to keep true.
    """
    if not _has_index():
        return
    stale = kinds.affected(model, pks, when)
    if stale:
        rows = [SearchStale(kind=kind, item=item) for kind, item in sorted(stale)]
        SearchStale.objects.bulk_create(rows, ignore_conflicts=True, batch_size=indexing.BATCH)
        _make_anew_on_commit()


_index_was_seen = False


def _has_index() -> bool:
    """Ask until there is one; there will be ever after."""
    global _index_was_seen
    if not _index_was_seen:
        _index_was_seen = SearchIndex.objects.exists()
    return _index_was_seen


def forget() -> None:
    """Ask again; for tests, whose databases begin anew."""
    global _index_was_seen
    _index_was_seen = False


def _make_anew_on_commit() -> None:
    """Once for each transaction: an earlier hook will do, unless it may be rolled back alone."""
    holding = set(connection.savepoint_ids)
    # Django's own attributes, which its tests use too (5.2); without this, a hook for every write.
    for savepoints, hook, *_rest in connection.run_on_commit:
        if hook is make_anew and savepoints <= holding:
            return
    transaction.on_commit(make_anew, robust=True)


def make_anew() -> int:
    """Make the entries of all stale items anew; return how many items there were.

    With no index, or one that another analyser made, the notes stay for `reindex`. A batch is a transaction
    of its own: others write in between, and a process that stops loses none of the notes.
    """
    done, is_more = 0, SearchStale.objects.exists()  # of a transaction's hooks only the first finds any
    while is_more:
        with caching.change():
            index = indexing.locked_index()
            if index.signature != analysis.signature():
                break
            # Under the lock: whoever held it before may have done them.
            notes = _take_notes()
            for kind, items in notes.items():
                _write(kinds.KINDS[kind], items, index)
        taken = sum(map(len, notes.values()))
        done += taken
        is_more = taken == indexing.BATCH
    return done


def _take_notes() -> dict[str, list[int]]:
    """Take a batch of the notes away, under the lock; return the items' primary keys by kind."""
    batch = "FROM search_searchstale ORDER BY kind, item LIMIT %s"
    taken, _nothing = run_together(
        [
            (f"SELECT kind, item {batch}", [indexing.BATCH]),
            (f"DELETE FROM search_searchstale WHERE id IN (SELECT id {batch})", [indexing.BATCH]),
        ]
    )
    notes: dict[str, list[int]] = defaultdict(list)
    for kind, item in taken:
        notes[kind].append(item)
    return notes


def _write(kind: kinds.Kind, items: list[int], index: SearchIndex) -> None:
    for generation in {index.generation, index.building} - {None}:
        indexing.write(kind, items, generation, is_live=generation == index.generation)
