"""Everyday situations: found by how urgent they are, and a route that begins with what cannot wait."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from django.utils.translation import gettext

from perhekeskus import caching
from services.models import RouteStep
from tests import desk
from tests import factories as make
from tests.reading import all_words, canonical, headings, main, meta, parse, words

pytestmark = pytest.mark.django_db


def page(client, path: str):
    return parse(client.get(path))


def steps(root) -> list[str]:
    return all_words(root, ".//ol[@class='steps route']/li")


def group(root, heading: str) -> list[str]:
    """Names in the group under a heading."""
    [section] = [s for s in root.iter("section") if words(s.find("h2")) == gettext(heading)]
    return all_words(section, ".//ul[@class='rows rows--two']/li")


# --- The list --------------------------------------------------------------------------------------
def test_list_begins_with_the_number_and_what_cannot_wait(client):
    make.make_helpline(name="Hätänumero 112", numbers=[("fi", "112")], is_emergency=True)
    make.make_situation(name="Vauva ei nuku", order=2)
    make.make_situation(name="Etsin seuraa", order=1)
    make.make_situation(name="Rahat eivät riitä", urgency="soon")
    make.make_situation(name="Lapsi söi myrkkyä", urgency="urgent")

    root = page(client, "/tilanteet/")

    assert [text for level, text in headings(root) if level == 2][1:4] == [
        gettext(text) for text in ("Danger or fear", "Ask for help soon", "Everyday life")
    ]
    assert group(root, "Danger or fear") == ["Lapsi söi myrkkyä"]
    assert group(root, "Everyday life") == ["Etsin seuraa", "Vauva ei nuku"]
    tel = [a.get("href") for a in main(root).iter("a")].index("tel:112")
    assert tel < [a.get("href") for a in main(root).iter("a")].index("/tilanteet/lapsi-soi-myrkkya/")


def test_list_leaves_out_drafts_and_what_young_people_come_with(client):
    make.make_situation(name="Vauva ei nuku")
    make.make_situation(name="Nuoren oma", for_young=True)
    make.make_situation(name="Luonnos", state="draft")
    make.make_situation(name="Jäsenten", visibility="members")
    make.make_situation(name="Vanha", state="archived")

    root = page(client, "/tilanteet/")

    assert all_words(root, ".//ul[@class='rows rows--two']/li") == ["Vauva ei nuku"]


def test_list_is_narrowed_by_the_ages_of_several_children(client):
    make.make_age_group(slug="vauvat", min_months=0, max_months=12)
    make.make_situation(name="Vauva itkee", max_months=12)
    make.make_situation(name="Uhma", min_months=24, max_months=60)
    make.make_situation(name="Murrosikä", min_months=144)

    root = page(client, "/tilanteet/?ika=vauvat&ika=3v")

    assert group(root, "Everyday life") == ["Uhma", "Vauva itkee"]
    assert canonical(root) == "http://testserver/tilanteet/?ika=vauvat&ika=3v"
    assert meta(root, "robots") == "noindex"
    [chosen] = [a for a in root.iter("a") if a.get("class") == "chip chip--on"]
    assert chosen.get("href") == "/tilanteet/?ika=3v#ages"


def test_age_that_means_nothing_is_named_and_adds_nothing(client):
    make.make_situation(name="Vauva itkee")

    root = page(client, "/tilanteet/?ika=outo")

    assert all_words(root, ".//ul[@class='rows rows--two']/li") == []
    assert "outo" in words(main(root))
    assert meta(root, "robots") == "noindex"
    assert len(caching.pages) == 0


@pytest.mark.parametrize("item_count", [1, 3])
def test_list_costs_the_same_however_long_it_is(client, django_assert_num_queries, item_count):
    make.make_helpline(numbers=[("fi", "112")], is_emergency=True)
    for _ in range(item_count):
        make.make_situation(urgency="urgent")
        make.make_situation()
    client.get("/tilanteet/")
    caching.pages.clear()

    with django_assert_num_queries(1):  # the revision
        root = page(client, "/tilanteet/")

    assert len(group(root, "Everyday life")) == item_count


# --- One situation -----------------------------------------------------------------------------------
def test_urgent_situation_begins_with_the_one_number_before_the_reading(client):
    line = make.make_helpline(name="Myrkytystietokeskus", numbers=[("fi", "0800 147 111")])
    situation = make.make_situation(
        slug="myrkky", urgency="urgent", introduction_fi="Toimi heti.", steps=[line, "Älä oksenna."]
    )
    situation.steps.filter(kind="helpline").update(text_fi="Soita heti.")

    root = page(client, "/tilanteet/myrkky/")

    told = words(main(root))
    assert told.index("0800 147 111") < told.index("Toimi heti.")
    assert told.index("Soita heti.") < told.index("0800 147 111")
    assert steps(root) == ["Älä oksenna."]
    assert len(main(root).findall(".//a[@href='tel:0800147111']")) == 1


def test_route_has_its_steps_in_order_each_with_one_thing_to_do(client):
    theme = make.make_theme(name="Vertaistuki", slug="vertaistuki")
    situation = make.make_situation(
        slug="vauva-ei-nuku",
        steps=[
            "Jaa öitä.",
            make.make_service(name="Neuvola"),
            make.make_helpline(name="Vanhempainpuhelin", numbers=[("fi", "0800 922 77")]),
            theme,
            "https://lapha.fi/pyyda-apua",
        ],
    )
    situation.steps.filter(kind="service").update(text_fi="Soita neuvolaan.", position=9)

    root = page(client, "/tilanteet/vauva-ei-nuku/")

    links = [[a.get("href") for a in li.iter("a")] for li in root.findall(".//ol[@class='steps route']/li")]
    assert links == [
        [],
        ["tel:080092277"],
        ["/teemat/vertaistuki/"],
        ["https://lapha.fi/pyyda-apua"],
        ["/palvelut/neuvola/"],
    ]
    assert steps(root)[0] == "Jaa öitä."
    assert steps(root)[3] == gettext("Go to %(host)s") % {"host": "lapha.fi"}
    assert steps(root)[4].startswith("Soita neuvolaan.")


def test_step_keeps_its_words_when_the_public_may_not_see_where_it_leads(client):
    hidden = {"state": "draft"}
    situation = make.make_situation(slug="tilanne", steps=[make.make_service(name="Salainen", **hidden)])
    for position, target in enumerate(
        [
            make.make_service(name="Jäsenten", visibility="members"),
            make.make_helpline(name="Luonnoslinja", numbers=[("fi", "016 555 0999")], **hidden),
            make.make_theme(name="Luonnosteema", **hidden),
        ],
        2,
    ):
        make.add_step(situation, position, target, text=f"Sanat {position}.")

    response = client.get("/tilanteet/tilanne/")

    assert steps(parse(response)) == ["Sanat 2.", "Sanat 3.", "Sanat 4."]
    told = response.content.decode()
    assert not [n for n in ("Salainen", "Jäsenten", "Luonnos", "0999") if n in told]


def test_sensitive_situation_leaves_no_trace_and_begins_with_its_themes_number(client):
    line = make.make_helpline(name="Nollalinja", numbers=[("fi", "080 005 005")])
    theme = make.make_theme(name="Väkivalta", neutral_name_fi="Tukea", is_sensitive=True)
    theme.helplines.add(line)
    make.make_situation(
        name="Pelkään kotona", neutral_name_fi="Tukea arkeen", themes=[theme], introduction_fi="Et ole yksin."
    )

    response = client.get("/tilanteet/tukea-arkeen/")
    root = parse(response)

    assert response.headers["Cache-Control"] == "no-store"
    assert response.headers["Referrer-Policy"] == "no-referrer"
    assert len(caching.pages) == 0
    assert words(root.find(".//title")) == "Tukea arkeen · Perhekeskus"
    assert headings(root)[0] == (1, "Pelkään kotona")
    assert "Pelkään" not in meta(root, "description")
    assert canonical(root) is None
    told = words(main(root))
    assert told.index("080 005 005") < told.index("Et ole yksin.")
    assert root.find(".//aside[@class='quick-exit']") is not None


@pytest.mark.parametrize(
    ("fields", "status"),
    [({"state": "draft"}, 404), ({"visibility": "members"}, 404), ({"state": "archived"}, 410)],
)
def test_situation_that_the_public_may_not_see_is_not_there(client, fields, status):
    make.make_situation(name="Salainen", slug="salainen", introduction_fi="Sisältö", **fields)

    response = client.get("/tilanteet/salainen/")

    assert response.status_code == status
    assert "Sisältö" not in response.content.decode()


def test_text_that_is_not_translated_is_shown_in_finnish_and_said_once(client):
    make.make_situation(slug="tilanne", name="Vauva ei nuku", name_sv="Babyn sover inte", steps=["Lepää."])

    root = page(client, "/sv/tilanteet/tilanne/")

    assert headings(root)[0] == (1, "Babyn sover inte")
    assert root.find(".//ol[@class='steps route']//span[@lang='fi']").text == "Lepää."
    assert len(root.findall(".//p[@class='notice notice--line']")) == 1


@pytest.mark.parametrize("item_count", [1, 3])
def test_situation_costs_the_same_however_long_its_route(client, django_assert_num_queries, item_count):
    targets = []
    for _ in range(item_count):
        targets += [make.make_service(), make.make_helpline(), make.make_theme(), "Lepää."]
    make.make_situation(slug="tilanne", themes=[make.make_theme()], steps=targets)
    client.get("/tilanteet/tilanne/")  # makes the services' cards
    caching.pages.clear()

    with django_assert_num_queries(3):  # the revision, the situation, its steps
        root = page(client, "/tilanteet/tilanne/")

    assert len(steps(root)) == 4 * item_count


# --- The coordinator ---------------------------------------------------------------------------------
def test_coordinator_changes_a_route_and_the_next_request_shows_it(client):
    situation = make.make_situation(slug="tilanne", steps=["Odota.", make.make_service(name="Neuvola")])
    assert steps(page(client, "/tilanteet/tilanne/"))[0] == "Odota."
    coordinator = desk.sign_in(desk.coordinator())
    form = desk.form_of(coordinator.get(desk.address("change", situation)))
    form["steps-0-text_fi"], form["steps-0-position"], form["steps-1-position"] = "Soita.", "2", "1"

    answer = coordinator.post(desk.address("change", situation), form)

    assert answer.status_code == 302
    assert steps(page(client, "/tilanteet/tilanne/"))[1] == "Soita."


@pytest.mark.parametrize(
    ("fields", "faulty"),
    [
        ({"kind": "link"}, {"url"}),
        ({"kind": "text", "url": "https://example.org/"}, {"url"}),
        ({"kind": "service"}, {"service"}),
    ],
)
def test_step_that_leads_nowhere_or_elsewhere_is_refused_by_the_name_of_its_field(fields, faulty):
    step = RouteStep(situation=make.make_situation(), position=1, **fields)

    with pytest.raises(ValidationError) as refused:
        step.clean()
    assert set(refused.value.message_dict) == faulty
