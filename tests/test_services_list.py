"""The list of services: what it shows, in which order, and at what cost."""

from __future__ import annotations

import re

import pytest

from perhekeskus import caching
from tests import factories as make

pytestmark = pytest.mark.django_db


def names(response) -> list[str]:
    """Names on the cards of a list page, in order."""
    return re.findall(r'<h3><a href="[^"]+">([^<]+)</a></h3>', response.content.decode())


def test_list_for_eight_month_old_leaves_out_a_club_for_older_children(client):
    make.make_service(name="Vauvakahvila", min_months=0, max_months=12)
    make.make_service(name="Kerho 2–5-vuotiaille", min_months=24, max_months=72)
    make.make_service(name="Neuvola", min_months=0, max_months=84)

    response = client.get("/palvelut/", {"ika": "8kk"})

    assert names(response) == ["Vauvakahvila", "Neuvola"]


def test_list_for_two_children_shows_first_what_suits_both(client):
    make.make_service(name="Aamukerho", min_months=36, max_months=84)
    make.make_service(name="Perhekahvila", min_months=0, max_months=84)
    make.make_service(name="Vauvakahvila", min_months=0, max_months=12)

    response = client.get("/palvelut/", {"ika": ["8kk", "3v"]})

    assert names(response) == ["Perhekahvila", "Vauvakahvila", "Aamukerho"]


@pytest.mark.parametrize("item_count", [1, 3])
def test_list_costs_the_same_however_long_it_is(client, django_assert_num_queries, item_count):
    for _ in range(item_count):
        make.make_service(municipalities=[make.make_municipality()])
    client.get("/palvelut/")  # makes the index
    caching.pages.clear()
    caching.parts.clear()

    with django_assert_num_queries(3):  # the revision, the cards, the cards' municipalities
        response = client.get("/palvelut/")

    assert len(names(response)) == item_count
