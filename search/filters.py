"""The search's filters: what stands in the address of `/haku/`."""

from __future__ import annotations

from search.found_index import SEARCH_FACETS
from services.filters import PAGE, WORDS, AddressFilter, AgeFilter, SharedFilter
from services.models import Service


class SearchFilter(AddressFilter):
    """The same filters as the list of services, and the kind of thing; its index is a `FoundIndex`."""

    facets = SEARCH_FACETS
    others = (PAGE, WORDS)

    ika = AgeFilter()
    locals().update({facet.parameter: SharedFilter(label=facet.label) for facet in SEARCH_FACETS})

    class Meta:
        model = Service
        fields: list[str] = []
