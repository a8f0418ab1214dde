"""The stairs of support as a picture: a flight on a wide screen and on paper, further in on a phone."""

from __future__ import annotations

import pytest

from tests.browser import DESKTOP, PHONE, overflow
from tests.test_stairs import make_sections

pytestmark = [pytest.mark.django_db, pytest.mark.browser]


def tops(page) -> list[float]:
    return [step.bounding_box()["y"] for step in page.locator(".stair").all()]


@pytest.fixture
def flight(origin):
    """Three more steps beside the one of the content that is being served."""
    make_sections(3)


def test_each_step_stands_higher_on_a_wide_screen_and_further_on_a_phone(flight, visitor):
    page = visitor.open("/portaat/", width=DESKTOP)
    wide = tops(page)
    page.set_viewport_size({"width": PHONE, "height": 800})
    narrow = tops(page)

    assert wide == sorted(set(wide), reverse=True)
    assert len(wide) == 4
    assert narrow == sorted(narrow)
    assert overflow(page) == []


def test_stairs_print_on_one_page(flight, visitor):
    page = visitor.open("/portaat/")

    pdf = page.pdf(format="A4", prefer_css_page_size=True)

    assert pdf.count(b"/Type /Page\n") == 1
