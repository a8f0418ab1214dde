"""The calendar's desk: whose rows one meets, who organises, and what the forms refuse and wonder at."""

from __future__ import annotations

import datetime as dt

import pytest
from django.urls import reverse

from meetingplaces.models import (
    Activity,
    ActivityOrganiser,
    Break,
    MeetingPlace,
    SlotChange,
    Visit,
    WeeklySlot,
)
from tests import calendar_factories as make_calendar
from tests import desk
from tests import factories as make
from tests.reading import parse

pytestmark = pytest.mark.django_db

FOREIGN = "Salainen"
SUNDAY = dt.date(2026, 11, 22)
TUESDAY = dt.date(2026, 11, 24)


@pytest.fixture(autouse=True)
def today(monkeypatch):
    monkeypatch.setattr("perhekeskus.dates.today", lambda: SUNDAY)


@pytest.fixture
def own():
    return make.make_actor(name="Kittilän perhetupa")


@pytest.fixture
def foreign():
    return make.make_actor(name=f"{FOREIGN} järjestäjä")


@pytest.fixture
def client(own):
    return desk.sign_in(desk.editor(own))


@pytest.fixture
def coordinator():
    return desk.sign_in(desk.coordinator())


@pytest.fixture
def slots(own, foreign):
    """One activity with a time, a visit and a place of each; the own one has two organisers."""
    made = {}
    for actor, word in ((own, "Oma"), (foreign, FOREIGN)):
        place = make_calendar.make_meeting_place(
            name=f"{word} tupa", host=actor, place=make.make_place(owner=actor, name=f"{word} talo")
        )
        activity = make_calendar.make_activity(name=f"{word} kerho", organisers=[actor])
        made[word] = make_calendar.make_slot(activity=activity, place=place)
        make_calendar.make_visit(slot=made[word], role=f"{word} hoitaja")
    return made


def listed(client, model) -> list[str]:
    return [str(row) for row in client.get(desk.address("changelist", model)).context["cl"].result_list]


# --- Whose ------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("model", "names"),
    [
        (Activity, ["Oma kerho"]),
        (WeeklySlot, ["tiistai 9.30–11.30"]),
        (Visit, ["Oma hoitaja"]),
        (MeetingPlace, ["Oma tupa"]),
    ],
)
def test_lists_show_own_rows_only(client, slots, model, names):
    response = client.get(desk.address("changelist", model))

    assert [str(row).lower() for row in response.context["cl"].result_list] == [
        name.lower() for name in names
    ]
    assert FOREIGN not in response.content.decode()


def test_activity_of_two_of_ones_actors_is_listed_once(own, slots):
    second = make.make_actor(name="Toinen oma")
    slots["Oma"].activity.organiser_links.create(actor=second)
    client = desk.sign_in(desk.editor(own, second))

    assert listed(client, Activity) == ["Oma kerho"]
    assert [len(listed(client, model)) for model in (WeeklySlot, Visit)] == [1, 1]


def test_activity_is_all_its_organisers_alike(own, foreign, slots):
    slots["Oma"].activity.organiser_links.create(actor=foreign)
    client = desk.sign_in(desk.editor(foreign))
    form = desk.form_of(client.get(desk.address("change", slots["Oma"].activity)))

    client.post(desk.address("change", slots["Oma"].activity), form | {"name_fi": "Yhteinen kerho"})

    assert listed(client, Activity) == [f"{FOREIGN} kerho", "Yhteinen kerho"]


@pytest.mark.parametrize("model", [WeeklySlot, Visit])
def test_time_and_visit_cannot_be_added_to_a_foreign_activity(client, slots, model):
    parent = slots[FOREIGN] if model is Visit else slots[FOREIGN].activity
    field = "slot" if model is Visit else "activity"
    form = desk.form_of(client.get(desk.address("add", model)))
    new = {"rhythm": "every_week", "weekday": "3", "role_fi": "Ohjaaja"}

    response = client.post(desk.address("add", model), form | new | {field: str(parent.pk)})

    assert list(desk.errors_of(response)) == [field]
    assert model.objects.count() == 2


def test_time_may_be_held_at_any_published_meeting_place(client, slots):
    hidden = make_calendar.make_meeting_place(name="Luonnostupa", state="draft")
    form = desk.form_of(client.get(desk.address("change", slots["Oma"])))

    client.post(desk.address("change", slots["Oma"]), form | {"place": str(slots[FOREIGN].place_id)})
    slots["Oma"].refresh_from_db()
    assert slots["Oma"].place_id == slots[FOREIGN].place_id

    response = client.post(desk.address("change", slots["Oma"]), form | {"place": str(hidden.pk)})
    assert list(desk.errors_of(response)) == ["place"]


def test_editor_sees_breaks_and_cannot_change_them(client):
    row = make_calendar.make_break(name="Hiihtoloma", first=TUESDAY, last=TUESDAY)
    page = client.get(desk.address("change", row))

    sent = {"name_fi": "Toinen", "from_on": "2026-12-01", "until_on": "2026-12-01", "_touched": "1"}
    response = client.post(desk.address("change", row), sent)

    assert "Hiihtoloma" in page.content.decode()
    assert "_touched" not in page.content.decode()
    assert response.status_code == 403
    assert Break.objects.get().name_fi == "Hiihtoloma"


def test_who_visits_and_that_they_come_is_the_coordinators_to_write(client, slots):
    visit = slots["Oma"].visits.get()
    visit.confirmed_by_visitor = False
    visit.save()
    form = desk.form_of(client.get(desk.address("change", visit)))

    client.post(
        desk.address("change", visit),
        form | {"confirmed_by_visitor": "on", "topic_fi": "Hampaat", "member": "1"},
    )

    visit.refresh_from_db()
    assert (visit.topic_fi, visit.confirmed_by_visitor, visit.member) == ("Hampaat", False, None)


# --- Organisers -------------------------------------------------------------------------------------
def new_activity(client, **fields) -> dict:
    form = desk.form_of(client.get(desk.address("add", Activity)))
    return form | {"name_fi": "Uusi kerho"} | fields


def test_new_activity_of_an_editor_is_organised_by_its_own_actor(client, own):
    form = new_activity(client)

    client.post(desk.address("add", Activity), form)

    assert form["organiser"] == [str(own.pk)]
    activity = Activity.objects.get()
    assert [link.actor for link in activity.organiser_links.all()] == [own]
    assert listed(client, Activity) == ["Uusi kerho"]


@pytest.mark.parametrize("whose", ["foreign", "nobody"])
def test_new_activity_without_an_own_organiser_is_not_saved(client, foreign, whose):
    organiser = {"foreign": str(foreign.pk), "nobody": ""}[whose]

    response = client.post(desk.address("add", Activity), new_activity(client, organiser=organiser))

    assert list(desk.errors_of(response)) == ["organiser"]
    assert not Activity.objects.exists()


def test_editor_with_two_actors_chooses_between_them(own):
    second = make.make_actor(name="Toinen oma")
    client = desk.sign_in(desk.editor(own, second))

    client.post(desk.address("add", Activity), new_activity(client, organiser=str(second.pk)))

    assert Activity.objects.get().organisers.get() == second


def test_editor_neither_names_organisers_nor_takes_them_away(client, own, foreign, slots):
    activity = slots["Oma"].activity
    partner = activity.organiser_links.create(actor=make.make_actor(name="Seurakunta"))
    page = client.get(desk.address("change", activity))
    sent = desk.form_of(page) | {
        "organiser_links-TOTAL_FORMS": "2",
        "organiser_links-INITIAL_FORMS": "1",
        "organiser_links-0-id": str(partner.pk),
        "organiser_links-0-DELETE": "on",
        "organiser_links-1-actor": str(foreign.pk),
        "organiser": str(foreign.pk),
    }

    client.post(desk.address("change", activity), sent)

    assert "Seurakunta" in page.content.decode()
    assert {str(actor) for actor in activity.organisers.all()} == {"Kittilän perhetupa", "Seurakunta"}


def test_main_organiser_is_changed_in_one_save_and_there_are_never_two(coordinator, slots):
    activity = slots["Oma"].activity
    activity.organiser_links.update(is_main=True)
    activity.organiser_links.create(actor=make.make_actor(name="Seurakunta"), position=1)
    form = desk.form_of(coordinator.get(desk.address("change", activity)))
    both = form | {"organiser_links-1-is_main": "on"}

    refused = coordinator.post(desk.address("change", activity), both)
    coordinator.post(
        desk.address("change", activity), {k: v for k, v in both.items() if k != "organiser_links-0-is_main"}
    )

    organisers = refused.context["inline_admin_formsets"][0].formset
    assert [list(errors) for errors in organisers.errors] == [[], ["is_main"]]
    mains = ActivityOrganiser.objects.filter(activity=activity, is_main=True)
    assert [str(link.actor) for link in mains] == ["Seurakunta"]


# --- The activity's page ----------------------------------------------------------------------------
def test_activity_leads_to_its_times_and_to_a_new_one(client, slots):
    slot = slots["Oma"]
    page = parse(client.get(desk.address("change", slot.activity)))
    hrefs = [a.get("href") for a in page.iter("a")]
    add = desk.address("add", WeeklySlot, activity=slot.activity_id)

    assert {add, desk.address("change", slot)} <= set(hrefs)
    form = desk.form_of(client.get(add))
    assert form["activity"] == [str(slot.activity_id)]


def test_price_may_be_of_the_activitys_own_times_only(coordinator, slots):
    activity = slots["Oma"].activity
    form = desk.form_of(coordinator.get(desk.address("change", activity)))
    row = {"min_amount": "2", "unit": "visit", "payer": "all"}

    refused = coordinator.post(
        desk.address("change", activity), desk.new_child(form, "prices", **row, slot=str(slots[FOREIGN].pk))
    )
    coordinator.post(
        desk.address("change", activity), desk.new_child(form, "prices", **row, slot=str(slots["Oma"].pk))
    )

    assert list(refused.context["inline_admin_formsets"][2].formset.errors[0]) == ["slot"]
    assert [price.slot for price in activity.prices.all()] == [slots["Oma"]]


def test_activity_cannot_be_published_before_it_is_whole(client):
    form = new_activity(client, state="published", price_kind="free")

    response = client.post(desk.address("add", Activity), form)

    assert list(desk.errors_of(response)) == ["state"]
    assert not Activity.objects.exists()


def test_registration_opens_at_a_local_clock_time(client, slots):
    activity = slots["Oma"].activity
    form = desk.form_of(client.get(desk.address("change", activity)))
    opens, closes = "2027-01-04T09:00", "2027-01-03T12:00"

    refused = client.post(
        desk.address("change", activity),
        form | {"registration_opens_at": opens, "registration_closes_at": closes},
    )
    client.post(desk.address("change", activity), form | {"registration_opens_at": opens})

    activity.refresh_from_db()
    assert list(desk.errors_of(refused)) == ["registration_closes_at"]
    assert activity.registration_opens_at == dt.datetime(2027, 1, 4, 7, tzinfo=dt.UTC)
    again = desk.form_of(client.get(desk.address("change", activity)))
    assert again["registration_opens_at"] == [opens]


def test_history_of_an_activity_tells_of_its_times_and_their_changes(client, slots):
    slot = slots["Oma"]
    make_calendar.make_change(slot=slot, on=TUESDAY, reason_kind="leader")

    response = client.get(desk.address("history", slot.activity))

    kinds = {row.kind for entry in response.context["page"] for row in entry.rows}
    assert {str(model._meta.verbose_name) for model in (WeeklySlot, SlotChange, Visit)} <= kinds


def test_cautions_of_an_activity_tell_what_is_probably_not_meant(client, slots):
    activity = slots["Oma"].activity
    make_calendar.make_slot(activity=activity, weekday=4)
    bare = make_calendar.make_activity(organisers=activity.organisers.all())

    told, bare_told = (
        client.get(desk.address("change", row)).context["cautions"] for row in (activity, bare)
    )

    assert len(told) == 1
    assert "26.11.2026" in told[0]
    assert len(bare_told) == 1


# --- Visits and lists -------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("times", "refused"),
    [
        ({"start_time": "09:00"}, ["start_time"]),
        ({"start_time": "10:00", "end_time": "12:00"}, ["end_time"]),
        ({"start_time": "10:00", "end_time": "11:00"}, []),
    ],
)
def test_visit_is_within_its_session(client, slots, times, refused):
    visit = slots["Oma"].visits.get()
    form = desk.form_of(client.get(desk.address("change", visit)))

    response = client.post(desk.address("change", visit), form | times)

    assert (list(desk.errors_of(response)) if refused else []) == refused
    assert (response.status_code == 302) is not bool(refused)


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize(
    ("model", "queries"),
    [(Activity, 12), (WeeklySlot, 11), (Visit, 9), (MeetingPlace, 11)],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_list_costs_the_same_for_one_row_and_for_many(
    coordinator, own, django_assert_num_queries, model, queries, count
):
    for _ in range(count):
        slot = make_calendar.make_slot(
            activity=make_calendar.make_activity(organisers=[own]),
            place=make_calendar.make_meeting_place(host=own),
        )
        make_calendar.make_visit(slot=slot)
    coordinator.get(reverse("admin:index"))

    with django_assert_num_queries(queries):
        response = coordinator.get(desk.address("changelist", model))

    assert len(response.context["cl"].result_list) == count
