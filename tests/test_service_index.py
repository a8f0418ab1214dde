"""The facet index says the same as the database, whatever there is and whatever is asked."""

from __future__ import annotations

from itertools import chain

import pytest
from django.db import transaction
from django.http import QueryDict
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from perhekeskus.collation import collation_key
from services import models as directory
from services.facets import WHERE
from services.filters import ServiceFilter
from services.index import bit_positions, build
from services.models import DELIVERY_MODES, Service
from tests import factories as make

pytestmark = pytest.mark.django_db

EDGES = (0, 11, 12, 35, 36, 47, 48, 347)
TOWNS = ("enontekio", "kittila", "rovaniemi", "helsinki")  # the last is not covered
AGES = ("odotus", "vauvat", "leikki-ikaiset", "28v", "29v", "iso", *(f"{month}kk" for month in EDGES))
NAMES = ("Aamukerho", "Zeniitti", "Äitikerho", "Öljy", "äänite", "Ålands")

# What a random address may say; "outo" is known nowhere.
VALUES = {
    "ika": AGES,
    "kunta": (*TOWNS, "kaikki", "outo"),
    "alue": ("sirkka", "keskusta", "piilo", "outo"),
    "kenelle": ("isat", "nuoret", "outo"),
    "teema": ("arki", "ero", "luonnos", "outo"),
    "osio": ("vapaa-aika", "outo"),
    "tehtava": ("vertaistuki", "outo"),
    "asiointitapa": (*DELIVERY_MODES, "outo"),
    "palvelukieli": ("fi", "fse", "outo"),
    "varustus": ("hissi", "rattaat", "outo"),
    "perhekeskus": ("lappi", "tyhja", "outo"),
    "toimija": ("mll", "srk", "jasenille", "outo"),
    "maksuton": ("1", "0"),
    "ilman-ajanvarausta": ("1", "outo"),
    "tulkki": ("1",),
}


@pytest.fixture
def world() -> dict[str, list]:
    """What random services are linked to; some of it is hidden from the public."""
    towns = [make.make_municipality(slug=slug, covered=slug != "helsinki") for slug in TOWNS]
    for slug, first, end in (("vauvat", 0, 12), ("leikki-ikaiset", 36, 84)):
        make.make_age_group(slug=slug, min_months=first, max_months=end)
    make.make_age_group(slug="odotus", min_months=0, max_months=0, for_pregnancy=True)
    make.make_family_centre(slug="lappi", municipalities=towns[:2])
    make.make_family_centre(slug="tyhja")
    places = [
        make.make_place(municipality=towns[1], locality="Sirkka", has_lift=True),
        make.make_place(municipality=towns[2], locality="Keskusta", has_lift=False, has_stroller_access=True),
        make.make_place(municipality=towns[0], locality="Keskusta"),
        make.make_place(municipality=towns[1], locality="Piilo", state="draft", has_lift=True),
        make.make_place(municipality=towns[3], locality="Piilo"),
    ]
    return {
        "municipalities": towns,
        "counties": [towns[0].county, towns[3].county],
        "places": places,
        "themes": [
            make.make_theme(slug="arki"),
            make.make_theme(slug="ero"),
            make.make_theme(slug="luonnos", state="draft"),
        ],
        "audiences": [make.make_audience(slug="isat"), make.make_audience(slug="nuoret")],
        "sections": [make.make_section(slug="vapaa-aika")],
        "tasks": [make.make_task(slug="vertaistuki")],
        "languages": [make.make_spoken_language(code="fi"), make.make_spoken_language(code="fse")],
        "actors": [make.make_actor(slug=slug) for slug in ("mll", "srk")]
        + [make.make_actor(slug="jasenille", visibility="members")],
    }


# --- Random services ---------------------------------------------------------------------------------
some = st.sets(st.integers(0, 4), max_size=3)
ages = st.sampled_from(
    [
        (None, None, False),
        (0, 12, False),
        (None, 0, True),
        (0, 84, True),
        (36, None, False),
        (347, 348, False),
        (348, None, False),
    ]
) | st.tuples(st.sampled_from(EDGES), st.integers(1, 60), st.booleans()).map(
    lambda a: (a[0], a[0] + a[1], a[2])
)
prices = st.lists(
    st.fixed_dictionaries(
        {"min_amount": st.sampled_from([0, 5]), "is_food": st.booleans(), "is_voluntary": st.booleans()}
    ),
    max_size=2,
)
services = st.fixed_dictionaries(
    {
        "name": st.sampled_from(NAMES),
        "swedish": st.sampled_from(["", "Morgonklubb", "Ö"]),
        "ages": ages,
        "state": st.sampled_from(["published", "published", "published", "draft", "archived"]),
        "visibility": st.sampled_from(["public", "public", "public", "members"]),
        "area_kind": st.sampled_from(["", "country", "county", "municipalities", "municipalities"]),
        "county": st.integers(0, 1),
        "actor": st.integers(0, 2),
        "price_kind": st.sampled_from(["", "free", "rows", "rows", "not_known"]),
        "prices": prices,
        "appointment": st.sampled_from(["none", "required", "not_known"]),
        "interpreter": st.sampled_from([True, False, None]),
        "modes": st.sets(st.sampled_from(list(DELIVERY_MODES.values()))),
        "links": st.fixed_dictionaries(
            dict.fromkeys(("municipalities", "themes", "audiences", "sections", "tasks", "languages"), some)
        ),
        "places": some,
        "partners": some,
    }
)
addresses = st.fixed_dictionaries(
    {},
    optional={
        name: st.lists(st.sampled_from(values), min_size=1, max_size=2) for name, values in VALUES.items()
    },
)


def write(drawn: list[dict], world: dict[str, list]) -> None:
    """Write random services, many at a time."""
    rows = [
        Service(
            slug=f"palvelu-{number}",
            name_fi=one["name"],
            name_sv=one["swedish"],
            county=world["counties"][one["county"]],
            actor=world["actors"][one["actor"]],
            **dict(zip(("min_months", "max_months", "for_pregnancy"), one["ages"], strict=True)),
            **{
                name: one[name]
                for name in ("state", "visibility", "area_kind", "price_kind", "appointment", "interpreter")
            },
            **dict.fromkeys(one["modes"], True),
        )
        for number, one in enumerate(drawn)
    ]
    Service.objects.bulk_create(rows)
    for relation in drawn[0]["links"] if drawn else ():
        through = getattr(Service, relation).through
        target = Service._meta.get_field(relation).m2m_reverse_field_name()
        through.objects.bulk_create(
            through(**{"service": row, target: world[relation][n]})
            for row, one in zip(rows, drawn, strict=True)
            for n in one["links"][relation]
            if n < len(world[relation])
        )
    for row, one in zip(rows, drawn, strict=True):
        directory.ServicePlace.objects.bulk_create(
            [directory.ServicePlace(service=row, place=world["places"][n]) for n in one["places"]]
        )
        directory.ServiceActor.objects.bulk_create(
            [directory.ServiceActor(service=row, actor=world["actors"][n]) for n in one["partners"] if n < 3]
        )
        directory.ServicePrice.objects.bulk_create(
            [directory.ServicePrice(service=row, **p) for p in one["prices"]]
        )


def asked(index, address: dict[str, list[str]]) -> ServiceFilter:
    query = QueryDict(mutable=True)
    for name, values in address.items():
        query.setlist(name, values)
    return ServiceFilter(query, index=index, queryset=Service.objects.visible_to(None))


def pks_of(index, bits: int) -> set[int]:
    return {pk for position, pk in enumerate(index.pks) if bits >> position & 1}


def check(index, address: dict[str, list[str]]) -> None:
    """The index and the database agree on the hits of an address, on every count, and on each page."""
    filters = asked(index, address)
    chosen, hits = filters.selection, index.matching(filters.selection)
    assert pks_of(index, hits) == set(filters.qs.values_list("pk", flat=True))

    for parameter, counts in index.counts(chosen).items():
        apart = {parameter, *(WHERE if parameter in WHERE else ())}
        others = {name: values for name, values in address.items() if name not in apart}
        for value, count in counts.items():
            assert count == asked(index, {**others, parameter: [value]}).qs.count(), (parameter, value)

    runs = index.ordered(hits, chosen)
    names = dict(zip(index.pks, (name.text for _slug, name in index.names), strict=True))
    shown = [index.page([run], 0, len(index.pks)) for run in runs]
    assert sorted(chain(*shown)) == sorted(pks_of(index, hits))
    for run in shown:
        assert run == sorted(run, key=lambda pk: (collation_key(names[pk]), pk))
    for size in (1, 3):
        pages = [index.page(runs, start, size) for start in range(0, hits.bit_count(), size)]
        assert list(chain(*pages)) == list(chain(*shown))


@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    drawn=st.lists(services, max_size=8),
    asked_for=st.lists(addresses, min_size=2, max_size=4),
    language=st.sampled_from(["fi", "sv"]),
)
def test_index_agrees_with_the_database(world, drawn, asked_for, language):
    with transaction.atomic():
        write(drawn, world)
        index = build(language, revision=1)
        assert index.everything.bit_count() == Service.objects.visible_to(None).count()
        for address in asked_for:
            check(index, address)
        transaction.set_rollback(True)


# --- Positions of bits, without a database -----------------------------------------------------------
@given(
    positions=st.sets(st.integers(0, 2000)),
    start=st.integers(0, 60),
    size=st.integers(1, 40),
)
def test_bit_positions_are_those_of_the_set_bits(positions, start, size):
    run = sum(1 << position for position in positions)

    assert list(bit_positions(run, start, size)) == sorted(positions)[start : start + size]


@pytest.mark.parametrize("position", [0, 511, 512, 513, 1023, 1024])
def test_bit_positions_are_right_at_the_edges_of_what_is_read_at_once(position):
    assert list(bit_positions(1 << position, 0, 5)) == [position]
    assert list(bit_positions(1 << position | 1 << 2000, 1, 5)) == [2000]
