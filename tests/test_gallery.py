"""The gallery of page pieces: for staff alone, whole, and of examples only."""

from __future__ import annotations

import re

import pytest
from django.conf import settings

from perhekeskus.gallery import names_in
from tests import desk
from tests.reading import headings, meta, parse, words

pytestmark = pytest.mark.django_db


def test_gallery_shows_every_icon_and_picture_to_staff():
    response = desk.sign_in(desk.coordinator()).get("/admin/osat/")
    root = parse(response)

    assert headings(root)[0][0] == 1
    shown = {words(code) for code in root.iter("code")}
    assert {*names_in("icons/sprite.svg", "symbol"), *names_in("icons/pictures.svg", "g")} <= shown
    assert meta(root, "robots") == "noindex"
    assert "no-store" in response.headers["Cache-Control"]


def test_gallery_is_not_for_the_public(client):
    response = client.get("/admin/osat/")

    assert response.status_code == 302
    assert response.headers["Location"].startswith("/admin/login/")


def test_every_icon_that_a_page_names_is_drawn():
    names = set(names_in("icons/sprite.svg", "symbol"))
    asked = {
        name
        for path in (settings.BASE_DIR / "templates").rglob("*.html")
        for name in re.findall(r'{% icon "([a-z-]+)"', path.read_text(encoding="utf-8"))
    }

    assert asked - names == set()
    assert len(asked) > 15


def test_every_icon_that_the_demo_names_is_drawn():
    from perhekeskus.demo import reference, themes

    named = {record["icon"] for record in [*reference.AGE_GROUPS, *themes.THEMES]}

    assert named - set(names_in("icons/sprite.svg", "symbol")) == set()
