"""The quality of the search: each query of a small judged set finds what is meant first."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path

import pytest

from search import evaluation
from tests.search_cases import QUERIES, hits, names_of, write_judged_set

pytestmark = pytest.mark.django_db
JUDGED = Path(__file__).resolve().parents[2] / "shared" / "search"


def test_judged_query_finds_what_is_meant_first():
    write_judged_set()

    found = {
        (language, query): next(iter(names_of(hits(query, language))), "")
        for language, query, _expected in QUERIES
    }

    assert found == {(language, query): expected for language, query, expected in QUERIES}


@pytest.mark.skipif(not JUDGED.exists(), reason="the judged development set is not in this clone")
def test_development_queries_are_answered_well_enough():
    """The bar of shared/search.md section 5."""
    spec = importlib.util.spec_from_file_location("measure", JUDGED / "measure.py")
    measure = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(measure)
    queries = json.loads((JUDGED / "queries_dev.json").read_text(encoding="utf-8"))
    ids = evaluation._write(json.loads((JUDGED / "docs.json").read_text(encoding="utf-8")))

    def search(query: str, language: str) -> list[str]:
        return [ids[hit.key[1]] for hit in hits(query, language) if hit.key[0] == "palvelut"]

    _number, mrr, recall, zero, _gain = measure.evaluate(search, queries)["ALL"]

    assert mrr >= 0.92
    assert recall >= 0.90
    assert zero <= 0.01
