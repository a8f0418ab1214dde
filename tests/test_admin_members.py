"""Members on the desk: invited without a password, given roles, and never a way up or out."""

from __future__ import annotations

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.contrib.auth.models import Group

from members.models import Member
from tests import desk
from tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def coordinator():
    return desk.coordinator(email="kaisa@example.org", name="Kaisa")


@pytest.fixture
def client(coordinator):
    return desk.sign_in(coordinator)


def role_pk(name: str) -> str:
    return str(Group.objects.get(name=name).pk)


def new_form(client, **values) -> dict:
    return desk.form_of(client.get(desk.address("add", Member))) | values


def test_member_is_invited_by_e_mail_without_a_password(client):
    actor = make.make_actor()
    form = new_form(
        client, email="Eero.Editori@Example.org", groups=[role_pk("actor_editor")], actors=[str(actor.pk)]
    )

    client.post(desk.address("add", Member), form)

    member = Member.objects.get(email="eero.editori@example.org")
    assert (member.has_usable_password(), member.is_staff, member.is_superuser) == (False, True, False)
    assert ([group.name for group in member.groups.all()], list(member.actors.all())) == (
        ["actor_editor"],
        [actor],
    )


def test_member_can_be_given_a_first_password_that_is_good_enough(client):
    weak = client.post(
        desk.address("add", Member), new_form(client, email="a@example.org", password="salasana1")
    )
    client.post(
        desk.address("add", Member), new_form(client, email="a@example.org", password="karhunpentujen-kerho")
    )

    assert list(desk.errors_of(weak)) == ["password"]
    assert Member.objects.get(email="a@example.org").check_password("karhunpentujen-kerho")


def test_same_e_mail_in_capitals_is_the_same_member(client, coordinator):
    response = client.post(desk.address("add", Member), new_form(client, email="KAISA@example.org"))

    assert sorted(desk.errors_of(response)) == ["", "email"]
    assert Member.objects.count() == 1


def test_editor_without_actors_is_refused(client):
    form = new_form(client, email="a@example.org", groups=[role_pk("actor_editor")])

    assert list(desk.errors_of(client.post(desk.address("add", Member), form))) == ["actors"]
    assert Member.objects.count() == 1


def test_member_without_a_role_does_not_come_to_the_desk(client):
    member = desk.editor(make.make_actor(), email="eero@example.org")
    form = desk.form_of(client.get(desk.address("change", member)))

    client.post(desk.address("change", member), form | {"groups": []})

    member.refresh_from_db()
    assert (member.is_staff, desk.sign_in(member).get("/admin/").status_code) == (False, 403)


def test_coordinator_cannot_make_anybody_a_technical_administrator(client):
    form = new_form(client, email="a@example.org", is_superuser="on", is_staff="on", user_permissions=["1"])
    client.post(desk.address("add", Member), form)

    member = Member.objects.get(email="a@example.org")
    assert (member.is_superuser, member.is_staff, member.user_permissions.count()) == (False, False, 0)


def test_coordinator_cannot_touch_a_technical_administrator(client):
    administrator = desk.superuser(email="yllapito@example.org")
    form = desk.form_of(desk.sign_in(administrator).get(desk.address("change", administrator)))
    Authenticator.objects.create(user=administrator, type=Authenticator.Type.TOTP, data={"secret": "x"})

    client.post(desk.address("change", administrator), form | {"email": "kaapattu@example.org"})
    client.post(desk.address("delete", administrator), {"post": "yes"})
    client.post(
        desk.address("changelist", Member),
        {"action": "forget_second_factor", "_selected_action": [administrator.pk]},
    )

    administrator.refresh_from_db()
    assert (administrator.email, administrator.authenticator_set.count()) == ("yllapito@example.org", 1)


@pytest.mark.parametrize(("left_out", "faulty"), [("is_active", "is_active"), ("groups", "groups")])
def test_nobody_locks_oneself_out(client, coordinator, left_out, faulty):
    form = desk.form_of(client.get(desk.address("change", coordinator)))
    del form[left_out]

    response = client.post(desk.address("change", coordinator), form)
    client.post(desk.address("delete", coordinator), {"post": "yes"})

    assert list(desk.errors_of(response)) == [faulty]
    coordinator.refresh_from_db()
    assert (coordinator.is_active, coordinator.is_coordinator) == (True, True)


def test_another_coordinator_may_close_an_account(client):
    other = desk.coordinator()
    form = desk.form_of(client.get(desk.address("change", other)))
    del form["is_active"]

    client.post(desk.address("change", other), form)

    other.refresh_from_db()
    assert not other.is_active


def test_former_e_mail_opens_no_door(client):
    member = make.make_member(email="vanha@example.org", role="coordinator")
    EmailAddress.objects.create(user=member, email="vanha@example.org", primary=True, verified=True)
    form = desk.form_of(client.get(desk.address("change", member)))

    client.post(desk.address("change", member), form | {"email": "uusi@example.org"})

    for email, opens in (("vanha@example.org", False), ("uusi@example.org", True)):
        stranger = desk.sign_in(None)
        stranger.post("/kirjaudu/", {"login": email, "password": "salasana-esimerkki"})
        assert ("_auth_user_id" in stranger.session) is opens


def test_lost_phone_is_forgotten(client):
    member = desk.editor(make.make_actor())
    Authenticator.objects.create(user=member, type=Authenticator.Type.TOTP, data={"secret": "x"})

    client.post(
        desk.address("changelist", Member),
        {"action": "forget_second_factor", "_selected_action": [member.pk]},
    )

    assert member.authenticator_set.count() == 0


def test_editor_does_not_see_the_members(coordinator):
    client = desk.sign_in(desk.editor(make.make_actor()))

    assert client.get(desk.address("changelist", Member)).status_code == 403
    assert "members/member" not in client.get("/admin/").content.decode()
