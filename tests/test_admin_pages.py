"""Every page of the desk: its languages, its own files alone, its search and its cost."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from perhekeskus import caching
from perhekeskus.languages import LANGUAGES
from perhekeskus.models import Installation, Redirect
from services import models as directory
from services.models import Service
from tests import desk
from tests import factories as make
from tests.reading import parse, words
from tests.test_roles_matrix import MATRIX

pytestmark = pytest.mark.django_db

ALL_SUFFIXES = {language.column_suffix for language in LANGUAGES.values()}


@pytest.fixture
def client():
    return desk.sign_in(desk.superuser())


def pages_of(client, model) -> list:
    """The list, the form for a new one, and one row's form, history and deletion, where there are such."""
    row = MATRIX[model].make(make.make_actor())
    addresses = [desk.address("changelist", model), desk.address("add", model)]
    addresses += [desk.address(way, row) for way in ("change", "history", "delete")]
    return [response for address in addresses if (response := client.get(address)).status_code == 200]


@pytest.mark.parametrize("model", MATRIX, ids=lambda model: model.__name__)
def test_pages_are_sound_finnish_and_load_only_our_own_files(client, model):
    responses = pages_of(client, model)

    assert len(responses) >= 2
    for response in responses:
        root = parse(response)  # an HTML error fails
        assert root.get("lang") == "fi"
        loaded = {e.get("src") or e.get("href") for e in root.iter() if e.tag in ("script", "link", "img")}
        foreign = {address for address in loaded - {None} if not re.match(r"/(?!/)|data:", address)}
        assert foreign == set()
        assert [e for e in root.iter("script") if e.get("src") is None and e.get("type") is None] == []
        assert [e.tag for e in root.iter() if e.get("style") or e.get("onclick")] == []


@pytest.mark.parametrize("enabled", [["fi", "fi-selko", "sv", "en"], ["fi", "se", "ar"]], ids=" ".join)
def test_forms_ask_for_the_texts_in_the_enabled_languages_only(client, settings, enabled):
    settings.SITE_LANGUAGES = enabled
    service = make.make_service(places=[make.make_place()], channels=[make.make_channel()])
    service.prices.create(min_amount=5)
    suffixes = {LANGUAGES[code].column_suffix for code in enabled}

    form = desk.form_of(client.get(desk.address("change", service)))

    def languages_of(text: str) -> set[str]:
        names = {name.removeprefix(text) for name in form if name.startswith(text)}
        return names & {f"_{suffix}" for suffix in ALL_SUFFIXES}

    expected = {f"_{suffix}" for suffix in suffixes}
    texts = ("name", "summary", "keywords", "place_links-0-note", "channel_links-0-note", "prices-0-note")
    assert {text: languages_of(text) for text in texts} == dict.fromkeys(texts, expected)


def test_texts_in_languages_that_are_not_enabled_survive_a_save(client):
    service = make.make_service(name="Kerho", name_se="Searvi", summary_ar="نادي", min_months=0)
    form = desk.form_of(client.get(desk.address("change", service)))

    client.post(desk.address("change", service), form | {"name_sv": "Klubb"})

    service.refresh_from_db()
    assert (service.name_se, service.summary_ar, service.name_sv) == ("Searvi", "نادي", "Klubb")


def test_texts_name_their_language_to_people_and_to_browsers(client, settings):
    settings.SITE_LANGUAGES = ["fi", "fi-selko", "ar"]
    root = parse(client.get(desk.address("add", directory.Theme)))

    fields = {
        name: root.find(f".//input[@name='{name}']") for name in ("name_fi", "name_fi_selko", "name_ar")
    }
    labels = [words(root.find(f".//label[@for='id_{name}']")).rstrip(":") for name in fields]

    assert [label.split(" · ")[1] for label in labels] == ["Suomi", "Selkosuomi", "العربية"]
    assert [(f.get("lang"), f.get("dir")) for f in fields.values()] == [
        ("fi", "ltr"),
        ("fi", "ltr"),
        ("ar", "rtl"),
    ]


def test_language_tabs_are_the_enabled_languages_and_all(client):
    root = parse(client.get(desk.address("add", Service)))

    tabs = root.findall(".//*[@data-language-tabs]/button")

    assert [tab.get("data-show-language") for tab in tabs] == ["fi", "fi-selko", "sv", "en", ""]


def test_form_without_translated_texts_has_no_language_tabs(client):
    assert parse(client.get(desk.address("add", Redirect))).find(".//*[@data-language-tabs]") is None


# --- Lists ----------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("äiti", ["Äitiysneuvola"]),
        ("ÄITIYS", ["Äitiysneuvola"]),
        ("rådgivning", ["Äitiysneuvola"]),
        ("neuvola kittilän", ["Äitiysneuvola"]),
        ("neuvola posion", []),
        ("", ["Kerho", "Äitiysneuvola"]),
    ],
)
def test_search_finds_words_in_any_language_and_case(client, query, names):
    actor = make.make_actor(name="Kittilän kunta")
    make.make_service(name="Äitiysneuvola", name_sv="Rådgivning", actor=actor)
    make.make_service(name="Kerho")

    response = client.get(desk.address("changelist", Service, q=query))

    assert [row.name_fi for row in response.context["cl"].result_list] == names


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize(
    ("model", "queries"),
    [(directory.Service, 9), (directory.Place, 8), (directory.Channel, 7), (directory.Helpline, 6)],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_list_costs_the_same_for_one_row_and_for_many(
    client, django_assert_num_queries, model, queries, count
):
    for _ in range(count):
        MATRIX[model].make(make.make_actor())
    client.get("/admin/")

    with django_assert_num_queries(queries):
        response = client.get(desk.address("changelist", model))

    assert len(response.context["cl"].result_list) == count


@pytest.mark.parametrize(
    ("filtered", "names"),
    [
        ({"checked": "never"}, ["Ei koskaan"]),
        ({"checked": "old"}, ["Vanha"]),
        ({"checked": "fresh"}, ["Tuore"]),
        ({"untranslated": "sv"}, ["Ei koskaan", "Tuore"]),
        ({"untranslated": "en"}, ["Ei koskaan", "Tuore", "Vanha"]),
    ],
    ids=lambda value: "=".join(*value.items()) if isinstance(value, dict) else "",
)
def test_filters_find_what_needs_work(client, filtered, names, monkeypatch):
    monkeypatch.setattr("services.admin.filters.dates.today", lambda: dt.date(2026, 11, 22))
    make.make_service(name="Ei koskaan", reviewed_on=None)
    make.make_service(name="Vanha", name_sv="Gammal", reviewed_on=dt.date(2025, 11, 21))
    make.make_service(name="Tuore", reviewed_on=dt.date(2025, 11, 22))

    response = client.get(desk.address("changelist", Service, **filtered))

    assert [row.name_fi for row in response.context["cl"].result_list] == names


# --- The house's own tables -----------------------------------------------------------------------
def test_installation_is_one_row_that_the_list_leads_to(client):
    add = client.get(desk.address("changelist", Installation))
    row = make.make_installation()
    change = client.get(desk.address("changelist", Installation))

    assert (add.url, change.url) == (desk.address("add", Installation), desk.address("change", row))


@pytest.mark.parametrize(
    ("old", "new", "faulty"),
    [
        ("/vanha/", "/uusi/", []),
        ("vanha/", "/uusi/", ["old_path"]),
        ("https://esimerkki.fi/vanha/", "//esimerkki.fi/", ["old_path", "new_path"]),
        ("/sv/gammal/", "/uusi/", ["old_path"]),
        ("/vanha/", "/vanha/", ["new_path"]),
    ],
)
def test_moved_address_stands_without_host_and_language(client, old, new, faulty):
    form = desk.form_of(client.get(desk.address("add", Redirect)))

    response = client.post(desk.address("add", Redirect), form | {"old_path": old, "new_path": new})

    assert (list(desk.errors_of(response)) if faulty else []) == faulty
    assert Redirect.objects.exists() is not bool(faulty)


def test_saving_on_the_desk_moves_the_revision_and_writes_history_under_ones_name(client):
    service = make.make_service(name="Kerho", min_months=0)
    revision = caching.current_revision()
    form = desk.form_of(client.get(desk.address("change", service)))

    client.post(desk.address("change", service), form | {"name_fi": "Vauvakerho"})

    newest = service.history.first()
    assert caching.current_revision() > revision
    assert (newest.name_fi, newest.history_user.is_superuser) == ("Vauvakerho", True)


@pytest.mark.parametrize("key", ["x", "1 OR 1=1", "9" * 40])
def test_key_that_is_none_is_an_error_at_its_field(client, key):
    service = make.make_service(name="Neuvola", min_months=0)
    client.force_login(desk.coordinator())
    address = desk.address("change", service)

    response = client.post(address, desk.form_of(client.get(address)) | {"actor": [key]})

    assert response.status_code == 200
    assert list(desk.errors_of(response)) == ["actor"]


@pytest.mark.parametrize(
    "model", [model for model in MATRIX if model is not Installation], ids=lambda model: model.__name__
)
def test_list_passes_over_what_is_chosen_and_could_not_be_a_key(client, model):
    MATRIX[model].make(make.make_actor())
    address = desk.address("changelist", model)
    choices = client.get(address).context["action_form"].fields["action"].choices
    actions = [name for name, _label in choices if name]
    before = model.objects.count()

    for action in actions:
        sent = {"action": action, "_selected_action": ["9" * 25, "\x00", "abc", "-1", "²"]}
        assert client.post(address, sent | {"index": "0"}).url == address
        assert client.post(address, sent).context["cl"].result_count == before

    assert model.objects.count() == before


def test_list_does_what_is_asked_to_the_keys_among_what_is_chosen(client):
    service = make.make_service(min_months=0, state="published")

    client.post(
        desk.address("changelist", Service),
        {"action": "archive", "_selected_action": ["9" * 25, str(service.pk), "abc"]},
    )

    service.refresh_from_db()
    assert service.state == "archived"
