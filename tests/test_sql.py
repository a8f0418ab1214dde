"""Statements that are run together: the rows of each, on both databases."""

from __future__ import annotations

import pytest
from django.db import connection, transaction
from django.db.utils import IntegrityError

from perhekeskus.models import Revision
from perhekeskus.sql import run_together

pytestmark = pytest.mark.django_db

INSERT = "INSERT INTO perhekeskus_revision (id, number) VALUES (%s, %s)"
READ = "SELECT number FROM perhekeskus_revision"


def test_each_statement_has_its_own_rows_and_parameters():
    assert run_together(
        [("SELECT %s, '50 %%'", ["?;--'"]), ("SELECT 1 WHERE 1 = 0", []), ("SELECT 2", [])]
    ) == [
        [("?;--'", "50 %")],
        [],
        [(2,)],
    ]


def test_statement_without_rows_stands_between_the_others():
    Revision.objects.all().delete()

    assert run_together([("SELECT 1", []), (INSERT, [1, 7]), (READ, [])]) == [[(1,)], [], [(7,)]]


def test_when_one_fails_its_transaction_keeps_none_of_them():
    Revision.objects.all().delete()

    with pytest.raises(IntegrityError), transaction.atomic():
        run_together([(INSERT, [1, 7]), (INSERT, [1, 8])])

    assert not Revision.objects.exists()


def test_nothing_is_asked_of_no_statement(django_assert_num_queries):
    with django_assert_num_queries(0):
        assert run_together([]) == []


def test_postgresql_gets_them_in_one_message(django_assert_num_queries):
    with django_assert_num_queries(1 if connection.vendor == "postgresql" else 2):
        run_together([("SELECT 1", []), ("SELECT 2", [])])
