"""The route through a situation: its steps in order, each with what one does there."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from perhekeskus.translated import LocalText, choose, columns, local_text
from services.help import ShownHelpline, shown_helplines
from services.listing import ReadyCard, render_cards
from services.models import RouteStep, Situation, Theme

Kind = RouteStep.Kind


@dataclass(frozen=True)
class ShownStep:
    """One step as its page shows it: the words, and at most one thing to do.

    address: where a link leads, and host: whose page it is, as people say it.
    """

    text: LocalText
    helpline: ShownHelpline | None = None
    card: ReadyCard | None = None
    theme: ShownTheme | None = None
    address: str = ""

    @property
    def helplines(self) -> list[ShownHelpline]:
        """The helpline as the list that the component takes."""
        return [self.helpline] if self.helpline else []

    @property
    def host(self) -> str:
        return (urlsplit(self.address).hostname or "").removeprefix("www.")

    @property
    def says_something(self) -> bool:
        return bool(self.text.text or self.helpline or self.card or self.theme or self.address)


@dataclass(frozen=True, slots=True)
class ShownTheme:
    """A theme as a link."""

    slug: str
    name: LocalText
    is_sensitive: bool = False
    icon: str = ""


@dataclass(frozen=True)
class SituationPage:
    """Everything on a situation's page but its own texts, in one site language.

    first: the numbers to ring before reading on, first_text: when; rest: the route after them.
    """

    situation: Situation
    language: str
    first: list[ShownHelpline] = field(default_factory=list)
    first_text: LocalText = LocalText("")
    rest: list[ShownStep] = field(default_factory=list)
    themes: list[ShownTheme] = field(default_factory=list)
    is_sensitive: bool = False

    @property
    def has_fallback_text(self) -> bool:
        own = [local_text(self.situation, name, self.language) for name in ("name", "introduction")]
        return any(text.is_fallback for text in [*own, self.first_text, *(s.text for s in self.rest)])


def shown_themes(themes, language: str) -> list[ShownTheme]:
    """Return themes that the public may see as links, in their order."""
    rows = themes.visible_to(None).order_by("order", "slug")
    return [
        ShownTheme(slug, choose(name, language), is_sensitive, icon)
        for slug, is_sensitive, icon, *name in rows.values_list(
            "slug", "is_sensitive", "icon", *columns("name", language)
        )
    ]


def situation_page(*, situation: Situation, language: str, revision: int) -> SituationPage:
    """Gather a situation's page.

    situation: as `SituationQuerySet.with_sensitivity` loads it.
    What a step leads to is left out when the public may not see it; the step's own words stay.
    Urgent first: the route's first step, a helpline, stands before the reading. A sensitive page
    that is not urgent begins with its themes' numbers.
    """
    steps = _shown_steps(situation, language, revision)
    first, first_text = [], LocalText("")
    if situation.urgency == Situation.Urgency.URGENT and steps and steps[0].helpline:
        first, first_text = [steps[0].helpline], steps[0].text
        steps = steps[1:]
    elif situation.is_sensitive:
        first = shown_helplines(language, helpline__themes__situations=situation)
    return SituationPage(
        situation=situation,
        language=language,
        first=first,
        first_text=first_text,
        rest=steps,
        themes=shown_themes(Theme.objects.filter(situations=situation), language),
        is_sensitive=situation.is_sensitive,
    )


def helplines_of_routes(situations, language: str) -> list[ShownHelpline]:
    """Return the helplines that these situations lead to, those most often named first.

    The emergency number is left out: it stands on every page.
    """
    times = Counter(
        RouteStep.objects.filter(situation__in=situations, helpline__isnull=False)
        .order_by()
        .values_list("helpline_id", flat=True)
    )
    shown = shown_helplines(language, helpline__in=list(times), helpline__is_emergency=False)
    return sorted(shown, key=lambda line: -times[line.helpline.pk])


def _shown_steps(situation: Situation, language: str, revision: int) -> list[ShownStep]:
    rows = list(
        situation.steps.order_by("position", "pk").values_list(
            "kind", "url", "helpline_id", "service_id", "theme_id", *columns("text", language)
        )
    )
    wanted = {Kind.HELPLINE: [], Kind.SERVICE: [], Kind.THEME: []}
    for kind, _url, helpline, service, theme, *_text in rows:
        if kind in wanted:
            wanted[kind].append(helpline or service or theme)
    helplines, cards, themes = {}, {}, {}
    if wanted[Kind.HELPLINE]:
        shown = shown_helplines(language, helpline__in=wanted[Kind.HELPLINE])
        helplines = {line.helpline.pk: line for line in shown}
    if wanted[Kind.SERVICE]:
        cards = {card.pk: card for card in render_cards(wanted[Kind.SERVICE], language, revision)}
    if wanted[Kind.THEME]:
        chosen = Theme.objects.visible_to(None).filter(pk__in=wanted[Kind.THEME])
        themes = {
            pk: ShownTheme(slug, choose(name, language))
            for pk, slug, *name in chosen.values_list("pk", "slug", *columns("name", language))
        }
    steps = [
        ShownStep(
            text=choose(text, language),
            helpline=helplines.get(helpline),
            card=cards.get(service),
            theme=themes.get(theme),
            address=url,
        )
        for _kind, url, helpline, service, theme, *text in rows
    ]
    return [step for step in steps if step.says_something]
