"""What a break names, and whether it holds for a time. Pure."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple


class Named(NamedTuple):
    """What a break names: primary keys, and slugs of the municipalities, its family centres' too."""

    activities: frozenset[int] = frozenset()
    places: frozenset[int] = frozenset()
    actors: frozenset[int] = frozenset()
    towns: frozenset[str] = frozenset()

    def holds_for(
        self, activity: int, place: int | None, organisers: Collection[int], towns: Collection[str]
    ) -> bool:
        """Say whether a time has this break: of anything that it names; of all its municipalities."""
        return (
            activity in self.activities
            or place in self.places
            or not self.actors.isdisjoint(organisers)
            or (bool(towns) and self.towns.issuperset(towns))
        )
