"""What a query's words may mean, and which of them are mended."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as rules
from hypothesis import strategies as st

from perhekeskus import caching
from perhekeskus.translated import LocalText
from search import analysis, indexing, rebuilding
from search.models import SearchIndex, SearchStale
from search.query import LONGEST_LIST, LONGEST_QUERY, Query, understand
from search.understanding import PlaceName, stems_of
from tests import factories as make
from tests.search_cases import hits, titles

pytestmark = pytest.mark.django_db


def ask(text: str, language: str = "fi", **more) -> Query:
    return understand(text, language, caching.current_revision(), **more)


def words(text: str, language: str = "fi") -> list[str]:
    return [word.text for word in ask(text, language).words]


@pytest.fixture
def indexed():
    """A few services in Finnish, one of them in Swedish, English and Northern Sámi too."""
    make.make_service(
        name="Lastenneuvola",
        summary_fi="Neuvola seuraa kasvua.",
        name_sv="Barnrådgivning",
        name_en="Child clinic",
    )
    make.make_service(name="Avoin päiväkoti", summary_fi="Leikkiä aamuisin.")
    make.make_service(name="Perhekahvila", summary_fi="Kahvia ja juttuseuraa.")
    rebuilding.rebuild()


# --- Which words are asked ---------------------------------------------------------------------------
def test_stop_words_are_left_out():
    assert words("mistä saan apua kun lapsi ei nuku") == ["apua", "lapsi", "nuku"]
    assert words("var får jag hjälp", "sv") == ["hjälp"]
    assert words("where do I get help", "en") == ["help"]


def test_query_of_stop_words_alone_keeps_them():
    assert words("mikä se on") == ["mikä", "se", "on"]
    assert words("vad är det", "sv") == ["vad", "är", "det"]


def test_query_of_an_age_alone_has_no_words():
    query = ask("mitä on 3-vuotiaalle")

    assert [word.text for word in query.words] == []
    assert [age.span.value for age in query.ages] == ["3v"]
    assert not query.is_empty


def test_word_that_is_written_twice_is_asked_once():
    assert words("neuvola Neuvola NEUVOLA") == ["neuvola"]


def test_empty_query_means_nothing():
    for text in ("", "   ", "?!"):
        assert ask(text).is_empty
        assert hits(text) == []


def test_long_query_is_cut_and_says_so():
    assert not ask("neuvola").is_cut
    many = ask(" ".join(f"sana{number}x" for number in range(30)))
    assert (len(many.words), many.is_cut) == (LONGEST_LIST, True)
    long = ask("a" * 300)
    assert (len(long.text), long.is_cut) == (LONGEST_QUERY, True)


def test_place_is_named_and_still_asked_for():
    query = ask("neuvola Kittilässä", names=[PlaceName("kunta", "kittila", "Kittilä")])

    assert [place.slug for place in query.places] == ["kittila"]
    assert [word.text for word in query.words] == ["neuvola", "kittilässä"]


# --- What a word may mean ----------------------------------------------------------------------------
def test_word_means_its_base_form_and_its_parts_for_less():
    [word] = ask("lastenneuvolaan").words

    assert word.terms == {"fi:lastenneuvola": 1.0, "fi:lapsi": 0.6, "fi:neuvola": 0.6}


def test_word_is_read_in_the_language_of_the_page_and_in_its_fallback():
    [word] = ask("barnet", "sv").words

    assert word.terms["sv:barn"] == 1.0
    assert {term.partition(":")[0] for term in word.terms} == {"sv", "fi"}


def test_language_without_base_forms_is_asked_by_beginnings(indexed):
    [word] = ask("clin", "en").words

    assert word.terms["en:clin"] == 1.0
    assert word.terms["en:clinic"] == 0.7
    assert "fi:neuvola" not in ask("neuv").words[0].own_terms


# --- Repair ------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("text", "repairs", "found"),
    [
        ("lastenneuvlla", {"lastenneuvlla": "lastenneuvola"}, "Lastenneuvola"),
        ("perhekahvlia", {"perhekahvlia": "perhekahvila"}, "Perhekahvila"),
        ("avoinpäiväkoti", {"avoinpäiväkoti": "avoin päiväkoti"}, "Avoin päiväkoti"),
    ],
)
def test_unknown_word_is_taken_to_be_the_nearest_and_that_is_told(indexed, text, repairs, found):
    query = ask(text)

    assert {written: meant.text for written, meant in query.repairs.items()} == repairs
    assert titles(text)[0] == found


def test_word_of_the_language_that_is_written_is_not_mended(indexed):
    assert ask("jag är på neuvol").repairs == {"neuvol": LocalText("neuvola")}
    assert ask("jag är på leken").repairs == {}
    assert ask("where is my neuvol").repairs == {}  # no words of English are known


def test_mended_word_of_a_fallback_tells_its_language(indexed):
    assert ask("perhekahvlia", "en").repairs == {"perhekahvlia": LocalText("perhekahvila", "fi")}


def test_word_without_its_marks_needs_no_mention(indexed):
    assert ask("avoin paivakoti").repairs == {}
    assert titles("avoin paivakoti")[0] == "Avoin päiväkoti"


def test_word_of_the_index_or_of_the_dictionary_is_not_mended(indexed):
    assert ask("neuvola").repairs == {}
    query = ask("kahvio neuvola")  # a real word, a letter from "kahvia"
    assert query.repairs == {}
    assert query.missed == ["kahvio"]


def test_short_unknown_word_is_not_mended(indexed):
    query = ask("neu neuvola")

    assert query.repairs == {}
    assert query.missed == ["neu"]


def test_mended_word_weighs_less_than_one_that_is_known(indexed):
    [word] = ask("perhekahvlia").words

    assert round(word.terms["fi:perhekahvila"], 3) == 0.7


@rules(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(text=st.text(max_size=60))
def test_any_text_is_understood(indexed, text):
    query = ask(text)

    assert len(query.words) <= LONGEST_LIST
    assert all(0 < weight <= 1 for word in query.words for weight in word.terms.values())


# --- An index that another analyser made -------------------------------------------------------------
def test_other_analysers_index_is_asked_for_exact_words_alone(indexed):
    SearchIndex.objects.update(signature="another")
    caching.move_revision()

    assert titles("neuvola") == ["Lastenneuvola"]
    assert titles("neuvolassa") == []
    assert titles("lastenneuvla") == []
    assert ask("mikä neuvolaan", exact=True).words[1].terms == {"fi:neuvolaan": 1.0}


def test_notes_wait_for_reindex_while_the_index_is_anothers(indexed, django_capture_on_commit_callbacks):
    SearchIndex.objects.update(signature="another")
    with django_capture_on_commit_callbacks(execute=True):
        service = make.make_service(name="Vauvamuskari")
    assert ("palvelut", service.pk) in set(SearchStale.objects.values_list("kind", "item"))
    assert titles("vauvamuskari") == []

    rebuilding.rebuild()

    assert SearchStale.objects.count() == 0
    assert indexing.current_index().signature == analysis.signature()
    assert titles("vauvamuskariin") == ["Vauvamuskari"]


# --- What stands in no text as a whole ---------------------------------------------------------------
def test_compound_of_which_parts_alone_are_in_texts_is_told_of(indexed):
    assert ask("sahaneuvola").only_by_parts == ["sahaneuvola"]
    assert ask("sahaneuvola perhekahvila").only_by_parts == []
    assert ask("neuvolaan").only_by_parts == []
    assert ask("zzzz").only_by_parts == []


def test_part_of_a_compound_that_says_nothing_alone_means_nothing():
    [word] = ask("ajanvaraus").words

    assert sorted(word.terms) == ["fi:ajanvaraus", "fi:varaus"]


# --- Places that are not covered ----------------------------------------------------------------------
ELSEWHERE = stems_of(["Sodankylä", "Utsjoki", "Helsinki", "Turku", "Salo", "Varkaus", "Neuvola"])


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("perhekahvila Sodankylässä", ["Sodankylä"]),
        ("sodankyla", ["Sodankylä"]),
        ("Utsjoella", ["Utsjoki"]),
        ("kerho Helsingissä", ["Helsinki"]),
        ("Turussa Turku", ["Turku"]),
        ("Salossa", ["Salo"]),
        ("salon", []),  # a parlour's
        ("nuoren varkaus", []),  # theft
        ("sodankyläläinen", []),
        ("neuvola", []),  # it stands in the texts
    ],
)
def test_place_that_is_not_covered_is_told_of(indexed, text, named):
    assert ask(text, elsewhere=ELSEWHERE).elsewhere == named


def test_parts_of_such_a_place_mean_nothing(indexed):
    [_cafe, place] = ask("perhekahvila sodankylä", elsewhere=ELSEWHERE).words

    assert list(place.terms) == ["fi:sodankyla"]
    assert place.repaired == []


def test_place_that_is_offered_is_not_elsewhere(indexed):
    village = PlaceName("alue", "salla", "Salla")
    query = ask("perhekahvila Sallassa", names=[village], elsewhere=stems_of(["Salla"]))

    assert ([place.slug for place in query.places], query.elsewhere) == (["salla"], [])
