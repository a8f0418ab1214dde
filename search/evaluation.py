"""Measures the search against judged queries: shared/search/measure.py calls `factory`.

    ./run python ../shared/search/measure.py search.evaluation:factory

The documents become services in a test database on the configured server, through the real index; each
query goes the way that a page's does. The database is dropped at exit.
"""

from __future__ import annotations

import atexit
import os
from collections.abc import Callable

import django


def factory(docs: list[dict]) -> Callable[[str, str], list[str]]:
    """Return `search(query, language) -> ids of documents`, best first, over documents of docs.json."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "perhekeskus.settings")
    django.setup()
    _make_database()
    ids = _write(docs)
    from perhekeskus.caching import current_revision
    from search.finding import find_all
    from search.kinds import SERVICES

    def search(query: str, language: str) -> list[str]:
        hits = find_all(query, language, current_revision()).hits
        return [ids[hit.key[1]] for hit in hits if hit.key[0] == SERVICES]  # not their actors and themes

    return search


def _make_database() -> None:
    from django.test.utils import setup_databases, teardown_databases

    made = setup_databases(verbosity=0, interactive=False)
    atexit.register(teardown_databases, made, verbosity=0)


def _write(docs: list[dict]) -> dict[int, str]:
    """Write documents as services, with the thesaurus that the portal comes with; return ids by key."""
    from django.db import transaction

    from search import rebuilding, thesaurus
    from services.models import Actor, Municipality, Service, Theme

    with transaction.atomic():
        thesaurus.add_seed()
        covered = Municipality.objects.filter(name_fi__in={doc["place"] for doc in docs})
        covered.update(is_covered=True)
        towns = {town.name_fi: town for town in covered.select_related("county")}
        county = next(iter(towns.values())).county
        actors = {
            name: Actor.objects.create(name_fi=name, sector="association", state="published")
            for name in sorted({doc["provider"] for doc in docs})
        }
        themes = {
            name: Theme.objects.create(name_fi=name, state="published")
            for name in sorted({doc["theme"] for doc in docs})
        }
        ids = {}
        for doc in docs:
            service = Service(
                state="published",
                actor=actors[doc["provider"]],
                min_months=max(doc["age_min"], 0) * 12,
                max_months=(doc["age_max"] + 1) * 12,
                for_pregnancy=doc["age_min"] < 0,
                area_kind="municipalities" if doc["place"] in towns else "county",
                county=county,
            )
            for language, texts in doc["texts"].items():
                for field, text in (
                    ("name", texts["title"]),
                    ("summary", texts["summary"][:200]),
                    ("description", texts["description"]),
                    ("keywords", ", ".join(texts["keywords"])),
                ):
                    setattr(service, f"{field}_{language}", text)
            service.save()
            service.themes.add(themes[doc["theme"]])
            if doc["place"] in towns:
                service.municipalities.add(towns[doc["place"]])
            ids[service.pk] = doc["id"]
    rebuilding.rebuild()
    return ids
