"""Words that searches do not find: what is counted of them, when it is written, and what never is."""

from __future__ import annotations

import datetime as dt
import logging
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from search import misses
from search.misses import Tally, count_misses, flush
from search.models import SearchMiss
from search.query import Query, QueryWord
from search.understanding import NamedPlace
from tests import desk
from tests.reading import parse, words

TODAY = dt.date(2026, 11, 27)


@pytest.fixture(autouse=True)
def fresh_counts(monkeypatch):
    """As in a new process, on a fixed day, that has already forgotten what is old."""
    monkeypatch.setattr(misses, "tally", Tally())
    monkeypatch.setattr(misses, "_cleaned_on", TODAY)
    monkeypatch.setattr(misses, "_has_failed", False)
    on_day(monkeypatch, TODAY)


def on_day(monkeypatch, day: dt.date) -> None:
    monkeypatch.setattr("search.misses.dates.today", lambda: day)


def query_of(text: str, *, language: str = "fi", unknown: str = "", places: str = "") -> Query:
    """A query as it was understood; unknown: its words that stand in no text; places: those that name one."""
    query = Query(text, language)
    query.words = [QueryWord(word, is_found=word not in unknown.split()) for word in misses.words_of(text)]
    query.places = [NamedPlace(word, "kunta", word, word) for word in places.split()]
    return query


def search(text: str, *, found: int = 0, times: int = 3, **query) -> None:
    for _ in range(times):
        count_misses(query_of(text, **query), found=found)


def counted() -> dict[tuple[str, str, str], int]:
    """What may be written now."""
    return misses.tally.seen_enough()


def written() -> list[tuple[str, str, str, int, dt.date]]:
    rows = SearchMiss.objects.order_by("language", "word", "kind")
    return list(rows.values_list("language", "word", "kind", "count", "last_on"))


# --- What is counted ------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("ja vauvasauna", ["vauvasauna"]),
        ("soita 0401234567 vauvasauna 3-vuotiaalle", ["soita", "vauvasauna"]),
        ("vauvasauna maija.virtanen@example.org", ["vauvasauna"]),
        ("vauvasauna maija @ virtanen", ["vauvasauna"]),
        ("vauvasauna maija＠virtanen", ["vauvasauna"]),
        ("www.virtanen.fi vauvasauna.", ["vauvasauna"]),
        ("virtanen vauvasauna 010190-123a", ["vauvasauna", "virtanen"]),
        ("ab vauvasauna " + "a" * 31, ["vauvasauna"]),
        ("vauvasauna " + "a" * 30, ["a" * 30, "vauvasauna"]),
        ("٣٤٥٦ vauvasauna!", ["vauvasauna"]),
        ("?!", []),
    ],
)
def test_search_without_hits_counts_its_words_but_nothing_that_may_be_somebodys(text, kept):
    search(text)

    assert [word for _language, word, _kind in counted()] == kept


def test_search_with_hits_counts_the_words_that_stand_in_no_text():
    search("neuvola vauvasauna", found=7, unknown="vauvasauna")
    search("neuvola", found=7)

    assert counted() == {("fi", "vauvasauna", "weak"): 3}


def test_place_is_no_missing_word():
    search("vauvasauna kittilässä", places="kittilässä")

    assert counted() == {("fi", "vauvasauna", "zero"): 3}


def test_words_are_counted_by_the_language_whose_thesaurus_has_them():
    search("vauvasauna", language="fi-selko", times=2)
    search("vauvasauna", times=1)
    search("babybastu", language="sv")

    assert counted() == {("fi", "vauvasauna", "zero"): 3, ("sv", "babybastu", "zero"): 3}


def test_word_seen_twice_is_kept_back():
    search("vauvasauna", times=2)

    assert counted() == {}


def test_full_memory_forgets_what_was_seen_longest_ago():
    tally = Tally(size=2)
    for word in ("a", "b", "a", "c", "a", "b", "b"):  # c drives out b, the second b drives out c
        tally.add([("fi", word, "zero")])

    assert tally.seen_enough() == {("fi", "a", "zero"): 3}


def test_threads_lose_no_count():
    tally = Tally()
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(tally.add, [[("fi", "vauvasauna", "zero"), ("fi", "iltasatu", "weak")]] * 400))

    assert list(tally.seen_enough().values()) == [400, 400]


# --- When it is written -----------------------------------------------------------------------------
@pytest.mark.django_db
def test_search_itself_writes_nothing(django_assert_num_queries):
    with django_assert_num_queries(0):
        search("vauvasauna", times=50)

    assert written() == []


def test_process_that_serves_nobody_starts_no_thread():
    search("vauvasauna", times=50)

    assert misses._thread is None


def test_serving_process_writes_regularly_and_at_its_end(monkeypatch):
    flushed, at_end = [], []
    stopping = threading.Event()

    def flush_twice() -> None:
        flushed.append(counted())
        if len(flushed) == 2:
            stopping.set()

    monkeypatch.setattr(misses, "_stopping", stopping)
    monkeypatch.setattr(misses, "_flush_and_close", flush_twice)
    monkeypatch.setattr(misses, "EVERY", 0.02)
    monkeypatch.setattr(misses, "_serves", False)
    monkeypatch.setattr(misses, "_thread", None)
    monkeypatch.setattr(misses, "Finalize", lambda _object, call, exitpriority: at_end.append(call))
    search("vauvasauna")
    misses.serve()

    search("vauvasauna")
    misses._thread.join(5)

    assert not misses._thread.is_alive()
    assert flushed == [{("fi", "vauvasauna", "zero"): 6}] * 2
    assert at_end == [misses._stop]


@pytest.mark.django_db
def test_words_are_written_by_one_statement():
    search("vauvasauna iltasatu")
    search("neuvola kirppis", found=3, unknown="kirppis", times=4)

    with CaptureQueriesContext(
        connection,
    ) as context:
        number = flush()

    statements = [query["sql"].split()[0] for query in context if "SAVEPOINT" not in query["sql"]]
    assert (number, statements) == (3, ["INSERT"])
    assert written() == [
        ("fi", "iltasatu", "zero", 3, TODAY),
        ("fi", "kirppis", "weak", 4, TODAY),
        ("fi", "vauvasauna", "zero", 3, TODAY),
    ]


@pytest.mark.django_db
def test_counts_add_to_what_any_process_has_written(monkeypatch):
    SearchMiss.objects.create(language="fi", word="vauvasauna", kind="zero", count=10, last_on=TODAY)
    search("vauvasauna", times=4)
    on_day(monkeypatch, TODAY + dt.timedelta(days=2))
    flush()
    search("vauvasauna", times=2)
    flush()

    assert written() == [("fi", "vauvasauna", "zero", 14, TODAY + dt.timedelta(days=2))]


@pytest.mark.django_db
def test_word_that_was_deleted_comes_back_when_it_has_been_seen_three_times_again():
    search("vauvasauna")
    flush()
    SearchMiss.objects.all().delete()

    search("vauvasauna", times=2)
    flush()
    before = written()
    search("vauvasauna", times=1)
    flush()

    assert (before, written()) == ([], [("fi", "vauvasauna", "zero", 3, TODAY)])


@pytest.mark.django_db
def test_nothing_new_asks_the_database_nothing(django_assert_num_queries):
    search("vauvasauna", times=2)

    with django_assert_num_queries(0):
        assert flush() == 0


@pytest.mark.django_db
def test_failed_write_loses_nothing_and_is_logged_once(monkeypatch, caplog):
    search("vauvasauna")
    with monkeypatch.context() as broken, caplog.at_level(logging.WARNING):
        broken.setattr(misses, "WRITE", misses.WRITE.replace("search_searchmiss (", "no_such_table ("))
        assert (flush(), flush()) == (0, 0)
    search("vauvasauna", times=1)

    assert flush() == 1
    assert written() == [("fi", "vauvasauna", "zero", 4, TODAY)]
    assert [record.levelname for record in caplog.records] == ["WARNING"]


@pytest.mark.django_db
def test_word_that_nobody_has_missed_for_a_year_is_forgotten_once_a_day(monkeypatch):
    for word, days in (("vanha", 366), ("vuosi", 365), ("tuore", 1)):
        SearchMiss.objects.create(
            language="fi", word=word, kind="weak", count=9, last_on=TODAY - dt.timedelta(days)
        )
    flush()
    same_day = len(written())
    monkeypatch.setattr(misses, "_cleaned_on", TODAY - dt.timedelta(1))
    flush()

    assert (same_day, [row[1] for row in written()]) == (3, ["tuore", "vuosi"])


# --- On the desk ----------------------------------------------------------------------------------
def make_miss(word: str, *, count: int = 3, kind: str = "zero", language: str = "fi") -> SearchMiss:
    return SearchMiss.objects.create(word=word, count=count, kind=kind, language=language, last_on=TODAY)


@pytest.mark.django_db
@pytest.mark.parametrize("count", [1, 3])
def test_list_costs_the_same_for_one_word_and_for_many(django_assert_num_queries, count):
    for number in range(count):
        make_miss(f"sana{number}", count=3 + number)
    client = desk.sign_in(desk.coordinator())
    client.get("/admin/")

    with django_assert_num_queries(10):
        response = client.get(desk.address("changelist", SearchMiss))

    listed = [miss.word for miss in response.context["cl"].result_list]
    assert listed == [f"sana{number}" for number in reversed(range(count))]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("chosen", "listed"),
    [
        ({}, ["vauvasauna", "babybastu", "kirppis"]),
        ({"language": "sv"}, ["babybastu"]),
        ({"language": "xx"}, []),
        ({"kind": "weak"}, ["kirppis"]),
    ],
    ids=str,
)
def test_words_are_listed_commonest_first_and_by_language_and_kind(chosen, listed):
    make_miss("vauvasauna", count=9)
    make_miss("babybastu", count=5, language="sv")
    make_miss("kirppis", count=4, kind="weak")

    response = desk.sign_in(desk.coordinator()).get(desk.address("changelist", SearchMiss, **chosen))

    assert [miss.word for miss in response.context["cl"].result_list] == listed


@pytest.mark.django_db
def test_each_word_leads_to_a_line_of_the_thesaurus_that_begins_with_it():
    make_miss("köksä & pulla", language="sv")
    client = desk.sign_in(desk.coordinator())

    root = parse(client.get(desk.address("changelist", SearchMiss)))
    [link] = root.findall(".//td[@class='field-to_thesaurus']/a")
    form = desk.form_of(client.get(link.get("href")))

    assert "köksä & pulla" in words(link)
    assert (form["triggers"], form["language"]) == (["köksä & pulla"], ["sv"])


@pytest.mark.django_db
def test_word_can_be_deleted_and_neither_made_nor_changed():
    miss = make_miss("vauvasauna")
    client = desk.sign_in(desk.coordinator())

    statuses = [
        client.post(desk.address("add", SearchMiss), {"word": "x"}).status_code,
        client.post(desk.address("change", miss), {"word": "x"}).status_code,
    ]
    before = written()
    client.post(desk.address("delete", miss), {"post": "yes"})

    assert (statuses, before) == ([403, 403], [("fi", "vauvasauna", "zero", 3, TODAY)])
    assert written() == []
