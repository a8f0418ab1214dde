"""What the demo says: publishable as it stands, and nothing invented at a real place."""

from __future__ import annotations

import re

import pytest

from members.models import Member
from perhekeskus import caching
from perhekeskus.models import Installation, PublicItem
from services.models import (
    CentreRole,
    Channel,
    Helpline,
    HelplineNumber,
    Municipality,
    OpeningSchedule,
    Place,
    Service,
    ServicePrice,
    Theme,
)
from tests.demo import CONTENT, EXAMPLE, LANGUAGES, counts, is_example, load, texts

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("loaded")]

# Every number that stands in the demo: national ones as their owners give them, and one example's own.
# A new one is added here by the one who has read it at its source.
KNOWN_NUMBERS = {
    "112",
    "116 117",  # Päivystysapu
    "0800 147 111",  # Myrkytystietokeskus
    "080 005 005",  # Nollalinja
    "09 2525 0111",  # MIELI, Kriisipuhelin
    "09 2525 0112",  # MIELI, Kristelefonen
    "116 111",  # MLL, Lasten ja nuorten puhelin
    "0800 96 116",  # Barn- och ungdomstelefonen
    "0800 922 77",  # MLL, Vanhempainpuhelin
    "116 006",  # Rikosuhripäivystys
    "016 555 0100",  # invented, "Esimerkki: tukipuhelin"
}
# The telephones and mailboxes of real actors: national lines alone.
KNOWN_CHANNELS = {
    ("nollalinja", "080 005 005"),
    ("kriisipuhelin", "09 2525 0111"),
    ("kriisipuhelin-sv", "09 2525 0112"),
    ("lasten-ja-nuorten-puhelin", "116 111"),
    ("vanhempainpuhelin", "0800 922 77"),
    ("rikosuhripaivystys", "116 006"),
}


def test_coordinator_can_sign_in_with_the_password_told(client, loaded):
    password = re.search(r"password +(\S+)", loaded)[1]

    assert client.login(username="koordinaattori@example.org", password=password)
    assert Member.objects.get().is_coordinator


def test_loading_again_makes_nothing_and_keeps_what_was_corrected():
    service = Service.objects.get(source="demo", source_id="neuvola")
    service.name_fi, service.state = "Korjattu nimi", "archived"
    service.save()
    service.themes.clear()
    Municipality.objects.filter(slug="posio").update(is_covered=False)
    Installation.objects.update(name_fi="Oma nimi")
    before, revision = counts(), caching.current_revision()

    told = load()

    service.refresh_from_db()
    assert counts() == before
    assert caching.current_revision() == revision
    assert (service.name_fi, service.state, service.themes.count()) == ("Korjattu nimi", "archived", 0)
    assert not Municipality.objects.get(slug="posio").is_covered
    assert Installation.objects.get().name_fi == "Oma nimi"
    assert told.startswith("Made 0 rows;")
    assert "password" not in told


def test_everything_is_marked_as_demo():
    kinds = [model for model in CONTENT if issubclass(model, PublicItem)]

    assert [model.__name__ for model in kinds if model.objects.exclude(source="demo").exists()] == []
    assert Service.objects.visible_to(None).count() > 60


def test_every_published_service_misses_nothing():
    missing = {s.source_id: s.missing_for_publication() for s in Service.objects.published()}

    assert {key: names for key, names in missing.items() if names} == {}


def test_every_text_fits_its_field():
    # SQLite takes any length; PostgreSQL would refuse the row.
    too_long = [
        f"{model.__name__} {row.pk} {field.name}: {len(text)} > {field.max_length}"
        for model in CONTENT
        for row in model.objects.all()
        for field, text in texts(row)
        if field.max_length and len(text) > field.max_length
    ]

    assert too_long == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_summary_fits_a_card_and_is_there_in_every_language(language):
    summaries = dict(Service.objects.published().values_list("source_id", f"summary_{language}"))

    assert {key: len(text) for key, text in summaries.items() if len(text) > 200} == {}
    # One example shows what an untranslated service looks like.
    wanted = set() if language == "fi" else {"esimerkki-kaantamaton"}
    assert {key for key, text in summaries.items() if not text} == wanted


def test_what_the_young_may_come_to_alone_is_summed_up_for_them_and_for_parents():
    to_a_parent = re.compile(
        r"lapse(si|lle?si)|nuore(si|llesi)|ditt barn|din tonåring|your (child|teen)|"
        r"sinun kanssasi|ensam eller med dig|alone or with you",
        re.IGNORECASE,
    )
    alone = Service.objects.published().filter(young_person_alone=True)

    assert alone.count() > 20
    told = {
        (service.source_id, language): getattr(service, f"summary_{language}")
        for service in alone
        for language in LANGUAGES
    }
    assert {key: text for key, text in told.items() if to_a_parent.search(text)} == {}


def test_every_role_of_a_family_centre_has_a_way_to_tap():
    roles = CentreRole.objects.select_related("channel")

    assert {role.channel.source_id for role in roles} == {
        "lapha-pyyda-apua",
        "rovaniemi-lapsiperheet",
        "kittila-kohtaamispaikat",
    }


def test_only_examples_have_a_street_and_hours():
    streets = Place.objects.exclude(street="", postal_code="", latitude=None)

    assert [place.name_fi for place in streets if not is_example(place)] == []
    assert [place.name_fi for place in streets if is_example(place)] != []
    for row in OpeningSchedule.objects.all():
        owner = row.place or row.channel or (row.service_place or row.service_channel).service
        assert is_example(owner)


def test_only_examples_have_a_price():
    prices = ServicePrice.objects.select_related("service")

    assert prices
    assert [price.service.name_fi for price in prices if not is_example(price.service)] == []


def test_telephones_and_mailboxes_of_real_actors_are_the_known_ones():
    reached = Channel.objects.filter(kind__in=["phone", "email"]).select_related("actor")

    real = {(c.source_id, c.value) for c in reached if not (is_example(c) and is_example(c.actor))}
    assert real == KNOWN_CHANNELS


def test_every_web_address_is_safe_and_whole():
    for channel in Channel.objects.exclude(kind="phone"):
        channel.clean()
        assert channel.value.startswith("https://")


def test_no_text_has_a_number_nobody_has_checked():
    numbers = {
        number
        for model in CONTENT
        for row in model.objects.all()
        for field, text in texts(row)
        if field.name not in ("postal_code", "uuid", "slug", "source_id")
        for number in re.findall(r"\+?\d[\d\u00a0 -]{4,}\d|\b112\b", text)
    }

    assert numbers <= KNOWN_NUMBERS
    assert {"112", "080 005 005"} <= numbers


def test_no_text_of_a_real_thing_has_a_clock_time_or_a_mailbox():
    clock = re.compile(r"\b(klo|kl\.?|kello) ?\d|\b\d{1,2}[.:][0-5]\d\b|\d ?[ap]m\b|@")

    told = [
        f"{model.__name__} {row}: {text}"
        for model in CONTENT
        for row in model.objects.all()
        for _field, text in texts(row)
        if clock.search(text) and not str(row).startswith(EXAMPLE)
    ]
    assert told == []


def test_misreadings_of_the_sources_are_mended():
    misread = re.compile(
        r"Rovasa|Eriytis|opiskeluho[io]|elämäntietoverk|Lähtämi|ydiryhmä|päiväkotikiukaan|Työpaja \d|"
        r"Perheinfo|Perheohjaamo",
        re.IGNORECASE,
    )

    assert [
        f"{model.__name__} {row}: {field.name}"
        for model in CONTENT
        for row in model.objects.all()
        for field, text in texts(row)
        if misread.search(text)
    ] == []


def test_helplines_stand_in_the_order_of_need():
    numbers = dict.fromkeys(Helpline.objects.order_by("order").values_list("source_id", flat=True))
    for number in HelplineNumber.objects.filter(language="fi").select_related("helpline"):
        numbers[number.helpline.source_id] = number.number

    assert list(numbers.values()) == [
        "112",
        None,  # the social emergency service: each installation's own, never invented
        "116 117",
        "0800 147 111",
        "080 005 005",
        "09 2525 0111",
        "116 111",
        "0800 922 77",
        "116 006",
    ]
    assert list(numbers)[1] == "sosiaalipaivystys"
    assert not HelplineNumber.objects.filter(helpline__source_id="sosiaalipaivystys").exists()


def test_masked_place_has_no_address():
    masked = Place.objects.get(address_is_masked=True)

    assert masked.source_id == "rovaniemi-turvakoti"
    assert masked.address_line == ""
    assert {getattr(masked, name) for name in Place.masked_columns()} == {"", None}


def test_sensitive_services_have_a_neutral_name_in_every_language():
    sensitive = Service.objects.published().sensitive()
    told = re.compile(
        r"väkival|päihde|våld|missbruk|rusmed|violen|abuse|addict|turvakoti|skyddshem|shelter", re.I
    )

    assert sensitive.count() >= 4
    for service in sensitive:
        names = [getattr(service, f"neutral_name_{language}") for language in LANGUAGES]
        assert all(names), service.source_id
        assert not any(told.search(name) for name in [*names, service.slug.replace("-", " ")]), names


def test_violence_services_say_whom_to_ring_and_never_speak_of_mediation():
    services = Service.objects.published().about_theme(Theme.objects.get(source_id="lahisuhdevakivalta").slug)

    assert services
    for service in services:
        text = " ".join(
            (service.summary_fi, service.description_fi, service.how_to_get_fi, service.who_for_fi)
        )
        assert "112" in text, service.source_id
        assert "sovittelu" not in text, service.source_id


def test_separation_services_carry_the_exception_for_violence():
    services = Service.objects.published().about_theme(Theme.objects.get(source_id="ero").slug)

    assert services
    for service in services:
        assert "Nollalinja" in service.description_fi + service.how_to_get_fi, service.source_id


def test_every_state_can_be_seen():
    states = dict(Service.objects.filter(source_id__startswith="esimerkki").values_list("source_id", "state"))

    assert states["esimerkki-luonnos"] == "draft"
    assert {"esimerkki-vanhentunut", "esimerkki-kaantamaton"} <= states.keys()
