"""Words that searches do not find: counted in the process, written by one statement a minute and at stop.

Of a word only how often, in which language and on which day last; nothing of who wrote it, and no sentence.
A word that fewer than three searches had may be somebody's own: it never leaves the process.
"""

from __future__ import annotations

import datetime as dt
import logging
import re
import threading
import unicodedata
from multiprocessing.util import Finalize

from django.db import Error, connection, connections, transaction

from perhekeskus import dates
from search.analysis import analysis_language, words_of
from search.models import SearchMiss
from search.query import Query
from search.words import is_stop_word

SEEN_ENOUGH = 3  # times; also a constraint of `SearchMiss`
REMEMBERED = 5_000  # words in a process; the statement has five parameters for each (SQLite takes 32,766)
SHORTEST, LONGEST = 3, 30  # letters
EVERY = 60  # seconds
KEPT = dt.timedelta(days=365)
# What may be an address of somebody: "matti @ example.org", "www.example.org".
ADDRESS = re.compile(r"\S*\s*(?:@|\(at\)|\[at\]|\bät\b)\s*\S*|\S+\.\S+", re.IGNORECASE)

WRITE = """
INSERT INTO search_searchmiss (language, word, kind, count, last_on) VALUES {rows}
ON CONFLICT (language, word, kind) DO UPDATE SET
    count = search_searchmiss.count + excluded.count,
    last_on = CASE WHEN excluded.last_on > search_searchmiss.last_on
        THEN excluded.last_on ELSE search_searchmiss.last_on END
"""

Key = tuple[str, str, str]  # language, word, kind: as in `SearchMiss`
logger = logging.getLogger(__name__)


# --- Counting -------------------------------------------------------------------------------------
class Tally:
    """How often each word has been missed and not been written; what was seen longest ago is forgotten."""

    def __init__(self, size: int = REMEMBERED):
        self._size = size
        self._counts: dict[Key, int] = {}  # the word seen last is the last
        self._lock = threading.Lock()

    def add(self, keys: list[Key]) -> None:
        with self._lock:
            for key in keys:
                self._counts[key] = self._counts.pop(key, 0) + 1
            while len(self._counts) > self._size:
                del self._counts[next(iter(self._counts))]

    def seen_enough(self) -> dict[Key, int]:
        """Return the words that may be written down, in an order that is the same in every process."""
        with self._lock:
            return {key: n for key, n in sorted(self._counts.items()) if n >= SEEN_ENOUGH}

    def take(self, written: dict[Key, int]) -> None:
        """Take off what has been written; what was counted meanwhile stays."""
        with self._lock:
            for key, number in written.items():
                left = self._counts.get(key, 0) - number
                if left > 0:
                    self._counts[key] = left
                else:
                    self._counts.pop(key, None)

    def clear(self) -> None:
        with self._lock:
            self._counts.clear()


tally = Tally()


def count_misses(query: Query, *, found: int) -> None:
    """Count what a public search missed: with nothing found its words, else those that stand in no text.

    Writes nothing. Not counted: words that say nothing, places, and what may point at a person.
    """
    language = analysis_language(query.language)
    kind = SearchMiss.Kind.WEAK if found else SearchMiss.Kind.ZERO
    words = query.missed if found else [word.text for word in query.words]
    left_out = _words_of_addresses(query.text) | {place.word for place in query.places}
    keys = [
        (language, word, kind.value)
        for word in words
        if _is_plain(word) and word not in left_out and not is_stop_word(word, language)
    ]
    if keys:
        tally.add(keys)
        _write_from_now_on()


def _words_of_addresses(text: str) -> set[str]:
    plain = unicodedata.normalize("NFKC", text)
    return {word for part in ADDRESS.findall(plain) for word in words_of(part)}


def _is_plain(word: str) -> bool:
    return SHORTEST <= len(word) <= LONGEST and not any(letter.isdigit() for letter in word)


# --- Writing --------------------------------------------------------------------------------------
_flushing = threading.Lock()
_cleaned_on: dt.date | None = None
_has_failed = False


def flush() -> int:
    """Write down the words seen often enough, and once a day forget the old ones; return how many.

    When the database refuses, all stays counted for the next time, and the first time is logged.
    """
    global _cleaned_on, _has_failed
    with _flushing:
        words, today = tally.seen_enough(), dates.today()
        if not words and today == _cleaned_on:
            return 0
        try:
            with transaction.atomic():
                _write(words, today)
                if today != _cleaned_on:
                    forget_old(today)
        except Error:
            if not _has_failed:
                logger.warning("Words that are not found could not be written; tried again.", exc_info=True)
            _has_failed = True
            return 0
        tally.take(words)
        _cleaned_on, _has_failed = today, False
    return len(words)


def _write(words: dict[Key, int], today: dt.date) -> None:
    if words:
        day = connection.ops.adapt_datefield_value(today)
        rows = ", ".join(["(%s, %s, %s, %s, %s)"] * len(words))
        with connection.cursor() as cursor:
            cursor.execute(
                WRITE.format(rows=rows),
                [value for key, number in words.items() for value in (*key, number, day)],
            )


def forget_old(today: dt.date) -> None:
    """Delete the words that nobody has missed for a year."""
    SearchMiss.objects.filter(last_on__lt=today - KEPT).delete()


# --- The thread that writes -----------------------------------------------------------------------
_serves = False
_thread: threading.Thread | None = None
_starting = threading.Lock()
_stopping = threading.Event()


def serve() -> None:
    """Say that this process serves the public, so that it writes what it counts; see perhekeskus/wsgi.py.

    Others (tests, commands, measurements) count for nobody.
    """
    global _serves
    _serves = True


def _write_from_now_on() -> None:
    """Start the thread at the first word: a server may fork its workers after `serve`."""
    global _thread
    if not _serves or (_thread is not None and _thread.is_alive()):
        return
    with _starting:
        if _thread is None or not _thread.is_alive():
            _thread = threading.Thread(target=_write_regularly, name="search-misses", daemon=True)
            _thread.start()
            # Not atexit: a forked worker (granian's) ends without it, and with this.
            Finalize(None, _stop, exitpriority=0)


def _write_regularly() -> None:
    while not _stopping.wait(EVERY):
        _flush_and_close()


def _stop() -> None:
    _stopping.set()
    _flush_and_close()


def _flush_and_close() -> None:
    try:
        flush()
    finally:
        connections.close_all()
