"""What the public pages cost, against an empty view behind the same middleware.

    ./run python bench/pages.py [--sizes 100,10000,50000] [--database URL] [--http]

The ratio is the floor's CPU time a request ÷ the page's, of one round; larger is better, 1 is free.
Exit code 1 when one of the goals told at the end is not met; bench/README.md says more.
"""

from __future__ import annotations

import argparse
import gc
import io
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import cycle
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))  # granian and pytest come here from elsewhere

ROUNDS = 7
PAGES_A_ROUND, FLOORS_A_ROUND = 24, 240
DETAILS = 48  # so many different services take turns, so that nothing of one page helps the next
THEMES = 11  # so many lists take turns: their counts differ, and no two pages are the same
DETAIL_PAGES = ("service", "situation", "organiser", "task", "family centre")
NOT_READY = "list, one filter, cards not ready"
BROWSER = {"HTTP_ACCEPT_ENCODING": "gzip", "HTTP_USER_AGENT": "bench"}


@dataclass
class Row:
    """One page's line of the table: a figure for each round."""

    name: str
    status: int = 0
    sent: int = 0
    queries: int = 0
    cpu: list[float] = field(default_factory=list)
    ratios: list[float] = field(default_factory=list)

    @property
    def ratio(self) -> float:
        return statistics.median(self.ratios)

    @property
    def milliseconds(self) -> float:
        return statistics.median(self.cpu)


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes


# --- The database ------------------------------------------------------------------------------
@contextmanager
def own_database(url: str | None) -> Iterator[str]:
    """Yield the URL of an empty database, and take it away afterwards."""
    if url is None or url.startswith("sqlite"):
        with tempfile.TemporaryDirectory(prefix="perhekeskus-bench-") as folder:
            yield f"sqlite:///{folder}/bench.sqlite3"
        return
    import psycopg
    from psycopg import sql

    name = f"perhekeskus_bench_{os.getpid()}"
    server = url.rsplit("/", 1)[0]
    # template0: nothing that somebody may have left in the default template.
    with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE DATABASE {} TEMPLATE template0").format(sql.Identifier(name)))
    try:
        yield f"{server}/{name}"
    finally:
        with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
            connection.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


def start(url: str) -> None:
    """Make the portal in this process use the database, and its tables."""
    os.environ |= {"DATABASE_URL": url, "ENVIRONMENT": "development"}
    import portal  # noqa: F401 (the settings, with this database)
    from django.core.management import call_command
    from django.db import connection

    call_command("migrate", verbosity=0)
    python, load = sys.version.split()[0], os.getloadavg()[0]
    print(f"Python {python}, {connection.vendor}, {os.cpu_count()} cores, load {load:.1f}")


def prepare(size: int) -> None:
    """Bring the database to `size` services, as a server that has run for a while finds it."""
    import data
    from django.db import connection

    from perhekeskus.models import Installation
    from services.models import Situation

    if not Installation.objects.exists():
        data.fill_reference()
    data.grow_services(size)
    if not Situation.objects.exists():
        data.write_situations()
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    gc.collect()


# --- Asking ------------------------------------------------------------------------------------
def ask(path: str, query: str = "", **headers: str) -> Answer:
    """Ask the WSGI application as a server would, and read the answer to its end."""
    from portal import application

    told: dict = {}
    environ = {
        "REQUEST_METHOD": "GET",
        "PATH_INFO": path,
        "QUERY_STRING": query,
        "SERVER_NAME": "localhost",
        "SERVER_PORT": "80",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "REMOTE_ADDR": "127.0.0.1",
        "HTTP_HOST": "localhost",
        "wsgi.input": io.BytesIO(),
        "wsgi.errors": sys.stderr,
        "wsgi.url_scheme": "http",
        **BROWSER,
        **headers,
    }

    def start_response(status, response_headers, exc_info=None):
        told.update(status=int(status[:3]), headers=dict(response_headers))

    response = application(environ, start_response)
    body = b"".join(response)
    response.close()
    return Answer(told["status"], told["headers"], body)


def count_queries(once: Callable[[], Answer]) -> int:
    from django.db import connection

    asked = []

    def count(execute, sql, params, many, context):
        asked.append(sql)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(count):
        once()
    return len(asked)


def cpu_milliseconds(once: Callable[[], Answer], times: int, before: Callable[[], None] | None) -> float:
    """Return the CPU time of this process a request; `before` each request is not counted."""
    spent = 0.0
    for _ in range(times):
        if before:
            before()
        started = time.process_time()
        once()
        spent += time.process_time() - started
    return spent / times * 1000


# --- The pages ---------------------------------------------------------------------------------
# Each page's request, and what is to be forgotten before it.
Pages = dict[str, tuple[Callable[[], Answer], Callable[[], None] | None]]


def pages(size: int) -> Pages:
    """Return the directory's pages at a number of services."""
    from perhekeskus import caching
    from services.models import Service, Situation

    def no_pages():
        caching.pages.clear()

    def no_parts():
        caching.pages.clear()
        caching.parts.clear()

    themes = cycle(f"teema=teema-{number}" for number in range(1, THEMES + 1))
    deep = max(1, size // 12 // 20 // 2)  # halfway of what one of twelve themes has
    open_services = Service.objects.visible_to(None).exclude(themes__is_sensitive=True)
    slugs = cycle(list(open_services.values_list("slug", flat=True)[:DETAILS]))
    situations = cycle(list(Situation.objects.values_list("slug", flat=True)))
    known = ask("/palvelut/", "teema=teema-3").headers["ETag"]
    return {
        "floor: empty view": (lambda: ask("/bench/empty/"), None),
        "list, one filter": (lambda: ask("/palvelut/", next(themes)), no_pages),
        NOT_READY: (lambda: ask("/palvelut/", next(themes)), no_parts),
        "list in Swedish": (lambda: ask("/sv/palvelut/", next(themes)), no_pages),
        f"list, page {deep}": (lambda: ask("/palvelut/", f"{next(themes)}&sivu={deep}"), no_pages),
        "service": (lambda: ask(f"/palvelut/{next(slugs)}/"), no_pages),
        "situation": (lambda: ask(f"/tilanteet/{next(situations)}/"), no_pages),
        "age group": (lambda: ask("/ika/ika-3/"), no_pages),
        "theme": (lambda: ask("/teemat/teema-1/"), no_pages),
        "organiser": (lambda: ask("/toimijat/jarjestaja-3/"), no_pages),
        "task": (lambda: ask("/tehtavat/tehtava-2/"), no_pages),
        "family centre": (lambda: ask("/perhekeskukset/keskus-1/"), no_pages),
        "front": (lambda: ask("/"), no_pages),
        "list again": (lambda: ask("/palvelut/", "teema=teema-3"), None),
        "list again, 304": (lambda: ask("/palvelut/", "teema=teema-3", HTTP_IF_NONE_MATCH=known), None),
    }


def measure(asked: Pages) -> list[Row]:
    """Return the pages' lines, the floor first; rounds in turn, so that other load meets all alike."""
    rows = []
    for name, (once, before) in asked.items():
        for _ in range(DETAILS):  # what a process makes once: templates, index, cards
            once()
        queries = []
        for _ in range(12):
            if before:
                before()
            queries.append(count_queries(once))
        if before:
            before()
        answer = once()
        rows.append(Row(name, answer.status, len(answer.body), max(queries)))
    for _ in range(ROUNDS):
        for row, (once, before) in zip(rows, asked.values(), strict=True):
            for _ in range(DETAILS):  # the line before may have taken away the cards that this one has ready
                once()
            quick = before is None
            row.cpu.append(cpu_milliseconds(once, FLOORS_A_ROUND if quick else PAGES_A_ROUND, before))
            row.ratios.append(rows[0].cpu[-1] / row.cpu[-1])
    return rows


def measure_made() -> dict[str, tuple[float, float, int]]:
    """Return what a process makes once after an edit: CPU and wall milliseconds, and bytes of it."""
    from perhekeskus import caching
    from services import reach, ways
    from services.index import build

    made = {}
    makers = {"making the index": build, "reading the reach": reach.read, "reading the ways in": ways.read}
    for name, make in makers.items():
        spent, waited = [], []
        for _ in range(3):
            cpu, wall = time.process_time(), time.perf_counter()
            result = make("fi", caching.current_revision())
            spent.append((time.process_time() - cpu) * 1000)
            waited.append((time.perf_counter() - wall) * 1000)
        made[name] = statistics.median(spent), statistics.median(waited), bytes_of(vars(result), set())
    return made


def bytes_of(thing, seen: set[int]) -> int:
    if id(thing) in seen:
        return 0
    seen.add(id(thing))
    inside = 0
    if isinstance(thing, dict):
        inside = sum(bytes_of(part, seen) for pair in thing.items() for part in pair)
    elif isinstance(thing, list | tuple | set | frozenset):
        inside = sum(bytes_of(part, seen) for part in thing)
    elif hasattr(thing, "__slots__"):
        inside = sum(bytes_of(getattr(thing, name), seen) for name in thing.__slots__ if hasattr(thing, name))
    elif hasattr(thing, "__dict__"):
        inside = bytes_of(vars(thing), seen)
    return sys.getsizeof(thing) + inside


# --- Telling -----------------------------------------------------------------------------------
def print_table(size: int, rows: list[Row], made: dict[str, tuple[float, float, int]]) -> None:
    for row in rows:
        span = f"({min(row.cpu):.2f}–{max(row.cpu):.2f})"
        print(
            f"| {size:,} | {row.name} | {row.status} | {row.sent:,} | {row.queries} "
            f"| {row.milliseconds:.2f} {span} | {row.ratio:.3f} |"
        )
    for name, (cpu, wall, memory) in made.items():
        print(f"| {size:,} | {name} | | {memory:,} | | {cpu:.0f} (wall {wall:.0f}) | |", flush=True)


@dataclass
class Goals:
    """The goals, told one a line; `unmet` counts those missed."""

    unmet: int = 0

    def at_least(self, name: str, value: float, goal: float) -> None:
        self._tell(name, f"{value:.3f} ≥ {goal:.3f}", is_met=value >= goal)

    def at_most(self, name: str, value: float, goal: float) -> None:
        self._tell(name, f"{value:.1f} ≤ {goal:g}", is_met=value <= goal)

    def _tell(self, name: str, comparison: str, *, is_met: bool) -> None:
        self.unmet += not is_met
        print(f"{'met    ' if is_met else 'NOT met'}  {name}: {comparison}")


def tell_goals(tables: dict[int, list[Row]]) -> int:
    """Print a line for each goal and return how many were missed."""
    goals = Goals()
    for size, rows in tables.items():
        for row in rows[1:]:
            name = f"{size:,}: {row.name}"
            if row.name in DETAIL_PAGES:
                goals.at_least(f"{name}, of the floor", row.ratio, 0.06)
                goals.at_most(f"{name}, queries", row.queries, 6)
            elif row.name == "list again":
                goals.at_least(f"{name}, of the floor", row.ratio, 0.50)
            elif row.name == "list again, 304":
                goals.at_least(f"{name}, of the floor", row.ratio, 0.55)
            elif row.name == NOT_READY:
                goals.at_most(f"{name}, queries", row.queries, 6)  # once a card after an edit
            else:
                goals.at_least(f"{name}, of the floor", row.ratio, 0.045)
                goals.at_most(f"{name}, CPU ms", row.milliseconds, 6)
                goals.at_most(f"{name}, queries", row.queries, 6)
    if {10_000, 50_000} <= tables.keys():
        for small, large in zip(tables[10_000][1:-2], tables[50_000][1:-2], strict=True):
            goals.at_least(f"50,000 ÷ 10,000: {small.name}", large.ratio / small.ratio, 0.8)
    return goals.unmet


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sizes", default="100,10000,50000", help="numbers of services, ascending")
    parser.add_argument("--database", help="postgres://…: a server where a database of its own may be made")
    parser.add_argument("--http", action="store_true", help="also by granian and wrk, on this machine")
    options = parser.parse_args()
    sizes = sorted(int(size) for size in options.sizes.split(","))
    with own_database(options.database) as url:
        start(url)
        print("| services | page | status | bytes | queries | CPU ms (min–max) | ratio to the floor |")
        print("|---|---|---|---|---|---|---|")
        tables = {}
        for size in sizes:
            prepare(size)
            tables[size] = measure(pages(size))
            print_table(size, tables[size], measure_made())
        if options.http:
            import load

            load.print_table(url)
        print()
        return 1 if tell_goals(tables) else 0


if __name__ == "__main__":
    sys.exit(main())
