"""Copying a season: seen first, then done to all or to none."""

from __future__ import annotations

import datetime as dt

import pytest
from django.contrib.admin.models import ADDITION, CHANGE, LogEntry

from meetingplaces import seasons
from meetingplaces.models import Activity, WeeklySlot
from perhekeskus import caching
from tests import calendar_factories as make_calendar
from tests import desk
from tests import factories as make

pytestmark = pytest.mark.django_db

AUTUMN, CHRISTMAS = dt.date(2026, 8, 18), dt.date(2026, 12, 18)
FIRST, LAST = dt.date(2027, 1, 11), dt.date(2027, 5, 28)
SEASON = {"first_on": "2027-01-11", "last_on": "2027-05-28"}


@pytest.fixture
def own():
    return make.make_actor(name="Kittilän perhetupa")


@pytest.fixture
def client(own):
    return desk.sign_in(desk.editor(own))


@pytest.fixture
def activity(own):
    return make_calendar.make_activity(name="Perhekahvila", organisers=[own])


@pytest.fixture
def slot(activity):
    """A time of the autumn that goes on for now, with all that hangs on it."""
    slot = make_calendar.make_slot(
        activity=activity,
        place=make_calendar.make_meeting_place(),
        valid_from_on=AUTUMN,
        time_note_fi="Tule kun sopii",
        ending_note_fi="Jatkuu keväällä",
        source="demo",
        source_id="7",
    )
    make_calendar.make_change(slot=slot, on=dt.date(2027, 1, 12), reason_kind="leader")
    make_calendar.make_visit(slot=slot)
    slot.prices.create(activity=activity, min_amount=2)
    return slot


def press(client, *rows, model=WeeklySlot, **fields):
    """Choose rows of a list and what is done with them, as its form and the page after it send it."""
    sent = {"action": "copy_season", "_selected_action": [row.pk for row in rows]}
    return client.post(desk.address("changelist", model), sent | fields)


def copy(client, *rows, **fields):
    """Look at the plan, then copy."""
    plan = press(client, *rows, **SEASON, **fields)
    return press(client, *rows, **SEASON, **fields, shown=plan.context["shown"], _copy="1")


def copies() -> list[WeeklySlot]:
    return list(WeeklySlot.objects.filter(valid_from_on=FIRST))


def test_nothing_is_done_before_the_plan_has_been_seen(client, slot):
    asked = press(client, slot)
    plan = press(client, slot, **SEASON)
    press(client, slot, **SEASON, _copy="1")
    other_days = press(
        client, slot, **SEASON | {"last_on": "2027-05-31"}, shown=plan.context["shown"], _copy="1"
    )

    assert asked.context["plans"] == []
    assert [(each.slot, each.ends_on, each.lost_changes) for each in plan.context["plans"]] == [
        (slot, dt.date(2027, 1, 10), 1)
    ]
    assert "10.1.2027" in plan.content.decode()
    assert len(other_days.context["plans"]) == 1
    assert WeeklySlot.objects.count() == 1


def test_copy_has_the_time_and_its_prices_but_not_what_was_of_single_dates(client, slot):
    copy(client, slot)

    [new] = copies()
    slot.refresh_from_db()
    same = ("activity", "place", "weekday", "start_time", "end_time", "rhythm", "time_note_fi")
    assert [getattr(new, name) for name in same] == [getattr(slot, name) for name in same]
    assert (new.valid_from_on, new.valid_until_on, new.ending_note_fi) == (FIRST, LAST, "")
    assert (new.source, new.source_id, new.uuid == slot.uuid) == ("", "", False)
    assert [price.min_amount for price in new.prices.all()] == [2]
    assert [price.min_amount for price in slot.prices.all()] == [2]
    assert [new.changes.count(), new.visits.count(), new.dates.count()] == [0, 0, 0]
    assert [slot.changes.count(), slot.visits.count()] == [1, 1]


def test_old_time_ends_on_the_day_before_and_goes_on_as_the_new_one(client, slot):
    copy(client, slot)

    slot.refresh_from_db()
    assert (slot.valid_until_on, slot.replaced_by) == (dt.date(2027, 1, 10), copies()[0])


def test_old_time_that_has_ended_keeps_its_day_and_goes_on_as_the_new_one(client, slot):
    slot.valid_until_on = CHRISTMAS
    slot.save()

    copy(client, slot)

    slot.refresh_from_db()
    assert (slot.valid_until_on, slot.replaced_by) == (CHRISTMAS, copies()[0])


def test_old_time_that_has_gone_on_already_is_left_alone(client, slot, activity):
    after = make_calendar.make_slot(activity=activity, weekday=3)
    slot.valid_until_on, slot.replaced_by = CHRISTMAS, after
    slot.save()

    copy(client, slot)

    slot.refresh_from_db()
    assert (slot.valid_until_on, slot.replaced_by) == (CHRISTMAS, after)
    assert len(copies()) == 1


def test_copying_is_in_the_log_and_in_the_history(client, slot):
    copy(client, slot)

    [new] = copies()
    logged = LogEntry.objects.order_by("pk").values_list("object_id", "action_flag")
    assert list(logged) == [(str(new.pk), ADDITION), (str(slot.pk), CHANGE)]
    assert [(record.history_type, record.history_user.is_coordinator) for record in new.history.all()] == [
        ("+", False)
    ]
    assert slot.history.first().valid_until_on == dt.date(2027, 1, 10)


def test_season_that_ends_before_it_begins_is_refused(client, slot):
    response = press(
        client, slot, **SEASON | {"last_on": "2027-01-10"}, shown="2027-01-11 2027-01-10", _copy="1"
    )

    assert list(response.context["form"].errors) == ["last_on"]
    assert copies() == []


@pytest.mark.parametrize(
    "days",
    [{"first_on": "", "last_on": ""}, {"first_on": "ensi viikolla"}, {"last_on": "9999-12-31"}],
    ids=str,
)
def test_days_that_are_no_days_are_refused(client, slot, days):
    response = press(client, slot, **SEASON | days, _copy="1")

    assert set(response.context["form"].errors) == set(days)
    assert WeeklySlot.objects.count() == 1


def test_copy_that_is_sent_twice_is_made_once_and_then_refused(client, slot):
    shown = press(client, slot, **SEASON).context["shown"]

    first, second = (press(client, slot, **SEASON, shown=shown, _copy="1") for _press in range(2))

    assert first.status_code == 302
    assert ["11.1.2027" in each.fault for each in second.context["plans"]] == [True]
    assert len(copies()) == 1


def test_copy_of_a_time_that_goes_on_as_another_is_made_once_too(client, slot, activity):
    after = make_calendar.make_slot(activity=activity, weekday=3, valid_from_on=dt.date(2026, 12, 19))
    slot.valid_until_on, slot.replaced_by = CHRISTMAS, after
    slot.save()

    answers = [copy(client, slot).status_code for _press in range(2)]

    assert answers == [302, 200]
    assert len(copies()) == 1


@pytest.mark.parametrize("model", [WeeklySlot, Activity], ids=lambda model: model.__name__)
def test_of_copies_sent_at_once_one_is_made(client, slot, monkeypatch, model):
    """Another one's copy is ready at the moment when this one has got the lock of all writers."""
    row = slot if model is WeeklySlot else slot.activity
    shown = press(client, row, model=model, **SEASON).context["shown"]
    take_lock = caching.move_revision
    others = iter([WeeklySlot.objects.filter(pk=slot.pk)])

    def take_lock_after_another(**where):
        take_lock(**where)
        for slots in others:
            seasons.copy(slots, FIRST, LAST)

    monkeypatch.setattr(caching, "move_revision", take_lock_after_another)
    response = press(client, row, model=model, **SEASON, shown=shown, _copy="1")

    assert response.status_code == 200
    assert len(copies()) == 1


def test_one_that_cannot_be_copied_holds_back_them_all(client, slot, activity):
    late = make_calendar.make_slot(activity=activity, weekday=3, valid_from_on=dt.date(2027, 2, 1))

    response = copy(client, slot, late)

    faults = {each.slot: "1.2.2027" in each.fault for each in response.context["plans"]}
    assert faults == {slot: False, late: True}
    assert copies() == []


def test_single_dates_are_not_copied_and_the_plan_says_so(client, activity):
    slot = make_calendar.make_slot(activity=activity, rhythm="dates", weekday=None, dates=[CHRISTMAS])

    plan = press(client, slot, **SEASON)
    copy(client, slot)

    assert len(plan.context["plans"][0].remarks) == 2
    assert [new.dates.count() for new in copies()] == [0]


def test_all_times_of_an_activity_are_copied_from_its_own_list(client, slot, activity):
    make_calendar.make_slot(activity=activity, weekday=4, replaced_by=slot)
    make_calendar.make_slot(activity=activity, weekday=3)

    copy(client, activity, model=Activity)

    assert sorted(new.weekday for new in copies()) == [2, 3]


def test_somebody_elses_times_are_not_copied(client, slot):
    foreign = make_calendar.make_slot()

    press(client, foreign, **SEASON, shown="2027-01-11 2027-05-28", _copy="1")
    copy(client, slot, foreign)

    assert [new.activity for new in copies()] == [slot.activity]
