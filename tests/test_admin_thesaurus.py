"""The thesaurus on the desk: what is refused, and what a line would do before it is saved."""

from __future__ import annotations

import pytest
from django.forms import modelform_factory

from perhekeskus.caching import current_revision
from search import rebuilding
from search.admin import SynonymForm
from search.finding import find_all
from search.models import SearchSynonym
from search.thesaurus import seed
from tests import desk
from tests import factories as make

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


@pytest.fixture
def client():
    return desk.sign_in(desk.coordinator())


@pytest.fixture
def portal() -> tuple[str, int]:
    """Four services in the index: one in Swedish too, one sensitive; kind and key of the home help."""
    make.make_service(name="Unikoulu", summary_fi="Kun vauvan nukkuminen huolettaa.")
    home_help = make.make_service(name="Kotipalvelu", summary_fi="Apua kotiin.", slug="kotipalvelu")
    make.make_service(name="Neuvola", name_sv="Rådgivning", slug="neuvola")
    hidden = make.make_theme(name="Turva", is_sensitive=True, neutral_name_fi="Apua")
    make.make_service(name="Turvakoti", neutral_name_fi="Apua heti", slug="apua-heti", themes=[hidden])
    rebuilding.rebuild()
    return "palvelut", home_help.pk


def send(client, row=None, **line):
    """Send the form of a new line, or of a saved one, filled as `line` says."""
    address = desk.address("change", row) if row else desk.address("add", SearchSynonym)
    return client.post(address, desk.form_of(client.get(address)) | line)


def lines() -> list[tuple[str, str, str]]:
    return list(SearchSynonym.objects.values_list("language", "triggers", "targets"))


def found(text: str, language: str = "fi") -> set[tuple[str, int]]:
    return {hit.key for hit in find_all(text, language, current_revision()).hits}


# --- Saving ---------------------------------------------------------------------------------------
def test_saved_line_is_used_by_the_next_search_and_stands_in_the_history(client, portal):
    before = found("ihan poikki")

    send(client, triggers="poikki, ihan naatti", targets="kotipalvelu")

    [line] = SearchSynonym.objects.all()
    assert (before, found("ihan poikki")) == (set(), {portal})
    assert line.history.get().history_user.is_coordinator


@pytest.mark.parametrize(
    ("language", "triggers", "targets", "field", "named"),
    [
        ("fi", "poikki", "kotipalvelu, saunailta", "targets", "saunailta"),
        ("fi", "poikki", "kotipalvelu saunailta, doula", "targets", "kotipalvelu saunailta, doula"),
        ("fi", "ja, poikki, en voi", "kotipalvelu", "triggers", "ja, en voi"),
        ("fi", "Kotipalvelu", "kotipalvelu", "triggers", "kotipalvelu"),
        ("sv", "bvc", "badhus", "targets", "badhus"),
        ("fi", "bvc", "rådgivning", "targets", "rådgivning"),
    ],
)
def test_useless_line_is_refused_and_what_is_wrong_is_named(
    client, portal, language, triggers, targets, field, named
):
    response = send(client, language=language, triggers=triggers, targets=targets)

    [(faulty, [error])] = desk.errors_of(response).items()
    assert (faulty, error.rpartition(": ")[2]) == (field, f"{named}.")
    assert lines() == []


@pytest.mark.parametrize(
    ("triggers", "targets", "faulty"),
    [("", "kotipalvelu", ["triggers"]), ("poikki", "", ["targets"]), (", ,", "!?", ["triggers", "targets"])],
)
def test_line_without_words_is_refused(client, portal, triggers, targets, faulty):
    response = send(client, triggers=triggers, targets=targets)

    assert list(desk.errors_of(response)) == faulty
    assert lines() == []


def test_word_may_lead_to_others_beside_itself(client, portal):
    send(client, triggers="kotipalvelu, kodinhoito", targets="kotipalvelut, neuvolan")

    assert lines() == [("fi", "kotipalvelu, kodinhoito", "kotipalvelut, neuvolan")]


def test_swedish_line_may_lead_to_a_finnish_text_that_answers_there(client, portal):
    before = found("hembesök", "sv")

    send(client, language="sv", triggers="hembesök", targets="kotipalvelu")

    assert (before, found("hembesök", "sv")) == (set(), {portal})


def test_line_that_is_not_in_use_may_wait_for_its_text(client, portal):
    address = desk.address("add", SearchSynonym)
    form = desk.form_of(client.get(address))
    del form["is_active"]

    client.post(address, form | {"triggers": "löyly", "targets": "saunailta"})

    assert lines() == [("fi", "löyly", "saunailta")]


def test_without_an_index_no_target_can_be_said_to_be_missing(client):
    send(client, triggers="löyly", targets="saunailta")

    assert lines() == [("fi", "löyly", "saunailta")]


def test_form_offers_the_enabled_languages_and_the_one_of_the_line(client, settings):
    settings.SITE_LANGUAGES = ["fi", "fi-selko", "en"]
    line = SearchSynonym.objects.create(language="se", triggers="mánná", targets="neuvola")

    def offered(address: str) -> list[str]:
        form = client.get(address).context["adminform"].form
        return [code for code, _name in form.fields["language"].choices]

    assert offered(desk.address("add", SearchSynonym)) == ["fi", "en"]
    assert offered(desk.address("change", line)) == ["fi", "en", "se"]


def test_address_fills_the_form_beforehand(client):
    form = desk.form_of(client.get(desk.address("add", SearchSynonym, triggers="bvc", language="sv")))

    assert (form["triggers"], form["language"]) == (["bvc"], ["sv"])


def test_lines_that_the_portal_comes_with_could_be_saved_on_the_desk():
    fields = ["language", "triggers", "targets", "is_active", "note"]
    form_class = modelform_factory(SearchSynonym, SynonymForm, fields=fields)

    faults = [form_class({**line, "is_active": True}).errors.as_text() for line in seed()]

    assert [fault for fault in faults if fault] == []
    assert len(faults) > 100


# --- Preview --------------------------------------------------------------------------------------
def previewed(response) -> list[tuple[str, list[str], list[str]]]:
    return [
        (tried.phrase, [item.name.text for item in tried.now], [item.name.text for item in tried.then])
        for tried in response.context["preview"].phrases
    ]


def test_preview_shows_what_each_phrase_finds_now_and_then_and_saves_nothing(client, portal):
    response = send(client, triggers="poikki, uupunut vauva", targets="kotipalvelu", _preview="1")

    assert previewed(response) == [
        ("poikki", [], ["Kotipalvelu"]),
        ("uupunut vauva", ["Unikoulu"], ["Kotipalvelu", "Unikoulu"]),
    ]
    assert '<a href="/palvelut/kotipalvelu/">Kotipalvelu</a>' in response.content.decode()
    assert desk.form_of(response)["triggers"] == ["poikki, uupunut vauva"]
    assert lines() == []


def test_preview_of_a_saved_line_is_without_what_it_says_now(client, portal):
    line = SearchSynonym.objects.create(triggers="poikki", targets="kotipalvelu")

    response = send(client, line, targets="neuvola", _preview="1")

    line.refresh_from_db()
    assert previewed(response) == [("poikki", ["Kotipalvelu"], ["Neuvola"])]
    assert line.targets == "kotipalvelu"


def test_preview_of_a_swedish_line_is_of_swedish_pages(client, portal):
    response = send(client, language="sv", triggers="bvc", targets="rådgivning", _preview="1")

    assert previewed(response) == [("bvc", [], ["Rådgivning"])]
    assert '<a href="/sv/palvelut/neuvola/">Rådgivning</a>' in response.content.decode()


def test_preview_names_sensitive_things_too(client, portal):
    response = send(client, triggers="pakoon", targets="turvakoti", _preview="1")

    assert previewed(response) == [("pakoon", [], ["Turvakoti"])]


def test_preview_of_a_line_that_is_not_in_use_changes_nothing(client, portal):
    line = SearchSynonym.objects.create(triggers="poikki", targets="kotipalvelu", is_active=False)

    assert previewed(send(client, line, _preview="1")) == [("poikki", [], [])]


def test_preview_of_a_faulty_line_shows_the_fault_alone(client, portal):
    response = send(client, triggers="poikki", targets="saunailta", _preview="1")

    assert list(desk.errors_of(response)) == ["targets"]
    assert "preview" not in response.context


def test_preview_tries_the_first_phrases_and_counts_the_rest(client, portal, monkeypatch):
    monkeypatch.setattr("search.preview.TRIED", 2)

    preview = send(
        client, triggers="poikki, naatti, uupunut, poikki", targets="kotipalvelu", _preview="1"
    ).context["preview"]

    assert ([tried.phrase for tried in preview.phrases], preview.left_out) == (["poikki", "naatti"], 1)


def test_editor_of_an_actor_cannot_try_a_line(portal):
    client = desk.sign_in(desk.editor(make.make_actor()))
    sent = {"language": "fi", "triggers": "pakoon", "targets": "turvakoti", "_preview": "1"}

    response = client.post(desk.address("add", SearchSynonym), sent)

    assert (response.status_code, "Turvakoti" in response.content.decode()) == (403, False)
