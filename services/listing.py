"""One page of the service list, ready for its template: hits, counts, links and messages."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from math import ceil
from urllib.parse import urlencode

from django.http import Http404, HttpRequest
from django.template.loader import get_template
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _t

from perhekeskus import caching
from perhekeskus.ages import age_label
from perhekeskus.pages import shown_briefly
from services.facets import ANYWHERE, FACETS, Choice
from services.filters import PAGE, ServiceFilter
from services.help import ShownHelpline
from services.index import ServiceIndex
from services.models import Service
from services.ways import ways_in

PAGE_SIZE = 20
PAGE_NUMBER = re.compile(r"[1-9]\d{0,5}", re.ASCII)

Pairs = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class ShownChoice:
    """A choice as the form or a row of links shows it."""

    parameter: str
    value: str
    label: str
    html_lang: str
    count: int
    is_chosen: bool
    url: str = ""
    short_label: str = ""


@dataclass(frozen=True, slots=True)
class ShownFacet:
    """A facet as the form shows it, and the counts of its choices alone, for the script."""

    html: SafeString
    counts: SafeString


class ServiceListing:
    """What `/palvelut/` shows for one address. Http404 when `sivu` is not a page that exists."""

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

    @property
    def sensitive_themes(self) -> list[str]:
        """The sensitive themes that were chosen."""
        chosen = self.selection.values.get("teema", ())
        return [theme for theme in chosen if theme in self.index.sensitive_themes]

    @cached_property
    def first_numbers(self) -> list[ShownHelpline]:
        """The numbers to ring before reading on."""
        if not self.sensitive_themes:
            return []
        ways = ways_in(self.index.language, self.revision)
        return ways.first_numbers(
            pk for pk, theme in ways.themes.items() if theme.slug in self.sensitive_themes
        )

    @property
    def suits_several(self) -> bool:
        """Several children's ages were chosen: the list has two parts."""
        return len(self.selection.ages) > 1

    @property
    def is_narrowed(self) -> bool:
        return bool(self.selection.values or self.selection.has_ages)

    # --- Addresses -----------------------------------------------------------------------------
    @cached_property
    def _chosen_pairs(self) -> Pairs:
        """Parameters and values that were understood, in the house's order."""
        pairs = [("ika", span.value) for span in self.selection.ages]
        for facet in FACETS:
            pairs += [(facet.parameter, value) for value in self.selection.values.get(facet.parameter, ())]
        return pairs

    def pairs(self, *, page: int | None = None) -> Pairs:
        """Return the canonical address's query: what was understood, and the page."""
        number = self.number if page is None else page
        return self._chosen_pairs + ([(PAGE, str(number))] if number > 1 else [])

    def _toggled(self, parameter: str, value: str) -> str:
        pair = (parameter, value)
        if pair in self._chosen_pairs:
            return self._url([kept for kept in self._chosen_pairs if kept != pair])
        if parameter == "kunta":
            return self._url([*self._chosen_pairs, pair])
        added = urlencode([pair])
        return f"{self._address_to_add_to[0]}{added}{self._address_to_add_to[1]}"

    @cached_property
    def _address_to_add_to(self) -> tuple[str, str]:
        """What stands before and after one more choice: a page has a link for each age."""
        chosen = urlencode(self._chosen_pairs)
        has_town = any(parameter == "kunta" for parameter, _ in self._chosen_pairs)
        return f"?{chosen}&" if chosen else "?", "" if has_town else f"&kunta={ANYWHERE}"

    @staticmethod
    def _url(pairs: Pairs) -> str:
        """Return a query for a link; without a municipality it says so, or home would come back."""
        if not any(parameter == "kunta" for parameter, _ in pairs):
            pairs = [*pairs, ("kunta", ANYWHERE)]
        return f"?{urlencode(pairs)}"

    @property
    def clear_url(self) -> str:
        return self._url([])

    # --- Facets --------------------------------------------------------------------------------
    @cached_property
    def _counts(self) -> dict[str, dict[str, int]]:
        return self.index.counts(self.selection)

    @cached_property
    def ages(self) -> list[ShownChoice]:
        """The age groups as links that add or take away one, and any other chosen age."""
        chosen = {span.value for span in self.selection.ages}
        shown = [
            ShownChoice(
                "ika",
                choice.value,
                choice.label,
                choice.html_lang,
                self._counts["ika"][choice.value],
                choice.value in chosen,
                self._toggled("ika", choice.value),
                self.index.short_ages[choice.value],
            )
            for choice in self.index.age_choices
        ]
        known = {choice.value for choice in self.index.age_choices}
        return shown + [
            ShownChoice("ika", span.value, age_label(span), "", 0, True, self._toggled("ika", span.value))
            for span in self.selection.ages
            if span.value not in known
        ]

    @cached_property
    def age_chips(self) -> SafeString:
        """The ages as links, ready made."""
        chips = [
            ready_piece(
                self.index,
                "services/service_list/_age.html",
                value=age.value,
                label=age.label,
                html_lang=age.html_lang,
                short_label=age.short_label,
                is_chosen=age.is_chosen,
            ).replace(HOLE, escape(age.url))
            for age in self.ages
        ]
        return mark_safe("".join(chips))  # noqa: S308

    @cached_property
    def facets(self) -> list[ShownFacet]:
        """The facets that have a choice worth showing; the switches stand together as the first."""
        shown, switches = [], []
        for facet in FACETS:
            choices = self._ready_choices(facet.parameter)
            if facet.is_switch:
                switches += choices
            elif choices:
                is_open = facet.parameter in ("kunta", "osio") or facet.parameter in self.selection.values
                shown.append(self._shown_facet(str(facet.label), choices, is_open=is_open))
        return [self._shown_facet(_t("What matters to you"), switches, is_open=True), *shown]

    def _shown_facet(self, label: str, choices: list[tuple[str, str]], *, is_open: bool) -> ShownFacet:
        """Put ready choices, which are escaped, into a facet."""
        rows, counts = ("".join(parts) for parts in zip(*choices, strict=True)) if choices else ("", "")
        facet = ready_piece(self.index, "services/service_list/_facet.html", label=label, is_open=is_open)
        return ShownFacet(mark_safe(facet.replace(HOLE, rows)), mark_safe(counts))  # noqa: S308

    def _ready_choices(self, parameter: str) -> list[tuple[str, str]]:
        """Choices with a hit somewhere, or chosen; those that never hit would only be in the way."""
        counts, values = self._counts[parameter], self.index.values[parameter]
        chosen = self.selection.values.get(parameter, ())
        return [
            render_choice(
                self.index, parameter, choice, counts[choice.value], is_chosen=choice.value in chosen
            )
            for choice in self.index.choices[parameter]
            if values[choice.value] or choice.value in chosen
        ]

    @cached_property
    def chosen(self) -> list[ShownChoice]:
        """What was chosen, each with the link that takes it away."""
        shown = [age for age in self.ages if age.is_chosen]
        for parameter in (f.parameter for f in FACETS if f.parameter in self.selection.values):
            shown += [
                ShownChoice(
                    parameter,
                    choice.value,
                    choice.label,
                    choice.html_lang,
                    0,
                    True,
                    self._toggled(parameter, choice.value),
                )
                for choice in self.index.choices[parameter]
                if choice.value in self.selection.values[parameter]
            ]
        return shown

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

    # --- Messages ------------------------------------------------------------------------------
    @property
    def unknown_values(self) -> list[str]:
        """Values that mean nothing here, cut short: anybody may write them into an address."""
        unknown = [value for values in self.selection.unknown.values() for value in values]
        return [shown_briefly(value) for value in unknown[:10]]

    @property
    def unknown_age(self) -> str:
        """The first age that was not understood, as it was written, or ""."""
        return shown_briefly(self.selection.unknown.get("ika", [""])[0])

    @property
    def unknown_parameters(self) -> list[str]:
        return [shown_briefly(name) for name in self.selection.unknown_parameters[:10]]

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


# Stands in a ready piece for what changes from page to page: a private-use character, which is in no text.
HOLE = "\ue000"


def ready_piece(index: ServiceIndex, name: str, **context) -> str:
    """Return a small template's HTML with `hole` in it, rendered once and kept as long as the index.

    Of a hundred choices on a page, only the counts and the addresses differ from one page to the next.
    """
    key = (name, *context.values())
    piece = index.ready_pieces.get(key)
    if piece is None:
        piece = index.ready_pieces[key] = get_template(name).render({**context, "hole": HOLE})
    return piece


def render_choice(
    index: ServiceIndex, parameter: str, choice: Choice, count: int, *, is_chosen: bool
) -> tuple[str, str]:
    """Return a choice's row in the form, and its count alone for the script."""
    row = ready_piece(
        index,
        "services/service_list/_choice.html",
        parameter=parameter,
        choice=choice,
        is_chosen=is_chosen,
        is_empty=not count,
    )
    alone = ready_piece(
        index, "services/service_list/_choice_count.html", parameter=parameter, value=choice.value
    )
    return row.replace(HOLE, str(count)), alone.replace(HOLE, str(count))
