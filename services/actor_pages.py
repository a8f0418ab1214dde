"""The organisers as families meet them: all of them by sector, and one organiser's page."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from perhekeskus.collation import collation_key
from perhekeskus.translated import LocalText, any_fallback, local_text
from services.home import Home
from services.index import ServiceIndex
from services.models import Actor, Sector
from services.reach import reach
from services.service_page import Contact, actor_contacts
from services.shelf import Count, Shelf, count_services, make_shelf

# A sector as the heading of those that belong to it.
SECTOR_HEADINGS = {
    Sector.MUNICIPALITY: _("Municipalities and cities"),
    Sector.COUNTY: _("Wellbeing services counties"),
    Sector.ASSOCIATION: _("Associations"),
    Sector.PARISH: _("Parishes"),
    Sector.STATE: _("State and Kela"),
    Sector.EDUCATION: _("Schools and universities"),
    Sector.SPORTS: _("Sports clubs"),
    Sector.COMPANY: _("Companies"),
}


@dataclass(frozen=True, slots=True)
class ActorCard:
    """One organiser on the list, in one site language.

    towns: names of the municipalities where it works; is_near: the family's own is among them.
    service_count: services that it gives or takes part in.
    """

    slug: str
    name: LocalText
    former_names: list[str]
    towns: list[str]
    is_near: bool
    service_count: int


@dataclass(frozen=True, slots=True)
class SectorGroup:
    """The organisers of one sector: those near home first, then in alphabetical order."""

    sector: str
    heading: str
    cards: list[ActorCard]


def actors_by_sector(index: ServiceIndex, home: Home) -> list[SectorGroup]:
    """Return the organisers that the public may see; a sector that has none is left out."""
    known = reach(index.language, index.revision)
    groups = defaultdict(list)
    if home.has_unknown and not home.pairs:
        return []
    for actor in known.actors.values():
        own = known.towns.get(actor.pk, {})
        card = ActorCard(
            actor.slug,
            local_text(actor, "name", index.language),
            actor.former_name_list,
            sorted(own.values(), key=collation_key),
            not home.towns.isdisjoint(own),
            index.any_of("toimija", [actor.slug]).bit_count(),
        )
        groups[actor.sector].append(card)
    return [
        SectorGroup(sector, heading, sorted(groups[sector], key=_near_then_by_name))
        for sector, heading in SECTOR_HEADINGS.items()
        if sector in groups
    ]


def _near_then_by_name(card: ActorCard) -> tuple:
    return not card.is_near, collation_key(card.name.text)


@dataclass(frozen=True)
class ActorPage:
    """Everything on an organiser's page but its own texts, in one site language.

    towns: names of the municipalities where it works.
    shelf: its services at home; everywhere: how many there are in all.
    has_quick_exit: half of what it gives or more is sensitive; the page itself is not.
    """

    actor: Actor
    language: str
    day: dt.date
    towns: list[str]
    contacts: list[Contact]
    shelf: Shelf
    everywhere: Count
    has_quick_exit: bool

    @property
    def has_fallback_text(self) -> bool:
        """Some text is shown in another language than the page's."""
        own = any_fallback(self.language, (self.actor, "name"), (self.actor, "description"))
        return own or self.shelf.has_fallback_text


def actor_page(*, actor: Actor, index: ServiceIndex, home: Home, day: dt.date) -> ActorPage:
    """Gather an organiser's page for a local day, in the index's language."""
    known = reach(index.language, index.revision)
    index = index.knowing("toimija", actor.slug)
    pairs = [("toimija", actor.slug)]
    towns = known.towns.get(actor.pk, {}).values()
    return ActorPage(
        actor=actor,
        language=index.language,
        day=day,
        towns=sorted(towns, key=collation_key),
        contacts=actor_contacts(actor.pk, known, day),
        shelf=make_shelf(index, pairs, where=home.where),
        everywhere=count_services(index, pairs),
        has_quick_exit=index.is_mostly_sensitive(*pairs[0]),
    )
