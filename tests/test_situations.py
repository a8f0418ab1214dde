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


def test_urgent_situation_whose_number_is_gone_begins_with_the_emergency_number(client):
    make.make_helpline(name="Hätänumero 112", numbers=[("fi", "112")], is_emergency=True)
    line = make.make_helpline(name="Myrkytystietokeskus", numbers=[("fi", "0800 147 111")])
    make.make_situation(slug="myrkky", urgency="urgent", introduction_fi="Toimi heti.", steps=[line])
    line.state = "draft"
    line.save()

    told = words(main(page(client, "/tilanteet/myrkky/")))

    assert "0800" not in told
    assert told.index("Hätänumero 112") < told.index("Toimi heti.")


def test_number_of_an_urgent_route_cannot_be_taken_from_the_public(client):
    line = make.make_helpline(name="Myrkytystietokeskus")
    make.make_situation(name="Lapsi söi myrkkyä", urgency="urgent", steps=[line])
    coordinator = desk.sign_in(desk.coordinator())
    form = desk.form_of(coordinator.get(desk.address("change", line)))

    refused = coordinator.post(desk.address("change", line), {**form, "state": "draft"})
    action = {"action": "archive", "_selected_action": [line.pk]}
    told = coordinator.post(desk.address("changelist", type(line)), action, follow=True)
    coordinator.post(desk.address("delete", line), {"post": "yes"})

    line.refresh_from_db()
    assert line.state == "published"
    assert "Lapsi söi myrkkyä" in desk.errors_of(refused)["state"][0]
    assert "Lapsi söi myrkkyä" in words(parse(told).find(".//ul[@class='messagelist']"))


def test_urgent_situation_is_not_published_with_a_hidden_number(client):
    line = make.make_helpline(state="draft")
    situation = make.make_situation(urgency="urgent", state="draft", steps=[line])
    coordinator = desk.sign_in(desk.coordinator())
    form = desk.form_of(coordinator.get(desk.address("change", situation)))

    answer = coordinator.post(desk.address("change", situation), {**form, "state": "published"})

    assert gettext("a helpline as the first step of the route") in desk.errors_of(answer)["state"][0]


def test_two_steps_with_one_number_are_refused(client):
    situation = make.make_situation(steps=["Odota.", "Soita."])
    coordinator = desk.sign_in(desk.coordinator())
    form = desk.form_of(coordinator.get(desk.address("change", situation)))

    answer = coordinator.post(desk.address("change", situation), {**form, "steps-1-position": "1"})

    assert answer.status_code == 200
    assert gettext("Another step has this number already.") in answer.content.decode()
    assert list(situation.steps.values_list("position", flat=True)) == [1, 2]


# --- Near home ---------------------------------------------------------------------------------------
def test_route_is_followed_by_what_there_is_near_home(client):
    theme = make.make_theme(name="Seura", slug="seura")
    kittila, posio = make.make_municipality(slug="kittila"), make.make_municipality(slug="posio")
    on_route = make.make_service(name="Kahvila", themes=[theme], municipalities=[kittila])
    make.make_service(name="Touhutreffit", themes=[theme], municipalities=[kittila])
    make.make_service(name="Posion kerho", themes=[theme], municipalities=[posio])
    make.make_situation(slug="seuraa", themes=[theme], steps=[on_route])
    client.cookies["kunta"] = "kittila"

    root = parse(client.get("/tilanteet/seuraa/", follow=True))

    assert all_words(root, ".//section[@aria-labelledby='near']//article/h3") == ["Touhutreffit"]
    assert "/teemat/seura/?kunta=kittila" in [a.get("href") for a in main(root).iter("a")]


def test_sensitive_route_is_the_coordinators_alone(client):
    """No list of our own may put mediation beside violence."""
    theme = make.make_theme(name="Väkivalta", neutral_name_fi="Tukea", is_sensitive=True)
    family = make.make_theme(name="Ero")
    make.make_service(name="Sovittelu", themes=[family])
    make.make_situation(name="Pelko", neutral_name_fi="Tukea arkeen", themes=[theme, family])
    make.make_municipality(slug="kittila")

    response = client.get("/tilanteet/tukea-arkeen/?kunta=kittila")

    assert response.status_code == 200
    assert "Sovittelu" not in response.content.decode()
