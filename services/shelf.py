"""A shelf: some services on another page, the nearest first, and the way to all of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse

from perhekeskus.ages import AgeSpan
from services.facets import ANYWHERE
from services.home import Home
from services.index import Selection, ServiceIndex
from services.listing import Pairs, ReadyCard, render_cards

SHELF_SIZE = 6


@dataclass(frozen=True)
class Shelf:
    """The first services of a choice as cards, how many there are, and the list that has them all.

    url: the list of services narrowed to the same choice; its count is `total`.
    """

    cards: list[ReadyCard]
    total: int
    url: str

    @property
    def has_more(self) -> bool:
        return self.total > len(self.cards)

    @property
    def has_fallback_text(self) -> bool:
        return any(card.has_fallback for card in self.cards)


def make_shelf(
    index: ServiceIndex,
    pairs: Pairs,
    home: Home,
    *,
    ages: Iterable[AgeSpan] = (),
    size: int = SHELF_SIZE,
) -> Shelf:
    """Return a choice of services for a page: own locality first, then those made for the ages.

    pairs: parameter and value, as in the list's address; home: where the family lives, as the page knows it.
    """
    ages = list(ages)
    chosen = Selection(ages=ages)
    for parameter, value in [*pairs, *home.pairs]:
        chosen.values.setdefault(parameter, []).append(value)
    hits = index.matching(chosen)
    pks = index.page(index.ordered(hits, chosen), 0, size)
    query = [("ika", span.value) for span in ages] + pairs + (home.pairs or [("kunta", ANYWHERE)])
    return Shelf(
        cards=render_cards(pks, index.language, index.revision),
        total=hits.bit_count(),
        url=f"{reverse('services:list')}?{urlencode(query)}",
    )
