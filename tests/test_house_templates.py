"""House rules of templates and static files; each failure says what to do instead."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from django.conf import settings
from modeltranslation.translator import translator

ROOT = settings.BASE_DIR
# Pages of others that ours stand in for: Django and allauth name them, and draw them for members.
FOREIGN = ("admin/", "account/", "allauth/", "mfa/", "usersessions/")
# Django names these itself.
BY_DJANGO = {"400.html", "403.html", "404.html", "429.html", "500.html"}
# Objects whose texts have been chosen for the page's language already (LocalText, or a plain word).
CHOSEN_ALREADY = {
    "card",  # ServiceCard
    "site",  # SiteFacts
    "form",  # a form's field
    "widget",
    "language",
    "link",  # a language of the switcher, SituationLink
    "facet",
    "contact",  # Contact of a service's page
    "point",  # ServicePoint
    "shown",  # ShownTheme
    "step.theme",
    "section",  # ShownSection
    "alone",  # AloneService
    "centre",  # NamedLink
    "page.previous",
    "page.next",
    "line",  # HoursLine, SlotLine
    "day",  # ShownDay
    "pause",  # ShownBreak
    "today.next",  # NextSession
    "file",  # SessionFile
}


@cache
def templates() -> dict[str, str]:
    """Every template of ours by name, comments taken out."""
    folder = ROOT / "templates"
    return {
        path.relative_to(folder).as_posix(): re.sub(
            r"{#.*?#}|{% comment %}.*?{% endcomment %}", "", path.read_text(encoding="utf-8"), flags=re.DOTALL
        )
        for path in sorted(folder.rglob("*"))
        if path.suffix in (".html", ".txt")
    }


def public() -> dict[str, str]:
    return {name: text for name, text in templates().items() if not name.startswith(FOREIGN)}


def lines_with(pattern: str, texts: dict[str, str]) -> list[str]:
    return [
        f"{name}:{number}: {line.strip()[:120]}"
        for name, text in texts.items()
        for number, line in enumerate(text.splitlines(), 1)
        if re.search(pattern, line, re.IGNORECASE)
    ]


def static_files(*suffixes: str) -> dict[str, str]:
    return {
        path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted((ROOT / "static").rglob("*"))
        if path.suffix in suffixes and "vendor" not in path.parts
    }


# --- Texts ----------------------------------------------------------------------------------------
def translated_fields() -> set[str]:
    """Names of translated fields in any model."""
    return {
        name
        for model in translator.get_registered_models(abstract=False)
        for name in translator.get_options_for_model(model).all_fields
    }


def bare_texts(text: str) -> list[str]:
    """Uses of a translated field that do not come through {% text %}."""
    fields = translated_fields() - {"text"}  # a LocalText has a `text` of its own
    found = []
    for tag in re.findall(r"{{.*?}}|{%.*?%}", text):
        for path in re.findall(r"[A-Za-z_]\w*(?:\.\w+)+", re.sub(r"'[^']*'|\"[^\"]*\"", "", tag)):
            parts = path.split(".")
            for place, part in enumerate(parts[1:], 1):
                if part in fields and ".".join(parts[:place]) not in CHOSEN_ALREADY:
                    found.append(".".join(parts[: place + 1]))
    return found


def test_translated_texts_come_through_the_text_tag():
    wrong = {name: found for name, text in public().items() if (found := bare_texts(text))}

    assert wrong == {}, 'write {% text item "name" %}: the bare field shows Finnish without saying so'


@pytest.mark.parametrize(
    ("template", "found"),
    [
        ("{{ service.name }}", ["service.name"]),
        ("{{ service.summary|linebreaks }}", ["service.summary"]),
        ("{% if service.description %}", ["service.description"]),
        ("{% include 'a.html' with text=place.entrance %}", ["place.entrance"]),
        ('{% text service "name" %}', []),
        ("{{ card.name }}", []),
        ("{{ municipality.name_fi }}", []),
        ("{% include 'components/card.name.html' %}", []),
    ],
)
def test_rule_of_translated_texts_sees_what_it_should(template, found):
    assert bare_texts(template) == found


def test_nothing_is_shown_unescaped():
    html = {name: text for name, text in templates().items() if name.endswith(".html")}

    assert lines_with(r"\|\s*safe\b|autoescape\s+off|\|\s*safeseq", html) == []


# --- What a page may carry ------------------------------------------------------------------------
@pytest.mark.parametrize(
    "pattern",
    [
        r"<style\b",
        r"\sstyle\s*=",
        r"<script\b(?![^>]*\bsrc=)",
        r"\son[a-z]+\s*=\s*[\"']",
        r"javascript:",
        r"<iframe\b",
        r"<object\b",
    ],
)
def test_no_template_has_inline_style_or_script(pattern):
    assert lines_with(pattern, templates()) == [], "the content policy would stop it: site.css, static/js"


# Names of things, not addresses that a browser would ask.
NAMES = r"http://www\.w3\.org/\w+|https?://schema\.org"


def test_no_other_host_is_asked_for_anything():
    texts = {**public(), **static_files(".css", ".js", ".svg")}
    without_names = {name: re.sub(NAMES, "", text) for name, text in texts.items()}
    # A link that a reader follows is no request of the page's; everything else is.
    asked = (
        r"(src|srcset|action|poster|data)\s*=\s*[\"'](https?:)?//|url\(\s*[\"']?(https?:)?//|"
        r"@import|fetch\([\"'](https?:)?//"
    )

    assert lines_with(asked, without_names) == []
    assert lines_with(r"<link\b[^>]*href=[\"'](https?:)?//", without_names) == []
    assert (
        lines_with(r"https?://", {n: t for n, t in without_names.items() if n.endswith((".css", ".js"))})
        == []
    )


def test_no_public_template_writes_another_sites_address():
    wrong = [
        line
        for line in lines_with(
            r"https?://",
            {name: text for name, text in public().items() if not name.startswith("statements/")},
        )
        if not re.search(NAMES, line)
    ]
    assert wrong == [], "addresses are content: channels, helplines, the installation's own row"


# --- Nothing forgotten ----------------------------------------------------------------------------
def test_every_template_is_used():
    sources = [
        path.read_text(encoding="utf-8")
        for app in ("perhekeskus", "members", "services", "meetingplaces", "search")
        for path in (ROOT / app).rglob("*.py")
    ]
    told = "\n".join([*sources, *templates().values()])

    # A page in every language is named by its beginning: f"statements/privacy_{language}.html".
    unused = [
        name
        for name in public()
        if name not in BY_DJANGO
        and name not in told
        and re.sub(r"_[a-z-]+\.html$", "_{", name) not in told
        and f"{Path(name).parent}/{{" not in told
    ]
    assert unused == [], "take it away, or draw it somewhere"


def test_every_static_file_of_ours_is_used():
    sources = [
        path.read_text(encoding="utf-8")
        for app in ("perhekeskus", "members", "services", "meetingplaces", "search")
        for path in (ROOT / app).rglob("*.py")
    ]
    told = "\n".join([*sources, *templates().values(), *static_files(".css").values()])

    unused = [name for name in static_files(".js", ".css") if Path(name).name not in told]
    assert unused == []


def test_every_template_shorter_than_a_hundred_lines():
    long = {name: len(text.splitlines()) for name, text in public().items() if len(text.splitlines()) > 100}

    assert {name: length for name, length in long.items() if not name.startswith("statements/")} == {}


def test_no_public_page_carries_a_token_but_the_form_of_the_home_municipality():
    assert {name for name, text in public().items() if "csrf_token" in text} == {"home_municipality.html"}


def test_no_translated_markup_is_built_by_joining_words():
    # {% translate %} in pieces around a variable cannot be put in another language's order.
    assert lines_with(r"{% translate [^%]*%\(", templates()) == []
