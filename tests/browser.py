"""The portal in a real browser: a server in this process, pages of any width and scheme, and axe."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread

from axe_playwright_python.base import AXE_SCRIPT
from django.core.handlers.wsgi import WSGIHandler
from django.core.servers.basehttp import ThreadedWSGIServer
from django.core.signals import request_finished, request_started
from django.db import DEFAULT_DB_ALIAS, close_old_connections, connections
from django.test.testcases import QuietWSGIRequestHandler
from playwright.sync_api import Browser, Page

# Without these Chromium looks up its maker's hosts at every start; it runs as root in CI.
LAUNCH_ARGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PHONE, DESKTOP = 320, 1280
AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN_AXE = """
async (options) => (await axe.run(document, options)).violations
    .flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.target.join(" ")}`))
"""
# Elements with words of their own whose colours, as they are shown, differ too little.
FAINT = """
() => {
    const light = (colour) => colour.match(/[\\d.]+/g).slice(0, 3)
        .map((part) => (part /= 255) <= .04045 ? part / 12.92 : ((part + .055) / 1.055) ** 2.4)
        .reduce((sum, part, at) => sum + part * [.2126, .7152, .0722][at], 0);
    const ground = (e) => {
        for (; e; e = e.parentElement) {
            const colour = getComputedStyle(e).backgroundColor;
            if (!/, 0\\)|transparent/.test(colour)) return colour;
        }
        return "rgb(0, 0, 0)";
    };
    const ownWords = (e) => [...e.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim());
    return [...document.querySelectorAll("body *")].filter((e) => {
        if (!ownWords(e) || !e.checkVisibility() || e.closest(".visually-hidden, .skip-link")) return false;
        const [one, other] = [light(getComputedStyle(e).color), light(ground(e))].sort((a, b) => b - a);
        return (one + .05) / (other + .05) < 4.5;
    }).map((e) => `faint: ${e.tagName}.${e.className} ${e.textContent.trim().slice(0, 30)}`);
}
"""


class Server(ThreadedWSGIServer):
    """Leaves the tests' connection open, which all its threads share."""

    def _close_connections(self) -> None:
        pass


@contextmanager
def serving() -> Iterator[str]:
    """Serve the portal on this machine; yields its origin.

    The server's threads use this thread's database connection, so that they see what a test
    has made and not yet committed, on SQLite and on PostgreSQL.
    """
    connection = connections[DEFAULT_DB_ALIAS]
    connection.inc_thread_sharing()
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)  # it closes one that is in a transaction
    server = Server(
        ("127.0.0.1", 0), QuietWSGIRequestHandler, connections_override={DEFAULT_DB_ALIAS: connection}
    )
    server.set_app(WSGIHandler())
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
        for signal in (request_started, request_finished):
            signal.connect(close_old_connections)
        connection.dec_thread_sharing()


class Visitor:
    """Opens pages of the portal, and remembers what they did that they must not.

    origin: the portal's scheme, host and port.
    faults: errors on the console (a refused script or style is one), and requests to elsewhere.
    """

    def __init__(self, browser: Browser, origin: str):
        self.browser = browser
        self.origin = origin
        self.faults: list[str] = []
        self.contexts = []

    def open(self, path: str, *, width: int = DESKTOP, height: int = 800, **options) -> Page:
        """Open a page in a window of its own. options: of Playwright's `new_context`."""
        # Without motion: colours that are on their way from one to another have no contrast to measure.
        options = {
            "locale": "fi-FI",
            "timezone_id": "Europe/Helsinki",
            "reduced_motion": "reduce",
            **options,
        }
        context = self.browser.new_context(viewport={"width": width, "height": height}, **options)
        context.set_default_timeout(10_000)
        self.contexts.append(context)
        page = context.new_page()
        page.on("console", self._heard)
        page.on("pageerror", lambda error: self.faults.append(f"{page.url}: {error}"))
        page.on("request", self._asked)
        page.goto(self.origin + path)
        return page

    def close(self) -> None:
        for context in self.contexts:
            context.close()

    def _heard(self, message) -> None:
        # The status of an error page is told as an error of the console.
        if message.type in ("error", "warning") and "the server responded with a status" not in message.text:
            self.faults.append(f"{message.location.get('url')}: {message.text}")

    def _asked(self, request) -> None:
        if not request.url.startswith((self.origin, "data:")):
            self.faults.append(f"asked {request.url}")


def axe(page: Page, *, contrast_alone: bool = False) -> list[str]:
    """Run axe's rules of WCAG 2.0–2.2 A and AA and of best practice; return rule and element.

    contrast_alone: of a page whose other rules have been asked already, in another colour scheme.
    """
    if not page.evaluate("typeof axe === 'object'"):
        page.evaluate(AXE_SCRIPT)
    asked = {"type": "rule", "values": ["color-contrast"]} if contrast_alone else AXE_TAGS
    return page.evaluate(RUN_AXE, {"runOnly": asked, "resultTypes": ["violations"], "preload": False})


def faint(page: Page) -> list[str]:
    """Text that is hard to see with forced colours: axe measures the page's own, which are not shown then."""
    return page.evaluate(FAINT)


def overflow(page: Page) -> list[str]:
    """Elements that reach outside the page's width, when the page scrolls sideways."""
    return page.evaluate(
        """() => {
            const root = document.documentElement;
            if (root.scrollWidth <= root.clientWidth) return [];
            return [...document.querySelectorAll("body *")]
                .filter((e) => e.getBoundingClientRect().right > root.clientWidth + 1)
                .map((e) => e.tagName + "." + e.className + ": " + e.textContent.trim().slice(0, 40));
        }"""
    )


def focused(page: Page) -> str:
    """The words of what has the focus, or its name when it has none."""
    return page.evaluate(
        "() => { const e = document.activeElement; return (e.innerText || e.name || e.tagName).trim() }"
    )
