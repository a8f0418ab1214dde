"""Texts and values of the models: what a form refuses, and how an empty text is kept."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.urls import NoReverseMatch

from perhekeskus.models import Installation
from services.models import Actor, AgeGroup, Channel, Helpline, OpeningSchedule, Place, Service, Theme
from tests import factories as make

pytestmark = pytest.mark.django_db

NINE, THREE = dt.time(9), dt.time(15)
MONDAY, TUESDAY = dt.date(2026, 11, 23), dt.date(2026, 11, 24)


@pytest.mark.parametrize(
    ("kind", "value", "is_good"),
    [
        ("phone", "016 555 0100", True),
        ("phone", "+358 16 555 0100", True),
        ("phone", "soita Maijalle", False),
        ("email", "posti@example.org", True),
        ("email", "posti", False),
        ("web", "https://example.org/", True),
        ("web", "http://example.org/", False),
        ("chat", "javascript:alert(1)", False),
        ("form", "www.example.org", False),
    ],
)
def test_channel_takes_only_a_value_of_its_kind(kind, value, is_good):
    channel = Channel(name_fi="Kanava", kind=kind, value=value)

    if is_good:
        channel.clean()
    else:
        with pytest.raises(ValidationError):
            channel.clean()


@pytest.mark.parametrize(
    "fields",
    [
        {"kind": "regular", "weekday": None},
        {"kind": "exception", "weekday": None},
        {"opens_time": THREE, "closes_time": NINE},
        {"opens_time": NINE, "closes_time": NINE},
        {"valid_from_on": TUESDAY, "valid_until_on": MONDAY},
    ],
)
def test_hours_that_mean_nothing_are_refused_by_the_form(fields):
    row = OpeningSchedule(**{"kind": "regular", "weekday": 1} | fields)

    with pytest.raises(ValidationError):
        row.clean()


# --- Texts ---------------------------------------------------------------------------------------
def test_empty_text_is_one_value_in_every_language():
    row = make.make_service(name="  Kerho \x00", summary_fi=" ", summary_sv=None, description_fi="a\r\nb ")

    kept = Service.objects.filter(pk=row.pk).values_list(
        "name_fi", "summary_fi", "summary_sv", "summary_ar", "description_fi"
    )
    assert list(kept) == [("Kerho", "", "", "", "a\nb")]


def test_empty_text_is_one_value_for_rows_made_together():
    Actor.objects.bulk_create([Actor(slug="a", sector="parish", name_fi=" Kirkko ", description_sv=None)])

    assert list(Actor.objects.values_list("name_fi", "description_sv")) == [("Kirkko", "")]


def test_saving_a_row_that_was_read_in_part_keeps_the_rest():
    place = make.make_place(name="Talo", street="Katu 1", entrance_fi="Pihalta")

    Place.objects.only("slug").get(pk=place.pk).save()

    kept = Place.objects.filter(pk=place.pk).values_list("name_fi", "street", "entrance_fi")
    assert list(kept) == [("Talo", "Katu 1", "Pihalta")]


def test_address_of_a_thing_without_a_page_is_an_error():
    with pytest.raises(NoReverseMatch, match="no page"):
        Helpline(name_fi="Puhelin", slug="puhelin").get_absolute_url()


def test_names_are_those_of_the_finnish_columns():
    assert str(Theme(name_fi="Arki", name_sv="Vardag")) == "Arki"
    assert str(Installation(name_fi="Perhekeskus")) == "Perhekeskus"
    assert str(AgeGroup(name_fi="Vauvat")) == "Vauvat"
