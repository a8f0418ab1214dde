"""What the clock adds to a page, and what paper takes from it."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from tests.pages import MONDAY

pytestmark = [pytest.mark.django_db, pytest.mark.browser]

PAGE = "/palvelut/perhekahvila/"
NOW = "[data-open-hours='[\"09:00-15:00\"]']"


@pytest.fixture
def monday(monkeypatch):
    monkeypatch.setattr("perhekeskus.dates.today", lambda: MONDAY)


def words_at(visitor, moment: str, **options) -> str:
    """What stands beside today's hours, 9.00–15.00, at a moment in Helsinki's winter time."""
    page = visitor.open("/apua/", **options)
    page.clock.set_fixed_time(dt.datetime.fromisoformat(f"{moment}+02:00"))
    page.goto(visitor.origin + PAGE)
    return page.locator(NOW).text_content()


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        ("2026-11-23T08:59", "nyt suljettu"),
        ("2026-11-23T09:00", "auki nyt"),
        ("2026-11-23T14:59", "auki nyt"),
        ("2026-11-23T15:00", "nyt suljettu"),
        ("2026-11-24T10:00", ""),
        ("2026-11-22T23:59", ""),
    ],
)
def test_page_says_whether_it_is_open_now(visitor, monday, moment, words):
    assert words_at(visitor, moment) == words


@pytest.mark.parametrize("zone", ["America/New_York", "Asia/Tokyo"])
def test_it_is_the_clock_of_the_place_that_counts(visitor, monday, zone):
    assert words_at(visitor, "2026-11-23T09:30", timezone_id=zone) == "auki nyt"


def test_hours_are_told_without_scripts_and_nothing_is_claimed(visitor, monday):
    page = visitor.open(PAGE, java_script_enabled=False)

    assert "9.00–15.00" in page.locator("[aria-labelledby=contact]").inner_text()
    assert page.locator(NOW).text_content() == ""


# --- Paper -------------------------------------------------------------------------------------------
def sheets(page) -> int:
    """How many A4 sheets the page takes."""
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", page.pdf(prefer_css_page_size=True)))


@pytest.mark.parametrize("path", [PAGE, "/palvelut/turvallinen-paikka/", "/palvelut/niukka/"])
def test_service_fits_one_sheet(visitor, path):
    assert sheets(visitor.open(path)) == 1


def test_paper_has_no_menus_and_tells_the_addresses_of_links(visitor, monday):
    page = visitor.open(PAGE)
    page.emulate_media(media="print")

    hidden = (".languages", ".main-nav", ".site-footer", ".breadcrumb", ".button-urgent", ".skip-link")
    assert [css for css in hidden if page.locator(css).first.is_visible()] == []
    address = page.locator("[data-print-address]").first
    assert "example.org/kahvila" in address.evaluate("a => getComputedStyle(a, '::after').content")
    assert page.locator("h1").is_visible()


def test_paper_does_not_say_open_now(visitor, monday):
    page = visitor.open("/apua/")
    page.clock.set_fixed_time(dt.datetime.fromisoformat("2026-11-23T10:00+02:00"))
    page.goto(visitor.origin + PAGE)
    assert page.locator(NOW).is_visible()

    page.emulate_media(media="print")

    assert not page.locator(NOW).is_visible()


def test_sensitive_page_on_paper_has_no_exit_that_does_not_work(visitor):
    page = visitor.open("/palvelut/turvallinen-paikka/")
    page.emulate_media(media="print")

    assert not page.locator(".quick-exit a").is_visible()
