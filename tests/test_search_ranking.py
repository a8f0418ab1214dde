"""The order of what is found: by words, title, age and place, the page's own language first."""

from __future__ import annotations

import pytest

from perhekeskus import caching
from search import rebuilding
from search.models import SearchTerm
from search.ranking import entries_of
from search.sources import Sources
from tests import calendar_factories as cal
from tests import factories as make
from tests.search_cases import hits, titles

pytestmark = pytest.mark.django_db


def make_services(*services: dict) -> None:
    actor = make.make_actor(name="Tekijä")
    for fields in services:
        make.make_service(**{"actor": actor, "summary_fi": "Jotakin."} | fields)
    rebuilding.rebuild()


# --- Weights -----------------------------------------------------------------------------------------
def test_weights_are_whole_numbers_that_follow_the_zone():
    service = make.make_service(
        name="Muskari",
        keywords_fi="laulu",
        summary_fi="Soitinpaja.",
        description_fi="Kitara.",
        themes=[make.make_theme(name="Tanssi")],
    )
    rebuilding.rebuild()

    weights = dict(
        SearchTerm.objects.filter(entry__kind="palvelut", entry__item=service.pk).values_list(
            "term", "weight"
        )
    )

    # Of zone weight W once: t = W · 2.2 / 2.2, and t / (t + 8) in millionths.
    assert {term: weights[f"fi:{term}"] for term in ("muskari", "laulu", "tanssi", "kitara")} == {
        "muskari": 428571,
        "laulu": 333333,
        "tanssi": 238095,
        "kitara": 111111,
    }
    assert {type(weight) for weight in weights.values()} == {int}


def test_word_said_often_counts_for_little_more():
    make_services(
        {"name": "Kerran", "description_fi": "Askartelu."},
        {"name": "Usein", "description_fi": "Askartelu. " * 20},
        {"name": "Nimessä askartelu"},
    )

    assert titles("askartelu") == ["Nimessä askartelu", "Usein", "Kerran"]


def test_rare_word_counts_for_more_than_a_common_one():
    make_services(
        *({"name": f"Perheen kerho {number}"} for number in range(6)),
        {"name": "Sukellus"},
    )

    assert titles("perhe sukellus")[0] == "Sukellus"


def test_best_meaning_of_a_word_counts_and_not_their_sum():
    make_services(
        {"name": "Lastenneuvola"},
        {"name": "Lapsi ja neuvola"},  # both parts of the word, which together are no more than its whole
    )

    assert titles("lastenneuvola") == ["Lastenneuvola", "Lapsi ja neuvola"]


# --- Titles, ages and places -------------------------------------------------------------------------
def test_title_that_is_the_query_comes_first():
    make_services(
        {"name": "Kerho leikkipuistossa", "keywords_fi": "leikkipuisto"},
        {"name": "Leikkipuisto"},
    )

    assert titles("leikkipuisto")[0] == "Leikkipuisto"


def test_narrow_ages_that_hold_the_child_come_first_and_others_last():
    make_services(
        {"name": "Jumppa isoille", "min_months": 84, "max_months": 156},
        {"name": "Jumppa kaikille"},
        {"name": "Jumppa lapsille", "min_months": 0, "max_months": 216},
        {"name": "Jumppa pienille", "min_months": 24, "max_months": 48},
    )

    assert titles("jumppa 3-vuotiaalle") == [
        "Jumppa pienille",
        "Jumppa lapsille",
        "Jumppa kaikille",
        "Jumppa isoille",
    ]


def test_place_that_is_named_comes_first_and_others_stay():
    towns = {slug: make.make_municipality(slug=slug) for slug in ("kittila", "sodankyla", "inari")}
    make_services(
        {"name": "Perhekerho Aapa", "municipalities": [towns["inari"]]},
        {"name": "Perhekerho Kaikkialla", "area_kind": "country"},
        {"name": "Perhekerho Sompio", "municipalities": [towns["sodankyla"]]},
    )

    found = titles("perhekerho Sodankylässä")

    assert found[0] == "Perhekerho Sompio"
    assert set(found) == {"Perhekerho Sompio", "Perhekerho Kaikkialla", "Perhekerho Aapa"}
    assert found[-1] == "Perhekerho Aapa"


# --- Languages ---------------------------------------------------------------------------------------
def test_finnish_fallback_comes_below_what_is_told_in_the_language():
    make_services(
        {"name": "Doula"},
        {"name": "Synnytystuki", "name_sv": "Förlossningsstöd", "description_sv": "Ibland med doula."},
    )

    assert titles("doula", "sv") == ["Synnytystuki", "Doula"]
    assert [hit.language for hit in hits("doula", "sv")] == ["sv", "fi"]
    assert titles("doula", "en") == ["Doula"]


def test_translated_item_is_found_by_its_finnish_name_too():
    make_services({"name": "Synnytystuki", "name_sv": "Förlossningsstöd"})

    assert titles("synnytystuki", "sv") == titles("förlossningsstöd", "sv") == ["Synnytystuki"]
    assert titles("förlossningsstöd", "fi") == []


def test_item_is_found_once_in_each_language():
    make_services({"name": "Doula", "name_sv": "Doula", "name_en": "Doula", "name_fi_selko": "Doula"})

    assert [titles("doula", language) for language in ("fi", "fi-selko", "sv", "en")] == [["Doula"]] * 4


# --- Ties and kinds ----------------------------------------------------------------------------------
def test_equal_hits_stand_in_the_order_of_kind_and_title():
    place = make.make_place(name="Talo")
    cal.make_meeting_place(name="Onnela C", place=place)
    make_services({"name": "Onnela B"}, {"name": "Onnela A"})

    assert titles("onnela") == ["Onnela C", "Onnela A", "Onnela B"]


def test_every_kind_is_found():
    place = cal.make_meeting_place(name="Kuukkeli kohtaamispaikka")
    activity = cal.make_activity(name="Kuukkeli toiminta")
    theme = make.make_theme(name="Kuukkeli teema")
    items = [
        place,
        activity,
        theme,
        make.make_service(name="Kuukkeli palvelu"),
        make.make_situation(name="Kuukkeli tilanne"),
        make.make_helpline(name="Kuukkeli puhelin"),
        make.make_actor(name="Kuukkeli järjestäjä"),
        make.make_family_centre(name="Kuukkeli perhekeskus"),
        make.make_task(name="Kuukkeli tehtävä"),
    ]
    rebuilding.rebuild()

    assert sorted(titles("kuukkeli")) == sorted(item.name_fi for item in items)
    assert len({hit.key[0] for hit in hits("kuukkeli")}) == 9


# --- Who sees what -----------------------------------------------------------------------------------
def test_hit_says_that_only_members_may_see_it():
    make_services({"name": "Doula jäsenille", "visibility": "members"}, {"name": "Doula kaikille"})

    assert {(hit.members_only, title) for hit, title in zip(hits("doula"), titles("doula"), strict=True)} == {
        (True, "Doula jäsenille"),
        (False, "Doula kaikille"),
    }


def test_members_items_do_not_change_what_a_word_is_worth():
    make_services({"name": "Doula"}, {"name": "Muuta"})
    before = Sources("fi", caching.current_revision()).idf("fi:doula")
    make_services(*({"name": f"Doula {number}", "visibility": "members"} for number in range(3)))
    revision = caching.current_revision()

    assert Sources("fi", revision).count("fi:doula") == 1
    assert len(list(entries_of("fi", revision).rows)) == 2 + 3 + 2  # and their two actors
    assert Sources("fi", revision).idf("fi:doula") == pytest.approx(before, rel=0.5)


# --- Cost ----------------------------------------------------------------------------------------------
def test_search_asks_the_database_twice(django_assert_num_queries):
    make_services({"name": "Doula"}, {"name": "Muuta"})
    revision = caching.current_revision()
    hits("doula")

    from search.finding import find_all

    with django_assert_num_queries(2):  # the words, the titles of the best
        find_all("doulasta 3-vuotiaalle Kittilässä", "fi", revision)
    with django_assert_num_queries(0):
        find_all("", "fi", revision)


def test_name_that_tells_a_shared_end_once_is_found_by_each_of_its_compounds():
    make.make_service(name="Motti", description_fi="Puheterapia aloitetaan täällä.")
    make.make_service(name="Puhe-, toiminta- ja fysioterapia", name_sv="Tal-, ergo- och fysioterapi")
    rebuilding.rebuild()

    assert titles("puheterapiaa")[0] == titles("puhetrapia")[0] == "Puhe-, toiminta- ja fysioterapia"
    assert (
        titles("toimintaterapiaan")[0] == titles("ergoterapi", "sv")[0] == "Puhe-, toiminta- ja fysioterapia"
    )
