"""Guards that hold in every test, and the few fixtures that all share."""

from __future__ import annotations

import logging
import socket

import pytest
from django.conf import settings
from django.template.base import VariableDoesNotExist
from django.utils import translation

from perhekeskus import caching, site
from services import index

# Missing variables that Django's and allauth's own templates ask for.
FOREIGN_TEMPLATES = ("admin/", "account/", "mfa/", "allauth/", "simple_history/", "django/", "usersessions/")


@pytest.fixture(autouse=True)
def fresh_process():
    """Nothing that a process keeps outlives a test: each has a database that counts from 0."""
    for store in (caching.pages, caching.parts):
        store.clear()
    index.forget()
    site.forget()
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
    {"is_sensitive", "is_preview", "noindex", "edit_url", "section", "is_csrf", "page_notice"}
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
