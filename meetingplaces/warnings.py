"""What is allowed in the calendar but probably not meant: told to the desk, never refused.

`warnings_of` is pure: it takes the calendar in memory and a day, and looks eight weeks ahead. What
overlaps is said once for each two times, however many weeks it goes on. Open hours do not overlap
with a guided session or a club: things happen during open hours. Sessions without a clock time
cannot be compared and are left alone.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import gettext as _t

from meetingplaces.calendar import Calendar
from meetingplaces.terms import ActivityKind
from meetingplaces.timetable import Occurrence
from perhekeskus.dates import short_date

AHEAD = dt.timedelta(weeks=8)
ENDING_SOON = dt.timedelta(weeks=4)


class WarningKind(StrEnum):
    """What a warning is of; in the order in which they are told of one day."""

    SAME_PLACE = "same_place"
    SAME_ORGANISER = "same_organiser"
    NO_PLACE = "no_place"
    NO_ORGANISER = "no_organiser"
    ENDING = "ending"


KINDS = list(WarningKind)


@dataclass(frozen=True)
class Warning:
    """One warning of a time, or of two.

    slot, other: keys of the times; other is None where there is but one.
    on: the first day that it concerns; an ending's last day.
    names: what its text names: one or two times, and the place in common, "" where it is not of one.
    """

    kind: WarningKind
    slot: int
    other: int | None
    on: dt.date
    names: tuple[str, ...]

    @property
    def text(self) -> str:
        """The warning as a sentence for the desk."""
        one, *rest = self.names
        words = {"one": one, "two": rest[0], "place": rest[-1], "day": short_date(self.on)}
        texts = {
            WarningKind.SAME_PLACE: _t(
                "%(one)s and %(two)s are at the same time in one place, %(place)s, first on %(day)s."
            ),
            WarningKind.SAME_ORGANISER: _t(
                "%(one)s and %(two)s are at the same time and have an organiser in common, first on %(day)s."
            ),
            WarningKind.NO_PLACE: _t(
                "%(one)s has no meeting place that families see; its next session is on %(day)s."
            ),
            WarningKind.NO_ORGANISER: _t(
                "%(one)s has no organiser that families see; its next session is on %(day)s."
            ),
            WarningKind.ENDING: _t("%(one)s ends on %(day)s, and nothing is told to come in its place."),
        }
        return texts[self.kind] % words


def warnings_of(calendar: Calendar, day: dt.date) -> list[Warning]:
    """Return the warnings of a calendar on a day, the nearest first."""
    occurrences = calendar.timetable(day, day + AHEAD).occurrences
    held = [session for session in occurrences if session.is_held]
    found = [*_overlaps(calendar, held), *_lacks(calendar, held), *_endings(calendar, day)]
    return sorted(found, key=lambda w: (w.on, KINDS.index(w.kind), w.slot, w.other or 0))


def are_at_once(one: Occurrence, other: Occurrence) -> bool:
    """Say whether two sessions of one day overlap; one without an end is a moment, its beginning.

    Sessions of which one has no clock time are not said to.
    """
    if one.start is None or other.start is None:
        return False
    if one.start == other.start:
        return True
    return one.start < (other.end or other.start) and other.start < (one.end or one.start)


def _overlaps(calendar: Calendar, held: Iterable[Occurrence]) -> Iterator[Warning]:
    """Yield once each two times that are at once in one place, else of one organiser."""
    in_place, of_organiser = defaultdict(list), defaultdict(list)
    for session in held:
        if session.start is not None:
            if session.place in calendar.places:
                in_place[session.on, session.place].append(session)
            for actor in calendar.organisers.get(session.activity, ()):
                of_organiser[session.on, actor].append(session)
    told: set[tuple[int, int]] = set()
    for kind, groups in ((WarningKind.SAME_PLACE, in_place), (WarningKind.SAME_ORGANISER, of_organiser)):
        for (on, shared), sessions in sorted(groups.items(), key=lambda group: group[0]):
            for one, other in _pairs_at_once(sessions):
                pair = tuple(sorted((one.slot, other.slot)))
                if pair not in told and not _is_one_open(calendar, one, other):
                    told.add(pair)
                    place = str(calendar.places[shared]) if kind == WarningKind.SAME_PLACE else ""
                    yield Warning(kind, *pair, on, _names(calendar, *pair, place=place))


def _pairs_at_once(sessions: list[Occurrence]) -> Iterator[tuple[Occurrence, Occurrence]]:
    """Yield each two of one day's sessions that overlap; those of one slot are none."""
    ordered = sorted(sessions, key=lambda session: session.start)
    for index, one in enumerate(ordered):
        for other in ordered[index + 1 :]:
            if other.start > (one.end or one.start):
                break
            if other.slot != one.slot and are_at_once(one, other):
                yield one, other


def _is_one_open(calendar: Calendar, *sessions: Occurrence) -> bool:
    """Say whether one of two sessions is open hours, during which the other may be."""
    kinds = [calendar.activities[session.activity].kind for session in sessions]
    return kinds.count(ActivityKind.OPEN) == 1


def _lacks(calendar: Calendar, held: Iterable[Occurrence]) -> Iterator[Warning]:
    """Yield once each time that has a coming session without a place or an organiser."""
    told: set[tuple[WarningKind, int]] = set()
    for session in held:
        lacks = {
            WarningKind.NO_PLACE: session.place is None,
            WarningKind.NO_ORGANISER: not calendar.organisers.get(session.activity),
        }
        for kind, is_lacking in lacks.items():
            if is_lacking and (kind, session.slot) not in told:
                told.add((kind, session.slot))
                yield Warning(kind, session.slot, None, session.on, _names(calendar, session.slot))


def _endings(calendar: Calendar, day: dt.date) -> Iterator[Warning]:
    """Yield the times that end within four weeks and have nothing in their place."""
    for pk, row in calendar.slots.items():
        ends = row.valid_until_on
        if ends is not None and day <= ends <= day + ENDING_SOON and row.replaced_by_id is None:
            yield Warning(WarningKind.ENDING, pk, None, ends, _names(calendar, pk))


def _names(calendar: Calendar, *slots: int, place: str = "") -> tuple[str, ...]:
    names = (f"{calendar.activities[calendar.slots[pk].activity_id]} ({calendar.slots[pk]})" for pk in slots)
    return (*names, place)
