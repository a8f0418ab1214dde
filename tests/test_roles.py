"""Roles as data: what sync_roles does with members/roles.yaml."""

from __future__ import annotations

from io import StringIO

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.management import CommandError, call_command

from members import roles

pytestmark = pytest.mark.django_db


def run(**options) -> str:
    out = StringIO()
    call_command("sync_roles", stdout=out, **options)
    return out.getvalue()


def rights(role: str) -> set[str]:
    held = Group.objects.get(name=role).permissions.values_list("content_type__app_label", "codename")
    return {f"{app}.{codename}" for app, codename in held}


@pytest.fixture
def small_file(tmp_path, monkeypatch):
    """A roles file with one role, written by the test."""
    path = tmp_path / "roles.yaml"
    monkeypatch.setattr(roles.read_roles, "__defaults__", (path,))
    return path


def test_groups_hold_what_the_file_names():
    run(verbosity=0)

    assert set(Group.objects.values_list("name", flat=True)) == {"coordinator", "actor_editor"}
    assert {role: rights(role) for role in ("coordinator", "actor_editor")} == roles.read_roles()


def test_editor_deletes_nothing_that_has_an_address():
    deletable = {name for name in roles.read_roles()["actor_editor"] if ".delete_" in name}

    assert deletable == {
        "meetingplaces.delete_activityprice",
        "meetingplaces.delete_slotchange",
        "meetingplaces.delete_slotdate",
        "meetingplaces.delete_visit",
        "meetingplaces.delete_visitdate",
        "meetingplaces.delete_weeklyslot",
        "services.delete_openingschedule",
        "services.delete_servicechannel",
        "services.delete_serviceplace",
        "services.delete_serviceprice",
    }


def test_who_may_change_may_look(small_file):
    small_file.write_text(
        "helper:\n  change:\n    - services.service\n  add, delete:\n    - services.place\n"
    )

    assert roles.read_roles() == {
        "helper": {
            "services.view_service",
            "services.change_service",
            "services.view_place",
            "services.add_place",
            "services.delete_place",
        }
    }


def test_command_says_what_it_did_and_the_second_time_that_there_was_nothing_to_do(small_file):
    small_file.write_text("helper:\n  view:\n    - services.service\n    - services.place\n")

    assert run() == "helper: made, 2 rights given, 0 taken away\n"
    assert run() == "The roles are as members/roles.yaml says.\n"
    small_file.write_text("helper:\n  add:\n    - services.service\n")
    assert run(verbosity=2) == (
        "helper: 1 rights given, 1 taken away\n  + services.add_service\n  - services.view_place\n"
    )
    assert rights("helper") == {"services.view_service", "services.add_service"}


def test_right_that_somebody_gave_by_hand_is_taken_away():
    run(verbosity=0)
    editors = Group.objects.get(name="actor_editor")
    editors.permissions.add(Permission.objects.get(codename="delete_service"))

    run(verbosity=0)

    assert rights("actor_editor") == roles.read_roles()["actor_editor"]


def test_groups_of_other_names_are_left_alone():
    other = Group.objects.create(name="tutkijat")
    other.permissions.add(Permission.objects.get(codename="view_service"))

    run(verbosity=0)

    assert rights("tutkijat") == {"services.view_service"}


def test_dry_run_tells_and_changes_nothing(small_file):
    small_file.write_text("helper:\n  view:\n    - services.service\n")

    told = run(dry_run=True)

    assert told == "helper: would be made, 1 rights to give, 0 to take away\n  + services.view_service\n"
    assert not Group.objects.exists()


def test_check_fails_until_the_roles_are_as_the_file_says():
    with pytest.raises(CommandError, match="differ from members/roles.yaml"):
        run(check=True)
    assert not Group.objects.exists()

    run(verbosity=0)

    assert run(check=True) == "The roles are as members/roles.yaml says.\n"


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("helper:\n  view:\n    - services.spaceship\n", "services.view_spaceship"),
        ("helper:\n  see:\n    - services.service\n", "see is none of manage, view"),
        ("helper:\n  view:\n    - service\n", "write 'service' as app.model"),
    ],
)
def test_file_that_names_what_is_not_there_is_refused_whole(small_file, text, fault):
    small_file.write_text("earlier:\n  view:\n    - services.place\n" + text)

    with pytest.raises(CommandError, match=fault):
        run()
    assert not Group.objects.exists()
