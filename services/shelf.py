"""A shelf: some services on another page, the nearest first, and the way to all of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import urlencode

from django.urls import reverse

from perhekeskus.ages import AgeSpan
from services.facets import ANYWHERE
from services.index import Selection, ServiceIndex
from services.listing import Pairs, ReadyCard, render_cards

SHELF_SIZE = 6


class Count(NamedTuple):
    """How many services a choice has, and the address of the list that shows just them."""

    total: int
    url: str


@dataclass(frozen=True)
class Shelf:
    """The first services of a choice as cards, and all of them as a count."""

    cards: list[ReadyCard]
    all: Count

    @property
    def total(self) -> int:
        return self.all.total

    @property
    def url(self) -> str:
        return self.all.url

    @property
    def has_more(self) -> bool:
        return self.total > len(self.cards)

    @property
    def has_fallback_text(self) -> bool:
        return any(card.has_fallback for card in self.cards)


def count_services(
    index: ServiceIndex, pairs: Pairs, *, where: Pairs = (), ages: Iterable[AgeSpan] = ()
) -> Count:
    """Count the services of some facets' values.

    pairs: parameter and value, as in the list's address; where: municipality and locality likewise.
    """
    hits = index.matching(Selection.of([*pairs, *where], ages))
    return _count(hits, pairs, where, ages)


def make_shelf(
    index: ServiceIndex,
    pairs: Pairs,
    *,
    where: Pairs = (),
    near: Pairs = (),
    ages: Iterable[AgeSpan] = (),
    size: int = SHELF_SIZE,
) -> Shelf:
    """Return a choice of services for a page: own locality first, then those made for the ages.

    pairs, where: as of `count_services`; near: municipalities that come first and narrow nothing.
    """
    hits = index.matching(Selection.of([*pairs, *where], ages))
    order = Selection.of([*(where or near)], ages)
    pks = index.page(index.ordered(hits, order), 0, size)
    return Shelf(render_cards(pks, index.language, index.revision), _count(hits, pairs, where, ages))


def _count(hits: int, pairs: Pairs, where: Pairs, ages: Iterable[AgeSpan]) -> Count:
    query = [("ika", span.value) for span in ages] + [*pairs, *(where or [("kunta", ANYWHERE)])]
    return Count(hits.bit_count(), f"{reverse('services:list')}?{urlencode(query)}")
