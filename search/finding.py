"""A search: from what was written to what was found and how it was understood."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings

from perhekeskus.kept import Kept
from search.kinds import SERVICES
from search.misses import count_misses
from search.query import Query, understand
from search.ranking import Entry, Ranked, entries_of, find
from search.thesaurus import Thesaurus
from search.understanding import PlaceName, stems_of
from search.words import urgent_groups
from services.facets import FACETS
from services.index import service_index
from services.models import Municipality
from services.words import FoundServices

ALWAYS_SHOWN = 10
LEAST_SHARE = 0.25  # of the best hit's score


@dataclass(frozen=True)
class Found:
    """query: as it was understood; hits: best first, each item once. is_exact: see `AllEntries.is_exact`.

    left_out: hits with so little of what was asked that they would only be in the way.
    """

    query: Query
    hits: list[Entry]
    is_exact: bool = False
    left_out: int = 0


@dataclass
class PlaceNames:
    """The municipalities and localities that a query may name, of one revision and site language.

    elsewhere: the municipalities of Finland that are not covered here, as of `stems_of`.
    """

    revision: int
    language: str
    names: list[PlaceName]
    elsewhere: dict[str, str]


def _read_names(language: str, revision: int) -> PlaceNames:
    """Covered municipalities by their names in Finnish and Swedish, then the localities that are offered."""
    towns = Municipality.objects.order_by("slug").values_list(
        "slug", "name_fi", "name_sv", "is_covered", "merged_into__is_covered"
    )
    names, elsewhere = [], []
    for slug, name_fi, name_sv, is_covered, is_in_covered in towns:
        if is_covered:
            own = name_sv if language == "sv" else name_fi
            names += [PlaceName("kunta", slug, label) for label in dict.fromkeys((own, name_fi, name_sv))]
        elif not is_in_covered:
            elsewhere += [name_fi, name_sv] if language == "sv" else [name_fi]
    stems = stems_of(elsewhere) if names else {}  # where nothing is covered, nothing is elsewhere
    [localities] = [facet for facet in FACETS if facet.parameter == "alue"]
    for choice in localities.choices(language):
        names.append(PlaceName("alue", choice.value, choice.label))
    return PlaceNames(revision, language, names, stems)


place_names = Kept(_read_names)


def find_all(
    text: str,
    language: str,
    revision: int,
    *,
    shows: Callable[[Entry], bool] | None = None,
    thesauri: dict[str, Thesaurus] | None = None,
) -> Found:
    """Find what the words of `text` mean in a site language, of one content revision.

    shows: says what the reader may see: the rest has no part in what is left out either.
    thesauri: other than the saved ones, see `Sources`.
    """
    is_exact = entries_of(language, revision).is_exact
    places = place_names(language, revision)
    query = understand(
        text,
        language,
        revision,
        places.names,
        elsewhere=places.elsewhere,
        exact=is_exact,
        thesauri=thesauri,
    )
    ranked = find(query, revision)
    if shows is not None:
        ranked = ranked.only(shows)
    kept = _worth_showing(ranked) if len(query.words) > 1 else ranked.entries
    return Found(query, kept, is_exact, len(ranked.entries) - len(kept))


def _worth_showing(ranked: Ranked) -> list[Entry]:
    """Of several words a common one is in half of everything: the first ten stay, and what comes near."""
    least = LEAST_SHARE * max(ranked.scores, default=0)
    rest = zip(ranked.entries[ALWAYS_SHOWN:], ranked.scores[ALWAYS_SHOWN:], strict=True)
    return [*ranked.entries[:ALWAYS_SHOWN], *(entry for entry, score in rest if score >= least)]


def urgent_in(query: Query) -> frozenset[str]:
    """Return the groups of urgent words in what was written, and in what it was taken to be."""
    languages = settings.SITE_LANGUAGES
    return urgent_groups(query.text, languages) | urgent_groups(query.as_searched, languages)


def find_services(text: str, language: str, revision: int, *, counts: bool) -> FoundServices:
    """Find services alone, for their own list; counts: what it misses is counted."""
    listed = service_index(language, revision).positions
    found = find_all(
        text, language, revision, shows=lambda entry: entry.key[0] == SERVICES and entry.key[1] in listed
    )
    if counts and not found.is_exact:
        count_misses(found.query, found=len(found.hits))
    return FoundServices(
        [hit.key[1] for hit in found.hits],
        found.query.repairs,
        urgent_in(found.query),
        found.is_exact,
        misses=bool(found.query.missed or not found.hits),
    )
