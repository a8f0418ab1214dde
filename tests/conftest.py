"""Guards that hold in every test, and the few fixtures that all share."""

from __future__ import annotations

import logging
import os
import shutil
import socket

import pytest
from django.conf import settings
from django.db import transaction
from django.template.base import VariableDoesNotExist
from django.utils import translation

from perhekeskus import caching, kept
from search import keeping

# Missing variables that Django's and allauth's own templates ask for.
FOREIGN_TEMPLATES = ("admin/", "account/", "mfa/", "allauth/", "simple_history/", "django/", "usersessions/")


@pytest.fixture(autouse=True)
def fresh_process():
    """Nothing that a process keeps outlives a test: each has a database that counts from 0."""
    for store in (caching.pages, caching.parts):
        store.clear()
    kept.forget()
    keeping.forget()
    with translation.override(settings.LANGUAGE_CODE):
        yield


@pytest.fixture(autouse=True)
def no_logged_errors(caplog, request):
    """A test during which an error was logged has failed, whatever it asserted."""
    yield
    if request.node.get_closest_marker("logs_errors"):
        return
    errors = [r for r in caplog.get_records("call") if r.levelno >= logging.ERROR]
    assert not errors, f"errors were logged: {[r.getMessage() for r in errors]}"


@pytest.fixture(autouse=True)
def no_unknown_template_variables(monkeypatch):
    """A variable that a template of ours names and nobody gave is a mistake."""
    from django.template import base

    original = base.Variable._resolve_lookup

    def resolve(self, context):
        try:
            return original(self, context)
        except VariableDoesNotExist:
            name = getattr(getattr(context, "template_name", None), "__str__", str)()
            template = getattr(context, "template", None)
            origin = getattr(getattr(template, "origin", None), "name", "") or str(name)
            ours = str(settings.BASE_DIR / "templates") in origin
            foreign = any(f"/templates/{folder}" in origin for folder in FOREIGN_TEMPLATES)
            if ours and not foreign and self.lookups[0] not in OPTIONAL_VARIABLES:
                raise AssertionError(f"{origin} names {self.var!r}, which is not given") from None
            raise

    monkeypatch.setattr(base.Variable, "_resolve_lookup", resolve)


# Variables that base.html asks for and only some pages give.
OPTIONAL_VARIABLES = frozenset(
    {
        "is_sensitive",
        "is_preview",
        "is_error",
        "noindex",
        "edit_url",
        "section",
        "is_csrf",
        "has_quick_exit",
        "is_short",
        "page_notice",
    }
)


@pytest.fixture(autouse=True)
def quick_static_files(settings):
    """Static files are looked for when asked, not all listed for each client made."""
    settings.WHITENOISE_AUTOREFRESH = True


_real_connect = socket.socket.connect


@pytest.fixture(autouse=True)
def no_network(monkeypatch):
    """Only this machine: the database, and the live server of a browser test."""

    def connect(self, address):
        host = address[0] if isinstance(address, tuple) else ""
        if host and host not in ("127.0.0.1", "::1", "localhost"):
            raise AssertionError(f"the test reached for {host}")
        return _real_connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", connect)


# --- The browser: tests marked `browser` ---------------------------------------------------------
def pytest_collection_modifyitems(items):
    """Browser tests come first: later ones empty the database, and with it the municipalities."""
    items.sort(key=lambda item: item.get_closest_marker("browser") is None)


@pytest.fixture(scope="session")
def browser():
    """One Chromium for all the tests: the machine's own, never downloaded."""
    chromium = shutil.which("chromium")
    if chromium is None:
        missing = (
            "no Chromium on this machine: install the package chromium (Debian: apt-get install chromium)"
        )
        if os.environ.get("REQUIRE_BROWSER"):
            pytest.fail(f"REQUIRE_BROWSER is set, and there is {missing}")
        pytest.skip(f"NOT TRIED in a browser: {missing}")
    from playwright.sync_api import sync_playwright

    from tests.browser import LAUNCH_ARGS

    # Playwright runs an event loop in this thread, in which Django would refuse the database.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=chromium, args=LAUNCH_ARGS)
        yield chromium
        chromium.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture(scope="module")
def origin(browser, django_db_setup, django_db_blocker):
    """The portal being served with the content of tests/pages.py, which is made once for a module."""
    from tests.browser import serving
    from tests.pages import make_content

    with django_db_blocker.unblock(), transaction.atomic(), translation.override(settings.LANGUAGE_CODE):
        make_content()
        with serving() as address:
            yield address
        transaction.set_rollback(True)


@pytest.fixture
def visitor(browser, origin):
    """Opens pages; a console error, a refused script or a request to another host fails the test."""
    from tests.browser import Visitor

    visitor = Visitor(browser, origin)
    yield visitor
    visitor.close()
    assert visitor.faults == []
