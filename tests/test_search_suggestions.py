"""What is suggested while somebody writes, and what never is."""

from __future__ import annotations

import pytest

from search import indexing, rebuilding
from search.models import SearchSuggestion
from search.suggestions import KEY_LENGTH, suggest
from tests import factories as make

pytestmark = pytest.mark.django_db


def labels(text: str, language: str = "fi") -> list[str]:
    return [found.label for found in suggest(text, language, indexing.current_index().generation)]


@pytest.fixture
def actor():
    return make.make_actor(name="Tekijä")


# --- Order and number --------------------------------------------------------------------------------
def test_titles_come_first_then_keywords_and_themes_then_later_words_and_parts(actor):
    make.make_service(name="Muskari", actor=actor)
    make.make_service(name="Avoin muskari", actor=actor)
    make.make_service(name="Laulua", keywords_fi="muskarilaulu, avoin muskarilaulu", actor=actor)
    rebuilding.rebuild()

    assert labels("musk") == ["Muskari", "Avoin muskari", "muskarilaulu", "avoin muskarilaulu"]


def test_last_part_of_a_compound_begins_a_suggestion_too(actor):
    make.make_service(name="Perhekahvila", actor=actor)
    rebuilding.rebuild()

    assert labels("kahvi") == ["Perhekahvila"]
    assert labels("perhe") == ["Perhekahvila"]
    assert labels("hekahv") == []


def test_eight_are_shown_at_most(actor):
    for number in range(10):
        make.make_service(name=f"Kerho {number}", actor=actor)
    rebuilding.rebuild()

    assert labels("kerho") == [f"Kerho {number}" for number in range(8)]


def test_two_letters_are_needed(actor):
    make.make_service(name="Kerho", actor=actor)
    rebuilding.rebuild()

    assert labels("") == labels("k") == labels(" k ") == labels("?!") == []
    assert labels("ke") == ["Kerho"]


def test_same_label_is_suggested_once(actor):
    theme = make.make_theme(name="Uinti")
    for name in ("Vauvasukellus", "Uimakoulu"):
        make.make_service(name=name, keywords_fi="uinti", themes=[theme], actor=actor)
    rebuilding.rebuild()

    assert labels("uin") == ["Uinti"]


def test_label_of_an_item_leads_to_its_page_and_a_word_to_a_search(actor):
    service = make.make_service(name="Muskari", keywords_fi="musisointi", actor=actor)
    rebuilding.rebuild()

    found = suggest("mus", "fi", indexing.current_index().generation)

    assert [(one.label, one.kind, one.path) for one in found] == [
        ("Muskari", "palvelut", service.get_absolute_url()),
        ("musisointi", "", ""),
    ]


# --- Keys --------------------------------------------------------------------------------------------
def test_marks_and_capitals_do_not_matter(actor):
    make.make_service(name="Äitiysneuvola", actor=actor)
    rebuilding.rebuild()

    assert labels("äitiys") == labels("AITIYS") == labels("aitiysneuvola") == ["Äitiysneuvola"]


def test_later_word_is_a_beginning_but_the_middle_of_a_word_is_not(actor):
    make.make_service(name="Avoin päiväkoti", actor=actor)
    rebuilding.rebuild()

    assert labels("päivä") == labels("avoin päi") == ["Avoin päiväkoti"]
    assert labels("voin") == []


def test_every_alphabet_is_kept_as_bytes(settings, actor):
    settings.SITE_LANGUAGES = ["fi", "ru", "ar"]
    make.make_service(name="Tulkki", name_ru="Яма ёлка", name_ar="مترجم", actor=actor)
    rebuilding.rebuild()

    assert labels("яма", "ru") == labels("елк", "ru") == ["Яма ёлка"]
    assert labels("متر", "ar") == ["مترجم"]
    keys = SearchSuggestion.objects.filter(serves=" ru ", label="Яма ёлка").values_list("key", flat=True)
    assert sorted(bytes(key).decode() for key in keys) == ["елка", "яма елка"]


def test_very_long_label_has_no_row_and_a_long_key_is_cut(actor):
    make.make_service(name="Pitkä " + "kerho " * 19, keywords_fi="x" * 130, actor=actor)
    rebuilding.rebuild()

    assert SearchSuggestion.objects.filter(label__startswith="xx").count() == 0
    keys = [bytes(key).decode() for key in SearchSuggestion.objects.values_list("key", flat=True)]
    assert max(len(key) for key in keys) == KEY_LENGTH
    assert labels("pitkä " + "kerho " * 19) == [("Pitkä " + "kerho " * 19).strip()]


# --- Languages ---------------------------------------------------------------------------------------
def test_label_is_in_the_language_or_marked_as_finnish(actor):
    make.make_service(name="Neuvola", name_sv="Neurologi", actor=actor)
    make.make_service(name="Neulonta", actor=actor)
    rebuilding.rebuild()

    def told(language):
        found = suggest("neu", language, indexing.current_index().generation)
        return {(one.label, one.html_lang) for one in found}

    assert told("fi") == {("Neuvola", ""), ("Neulonta", "")}
    assert told("sv") == {("Neurologi", ""), ("Neulonta", "fi")}
    assert told("fi-selko") == {("Neuvola", ""), ("Neulonta", "")}


# --- What is never suggested -------------------------------------------------------------------------
def test_sensitive_item_is_never_suggested(actor):
    sensitive = make.make_theme(name="Herkkä teema", is_sensitive=True, neutral_name_fi="Herkkä")
    make.make_service(name="Herkkä palvelu", keywords_fi="herkkä sana", themes=[sensitive], actor=actor)
    make.make_situation(name="Herkkä tilanne", themes=[sensitive])
    make.make_helpline(name="Herkkä puhelin").themes.set([sensitive])
    make.make_service(name="Herkkävatsainen vauva", actor=actor)
    rebuilding.rebuild()

    assert labels("herkkä") == ["Herkkävatsainen vauva"]
    assert SearchSuggestion.objects.filter(label__startswith="Herkkä").values("label").distinct().count() == 1


def test_item_that_becomes_sensitive_is_suggested_no_more(actor, django_capture_on_commit_callbacks):
    theme = make.make_theme(name="Teema")
    make.make_service(name="Kerho", themes=[theme], actor=actor)
    rebuilding.rebuild()
    assert labels("kerho") == ["Kerho"]

    with django_capture_on_commit_callbacks(execute=True):
        theme.is_sensitive, theme.neutral_name_fi = True, "Muuta"
        theme.save()

    assert labels("kerho") == labels("teema") == []


def test_word_that_is_urgent_is_never_suggested(actor):
    make.make_service(name="Vertaisryhmä", keywords_fi="väkivalta, itsemurha, vertaistuki", actor=actor)
    make.make_theme(name="Väkivaltatyö ja väkivalta")
    rebuilding.rebuild()

    assert labels("väki") == labels("itse") == []
    assert labels("vertaist") == ["vertaistuki"]


def test_draft_archived_and_members_items_are_never_suggested(actor):
    for number, hidden in enumerate(({"state": "draft"}, {"state": "archived"}, {"visibility": "members"})):
        make.make_service(name=f"Kerho {number}", keywords_fi="kerhosana", actor=actor, **hidden)
    make.make_service(
        name="Kerho kaikille",
        themes=[
            make.make_theme(name="Kerhoteema", visibility="members"),
            make.make_theme(name="Kerhot", state="draft"),
        ],
        actor=actor,
    )
    rebuilding.rebuild()

    assert labels("kerho") == ["Kerho kaikille"]


def test_suggestions_ask_once_for_each_weight_until_there_are_enough(actor, django_assert_num_queries):
    make.make_service(name="Kerho", actor=actor)
    rebuilding.rebuild()
    generation = indexing.current_index().generation

    with django_assert_num_queries(6):  # the notes, and each weight
        suggest("ker", "fi", generation)
    with django_assert_num_queries(0):
        suggest("k", "fi", generation)
