"""The ways in, in memory: themes, everyday situations, helplines, tasks, family centres.

Every page that leads into the directory names some of them. Each process reads them all once for a
revision and language, as it does the facet index: a region has dozens, not thousands.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from perhekeskus.ages import AgeSpan, suits
from perhekeskus.kept import Kept
from perhekeskus.translated import LocalText, choose, columns, local_text
from services.help import ShownHelpline, helplines
from services.models import FamilyCentre, RouteStep, Situation, Task, Theme

Urgency = Situation.Urgency


@dataclass(frozen=True, slots=True)
class ShownTheme:
    """A theme as a link."""

    pk: int
    slug: str
    name: LocalText
    icon: str = ""
    is_sensitive: bool = False


@dataclass(frozen=True, slots=True)
class SituationLink:
    """A situation as a link, with what lists choose by.

    themes: primary keys, also of themes that the public may not see.
    """

    pk: int
    slug: str
    name: LocalText
    urgency: str = Urgency.EVERYDAY
    for_young: bool = False
    min_months: int | None = None
    max_months: int | None = None
    for_pregnancy: bool = False
    themes: frozenset[int] = frozenset()
    is_sensitive: bool = False

    def suits(self, span: AgeSpan) -> bool:
        """Say whether it is for some age of the span; as `AgedQuerySet.for_age`."""
        return suits(self, span)


@dataclass(frozen=True, slots=True)
class NamedLink:
    """A task or a family centre as a link."""

    slug: str
    name: LocalText


@dataclass
class Ways:
    """What the public may see of the ways in, of one revision in one site language.

    themes, helplines, tasks: by primary key, in the coordinator's order; situations in theirs.
    centres: by primary key too, in the order of their addresses.
    first_lines: helplines before anything else on a theme's pages, by primary keys; hidden themes too.
    young_numbers: helplines that young people's own routes lead to, those most often named first.
    """

    revision: int
    language: str
    themes: dict[int, ShownTheme] = field(default_factory=dict)
    situations: list[SituationLink] = field(default_factory=list)
    helplines: dict[int, ShownHelpline] = field(default_factory=dict)
    tasks: dict[int, NamedLink] = field(default_factory=dict)
    centres: dict[int, NamedLink] = field(default_factory=dict)
    first_lines: dict[int, list[int]] = field(default_factory=dict)
    young_numbers: list[ShownHelpline] = field(default_factory=list)

    @property
    def emergency(self) -> list[ShownHelpline]:
        """The emergency number."""
        return [line for line in self.helplines.values() if line.helpline.is_emergency and line.numbers]

    def urgent_numbers(self, groups: Collection[str]) -> list[ShownHelpline]:
        """Return the helplines for urgent words of some groups: violence, self_harm, danger.

        The emergency number is always the first, then the lines for violence, for self-harm, for danger.
        """
        lines = {
            line.helpline.pk: line
            for group in ("violence", "self_harm", "danger")
            if group in groups
            for line in self.helplines.values()
            if line.numbers and not line.helpline.is_emergency and getattr(line.helpline, f"for_{group}")
        }
        return [*self.emergency, *lines.values()]

    def of_families(self, spans: Iterable[AgeSpan] | None = None) -> list[SituationLink]:
        """Return a parent's situations; those for some of the ages when ages are given."""
        shown = [link for link in self.situations if not link.for_young]
        if spans is None:
            return shown
        spans = list(spans)
        return [link for link in shown if any(link.suits(span) for span in spans)]

    def suggested(self, spans: Iterable[AgeSpan] | None = None) -> list[SituationLink]:
        """Return a parent's situations that may be suggested to anybody: never a sensitive one."""
        return [link for link in self.of_families(spans) if not link.is_sensitive]

    def situation(self, situation: Situation) -> SituationLink:
        """Return a situation's link; a draft's, for its preview, is read from the database."""
        known = next((link for link in self.situations if link.pk == situation.pk), None)
        if known is not None:
            return known
        themes = dict(situation.themes.values_list("pk", "is_sensitive"))
        name = local_text(situation, "name", self.language)
        return SituationLink(
            situation.pk, situation.slug, name, themes=frozenset(themes), is_sensitive=any(themes.values())
        )

    def of_young_people(self) -> list[SituationLink]:
        return [link for link in self.situations if link.for_young]

    def about(self, theme: int) -> list[SituationLink]:
        """Return the situations of a theme."""
        return [link for link in self.situations if theme in link.themes]

    def first_numbers(self, themes: Iterable[int]) -> list[ShownHelpline]:
        """Return the helplines that stand before anything else on pages of these themes."""
        return self.numbers(pk for theme in themes for pk in self.first_lines.get(theme, ()))

    def numbers(self, wanted: Iterable[int]) -> list[ShownHelpline]:
        """Return some helplines that have a number, in their order."""
        wanted = set(wanted)
        return [line for pk, line in self.helplines.items() if pk in wanted and line.numbers]


def read(language: str, revision: int) -> Ways:
    """Read the ways in, in ten queries whatever there is."""
    lines = {line.helpline.pk: line for line in helplines(language)}
    sensitive = set(Theme.objects.filter(is_sensitive=True).values_list("pk", flat=True))
    themes = {
        pk: ShownTheme(pk, slug, choose(name, language), icon, is_sensitive)
        for pk, slug, icon, is_sensitive, *name in Theme.objects.visible_to(None)
        .order_by("order", "slug")
        .values_list("pk", "slug", "icon", "is_sensitive", *columns("name", language))
    }
    links = _linked(Situation.themes.through, "situation_id", "theme_id")
    situations = []
    for pk, slug, *rest, name in _situation_rows(language):
        own = frozenset(links.get(pk, ()))
        is_sensitive = not own.isdisjoint(sensitive)
        situations.append(SituationLink(pk, slug, choose(name, language), *rest, own, is_sensitive))
    ways = Ways(
        revision,
        language,
        themes=themes,
        situations=situations,
        helplines=lines,
        tasks=_named(Task.objects.order_by("order", "slug"), language),
        centres=_named(FamilyCentre.objects.order_by("slug"), language),
        first_lines=_linked(Theme.helplines.through, "theme_id", "helpline_id"),
    )
    ways.young_numbers = _numbers_of_routes(ways)
    return ways


def _named(items, language: str) -> dict[int, NamedLink]:
    rows = items.visible_to(None).values_list("pk", "slug", *columns("name", language))
    return {pk: NamedLink(slug, choose(name, language)) for pk, slug, *name in rows}


def _situation_rows(language: str):
    fields = ("pk", "slug", "urgency", "for_young", "min_months", "max_months", "for_pregnancy")
    rows = Situation.objects.visible_to(None).order_by("order", "slug")
    for row in rows.values_list(*fields, *columns("name", language)):
        yield *row[: len(fields)], row[len(fields) :]


def _linked(through, owner: str, target: str) -> dict[int, list[int]]:
    links = defaultdict(list)
    for one, other in through.objects.order_by("pk").values_list(owner, target):
        links[one].append(other)
    return dict(links)


def _numbers_of_routes(ways: Ways) -> list[ShownHelpline]:
    """The emergency number is left out: it stands on every page."""
    own = {link.pk for link in ways.of_young_people()}
    steps = RouteStep.objects.filter(helpline__isnull=False).order_by()
    named = [line for situation, line in steps.values_list("situation_id", "helpline_id") if situation in own]
    shown = [line for line in ways.numbers(named) if not line.helpline.is_emergency]
    return sorted(shown, key=lambda line: -named.count(line.helpline.pk))


# The ways in, in a site language, at least as new as a revision: ways_in(language, revision).
ways_in = Kept(read)
