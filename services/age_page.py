"""What an age group's page shows: the four sections, and the situations of that age."""

from __future__ import annotations

from dataclasses import dataclass

from perhekeskus.ages import AgeSpan
from perhekeskus.translated import LocalText, any_fallback, local_text
from services.facets import Choice
from services.home import Home
from services.index import ServiceIndex
from services.models import AgeGroup, Section
from services.shelf import Count, Shelf, count_services, make_shelf
from services.ways import SituationLink, Ways

SITUATIONS_SHOWN = 8
# The age groups of those who read for themselves: Youth Act 1285/2016 counts from no age, we from 13.
YOUNG_FROM_MONTHS = 13 * 12


@dataclass(frozen=True)
class ShownSection:
    """A section of the page: its name and words, and the first of its services."""

    slug: str
    name: LocalText
    introduction: LocalText
    shelf: Shelf
    everywhere: Count

    @property
    def has_fallback_text(self) -> bool:
        own = self.name.is_fallback or self.introduction.is_fallback
        return own or self.shelf.has_fallback_text


@dataclass(frozen=True)
class AgePage:
    """Everything on an age group's page, in one site language.

    neighbours: the age groups before and after it; all: services for the age, in a section or not.
    """

    group: AgeGroup
    short: str
    sections: list[ShownSection]
    situations: list[SituationLink]
    neighbours: list[Choice]
    all: Count
    language: str

    @property
    def is_for_young(self) -> bool:
        return self.group.max_months > YOUNG_FROM_MONTHS

    @property
    def has_fallback_text(self) -> bool:
        own = any_fallback(self.language, (self.group, "name"), (self.group, "introduction"))
        return own or any(section.has_fallback_text for section in self.sections)


def age_page(index: ServiceIndex, ways: Ways, slug: str, home: Home) -> AgePage:
    """Gather an age group's page. KeyError when the index knows no such group."""
    language, span = index.language, index.ages[slug]
    [group] = AgeGroup.objects.for_page(language).filter(slug=slug)
    slugs = [choice.value for choice in index.age_choices]
    at = slugs.index(slug)
    return AgePage(
        group=group,
        short=index.short_ages[slug],
        sections=_sections(index, span, home),
        situations=ways.suggested([span])[:SITUATIONS_SHOWN],
        neighbours=[index.age_choices[near] for near in (at - 1, at + 1) if 0 <= near < len(slugs)],
        all=count_services(index, [], where=home.where, ages=[span]),
        language=language,
    )


def _sections(index: ServiceIndex, span: AgeSpan, home: Home) -> list[ShownSection]:
    """The four sections; a service that stands in two is shown in the first."""
    sections, shown = [], []
    for section in Section.objects.for_page(index.language).order_by("order", "slug"):
        pairs = [("osio", section.slug)]
        shelf = make_shelf(index, pairs, where=home.where, ages=[span], leave_out=shown)
        shown += shelf.pks
        sections.append(
            ShownSection(
                section.slug,
                local_text(section, "name", index.language),
                local_text(section, "introduction", index.language),
                shelf,
                count_services(index, pairs, ages=[span]),
            )
        )
    return sections
