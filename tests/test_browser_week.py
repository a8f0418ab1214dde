"""The week in a browser: the table and the list by day, the filters, the map, and the sheet on the wall."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from meetingplaces.models import Activity, MeetingPlace
from tests import calendar_factories as make
from tests.browser import PHONE
from tests.calendar_pages import THIS_WEEK
from tests.test_browser_hours_and_print import sheets

pytestmark = [pytest.mark.django_db, pytest.mark.browser]

WEEK = f"/kohtaamispaikat/viikko/{THIS_WEEK}/"


def test_wide_screens_have_the_table_and_phones_the_list(visitor):
    wide = visitor.open(WEEK)
    assert (wide.locator(".week-table").is_visible(), wide.locator(".week-days").is_visible()) == (
        True,
        False,
    )

    phone = visitor.open(WEEK, width=PHONE)
    assert (phone.locator(".week-table").is_visible(), phone.locator(".week-days").is_visible()) == (
        False,
        True,
    )
    assert phone.locator(".day-list__head").first.inner_text().startswith("Tänään")


def test_choice_changes_only_the_results_and_keeps_the_weeks_links_true(visitor):
    page = visitor.open(WEEK)
    page.evaluate("window.isSamePage = true")

    page.locator("a[data-filter-link='ika:vauvat']").click()
    expect(page.locator(".results-chips a")).to_have_count(1)

    expect(page).to_have_url(f"{visitor.origin}{WEEK}?ika=vauvat&kunta=kaikki")
    assert page.evaluate("window.isSamePage") is True
    assert page.locator(".week-nav a[rel=next]").get_attribute("href").endswith("/?ika=vauvat")


def test_sheet_of_filters_opens_on_a_wide_screen_too(visitor):
    page = visitor.open(WEEK)

    page.locator("button[popovertarget=filters]").first.click()
    page.locator("#filters input[name='ilman-ilmoittautumista']").check()
    page.locator("[data-filter-submit]").click()

    expect(page.locator("#filters")).not_to_be_visible()
    expect(page).to_have_url(re.compile("ilman-ilmoittautumista=1"))


def test_week_can_be_narrowed_without_scripts(visitor):
    page = visitor.open(WEEK, width=PHONE, java_script_enabled=False)

    page.locator("button[popovertarget=filters]").first.click()
    page.locator("#filters input[name=maksuton]").check()
    page.locator("[data-filter-submit]").click()

    page.wait_for_url(re.compile("maksuton=1"))
    assert page.locator(".results-chips a").count() == 1


def test_calendar_can_be_subscribed_to_from_the_page(visitor):
    page = visitor.open(f"{WEEK}?ika=vauvat", width=PHONE)

    page.locator("details.subscribe summary").click()

    feed = "/kohtaamispaikat/kalenteri.ics?ika=vauvat"
    assert [link.get_attribute("href") for link in page.locator("details.subscribe a").all()] == [
        f"webcal://{visitor.origin.removeprefix('http://')}{feed}",
        feed,
    ]
    assert (
        page.locator(".copy-address").input_value()
        == f"{visitor.origin}/kohtaamispaikat/kalenteri.ics?ika=vauvat"
    )


def test_map_is_drawn_when_it_is_asked_for_and_asks_no_other_host(visitor):
    page = visitor.open("/kohtaamispaikat/")
    assert page.locator(".map__pane").is_hidden()

    page.locator("[data-map] button").first.click()
    marker = page.get_by_role("link", name="Kappeli").and_(page.locator(".map-marker"))
    marker.press("Enter")

    expect(page).to_have_url(f"{visitor.origin}/kohtaamispaikat/kappeli/")


def test_places_are_whole_without_the_map(visitor):
    page = visitor.open("/kohtaamispaikat/", java_script_enabled=False)

    assert page.locator("[data-map] button").is_hidden()
    assert page.locator("article h2 a").count() == MeetingPlace.objects.published().count()


# --- Paper -----------------------------------------------------------------------------------------
@pytest.fixture
def busy_place(visitor):
    """A place with twenty-five sessions in the week, five a day."""
    place = make.make_meeting_place(name="Perhetalo Lehti", slug="lehti")
    actor = MeetingPlace.objects.get(slug="kappeli").host
    names = (
        "Vauvojen aamu",
        "Perhekahvila",
        "Taaperoiden liikuntahetki",
        "Isä–lapsi-ilta",
        "Monikielinen kerho",
    )
    for hour, name in enumerate(names):
        activity = make.make_activity(name=name, organisers=[actor], food="snack", registration="required")
        for weekday in range(1, 6):
            make.make_slot(
                activity=activity,
                place=place,
                weekday=weekday,
                at=f"{9 + 2 * hour}.30–{11 + 2 * hour}.00",
                runs_through_breaks=True,
                runs_through_holidays=True,
            )
    yield place
    Activity.objects.filter(slots__place=place).delete()
    place.delete()


@pytest.mark.parametrize("language", ["", "/sv"])
def test_twenty_five_sessions_fit_one_sheet_for_the_wall(visitor, busy_place, language):
    page = visitor.open(f"{language}{WEEK}?paikka=lehti")

    assert page.locator(".week-table .session").count() == 25
    assert sheets(page) == 1


def test_sheet_for_the_wall_has_a_code_that_leads_to_itself(visitor):
    page = visitor.open(WEEK)
    page.emulate_media(media="print")

    assert page.locator(".week-qr svg").is_visible()
    assert page.locator(".week-qr").inner_text().endswith(f"{visitor.origin}{WEEK}")
    assert page.locator(".week-nav").is_hidden()


def test_one_places_sheet_is_one_sheet_with_its_code_beside_the_name(visitor, busy_place):
    page = visitor.open("/kohtaamispaikat/lehti/")

    assert sheets(page) == 1
    page.emulate_media(media="print")
    code, name = page.locator(".week-qr").bounding_box(), page.locator("h1").bounding_box()
    assert code["x"] >= name["x"] + name["width"]
    assert code["y"] < name["y"] + name["height"]
