"""The command `reindex`: what it makes, when it need not, and whose the thesaurus is."""

from __future__ import annotations

import datetime as dt
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from search import rebuilding, thesaurus
from search.management.commands import reindex
from search.models import SearchEntry, SearchIndex, SearchMiss, SearchStale, SearchSynonym
from services.models import Service
from tests import factories as make

pytestmark = pytest.mark.django_db

FIRST = {"language": "fi", "triggers": "nevola, vauvatarkastus", "targets": "neuvola"}
SECOND = {"language": "sv", "triggers": "bvc", "targets": "rådgivning", "note": "barnavårdscentral"}
LATER = {"language": "fi", "triggers": "köksä", "targets": "ruoka"}


@pytest.fixture(autouse=True)
def short_seed(monkeypatch):
    seed_is(monkeypatch, FIRST, SECOND)


def seed_is(monkeypatch, *lines) -> None:
    monkeypatch.setattr(thesaurus, "seed", lambda: list(lines))


@pytest.fixture
def service() -> Service:
    return make.make_service(name="Neuvola")


class Terminal(StringIO):
    """What a person looks at."""

    def isatty(self) -> bool:
        return True


def run(stdout: StringIO | None = None, **options) -> str:
    told = stdout if stdout is not None else StringIO()
    call_command("reindex", stdout=told, **options)
    return told.getvalue()


def told_without_seconds(told: str) -> list[str]:
    return [line.rpartition(" in ")[0] or line for line in told.splitlines()]


def generation() -> int:
    return SearchIndex.objects.get().generation


def lines() -> set[str]:
    return set(SearchSynonym.objects.values_list("triggers", flat=True))


# --- The index ------------------------------------------------------------------------------------
def test_first_run_makes_the_index_and_fills_the_thesaurus(service):
    told = run()

    assert told_without_seconds(told) == ["2 lines added to the thesaurus.", "2 documents indexed"]
    entries = SearchEntry.objects.filter(generation=generation(), language="fi")
    assert set(entries.values_list("kind", "item")) == {
        ("palvelut", service.pk),
        ("jarjestajat", service.actor_id),
    }
    assert lines() == {FIRST["triggers"], SECOND["triggers"]}


def test_second_run_leaves_one_generation_and_the_same_thesaurus(service):
    run()

    assert told_without_seconds(run()) == ["2 documents indexed"]
    assert set(SearchEntry.objects.values_list("generation", flat=True)) == {generation()} == {2}
    assert lines() == {FIRST["triggers"], SECOND["triggers"]}


def test_run_if_needed_does_nothing_to_an_index_that_is_right(service):
    run()

    assert run(if_needed=True) == ""
    assert generation() == 1


@pytest.mark.parametrize(
    "fault", [{"signature": "other"}, {"languages": "fi"}, {"building": 2}, {"generation": 0}], ids=str
)
def test_run_if_needed_mends_an_index_that_is_not_right(service, fault):
    run()
    SearchIndex.objects.update(**fault)

    assert told_without_seconds(run(if_needed=True)) == ["2 documents indexed"]
    assert reindex.is_current()


def test_run_if_needed_makes_anew_what_a_stopped_process_left(service):
    run()
    SearchEntry.objects.all().delete()
    SearchStale.objects.create(kind="palvelut", item=service.pk)

    run(if_needed=True)

    assert list(SearchEntry.objects.values_list("generation", "kind", "item")) == [
        (1, "palvelut", service.pk)
    ]
    assert not SearchStale.objects.exists()


@pytest.mark.parametrize("at_batch", [1, 2], ids=["under way", "about to switch"])
def test_run_that_is_overtaken_stops_and_switches_nothing(service, at_batch):
    run()
    batches = []

    def overtake(done: int, total: int) -> None:
        batches.append(done)
        if len(batches) == at_batch:
            rebuilding.rebuild()

    with pytest.raises(rebuilding.OvertakenError):
        rebuilding.rebuild(overtake)

    assert batches == list(range(1, at_batch + 1))
    assert (generation(), SearchIndex.objects.get().building) == (3, None)
    assert sorted(SearchEntry.objects.values_list("generation", "kind")) == [
        (3, "jarjestajat"),
        (3, "palvelut"),
    ]


def test_overtaken_command_says_so_and_is_no_failure(service, monkeypatch):
    class Overtaking(reindex.Progress):
        def __call__(self, done: int, total: int) -> None:
            rebuilding.rebuild()

    monkeypatch.setattr(reindex, "Progress", Overtaking)
    complaints = StringIO()

    told = run(stderr=complaints)

    assert told == "2 lines added to the thesaurus.\n"
    assert "Another reindex has begun" in complaints.getvalue()


# --- What it tells ----------------------------------------------------------------------------------
def test_terminal_shows_one_line_that_is_written_over(service):
    told = run(Terminal())

    assert "\r1 of 2 items\r2 of 2 items\n" in told


def test_elsewhere_progress_is_told_in_lines_now_and_then(service, monkeypatch):
    seldom = run()
    monkeypatch.setattr(reindex, "TOLD_EVERY", 0)

    assert "items" not in seldom
    assert told_without_seconds(run()) == ["1 of 2 items", "2 of 2 items", "2 documents indexed"]


def test_quiet_run_tells_nothing(service):
    assert run(verbosity=0) == ""


# --- The thesaurus --------------------------------------------------------------------------------
@pytest.mark.parametrize("options", [{}, {"adds_lines": True}], ids=str)
def test_what_a_coordinator_changed_or_deleted_stays_so(options):
    run()
    SearchSynonym.objects.get(language="sv").delete()
    line = SearchSynonym.objects.get()
    line.triggers = "nevola"
    line.save()

    run(**options)

    assert lines() == {"nevola"}


def test_emptied_thesaurus_stays_empty(monkeypatch):
    run()
    SearchSynonym.objects.all().delete()
    seed_is(monkeypatch, FIRST, SECOND, LATER)

    run()

    assert lines() == set()


def test_lines_of_a_new_version_come_only_when_asked_for(monkeypatch):
    run()
    seed_is(monkeypatch, FIRST, SECOND, LATER)

    run()
    before = lines()
    told = run(adds_lines=True, if_needed=True)

    assert before == {FIRST["triggers"], SECOND["triggers"]}
    assert (told, lines() - before) == ("1 lines added to the thesaurus.\n", {LATER["triggers"]})


# --- Words that are not found -----------------------------------------------------------------------
def test_words_that_nobody_has_missed_for_a_year_are_forgotten(monkeypatch):
    monkeypatch.setattr("perhekeskus.dates.today", lambda: dt.date(2026, 11, 27))
    for word, day in (("vanha", dt.date(2025, 11, 26)), ("vuosi", dt.date(2025, 11, 27))):
        SearchMiss.objects.create(language="fi", word=word, kind="zero", count=3, last_on=day)

    run()

    assert list(SearchMiss.objects.values_list("word", flat=True)) == ["vuosi"]


# --- The database -----------------------------------------------------------------------------------
@pytest.mark.django_db(transaction=True)
def test_database_knows_afterwards_what_it_holds(service):
    """PostgreSQL would read the table for each row of the index, until it has been vacuumed."""
    with CaptureQueriesContext(connection) as asked:
        run()

    tidying = asked.captured_queries[-1]["sql"]
    if connection.vendor == "postgresql":
        assert tidying == "VACUUM (ANALYZE) search_searchentry, search_searchterm, search_searchsuggestion"
    else:
        assert tidying == "ANALYZE"
