"""The week's filters: what stands in the address of the calendar's pages and feeds."""

from __future__ import annotations

from meetingplaces.calendar import Calendar
from meetingplaces.facets import CALENDAR_FACETS, Token
from meetingplaces.models import Activity
from meetingplaces.timetable import Occurrence
from meetingplaces.week_index import tokens_of
from services.filters import AddressFilter, AgeFilter, SharedFilter
from services.index import Selection


class WeekFilter(AddressFilter):
    """The filters of the week; its index is a `WeekIndex`."""

    facets = CALENDAR_FACETS

    ika = AgeFilter()
    locals().update({facet.parameter: SharedFilter(label=facet.label) for facet in CALENDAR_FACETS})

    class Meta:
        model = Activity
        fields: list[str] = []


class SessionMatcher:
    """Says of any session, or of any time, whether a selection means it; as the week's bits say."""

    def __init__(self, calendar: Calendar, chosen: Selection):
        self._tokens = tokens_of(calendar)
        self._calendar = calendar
        self._chosen = chosen
        self._wanted = [
            {(parameter, value) for value in values}
            for parameter, values in chosen.values.items()
            if not (parameter == "alue" and "kunta" in chosen.values)
        ]

    @property
    def is_everything(self) -> bool:
        return not self._wanted and not self._chosen.has_ages

    def matches(self, session: Occurrence) -> bool:
        """Say whether a session is meant: where it is this time, and where it usually is."""
        return self._suits(session.activity) and self._has(self._tokens.of(session))

    def matches_slot(self, slot: int) -> bool:
        """Say whether a time is meant where it usually is; a chosen day of the week leaves none out."""
        return self._suits(self._calendar.rules[slot].activity) and self._has(
            self._tokens.of_slot(slot), but="paiva"
        )

    def _has(self, tokens: set[Token], *, but: str = "") -> bool:
        return all(
            not wanted.isdisjoint(tokens)
            for wanted in self._wanted
            if not any(parameter == but for parameter, _value in wanted)
        )

    def _suits(self, activity: int) -> bool:
        if not self._chosen.has_ages:
            return True
        return any(self._calendar.activities[activity].suits(span) for span in self._chosen.ages)
