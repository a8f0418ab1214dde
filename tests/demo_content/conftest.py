"""The demo of Lapland, loaded once for all the tests of this folder, on a Wednesday of a common week."""

from __future__ import annotations

import datetime as dt

import pytest
from django.conf import settings
from django.db import transaction
from django.utils import translation

from perhekeskus import dates
from tests.demo import load

WEDNESDAY = dt.date(2026, 11, 25)


@pytest.fixture(scope="package")
def loaded(django_db_setup, django_db_blocker):
    """What the command told; each test sees the rows and leaves them as they were."""
    with (
        pytest.MonkeyPatch.context() as patch,
        django_db_blocker.unblock(),
        transaction.atomic(),
        translation.override(settings.LANGUAGE_CODE),
    ):
        patch.setattr(dates, "today", lambda: WEDNESDAY)
        yield load()
        transaction.set_rollback(True)
