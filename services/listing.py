"""One page of the service list, ready for its template: hits, counts, links and messages."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil
from urllib.parse import urlencode

from django.http import Http404, HttpRequest
from django.template.loader import get_template
from django.utils.safestring import SafeString

from perhekeskus import caching
from services.facets import FACETS
from services.filtering import FilteredPage, Pairs
from services.filters import PAGE, ServiceFilter
from services.models import Service

PAGE_SIZE = 20
PAGE_NUMBER = re.compile(r"[1-9]\d{0,5}", re.ASCII)


class ServiceListing(FilteredPage):
    """What `/palvelut/` shows for one address. Http404 when `sivu` is not a page that exists."""

    facets_offered = FACETS
    open_facets = ("kunta", "osio")
    count_template = "services/service_list/_count.html"

    def __init__(self, filters: ServiceFilter, request: HttpRequest):
        self.filters = filters
        self.selection = filters.selection
        self.index = filters.index
        self.revision = request.page.revision
        hits = self.index.matching(self.selection)
        every = hits & self.index.for_every_child(self.selection)
        self.total = hits.bit_count()
        self._has_only_sensitive = hits != 0 and not hits & ~self.index.sensitive
        self.count_for_every_child = every.bit_count()
        runs = self.index.ordered(every, self.selection) + self.index.ordered(hits & ~every, self.selection)
        self.number = self._page_number()
        start = (self.number - 1) * PAGE_SIZE
        pks = self.index.page(runs, start, PAGE_SIZE)
        cards = render_cards(pks, self.index.language, self.revision)
        split = max(0, self.count_for_every_child - start)
        self.cards, self.partial_cards = cards[:split], cards[split:]
        request.canonical_query = urlencode(self.pairs())

    def _page_number(self) -> int:
        given = self.filters.data.get(PAGE)
        if given is None:
            return 1
        if not PAGE_NUMBER.fullmatch(given) or int(given) > self.page_count:
            raise Http404
        return int(given)

    @property
    def page_count(self) -> int:
        return max(1, ceil(self.total / PAGE_SIZE))

    @property
    def count_for_some(self) -> int:
        return self.total - self.count_for_every_child

    @property
    def is_sensitive(self) -> bool:
        """Narrowed to a sensitive theme, or to sensitive services alone: it must leave no trace."""
        return bool(self.sensitive_themes) or (self.is_narrowed and self._has_only_sensitive)

    def pairs(self, *, page: int | None = None) -> Pairs:
        """Return the canonical address's query: what was understood, and the page."""
        number = self.number if page is None else page
        return self._chosen_pairs + ([(PAGE, str(number))] if number > 1 else [])

    # --- Pages ---------------------------------------------------------------------------------
    @property
    def page_links(self) -> list[tuple[int, str]]:
        """The first, the last and the neighbouring pages; (0, "") where some are left out."""
        wanted = {1, self.page_count} | set(range(self.number - 2, self.number + 3))
        numbers = sorted(n for n in wanted if 1 <= n <= self.page_count)
        links, previous = [], 0
        for number in numbers:
            if number - previous > 1:
                links.append((0, ""))
            links.append((number, self._page_url(number)))
            previous = number
        return links

    def _page_url(self, number: int) -> str:
        return self._url(self._chosen_pairs) + (f"&{PAGE}={number}" if number > 1 else "")

    @property
    def previous_url(self) -> str:
        return self._page_url(self.number - 1) if self.number > 1 else ""

    @property
    def next_url(self) -> str:
        return self._page_url(self.number + 1) if self.number < self.page_count else ""

    @property
    def has_fallback_text(self) -> bool:
        return any(card.has_fallback for card in [*self.cards, *self.partial_cards])


@dataclass(frozen=True, slots=True)
class ReadyCard:
    """A card's HTML, rendered once for each revision and language; pk: the service's."""

    pk: int
    html: SafeString
    has_fallback: bool

    def __sizeof__(self) -> int:
        return len(self.html) + 120


def render_cards(pks: Iterable[int], language: str, revision: int) -> list[ReadyCard]:
    """Return services' cards in the order given; only those not ready yet are read and rendered."""
    pks = list(pks)
    ready = {pk: caching.parts.get(("service-card", revision, language, pk)) for pk in pks}
    missing = [pk for pk, card in ready.items() if card is None]
    if missing:
        template = get_template("services/service_list/_card.html")
        for card in Service.objects.visible_to(None).filter(pk__in=missing).for_cards(language):
            made = ReadyCard(
                card.pk,
                template.render({"card": card}),
                any(text.is_fallback for text in (card.name, card.summary)),
            )
            caching.parts.put(("service-card", revision, language, card.pk), made)
            ready[card.pk] = made
    return [card for card in ready.values() if card is not None]
