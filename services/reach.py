"""Who gives a region's services, where, and how to reach them, in memory.

An actor, a place or a channel serves many services and changes seldom. Each process reads them all
once for a revision and language, as it does the facet index; a service's page asks for none of them.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from django.utils import translation

from perhekeskus.kept import Kept
from perhekeskus.translated import LocalText, choose, columns
from services import hours
from services.models import (
    ACCESS_FACTS,
    Actor,
    CentreOffice,
    CentreRole,
    Channel,
    County,
    FamilyCentre,
    OpeningSchedule,
    Place,
    ServiceChannel,
    ServicePlace,
)


class Link(NamedTuple):
    """A service's link to a place or a channel: primary keys of both, and the service's own note."""

    pk: int
    target: int
    note: LocalText


class Access(NamedTuple):
    """What is known of getting into a place: (label, whether it is there), and labels of the unknown."""

    known: list[tuple[str, bool]]
    unknown: list[str]


class Hours(NamedTuple):
    """The hours of something as they are said on one local day; see `services/hours.py`."""

    today: hours.DayHours | None
    week: list[hours.HoursLine]


NO_HOURS = Hours(None, [])


@dataclass
class Reach:
    """The actors, places and channels that the public may see, of one revision in one site language.

    actors, channels, places: by primary key; counties: names by primary key.
    towns: slug and name of the municipalities where each actor works, by the actor's primary key.
    access: of each place; actor_channels: those of each actor, oldest first.
    channel_links, place_links: of each service, in the editor's order; hidden targets left out.
    centre_towns: slugs and names of the municipalities of each family centre, also a hidden one's;
    offices, roles: those of each family centre likewise, in the editor's order.
    rows: hours by (kind of owner, its primary key).
    """

    revision: int
    language: str
    actors: dict[int, Actor] = field(default_factory=dict)
    counties: dict[int, str] = field(default_factory=dict)
    towns: dict[int, dict[str, str]] = field(default_factory=dict)
    centre_towns: dict[int, dict[str, str]] = field(default_factory=dict)
    offices: dict[int, list[CentreOffice]] = field(default_factory=dict)
    roles: dict[int, list[CentreRole]] = field(default_factory=dict)
    channels: dict[int, Channel] = field(default_factory=dict)
    places: dict[int, Place] = field(default_factory=dict)
    access: dict[int, Access] = field(default_factory=dict)
    actor_channels: dict[int, list[Channel]] = field(default_factory=dict)
    channel_links: dict[int, tuple[Link, ...]] = field(default_factory=dict)
    place_links: dict[int, tuple[Link, ...]] = field(default_factory=dict)
    rows: dict[tuple[str, int], list[OpeningSchedule]] = field(default_factory=dict)
    _said: dict[tuple, Hours] = field(default_factory=dict)

    def hours(self, owners: Iterable[tuple[str, int]], day: dt.date) -> Hours:
        """Return the hours of the first owner that has some: those of a link win."""
        for owner in owners:
            if owner in self.rows:
                return self._hours_of(owner, day)
        return NO_HOURS

    def _hours_of(self, owner: tuple[str, int], day: dt.date) -> Hours:
        said = self._said.get((owner, day))
        if said is None:
            rows = self.rows[owner]
            said = Hours(hours.on_day(rows, day), hours.week(rows, day, self.language))
            if len(self._said) > 10_000:  # days pass without a change only on a quiet portal
                self._said.clear()
            self._said[owner, day] = said
        return said


def read(language: str, revision: int) -> Reach:
    """Read every visible actor, place and channel, the hours, and the services' links."""
    channels = Channel.objects.visible_to(None).for_page(language).order_by("pk").in_bulk()
    places = Place.objects.visible_to(None).for_page(language, "municipality").order_by().in_bulk()
    actor_channels = defaultdict(list)
    for channel in channels.values():
        actor_channels[channel.actor_id].append(channel)
    rows = defaultdict(list)
    for row in OpeningSchedule.objects.for_page(language).order_by("pk"):
        for owner in OpeningSchedule.OWNERS:
            if (pk := getattr(row, f"{owner}_id")) is not None:
                rows[owner, pk].append(row)
    return Reach(
        revision,
        language,
        actors=Actor.objects.visible_to(None).for_page(language).order_by().in_bulk(),
        counties=dict(County.objects.values_list("pk", "name_sv" if language == "sv" else "name_fi")),
        towns=_towns(Actor, "actor_id", language),
        centre_towns=_towns(FamilyCentre, "familycentre_id", language),
        offices=_of_centres(CentreOffice.objects.for_page(language).order_by("pk")),
        roles=_of_centres(CentreRole.objects.for_page(language).order_by("order", "pk")),
        channels=channels,
        places=places,
        access={pk: _access(place, language) for pk, place in places.items()},
        actor_channels=dict(actor_channels),
        channel_links=_links(ServiceChannel, "channel_id", channels, language),
        place_links=_links(ServicePlace, "place_id", places, language),
        rows=dict(rows),
    )


def _towns(model, owner: str, language: str) -> dict[int, dict[str, str]]:
    towns = defaultdict(dict)
    for link in model.municipalities.through.objects.select_related("municipality").order_by("pk"):
        towns[getattr(link, owner)][link.municipality.slug] = link.municipality.name_in(language)
    return dict(towns)


def _of_centres(items) -> dict[int, list]:
    own = defaultdict(list)
    for item in items:
        own[item.family_centre_id].append(item)
    return dict(own)


def _links(model, target: str, visible: dict, language: str) -> dict[int, tuple[Link, ...]]:
    links = defaultdict(list)
    rows = model.objects.order_by("position", "pk")
    for service, pk, end, *note in rows.values_list("service_id", "pk", target, *columns("note", language)):
        if end in visible:
            links[service].append(Link(pk, end, choose(note, language)))
    return {service: tuple(own) for service, own in links.items()}


def _access(place: Place, language: str) -> Access:
    with translation.override(language):
        facts = [
            (str(Place._meta.get_field(name).verbose_name), getattr(place, name))
            for name in ACCESS_FACTS.values()
        ]
    return Access(
        [(label, value) for label, value in facts if value is not None],
        [label for label, value in facts if value is None],
    )


# The reach in a site language, at least as new as a revision: reach(language, revision).
reach = Kept(read)
