"""What is suggested while somebody writes: the beginnings of titles, keywords, themes and their words.

Nothing sensitive is ever suggested: no such item, and no word that speaks of violence or self-harm.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.conf import settings
from django.db.models import Exists, OuterRef

from perhekeskus.languages import LANGUAGES
from search.analysis import fold, signature, terms_of, words_of
from search.documents import Document
from search.kinds import SITUATIONS, Zone
from search.models import SearchStale, SearchSuggestion, current_index
from search.query import mend
from search.thesaurus import SEPARATOR
from search.vocabulary import SHORTEST_MENDED
from search.words import urgent_groups

SHORTEST, SHOWN = 2, 8
KEY_LENGTH = 60
# Weights in tenths: of a title, of a keyword or theme, and what later words and parts of words lose.
TITLE, WORD, LATER, PART = 30, 20, 5, 10
WEIGHTS = (30, 25, 20, 15, 10)  # that come of these, greatest first
LONGEST_LABEL = 120
LAST_BYTE = b"\xff"  # follows every byte of UTF-8


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A label to choose; path without a language prefix, "" for a search by the label."""

    label: str
    html_lang: str
    kind: str
    path: str


def suggestions_of(document: Document, language: str) -> list[tuple[bytes, str, str, str, int, str]]:
    """Return key, label, html_lang, kind, weight and path of what a document's text in a language suggests.

    Its title and its keywords; the names of its themes are the titles of other documents.
    """
    if document.is_sensitive or document.members_only or _tells_of_danger(document):
        return []
    rows = {}
    for zone, base in ((Zone.TITLE, TITLE), (Zone.KEYWORDS, WORD)):
        is_title = zone == Zone.TITLE
        kind, path = (document.kind, document.path) if is_title else ("", "")
        for text, code in document.of_zone(language, zone):
            for label in [text] if is_title else SEPARATOR.split(text):
                label = " ".join(label.split())
                if not label or len(label) > LONGEST_LABEL or urgent_groups(label, settings.SITE_LANGUAGES):
                    continue
                html_lang = LANGUAGES[code].html_lang
                for key, weight in _keys(label, html_lang, base):
                    row = (key.encode(), label, html_lang, kind, weight, path)
                    rows.setdefault((key, label), row)
    return list(rows.values())


def _tells_of_danger(document: Document) -> bool:
    """Its name speaks of violence or self-harm in some language; of a situation, some phrase does."""
    zones = (Zone.TITLE, Zone.KEYWORDS) if document.kind == SITUATIONS else (Zone.TITLE,)
    return any(
        urgent_groups(line, settings.SITE_LANGUAGES)
        for language in settings.SITE_LANGUAGES
        for zone in zones
        for text, _code in document.of_zone(language, zone)
        for line in text.splitlines()
    )


def _keys(label: str, language: str, base: int) -> Iterator[tuple[str, int]]:
    """Yield each beginning of a label and its weight: of it all, of later words, of compounds' last parts."""
    words = words_of(label)
    folded = [fold(word) for word in words]
    for number in range(len(folded)):
        yield " ".join(folded[number:])[:KEY_LENGTH], base - (LATER if number else 0)
    for word in words:
        for part in terms_of(word, language)[1:]:
            tail = part.text.partition(":")[2]
            if len(tail) > 3 and fold(word).find(tail) > 0:
                yield tail[:KEY_LENGTH], base - PART


def suggest(text: str, language: str, generation: int) -> list[Suggestion]:
    """Return at most eight suggestions for what has been written, best first; [] below two letters."""
    written = " ".join(fold(word) for word in words_of(text))[:KEY_LENGTH]
    if len(written) < SHORTEST:
        return []
    key = written.encode()
    own = LANGUAGES[language].html_lang
    beginning = SearchSuggestion.objects.filter(
        generation=generation, key__gte=key, key__lt=key + LAST_BYTE, serves__contains=f" {language} "
    )
    if SearchStale.objects.exists():  # what may just have been hidden waits until it is made anew
        noted = SearchStale.objects.filter(kind=OuterRef("entry__kind"), item=OuterRef("entry__item"))
        beginning = beginning.exclude(Exists(noted))
    found: dict[str, Suggestion] = {}
    for weight in WEIGHTS:  # each in the order of the index, which stops at the eighth
        rows = beginning.filter(weight=weight).order_by("key", "label", "path").distinct()
        for _key, label, html_lang, kind, path in rows.values_list(
            "key", "label", "html_lang", "kind", "path"
        )[: SHOWN * 4]:  # some have the same label
            shown_lang = "" if html_lang == own else html_lang
            found.setdefault(label.casefold(), Suggestion(label, shown_lang, kind, path))
        if len(found) >= SHOWN:
            break
    return list(found.values())[:SHOWN]


def suggest_for(text: str, language: str, revision: int) -> list[Suggestion]:
    """Return suggestions; when there are none, those for the mistyped text as it was meant.

    Of another analyser's index nothing is suggested: what has been hidden since would still stand in it.
    """
    index = current_index()
    if index.signature != signature():
        return []
    found = suggest(text, language, index.generation)
    if not found and len(text) >= SHORTEST_MENDED:
        found = suggest(mend(text, language, revision), language, index.generation)
    return found
