"""Cancelling and restoring from the desk's week: one date, a range of them, and what is refused."""

from __future__ import annotations

import datetime as dt

import pytest
from django.contrib.admin.models import CHANGE, LogEntry
from django.utils.translation import gettext as _t
from django.utils.translation import override

from meetingplaces.calendar import calendar_of
from meetingplaces.models import SlotChange
from meetingplaces.timetable import Status
from perhekeskus import caching, dates
from tests import calendar_factories as cal
from tests import desk
from tests import factories as make
from tests.reading import main, parse, words
from tests.week_desk import TODAY, WEEK, cancel, changes, family_cafe, restore

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def a_tuesday(monkeypatch):
    monkeypatch.setattr(dates, "today", lambda: TODAY)


@pytest.fixture
def slot():
    return family_cafe(make.make_actor(name="MLL"))


# --- Cancelling -------------------------------------------------------------------------------------
def test_press_cancels_that_date_and_leads_back_to_it(slot):
    kaisa = desk.coordinator()
    before = caching.current_revision()

    response = cancel(desk.sign_in(kaisa), slot)

    assert changes() == [(slot.pk, "cancelled", TODAY, None, "leader")]
    made = SlotChange.objects.get()
    assert response.status_code == 303
    assert response.headers["Location"] == f"{WEEK}?tehty={made.pk}#aika-{slot.pk}-2026-11-24"
    assert caching.current_revision() > before
    calendar = calendar_of("fi", caching.current_revision())
    held = calendar.timetable(TODAY, TODAY + dt.timedelta(7)).occurrences
    assert [session.status for session in held] == [Status.CANCELLED, Status.HELD]
    entry = LogEntry.objects.get()
    assert (entry.user, entry.action_flag, entry.object_id) == (kaisa, CHANGE, str(slot.activity_id))
    assert entry.change_message.count("24.11.2026") == 1
    assert made.history.get().history_user == kaisa


def test_cancelled_session_is_struck_through_and_has_a_text_to_send(slot):
    slot.activity.name_sv = "Familjecaféet"
    slot.activity.save()
    client = desk.sign_in(desk.coordinator())

    page = parse(client.get(cancel(client, slot).headers["Location"].partition("#")[0]))

    row = next(e for e in page.iter("li") if e.get("id") == f"aika-{slot.pk}-2026-11-24")
    assert words(row.find(".//s")) == "9.30–11.30 Perhekahvila"
    finnish, swedish = row.find(".//textarea").text.strip().split("\n\n")
    address = f"http://testserver/toiminta/{slot.activity.slug}/"
    assert "Perhekahvila ti 24.11.2026" in finnish
    assert "9.30." in finnish
    assert finnish.endswith(address)
    assert "Familjecaféet tis 24.11.2026" in swedish
    assert swedish.endswith(f"http://testserver/sv/toiminta/{slot.activity.slug}/")
    opened = [e for e in row.iter("details") if e.get("open") is not None]
    assert len(opened) == 1


def test_text_of_a_sensitive_activity_has_its_neutral_name_and_of_a_draft_no_address(slot):
    slot.activity.themes.add(make.make_theme(is_sensitive=True, neutral_name_fi="Tukea"))
    slot.activity.neutral_name_fi = "Vertaisryhmä"
    slot.activity.state = "draft"
    slot.activity.save()
    client = desk.sign_in(desk.coordinator())
    cancel(client, slot)

    text = parse(client.get(WEEK)).find(".//textarea").text

    assert "Vertaisryhmä ti 24.11.2026" in text
    assert "Perhekahvila" not in text
    assert "http" not in text


@pytest.mark.parametrize("new", ["9" * 5000, "9" * 30, "\x00", "-1", "²", "abc"], ids=lambda new: new[:5])
def test_address_that_names_no_cancellation_shows_the_week_with_no_text_open(slot, new):
    client = desk.sign_in(desk.coordinator())
    cancel(client, slot)

    page = parse(client.get(WEEK, {"tehty": new}))

    row = next(e for e in page.iter("li") if e.get("id") == f"aika-{slot.pk}-2026-11-24")
    assert [e for e in row.iter("details") if e.get("open") is not None] == []
    assert len(row.findall(".//textarea")) == 1


def test_two_presses_make_one_change(slot):
    client = desk.sign_in(desk.coordinator())

    addresses = [cancel(client, slot).headers["Location"] for _press in range(2)]

    assert len(changes()) == 1
    assert LogEntry.objects.count() == 1
    assert addresses[1] == f"{WEEK}#aika-{slot.pk}-2026-11-24"


def test_session_added_after_a_cancellation_can_be_cancelled_too(slot):
    client = desk.sign_in(desk.coordinator())
    cancel(client, slot)
    cal.make_change(slot=slot, kind="extra", on=TODAY, at="14.00")

    cancel(client, slot)

    assert len(changes()) == 3
    calendar = calendar_of("fi", caching.current_revision())
    assert {each.status for each in calendar.timetable(TODAY, TODAY).occurrences} == {Status.CANCELLED}


@pytest.mark.parametrize(
    ("on", "fields"),
    [
        (TODAY + dt.timedelta(1), {}),
        (TODAY, {"reason_kind": "hangover"}),
        (TODAY, {"reason_kind": ""}),
        (dt.date(2029, 1, 2), {}),
    ],
)
def test_what_cannot_be_cancelled_is_refused_in_words(slot, on, fields):
    response = cancel(desk.sign_in(desk.coordinator()), slot, on=on, **fields)

    assert response.status_code == 400
    assert len(main(parse(response)).findall(".//ul[@class='errorlist']/li")) == 1
    assert changes() == []


@pytest.mark.parametrize("data", [{}, {"slot": "x", "on": "y"}, {"slot": "9" * 40, "on": "2026-11-24"}])
def test_form_that_is_none_of_ours_is_not_found(slot, data):
    client = desk.sign_in(desk.coordinator())
    data |= {"reason_kind": "leader", "change": "1"}

    answers = [
        client.post(f"{WEEK}peru/", data),
        client.post(f"{WEEK}palauta/", data),
        client.get(f"{WEEK}peru/", data),
    ]

    assert [answer.status_code for answer in answers] == [404] * 3
    assert changes() == []


# --- A range ----------------------------------------------------------------------------------------
def test_range_is_cancelled_by_one_change(slot):
    client = desk.sign_in(desk.coordinator())

    cancel(client, slot, from_on="2026-11-24", until_on="2026-12-10", reason_kind="place")

    assert changes() == [(slot.pk, "cancelled", TODAY, dt.date(2026, 12, 10), "place")]
    text = parse(client.get(WEEK)).find(".//textarea").text
    assert "24.11.2026–10.12.2026" in text


@pytest.mark.parametrize(
    ("first", "last", "field"),
    [
        ("2026-11-24", "2026-11-23", "until_on"),  # ends before it begins
        ("2026-11-25", "2026-11-30", "until_on"),  # no Tuesday between
        ("2026-11-24", "9999-12-31", "until_on"),
        ("2026-11-24", "2027-11-26", "until_on"),  # a day over a year and a day
        ("1900-01-01", "2026-12-31", "from_on"),
        ("2026-11-24", "kesään asti", "until_on"),
    ],
)
def test_range_that_cannot_be_is_refused_at_its_field(slot, first, last, field):
    response = cancel(desk.sign_in(desk.coordinator()), slot, from_on=first, until_on=last)

    assert response.status_code == 400
    wrong = [e.get("name") for e in main(parse(response)).iter("input") if e.get("aria-invalid") == "true"]
    assert wrong == [field]
    assert changes() == []


def test_range_may_be_as_long_as_on_the_form_of_the_time(slot):
    cancel(desk.sign_in(desk.coordinator()), slot, from_on="2026-11-24", until_on="2027-11-25")

    assert changes() == [(slot.pk, "cancelled", TODAY, dt.date(2027, 11, 25), "leader")]


def test_time_whose_rhythm_varies_is_cancelled_only_where_it_is_told_to_be_held(slot):
    varying = cal.make_slot(activity=slot.activity, weekday=None, rhythm="varies")
    cal.make_change(slot=varying, kind="extra", on=dt.date(2026, 11, 26))
    client = desk.sign_in(desk.coordinator())

    statuses = [cancel(client, varying, on=day).status_code for day in (TODAY, dt.date(2026, 11, 26))]

    assert statuses == [400, 303]


# --- Restoring --------------------------------------------------------------------------------------
def test_restoring_takes_the_cancellation_away_and_is_logged(slot):
    kaisa = desk.coordinator()
    client = desk.sign_in(kaisa)
    cancel(client, slot)
    made = SlotChange.objects.get()

    responses = [restore(client, made) for _press in range(2)]

    assert [r.headers["Location"] for r in responses] == [f"{WEEK}#aika-{slot.pk}-2026-11-24"] * 2
    assert changes() == []
    assert LogEntry.objects.filter(user=kaisa, object_id=slot.activity_id).count() == 2
    newest = SlotChange.history.first()
    assert (newest.history_type, newest.history_user) == ("-", kaisa)


def test_only_a_cancellation_is_restored(slot):
    moved = cal.make_change(slot=slot, kind="moved", on=TODAY, to_on=TODAY + dt.timedelta(1))

    restore(desk.sign_in(desk.coordinator()), moved)

    assert len(changes()) == 1


def test_restored_is_said_only_when_something_was(slot):
    made = cal.make_change(slot=slot, on=TODAY)
    others = cal.make_change(slot=cal.make_slot(), on=TODAY)
    client = desk.sign_in(desk.coordinator())

    def press(change) -> list[str]:
        data = {"change": change, "slot": slot.pk, "on": TODAY.isoformat()}
        page = client.post(f"{WEEK}palauta/", data, follow=True)
        return [words(e) for e in parse(page).iter() if e.get("class") == "desk-told"]

    told = [press(change) for change in (others.pk, "9" * 30, made.pk, made.pk)]

    with override("fi"):
        absent, restored = _t("The cancellation is not there any more."), _t("Restored. Families see it now.")
    assert told == [[absent], [absent], [restored], [absent]]
    assert SlotChange.objects.get() == others
