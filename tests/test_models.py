"""What the database itself refuses: each constraint with a row it takes and a row it does not."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from django.apps import apps
from django.db import IntegrityError, models, transaction

from meetingplaces.models.base import Identified
from members.models import Member
from perhekeskus.ages import AgedModel
from perhekeskus.models import PublicItem, Redirect, Revision
from services.models import (
    OpeningSchedule,
    RouteStep,
    ServicePrice,
    Situation,
)
from tests import factories as make
from tests import test_models_calendar as calendar
from tests.rows import new_row
from tests.test_models_calendar import update

pytestmark = pytest.mark.django_db

OURS = ("perhekeskus", "members", "services", "meetingplaces")
PUBLIC = [model for model in apps.get_models() if issubclass(model, PublicItem)]
AGED = [model for model in apps.get_models() if issubclass(model, AgedModel)]
IDENTIFIED = [model for model in apps.get_models() if issubclass(model, PublicItem | Identified)]


def schedule(**fields) -> OpeningSchedule:
    return OpeningSchedule.objects.create(**{"place": make.make_place(), "weekday": 1} | fields)


def price(**fields) -> ServicePrice:
    return make.make_service().prices.create(**{"min_amount": 5} | fields)


def step(**fields) -> RouteStep:
    situation = Situation.objects.create(name_fi="Vauva itkee")
    return situation.steps.create(**{"position": 1, "text_fi": "Hengitä."} | fields)


def twice(relation: str, target: Callable[[], models.Model], **fields) -> None:
    """Link the same thing to a service two times."""
    service, row = make.make_service(), target()
    for _ in range(2):
        getattr(service, f"{relation}_links").create(**{relation: row} | fields)


NINE, THREE = dt.time(9), dt.time(15)
MONDAY, TUESDAY = dt.date(2026, 11, 23), dt.date(2026, 11, 24)

# The constraint, a write that it takes, a write that it refuses.
CASES: dict[str, tuple[Callable, Callable]] = {
    "perhekeskus_revision_one_row": (
        lambda: Revision.objects.update_or_create(pk=1),
        lambda: Revision.objects.create(pk=2),
    ),
    "perhekeskus_installation_one_row": (
        lambda: make.make_installation(),
        lambda: update(make.make_installation(), id=2),
    ),
    "perhekeskus_redirect_not_to_itself": (
        lambda: Redirect.objects.create(old_path="/a/", new_path="/b/"),
        lambda: Redirect.objects.create(old_path="/a/", new_path="/a/"),
    ),
    "members_member_email_unique": (
        lambda: [make.make_member(email="a@example.org"), make.make_member(email="b@example.org")],
        lambda: [make.make_member(email="a@example.org"), Member.objects.create(email="A@example.ORG")],
    ),
    "services_actor_sector_known": (
        lambda: make.make_actor(sector="parish"),
        lambda: make.make_actor(sector="outo"),
    ),
    "services_helplinenumber_once": (
        lambda: make.make_helpline(numbers=(("fi", "1"), ("sv", "1"))),
        lambda: make.make_helpline(numbers=(("fi", "1"), ("fi", "2"))),
    ),
    "services_place_masked_has_no_address": (
        lambda: update(make.make_place(), address_is_masked=True),
        lambda: update(make.make_place(street="Katu 1"), address_is_masked=True),
    ),
    "services_place_coordinates_together": (
        lambda: make.make_place(latitude=67.65, longitude=24.91),
        lambda: make.make_place(latitude=67.65),
    ),
    "services_channel_kind_known": (
        lambda: make.make_channel(kind="chat"),
        lambda: make.make_channel(kind="fax"),
    ),
    "services_channel_has_value": (
        lambda: make.make_channel(value="112"),
        lambda: make.make_channel(value="  "),
    ),
    "services_openingschedule_one_owner": (
        lambda: schedule(place=None, channel=make.make_channel()),
        lambda: schedule(channel=make.make_channel()),
    ),
    "services_openingschedule_dates_in_order": (
        lambda: schedule(valid_from_on=MONDAY, valid_until_on=MONDAY),
        lambda: schedule(valid_from_on=TUESDAY, valid_until_on=MONDAY),
    ),
    "services_openingschedule_times_in_order": (
        lambda: schedule(kind="overnight", opens_time=THREE, closes_time=NINE),
        lambda: schedule(opens_time=THREE, closes_time=NINE),
    ),
    "services_openingschedule_weekday_known": (lambda: schedule(weekday=7), lambda: schedule(weekday=8)),
    "services_service_area_kind_known": (
        lambda: make.make_service(area_kind=""),
        lambda: make.make_service(area_kind="moon"),
    ),
    "services_service_price_kind_known": (
        lambda: make.make_service(price_kind="not_known"),
        lambda: make.make_service(price_kind="gratis"),
    ),
    "services_service_county_named": (
        lambda: make.make_service(area_kind="county", county=make.make_municipality().county),
        lambda: make.make_service(area_kind="county"),
    ),
    "services_serviceactor_once": (
        lambda: make.make_service().actor_links.create(actor=make.make_actor()),
        lambda: twice("actor", make.make_actor),
    ),
    "services_serviceplace_once": (
        lambda: make.make_service(places=[make.make_place(), make.make_place()]),
        lambda: twice("place", make.make_place),
    ),
    "services_servicechannel_once": (
        lambda: make.make_service(channels=[make.make_channel(), make.make_channel()]),
        lambda: twice("channel", make.make_channel),
    ),
    "services_serviceprice_not_negative": (lambda: price(min_amount=0), lambda: price(min_amount=-1)),
    "services_serviceprice_range_in_order": (lambda: price(max_amount=6), lambda: price(max_amount=5)),
    "services_routestep_has_its_target": (
        lambda: step(kind="link", url="https://example.org/"),
        lambda: step(kind="link"),
    ),
    "services_agegroup_ages_in_order": (
        lambda: make.make_age_group(slug="odotus", min_months=0, max_months=0, for_pregnancy=True),
        lambda: make.make_age_group(slug="vauvat", min_months=12, max_months=12),
    ),
    "services_theme_sensitive_has_neutral_name": (
        lambda: make.make_theme(is_sensitive=True, neutral_name_fi="Tukea"),
        lambda: make.make_theme(is_sensitive=True),
    ),
    **calendar.CASES,
}
# Those of every model of a kind: each kind has a test of its own below.
FOR_ALL = (
    (PUBLIC, ("state_known", "visibility_known")),
    (IDENTIFIED, ("source_unique",)),
    (AGED, ("ages_in_order", "ages_not_empty")),
)


def refuses(write: Callable, *, constraint: str) -> None:
    with pytest.raises(IntegrityError) as refusal, transaction.atomic():
        write()
    # SQLite names the columns of a broken uniqueness and not the constraint.
    assert constraint in str(refusal.value) or "UNIQUE" in str(refusal.value)


def test_every_constraint_is_tried_here():
    named = {
        f"{model._meta.label_lower.replace('.', '_')}_{name}"
        for kind, names in FOR_ALL
        for model in kind
        for name in names
    }

    assert named | CASES.keys() == {
        constraint.name
        for model in apps.get_models()
        if model._meta.app_label in OURS
        for constraint in model._meta.constraints
    }


@pytest.mark.parametrize("name", CASES)
def test_constraint_takes_what_is_right_and_refuses_what_is_not(name):
    takes, breaks = CASES[name]

    refuses(breaks, constraint=name)
    takes()


@pytest.mark.parametrize("model", PUBLIC, ids=lambda model: model.__name__)
def test_state_and_visibility_are_known_ones(model):
    row = new_row(model)
    row.save()
    update(row, state="archived", visibility="members")

    refuses(lambda: update(row, state="deleted"), constraint="state_known")
    refuses(lambda: update(row, visibility="nobody"), constraint="visibility_known")


@pytest.mark.parametrize("model", IDENTIFIED, ids=lambda model: model.__name__)
def test_identity_in_a_source_is_unique_where_it_is_filled(model):
    rows = [new_row(model) for _ in range(3)]
    for number, row in enumerate(rows):
        if isinstance(row, PublicItem):
            row.slug = f"rivi-{number}"
        row.source = "ptv"
        row.save()
    update(rows[0], source_id="abc")
    update(rows[1], source="demo", source_id="abc")

    refuses(lambda: update(rows[2], source_id="abc"), constraint="source_unique")


@pytest.mark.parametrize("model", AGED, ids=lambda model: model.__name__)
def test_ages_are_in_order_and_not_empty(model):
    row = new_row(model)
    row.save()
    for takes in ((None, None, False), (0, 12, False), (None, 0, True), (0, 0, True), (12, None, False)):
        update(row, **dict(zip(("min_months", "max_months", "for_pregnancy"), takes, strict=True)))

    refuses(
        lambda: update(row, min_months=12, max_months=12, for_pregnancy=False), constraint="ages_in_order"
    )
    refuses(
        lambda: update(row, min_months=None, max_months=0, for_pregnancy=False), constraint="ages_not_empty"
    )


@pytest.mark.parametrize("neutral", ["", None])
def test_theme_cannot_become_sensitive_without_a_neutral_name(neutral):
    theme = make.make_theme()

    refuses(lambda: update(theme, is_sensitive=True, neutral_name_fi=neutral), constraint="has_neutral_name")


@pytest.mark.parametrize("kind", ["text", "helpline", "service", "theme", "link"])
def test_step_of_a_route_has_its_own_target_and_no_other(kind):
    targets = {"helpline": make.make_helpline, "service": make.make_service, "theme": make.make_theme}
    own = {kind: targets[kind]()} if kind in targets else {}
    row = step(kind=kind, **own, **({"url": "https://example.org/"} if kind == "link" else {}))

    for other in targets.keys() - {kind}:
        refuses(lambda other=other: update(row, **{other: targets[other]()}), constraint="has_its_target")
    if own:
        refuses(lambda: update(row, **{kind: None}), constraint="has_its_target")
