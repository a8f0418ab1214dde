"""The themes as families meet them: all of them, and one with its situations and services."""

from __future__ import annotations

from dataclasses import dataclass

from perhekeskus.translated import any_fallback
from services.help import ShownHelpline
from services.home import Home
from services.index import ServiceIndex
from services.models import Theme
from services.shelf import Count, Shelf, count_services, make_shelf
from services.ways import ShownTheme, SituationLink, ways_in

SERVICES_SHOWN = 8


@dataclass(frozen=True)
class ThemePage:
    """Everything on a theme's page but its own texts, in one site language.

    shelf: its services at home; everywhere: how many there are in all.
    """

    theme: Theme
    language: str
    first_numbers: list[ShownHelpline]
    situations: list[SituationLink]
    shelf: Shelf
    everywhere: Count

    @property
    def is_empty(self) -> bool:
        return not self.situations and not self.everywhere.total

    @property
    def has_fallback_text(self) -> bool:
        own = any_fallback(self.language, (self.theme, "name"), (self.theme, "introduction"))
        linked = any(link.name.is_fallback for link in self.situations)
        return own or linked or self.shelf.has_fallback_text


def theme_cards(index: ServiceIndex) -> list[tuple[ShownTheme, int]]:
    """Return the themes that the public may see, each with the number of its services."""
    themes = ways_in(index.language, index.revision).themes.values()
    return [(theme, count_services(index, [("teema", theme.slug)]).total) for theme in themes]


def theme_page(*, theme: Theme, index: ServiceIndex, home: Home) -> ThemePage:
    """Gather a theme's page, in the index's language."""
    ways = ways_in(index.language, index.revision)
    index = index.knowing("teema", theme.slug)
    pairs = [("teema", theme.slug)]
    return ThemePage(
        theme=theme,
        language=index.language,
        first_numbers=ways.first_numbers([theme.pk]),
        situations=ways.about(theme.pk),
        shelf=make_shelf(index, pairs, where=home.where, size=SERVICES_SHOWN),
        everywhere=count_services(index, pairs),
    )
