"""One week's sessions, found by any choice: a bit for each session, as in the index of services.

Made once for each week of a calendar (a content revision in a site language) and kept with it.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property, reduce
from operator import or_

from django.utils import translation

from meetingplaces.calendar import Calendar, calendar_of
from meetingplaces.facets import CALENDAR_FACETS, Token, Tokens, days_of, place_choices
from meetingplaces.timetable import Occurrence, Skipped
from perhekeskus.ages import AgeSpan
from services.facets import WHERE, Choice
from services.index import Selection, ServiceIndex, service_index
from services.reach import reach


@dataclass
class WeekIndex:
    """The sessions of one week, by bits in the order of day and time.

    sessions: of the seven days; skipped: days of a rhythm without a session.
    values: sessions of each value of each facet. The rest is as in `ServiceIndex`.
    """

    calendar: Calendar
    services: ServiceIndex
    monday: dt.date
    sessions: list[Occurrence]
    skipped: list[Skipped]
    values: dict[str, dict[str, int]] = field(default_factory=dict)
    choices: dict[str, list[Choice]] = field(default_factory=dict)
    _suiting: dict[AgeSpan, int] = field(default_factory=dict)

    @property
    def language(self) -> str:
        return self.calendar.language

    @property
    def revision(self) -> int:
        return self.calendar.revision

    @property
    def ages(self) -> dict[str, AgeSpan]:
        return self.services.ages

    @property
    def age_choices(self) -> list[Choice]:
        return self.services.age_choices

    @property
    def short_ages(self) -> dict[str, str]:
        return self.services.short_ages

    @property
    def sensitive_themes(self) -> frozenset[str]:
        return self.services.sensitive_themes

    @property
    def ready_pieces(self) -> dict[tuple, str]:
        return self.calendar.ready_pieces

    @cached_property
    def held(self) -> int:
        """Sessions that are held: not the cancelled ones, nor a moved one's old day."""
        return bits_of(position for position, session in enumerate(self.sessions) if session.is_held)

    @property
    def everything(self) -> int:
        return (1 << len(self.sessions)) - 1

    def for_age(self, span: AgeSpan) -> int:
        """Sessions of activities that suit some age of the span."""
        bits = self._suiting.get(span)
        if bits is None:
            suiting = {pk for pk, activity in self.calendar.activities.items() if activity.suits(span)}
            bits = bits_of(position for position, s in enumerate(self.sessions) if s.activity in suiting)
            self._suiting[span] = bits
        return bits

    def matching(self, chosen: Selection, *, without: str = "") -> int:
        """Sessions that the selection means, leaving out one facet: OR within, AND across."""
        hits = self.everything
        for parameter, values in chosen.values.items():
            if parameter == without or (parameter in WHERE and without in WHERE):
                continue
            if parameter == "alue" and "kunta" in chosen.values:
                continue  # own locality is in own municipality: on a calendar it narrows nothing
            known = self.values[parameter]
            hits &= reduce(or_, (known.get(value, 0) for value in values), 0)
        if chosen.has_ages and without != "ika":
            hits &= reduce(or_, map(self.for_age, chosen.ages), 0)
        return hits

    def counts(self, chosen: Selection) -> dict[str, dict[str, int]]:
        """Return the held sessions each choice would give, with the other facets as they are chosen."""
        base = self.matching(chosen) & self.held
        result = {}
        for parameter, values in self.values.items():
            narrowed = parameter in chosen.values or (parameter in WHERE and chosen.has_where)
            hits = self.matching(chosen, without=parameter) & self.held if narrowed else base
            result[parameter] = {value: (hits & bits).bit_count() for value, bits in values.items()}
        hits = self.matching(chosen, without="ika") & self.held if chosen.has_ages else base
        result["ika"] = {slug: (hits & self.for_age(span)).bit_count() for slug, span in self.ages.items()}
        return result

    def for_every_child(self, chosen: Selection) -> int:
        """Sessions that suit all the chosen ages at once."""
        return reduce(lambda hits, span: hits & self.for_age(span), chosen.ages, self.everything)

    def chosen(self, selection: Selection) -> list[Occurrence]:
        """Return the sessions that a selection means, in their order."""
        return [session for _bit, session in self.shown(self.matching(selection))]

    def shown(self, hits: int) -> list[tuple[int, Occurrence]]:
        """Return the sessions of some bits, each with its bit, in their order."""
        return [(1 << n, session) for n, session in enumerate(self.sessions) if hits >> n & 1]


def bits_of(positions) -> int:
    """Return a set of positions as bits."""
    bits = 0
    for position in positions:
        bits |= 1 << position
    return bits


def week_index(language: str, revision: int, monday: dt.date) -> WeekIndex:
    """Return a week of the public's calendar, at least as new as a revision."""
    calendar = calendar_of(language, revision)
    return calendar.weeks.get_or_make(
        monday, lambda: _make(calendar, service_index(language, calendar.revision), monday)
    )


def tokens_of(calendar: Calendar) -> Tokens:
    """Return what the sessions of a calendar are found by, made once."""
    if calendar.tokens is None:
        known = reach(calendar.language, calendar.revision)
        centres = defaultdict(set)
        services = service_index(calendar.language, calendar.revision)
        visible = {choice.value for choice in services.choices["perhekeskus"]}
        for slug, towns in centre_towns(calendar.language, calendar.revision).items():
            for town in towns if slug in visible else ():
                centres[town].add(slug)
        calendar.tokens = Tokens(calendar, known, centres)
    return calendar.tokens


def centre_towns(language: str, revision: int) -> dict[str, set[str]]:
    """Return the slugs of each family centre's municipalities, by its own slug."""
    from services.ways import ways_in

    known = reach(language, revision)
    return {
        link.slug: set(known.centre_towns.get(pk, ()))
        for pk, link in ways_in(language, revision).centres.items()
    }


def _make(calendar: Calendar, services: ServiceIndex, monday: dt.date) -> WeekIndex:
    days = days_of(monday)
    table = calendar.timetable(days[0], days[-1])
    week = WeekIndex(calendar, services, monday, table.occurrences, table.skipped)
    tokens = tokens_of(calendar)
    positions: dict[Token, list[int]] = defaultdict(list)
    for position, session in enumerate(table.occurrences):
        for token in tokens.of(session):
            positions[token].append(position)
    with translation.override(calendar.language):
        for facet in CALENDAR_FACETS:
            parameter = facet.parameter
            own = services.choices.get(parameter)
            if parameter == "paikka":
                own = place_choices(calendar)
            elif own is None:
                own = facet.choices(calendar.language)
            week.choices[parameter] = own
            known = [choice.value for choice in own]
            if parameter == "paiva":
                known += [day.isoformat() for day in days]
            week.values[parameter] = {
                value: bits_of(positions.get((parameter, value), ())) for value in known
            }
    return week
