"""The addresses of the calendar files: which there are, how they are answered, and what they cost."""

from __future__ import annotations

from datetime import date

import pytest

from meetingplaces.models import Activity, SlotChange, WeeklySlot
from perhekeskus import caching
from tests import factories as make
from tests.calendar_factories import make_activity, make_change, make_meeting_place, make_slot
from tests.feeds import FRIDAY, WHOLE, events, get

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def friday(monkeypatch):
    monkeypatch.setattr("perhekeskus.dates.today", lambda: FRIDAY)


# --- Addresses ---------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "path",
    [
        WHOLE + "/",
        "/kohtaamispaikat/tupa/kalenteri.ics/",
        "/toiminta/kahvila.ics/",
        "/toiminta/kahvila/2026-12-01.ics/",
        "/kohtaamispaikat/kalenteri/",
        "/kohtaamispaikat/puuttuu/kalenteri.ics",
        "/toiminta/puuttuu.ics",
        "/toiminta/puuttuu/2026-12-01.ics",
    ],
)
def test_other_addresses_are_not_found(client, path):
    make_slot(activity=make_activity(name="Kahvila"), place=make_meeting_place(name="Tupa"))

    assert client.get(path).status_code == 404


def test_a_changed_slug_leads_calendar_programs_on(client):
    activity, place = make_activity(name="Kahvila"), make_meeting_place(name="Tupa", published_on=FRIDAY)
    make_slot(activity=activity, place=place)
    activity.slug, place.slug = "olohuone", "talo"
    activity.save()
    place.save()

    ways = {
        "/toiminta/kahvila.ics": "/toiminta/olohuone.ics",
        "/sv/toiminta/kahvila/2026-12-01.ics": "/sv/toiminta/olohuone/2026-12-01.ics",
        "/kohtaamispaikat/tupa/kalenteri.ics?ika=3v": "/kohtaamispaikat/talo/kalenteri.ics?ika=3v",
    }
    for old, new in ways.items():
        response = client.get(old)
        assert (response.status_code, response.headers["Location"]) == (301, new)
        get(client, new)


def test_every_address_of_an_unknown_parameter_answers_and_is_not_kept(client):
    make_slot()

    plain, odd = get(client, WHOLE), get(client, f"{WHOLE}?outo=1")
    assert odd.content == plain.content
    assert len(caching.pages) == 1


# --- Answers -----------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("path", "filename"),
    [
        (WHOLE, "kohtaamispaikat.ics"),
        ("/kohtaamispaikat/tupa/kalenteri.ics", "tupa.ics"),
        ("/toiminta/kahvila.ics", "kahvila.ics"),
        ("/toiminta/kahvila/2026-12-01.ics", "kahvila-2026-12-01.ics"),
    ],
)
def test_answers_are_calendar_files_with_an_etag(client, path, filename):
    make_slot(activity=make_activity(name="Kahvila"), place=make_meeting_place(name="Tupa"))

    response = get(client, path)
    assert response.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert response.headers["Content-Disposition"] == f'inline; filename="{filename}"'
    assert response.headers["Cache-Control"] == "max-age=0, must-revalidate"

    again = client.get(path, headers={"if-none-match": response.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    head = client.head(path)
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers == response.headers
    assert client.post(path).status_code == 405


def test_a_program_that_asks_again_gets_nothing_new_until_something_of_the_week_changes(client):
    slot = make_slot(activity=make_activity(name="Kahvila"))
    known = {"if-none-match": get(client, WHOLE).headers["ETag"]}

    make.make_service(name="Jotain muuta")
    assert client.get(WHOLE, headers=known).status_code == 304
    make_change(slot=slot, on=date(2026, 12, 1))
    changed = get(client, WHOLE, headers=known)
    assert [event.get("STATUS") for event in events(changed)] == [None, "CANCELLED"]


def test_a_new_day_of_the_same_week_changes_nothing_and_a_new_week_does(client, monkeypatch):
    make_slot()
    known = {"if-none-match": get(client, WHOLE).headers["ETag"]}

    statuses = {}
    for day in (date(2026, 11, 29), date(2026, 11, 30)):
        caching.pages.clear()
        monkeypatch.setattr("perhekeskus.dates.today", lambda day=day: day)
        statuses[day.day] = client.get(WHOLE, headers=known).status_code
    assert statuses == {29: 304, 30: 200}


def test_every_writing_of_a_time_and_its_changes_raises_the_sequence(client):
    slot = make_slot()

    def told() -> tuple[int, str]:
        event = events(get(client, WHOLE))[0]
        assert event["DTSTAMP"].to_ical() == event["LAST-MODIFIED"].to_ical()
        return int(event["SEQUENCE"]), event["DTSTAMP"].to_ical().decode()

    sequences = [told()[0]]
    slot.time_note = "Tule kun sopii"
    slot.save()
    sequences.append(told()[0])
    change = make_change(slot=slot, on=date(2026, 12, 1))
    sequences.append(told()[0])
    change.delete()
    sequences.append(told()[0])
    slot.activity.save()
    sequences.append(told()[0])

    first = sequences[0]
    assert sequences == [first, first + 1, first + 2, first + 3, first + 4]
    newest = max(
        SlotChange.history.latest("history_date").history_date,
        Activity.history.latest("history_date").history_date,
    )
    assert told()[1] == f"{newest:%Y%m%dT%H%M%SZ}"


def test_rows_without_a_history_have_a_fixed_stamp(client):
    slot = make_slot()
    WeeklySlot.history.all().delete()
    Activity.history.all().delete()
    slot.activity.organiser_links.all().delete()

    [event] = events(get(client, WHOLE))
    assert (event["DTSTAMP"].to_ical(), event["SEQUENCE"]) == (b"20260101T000000Z", 0)


# --- Cost --------------------------------------------------------------------------------------------
@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize(
    "path",
    [
        WHOLE,
        "/kohtaamispaikat/tupa/kalenteri.ics",
        "/toiminta/kahvila.ics",
        "/toiminta/kahvila/2026-12-01.ics",
    ],
)
def test_a_warm_feed_asks_for_the_revision_alone(client, django_assert_num_queries, path, count):
    hall = make_meeting_place(name="Tupa")
    activity = make_activity(name="Kahvila")
    for _ in range(count):
        make_change(slot=make_slot(activity=activity, place=hall), on=date(2026, 12, 8))
    get(client, path)
    caching.pages.clear()

    with django_assert_num_queries(1):  # the revision
        assert len(events(get(client, path))) == (count if path.endswith("01.ics") else 2 * count)
