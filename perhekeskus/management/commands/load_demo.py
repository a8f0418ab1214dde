"""Fill the portal with the demo content of a region."""

from __future__ import annotations

import importlib
import secrets

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from members.models import Member
from perhekeskus import dates
from perhekeskus.demo.loader import DemoLoader
from services.models import Service

REGIONS = ("lapland",)
COORDINATOR_EMAIL = "koordinaattori@example.org"


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser):
        parser.add_argument("--region", choices=REGIONS, default="lapland", help="Which region's content.")
        parser.add_argument(
            "--if-empty", action="store_true", help="Do nothing when there are services already."
        )
        parser.add_argument(
            "--dry-run", action="store_true", help="Say what would be made, and make nothing."
        )

    def handle(self, *, region, if_empty, dry_run, **options):
        if if_empty and Service.objects.exists():
            return
        loader = DemoLoader(importlib.import_module(f"perhekeskus.demo.{region}"), today=dates.today())
        try:
            with transaction.atomic():
                loader.load()
                password = None if dry_run else self._make_coordinator()
                if dry_run:
                    transaction.set_rollback(True)
        except KeyError as missing:
            raise CommandError(f"A demo record names {missing}, which does not exist.") from missing
        verb = "Would make" if dry_run else "Made"
        self.stdout.write(
            f"{verb} {sum(loader.made.values())} rows; {sum(loader.kept.values())} were there already."
        )
        for model, count in sorted(loader.made.items(), key=lambda pair: pair[0].__name__):
            self.stdout.write(f"  {model.__name__}: {count}")
        if password:
            self.stdout.write("\nThe demo coordinator signs in at /kirjaudu/ (shown this once):")
            self.stdout.write(f"  e-mail    {COORDINATOR_EMAIL}\n  password  {password}\n")

    @staticmethod
    def _make_coordinator() -> str | None:
        """Make the demo coordinator. Return the password, or None when there is one already."""
        from django.contrib.auth.models import Group

        if Member.objects.filter(email=COORDINATOR_EMAIL).exists():
            return None
        password = secrets.token_urlsafe(12)
        coordinator = Member.objects.create_user(
            COORDINATOR_EMAIL, password, name="Esimerkki Koordinaattori", is_staff=True
        )
        coordinator.groups.add(Group.objects.get_or_create(name="coordinator")[0])
        return password
