"""What one service's page shows, gathered from the rows of many models in five queries."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass, field
from functools import reduce
from itertools import chain, islice
from operator import and_, or_

from django.db.models import Q
from django.utils.translation import gettext as _t

from perhekeskus.translated import local_text
from services import hours
from services.help import ShownHelpline, first_numbers
from services.index import ServiceIndex, bit_positions
from services.models import (
    ACCESS_FACTS,
    Actor,
    Channel,
    OpeningSchedule,
    Place,
    Service,
    ServiceActor,
    ServicePrice,
)

RELATED_SHOWN = 4


@dataclass(frozen=True)
class Contact:
    """A channel of the service, or of its actor when the service has none."""

    channel: Channel
    link: object | None
    today: hours.DayHours | None
    week: list[hours.HoursLine]


@dataclass(frozen=True)
class AccessFact:
    """Something known of a place: that it is there, or that it is not."""

    label: str
    is_true: bool


@dataclass(frozen=True)
class Site:
    """A place where the service is given.

    town: its municipality's name in the page's language.
    """

    place: Place
    town: str
    link: object
    today: hours.DayHours | None
    week: list[hours.HoursLine]

    @property
    def access_facts(self) -> list[AccessFact]:
        known = [(name, getattr(self.place, name)) for name in ACCESS_FACTS.values()]
        return [AccessFact(_label(name), value) for name, value in known if value is not None]

    @property
    def unknown_facts(self) -> list[str]:
        """Labels of what nobody has told: not the same as no."""
        return [_label(name) for name in ACCESS_FACTS.values() if getattr(self.place, name) is None]


def _label(field_name: str) -> str:
    return str(Place._meta.get_field(field_name).verbose_name)


@dataclass
class ServicePage:
    """Everything on a service's page but its own texts, in one site language."""

    service: Service
    language: str
    day: dt.date
    contacts: list[Contact] = field(default_factory=list)
    sites: list[Site] = field(default_factory=list)
    prices: list[ServicePrice] = field(default_factory=list)
    partners: list[ServiceActor] = field(default_factory=list)
    related: list[tuple] = field(default_factory=list)
    choices: dict[str, list] = field(default_factory=dict)
    is_sensitive: bool = False
    first_numbers: list[ShownHelpline] = field(default_factory=list)

    @property
    def actor(self) -> Actor | None:
        """The responsible actor, when the public may see it."""
        actor = self.service.actor
        return actor if actor is not None and actor.is_public else None

    @property
    def has_fallback_text(self) -> bool:
        """Some text of the service is shown in another language than the page's."""
        fields = ("name", "summary", "description", "how_to_get", "who_for", "told_to_parents")
        return any(local_text(self.service, field, self.language).is_fallback for field in fields)

    @property
    def area_words(self) -> str:
        """For families of which area: in a sentence."""
        service = self.service
        if service.area_kind == service.AreaKind.COUNTRY:
            return _t("For families in the whole country.")
        if service.area_kind == service.AreaKind.COUNTY:
            county = service.county.name_sv if self.language == "sv" else service.county.name_fi
            return _t("For families in the area of %(county)s.") % {"county": county}
        towns = ", ".join(choice.label for choice in self.choices["kunta"])
        return _t("For families in: %(towns)s.") % {"towns": towns} if towns else ""

    @property
    def delivery_words(self) -> str:
        """The ways in which the service is given, as a sentence."""
        words = ", ".join(choice.label for choice in self.choices["asiointitapa"])
        return f"{words[:1].upper()}{words[1:]}."


def service_page(*, service: Service, index: ServiceIndex, day: dt.date) -> ServicePage:
    """Gather a service's page for a local day, in the index's language.

    service: with its actor and county loaded; must be among the index's services.
    """
    channel_links = _in_order(
        service.channel_links.filter(channel__in=Channel.objects.visible_to(None)).for_page(
            index.language, "channel"
        )
    )
    place_links = _in_order(
        service.place_links.filter(place__in=Place.objects.visible_to(None)).for_page(
            index.language, "place", "place__municipality"
        )
    )
    channels = [(link.channel, link) for link in channel_links]
    if not channels and service.actor_id:
        channels = [(channel, None) for channel in service.actor.channels.visible_to(None).order_by("pk")]
    rows = _opening_rows(index.language, channels, place_links)
    choices = {
        parameter: index.chosen_for(service.pk, parameter)
        for parameter in ("kenelle", "teema", "osio", "tehtava", "palvelukieli", "asiointitapa", "kunta")
    }
    is_sensitive = index.is_sensitive(service.pk)
    return ServicePage(
        service=service,
        language=index.language,
        day=day,
        contacts=[
            Contact(
                channel,
                link,
                *_hours(rows, ("service_channel", link), ("channel", channel), day, index.language),
            )
            for channel, link in channels
        ],
        sites=[
            Site(
                link.place,
                link.place.municipality.name_in(index.language),
                link,
                *_hours(rows, ("service_place", link), ("place", link.place), day, index.language),
            )
            for link in place_links
        ],
        prices=list(service.prices.all()) if service.price_kind == Service.PriceKind.ROWS else [],
        partners=_partners(service) if _has_partners(index, service) else [],
        related=related_services(index, service.pk),
        choices=choices,
        is_sensitive=is_sensitive,
        first_numbers=first_numbers(service.themes.all(), index.language) if is_sensitive else [],
    )


def _partners(service: Service) -> list[ServiceActor]:
    links = service.actor_links.filter(actor__in=Actor.objects.visible_to(None))
    return list(links.select_related("actor"))


def _in_order(links) -> list:
    """Return the few links of a service in the editor's order; cheaper here than in the SQL."""
    return sorted(links.order_by(), key=lambda link: (link.position, link.pk))


def _has_partners(index: ServiceIndex, service: Service) -> bool:
    """The index knows who takes part, so that most pages need not ask."""
    own = service.actor.slug if service.actor else ""
    return any(choice.value != own for choice in index.chosen_for(service.pk, "toimija"))


def _opening_rows(
    language: str, channels: list[tuple], place_links: list
) -> dict[tuple[str, int], list[OpeningSchedule]]:
    """Return the hours of all the owners at once, by (kind of owner, primary key)."""
    if not channels and not place_links:
        return {}
    owned = OpeningSchedule.objects.filter(
        Q(channel__in=[channel.pk for channel, _ in channels])
        | Q(service_channel__in=[link.pk for _, link in channels if link])
        | Q(service_place__in=[link.pk for link in place_links])
        | Q(place__in=[link.place_id for link in place_links])
    )
    rows = defaultdict(list)
    for row in owned.for_page(language).order_by("pk"):
        for owner in OpeningSchedule.OWNERS:
            if (pk := getattr(row, f"{owner}_id")) is not None:
                rows[owner, pk].append(row)
    return rows


def _hours(rows, link: tuple, owner: tuple, day: dt.date, language: str):
    """The hours of a link win over those of its place or channel."""
    kind, row = link
    found = (rows.get((kind, row.pk)) if row else None) or rows.get((owner[0], owner[1].pk)) or []
    return hours.on_day(found, day), hours.week(found, day, language)


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
