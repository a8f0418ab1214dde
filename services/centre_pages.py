"""The family centres as families meet them: what each is, whom to ask, and what families have said."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from django.utils.translation import gettext_lazy as _

from perhekeskus.collation import collation_key
from perhekeskus.translated import LocalText, any_fallback, local_text
from services.home import Home
from services.index import ServiceIndex
from services.models import CentreRole, Channel, FamilyCentre, TaskVoice
from services.reach import Reach, reach
from services.service_page import ServicePoint
from services.shelf import Shelf, make_shelf
from services.ways import NamedLink, Ways, ways_in

ACTORS_SHOWN = 12

Form = FamilyCentre.Form
# A family centre's form in words that say something to a family.
FORM_WORDS = {
    Form.NETWORK: _("Not one building but services that work together."),
    Form.SHARED_BUILDING: _("One building where you find many services."),
    Form.HYBRID: _("A building of its own, and services elsewhere too."),
    Form.ELECTRONIC: _("Services on the web: you need not go anywhere."),
}
FORM_MEANING = {
    Form.NETWORK: _(
        "You are at the family centre whenever you use one of its services: at the clinic, at a meeting "
        "place or at a club."
    ),
    Form.SHARED_BUILDING: _("Many services are under one roof, so that one visit may be enough."),
    Form.HYBRID: _("You may come to the family centre’s own building, or begin in any of its services."),
    Form.ELECTRONIC: _("You find the services and reach the workers on the web or by phone."),
}


@dataclass(frozen=True, slots=True)
class CentreCard:
    """One family centre on the list; towns: names of its municipalities; is_near: the family's own."""

    centre: FamilyCentre
    form_words: str
    towns: list[str]
    is_near: bool


def centre_cards(index: ServiceIndex, home: Home) -> list[CentreCard]:
    """Return the family centres that the public may see: the family's own first, then by name."""
    known, language = reach(index.language, index.revision), index.language
    cards = []
    for centre in FamilyCentre.objects.visible_to(None).for_page(language):
        towns = known.centre_towns.get(centre.pk, {})
        is_near = not home.towns.isdisjoint(towns)
        names = _in_order(towns.values())
        cards.append(CentreCard(centre, FORM_WORDS.get(centre.form, ""), names, is_near))
    return sorted(cards, key=lambda card: (not card.is_near, _sorting_name(card.centre, language)))


def _in_order(names: Iterable[str]) -> list[str]:
    return sorted(names, key=collation_key)


def _sorting_name(item, language: str) -> tuple:
    return collation_key(local_text(item, "name", language).text)


@dataclass(frozen=True, slots=True)
class Contactable:
    """A role to turn to; channel: the way to reach it, when the public may see one."""

    role: CentreRole
    channel: Channel | None


@dataclass(frozen=True)
class CentrePage:
    """Everything on a family centre's page but its own texts, in one site language.

    towns: names of its municipalities. voices: what families said, by task in the tasks' order.
    actors: slug and name of organisers that work in its municipalities, some of actor_count.
    """

    centre: FamilyCentre
    language: str
    day: dt.date
    towns: list[str]
    points: list[ServicePoint]
    roles: list[Contactable]
    voices: list[tuple[NamedLink, list[TaskVoice]]]
    actors: list[tuple[str, LocalText]]
    actor_count: int
    shelf: Shelf

    @property
    def form_words(self) -> str:
        return FORM_WORDS.get(self.centre.form, "")

    @property
    def form_meaning(self) -> str:
        return FORM_MEANING.get(self.centre.form, "")

    @property
    def has_more_actors(self) -> bool:
        return self.actor_count > len(self.actors)

    @property
    def has_fallback_text(self) -> bool:
        """Some text is shown in another language than the page's."""
        texts = [(self.centre, "name"), (self.centre, "introduction")]
        texts += [(voice, "text") for _task, voices in self.voices for voice in voices]
        texts += [(shown.role, field) for shown in self.roles for field in ("role", "how_to_reach")]
        return any_fallback(self.language, *texts) or self.shelf.has_fallback_text


def centre_page(*, centre: FamilyCentre, index: ServiceIndex, day: dt.date) -> CentrePage:
    """Gather a family centre's page for a local day, in the index's language."""
    known, language = reach(index.language, index.revision), index.language
    towns = known.centre_towns.get(centre.pk, {})
    actors = _actors_in(set(towns), known)
    return CentrePage(
        centre=centre,
        language=language,
        day=day,
        towns=_in_order(towns.values()),
        points=_offices(centre, known, day),
        roles=[
            Contactable(role, known.channels.get(role.channel_id)) for role in known.roles.get(centre.pk, ())
        ],
        voices=_voices(centre, ways_in(language, index.revision)),
        actors=actors[:ACTORS_SHOWN],
        actor_count=len(actors),
        shelf=make_shelf(
            index.knowing("perhekeskus", centre.slug),
            [("perhekeskus", centre.slug)],
            near=[("kunta", town) for town in towns],
        ),
    )


def _actors_in(towns: set[str], known: Reach) -> list[tuple[str, LocalText]]:
    """Organisers that work in some of the municipalities, in alphabetical order."""
    found = [
        (actor.slug, local_text(actor, "name", known.language))
        for actor in known.actors.values()
        if not towns.isdisjoint(known.towns.get(actor.pk, ()))
    ]
    return sorted(found, key=lambda pair: collation_key(pair[1].text))


def _offices(centre: FamilyCentre, known: Reach, day: dt.date) -> list[ServicePoint]:
    """The centre's offices at places that the public may see."""
    points = []
    for office in known.offices.get(centre.pk, ()):
        if (place := known.places.get(office.place_id)) is not None:
            town = place.municipality.name_in(known.language)
            note = local_text(office, "note", known.language)
            hours = known.hours([("place", place.pk)], day)
            points.append(ServicePoint(place, town, known.access[place.pk], note, *hours))
    return points


def _voices(centre: FamilyCentre, ways: Ways) -> list[tuple[NamedLink, list[TaskVoice]]]:
    """What families said there, newest first, by task in the tasks' order."""
    told = centre.task_voices.for_page(ways.language).order_by("task_id", "-year", "pk")
    by_task = {pk: list(voices) for pk, voices in groupby(told, key=lambda voice: voice.task_id)}
    return [(task, by_task[pk]) for pk, task in ways.tasks.items() if pk in by_task]
