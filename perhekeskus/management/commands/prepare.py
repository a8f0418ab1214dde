"""Bring the database up to date for this version: migrate, roles, demo content, the search's index."""

from django.core.management import call_command
from django.core.management.base import BaseCommand


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser):
        parser.add_argument("--demo", action="store_true", help="Fill an empty database with demo content.")

    def handle(self, *, demo, **options):
        call_command("migrate", interactive=False, verbosity=0)
        call_command("createcachetable", verbosity=0)
        call_command("sync_roles", verbosity=0, stdout=self.stdout)
        if demo:
            call_command("load_demo", if_empty=True, stdout=self.stdout)
        call_command("reindex", if_needed=True, stdout=self.stdout)
