"""The desk in a real browser: no refused script or style, no accessibility fault, tabs that work."""

from __future__ import annotations

import pytest
from django.conf import settings

from meetingplaces.models import Break, WeeklySlot
from services.models import Helpline, Place, Service, Theme
from tests import desk
from tests.admin_axe_exceptions import AXE_EXCEPTIONS
from tests.browser import DESKTOP, axe, focused, overflow

pytestmark = [pytest.mark.browser, pytest.mark.django_db]

NARROW = 390
SERVICE = "Perhekahvila"


@pytest.fixture(scope="module")
def kaisa(origin) -> dict:
    """A coordinator's browser, already signed in."""
    client = desk.sign_in(desk.coordinator(email="kaisa.selain@example.org"))
    cookie = client.cookies[settings.SESSION_COOKIE_NAME]
    return {"cookies": [{"name": cookie.key, "value": cookie.value, "url": origin}], "origins": []}


@pytest.fixture
def service() -> Service:
    return Service.objects.get(name_fi=SERVICE)


def addresses() -> dict[str, str]:
    service = Service.objects.get(name_fi=SERVICE)
    return {
        "first page": "/admin/",
        "list": desk.address("changelist", Service),
        "new": desk.address("add", Service),
        "form": desk.address("change", service),
        "form with hours": desk.address("change", Place.objects.filter(hours__isnull=False).first()),
        "form of a theme": desk.address("change", Theme.objects.first()),
        "form of a helpline": desk.address("change", Helpline.objects.first()),
        "history": desk.address("history", service),
        "deletion": desk.address("delete", service),
        "members": "/admin/members/member/",
        "new member": "/admin/members/member/add/",
    }


PLACES = (
    "first page",
    "list",
    "new",
    "form",
    "form with hours",
    "form of a theme",
    "form of a helpline",
    "history",
    "deletion",
    "members",
    "new member",
)


def findings(visitor, page) -> list[str]:
    """What axe finds; what it does itself while looking is not the page's fault.

    It writes an inline style to read the sheets that Django's own sheets import, and is refused.
    """
    before = list(visitor.faults)
    found = [finding for finding in axe(page) if finding.split(":")[0] not in AXE_EXCEPTIONS]
    visitor.faults[:] = before
    return found


@pytest.mark.parametrize("place", PLACES)
def test_pages_have_no_fault(visitor, kaisa, place):
    page = visitor.open(addresses()[place], storage_state=kaisa)
    faults = {}
    for width in (DESKTOP, NARROW):
        page.set_viewport_size({"width": width, "height": 800})
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            page.wait_for_timeout(400)  # links change their colour slowly
            faults[width, scheme] = findings(visitor, page) + overflow(page)

    assert faults == dict.fromkeys(faults, [])


@pytest.mark.parametrize("address", ["/kirjaudu/", "/kirjaudu/password/reset/", "/kirjaudu/signup/"])
def test_sign_in_pages_have_no_fault(visitor, address):
    page = visitor.open(address, width=NARROW)

    assert (findings(visitor, page), overflow(page)) == ([], [])


def test_form_shows_one_language_at_a_time_and_all_when_asked(visitor, kaisa, service):
    page = visitor.open(desk.address("change", service), storage_state=kaisa)
    texts = {code: page.locator(f"[name=name_{code}]") for code in ("fi", "fi_selko", "sv", "en")}

    def shown() -> list[str]:
        return [code for code, field in texts.items() if field.is_visible()]

    assert shown() == ["fi"]
    page.get_by_role("button", name="Svenska").click()
    assert shown() == ["sv"]
    assert page.locator("[data-show-language=sv]").get_attribute("aria-pressed") == "true"
    page.locator("[data-show-language='']").click()
    assert shown() == list(texts)


def test_tab_counts_the_texts_that_a_language_lacks(visitor, kaisa, service):
    page = visitor.open(desk.address("change", service), storage_state=kaisa)
    tab = page.locator("[data-show-language=sv]")
    before = tab.inner_text()
    page.locator("[data-show-language=sv]").click()

    page.locator("[name=keywords_fi]").evaluate("e => { e.value = 'kahvila'; }")
    page.fill("[name=keywords_sv]", "")
    page.locator("[name=keywords_sv]").dispatch_event("change")
    lacking = tab.inner_text()
    page.fill("[name=keywords_sv]", "kafé")
    page.locator("[name=keywords_sv]").dispatch_event("change")

    assert lacking != tab.inner_text()
    assert before.startswith("Svenska")


def test_rows_added_to_a_form_follow_the_chosen_language(visitor, kaisa):
    place = Place.objects.filter(hours__isnull=False).first()
    page = visitor.open(desk.address("change", place), storage_state=kaisa)
    page.locator("[data-show-language=sv]").click()

    page.locator("#hours-group .add-row a").click()

    row = page.locator("#hours-group tr.dynamic-hours").last
    assert row.locator("[name$=note_sv]").is_visible()
    assert not row.locator("[name$=note_fi]").is_visible()


def test_fault_in_a_hidden_language_is_brought_to_sight(visitor, kaisa, service):
    page = visitor.open(desk.address("change", service), storage_state=kaisa)
    page.locator("[data-show-language=sv]").click()
    page.locator("[name=name_sv]").evaluate("e => { e.maxLength = 999; e.value = 'x'.repeat(300); }")

    with page.expect_navigation():
        page.locator("[name=_save]").first.click()

    page.locator("[name=name_sv]").wait_for(state="visible")
    page.locator("[name=name_fi]").wait_for(state="hidden")


def test_new_form_begins_at_its_first_field_and_a_refused_one_at_what_is_wrong(visitor, kaisa):
    page = visitor.open(desk.address("add", Break), storage_state=kaisa)
    page.locator(":focus").wait_for()
    assert focused(page) == "name_fi"

    with page.expect_navigation():
        page.locator("[name=_touched]").click()
    page.locator(":focus").wait_for()
    assert focused(page) == page.locator(".errornote").inner_text()

    page.fill("[name=name_fi]", "Loma")
    for field in ("from_on", "until_on"):
        page.fill(f"[name={field}]", "2026-12-24")
    with page.expect_navigation():
        page.locator("[name=_touched]").click()
    page.locator(":focus").wait_for()
    assert focused(page) == page.locator("section", has=page.locator("#touched")).inner_text()


def test_new_form_whose_first_field_is_a_choice_begins_at_its_box(visitor, kaisa):
    page = visitor.open(desk.address("add", WeeklySlot), storage_state=kaisa)

    page.locator(":focus").wait_for()

    label = page.locator("label[for=id_activity]").inner_text().rstrip(":")
    assert page.evaluate("document.activeElement.getAttribute('aria-label')").startswith(label)


def test_choice_is_searched_and_named_after_its_field(visitor, kaisa, service):
    page = visitor.open(desk.address("change", service), storage_state=kaisa)
    actor = service.actor.name_fi
    label = page.locator("label[for=id_actor]").inner_text().rstrip(":")
    choice = page.get_by_role("combobox", name=f"{label}: {actor}")

    choice.click()
    page.locator(".select2-search__field:focus").type(actor[:4].upper())

    page.locator(".select2-results__option", has_text=actor).first.wait_for()
    assert findings(visitor, page) == []
