"""The desk's week: what stands on it, for whom, and who may cancel from it."""

from __future__ import annotations

import datetime as dt

import pytest
from django.contrib.admin.models import LogEntry
from django.test import Client

from meetingplaces.models import SlotChange
from perhekeskus import dates
from tests import calendar_factories as cal
from tests import desk
from tests import factories as make
from tests.reading import all_words, main, parse, words
from tests.week_desk import TODAY, WEEK, cancel, changes, family_cafe, restore

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def a_tuesday(monkeypatch):
    monkeypatch.setattr(dates, "today", lambda: TODAY)


@pytest.fixture
def own():
    return make.make_actor(name="MLL")


@pytest.fixture
def slot(own):
    return family_cafe(own)


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
