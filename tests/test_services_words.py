"""Words within the list of services: the same engine, beside the facets and their counts."""

from __future__ import annotations

import pytest
from django.http import QueryDict
from django.utils.translation import gettext

from perhekeskus import caching
from search import rebuilding
from services.filters import ServiceFilter
from services.index import service_index
from services.models import Service
from tests import factories as make
from tests.reading import card_names, meta, parse, parse_fragment, words
from tests.search_pages import ask, facet_counts, notices, query_of, total

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]

PATH = "/palvelut/"


@pytest.fixture
def actor():
    return make.make_actor(name="Tekijä")


def listed(client, text: str, language: str = "fi", **more):
    return ask(client, text, path=PATH, language=language, **more)


def names(response) -> list[str]:
    return card_names(parse(response))


@pytest.fixture
def exercise(actor):
    """Services with a word, one without, and things of other kinds with it."""
    kittila, rovaniemi = (make.make_municipality(slug=slug) for slug in ("kittila", "rovaniemi"))
    theme = make.make_theme(name="Jumppateema")
    make.make_helpline(name="Jumppapuhelin")
    for name, fields in {
        "Jumppa": {"municipalities": [kittila], "min_months": 0, "max_months": 12, "themes": [theme]},
        "Kaikille": {"summary_fi": "Myös jumppaa.", "municipalities": [rovaniemi], "price_kind": "not_known"},
        "Avoin jumppa": {"min_months": 36, "max_months": 84},
        "Laulua": {"municipalities": [kittila]},
        "Jumppaluonnos": {"state": "draft"},
        "Jumppa jäsenille": {"visibility": "members"},
    }.items():
        make.make_service(name=name, actor=actor, **fields)
    make.make_age_group(slug="vauvat", min_months=0, max_months=12)
    rebuilding.rebuild()


def test_words_find_services_alone_and_the_best_first(client, exercise):
    root = parse(listed(client, "jumppa"))

    found = card_names(root)
    assert (found[0], sorted(found)) == ("Jumppa", ["Avoin jumppa", "Jumppa", "Kaikille"])
    assert total(root) == 3


def test_member_finds_the_public_list_too(client, exercise):
    client.force_login(make.make_member())

    assert sorted(names(listed(client, "jumppa"))) == ["Avoin jumppa", "Jumppa", "Kaikille"]


@pytest.mark.parametrize(
    "chosen",
    [
        {},
        {"maksuton": "1"},
        {"kunta": "kittila"},
        {"ika": "8kk"},
        {"teema": "jumppateema", "kunta": "rovaniemi"},
    ],
)
def test_counts_are_those_of_a_fresh_count_among_what_was_found(client, exercise, chosen):
    index = service_index("fi", caching.current_revision())

    def fresh(**values) -> int:
        query = QueryDict(mutable=True)
        query.update(values)
        found = Service.objects.visible_to(None).filter(name_fi__in=["Jumppa", "Kaikille", "Avoin jumppa"])
        return ServiceFilter(query, index=index, queryset=found).qs.count()

    root = parse(listed(client, "jumppa", **chosen))

    assert total(root) == fresh(**chosen)
    shown = facet_counts(root)
    assert {name for name, _value in shown} >= {"kunta", "teema", "toimija", "maksuton"}
    assert shown == {(name, value): fresh(**{**chosen, name: value}) for name, value in shown}


def test_words_stay_in_every_link_and_form(client, exercise):
    root = parse(listed(client, "jumppa", maksuton=1))
    region = root.find(".//*[@data-filter-region]")
    chips = region.find(".//ul[@class='chips results-chips']")

    taken_away = [query_of(a.get("href")) for a in chips.iter("a")]
    kept = [a.get("href") for a in region.findall(".//*[@data-filter-results='ages']//a")]
    fields = [
        [
            (e.get("name"), e.get("value"))
            for e in form.iter("input")
            if e.get("type") != "checkbox" and e.get("name") in ("q", "kunta")
        ]
        for form in region.iter("form")
    ]

    assert taken_away == [
        [("maksuton", "1"), ("kunta", "kaikki")],
        [("q", "jumppa"), ("kunta", "kaikki")],
    ]
    assert kept != []
    assert [link for link in kept if ("q", "jumppa") not in query_of(link)] == []
    assert fields == [[("q", "jumppa"), ("kunta", "kaikki")], [("kunta", "kaikki"), ("q", "jumppa")]]


def test_fragment_for_the_script_says_the_same_as_the_page(client, exercise):
    page = parse(listed(client, "jumppa", maksuton=1))
    response = client.get("/palvelut/?q=jumppa&maksuton=1", headers={"X-Requested-With": "fetch"})
    root = parse_fragment(response)

    assert card_names(root) == card_names(page)
    shown = {
        tuple(e.get("data-count-for").split(":", 1)): int(words(e))
        for e in root.iter()
        if e.get("data-count-for")
    }
    assert shown == facet_counts(page)


def test_long_results_have_pages_that_keep_the_words_and_one_that_is_not_there_is_not_found(client, actor):
    make.make_clubs(23, actor=actor)
    rebuilding.rebuild()

    first = parse(listed(client, "kerho"))

    assert query_of(first.find(".//a[@rel='next']").get("href")) == [
        ("q", "kerho"),
        ("kunta", "kaikki"),
        ("sivu", "2"),
    ]
    assert len(names(listed(client, "kerho", sivu=2))) == 3
    assert [listed(client, "kerho", sivu=number).status_code for number in ("3", "0", "x", "")] == [404] * 4
    assert listed(client, "qwxzvp", sivu=2).status_code == 404


def test_several_children_are_told_apart_and_the_best_comes_first_of_each(client, exercise, actor):
    found = names(listed(client, "jumppa", ika=["8kk", "4v"]))

    assert found == ["Kaikille", "Jumppa", "Avoin jumppa"]


def test_mended_word_is_told(client, exercise):
    told = notices(parse(listed(client, "jummpa")))

    assert len(told) == 1
    assert ("jumppa" in told[0], "jummpa" in told[0]) == (True, True)
    assert notices(parse(listed(client, "jumppaan"))) == []


def test_nothing_found_leads_to_the_whole_search_and_to_people(client, exercise):
    root = parse(listed(client, "qwxzvp & <b>"))

    empty = root.find(".//*[@class='empty']")
    links = {words(a): a.get("href") for a in empty.iter("a")}
    assert query_of(links[gettext("Search everything")]) == [("q", "qwxzvp & <b>")]
    assert links[gettext("Ask for help")] == "/apua/#channels"
    assert (total(root), card_names(root)) == (0, [])


def test_words_are_for_nobody_elses_index(client, exercise):
    assert meta(parse(listed(client, "jumppa")), "robots") == "noindex"
    assert meta(parse(client.get(PATH)), "robots") is None


def test_words_that_find_sensitive_services_alone_leave_no_trace(client, actor):
    theme = make.make_theme(name="Turva", is_sensitive=True, neutral_name_fi="Tukea")
    make.make_service(name="Piilopirtti", actor=actor, themes=[theme], neutral_name_fi="Paikka")
    rebuilding.rebuild()

    response = listed(client, "piilopirtti")

    assert (response.headers["Cache-Control"], response.headers["Referrer-Policy"]) == (
        "no-store",
        "no-referrer",
    )
    assert "piilopirtti" not in words(parse(response).find(".//title")).lower()


@pytest.mark.parametrize("item_count", [1, 3])
def test_words_cost_the_same_however_many_services(client, actor, django_assert_num_queries, item_count):
    for number in range(item_count):
        make.make_service(name=f"Jumppa {number}", actor=actor)
    rebuilding.rebuild()
    listed(client, "jumppa", outo=1)  # what stands in memory is made, the cards too

    with django_assert_num_queries(3):  # the revision, the words, the titles of the best
        response = listed(client, "jumppa")
    with django_assert_num_queries(1):  # the revision
        listed(client, "jumppa")

    assert len(names(response)) == item_count
