"""What a phone fetches on its first visit, and Lighthouse's opinion where it is installed.

    ./run python bench/first_load.py http://127.0.0.1:8000 [path …]

The portal must be running there (`./run`). Text is counted as gzip -6 sends it, KB of 1,000 bytes. Needs the
development packages and Chromium. With the command `lighthouse` on the PATH (from the npm registry) its four
scores follow, mobile, one run. Exit code 1 when a page misses its goal.
"""

from __future__ import annotations

import gzip
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

from playwright.sync_api import sync_playwright

PATHS = [
    "/",
    "/palvelut/",
    "/palvelut/aitiys-ja-lastenneuvola/",
    "/ika/taaperot/",
    "/tilanteet/vauva-ei-nuku/",
]
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
MOST_TEXT, MOST_BYTES, MOST_REQUESTS = 30.0, 65.0, 8
TEXT = ("document", "stylesheet", "script")
CHROMIUM = "/usr/bin/chromium"


def first_load(browser, url: str) -> tuple[Counter, int]:
    """Return KB by kind of resource and the number of requests of a first visit."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, locale="fi-FI")
    page = context.new_page()
    answers = []
    page.on("response", lambda answer: answers.append(answer))  # it marks its handler
    page.goto(url, wait_until="networkidle")
    kilobytes: Counter = Counter()
    for answer in answers:
        body, kind = answer.body(), answer.request.resource_type
        packed = body if kind == "font" else gzip.compress(body, 6)
        kilobytes[kind] += len(packed) / 1000
    context.close()
    return kilobytes, len(answers)


def lighthouse(url: str) -> str:
    """Return Lighthouse's scores and what SEO missed, or why there are none."""
    command = shutil.which("lighthouse")
    if command is None:
        return "lighthouse is not installed"
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        subprocess.run(
            [
                command,
                url,
                "--output=json",
                f"--output-path={report}",
                "--quiet",
                f"--chrome-flags={' '.join(FLAGS)} --headless",
            ],
            env={**os.environ, "CHROME_PATH": CHROMIUM},
            check=True,
            capture_output=True,
        )
        told = json.loads(report.read_text())
    scores = {
        name: round(100 * part["score"])
        for name, part in told["categories"].items()
        if part["score"] is not None
    }
    failed = [
        ref["id"]
        for part in told["categories"].values()
        if part["id"] != "performance"
        for ref in part["auditRefs"]
        if told["audits"][ref["id"]]["score"] == 0
    ]
    lcp = told["audits"]["largest-contentful-paint"]["displayValue"]
    return f"{scores}, LCP {lcp}, failed: {failed or 'none'}"


def main() -> int:
    origin, *paths = sys.argv[1:]
    missed = 0
    print("| page | requests | HTML + CSS + JS KB | fonts KB | pictures KB | all KB | |")
    print("|---|---|---|---|---|---|---|")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        for path in paths or PATHS:
            kilobytes, requests = first_load(browser, origin + path)
            text, everything = sum(kilobytes[kind] for kind in TEXT), sum(kilobytes.values())
            is_met = text <= MOST_TEXT and everything <= MOST_BYTES and requests <= MOST_REQUESTS
            missed += not is_met
            pictures = everything - text - kilobytes["font"]
            print(
                f"| {path} | {requests} | {text:.1f} | {kilobytes['font']:.1f} | {pictures:.1f} "
                f"| {everything:.1f} | {'met' if is_met else 'NOT met'} |",
                flush=True,
            )
        browser.close()
    for path in paths or PATHS:
        print(f"{path}: {lighthouse(origin + path)}", flush=True)
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
