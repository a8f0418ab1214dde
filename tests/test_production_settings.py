"""Production starts safely or not at all, and says in a sentence what is missing."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from django.conf import settings

GOOD = {
    "ENVIRONMENT": "production",
    "SECRET_KEY": "kV3x-9QzLp_7wRt2mYb8nHc4sDf6gJa1eUi0oWq5rXy-Tn3Bv7Cz9",
    "ALLOWED_HOSTS": "perhekeskus.example.org",
    "DATABASE_URL": "sqlite://:memory:",
    "EMAIL_HOST": "mail.example.org",
}


def start(**changes: str | None) -> subprocess.CompletedProcess:
    """Start the portal in a process of its own; None takes a variable away."""
    environment = {"PATH": os.environ["PATH"], "PYTHONDONTWRITEBYTECODE": "1", **GOOD, **changes}
    return subprocess.run(
        [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING"],
        cwd=settings.BASE_DIR,
        env={name: value for name, value in environment.items() if value is not None},
        capture_output=True,
        text=True,
        timeout=60,
    )


def last_line(process: subprocess.CompletedProcess) -> str:
    return process.stderr.strip().splitlines()[-1]


def test_production_starts_with_everything_in_place():
    process = start()

    assert (process.returncode, process.stdout) == (0, "System check identified no issues (2 silenced).\n")


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"SECRET_KEY": None}, "SECRET_KEY must be a random text of at least 50 characters"),
        ({"SECRET_KEY": ""}, "SECRET_KEY must be a random text of at least 50 characters"),
        ({"SECRET_KEY": "lyhyt"}, "SECRET_KEY must be a random text of at least 50 characters"),
        ({"SECRET_KEY": "a" * 80}, "SECRET_KEY must be a random text of at least 50 characters"),
        ({"ALLOWED_HOSTS": None}, "ALLOWED_HOSTS must name the portal's own host names"),
        ({"ALLOWED_HOSTS": " , "}, "ALLOWED_HOSTS must name the portal's own host names"),
        ({"ALLOWED_HOSTS": "example.org,*"}, "ALLOWED_HOSTS must name the portal's own host names"),
        ({"DATABASE_URL": None}, "DATABASE_URL must name the database"),
        ({"EMAIL_HOST": None}, "EMAIL_HOST must name the mail server: members get their passwords by mail"),
        ({"DEBUG": "1"}, "DEBUG must be off"),
        (
            {"SECURE_SSL_REDIRECT": "0"},
            "SECURE_SSL_REDIRECT must be on: the portal is served over HTTPS only",
        ),
    ],
)
def test_production_does_not_start_unsafely(changes, sentence):
    process = start(**changes)

    assert process.returncode != 0
    assert last_line(process).endswith(f"Production does not start: {sentence}.")


def test_production_names_all_that_is_missing_at_once():
    process = start(SECRET_KEY=None, ALLOWED_HOSTS=None, DATABASE_URL=None)

    assert last_line(process).count(";") == 2


@pytest.mark.parametrize("name", ["nonsense", "Production", "prod", ""])
def test_environment_is_development_or_production(name):
    process = start(ENVIRONMENT=name)

    assert process.returncode != 0
    assert last_line(process).endswith(f"ENVIRONMENT is development or production, not {name!r}.")


@pytest.mark.parametrize(
    ("codes", "sentence"),
    [
        ("fi,xx,sv,klingon", "SITE_LANGUAGES names unknown languages: xx, klingon"),
        ("sv,fi", "SITE_LANGUAGES must begin with fi: it is the language of record."),
        ("", "SITE_LANGUAGES must begin with fi: it is the language of record."),
    ],
)
def test_site_languages_are_known_and_begin_with_finnish(codes, sentence):
    process = start(SITE_LANGUAGES=codes)

    assert process.returncode != 0
    assert last_line(process).endswith(sentence)


def test_development_starts_with_nothing_set():
    process = start(**dict.fromkeys(GOOD) | {"DATABASE_URL": "sqlite://:memory:"})

    # Django's list for production has much to say of a developer's machine, and that is all.
    assert "ImproperlyConfigured" not in process.stderr
    assert "System check identified some issues" in process.stderr
