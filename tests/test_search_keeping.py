"""The index kept true: after every way of writing, what is found is what a fresh index would find."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy

import pytest
from django.db import connection, transaction

from meetingplaces.models import Activity, WeeklySlot
from perhekeskus import caching
from search import indexing, keeping, rebuilding
from search.models import SearchEntry, SearchIndex, SearchStale, SearchSuggestion, SearchTerm
from services.models import Actor, Place, Service, ServicePlace, Theme
from tests import calendar_factories as cal
from tests import factories as make
from tests.search_cases import is_indexed, stale_items, terms_of_item, titles, vocabulary

pytestmark = pytest.mark.django_db


class World:
    """One of everything that entries are made of, with names that tell each apart."""

    def __init__(self):
        self.kittila = make.make_municipality(slug="kittila")
        self.inari = make.make_municipality(slug="inari")
        self.actor = make.make_actor(name="Aapa", former_names="Suoseura")
        self.other_actor = make.make_actor(name="Palsa")
        self.theme, self.other_theme = make.make_theme(name="Uinti"), make.make_theme(name="Hiihto")
        self.audience = make.make_audience(slug="isat", name="Isät")
        self.building = make.make_place(name="Käpytalo", municipality=self.kittila, locality="Sirkka")
        self.service = make.make_service(
            name="Kerho",
            actor=self.actor,
            municipalities=[self.kittila],
            themes=[self.theme],
            audiences=[self.audience],
            places=[self.building],
        )
        self.second = make.make_service(name="Toinen", actor=self.other_actor)
        self.meeting = cal.make_meeting_place(name="Onnela", place=self.building, host=self.actor)
        self.activity = cal.make_activity(name="Muskari", organisers=[self.actor], themes=[self.theme])
        self.slot = cal.make_slot(activity=self.activity, place=self.meeting)
        self.situation = make.make_situation(name="Väsymys", themes=[self.theme], steps=["Lepää hetki."])
        self.helpline = make.make_helpline(name="Puhelin")
        self.centre = make.make_family_centre(name="Keskus", municipalities=[self.kittila])
        rebuilding.rebuild()


@pytest.fixture(scope="module")
def made(django_db_setup, django_db_blocker):
    """The world and its index, made once for the module; each test undoes what it does."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield World()
        transaction.set_rollback(True)


@pytest.fixture
def world(made, db) -> World:
    connection.run_on_commit.clear()  # what was noted before has been made anew
    return deepcopy(made)


@pytest.fixture
def committed(django_capture_on_commit_callbacks):
    """Run a write as a transaction that is committed."""

    def run(write: Callable[[], object]) -> None:
        with django_capture_on_commit_callbacks(execute=True), transaction.atomic():
            write()

    return run


def snapshot() -> tuple:
    """Return all that a search reads: entries with their terms, suggestions, and the vocabulary."""
    index = indexing.current_index()
    entries = {}
    fields = (
        "pk kind item language serves title_folded min_months max_months towns region_wide members_only words"
    )
    for pk, *rest in SearchEntry.objects.filter(generation=index.generation).values_list(*fields.split()):
        entries[pk] = tuple(rest)
    terms, suggestions = {}, set()
    for entry, term, weight in SearchTerm.objects.filter(entry__in=entries).values_list(
        "entry", "term", "weight"
    ):
        terms[entries[entry], term] = weight
    for entry, serves, key, label, weight, path in SearchSuggestion.objects.filter(
        generation=index.generation
    ).values_list("entry", "serves", "key", "label", "weight", "path"):
        suggestions.add((entries[entry], serves, bytes(key), label, weight, path))
    return set(entries.values()), terms, suggestions, vocabulary()


# --- Every way of writing --------------------------------------------------------------------------------
def save(row, **fields) -> None:
    for name, value in fields.items():
        setattr(row, name, value)
    row.save()


EDITS: dict[str, Callable[[World], object]] = {
    "save": lambda world: save(world.service, name_fi="Uusi kerho"),
    "save of some fields": lambda world: (
        setattr(world.service, "summary_fi", "Aivan uutta."),
        world.service.save(update_fields=["summary_fi"]),
    ),
    "translation": lambda world: save(world.service, name_sv="Klubb"),
    "translation taken away": lambda world: (
        save(world.service, name_sv="Klubb"),
        save(world.service, name_sv=""),
    ),
    "new": lambda world: make.make_service(name="Uusi", actor=world.actor),
    "queryset update": lambda world: Service.objects.filter(name_fi="Kerho").update(name_fi="Uusi"),
    "update of all": lambda world: Service.objects.update(keywords_fi="avainsana"),
    "update that hides": lambda world: Service.objects.filter(state="published").update(state="draft"),
    "update_or_create": lambda world: Service.objects.update_or_create(
        slug=world.service.slug, defaults={"name_fi": "Uusi"}
    ),
    "bulk_create": lambda world: Service.objects.bulk_create(
        Service(name_fi=name, slug=name, state="published", actor=world.actor, area_kind="country")
        for name in ("joukko-yksi", "joukko-kaksi")
    ),
    "bulk_create of links": lambda world: ServicePlace.objects.bulk_create(
        [ServicePlace(service=world.second, place=world.building)]
    ),
    "bulk_update": lambda world: (
        setattr(world.service, "name_fi", "Uusi"),
        Service.objects.bulk_update([world.service], ["name_fi"]),
    ),
    "m2m add": lambda world: world.second.themes.add(world.theme),
    "m2m add from the other side": lambda world: world.theme.services.add(world.second),
    "m2m remove": lambda world: world.service.themes.remove(world.theme),
    "m2m remove from the other side": lambda world: world.theme.services.remove(world.service),
    "m2m clear": lambda world: world.service.themes.clear(),
    "m2m clear from the other side": lambda world: world.theme.services.clear(),
    "m2m set": lambda world: world.service.themes.set([world.other_theme]),
    "municipalities": lambda world: world.service.municipalities.set([world.inari]),
    "audiences": lambda world: world.service.audiences.clear(),
    "link to a place": lambda world: world.second.place_links.create(place=world.building),
    "link to a place gone": lambda world: world.service.place_links.all().delete(),
    "organiser": lambda world: world.activity.organiser_links.create(actor=world.other_actor, position=2),
    "organiser gone": lambda world: world.activity.organiser_links.first().delete(),
    "slot": lambda world: cal.make_slot(
        activity=cal.make_activity(name="Satuhetki"), place=world.meeting, weekday=4
    ),
    "slot gone": lambda world: world.slot.delete(),
    "slots gone at once": lambda world: WeeklySlot.objects.all().delete(),
    "step of a route": lambda world: save(world.situation.steps.get(), text_fi="Kysy neuvoa."),
    "service deleted": lambda world: world.service.delete(),
    "services deleted at once": lambda world: Service.objects.all().delete(),
    "activity deleted": lambda world: Activity.objects.all().delete(),
    "theme renamed": lambda world: save(world.theme, name_fi="Vesipeuhu"),
    "theme archived": lambda world: save(world.theme, state="archived"),
    "theme for members": lambda world: save(world.theme, visibility="members"),
    "theme deleted": lambda world: Theme.objects.filter(pk=world.theme.pk).delete(),
    "theme sensitive": lambda world: save(world.theme, is_sensitive=True, neutral_name_fi="Muuta"),
    "actor renamed": lambda world: save(world.actor, name_fi="Jänkä"),
    "former name": lambda world: save(world.actor, former_names="Rimpiseura"),
    "actor hidden": lambda world: Actor.objects.filter(pk=world.actor.pk).update(visibility="members"),
    "other actor of a service": lambda world: save(world.service, actor=world.other_actor),
    "municipality renamed": lambda world: save(world.kittila, name_fi="Uusikunta"),
    "place renamed": lambda world: save(world.building, name_fi="Havutalo"),
    "place moved": lambda world: save(world.building, municipality=world.inari, locality="Ivalo"),
    "building hidden": lambda world: save(world.building, state="draft"),
    "building for members": lambda world: Place.objects.update(visibility="members"),
    "address masked": lambda world: save(world.building, address_is_masked=True),
    "audience renamed": lambda world: save(world.audience, name_fi="Miehet"),
    "organiser renamed": lambda world: save(world.activity.organiser_links.get().actor, name_fi="Jänkä"),
    "meeting place renamed": lambda world: save(world.meeting, name_fi="Rauhala"),
    "activity renamed": lambda world: save(world.activity, name_fi="Laulutunti"),
    "activity unpublished": lambda world: save(world.activity, state="draft"),
    "situation": lambda world: save(world.situation, phrases_fi="en jaksa"),
    "helpline": lambda world: save(world.helpline, when_to_ring_fi="Illalla."),
    "family centre": lambda world: world.centre.municipalities.add(world.inari),
    "service for members": lambda world: save(world.service, visibility="members"),
    "service for members and back": lambda world: (
        save(world.service, visibility="members"),
        save(world.service, visibility="public"),
    ),
    "unpublished and back": lambda world: (
        save(world.service, state="draft"),
        save(world.service, state="published"),
    ),
}


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS.keys())
def test_index_after_an_edit_is_the_index_made_anew(world, committed, edit):
    before = snapshot()

    committed(lambda: edit(world))

    kept = snapshot()
    assert stale_items() == set()
    rebuilding.rebuild()
    assert kept == snapshot()
    if edit not in (
        EDITS["service for members and back"],
        EDITS["unpublished and back"],
        EDITS["translation taken away"],
    ):
        assert kept != before


def test_many_edits_one_after_another_keep_the_vocabulary(world, committed):
    for name in (
        "save",
        "translation",
        "m2m add",
        "actor renamed",
        "service for members",
        "m2m clear",
        "service deleted",
    ):
        committed(lambda name=name: EDITS[name](world))
    counted = vocabulary()

    rebuilding._count_vocabulary(indexing.current_index().generation)

    assert vocabulary() == counted
    assert all(count > 0 for count in counted.values())


# --- At once ---------------------------------------------------------------------------------------------
def test_what_is_unpublished_is_found_no_more(world, committed):
    assert titles("kerho") == ["Kerho"]

    committed(lambda: save(world.service, state="archived"))

    assert titles("kerho") == []
    assert not is_indexed(world.service)


def test_name_that_changed_is_found_and_the_former_one_is_not(world, committed):
    committed(lambda: save(world.theme, name_fi="Vesipeuhu"))

    assert "vesipeuhu" in terms_of_item(world.service)
    assert titles("uinti") == []
    assert set(titles("vesipeuhu")) == {"Vesipeuhu", "Kerho", "Muskari", "Väsymys"}


# --- Transactions ----------------------------------------------------------------------------------------
class Stop(Exception):
    pass


def rolled_back(write: Callable[[], object]) -> None:
    def write_and_stop():
        with transaction.atomic():
            write()
            raise Stop

    with pytest.raises(Stop):
        write_and_stop()


def test_change_that_was_rolled_back_leaves_no_note(world, django_capture_on_commit_callbacks):
    before = snapshot()

    with django_capture_on_commit_callbacks(execute=True) as callbacks:
        rolled_back(lambda: save(world.service, name_fi="Uusi"))

    assert callbacks == []
    assert stale_items() == set()
    assert snapshot() == before


def test_change_is_noted_in_its_own_transaction_and_made_anew_on_commit(
    world, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks() as callbacks:
        save(world.service, name_fi="Uusi")

    assert stale_items() == {("palvelut", world.service.pk)}
    assert "uusi" not in terms_of_item(world.service)
    assert callbacks == [keeping.make_anew]

    callbacks[0]()

    assert stale_items() == set()
    assert "uusi" in terms_of_item(world.service)


def test_many_changes_of_a_transaction_are_made_anew_once(world, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks() as callbacks, transaction.atomic():
        save(world.service, name_fi="Uusi")
        save(world.second, name_fi="Uudempi")
        world.service.themes.clear()

    before = caching.current_revision()
    made_anew = [callback() for callback in callbacks]
    assert made_anew[0] == 2
    assert not any(made_anew[1:])
    assert caching.current_revision() == before + 1


def test_more_notes_of_two_kinds_than_a_batch_are_all_made_anew(world, monkeypatch):
    monkeypatch.setattr(indexing, "BATCH", 1)
    save(world.service, name_fi="Karhupiiri")
    save(world.activity, name_fi="Laulutunti")
    assert {kind for kind, _item in stale_items()} >= {"palvelut", "toiminta"}

    keeping.make_anew()

    assert stale_items() == set()
    assert "karhupiiri" in terms_of_item(world.service)
    assert "Laulutunti" in titles("laulutunti")


def test_savepoint_that_was_rolled_back_takes_its_change_alone(world, committed):
    def write():
        rolled_back(lambda: save(world.service, name_fi="Peruttu"))
        save(world.second, name_fi="Pidetty")

    committed(write)

    assert titles("peruttu") == []
    assert titles("kerho") == ["Kerho"]
    assert titles("pidetty") == ["Pidetty"]


def test_savepoint_that_is_rolled_back_after_a_change_before_it(world, committed):
    def write():
        save(world.second, name_fi="Pidetty")
        rolled_back(lambda: save(world.service, name_fi="Peruttu"))

    committed(write)

    assert (titles("peruttu"), titles("kerho"), titles("pidetty")) == ([], ["Kerho"], ["Pidetty"])


def test_savepoint_that_was_kept_is_made_anew(world, committed):
    def write():
        with transaction.atomic():
            save(world.service, name_fi="Sisempi")
        save(world.second, name_fi="Ulompi")

    committed(write)

    assert (titles("sisempi"), titles("ulompi")) == (["Sisempi"], ["Ulompi"])


def test_note_that_a_stopped_process_left_is_made_anew_by_the_next_writer(world, committed):
    save(world.service, name_fi="Jäänyt")  # noted, and its hook never runs
    assert titles("jäänyt") == []

    committed(lambda: save(world.second, name_fi="Seuraava"))

    assert titles("jäänyt") == ["Jäänyt"]
    assert stale_items() == set()


# --- What needs no work ------------------------------------------------------------------------------------
def test_change_that_no_entry_depends_on_is_not_noted(world, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks() as callbacks:
        cal.make_change(slot=world.slot, on=make.CHECKED_ON)
        make.make_installation()

    assert stale_items() == set()
    assert callbacks == []


def test_nothing_is_made_anew_when_nothing_is_stale(world, django_assert_num_queries):
    with django_assert_num_queries(1):
        assert keeping.make_anew() == 0


def test_item_is_made_anew_by_few_statements(world, django_assert_num_queries):
    save(world.service, name_fi="Vauvakerho")

    # 6 of the transaction, the index's row and the notes, 2 of the entries as they were with what belongs to
    # them, 1 of the item, 8 of what differs; SQLite answers what is asked together one by one.
    with django_assert_num_queries(26 if connection.vendor == "sqlite" else 17):
        keeping.make_anew()


def test_before_the_first_index_nothing_is_noted_and_it_finds_all(world):
    SearchStale.objects.all().delete()
    SearchIndex.objects.all().delete()
    keeping.forget()
    service = make.make_service(name="Uusi", actor=world.actor)

    assert stale_items() == set()
    rebuilding.rebuild()
    assert is_indexed(service)


def test_draft_that_is_saved_has_no_entry(world, committed):
    committed(lambda: make.make_service(name="Luonnos", state="draft", actor=world.actor))

    assert titles("luonnos") == []
    assert SearchStale.objects.count() == 0
