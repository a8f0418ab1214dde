"""What the calendar's desk and the cancel link tell of their state: titles, names, errors and the focus."""

from __future__ import annotations

import datetime as dt

import pytest
from django.utils.translation import gettext as _t
from django.utils.translation import override

from meetingplaces.cancel_link import token_for
from meetingplaces.models import Break, SlotChange, WeeklySlot
from perhekeskus import dates
from tests import calendar_factories as cal
from tests import desk
from tests import factories as make
from tests.reading import headings, main, parse, words

pytestmark = pytest.mark.django_db

TODAY = dt.date(2026, 11, 24)  # a Tuesday
WEEK = "/admin/viikko/2026-W48/"


@pytest.fixture(autouse=True)
def a_tuesday(monkeypatch):
    monkeypatch.setattr(dates, "today", lambda: TODAY)


@pytest.fixture
def client():
    return desk.sign_in(desk.coordinator())


@pytest.fixture
def slot():
    """A family café of an actor, on Tuesdays in Tupa."""
    activity = cal.make_activity(name="Perhekahvila", organisers=[make.make_actor(name="MLL")])
    return cal.make_slot(activity=activity, place=cal.make_meeting_place(name="Tupa"))


def cancel(client, slot, **fields):
    data = {"slot": slot.pk, "on": "2026-11-24", "reason_kind": "leader"} | fields
    return client.post(f"{WEEK}peru/", data)


def title(response) -> str:
    return words(parse(response).find(".//title"))


def begun_at(response) -> list[str]:
    """The classes and the first words of what takes the focus when the page opens."""
    told = [e for e in parse(response).iter() if e.get("autofocus") is not None and e.get("tabindex") == "-1"]
    return [f"{e.get('class').split()[0]}: {words(next(iter(e), e)) or words(e)}" for e in told]


def in_finnish(text: str) -> str:
    with override("fi"):
        return _t(text)


def controls(root) -> list[str]:
    """The words of each thing that one can press, in order."""
    return [words(e) for e in root.iter() if e.tag in ("button", "summary", "a")]


# --- The desk's week --------------------------------------------------------------------------------
def test_what_was_done_is_told_in_its_session_and_nowhere_else(client, slot):
    cal.make_slot(activity=slot.activity, at="17.00")

    def told(response) -> dict[str, str]:
        root = main(parse(client.get(response.headers["Location"].partition("#")[0])))
        assert [e for e in root.iter("ul") if e.get("class") == "messagelist"] == []
        rows = [e for e in root.iter("li") if e.get("id", "").startswith("aika-")]
        assert [row.get("tabindex") for row in rows] == ["-1", "-1"]
        return {row.get("id"): words(p) for row in rows for p in row.findall("./p[@role='status']")}

    anchor = f"aika-{slot.pk}-2026-11-24"
    assert told(cancel(client, slot)) == {anchor: in_finnish("Cancelled. Families see it now.")}
    assert told(cancel(client, slot)) == {anchor: in_finnish("This was cancelled already.")}
    data = {"change": SlotChange.objects.get().pk, "slot": slot.pk, "on": "2026-11-24"}
    restored = client.post(f"{WEEK}palauta/", data)
    assert told(restored) == {anchor: in_finnish("Restored. Families see it now.")}


def test_what_was_done_to_a_session_of_another_week_is_told_above(client, slot):
    cancel(client, slot)

    root = main(parse(client.get("/admin/viikko/2026-W49/")))

    [messages] = [e for e in root.iter("ul") if e.get("class") == "messagelist"]
    assert words(messages) == in_finnish("Cancelled. Families see it now.")
    assert root.findall(".//p[@role='status']") == []


def test_each_thing_to_press_has_a_name_of_its_own(client, slot):
    place = cal.make_meeting_place(name="Kirjasto")
    second = cal.make_slot(activity=slot.activity, place=place)
    cal.make_slot(activity=slot.activity, weekday=4)
    third = cal.make_slot(activity=slot.activity, weekday=5)
    fourth = cal.make_slot(activity=slot.activity, weekday=6)
    for gone in (third, fourth):
        cancel(client, gone, on="2026-11-24", from_on="2026-11-24", until_on="2026-12-10")

    days = [e for e in parse(client.get(WEEK)).iter("section") if (e.get("id") or "").startswith("paiva-")]
    names = [name for day in days for row in day.findall("./ul/li") for name in controls(row)]

    reasons = {label for _value, label in SlotChange._meta.get_field("reason_kind").flatchoices}
    copying = in_finnish("Copy the text")  # each below a heading of its own
    alike = [name for name in names if name not in reasons | {copying}]
    assert len(alike) == len(set(alike)) == 3 * 3 + 2 * 3
    longer = in_finnish("Cancel for a longer time")
    assert f"{longer}: Tiistai 24.11.2026 9.30–11.30 Perhekahvila, Kirjasto" in alike
    assert second.place == place


def test_titles_tell_the_week_the_activity_and_an_error(client, slot):
    week, link, longer = (
        in_finnish(each) for each in ("The week", "Cancel link", "Cancel for a longer time")
    )
    range_page = f"{WEEK}peru/?slot={slot.pk}&on=2026-11-24"

    titles = [
        title(client.get(WEEK)),
        title(client.get(f"/admin/viikko/linkki/{slot.activity_id}/")),
        title(client.get(range_page)),
        title(cancel(client, slot, reason_kind="")),
    ]

    assert [each.rpartition(" | ")[0] for each in titles] == [
        f"Viikko 48: 23.11.2026–29.11.2026 | {week}",
        f"Perhekahvila | {link}",
        f"Perhekahvila: {slot} | {longer}",
        f"{in_finnish('Error:')} Perhekahvila: {slot} | {longer}",
    ]
    assert headings(parse(client.get(WEEK)))[:2] == [(1, week), (2, "Viikko 48: 23.11.2026–29.11.2026")]


def test_emptied_first_day_is_an_error_at_its_field(client, slot):
    response = cancel(client, slot, from_on="", until_on="2026-12-10")

    wrong = [e.get("name") for e in main(parse(response)).iter("input") if e.get("aria-invalid") == "true"]
    assert (response.status_code, wrong) == (400, ["from_on"])
    assert not SlotChange.objects.exists()


def test_two_clicks_that_are_refused_ask_for_the_days_from_their_own_on(client, slot):
    root = main(parse(cancel(client, slot, reason_kind="")))

    assert [e.get("value") for e in root.iter("input") if e.get("name") == "from_on"] == ["2026-11-24"]


# --- Breaks and seasons -----------------------------------------------------------------------------
def test_what_a_break_touches_has_the_focus_and_the_title(client, slot):
    address = desk.address("add", Break)
    form = desk.form_of(client.get(address)) | {"name_fi": "Loma", "activities": [str(slot.activity_id)]}
    form |= {"from_on": "2026-12-01", "until_on": "2026-12-10", "_touched": "1"}
    form.pop("_save")

    shown, refused = client.post(address, form), client.post(address, form | {"until_on": ""})

    words_of_it = in_finnish("What this break would touch")
    assert begun_at(shown) == [f"desk-panel: {words_of_it}"]
    assert title(shown).startswith(f"{words_of_it} | ")
    assert begun_at(refused) == []  # js/admin.js goes to the error note
    assert title(refused).startswith(f"{in_finnish('Error:')} ")


def test_copying_a_season_tells_which_step_it_is(client, slot):
    def press(**days):
        sent = {"action": "copy_season", "_selected_action": [slot.pk]}
        return client.post(desk.address("changelist", WeeklySlot), sent | days)

    asked = press()
    wrong = press(first_on="", last_on="2027-05-28")
    plan = press(first_on="2027-01-11", last_on="2027-05-28")
    slot.valid_from_on = dt.date(2027, 2, 1)
    slot.save()
    fault = press(first_on="2027-01-11", last_on="2027-05-28")

    copying = in_finnish("Copy a season")
    done, cannot = (
        in_finnish(each)
        for each in ("This is what will be done. Nothing has been saved yet.", "This cannot be copied")
    )
    assert [title(each).rpartition(" | ")[0] for each in (asked, wrong, plan, fault)] == [
        copying,
        f"{in_finnish('Error:')} {copying}",
        f"{done} | {copying}",
        f"{cannot} | {copying}",
    ]
    assert [begun_at(each) for each in (asked, wrong, plan, fault)] == [
        [],
        [f"errornote: {in_finnish('Nothing was copied. Check this.')}"],
        [f"desk-panel: {done}"],
        [f"desk-panel: {cannot}"],
    ]


# --- The cancel link --------------------------------------------------------------------------------
@pytest.fixture
def two(slot):
    """The address of an activity that has two sessions today; and the later one's key."""
    second = cal.make_slot(activity=slot.activity, at="17.00")
    return f"/peru/{token_for(slot.activity)}/", f"{second.pk}.2026-11-24"


def test_missing_reason_is_told_at_its_own_session_and_leads_to_its_first_choice(client, two):
    address, key = two

    root = main(parse(client.post(address, {"session": key})))

    error = in_finnish("Choose the reason.")
    [link] = root.findall(".//div[@class='error-summary section--tight']/ul/li/a")
    assert words(link) == f"Tänään, tiistai 24.11.2026 17.00: {error}"
    groups = list(root.iter("fieldset"))
    assert [group.get("aria-invalid") for group in groups] == [None, "true"]
    first = next(groups[1].iter("input"))
    assert link.get("href") == f"#{first.get('id')}"
    [told] = [e for e in root.iter() if e.get("id") == groups[1].get("aria-describedby")]
    assert words(told) == error
    assert told in list(groups[1])
    assert groups[0].get("aria-describedby") is None


def test_session_cancelled_meanwhile_and_sent_without_a_reason_is_told_in_words(client, slot, two):
    address, key = two
    cancel(client, slot)

    root = main(parse(client.post(address, {"session": f"{slot.pk}.2026-11-24"})))

    [told] = root.findall(".//div[@class='error-summary section--tight']/ul/li")
    assert words(told) == in_finnish("Choose the reason.")
    assert [group.get("aria-invalid") for group in root.iter("fieldset")] == [None]


def test_two_sessions_are_told_apart_in_each_question_and_button(client, two):
    root = main(parse(client.get(two[0])))

    whens = ["Tänään, tiistai 24.11.2026 9.30–11.30", "Tänään, tiistai 24.11.2026 17.00"]
    assert [words(e) for e in root.iter("legend")] == [f"{in_finnish('Why?')} {when}" for when in whens]
    pressed = [words(e) for e in root.iter("button") if e.get("type") == "submit"]
    assert pressed == [f"{in_finnish('Cancel this session')}: {when}" for when in whens]


def test_title_of_the_link_says_that_it_is_done(client, two):
    address, key = two
    before = title(client.get(address))

    after = title(
        client.get(client.post(address, {"session": key, "reason_kind": "leader"}).headers["Location"])
    )

    assert before.partition(" · ")[0] == in_finnish("Cancel a session")
    assert after.partition(" · ")[0] == in_finnish("It is cancelled")
