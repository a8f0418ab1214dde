"""Queries of some rows that are put into SQL once and asked again and again.

To put such a query into words takes Django longer than any database to answer it; a save asks eleven.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from functools import lru_cache

from django.db.models import QuerySet

from perhekeskus.sql import Statement, run_together

# What gives a `values_list` of some keys and what else it is asked: make(keys, *which). It depends on nothing
# but these, and asks for the keys by `__in` once. Of a plain `QuerySet(model)`: modeltranslation's sets the
# columns in an order of its own.
Make = Callable[..., QuerySet]
Question = tuple[Make, *tuple[Hashable, ...]]  # the maker, then what else it is asked


def rows(make: Make, keys: Sequence[int], *which: Hashable) -> list[tuple]:
    """Return the rows of `make(keys, *which)`, with values as the database gives them: SQLite's true is 1."""
    return rows_of([(make, *which)], keys)[0]


def rows_of(questions: Sequence[Question], keys: Sequence[int]) -> list[list[tuple]]:
    """Return the rows of each question about the same keys, asked together."""
    if not keys:
        return [[] for _question in questions]
    size = 1 << (len(keys) - 1).bit_length()  # few sizes, for few statements
    keys = [*keys, *[keys[-1]] * (size - len(keys))]
    return run_together([_statement(question, keys) for question in questions])


def _statement(question: Question, keys: Sequence[int]) -> Statement:
    sql, parameters = _worded(len(keys), *question)
    return sql, [keys[each] if _is_index(each) else each for each in parameters]


@lru_cache(maxsize=500)
def _worded(size: int, make: Make, *which: Hashable) -> tuple[str, tuple]:
    """Return the SQL for so many keys, and its parameters; of each key its index, below zero."""
    return make(range(-size, 0), *which).query.sql_with_params()


def _is_index(parameter: object) -> bool:
    return isinstance(parameter, int) and parameter < 0
