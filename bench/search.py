"""What the search costs at 20,000 items, and whether two databases answer alike.

    ./run python bench/search.py [--database URL]
    ./run python bench/search.py --compare --database URL

The items are made up (`search_data.py`). One process fills and indexes; a fresh one searches, as a worker
does that has just started. Exit code 1 when one of the goals told at the end is not met.
--compare: the ten best of each development query (shared/search) on SQLite and on the server.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from http import HTTPStatus
from pathlib import Path
from random import Random
from urllib.parse import urlencode

import pages
from pages import Goals

HERE = Path(__file__).resolve().parent
JUDGED = HERE.parent.parent / "shared" / "search"
ROUNDS, SAVED = 5, 60

BAD = {
    "10,000 characters": "äitiysneuvola " * 714,
    "10,000 letters": "ä" * 10_000,
    "10,000 unknown words": "".join(f"{Random(n).randbytes(4).hex()} " for n in range(1_200)),
    "stop words alone": "ja on se että kun niin ei ole",
    "punctuation alone": "?!.,;:-–—()[]{}\"'*%_\\/&|<>~^`´",
    "emoji": "👶🍼 😴 👨‍👩‍👧‍👦 🆘",
    "SQL": "'; DROP TABLE search_searchterm; -- OR 1=1 UNION SELECT * FROM members_member",
    "HTML": "<script>alert('neuvola')</script><img src=x onerror=alert(1)>&lt;b&gt;",
    "mixed scripts": "neuvola нейвола ネウボラ 诊所 νευβόλα נוי",
    "right to left": "عيادة الأمومة والطفولة \u202eneuvola\u202c ילדים",
    "controls and nulls": "neu\x00vola\x07 \u200b\u200d\ufeff äiti\u0301",
    "one long compound": "lastenneuvola" * 15,
}


# --- A worker -------------------------------------------------------------------------------------
def memory() -> float:
    """Return this process's resident memory in MB (Linux)."""
    told = Path("/proc/self/status").read_text(encoding="ascii")
    return int(told.split("VmRSS:")[1].split()[0]) / 1024


def milliseconds(once: Callable[[], object]) -> float:
    started = time.perf_counter()
    once()
    return (time.perf_counter() - started) * 1000


def percentile(values: list[float], share: float) -> float:
    return sorted(values)[max(0, round(share * len(values)) - 1)]


def forget_words() -> None:
    """Forget what earlier queries have left in the process: another family writes other words."""
    from perhekeskus import caching
    from search import analysis, understanding, vocabulary, words

    for cached in (analysis.terms_of, analysis._parts, words._is_stop, understanding._names):
        cached.cache_clear()
    for code in ("fi", "sv", "en"):
        vocabulary.vocabulary_of(code, caching.current_revision())._repairs.clear()


def work(url: str) -> None:
    """Be a worker process: start, search, save; print what was measured as JSON."""
    os.environ |= {
        "DATABASE_URL": url,
        "ENVIRONMENT": "development",
        "DJANGO_SETTINGS_MODULE": "perhekeskus.settings",
    }
    sys.path.insert(0, str(HERE.parent))
    import django

    told: dict = {"start": milliseconds(django.setup)}
    import portal  # noqa: F401 (the portal's pages and the floor)

    pages.ask("/bench/empty/")
    from search_data import QUERIES

    from search import analysis

    told["memory at start"], told["loaded at start"] = memory(), analysis._loaded is not None
    from perhekeskus.caching import current_revision
    from search.finding import find_all

    def search(text: str, language: str):
        return find_all(text, language, current_revision())

    asked = [(text, language) for language, texts in QUERIES.items() for text in texts]
    told["first search"] = milliseconds(lambda: search("neuvola", "fi"))
    told["memory after the first search"], told["loaded then"] = memory(), analysis._loaded is not None
    told["nothing found"] = [text for text, language in asked if not search(text, language).hits]
    told["memory after all searches"] = memory()
    told["searches"] = _rounds(search, asked, forget_words)
    told["searches again"] = _rounds(search, asked, lambda: None)
    told["bad"] = {name: _rounds(search, [(text, "fi")], forget_words)[text] for name, text in BAD.items()}
    told["suggestions"] = _suggestions()
    told["memory after all"] = memory()
    gc.collect()
    told["ratios"] = _ratios(search)
    told |= _writing(search)
    json.dump(told, sys.stdout)


def _rounds(search, asked: list, before: Callable[[], None]) -> dict[str, list[float]]:
    """Return each query's milliseconds, one for each round."""
    spent: dict[str, list[float]] = {text: [] for text, _language in asked}
    for _ in range(ROUNDS):
        before()
        for text, language in asked:
            spent[text].append(milliseconds(lambda text=text, language=language: search(text, language)))
    return spent


def _suggestions() -> dict[str, list[float]]:
    from search_data import WRITTEN

    from search.indexing import current_index
    from search.suggestions import suggest

    generation = current_index().generation
    spent: dict[str, list[float]] = {}
    for language, words in WRITTEN.items():
        for beginning in dict.fromkeys(word[:end] for word in words for end in range(2, 7)):
            ask = partial(suggest, beginning, language, generation)
            spent[f"{language} {beginning}"] = [milliseconds(ask) for _ in range(3)]
    return spent


def _ratios(search) -> list:
    """Return of each kind of search its CPU ms and the floor's ÷ that, medians over rounds in turn."""
    from search_data import QUERIES

    asked = {
        "one word": ("neuvola", "fi"),
        "a very common word": ("lapsi", "fi"),
        "a typo": ("perhekahvla", "fi"),
        "a long sentence": (QUERIES["fi"][-1], "fi"),
        "in Swedish": ("talterapeut för 3-åring", "sv"),
    }
    calls = {f"search: {name}": lambda words=words: search(*words) for name, words in asked.items()}
    calls |= {
        f"page: {name}": lambda text=text, prefix="" if code == "fi" else f"/{code}": _ask_page(prefix, text)
        for name, (text, code) in asked.items()
    }
    calls["page: suggestions"] = lambda: pages.ask("/haku/ehdotukset/", "q=neu")
    spent: dict[str, list[tuple[float, float]]] = {name: [] for name in calls}
    for _ in range(ROUNDS):
        floor = pages.cpu_milliseconds(lambda: pages.ask("/bench/empty/"), pages.FLOORS_A_ROUND, None)
        for name, call in calls.items():
            cpu = pages.cpu_milliseconds(call, 6, None)
            spent[name].append((cpu, floor / cpu))
    return [[name, *map(statistics.median, zip(*rounds, strict=True))] for name, rounds in spent.items()]


def _ask_page(prefix: str, text: str) -> None:
    from perhekeskus import caching

    caching.pages.clear()
    answer = pages.ask(f"{prefix}/haku/", urlencode({"q": text}))
    if answer.status != HTTPStatus.OK:
        raise RuntimeError(f"{text}: {answer.status}")


def _writing(search) -> dict:
    """Return milliseconds of saving, each with its commit, and of the first search afterwards."""
    from services.models import Actor, Service, Theme

    random = Random(1)
    some = list(
        Service.objects.filter(
            pk__in=random.sample(list(Service.objects.values_list("pk", flat=True)), SAVED)
        )
    )
    saved, after = [], []
    for number, service in enumerate(some):
        service.description_fi = f"{service.description_fi} Uusi sana {number}."
        saved.append(milliseconds(service.save))
        if number % 10 == 0:
            after.append(milliseconds(lambda: search("neuvola", "fi")))
    theme, actor = Theme.objects.order_by("pk")[5], Actor.objects.order_by("pk")[5]
    theme.name_fi, actor.name_fi = "Uusi teeman nimi", "Uusi toimijan nimi"
    return {
        "saved": saved[3:],
        "search after a save": after,
        "theme renamed": [theme.services.count(), milliseconds(theme.save)],
        "actor renamed": [actor.services.count(), milliseconds(actor.save)],
    }


def as_worker(option: str, url: str, **environment: str) -> dict:
    """Run this file in a process of its own, and return what it prints."""
    command = [sys.executable, __file__, option, url]
    done = subprocess.run(
        command, stdout=subprocess.PIPE, text=True, check=True, env=os.environ | environment
    )
    return json.loads(done.stdout.splitlines()[-1])


# --- Filling --------------------------------------------------------------------------------------
def analyze() -> None:
    """Give the database the statistics that a server which has run for a while has."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def settle() -> None:
    """Do now what a server does by itself after so many rows, and would do while the worker is measured."""
    from django.db import connection

    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("VACUUM (ANALYZE)")
            cursor.execute("CHECKPOINT")


def fill_and_index() -> dict:
    """Fill the database and index it; return seconds and rows."""
    import search_data
    from django.db import connection

    from search import dictionaries, models, rebuilding, thesaurus

    thesaurus.add_seed()
    items = search_data.fill()
    analyze()
    made = milliseconds(dictionaries.make_files) / 1000
    told: dict = {"items": items, "dictionary files": made}
    told["first rebuild"] = milliseconds(rebuilding.rebuild) / 1000
    told["rebuild again"] = milliseconds(rebuilding.rebuild) / 1000
    told["rebuild's tidying, when all is in use"] = milliseconds(rebuilding.tidy) / 1000
    for model in (models.SearchEntry, models.SearchTerm, models.SearchVocabulary, models.SearchSuggestion):
        told[f"rows of {model.__name__}"] = model.objects.count()
    settle()
    connection.close()
    return told


# --- Telling --------------------------------------------------------------------------------------
def print_table(filled: dict, told: dict) -> None:
    print("| what | value | |\n|---|---|---|")
    for name, value in filled.items():
        print(f"| {name} | {value:,.1f} | {'s' if 'rebuild' in name or 'files' in name else ''} |")
    print(f"| django.setup() | {told['start']:.0f} | ms; dictionaries loaded: {told['loaded at start']} |")
    print(f"| first search | {told['first search']:.0f} | ms; dictionaries loaded: {told['loaded then']} |")
    for name in (name for name in told if name.startswith("memory")):
        print(f"| {name} | {told[name]:.0f} | MB |")
    for name, rounds in (
        ("search, words new to the process", told["searches"]),
        ("search again", told["searches again"]),
        ("suggestion", told["suggestions"]),
    ):
        values = [value for spent in rounds.values() for value in spent]
        print(f"| {name} ({len(rounds)}) | {_spread(values)} | ms |")
        slowest = sorted(rounds, key=lambda text: -statistics.median(rounds[text]))[:6]
        print(
            f"| slowest | {'; '.join(f'{t[:40]} {statistics.median(rounds[t]):.0f}' for t in slowest)} | ms |"
        )
    nothing = told["nothing found"]
    print(f"| nothing found | {len(nothing)} | {'; '.join(text[:40] for text in nothing)} |")
    print(f"| saving a service ({len(told['saved'])}) | {_spread(told['saved'])} | ms |")
    print(f"| first search after a save | {_spread(told['search after a save'])} | ms |")
    for name in ("theme renamed", "actor renamed"):
        count, spent = told[name]
        print(f"| {name}, with {count} services | {spent:.0f} | ms |")
    for name, spent in told["bad"].items():
        print(f"| bad input: {name} | {statistics.median(spent):.1f} | ms |")
    print("\n| what | CPU ms | ratio to the floor |\n|---|---|---|")
    for name, cpu, ratio in told["ratios"]:
        print(f"| {name} | {cpu:.2f} | {ratio:.3f} |")
    print()


def _spread(values: list[float]) -> str:
    return f"p50 {statistics.median(values):.1f}, p95 {percentile(values, 0.95):.1f}, most {max(values):.1f}"


def tell_goals(filled: dict, told: dict) -> int:
    goals = Goals()
    searches = [value for spent in told["searches"].values() for value in spent]
    suggestions = [value for spent in told["suggestions"].values() for value in spent]
    goals.at_least("items", filled["items"], 20_000)
    goals.at_most("search, p95 ms", percentile(searches, 0.95), 60)
    goals.at_most("suggestion, p95 ms", percentile(suggestions, 0.95), 10)
    goals.at_most("saving one item, p95 ms", percentile(told["saved"], 0.95), 30)
    goals.at_most("rebuild, s", max(filled["first rebuild"], filled["rebuild again"]), 60)
    goals.at_most("memory of a worker, MB", told["memory after all"], 150)
    goals.at_most("dictionaries loaded at start", told["loaded at start"], 0)
    for name, spent in told["bad"].items():
        medians = statistics.median(searches)
        goals.at_most(f"bad input, {name}, of the median", statistics.median(spent) / medians, 10)
    return goals.unmet


# --- Comparing ------------------------------------------------------------------------------------
def find_ten() -> None:
    """Print as JSON the ten best documents of each development query, on the configured database."""
    sys.path.insert(0, str(HERE.parent))
    from search import evaluation

    search = evaluation.factory(json.loads((JUDGED / "docs.json").read_text(encoding="utf-8")))
    queries = json.loads((JUDGED / "queries_dev.json").read_text(encoding="utf-8"))
    json.dump({f"{q['lang']} {q['q']}": search(q["q"], q["lang"])[:10] for q in queries}, sys.stdout)
    print()


def compare(server: str) -> int:
    """Print the queries whose ten best differ on SQLite and on a server; return how many."""
    with pages.own_database(None) as own, pages.own_database(server) as url:
        here = as_worker("--ten", own, DATABASE_URL=own)
        there = as_worker("--ten", url, DATABASE_URL=url)
    differing = [query for query in here if here[query] != there[query]]
    for query in differing:
        print(f"{query}\n    SQLite      {here[query]}\n    PostgreSQL  {there[query]}")
    print(f"{len(here) - len(differing)} of {len(here)} queries have the same ten best on both databases.")
    return len(differing)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--database", help="postgres://…: a server where a database of its own may be made")
    parser.add_argument("--compare", action="store_true", help="the same ten best on both databases?")
    parser.add_argument("--worker", help=argparse.SUPPRESS)
    parser.add_argument("--ten", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.worker:
        return work(options.worker) or 0
    if options.ten:
        return find_ten() or 0
    if options.compare:
        return 1 if compare(options.database) else 0
    with pages.own_database(options.database) as url:
        pages.start(url)
        filled = fill_and_index()
        told = as_worker("--worker", url)
        print_table(filled, told)
        return 1 if tell_goals(filled, told) else 0


if __name__ == "__main__":
    sys.exit(main())
