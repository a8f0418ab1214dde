"""Pages of the list, its own address, and what it says of an address it does not understand."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlsplit

import pytest
from django.utils.translation import gettext

from perhekeskus import caching
from tests import factories as make
from tests.reading import all_words, canonical, card_names, meta, parse, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def three_pages():
    """41 services: pages of 20, 20 and 1."""
    return make.make_clubs(41)


def query_of(url: str | None) -> list[tuple[str, str]]:
    return parse_qsl(urlsplit(url or "").query)


def warnings(root) -> list[str]:
    return all_words(root, ".//*[@class='notice notice--warning']")


# --- Pages -----------------------------------------------------------------------------------------
def test_pages_hold_twenty_each_and_the_last_what_is_left(client, three_pages):
    pages = [card_names(parse(client.get(f"/palvelut/?sivu={number}"))) for number in (1, 2, 3)]

    assert [len(page) for page in pages] == [20, 20, 1]
    assert sum(pages, []) == [f"Kerho {number:02}" for number in range(41)]


@pytest.mark.parametrize(
    "number",
    ["0", "01", "-1", "1.0", "abc", "", " 1", "1 ", "+1", "4", str(10**19), "9" * 5000, "١", "²", "1\x00"],
)
def test_page_number_that_is_no_page_is_not_found(client, three_pages, number):
    response = client.get("/palvelut/", {"sivu": number})

    assert response.status_code == 404
    assert words(parse(response).find(".//h1")) == gettext("The page was not found")


@pytest.mark.parametrize(("item_count", "last"), [(0, 1), (1, 1), (20, 1), (21, 2)])
def test_last_page_is_there_and_the_next_is_not(client, item_count, last):
    make.make_clubs(item_count)

    statuses = [client.get(f"/palvelut/?sivu={number}").status_code for number in (last, last + 1)]

    assert statuses == [200, 404]


def test_pages_are_counted_after_narrowing(client, three_pages):
    make.make_service(name="Vauvoille", max_months=12)

    assert card_names(parse(client.get("/palvelut/?ika=8kk&sivu=1"))) == ["Vauvoille"]
    assert client.get("/palvelut/?ika=8kk&sivu=2").status_code == 404


def test_page_links_keep_the_choices_and_mark_the_page_shown(client, three_pages):
    root = parse(client.get("/palvelut/?ika=3v&maksuton=1&sivu=2"))
    paging = root.find(".//*[@class='paging']")
    kept = [("ika", "3v"), ("maksuton", "1"), ("kunta", "kaikki")]

    assert [(words(a), query_of(a.get("href"))) for a in paging.iter("a")] == [
        (gettext("Previous"), kept),
        (f"{gettext('Page')} 1", kept),
        (f"{gettext('Page')} 3", [*kept, ("sivu", "3")]),
        (gettext("Next"), [*kept, ("sivu", "3")]),
    ]
    assert words(paging.find(".//*[@aria-current='page']")) == f"{gettext('Page')} 2"


def test_one_page_has_no_page_links(client):
    make.make_clubs(20)

    assert parse(client.get("/palvelut/")).findall(".//*[@class='paging']") == []


def test_two_parts_go_on_over_pages(client, three_pages):
    for number in range(2):
        make.make_service(name=f"Kaikille {number}", min_months=0, max_months=84)

    first, third = (parse(client.get(f"/palvelut/?ika=8kk&ika=3v&sivu={n}")) for n in (1, 3))

    assert card_names(first)[:3] == ["Kaikille 0", "Kaikille 1", "Kerho 00"]
    assert all_words(third, ".//h2[@class='results-part']") == [f"{gettext('Suits some of them')} (41)"]
    assert card_names(third) == ["Kerho 38", "Kerho 39", "Kerho 40"]


# --- The page's own address -------------------------------------------------------------------------
def test_canonical_address_has_what_was_understood_in_the_order_of_the_house(client, three_pages):
    make.make_municipality(slug="kittila")
    response = client.get("/palvelut/?sivu=2&utm_source=x&maksuton=1&kunta=kittila&ika=3v&ika=3v&outo=1")

    assert canonical(parse(response)) == "http://testserver/palvelut/?ika=3v&kunta=kittila&maksuton=1&sivu=2"


@pytest.mark.parametrize("query", ["", "?sivu=1", "?kunta=kaikki", "?fbclid=x&gclid=y", "?teema=", "?outo=1"])
def test_canonical_address_of_the_whole_list_is_bare(client, query):
    assert canonical(parse(client.get(f"/sv/palvelut/{query}"))) == "http://testserver/sv/palvelut/"


def test_tracking_marks_are_dropped_without_a_word(client):
    make.make_service()
    root = parse(client.get("/palvelut/?utm_source=a&utm_medium=b&fbclid=c&gclid=d"))

    assert warnings(root) == []
    assert meta(root, "robots") is None
    assert "utm_" not in "".join(a.get("href") for a in root.iter("a"))
    assert len(caching.pages) == 1
    client.get("/palvelut/?utm_source=other")
    assert len(caching.pages) == 1


# --- Search engines -----------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "query", ["", "?kunta=kittila", "?kunta=kaikki", "?sivu=1", "?teema=&kunta=kittila&utm_source=x"]
)
def test_whole_list_and_that_of_a_municipality_are_found_by_search_engines(client, three_pages, query):
    make.make_municipality(slug="kittila")

    assert meta(parse(client.get(f"/palvelut/{query}")), "robots") is None


@pytest.mark.parametrize(
    "query",
    [
        "?sivu=2",
        "?kunta=kittila&sivu=2",
        "?kunta=kittila&kunta=rovaniemi",
        "?kunta=kittila&maksuton=1",
        "?kunta=kaikki&maksuton=1",
        "?maksuton=1",
        "?ika=3v",
        "?teema=uni",
        "?alue=sirkka",
    ],
)
def test_list_that_repeats_another_is_not_found_by_search_engines_and_is_kept(client, three_pages, query):
    make.make_theme(name="Uni")
    make.make_place(municipality=make.make_municipality(slug="kittila"), locality="Sirkka")
    make.make_municipality(slug="rovaniemi")

    root = parse(client.get(f"/palvelut/{query}"))

    assert (meta(root, "robots"), warnings(root)) == ("noindex", [])
    assert len(caching.pages) == 1


# --- What is not understood ---------------------------------------------------------------------------
def test_unknown_value_alone_gives_no_hits_and_is_named(client):
    make.make_service(themes=[make.make_theme(name="Uni")])

    response = client.get("/palvelut/", {"teema": "<b>outo"})
    root = parse(response)

    assert response.status_code == 200
    assert card_names(root) == []
    assert warnings(root) == [
        f"{gettext('We do not know this choice:')} <b>outo. {gettext('It gives no hits.')}"
    ]
    assert meta(root, "robots") == "noindex"
    assert len(caching.pages) == 0


@pytest.mark.parametrize(
    "facet", ["kunta", "alue", "teema", "toimija", "varustus", "ika", "maksuton", "tulkki"]
)
def test_unknown_value_of_any_facet_gives_no_hits(client, facet):
    make.make_service()

    root = parse(client.get("/palvelut/", {facet: "outo"}))

    assert card_names(root) == []
    assert len(warnings(root)) == 1


def test_unknown_value_beside_a_known_one_adds_nothing(client):
    make.make_service(name="Unikoulu", themes=[make.make_theme(name="Uni")])
    make.make_service(name="Muu")

    root = parse(client.get("/palvelut/?teema=outo&teema=uni"))

    assert card_names(root) == ["Unikoulu"]
    assert len(warnings(root)) == 1


@pytest.mark.parametrize("age", ["400v", "29v", "348kk", "3x", "-1", "3 4", "v", "kk", "٣v", "1e1", "3.5v"])
def test_age_that_is_no_age_gives_no_hits(client, age):
    make.make_service()

    root = parse(client.get("/palvelut/", {"ika": age}))

    assert card_names(root) == []
    assert len(warnings(root)) == 1


@pytest.mark.parametrize("age", ["8 kk", "8KK", "8 mån", "8mo.", " 8kk "])
def test_age_is_understood_as_people_write_it(client, age):
    make.make_service(name="Vauvoille", max_months=12)
    make.make_service(name="Isommille", min_months=12)

    root = parse(client.get("/palvelut/", {"ika": age}))

    assert (card_names(root), warnings(root)) == (["Vauvoille"], [])
    assert query_of(canonical(root)) == [("ika", "8kk")]


def test_slug_of_a_thing_that_is_not_public_is_unknown(client):
    for name, fields in (("Luonnos", {"state": "draft"}), ("Jäsenille", {"visibility": "members"})):
        make.make_service(themes=[make.make_theme(name=name, **fields)])

    for slug in ("luonnos", "jasenille"):
        root = parse(client.get("/palvelut/", {"teema": slug}))
        assert card_names(root) == []
        assert len(warnings(root)) == 1


def test_unknown_parameter_is_named_and_narrows_nothing(client):
    make.make_service(name="Neuvola")

    root = parse(client.get("/palvelut/?kuntta=kittila&%3Cscript%3E=1"))

    named = (
        f"{gettext('The address has something we do not know, and it narrows nothing:')} kuntta, <script>."
    )
    assert card_names(root) == ["Neuvola"]
    assert warnings(root) == [named]
    assert meta(root, "robots") == "noindex"
    assert "kuntta" not in "".join(a.get("href") for a in root.iter("a"))
    assert len(caching.pages) == 0


def test_what_is_not_understood_is_cut_short(client):
    query = "&".join(f"teema={'x' * 100}{number}&{'y' * 100}{number}=1" for number in range(30))

    shown = " ".join(warnings(parse(client.get(f"/palvelut/?{query}"))))

    assert (shown.count("x" * 40), shown.count("y" * 40)) == (10, 10)
    assert "x" * 41 not in shown


def test_empty_value_is_no_choice(client):
    make.make_service(name="Neuvola")

    root = parse(client.get("/palvelut/?teema=&ika=&kunta=&maksuton="))

    assert card_names(root) == ["Neuvola"]
    assert meta(root, "robots") is None


# --- Sensitive themes ---------------------------------------------------------------------------------
@pytest.fixture
def sensitive_theme():
    return make.make_theme(
        name="Lähisuhdeväkivalta", neutral_name_fi="Tukea tilanteeseen", slug="tukea", is_sensitive=True
    )


def test_list_of_a_sensitive_theme_leaves_no_trace(client, sensitive_theme):
    make.make_service(name="Turvakoti", themes=[sensitive_theme])

    response = client.get("/palvelut/?teema=tukea", headers={"If-None-Match": "*"})
    root = parse(response)

    assert card_names(root) == ["Turvakoti"]
    assert response.headers["Cache-Control"] == "no-store"
    assert response.headers["Referrer-Policy"] == "no-referrer"
    assert "ETag" not in response.headers
    assert words(root.find(".//title")) == "Palvelut · Perhekeskus"
    assert canonical(root) is None
    assert root.findall(".//link[@hreflang]") == []
    assert len(caching.pages) == 0


def test_address_of_a_sensitive_theme_is_made_of_its_neutral_name():
    theme = make.make_theme(name="Päihteet", neutral_name_fi="Arjen tuki", is_sensitive=True)

    assert theme.slug == "arjen-tuki"
