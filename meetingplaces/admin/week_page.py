"""What the desk's week shows: its sessions day by day, and what one can do to each."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass, field

from django import forms
from django.http import QueryDict
from django.utils.formats import date_format
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from meetingplaces.calendar import Calendar
from meetingplaces.cancelling import cancelled_text, days_of, reason_of
from meetingplaces.changes import LONGEST
from meetingplaces.holidays import holiday_name
from meetingplaces.models import SlotChange
from meetingplaces.sessions import time_words
from meetingplaces.terms import ChangeKind, Reason, Status
from meetingplaces.timetable import Occurrence, Skipped, days_between
from meetingplaces.weeks import is_shown
from perhekeskus import dates
from perhekeskus.dates import short_date
from perhekeskus.translated import local_text


class SessionForm(forms.Form):
    """Which session one pressed at: a time and a day."""

    slot = forms.IntegerField(min_value=1, widget=forms.HiddenInput)
    on = forms.DateField(widget=forms.HiddenInput)


class RestoreForm(SessionForm):
    """Take a cancellation back."""

    change = forms.IntegerField(min_value=1)


class CancelForm(SessionForm):
    """Cancel one session, or with `from_on` and `until_on` all of its time between those days.

    The week's two clicks send no `from_on`: the session's own day is meant. An emptied one is an error.
    """

    from_on = forms.DateField(label=_("From"), widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"))
    until_on = forms.DateField(
        label=_("Until"), required=False, widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d")
    )
    reason_kind = forms.ChoiceField(label=_("Reason"), choices=Reason.choices)

    def __init__(self, data: QueryDict | None = None, **kwargs):
        if data is not None and "from_on" not in data:
            data = data.copy()
            data["from_on"] = data["on"]
        super().__init__(data, **kwargs)

    def clean(self):
        cleaned = super().clean()
        cleaned["first"] = first = cleaned.get("from_on")
        cleaned["last"] = last = cleaned.get("until_on") or first
        for name, day in (("from_on", first), ("until_on", cleaned.get("until_on"))):
            if day and not is_shown(day, dates.today()):
                self.add_error(name, _("Choose a day at most two years from today."))
        if first and last and last < first:
            self.add_error("until_on", _("This ends before it begins."))
        elif first and last and last - first > LONGEST and not self.errors:
            self.add_error(
                "until_on",
                _("A change lasts for a year at most. If it is for good, change the time itself."),
            )
        return cleaned

    def refuse_as_empty(self) -> None:
        """Say that there is nothing to cancel on these days."""
        self.add_error("until_on", _("This time has no session on these days. Check the days."))


@dataclass
class ShownSession:
    """One session as the desk has it.

    anchor: its place on the page; "" for a second one of the same time on the same day.
    note: what is otherwise than usual. cancellations: what cancels it; text: what one tells of that.
    told: what has just been done to it.
    """

    slot: int
    activity: int
    on: dt.date
    anchor: str
    time: str
    name: str
    place: str
    note: str
    reason: str
    is_draft: bool
    is_cancelled: bool
    can_cancel: bool
    cancellations: list[tuple[int, str]]
    text: str
    is_new: bool
    told: str = ""

    @property
    def iso(self) -> str:
        return self.on.isoformat()

    @property
    def full(self) -> str:
        """The session's name away from its day: "Tiistai 24.11.2026 9.30–11.30 Perhekahvila, Talo"."""
        return ", ".join(filter(None, (f"{_day_label(self.on)} {self.time} {self.name}", self.place)))


@dataclass
class ShownDay:
    """A day: its sessions, and the names of what is left out for each reason."""

    on: dt.date
    label: str
    is_today: bool
    holiday: str
    sessions: list[ShownSession] = field(default_factory=list)
    left_out: list[tuple[str, list[str]]] = field(default_factory=list)

    @property
    def iso(self) -> str:
        return self.on.isoformat()


def days_of_week(
    calendar: Calendar,
    monday: dt.date,
    *,
    origin: str,
    today: dt.date,
    new: int | None = None,
) -> list[ShownDay]:
    """Return the seven days of a week, each in the order of time.

    new: the cancellation just made, whose text stands open.
    """
    sunday = monday + dt.timedelta(6)
    timetable = calendar.timetable(monday, sunday)
    told = {pk for session in timetable.occurrences for pk in session.changes}
    # Whole rows: the ready text is in two languages.
    cancellations = SlotChange.objects.filter(pk__in=told, kind=ChangeKind.CANCELLED)
    whole = cancellations.select_related("slot__activity").in_bulk()
    days = {
        on: ShownDay(on, _day_label(on), on == today, str(holiday_name(on, calendar.language).text))
        for on in days_between(monday, sunday)
    }
    builder = _Builder(calendar, whole, origin, new)
    for session in timetable.occurrences:
        days[session.on].sessions.append(builder.shown(session))
    for on, day in days.items():
        day.left_out = _left_out(calendar, [each for each in timetable.skipped if each.on == on], day.holiday)
    return list(days.values())


def _day_label(on: dt.date) -> str:
    return date_format(on, "l j.n.Y").capitalize()


def anchor_of(slot: int, on: dt.date) -> str:
    """Return where a session stands on the week's page."""
    return f"aika-{slot}-{on.isoformat()}"


class _Builder:
    """Makes sessions ready to be shown; remembers which anchors it has given."""

    def __init__(
        self, calendar: Calendar, cancellations: dict[int, SlotChange], origin: str, new: int | None
    ):
        self.calendar, self.cancellations, self.origin = calendar, cancellations, origin
        self.new = new
        self._given: set[str] = set()

    def shown(self, session: Occurrence) -> ShownSession:
        activity = self.calendar.activities[session.activity]
        is_cancelled = session.status == Status.CANCELLED
        known = self.cancellations if is_cancelled else {}
        cancelling = [known[pk] for pk in session.changes if pk in known]
        anchor = self._anchor(session)
        return ShownSession(
            slot=session.slot,
            activity=session.activity,
            on=session.on,
            anchor=anchor,
            time=self._time(session),
            name=self._name(activity),
            place=self._name(self.calendar.places.get(session.place)),
            note=_note(session, self.calendar),
            reason=reason_of(cancelling[-1], self.calendar.language) if cancelling else "",
            is_draft=not activity.is_published,
            is_cancelled=is_cancelled,
            can_cancel=session.is_held,
            cancellations=[(change.pk, days_of(change)) for change in cancelling],
            text=self._text(session, cancelling[-1]) if cancelling else "",
            is_new=any(change.pk == self.new for change in cancelling),
        )

    def _text(self, session: Occurrence, change: SlotChange) -> str:
        is_sensitive = session.activity in self.calendar.sensitive
        return cancelled_text(
            change, session.on, session.start, origin=self.origin, is_sensitive=is_sensitive
        )

    def _name(self, item) -> str:
        return local_text(item, "name", self.calendar.language).text if item else ""

    def _anchor(self, session: Occurrence) -> str:
        anchor = anchor_of(session.slot, session.on)
        if anchor in self._given:
            return ""
        self._given.add(anchor)
        return anchor

    def _time(self, session: Occurrence) -> str:
        slot = self.calendar.slots[session.slot]
        return time_words(session.start, session.end) or str(
            slot.get_part_of_day_display() or _t("time not known")
        )


def _note(session: Occurrence, calendar: Calendar) -> str:
    if session.status == Status.CANCELLED:
        return _t("Cancelled")
    if session.status == Status.MOVED_AWAY:
        changes = [calendar.changes[pk] for pk in session.changes]
        move = [change for change in changes if change.kind == ChangeKind.MOVED][-1]
        return _t("Moved to %(day)s") % {"day": short_date(move.to_on)}
    if session.status == Status.MOVED_HERE:
        return _t("Moved here from %(day)s") % {"day": short_date(session.recurs_on)}
    words = {Status.EXTRA: _t("An extra session"), Status.CHANGED: _t("Something is otherwise this time")}
    return words.get(session.status, "")


def _left_out(calendar: Calendar, skipped: list[Skipped], holiday: str) -> list[tuple[str, list[str]]]:
    """Return what a break or a public holiday leaves out of a day: why, and the names."""
    by_reason = defaultdict(list)
    for each in skipped:
        pause, activity = calendar.breaks.get(each.pause), calendar.activities[each.activity]
        reason = local_text(pause, "name", calendar.language).text if pause else holiday
        by_reason[reason].append(local_text(activity, "name", calendar.language).text)
    return list(by_reason.items())
