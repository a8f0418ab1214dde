"""Alphabetical order as a Finnish reader expects it, on every database."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perhekeskus.collation import collation_key

FINNISH_ORDER = [
    "aamu",
    "Aarre",
    "Báhko",
    "Čáhci",
    "deoksi",
    "đuokŋa",
    "eno",
    "Kesä",
    "kesäkerho",
    "Uusi",
    "w",
    "Zeniitti",
    "Ålands barn",
    "Äiti ja lapsi",
    "Öljy",
]


def test_collation_key_puts_the_finnish_letters_last():
    assert sorted([*FINNISH_ORDER[3:], *FINNISH_ORDER[:3]], key=collation_key) == FINNISH_ORDER


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("äiti", "Äitiysneuvola"),
        ("Kerho 1", "Kerho 2"),
        ("kerho", "Kerhot"),
        ("Perhe", "Perhe Å"),
        ("ääni", "øl"),
        ("æra", "öljy"),
        ("strasse", "straßf"),
    ],
)
def test_collation_key_orders_pairs(first, second):
    assert collation_key(first) < collation_key(second)


def test_collation_key_ignores_how_a_letter_is_composed():
    composed, decomposed = "\u00e4iti", "a\u0308iti"

    assert collation_key(composed)[0] == collation_key(decomposed)[0]
    assert collation_key(composed)[0] > collation_key("zeniitti")[0]


def test_collation_key_lets_case_decide_only_between_equals():
    assert sorted(["b", "a", "B", "A"], key=collation_key) == ["A", "a", "B", "b"]


@given(st.lists(st.text(max_size=6), max_size=6))
def test_collation_key_gives_one_order_whatever_the_order_of_the_names(names):
    wanted = sorted(names, key=collation_key)

    for shuffled in itertools.islice(itertools.permutations(names), 30):
        assert sorted(shuffled, key=collation_key) == wanted
