"""Entries and vocabulary: what is written, in which languages, and what never is."""

from __future__ import annotations

import pytest

from perhekeskus import caching
from search import indexing, kinds, rebuilding
from search.models import (
    SearchEntry,
    SearchIndex,
    SearchStale,
    SearchSuggestion,
    SearchTerm,
    SearchVocabulary,
)
from search.vocabulary import vocabulary_of
from services.models import Service
from tests import calendar_factories as cal
from tests import factories as make
from tests.search_cases import entries_of, is_indexed, terms_of_item, titles, vocabulary

pytestmark = pytest.mark.django_db


def serves(item) -> dict[str, str]:
    rows = SearchEntry.objects.filter(item=item.pk, kind="palvelut")
    return {language: text.strip() for language, text in rows.values_list("language", "serves")}


# --- Entries and languages -----------------------------------------------------------------------------
def test_finnish_entry_serves_every_language_that_the_item_lacks():
    plain = make.make_service(name="Kerho")
    told = make.make_service(name="Neuvola", name_sv="Rådgivning", summary_en="Clinic")
    rebuilding.rebuild()

    assert serves(plain) == {"fi": "fi fi-selko sv en"}
    assert serves(told) == {"fi": "fi fi-selko", "sv": "sv", "en": "en"}


def test_translation_of_the_description_alone_makes_no_entry():
    service = make.make_service(name="Kerho", description_sv="Lek och sång.")
    rebuilding.rebuild()

    assert serves(service) == {"fi": "fi fi-selko sv en"}


def test_languages_that_are_not_enabled_are_not_indexed(settings):
    settings.SITE_LANGUAGES = ["fi", "se"]
    service = make.make_service(name="Kerho", name_sv="Klubb", name_se="Searvi")
    rebuilding.rebuild()

    assert serves(service) == {"fi": "fi", "se": "se"}
    assert indexing.current_index().languages == "fi se"
    assert SearchTerm.objects.filter(term__startswith="sv:").count() == 0


def test_entry_knows_its_ages_towns_and_reach():
    kittila = make.make_municipality(slug="kittila")
    place = make.make_place(municipality=make.make_municipality(slug="inari"), locality="Ivalo")
    service = make.make_service(
        name="Äidin Kerho", municipalities=[kittila], places=[place], min_months=12, max_months=36
    )
    county = make.make_service(name="Laaja", area_kind="county", county=kittila.county)
    rebuilding.rebuild()

    entry = entries_of(service)
    assert entry.title_folded == "aidin kerho"
    assert (entry.min_months, entry.max_months, entry.for_pregnancy) == (12, 36, False)
    assert entry.towns == " inari ivalo kittila "
    assert not entry.region_wide
    assert entries_of(county).region_wide


def test_words_are_kept_as_they_are_written_and_figures_are_not():
    service = make.make_service(
        name="Äidin kerho 112", summary_fi="Kerhossa lauletaan.", actor=make.make_actor(name="Aapa")
    )
    rebuilding.rebuild()

    assert entries_of(service).words == "fi:aapa fi:kerho fi:kerhossa fi:lauletaan fi:äidin"


def test_stop_words_count_in_a_title_alone():
    service = make.make_service(
        name="Mikä se on", summary_fi="Joka haluaa laulaa.", actor=make.make_actor(name="Aapa")
    )
    rebuilding.rebuild()

    assert terms_of_item(service) == {"mika", "se", "olla", "laulaa", "aapa"}


# --- What an item is found by ----------------------------------------------------------------------------
def test_service_is_found_by_what_belongs_to_it():
    actor = make.make_actor(name="Aapayhdistys", former_names="Suoseura")
    service = make.make_service(
        name="Kerho",
        actor=actor,
        themes=[make.make_theme(name="Uinti")],
        audiences=[make.make_audience(slug="isat", name="Isät")],
        places=[
            make.make_place(
                name="Käpytalo", municipality=make.make_municipality(slug="inari"), locality="Ivalo"
            )
        ],
        keywords_fi="polskinta",
        description_fi="Allas.",
        who_for_fi="Taaperoille.",
        how_to_get_fi="Soittamalla.",
    )
    service.actor_links.create(
        actor=make.make_actor(name="Mukanaolija"), role=service.actor_links.model.Role.choices[0][0]
    )
    rebuilding.rebuild()

    words = [
        "uinti",
        "isille",
        "käpytalo",
        "inari",
        "ivalo",
        "suoseura",
        "aapayhdistys",
        "mukanaolija",
        "polskinta",
        "allas",
        "taapero",
        "soittaa",
    ]
    assert [word for word in words if "Kerho" not in titles(word)] == []


def test_activity_and_meeting_place_are_found_by_each_other():
    place = cal.make_meeting_place(name="Onnela", place=make.make_place(name="Käpytalo", street="Kotikatu 3"))
    activity = cal.make_activity(name="Muskari", organisers=[make.make_actor(name="Seurakunta")])
    cal.make_slot(activity=activity, place=place)
    rebuilding.rebuild()

    assert set(titles("muskari")) == set(titles("onnela")) == {"Muskari", "Onnela"}
    assert titles("kotikatu") == ["Onnela"]
    assert "Muskari" in titles("seurakunnan")


# --- What is never in the index ----------------------------------------------------------------------------
@pytest.mark.parametrize("state", ["draft", "archived"])
def test_item_that_is_not_published_is_not_indexed(state):
    items = [
        make.make_service(name="Salaisuus", state=state),
        make.make_situation(name="Salaisuus", state=state),
        make.make_theme(name="Salaisuus", state=state),
        make.make_helpline(name="Salaisuus", state=state),
        make.make_actor(name="Salaisuus", state=state),
        make.make_family_centre(name="Salaisuus", state=state),
        make.make_task(name="Salaisuus", state=state),
        cal.make_meeting_place(name="Salaisuus", state=state),
        cal.make_activity(name="Salaisuus", state=state),
    ]
    rebuilding.rebuild()

    assert [item for item in items if is_indexed(item)] == []
    assert SearchTerm.objects.filter(term="fi:salaisuus").count() == 0
    assert "salaisuus" not in {word for _language, word, _is_surface in vocabulary()}


@pytest.mark.parametrize("hidden", [{"state": "draft"}, {"state": "archived"}, {"visibility": "members"}])
def test_name_of_what_is_hidden_is_no_term_of_a_public_item(hidden):
    service = make.make_service(
        name="Kerho",
        actor=make.make_actor(name="Salaisuus", former_names="Salaisuus", **hidden),
        themes=[make.make_theme(name="Salaisuus", **hidden)],
        places=[make.make_place(name="Salaisuus", locality="Salaisuus", **hidden)],
    )
    service.actor_links.create(
        actor=make.make_actor(name="Salaisuus", **hidden), role=service.actor_links.model.Role.choices[0][0]
    )
    place = cal.make_meeting_place(name="Onnela", host=make.make_actor(name="Salaisuus", **hidden))
    activity = cal.make_activity(name="Muskari", organisers=[make.make_actor(name="Salaisuus", **hidden)])
    cal.make_slot(activity=activity, place=cal.make_meeting_place(name="Salaisuus", **hidden))
    cal.make_slot(activity=cal.make_activity(name="Salaisuus", **hidden), place=place)
    rebuilding.rebuild()

    public = SearchEntry.objects.filter(members_only=False)
    assert [item for item in (service, place, activity) if "salaisuus" in terms_of_item(item)] == []
    assert SearchTerm.objects.filter(entry__in=public, term="fi:salaisuus").count() == 0
    assert (
        public.filter(words__contains="salaisuus").count()
        == public.filter(towns__contains="salaisuus").count()
        == 0
    )
    assert "salaisuus" not in {word for _language, word, _is_surface in vocabulary()}


def test_members_item_is_marked_and_in_no_vocabulary_nor_suggestion():
    service = make.make_service(name="Salaisuus", visibility="members")
    rebuilding.rebuild()

    assert entries_of(service).members_only
    assert "salaisuus" in terms_of_item(service)
    assert "salaisuus" not in {word for _language, word, _is_surface in vocabulary()}
    assert SearchSuggestion.objects.filter(label="Salaisuus").count() == 0


def test_masked_address_is_no_term_and_no_word(django_capture_on_commit_callbacks):
    place = make.make_place(
        name="Turvatalo", street="Piilokatu 3", locality="Piilola", municipality=make.make_municipality()
    )
    service = make.make_service(name="Kerho", places=[place])
    meeting = cal.make_meeting_place(name="Onnela", place=place)
    rebuilding.rebuild()
    assert any(term.startswith("piil") for term in terms_of_item(service))
    assert "piilokatu" in terms_of_item(meeting)

    with django_capture_on_commit_callbacks(execute=True):
        place.address_is_masked = True
        place.save()

    assert not is_indexed(meeting)
    for secret in ("piil", "turvatalo"):
        assert SearchTerm.objects.filter(term__contains=secret).count() == 0
        assert SearchEntry.objects.filter(words__contains=secret).count() == 0
        assert SearchEntry.objects.filter(towns__contains=secret).count() == 0
        assert SearchVocabulary.objects.filter(word__contains=secret).count() == 0


def test_meeting_place_in_a_hidden_building_is_not_indexed():
    for fields in ({"state": "draft"}, {"visibility": "members"}, {"address_is_masked": True}):
        meeting = cal.make_meeting_place(name="Onnela", place=make.make_place(**fields))
        rebuilding.rebuild()

        assert not is_indexed(meeting)


# --- The whole index ---------------------------------------------------------------------------------------
def test_rebuild_leaves_one_generation_and_tells_how_far_it_is(monkeypatch):
    monkeypatch.setattr(indexing, "BATCH", 2)
    actor = make.make_actor()
    for _number in range(3):
        make.make_service(actor=actor)
    rebuilding.rebuild()
    told = []

    found = rebuilding.rebuild(lambda done, total: told.append((done, total)))

    assert found == 4
    assert told == [(2, 4), (3, 4), (4, 4)]
    index = SearchIndex.objects.get()
    assert set(SearchEntry.objects.values_list("generation", flat=True)) == {index.generation}
    assert set(SearchSuggestion.objects.values_list("generation", flat=True)) == {index.generation}
    assert index.building is None
    assert indexing.is_ready()


def test_nothing_is_found_before_the_first_rebuild_and_nothing_breaks():
    make.make_service(name="Kerho")

    assert not indexing.is_ready()
    assert titles("kerho") == []


def test_index_of_nothing_is_empty():
    rebuilding.rebuild()

    assert SearchEntry.objects.count() == SearchVocabulary.objects.count() == 0
    assert titles("kerho") == []


def test_rebuild_that_was_stopped_is_cleared_by_the_next():
    make.make_service(name="Kerho")
    rebuilding.rebuild()

    def stop(done, total):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        rebuilding.rebuild(stop)
    assert titles("kerho") == ["Kerho"]

    rebuilding.rebuild()

    assert SearchEntry.objects.values("generation").distinct().count() == 1
    assert titles("kerho") == ["Kerho"]
    assert indexing.current_index().building is None


@pytest.mark.parametrize("edit", ["renamed", "unpublished", "deleted", "new"])
def test_edit_between_the_batches_of_a_rebuild_is_in_both_indexes(
    edit, monkeypatch, django_capture_on_commit_callbacks
):
    monkeypatch.setattr(indexing, "BATCH", 1)
    actor = make.make_actor(name="Tekijä")
    first, last = (make.make_service(name=name, actor=actor) for name in ("Alku", "Loppu"))
    rebuilding.rebuild()
    seen = []

    def change(done, total):
        if done == 1:
            with django_capture_on_commit_callbacks(execute=True):
                for service in (first, last):
                    if edit == "renamed":
                        Service.objects.filter(pk=service.pk).update(name_fi=f"Uusi {service.name_fi}")
                    elif edit == "unpublished":
                        service.state = "draft"
                        service.save()
                    elif edit == "deleted":
                        service.delete()
                if edit == "new":
                    make.make_service(name="Uusi", actor=actor)
            seen.append((sorted(titles("alku")), sorted(titles("loppu")), sorted(titles("uusi"))))

    rebuilding.rebuild(change)

    expected = {
        "renamed": (["Uusi Alku"], ["Uusi Loppu"], ["Uusi Alku", "Uusi Loppu"]),
        "unpublished": ([], [], []),
        "deleted": ([], [], []),
        "new": (["Alku"], ["Loppu"], ["Uusi"]),
    }[edit]
    assert seen == [expected]
    assert (sorted(titles("alku")), sorted(titles("loppu")), sorted(titles("uusi"))) == expected
    counted = vocabulary()
    rebuilding._count_vocabulary(indexing.current_index().generation)
    assert vocabulary() == counted


def test_edit_during_the_first_rebuild_is_not_lost(monkeypatch, django_capture_on_commit_callbacks):
    """No index can be used yet, so that the note waits for the end of the rebuild."""
    monkeypatch.setattr(indexing, "BATCH", 1)
    service = make.make_service(name="Alku", actor=make.make_actor(name="Tekijä"))
    SearchStale.objects.all().delete()

    def change(done, total):
        with django_capture_on_commit_callbacks(execute=True):
            Service.objects.filter(pk=service.pk).update(name_fi="Uusi")

    rebuilding.rebuild(change)

    assert titles("uusi") == ["Uusi"]
    assert titles("alku") == []
    assert SearchStale.objects.count() == 0


def test_rebuild_that_another_overtook_switches_nothing(monkeypatch):
    monkeypatch.setattr(indexing, "BATCH", 1)
    actor = make.make_actor(name="Tekijä")
    for name in ("Alku", "Keski", "Loppu"):
        make.make_service(name=name, actor=actor)
    begun = []

    def start_another(done, total):
        if not begun:
            begun.append(done)
            rebuilding.rebuild()

    with pytest.raises(rebuilding.OvertakenError):
        rebuilding.rebuild(start_another)

    assert [titles(word) for word in ("alku", "keski", "loppu")] == [["Alku"], ["Keski"], ["Loppu"]]
    assert indexing.current_index().building is None


# --- Vocabulary --------------------------------------------------------------------------------------------
def test_vocabulary_counts_the_entries_of_each_term_and_word():
    actor = make.make_actor(name="Tekijä")
    for name in ("Äidin kerho", "Kerhossa"):
        make.make_service(name=name, summary_fi="", actor=actor)
    rebuilding.rebuild()

    assert vocabulary() == {
        ("fi", "aiti", False): 1,
        ("fi", "äidin", True): 1,
        ("fi", "kerho", False): 2,
        ("fi", "kerho", True): 1,
        ("fi", "kerhossa", True): 1,
        ("fi", "tekija", False): 3,
        ("fi", "tekijä", True): 3,
    }


def test_vocabulary_in_memory_is_folded_and_of_its_language():
    make.make_service(name="Äidin kerho", name_sv="Lek", actor=make.make_actor(name="Tekijä"))
    rebuilding.rebuild()
    revision = caching.current_revision()

    finnish, swedish = vocabulary_of("fi", revision), vocabulary_of("sv", revision)

    assert finnish.counts["aiti"] == 2  # the Swedish entry has the Finnish name too
    assert finnish.surfaces["aidin"] == 1
    assert finnish.written["aidin"] == "äidin"
    assert not finnish.knows("lek")
    assert swedish.counts == {"lek": 1}
    assert finnish.entries == swedish.entries == 3


# --- What depends on what -----------------------------------------------------------------------------------
def test_every_model_that_an_entry_is_made_of_is_watched():
    """A change of a model that moves no revision would tell nobody."""
    through = {model for model in kinds.dependents() if not caching.is_watched(model)}

    assert through == set()
