"""The index kept true: what a change makes stale is noted in its transaction, and made anew on its commit.

The note is a row, so that nothing is lost when a process stops between the two: whoever writes next
makes it anew too. Writers take turns by the row of the content revision (`caching.change`).
"""

from __future__ import annotations

from collections import defaultdict

from django.db import connection, models, transaction

from perhekeskus import caching
from search import indexing, kinds
from search.models import SearchStale


def is_indexed(model: type[models.Model]) -> bool:
    """Say whether some entry depends on rows of this model."""
    return model in kinds.dependents()


def note_change(model: type[models.Model], pks: list[int]) -> None:
    """Note that what depends on some rows of a model is not true any more; made anew on commit."""
    stale = [SearchStale(kind=kind, item=item) for kind, item in sorted(kinds.affected(model, pks))]
    if stale:
        SearchStale.objects.bulk_create(stale, ignore_conflicts=True)
        _make_anew_on_commit()


def _make_anew_on_commit() -> None:
    """Once for each transaction: an earlier hook will do, unless it may be rolled back alone."""
    holding = set(connection.savepoint_ids)
    for savepoints, hook, *_rest in connection.run_on_commit:
        if hook is make_anew and savepoints <= holding:
            return
    transaction.on_commit(make_anew, robust=True)


def make_anew() -> int:
    """Make the entries of all stale items anew; return how many items there were.

    With no index, or one that another analyser made, the notes stay for `reindex`.
    """
    if not SearchStale.objects.exists() or not indexing.is_usable():
        return 0
    with caching.change():
        index = indexing.locked_index()
        stale = list(SearchStale.objects.order_by("kind", "item"))
        by_kind = defaultdict(list)
        for row in stale:
            by_kind[row.kind].append(row.item)
        for kind, items in by_kind.items():
            for batch in indexing.batches(items):
                for generation in {index.generation, index.building} - {None}:
                    is_live = generation == index.generation
                    indexing.write(kinds.KINDS[kind], batch, generation, is_live=is_live)
        SearchStale.objects.all().delete()  # those that were read: writers wait for their turn
    return len(stale)
