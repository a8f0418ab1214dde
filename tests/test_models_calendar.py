"""What the database and the models refuse of the calendar: test_models.py tries each of CASES."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.utils import translation

from meetingplaces.models import (
    Activity,
    ActivityOrganiser,
    ActivityPrice,
    Break,
    MeetingPlace,
    SlotChange,
    Visit,
    WeeklySlot,
)
from tests import calendar_factories as calendar
from tests import factories as make
from tests.calendar_factories import clock, times
from tests.rows import new_row

pytestmark = pytest.mark.django_db

MONDAY, TUESDAY = dt.date(2026, 11, 23), dt.date(2026, 11, 24)
MORNING, EVENING = dt.datetime(2026, 3, 24, 8, tzinfo=dt.UTC), dt.datetime(2026, 3, 24, 18, tzinfo=dt.UTC)


def update(row: models.Model, **fields) -> int:
    """Write past everything but the database."""
    return type(row).objects.filter(pk=row.pk).update(**fields)


def changed(**fields) -> SlotChange:
    return calendar.make_change(slot=calendar.make_slot(), on=MONDAY, **fields)


def visited(**fields) -> Visit:
    return calendar.make_visit(slot=calendar.make_slot(), **fields)


def price(**fields) -> ActivityPrice:
    return calendar.make_activity().prices.create(**{"min_amount": 5} | fields)


def organisers(*, main: tuple[bool, ...]) -> None:
    """Give an activity so many organisers."""
    activity = calendar.make_activity()
    for is_main in main:
        activity.organiser_links.create(actor=make.make_actor(), is_main=is_main)


def replaced(*, by_itself: bool) -> int:
    slot = calendar.make_slot()
    return update(slot, replaced_by=slot if by_itself else calendar.make_slot())


def organised_twice() -> None:
    actor = make.make_actor()
    calendar.make_activity(organisers=[actor, actor])


def visit_dates(*days: dt.date) -> None:
    calendar.make_visit(slot=calendar.make_slot(), rhythm="dates", dates=days)


# What is known of an activity: the field, a word it takes.
KNOWN = {
    "kind": "club",
    "company": "alone",
    "siblings": "no",
    "food": "lunch",
    "price_kind": "",
    "registration": "required",
}


def known(field: str, word: str) -> tuple[Callable, Callable]:
    return (
        lambda: calendar.make_activity(**{field: word}),
        lambda: calendar.make_activity(**{field: "odd"}),
    )


def rhythm_cases(name: str, new: Callable[..., models.Model]) -> dict[str, tuple[Callable, Callable]]:
    """The cases of a model that recurs."""
    return {
        f"meetingplaces_{name}_rhythm_known": (
            lambda: new(rhythm="varies"),
            lambda: new(rhythm="daily"),
        ),
        f"meetingplaces_{name}_nth_of_monthly": (
            lambda: new(rhythm="monthly", nth=-1),
            lambda: new(rhythm="monthly"),
        ),
        f"meetingplaces_{name}_weekday_iso": (lambda: new(weekday=7), lambda: new(weekday=8)),
        f"meetingplaces_{name}_validity_in_order": (
            lambda: new(valid_from_on=MONDAY, valid_until_on=MONDAY),
            lambda: new(valid_from_on=TUESDAY, valid_until_on=MONDAY),
        ),
        f"meetingplaces_{name}_times_in_order": (
            lambda: new(at="9.30"),
            lambda: new(at="11.30–9.30"),
        ),
    }


# The constraint, a write that it takes, a write that it refuses.
CASES: dict[str, tuple[Callable, Callable]] = {
    **{f"meetingplaces_activity_{field}_known": known(field, word) for field, word in KNOWN.items()},
    **rhythm_cases("weeklyslot", calendar.make_slot),
    **rhythm_cases("visit", visited),
    "meetingplaces_activity_registration_in_order": (
        lambda: calendar.make_activity(registration_opens_at=MORNING, registration_closes_at=EVENING),
        lambda: calendar.make_activity(registration_opens_at=EVENING, registration_closes_at=MORNING),
    ),
    "meetingplaces_activityorganiser_once": (
        lambda: calendar.make_activity(organisers=[make.make_actor(), make.make_actor()]),
        organised_twice,
    ),
    "meetingplaces_activityorganiser_one_main": (
        lambda: organisers(main=(True, False, False)),
        lambda: organisers(main=(True, True)),
    ),
    "meetingplaces_activityprice_not_negative": (lambda: price(min_amount=0), lambda: price(min_amount=-1)),
    "meetingplaces_activityprice_range_in_order": (lambda: price(max_amount=6), lambda: price(max_amount=5)),
    "meetingplaces_break_dates_in_order": (
        lambda: calendar.make_break(first=MONDAY, last=MONDAY),
        lambda: calendar.make_break(first=TUESDAY, last=MONDAY),
    ),
    "meetingplaces_meetingplace_for_whom_known": (
        lambda: calendar.make_meeting_place(for_whom="young"),
        lambda: calendar.make_meeting_place(for_whom="dogs"),
    ),
    "meetingplaces_meetingplace_notice_ends": (
        lambda: calendar.make_meeting_place(notice="Ovi on pihalla.", notice_until_on=MONDAY),
        lambda: calendar.make_meeting_place(notice="Ovi on pihalla."),
    ),
    "meetingplaces_weeklyslot_has_weekday": (
        lambda: calendar.make_slot(rhythm="varies", weekday=None),
        lambda: calendar.make_slot(rhythm="odd_weeks", weekday=None),
    ),
    "meetingplaces_weeklyslot_not_replaced_by_itself": (
        lambda: replaced(by_itself=False),
        lambda: replaced(by_itself=True),
    ),
    "meetingplaces_slotdate_once": (
        lambda: calendar.make_slot(rhythm="dates", dates=[MONDAY, TUESDAY]),
        lambda: calendar.make_slot(rhythm="dates", dates=[MONDAY, MONDAY]),
    ),
    "meetingplaces_slotchange_kind_known": (
        lambda: changed(kind="programme"),
        lambda: changed(kind="forgotten"),
    ),
    "meetingplaces_slotchange_dates_in_order": (
        lambda: changed(until=MONDAY),
        lambda: changed(until=MONDAY - dt.timedelta(1)),
    ),
    "meetingplaces_slotchange_moved_has_date": (
        lambda: changed(kind="moved", to_on=TUESDAY),
        lambda: changed(kind="moved"),
    ),
    "meetingplaces_slotchange_extra_is_one_date": (
        lambda: changed(kind="extra"),
        lambda: changed(kind="extra", until=TUESDAY),
    ),
    "meetingplaces_slotchange_times_in_order": (
        lambda: changed(kind="changed", at="9.30"),
        lambda: changed(kind="changed", at="11.30–9.30"),
    ),
    "meetingplaces_visitdate_once": (
        lambda: visit_dates(MONDAY, TUESDAY),
        lambda: visit_dates(MONDAY, MONDAY),
    ),
}


# --- The database: more ways to break the same constraint ------------------------------------------
MORE = {
    "nth of the month out of the list": (WeeklySlot, {"rhythm": "monthly", "nth": 6}, "nth_of_monthly"),
    "nth of the month with another rhythm": (WeeklySlot, {"nth": 1}, "nth_of_monthly"),
    "weekday 0": (WeeklySlot, {"weekday": 0}, "weekday_iso"),
    "a slot ends as it begins": (WeeklySlot, times("9.30–9.30"), "times_in_order"),
    "a slot goes past midnight": (WeeklySlot, times("22.00–1.00"), "times_in_order"),
    "a slot ends at midnight": (WeeklySlot, times("22.00–0.00"), "times_in_order"),
    "a slot ends and never begins": (WeeklySlot, {"end_time": clock("9.30")}, "times_in_order"),
    "a visit goes past midnight": (Visit, times("22.00–1.00"), "times_in_order"),
    "a change goes past midnight": (SlotChange, times("22.00–1.00"), "times_in_order"),
    "a range is moved": (
        SlotChange,
        {"kind": "moved", "to_on": MONDAY, "until_on": TUESDAY},
        "moved_has_date",
    ),
    "a cancellation has a new date": (SlotChange, {"to_on": MONDAY}, "moved_has_date"),
}


@pytest.mark.parametrize(("model", "fields", "constraint"), MORE.values(), ids=MORE)
def test_database_refuses(model, fields, constraint):
    row = new_row(model)
    row.save()

    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        update(row, **fields)


# --- The models: what a person reads, at the field it is about --------------------------------------
def slot(**fields) -> WeeklySlot:
    return WeeklySlot(**{"rhythm": "every_week", "weekday": 2} | fields)


def visit(**fields) -> Visit:
    return Visit(**{"role_fi": "Hoitaja", "rhythm": "every_week"} | fields)


def replaced_by_itself() -> WeeklySlot:
    row = calendar.make_slot()
    row.replaced_by = row
    return row


REFUSED = {
    "a slot that ends before it begins": (lambda: slot(**times("11.30–9.30")), "end_time"),
    "a slot that ends as it begins": (lambda: slot(**times("9.30–9.30")), "end_time"),
    "a slot past midnight": (lambda: slot(**times("22.00–1.00")), "end_time"),
    "a slot that ends and never begins": (lambda: slot(end_time=clock("9.30")), "end_time"),
    "an approximate end without an end": (
        lambda: slot(**times("9.30"), end_is_approximate=True),
        "end_time",
    ),
    "a slot of every week without a weekday": (lambda: slot(weekday=None), "weekday"),
    "a monthly slot without a weekday": (
        lambda: slot(weekday=None, rhythm="monthly", nth=1),
        "weekday",
    ),
    "a monthly slot that does not tell which": (lambda: slot(rhythm="monthly"), "nth"),
    "a weekly slot that tells which of the month": (lambda: slot(nth=1), "nth"),
    "a slot whose last day is before its first": (
        lambda: slot(valid_from_on=TUESDAY, valid_until_on=MONDAY),
        "valid_until_on",
    ),
    "a slot in place of itself": (replaced_by_itself, "replaced_by"),
    "a visit past midnight": (lambda: visit(**times("22.00–1.00")), "end_time"),
    "a monthly visit that does not tell which": (lambda: visit(rhythm="monthly"), "nth"),
    "a visit whose last day is before its first": (
        lambda: visit(valid_from_on=TUESDAY, valid_until_on=MONDAY),
        "valid_until_on",
    ),
    "a break that ends before it begins": (
        lambda: Break(name_fi="Loma", from_on=TUESDAY, until_on=MONDAY),
        "until_on",
    ),
    "a meeting place at a secret address": (
        lambda: MeetingPlace(name_fi="Talo", place=make.make_place(address_is_masked=True)),
        "place",
    ),
    "a notice without an end": (
        lambda: MeetingPlace(name_fi="Talo", place=make.make_place(), notice_fi="Ovi on pihalla."),
        "notice_until_on",
    ),
    "a price for a time of another activity": (
        lambda: ActivityPrice(activity=calendar.make_activity(), slot=calendar.make_slot(), min_amount=2),
        "slot",
    ),
    "a price whose upper end is the lower": (
        lambda: ActivityPrice(activity=calendar.make_activity(), min_amount=2, max_amount=2),
        "max_amount",
    ),
    "registration that closes before it opens": (
        lambda: Activity(name_fi="Kerho", registration_opens_at=EVENING, registration_closes_at=MORNING),
        "registration_closes_at",
    ),
    "registration at an address without https": (
        lambda: Activity(name_fi="Kerho", registration_url="http://example.org/"),
        "registration_url",
    ),
}


@pytest.mark.parametrize(("row", "field"), REFUSED.values(), ids=REFUSED)
def test_model_refuses_and_names_the_field(row, field):
    with pytest.raises(ValidationError) as refusal:
        row().clean()

    assert list(refusal.value.message_dict) == [field]


def own_slots_price() -> ActivityPrice:
    row = calendar.make_slot()
    return ActivityPrice(activity=row.activity, slot=row, min_amount=2, max_amount=3)


TAKEN = {
    "a slot until just before midnight": lambda: slot(**times("22.00–23.59")),
    "a slot without a time": slot,
    "a slot with a beginning alone": lambda: slot(**times("9.30")),
    "a slot of single dates without a weekday": lambda: slot(rhythm="dates", weekday=None),
    "the last Tuesday of the month": lambda: slot(rhythm="monthly", nth=-1),
    "a slot of one day": lambda: slot(valid_from_on=TUESDAY, valid_until_on=TUESDAY),
    "a visit that goes by its slot's weekday": visit,
    "a break of one day": lambda: Break(name_fi="Loma", from_on=MONDAY, until_on=MONDAY),
    "a notice with its end": lambda: MeetingPlace(
        name_fi="Talo", place=make.make_place(), notice_fi="Ovi on pihalla.", notice_until_on=MONDAY
    ),
    "a price for a time of its own activity": own_slots_price,
}


@pytest.mark.parametrize("row", TAKEN.values(), ids=TAKEN)
def test_model_takes(row):
    row().clean()


def test_second_main_organiser_is_refused_in_words():
    activity = calendar.make_activity()
    activity.organiser_links.create(actor=make.make_actor(), is_main=True)

    with translation.override("en"), pytest.raises(ValidationError) as refusal:
        ActivityOrganiser(activity=activity, actor=make.make_actor(), is_main=True).full_clean()

    assert refusal.value.messages == ["Only one organiser can be the main one."]
