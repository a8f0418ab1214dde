"""The questions that the filters of the service list ask, each with hits and near misses."""

from __future__ import annotations

import pytest

from services.facets import FACETS, age_groups
from services.models import ACCESS_FACTS, DELIVERY_MODES, Service
from tests import factories as make

pytestmark = pytest.mark.django_db


def found(method: str, *values: str) -> list[str]:
    """Names of the services that a question finds, in alphabetical order."""
    hits = getattr(Service.objects, method)(*values)
    return sorted(hits.values_list("name_fi", flat=True))


# --- What a service is linked to ---------------------------------------------------------------------
@pytest.mark.parametrize(
    ("method", "relation", "maker"),
    [
        ("for_audience", "audiences", make.make_audience),
        ("about_theme", "themes", make.make_theme),
        ("in_section", "sections", make.make_section),
        ("serving_task", "tasks", make.make_task),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_service_is_found_by_what_it_is_linked_to(method, relation, maker):
    wanted, other = maker(slug="isat", name="Isät"), maker(slug="isat-2", name="Isät")
    make.make_service(name="oma", **{relation: [wanted]})
    make.make_service(name="molemmat", **{relation: [wanted, other]})
    make.make_service(name="toinen", **{relation: [other]})
    make.make_service(name="ei mitään")

    assert found(method, "isat") == ["molemmat", "oma"]
    assert found(method, "outo") == []


def test_service_is_found_by_its_language():
    finnish, sign = make.make_spoken_language(code="fi"), make.make_spoken_language(code="fse")
    make.make_service(name="suomeksi", languages=[finnish])
    make.make_service(name="viittoen", languages=[finnish, sign])
    make.make_service(name="ei tiedossa")

    assert found("in_language", "fi") == ["suomeksi", "viittoen"]
    assert found("in_language", "fse") == ["viittoen"]


def test_service_is_found_by_its_actor_and_by_who_takes_part():
    wanted, other = make.make_actor(slug="mll"), make.make_actor(slug="mll-2")
    make.make_service(name="vastaa", actor=wanted)
    shared = make.make_service(name="mukana", actor=other)
    shared.actor_links.create(actor=wanted)
    both = make.make_service(name="molemmat", actor=wanted)
    both.actor_links.create(actor=other)
    make.make_service(name="toisen", actor=other)

    assert found("by_actor", "mll") == ["molemmat", "mukana", "vastaa"]
    assert found("by_actor", "mll-2") == ["molemmat", "mukana", "toisen"]
    assert found("by_actor", "outo") == []


# --- Where -------------------------------------------------------------------------------------------
@pytest.fixture
def areas():
    """Services given in every kind of area, around Kittilä in Lapland."""
    kittila, rovaniemi = make.make_municipality(slug="kittila"), make.make_municipality(slug="rovaniemi")
    helsinki = make.make_municipality(slug="helsinki", covered=False)
    make.make_service(name="koko maa")
    make.make_service(name="Lappi", area_kind="county", county=kittila.county)
    make.make_service(name="Uusimaa", area_kind="county", county=helsinki.county)
    make.make_service(name="Kittilä", municipalities=[kittila])
    make.make_service(name="Kittilä ja Rovaniemi", municipalities=[kittila, rovaniemi])
    make.make_service(name="Rovaniemi", municipalities=[rovaniemi])
    make.make_service(name="ei vielä kerrottu", area_kind="")
    # What was chosen before the kind of area was changed does not count.
    make.make_service(name="koko maa, ennen Kittilä", municipalities=[kittila], area_kind="country")
    make.make_service(
        name="Uusimaa, ennen Kittilä", municipalities=[kittila], area_kind="county", county=helsinki.county
    )
    make.make_service(name="Rovaniemi, ennen Lappi", municipalities=[rovaniemi], county=kittila.county)


EVERYWHERE = ["koko maa", "koko maa, ennen Kittilä"]


@pytest.mark.usefixtures("areas")
def test_service_is_found_by_a_municipality_whose_families_can_get_it():
    rovaniemi = ["Kittilä ja Rovaniemi", "Lappi", "Rovaniemi", "Rovaniemi, ennen Lappi"]

    assert found("in_municipality", "kittila") == ["Kittilä", "Kittilä ja Rovaniemi", "Lappi", *EVERYWHERE]
    assert found("in_municipality", "rovaniemi") == [*rovaniemi, *EVERYWHERE]
    assert found("in_municipality", "helsinki") == ["Uusimaa", "Uusimaa, ennen Kittilä", *EVERYWHERE]
    assert found("in_municipality", "utsjoki") == ["Lappi", *EVERYWHERE]
    assert found("in_municipality", "outo") == []


@pytest.mark.usefixtures("areas")
def test_service_is_found_by_a_family_centre_of_some_municipality():
    kittila, posio = make.make_municipality(slug="kittila"), make.make_municipality(slug="posio")
    make.make_family_centre(slug="oma", municipalities=[kittila, posio])
    make.make_family_centre(slug="tyhja")

    assert found("of_family_centre", "oma") == ["Kittilä", "Kittilä ja Rovaniemi", "Lappi", *EVERYWHERE]
    assert found("of_family_centre", "tyhja") == []


def test_service_is_found_by_the_locality_and_the_municipality_of_a_place():
    kittila, rovaniemi = make.make_municipality(slug="kittila"), make.make_municipality(slug="rovaniemi")
    sirkka = {"municipality": kittila, "locality": "Sirkka"}
    make.make_service(name="Sirkassa", places=[make.make_place(**sirkka)])
    make.make_service(
        name="kahdessa", places=[make.make_place(**sirkka), make.make_place(municipality=rovaniemi)]
    )
    make.make_service(
        name="kirkonkylällä", places=[make.make_place(municipality=kittila, locality="kirkonkylä")]
    )
    make.make_service(name="luonnos", places=[make.make_place(state="draft", **sirkka)])
    make.make_service(name="jäsenille", places=[make.make_place(visibility="members", **sirkka)])
    make.make_service(name="ei paikkaa", municipalities=[kittila])

    assert found("in_locality", "sirkka") == ["Sirkassa", "kahdessa"]
    assert found("placed_in_municipality", "kittila") == ["Sirkassa", "kahdessa", "kirkonkylällä"]
    assert found("placed_in_municipality", "rovaniemi") == ["kahdessa"]


# --- How -----------------------------------------------------------------------------------------------
@pytest.mark.parametrize(("mode", "field"), DELIVERY_MODES.items())
def test_service_is_found_by_the_way_it_is_given(mode, field):
    make.make_service(name="näin", **{field: True})
    make.make_service(name="muuten", **{other: True for other in DELIVERY_MODES.values() if other != field})
    make.make_service(name="ei tiedossa")

    assert found("delivered", mode) == ["näin"]


@pytest.mark.parametrize(("fact", "field"), ACCESS_FACTS.items())
def test_service_is_found_by_what_is_known_to_be_at_its_place(fact, field):
    for name, value in {"on": True, "ei ole": False, "ei tiedossa": None}.items():
        make.make_service(name=name, places=[make.make_place(**{field: value})])
    make.make_service(
        name="toisessa paikassa", places=[make.make_place(**{field: False}), make.make_place(**{field: True})]
    )
    make.make_service(name="luonnos", places=[make.make_place(state="draft", **{field: True})])

    assert found("with_access_fact", fact) == ["on", "toisessa paikassa"]


def test_interpreter_is_found_only_where_it_is_known():
    for name, value in {"on": True, "ei": False, "ei tiedossa": None}.items():
        make.make_service(name=name, interpreter=value)

    assert found("with_interpreter") == found("with_interpreter", "1") == ["on"]


def test_service_without_an_appointment_says_so_itself():
    for kind in Service.Appointment.values:
        make.make_service(name=kind, appointment=kind)

    assert found("without_appointment") == ["none"]


# --- Price -----------------------------------------------------------------------------------------------
def priced(name: str, *rows: dict, **fields) -> None:
    service = make.make_service(name=name, **{"price_kind": "rows"} | fields)
    for row in rows:
        service.prices.create(**row)


def test_free_is_what_costs_nothing_to_attend():
    priced("maksuton", price_kind="free")
    priced("maksuton, kahvi erikseen", {"min_amount": 2, "is_food": True}, price_kind="free")
    priced("vain kahvi maksaa", {"min_amount": 2, "is_food": True})
    priced("vapaaehtoinen maksu", {"min_amount": 5, "is_voluntary": True})
    priced("nolla euroa", {"min_amount": 0})
    priced("nollasta kymppiin", {"min_amount": 0, "max_amount": 10})
    priced("jäsenille nolla, muille viisi", {"min_amount": 0, "payer": "members"}, {"min_amount": 5})
    priced("viisi euroa", {"min_amount": 5})
    priced("viisi euroa ja kahvi", {"min_amount": 5}, {"min_amount": 2, "is_food": True})
    priced("viisi euroa ja vapaaehtoinen", {"min_amount": 5}, {"min_amount": 2, "is_voluntary": True})
    priced("ei rivejä vielä")
    priced("ei tiedossa", price_kind="not_known")
    priced("ei tiedossa, rivi jäi", {"min_amount": 0}, price_kind="not_known")
    priced("ei kerrottu", price_kind="")

    assert found("free_of_charge") == found("free_of_charge", "1")
    assert found("free_of_charge") == [
        "maksuton",
        "maksuton, kahvi erikseen",
        "nolla euroa",
        "vain kahvi maksaa",
        "vapaaehtoinen maksu",
    ]


def test_sensitive_services_are_those_of_a_sensitive_theme_published_or_not():
    theme = make.make_theme(neutral_name_fi="Tukea", is_sensitive=True)
    draft = make.make_theme(neutral_name_fi="Tukea", is_sensitive=True, state="draft")
    make.make_service(name="arka", themes=[theme, make.make_theme()])
    make.make_service(name="arka luonnoksesta", themes=[draft])
    make.make_service(name="tavallinen", themes=[make.make_theme()])

    assert found("sensitive") == ["arka", "arka luonnoksesta"]


# --- All of them -------------------------------------------------------------------------------------------
PARAMETERS = (
    "kunta alue osio kenelle teema tehtava asiointitapa palvelukieli varustus perhekeskus toimija "
    "maksuton ilman-ajanvarausta tulkki"
)


def test_facets_have_the_parameters_of_the_contract():
    assert [facet.parameter for facet in FACETS] == PARAMETERS.split()


@pytest.mark.parametrize("facet", FACETS, ids=lambda facet: facet.parameter)
def test_no_question_counts_a_service_twice(facet):
    town = make.make_municipality(slug="kittila")
    fact = dict.fromkeys(ACCESS_FACTS.values(), True)
    places = [make.make_place(slug=f"p{n}", municipality=town, locality="Sirkka", **fact) for n in range(2)]
    rows = {
        "themes": [make.make_theme(slug="a"), make.make_theme(slug="b")],
        "tasks": [make.make_task(slug="a"), make.make_task(slug="b")],
        "audiences": [make.make_audience(slug="a"), make.make_audience(slug="b")],
        "sections": [make.make_section(slug="a"), make.make_section(slug="b")],
        "languages": [make.make_spoken_language(code="fi"), make.make_spoken_language(code="sv")],
    }
    for slug in ("a", "b"):
        make.make_family_centre(slug=slug, municipalities=[town, make.make_municipality(slug="posio")])
    modes = dict.fromkeys(DELIVERY_MODES.values(), True)
    service = make.make_service(
        municipalities=[town], places=places, interpreter=True, appointment="none", **rows, **modes
    )
    service.actor_links.create(actor=service.actor)

    for choice in facet.choices("fi"):
        hits = list(getattr(Service.objects, facet.method)(choice.value))
        assert hits == ([] if choice.value == "posio" else [service]), choice.value


def test_choices_are_only_what_the_public_may_see():
    town = make.make_municipality(slug="kittila")
    for state, visibility in (("draft", "public"), ("archived", "public"), ("published", "members")):
        hidden = {"state": state, "visibility": visibility}
        make.make_theme(**hidden)
        make.make_task(**hidden)
        make.make_actor(**hidden)
        make.make_family_centre(municipalities=[town], **hidden)
        make.make_place(municipality=town, locality="Piilo", **hidden)
    make.make_place(municipality=make.make_municipality(slug="inari", covered=False), locality="Ivalo")

    shown = {facet.parameter: [choice.value for choice in facet.choices("fi")] for facet in FACETS}

    assert {name: shown[name] for name in ("teema", "tehtava", "toimija", "perhekeskus", "alue")} == {
        "teema": [],
        "tehtava": [],
        "toimija": [],
        "perhekeskus": [],
        "alue": [],
    }
    assert shown["kunta"] == ["kittila"]


def test_choices_of_places_and_actors_stand_in_the_order_of_the_language():
    for slug in ("enontekio", "inari", "kittila", "rovaniemi"):
        make.make_municipality(slug=slug)
    for name, swedish in (("Öljy", "Ananas"), ("Zeniitti", "Ö"), ("Äiti", "Citron")):
        make.make_actor(name=name, name_sv=swedish)
    facets = {facet.parameter: facet for facet in FACETS}

    assert [c.label for c in facets["toimija"].choices("fi")] == ["Zeniitti", "Äiti", "Öljy"]
    assert [c.label for c in facets["toimija"].choices("sv")] == ["Ananas", "Citron", "Ö"]
    assert [c.label for c in facets["kunta"].choices("sv")] == ["Enare", "Enontekis", "Kittilä", "Rovaniemi"]


def test_choice_without_a_translation_is_marked_as_finnish():
    make.make_theme(name="Arki", name_sv="Vardag", slug="arki")
    make.make_theme(name="Ero", slug="ero")
    facets = {facet.parameter: facet for facet in FACETS}

    assert [(c.label, c.html_lang) for c in facets["teema"].choices("sv")] == [("Vardag", ""), ("Ero", "fi")]


def test_age_groups_stand_in_their_own_order():
    make.make_age_group(slug="taaperot", min_months=12, max_months=36, order=2)
    make.make_age_group(slug="vauvat", min_months=0, max_months=12, order=1)

    assert [choice.value for _group, choice in age_groups("fi")] == ["vauvat", "taaperot"]
