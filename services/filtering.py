"""What every filtered page shares: its choices with counts and links, and what was not understood."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple, Protocol
from urllib.parse import urlencode

from django.template.loader import get_template
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _t

from perhekeskus.ages import age_label
from perhekeskus.pages import shown_briefly
from services.facets import ANYWHERE, Choice, Facet
from services.help import ShownHelpline
from services.index import Selection
from services.ways import ways_in

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


class CountedChoice(NamedTuple):
    """A choice of the form, with the hits that it would give."""

    parameter: str
    choice: Choice
    count: int
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class ShownFacet:
    """A facet as the form shows it, and the counts of its choices alone, for the script."""

    html: SafeString
    _index: ChoiceIndex
    _rows: list[CountedChoice]

    @property
    def counts(self) -> SafeString:
        return mark_safe("".join(render_count(self._index, row) for row in self._rows))  # noqa: S308


class ChoiceIndex(Protocol):
    """What a filtered page asks of its index.

    choices: of each facet, in the order they are shown; values: what each of them hits.
    """

    language: str
    revision: int
    choices: Mapping[str, list[Choice]]
    values: Mapping[str, Mapping[str, int]]
    age_choices: list[Choice]
    short_ages: Mapping[str, str]
    sensitive_themes: frozenset[str]
    ready_pieces: dict[tuple, str]

    def counts(self, chosen: Selection) -> dict[str, dict[str, int]]:
        """Return the hits each choice would give, with the other facets as they are chosen."""


class FilteredPage:
    """The choices of a page for one address.

    facets: those the page has; open_facets: parameters of those that stand open.
    count_template: says how many hits there are.
    """

    facets_offered: tuple[Facet, ...] = ()
    words = ""  # that are searched: `q`
    open_facets: tuple[str, ...] = ()
    count_template = ""

    selection: Selection
    index: ChoiceIndex

    @property
    def is_narrowed(self) -> bool:
        return bool(self.words or self.selection.values or self.selection.has_ages)

    @property
    def suits_several(self) -> bool:
        """Several children's ages were chosen: what suits all of them is told apart."""
        return len(self.selection.ages) > 1

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
        ways = ways_in(self.index.language, self.index.revision)
        return ways.first_numbers(
            pk for pk, theme in ways.themes.items() if theme.slug in self.sensitive_themes
        )

    # --- Addresses -----------------------------------------------------------------------------
    @cached_property
    def _chosen_pairs(self) -> Pairs:
        """Parameters and values that were understood, in the house's order."""
        pairs = [("q", self.words)] if self.words else []
        pairs += [("ika", span.value) for span in self.selection.ages]
        for facet in self.facets_offered:
            pairs += [(facet.parameter, value) for value in self.selection.values.get(facet.parameter, ())]
        return pairs

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
    def carried(self) -> Pairs:
        """What was chosen beside the words, for the form of the words to carry along."""
        return [("kunta", ANYWHERE), *(pair for pair in self._chosen_pairs if pair[0] != "q")]

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
                "components/filter_age.html",
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
        for facet in self.facets_offered:
            choices = self._counted_choices(facet.parameter)
            if facet.is_switch:
                switches += choices
            elif choices:
                is_open = facet.parameter in self.open_facets or facet.parameter in self.selection.values
                shown.append(self._shown_facet(str(facet.label), choices, is_open=is_open))
        return [self._shown_facet(_t("What matters to you"), switches, is_open=True), *shown]

    def _shown_facet(self, label: str, rows: list[CountedChoice], *, is_open: bool) -> ShownFacet:
        """Put ready choices, which are escaped, into a facet."""
        facet = ready_piece(self.index, "components/filter_facet.html", label=label, is_open=is_open)
        html = facet.replace(HOLE, "".join(render_choice(self.index, row) for row in rows))
        return ShownFacet(mark_safe(html), self.index, rows)  # noqa: S308

    def _counted_choices(self, parameter: str) -> list[CountedChoice]:
        """Choices with a hit somewhere, or chosen; those that never hit would only be in the way."""
        counts, values = self._counts[parameter], self.index.values[parameter]
        chosen = self.selection.values.get(parameter, ())
        return [
            CountedChoice(parameter, choice, counts[choice.value], choice.value in chosen)
            for choice in self.index.choices[parameter]
            if values[choice.value] or choice.value in chosen
        ]

    @cached_property
    def chosen(self) -> list[ShownChoice]:
        """What was chosen, each with the link that takes it away."""
        shown = []
        if self.words:
            shown.append(
                ShownChoice("q", self.words, self.words, "", 0, True, self._toggled("q", self.words))
            )
        shown += [age for age in self.ages if age.is_chosen]
        for parameter in (f.parameter for f in self.facets_offered if f.parameter in self.selection.values):
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


# Stands in a ready piece for what changes from page to page: a private-use character, which is in no text.
HOLE = "\ue000"


def ready_piece(index: ChoiceIndex, name: str, **context) -> str:
    """Return a small template's HTML with `hole` in it, rendered once and kept as long as the index.

    Of a hundred choices on a page, only the counts and the addresses differ from one page to the next.
    """
    key = (name, *context.values())
    piece = index.ready_pieces.get(key)
    if piece is None:
        piece = index.ready_pieces[key] = get_template(name).render({**context, "hole": HOLE})
    return piece


def render_choice(index: ChoiceIndex, row: CountedChoice) -> str:
    """Return a choice's row in the form."""
    return ready_piece(
        index,
        "components/filter_choice.html",
        parameter=row.parameter,
        choice=row.choice,
        is_chosen=row.is_chosen,
        is_empty=not row.count,
    ).replace(HOLE, str(row.count))


def render_count(index: ChoiceIndex, row: CountedChoice) -> str:
    """Return a choice's count alone, for the script."""
    piece = ready_piece(
        index, "components/filter_choice_count.html", parameter=row.parameter, value=row.choice.value
    )
    return piece.replace(HOLE, str(row.count))
