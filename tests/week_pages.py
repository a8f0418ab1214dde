"""The public week in tests: its address, and the words of its sessions."""

from __future__ import annotations

import datetime as dt

from tests.reading import words

TODAY = dt.date(2026, 11, 24)  # a Tuesday
WEEK = "/kohtaamispaikat/viikko/2026-W48/"


def november(day: int) -> dt.date:
    return dt.date(2026, 11, day)


def session_words(root, css: str = "week-days") -> list[str]:
    """The sessions' words, of the list by day or of the table."""
    part = next(element for element in root.iter() if element.get("class") == css)
    return [words(e) for e in part.iter("div") if (e.get("class") or "").split()[:1] == ["session"]]


def table(root):
    return next(root.iter("table"))
