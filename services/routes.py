"""The route through a situation: its steps in order, each with what one does there."""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from perhekeskus.translated import LocalText, any_fallback, choose, columns
from services.help import ShownHelpline
from services.home import Home
from services.index import ServiceIndex
from services.listing import ReadyCard, render_cards
from services.models import Situation
from services.shelf import make_shelf
from services.ways import ShownTheme, SituationLink, Ways

NEAR_HOME_SHOWN = 4


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


@dataclass(frozen=True)
class SituationPage:
    """Everything on a situation's page but its own texts, in one site language.

    near_home: services of its themes where the family lives, if it has told, that are not on the route.
    first: the numbers to ring before reading on, first_text: when; rest: the route after them.
    """

    situation: Situation
    language: str
    first: list[ShownHelpline] = field(default_factory=list)
    first_text: LocalText = LocalText("")
    rest: list[ShownStep] = field(default_factory=list)
    themes: list[ShownTheme] = field(default_factory=list)
    is_sensitive: bool = False
    near_home: list[ReadyCard] = field(default_factory=list)

    @property
    def has_fallback_text(self) -> bool:
        own = any_fallback(self.language, (self.situation, "name"), (self.situation, "introduction"))
        steps = [self.first_text, *(step.text for step in self.rest)]
        return own or any(text.is_fallback for text in steps)


def situation_page(*, situation: Situation, ways: Ways, index: ServiceIndex, home: Home) -> SituationPage:
    """Gather a situation's page, in the language of the ways in.

    What a step leads to is left out when the public may not see it; the step's own words stay.
    Urgent first: the route's first step, a helpline, stands before the reading. A sensitive page
    that is not urgent begins with its themes' numbers.
    """
    link = ways.situation(situation)
    steps = _shown_steps(situation, ways)
    first, first_text = [], LocalText("")
    if situation.urgency == Situation.Urgency.URGENT and steps and steps[0].helpline:
        first, first_text = [steps[0].helpline], steps[0].text
        steps = steps[1:]
    elif situation.urgency == Situation.Urgency.URGENT:  # its own number has been taken away
        first = ways.emergency
    elif link.is_sensitive:
        first = ways.first_numbers(link.themes)
    return SituationPage(
        situation=situation,
        language=ways.language,
        first=first,
        first_text=first_text,
        rest=steps,
        themes=[theme for pk, theme in ways.themes.items() if pk in link.themes],
        is_sensitive=link.is_sensitive,
        near_home=_near_home(link, steps, ways, index, home),
    )


def _near_home(
    link: SituationLink, steps: list[ShownStep], ways: Ways, index: ServiceIndex, home: Home
) -> list[ReadyCard]:
    """A sensitive route is the coordinator's alone: no list may put mediation beside violence."""
    themes = [("teema", theme.slug) for pk, theme in ways.themes.items() if pk in link.themes]
    if link.is_sensitive or not home.pairs or not themes:
        return []
    on_route = [step.card.pk for step in steps if step.card and step.card.pk in index.positions]
    return make_shelf(index, themes, where=home.where, size=NEAR_HOME_SHOWN, leave_out=on_route).cards


def _shown_steps(situation: Situation, ways: Ways) -> list[ShownStep]:
    rows = list(
        situation.steps.order_by("position", "pk").values_list(
            "url", "helpline_id", "service_id", "theme_id", *columns("text", ways.language)
        )
    )
    services = [service for _url, _helpline, service, *_rest in rows if service]
    cards = {card.pk: card for card in render_cards(services, ways.language, ways.revision)}
    steps = [
        ShownStep(
            text=choose(text, ways.language),
            helpline=ways.helplines.get(helpline),
            card=cards.get(service),
            theme=ways.themes.get(theme),
            address=url,
        )
        for url, helpline, service, theme, *text in rows
    ]
    return [step for step in steps if step.says_something]
