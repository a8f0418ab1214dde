"""What one service's page shows, gathered from the rows of many models: most of them stand in memory."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from functools import reduce
from itertools import chain, islice
from operator import and_, or_

from django.utils.translation import gettext as _t

from perhekeskus.translated import LocalText, any_fallback
from services.help import ShownHelpline
from services.hours import DayHours, HoursLine
from services.index import ServiceIndex, bit_positions
from services.models import (
    Actor,
    Channel,
    Place,
    Service,
    ServiceActor,
    ServicePrice,
)
from services.reach import Access, Reach, reach
from services.ways import ways_in

RELATED_SHOWN = 4


@dataclass(frozen=True)
class Contact:
    """A channel of the service, or of its actor when the service has none; note: the service's own."""

    channel: Channel
    note: LocalText
    today: DayHours | None
    week: list[HoursLine]


@dataclass(frozen=True)
class ServicePoint:
    """A place where the service is given.

    town: its municipality's name in the page's language; note: the service's own.
    """

    place: Place
    town: str
    access: Access
    note: LocalText
    today: DayHours | None
    week: list[HoursLine]


@dataclass
class ServicePage:
    """Everything on a service's page but its own texts, in one site language.

    actor: the responsible one, when the public may see it; county: its name, when one is set.
    """

    service: Service
    language: str
    day: dt.date
    actor: Actor | None = None
    county: str = ""
    contacts: list[Contact] = field(default_factory=list)
    points: list[ServicePoint] = field(default_factory=list)
    prices: list[ServicePrice] = field(default_factory=list)
    partners: list[ServiceActor] = field(default_factory=list)
    related: list[tuple] = field(default_factory=list)
    choices: dict[str, list] = field(default_factory=dict)
    is_sensitive: bool = False
    first_numbers: list[ShownHelpline] = field(default_factory=list)

    @property
    def has_fallback_text(self) -> bool:
        """Some text of the service is shown in another language than the page's."""
        fields = ("name", "summary", "description", "how_to_get", "who_for", "told_to_parents")
        return any_fallback(self.language, *((self.service, field) for field in fields))

    @property
    def area_words(self) -> str:
        """For families of which area: in a sentence."""
        service = self.service
        if service.area_kind == service.AreaKind.COUNTRY:
            return _t("For families in the whole country.")
        if service.area_kind == service.AreaKind.COUNTY:
            return _t("For families in the area of %(county)s.") % {"county": self.county}
        towns = ", ".join(choice.label for choice in self.choices["kunta"])
        return _t("For families in: %(towns)s.") % {"towns": towns} if towns else ""

    @property
    def delivery_words(self) -> str:
        """The ways in which the service is given, as a sentence."""
        words = ", ".join(choice.label for choice in self.choices["asiointitapa"])
        return f"{words[:1].upper()}{words[1:]}."


def service_page(*, service: Service, index: ServiceIndex, day: dt.date) -> ServicePage:
    """Gather a service's page for a local day, in the index's language.

    service: must be among the index's services.
    """
    choices = {
        parameter: index.chosen_for(service.pk, parameter)
        for parameter in ("kenelle", "teema", "osio", "tehtava", "palvelukieli", "asiointitapa", "kunta")
    }
    known = reach(index.language, index.revision)
    actor = known.actors.get(service.actor_id)
    is_sensitive = index.is_sensitive(service.pk)
    return ServicePage(
        service=service,
        language=index.language,
        day=day,
        actor=actor,
        county=known.counties.get(service.county_id, ""),
        contacts=_contacts(service, known, day),
        points=_points(service, known, day),
        prices=list(service.prices.all()) if service.price_kind == Service.PriceKind.ROWS else [],
        partners=_partners(service) if _has_partners(index, service, actor) else [],
        related=related_services(index, service.pk),
        choices=choices,
        is_sensitive=is_sensitive,
        first_numbers=_first_numbers(service, index) if is_sensitive else [],
    )


def _first_numbers(service: Service, index: ServiceIndex) -> list[ShownHelpline]:
    themes = service.themes.values_list("pk", flat=True)
    return ways_in(index.language, index.revision).first_numbers(themes)


def _contacts(service: Service, known: Reach, day: dt.date) -> list[Contact]:
    """The service's own channels; without any, those of its actor."""
    contacts = []
    for link in known.channel_links.get(service.pk, ()):
        owners = ("service_channel", link.pk), ("channel", link.target)
        contacts.append(Contact(known.channels[link.target], link.note, *known.hours(owners, day)))
    return contacts or actor_contacts(service.actor_id, known, day)


def actor_contacts(actor_pk: int | None, known: Reach, day: dt.date) -> list[Contact]:
    """An actor's own channels, oldest first, with their hours of a local day."""
    return [
        Contact(channel, LocalText(""), *known.hours([("channel", channel.pk)], day))
        for channel in known.actor_channels.get(actor_pk, ())
    ]


def _points(service: Service, known: Reach, day: dt.date) -> list[ServicePoint]:
    points = []
    for link in known.place_links.get(service.pk, ()):
        place = known.places[link.target]
        owners = ("service_place", link.pk), ("place", place.pk)
        town = place.municipality.name_in(known.language)
        access = known.access[place.pk]
        points.append(ServicePoint(place, town, access, link.note, *known.hours(owners, day)))
    return points


def _partners(service: Service) -> list[ServiceActor]:
    links = service.actor_links.filter(actor__in=Actor.objects.visible_to(None))
    return list(links.select_related("actor"))


def _has_partners(index: ServiceIndex, service: Service, actor: Actor | None) -> bool:
    """The index knows who takes part, so that most pages need not ask."""
    own = actor.slug if actor else ""
    return any(choice.value != own for choice in index.chosen_for(service.pk, "toimija"))


def related_services(index: ServiceIndex, pk: int) -> list[tuple]:
    """Return slug and name of services with the same themes, nearest in subject first.

    Those that share more themes come first; a sensitive service is nobody's relative.
    """
    me = 1 << index.positions[pk]
    themes = [bits for slug, bits in index.values["teema"].items() if bits & me]
    if me & index.sensitive or not themes:
        return []
    candidates = index.everything & ~me & ~index.sensitive
    every = reduce(and_, themes, candidates)
    some = reduce(or_, themes, 0) & candidates & ~every
    positions = chain(bit_positions(every, 0, RELATED_SHOWN), bit_positions(some, 0, RELATED_SHOWN))
    return [index.names[position] for position in islice(positions, RELATED_SHOWN)]
