"""Several statements at once, sent as each database takes them best."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from django.db import connection

Statement = tuple[str, Sequence[object]]


def run_together(statements: Sequence[Statement]) -> list[list[tuple]]:
    """Run statements one after another, each with its parameters; return a list of rows for each of them.

    That of a statement that gives no rows is empty. Those that write want a transaction around them.
    PostgreSQL gets them all in one message: the way there and back costs as much as a small statement does.
    psycopg binds the parameters itself (settings.py sees to that), so that one text may hold several of them.
    """
    if not statements:
        return []
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                ";\n".join(sql for sql, _parameters in statements),
                [*chain.from_iterable(parameters for _sql, parameters in statements)],
            )
            found = [_rows(cursor)]
            while cursor.nextset():
                found.append(_rows(cursor))
            return found
        found = []
        for sql, parameters in statements:
            cursor.execute(sql, parameters)
            found.append(_rows(cursor))
        return found


def _rows(cursor) -> list[tuple]:
    return cursor.fetchall() if cursor.description else []
