"""What a session says in a family's calendar: its name, where it is, and what one needs to know.

Plain text in the language that is now active, which is the calendar's own. Of an activity with a
sensitive theme only its neutral name, time and place are told.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from django.utils.translation import gettext as _t

from meetingplaces.calendar import Calendar, ShownVisit
from meetingplaces.models import Activity, ActivityPrice, MeetingPlace, SlotChange
from meetingplaces.naming import public_name
from meetingplaces.terms import ChangeKind, PartOfDay, PriceKind, Reason, Registration, Status
from meetingplaces.timetable import Occurrence
from perhekeskus.dates import clock, clock_range, short_date
from perhekeskus.templatetags.portal import euros
from perhekeskus.translated import local_text
from services.models.service import ServicePrice


def activity_name(calendar: Calendar, activity: Activity) -> str:
    """Return an activity's name as everybody may read it."""
    return public_name(activity, calendar.language, is_sensitive=activity.pk in calendar.sensitive).text


class Words:
    """The texts of one calendar's sessions.

    organisers: names of the organisers that the public may see, by primary key.
    """

    def __init__(self, calendar: Calendar, organisers: Mapping[int, str], *, is_demo: bool):
        self.calendar = calendar
        self.organisers = organisers
        self.is_demo = is_demo

    def text(self, row, field: str) -> str:
        return local_text(row, field, self.calendar.language).text

    def summary(self, session: Occurrence) -> str:
        """Return the name; many calendars show nothing of a cancellation but this."""
        name = activity_name(self.calendar, self.calendar.activities[session.activity])
        if session.status == Status.CANCELLED:
            return _t("Cancelled: %(name)s") % {"name": name}
        if session.start is None:
            return _t("%(name)s (ask the organiser for the time)") % {"name": name}
        return name

    def place(self, place: MeetingPlace) -> str:
        """Return a meeting place's name and address; the municipality alone when no more is known."""
        building = place.place
        town = building.municipality.name_in(self.calendar.language)
        address = building.address_line or ", ".join(part for part in (building.locality, town) if part)
        return f"{self.text(place, 'name')}, {address}"

    def description(self, session: Occurrence, guests: tuple[ShownVisit, ...]) -> str:
        """Return the lines below the name: what is otherwise this time first, then what always holds."""
        lines = []
        if session.activity not in self.calendar.sensitive:
            changes = [self.calendar.changes[pk] for pk in session.changes]
            lines += self._this_time(session, changes)
            lines += (self._guest(guest) for guest in guests)
            lines += self._always(session, changes)
        if self.is_demo:
            lines.append(_t("This is a demonstration. Check times and contacts with the organiser."))
        return "\n".join(line for line in lines if line)

    def _this_time(self, session: Occurrence, changes: list[SlotChange]) -> Iterator[str]:
        if session.status == Status.CANCELLED:
            cancelled = [change for change in changes if change.kind == ChangeKind.CANCELLED]
            yield self._reason(cancelled[-1])
            return
        if session.status == Status.MOVED_HERE:
            usual = self.calendar.rules[session.slot].start
            day = " ".join(part for part in (short_date(session.recurs_on), clock(usual)) if part)
            yield _t("Moved: it was to be on %(day)s.") % {"day": day}
        for change in changes:
            yield self.text(change, "title")

    def _reason(self, change: SlotChange) -> str:
        told = self.text(change, "reason")
        kind = change.reason_kind if change.reason_kind != Reason.OTHER else ""
        parts = [str(Reason(kind).label) if kind else "", told]
        reason = ": ".join(part for part in parts if part)
        return _t("Why: %(reason)s") % {"reason": reason} if reason else ""

    def _guest(self, guest: ShownVisit) -> str:
        parts = (
            self.text(guest.row, "role"),
            self.text(guest.row, "topic"),
            clock_range(guest.row.start_time, guest.row.end_time),
        )
        return _t("As a guest: %(guest)s") % {"guest": ", ".join(part for part in parts if part)}

    def _always(self, session: Occurrence, changes: list[SlotChange]) -> Iterator[str]:
        slot = self.calendar.slots[session.slot]
        activity = self.calendar.activities[session.activity]
        if session.start is None and slot.part_of_day:
            yield str(PartOfDay(slot.part_of_day).label)
        if slot.end_is_approximate and session.end is not None and session.end == slot.end_time:
            yield _t("The end is approximate.")
        yield self.text(slot, "time_note")
        yield self.text(activity, "summary")
        yield self._organisers(session, changes)
        yield _t("Ages: %(ages)s") % {"ages": activity.age_range_label}
        yield _t("Price: %(price)s") % {"price": self._price(session, changes)}
        yield self._registration(session, changes)

    def _organisers(self, session: Occurrence, changes: list[SlotChange]) -> str:
        changed = [c.organiser_id for c in changes if c.organiser_id in self.organisers]
        shown = changed[-1:] or self.calendar.organisers.get(session.activity, ())
        names = ", ".join(self.organisers[pk] for pk in shown if pk in self.organisers)
        return _t("Organised by: %(names)s") % {"names": names} if names else ""

    def _price(self, session: Occurrence, changes: list[SlotChange]) -> str:
        notes = [note for change in changes if (note := self.text(change, "price_note"))]
        if notes:
            return notes[-1]
        activity = self.calendar.activities[session.activity]
        kind = self.calendar.slots[session.slot].price_kind or activity.price_kind
        rows = self.calendar.prices_of(session.slot)
        if kind == PriceKind.FREE:
            return _t("Free of charge")
        if kind == PriceKind.ROWS and rows:
            free = [_t("Free of charge")] if self.calendar.is_free(session.slot) else []
            return "; ".join([*free, *(self._price_row(row) for row in rows)])
        return _t("Not known: ask the organiser")

    def _price_row(self, row: ActivityPrice) -> str:
        if row.min_amount is None:
            return self.text(row, "note")
        amount = euros(row.min_amount) + (f"–{euros(row.max_amount)}" if row.max_amount else "")
        parts = [f"{amount} {row.get_unit_display()}"]
        if row.payer == ServicePrice.Payer.MEMBERS:
            parts.append(_t("members"))
        if row.is_voluntary:
            parts.append(_t("voluntary"))
        parts.append(self.text(row, "note"))
        told = ", ".join(part for part in parts if part)
        food = _t("Food or coffee")
        return f"{food}: {told}" if row.is_food else told

    def _registration(self, session: Occurrence, changes: list[SlotChange]) -> str:
        changed = [change.registration for change in changes if change.registration]
        registration = changed[-1] if changed else self.calendar.registration_of(session.slot)
        label = str(Registration(registration).label)
        asks = registration in (Registration.RECOMMENDED, Registration.REQUIRED)
        address = self.calendar.activities[session.activity].registration_url
        return f"{label}: {address}" if asks and address else label
