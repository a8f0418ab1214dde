"""`visible_to`, the one door: which items each reader may see, of every kind of public item."""

from __future__ import annotations

import itertools

import pytest
from django.apps import apps

from perhekeskus.models import PublicItem
from tests import factories as make
from tests.rows import new_row

pytestmark = pytest.mark.django_db

KINDS = [model for model in apps.get_models() if issubclass(model, PublicItem)]
STATES = ["draft", "published", "archived"]
VISIBILITIES = ["public", "members"]
READERS = {
    "nobody": lambda: None,
    "a member": lambda: make.make_member(is_staff=False),
    "a coordinator": lambda: make.make_member(is_superuser=True),
    "a member who has left": lambda: make.make_member(is_active=False),
}
SEEN = {
    "nobody": {"published-public"},
    "a member": {"published-public", "published-members"},
    "a coordinator": {"published-public", "published-members"},
    "a member who has left": {"published-public"},
}
each_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)


def make_all(kind: type[PublicItem]) -> None:
    """One item of a kind in every state and visibility, named after them."""
    kind.objects.all().delete()
    for state, visibility in itertools.product(STATES, VISIBILITIES):
        item = new_row(kind)
        item.slug, item.state, item.visibility = f"{state}-{visibility}", state, visibility
        item.save()


def test_every_kind_of_public_item_is_walked():
    assert {kind.__name__ for kind in KINDS} >= {
        "Actor",
        "Channel",
        "FamilyCentre",
        "Helpline",
        "Place",
        "Service",
        "Situation",
        "Task",
        "Theme",
    }


@each_kind
@pytest.mark.parametrize("reader", READERS)
def test_reader_sees_only_what_is_published_for_that_reader(kind, reader):
    make_all(kind)
    assert kind.objects.count() == 6

    seen = kind.objects.visible_to(READERS[reader]())

    assert set(seen.values_list("slug", flat=True)) == SEEN[reader]


@each_kind
def test_door_holds_behind_other_questions(kind):
    make_all(kind)

    seen = kind.objects.filter(slug__contains="members").visible_to(None)

    assert list(seen) == []
    assert set(kind.objects.published().values_list("slug", flat=True)) == {
        "published-public",
        "published-members",
    }
    assert set(kind.objects.archived().values_list("slug", flat=True)) == {
        "archived-public",
        "archived-members",
    }


# --- The pages keep to it ------------------------------------------------------------------------
WITNESS = "Näkymätön"
HIDDEN = [
    (state, visibility)
    for state, visibility in itertools.product(STATES, VISIBILITIES)
    if (state, visibility) != ("published", "public")
]


@pytest.mark.parametrize(("state", "visibility"), HIDDEN)
def test_nothing_hidden_is_on_any_public_page(client, state, visibility):
    hidden = {"name": WITNESS, "state": state, "visibility": visibility}
    town = make.make_municipality()
    actor = make.make_actor()
    channel = make.make_channel(
        actor=actor,
        name_fi=WITNESS,
        value="016 555 0177",
        help_position=1,
        state=state,
        visibility=visibility,
    )
    make.make_helpline(numbers=[("fi", "016 555 0177")], **hidden)
    service = make.make_service(
        slug="kerho",
        actor=actor,
        municipalities=[town],
        themes=[make.make_theme(**hidden)],
        tasks=[make.make_task(**hidden)],
        places=[make.make_place(municipality=town, locality=WITNESS, **hidden)],
        channels=[channel],
    )
    make.make_family_centre(municipalities=[town], **hidden)
    service.actor_links.create(actor=make.make_actor(**hidden))
    service.actor_links.create(actor=make.make_actor(name="Kumppani"))
    make.make_service(slug="toinen", municipalities=[town], **hidden)

    for address in (
        "/",
        "/palvelut/",
        "/palvelut/?kunta=kittila",
        "/palvelut/kerho/",
        "/apua/",
        "/oma-kunta/",
    ):
        page = client.get(address).content.decode()
        assert WITNESS not in page, address
        assert "555 0177" not in page, address
    assert "Kumppani" in client.get("/palvelut/kerho/").content.decode()
    was_public = (state, visibility) == ("archived", "public")
    assert client.get("/palvelut/toinen/").status_code == (410 if was_public else 404)


@pytest.mark.parametrize(("state", "visibility"), HIDDEN)
def test_actor_that_is_hidden_is_not_named_by_its_services(client, state, visibility):
    actor = make.make_actor(name=WITNESS, state=state, visibility=visibility)
    make.make_service(slug="kerho", actor=actor)

    for address in ("/palvelut/", "/palvelut/kerho/"):
        assert WITNESS not in client.get(address).content.decode(), address
