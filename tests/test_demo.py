"""`load_demo`: what the command makes, refuses and says; and the shape of the records it reads."""

from __future__ import annotations

import pkgutil
import re
from collections import Counter
from collections.abc import Iterator

import pytest
from django.core.management import CommandError

from perhekeskus import caching, demo
from perhekeskus.demo import lapland
from perhekeskus.demo.records import Text
from perhekeskus.models import Installation
from services.models import Municipality, Service
from tests.demo import counts, load


# --- The command ---------------------------------------------------------------------------------------
@pytest.mark.django_db
def test_dry_run_makes_nothing_and_says_what_it_would_make():
    before, revision = counts(), caching.current_revision()

    told = load(dry_run=True)

    assert counts() == before
    assert caching.current_revision() == revision
    assert Municipality.objects.covered().count() == 0
    assert re.match(r"Would make \d{3,} rows; 0 were there already\.", told)
    assert "password" not in told


@pytest.mark.django_db
def test_if_empty_leaves_a_portal_with_services_alone():
    Service.objects.create(name_fi="Oma palvelu")

    assert load(if_empty=True) == ""
    assert (Service.objects.count(), Installation.objects.count()) == (1, 0)


@pytest.mark.django_db
def test_record_that_names_what_does_not_exist_is_told_and_nothing_is_made(monkeypatch):
    from perhekeskus.demo.lapland import services_core_babies as module

    monkeypatch.setitem(module.SERVICES[0], "themes", ["ei-ole"])

    with pytest.raises(CommandError, match="'ei-ole', which does not exist"):
        load()
    assert Service.objects.count() == Installation.objects.count() == 0


# --- The records as they are written ---------------------------------------------------------------------
def records(prefix: str, name: str) -> Iterator[dict]:
    import importlib

    told = []  # a module that gathers others tells their records again
    for found in pkgutil.iter_modules(lapland.__path__):
        if found.name.startswith(prefix):
            module = importlib.import_module(f"{lapland.__name__}.{found.name}")
            for record in getattr(module, name, []):
                if not any(record is other for other in told):
                    told.append(record)
                    yield record | {"module": found.name}


@pytest.mark.parametrize(
    ("prefix", "name"),
    [("services", "SERVICES"), ("actors", "ACTORS"), ("channels", "CHANNELS"), ("places", "PLACES")],
)
def test_no_key_is_written_twice(prefix, name):
    keys = Counter(record["key"] for record in records(prefix, name))

    assert keys
    assert [key for key, count in keys.items() if count > 1] == []


def test_every_record_of_a_service_is_a_whole_one():
    for record in records("services", "SERVICES"):
        absent = {
            "key",
            "name",
            "summary",
            "description",
            "actor",
            "area",
            "price",
            "sections",
        } - record.keys()
        assert not absent, f"{record['module']}: {record.get('key')} lacks {absent}"
        assert isinstance(record["name"], Text)


def test_demo_modules_are_plain_data():
    # A record that computes something could differ from one day to the next.
    assert demo.__doc__
    for found in pkgutil.walk_packages(demo.__path__, f"{demo.__name__}."):
        if found.name.endswith(("loader", "records", "rows")):
            continue
        source = found.module_finder.find_spec(found.name).loader.get_source(found.name)
        assert not re.search(r"^(def|class|for|if|while|import) ", source, re.MULTILINE), found.name
