"""The page of the search: what it finds, how it says what it understood, what it hides, what it costs."""

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
from tests.search_pages import HIT, ask, kinds, marked, names, notices, query_of, total

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


# --- What was understood ---------------------------------------------------------------------------
def searched_for(written: str, searched: str) -> str:
    text = gettext("Searched for <b>%(searched)s</b>: no text has the word “%(written)s”.")
    return (text % {"searched": searched, "written": written}).replace("<b>", "").replace("</b>", "")


def test_mended_word_is_told(client, actor):
    make.make_service(name="Puheterapia", actor=actor)
    rebuilding.rebuild()

    root = parse(ask(client, "puhetrapia"))

    assert all_words(root, f"{HIT}/h3") == ["Puheterapia"]
    assert notices(root) == [searched_for("puhetrapia", "puheterapia")]


@pytest.mark.parametrize("written", ["paivakoti", "päiväkotiin", "Päiväkoti", "paivakotiin"])
def test_word_that_lacks_only_its_marks_is_not_called_mended(client, actor, written):
    make.make_service(name="Päiväkoti", actor=actor)
    rebuilding.rebuild()

    root = parse(ask(client, written))

    assert (all_words(root, f"{HIT}/h3"), notices(root)) == (["Päiväkoti"], [])


def understood(root) -> dict[str, tuple[list, list]]:
    """The ages and places that the words name: the links to these alone, and to the search without."""
    found: dict[str, tuple[list, list]] = {}
    for chip in root.findall(".//ul[@aria-labelledby='understood']/li/*"):
        pairs = query_of(chip.get("href").removesuffix("#hits")) if chip.get("href") else []
        if "chip--remove" in chip.get("class"):
            label = words(chip).removeprefix(gettext("Remove") + ":").strip()
            found[label] = ([], pairs)
        else:
            found[label] = (pairs, found[label][1])
    return found


@pytest.fixture
def baby_things(actor):
    make.make_age_group(slug="vauvat", min_months=0, max_months=12)
    town = make.make_municipality(slug="kittila")
    place = make.make_place(municipality=town, locality="Sirkka")
    make.make_service(name="Jumppa vauvoille", min_months=0, max_months=12, actor=actor)
    make.make_service(name="Jumppa kolmosille", min_months=36, max_months=48, actor=actor)
    make.make_service(name="Jumppa Sirkassa", municipalities=[town], places=[place], actor=actor)
    rebuilding.rebuild()


def test_age_and_place_are_chips_with_links(client, baby_things):
    found = understood(parse(ask(client, "jumppa Kittilässä 3-vuotiaalle", maksuton=1)))

    text, free = "jumppa Kittilässä 3-vuotiaalle", ("maksuton", "1")
    assert found == {
        "3-vuotias": (
            [("q", text), free, ("ika", "3v")],
            [("q", "jumppa Kittilässä"), free],
        ),
        "Kittilä": (
            [("q", text), free, ("kunta", "kittila")],
            [("q", "jumppa 3-vuotiaalle"), free],
        ),
    }


def test_stage_of_life_leads_to_its_age_group_and_a_village_to_itself(client, baby_things):
    found = understood(parse(ask(client, "vauvajumppa Sirkka")))

    assert found == {
        "vauvajumppa": (
            [("q", "vauvajumppa Sirkka"), ("ika", "vauvat")],
            [("q", "Sirkka")],
        ),
        "Sirkka": (
            [("q", "vauvajumppa Sirkka"), ("alue", "sirkka")],
            [("q", "vauvajumppa")],
        ),
    }


@pytest.mark.parametrize("text", ["4-vuotistarkastus", "4 v"])
def test_search_without_an_age_is_another_search(client, baby_things, text):
    [(_only, without)] = understood(parse(ask(client, text))).values()

    assert ("q", text) not in without


def test_named_age_comes_first_and_the_link_shows_it_alone(client, baby_things):
    response = ask(client, "jumppa 3v")
    only, without = understood(parse(response))["3-vuotias"]

    assert names(response)[0] == "Jumppa kolmosille"
    alone = ask(client, **{name: value for name, value in only if name != "q"}, text="jumppa 3v")
    assert sorted(names(alone)) == ["Jumppa Sirkassa", "Jumppa kolmosille"]
    assert len(names(ask(client, dict(without)["q"]))) == 3


def test_age_that_is_chosen_already_is_told_once(client, baby_things):
    assert understood(parse(ask(client, "jumppa 3v", ika="3v"))) == {}


def test_stage_of_life_without_an_age_group_has_no_link_that_narrows_to_nothing(client, actor):
    make.make_service(name="Jumppa", actor=actor)
    rebuilding.rebuild()

    links = [a.get("href") for a in parse(ask(client, "jumppa teinille")).iter("a")]

    assert [link for link in links if ("ika", "") in query_of(link or "")] == []


def test_age_alone_finds_what_is_made_for_it(client, baby_things):
    root = parse(ask(client, "8 kk"))

    assert all_words(root, f"{HIT}/h3") == ["Jumppa vauvoille"]
    assert list(understood(root)) == ["8 kk"]


def test_long_text_is_searched_by_its_beginning_and_that_is_told(client, actor):
    make.make_service(name="Puheterapia", actor=actor)
    rebuilding.rebuild()

    root = parse(ask(client, "puheterapia " + "x" * 300))

    told = gettext("That was long: we searched with its beginning.")
    assert (all_words(root, f"{HIT}/h3"), told in notices(root)) == (["Puheterapia"], True)
    assert notices(parse(ask(client, "puheterapia"))) == []


# --- The situation that stands first ---------------------------------------------------------------
def first_situation(root):
    return root.find(".//section[@class='first-situation flow']")


def test_situation_whose_phrase_says_the_same_comes_first_with_its_route(client, actor):
    service = make.make_service(name="Vauva ei nuku -neuvonta", actor=actor)
    steps = ["Kerro neuvolassa.", make.make_theme(name="Uni"), "https://www.example.org/uni", "Neljäs."]
    make.make_situation(name="Yöt valvotaan", phrases_fi="vauva ei nuku\nvauva heräilee", steps=steps)
    rebuilding.rebuild()

    root = parse(ask(client, "vauvamme ei nuku"))

    first = first_situation(root)
    assert words(first.find("h3")) == "Yöt valvotaan"
    assert all_words(first, "ol/li") == ["Kerro neuvolassa.", "Uni", "example.org"]
    assert {a.get("href") for a in first.iter("a")} == {"/tilanteet/yot-valvotaan/"}
    assert all_words(root, f"{HIT}/h3") == [service.name_fi, "Uni"][:1]
    assert total(root) == 2


def test_step_that_is_a_number_or_a_service_is_told_by_its_name(client, actor):
    line, service = make.make_helpline(name="Vauvapuhelin"), make.make_service(name="Uniohjaus", actor=actor)
    make.make_situation(name="Vauva ei nuku", steps=[line, service, "Lepää."])
    rebuilding.rebuild()

    first = first_situation(parse(ask(client, "vauva ei nuku")))

    told = all_words(first, "ol/li")
    assert len(told) == 3
    assert [step for step in told if not step] == []


def test_urgent_situation_has_its_number_before_the_reading(client):
    line = make.make_helpline(name="Myrkytystiedot", numbers=[("fi", "0800 147 111")])
    make.make_situation(name="Lapsi söi pesuainetta", urgency="urgent", steps=[line, "Älä oksennuta."])
    rebuilding.rebuild()

    response = ask(client, "lapsi söi pesuainetta")
    first = first_situation(parse(response))

    assert all_words(first, ".//ul[@class='helplines']//h3") == ["Myrkytystiedot"]
    body = response.content.decode()
    assert body.index('href="tel:0800147111"') < body.index("Älä oksennuta.")


def test_urgent_situation_keeps_its_own_number_under_urgent_words(client):
    make.make_helpline(name="Hätänumero", numbers=[("fi", "112")], is_emergency=True)
    line = make.make_helpline(name="Myrkytystiedot", numbers=[("fi", "0800 147 111")])
    make.make_situation(name="Myrkytys: lapsi söi pesuainetta", urgency="urgent", steps=[line, "Odota."])
    rebuilding.rebuild()

    body = ask(client, "myrkytys lapsi söi pesuainetta").content.decode()

    assert "Odota." in body
    assert 'href="tel:0800147111"' in body


@pytest.mark.parametrize("text", ["vauva", "nuku", "jumppa vauva uinti sauna"])
def test_situation_of_which_the_words_say_little_is_a_hit_among_others(client, actor, text):
    make.make_service(name="Jumppa, uinti, sauna", actor=actor)
    make.make_situation(name="Yöt valvotaan", phrases_fi="vauva heräilee yöllä eikä nuku")
    rebuilding.rebuild()

    root = parse(ask(client, text))

    assert first_situation(root) is None
    assert "Yöt valvotaan" in all_words(root, f"{HIT}/h3")


def test_situation_does_not_stand_first_when_kinds_are_chosen_or_on_later_pages(client, actor):
    make.make_situation(name="Kerho ei suju")
    make.make_clubs(23, actor=actor)
    rebuilding.rebuild()

    assert first_situation(parse(ask(client, "kerho ei suju"))) is not None
    assert first_situation(parse(ask(client, "kerho ei suju", laji="tilanteet"))) is None
    assert first_situation(parse(ask(client, "kerho ei suju", sivu=2))) is None


# --- Languages -------------------------------------------------------------------------------------
def test_finnish_text_is_marked_and_comes_below_what_is_translated(client, actor):
    make.make_service(name="Talterapi", summary_fi="Suomeksi.", actor=actor)
    make.make_service(
        name="Puheterapia",
        name_sv="Stöd",
        summary_sv="Hjälp, också talterapi.",
        summary_fi="Ei.",
        actor=actor,
    )
    rebuilding.rebuild()

    response = ask(client, "talterapi", language="sv")
    root = parse(response)
    with translation.override("sv"):
        told = gettext("Part of this page is not in English yet. It is shown in Finnish.")

    own, fallback = root.findall(HIT)
    assert [words(hit.find("h3")) for hit in (own, fallback)] == ["Stöd", "Talterapi"]
    assert [hit.find("h3/a").get("lang") for hit in (own, fallback)] == [None, "fi"]
    assert [hit.findall("p")[1].get("lang") for hit in (own, fallback)] == [None, "fi"]
    assert told in words(root.find(".//main"))
    assert told not in words(parse(ask(client, "stöd", language="sv")).find(".//main"))


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

    with django_assert_num_queries(3):  # the revision, the words, the services
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

    # The revision, the words, and a query for each kind.
    with django_assert_num_queries(5):
        response = ask(client, "jumppa")

    assert len(names(response)) == 3


def test_first_situation_costs_a_few_more(client, django_assert_num_queries):
    make.make_situation(name="Vauva ei nuku", steps=["Yksi.", "Kaksi."])
    rebuilding.rebuild()
    ask(client, "vauva ei nuku", outo=1)

    # The revision, the words, the situation, its route, and its row as a hit.
    with django_assert_num_queries(5):
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
