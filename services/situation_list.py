"""What the list of everyday situations shows: by how urgent they are, narrowed by children's ages."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _t

from perhekeskus.ages import age_label
from services.facets import Choice
from services.help import ShownHelpline
from services.home import Children
from services.index import ServiceIndex
from services.ways import SituationLink, Urgency, Ways


@dataclass(frozen=True)
class AgeLink:
    """An age group as a link that adds it to the chosen ones, or takes it away."""

    choice: Choice
    short: str
    is_chosen: bool
    url: str


@dataclass(frozen=True)
class SituationListing:
    """What `/tilanteet/` shows for one address.

    urgent: what cannot wait, which stands first, after the emergency number; groups: heading and the
    rest under it; chosen: labels of the chosen ages.
    """

    emergency: list[ShownHelpline]
    urgent: list[SituationLink]
    groups: list[tuple[str, list[SituationLink]]]
    ages: list[AgeLink]
    chosen: list[str]

    @property
    def total(self) -> int:
        return len(self.urgent) + sum(len(group) for _heading, group in self.groups)

    @property
    def has_jumps(self) -> bool:
        """There is more than one part to jump to."""
        return len(self.groups) + bool(self.urgent) > 1

    @property
    def is_empty(self) -> bool:
        return not self.urgent and not self.groups


def situation_listing(index: ServiceIndex, ways: Ways, children: Children) -> SituationListing:
    """Gather the list of a parent's situations; a young person's own have a page of theirs."""
    labels = {choice.value: choice.label for choice in index.age_choices}
    links = ways.of_families(children.ages if children.ages or children.unknown else None)
    headings = {Urgency.SOON: _t("Ask for help soon"), Urgency.EVERYDAY: _t("Everyday life")}
    groups = [(text, [link for link in links if link.urgency == each]) for each, text in headings.items()]
    return SituationListing(
        emergency=ways.emergency,
        urgent=[link for link in links if link.urgency == Urgency.URGENT],
        groups=[(text, group) for text, group in groups if group],
        ages=[_age_link(index, choice, children.pairs) for choice in index.age_choices],
        chosen=[labels.get(span.value) or age_label(span) for span in children.ages],
    )


def _age_link(index: ServiceIndex, choice: Choice, chosen: list[tuple[str, str]]) -> AgeLink:
    pair = ("ika", choice.value)
    is_chosen = pair in chosen
    pairs = [kept for kept in chosen if kept != pair] if is_chosen else [*chosen, pair]
    query = f"?{urlencode(pairs)}" if pairs else ""
    url = f"{reverse('services:situations')}{query}#ages"
    return AgeLink(choice, index.short_ages[choice.value], is_chosen, url)
