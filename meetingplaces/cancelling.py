"""Cancelling sessions, in one way for the desk and for an organiser's cancel link, and telling of it."""

from __future__ import annotations

import datetime as dt

from django.conf import settings
from django.db.models import QuerySet
from django.urls import reverse
from django.utils import translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _t

from meetingplaces.calendar import Calendar, desk_calendar
from meetingplaces.models import Activity, SlotChange
from meetingplaces.naming import public_name
from meetingplaces.terms import ChangeKind, Reason, Status
from meetingplaces.timetable import Occurrence
from perhekeskus import caching
from perhekeskus.dates import clock, short_date
from perhekeskus.translated import local_text

# The ready text is in these languages, one below another.
TEXT_LANGUAGES = ("fi", "sv")


class NothingToCancel(Exception):
    """The time has no session between the days."""


def cancel(
    activities: QuerySet[Activity], slot: int, first: dt.date, last: dt.date, reason: str, *, why: str = ""
) -> SlotChange | None:
    """Cancel what a time has from `first` to `last`, both in; None when all of it was cancelled before.

    activities: among which the time's own must be. reason: of `Reason`. why: for the history.
    The sessions are looked at under the lock that all writers take: of two presses one cancels.
    """
    with caching.change():
        calendar = desk_calendar("fi", activities.filter(slots=slot))
        if slot not in calendar.rules:
            raise NothingToCancel
        sessions = sessions_of(calendar, slot, first, last)
        if not sessions:
            raise NothingToCancel
        if not any(session.is_held for session in sessions):
            return None
        change = SlotChange(
            slot_id=slot,
            kind=ChangeKind.CANCELLED,
            from_on=first,
            until_on=last if last > first else None,
            reason_kind=reason,
        )
        change._change_reason = why
        change.save()
        return change


def sessions_of(calendar: Calendar, slot: int, first: dt.date, last: dt.date) -> list[Occurrence]:
    """Return a time's sessions from `first` to `last`; those moved to another day stand on that day."""
    found = calendar.timetable(first, last, [calendar.rules[slot]]).occurrences
    return [session for session in found if session.status != Status.MOVED_AWAY]


# --- The ready text --------------------------------------------------------------------------------
def cancelled_text(
    change: SlotChange, on: dt.date, start: dt.time | None, *, origin: str, is_sensitive: bool
) -> str:
    """Return what one sends to the families' own group: in Finnish, and in Swedish below.

    on, start: the session; a cancellation of many days tells its days. origin: scheme and host.
    change: a whole row, with its texts in both languages, and so its activity.
    is_sensitive: its activity's subject is, and then it goes by its neutral name.
    """
    languages = [code for code in TEXT_LANGUAGES if code in settings.SITE_LANGUAGES]
    return "\n\n".join(
        _text_in(code, change, on, start, origin, is_sensitive=is_sensitive) for code in languages
    )


def _text_in(
    code: str, change: SlotChange, on: dt.date, start: dt.time | None, origin: str, *, is_sensitive: bool
) -> str:
    activity = change.slot.activity
    with translation.override(code):
        when = days_of(change) if change.until_on else date_format(on, "D j.n.Y")
        if start is not None:
            when = _t("%(day)s at %(time)s") % {"day": when, "time": clock(start)}
        name = public_name(activity, code, is_sensitive=is_sensitive).text
        sentences = [_t("Cancelled: %(name)s %(when)s.") % {"name": name, "when": when}]
        if reason := reason_of(change, code):
            sentences.append(_t("Reason: %(reason)s.") % {"reason": reason.rstrip(".")})
        if activity.is_public:
            address = origin + reverse("meetingplaces:activity", args=[activity.slug])
            sentences.append(_t("See the week: %(address)s") % {"address": address})
        return " ".join(sentences)


def reason_of(change: SlotChange, language: str) -> str:
    """Return why, in words; "" when nothing is told."""
    words = local_text(change, "reason", language).text
    if words or change.reason_kind in ("", Reason.OTHER):
        return words
    return str(change.get_reason_kind_display())


def days_of(change: SlotChange) -> str:
    """Return "24.11.2026" or "1.12.2026–15.12.2026"."""
    last = f"–{short_date(change.until_on)}" if change.until_on else ""
    return f"{short_date(change.from_on)}{last}"
