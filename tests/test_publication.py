"""What a service needs before it can be published: what is missing is listed by name."""

from __future__ import annotations

import pytest
from django.utils import translation

from services.models import Service
from tests import factories as make

pytestmark = pytest.mark.django_db


def complete(**fields) -> Service:
    """A draft that lacks nothing, but for the fields given."""
    return make.make_service(**{"state": "draft", "min_months": 0, "max_months": 12} | fields)


def missing_of(service: Service) -> list[str]:
    with translation.override("en"):
        return service.missing_for_publication()


def test_complete_service_misses_nothing():
    assert missing_of(complete()) == []


@pytest.mark.parametrize(
    ("fields", "missing"),
    [
        ({"summary_fi": "", "summary_sv": "På svenska."}, ["summary"]),
        ({"min_months": None, "max_months": None}, ["ages or audience"]),
        ({"area_kind": ""}, ["area"]),
        ({"area_kind": "municipalities"}, ["area"]),
        ({"price_kind": ""}, ["price"]),
        ({"price_kind": "rows"}, ["price"]),
        ({"reviewed_on": None}, ["last checked on"]),
    ],
    ids=lambda value: "+".join(value) if isinstance(value, dict) else "",
)
def test_what_is_missing_is_listed_by_name(fields, missing):
    assert missing_of(complete(**fields)) == missing


def test_missing_actor_is_named():
    service = complete()
    service.actor = None

    assert missing_of(service) == ["responsible actor"]


@pytest.mark.parametrize(
    "fields",
    [
        {"min_months": 0, "max_months": None},
        {"min_months": None, "max_months": 12},
        {"min_months": None, "max_months": 0, "for_pregnancy": True},
        {"min_months": None, "max_months": None, "for_pregnancy": True},
        {"price_kind": "not_known"},
        {"area_kind": "country"},
    ],
)
def test_what_is_enough_is_not_missing(fields):
    assert missing_of(complete(**fields)) == []


def test_audience_is_enough_in_place_of_ages():
    nobody = complete(min_months=None, max_months=None)
    fathers = complete(min_months=None, max_months=None, audiences=[make.make_audience(slug="isat")])

    assert missing_of(nobody) == ["ages or audience"]
    assert missing_of(fathers) == []


def test_municipality_is_enough_for_an_area_of_municipalities():
    assert missing_of(complete(municipalities=[make.make_municipality()])) == []


def test_price_row_is_enough_for_a_price_of_rows():
    service = complete(price_kind="rows")
    service.prices.create(min_amount=0)

    assert missing_of(service) == []


@pytest.mark.parametrize(("neutral", "missing"), [("", ["neutral name"]), ("Turvallinen arki", [])])
def test_service_of_a_sensitive_theme_needs_a_neutral_name(neutral, missing):
    theme = make.make_theme(name="Väkivalta", neutral_name_fi="Tukea", is_sensitive=True)
    service = complete(neutral_name_fi=neutral, themes=[theme, make.make_theme()])

    assert missing_of(service) == missing
    service.themes.remove(theme)
    assert missing_of(service) == []


def test_what_is_missing_is_named_in_the_language_spoken():
    assert complete(price_kind="").missing_for_publication() == ["hinta"]


def test_service_not_saved_yet_misses_everything_at_once():
    assert missing_of(Service(name_fi="Uusi")) == [
        "summary",
        "responsible actor",
        "ages or audience",
        "area",
        "price",
        "last checked on",
    ]
