"""Live filtering in a browser: only the results change, and everything works without it too."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser import PHONE

pytestmark = [pytest.mark.django_db, pytest.mark.browser]

FREE = "[data-filter-form] input[name=maksuton]"
STATUS = "[data-filter-status]"
HEADING = "[data-filter-heading]"
CHOSEN = re.compile("valittu, poista$")
ANNOUNCED = re.compile(r"^\d+ palvelua?\s*$")


def open_list(visitor, path: str = "/palvelut/", **options):
    """The list, marked so that a page loaded anew would be noticed."""
    page = visitor.open(path, **options)
    page.evaluate("window.isSamePage = true; document.querySelector('h1').isSameHeading = true")
    return page


def is_same_page(page) -> bool:
    return page.evaluate("window.isSamePage === true && document.querySelector('h1').isSameHeading === true")


def count(page) -> str:
    return page.locator(HEADING).inner_text()


def test_choice_changes_only_the_results_and_the_address(visitor):
    page = open_list(visitor)
    before = count(page)
    box = page.locator(FREE)

    box.check()
    expect(page.locator(STATUS)).to_have_text(ANNOUNCED)

    assert count(page) != before
    assert page.url == f"{visitor.origin}/palvelut/?kunta=kaikki&maksuton=1"
    assert is_same_page(page)
    expect(box).to_be_focused()
    expect(page.locator(".results-chips a")).to_have_text(["Poista: Maksuton"])


def test_number_of_hits_is_announced_once_it_is_known(visitor):
    page = open_list(visitor)
    status = page.locator(STATUS)
    assert (status.get_attribute("role"), status.inner_text()) == ("status", "")

    page.locator(FREE).check()
    expect(status).to_have_text(ANNOUNCED)

    assert status.inner_text().strip() == count(page)


def test_counts_beside_the_choices_and_the_title_follow(visitor):
    page = open_list(visitor)
    number = page.locator("[data-count-for='ilman-ajanvarausta:1']")
    before = number.inner_text()

    page.locator(FREE).check()

    expect(number).not_to_have_text(before)
    expect(page).to_have_title(re.compile("^Maksuton · "))


def test_back_and_forward_bring_results_choices_and_address_back(visitor):
    page = open_list(visitor)
    first = page.url
    before = count(page)
    page.locator(FREE).check()
    expect(page.locator(HEADING)).not_to_have_text(before)
    after, second = count(page), page.url

    page.go_back()
    expect(page.locator(HEADING)).to_have_text(before)
    expect(page.locator(FREE)).not_to_be_checked()
    assert (page.url, is_same_page(page)) == (first, True)

    page.go_forward()
    expect(page.locator(HEADING)).to_have_text(after)
    expect(page.locator(FREE)).to_be_checked()
    assert (page.url, is_same_page(page)) == (second, True)


def test_age_link_is_followed_in_place_and_keeps_the_focus(visitor):
    page = open_list(visitor)
    link = page.locator("a[data-filter-link='ika:vauvat']")

    link.focus()
    page.keyboard.press("Enter")
    expect(link).to_have_text(CHOSEN)

    assert is_same_page(page)
    assert page.url.endswith("/palvelut/?ika=vauvat&kunta=kaikki")
    expect(link).to_be_focused()


def test_ages_chosen_by_links_stay_when_a_box_is_ticked(visitor):
    page = open_list(visitor)
    page.locator("a[data-filter-link='ika:vauvat']").click()
    expect(page.locator("a[data-filter-link='ika:vauvat']")).to_have_text(CHOSEN)

    page.locator(FREE).check()

    expect(page).to_have_url(re.compile(r"ika=vauvat.*maksuton=1"))


def test_choice_taken_away_moves_the_focus_to_the_results(visitor):
    page = open_list(visitor, "/palvelut/?maksuton=1&ilman-ajanvarausta=1")

    page.locator(".results-chips a").first.click()
    expect(page.locator(".results-chips a")).to_have_count(1)

    expect(page.locator(HEADING)).to_be_focused()
    assert is_same_page(page)


def test_next_page_is_shown_in_place(visitor):
    page = open_list(visitor)

    page.locator("a[rel=next]").click()
    expect(page.locator(".paging [aria-current=page]")).to_contain_text("2")

    assert (page.url, is_same_page(page)) == (f"{visitor.origin}/palvelut/?kunta=kaikki&sivu=2", True)


def test_last_of_many_quick_choices_wins(visitor):
    page = open_list(visitor)

    for _ in range(3):
        page.locator(FREE).check()
        page.locator(FREE).uncheck()
    page.locator("input[name=ilman-ajanvarausta]").check()
    expect(page.locator(".results-chips a")).to_have_count(1)

    assert page.url == f"{visitor.origin}/palvelut/?kunta=kaikki&ilman-ajanvarausta=1"


def test_link_opened_with_a_modifier_is_the_browsers_own(visitor):
    page = open_list(visitor)

    with page.context.expect_page() as opened:
        page.locator("a[data-filter-link='ika:vauvat']").click(modifiers=["Control"])

    assert opened.value.url.endswith("?ika=vauvat&kunta=kaikki")
    assert (page.url, is_same_page(page)) == (f"{visitor.origin}/palvelut/", True)


def test_server_that_does_not_answer_leaves_the_browser_to_it(visitor):
    page = open_list(visitor)
    page.route(re.compile("maksuton"), lambda route: route.abort() if is_script(route) else route.continue_())

    page.locator(FREE).check()
    page.wait_for_url(re.compile("maksuton=1"))
    visitor.faults.clear()  # the console tells of the request that failed

    assert not is_same_page(page)
    assert page.locator(FREE).is_checked()


def is_script(route) -> bool:
    return "x-requested-with" in route.request.headers


def test_list_can_be_narrowed_without_scripts(visitor):
    page = visitor.open("/palvelut/", java_script_enabled=False)
    before = count(page)

    page.locator(FREE).check()
    page.locator("[data-filter-submit]").click()
    page.wait_for_url(re.compile("maksuton=1"))

    assert count(page) != before
    assert page.locator(FREE).is_checked()
    page.locator(".results-chips a").click()
    page.wait_for_url(lambda url: "maksuton" not in url)
    assert count(page) == before


@pytest.mark.parametrize("written", ["8kk", "8 kk", "8 KK.", "8 mo"])
def test_exact_age_can_be_written(visitor, written):
    page = open_list(visitor)

    page.locator("#exact-age").fill(written)
    page.keyboard.press("Tab")
    expect(page.locator(".results-chips a")).to_have_text(re.compile("8 kk"))

    assert page.locator("[data-filter-form] [type=hidden][name=ika]").evaluate_all(
        "all => all.map(e => e.value)"
    ) == ["8kk"]
    assert (page.locator("#exact-age").input_value(), is_same_page(page)) == ("", True)


def test_chosen_age_does_not_fill_the_field_of_the_exact_age(visitor):
    page = open_list(visitor)

    page.locator("a[data-filter-link='ika:vauvat']").click()
    expect(page.locator("a[data-filter-link='ika:vauvat']")).to_have_text(CHOSEN)

    assert page.locator("#exact-age").input_value() == ""


def test_age_that_is_not_understood_is_told_at_its_field(visitor):
    page = open_list(visitor)
    field, fault = page.locator("#exact-age"), page.locator("#exact-age-error")
    assert fault.inner_text() == ""

    field.fill("outo")
    page.keyboard.press("Tab")
    expect(fault).to_have_text("Kirjoita ikä näin: 8kk tai 3v.")
    assert (field.get_attribute("aria-invalid"), field.input_value()) == ("true", "outo")
    expect(page.locator(STATUS)).to_contain_text("outo")

    field.fill("")
    page.keyboard.press("Tab")
    expect(fault).to_have_text("")
    assert field.get_attribute("aria-invalid") == "false"


# --- The sheet on a phone ------------------------------------------------------------------------------
def test_sheet_opens_and_escape_closes_it(visitor):
    page = open_list(visitor, width=PHONE)
    sheet, button = page.locator("#filters"), page.locator("button[popovertarget=filters]").first
    assert not sheet.is_visible()

    button.focus()
    page.keyboard.press("Enter")
    expect(sheet).to_be_visible()
    page.keyboard.press("Escape")
    expect(sheet).not_to_be_visible()

    expect(button).to_be_focused()


def test_open_sheet_keeps_the_focus(visitor):
    page = open_list(visitor, width=PHONE)
    sheet = page.locator("#filters")
    page.locator("button[popovertarget=filters]").first.click()
    expect(sheet).to_have_role("dialog")
    expect(sheet.locator(".sheet-head button")).to_be_focused()

    for _ in range(sheet.locator("a, button, input, summary").count() + 2):
        page.keyboard.press("Tab")
        assert page.evaluate(
            "document.activeElement === document.body || !!document.activeElement.closest('#filters')"
        )


def test_sheet_shows_the_results_of_its_choices(visitor):
    page = open_list(visitor, width=PHONE)
    page.locator("button[popovertarget=filters]").first.click()

    page.locator(FREE).check()
    expect(page.locator("[data-filter-count=show]").first).to_have_text(ANNOUNCED)
    page.locator("[data-filter-submit]").click()
    expect(page.locator("#filters")).not_to_be_visible()

    expect(page.locator(HEADING)).to_be_focused()
    assert is_same_page(page)


def test_sheet_works_without_scripts(visitor):
    page = visitor.open("/palvelut/", width=PHONE, java_script_enabled=False)

    page.locator("button[popovertarget=filters]").first.click()
    page.locator(FREE).check()
    page.locator("[data-filter-submit]").click()
    page.wait_for_url(re.compile("maksuton=1"))

    assert page.locator(".results-chips a").count() == 1
