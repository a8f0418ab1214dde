"""What a process makes once for a content revision and a site language, and keeps until the next.

The facet index, the region's places and channels, the ways in: pages read them instead of asking
the database. Nothing is ever invalidated: when the revision has moved, it is made anew.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Generic, Protocol, TypeVar

from cachetools import LRUCache

from perhekeskus import caching


class OfRevision(Protocol):
    """Something that knows of which content revision it is."""

    revision: int


Made = TypeVar("Made", bound=OfRevision)
Thing = TypeVar("Thing")

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


class Recent(Generic[Thing]):
    """The few things that were asked for last, by key; safe with threads."""

    def __init__(self, size: int):
        self._things: LRUCache = LRUCache(size)
        self._lock = threading.Lock()

    def get_or_make(self, key, make: Callable[[], Thing]) -> Thing:
        """Return the thing of a key; two threads may both make it, and the later made stays."""
        with self._lock:
            thing = self._things.get(key)
        if thing is None:
            thing = make()
            with self._lock:
                self._things[key] = thing
        return thing


def forget() -> None:
    """Drop all that this process keeps; for tests, whose databases count from the start again."""
    _kept.clear()
