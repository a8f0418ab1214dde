"""What a process keeps of a revision: made once, by whoever comes first, and made again after a fault."""

from __future__ import annotations

from dataclasses import dataclass
from threading import Barrier, Thread

import pytest

from perhekeskus import caching
from perhekeskus.kept import Kept


@dataclass
class Thing:
    revision: int
    language: str


@pytest.fixture(autouse=True)
def revision(monkeypatch):
    """The database's revision, without a database."""
    now = {"revision": 1}
    monkeypatch.setattr(caching, "current_revision", lambda: now["revision"])
    return now


def test_each_language_is_made_once_for_a_revision(revision):
    made = []
    kept = Kept(lambda language, number: made.append(language) or Thing(number, language))

    first = kept("fi", 1)

    assert kept("fi", 1) is first
    assert kept("sv", 1).language == "sv"
    revision["revision"] = 2
    assert kept("fi", 2).revision == 2
    assert kept("fi", 1).revision == 2  # a request that began before the change
    assert made == ["fi", "sv", "fi"]


def test_many_threads_at_once_make_it_once():
    made, gate, seen = [], Barrier(8), []

    def make(language: str, number: int) -> Thing:
        made.append(language)
        return Thing(number, language)

    kept = Kept(make)

    def ask() -> None:
        gate.wait()
        seen.append(kept("fi", 1))

    threads = [Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert made == ["fi"]
    assert len({id(thing) for thing in seen}) == 1


def test_fault_in_the_making_is_told_and_the_next_request_tries_again():
    tries = []

    def make(language: str, number: int) -> Thing:
        tries.append(number)
        if len(tries) == 1:
            raise ConnectionError
        return Thing(number, language)

    kept = Kept(make)

    with pytest.raises(ConnectionError):
        kept("fi", 1)
    assert kept("fi", 1).revision == 1
