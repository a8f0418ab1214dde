"""Pages of a long list: the number in the address, and the links to the others."""

from __future__ import annotations

import re
from math import ceil

from django.http import Http404

from services.filtering import FilteredPage, Pairs

PAGE = "sivu"
PAGE_SIZE = 20
# A page of words that has something sensitive among so many is about it; lower down it is one of many.
FIRST_HITS = 3
PAGE_NUMBER = re.compile(r"[1-9]\d{0,5}", re.ASCII)


class PagedList(FilteredPage):
    """A filtered page that shows its hits twenty at a time.

    total: all hits; number: of the page, from 1.
    """

    total: int
    number: int

    def read_number(self, given: str | None) -> int:
        """Return the page that an address asks for. Http404 when it is not one that exists."""
        if given is None:
            return 1
        if not PAGE_NUMBER.fullmatch(given) or int(given) > self.page_count:
            raise Http404
        return int(given)

    @property
    def start(self) -> int:
        """The position of the page's first hit, from 0."""
        return (self.number - 1) * PAGE_SIZE

    @property
    def page_count(self) -> int:
        return max(1, ceil(self.total / PAGE_SIZE))

    def pairs(self) -> Pairs:
        """Return the canonical address's query: what was understood, and the page."""
        return self._chosen_pairs + ([(PAGE, str(self.number))] if self.number > 1 else [])

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
