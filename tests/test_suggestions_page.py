"""Suggestions while somebody writes: their form, where they lead, what they leave behind, what they cost."""

from __future__ import annotations

import pytest
from django.utils import translation
from django.utils.translation import gettext

from search import rebuilding
from tests import calendar_factories as calendar
from tests import factories as make
from tests.reading import LANGUAGES
from tests.search_pages import ask, suggested

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]

PATH = "/haku/ehdotukset/"


@pytest.fixture
def actor():
    return make.make_actor(name="Tekijä")


def answer(client, text: str, language: str = "fi") -> list[dict]:
    return ask(client, text, path=PATH, language=language).json()["suggestions"]


def test_title_leads_to_its_page_and_a_word_to_the_search(client, actor):
    make.make_service(name="Muskari", keywords_fi="muskarilaulu & <b>", actor=actor)
    rebuilding.rebuild()

    assert answer(client, "musk") == [
        {"label": "Muskari", "lang": "", "kind": "Palvelu", "url": "/palvelut/muskari/"},
        {
            "label": "muskarilaulu & <b>",
            "lang": "",
            "kind": "Haku",
            "url": "/haku/?q=muskarilaulu+%26+%3Cb%3E",
        },
    ]


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_addresses_and_kinds_are_in_the_language_and_finnish_labels_are_marked(client, actor, language):
    make.make_service(name="Muskari", keywords_fi="muskarilaulu", actor=actor)
    rebuilding.rebuild()

    found = answer(client, "musk", language)

    lang = "" if language == "fi-selko" else "fi"
    with translation.override(language):
        kind, search = gettext("Service"), gettext("Search")
    assert found == [
        {"label": "Muskari", "lang": lang, "kind": kind, "url": f"/{language}/palvelut/muskari/"},
        {"label": "muskarilaulu", "lang": lang, "kind": search, "url": f"/{language}/haku/?q=muskarilaulu"},
    ]
    assert [client.get(item["url"]).status_code for item in found] == [200, 200]


def test_at_most_eight_from_two_letters_on(client, actor):
    for number in range(10):
        make.make_service(name=f"Muskari {number}", actor=actor)
    rebuilding.rebuild()

    assert [len(answer(client, text)) for text in ("", " ", "m", "m ", "mu")] == [0, 0, 0, 0, 8]


@pytest.mark.parametrize("text", ["mu", "m", "qwxzvp"])
def test_what_somebody_began_to_write_is_kept_nowhere(client, actor, text):
    make.make_service(name="Muskari", actor=actor)
    rebuilding.rebuild()

    response = ask(client, text, path=PATH)

    assert response.headers["Content-Type"] == "application/json"
    assert (response.headers["Cache-Control"], response.headers["Referrer-Policy"]) == (
        "no-store",
        "no-referrer",
    )
    assert (response.cookies, response.headers.get("ETag")) == ({}, None)


def test_nothing_hidden_or_sensitive_is_suggested(client, actor):
    sensitive = make.make_theme(name="Piilo sensitiivinen", is_sensitive=True, neutral_name_fi="Neutraali")
    make.make_service(name="Piilo turvakoti", actor=actor, themes=[sensitive], keywords_fi="piilosana")
    make.make_situation(name="Piilo tilanne", themes=[sensitive])
    make.make_service(name="Piilo luonnos", actor=actor, state="draft")
    make.make_service(name="Piilo lopetettu", actor=actor, state="archived")
    make.make_service(name="Piilo jäsenille", actor=actor, visibility="members")
    calendar.make_meeting_place(name="Piilo paikka", place=make.make_place(state="draft"))
    make.make_service(name="Piilotettu leikki", keywords_fi="piilo itsemurha", actor=actor)
    rebuilding.rebuild()

    assert suggested(client, "piilo") == ["Piilotettu leikki"]
    client.force_login(make.make_member())
    assert suggested(client, "piilo") == ["Piilotettu leikki"]


def test_unpublished_item_is_not_suggested_any_more(client, actor, django_capture_on_commit_callbacks):
    service = make.make_service(name="Muskari", actor=actor)
    rebuilding.rebuild()
    assert suggested(client, "musk") == ["Muskari"]

    with django_capture_on_commit_callbacks(execute=True):
        service.state = "archived"
        service.save()

    assert suggested(client, "musk") == []


@pytest.mark.parametrize("item_count", [1, 3])
def test_suggestions_cost_the_same_however_many(client, actor, django_assert_num_queries, item_count):
    for number in range(item_count):
        make.make_service(name=f"Muskari {number}", actor=actor)
    rebuilding.rebuild()
    suggested(client, "mu")

    with django_assert_num_queries(8):  # the revision, the index, the notes, the suggestions of each weight
        assert len(suggested(client, "musk")) == item_count
    with django_assert_num_queries(2):  # the revision, the index
        assert suggested(client, "m") == []
