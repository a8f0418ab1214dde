"""A draft seen as a page: by those who may see it on the desk, and without a trace."""

from __future__ import annotations

import pytest

from perhekeskus.caching import pages
from tests import desk
from tests import factories as make
from tests.reading import card_names, headings, meta, parse

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft():
    return make.make_service(
        name="Vauvakerho", name_sv="Babyklubb", state="draft", actor=make.make_actor(name="Perhetupa")
    )


@pytest.fixture
def client():
    return desk.sign_in(desk.coordinator())


def test_preview_shows_the_draft_as_its_page(client, draft):
    response = client.get(desk.address("preview", draft))

    page = parse(response)
    assert headings(page)[0] == (1, "Vauvakerho")
    assert page.get("lang") == "fi"
    assert client.get(f"/palvelut/{draft.slug}/").status_code == 404


def test_preview_is_kept_nowhere(client, draft):
    response = client.get(desk.address("preview", draft))

    assert "no-store" in response.headers["Cache-Control"].split(", ")
    assert response.headers["X-Robots-Tag"] == meta(parse(response), "robots") == "noindex"
    assert len(pages) == 0


def test_preview_speaks_the_language_asked_for(client, draft):
    response = client.get(desk.address("preview", draft, language="sv"))

    page = parse(response)
    assert headings(page)[0] == (1, "Babyklubb")
    assert (page.get("lang"), response.headers["Content-Language"]) == ("sv", "sv")


def test_preview_leads_to_itself_in_each_language(client, draft):
    page = parse(client.get(desk.address("preview", draft, language="sv")))

    links = page.findall(".//nav[@class='languages']//a")

    assert [(a.get("href"), a.get("aria-current")) for a in links] == [
        ("?language=fi", None),
        ("?language=fi-selko", None),
        ("?language=sv", "true"),
        ("?language=en", None),
    ]


@pytest.mark.parametrize("language", ["ru", "xx", ""])
def test_preview_in_a_language_that_is_not_enabled_is_not_there(client, draft, language):
    assert client.get(desk.address("preview", draft, language=language)).status_code == 404


def test_preview_of_an_empty_draft_works(client):
    draft = make.make_service(
        name="Tyhjä", state="draft", summary_fi="", area_kind="", price_kind="", reviewed_on=None
    )
    draft.actor = None
    draft.save()

    assert headings(parse(client.get(desk.address("preview", draft))))[0] == (1, "Tyhjä")


def test_preview_of_a_sensitive_draft_leaves_no_trace(client, draft):
    draft.themes.add(make.make_theme(name="Väkivalta", neutral_name_fi="Tukea", is_sensitive=True))

    response = client.get(desk.address("preview", draft))

    assert response.headers["Cache-Control"] == "no-store"
    assert response.headers["Referrer-Policy"] == "no-referrer"


def test_form_of_a_draft_leads_to_its_preview_but_not_to_a_page(client, draft):
    page = client.get(desk.address("change", draft))

    links = tool_links(page)

    assert desk.address("preview", draft) in links
    assert f"/palvelut/{draft.slug}/" not in links


def test_form_of_a_published_service_leads_to_its_page(client):
    service = make.make_service(name="Kerho")

    assert "/palvelut/kerho/" in tool_links(client.get(desk.address("change", service)))


def tool_links(response) -> set[str]:
    """Where the buttons above the form lead."""
    return {a.get("href") for a in parse(response).findall(".//ul[@class='object-tools']//a")}


# --- Every kind of page ------------------------------------------------------------------------------
def with_a_service(kind: str):
    """A draft that has one published service."""
    town = make.make_municipality()
    if kind == "theme":
        draft = make.make_theme(name="Uusi", state="draft")
        make.make_service(name="Kerho", themes=[draft])
    elif kind == "task":
        draft = make.make_task(name="Uusi", state="draft")
        make.make_service(name="Kerho", tasks=[draft])
    elif kind == "actor":
        draft = make.make_actor(name="Uusi", state="draft")
        make.make_service(name="Kerho", actor=draft)
    elif kind == "centre":
        draft = make.make_family_centre(name="Uusi", state="draft", municipalities=[town])
        make.make_service(name="Kerho", municipalities=[town])
    else:
        draft = make.make_situation(name="Uusi", state="draft", steps=[make.make_service(name="Kerho")])
    return draft


KINDS = ["theme", "task", "actor", "centre", "situation"]


@pytest.mark.parametrize("kind", KINDS)
def test_preview_of_a_draft_shows_its_services(client, kind):
    draft = with_a_service(kind)

    root = parse(client.get(desk.address("preview", draft)))

    assert headings(root)[0] == (1, "Uusi")
    assert card_names(root) == ["Kerho"]


@pytest.mark.parametrize("kind", KINDS)
def test_member_sees_a_members_only_page_with_its_public_services(client, kind):
    item = with_a_service(kind)
    item.state, item.visibility = "published", "members"
    item.save()

    address = item.get_absolute_url()

    assert card_names(parse(client.get(address))) == ["Kerho"]
    assert desk.sign_in(None).get(address).status_code == 404


def test_editor_is_led_to_the_desk_only_from_what_it_may_change():
    own, other = make.make_actor(name="Oma"), make.make_actor(name="Muu")
    editor = desk.sign_in(desk.editor(own))

    def edits(address: str) -> list[str]:
        links = parse(editor.get(address)).findall(".//aside[@class='member-bar']//a")
        return [a.get("href") for a in links if "/change/" in a.get("href")]

    assert edits("/toimijat/oma/") == [desk.address("change", own)]
    assert edits("/toimijat/muu/") == []
    assert other.pk is not None
