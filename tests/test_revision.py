"""The content revision: every change of public content moves it, and nothing else does.

The walk goes through all the models that the house watches and all the ways in which Django
writes; a model that comes later is walked too, and fails here until tests/rows.py can make it.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.apps import apps
from django.core import serializers

from perhekeskus import caching
from perhekeskus.models import ContentModel, Installation, Redirect
from services import models as directory
from tests import factories as make
from tests.rows import new_row

pytestmark = pytest.mark.django_db


def watched() -> list[type[ContentModel]]:
    tables = [model for model in caching.watched_models() if not model._meta.auto_created]
    return sorted(tables, key=lambda model: model._meta.label)


def links() -> list[tuple[type[ContentModel], str]]:
    """Every many-to-many relation of the watched models."""
    return [(model, field.name) for model in watched() for field in model._meta.local_many_to_many]


def moves(write: Callable[[], object]) -> int:
    """How far a write moves the revision."""
    before = caching.current_revision()
    write()
    return caching.current_revision() - before


each_watched = pytest.mark.parametrize("model", watched(), ids=lambda model: model.__name__)
each_link = pytest.mark.parametrize(
    ("model", "name"), links(), ids=lambda value: getattr(value, "__name__", value)
)


def test_every_content_model_is_watched():
    content = {model for model in apps.get_models() if issubclass(model, ContentModel)}

    assert {model for model in caching.watched_models() if not model._meta.auto_created} == content
    assert content >= {
        directory.Service,
        directory.OpeningSchedule,
        directory.ServicePrice,
        Redirect,
        Installation,
    }


def test_every_content_model_is_saved_through_the_one_save():
    """The receiver of a saved row moves no revision: what went past `ContentModel.save` would be missed."""
    own = {model for model in watched() if model.save is not ContentModel.save}

    assert own == {Installation}  # which fixes its key, and goes on


# --- One row -------------------------------------------------------------------------------------
@each_watched
def test_revision_moves_when_a_row_is_saved_changed_and_deleted(model):
    row = new_row(model)

    assert moves(row.save) > 0
    assert moves(row.save) > 0
    assert moves(row.delete) > 0


@each_watched
def test_revision_moves_with_get_or_create_and_update_or_create(model):
    row = new_row(model)
    values = {
        field.name: getattr(row, field.name)
        for field in model._meta.concrete_fields
        if not field.primary_key and field.attname in row.__dict__ and row.__dict__[field.attname] is not None
    }
    key = next(
        name
        for name in ("slug", "code", "old_path", "position", "language", "name_fi", "id")
        if name in {field.name for field in model._meta.concrete_fields}
        and (name == "id" or values.get(name))
    )
    lookup = {key: 1 if key == "id" else values.pop(key)}

    assert moves(lambda: model.objects.get_or_create(**lookup, defaults=values)) > 0
    assert moves(lambda: model.objects.get_or_create(**lookup, defaults=values)) == 0
    assert moves(lambda: model.objects.update_or_create(**lookup, defaults=values)) > 0


@each_watched
def test_revision_moves_when_a_row_comes_of_a_fixture(model):
    """`loaddata` writes past `save`."""
    row = new_row(model)
    row.save()
    fixture = serializers.serialize("json", [row])
    row.delete()

    assert moves(lambda: [loaded.save() for loaded in serializers.deserialize("json", fixture)]) == 1


# --- Many rows at once ---------------------------------------------------------------------------
@each_watched
def test_revision_moves_when_many_rows_are_written_at_once(model):
    row = new_row(model)
    if model is Installation:
        row.pk = 1
    assert moves(lambda: model.objects.bulk_create([row])) > 0
    row = model.objects.order_by("-pk").first()
    column = next(field.name for field in model._meta.concrete_fields if not field.primary_key)

    assert moves(lambda: model.objects.bulk_update([row], [column])) > 0
    assert moves(lambda: model.objects.filter(pk=row.pk).update(**{column: getattr(row, column)})) > 0
    assert moves(model.objects.filter(pk=row.pk).delete) > 0


# --- Links ---------------------------------------------------------------------------------------
@each_link
def test_revision_moves_when_links_change(model, name):
    row = new_row(model)
    row.save()
    field = model._meta.get_field(name)
    target = field.related_model.objects.first()
    if target is None:
        target = new_row(field.related_model)
        target.save()
    manager = getattr(row, name)
    defaults = {"role": "partner"} if field.remote_field.through is directory.ServiceActor else {}

    assert moves(lambda: manager.add(target, through_defaults=defaults)) > 0
    assert moves(lambda: manager.remove(target)) > 0
    assert moves(lambda: manager.set([target], through_defaults=defaults)) > 0
    assert moves(manager.clear) > 0


def test_revision_moves_when_links_change_from_the_other_side():
    service, theme = make.make_service(), make.make_theme()

    assert moves(lambda: theme.services.add(service)) > 0
    assert moves(lambda: theme.services.remove(service)) > 0
    assert moves(lambda: theme.services.set([service])) > 0
    assert moves(theme.services.clear) > 0
    assert [len(row.themes.all()) for row in service.history.order_by("history_id")][-3:] == [1, 0, 1]


def test_revision_moves_when_rows_are_written_through_their_owner():
    actor, place, service = make.make_actor(), make.make_place(), make.make_service()

    assert moves(lambda: service.prices.create(min_amount=5)) > 0
    assert moves(lambda: service.prices.update(min_amount=6)) > 0
    assert moves(lambda: service.prices.all().delete()) > 0
    assert moves(lambda: actor.services.add(service)) > 0
    assert moves(actor.services.clear) > 0
    assert moves(lambda: actor.places.set([place])) > 0
    assert moves(lambda: actor.places.remove(place)) > 0
    assert (
        moves(lambda: service.place_links.bulk_create([directory.ServicePlace(service=service, place=place)]))
        > 0
    )


def test_revision_moves_when_rows_go_with_their_owner():
    service = make.make_service(places=[make.make_place()])
    service.prices.create(min_amount=5)

    assert moves(service.delete) > 0
    assert directory.ServicePrice.objects.count() == 0
