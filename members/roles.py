"""Roles as data: members/roles.yaml names what each may do; here it becomes groups and permissions."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import yaml
from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.utils.translation import gettext_lazy as _

ROLES_FILE = Path(__file__).with_name("roles.yaml")
WAYS = ("view", "add", "change", "delete")

COORDINATOR = "coordinator"
ACTOR_EDITOR = "actor_editor"

# What a role is called on screen, and what one gives with it.
TITLES = {
    COORDINATOR: _("Coordinator: everything in the portal, and its members"),
    ACTOR_EDITOR: _("Actor's editor: the things of the actors chosen below, and nothing else"),
}
# Roles that work in the admin; the others only see the members' pages.
ADMIN_ROLES = frozenset({COORDINATOR, ACTOR_EDITOR})


class RolesFileError(ValueError):
    """The roles file names something that does not exist."""


def read_roles(path: Path = ROLES_FILE) -> dict[str, set[str]]:
    """Return the permissions of each role, as "services.change_service". RolesFileError when unclear."""
    roles = {}
    for role, grants in yaml.safe_load(path.read_text(encoding="utf-8")).items():
        roles[role] = set()
        for ways, models in grants.items():
            for model in models:
                app, dot, name = model.partition(".")
                if not dot:
                    raise RolesFileError(f"{role}: write {model!r} as app.model")
                roles[role] |= {f"{app}.{way}_{name}" for way in _ways(role, ways)}
    return roles


def _ways(role: str, words: str) -> set[str]:
    ways = {word.strip() for word in words.split(",")}
    if "manage" in ways:
        ways = ways - {"manage"} | set(WAYS)
    if unknown := ways - set(WAYS):
        raise RolesFileError(f"{role}: {', '.join(sorted(unknown))} is none of manage, {', '.join(WAYS)}")
    return ways | {"view"}


@dataclass(frozen=True)
class RoleChange:
    """What brings one group to what the file says; the permissions are sorted."""

    role: str
    is_new: bool
    given: list[str]
    taken: list[str]

    def __bool__(self) -> bool:
        return bool(self.is_new or self.given or self.taken)


def sync_roles(*, dry_run: bool = False) -> list[RoleChange]:
    """Make the groups hold just what the file names; groups of other names are left alone.

    Returns a change for each role, an empty one where nothing differed.
    RolesFileError when the file names a permission that the database does not know.
    """
    roles = read_roles()
    known = {
        f"{app}.{codename}": pk
        for app, codename, pk in Permission.objects.values_list("content_type__app_label", "codename", "pk")
    }
    if unknown := sorted(set().union(*roles.values()) - known.keys()):
        raise RolesFileError(f"No such permission: {', '.join(unknown)}. Is the database migrated?")
    groups = {group.name: group for group in Group.objects.filter(name__in=roles)}
    changes = []
    with transaction.atomic():
        for role, wanted in roles.items():
            group = groups.get(role)
            held = _held(group) if group else set()
            changes.append(RoleChange(role, group is None, sorted(wanted - held), sorted(held - wanted)))
            if changes[-1] and not dry_run:
                group = group or Group.objects.create(name=role)
                group.permissions.set([known[name] for name in wanted])
    return changes


def _held(group: Group) -> set[str]:
    rows = group.permissions.values_list("content_type__app_label", "codename")
    return {f"{app}.{codename}" for app, codename in rows}
