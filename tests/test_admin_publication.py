"""Publishing on the desk: the rule, what the form says, first day of publication, lists' actions."""

from __future__ import annotations

import datetime as dt

import pytest
from django.contrib.admin.models import LogEntry

from perhekeskus import caching, dates
from services import models as directory
from services.models import RouteStep, Service, Situation
from tests import desk
from tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def client():
    return desk.sign_in(desk.coordinator())


def sent(client, row, **values):
    """Send a row's form with some values changed."""
    return client.post(
        desk.address("change", row), desk.form_of(client.get(desk.address("change", row))) | values
    )


def draft(**fields) -> Service:
    defaults = {"state": "draft", "published_on": None, "min_months": 0, "max_months": 12}
    return make.make_service(**defaults | fields)


# --- Services -------------------------------------------------------------------------------------
def test_complete_draft_is_published_and_the_day_written_down(client):
    service = draft()

    sent(client, service, state="published")

    service.refresh_from_db()
    assert (service.state, service.published_on) == ("published", dates.today())


def test_day_of_the_first_publication_stays(client):
    first = dt.date(2026, 1, 7)
    service = draft(published_on=first)

    sent(client, service, state="published")

    service.refresh_from_db()
    assert service.published_on == first


def test_what_is_missing_is_named_and_nothing_written_is_lost(client):
    service = draft(summary_fi="", area_kind="", reviewed_on=None)
    form = desk.form_of(client.get(desk.address("change", service)))
    form = desk.new_child(
        form | {"state": "published", "name_fi": "Uusi nimi"},
        "prices",
        min_amount="5",
        unit="visit",
        payer="all",
    )
    revision, history = caching.current_revision(), service.history.count()

    response = client.post(desk.address("change", service), form)

    errors = desk.errors_of(response)
    assert list(errors) == ["state"]
    assert [name in errors["state"][0] for name in ("iivistelmä", "alue", "tarkistettu")] == [True] * 3
    sent_back = desk.form_of(response)
    assert (sent_back["name_fi"], sent_back["prices-0-min_amount"]) == (["Uusi nimi"], ["5"])
    service.refresh_from_db()
    assert (service.state, service.name_fi == "Uusi nimi", service.prices.count()) == ("draft", False, 0)
    assert (caching.current_revision(), service.history.count()) == (revision, history)
    assert not LogEntry.objects.exists()


def test_same_draft_is_saved_as_a_draft(client):
    service = draft(summary_fi="", area_kind="", reviewed_on=None)

    response = sent(client, service, name_fi="Uusi nimi")

    service.refresh_from_db()
    assert (response.status_code, service.name_fi) == (302, "Uusi nimi")


def test_what_comes_with_the_same_form_counts(client):
    """A price row and an audience written now are enough, though the database had neither."""
    service = draft(price_kind="rows", min_months=None, max_months=None)
    audience = make.make_audience(slug="isat")
    form = desk.form_of(client.get(desk.address("change", service)))
    form = desk.new_child(
        form | {"state": "published", "audiences": [str(audience.pk)]},
        "prices",
        min_amount="5",
        unit="visit",
        payer="all",
    )

    client.post(desk.address("change", service), form)

    service.refresh_from_db()
    assert (service.state, service.prices.count()) == ("published", 1)


def test_price_row_taken_away_with_the_same_form_counts_too(client):
    service = draft(price_kind="rows", state="published")
    service.prices.create(min_amount=5)

    response = sent(client, service, **{"prices-0-DELETE": "on"})

    assert "hinta" in desk.errors_of(response)["state"][0].lower()
    assert service.prices.count() == 1


def test_new_service_can_be_published_at_once_but_not_with_less(client):
    form = desk.form_of(client.get(desk.address("add", Service)))
    form |= {"name_fi": "Kerho", "state": "published", "summary_fi": "Leikkiä.", "area_kind": "country"}
    form |= {"price_kind": "free", "reviewed_on": "1.11.2026", "for_pregnancy": "on"}

    refused = client.post(desk.address("add", Service), form)
    assert not Service.objects.exists()
    client.post(desk.address("add", Service), form | {"actor": str(make.make_actor().pk)})

    assert list(desk.errors_of(refused)) == ["state"]
    assert [(row.name_fi, row.slug, row.state) for row in Service.objects.all()] == [
        ("Kerho", "kerho", "published")
    ]


def test_panel_lists_what_a_draft_lacks(client):
    service = draft(summary_fi="", reviewed_on=None)

    lacks = client.get(desk.address("change", service)).context["lacks"]

    assert lacks == service.missing_for_publication()
    assert len(lacks) == 2


def test_panel_names_links_that_families_do_not_see(client):
    service = draft(places=[make.make_place(name="Luonnostalo", state="draft"), make.make_place(name="Talo")])

    [caution] = client.get(desk.address("change", service)).context["cautions"]

    assert caution.endswith("Luonnostalo.")


# --- Actions of the list --------------------------------------------------------------------------
def act(client, action: str, *rows):
    model = type(rows[0])
    data = {"action": action, "_selected_action": [row.pk for row in rows]}
    return client.post(desk.address("changelist", model), data, follow=True)


def test_list_publishes_what_is_complete_and_names_what_the_rest_lack(client):
    ready, unready = draft(name="Valmis"), draft(name="Kesken", summary_fi="")
    revision = caching.current_revision()

    response = act(client, "publish", ready, unready)

    ready.refresh_from_db(), unready.refresh_from_db()
    assert (ready.state, ready.published_on, unready.state) == ("published", dates.today(), "draft")
    [message] = response.context["messages"]
    assert ("Kesken" in str(message), "Valmis" in str(message)) == (True, False)
    assert caching.current_revision() > revision
    assert ready.history.first().history_user is not None


def test_list_archives_and_marks_as_checked_with_history(client):
    service = draft(state="published", reviewed_on=dt.date(2024, 1, 1))

    act(client, "archive", service)
    act(client, "mark_checked", service)

    service.refresh_from_db()
    assert (service.state, service.reviewed_on) == ("archived", dates.today())
    assert [record.history_type for record in service.history.all()] == ["~", "~", "+"]


# --- Sensitive things -----------------------------------------------------------------------------
@pytest.fixture
def sensitive_theme():
    return make.make_theme(name="Väkivalta", neutral_name_fi="Tukea tilanteeseen", is_sensitive=True)


@pytest.mark.parametrize("model", [Service, Situation])
def test_sensitive_theme_demands_a_neutral_name_of_a_draft_too(client, sensitive_theme, model):
    form = desk.form_of(client.get(desk.address("add", model)))
    form |= {"name_fi": "Apua väkivaltaan", "themes": [str(sensitive_theme.pk)]}

    refused = client.post(desk.address("add", model), form)
    assert not model.objects.exists()
    client.post(desk.address("add", model), form | {"neutral_name_fi": "Turvallinen arki"})

    assert list(desk.errors_of(refused)) == ["neutral_name_fi"]
    assert [row.slug for row in model.objects.all()] == ["turvallinen-arki"]


@pytest.mark.parametrize("role", ["coordinator", "editor"])
def test_address_made_of_the_telling_name_is_made_anew(sensitive_theme, role):
    """Also for an editor, whose form has no address to change."""
    service = draft(name="Apua väkivaltaan")
    assert service.slug == "apua-vakivaltaan"
    client = desk.sign_in(desk.coordinator() if role == "coordinator" else desk.editor(service.actor))

    sent(client, service, themes=[str(sensitive_theme.pk)], neutral_name_fi="Turvallinen arki")

    service.refresh_from_db()
    assert service.slug == "turvallinen-arki"


def test_theme_becomes_sensitive_only_with_a_neutral_name(client):
    theme = make.make_theme(name="Päihteet")

    response = sent(client, theme, is_sensitive="on")
    assert list(desk.errors_of(response)) == ["neutral_name_fi"]
    sent(client, theme, is_sensitive="on", neutral_name_fi="Tukea")

    theme.refresh_from_db()
    assert theme.is_sensitive


# --- Situations -----------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("kinds", "is_published"),
    [([], False), (["text", "helpline"], False), (["helpline", "text"], True)],
    ids=["no steps", "helpline second", "helpline first"],
)
def test_urgent_situation_begins_with_a_helpline(client, kinds, is_published):
    situation = Situation.objects.create(name_fi="Pelkään kotona", urgency="urgent")
    line = make.make_helpline()
    for position, kind in enumerate(kinds, start=1):
        target = {"helpline": line} if kind == "helpline" else {"text_fi": "Hengitä."}
        situation.steps.create(position=position, kind=kind, **target)

    response = sent(client, situation, state="published")

    situation.refresh_from_db()
    assert situation.is_published is is_published
    if not is_published:
        assert "auttava puhelin" in desk.errors_of(response)["state"][0].lower()


def test_order_of_the_steps_as_sent_decides(client):
    situation = Situation.objects.create(name_fi="Pelkään kotona", urgency="urgent")
    situation.steps.create(position=1, kind="text", text_fi="Hengitä.")
    situation.steps.create(position=2, kind="helpline", helpline=make.make_helpline())

    sent(client, situation, state="published", **{"steps-0-position": "3"})

    situation.refresh_from_db()
    assert situation.is_published
    assert [step.kind for step in situation.steps.all()] == [RouteStep.Kind.HELPLINE, RouteStep.Kind.TEXT]


@pytest.mark.parametrize("urgency", ["everyday", "soon"])
def test_other_situations_need_no_helpline(client, urgency):
    situation = Situation.objects.create(name_fi="Vauva itkee", urgency=urgency)

    sent(client, situation, state="published")

    situation.refresh_from_db()
    assert situation.is_published


# --- Helplines ------------------------------------------------------------------------------------
def test_published_line_without_a_number_is_on_the_first_page_until_it_has_one(client):
    line = make.make_helpline(name="Sosiaalipäivystys", numbers=())
    make.make_helpline(name="Nollalinja")
    make.make_helpline(name="Luonnos", numbers=(), state="draft")

    needs = client.get("/admin/").context["needs"]
    line.numbers.create(language="fi", number="016 555 0100")

    assert [need["url"] for need in needs] == [desk.address("change", line)]
    assert client.get("/admin/").context["needs"] == []


def test_editor_is_not_asked_to_mend_what_it_cannot():
    make.make_helpline(name="Sosiaalipäivystys", numbers=())
    client = desk.sign_in(desk.editor(make.make_actor()))

    assert client.get("/admin/").context["needs"] == []


# --- Places whose address is secret ---------------------------------------------------------------
SECRET = {"street": "Salakatu 7", "postal_code": "99100", "locality": "Sirkka", "entrance_fi": "Takaovi"}


def test_hiding_an_address_asks_twice_and_then_wipes_it(client):
    place = make.make_place(name="Turvakoti", latitude=67.6, longitude=24.9, entrance_se="Uksa", **SECRET)

    first = sent(client, place, address_is_masked="on")
    place.refresh_from_db()
    assert (list(desk.errors_of(first)), place.street) == (["wipe_address"], "Salakatu 7")
    client.post(desk.address("change", place), desk.form_of(first) | {"wipe_address": "on"})

    place.refresh_from_db()
    kept = {name: getattr(place, name) for name in directory.Place.masked_columns()}
    assert place.address_is_masked
    assert set(kept.values()) == {"", None}


def test_wiped_address_is_not_in_the_history_page(client):
    place = make.make_place(name="Turvakoti", **SECRET)
    sent(client, place, street="Salakatu 8")
    first = sent(client, place, address_is_masked="on")
    before = client.get(desk.address("history", place)).content.decode()
    client.post(desk.address("change", place), desk.form_of(first) | {"wipe_address": "on"})

    after = client.get(desk.address("history", place)).content.decode()

    assert ["Salakatu 7" in before, "Salakatu 8" in before, "Sirkka" in before] == [True] * 3
    assert ["Salakatu" in after, "Sirkka" in after, "Takaovi" in after] == [False] * 3


def test_secret_place_takes_no_address(client):
    place = make.make_place(name="Turvakoti", address_is_masked=True)

    response = sent(client, place, street="Salakatu 7")

    place.refresh_from_db()
    assert (list(desk.errors_of(response)), place.street) == (["address_is_masked"], "")


def test_other_places_are_not_asked_whether_to_wipe(client):
    place = make.make_place(name="Talo", **SECRET)

    assert "wipe_address" not in client.get(desk.address("change", place)).content.decode()
    sent(client, place, street="Uusikatu 1")

    place.refresh_from_db()
    assert place.street == "Uusikatu 1"
