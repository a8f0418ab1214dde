"""The meeting places as families meet them: all of them, and one with its coming days."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.template.loader import get_template
from django.utils import translation
from django.utils.safestring import SafeString

from meetingplaces.calendar import Calendar
from meetingplaces.coming import Coming, coming
from meetingplaces.models import MeetingPlace
from meetingplaces.sessions import activity_link
from perhekeskus import caching
from perhekeskus.collation import collation_key
from perhekeskus.translated import LocalText, any_fallback, local_text
from services.home import Home
from services.index import ServiceIndex
from services.models import Actor, Channel
from services.reach import Access, Reach, reach

TWO_WEEKS = dt.timedelta(weeks=2)
ACCESS_SHOWN = 4
NO_ACCESS = Access([], [])


@dataclass(frozen=True, slots=True)
class PlaceCard:
    """One meeting place on the list, in one site language.

    town: its municipality's name; access: what is known to be there, the first few.
    activities: names of what happens there; near: 0 own locality, 1 own municipality, 2 the same
    family centre, 3 elsewhere.
    """

    revision: int
    slug: str
    name: LocalText
    town: str
    locality: str
    address: str
    latitude: float | None
    longitude: float | None
    for_young: bool
    access: list[str]
    activities: list[LocalText]
    near: int

    @property
    def html(self) -> SafeString:
        """The card, rendered once for each revision and language."""
        key = ("place-card", self.revision, translation.get_language(), self.slug)
        card = caching.parts.get(key)
        if card is None:
            card = get_template("meetingplaces/_place_card.html").render({"card": self})
            caching.parts.put(key, card)
        return card


def place_cards(calendar: Calendar, index: ServiceIndex, home: Home, today: dt.date) -> list[PlaceCard]:
    """Return the meeting places: own locality first, then own municipality, then its neighbours."""
    if home.has_unknown and not home.pairs:
        return []
    known = reach(calendar.language, calendar.revision)
    cards = [
        _card(
            calendar,
            row,
            known,
            [name for _url, name in activities_at(calendar, pk, today)],
            _nearness(row, index, home),
        )
        for pk, row in calendar.places.items()
    ]
    return sorted(cards, key=lambda card: (card.near, collation_key(card.name.text)))


def _card(
    calendar: Calendar, row: MeetingPlace, known: Reach, names: list[LocalText], near: int
) -> PlaceCard:
    place = row.place
    return PlaceCard(
        calendar.revision,
        row.slug,
        local_text(row, "name", calendar.language),
        place.municipality.name_in(calendar.language),
        place.locality,
        place.address_line,
        place.latitude,
        place.longitude,
        row.for_whom == MeetingPlace.ForWhom.YOUNG,
        [label for label, is_there in known.access.get(place.pk, NO_ACCESS).known if is_there][:ACCESS_SHOWN],
        names,
        near,
    )


def _nearness(row: MeetingPlace, index: ServiceIndex, home: Home) -> int:
    town = row.place.municipality.slug
    if ("alue", row.place.locality_slug) in home.pairs:
        return 0
    if town in home.towns:
        return 1
    return 2 if any(town in index.siblings.get(own, ()) for own in home.towns) else 3


@dataclass(frozen=True)
class Point:
    """A building for components/place.html."""

    place: object
    town: str
    access: Access
    note: LocalText
    today: object
    week: list


@dataclass(frozen=True)
class PlacePage:
    """Everything on a meeting place's page but its own texts, in one site language.

    warning: its notice, until the day on which that ends; coming: the two weeks ahead, and changes after.
    """

    row: MeetingPlace
    language: str
    day: dt.date
    point: Point
    host: Actor | None
    channel: Channel | None
    warning: LocalText
    coming: Coming
    activities: list[tuple[str, LocalText]]

    @property
    def is_for_young(self) -> bool:
        return self.row.for_whom == MeetingPlace.ForWhom.YOUNG

    @property
    def access(self) -> list[str]:
        """What is known to be there, the first few."""
        return [label for label, is_there in self.point.access.known if is_there][:ACCESS_SHOWN]

    @property
    def has_fallback_text(self) -> bool:
        """Some text is shown in another language than the page's."""
        fields = ("name", "introduction", "rules")
        own = any_fallback(self.language, *((self.row, field) for field in fields))
        return own or any(name.is_fallback for _url, name in self.activities)


def activities_at(calendar: Calendar, pk: int, today: dt.date) -> list[tuple[str, LocalText]]:
    """Return addresses and names of what has its usual place here and has not ended, in their order."""
    rules = [rule for rule in calendar.at_place(pk) if rule.place == pk]
    going_on = {rule.activity for rule in rules if rule.last_on is None or rule.last_on >= today}
    links = [activity_link(calendar, activity) for activity in going_on]
    return sorted(links, key=lambda link: (collation_key(link[1].text), link[0]))


def place_page(calendar: Calendar, pk: int, now: dt.datetime) -> PlacePage:
    """Gather a meeting place's page for a moment (local, aware), in the calendar's language."""
    today = now.date()
    row = calendar.places[pk]
    known = reach(calendar.language, calendar.revision)
    slots = calendar.at_place(pk)
    has_begun = row.notice_from_on is None or row.notice_from_on <= today
    shown = has_begun and row.notice_until_on is not None and row.notice_until_on >= today
    return PlacePage(
        row=row,
        language=calendar.language,
        day=today,
        point=_point(row, known, today),
        host=known.actors.get(row.host_id),
        channel=known.channels.get(row.channel_id),
        warning=local_text(row, "notice", calendar.language) if shown else LocalText(""),
        coming=coming(
            calendar,
            slots,
            now=now,
            near=TWO_WEEKS,
            variant="place",
            keep=lambda session: pk in (session.place, calendar.rules[session.slot].place),
            keep_skipped=lambda day: calendar.rules[day.slot].place == pk,
        ),
        activities=activities_at(calendar, pk, today),
    )


def _point(row: MeetingPlace, known: Reach, today: dt.date) -> Point:
    place = row.place
    town = place.municipality.name_in(known.language)
    hours = known.hours([("place", place.pk)], today)
    access = known.access.get(place.pk, NO_ACCESS)
    return Point(place, town, access, LocalText(""), *hours)
