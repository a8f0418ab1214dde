"""Who may do what on the desk: every registered model × every way × every kind of person.

A model that joins the desk joins this table. Each way is really tried, and what came of it is
read from the page or the database: a list that opens without the row has not shown it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from django.apps import apps
from django.contrib import admin
from django.contrib.admin.models import CHANGE, LogEntry
from django.db import models, transaction
from django.urls import reverse

from meetingplaces import models as calendar
from members.models import Member
from perhekeskus.models import ContentModel, Installation, Redirect
from search import models as search_tables
from services import models as directory
from services.admin.scope import ActorScopedMixin
from tests import calendar_factories as make_calendar
from tests import desk
from tests import factories as make

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]

READ = {"list", "view", "history", "choose"}
EVERYTHING = READ | {"add", "change", "delete"}
PEOPLE = ("anonymous", "own editor", "other editor", "coordinator", "superuser")


@dataclass(frozen=True)
class Line:
    """What is expected of one model.

    make: makes a row that belongs to an actor, where it can belong to one.
    fresh: what must differ in the form for a second row to be added; of a row, or of any.
    all: what a coordinator and a superuser can do. own: an editor with its own row.
    other: an editor with somebody else's row.
    """

    make: Callable
    fresh: dict | Callable[[models.Model], dict] = field(default_factory=dict)
    all: set[str] = field(default_factory=lambda: EVERYTHING)
    own: set[str] = field(default_factory=set)
    other: set[str] = field(default_factory=set)

    def expected(self, person: str) -> set[str]:
        by_person = {"anonymous": set(), "own editor": self.own, "other editor": self.other}
        return by_person.get(person, self.all)


def seen_by_editors(make_row: Callable, *, has_preview: bool = False, **fresh) -> Line:
    """A list that editors choose from: everybody on the desk may look."""
    more = {"preview"} if has_preview else set()
    return Line(make_row, fresh, all=EVERYTHING | more, own=READ | more, other=READ | more)


def make_service(actor):
    return make.make_service(actor=actor, min_months=0, max_months=12)


def make_link(actor, relation: str):
    service = make_service(actor)
    make.make_place(owner=actor, name="Talo")
    target = directory.Place.objects.get() if relation == "place" else make.make_channel(actor=actor)
    return getattr(service, f"{relation}_links").create(**{relation: target})


def make_activity(actor):
    return make_calendar.make_activity(organisers=[actor])


def make_slot(actor):
    return make_calendar.make_slot(activity=make_activity(actor))


LINK = {"list", "view", "history", "choose", "change", "delete"}

MATRIX: dict[type[models.Model], Line] = {
    search_tables.SearchSynonym: Line(
        lambda _: search_tables.SearchSynonym.objects.create(triggers="bvc", targets="neuvola")
    ),
    search_tables.SearchMiss: Line(
        lambda _: search_tables.SearchMiss.objects.create(
            language="fi", word="vauvasauna", kind="zero", count=3, last_on=make.CHECKED_ON
        ),
        all=READ | {"delete"},
    ),
    Installation: Line(lambda _: make.make_installation(), all={"view", "history", "choose", "change"}),
    Redirect: Line(
        lambda _: Redirect.objects.create(old_path="/vanha/", new_path="/uusi/"), {"old_path": "/toinen/"}
    ),
    Member: Line(lambda _: desk.coordinator(), {"email": "uusi@example.org"}),
    directory.Actor: Line(
        lambda actor: actor, {"slug": ""}, all=EVERYTHING | {"preview"}, own=READ | {"change", "preview"}
    ),
    directory.Place: Line(
        lambda actor: make.make_place(owner=actor), {"slug": ""}, own=READ | {"add", "change"}
    ),
    directory.Channel: Line(
        lambda actor: make.make_channel(actor=actor), {"slug": ""}, own=READ | {"add", "change"}
    ),
    directory.Service: Line(
        make_service,
        {"slug": ""},
        all=EVERYTHING | {"preview"},
        own=READ | {"add", "change", "preview"},
    ),
    directory.ServicePlace: Line(lambda actor: make_link(actor, "place"), all=LINK, own=LINK),
    directory.ServiceChannel: Line(lambda actor: make_link(actor, "channel"), all=LINK, own=LINK),
    directory.FamilyCentre: Line(
        lambda _: make.make_family_centre(municipalities=[make.make_municipality()]),
        {"slug": ""},
        all=EVERYTHING | {"preview"},
    ),
    directory.Helpline: Line(lambda _: make.make_helpline(), {"slug": ""}),
    directory.Situation: Line(
        lambda _: make.make_situation(name="Vauva itkee"), {"slug": ""}, all=EVERYTHING | {"preview"}
    ),
    directory.Theme: seen_by_editors(lambda _: make.make_theme(), has_preview=True, slug=""),
    directory.Task: seen_by_editors(lambda _: make.make_task(), has_preview=True, slug=""),
    directory.AgeGroup: seen_by_editors(
        lambda _: make.make_age_group(slug="vauvat", min_months=0, max_months=12), slug="toinen"
    ),
    directory.Audience: seen_by_editors(lambda _: make.make_audience(slug="isat"), slug="toinen"),
    directory.Section: seen_by_editors(lambda _: make.make_section(slug="arki"), slug="toinen"),
    directory.SpokenLanguage: seen_by_editors(lambda _: make.make_spoken_language(code="so"), code="et"),
    directory.Municipality: seen_by_editors(lambda _: make.make_municipality(), slug="toinen", code="999"),
    directory.County: seen_by_editors(
        lambda _: directory.County.objects.create(code="98", name_fi="Uusi", name_sv="Ny"), code="99"
    ),
    directory.Area: seen_by_editors(
        lambda _: directory.Area.objects.create(slug="pohjoinen", name_fi="Pohjoinen"), slug="toinen"
    ),
    calendar.MeetingPlace: Line(
        lambda actor: make_calendar.make_meeting_place(host=actor, place=make.make_place(owner=actor)),
        {"slug": ""},
        all=EVERYTHING | {"preview"},
        own=READ | {"add", "change", "preview"},
    ),
    calendar.Activity: Line(
        make_activity,
        lambda row: {"slug": "", "organiser": str(row.organisers.get().pk)},
        all=EVERYTHING | {"preview"},
        own=READ | {"add", "change", "preview"},
    ),
    calendar.WeeklySlot: Line(make_slot, lambda row: {"activity": str(row.activity_id)}, own=EVERYTHING),
    calendar.Visit: Line(
        lambda actor: make_calendar.make_visit(slot=make_slot(actor)),
        lambda row: {"slot": str(row.slot_id)},
        own=EVERYTHING,
    ),
    calendar.Break: seen_by_editors(
        lambda _: make_calendar.make_break(first=make.CHECKED_ON, last=make.CHECKED_ON)
    ),
}


def test_matrix_knows_every_registered_model():
    strangers = {model.__name__ for model in admin.site._registry} ^ {model.__name__ for model in MATRIX}

    assert strangers == set(), (
        f"{', '.join(sorted(strangers))}: the desk and MATRIX must have the same models. Say in MATRIX "
        "who may do what with the model, and in members/roles.yaml too; if its rows belong to an actor, its "
        "admin takes ActorScopedMixin and its model says owner_path."
    )


def test_coordinator_may_do_everything_with_all_content():
    sacred = {"view", "add", "change", "delete"}
    coordinator = Member.objects.get(pk=desk.coordinator().pk)
    lacking = {
        f"{model._meta.app_label}.{way}_{model._meta.model_name}"
        for model in apps.get_models()
        if issubclass(model, ContentModel)
        for way in sacred
        if not coordinator.has_perm(f"{model._meta.app_label}.{way}_{model._meta.model_name}")
    }

    assert lacking == set(), "add the models to the coordinator's list in members/roles.yaml"


def test_whatever_belongs_to_an_actor_is_shown_by_actor():
    unscoped = {
        model.__name__
        for model, model_admin in admin.site._registry.items()
        if hasattr(model, "owner_path") and not isinstance(model_admin, ActorScopedMixin)
    }

    assert unscoped == set(), "their admins need ActorScopedMixin, else editors see each other's rows"


@pytest.fixture
def actor():
    return make.make_actor(name="Kittilän perhetupa")


@pytest.fixture(params=PEOPLE)
def person(request, actor) -> tuple[str, Member | None]:
    makers = {
        "anonymous": lambda: None,
        "own editor": lambda: desk.editor(actor),
        "other editor": lambda: desk.editor(make.make_actor(name="Muu järjestäjä")),
        "coordinator": desk.coordinator,
        "superuser": desk.superuser,
    }
    return request.param, makers[request.param]()


@pytest.mark.parametrize("model", MATRIX, ids=lambda model: model.__name__)
def test_each_person_can_do_what_the_matrix_says_and_nothing_else(model, person, actor):
    name, member = person
    line = MATRIX[model]
    row = line.make(actor)
    full_form = desk.form_of(desk.sign_in(desk.superuser()).get(desk.address("change", row)))
    client = desk.sign_in(member)

    can = {way for way, attempt in ATTEMPTS.items() if _undone(attempt, client, row, line, full_form)}

    assert can == line.expected(name)


def _undone(attempt: Callable, *args) -> bool:
    """Try a way, and take back what it did."""
    with transaction.atomic():
        happened = attempt(*args)
        transaction.set_rollback(True)
    return happened


# --- The ways: each says whether it really happened -----------------------------------------------
def can_list(client, row, line, full_form) -> bool:
    response = client.get(desk.address("changelist", type(row)))
    return response.status_code == 200 and row in response.context["cl"].queryset


def can_view(client, row, line, full_form) -> bool:
    response = client.get(desk.address("change", row))
    return response.status_code == 200 and response.context["original"] == row


def can_read_history(client, row, line, full_form) -> bool:
    response = client.get(desk.address("history", row))
    return response.status_code == 200 and response.context["object"] == row


def can_choose(client, row, line, full_form) -> bool:
    """Find the row among what some field of some form offers."""
    source = (
        next(
            relation
            for other in apps.get_models()
            for relation in other._meta.get_fields()
            if relation.concrete and relation.is_relation and relation.related_model is type(row)
        )
        if _is_pointed_at(type(row))
        else None
    )
    if source is None:
        return "choose" in line.all and can_view(client, row, line, full_form)
    query = {
        "app_label": source.model._meta.app_label,
        "model_name": source.model._meta.model_name,
        "field_name": source.name,
    }
    response = client.get(reverse("admin:autocomplete"), query)
    return response.status_code == 200 and str(row.pk) in _all_offered(client, query)


def _is_pointed_at(model) -> bool:
    return any(
        relation.concrete and relation.is_relation and relation.related_model is model
        for other in apps.get_models()
        for relation in other._meta.get_fields()
    )


def _all_offered(client, query: dict) -> set[str]:
    offered, page, more = set(), 1, True
    while more:
        answer = client.get(reverse("admin:autocomplete"), query | {"page": page}).json()
        offered |= {result["id"] for result in answer["results"]}
        page, more = page + 1, answer["pagination"]["more"]
    return offered


def can_preview(client, row, line, full_form) -> bool:
    if not getattr(admin.site._registry[type(row)], "has_preview", False):
        return False
    response = client.get(desk.address("preview", row))
    return response.status_code == 200 and row.name_fi in response.content.decode()


def can_change(client, row, line, full_form) -> bool:
    own_form = client.get(desk.address("change", row))
    has_form = own_form.status_code == 200 and "_save" in desk.form_of(own_form)
    client.post(desk.address("change", row), desk.form_of(own_form) if has_form else full_form)
    return LogEntry.objects.filter(action_flag=CHANGE, object_id=row.pk).exists()


def can_add(client, row, line, full_form) -> bool:
    """Send what a superuser's form of a row like this one, of the same owner, would send."""
    before = type(row).objects.count()
    fresh = line.fresh(row) if callable(line.fresh) else line.fresh
    client.post(desk.address("add", type(row)), desk.without_children(full_form) | fresh)
    return type(row).objects.count() == before + 1


def can_delete(client, row, line, full_form) -> bool:
    client.post(desk.address("delete", row), {"post": "yes"})
    return not type(row).objects.filter(pk=row.pk).exists()


ATTEMPTS: dict[str, Callable] = {
    "list": can_list,
    "view": can_view,
    "history": can_read_history,
    "choose": can_choose,
    "preview": can_preview,
    "change": can_change,
    "add": can_add,
    "delete": can_delete,
}
