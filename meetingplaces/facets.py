"""The facets of the week: what each session is found by, declared once.

A session is found by facts of its activity and time, and by those of its place: of the place where
it usually is, and of the one where it is this time.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from meetingplaces.calendar import Calendar
from meetingplaces.terms import Registration
from meetingplaces.timetable import Occurrence
from perhekeskus.collation import collation_key
from perhekeskus.translated import local_text
from services.facets import FACETS, Choice, Facet
from services.models import ACCESS_FACTS
from services.models.places import Weekday
from services.reach import Reach

# `paiva` as people abbreviate weekdays in Finnish, in every language; position + 1 is the ISO weekday.
WEEKDAYS = ("ma", "ti", "ke", "to", "pe", "la", "su")
SHARED = {facet.parameter: facet for facet in FACETS}


def _weekdays(_language: str) -> list[Choice]:
    return [Choice(value, str(day.label).capitalize()) for value, day in zip(WEEKDAYS, Weekday, strict=True)]


def _none(_language: str) -> list[Choice]:
    return []  # its choices are the calendar's own: see `place_choices`


CALENDAR_FACETS: tuple[Facet, ...] = (
    Facet("paiva", "", _("Day"), _weekdays),
    SHARED["kunta"],
    SHARED["alue"],
    Facet("paikka", "", _("Meeting place"), _none),
    SHARED["kenelle"],
    SHARED["teema"],
    SHARED["palvelukieli"],
    SHARED["varustus"],
    SHARED["perhekeskus"],
    SHARED["toimija"],
    SHARED["maksuton"],
    Facet(
        "ilman-ilmoittautumista",
        "",
        _("No registration"),
        lambda _language: [Choice("1", _t("No registration"))],
        is_switch=True,
    ),
)


def place_choices(calendar: Calendar) -> list[Choice]:
    """Return the meeting places as choices, in the order of their names."""
    names = [(row.slug, local_text(row, "name", calendar.language)) for row in calendar.places.values()]
    choices = [Choice(slug, name.text, name.html_lang) for slug, name in names]
    return sorted(choices, key=lambda choice: collation_key(choice.label))


Token = tuple[str, str]


class Tokens:
    """Parameter and value of every facet that each session of a calendar is found by."""

    def __init__(self, calendar: Calendar, reach: Reach, centres: dict[str, set[str]]):
        """centres: slugs of the family centres of each municipality's slug."""
        self._calendar = calendar
        self._reach = reach
        self._centres = centres
        self._of_slot = {pk: tuple(self._slot_tokens(pk)) for pk in calendar.rules}
        self._of_place = {pk: tuple(self._place_tokens(pk)) for pk in calendar.places}

    def of(self, session: Occurrence) -> set[Token]:
        """Return what a session is found by."""
        return {
            *self._of_slot[session.slot],
            *self._at(session.slot, session.place),
            *self._at(session.slot, self._calendar.rules[session.slot].place),
            *self._of_changes(session),
            ("paiva", WEEKDAYS[session.on.weekday()]),
            ("paiva", session.on.isoformat()),
        }

    def of_slot(self, slot: int) -> set[Token]:
        """Return what a time is found by where it usually is, whatever the day."""
        return {*self._of_slot[slot], *self._at(slot, self._calendar.rules[slot].place)}

    def of_place(self, place: int) -> tuple[Token, ...]:
        """Return what a meeting place is found by."""
        return self._of_place.get(place, ())

    def _at(self, slot: int, place: int | None) -> tuple[Token, ...]:
        if place is not None:
            return self.of_place(place)
        return tuple(self._town_tokens(self._calendar.towns[slot]))

    def _of_changes(self, session: Occurrence) -> Iterator[Token]:
        for pk in session.changes:
            organiser = self._calendar.changes[pk].organiser_id
            if organiser in self._reach.actors:
                yield "toimija", self._reach.actors[organiser].slug

    def _slot_tokens(self, slot: int) -> Iterator[Token]:
        calendar = self._calendar
        activity = calendar.rules[slot].activity
        yield from (("kenelle", slug) for slug in calendar.audiences.get(activity, ()))
        yield from (("teema", slug) for slug in calendar.themes.get(activity, ()))
        yield from (("palvelukieli", code) for code in calendar.languages.get(activity, ()))
        for actor in calendar.organisers.get(activity, ()):
            if actor in self._reach.actors:
                yield "toimija", self._reach.actors[actor].slug
        if calendar.is_free(slot):
            yield "maksuton", "1"
        if calendar.registration_of(slot) == Registration.NONE:
            yield "ilman-ilmoittautumista", "1"

    def _place_tokens(self, pk: int) -> Iterator[Token]:
        meeting_place = self._calendar.places[pk]
        place = meeting_place.place
        yield "paikka", meeting_place.slug
        yield from self._town_tokens([place.municipality.slug])
        if place.locality_slug:
            yield "alue", place.locality_slug
        for value, field in ACCESS_FACTS.items():
            if getattr(place, field):
                yield "varustus", value

    def _town_tokens(self, towns) -> Iterator[Token]:
        for town in towns:
            yield "kunta", town
            yield from (("perhekeskus", centre) for centre in self._centres.get(town, ()))


def days_of(monday: dt.date) -> list[dt.date]:
    """Return the seven days of a week."""
    return [monday + dt.timedelta(days=number) for number in range(7)]
