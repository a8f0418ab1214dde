"""An organiser's cancel link: whom it lets in, what it cancels, and who is told."""

from __future__ import annotations

import datetime as dt
import time
from smtplib import SMTPServerDisconnected

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.test import Client

from meetingplaces import cancel_link
from meetingplaces.calendar import calendar_of
from meetingplaces.models import SlotChange
from meetingplaces.timetable import Status
from perhekeskus import caching, dates
from tests import calendar_factories as cal
from tests import desk
from tests import factories as make
from tests.reading import all_words, headings, main, meta, parse, words

pytestmark = pytest.mark.django_db

TODAY = dt.date(2026, 11, 24)  # a Tuesday
TOMORROW = dt.date(2026, 11, 25)


@pytest.fixture(autouse=True)
def a_tuesday(monkeypatch):
    monkeypatch.setattr(dates, "today", lambda: TODAY)


@pytest.fixture
def activity():
    """A family café on Tuesdays."""
    activity = cal.make_activity(name="Perhekahvila", name_sv="Familjecaféet")
    cal.make_slot(activity=activity)
    return activity


def address(activity) -> str:
    return f"/peru/{cancel_link.token_for(activity)}/"


def slot_of(activity):
    return activity.slots.get()


def press(
    client: Client,
    activity,
    *,
    link: str = "",
    on: dt.date = TODAY,
    slot: int | None = None,
    reason: str = "leader",
):
    session = f"{slot or slot_of(activity).pk}.{on.isoformat()}"
    return client.post(link or address(activity), {"session": session, "reason_kind": reason})


def changes() -> list[tuple]:
    return list(SlotChange.objects.values_list("slot", "kind", "from_on", "until_on", "reason_kind"))


# --- Looking ----------------------------------------------------------------------------------------
def test_page_offers_todays_and_tomorrows_sessions_and_no_others(client, activity):
    cal.make_slot(activity=activity, weekday=3, at="17.00")
    cal.make_slot(activity=activity, weekday=4)
    cal.make_slot(activity=cal.make_activity(name="Muu toiminta"), weekday=2)

    root = parse(client.get(address(activity)))

    assert [text.partition(", ")[2] for level, text in headings(root) if level == 2] == [
        "tiistai 24.11.2026 9.30–11.30",
        "keskiviikko 25.11.2026 17.00",
    ]
    [form, _tomorrow] = main(root).iter("form")
    radios = [e for e in form.iter("input") if e.get("type") == "radio"]
    assert [e.get("value") for e in radios] == ["leader", "few", "place", "weather", "other"]
    assert len(list(form.iter("button"))) == 1
    assert changes() == []


def test_page_of_a_day_without_sessions_says_so(client, activity):
    cal.make_break(first=TODAY, last=TODAY, activities=[activity])

    root = parse(client.get(address(activity)))

    assert list(main(root).iter("form")) == []
    assert len(all_words(main(root), ".//p[@class='lead']")) == 1


def test_page_leaves_no_trace_and_does_not_carry_its_own_address(client, activity):
    response = client.get(address(activity))

    assert response.headers["Cache-Control"] == "no-store"
    assert response.headers["Referrer-Policy"] == "no-referrer"
    root = parse(response)
    assert meta(root, "robots") == "noindex"
    assert response.content.decode().count(cancel_link.token_for(activity).split(".")[0]) == 0
    assert "Set-Cookie" not in response.headers


@pytest.mark.parametrize(
    ("asked", "lang", "name"),
    [
        ("", "fi", "Perhekahvila"),
        ("sv", "sv", "Familjecaféet"),
        ("fi-selko", "fi", "Perhekahvila"),
        ("xx", "fi", "Perhekahvila"),
    ],
)
def test_page_speaks_the_language_that_is_asked_and_leads_to_the_others(client, activity, asked, lang, name):
    response = client.get(address(activity), {"kieli": asked})

    root = parse(response)
    assert (root.get("lang"), response.headers["Content-Language"]) == (lang, lang)
    assert words(root.find(".//h1")).endswith(f": {name}")
    switcher = next(e for e in root.iter("nav") if e.get("class") == "languages")
    links = [a.get("href") for a in switcher.iter("a")]
    assert links == ["?kieli=fi", "?kieli=fi-selko", "?kieli=sv", "?kieli=en"]
    assert [a.get("href") for a in switcher.iter("a") if a.get("aria-current")] == [
        f"?kieli={asked if asked in ('sv', 'fi-selko') else 'fi'}"
    ]


# --- Pressing ---------------------------------------------------------------------------------------
def test_press_cancels_that_session_and_the_public_sees_it_at_once(client, activity):
    before = calendar_of("fi", caching.current_revision()).timetable(TODAY, TODAY).occurrences

    link = address(activity)

    response = press(client, activity, link=link)

    slot = slot_of(activity)
    assert changes() == [(slot.pk, "cancelled", TODAY, None, "leader")]
    assert response.status_code == 303
    assert response.headers["Location"] == f"{link}?kieli=fi&tehty={slot.pk}.2026-11-24"
    after = calendar_of("fi", caching.current_revision()).timetable(TODAY, TODAY).occurrences
    assert [s.status for s in before + after] == [Status.HELD, Status.CANCELLED]
    record = SlotChange.history.get()
    assert (record.history_change_reason, record.history_user) == ("cancel link", None)


def test_page_after_the_press_says_that_it_is_done_and_has_the_text_and_a_way_to_the_public_page(
    client, activity
):
    root = main(parse(client.get(press(client, activity).headers["Location"])))

    assert root.find(".//div[@role='status']/h2") is not None
    assert list(root.iter("form")) == []
    assert words(root.find(".//h2/s")) == "Tänään, tiistai 24.11.2026 9.30–11.30"
    finnish, swedish = root.find(".//textarea").text.strip().split("\n\n")
    assert "Perhekahvila ti 24.11.2026" in finnish
    assert finnish.endswith(f"http://testserver/toiminta/{activity.slug}/")
    assert "Familjecaféet tis 24.11.2026" in swedish
    assert f"/toiminta/{activity.slug}/" in [a.get("href") for a in root.iter("a")]


@pytest.mark.parametrize("done", ["", "1.2026-11-24", "x", "999.2026-11-24"])
def test_page_says_that_it_is_done_only_when_it_is(client, activity, done):
    root = main(parse(client.get(address(activity), {"tehty": done})))

    assert root.find(".//div[@role='status']") is None


def test_tomorrows_session_can_be_cancelled(client, activity):
    tomorrow = cal.make_slot(activity=activity, weekday=3)

    press(client, activity, on=TOMORROW, slot=tomorrow.pk)

    assert changes() == [(tomorrow.pk, "cancelled", TOMORROW, None, "leader")]


def test_two_presses_make_one_change_and_one_mail(client, activity, django_capture_on_commit_callbacks):
    desk.coordinator()
    link = address(activity)

    with django_capture_on_commit_callbacks(execute=True):
        answers = [press(client, activity, link=link) for _press in range(2)]

    assert answers[0].headers["Location"] == answers[1].headers["Location"]
    assert len(changes()) == 1
    assert len(mail.outbox) == 1


def test_nothing_but_todays_and_tomorrows_own_sessions_is_cancelled(client, activity):
    other = cal.make_slot(activity=cal.make_activity(name="Muu toiminta"))
    slot = slot_of(activity)

    answers = [
        press(client, activity, on=TODAY + dt.timedelta(7)),
        press(client, activity, on=TODAY - dt.timedelta(7)),
        press(client, activity, on=TOMORROW),
        press(client, activity, slot=other.pk),
        client.post(address(activity), {"session": f"{slot.pk}.9999-99-99", "reason_kind": "leader"}),
        client.post(address(activity), {"reason_kind": "leader"}),
    ]

    assert [answer.status_code for answer in answers] == [400] * 6
    assert {
        len(all_words(parse(a), ".//div[@class='error-summary section--tight']/ul/li")) for a in answers
    } == {1}
    assert changes() == []


@pytest.mark.parametrize("reason", ["", "hangover"])
def test_reason_is_chosen_from_the_list(client, activity, reason):
    response = press(client, activity, reason=reason)

    assert response.status_code == 400
    assert changes() == []


def test_press_needs_no_cookie_and_no_referrer(activity):
    client = Client(enforce_csrf_checks=True)

    response = client.post(
        address(activity),
        {"session": f"{slot_of(activity).pk}.2026-11-24", "reason_kind": "leader"},
        secure=True,
        headers={"origin": "null"},
    )

    assert response.status_code == 303
    assert len(changes()) == 1


@pytest.mark.parametrize("way", ["put", "delete"])
def test_other_ways_of_asking_are_refused(client, activity, way):
    assert getattr(client, way)(address(activity)).status_code == 405


# --- Links that do not work -------------------------------------------------------------------------
def refused(client, path: str) -> tuple[int, int]:
    """The statuses of looking and of pressing; both must be a page in words that has cancelled nothing."""
    slot = SlotChange.slot.field.related_model.objects.first()
    answers = [
        client.get(path),
        client.post(path, {"session": f"{slot.pk}.2026-11-24", "reason_kind": "leader"}),
    ]
    for answer in answers:
        assert answer.headers["Cache-Control"] == "no-store"
        assert len(all_words(main(parse(answer)), ".//p[@class='lead']")) == 1
    assert changes() == []
    return answers[0].status_code, answers[1].status_code


def test_tampered_link_is_refused(client, activity):
    token = cancel_link.token_for(activity)
    another = cal.make_activity().uuid.hex
    forged = token.replace(activity.uuid.hex, another)
    assert forged != token
    broken = [
        forged,
        token[:-1],
        token + "x",
        token.replace("-1.", "-2."),
        "x",
        "ä.b.c",
        "..",
        "a" * 3000,
        "%00",
    ]

    assert [refused(client, f"/peru/{each}/") for each in broken] == [(404, 404)] * len(broken)


def test_revoked_link_is_refused_and_the_new_one_works(client, activity):
    old = address(activity)
    cancel_link.revoke(activity)
    activity.refresh_from_db()

    assert refused(client, old) == (410, 410)
    assert client.get(address(activity)).status_code == 200


def test_link_works_for_a_year(client, activity, monkeypatch):
    made = address(activity)
    now = time.time()

    monkeypatch.setattr(time, "time", lambda: now + 365 * 86_400)
    assert client.get(made).status_code == 200
    monkeypatch.setattr(time, "time", lambda: now + 367 * 86_400)
    assert refused(client, made) == (410, 410)


@pytest.mark.parametrize("state", ["archived", "draft"])
def test_link_of_what_is_not_published_is_refused(client, activity, state):
    activity.state = state
    activity.save()

    assert refused(client, address(activity)) == (410, 410)


def test_link_of_a_deleted_activity_is_refused(client, activity):
    made = address(activity)
    activity.delete()
    cal.make_slot()

    assert refused(client, made) == (410, 410)


# --- The coordinators' mail -------------------------------------------------------------------------
def test_active_coordinators_are_told_by_mail(client, activity, django_capture_on_commit_callbacks):
    desk.coordinator(email="kaisa@example.org")
    desk.coordinator(email="sven@example.org", language="sv")
    desk.coordinator(email="entinen@example.org", is_active=False)
    desk.editor(make.make_actor())

    with django_capture_on_commit_callbacks(execute=True):
        press(client, activity)

    assert sorted(each.to[0] for each in mail.outbox) == ["kaisa@example.org", "sven@example.org"]
    body = mail.outbox[0].body
    assert "Perhekahvila ti 24.11.2026" in body
    assert f"http://testserver/admin/viikko/linkki/{activity.pk}/" in body
    assert "/peru/" not in body


def test_mail_that_does_not_go_loses_no_cancellation(
    client, activity, monkeypatch, caplog, django_capture_on_commit_callbacks
):
    desk.coordinator()

    def fail(self, messages):
        raise SMTPServerDisconnected("no mail today")

    monkeypatch.setattr(EmailBackend, "send_messages", fail)
    with django_capture_on_commit_callbacks(execute=True):
        response = press(client, activity)

    assert response.status_code == 303
    assert len(changes()) == 1
    assert [(r.levelname, r.name) for r in caplog.records] == [("WARNING", "meetingplaces.cancel_link")]


def test_refused_press_sends_no_mail(client, activity, django_capture_on_commit_callbacks):
    desk.coordinator()

    with django_capture_on_commit_callbacks(execute=True):
        press(client, activity, on=TOMORROW)

    assert mail.outbox == []
