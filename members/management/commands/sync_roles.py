"""Give the roles the rights that members/roles.yaml names. Safe to run again."""

from __future__ import annotations

from django.core.management.base import BaseCommand, CommandError

from members.roles import RoleChange, RolesFileError, sync_roles


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser):
        parser.add_argument(
            "--dry-run", action="store_true", help="Say what would change, and change nothing."
        )
        parser.add_argument(
            "--check", action="store_true", help="Change nothing, and fail when something would change."
        )

    def handle(self, *, dry_run, check, verbosity=1, **options):
        try:
            changes = sync_roles(dry_run=dry_run or check)
        except RolesFileError as fault:
            raise CommandError(f"members/roles.yaml: {fault}") from fault
        would = dry_run or check
        for change in changes:
            if verbosity and change:
                self._tell(change, would=would, in_full=would or verbosity > 1)
        if check and any(changes):
            raise CommandError("The roles differ from members/roles.yaml: run sync_roles.")
        if verbosity and not any(changes):
            self.stdout.write("The roles are as members/roles.yaml says.")

    def _tell(self, change: RoleChange, *, would: bool, in_full: bool) -> None:
        made = ("would be made, " if would else "made, ") if change.is_new else ""
        given, taken = ("to give", "to take away") if would else ("given", "taken away")
        self.stdout.write(
            f"{change.role}: {made}{len(change.given)} rights {given}, {len(change.taken)} {taken}"
        )
        if in_full:
            for sign, permissions in (("+", change.given), ("-", change.taken)):
                for permission in permissions:
                    self.stdout.write(f"  {sign} {permission}")
