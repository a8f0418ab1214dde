"""A masked address is not in the database: not in the row, not in another language, not in history."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, connection, transaction

from perhekeskus.languages import LANGUAGES
from services.models import Place
from tests import factories as make

pytestmark = pytest.mark.django_db

SECRET = "KARHUNPESA"
SUFFIXES = [language.column_suffix for language in LANGUAGES.values()]
# Every column that could tell where a place is, with a value that tells it.
TELLING: dict[str, object] = {
    "street": f"{SECRET} katu 7",
    "postal_code": "96100",
    "post_office": SECRET,
    "locality": SECRET,
    "latitude": 66.5039,
    "longitude": 25.7294,
    **{
        f"{text}_{suffix}": f"{SECRET} {text} {suffix}"
        for text in ("entrance", "floor", "pram_place", "parking")
        for suffix in SUFFIXES
    },
}
EMPTY = {name: None if name in ("latitude", "longitude") else "" for name in TELLING}
each_telling = pytest.mark.parametrize(
    "fields",
    [
        {"latitude": 66.5, "longitude": 25.7} if name == "latitude" else {name: value}
        for name, value in TELLING.items()
        if name != "longitude"
    ],
    ids=lambda fields: "+".join(fields),
)


def whole_tables() -> str:
    """Everything that the database holds of places, all columns, by raw SQL."""
    text = []
    with connection.cursor() as cursor:
        for table in ("services_place", "services_historicalplace"):
            cursor.execute(f"SELECT * FROM {table}")  # noqa: S608 (a name of ours)
            names = [column[0] for column in cursor.description]
            text += [
                f"{name}={value}" for row in cursor.fetchall() for name, value in zip(names, row, strict=True)
            ]
    return "\n".join(text)


def tells_nothing() -> bool:
    held = whole_tables()
    return not any(secret in held for secret in (SECRET, SECRET.lower(), "96100", "66.5", "25.7"))


@pytest.fixture
def known_place() -> Place:
    """A place whose address is known in full, in ten languages, and has been edited once."""
    place = make.make_place(
        name="Turvakoti", municipality=make.make_municipality(slug="rovaniemi"), **TELLING
    )
    place.street = f"{SECRET} katu 9"
    place.save()
    return Place.objects.get(pk=place.pk)


def test_there_are_forty_texts_and_six_columns_that_tell_where_a_place_is(known_place):
    assert len(TELLING) == 46
    assert set(TELLING) <= Place.masked_columns()
    assert whole_tables().count(SECRET) > 80  # the row itself and its two histories


# --- Masking ---------------------------------------------------------------------------------------
@pytest.mark.parametrize("update_fields", [None, ["address_is_masked"], ["address_is_masked", "street"]])
def test_masking_wipes_the_address_from_the_row_and_its_history(known_place, update_fields):
    known_place.address_is_masked = True

    known_place.save(update_fields=update_fields)

    assert tells_nothing()
    assert Place.objects.filter(pk=known_place.pk, **EMPTY, locality_slug="").exists()
    assert known_place.history.filter(**EMPTY).count() == known_place.history.count() == 3


def test_masking_wipes_also_when_another_language_is_spoken(known_place):
    from django.utils import translation

    known_place.address_is_masked = True
    with translation.override("sv"):
        known_place.save()

    assert tells_nothing()


def test_masking_wipes_a_row_that_was_read_in_part(known_place):
    place = Place.objects.only("name_fi").get(pk=known_place.pk)
    place.address_is_masked = True

    place.save()

    assert tells_nothing()


def test_masking_leaves_the_name_the_municipality_and_other_places(known_place):
    other = make.make_place(name="Kirjasto", street="Kirjastokatu 1", locality="Sirkka")
    known_place.address_is_masked = True
    known_place.save()

    known_place.refresh_from_db()
    other.refresh_from_db()
    assert (known_place.name_fi, known_place.municipality.slug) == ("Turvakoti", "rovaniemi")
    assert (other.street, other.locality_slug) == ("Kirjastokatu 1", "sirkka")
    assert other.history.get().street == "Kirjastokatu 1"
    assert known_place.address_line == ""


def test_masked_place_made_with_an_address_never_keeps_it():
    make.make_place(name="Turvakoti", address_is_masked=True, **TELLING)

    assert tells_nothing()


def test_masked_place_cannot_be_given_an_address_again(known_place):
    known_place.address_is_masked = True
    known_place.save()

    for name, value in TELLING.items():
        setattr(known_place, name, value)
    known_place.save()

    assert tells_nothing()


def test_taking_the_mask_off_brings_nothing_back(known_place):
    known_place.address_is_masked = True
    known_place.save()

    known_place.address_is_masked = False
    known_place.save()

    assert tells_nothing()


# --- The database's own rule -------------------------------------------------------------------------
@each_telling
def test_database_refuses_an_address_for_a_masked_place(fields):
    place = make.make_place(address_is_masked=True)

    with pytest.raises(IntegrityError, match="masked_has_no_address"), transaction.atomic():
        Place.objects.filter(pk=place.pk).update(**fields)

    assert Place.objects.filter(pk=place.pk, **EMPTY).exists()


@each_telling
def test_database_refuses_a_mask_over_an_address(fields):
    place = make.make_place(**fields)

    with pytest.raises(IntegrityError, match="masked_has_no_address"), transaction.atomic():
        Place.objects.filter(pk=place.pk).update(address_is_masked=True)

    assert not Place.objects.get(pk=place.pk).address_is_masked


def bulk_create(place: Place) -> None:
    Place.objects.bulk_create(
        [
            Place(
                name_fi="T",
                slug="t",
                municipality_id=place.municipality_id,
                address_is_masked=True,
                street=SECRET,
            )
        ]
    )


def bulk_update(place: Place) -> None:
    place.street = SECRET
    Place.objects.bulk_update([place], ["street"])


def raw_sql(place: Place) -> None:
    with connection.cursor() as cursor:
        cursor.execute("UPDATE services_place SET street = %s WHERE id = %s", [SECRET, place.pk])


def undetermined_column(place: Place) -> None:
    """The column beside the ten languages' own, in which a copy of one of them stands."""
    with connection.cursor() as cursor:
        cursor.execute("UPDATE services_place SET entrance = %s WHERE id = %s", [SECRET, place.pk])


@pytest.mark.parametrize("write", [bulk_create, bulk_update, raw_sql, undetermined_column])
def test_database_refuses_an_address_whichever_way_it_is_written(write):
    place = make.make_place(address_is_masked=True)

    with pytest.raises(IntegrityError, match="masked_has_no_address"), transaction.atomic():
        write(place)

    assert tells_nothing()


# --- Pages -------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "address", ["/palvelut/turvakoti/", "/palvelut/", "/palvelut/?kunta=rovaniemi", "/oma-kunta/"]
)
def test_masked_address_is_on_no_page(client, known_place, address):
    make.make_service(name="Turvakoti", slug="turvakoti", places=[known_place])
    assert SECRET in client.get("/palvelut/turvakoti/").content.decode()
    known_place.address_is_masked = True
    known_place.save()

    page = client.get(address).content.decode()

    assert not any(secret in page for secret in (SECRET, SECRET.lower(), "96100", "66.5"))
    assert client.get("/palvelut/turvakoti/").content.decode().count("Rovaniemi") > 0
