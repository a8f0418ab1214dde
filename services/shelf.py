"""A shelf: some services on another page, the nearest first, and the way to all of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import NamedTuple
from urllib.parse import urlencode

from django.urls import reverse

from perhekeskus.ages import AgeSpan
from services.facets import ANYWHERE
from services.filtering import Pairs
from services.index import Selection, ServiceIndex
from services.listing import ReadyCard, render_cards

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
    def pks(self) -> list[int]:
        return [card.pk for card in self.cards]

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
    leave_out: Iterable[int] = (),
) -> Shelf:
    """Return a choice of services for a page: own locality first, then those made for the ages.

    pairs, where: as of `count_services`; near: municipalities that come first and narrow nothing.
    leave_out: primary keys of services that stand on the page already. A sensitive service comes last.
    """
    hits = index.matching(Selection.of([*pairs, *where], ages))
    order = Selection.of([*(where or near)], ages)
    shown = hits & ~reduce(or_, (1 << index.positions[pk] for pk in leave_out), 0)
    runs = index.ordered(shown & ~index.sensitive, order) + index.ordered(shown & index.sensitive, order)
    pks = index.page(runs, 0, size)
    return Shelf(render_cards(pks, index.language, index.revision), _count(hits, pairs, where, ages))


def _count(hits: int, pairs: Pairs, where: Pairs, ages: Iterable[AgeSpan]) -> Count:
    known = [pair for pair in where if pair[1]] or [("kunta", ANYWHERE)]
    query = [("ika", span.value) for span in ages] + [*pairs, *known]
    return Count(hits.bit_count(), f"{reverse('services:list')}?{urlencode(query)}")
