"""The revision moves together with a change of public content, or not at all."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.contrib.auth.models import Group
from django.contrib.sessions.models import Session
from django.db import IntegrityError, transaction
from django.utils import timezone

from members.models import Member
from perhekeskus import caching
from perhekeskus.models import Revision
from services import models as directory
from tests import factories as make
from tests.test_revision import moves

pytestmark = pytest.mark.django_db


# --- With the change or not at all ---------------------------------------------------------------
class Stop(Exception):
    pass


def rolled_back(write: Callable[[], object]) -> None:
    def write_and_stop():
        with transaction.atomic():
            assert moves(write) > 0
            raise Stop

    with pytest.raises(Stop):
        write_and_stop()


def test_rolled_back_transaction_moves_nothing():
    service, theme = make.make_service(), make.make_theme()

    assert moves(lambda: rolled_back(service.save)) == 0
    assert moves(lambda: rolled_back(lambda: service.themes.add(theme))) == 0
    assert moves(lambda: rolled_back(lambda: directory.Service.objects.update(state="draft"))) == 0
    assert moves(lambda: rolled_back(directory.Service.objects.all().delete)) == 0


def test_write_that_the_database_refuses_moves_nothing():
    make.make_actor(name="Yksi", slug="yksi")
    before = caching.current_revision()

    with pytest.raises(IntegrityError):
        directory.Actor.objects.bulk_create([directory.Actor(name_fi="Kaksi", slug="kaksi", sector="outo")])

    assert caching.current_revision() == before
    assert directory.Actor.objects.count() == 1


@pytest.mark.parametrize(
    "write",
    [
        lambda actor: actor.save(),
        lambda actor: actor.delete(),
        lambda actor: directory.Actor.objects.update(sector="state"),
        lambda actor: directory.Actor.objects.all().delete(),
        lambda actor: directory.Actor.objects.bulk_update([actor], ["sector"]),
        lambda actor: directory.Actor.objects.bulk_create([directory.Actor(slug="b", sector="state")]),
    ],
    ids=["save", "delete", "update", "queryset delete", "bulk_update", "bulk_create"],
)
def test_change_vanishes_when_the_revision_cannot_move(monkeypatch, write):
    actor = make.make_actor(sector="parish")

    def broken(**kwargs):
        raise Stop

    monkeypatch.setattr(caching, "move_revision", broken)
    actor.sector = "company"
    with pytest.raises(Stop):
        write(actor)

    assert list(directory.Actor.objects.values_list("sector", flat=True)) == ["parish"]


# --- What is no change of content ------------------------------------------------------------------
def test_history_moves_nothing():
    service = make.make_service()

    assert moves(lambda: service.history.update(history_change_reason="Syy")) == 0
    assert moves(lambda: service.history.all().delete()) == 0


def test_members_groups_and_sessions_move_nothing():
    member = make.make_member()
    actor = make.make_actor()

    assert moves(member.save) == 0
    assert moves(lambda: Member.objects.update(name="Nimi")) == 0
    assert moves(lambda: member.actors.add(actor)) == 0
    assert moves(lambda: member.groups.add(Group.objects.create(name="coordinator"))) == 0
    assert (
        moves(lambda: Session.objects.create(session_key="a", session_data="", expire_date=timezone.now()))
        == 0
    )
    assert moves(member.delete) == 1  # the member's visits to meeting places stay, without the member


def test_revision_starts_from_nothing_and_counts_one_row():
    Revision.objects.all().delete()
    assert caching.current_revision() == 0

    caching.move_revision()
    caching.move_revision()

    assert caching.current_revision() == 2
    assert list(Revision.objects.values_list("pk", "number")) == [(1, 2)]
