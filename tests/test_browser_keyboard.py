"""Pages by the keyboard alone, and the quick way out of a sensitive one."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from perhekeskus.models import Installation
from tests.browser import PHONE, focused

pytestmark = [pytest.mark.django_db, pytest.mark.browser]

SENSITIVE = "/palvelut/turvallinen-paikka/"


def tab(page, times: int = 1) -> list[str]:
    """Press Tab; return what has the focus after each."""
    stops = []
    for _ in range(times):
        page.keyboard.press("Tab")
        stops.append(focused(page))
    return stops


def test_first_stop_skips_to_the_content(visitor):
    for path in ("/", "/sv/palvelut/", SENSITIVE, "/oma-kunta/", "/ei-ole/"):
        page = visitor.open(path)
        [first] = tab(page)
        link = page.locator(".skip-link[href='#sisalto']")
        assert (path, first) == (path, link.inner_text())
        assert link.bounding_box()["y"] >= 0, path

        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.tagName") == "MAIN", path
        page.close()


def test_focus_goes_through_the_header_in_the_order_it_is_read(visitor):
    page = visitor.open("/palvelut/")

    assert tab(page, 10) == [
        "Siirry sisältöön",
        page.locator(".logo").inner_text(),
        "Apua heti",
        "Suomi",
        "Selkosuomi",
        "Svenska",
        "English",
        "Haku",
        "Oma kunta",
        "Kohtaamispaikat ja perhekahvilat",
    ]


@pytest.mark.parametrize("width", [PHONE, 700, 1000])
@pytest.mark.parametrize("key", ["Tab", "Shift+Tab"])
@pytest.mark.parametrize("path", [SENSITIVE, "/fi-selko/nuorille/"])
def test_every_stop_is_seen(visitor, path, key, width):
    """WCAG 2.4.7 and 2.4.11: what has the focus is on the screen, marked, and not under anything."""
    page = visitor.open(path, width=width, height=700)

    hidden = []
    for _ in range(40):
        page.keyboard.press(key)
        seen = page.evaluate(
            """() => {
                const e = document.activeElement, style = getComputedStyle(e);
                const box = e.getBoundingClientRect();
                if (e === document.body) return "end";
                const on = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
                const shown = box.width > 0 && on && (e.contains(on) || on.contains(e));
                // A card's link marks the whole card.
                const ring = [style, getComputedStyle(e, "::after")].some((s) => s.outlineStyle !== "none");
                return shown && ring ? "" : e.outerHTML.slice(0, 80);
            }"""
        )
        if seen == "end":
            break
        hidden += [seen] if seen else []

    assert hidden == []


def test_municipality_can_be_chosen_by_the_keyboard(visitor):
    page = visitor.open("/oma-kunta/?next=/palvelut/")

    page.locator("input[type=radio]").first.focus()
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/palvelut/\?kunta=kittila"))

    cookies = {cookie["name"]: cookie["value"] for cookie in page.context.cookies()}
    assert cookies["kunta"] == "kittila"


def test_cookie_of_the_choice_cannot_be_read_by_scripts(visitor):
    page = visitor.open("/oma-kunta/?next=/palvelut/")
    page.locator("input[type=radio]").first.check()
    page.locator("main form button[type=submit]").first.click()
    page.wait_for_url(re.compile("kunta="))

    assert "kunta" in {cookie["name"] for cookie in page.context.cookies()}
    assert "kunta" not in page.evaluate("document.cookie")


# --- The quick way out -------------------------------------------------------------------------------
@pytest.fixture
def way_out(origin):
    """The quick exit leads to a page of this machine: no test reaches out."""
    Installation.objects.update(quick_exit_url=f"{origin}/apua/")
    return f"{origin}/apua/"


def test_escape_three_times_leaves_and_back_does_not_return(visitor, way_out):
    page = visitor.open("/palvelut/")
    page.goto(visitor.origin + SENSITIVE)

    for _ in range(3):
        page.keyboard.press("Escape")
    page.wait_for_url(way_out)
    page.go_back()

    expect(page).to_have_url(f"{visitor.origin}/palvelut/")


def test_quick_exit_link_leaves_without_a_referrer(visitor, way_out):
    page = visitor.open(SENSITIVE)

    with page.expect_request(way_out) as asked:
        page.locator(".quick-exit a").click()
    page.wait_for_url(way_out)

    assert "referer" not in asked.value.headers


def test_second_stop_of_a_sensitive_page_is_the_way_out(visitor, way_out):
    page = visitor.open(SENSITIVE)

    assert tab(page, 2) == ["Siirry sisältöön", "Poistu nopeasti"]
    page.keyboard.press("Enter")

    page.wait_for_url(way_out)


def test_escape_twice_or_with_another_key_between_stays(visitor, way_out):
    page = visitor.open(SENSITIVE)

    for key in ("Escape", "Escape", "a", "Escape", "Escape"):
        page.keyboard.press(key)

    assert page.url == visitor.origin + SENSITIVE
    assert page.locator("h1").is_visible()


def test_escape_held_down_is_one_press(visitor, way_out):
    page = visitor.open(SENSITIVE)

    for _ in range(5):
        page.keyboard.down("Escape")

    assert page.url == visitor.origin + SENSITIVE


def test_slow_presses_of_escape_stay(visitor, way_out):
    page = visitor.open("/apua/")
    page.clock.install()
    page.goto(visitor.origin + SENSITIVE)

    for _ in range(3):
        page.evaluate(
            """at => {
                const press = new KeyboardEvent("keydown", {key: "Escape"});
                Object.defineProperty(press, "timeStamp", {value: at});
                document.dispatchEvent(press);
            }""",
            1000 + 2500 * _,
        )

    assert page.url == visitor.origin + SENSITIVE


def test_quick_exit_works_without_scripts(visitor, way_out):
    page = visitor.open(SENSITIVE, java_script_enabled=False)

    page.locator(".quick-exit a").click()

    expect(page).to_have_url(way_out)


def test_quick_exit_is_always_at_hand(visitor):
    page = visitor.open(SENSITIVE, width=PHONE)

    page.evaluate("window.scrollTo(0, document.body.scrollHeight)")

    assert page.locator(".quick-exit a").evaluate(
        "e => e.getBoundingClientRect().top >= 0 && e.getBoundingClientRect().bottom <= innerHeight"
    )
