"""Secret addresses: the organisers' cancel links."""

from __future__ import annotations

import logging

import pytest

from perhekeskus.security import WithoutTokens


@pytest.mark.parametrize(
    ("message", "logged"),
    [
        ("Bad Request: /peru/abc:def-123/", "Bad Request: /peru/…/"),
        ("Gone: /peru/abc", "Gone: /peru/…"),
        ("Not Found: /palvelut/peruna/", "Not Found: /palvelut/peruna/"),
    ],
)
def test_token_is_not_logged(message, logged):
    record = logging.LogRecord("django.request", logging.WARNING, "", 0, "%s", (message,), None)

    assert WithoutTokens().filter(record)
    assert record.getMessage() == logged


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("method", "path"), [("get", "/peru/abc"), ("put", "/peru/abc/"), ("get", "/peru/abc/")]
)
def test_whatever_answers_at_a_cancel_link_leaves_no_trace(client, method, path):
    response = getattr(client, method)(path)

    assert (response.headers["Cache-Control"], response.headers["Referrer-Policy"]) == (
        "no-store",
        "no-referrer",
    )
