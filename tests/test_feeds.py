"""The calendar files: what is in each, and what never is."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.utils import translation
from django.utils.translation import gettext as _t

from meetingplaces.models import Activity, WeeklySlot
from perhekeskus import caching
from tests import calendar_factories as calendar
from tests import factories as make
from tests.calendar_factories import make_activity, make_break, make_change, make_meeting_place, make_slot
from tests.feeds import FRIDAY, WHOLE, events, get, summaries
from tests.ical_readers import by_recurring_ical_events, by_vobject, counted

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def friday(monkeypatch):
    monkeypatch.setattr("perhekeskus.dates.today", lambda: FRIDAY)


# --- What is in each ---------------------------------------------------------------------------------
@pytest.fixture
def region():
    """Two activities at two places, with a break and some changes."""
    hall, gym = make_meeting_place(name="Tupa"), make_meeting_place(name="Sali")
    cafe, club = make_activity(name="Kahvila"), make_activity(name="Kerho")
    tuesday = make_slot(activity=cafe, place=hall)
    make_slot(activity=cafe, weekday=4, rhythm="odd_weeks", at="17.00")
    make_slot(activity=club, place=gym, weekday=3, rhythm="monthly", nth=-1, at="")
    make_change(slot=tuesday, on=date(2026, 12, 1))
    make_change(slot=tuesday, kind="changed", on=date(2026, 12, 8), place=gym, at="10.00–11.00")
    make_change(slot=tuesday, kind="moved", on=date(2026, 12, 15), to_on=date(2026, 12, 16))
    make_change(slot=tuesday, kind="extra", on=date(2026, 12, 19), at="12.00–14.00")
    make_break(first=date(2026, 12, 21), last=date(2027, 1, 6), activities=[cafe, club])


def test_whole_feed_is_what_the_calendar_says_over_its_year(client, region):
    from meetingplaces.calendar import calendar_of

    body = get(client, WHOLE).content
    first, last = date(2026, 10, 26), date(2027, 12, 5)
    said = counted(calendar_of("fi", caching.current_revision()), first, last)

    assert len(said) > 80
    assert by_recurring_ical_events(body, first, last) == said
    assert by_vobject(body, first, last) == said


def test_an_activitys_feed_has_its_own_sessions_alone(client, region):
    response = get(client, "/toiminta/kerho.ics")

    assert set(summaries(response)) == {_t("%(name)s (ask the organiser for the time)") % {"name": "Kerho"}}
    [slot] = WeeklySlot.objects.filter(activity__slug="kerho")
    assert [str(event["UID"]) for event in events(response)] == [f"{slot.uuid}@perhekeskus"]


def test_a_places_feed_has_what_is_there_and_what_is_elsewhere_this_time(client, region):
    whole = by_vobject(get(client, WHOLE).content, date(2026, 12, 1), date(2026, 12, 20))
    hall = by_vobject(
        get(client, "/kohtaamispaikat/tupa/kalenteri.ics").content, date(2026, 12, 1), date(2026, 12, 20)
    )
    gym = by_vobject(
        get(client, "/kohtaamispaikat/sali/kalenteri.ics").content, date(2026, 12, 1), date(2026, 12, 20)
    )

    assert [session.on.day for session in hall] == [1, 8, 16, 19]
    assert [session.on.day for session in gym] == [8]
    assert set(hall + gym) < set(whole)


def test_feeds_name_themselves(client, region):
    make.make_installation(name_fi="Lapin perhekeskus")
    names = {
        path: re.search(rb"X-WR-CALNAME:(.*)\r\n", get(client, path).content)[1].decode()
        for path in (WHOLE, "/kohtaamispaikat/tupa/kalenteri.ics", "/toiminta/kahvila.ics")
    }

    assert list(names.values()) == [
        _t("Meeting places: %(site)s") % {"site": "Lapin perhekeskus"},
        "Tupa",
        "Kahvila",
    ]


def test_an_event_leads_to_its_page_and_to_its_place(client):
    building = make.make_place(
        street="Tie 1", postal_code="99100", post_office="Kittilä", latitude=67.65, longitude=24.9
    )
    activity = make_activity(name="Kahvila", kind="open")
    make_slot(activity=activity, place=make_meeting_place(name="Tupa", place=building))

    [event] = events(get(client, WHOLE))
    assert event["URL"] == "http://testserver/toiminta/kahvila/"
    assert event["LOCATION"] == "Tupa, Tie 1, 99100 Kittilä"
    assert event["GEO"].to_ical() == "67.65;24.9"
    assert event["CATEGORIES"].to_ical().decode() == str(activity.get_kind_display())


def test_a_place_without_coordinates_has_none(client):
    make_slot(place=make_meeting_place())

    [event] = events(get(client, WHOLE))
    assert "GEO" not in event


def test_a_feed_of_a_language_speaks_it(client):
    activity = make_activity(name="Kahvila", name_sv="Familjecafé")
    slot = make_slot(activity=activity)
    make_change(slot=slot, on=date(2026, 12, 1))

    response = get(client, "/sv/kohtaamispaikat/kalenteri.ics")
    with translation.override("sv"):
        assert summaries(response) == ["Familjecafé", _t("Cancelled: %(name)s") % {"name": "Familjecafé"}]
    assert response.headers["Content-Language"] == "sv"
    assert {event["URL"] for event in events(response)} == {"http://testserver/sv/toiminta/kahvila/"}
    assert [e["UID"] for e in events(response)] == [e["UID"] for e in events(get(client, WHOLE))]


def test_a_feed_names_only_organisers_that_are_public(client):
    shown, hidden = make.make_actor(name="Näkyvä"), make.make_actor(name="Piilossa", state="draft")
    make_slot(activity=make_activity(organisers=[hidden, shown]))

    [event] = events(get(client, WHOLE))
    assert _t("Organised by: %(names)s") % {"names": "Näkyvä"} in event["DESCRIPTION"].splitlines()


def test_a_guest_is_told_by_role(client):
    slot = make_slot()
    calendar.make_visit(slot=slot, role="Terveydenhoitaja")
    calendar.make_visit(slot=slot, role="Vahvistamaton", confirmed_by_visitor=False)

    [event] = events(get(client, WHOLE))
    assert "Terveydenhoitaja" in event["DESCRIPTION"]
    assert "Vahvistamaton" not in event["DESCRIPTION"]


def test_demo_content_is_called_so(client):
    make_slot(activity=make_activity(source="demo", source_id="kahvila"))
    line = _t("This is a demonstration. Check times and contacts with the organiser.")

    [event] = events(get(client, WHOLE))
    assert event["DESCRIPTION"].splitlines()[-1] == line
    Activity.objects.update(source="", source_id="")
    [event] = events(get(client, WHOLE))
    assert line not in event["DESCRIPTION"]


# --- What never is -----------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "hidden", [{"state": "draft"}, {"state": "archived"}, {"visibility": "members"}], ids=str
)
def test_hidden_activity_is_in_no_feed(client, hidden):
    hall = make_meeting_place(name="Tupa")
    make_slot(activity=make_activity(name="Salainen", **hidden), place=hall)
    make_slot(activity=make_activity(name="Kahvila"), place=hall)

    assert summaries(get(client, WHOLE)) == ["Kahvila"]
    assert summaries(get(client, "/kohtaamispaikat/tupa/kalenteri.ics")) == ["Kahvila"]
    status = 410 if hidden == {"state": "archived"} else 404
    for path in ("/toiminta/salainen.ics", "/toiminta/salainen/2026-12-01.ics"):
        assert client.get(path).status_code == status


@pytest.mark.parametrize("hides", ["place", "building", "masked"])
def test_hidden_place_is_never_told(client, hides):
    building = make.make_place(
        name="Talo",
        state="draft" if hides == "building" else "published",
        street="" if hides == "masked" else "Salatie 1",
        address_is_masked=hides == "masked",
    )
    place = make_meeting_place(
        name="Salapaikka", place=building, state="draft" if hides == "place" else "published"
    )
    make_slot(activity=make_activity(name="Kahvila"), place=place)

    response = get(client, WHOLE)
    assert summaries(response) == ["Kahvila"]
    assert not re.search(rb"LOCATION|GEO|Sala|Talo", response.content)
    assert client.get("/kohtaamispaikat/salapaikka/kalenteri.ics").status_code == 404


@pytest.fixture
def sensitive():
    theme = make.make_theme(name="Väkivalta", neutral_name_fi="Turva", is_sensitive=True)
    activity = make_activity(
        name="Väkivaltaa kokeneet", neutral_name_fi="Torstairyhmä", summary_fi="Arkaa", themes=[theme]
    )
    make_slot(activity=activity)


@pytest.mark.parametrize("path", ["/toiminta/torstairyhma.ics", "/toiminta/torstairyhma/2026-12-01.ics"])
def test_sensitive_activity_is_neutral_and_leaves_no_trace(client, sensitive, path):
    response = get(client, path)

    assert response.headers["Cache-Control"] == "no-store"
    assert response.headers["Referrer-Policy"] == "no-referrer"
    assert "ETag" not in response.headers
    assert summaries(response) == ["Torstairyhmä"]
    assert not re.search("väkivalta|arkaa", response.content.decode(), re.IGNORECASE)


def test_sensitive_activity_is_neutral_in_the_whole_feed(client, sensitive):
    response = get(client, WHOLE)

    [event] = events(response)
    assert event["SUMMARY"] == "Torstairyhmä"
    assert {"DESCRIPTION", "CATEGORIES"}.isdisjoint(event)
    assert not re.search("väkivalta|arkaa", response.content.decode(), re.IGNORECASE)


# --- One session -------------------------------------------------------------------------------------
def days(client, path: str) -> list[str]:
    return [event["DTSTART"].to_ical().decode() for event in events(get(client, path))]


def test_one_session_is_told_by_its_day(client):
    activity = make_activity(name="Kahvila")
    slot = make_slot(activity=activity)

    [event] = events(get(client, "/toiminta/kahvila/2026-12-01.ics"))
    assert event["DTSTART"].to_ical() == b"20261201T093000"
    assert event["UID"] == f"{slot.uuid}-20261201@perhekeskus"
    assert "RRULE" not in event


def test_two_sessions_a_day_are_told_apart_by_the_clock(client):
    activity = make_activity(name="Kahvila")
    make_slot(activity=activity)
    make_slot(activity=activity, at="17.00")

    assert days(client, "/toiminta/kahvila/2026-12-01.ics") == ["20261201T093000", "20261201T170000"]
    assert days(client, "/toiminta/kahvila/2026-12-01T0930.ics") == ["20261201T093000"]
    assert days(client, "/toiminta/kahvila/2026-12-01T1700.ics") == ["20261201T170000"]
    assert client.get("/toiminta/kahvila/2026-12-01T1000.ics").status_code == 404


def test_a_moved_session_is_found_by_both_its_days(client):
    slot = make_slot(activity=make_activity(name="Kahvila"))
    make_change(slot=slot, kind="moved", on=date(2026, 12, 1), to_on=date(2026, 12, 3), at="17.00")

    for when in ("2026-12-01", "2026-12-01T0930", "2026-12-03", "2026-12-03T1700"):
        [event] = events(get(client, f"/toiminta/kahvila/{when}.ics"))
        assert event["DTSTART"].to_ical() == b"20261203T170000"
        assert event["UID"] == f"{slot.uuid}-20261201@perhekeskus"


def test_a_cancelled_session_says_so(client):
    make_change(slot=make_slot(activity=make_activity(name="Kahvila")), on=date(2026, 12, 1))

    [event] = events(get(client, "/toiminta/kahvila/2026-12-01.ics"))
    assert event["STATUS"] == "CANCELLED"


@pytest.mark.parametrize(
    "when",
    [
        "2026-12-02",  # a Wednesday
        "2026-02-30",
        "2026-13-01",
        "2026-12-01T2460",
        "2026-12-01T093",
        "2026-12-1",
        "20261201",
        "2026-W49",
        "٢٠٢٦-١٢-٠١",
        "9999-12-28",
        "0001-01-02",
        "2028-12-05",  # more than two years ahead
        "kalenteri",
    ],
)
def test_a_day_without_a_session_is_not_found(client, when):
    make_slot(activity=make_activity(name="Kahvila"))

    assert client.get(f"/toiminta/kahvila/{when}.ics").status_code == 404


def test_a_day_of_a_break_is_not_found(client):
    activity = make_activity(name="Kahvila")
    make_slot(activity=activity)
    make_break(first=date(2026, 12, 1), last=date(2026, 12, 1), activities=[activity])

    assert client.get("/toiminta/kahvila/2026-12-01.ics").status_code == 404
