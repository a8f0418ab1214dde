"""What the page of a cancel link shows and does: the activity's sessions of today and tomorrow."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django import forms
from django.db import transaction
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from meetingplaces import cancel_link
from meetingplaces.calendar import Calendar, desk_calendar
from meetingplaces.cancelling import NothingToCancel, cancel, cancelled_text
from meetingplaces.models import Activity, SlotChange
from meetingplaces.sessions import time_words
from meetingplaces.terms import ChangeKind, Reason, Status
from meetingplaces.timetable import Occurrence
from perhekeskus import dates
from perhekeskus.translated import local_text


@dataclass(frozen=True)
class OfferedSession:
    """A session of today or tomorrow; key: "<slot>.<day>", as the form sends it."""

    key: str
    slot: int
    on: dt.date
    start: dt.time | None
    label: str
    is_cancelled: bool
    text: str


class CancelPage:
    """An activity as its cancel link shows it.

    open: sessions that can be cancelled. cancelled: those that are; each with its ready text.
    """

    def __init__(self, activity: Activity, language: str, origin: str):
        self.activity, self.language, self.origin = activity, language, origin
        self.heading = local_text(activity, "name", language)
        sessions = self._sessions()
        self.open = [session for session in sessions if not session.is_cancelled]
        self.cancelled = [session for session in sessions if session.is_cancelled]

    @property
    def public_address(self) -> str:
        """The activity's page; "" when not everybody may see it."""
        return self.activity.get_absolute_url() if self.activity.is_public else ""

    def cancelled_before(self, key: str) -> OfferedSession | None:
        return next((session for session in self.cancelled if session.key == key), None)

    def cancel(self, session: str, reason_kind: str) -> str:
        """Cancel a session of this page; return its key. The coordinators are told of it by mail."""
        slot, on = session.split(".")
        day = dt.date.fromisoformat(on)
        activities = Activity.objects.filter(pk=self.activity.pk)
        with transaction.atomic():
            try:
                made = cancel(activities, int(slot), day, day, reason_kind, why="cancel link")
            except NothingToCancel:  # the desk took it off between the look and the press
                made = None
            if made:
                start = next(each.start for each in [*self.open, *self.cancelled] if each.key == session)
                text = cancelled_text(
                    made, day, start, origin=self.origin, is_sensitive=self.activity.leaves_no_trace
                )
                desk = self.origin + reverse("desk_cancel_link", args=[self.activity.pk])
                transaction.on_commit(lambda: cancel_link.mail_coordinators(text, desk))
        return session

    def _sessions(self) -> list[OfferedSession]:
        first = dates.today()
        last = first + dt.timedelta(cancel_link.DAYS_AHEAD)
        calendar = desk_calendar(self.language, Activity.objects.filter(pk=self.activity.pk))
        found = [
            each for each in calendar.timetable(first, last).occurrences if each.status != Status.MOVED_AWAY
        ]
        # Whole rows: the ready text is in two languages.
        changes = SlotChange.objects.filter(slot__activity=self.activity, kind=ChangeKind.CANCELLED)
        changes = changes.select_related("slot__activity").in_bulk()
        offered: dict[str, OfferedSession] = {}
        for session in found:
            made = self._offered(session, calendar, changes)
            if made.key not in offered or offered[made.key].is_cancelled:
                offered[made.key] = made
        return list(offered.values())

    def _offered(
        self, session: Occurrence, calendar: Calendar, changes: dict[int, SlotChange]
    ) -> OfferedSession:
        slot = calendar.slots[session.slot]
        is_cancelled = session.status == Status.CANCELLED
        time = time_words(session.start, session.end) or str(slot.get_part_of_day_display())
        day = date_format(session.on, "l j.n.Y")
        words = [_t("Today") if session.on == dates.today() else _t("Tomorrow"), f"{day} {time}".strip()]
        cancelling = [changes[pk] for pk in session.changes if pk in changes] if is_cancelled else []
        return OfferedSession(
            key=f"{session.slot}.{session.on.isoformat()}",
            slot=session.slot,
            on=session.on,
            start=session.start,
            label=", ".join(words),
            is_cancelled=is_cancelled,
            text=cancelled_text(
                cancelling[-1],
                session.on,
                session.start,
                origin=self.origin,
                is_sensitive=self.activity.pk in calendar.sensitive,
            )
            if cancelling
            else "",
        )


class CancelPageForm(forms.Form):
    """Which session, and why. A session cancelled a moment ago may be sent again: nothing happens twice."""

    session = forms.ChoiceField(
        error_messages={
            "invalid_choice": _("Only today’s and tomorrow’s sessions can be cancelled here."),
            "required": _("Only today’s and tomorrow’s sessions can be cancelled here."),
        }
    )
    reason_kind = forms.ChoiceField(
        label=_("Why?"),
        choices=Reason.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose the reason."), "invalid_choice": _("Choose the reason.")},
    )

    def __init__(self, data, *, page: CancelPage):
        super().__init__(data)
        self._open = page.open
        self.fields["session"].choices = [(each.key, each.key) for each in [*page.open, *page.cancelled]]

    @property
    def unreasoned(self) -> OfferedSession | None:
        """The session that was pressed without a reason; it can be cancelled still."""
        if "reason_kind" not in self.errors:
            return None
        return next((each for each in self._open if each.key == self.cleaned_data.get("session")), None)
