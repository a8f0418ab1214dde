"""The HTML of every page: no parse error, and the rules that a screen reader relies on."""

from __future__ import annotations

import itertools
from collections import Counter
from xml.etree.ElementTree import Element

import pytest
from django.test import Client, RequestFactory
from html5lib.html5parser import ParseError

from perhekeskus import errors
from perhekeskus.caching import PageState, current_revision
from tests.pages import PAGES, make_content
from tests.reading import LANGUAGES, in_language, parse, words

pytestmark = [pytest.mark.django_db, pytest.mark.logs_errors]  # a page for a bad Host is among them

# Controls that need words of their own; a button has its text.
LABELLED = ("select", "textarea")
UNLABELLED_INPUTS = ("hidden", "submit")
POINTERS = ("aria-labelledby", "aria-describedby", "aria-controls", "popovertarget", "for", "headers")


def error_pages(client, language: str) -> list[tuple[str, object]]:
    """The pages that no address of `PAGES` gives: 400, 403, 500, and a form sent back."""
    form = in_language("/oma-kunta/", language)
    broken = RequestFactory().get(form)
    broken.page = PageState(revision=current_revision())
    return [
        ("400", client.get(form, HTTP_HOST="[bad")),
        ("400 form", client.post(form, {"home": "helsinki"})),
        ("403", Client(enforce_csrf_checks=True).post(form)),
        ("500", errors.server_error(broken)),
    ]


_walks: dict[str, list[tuple[str, object]]] = {}  # a walk takes seconds, and the rules only read it


@pytest.fixture(params=LANGUAGES)
def walked(request, client) -> list[tuple[str, object]]:
    """Every page there is in one language, with its name."""
    if request.param not in _walks:
        make_content()
        pages = [(page.name, client.get(page.address(request.param))) for page in PAGES]
        _walks[request.param] = pages + error_pages(client, request.param)
    return _walks[request.param]


@pytest.fixture
def trees(walked) -> list[tuple[str, Element]]:
    return [(name, parse(response)) for name, response in walked]


def parse_fault(response) -> str:
    try:
        parse(response)
    except ParseError as fault:
        return str(fault) or "cannot be parsed"
    return ""


def test_pages_answer_what_the_walk_expects(walked):
    expected = {page.name: page.status for page in PAGES}
    expected |= {"400": 400, "400 form": 400, "403": 403, "500": 500}

    assert {name: response.status_code for name, response in walked} == expected


def test_pages_have_no_parse_error(walked):
    assert {name: fault for name, response in walked if (fault := parse_fault(response))} == {}


def test_pages_say_each_id_once(trees):
    def repeated(root: Element) -> list[str]:
        counts = Counter(e.get("id") for e in root.iter() if e.get("id") is not None)
        return [name for name, count in counts.items() if count > 1]

    assert {name: ids for name, root in trees if (ids := repeated(root))} == {}


def test_pages_point_only_at_ids_that_are_there(trees):
    def dangling(root: Element) -> list[str]:
        known = {e.get("id") for e in root.iter()}
        asked = [id_ for e in root.iter() for name in POINTERS for id_ in (e.get(name) or "").split()]
        asked += [e.get("href")[1:] for e in root.iter("a") if (e.get("href") or "").startswith("#")]
        return [id_ for id_ in asked if id_ not in known]

    assert {name: ids for name, root in trees if (ids := dangling(root))} == {}


def test_every_control_has_a_label_and_every_label_a_control(trees):
    def faults(root: Element) -> list[str]:
        controls = [e for e in root.iter() if e.tag in LABELLED]
        controls += [e for e in root.iter("input") if e.get("type") not in UNLABELLED_INPUTS]
        named = {label.get("for") for label in root.iter("label") if words(label)}
        inside = {id(e) for label in root.iter("label") if words(label) for e in label.iter()}
        nameless = [e for e in controls if id(e) not in inside and e.get("id") not in named]
        known = {e.get("id") for e in controls}
        idle = [
            label
            for label in root.iter("label")
            if label.get("for") not in known and not any(e in controls for e in label.iter())
        ]
        return [f"{e.tag} {e.attrib}" for e in nameless + idle]

    assert {name: found for name, root in trees if (found := faults(root))} == {}


def test_pages_have_one_h1_and_never_skip_a_heading_level(trees):
    def faults(root: Element) -> list:
        levels = [int(e.tag[1]) for e in root.iter() if e.tag in ("h1", "h2", "h3", "h4", "h5", "h6")]
        skips = [pair for pair in itertools.pairwise(levels) if pair[1] > pair[0] + 1]
        return skips if levels.count(1) == 1 and levels[0] == 1 else [levels]

    assert {name: found for name, root in trees if (found := faults(root))} == {}


def test_headings_links_and_buttons_have_words(trees):
    tags = ("h1", "h2", "h3", "h4", "a", "button", "summary", "legend", "caption", "th", "title")

    def silent(root: Element) -> list[str]:
        return [f"{e.tag} {e.attrib}" for e in root.iter() if e.tag in tags and not words(e)]

    assert {name: found for name, root in trees if (found := silent(root))} == {}


def test_pictures_are_decoration_or_have_a_name(trees):
    def faults(root: Element) -> list[str]:
        pictures = [e for e in root.iter("svg") if e.get("aria-hidden") != "true"]
        unnamed = [e for e in pictures if e.get("role") != "img" or not e.get("aria-label")]
        return [str(e.attrib) for e in unnamed + [e for e in root.iter("img") if e.get("alt") is None]]

    assert {name: found for name, root in trees if (found := faults(root))} == {}


# Pages that have a title of another on purpose: the same page, or one that says nothing of its subject.
SAME_TITLE = (
    "front of a municipality",
    "theme of a municipality",
    "situations of two ages",
    "no such age group",
    "archived situation",
    "services, unknown choice",
    "services, sensitive theme",
    "no such page",
    "no such week",
    "week, unknown choice",
    "week, sensitive theme",
    "archived meeting place",
    "archived activity",
    "meeting places of a municipality",
    "400 form",
)


def test_pages_have_one_main_and_a_title_of_their_own(trees):
    titles = Counter(words(root.find(".//title")) for name, root in trees if name not in SAME_TITLE)

    assert {name: len(root.findall(".//main")) for name, root in trees} == {name: 1 for name, _ in trees}
    assert {title: count for title, count in titles.items() if count > 1} == {}
