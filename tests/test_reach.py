"""What services share, kept in memory: who is in it, what wins, and when it is read again."""

from __future__ import annotations

import datetime as dt

import pytest

from perhekeskus import caching
from services.models import OpeningSchedule
from services.reach import NO_HOURS, reach, read
from tests import factories as make
from tests.pages import MONDAY

pytestmark = pytest.mark.django_db


def opens(hour: int, **owner) -> OpeningSchedule:
    return OpeningSchedule.objects.create(
        weekday=1, opens_time=dt.time(hour), closes_time=dt.time(hour + 2), **owner
    )


def test_only_what_the_public_may_see_is_in_it():
    actor = make.make_actor()
    make.make_actor(state="draft")
    channel = make.make_channel(actor=actor)
    drafts = [
        make.make_channel(actor=actor, state="draft"),
        make.make_channel(actor=actor, visibility="members"),
    ]
    place, archived = make.make_place(), make.make_place(state="archived")
    service = make.make_service(actor=actor, channels=[channel, *drafts], places=[place, archived])

    known = read("fi", 0)

    assert set(known.actors) == {actor.pk}
    assert (set(known.channels), set(known.places)) == ({channel.pk}, {place.pk})
    assert [link.target for link in known.channel_links[service.pk]] == [channel.pk]
    assert [link.target for link in known.place_links[service.pk]] == [place.pk]
    assert known.actor_channels == {actor.pk: [channel]}


def test_hours_of_the_link_win_over_those_of_the_place():
    place, other = make.make_place(), make.make_place()
    service = make.make_service(places=[place, other])
    opens(9, place=place)
    opens(12, service_place=service.place_links.get(place=place))

    known = read("fi", 0)
    link, other_link = known.place_links[service.pk]

    def today(one):
        return known.hours([("service_place", one.pk), ("place", one.target)], MONDAY)

    assert today(link).today.text == "12.00–14.00"
    assert known.hours([("place", place.pk)], MONDAY).today.text == "9.00–11.00"
    assert today(other_link) == NO_HOURS


def test_access_says_no_and_not_known_apart():
    place = make.make_place(has_lift=False, has_parking=True)

    access = read("sv", 0).access[place.pk]

    assert sorted(access.known) == [("hiss", False), ("parkeringsplats", True)]
    assert len(access.unknown) == 7


def test_it_is_kept_while_nothing_changes_and_read_again_after_a_change(django_assert_num_queries):
    channel = make.make_channel(value="016 555 0101")
    first = reach("fi", caching.current_revision())
    with django_assert_num_queries(0):
        assert reach("fi", first.revision) is first

    channel.value = "016 555 0102"
    channel.save()
    again = reach("fi", caching.current_revision())

    assert (first.channels[channel.pk].value, again.channels[channel.pk].value) == (
        "016 555 0101",
        "016 555 0102",
    )


@pytest.mark.parametrize("item_count", [1, 3])
def test_reading_costs_the_same_however_much_there_is(django_assert_num_queries, item_count):
    for _ in range(item_count):
        actor = make.make_actor()
        place = make.make_place()
        make.make_service(actor=actor, places=[place], channels=[make.make_channel(actor=actor)])
        opens(9, place=place)
        centre = make.make_family_centre(municipalities=[make.make_municipality()])
        centre.offices.create(place=place)
        centre.roles.create(role="Koordinaattori")

    # actors, their municipalities, counties, channels, places, hours, two kinds of links; family
    # centres' municipalities, offices and roles
    with django_assert_num_queries(11):
        known = read("fi", 0)

    assert len(known.places) == len(known.channel_links) == item_count
