"""Cards: what a list shows of a service, read column by column and never as whole rows."""

from __future__ import annotations

import pytest
from django.db.models import Model
from django.db.models.query_utils import DeferredAttribute

from perhekeskus.translated import LocalText
from services.models import Service
from services.querysets import ServiceCard
from tests import factories as make

pytestmark = pytest.mark.django_db


def card(language: str = "fi") -> ServiceCard:
    [only] = Service.objects.visible_to(None).for_cards(language)
    return only


def test_card_says_what_a_family_asks_first():
    actor = make.make_actor(name="Seurakunta")
    service = make.make_service(
        name="Perhekerho",
        slug="perhekerho",
        summary_fi="Leikkiä ja laulua.",
        actor=actor,
        municipalities=[make.make_municipality(slug="rovaniemi"), make.make_municipality(slug="kittila")],
        min_months=0,
        max_months=84,
        for_pregnancy=True,
        appointment="none",
    )

    assert card() == ServiceCard(
        pk=service.pk,
        slug="perhekerho",
        name=LocalText("Perhekerho"),
        summary=LocalText("Leikkiä ja laulua."),
        actor_name=LocalText("Seurakunta"),
        ages="odotusaika ja 0–6 v",
        is_free=True,
        needs_no_appointment=True,
        area_kind="municipalities",
        area="Kittilä, Rovaniemi",
    )


def test_card_of_a_service_with_little_known():
    Service.objects.create(name_fi="Niukka", slug="niukka", state="published")

    only = card()
    assert (only.name, only.summary, only.actor_name) == (LocalText("Niukka"), LocalText(""), LocalText(""))
    assert (only.is_free, only.needs_no_appointment, only.area_kind, only.area) == (False, False, "", "")


TRANSLATED = {
    "fi": (LocalText("Kerho"), LocalText("Leikkiä."), LocalText("Seurakunta")),
    "fi-selko": (LocalText("Helppo kerho"), LocalText("Leikkiä.", "fi"), LocalText("Seurakunta", "fi")),
    "sv": (LocalText("Klubb"), LocalText("Lek."), LocalText("Församling")),
    "en": (LocalText("Kerho", "fi"), LocalText("Play."), LocalText("Seurakunta", "fi")),
    "ar": (LocalText("Kerho", "fi"), LocalText("Leikkiä.", "fi"), LocalText("Seurakunta", "fi")),
}


@pytest.mark.parametrize("language", TRANSLATED)
def test_card_is_in_its_language_and_marks_what_is_finnish(language):
    make.make_service(
        name="Kerho",
        name_fi_selko="Helppo kerho",
        name_sv="Klubb",
        summary_fi="Leikkiä.",
        summary_sv="Lek.",
        summary_en="Play.",
        actor=make.make_actor(name="Seurakunta", name_sv="Församling"),
    )

    only = card(language)

    assert (only.name, only.summary, only.actor_name) == TRANSLATED[language]


@pytest.mark.parametrize(
    ("language", "areas"),
    [
        ("fi", ["Enontekiö, Inari", "Lapin hyvinvointialue"]),
        ("sv", ["Enontekis, Enare", "Lapplands välfärdsområde"]),
    ],
)
def test_card_names_its_area_in_swedish_on_swedish_pages(language, areas):
    towns = [make.make_municipality(slug="inari"), make.make_municipality(slug="enontekio")]
    make.make_service(name="a", municipalities=towns)
    make.make_service(name="b", area_kind="county", county=towns[0].county)

    cards = sorted(Service.objects.for_cards(language), key=lambda one: one.pk)

    assert [one.area for one in cards] == areas


@pytest.fixture
def no_rows_made(monkeypatch):
    """A row of a model made from the database, whole or in part, fails the test."""

    def from_db(cls, db, field_names, values):
        raise AssertionError(f"a row of {cls.__name__} was loaded with {len(values)} columns")

    monkeypatch.setattr(Model, "from_db", classmethod(from_db))


@pytest.fixture
def no_deferred_loads(monkeypatch):
    """A column read one by one after its row fails the test."""

    def load(self, instance):
        raise AssertionError(f"{type(instance).__name__} was asked again for {self.field.name}")

    monkeypatch.setattr(DeferredAttribute, "_check_parent_chain", load)


@pytest.mark.parametrize("item_count", [1, 3])
def test_cards_load_no_rows_and_cost_two_queries(no_rows_made, django_assert_num_queries, item_count):
    for _ in range(item_count):
        Service.objects.create(name_fi="Kerho", state="published")

    with django_assert_num_queries(2):  # the cards, their municipalities
        cards = Service.objects.visible_to(None).for_cards("sv")

    assert len(cards) == item_count


def test_cards_read_two_columns_of_a_text_and_not_ten(django_assert_num_queries):
    make.make_service()

    with django_assert_num_queries(2) as captured:
        Service.objects.visible_to(None).for_cards("sv")

    read = captured[0]["sql"].partition(" FROM ")[0]
    assert {
        name for name in ("name_fi", "name_sv", "name_en", "name_ar", "description_fi") if f'"{name}"' in read
    } == {
        "name_fi",
        "name_sv",
    }


@pytest.mark.parametrize(
    "address", ["/palvelut/", "/sv/palvelut/?ika=3v", "/palvelut/kerho/", "/sv/palvelut/kerho/"]
)
def test_no_page_loads_a_column_after_its_row(client, no_deferred_loads, address):
    make.make_age_group(slug="vauvat", min_months=0, max_months=12)
    make.make_service(
        slug="kerho",
        municipalities=[make.make_municipality()],
        places=[make.make_place()],
        channels=[make.make_channel()],
        themes=[make.make_theme()],
    )

    assert client.get(address).status_code == 200


def test_guard_against_deferred_loads_sees_one(no_deferred_loads):
    make.make_service()
    service = Service.objects.only("slug").get()

    with pytest.raises(AssertionError, match="asked again for"):
        _ = service.summary_fi
