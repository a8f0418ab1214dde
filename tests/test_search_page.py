"""The page of the search: what it finds, its kinds and pages, what it says of nothing, what it costs."""

from __future__ import annotations

import pytest
from django.utils import translation
from django.utils.translation import gettext

from perhekeskus import caching, languages
from perhekeskus.languages import join_path
from search import misses, rebuilding
from search.kinds import KINDS
from search.misses import Tally
from search.models import SearchIndex
from tests import calendar_factories as calendar
from tests import factories as make
from tests.reading import LANGUAGES, all_words, headings, in_language, meta, parse, words
from tests.search_pages import HIT, ask, first_situation, kinds, marked, names, notices, query_of, total

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


@pytest.fixture
def actor():
    return make.make_actor(name="Tekijä")


@pytest.fixture(autouse=True)
def counted(monkeypatch) -> Tally:
    """The words missed, as in a new process."""
    tally = Tally()
    monkeypatch.setattr(misses, "tally", tally)
    return tally


def make_one_of_each(word: str = "jumppa") -> None:
    """Make one of each kind, all of which have a word in their name."""
    town = make.make_municipality(slug="kittila")
    actor = make.make_actor(name=f"Seura {word}")
    make.make_service(name=f"Palvelu {word}", actor=actor)
    theme = make.make_theme(name=f"Teema {word}")
    make.make_situation(name=f"Tilanne {word}", themes=[theme])
    place = calendar.make_meeting_place(name=f"Paikka {word}", municipality=town)
    calendar.make_slot(activity=calendar.make_activity(name=f"Toiminta {word}"), place=place)
    make.make_helpline(name=f"Puhelin {word}")
    make.make_family_centre(name=f"Keskus {word}", municipalities=[town])
    make.make_task(name=f"Tehtävä {word}")


# --- Hits ----------------------------------------------------------------------------------------
def test_hits_of_all_kinds_are_ranked_together_and_counted_by_kind(client):
    make_one_of_each()
    rebuilding.rebuild()

    root = parse(ask(client, "jumppa"))

    assert sorted(all_words(root, f"{HIT}/h3")) == sorted(
        f"{name} jumppa"
        for name in (
            *("Seura", "Palvelu", "Teema", "Tilanne", "Paikka"),
            *("Toiminta", "Puhelin", "Keskus", "Tehtävä"),
        )
    )
    assert kinds(root) == {str(kind.plural): 1 for kind in KINDS.values()}
    assert total(root) == len(KINDS)


def test_best_comes_first_whatever_its_kind(client, actor):
    make.make_service(name="Leikkiä", summary_fi="Myös jumppa.", actor=actor)
    make.make_theme(name="Jumppa")
    make.make_service(name="Laulua", keywords_fi="jumppa", actor=actor)
    make.make_helpline(name="Jumppapuhelin")
    rebuilding.rebuild()

    assert names(ask(client, "jumppa")) == ["Jumppa", "Jumppapuhelin", "Laulua", "Leikkiä"]


def test_kind_can_be_chosen_and_the_others_are_still_counted(client):
    make_one_of_each()
    rebuilding.rebuild()

    root = parse(ask(client, "jumppa", laji=["teemat", "apua"]))

    assert sorted(all_words(root, f"{HIT}/h3")) == ["Puhelin jumppa", "Teema jumppa"]
    assert (total(root), kinds(root)) == (2, {str(kind.plural): 1 for kind in KINDS.values()})
    chosen = root.findall(f".//div[@aria-label='{gettext('Kinds of hits')}']//a[@class='chip chip--on']")
    assert [link.text.strip() for link in chosen] == [str(KINDS[key].plural) for key in ("teemat", "apua")]
    assert all(gettext("chosen, remove") in words(link) for link in chosen)


def test_kind_link_narrows_and_a_chosen_one_widens_again(client):
    make_one_of_each()
    rebuilding.rebuild()

    def link(root):
        label = f"laji:{KINDS['apua'].plural}"
        return root.find(f".//a[@data-filter-link='{label}']").get("href")

    narrowed = client.get(f"/haku/{link(parse(ask(client, 'jumppa')))}")
    again = client.get(f"/haku/{link(parse(narrowed))}")

    assert names(narrowed) == ["Puhelin jumppa"]
    assert total(parse(again)) == len(KINDS)


def test_hit_tells_what_it_is_whose_for_whom_and_where(client, actor):
    towns = [make.make_municipality(slug=slug) for slug in ("ranua", "kittila")]
    make.make_service(name="Jumppa", actor=actor, municipalities=towns, min_months=0, max_months=84)
    rebuilding.rebuild()

    [hit] = parse(ask(client, "jumppa")).findall(HIT)

    assert words(hit.find("p[@class='eyebrow']")) == f"{gettext('Service')} · Tekijä"
    assert all_words(hit, ".//li") == ["0–6 v", "Kittilä, Ranua"]
    assert hit.find("h3/a").get("href") == "/palvelut/jumppa/"


def test_hits_lead_to_pages_that_are_there(client):
    make_one_of_each()
    rebuilding.rebuild()

    root = parse(ask(client, "jumppa", language="sv"))
    addresses = [a.get("href") for a in root.findall(f"{HIT}/h3/a")]

    assert len(addresses) == len(KINDS)
    assert {address: client.get(address).status_code for address in addresses} == dict.fromkeys(
        addresses, 200
    )
    assert all(address.startswith("/sv/") for address in addresses)


# --- Pages -----------------------------------------------------------------------------------------
@pytest.fixture
def clubs(actor):
    """Twenty-three services with a word."""
    make.make_clubs(23, actor=actor)
    rebuilding.rebuild()


def test_long_results_have_pages_that_keep_the_words(client, clubs):
    first, second = parse(ask(client, "kerho")), parse(ask(client, "kerho", sivu=2))

    assert [len(root.findall(HIT)) for root in (first, second)] == [20, 3]
    assert not set(all_words(first, f"{HIT}/h3")) & set(all_words(second, f"{HIT}/h3"))
    assert query_of(first.find(".//a[@rel='next']").get("href")) == [("q", "kerho"), ("sivu", "2")]
    assert query_of(second.find(".//a[@rel='prev']").get("href")) == [("q", "kerho")]
    assert second.find(".//ol[@class='results hits']").get("start") == "21"
    assert f"{gettext('page')} 2" in words(second.find(".//title"))


def test_page_that_does_not_exist_is_not_found(client, clubs):
    numbers = ["3", "0", "-1", "02", "x", "", "9999999"]

    assert [ask(client, "kerho", sivu=number).status_code for number in numbers] == [404] * len(numbers)
    assert ask(client, sivu=2).status_code == 404


def test_words_and_choices_stay_in_every_link_and_form(client, clubs):
    text = 'kerho & "3 v" #1'
    root = parse(ask(client, text, maksuton=1))
    region = root.find(".//*[@data-filter-region]")

    links = [a.get("href") for a in region.iter("a") if a.get("data-filter-link") is not None]
    fields = [
        [(e.get("name"), e.get("value")) for e in form.iter("input") if e.get("name") in ("q", "maksuton")]
        for form in region.iter("form")
    ]

    assert len(links) > 3
    assert [link for link in links if ("q", text) not in query_of(link)] == []
    assert fields == [[("q", text), ("maksuton", "1")]] * 2
    languages_links = root.findall(".//nav[@class='languages']//a")
    assert [
        link.get("href") for link in languages_links if ("q", text) not in query_of(link.get("href"))
    ] == []


def test_change_of_the_words_begins_at_the_first_page(client, clubs):
    form = parse(ask(client, "kerho", sivu=2)).find(".//form[@role='search']")

    assert [(e.get("name"), e.get("value")) for e in form.iter("input")] == [("q", "kerho")]


def test_search_engines_stay_out_of_every_search(client, clubs):
    addresses = ["/haku/", "/haku/?q=kerho", "/haku/?q=kerho&sivu=2"]

    assert {address: meta(parse(client.get(address)), "robots") for address in addresses} == dict.fromkeys(
        addresses, "noindex"
    )


def test_robots_name_the_search_of_each_language(client):
    lines = client.get("/robots.txt").content.decode().splitlines()

    assert [line for line in lines if "haku" in line] == [
        f"Disallow: {join_path(language.code, '/haku/')}" for language in languages.enabled()
    ]
    assert len(languages.enabled()) == len(LANGUAGES)


# --- What was not understood -----------------------------------------------------------------------
def test_unknown_values_and_parameters_are_named_and_escaped(client, clubs):
    response = ask(client, "kerho", laji="<b>ei", outo=1)
    root = parse(response)

    results = words(root.find(".//*[@data-filter-results='']"))
    assert ("<b>ei" in results, "outo" in results) == (True, True)
    assert "<b>ei" not in response.content.decode()
    assert (total(root), all_words(root, f"{HIT}/h3")) == (0, [])
    assert meta(root, "robots") == "noindex"


def test_unknown_parameter_is_named_without_words_too(client):
    rebuilding.rebuild()

    assert "outo" in words(parse(ask(client, outo=1)).find(".//main"))


def test_unknown_value_is_named_without_words_too(client):
    rebuilding.rebuild()

    assert "outoarvo" in words(parse(ask(client, teema="outoarvo")).find(".//main"))


# --- Nothing found ---------------------------------------------------------------------------------
def test_search_that_finds_nothing_shows_where_else_to_look(client, actor):
    make.make_service(name="Kurpitsajuhla", actor=actor)
    make.make_service(name="Kurpitsakerho", actor=actor)
    make.make_theme(name="Arki")
    make.make_theme(name="Väkivalta", is_sensitive=True, neutral_name_fi="Tukea")
    make.make_situation(name="Vauva valvottaa")
    rebuilding.rebuild()

    root = parse(ask(client, "kurpitsqwx"))

    assert (total(root), all_words(root, f"{HIT}/h3")) == (0, [])
    empty = root.find(".//*[@class='empty']")
    assert {a.get("href"): words(a) for a in empty.findall(".//*[@class='chips']//a")} == {
        "?q=kurpitsajuhla": "kurpitsajuhla",
        "?q=kurpitsakerho": "kurpitsakerho",
    }
    assert f"/apua/#channels:{gettext('Ask for help')}" in {
        f"{a.get('href')}:{words(a)}" for a in empty.iter("a")
    }
    assert "Vauva valvottaa" in all_words(root, ".//section[@aria-labelledby='search-situations']//li")
    assert all_words(root, ".//section[@aria-labelledby='search-themes']//li") == ["Arki"]


def test_choices_that_leave_nothing_can_be_cleared_and_the_words_stay(client, actor):
    make.make_service(name="Jumppa", actor=actor)
    make.make_theme(name="Arki")
    rebuilding.rebuild()

    root = parse(ask(client, "jumppa", teema="arki"))

    assert total(root) == 0
    clear = root.find(".//*[@class='empty']//a[@data-filter-link]")
    assert query_of(clear.get("href")) == [("q", "jumppa")]


def test_page_without_words_leads_elsewhere_and_finds_nothing(client, actor):
    make.make_service(name="Jumppa", actor=actor)
    make.make_theme(name="Arki")
    make.make_situation(name="Vauva valvottaa")
    rebuilding.rebuild()

    for root in (parse(ask(client)), parse(ask(client, " ")), parse(ask(client, ""))):
        assert root.findall(HIT) == []
        assert root.find(".//form[@data-filter-form]") is None
        assert [text for _level, text in headings(root)] == [
            gettext("Search"),
            gettext("What is on your mind?"),
            gettext("By theme"),
        ]


def test_page_without_words_is_kept(client):
    rebuilding.rebuild()

    ask(client)

    assert len(caching.pages) == 1


# --- Another analyser's index ----------------------------------------------------------------------
def test_index_of_another_analyser_finds_exact_words_and_says_so(client, actor):
    make.make_service(name="Puheterapia", actor=actor)
    rebuilding.rebuild()
    SearchIndex.objects.update(signature="toinen")

    exact, inflected = (parse(ask(client, text)) for text in ("puheterapia", "puheterapiassa"))

    told = gettext(
        "The search is being updated. Just now it finds exact words only: try the basic form of a word."
    )
    assert (all_words(exact, f"{HIT}/h3"), notices(exact)) == (["Puheterapia"], [told])
    assert (all_words(inflected, f"{HIT}/h3"), notices(inflected)) == ([], [told])


def test_portal_that_was_never_indexed_answers(client, actor):
    make.make_service(name="Puheterapia", actor=actor)

    assert total(parse(ask(client, "puheterapia"))) == 0


# --- Misses ------------------------------------------------------------------------------------------
def missed(tally: Tally) -> dict[str, int]:
    return {word: number for (_language, word, _kind), number in tally._counts.items()}


def test_missed_words_are_counted_once_for_each_page_made(client, counted, clubs):
    for _ in range(3):
        ask(client, "kerho qwxzvp")
    for text in ("plmkjnb", "kerho", "kerhoon"):
        ask(client, text)

    assert missed(counted) == {"qwxzvp": 3, "plmkjnb": 1}


def test_narrowed_and_later_pages_count_nothing(client, counted, clubs):
    for more in ({"sivu": 2}, {"maksuton": 1}, {"laji": "palvelut"}, {"ika": "3v"}, {"kunta": "outo"}):
        assert ask(client, "kerho qwxzvp", **more).status_code == 200

    assert missed(counted) == {}


# --- What it costs -----------------------------------------------------------------------------------
@pytest.mark.parametrize("item_count", [1, 3])
def test_search_costs_the_same_however_many_hits(client, actor, django_assert_num_queries, item_count):
    for number in range(item_count):
        make.make_service(name=f"Jumppa {number}", actor=actor)
    rebuilding.rebuild()
    ask(client, "jumppa", outo=1)  # what stands in memory is made

    with django_assert_num_queries(4):  # the revision, the words, the titles of the best, the services
        response = ask(client, "jumppa")
    with django_assert_num_queries(1):  # the revision
        ask(client, "jumppa")

    assert len(names(response)) == item_count


def test_each_kind_on_the_page_costs_its_own_rows(client, actor, django_assert_num_queries):
    make.make_service(name="Jumppa", actor=actor)
    make.make_theme(name="Jumppa kotona")
    make.make_helpline(name="Jumppapuhelin")
    rebuilding.rebuild()
    ask(client, "jumppa", outo=1)

    # The revision, the words, the titles of the best, and a query for each kind.
    with django_assert_num_queries(6):
        response = ask(client, "jumppa")

    assert len(names(response)) == 3


def test_first_situation_costs_a_few_more(client, django_assert_num_queries):
    make.make_situation(name="Vauva ei nuku", steps=["Yksi.", "Kaksi."])
    rebuilding.rebuild()
    ask(client, "vauva ei nuku", outo=1)

    # The revision, the words, the titles, the situation, its route, and its row as a hit.
    with django_assert_num_queries(6):
        response = ask(client, "vauva ei nuku")

    assert first_situation(parse(response)) is not None


# --- Every language ----------------------------------------------------------------------------------
@pytest.mark.parametrize("language", LANGUAGES)
def test_page_is_whole_in_every_language(client, language):
    make_one_of_each()
    rebuilding.rebuild()

    root = parse(ask(client, "jumppa", language=language))

    assert root.find(".//form[@role='search']").get("action") == in_language("/haku/", language)
    assert len(root.findall(HIT)) == len(KINDS)
    with translation.override(language):
        assert total(root) == len(KINDS)
        assert kinds(root) == {str(kind.plural): 1 for kind in KINDS.values()}
    assert [marked(hit) for hit in root.findall(f"{HIT}/h3")] == [["jumppa"]] * len(KINDS)
