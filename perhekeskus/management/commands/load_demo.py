"""Fill the portal with the demo content of a region.

Lapland is a living region. The others are for trying another installation: their facts are from 2018–2020 and
say so. Everyday situations lead to the services of their own region, so that Lapland alone has the whole set;
the others have those two that lead to national helplines only. How professionals do the seven tasks, and what
families have said of them, is told by Rovaniemi's handbook and stands in Lapland alone.

A database holds one region: another is refused, and nothing is written.
"""

from __future__ import annotations

import importlib
import secrets

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from members.models import Member
from perhekeskus import dates
from perhekeskus.demo.loader import DemoLoader
from services.models import Service

# The option's value, and the package in perhekeskus.demo.
REGIONS = {
    "lapland": "lapland",
    "pirkanmaa": "pirkanmaa",
    "pohjois-savo": "pohjois_savo",
    "keski-suomi": "keski_suomi",
}
COORDINATOR_EMAIL = "koordinaattori@example.org"


def loader_of(region: str) -> DemoLoader:
    package = importlib.import_module(f"perhekeskus.demo.{REGIONS[region]}")
    return DemoLoader(package, today=dates.today())


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
        self._refuse_two_regions(region)
        loader = loader_of(region)
        try:
            with transaction.atomic():
                loader.load()
                password = None if dry_run else self._make_coordinator()
                if dry_run:
                    transaction.set_rollback(True)
        except KeyError as missing:
            raise CommandError(f"A demo record names {missing}, which does not exist.") from missing
        self._tell(loader.rows, "Would make" if dry_run else "Made")
        if password:
            self.stdout.write("\nThe demo coordinator signs in at /kirjaudu/ (shown this once):")
            self.stdout.write(f"  e-mail    {COORDINATOR_EMAIL}\n  password  {password}\n")

    @staticmethod
    def _refuse_two_regions(region: str) -> None:
        for other in REGIONS:
            if other != region and loader_of(other).is_loaded():
                raise CommandError(
                    f"This database has the demo content of {other}. "
                    f"Load {region} into a database of its own: nothing was written."
                )

    def _tell(self, rows, verb: str) -> None:
        self.stdout.write(
            f"{verb} {sum(rows.made.values())} rows; {sum(rows.kept.values())} were there already."
        )
        for model, count in sorted(rows.made.items(), key=lambda pair: pair[0].__name__):
            self.stdout.write(f"  {model.__name__}: {count}")

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
