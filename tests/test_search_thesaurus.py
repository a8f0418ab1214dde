"""The thesaurus: what families write leads to what stands in the texts, and never the other way round."""

from __future__ import annotations

import pytest
from django.conf import settings
from django.db import IntegrityError, transaction

from perhekeskus import caching
from search import rebuilding, thesaurus
from search.models import SearchSynonym
from search.query import SEVERAL, SYNONYM, understand
from tests import factories as make
from tests.search_cases import titles

pytestmark = pytest.mark.django_db


def line(triggers: str, targets: str, language: str = "fi", **fields) -> SearchSynonym:
    return SearchSynonym.objects.create(language=language, triggers=triggers, targets=targets, **fields)


@pytest.fixture
def known():
    """An index in which the targets stand: what is in no text is not asked for."""
    make.make_service(name="Jaksaminen, lepo, uni, avoin päiväkoti, neuvola")
    rebuilding.rebuild()


def weights(text: str, language: str = "fi") -> dict[str, float]:
    """Return what the first word of a query may mean."""
    query = understand(text, language, caching.current_revision())
    return {term: round(weight, 3) for term, weight in query.words[0].terms.items()}


def test_trigger_in_any_form_means_the_targets_for_half(known):
    line("uupunut, väsynyt", "jaksaminen, lepo")

    assert weights("väsyneelle") == {"fi:vasynyt": 1.0, "fi:jaksaminen": SYNONYM, "fi:lepo": SYNONYM}


def test_target_does_not_mean_its_trigger(known):
    line("uupunut", "lepo")

    assert weights("lepo") == {"fi:lepo": 1.0}


def test_target_that_stands_in_no_text_is_not_asked_for(known):
    line("uupunut", "lepo, kylpylä")

    assert weights("uupunut") == {"fi:uupunut": 1.0, "fi:lepo": SYNONYM}


def test_target_of_several_words_shares_its_weight(known):
    line("tarha", "avoin päiväkoti")

    assert weights("tarha") == {"fi:tarha": 1.0, "fi:avoin": 0.354, "fi:paivakoti": 0.354}


def test_trigger_of_several_words_needs_them_all(known):
    line("ei nukkua", "uni")

    assert weights("nukkua") == {"fi:nukkua": 1.0}
    assert weights("nuku") != weights("ei nuku")
    assert weights("ei nuku")["fi:uni"] == SEVERAL  # "ei" alone says nothing, and is heard all the same


def test_part_of_a_compound_calls_a_line_for_less(known):
    line("rokote", "neuvola")

    assert weights("influenssarokote")["fi:neuvola"] == 0.3
    assert weights("rokote")["fi:neuvola"] == 0.5


def test_line_out_of_use_or_of_another_language_means_nothing(known):
    line("väsynyt", "lepo", is_active=False)
    line("väsynyt", "vila", language="sv")

    assert weights("väsynyt") == {"fi:vasynyt": 1.0}


def test_finnish_lines_are_heard_on_pages_that_fall_back_on_finnish(known):
    line("väsynyt", "lepo")

    assert weights("väsynyt", "fi-selko") == {"fi:vasynyt": 1.0, "fi:lepo": SYNONYM}
    assert weights("väsynyt", "sv")["fi:lepo"] == SYNONYM


def test_edit_is_heard_at_the_next_search(known):
    row = line("väsynyt", "lepo")
    assert weights("väsynyt")["fi:lepo"] == SYNONYM

    row.targets = "uni"
    row.save()

    assert weights("väsynyt") == {"fi:vasynyt": 1.0, "fi:uni": SYNONYM}


def test_literal_hit_comes_before_what_the_thesaurus_found():
    line("väsynyt", "lepo, jaksaminen, uni")
    make.make_service(name="Lepo, jaksaminen ja uni")
    make.make_service(name="Väsynyt vanhempi")
    make.make_service(name="Aivan muuta")
    rebuilding.rebuild()

    assert titles("väsynyt") == ["Väsynyt vanhempi", "Lepo, jaksaminen ja uni"]


def test_word_that_calls_a_line_is_not_mended():
    line("elarit", "elatusapu")
    make.make_service(name="Elatusapu", summary_fi="Elari on pieni mittari.")
    rebuilding.rebuild()

    query = understand("elarit", "fi", caching.current_revision())

    assert query.repairs == {}
    assert query.missed == []


def test_empty_line_is_refused():
    for triggers, targets in (("", "lepo"), ("väsynyt", "")):
        with pytest.raises(IntegrityError), transaction.atomic():
            line(triggers, targets)


# --- What the portal comes with ----------------------------------------------------------------------
def test_seed_is_written_once_and_keeps_what_people_edited():
    number = thesaurus.add_seed()
    edited = SearchSynonym.objects.filter(language="fi").first()
    SearchSynonym.objects.filter(pk=edited.pk).update(targets="oma sana")

    assert number == len(thesaurus.seed()) == SearchSynonym.objects.count()
    assert thesaurus.add_seed() == 0
    assert SearchSynonym.objects.get(pk=edited.pk).targets == "oma sana"


def test_seed_has_whole_lines_in_the_languages_people_read():
    seed = thesaurus.seed()

    assert {row["language"] for row in seed} == {"fi", "sv", "en"}
    assert [
        row
        for row in seed
        if not (thesaurus.phrases_of(row["triggers"]) and thesaurus.phrases_of(row["targets"]))
    ] == []
    assert [row for row in seed if max(len(row["triggers"]), len(row["targets"])) > 400] == []
    assert {row["language"] for row in seed} <= set(settings.SITE_LANGUAGES)
