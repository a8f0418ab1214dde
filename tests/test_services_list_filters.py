"""The filters of the list: what each parameter finds, the counts beside choices, and the links."""

from __future__ import annotations

import datetime as dt
from urllib.parse import parse_qsl

import pytest
from django.utils.translation import gettext

from services.models import County
from tests import factories as make
from tests.reading import card_names, parse, parse_fragment, words

pytestmark = pytest.mark.django_db


def hits(client, query: str) -> list[str]:
    """Names on the first page of the list, in order."""
    return card_names(parse(client.get(f"/palvelut/?{query}")))


def counts(client, parameter: str, query: str = "") -> dict[str, int]:
    """The numbers beside a facet's choices."""
    root = parse(client.get(f"/palvelut/?{query}"))
    shown = root.findall(".//*[@class='choice__count']")
    pairs = [(e.get("data-count-for").split(":"), int(words(e))) for e in shown]
    return {value: count for (name, value), count in pairs if name == parameter}


def chosen_links(root) -> dict[str, list[tuple[str, str]]]:
    """What was chosen, each with the parameters of the link that takes it away."""
    links = root.findall(".//*[@class='chips results-chips']//a")
    prefix = f"{gettext('Remove')}: "
    return {words(a).removeprefix(prefix): parse_qsl(a.get("href").removeprefix("?")) for a in links}


@pytest.fixture
def town():
    return make.make_municipality(slug="kittila")


# --- Each parameter --------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("query", "relation", "thing"),
    [
        ("kenelle=isat", "audiences", lambda: make.make_audience(slug="isat")),
        ("teema=uni", "themes", lambda: make.make_theme(name="Uni")),
        ("osio=vapaa-aika", "sections", lambda: make.make_section(slug="vapaa-aika")),
        ("tehtava=vertaistuki", "tasks", lambda: make.make_task(name="Vertaistuki")),
        ("palvelukieli=fse", "languages", lambda: make.make_spoken_language(code="fse")),
    ],
)
def test_facet_finds_the_services_linked_to_its_choice(client, query, relation, thing):
    make.make_service(name="A haettu", **{relation: [thing()]})
    make.make_service(name="B muu")

    assert hits(client, query) == ["A haettu"]


@pytest.mark.parametrize(
    ("query", "fields"),
    [
        ("asiointitapa=paikan-paalla", {"is_given_at_place": True}),
        ("asiointitapa=kotiin", {"is_given_at_home": True}),
        ("asiointitapa=puhelimessa", {"is_given_by_phone": True}),
        ("asiointitapa=verkossa", {"is_given_online": True}),
        ("asiointitapa=chatissa", {"is_given_by_chat": True}),
        ("asiointitapa=ryhmassa", {"is_given_in_group": True}),
        ("tulkki=1", {"interpreter": True}),
        ("ilman-ajanvarausta=1", {"appointment": "none"}),
        ("maksuton=1", {"price_kind": "free"}),
    ],
)
def test_facet_finds_the_services_with_its_fact_and_not_those_of_which_it_is_not_known(client, query, fields):
    unknown = {"interpreter": None, "appointment": "not_known", "price_kind": "not_known"}
    make.make_service(name="A haettu", **unknown | fields)
    make.make_service(name="B ei tiedossa", **unknown)
    make.make_service(name="C ei", interpreter=False, appointment="required", price_kind="rows")

    assert hits(client, query) == ["A haettu"]


def test_free_of_charge_means_that_attending_is_free(client):
    for name, prices in (
        ("A ruoka maksaa", [{"min_amount": 3, "is_food": True}]),
        ("B vapaaehtoinen", [{"min_amount": 2, "is_voluntary": True}]),
        ("C nolla", [{"min_amount": 0}]),
        ("D maksaa", [{"min_amount": 1}]),
        ("E maksaa jäseniltä", [{"min_amount": 0}, {"min_amount": 5, "payer": "members"}]),
        ("F ei rivejä", []),
    ):
        service = make.make_service(name=name, price_kind="rows")
        for price in prices:
            service.prices.create(**price)

    assert hits(client, "maksuton=1") == ["A ruoka maksaa", "B vapaaehtoinen", "C nolla"]


def test_municipality_finds_what_its_families_can_get(client, town):
    lapland = town.county
    make.make_service(name="A kunnan", municipalities=[town])
    make.make_service(name="B alueen", area_kind="county", county=lapland)
    make.make_service(name="C maan")
    make.make_service(name="D muun kunnan", municipalities=[make.make_municipality(slug="ranua")])
    other = County.objects.exclude(pk=lapland.pk).first()
    make.make_service(name="E muun alueen", area_kind="county", county=other)

    assert hits(client, "kunta=kittila") == ["A kunnan", "B alueen", "C maan"]


def test_family_centre_finds_what_families_of_its_municipalities_can_get(client, town):
    make.make_family_centre(name="Tunturi", slug="tunturi", municipalities=[town])
    make.make_service(name="A kunnan", municipalities=[town])
    make.make_service(name="B muun", municipalities=[make.make_municipality(slug="ranua")])

    assert hits(client, "perhekeskus=tunturi") == ["A kunnan"]


def test_organiser_finds_its_own_services_and_those_in_which_it_takes_part(client):
    martat = make.make_actor(name="Martat")
    make.make_service(name="A oma", actor=martat)
    make.make_service(name="B yhteinen").actor_links.create(actor=martat)
    make.make_service(name="C muun")

    assert hits(client, "toimija=martat") == ["A oma", "B yhteinen"]


def test_locality_adds_to_its_municipality_and_other_facets_narrow(client, town):
    levi = make.make_place(municipality=town, locality="Levi")
    make.make_service(name="A Levillä", places=[levi], municipalities=[make.make_municipality(slug="ranua")])
    make.make_service(name="B kunnassa", municipalities=[town])
    make.make_service(name="C maksullinen", municipalities=[town], price_kind="not_known")

    assert hits(client, "alue=levi") == ["A Levillä"]
    assert hits(client, "kunta=kittila&alue=levi") == ["A Levillä", "B kunnassa", "C maksullinen"]
    assert hits(client, "kunta=kittila&alue=levi&maksuton=1") == ["A Levillä", "B kunnassa"]


def test_access_fact_and_locality_of_a_place_that_is_not_public_find_nothing(client, town):
    for name, fields in (
        ("A julkinen", {}),
        ("B luonnos", {"state": "draft"}),
        ("C jäsenten", {"visibility": "members"}),
    ):
        place = make.make_place(municipality=town, locality="Levi", has_lift=True, **fields)
        make.make_service(name=name, places=[place])

    assert hits(client, "varustus=hissi") == ["A julkinen"]
    assert hits(client, "alue=levi") == ["A julkinen"]


def test_choices_are_or_within_a_facet_and_and_across_facets(client):
    sleep, food = make.make_theme(name="Uni"), make.make_theme(name="Ruoka")
    make.make_service(name="A uni", themes=[sleep])
    make.make_service(name="B ruoka kotiin", themes=[food], is_given_at_home=True)
    make.make_service(name="C muu kotiin", is_given_at_home=True)

    assert hits(client, "teema=uni&teema=ruoka") == ["A uni", "B ruoka kotiin"]
    assert hits(client, "teema=uni&teema=ruoka&asiointitapa=kotiin") == ["B ruoka kotiin"]


# --- Counts --------------------------------------------------------------------------------------
def test_counts_tell_what_each_choice_would_give_with_the_other_facets_as_chosen(client):
    sleep, food = make.make_theme(name="Uni"), make.make_theme(name="Ruoka")
    make.make_service(themes=[sleep], is_given_at_home=True)
    make.make_service(themes=[sleep, food])
    make.make_service(themes=[food])

    assert counts(client, "teema") == {"uni": 2, "ruoka": 2}
    # The facet itself is left out of its own counts: one more choice of it adds.
    assert counts(client, "teema", "teema=uni") == {"uni": 2, "ruoka": 2}
    assert counts(client, "teema", "asiointitapa=kotiin") == {"uni": 1, "ruoka": 0}
    assert counts(client, "asiointitapa", "teema=uni") == {"kotiin": 1}


def test_counts_and_choices_know_nothing_of_what_the_public_may_not_see(client):
    theme = make.make_theme(name="Uni")
    make.make_theme(name="Luonnosteema", state="draft")
    make.make_service(themes=[theme])
    for fields in ({"state": "draft"}, {"state": "archived"}, {"visibility": "members"}):
        make.make_service(
            themes=[theme], actor=make.make_actor(name="Salattu"), is_given_at_home=True, **fields
        )

    response = client.get("/palvelut/")

    assert counts(client, "teema") == {"uni": 1}
    assert counts(client, "asiointitapa") == {}
    assert not [word for word in ("Luonnosteema", "Salattu") if word in response.content.decode()]


def test_choice_that_no_service_has_is_not_offered_unless_it_is_chosen(client):
    make.make_theme(name="Uni")
    make.make_service()

    assert counts(client, "teema") == {}
    assert counts(client, "teema", "teema=uni") == {"uni": 0}


def test_switches_count_beside_each_other(client):
    make.make_service(price_kind="free", appointment="none")
    make.make_service(price_kind="not_known", appointment="none")

    assert counts(client, "maksuton", "ilman-ajanvarausta=1") == {"1": 1}
    assert counts(client, "ilman-ajanvarausta", "maksuton=1") == {"1": 1}


# --- What was chosen ---------------------------------------------------------------------------------
def test_each_choice_can_be_taken_away_and_the_others_stay(client, town):
    make.make_theme(name="Uni")
    make.make_age_group(slug="vauvat", min_months=0, max_months=12)

    root = parse(client.get("/palvelut/?teema=uni&kunta=kittila&ika=vauvat&ika=3v&sivu=1"))

    assert chosen_links(root) == {
        "vauvat": [("ika", "3v"), ("kunta", "kittila"), ("teema", "uni")],
        "3-vuotias": [("ika", "vauvat"), ("kunta", "kittila"), ("teema", "uni")],
        "Kittilä": [("ika", "vauvat"), ("ika", "3v"), ("teema", "uni"), ("kunta", "kaikki")],
        "Uni": [("ika", "vauvat"), ("ika", "3v"), ("kunta", "kittila")],
    }


def test_everything_can_be_cleared_and_the_home_municipality_does_not_come_back(client):
    make.make_theme(name="Uni")

    root = parse(client.get("/palvelut/?teema=uni"))

    assert root.find(".//*[@class='results-head']/a").get("href") == "?kunta=kaikki"


def test_age_links_add_an_age_and_take_it_away(client):
    make.make_age_group(slug="vauvat", min_months=0, max_months=12, order=1)
    make.make_age_group(slug="leikki-ikaiset", min_months=36, max_months=84, order=2)

    root = parse(client.get("/palvelut/?ika=vauvat&teema=outo"))
    links = root.findall(".//*[@data-filter-results='ages']//a")

    assert [(a.get("class"), a.get("href")) for a in links] == [
        ("chip chip--on", "?kunta=kaikki"),
        ("chip", "?ika=vauvat&ika=leikki-ikaiset&kunta=kaikki"),
    ]


def test_form_carries_the_chosen_ages_and_ticks_what_was_chosen(client):
    make.make_age_group(slug="vauvat", min_months=0, max_months=12)
    make.make_service(themes=[make.make_theme(name="Uni")])

    form = parse(client.get("/palvelut/?ika=vauvat&ika=8kk&teema=uni")).find(".//form[@data-filter-form]")
    carried = [(e.get("name"), e.get("value")) for e in form.iter("input") if e.get("type") == "hidden"]
    ticked = [(e.get("name"), e.get("value")) for e in form.iter("input") if e.get("checked") is not None]

    assert carried == [("kunta", "kaikki"), ("ika", "vauvat"), ("ika", "8kk")]
    assert ticked == [("teema", "uni")]
    assert (form.get("method"), form.get("action")) == ("get", "/palvelut/")


# --- The fragment ------------------------------------------------------------------------------------
def test_script_gets_the_results_and_counts_alone(client):
    make.make_service(name="Unikoulu", themes=[make.make_theme(name="Uni")], reviewed_on=dt.date(2026, 11, 1))
    make.make_service(name="Muu")

    response = client.get("/palvelut/?teema=uni", headers={"X-Requested-With": "fetch"})
    root = parse_fragment(response)

    assert [e for e in root.iter() if e.tag in ("html", "head", "title", "header", "footer", "form")] == []
    assert card_names(root) == ["Unikoulu"]
    assert words(root.find(".//h2[@data-filter-heading]")) == "1 palvelu"
    assert words(root.find(".//*[@data-count-for='teema:uni']")) == "1"
    assert response.headers["Vary"] == "Accept-Encoding, X-Requested-With"


def test_page_and_fragment_of_one_address_are_kept_apart(client):
    make.make_service()
    page = client.get("/palvelut/")
    fragment = client.get("/palvelut/", headers={"X-Requested-With": "fetch"})

    assert client.get("/palvelut/").content == page.content
    assert client.get("/palvelut/", headers={"X-Requested-With": "fetch"}).content == fragment.content
    assert page.content != fragment.content
