"""The week's bits and the matcher of sessions say the same of any choice."""

from __future__ import annotations

import datetime as dt

import pytest
from django.http import QueryDict
from hypothesis import given, settings
from hypothesis import strategies as st

from meetingplaces.calendar import calendar_of
from meetingplaces.filters import SessionMatcher, WeekFilter
from meetingplaces.week_index import week_index
from perhekeskus.caching import current_revision
from tests import calendar_factories as make
from tests import factories

pytestmark = pytest.mark.django_db

MONDAY = dt.date(2026, 11, 23)
VALUES = {
    "ika": ["8kk", "3v", "vauvat", "outo"],
    "kunta": ["kittila", "ranua", "kaikki", "ei-ole"],
    "alue": ["sirkka", "ei-ole"],
    "paiva": ["ti", "ke", "2026-11-26", "2026-12-01"],
    "paikka": ["kantti", "puisto"],
    "kenelle": ["isat"],
    "teema": ["uni"],
    "palvelukieli": ["sv"],
    "varustus": ["hissi", "rattaat"],
    "perhekeskus": ["kittilan-perhekeskus"],
    "toimija": ["mll", "martat"],
    "maksuton": ["1"],
    "ilman-ilmoittautumista": ["1"],
}


@pytest.fixture
def week():
    """A week in which every facet has sessions, some of them elsewhere or cancelled."""
    kittila, ranua = (factories.make_municipality(slug=slug) for slug in ("kittila", "ranua"))
    factories.make_family_centre(name="Kittilän perhekeskus", municipalities=[kittila])
    factories.make_age_group(slug="vauvat", min_months=0, max_months=12)
    mll, martat = (factories.make_actor(name=name) for name in ("MLL", "Martat"))
    martat.municipalities.set([ranua])
    kantti = make.make_meeting_place(
        name="Kantti", place=factories.make_place(municipality=kittila, locality="Sirkka", has_lift=True)
    )
    puisto = make.make_meeting_place(name="Puisto", municipality=ranua)
    babies = make.make_activity(
        organisers=[mll],
        min_months=0,
        max_months=12,
        audiences=[factories.make_audience(slug="isat")],
        languages=[factories.make_spoken_language(code="sv")],
    )
    club = make.make_activity(
        organisers=[martat],
        min_months=36,
        max_months=72,
        price_kind="not_known",
        registration="required",
        themes=[factories.make_theme(slug="uni")],
    )
    for weekday in range(1, 6):
        make.make_slot(activity=babies, place=kantti, weekday=weekday)
        slot = make.make_slot(activity=club, place=puisto if weekday % 2 else None, weekday=weekday)
    make.make_change(slot=slot, on=MONDAY + dt.timedelta(days=4), kind="changed", place=kantti, organiser=mll)
    make.make_change(slot=slot, on=MONDAY + dt.timedelta(days=6), kind="extra")
    revision = current_revision()
    return week_index("fi", revision, MONDAY), calendar_of("fi", revision)


choices = st.dictionaries(
    st.sampled_from(sorted(VALUES)), st.lists(st.integers(0, 3), min_size=1, max_size=2), max_size=4
)


def test_bits_and_matcher_agree_on_any_choice(week):
    index, calendar = week

    @settings(max_examples=200, deadline=None)
    @given(chosen=choices)
    def agree(chosen):
        query = QueryDict(mutable=True)
        for parameter, numbers in chosen.items():
            values = VALUES[parameter]
            query.setlist(parameter, [values[number % len(values)] for number in numbers])
        selection = WeekFilter(query, index=index).selection
        matcher = SessionMatcher(calendar, selection)

        by_bits = [session for _bit, session in index.shown(index.matching(selection))]

        assert by_bits == [session for session in index.sessions if matcher.matches(session)]

    agree()


def test_counts_tell_what_each_choice_would_give(week):
    index, _calendar = week

    for query in ("", "maksuton=1", "kunta=kittila&ika=8kk", "paiva=ti&toimija=mll"):
        selection = WeekFilter(QueryDict(query), index=index).selection
        counts = index.counts(selection)
        for parameter in ("kunta", "toimija", "paiva", "maksuton"):
            for value, count in counts[parameter].items():
                asked = QueryDict(query, mutable=True)
                asked.setlist(parameter, [value])
                if parameter == "kunta":
                    asked.pop("alue", None)
                alone = WeekFilter(asked, index=index).selection
                assert (query, parameter, value, index.matching(alone).bit_count()) == (
                    query,
                    parameter,
                    value,
                    count,
                )


def test_every_facet_of_the_contract_is_there(week):
    index, _calendar = week

    assert list(WeekFilter(QueryDict(""), index=index).filters) == [
        "ika",
        *("paiva", "kunta", "alue", "paikka", "kenelle", "teema", "palvelukieli", "varustus"),
        *("perhekeskus", "toimija", "maksuton", "ilman-ilmoittautumista"),
    ]
    assert all(any(index.values[parameter].values()) for parameter in index.values)
