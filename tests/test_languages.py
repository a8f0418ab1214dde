"""The table of languages, and texts that are shown in another language than the page's."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from django.conf import settings
from django.conf.locale import LANG_INFO
from django.utils import formats, translation
from django.utils.html import escape

from perhekeskus.languages import LANGUAGES, current, enabled, join_path, split_path
from perhekeskus.translated import LocalText, choose, columns, local_text
from services.models import Service
from tests import factories as make

ALL = ["fi", "fi-selko", "sv", "en", "se", "smn", "sms", "uk", "ru", "ar"]


def test_languages_are_the_ten_of_the_design():
    assert list(LANGUAGES) == ALL
    assert list(settings.MODELTRANSLATION_LANGUAGES) == ALL
    assert [language.code for language in enabled()] == ["fi", "fi-selko", "sv", "en"]


def test_easy_finnish_is_finnish_to_browsers_and_unknown_to_search_engines():
    selko = LANGUAGES["fi-selko"]

    assert (selko.html_lang, selko.hreflang, selko.column_suffix) == ("fi", None, "fi_selko")


def test_only_arabic_is_written_from_right_to_left():
    assert [code for code, language in LANGUAGES.items() if language.direction == "rtl"] == ["ar"]


def test_every_language_falls_back_to_finnish_and_finnish_to_none():
    assert {code: language.fallback for code, language in LANGUAGES.items()} == {
        code: () if code == "fi" else ("fi",) for code in ALL
    }


@pytest.mark.parametrize("code", ALL)
def test_django_knows_every_language(code):
    assert LANG_INFO[code]["name_local"]
    assert LANG_INFO[code]["bidi"] is (code == "ar")


def test_columns_of_every_language_exist_whichever_are_enabled():
    fields = {field.name for field in Service._meta.concrete_fields}

    assert {f"summary_{language.column_suffix}" for language in LANGUAGES.values()} <= fields


# --- Addresses -----------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("path", "code", "rest"),
    [
        ("/", "fi", "/"),
        ("/palvelut/", "fi", "/palvelut/"),
        ("/sv/", "sv", "/"),
        ("/sv/palvelut/neuvola/", "sv", "/palvelut/neuvola/"),
        ("/fi-selko/apua/", "fi-selko", "/apua/"),
        ("/sv", "fi", "/sv"),
        ("/svenska/", "fi", "/svenska/"),
        ("/fi/palvelut/", "fi", "/fi/palvelut/"),
        ("/ru/palvelut/", "fi", "/ru/palvelut/"),
    ],
    ids=lambda value: value,
)
def test_split_path_reads_the_language_of_an_address(path, code, rest):
    assert split_path(path) == (code, rest)


@pytest.mark.parametrize("code", ["fi", "fi-selko", "sv", "en"])
def test_join_path_undoes_split_path(code):
    assert split_path(join_path(code, "/palvelut/")) == (code, "/palvelut/")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("path", "html_lang"),
    [("/apua/", "fi"), ("/fi-selko/apua/", "fi"), ("/sv/apua/", "sv"), ("/en/apua/", "en")],
)
def test_address_alone_decides_the_language_of_a_page(client, path, html_lang):
    client.cookies["django_language"] = "en"

    response = client.get(path, headers={"Accept-Language": "sv,en;q=0.5"})

    assert re.search(r'<html lang="([^"]+)"', response.content.decode())[1] == html_lang
    assert response.headers["Content-Language"] == html_lang
    assert "Accept-Language" not in response.headers["Vary"]


def test_current_is_finnish_when_the_thread_speaks_none_of_ours():
    with translation.override("de"):
        assert current().code == "fi"
    with translation.override(None):
        assert current().code == "fi"


# Django reads formats only of languages that have a catalogue: se, smn and sms get theirs with it.
@pytest.mark.parametrize("code", ["fi", "fi-selko", "sv", "en", "uk", "ru", "ar"])
def test_dates_and_clock_times_are_written_the_finnish_way(code):
    with translation.override(code):
        assert formats.date_format(dt.date(2026, 11, 2)) == "2.11.2026"
        assert formats.time_format(dt.time(9, 30)) == "9.30"


# --- Texts ---------------------------------------------------------------------------------------
def test_columns_are_the_language_and_its_fallback():
    assert columns("name", "fi") == ("name_fi",)
    assert columns("name", "fi-selko") == ("name_fi_selko", "name_fi")
    assert columns("actor__name", "sv") == ("actor__name_sv", "actor__name_fi")


@pytest.mark.parametrize(
    ("values", "language", "chosen"),
    [
        (["Neuvola"], "fi", LocalText("Neuvola")),
        (["Rådgivning", "Neuvola"], "sv", LocalText("Rådgivning")),
        (["", "Neuvola"], "sv", LocalText("Neuvola", "fi")),
        ([None, "Neuvola"], "ar", LocalText("Neuvola", "fi")),
        (["", "Neuvola"], "fi-selko", LocalText("Neuvola", "fi")),
        (["", ""], "sv", LocalText("")),
        ([""], "fi", LocalText("")),
    ],
)
def test_choose_takes_the_first_text_there_is_and_marks_a_fallback(values, language, chosen):
    assert choose(values, language) == chosen
    assert choose(values, language).is_fallback is bool(chosen.html_lang)


def test_local_text_reads_the_language_asked_and_not_the_threads():
    service = Service(name_fi="Neuvola", name_sv="Rådgivning", summary_fi="Apua", summary_sv=None)

    with translation.override("en"):
        assert local_text(service, "name", "sv") == LocalText("Rådgivning")
        assert local_text(service, "summary", "sv") == LocalText("Apua", "fi")


def test_fallback_is_shown_escaped_and_marked_with_its_language():
    assert LocalText("<b>", "fi").__html__() == '<span lang="fi">&lt;b&gt;</span>'
    assert LocalText("<b>").__html__() == escape("<b>")


@pytest.mark.django_db
def test_swedish_page_marks_finnish_text_and_says_so_once(client):
    make.make_service(name="Neuvola", slug="neuvola", name_sv="Rådgivning", summary_fi="Suomeksi vain.")
    make.make_service(name="Kerho", slug="kerho", name_sv="Klubb", summary_sv="På svenska.")

    page = client.get("/sv/palvelut/").content.decode()

    assert page.count('<span lang="fi">Suomeksi vain.</span>') == 1
    assert page.count("På svenska.") == 1
    assert page.count("notice--line") == 1


@pytest.mark.django_db
def test_page_whose_texts_are_all_translated_has_no_notice(client):
    actor = make.make_actor(name="Yhdistys", name_sv="Förening")
    make.make_service(name="Kerho", name_sv="Klubb", summary_sv="På svenska.", actor=actor)

    assert "notice--line" not in client.get("/sv/palvelut/").content.decode()
