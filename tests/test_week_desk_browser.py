"""The desk's week, coverage and a cancel link in a real browser: on a phone, by two clicks."""

from __future__ import annotations

import datetime as dt

import pytest
from django.conf import settings

from meetingplaces.cancel_link import token_for
from meetingplaces.models import SlotChange
from meetingplaces.weeks import week_slug
from perhekeskus.dates import today
from services.models import Place
from tests import calendar_factories as cal
from tests import desk
from tests.browser import DESKTOP, PHONE, overflow
from tests.test_admin_browser import findings

pytestmark = [pytest.mark.browser, pytest.mark.django_db]


@pytest.fixture(scope="module")
def kaisa(origin) -> dict:
    """A coordinator's browser, already signed in."""
    client = desk.sign_in(desk.coordinator(email="kaisa.viikko@example.org"))
    cookie = client.cookies[settings.SESSION_COOKIE_NAME]
    return {"cookies": [{"name": cookie.key, "value": cookie.value, "url": origin}], "origins": []}


@pytest.fixture(scope="module")
def slot(origin):
    """Every day from today on, with a long name; one of the days is cancelled already."""
    building = Place.objects.filter(address_is_masked=False).first()
    activity = cal.make_activity(name="Esimerkkiperhekahvilatoiminta maahanmuuttajataustaisille")
    place = cal.make_meeting_place(place=building)
    days = [today() + dt.timedelta(number) for number in range(8)]
    always = {"runs_through_breaks": True, "runs_through_holidays": True}
    slot = cal.make_slot(activity=activity, place=place, weekday=None, rhythm="dates", dates=days, **always)
    cal.make_change(slot=slot, on=today() + dt.timedelta(1), reason_kind="weather")
    return slot


# Whether an element stands within the window.
IN_SIGHT = """(selector) => {
    const { top, bottom } = document.querySelector(selector).getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
}"""


def week_address() -> str:
    return f"/admin/viikko/{week_slug(today())}/"


@pytest.mark.parametrize("place", ["week", "longer time", "link", "coverage", "cancel link"])
def test_pages_have_no_fault(visitor, kaisa, slot, place):
    address = {
        "week": week_address(),
        "longer time": f"{week_address()}peru/?slot={slot.pk}&on={today().isoformat()}",
        "link": f"/admin/viikko/linkki/{slot.activity_id}/",
        "coverage": "/admin/kattavuus/",
        "cancel link": f"/peru/{token_for(slot.activity)}/",
    }[place]
    page = visitor.open(address, storage_state=kaisa)
    page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
    faults = {}
    for width in (DESKTOP, PHONE):
        page.set_viewport_size({"width": width, "height": 800})
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            page.wait_for_timeout(400)  # links change their colour slowly
            faults[width, scheme] = findings(visitor, page) + overflow(page)

    assert faults == dict.fromkeys(faults, [])


def test_session_is_cancelled_by_two_clicks_without_a_script(visitor, kaisa, slot):
    page = visitor.open(week_address(), width=PHONE, storage_state=kaisa, java_script_enabled=False)
    session = page.locator(f"#aika-{slot.pk}-{today().isoformat()}")

    session.locator("summary").first.click()
    with page.expect_navigation():
        session.locator("button[value=leader]").click()

    change = SlotChange.objects.get(slot=slot, from_on=today())
    assert (change.kind, change.reason_kind) == ("cancelled", "leader")
    assert session.locator("textarea").is_visible()
    assert session.locator("s").count() == 1
    with page.expect_navigation():
        session.locator(".desk-restore button").click()
    assert not SlotChange.objects.filter(pk=change.pk).exists()


def test_session_is_cancelled_by_keyboard(visitor, kaisa, slot):
    page = visitor.open(week_address(), width=PHONE, storage_state=kaisa)
    session = page.locator(f"#aika-{slot.pk}-{today().isoformat()}")

    session.locator("summary").first.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    with page.expect_navigation():
        page.keyboard.press("Enter")

    change = SlotChange.objects.get(slot=slot, from_on=today())
    assert change.reason_kind == "leader"
    page.locator("li:focus").wait_for()
    assert page.evaluate("document.activeElement.id") == session.get_attribute("id")
    assert page.evaluate(IN_SIGHT, "li:focus > [role=status]")
    change.delete()


def test_text_is_copied_by_a_press(visitor, slot):
    page = visitor.open(
        f"/peru/{token_for(slot.activity)}/",
        width=PHONE,
        permissions=["clipboard-read", "clipboard-write"],
    )
    text = page.locator("textarea").input_value()
    told = page.locator("[data-copied]")
    assert told.inner_text() == ""

    page.locator("[data-copy-text] button").click()

    told.filter(has_text=told.get_attribute("data-copied")).wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == text
    assert "Esimerkkiperhekahvilatoiminta" in text


def test_copying_that_fails_is_told_and_every_press_is_told_anew(visitor, slot):
    page = visitor.open(f"/peru/{token_for(slot.activity)}/", width=PHONE)
    page.evaluate("""() => {
        navigator.clipboard.writeText = () => Promise.reject(new Error());
        document.execCommand = () => false;
        window.said = [];
        const status = document.querySelector("[data-copied]");
        new MutationObserver(() => said.push(status.textContent)).observe(status, { childList: true });
    }""")
    told, button = page.locator("[data-copied]"), page.locator("[data-copy-text] button")
    failed = told.get_attribute("data-failed")

    button.click()
    told.filter(has_text=failed).wait_for()
    button.click()
    told.filter(has_text=failed).wait_for()

    assert page.evaluate("said") == [failed, "", failed]


def test_weekday_of_a_narrow_coverage_is_seen_and_not_read_into_the_value(visitor, kaisa):
    page = visitor.open("/admin/kattavuus/", width=PHONE, storage_state=kaisa)
    cell = page.locator(".desk-cover").first
    weekday = cell.get_attribute("data-weekday")

    shown = cell.evaluate("e => getComputedStyle(e, '::before').content")

    assert shown == f'"{weekday}" / ""'


def test_volunteer_cancels_by_the_link_on_a_phone(visitor, slot):
    page = visitor.open(f"/peru/{token_for(slot.activity)}/", width=PHONE, java_script_enabled=False)

    page.locator("label", has=page.locator("[value=leader]")).click()
    with page.expect_navigation():
        page.locator("main button[type=submit]").click()

    assert SlotChange.objects.get(slot=slot, from_on=today()).reason_kind == "leader"
    assert page.locator("main [role=status] h2").is_visible()
    assert overflow(page) == []
