"""How a search says what it understood: mended words, ages, places, the first situation."""

from __future__ import annotations

import pytest
from django.utils import translation
from django.utils.translation import gettext

from search import rebuilding
from services.models import Municipality
from tests import factories as make
from tests.reading import all_words, parse, words
from tests.search_pages import HIT, ask, first_situation, names, notices, query_of, total

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


@pytest.fixture
def actor():
    return make.make_actor(name="Tekijä")


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


def test_word_mended_to_a_finnish_one_is_marked_so_on_an_english_page(client, actor):
    make.make_service(name="Puheterapia", actor=actor)
    rebuilding.rebuild()

    root = parse(ask(client, "puhetrapia", language="en"))

    [marked_so] = root.findall(".//*[@data-filter-say]//*[@lang]")
    assert (marked_so.get("lang"), words(marked_so)) == ("fi", "puheterapia")


def test_search_in_another_language_is_led_to_that_language(client, actor):
    make.make_service(name="Unineuvonta", name_en="Sleep guidance", actor=actor)
    rebuilding.rebuild()

    root = parse(ask(client, "my baby does not sleep"))

    [link] = root.findall(".//*[@data-filter-say]//a")
    assert (link.get("href"), link.get("hreflang")) == ("/en/haku/?q=my+baby+does+not+sleep", "en")
    assert names(client.get(link.get("href"))) == ["Sleep guidance"]
    assert root.findall(".//*[@data-filter-say]//b") == []
    assert (
        parse(ask(client, "my baby does not sleep", language="en")).findall(".//*[@data-filter-say]//a") == []
    )


def test_place_that_is_not_covered_is_told_and_those_that_are(client, actor):
    Municipality.objects.filter(name_fi__in=("Kittilä", "Ranua")).update(is_covered=True)
    make.make_service(name="Perhekahvila", actor=actor)
    rebuilding.rebuild()

    root = parse(ask(client, "perhekahvila Sodankylässä"))

    assert all_words(root, f"{HIT}/h3") == ["Perhekahvila"]
    assert notices(root) == ["Sodankylä ei ole mukana tällä sivustolla. Mukana: Kittilä, Ranua."]
    assert notices(parse(ask(client, "perhekahvila Kittilässä"))) == []


def test_compound_that_stands_in_no_text_is_told_with_its_parts(client, actor):
    make.make_service(name="Lastenneuvola", actor=actor)
    rebuilding.rebuild()

    root = parse(ask(client, "sahaneuvola"))

    assert all_words(root, f"{HIT}/h3") == ["Lastenneuvola"]
    assert notices(root) == [
        gettext("No text has the word “%(word)s”. This was found with its parts.") % {"word": "sahaneuvola"}
    ]


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


def test_what_would_leave_no_words_cannot_be_taken_away(client, baby_things):
    assert understood(parse(ask(client, "vauvat")))["vauvat"][1] == []
    assert understood(parse(ask(client, "vauvat jumppa")))["vauvat"][1] == [("q", "jumppa")]


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
