"""What the tests of the search's pages share: how to ask for one, and how to read it."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlencode
from xml.etree.ElementTree import Element

from django.test import Client
from django.utils.translation import gettext

from tests.reading import all_words, in_language, parse, words

HIT = ".//article[@class='card hit']"


# --- Asking --------------------------------------------------------------------------------------
def ask(client: Client, text: str | None = None, *, language: str = "fi", path: str = "/haku/", **more):
    """Ask for a page of a search; more: other parameters, a list for one that is repeated."""
    pairs = ({} if text is None else {"q": text}) | {name.replace("_", "-"): v for name, v in more.items()}
    query = urlencode(pairs, doseq=True)
    return client.get(in_language(f"{path}?{query}" if query else path, language))


def suggested(client: Client, text: str, language: str = "fi") -> list[str]:
    response = ask(client, text, language=language, path="/haku/ehdotukset/")
    return [item["label"] for item in response.json()["suggestions"]]


# --- Reading -------------------------------------------------------------------------------------
def names(response) -> list[str]:
    """The names of the hits, in order."""
    return all_words(parse(response), f"{HIT}/h3")


def total(root: Element) -> int:
    return int(words(root.find(".//h2[@data-filter-heading]")).split()[0])


def kinds(root: Element) -> dict[str, int]:
    """The kinds among the hits and how many there are of each."""
    links = root.findall(f".//div[@aria-label='{gettext('Kinds of hits')}']//a")
    return {(a.text or "").strip(): int(words(a.find("small"))) for a in links}


def facet_counts(root: Element) -> dict[tuple[str, str], int]:
    """The numbers beside the choices of the form."""
    shown = root.findall(".//*[@class='choice__count']")
    return {tuple(e.get("data-count-for").split(":", 1)): int(words(e)) for e in shown}


def query_of(address: str) -> list[tuple[str, str]]:
    """The parameters of a link."""
    return parse_qsl(address.partition("?")[2], keep_blank_values=True)


def marked(element: Element) -> list[str]:
    """What is marked as having met the words."""
    return all_words(element, ".//mark")


def notices(root: Element) -> list[str]:
    """How the words were understood, as the page says it."""
    return all_words(root, ".//*[@data-filter-say]")


def first_situation(root: Element) -> Element | None:
    """The situation that stands before the hits, when there is one."""
    return root.find(".//section[@class='first-situation flow']")
