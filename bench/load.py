"""The same pages over HTTP: granian as ./run starts it, wrk beside it, on this machine alone."""

from __future__ import annotations

import os
import re
import shutil
import socket
import statistics
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROUNDS, SECONDS, CONNECTIONS = 3, 2, 16
FLOOR = "/bench/empty/"
SERVER = """
import sys
from granian import Granian
Granian("portal:application", interface="wsgi", address="127.0.0.1", port=int(sys.argv[1]), http="1",
        websockets=False, workers=2, blocking_threads=4, log_level="warning").serve()
"""


def print_table(database: str) -> None:
    """Measure a server without the page cache, then one with it; the floor is taken on each."""
    if not shutil.which("wrk"):
        print("NOT TRIED over HTTP: wrk is missing (on Debian: apt-get install wrk).")
        return
    print("\n| page | requests a second, median (min–max) | p99 ms | ratio to the floor | errors |")
    print("|---|---|---|---|---|")
    made = {"list, one filter": "/palvelut/?teema=teema-3", "service": "/palvelut/palvelu-1/"}
    with server(database, without_page_cache=True) as port:
        compare(port, {"empty view": (FLOOR, ())} | {name: (path, ()) for name, path in made.items()})
    path = made["list, one filter"]
    with server(database) as port:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}") as answer:  # noqa: S310
            known = answer.headers["ETag"]
        compare(
            port,
            {
                "empty view": (FLOOR, ()),
                "list again": (path, ()),
                "list again, 304": (path, (f"If-None-Match: {known}",)),
            },
        )


@contextmanager
def server(database: str, *, without_page_cache: bool = False) -> Iterator[int]:
    """Yield the port of a server of this portal."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = os.environ | {"DATABASE_URL": database, "PYTHONPATH": str(Path(__file__).parent)}
    if without_page_cache:
        environment["BENCH_WITHOUT_PAGE_CACHE"] = "1"
    running = subprocess.Popen([sys.executable, "-c", SERVER, str(port)], env=environment)
    try:
        for _ in range(100):
            time.sleep(0.2)
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
        yield port
    finally:
        running.terminate()
        running.wait(timeout=20)


def compare(port: int, asked: dict[str, tuple[str, tuple[str, ...]]]) -> None:
    """Print a line for each page; rounds in turn, the floor among them."""
    rates: dict[str, list[float]] = {name: [] for name in asked}
    slowest: dict[str, list[float]] = {name: [] for name in asked}
    errors = dict.fromkeys(asked, 0)
    for number in range(ROUNDS + 1):
        for name, (path, headers) in asked.items():
            rate, p99, failed = wrk(f"http://127.0.0.1:{port}{path}", headers)
            if number:  # the first round warms
                rates[name].append(rate)
                slowest[name].append(p99)
                errors[name] += failed
    floor = statistics.median(rates["empty view"])
    for name, found in rates.items():
        middle = statistics.median(found)
        print(
            f"| {name} | {middle:,.0f} ({min(found):,.0f}–{max(found):,.0f}) "
            f"| {statistics.median(slowest[name]):.1f} | {middle / floor:.3f} | {errors[name]} |",
            flush=True,
        )


def wrk(url: str, headers: tuple[str, ...]) -> tuple[float, float, int]:
    """Return requests a second, the 99th percentile in milliseconds, and failed requests."""
    command = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{SECONDS}s", "--latency", "-H", "Accept-Encoding: gzip"]
    for header in headers:
        command += ["-H", header]
    told = subprocess.run([*command, url], capture_output=True, text=True, check=True).stdout
    rate = float(re.search(r"Requests/sec:\s+([\d.]+)", told)[1])
    p99, unit = re.search(r"99%\s+([\d.]+)(us|ms|s)", told).groups()
    failed = re.search(r"Non-2xx or 3xx responses: (\d+)", told)
    lost = re.search(r"Socket errors: connect (\d+), read (\d+), write (\d+)", told)
    errors = (int(failed[1]) if failed else 0) + (sum(map(int, lost.groups())) if lost else 0)
    return rate, float(p99) * {"us": 0.001, "ms": 1, "s": 1000}[unit], errors
