"""What the list's address says: known and unknown values, repeated and empty ones, and ages."""

from __future__ import annotations

import pytest
from django.http import QueryDict
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from perhekeskus import caching
from perhekeskus.ages import AgeSpan
from services.facets import FACETS
from services.filters import ServiceFilter
from services.index import Selection, build
from services.models import Service
from tests import factories as make

pytestmark = pytest.mark.django_db

BABY, CRAWLER = AgeSpan("vauvat", 0, 12), AgeSpan("8kk", 8, 9)


@pytest.fixture
def index():
    """An index that knows two municipalities, two themes, an age group and a service for babies."""
    kittila, rovaniemi = (make.make_municipality(slug=slug) for slug in ("kittila", "rovaniemi"))
    make.make_age_group(slug="vauvat", min_months=0, max_months=12)
    arki, ero = make.make_theme(slug="arki"), make.make_theme(slug="ero")
    make.make_place(municipality=kittila, locality="Sirkka")
    make.make_service(name="vauvoille", max_months=12, themes=[arki], municipalities=[kittila])
    make.make_service(name="eronneille", themes=[ero], municipalities=[rovaniemi])
    make.make_service(name="kaikille")
    return build("fi", revision=1)


def filters(index, query: str) -> ServiceFilter:
    return ServiceFilter(QueryDict(query), index=index, queryset=Service.objects.visible_to(None))


def names(found) -> list[str]:
    return sorted(service.name_fi for service in found.qs)


@pytest.mark.parametrize(
    ("query", "selection"),
    [
        ("", Selection()),
        ("teema=arki", Selection(values={"teema": ["arki"]})),
        ("teema=arki&teema=ero", Selection(values={"teema": ["arki", "ero"]})),
        ("teema=ero&teema=arki&teema=ero", Selection(values={"teema": ["ero", "arki"]})),
        ("teema=", Selection()),
        ("teema=&teema=arki", Selection(values={"teema": ["arki"]})),
        ("teema=outo", Selection(values={"teema": []}, unknown={"teema": ["outo"]})),
        ("teema=ARKI", Selection(values={"teema": []}, unknown={"teema": ["ARKI"]})),
        ("teema=arki,ero", Selection(values={"teema": []}, unknown={"teema": ["arki,ero"]})),
        (
            "teema=outo&teema=arki&teema=outo",
            Selection(values={"teema": ["arki"]}, unknown={"teema": ["outo"]}),
        ),
        (
            "teema=outo&kunta=kittila",
            Selection(values={"teema": [], "kunta": ["kittila"]}, unknown={"teema": ["outo"]}),
        ),
        ("maksuton=1", Selection(values={"maksuton": ["1"]})),
        ("maksuton=0", Selection(values={"maksuton": []}, unknown={"maksuton": ["0"]})),
        ("asiointitapa=kotiin", Selection(values={"asiointitapa": ["kotiin"]})),
        ("alue=sirkka&kunta=kittila", Selection(values={"alue": ["sirkka"], "kunta": ["kittila"]})),
        ("kunta=kaikki", Selection()),
        ("kunta=kaikki&kunta=kittila", Selection(values={"kunta": ["kittila"]})),
        ("kunta=helsinki", Selection(values={"kunta": []}, unknown={"kunta": ["helsinki"]})),
        ("alue=kaikki", Selection(values={"alue": []}, unknown={"alue": ["kaikki"]})),
        ("ika=vauvat", Selection(ages=[BABY])),
        ("ika=8kk&ika=vauvat", Selection(ages=[CRAWLER, BABY])),
        ("ika=8kk&ika=&ika=8kk", Selection(ages=[CRAWLER])),
        ("ika=100v", Selection(unknown={"ika": ["100v"]})),
        ("ika=8kk&ika=iso", Selection(ages=[CRAWLER], unknown={"ika": ["iso"]})),
        ("outo=1", Selection(unknown_parameters=["outo"])),
        ("outo=1&outo=2&muu", Selection(unknown_parameters=["outo", "muu"])),
        (
            "paiva=ti&paikka=a&ilman-ilmoittautumista=1",
            Selection(unknown_parameters=["paiva", "paikka", "ilman-ilmoittautumista"]),
        ),
        ("Teema=arki", Selection(unknown_parameters=["Teema"])),
        ("sivu=2", Selection()),
        ("utm_source=a&utm_x=b&fbclid=c&gclid=d", Selection()),
        ("teema=arki&fbclid=c", Selection(values={"teema": ["arki"]})),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_selection_is_what_the_address_says(index, query, selection):
    assert filters(index, query).selection == selection


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["eronneille", "kaikille", "vauvoille"]),
        ("teema=arki", ["vauvoille"]),
        ("teema=arki&teema=ero", ["eronneille", "vauvoille"]),
        ("teema=outo", []),
        ("teema=outo&teema=arki", ["vauvoille"]),
        ("teema=arki&kunta=rovaniemi", []),
        ("kunta=kittila", ["kaikille", "vauvoille"]),
        ("kunta=kittila&kunta=rovaniemi", ["eronneille", "kaikille", "vauvoille"]),
        ("kunta=kaikki", ["eronneille", "kaikille", "vauvoille"]),
        ("kunta=helsinki", []),
        ("kunta=kittila&alue=outo", ["kaikille", "vauvoille"]),
        ("alue=outo", []),
        ("ika=3v", ["eronneille", "kaikille"]),
        ("ika=3v&ika=8kk", ["eronneille", "kaikille", "vauvoille"]),
        ("ika=iso", []),
        ("ika=iso&ika=3v", ["eronneille", "kaikille"]),
        ("outo=1", ["eronneille", "kaikille", "vauvoille"]),
    ],
)
def test_hits_are_or_within_a_facet_and_and_across_them(index, query, found):
    assert names(filters(index, query)) == found


def test_draft_is_no_hit_of_anything(index):
    make.make_service(name="luonnos", state="draft", themes=list(index_themes()))

    assert "luonnos" not in names(filters(index, "teema=arki"))
    assert "luonnos" not in names(filters(index, ""))


def index_themes():
    from services.models import Theme

    return Theme.objects.all()


@pytest.mark.parametrize(
    ("query", "is_clean"),
    [
        ("teema=arki&utm_source=a&sivu=2&kunta=kaikki", True),
        ("teema=outo", False),
        ("outo=1", False),
        ("ika=x", False),
    ],
)
def test_selection_is_clean_when_everything_was_understood(index, query, is_clean):
    assert filters(index, query).selection.is_clean is is_clean


def test_requests_share_nothing_of_what_was_chosen(index):
    first = filters(index, "teema=arki&kunta=kittila")
    second = filters(index, "ika=3v")

    assert first.selection == Selection(values={"kunta": ["kittila"], "teema": ["arki"]})
    assert second.selection.values == {}
    assert names(first) == ["vauvoille"]


def test_filters_are_named_as_the_facets(index):
    assert list(filters(index, "").filters) == ["ika", *(facet.parameter for facet in FACETS)]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    pairs=st.lists(
        st.tuples(
            st.sampled_from(["ika", "teema", "kunta", "alue", "maksuton", "sivu", "outo", "utm_x"])
            | st.text(max_size=5),
            st.sampled_from(["arki", "kittila", "1", "3v", "kaikki", ""]) | st.text(max_size=8),
        ),
        max_size=6,
    )
)
def test_no_address_breaks_the_filter(index, pairs):
    query = QueryDict(mutable=True)
    for name, value in pairs:
        query.appendlist(name, value)
    found = ServiceFilter(query, index=index, queryset=Service.objects.visible_to(None))

    matching = {index.pks[n] for n in range(len(index.pks)) if index.matching(found.selection) >> n & 1}
    assert {service.pk for service in found.qs} == matching


def test_village_name_of_two_municipalities_means_that_of_the_named_one():
    kittila, ranua = make.make_municipality(slug="kittila"), make.make_municipality(slug="ranua")
    for town in (kittila, ranua):
        place = make.make_place(municipality=town, locality="Keskusta")
        make.make_service(name=town.name_fi, municipalities=[town], places=[place])
    index = build("fi", caching.current_revision())

    def found(query: str) -> tuple[list[str], list[str]]:
        chosen = ServiceFilter(QueryDict(query), index=index, queryset=Service.objects.visible_to(None))
        hits = index.matching(chosen.selection)
        in_memory = [name.text for at, (_slug, name) in enumerate(index.names) if hits >> at & 1]
        return in_memory, sorted(chosen.qs.values_list("name_fi", flat=True))

    assert found("kunta=kittila&alue=keskusta") == (["Kittilä"], ["Kittilä"])
    assert found("alue=keskusta") == (["Kittilä", "Ranua"], ["Kittilä", "Ranua"])
