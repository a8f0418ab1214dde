"""Ages: what an address may say, how months are worded, and which things suit which months."""

from __future__ import annotations

import pytest
from django.db.models import Q
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from perhekeskus.ages import OLDEST_MONTH, AgeSpan, age_label, parse_age, range_label, written_ages
from services.models import Service
from tests import factories as make


@pytest.mark.parametrize(
    ("value", "first", "end"),
    [
        ("0kk", 0, 1),
        ("8kk", 8, 9),
        ("347kk", 347, 348),
        ("0v", 0, 12),
        ("3v", 36, 48),
        ("3", 36, 48),
        ("28v", 336, 348),
        ("007kk", 7, 8),
    ],
)
def test_parse_age_gives_half_open_months(value, first, end):
    assert parse_age(value) == AgeSpan(value, first, end)


@pytest.mark.parametrize(
    "value",
    [
        "",
        "kk",
        "v",
        "29v",
        "29",
        "348kk",
        "1000kk",
        "-1",
        "3.5v",
        "3 v",
        " 3v",
        "3v\n",
        "3KK",
        "٣v",
        "³v",
        "3vv",
    ],
)
def test_parse_age_refuses_what_is_no_age(value):
    assert parse_age(value) is None


@given(st.text(max_size=8))
def test_parse_age_never_breaks_and_stays_within_the_months_known(value):
    span = parse_age(value)

    assert span is None or 0 <= span.first < span.end <= OLDEST_MONTH


@pytest.mark.parametrize(
    ("value", "finnish", "english"),
    [
        ("1kk", "1 kk", "1 month old"),
        ("8kk", "8 kk", "8 months old"),
        ("1v", "1-vuotias", "1 year old"),
        ("3v", "3-vuotias", "3 years old"),
    ],
)
def test_age_label_names_months_and_years(value, finnish, english):
    assert age_label(parse_age(value)) == finnish
    with translation.override("en"):
        assert age_label(parse_age(value)) == english


@pytest.mark.parametrize(
    ("first", "end", "for_pregnancy", "words"),
    [
        (None, None, False, "kaikenikäiset"),
        (0, None, False, "kaikenikäiset"),
        (None, 0, True, "odotusaika"),
        (0, 84, True, "odotusaika ja 0–6 v"),
        (0, 12, False, "0–11 kk"),
        (None, 12, False, "0–11 kk"),
        (0, 1, False, "0 kk"),
        (3, 4, False, "3 kk"),
        (6, 18, False, "6–17 kk"),
        (12, 36, False, "1–2 v"),
        (12, 24, False, "1 v"),
        (0, 84, False, "0–6 v"),
        (36, 48, False, "3 v"),
        (156, 348, False, "13–28 v"),
        (156, None, False, "13 v alkaen"),
    ],
)
def test_range_label_says_what_a_parent_would_say(first, end, for_pregnancy, words):
    assert range_label(first, end, for_pregnancy=for_pregnancy) == words


# --- Which services suit which ages -----------------------------------------------------------
EDGES = [0, 11, 12, 35, 36, 47, 48, 347]
RANGES = {
    "for all": (None, None),
    "babies": (0, 12),
    "toddlers": (12, 36),
    "three-year-olds": (36, 48),
    "from three on": (36, None),
    "until three": (None, 36),
    "the oldest month": (347, 348),
    "from 29 on": (348, None),
}
SUITED = {
    0: {"for all", "babies", "until three"},
    11: {"for all", "babies", "until three"},
    12: {"for all", "toddlers", "until three"},
    35: {"for all", "toddlers", "until three"},
    36: {"for all", "three-year-olds", "from three on"},
    47: {"for all", "three-year-olds", "from three on"},
    48: {"for all", "from three on"},
    347: {"for all", "from three on", "the oldest month"},
}


@pytest.mark.parametrize("month", EDGES)
def test_suits_holds_at_both_edges_of_a_range(month):
    span = parse_age(f"{month}kk")

    suited = {
        name
        for name, (first, end) in RANGES.items()
        if Service(name_fi=name, min_months=first, max_months=end).suits(span)
    }

    assert suited == SUITED[month]


@pytest.mark.django_db
def test_for_age_finds_what_suits_says():
    for name, (first, end) in RANGES.items():
        make.make_service(name=name, min_months=first, max_months=end)
    make.make_service(name="pregnancy alone", max_months=0, for_pregnancy=True)
    make.make_service(name="pregnancy and babies", min_months=0, max_months=12, for_pregnancy=True)

    found = {
        month: set(Service.objects.for_age(parse_age(f"{month}kk")).values_list("name_fi", flat=True))
        for month in EDGES
    }

    with_pregnancy = {
        month: SUITED[month] | ({"pregnancy and babies"} if month < 12 else set()) for month in EDGES
    }
    assert found == with_pregnancy


@pytest.mark.django_db
def test_for_age_of_a_group_finds_what_overlaps_it_by_one_month():
    make.make_service(name="ends where it begins", min_months=0, max_months=36)
    make.make_service(name="its first month", min_months=0, max_months=37)
    make.make_service(name="its last month", min_months=83, max_months=96)
    make.make_service(name="begins where it ends", min_months=84, max_months=96)

    found = Service.objects.for_age(AgeSpan("leikki-ikaiset", 36, 84)).order_by("pk")

    assert list(found.values_list("name_fi", flat=True)) == ["its first month", "its last month"]


@pytest.mark.django_db
def test_for_age_of_pregnancy_finds_only_what_says_so():
    make.make_service(name="pregnancy alone", max_months=0, for_pregnancy=True)
    make.make_service(name="pregnancy and babies", max_months=12, for_pregnancy=True)
    make.make_service(name="babies", max_months=12)
    make.make_service(name="everybody")

    found = Service.objects.for_age(AgeSpan("odotus", pregnancy=True)).order_by("pk")

    assert list(found.values_list("name_fi", flat=True)) == ["pregnancy alone", "pregnancy and babies"]
    assert [s.pk for s in found] == [
        s.pk for s in Service.objects.order_by("pk") if s.suits(AgeSpan("odotus", pregnancy=True))
    ]


@pytest.mark.django_db
def test_for_age_composes_with_other_questions():
    make.make_service(name="luonnos", max_months=12, state="draft")
    make.make_service(name="julki", max_months=12)

    found = Service.objects.visible_to(None).for_age(parse_age("3kk")).filter(~Q(name_fi=""))

    assert list(found.values_list("name_fi", flat=True)) == ["julki"]


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("3v 8kk", ["3v", "8kk"]),
        ("3 vuotta ja 8 kuukautta", ["3v", "8kk"]),
        ("3-vuotias, 8 kk", ["3v", "8kk"]),
        ("3 år och 8 mån", ["3v", "8kk"]),
        ("8 months and 3 years", ["8kk", "3v"]),
        ("3", ["3"]),
        ("3 koiraa", ["3 koiraa"]),
        ("vauva ja 3v", ["vauva ja 3v"]),
        ("", [""]),
        (",", [","]),
    ],
)
def test_ages_of_several_children_are_read_as_people_write_them(text, ages):
    assert written_ages(text) == ages
