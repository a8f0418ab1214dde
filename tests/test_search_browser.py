"""The search field in a browser: suggestions by keyboard, live filtering, and a page without scripts."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from services.models import Theme

pytestmark = [pytest.mark.django_db, pytest.mark.browser]

FIELD = "input[type=search]"
OPTIONS = "[role=option]"
SELECTED = "[role=option][aria-selected=true]"


def test_suggestions_are_chosen_by_keyboard(visitor):
    page = visitor.open("/haku/")
    field, options = page.locator(FIELD), page.locator(OPTIONS)
    expect(field).to_have_attribute("role", "combobox")
    expect(field).to_have_attribute("aria-expanded", "false")
    expect(page.locator(f"#{field.get_attribute('aria-controls')}")).to_have_attribute("role", "listbox")

    field.press_sequentially("perhe")
    expect(field).to_have_attribute("aria-expanded", "true")
    count = options.count()
    assert count > 1
    expect(page.locator("[data-suggest-status]")).to_have_text(re.compile(rf": {count}\s*$"))
    expect(page.locator(SELECTED)).to_have_count(0)

    def active() -> str | None:
        """The option that the field names as chosen, which is the one that says so itself."""
        named, chosen = field.get_attribute("aria-activedescendant"), page.locator(SELECTED)
        assert ([named] if named else []) == chosen.evaluate_all("all => all.map(e => e.id)")
        return named

    order = []
    for _ in range(count + 2):  # past the last one the field itself, then the first again
        page.keyboard.press("ArrowDown")
        order.append(active())
    ids = options.evaluate_all("all => all.map(e => e.id)")
    assert order == [*ids, None, ids[0]]
    page.keyboard.press("ArrowUp")
    assert active() is None
    page.keyboard.press("ArrowUp")
    assert active() == ids[-1]
    expect(field).to_be_focused()

    page.keyboard.press("Escape")
    expect(field).to_have_attribute("aria-expanded", "false")
    expect(page.locator("[role=listbox]")).to_be_hidden()
    assert (field.input_value(), field.get_attribute("aria-activedescendant")) == ("perhe", None)

    page.keyboard.press("ArrowDown")
    expect(field).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("ArrowDown")
    address = page.locator(SELECTED).get_attribute("data-url")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{visitor.origin}{address}")


def test_composed_letters_are_suggested_for_too(visitor):
    """The keyboards of Android compose every word: nothing there is typed otherwise."""
    page = visitor.open("/haku/")
    page.locator(FIELD).focus()

    session = page.context.new_cdp_session(page)
    session.send("Input.imeSetComposition", {"text": "perhe", "selectionStart": 5, "selectionEnd": 5})

    expect(page.locator(FIELD)).to_have_attribute("aria-expanded", "true")


def test_live_filtering_of_hits_keeps_the_words(visitor):
    page = visitor.open("/haku/?q=perhekerho+kahvila")
    page.evaluate("window.isSamePage = true")
    heading = page.locator("[data-filter-heading]")
    before = heading.inner_text()

    page.locator("a[data-filter-link^='laji:']").first.click()
    expect(heading).not_to_have_text(before)
    page.locator("input[name=maksuton]").check()
    expect(page).to_have_url(re.compile(r"/haku/\?(?=.*q=perhekerho\+kahvila)(?=.*laji=)(?=.*maksuton=1)"))

    assert page.evaluate("window.isSamePage")
    assert page.locator(FIELD).input_value() == "perhekerho kahvila"
    page.locator(FIELD).press("Enter")
    expect(page).to_have_url(re.compile(r"/haku/\?(?=.*q=perhekerho\+kahvila)(?=.*laji=)(?=.*maksuton=1)"))


def test_number_of_suggestions_is_said_once_and_not_for_each_letter(visitor):
    page = visitor.open("/haku/")
    page.evaluate(
        """() => {
            window.said = [];
            new MutationObserver((changes) => window.said.push(...changes.map((c) => c.target.textContent)))
                .observe(document.querySelector("[data-suggest-status]"), { childList: true });
        }"""
    )

    page.locator(FIELD).press_sequentially("perhe", delay=250)
    expect(page.locator("[data-suggest-status]")).not_to_be_empty()
    page.wait_for_timeout(1_200)

    assert len(page.evaluate("window.said")) == 1


def test_wrong_age_that_is_sent_keeps_the_focus_and_is_said(visitor):
    page = visitor.open("/haku/?q=perhe")
    field, status = page.locator("#exact-age"), page.locator("[data-filter-status]")

    field.fill("outo")
    field.press("Enter")

    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).to_be_focused()
    expect(status).to_contain_text(page.locator("#exact-age-error").inner_text())


def test_choice_that_needs_a_whole_page_leads_to_what_comes_first(visitor):
    """The quick exit comes with a page that is made anew; who chose must not begin from its top."""
    page, choice = open_with_sensitive_choice(visitor)

    choice.focus()
    page.keyboard.press("Space")
    page.wait_for_url(re.compile("teema=.*#(urgent|hits)$"))

    expect(page.locator("[data-quick-exit]").first).to_be_visible()
    first = page.locator(page.url.partition("#")[2].join(["#", ""]))
    expect(first).to_be_in_viewport()


def test_going_back_to_such_a_choice_loads_a_whole_page_once(visitor):
    page, choice = open_with_sensitive_choice(visitor)
    choice.check()
    page.wait_for_url(re.compile("teema="))
    page.evaluate("document.querySelectorAll('details').forEach((each) => (each.open = true))")
    page.locator(choice_of(sensitive_slug())).uncheck()
    page.wait_for_url(lambda url: "teema=" not in url)
    page.goto(f"{visitor.origin}/apua/")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if "/haku/?" in request.url else None)

    page.go_back()
    page.go_back()
    page.wait_for_url(re.compile("teema="))
    expect(page.locator("[data-quick-exit]").first).to_be_visible()
    page.wait_for_timeout(1_000)

    assert page.url.count("#") <= 1
    assert len(asked) <= 4, asked


def sensitive_slug() -> str:
    return Theme.objects.filter(is_sensitive=True, services__isnull=False).first().slug


def choice_of(slug: str) -> str:
    return f"input[type=checkbox][name=teema][value={slug}]"


def open_with_sensitive_choice(visitor):
    page = visitor.open("/haku/?q=perhe")
    page.evaluate("document.querySelectorAll('details').forEach((each) => (each.open = true))")
    return page, page.locator(choice_of(sensitive_slug()))


def test_field_searches_without_scripts(visitor):
    page = visitor.open("/haku/", java_script_enabled=False)

    page.locator(FIELD).fill("perhekahvila")
    page.locator(FIELD).press("Enter")

    expect(page).to_have_url(f"{visitor.origin}/haku/?q=perhekahvila")
    expect(page.locator("article.hit h3").first).to_have_text("Perhekahvila")
