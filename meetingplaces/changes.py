"""What may be written of single dates: the rules for changes, in one place for the desk and its links.

Pure: a change, its slot, the slot's other changes and its breaks in, faults by field out.

Which fields a kind uses stands in `USED`; the others must be empty. A change must hold for
something: of one date, for a session on that date; of many dates, for at least one session among
them. What counts as a session on a date:

- a session of the rhythm that is held, as the other changes leave it;
- an extra session, and one that was moved to the date: they can be cancelled, and an extra can be
  given a programme; anything else of them is written into the extra or the move itself;
- a day of the rhythm in a break or on a public holiday, for the kinds changed, programme and moved
  of one date: such a change says that the session is held all the same. There is nothing to cancel
  on that day, and a change of many dates brings no session back.

Where the rhythm varies, only extra sessions and their programme are written.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from django.utils.translation import gettext as _t

from meetingplaces.calendar import change_rule
from meetingplaces.holidays import holidays_between
from meetingplaces.models import SlotChange
from meetingplaces.models.base import time_faults
from meetingplaces.terms import ChangeKind, Rhythm
from meetingplaces.timetable import Change, Occurrence, Pause, Slot, Timetable, expand
from meetingplaces.warnings import are_at_once
from perhekeskus.dates import short_date
from perhekeskus.languages import LANGUAGES

TEXTS = ("reason", "price_note", "title")
OPTIONAL = (
    *("to_on", "start_time", "end_time", "place", "organiser"),
    *("registration", "price_note", "title", "reason_kind", "reason"),
)
# The fields that each kind uses, besides its first date.
USED = {
    ChangeKind.CANCELLED: {"until_on", "reason_kind", "reason"},
    ChangeKind.CHANGED: {
        *("until_on", "start_time", "end_time", "place", "organiser"),
        *("registration", "price_note", "reason_kind", "reason"),
    },
    ChangeKind.MOVED: {"to_on", "start_time", "end_time", "place", "reason_kind", "reason"},
    ChangeKind.EXTRA: {
        *("start_time", "end_time", "place", "organiser"),
        *("registration", "price_note", "title"),
    },
    ChangeKind.PROGRAMME: {"until_on", "title"},
}
KINDS_WHERE_RHYTHM_VARIES = (ChangeKind.EXTRA, ChangeKind.PROGRAMME)
HELD_ALL_THE_SAME = (ChangeKind.CHANGED, ChangeKind.PROGRAMME, ChangeKind.MOVED)

LONGEST = dt.timedelta(days=366)
NEAR = dt.timedelta(weeks=5)
YEARS = range(2000, 2100)


def kinds_for(rhythm: str) -> tuple[ChangeKind, ...]:
    """Return the kinds of change that a rhythm can have."""
    return KINDS_WHERE_RHYTHM_VARIES if rhythm == Rhythm.VARIES else tuple(ChangeKind)


def is_far(day: dt.date) -> bool:
    """Say whether a day is so far from today that it must be a slip of the keys."""
    return day.year not in YEARS


def faults_of(
    change: SlotChange, slot: Slot, others: Iterable[Change], pauses: Iterable[Pause]
) -> dict[str, str]:
    """Return why a change cannot be written, by field of its form; {} when it can.

    change: a row, saved or not, of which only its own columns are read.
    others: the slot's other changes. pauses: breaks; those that hold for the slot are looked at.
    """
    return _field_faults(change, slot) or _day_faults(change, slot, list(others), list(pauses))


# --- What is written -------------------------------------------------------------------------------
def _field_faults(change: SlotChange, slot: Slot) -> dict[str, str]:
    kind = change.kind
    if kind not in kinds_for(slot.rhythm):
        return {"kind": _t("The dates of this time vary: tell an extra session, or what happens in one.")}
    faults = {
        _column(field): _t("Leave this empty: it has no meaning for a change of this kind.")
        for field in OPTIONAL
        if field not in USED[kind] and _is_written(change, field)
    }
    if change.until_on and "until_on" not in USED[kind]:
        faults["until_on"] = _t("Leave this empty: a change of this kind is of one date.")
    faults |= time_faults(change.start_time, change.end_time)
    return faults | _lacking(change, slot) | _dates_amiss(change)


def _lacking(change: SlotChange, slot: Slot) -> dict[str, str]:
    """Return what its kind needs and a change does not have."""
    if change.kind == ChangeKind.CANCELLED:
        if not (change.reason_kind or change.reason_fi):
            return {"reason_kind": _t("Choose the reason, or tell it in words: families ask for it.")}
    elif change.kind == ChangeKind.PROGRAMME:
        if not change.title_fi:
            return {"title_fi": _t("Tell what happens this time.")}
    elif change.kind == ChangeKind.MOVED:
        if not change.to_on:
            return {"to_on": _t("Tell to which date it is moved.")}
        if change.to_on == change.from_on:
            return {"to_on": _t("This is the same date. If only the time changes, choose the kind changed.")}
    elif change.kind == ChangeKind.CHANGED and not _changes_something(change, slot):
        return {
            "kind": _t("This changes nothing: tell the new time, place, organiser, registration or price.")
        }
    return {}


def _changes_something(change: SlotChange, slot: Slot) -> bool:
    has_new_time = change.start_time and (change.start_time, change.end_time) != (slot.start, slot.end)
    has_new_place = change.place_id and change.place_id != slot.place
    others = ("organiser", "registration", "price_note")
    return bool(has_new_time or has_new_place or any(_is_written(change, field) for field in others))


def _dates_amiss(change: SlotChange) -> dict[str, str]:
    faults = {
        field: _t("Look at the year.")
        for field in ("from_on", "until_on", "to_on")
        if (day := getattr(change, field)) and is_far(day)
    }
    if change.until_on and change.until_on < change.from_on:
        faults["until_on"] = _t("This ends before it begins.")
    elif change.until_on and change.until_on - change.from_on > LONGEST:
        faults["until_on"] = _t(
            "A change lasts for a year at most. If it is for good, change the time itself."
        )
    return faults


def _is_written(change: SlotChange, field: str) -> bool:
    if field in TEXTS:
        columns = (f"{field}_{language.column_suffix}" for language in LANGUAGES.values())
        return any(getattr(change, column) for column in columns)
    return bool(getattr(change, f"{field}_id" if field in ("place", "organiser") else field))


def _column(field: str) -> str:
    """Return the form's field: of a text, the Finnish one."""
    return f"{field}_fi" if field in TEXTS else field


# --- Whether it holds for something ----------------------------------------------------------------
def _day_faults(change: SlotChange, slot: Slot, others: list, pauses: list) -> dict[str, str]:
    written = change_rule(change)
    latest = 1 + max((each.pk for each in others), default=0)
    written = written._replace(pk=written.pk or latest, slot=slot.pk)
    first, last = written.first_on, written.last_on
    before = _expand(slot, others, pauses, first, last)
    after = _expand(slot, [*others, written], pauses, first, last)
    if written.kind == ChangeKind.EXTRA:
        return _doubled("start_time", slot, [*others, written], pauses, first, written)
    held_all_the_same = written.kind in HELD_ALL_THE_SAME and written.is_of_one_date and before.skipped
    if not any(session.is_held for session in before.occurrences) and not held_all_the_same:
        field = "from_on" if written.is_of_one_date else "until_on"
        return {field: _nothing_there(slot, others, pauses, written)}
    if not any(written.pk in session.changes for session in after.occurrences):
        return {"kind": _t("That session is an extra one or a moved one: write this into its own change.")}
    if written.kind == ChangeKind.MOVED:
        return _doubled("to_on", slot, [*others, written], pauses, written.to_on, written)
    return {}


def _expand(slot: Slot, changes: Iterable[Change], pauses: Iterable[Pause], first, last) -> Timetable:
    return expand([slot], changes, pauses, holidays_between(first, last), first, last)


def _doubled(field: str, slot, changes, pauses, day: dt.date, written: Change) -> dict[str, str]:
    """Return the fault that the slot already has a session when a change brings another."""
    held = [session for session in _expand(slot, changes, pauses, day, day).occurrences if session.is_held]
    brought = [session for session in held if written.pk in session.changes]
    rest = [session for session in held if written.pk not in session.changes]
    if any(_same_time(one, other) for one in brought for other in rest):
        return {field: _t("This time already has a session then, on %(day)s.") % {"day": short_date(day)}}
    return {}


def _same_time(one: Occurrence, other: Occurrence) -> bool:
    return one.start == other.start or are_at_once(one, other)


def _nothing_there(slot: Slot, others: Sequence[Change], pauses: Sequence[Pause], written: Change) -> str:
    """Return that there is no session, and when the nearest ones are."""
    around = _expand(slot, others, pauses, written.first_on - NEAR, written.last_on + NEAR)
    days = [session.on for session in around.occurrences if session.is_held]
    nearest = [
        *[day for day in days if day < written.first_on][-1:],
        *[day for day in days if day > written.last_on][:1],
    ]
    if written.is_of_one_date:
        text = _t("There is no session on this date.")
    else:
        text = _t("There is no session between these dates.")
    if nearest:
        days_told = ", ".join(short_date(day) for day in nearest)
        text += " " + _t("The nearest: %(days)s.") % {"days": days_told}
    return text
