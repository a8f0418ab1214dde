"""What a process makes once for a content revision and a site language, and keeps until the next.

The facet index, the region's places and channels, the ways in: pages read them instead of asking
the database. Nothing is ever invalidated: when the revision has moved, it is made anew.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Generic, Protocol, TypeVar

from perhekeskus import caching


class OfRevision(Protocol):
    """Something that knows of which content revision it is."""

    revision: int


Made = TypeVar("Made", bound=OfRevision)

# All that this process keeps, by maker and language.
_kept: dict[tuple[Callable, str], OfRevision] = {}


class Kept(Generic[Made]):
    """Calls `make(language, revision)` at most once for each; the newest alone is kept."""

    def __init__(self, make: Callable[[str, int], Made]):
        self._make = make
        self._lock = threading.Lock()

    def __call__(self, language: str, revision: int) -> Made:
        """Return what is made for a site language, at least as new as `revision`."""
        key = (self._make, language)
        made = _kept.get(key)
        if made is not None and made.revision >= revision:
            return made
        with self._lock:
            made = _kept.get(key)
            if made is None or made.revision < revision:
                # The revision is read before the rows: if one changes now, the next request sees it.
                made = _kept[key] = self._make(language, caching.current_revision())
        return made


def forget() -> None:
    """Drop all that this process keeps; for tests, whose databases count from the start again."""
    _kept.clear()
