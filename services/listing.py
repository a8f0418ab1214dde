"""One page of the service list, ready for its template: hits, counts, links and messages."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpRequest
from django.template.loader import get_template
from django.utils.safestring import SafeString

from perhekeskus import caching
from services.facets import FACETS
from services.filters import ServiceFilter
from services.help import ShownHelpline
from services.models import Service
from services.paging import FIRST_HITS, PAGE, PAGE_SIZE, PagedList
from services.ways import ways_in
from services.words import find_services


class ServiceListing(PagedList):
    """What `/palvelut/` shows for one address. Http404 when `sivu` is not a page that exists.

    found: what the words of `q` found, or None when there are none; then the best comes first.
    """

    facets_offered = FACETS
    open_facets = ("kunta", "osio")
    count_template = "services/service_list/_count.html"

    def __init__(self, filters: ServiceFilter, request: HttpRequest):
        self.filters = filters
        self.selection = filters.selection
        self.index = filters.index
        self.revision = request.page.revision
        self.words = filters.words
        self.found = None
        if self.words:
            counts = not (self.selection.values or self.selection.has_ages or PAGE in filters.data)
            self.found = find_services(self.words, self.index.language, self.revision, counts=counts)
            self.index = self.index.narrowed_to(self.found.pks)
        hits = self.index.matching(self.selection)
        every = hits & self.index.for_every_child(self.selection)
        self.total = hits.bit_count()
        self._has_only_sensitive = hits != 0 and not hits & ~self.index.sensitive
        self.count_for_every_child = every.bit_count()
        self.number = self.read_number(filters.data.get(PAGE))
        pks = self._page_of(every, hits & ~every)
        self._shows_sensitive = any(map(self.index.is_sensitive, pks[:FIRST_HITS]))
        cards = render_cards(pks, self.index.language, self.revision)
        split = max(0, self.count_for_every_child - self.start)
        self.cards, self.partial_cards = cards[:split], cards[split:]
        request.canonical_query = urlencode(self.pairs())

    def _page_of(self, *groups: int) -> list[int]:
        """Return the primary keys of the page's hits: best first where words were searched, else nearest."""
        if self.found is None:
            runs = [run for group in groups for run in self.index.ordered(group, self.selection)]
            return self.index.page(runs, self.start, PAGE_SIZE)
        positions = self.index.positions
        ranked = [(pk, 1 << positions[pk]) for pk in self.found.pks if pk in positions]
        ordered = [pk for group in groups for pk, bit in ranked if bit & group]
        return ordered[self.start : self.start + PAGE_SIZE]

    @property
    def count_for_some(self) -> int:
        return self.total - self.count_for_every_child

    @property
    def urgent_numbers(self) -> list[ShownHelpline]:
        """The numbers to ring when the words that were searched are urgent ones."""
        if self.found is None or not self.found.urgent:
            return []
        return ways_in(self.index.language, self.index.revision).urgent_numbers(self.found.urgent)

    @property
    def is_sensitive(self) -> bool:
        """Narrowed to a sensitive theme, to sensitive services alone, or by words to one of them: it must
        leave no trace."""
        if self.found is not None and (self.found.urgent or self._shows_sensitive):
            return True
        return bool(self.sensitive_themes) or (self.is_narrowed and self._has_only_sensitive)

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
