"""Reading a page as a person or a program would: its elements, words and links."""

from __future__ import annotations

import json
from xml.etree.ElementTree import Element

import html5lib
from django.test import Client

LANGUAGES = ("fi", "fi-selko", "sv", "en")


def in_language(path: str, language: str) -> str:
    """An address in a site language: Finnish has no prefix."""
    return path if language == "fi" else f"/{language}{path}"


def parse(response) -> Element:
    """The page's root element; an HTML error fails the test."""
    parser = html5lib.HTMLParser(
        tree=html5lib.getTreeBuilder("etree"), strict=True, namespaceHTMLElements=False
    )
    return parser.parse(response.content.decode())


def parse_fragment(response) -> Element:
    """The root of what the server sends to the script: not a page of its own."""
    return html5lib.parseFragment(response.content.decode(), namespaceHTMLElements=False)


def words(element: Element | None) -> str:
    """An element's text with single spaces."""
    return "" if element is None else " ".join("".join(element.itertext()).split())


def all_words(root: Element, path: str) -> list[str]:
    """The texts of all the elements of a path."""
    return [words(element) for element in root.findall(path)]


def main(root: Element) -> Element:
    return root.find(".//main")


def headings(root: Element) -> list[tuple[int, str]]:
    """Level and text of each heading of the page's own content, in order."""
    return [(int(e.tag[1]), words(e)) for e in main(root).iter() if e.tag in ("h1", "h2", "h3", "h4")]


def meta(root: Element, name: str) -> str | None:
    found = root.find(f".//meta[@name='{name}']")
    return None if found is None else found.get("content")


def canonical(root: Element) -> str | None:
    found = root.find(".//link[@rel='canonical']")
    return None if found is None else found.get("href")


def structured_data(root: Element) -> dict:
    """The page's JSON-LD."""
    [script] = root.findall(".//script[@type='application/ld+json']")
    return json.loads(script.text)


def card_names(root: Element) -> list[str]:
    """Names on the cards of a list, in order."""
    return all_words(root, ".//article[@class='card']/h3")


def raw(client: Client, path: str, query: str = "", **headers):
    """A request with the path and query just as they are, which the client's own `get` would mend.

    path: as WSGI has it: percent escapes undone, bytes as Latin-1.
    """
    return client.generic("GET", "/", PATH_INFO=path, QUERY_STRING=query, **headers)
