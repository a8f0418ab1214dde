"""Make the index of the search anew; the former one is searched until the new one is whole.

Safe to run at any time and twice: a second run takes over from one that is still running. At the first run
the thesaurus gets the lines that the portal comes with. After that they are the coordinator's: what was
changed or deleted stays so.
"""

from __future__ import annotations

import time

from django.core.management.base import BaseCommand
from django.db import connection

from perhekeskus import dates
from search import dictionaries, indexing, keeping, misses, rebuilding, thesaurus

TOLD_EVERY = 5  # seconds, where each telling is a line of its own


class Progress:
    """Says how far it is: in one line that is written over on a terminal, else in a line now and then."""

    def __init__(self, stream):
        self._stream = stream
        self._is_terminal = stream.isatty()
        self._told_at = time.monotonic()

    def __call__(self, done: int, total: int) -> None:
        text = f"{done} of {total} items"
        if self._is_terminal:
            self._stream.write(f"\r{text}", ending="\n" if done == total else "")
            self._stream.flush()
        elif time.monotonic() - self._told_at >= TOLD_EVERY:
            self._stream.write(text)
            self._told_at = time.monotonic()


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser):
        parser.add_argument(
            "--if-needed",
            action="store_true",
            help="Only when the index was made by another analyser, for other languages, or never finished.",
        )
        parser.add_argument(
            "--thesaurus",
            action="store_true",
            dest="adds_lines",
            help="Add the lines of thesaurus.yaml that have never been there, as a new version may bring.",
        )

    def handle(self, *, if_needed, adds_lines, verbosity=1, **options):
        self._verbosity = verbosity
        if adds_lines or thesaurus.was_never_filled():
            self._tell(f"{thesaurus.add_seed()} lines added to the thesaurus.")
        misses.forget_old(dates.today())
        if not dictionaries.make_files():
            folder = dictionaries.folder()
            self.stderr.write(f"{folder} cannot be written: each process takes 60 MB of its own for words.")
        if if_needed and is_current():
            keeping.make_anew()  # what a stopped process left
            return
        started = time.monotonic()
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")  # after an import a database knows nothing yet of what it holds
        try:
            documents = rebuilding.rebuild(*([Progress(self.stdout)] if verbosity else []))
        except rebuilding.OvertakenError:
            self.stderr.write("Another reindex has begun since: it goes on, and this one has stopped.")
            return
        if not connection.in_atomic_block:
            rebuilding.tidy()
        self._tell(f"{documents} documents indexed in {time.monotonic() - started:.1f} s.")

    def _tell(self, text: str) -> None:
        if self._verbosity:
            self.stdout.write(text)


def is_current() -> bool:
    """Say whether the index is whole, of this analyser and for the enabled languages."""
    return indexing.is_ready() and indexing.current_index().building is None
