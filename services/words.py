"""The words of a search within the list of services.

The search knows services and not the other way round: its app says at start what answers here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from perhekeskus.translated import LocalText


@dataclass(frozen=True)
class FoundServices:
    """What words found among the services.

    pks: primary keys, best first. repairs: words that were taken to be others, and those.
    urgent: groups of urgent words that they speak of. is_exact: only exact words could be searched.
    misses: something of them was not found.
    """

    pks: list[int] = field(default_factory=list)
    repairs: dict[str, LocalText] = field(default_factory=dict)
    urgent: frozenset[str] = frozenset()
    is_exact: bool = False
    misses: bool = False


Find = Callable[..., FoundServices]
_finders: list[Find] = []


def answer_with(find: Find) -> None:
    """Have `find(text, language, revision, counts=…)` answer `find_services`."""
    _finders[:] = [find]


def find_services(text: str, language: str, revision: int, *, counts: bool) -> FoundServices:
    """Return what a text finds among the services that the public may see, in a site language.

    counts: what it misses is counted for the coordinator.
    """
    [find] = _finders
    return find(text, language, revision, counts=counts)
