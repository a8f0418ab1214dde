"""A search: from what was written to what was found and how it was understood."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings

from perhekeskus.kept import Kept
from search.kinds import SERVICES
from search.query import Query, understand
from search.ranking import Hit, entries_of, find
from search.understanding import PlaceName, towns_of
from search.words import urgent_groups
from services.index import service_index
from services.models import Municipality
from services.words import FoundServices

ALWAYS_SHOWN = 10
LEAST_SHARE = 0.15  # of the best hit's score


@dataclass(frozen=True)
class Found:
    """query: as it was understood; hits: best first, each item once. is_exact: see `Entries.is_exact`.

    left_out: hits with so little of what was asked that they would only be in the way.
    """

    query: Query
    hits: list[Hit]
    is_exact: bool = False
    left_out: int = 0


@dataclass
class PlaceNames:
    """The municipalities and localities that a query may name, of one revision and site language."""

    revision: int
    language: str
    names: list[PlaceName]


def _read_names(language: str, revision: int) -> PlaceNames:
    """Covered municipalities by their names in Finnish and Swedish, then the localities that are offered."""
    names = []
    for slug, *labels in (
        Municipality.objects.covered().order_by("slug").values_list("slug", "name_fi", "name_sv")
    ):
        own = labels[1] if language == "sv" else labels[0]
        for label in dict.fromkeys((own, *labels)):
            names.append(PlaceName("kunta", slug, label))
    index = service_index(language, revision)
    for choice in index.choices["alue"]:
        names.append(PlaceName("alue", choice.value, choice.label, frozenset({choice.value})))
    return PlaceNames(revision, language, names)


place_names = Kept(_read_names)


def find_all(text: str, language: str, revision: int) -> Found:
    """Find what the words of `text` mean in a site language, of one content revision."""
    entries = entries_of(language, revision)
    names = place_names(language, revision).names
    query = understand(text, language, revision, names, exact=entries.is_exact)
    hits = find(query, revision, towns=towns_of(query.places, names))
    kept = _worth_showing(hits) if len(query.words) > 1 else hits
    return Found(query, kept, entries.is_exact, len(hits) - len(kept))


def _worth_showing(hits: list[Hit]) -> list[Hit]:
    """Of several words a common one is in half of everything: the first ten stay, and what comes near."""
    if not hits:
        return hits
    least = LEAST_SHARE * max(hit.score for hit in hits)
    return [hit for number, hit in enumerate(hits) if number < ALWAYS_SHOWN or hit.score >= least]


def find_services(text: str, language: str, revision: int) -> FoundServices:
    """Find services alone, for their own list."""
    found = find_all(text, language, revision)
    return FoundServices(
        [hit.item for hit in found.hits if hit.kind == SERVICES],
        found.query.repairs,
        frozenset(urgent_groups(text, settings.SITE_LANGUAGES)),
        found.is_exact,
    )
