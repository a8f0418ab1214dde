"""The filters of the search: each facet counts right over hits of all kinds, and narrows to these."""

from __future__ import annotations

from urllib.parse import urlencode

import pytest
from django.http import QueryDict
from django.utils.translation import gettext

from perhekeskus import caching
from perhekeskus.ages import AgeSpan, parse_age, suits
from search import rebuilding
from search.filters import SearchFilter
from search.finding import find_all
from search.found_index import found_index
from search.kinds import KINDS
from services.facets import WHERE
from services.filters import ServiceFilter
from services.index import service_index
from services.models import Service
from tests import calendar_factories as calendar
from tests import factories as make
from tests.reading import all_words, parse, parse_fragment, words
from tests.search_pages import HIT, ask, facet_counts, kinds, query_of, total

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]

# What is found of each thing that is no service, told by hand: ages in months (None: of every age), and
# the facet values. What has no place of its own is found in every municipality.
ANYWHERE = {("kunta", "kittila"), ("kunta", "rovaniemi"), ("perhekeskus", "kerhokeskus")}
IN_KITTILA = {("kunta", "kittila"), ("perhekeskus", "kerhokeskus")}
OTHERS: dict[tuple[str, str], tuple[tuple | None, set]] = {
    ("toiminta", "Iltakerho"): (
        (0, 12),
        {
            *IN_KITTILA,
            ("alue", "sirkka"),
            ("teema", "kerhoarki"),
            ("toimija", "kerhoyhdistys"),
            ("kenelle", "isat"),
            ("palvelukieli", "fi"),
            ("varustus", "hissi"),
            ("maksuton", "1"),
        },
    ),
    ("kohtaamispaikat", "Kerhotalo"): (
        None,
        {*IN_KITTILA, ("alue", "sirkka"), ("varustus", "hissi")},
    ),
    ("tilanteet", "Kerho ei suju"): ((0, 36), {*ANYWHERE, ("teema", "kerhoarki")}),
    ("teemat", "Kerhoarki"): (None, {*ANYWHERE, ("teema", "kerhoarki")}),
    ("apua", "Kerhopuhelin"): (None, ANYWHERE),
    ("tehtavat", "Kerhotoiminta"): (None, ANYWHERE),
    ("jarjestajat", "Kerhoyhdistys"): (None, {("kunta", "rovaniemi"), ("toimija", "kerhoyhdistys")}),
    ("perhekeskukset", "Kerhokeskus"): (None, IN_KITTILA),
}
SERVICES = ("Aamukerho", "Kerho kaikille", "Odotuskerho")


@pytest.fixture
def world() -> None:
    kittila, rovaniemi = (make.make_municipality(slug=slug) for slug in ("kittila", "rovaniemi"))
    make.make_age_group(slug="vauvat", min_months=0, max_months=12)
    make.make_age_group(slug="leikki", min_months=36, max_months=84)
    make.make_age_group(slug="odotus", min_months=0, max_months=0, for_pregnancy=True)
    make.make_family_centre(name="Kerhokeskus", slug="kerhokeskus", municipalities=[kittila])
    actor = make.make_actor(name="Kerhoyhdistys", slug="kerhoyhdistys")
    actor.municipalities.set([rovaniemi])
    other = make.make_actor(name="Muut", slug="muut")
    theme = make.make_theme(name="Kerhoarki", slug="kerhoarki")
    task = make.make_task(name="Kerhotoiminta", slug="kerhotoiminta")
    building = make.make_place(municipality=kittila, locality="Sirkka", has_lift=True)
    kinds = {
        "audiences": [make.make_audience(slug="isat")],
        "languages": [make.make_spoken_language(code="fi")],
    }
    place = calendar.make_meeting_place(name="Kerhotalo", place=building)
    activity = calendar.make_activity(
        name="Iltakerho", organisers=[actor], themes=[theme], min_months=0, max_months=12, **kinds
    )
    calendar.make_slot(activity=activity, place=place)
    make.make_situation(name="Kerho ei suju", themes=[theme], min_months=0, max_months=36)
    make.make_helpline(name="Kerhopuhelin")
    make.make_service(
        name="Aamukerho",
        actor=other,
        municipalities=[kittila],
        places=[building],
        themes=[theme],
        tasks=[task],
        sections=[make.make_section(slug="vapaa")],
        is_given_at_place=True,
        appointment="none",
        **kinds,
    )
    make.make_service(name="Kerho kaikille", actor=other, min_months=36, max_months=84, interpreter=True)
    make.make_service(
        name="Odotuskerho",
        actor=other,
        municipalities=[rovaniemi],
        for_pregnancy=True,
        max_months=0,
        price_kind="not_known",
    )
    make.make_service(name="Laulua", actor=other, municipalities=[kittila])
    rebuilding.rebuild()


def is_of_age(ages: tuple | None, span: AgeSpan) -> bool:
    if ages is None:
        return True
    return not span.pregnancy and ages[0] < span.end and ages[1] > span.first


def is_meant(kind: str, found_by: set, parameters: dict[str, list[str]]) -> bool:
    """OR within a facet, AND across them; beside a municipality a village is one in it."""
    where = pairs_of(parameters, "kunta") or pairs_of(parameters, "alue")
    rest = [pairs_of(parameters, name) for name in parameters if name not in (*WHERE, "ika", "laji")]
    return (
        kind in parameters.get("laji", [kind])
        and (not where or not found_by.isdisjoint(where))
        and all(not found_by.isdisjoint(pairs) for pairs in rest)
    )


def pairs_of(parameters: dict[str, list[str]], name: str) -> list[tuple[str, str]]:
    return [(name, value) for value in parameters.get(name, ())]


def brute_force(parameters: dict[str, list[str]]) -> set[tuple[str, str]]:
    """Kind and name of every hit for "kerho" and some choices, counted from nothing."""
    index = service_index("fi", caching.current_revision())
    spans = [index.ages.get(value) or parse_age(value) for value in parameters.get("ika", ())]
    found = {
        (kind, name)
        for (kind, name), (ages, found_by) in OTHERS.items()
        if is_meant(kind, found_by, parameters)
        and (not spans or any(is_of_age(ages, span) for span in spans))
    }
    if "palvelut" in parameters.get("laji", ["palvelut"]):
        query = QueryDict(mutable=True)
        for name, values in parameters.items():
            if name != "laji":
                query.setlist(name, values)
        services = Service.objects.visible_to(None).filter(name_fi__in=SERVICES)
        rows = ServiceFilter(query, index=index, queryset=services).qs
        found |= {("palvelut", name) for name in rows.values_list("name_fi", flat=True)}
    return found


ADDRESSES = [
    {},
    {"laji": ["toiminta", "palvelut"]},
    {"kunta": ["kittila"]},
    {"kunta": ["rovaniemi"], "alue": ["sirkka"]},
    {"alue": ["sirkka"], "laji": ["kohtaamispaikat"]},
    {"ika": ["vauvat"]},
    {"ika": ["odotus", "4v"]},
    {"teema": ["kerhoarki"], "ika": ["20kk"]},
    {"perhekeskus": ["kerhokeskus"], "maksuton": ["1"]},
    {"toimija": ["kerhoyhdistys", "muut"], "kunta": ["rovaniemi"]},
    {"tehtava": ["kerhotoiminta"], "kenelle": ["isat"]},
]


def test_every_count_is_that_of_a_fresh_count_over_the_hits(world):
    revision = caching.current_revision()
    everything = found_index("fi", revision)
    found = [hit.key for hit in find_all("kerho", "fi", revision).hits]
    index = everything.narrowed_to(found)
    assert len(found) == len(OTHERS) + len(SERVICES)

    for address in ADDRESSES:
        query = QueryDict(urlencode(address, doseq=True))
        selection = SearchFilter(query, index=everything).selection
        bits = index.matching(selection)
        hits = {index.keys[position] for position in range(len(index.keys)) if bits >> position & 1}
        names = {(kind, KINDS[kind].model.objects.get(pk=pk).name_fi) for kind, pk in hits}
        assert names == brute_force(address), address
        counts = index.counts(selection)
        for parameter, values in counts.items():
            apart = {parameter, *(WHERE if parameter in WHERE else ())}
            others = {name: chosen for name, chosen in address.items() if name not in apart}
            for value, count in values.items():
                expected = len(brute_force({**others, parameter: [value]}))
                assert count == expected, (address, parameter, value)


def test_page_shows_these_counts_and_hits(client, world):
    for address in ({}, {"teema": ["kerhoarki"], "ika": ["20kk"]}):
        root = parse(ask(client, "kerho", **address))

        hits = brute_force(address)
        assert sorted(all_words(root, f"{HIT}/h3")) == sorted(name for _kind, name in hits)
        assert total(root) == len(hits)
        shown = facet_counts(root)
        assert {name for name, _value in shown} >= {
            "laji",
            "kunta",
            "teema",
            "tehtava",
            "toimija",
            "maksuton",
        }
        assert shown == {(name, value): len(brute_force({**address, name: [value]})) for name, value in shown}


def test_kinds_on_the_page_are_counted_among_what_is_chosen(client, world):
    root = parse(ask(client, "kerho", teema="kerhoarki"))

    assert kinds(root) == {
        str(KINDS[key].plural): 1 for key in ("tilanteet", "palvelut", "toiminta", "teemat")
    }


def test_each_choice_narrows_to_what_it_counts(client, world):
    counts = facet_counts(parse(ask(client, "kerho")))
    chosen = [("laji", "toiminta"), ("kunta", "kittila"), ("alue", "sirkka"), ("toimija", "kerhoyhdistys")]

    assert {pair: total(parse(ask(client, "kerho", **dict([pair])))) for pair in chosen} == {
        pair: counts[pair] for pair in chosen
    }


def test_chosen_values_are_told_and_can_be_taken_away(client, world):
    root = parse(ask(client, "kerho", teema="kerhoarki", ika="20kk", laji="toiminta"))

    links = root.findall(".//ul[@class='chips results-chips']//a")
    labels = [words(a).removeprefix(f"{gettext('Remove')}:").strip() for a in links]
    assert labels == ["20 kk", str(KINDS["toiminta"].plural), "Kerhoarki"]
    everything = [("q", "kerho"), ("ika", "20kk"), ("laji", "toiminta"), ("teema", "kerhoarki")]
    assert [query_of(a.get("href")) for a in links] == [
        [pair for pair in everything if pair != gone] for gone in everything[1:]
    ]


def test_unknown_value_adds_no_hits_and_beside_a_known_one_does_no_harm(client, world):
    alone, beside = (parse(ask(client, "kerho", teema=value)) for value in (["outo"], ["outo", "kerhoarki"]))

    assert total(alone) == 0
    assert total(beside) == len(brute_force({"teema": ["kerhoarki"]}))


def test_fragment_for_the_script_says_the_same_as_the_page(client, world):
    page = parse(ask(client, "kerho", teema="kerhoarki"))
    response = client.get("/haku/?q=kerho&teema=kerhoarki", headers={"X-Requested-With": "fetch"})
    root = parse_fragment(response)

    assert all_words(root, f"{HIT}/h3") == all_words(page, f"{HIT}/h3")
    counted = [e for e in root.iter() if e.get("data-count-for")]
    assert {tuple(e.get("data-count-for").split(":", 1)): int(words(e)) for e in counted} == facet_counts(
        page
    )
    carried = root.find(".//*[@data-filter-results='carried-q']")
    assert [(e.get("name"), e.get("value")) for e in carried.iter("input")] == [("teema", "kerhoarki")]


def test_ages_of_kinds_agree_with_the_models(world):
    """The hand-written ages above are those of the rows."""
    for (kind, name), (ages, _found_by) in OTHERS.items():
        item = KINDS[kind].model.objects.get(name_fi=name)
        for span in (parse_age("5kk"), parse_age("2v"), parse_age("5v")):
            assert is_of_age(ages, span) == (not KINDS[kind].has_ages or suits(item, span)), (name, span)
