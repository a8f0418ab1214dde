"""An actor's editor meets its own rows only: in lists, searches, choices, filters, history and forms."""

from __future__ import annotations

import pytest
from django.contrib import admin
from django.urls import reverse

from members.models import Member
from services import models as directory
from tests import desk
from tests import factories as make

pytestmark = pytest.mark.django_db

FOREIGN = "Salainen"  # stands in the name of whatever is somebody else's


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
def rows(own, foreign):
    """One service, place and channel of each; the foreign ones are published and drafts both."""
    made = {}
    for actor, word in ((own, "Oma"), (foreign, FOREIGN)):
        place = make.make_place(name=f"{word} talo", owner=actor)
        channel = make.make_channel(name_fi=f"{word} puhelin", actor=actor)
        made[word] = make.make_service(
            name=f"{word} kerho", actor=actor, places=[place], channels=[channel], min_months=0, max_months=12
        )
    make.make_service(name=f"{FOREIGN} luonnos", actor=foreign, state="draft")
    make.make_place(name=f"{FOREIGN} irtain talo", owner=None)
    return made


def shown_names(response) -> list[str]:
    return sorted(row.name_fi for row in response.context["cl"].result_list)


@pytest.mark.parametrize(
    ("model", "names"),
    [
        (directory.Service, ["Oma kerho"]),
        (directory.Place, ["Oma talo"]),
        (directory.Channel, ["Oma puhelin"]),
        (directory.Actor, ["Kittilän perhetupa"]),
    ],
)
def test_lists_and_their_filters_show_own_rows_only(client, rows, model, names):
    response = client.get(desk.address("changelist", model))

    assert shown_names(response) == names
    assert FOREIGN not in response.content.decode()


@pytest.mark.parametrize("query", ["kerho", FOREIGN, FOREIGN.lower(), "järjestäjä"])
def test_search_finds_own_rows_only(client, rows, query):
    response = client.get(desk.address("changelist", directory.Service, q=query))

    assert shown_names(response) == (["Oma kerho"] if query == "kerho" else [])


@pytest.mark.parametrize(
    ("source", "field", "offered"),
    [
        ("service", "actor", ["Kittilän perhetupa"]),
        ("place", "owner", ["Kittilän perhetupa"]),
        ("channel", "actor", ["Kittilän perhetupa"]),
        ("serviceplace", "place", ["Oma talo"]),
        ("servicechannel", "channel", ["Oma puhelin"]),
        ("serviceplace", "service", ["Oma kerho"]),
        ("routestep", "service", ["Oma kerho"]),
    ],
)
@pytest.mark.parametrize("term", ["", FOREIGN])
def test_choices_offer_own_rows_only(client, rows, source, field, offered, term):
    query = {"app_label": "services", "model_name": source, "field_name": field, "term": term}

    results = client.get(reverse("admin:autocomplete"), query).json()["results"]

    assert [result["text"] for result in results] == ([] if term else offered)


def test_members_are_nobodys_choices(client, rows):
    query = {"app_label": "services", "model_name": "historicalservice", "field_name": "history_user"}

    assert client.get(reverse("admin:autocomplete"), query).status_code == 403


def test_lists_of_choices_offer_own_rows_only(rf, own, foreign):
    """No model has such a list yet; the members' actors stand for one."""
    request = rf.get("/")
    request.user = desk.editor(own)

    field = admin.site._registry[directory.Service].formfield_for_manytomany(
        Member._meta.get_field("actors"), request
    )

    assert list(field.queryset) == [own]


def test_form_offers_no_foreign_rows(client, rows):
    response = client.get(desk.address("change", rows["Oma"]))

    assert "Oma talo" in response.content.decode()
    assert FOREIGN not in response.content.decode()


@pytest.mark.parametrize("way", ["change", "history", "preview", "delete"])
def test_foreign_row_is_not_there(client, rows, way):
    response = client.get(desk.address(way, rows[FOREIGN]), follow=True)

    assert "kerho" not in response.content.decode()


@pytest.mark.parametrize("way", ["view", "change"])
@pytest.mark.parametrize(("word", "may"), [("Oma", True), (FOREIGN, False)])
def test_rights_are_asked_of_each_row(rf, own, rows, way, word, may):
    """Whoever asks the desk's admin of a row gets the answer, not only the pages that look it up."""
    request = rf.get("/")
    request.user = desk.editor(own)
    desk_page = admin.site._registry[directory.Service]

    assert getattr(desk_page, f"has_{way}_permission")(request, rows[word]) is may


# --- Saving ---------------------------------------------------------------------------------------
def test_editor_changes_its_own_service(client, rows):
    service = rows["Oma"]
    form = desk.form_of(client.get(desk.address("change", service)))

    response = client.post(desk.address("change", service), form | {"name_fi": "Oma vauvakerho"})

    service.refresh_from_db()
    assert (response.status_code, service.name_fi) == (302, "Oma vauvakerho")


@pytest.mark.parametrize(
    ("kind", "field"), [("service", "actor"), ("place", "owner"), ("channel", "actor")], ids=lambda v: v
)
def test_row_cannot_be_moved_to_another_actor(client, rows, own, foreign, kind, field):
    row = {
        "service": rows["Oma"],
        "place": directory.Place.objects.get(name_fi="Oma talo"),
        "channel": directory.Channel.objects.get(name_fi="Oma puhelin"),
    }[kind]
    form = desk.form_of(client.get(desk.address("change", row)))

    for owner in (str(foreign.pk), ""):
        response = client.post(desk.address("change", row), form | {field: owner, "name_fi": "Siirretty"})
        assert list(desk.errors_of(response)) == [field]
    row.refresh_from_db()
    assert (getattr(row, field), row.name_fi.split()[0]) == (own, "Oma")


def test_row_can_be_moved_between_ones_own_actors(own, rows):
    second = make.make_actor(name="Toinen oma")
    client = desk.sign_in(desk.editor(own, second))
    form = desk.form_of(client.get(desk.address("change", rows["Oma"])))

    client.post(desk.address("change", rows["Oma"]), form | {"actor": str(second.pk)})

    rows["Oma"].refresh_from_db()
    assert rows["Oma"].actor == second


def test_new_service_is_the_editors_own_from_the_start(client, own, foreign):
    form = desk.form_of(client.get(desk.address("add", directory.Service)))
    assert form["actor"] == [str(own.pk)]

    refused = client.post(
        desk.address("add", directory.Service), form | {"name_fi": "U", "actor": str(foreign.pk)}
    )
    client.post(desk.address("add", directory.Service), form | {"name_fi": "Uusi kerho"})

    assert list(desk.errors_of(refused)) == ["actor"]
    assert [(row.name_fi, row.actor) for row in directory.Service.objects.all()] == [("Uusi kerho", own)]


def test_foreign_place_and_channel_cannot_be_linked(client, rows):
    place, channel = rows[FOREIGN].places.get(), rows[FOREIGN].channels.get()
    form = desk.form_of(client.get(desk.address("change", rows["Oma"])))
    form = desk.new_child(form, "place_links", place=str(place.pk), position="1")
    form = desk.new_child(form, "channel_links", channel=str(channel.pk), position="1")

    response = client.post(desk.address("change", rows["Oma"]), form)

    faults = [list(inline.formset.errors[-1]) for inline in response.context["inline_admin_formsets"][:2]]
    assert faults == [["channel"], ["place"]]
    assert rows["Oma"].places.get().name_fi == "Oma talo"
    assert rows["Oma"].channels.get().name_fi == "Oma puhelin"


def test_foreign_place_that_a_coordinator_has_linked_stays(client, rows):
    library = make.make_place(name="Kirjasto", owner=make.make_actor())
    rows["Oma"].place_links.create(place=library)
    form = desk.form_of(client.get(desk.address("change", rows["Oma"])))

    response = client.post(desk.address("change", rows["Oma"]), form)

    assert response.status_code == 302
    assert {place.name_fi for place in rows["Oma"].places.all()} == {"Oma talo", "Kirjasto"}


def test_row_of_a_foreign_services_list_cannot_be_taken(client, rows):
    link = rows[FOREIGN].place_links.get()
    form = desk.form_of(client.get(desk.address("change", rows["Oma"])))
    stolen = form | {"place_links-0-id": str(link.pk), "place_links-0-note_fi": "Varastettu"}

    client.post(desk.address("change", rows["Oma"]), stolen)

    link.refresh_from_db()
    assert (link.service, link.note_fi) == (rows[FOREIGN], "")


def test_what_the_coordinator_decides_is_not_in_the_editors_form(client, rows, own):
    channel = directory.Channel.objects.get(name_fi="Oma puhelin")
    form = desk.form_of(client.get(desk.address("change", channel)))
    client.post(desk.address("change", channel), form | {"help_position": "1", "slug": "uusi-osoite"})
    form = desk.form_of(client.get(desk.address("change", own)))
    client.post(desk.address("change", own), form | {"state": "archived", "sector": "state", "slug": "uusi"})

    channel.refresh_from_db(), own.refresh_from_db()
    assert (channel.help_position, channel.slug) == (None, "oma-puhelin")
    assert (own.state, own.sector, own.slug) == ("published", "association", "kittilan-perhetupa")


def test_other_actors_of_a_service_are_shown_and_left_alone(client, rows, foreign):
    rows["Oma"].actor_links.create(actor=make.make_actor(name="Kirkko"))
    page = client.get(desk.address("change", rows["Oma"]))
    form = desk.form_of(page) | {
        "actor_links-TOTAL_FORMS": "1",
        "actor_links-INITIAL_FORMS": "0",
        "actor_links-0-actor": str(foreign.pk),
        "actor_links-0-role": "partner",
    }

    client.post(desk.address("change", rows["Oma"]), form)

    assert "Kirkko" in page.content.decode()
    assert [link.actor.name_fi for link in rows["Oma"].actor_links.all()] == ["Kirkko"]


def test_actions_of_the_list_reach_own_rows_only(client, rows):
    foreign_row = rows[FOREIGN]
    chosen = [rows["Oma"].pk, foreign_row.pk]

    client.post(
        desk.address("changelist", directory.Service), {"action": "archive", "_selected_action": chosen}
    )

    rows["Oma"].refresh_from_db(), foreign_row.refresh_from_db()
    assert (rows["Oma"].state, foreign_row.state) == ("archived", "published")


def test_editor_without_actors_sees_and_adds_nothing(rows):
    client = desk.sign_in(desk.editor())

    assert shown_names(client.get(desk.address("changelist", directory.Service))) == []
    assert client.get(desk.address("add", directory.Service)).status_code == 403


def test_coordinator_meets_everything(rows):
    client = desk.sign_in(desk.coordinator())

    names = shown_names(client.get(desk.address("changelist", directory.Service)))

    assert names == ["Oma kerho", "Salainen kerho", "Salainen luonnos"]


def test_hours_of_a_link_are_reached_by_its_owner(client, rows):
    link = rows["Oma"].place_links.get()
    form = desk.form_of(client.get(desk.address("change", link)))
    hours = {"kind": "regular", "weekday": "2", "opens_time": "09:00", "closes_time": "12:00"}

    client.post(desk.address("change", link), desk.new_child(form, "hours", **hours))

    assert [(row.weekday, row.opens_time.hour) for row in link.hours.all()] == [(2, 9)]
