"""The desk's week: what stands on it for whom, and cancelling and restoring from it."""

from __future__ import annotations

import datetime as dt

import pytest
from django.contrib.admin.models import CHANGE, LogEntry
from django.test import Client
from django.utils.translation import gettext as _t
from django.utils.translation import override

from meetingplaces.calendar import calendar_of
from meetingplaces.models import SlotChange
from meetingplaces.timetable import Status
from perhekeskus import caching, dates
from tests import calendar_factories as cal
from tests import desk
from tests import factories as make
from tests.reading import all_words, main, parse, words

pytestmark = pytest.mark.django_db

TODAY = dt.date(2026, 11, 24)  # a Tuesday
WEEK = "/admin/viikko/2026-W48/"


@pytest.fixture(autouse=True)
def a_tuesday(monkeypatch):
    monkeypatch.setattr(dates, "today", lambda: TODAY)


@pytest.fixture
def own():
    return make.make_actor(name="MLL")


@pytest.fixture
def slot(own):
    """A family café of the editor's own actor, on Tuesdays."""
    return cal.make_slot(activity=cal.make_activity(name="Perhekahvila", organisers=[own]))


def cancel(client: Client, slot, *, week: str = WEEK, on: dt.date = TODAY, **fields):
    data = {"slot": slot.pk, "on": on.isoformat(), "reason_kind": "leader"} | fields
    return client.post(f"{week}peru/", data)


def restore(client: Client, change, *, on: dt.date = TODAY):
    data = {"change": change.pk, "slot": change.slot_id, "on": on.isoformat()}
    return client.post(f"{WEEK}palauta/", data)


def sessions_by_day(response) -> dict[str, list[str]]:
    """The first words of each session (time, name, notes, place), by the day's heading."""
    days = main_sections(response)
    return {
        words(day.find("h3")): all_words(day, "./ul/li/p[@class='desk-session']")
        for day in days
        if day.find("./ul") is not None
    }


def main_sections(response) -> list:
    return [e for e in parse(response).iter("section") if (e.get("id") or "").startswith("paiva-")]


def changes() -> list[tuple]:
    return list(
        SlotChange.objects.order_by("pk").values_list("slot", "kind", "from_on", "until_on", "reason_kind")
    )


# --- What stands on it ------------------------------------------------------------------------------
def test_address_without_a_week_leads_to_this_week():
    response = desk.sign_in(desk.coordinator()).get("/admin/viikko/")

    assert (response.status_code, response.headers["Location"]) == (302, WEEK)


def test_coordinator_sees_every_session_by_day_of_drafts_too(slot):
    place = cal.make_meeting_place(name="Kirjasto")
    draft = cal.make_activity(name="Vauvamuskari", state="draft")
    cal.make_slot(activity=draft, place=place, weekday=4, at="13.00")
    cal.make_slot(activity=draft, weekday=2, at="8.00–9.00")
    cal.make_slot(activity=cal.make_activity(name="Vanha kerho", state="archived"))

    page = desk.sign_in(desk.coordinator()).get(WEEK)

    shown = sessions_by_day(page)
    assert [[" ".join(each.split()[:2]) for each in day] for day in shown.values()] == [
        ["8.00–9.00 Vauvamuskari", "9.30–11.30 Perhekahvila"],
        ["13.00 Vauvamuskari"],
    ]
    [tuesday, thursday] = shown
    assert tuesday.startswith("Tiistai 24.11.2026")
    assert thursday == "Torstai 26.11.2026"
    assert "Kirjasto" in shown[thursday][0]
    assert len(main_sections(page)) == 7


def test_editor_sees_its_own_alone(slot, own):
    cal.make_slot(activity=cal.make_activity(name="Toisten kerho", organisers=[make.make_actor()]))
    cal.make_slot(activity=cal.make_activity(name="Kenenkään kerho"))

    shown = sessions_by_day(desk.sign_in(desk.editor(own)).get(WEEK))

    assert [[each.split()[1] for each in day] for day in shown.values()] == [["Perhekahvila"]]


def test_day_tells_its_break_and_its_public_holiday_once(slot, own):
    cal.make_slot(activity=slot.activity, weekday=2, at="17.00")
    cal.make_slot(activity=slot.activity, weekday=5)
    cal.make_slot(activity=cal.make_activity(name="Kerho"), weekday=5)
    cal.make_break(name="Joulutauko", first=dt.date(2026, 12, 22), last=dt.date(2026, 12, 22), actors=[own])

    days = main_sections(desk.sign_in(desk.coordinator()).get("/admin/viikko/2026-W52/"))

    assert [words(e) for e in days[1].findall("p")][0].endswith(", Joulutauko: Perhekahvila, Perhekahvila")
    assert [words(e) for e in days[4].findall("p")][0].endswith(", Joulupäivä: Perhekahvila, Kerho")
    assert words(days[4].find("h3")) == "Perjantai 25.12.2026 Joulupäivä"


def test_moved_and_extra_sessions_say_so(slot):
    cal.make_change(slot=slot, kind="moved", on=TODAY, to_on=dt.date(2026, 11, 26), at="10.00")
    cal.make_change(slot=slot, kind="extra", on=dt.date(2026, 11, 28))

    page = desk.sign_in(desk.coordinator()).get(WEEK)

    [[away], [here], [_extra]] = sessions_by_day(page).values()
    assert away.endswith("26.11.2026")
    assert here.startswith("10.00 Perhekahvila")
    assert here.endswith("24.11.2026")
    # A session that was moved away is cancelled where it is held.
    posted = [form.get("action") for form in main(parse(page)).iter("form")]
    assert posted == [f"{WEEK}peru/"] * 2


@pytest.mark.parametrize("week", ["2026-W54", "2027-W53", "2026-W00", "2024-W46", "2028-W48", "viikko"])
def test_what_is_no_week_or_too_far_is_not_found(slot, week):
    client = desk.sign_in(desk.coordinator())
    address = f"/admin/viikko/{week}/"

    statuses = [
        client.get(address).status_code,
        cancel(client, slot, week=address).status_code,
        client.post(f"{address}palauta/", {"change": 1, "slot": slot.pk, "on": "2026-11-24"}).status_code,
    ]
    assert statuses == [404, 404, 404]
    assert changes() == []


def test_previous_and_next_stop_two_years_away():
    client = desk.sign_in(desk.coordinator())

    def ways(week: str) -> list[str]:
        nav = next(
            e
            for e in parse(client.get(f"/admin/viikko/{week}/")).iter("nav")
            if "desk-week__ways" in e.get("class", "")
        )
        return [a.get("href").removeprefix("/admin/viikko/") for a in nav.iter("a")]

    assert ways("2026-W48") == ["2026-W47/", "2026-W49/"]
    assert ways("2024-W47") == ["2026-W48/", "2024-W48/"]
    assert ways("2028-W47") == ["2028-W46/", "2026-W48/"]


@pytest.mark.parametrize("count", [1, 3])
def test_week_costs_the_same_however_much_is_on(django_assert_num_queries, count):
    place = cal.make_meeting_place()
    for _number in range(count):
        slot = cal.make_slot(activity=cal.make_activity(organisers=[make.make_actor()]), place=place)
        cal.make_change(slot=slot, on=TODAY)
    client = desk.sign_in(desk.coordinator())
    client.get(WEEK)

    with django_assert_num_queries(31):
        assert len(sessions_by_day(client.get(WEEK))["Tiistai 24.11.2026 Tänään"]) == count


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


# --- Who may ----------------------------------------------------------------------------------------
def test_editor_cancels_and_restores_its_own_at_once(slot, own):
    client = desk.sign_in(desk.editor(own))

    cancel(client, slot)
    assert changes() == [(slot.pk, "cancelled", TODAY, None, "leader")]
    restore(client, SlotChange.objects.get())
    assert changes() == []


def test_editor_touches_nothing_of_others(slot):
    client = desk.sign_in(desk.editor(make.make_actor(name="Toinen")))
    made = cal.make_change(slot=slot, on=dt.date(2026, 12, 1))

    statuses = [cancel(client, slot).status_code, restore(client, made).status_code]
    statuses += [client.get(link_of(slot)).status_code, client.post(link_of(slot)).status_code]

    assert statuses == [404] * 4
    assert changes() == [(slot.pk, "cancelled", dt.date(2026, 12, 1), None, "")]
    assert version_of(slot) == 1
    assert not LogEntry.objects.exists()


@pytest.mark.parametrize("who", ["nobody", "member without a role"])
def test_others_do_not_come_in(slot, who):
    client = desk.sign_in(None if who == "nobody" else desk.member(actors=slot.activity.organisers.all()))
    made = cal.make_change(slot=slot, on=dt.date(2026, 12, 1))

    answers = [client.get(WEEK), cancel(client, slot), restore(client, made)]
    answers += [client.get(link_of(slot)), client.post(link_of(slot))]

    assert [answer.status_code for answer in answers] == [302 if who == "nobody" else 403] * 5
    assert len(changes()) == 1
    assert version_of(slot) == 1


def test_form_from_another_site_is_refused(slot):
    client = Client(enforce_csrf_checks=True)
    client.force_login(desk.coordinator())

    assert cancel(client, slot).status_code == 403
    assert changes() == []


def test_reading_asks_for_the_days_and_cancels_nothing(slot):
    client = desk.sign_in(desk.coordinator())
    ways = [a.get("href") for a in main(parse(client.get(WEEK))).iter("a")]

    [address] = [way for way in ways if way.startswith(f"{WEEK}peru/")]
    page = main(parse(client.get(address)))

    sent = {
        e.get("name"): e.get("value") for e in page.iter("input") if e.get("name") != "csrfmiddlewaretoken"
    }
    day = TODAY.isoformat()
    assert sent == {"slot": str(slot.pk), "on": day, "from_on": day, "until_on": None}
    assert client.get(f"{WEEK}palauta/").status_code == 405
    assert changes() == []


# --- The cancel link's page -------------------------------------------------------------------------
def link_of(slot) -> str:
    return f"/admin/viikko/linkki/{slot.activity_id}/"


def version_of(slot) -> int:
    slot.activity.refresh_from_db()
    return slot.activity.cancel_link_version


def test_editor_finds_the_link_from_the_week_and_makes_a_new_one(slot, own):
    anna = desk.editor(own)
    client = desk.sign_in(anna)
    address = next(a.get("href") for a in parse(client.get(WEEK)).iter("a") if "/linkki/" in a.get("href"))
    old = parse(client.get(address)).find(".//textarea").text.strip()
    assert old.startswith("http://testserver/peru/")

    response = client.post(address)

    assert (response.status_code, response.headers["Location"]) == (303, address)
    new = parse(client.get(address)).find(".//textarea").text.strip()
    path = [link.removeprefix("http://testserver") for link in (old, new)]
    assert [Client().get(each).status_code for each in path] == [410, 200]
    entry = LogEntry.objects.get()
    assert (entry.user, entry.object_id) == (anna, str(slot.activity_id))


def test_first_page_of_the_desk_leads_to_the_week_and_coordinators_to_coverage(own):
    def ways(who) -> list[str]:
        page = parse(desk.sign_in(who).get("/admin/"))
        nav = page.find(".//nav[@class='desk-ways']")
        return [] if nav is None else [a.get("href") for a in nav.iter("a")]

    assert ways(desk.coordinator()) == ["/admin/viikko/", "/admin/kattavuus/"]
    assert ways(desk.editor(own)) == ["/admin/viikko/"]
    assert ways(desk.member()) == []
