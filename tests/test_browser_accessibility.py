"""Every page in a browser: WCAG 2.2 AA by axe, no sideways scrolling, nothing asked of other hosts."""

from __future__ import annotations

import pytest

from tests.browser import DESKTOP, PHONE, axe, faint, overflow
from tests.pages import PAGES

pytestmark = [pytest.mark.django_db, pytest.mark.browser]

LIGHT = {"color_scheme": "light", "forced_colors": "none"}
DARK = {"color_scheme": "dark", "forced_colors": "none"}
FORCED = {"color_scheme": "dark", "forced_colors": "active"}


@pytest.mark.parametrize("shown", PAGES, ids=str)
def test_page_breaks_no_rule_at_any_width_in_any_scheme(visitor, shown):
    """Every rule at both widths; in another colour scheme only the colours are another."""
    page = visitor.open(shown.path)

    found = {}
    for width in (DESKTOP, PHONE):
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(**LIGHT)
        found[width, "light"] = axe(page)
        found[width, "scrolls sideways"] = overflow(page)
        page.emulate_media(**FORCED)
        found[width, "forced colours"] = faint(page)
    page.emulate_media(**DARK)
    found["dark"] = axe(page, contrast_alone=True)

    assert {where: faults for where, faults in found.items() if faults} == {}


@pytest.mark.parametrize("language", ["fi-selko", "sv", "en"])
def test_other_languages_break_no_rule_on_a_phone(visitor, language):
    page = visitor.open(f"/{language}/", width=PHONE)
    found = {}
    for shown in PAGES:
        if shown.has_languages and shown.status == 200:
            page.goto(visitor.origin + shown.address(language))
            found[shown.name] = overflow(page)
            if shown.name in ("services", "service with everything", "help", "sensitive service"):
                found[shown.name] += axe(page)

    assert {name: faults for name, faults in found.items() if faults} == {}


def test_page_does_not_scroll_sideways_when_it_is_enlarged_four_times(visitor):
    """1280 px at 400 % is 320 px: the same as a phone, with a lower window (WCAG 1.4.10)."""
    found = {}
    for path in (
        "/",
        "/palvelut/",
        "/palvelut/pitkat-sanat/",
        "/palvelut/turvallinen-paikka/",
        "/apua/",
        "/kohtaamispaikat/pitka-paikka/",
    ):
        page = visitor.open(path, width=320, height=256)
        found[path] = overflow(page)
        page.close()

    assert {path: faults for path, faults in found.items() if faults} == {}


def test_easy_finnish_front_page_clips_no_word_on_a_phone(visitor):
    page = visitor.open("/fi-selko/", width=PHONE)

    clipped = page.locator("main :is(a, h1, h2, p, span, small, li)").evaluate_all(
        """all => all.filter((e) => getComputedStyle(e).display !== "inline")
            .filter((e) => e.scrollWidth > e.clientWidth + 1 && !e.closest(".visually-hidden"))
            .map((e) => e.textContent.trim())"""
    )

    assert (overflow(page), clipped) == ([], [])
    assert page.locator(".ages a").count() > 0


def test_text_may_be_spaced_out_without_loss(visitor):
    """WCAG 1.4.12: line height 1.5, paragraphs 2, letters 0.12 and words 0.16 of the type's size."""
    page = visitor.open("/palvelut/perhekahvila/", width=PHONE, bypass_csp=True)
    page.add_style_tag(
        content="* { line-height: 1.5 !important; letter-spacing: .12em !important; "
        "word-spacing: .16em !important } p { margin-block-end: 2em !important }"
    )

    assert overflow(page) == []
    assert page.locator("h1").is_visible()


def test_targets_are_large_enough_for_a_thumb(visitor):
    """WCAG 2.5.8 asks 24 px; the house asks 44 px of what is tapped in a hurry."""
    page = visitor.open("/apua/", width=PHONE)

    sizes = [link.bounding_box() for link in page.locator("a.call, a.button, .button-urgent").all()]

    assert len(sizes) > 5
    assert [box for box in sizes if box["height"] < 44 or box["width"] < 44] == []
