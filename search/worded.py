"""Queries of some rows that are put into SQL once and asked again and again.

To put such a query into words takes Django longer than any database to answer it; a save asks eight.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from functools import lru_cache

from django.db import connection
from django.db.models import QuerySet

Make = Callable[..., QuerySet]


def rows(make: Make, keys: Sequence[int], *which: Hashable) -> list[tuple]:
    """Return the rows of `make(keys, *which)`, with values as the database gives them: SQLite's true is 1.

    make: gives a `values_list` that depends on nothing but its arguments, and asks for the keys by `__in`
    once. Of a plain `QuerySet(model)`: modeltranslation's sets the columns in an order of its own.
    """
    if not keys:
        return []
    size = 1 << (len(keys) - 1).bit_length()  # few sizes, for few statements
    keys = [*keys, *[keys[-1]] * (size - len(keys))]
    sql, parameters = _worded(make, size, *which)
    with connection.cursor() as cursor:
        cursor.execute(sql, [keys[each] if _is_index(each) else each for each in parameters])
        return cursor.fetchall()


@lru_cache(maxsize=500)
def _worded(make: Make, size: int, *which: Hashable) -> tuple[str, tuple]:
    """Return the SQL for so many keys, and its parameters; of each key its index, below zero."""
    return make(range(-size, 0), *which).query.sql_with_params()


def _is_index(parameter: object) -> bool:
    return isinstance(parameter, int) and parameter < 0
