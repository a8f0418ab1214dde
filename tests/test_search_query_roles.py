"""Who a query concerns and what: roles, children in other words, and forms and typos of everyday words."""

from __future__ import annotations

import pytest

from perhekeskus import caching
from perhekeskus.translated import LocalText
from search import rebuilding
from search.models import SearchSynonym
from search.query import Query, understand
from tests import factories as make
from tests.search_cases import titles

pytestmark = pytest.mark.django_db


def ask(text: str, language: str = "fi") -> Query:
    return understand(text, language, caching.current_revision())


def shares(text: str, language: str = "fi") -> dict[str, float]:
    return {word.text: word.share for word in ask(text, language).words}


def add_line(triggers: str, targets: str, language: str = "fi") -> None:
    SearchSynonym.objects.create(language=language, triggers=triggers, targets=targets)


@pytest.fixture
def services():
    actor = make.make_actor(name="Tekijä")
    for name in ("Miesten ryhmä", "Päihdehoito", "Vauvakahvila", "Fysioterapia", "Uhmaikä"):
        make.make_service(name=name, actor=actor)
    rebuilding.rebuild()


# --- Roles and stages of life -----------------------------------------------------------------------
@pytest.mark.parametrize(
    ("text", "language", "share"),
    [
        ("miehelle päihdehoito", "fi", 0.3),
        ("poikani päihdehoito", "fi", 0.3),
        ("vaimollani päihdehoito", "fi", 0.3),
        ("mannens päihdehoito", "sv", 0.3),
        ("husbands päihdehoito", "en", 0.3),
        ("miesryhmä päihdehoito", "fi", 1),  # a part alone
    ],
)
def test_role_is_known_in_whatever_form(services, text, language, share):
    assert shares(text, language) == {text.split()[0]: share, "päihdehoito": 1}


def test_role_counts_for_less_beside_what_it_concerns(services):
    assert shares("mies päihdehoito") == {"mies": 0.3, "päihdehoito": 1}
    assert shares("vauvan fysioterapia") == {"vauvan": 0.7, "fysioterapia": 1}
    assert titles("mies päihdehoito")[0] == "Päihdehoito"


@pytest.mark.parametrize("text", ["mies", "mies vauva", "mies qwertyuiop"])
def test_role_counts_whole_when_nothing_tells_what(services, text):
    assert set(shares(text).values()) == {1}


def test_what_a_role_and_another_word_call_belongs_to_the_other(services):
    add_line("mies juoda", "päihdehoito")

    man, drinks = ask("mies juo").words

    assert ("fi:paihdehoito" in drinks.terms, "fi:paihdehoito" in man.terms) == (True, False)
    assert titles("mies juo")[0] == "Päihdehoito"


# --- A child in other words -------------------------------------------------------------------------
@pytest.mark.parametrize("text", ["lapsi raivoaa", "poika raivoaa", "tyttäreni raivoaa", "2v raivoaa"])
def test_line_about_a_child_is_called_by_each_word_for_one_and_by_an_age(services, text):
    add_line("lapsi raivota", "uhmaikä")

    assert titles(text)[:1] == ["Uhmaikä"]


def test_line_about_a_child_is_not_called_by_others(services):
    add_line("lapsi raivota", "uhmaikä")

    assert "Uhmaikä" not in titles("mies raivoaa")


# --- Forms and typos of everyday words --------------------------------------------------------------
@pytest.mark.parametrize("text", ["huumeet", "huumeista", "huumeeseen", "huume"])
def test_form_that_the_dictionary_takes_for_another_word_calls_its_line(services, text):
    add_line("huume", "päihdehoito")

    assert titles(text) == ["Päihdehoito"]


def test_mistyped_everyday_word_is_mended_to_the_one_that_the_thesaurus_knows(services):
    add_line("krapula", "päihdehoito")

    query = ask("krapulla")

    assert query.repairs == {"krapulla": LocalText("krapula")}
    assert titles("krapulla") == ["Päihdehoito"]


def test_word_of_the_index_is_nearer_than_one_of_the_thesaurus(services):
    add_line("päihdehoitaja", "fysioterapia")

    assert ask("päihdehoiti").repairs == {"päihdehoiti": LocalText("päihdehoito")}


def test_what_a_line_adds_calls_no_further_line_beside_a_mended_word(services):
    add_line("kohmelo", "päihdehoito")
    add_line("päihdehoito", "fysioterapia")

    hungover, _mistyped = ask("kohmelo uhmaikka").words

    assert ("fi:paihdehoito" in hungover.terms, "fi:fysioterapia" in hungover.terms) == (True, False)


def test_word_that_merely_begins_alike_calls_no_line_in_english():
    make.make_service(name_en="Career guidance", name="Uraohjaus")
    make.make_service(name_en="Physiotherapy", name="Fysioterapia")
    rebuilding.rebuild()
    add_line("career", "physiotherapy", "en")

    [word] = ask("care", "en").words

    assert ("en:career" in word.terms, "en:physiotherapi" in word.terms) == (True, False)


def test_next_week_is_no_help_with_a_first_home():
    """ "Ensi" is also the beginning of "ensikoti"."""
    actor = make.make_actor(name="Tekijä")
    for name in ("Ensikoti", "Kerho"):
        make.make_service(name=name, actor=actor)
    rebuilding.rebuild()

    assert titles("kerho ensi viikolla") == ["Kerho"]
    assert titles("ensikoti") == ["Ensikoti"]
