"""Whatever is written into the search: a normal page, and nothing of it unescaped."""

from __future__ import annotations

import unicodedata

import pytest

from search import rebuilding
from tests import factories as make
from tests.reading import parse, raw, words
from tests.search_pages import HIT, ask, names, total

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]

LONG = 10_000
WRITTEN = {
    "nothing": "",
    "spaces": " \t ",
    "stop words": "ja ei se on että mutta kun",
    "punctuation": "!?.,;:-_'’\"()[]{}<>/\\|@#%&=+*~^`´§½",
    "hyphens": "-'-:'’-:",
    "emoji": "👶🏽👨‍👩‍👧 🇫🇮",
    "SQL": "'; DROP TABLE search_searchterm; -- %' OR 1=1 %s %(x)s {0}",
    "HTML": '"><script>alert(1)</script><img src=x onerror=alert(1)>',
    "template": "{{ 7*7 }}{% load i18n %}",
    "mixed scripts": "neuvola нeuvоla νeυvola",
    "right to left": "عنف אמא \u202eterapia\u202c \u2067x\u2069",
    "NUL": "neu\0vola",
    "newlines": "neuvola\r\nSet-Cookie: x=1\u2028y\u0085z",
    "combining marks": "a" + "\u0301" * 300,
    "private use": "\ue000 neuvola \ue000",
    "digits": "٣ ३ ² ½ Ⅷ 12345678901234567890 99v 999kk",
    "long word": "x" * LONG,
    "long words": "neuvola terapia " * (LONG // 16),
    "long unknown": " ".join(f"qw{n}zx" for n in range(LONG // 8)),
    "long hyphens": "a-" * (LONG // 2),
    "long ages": "3v " * (LONG // 3),
    "long HTML": "<b>" * (LONG // 3),
    "long Arabic": "عنف " * (LONG // 4),
    "long emoji": "👶🏽" * (LONG // 2),
    "long NUL": "\0" * LONG,
}


@pytest.fixture
def searchable():
    actor = make.make_actor(name="Tekijä")
    make.make_service(name="Neuvola", summary_fi="Ei se mitään.", actor=actor)
    make.make_service(name="Terapia", actor=actor)
    rebuilding.rebuild()


def handlers(root) -> list[str]:
    return [name for element in root.iter() for name in element.attrib if name.startswith("on")]


def hidden_characters(body: str) -> set[str]:
    """Characters that are not seen and change how others are."""
    return {c for c in body if unicodedata.category(c) in ("Cc", "Cf") and c not in "\n\r\t\xad"}


@pytest.mark.parametrize("path", ["/haku/", "/palvelut/"])
@pytest.mark.parametrize("language", ["fi", "en"])
def test_anything_written_gives_a_normal_page(client, searchable, path, language):
    usual = parse(ask(client, "neuvola", path=path, language=language))
    scripts = [e.get("src") for e in usual.iter("script")]

    for name, text in WRITTEN.items():
        response = ask(client, text, path=path, language=language)
        assert response.status_code == 200, name
        root = parse(response)  # strictly: an error of HTML fails
        sources = [e.get("src") for e in root.iter("script")]
        assert not set(sources) - {*scripts, *quick_exit(sources)}, name
        assert (list(root.iter("img")), handlers(root)) == ([], []), name
        assert hidden_characters(response.content.decode()) == set(), name
        assert len(response.content) < 400_000, name


def quick_exit(sources: list) -> list:
    """Arabic words of violence make the page one that can be left fast."""
    return [source for source in sources if source and "quick-exit" in source]


def test_anything_written_gives_suggestions_or_none(client, searchable):
    for name, text in WRITTEN.items():
        response = ask(client, text, path="/haku/ehdotukset/")
        assert response.status_code == 200, name
        assert len(response.json()["suggestions"]) <= 8, name


def test_what_was_written_stands_in_the_field_as_it_was(client, searchable):
    text = WRITTEN["HTML"]
    root = parse(ask(client, text))

    assert root.find(".//input[@type='search']").get("value") == text
    assert words(root.find(".//title")).startswith(f"{text} · ")


def test_control_characters_are_spaces(client, searchable):
    root = parse(ask(client, "neuvola\0\r\n\u202ey"))

    assert root.find(".//input[@type='search']").get("value") == "neuvola y"
    assert [words(h3) for h3 in root.findall(f"{HIT}/h3")] == ["Neuvola"]


def test_only_stop_words_are_searched_as_they_are(client, searchable):
    root = parse(ask(client, "ei se"))

    assert root.find(".//input[@type='search']").get("value") == "ei se"
    assert total(root) == len(root.findall(HIT)) <= 1


def test_last_of_several_words_parameters_counts(client, searchable):
    response = ask(client, ["terapia", "neuvola"])

    assert names(response) == ["Neuvola"]
    assert parse(response).find(".//input[@type='search']").get("value") == "neuvola"


def test_bytes_that_are_no_text_are_passed_over(client, searchable):
    for path in ("/haku/", "/palvelut/", "/haku/ehdotukset/"):
        assert raw(client, path, "q=%ff%fe%ed%a0%80neuvola&q").status_code == 200


def test_search_is_read_only(client, searchable):
    for path in ("/haku/", "/haku/ehdotukset/"):
        assert client.post(path, {"q": "neuvola"}).status_code == 405
