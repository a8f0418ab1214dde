"""Services to which a young person may come alone, with what is told to parents."""

from __future__ import annotations

from dataclasses import dataclass

from perhekeskus.translated import LocalText, choose, columns
from services.facets import Choice
from services.home import Home
from services.index import Selection, ServiceIndex
from services.models import Service
from services.querysets import ServiceCard


@dataclass(frozen=True, slots=True)
class AloneService:
    """A service as a young person reads of it, in one site language."""

    card: ServiceCard
    told: LocalText


@dataclass(frozen=True, slots=True)
class AloneGroup:
    """The services of one section, or those of none when `section` is None."""

    section: Choice | None
    services: list[AloneService]


def alone_services(index: ServiceIndex, home: Home) -> list[AloneGroup]:
    """Return the services that a young person may use alone where they live, by section.

    In a section the nearest come first; one that stands in two is shown in the first. Sensitive ones
    are among them, by their own names, as on the list of services.
    """
    chosen = Selection.of(home.where)
    left = index.matching(chosen) & index.young_alone
    groups: list[tuple[Choice | None, list[int]]] = []
    for section in index.choices["osio"]:
        hits = left & index.values["osio"][section.value]
        groups.append((section, index.page(index.ordered(hits, chosen), 0, hits.bit_count())))
        left &= ~hits
    groups.append((None, index.page(index.ordered(left, chosen), 0, left.bit_count())))
    found = _read([pk for _section, pks in groups for pk in pks], index.language)
    shown = [AloneGroup(section, [found[pk] for pk in pks if pk in found]) for section, pks in groups]
    return [group for group in shown if group.services]


def _read(pks: list[int], language: str) -> dict[int, AloneService]:
    if not pks:
        return {}
    services = Service.objects.visible_to(None).filter(pk__in=pks)
    told = services.order_by().values_list("pk", *columns("told_to_parents", language))
    told_of = {pk: choose(text, language) for pk, *text in told}
    return {card.pk: AloneService(card, told_of[card.pk]) for card in services.for_cards(language)}
