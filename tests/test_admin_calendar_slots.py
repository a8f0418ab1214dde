"""A time's page on the desk: its changes, what is refused of them, and what the form wonders at."""

from __future__ import annotations

import datetime as dt

import pytest

from meetingplaces.models import SlotChange, WeeklySlot
from tests import calendar_factories as make_calendar
from tests import desk
from tests import factories as make
from tests.reading import parse, words

pytestmark = pytest.mark.django_db

SUNDAY = dt.date(2026, 11, 22)
TUESDAY = dt.date(2026, 11, 24)


@pytest.fixture(autouse=True)
def today(monkeypatch):
    monkeypatch.setattr("perhekeskus.dates.today", lambda: SUNDAY)


@pytest.fixture
def own():
    return make.make_actor(name="Kittilän perhetupa")


@pytest.fixture
def client(own):
    return desk.sign_in(desk.editor(own))


@pytest.fixture
def slot(own):
    """The editor's own time: Tuesdays 9.30–11.30."""
    activity = make_calendar.make_activity(name="Perhekahvila", organisers=[own])
    return make_calendar.make_slot(activity=activity, place=make_calendar.make_meeting_place())


def save_change(client, slot, **fields):
    """Send a time's form with one more change."""
    form = desk.form_of(client.get(desk.address("change", slot)))
    return client.post(desk.address("change", slot), desk.new_child(form, "changes", **fields))


def change_errors(response) -> list[list[str]]:
    formset = next(
        inline.formset
        for inline in response.context["inline_admin_formsets"]
        if inline.formset.model is SlotChange
    )
    return [list(errors) for errors in formset.errors]


def test_editor_cancels_one_date_at_once(client, slot):

    response = save_change(client, slot, kind="cancelled", from_on="2026-11-24", reason_kind="leader")

    change = SlotChange.objects.get()
    assert response.url == desk.address("change", slot.activity)
    assert (change.slot, change.kind, change.from_on) == (slot, "cancelled", TUESDAY)
    assert change.history.get().history_user.is_coordinator is False
    root = parse(client.get(desk.address("history", slot)))
    assert "24.11.2026" in words(root)


@pytest.mark.parametrize(
    ("fields", "refused"),
    [
        ({"kind": "cancelled", "from_on": "2026-11-25", "reason_kind": "leader"}, "from_on"),
        ({"kind": "cancelled", "from_on": "2026-11-24"}, "reason_kind"),
        ({"kind": "moved", "from_on": "2026-11-24"}, "to_on"),
        (
            {"kind": "moved", "from_on": "2026-11-24", "to_on": "2026-11-26", "until_on": "2026-11-26"},
            "until_on",
        ),
        ({"kind": "programme", "from_on": "2026-11-24"}, "title_fi"),
        ({"kind": "extra", "from_on": "2026-11-24"}, "start_time"),
        ({"kind": "extra", "from_on": "9999-12-31"}, "from_on"),
        ({"kind": "cancelled", "reason_kind": "few"}, "from_on"),
        (
            {"kind": "changed", "from_on": "2026-11-24", "start_time": "11:00", "end_time": "10:00"},
            "end_time",
        ),
    ],
)
def test_change_that_cannot_be_is_refused_at_its_field(client, slot, fields, refused):
    response = save_change(client, slot, **fields)

    assert change_errors(response) == [[refused]]
    assert not SlotChange.objects.exists()


def test_change_is_judged_by_the_rhythm_that_is_sent_with_it(client, slot):
    form = desk.form_of(client.get(desk.address("change", slot))) | {"weekday": "3"}
    row = {"kind": "cancelled", "reason_kind": "few"}

    refused = client.post(
        desk.address("change", slot), desk.new_child(form, "changes", **row, from_on="2026-11-24")
    )
    client.post(desk.address("change", slot), desk.new_child(form, "changes", **row, from_on="2026-11-25"))

    assert change_errors(refused) == [["from_on"]]
    assert [change.from_on for change in slot.changes.all()] == [dt.date(2026, 11, 25)]


def test_new_time_on_single_dates_is_written_with_its_dates_and_changes_at_once(client, slot):
    form = desk.form_of(client.get(desk.address("add", WeeklySlot, activity=slot.activity_id)))
    form |= {"rhythm": "dates", "weekday": "", "start_time": "10:00"}
    form = desk.new_child(form, "dates", on="2026-12-03")
    form = desk.new_child(form, "changes", kind="programme", from_on="2026-12-03", title_fi="Tonttu tulee")

    response = client.post(desk.address("add", WeeklySlot), form)

    assert response.status_code == 302
    slot = WeeklySlot.objects.latest("pk")
    assert [row.on for row in slot.dates.all()] == [dt.date(2026, 12, 3)]
    assert [row.title_fi for row in slot.changes.all()] == ["Tonttu tulee"]


def test_two_changes_sent_at_once_are_judged_together(client, slot):
    form = desk.form_of(client.get(desk.address("change", slot)))
    for _ in range(2):
        form = {name: value if isinstance(value, list) else [value] for name, value in form.items()}
        form = desk.new_child(form, "changes", kind="extra", from_on="2026-11-26")

    response = client.post(desk.address("change", slot), form)

    assert change_errors(response) == [["start_time"], ["start_time"]]


def test_old_changes_are_left_alone_when_the_time_is_changed(client, slot):
    make_calendar.make_change(slot=slot, on=TUESDAY, reason_kind="leader")
    form = desk.form_of(client.get(desk.address("change", slot)))

    response = client.post(desk.address("change", slot), form | {"weekday": "5"})

    slot.refresh_from_db()
    assert (response.status_code, slot.weekday) == (302, 5)


def test_break_takes_the_session_that_one_would_cancel(client, own, slot):
    make_calendar.make_break(first=TUESDAY, last=TUESDAY, actors=[own])

    cancelled = save_change(client, slot, kind="cancelled", from_on="2026-11-24", reason_kind="few")
    save_change(client, slot, kind="programme", from_on="2026-11-24", title_fi="Pidetään silti")

    assert change_errors(cancelled) == [["from_on"]]
    assert SlotChange.objects.get().title_fi == "Pidetään silti"


def test_where_the_rhythm_varies_only_extras_and_programmes_are_offered(client, slot):
    slot = make_calendar.make_slot(activity=slot.activity, rhythm="varies", weekday=None)
    page = parse(client.get(desk.address("change", slot)))

    options = page.findall(".//select[@name='changes-__prefix__-kind']/option")
    refused = save_change(client, slot, kind="cancelled", from_on="2026-11-24", reason_kind="few")

    assert [option.get("value") for option in options] == ["", "extra", "programme"]
    assert change_errors(refused) == [["kind"]]


def test_change_of_a_day_that_has_gone_is_saved_and_wondered_at(client, slot):
    response = save_change(client, slot, kind="cancelled", from_on="2026-11-17", reason_kind="few")
    following = client.get(response.url)

    levels = [
        (message.level_tag, "17.11.2026" in message.message) for message in following.context["messages"]
    ]
    assert levels == [("warning", True), ("success", False)]
    assert SlotChange.objects.count() == 1


def test_time_cannot_go_on_as_another_activitys_time(client, slot):
    form = desk.form_of(client.get(desk.address("change", slot)))

    response = client.post(
        desk.address("change", slot), form | {"replaced_by": str(make_calendar.make_slot().pk)}
    )

    assert list(desk.errors_of(response)) == ["replaced_by"]


def test_cautions_of_a_time_tell_of_itself_alone(client, slot):
    other = make_calendar.make_slot(activity=slot.activity, weekday=4, rhythm="dates")
    slot.dates.create(on=TUESDAY)

    told = {slot.pk: client.get(desk.address("change", slot)).context["cautions"] for slot in (slot, other)}

    assert {pk: len(cautions) for pk, cautions in told.items()} == {slot.pk: 1, other.pk: 1}


def test_changes_that_are_over_long_since_are_not_in_the_form_but_in_the_history(client, slot):
    reason = {"reason_kind": "few"}
    old = make_calendar.make_change(slot=slot, on=dt.date(2026, 10, 20), **reason)
    shown = [
        make_calendar.make_change(slot=slot, on=dt.date(2026, 10, 20), until=TUESDAY, **reason),
        make_calendar.make_change(slot=slot, on=dt.date(2026, 10, 20), kind="moved", to_on=TUESDAY),
        make_calendar.make_change(slot=slot, on=dt.date(2026, 10, 27), **reason),
    ]

    form = desk.form_of(client.get(desk.address("change", slot)))
    client.post(desk.address("change", slot), form | {"time_note_fi": "Tule kun sopii"})

    ids = {form[name][0] for name in form if name.startswith("changes-") and name.endswith("-id")} - {""}
    assert ids == {str(change.pk) for change in shown}
    assert slot.changes.filter(pk=old.pk).exists()
    assert "20.10.2026: " in client.get(desk.address("history", slot)).content.decode()
