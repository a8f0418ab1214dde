"""What is suggested while somebody writes: the beginnings of titles, keywords, themes and their words.

Nothing sensitive is ever suggested: no such item, and no word that speaks of violence or self-harm.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.conf import settings
from django.db.models import Max

from perhekeskus.collation import collation_key
from perhekeskus.languages import LANGUAGES
from search.analysis import analysis_language, fold, terms_of, words_of
from search.documents import Document
from search.kinds import Zone
from search.models import SearchEntry, SearchSuggestion
from search.words import urgent_groups

SHORTEST, SHOWN = 2, 8
KEY_LENGTH = 60
# Weights in tenths: of a title, of a keyword or theme, and what later words and parts of words lose.
TITLE, WORD, LATER, PART = 30, 20, 5, 10
LAST_BYTE = b"\xff"  # follows every byte of UTF-8
SEPARATOR = re.compile(r"[,;\n]+")


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A label to choose; path without a language prefix, "" for a search by the label."""

    label: str
    html_lang: str
    kind: str
    path: str


def suggestions_of(document: Document, entry: SearchEntry) -> list[SearchSuggestion]:
    """Return the rows under which a document's title, keywords and themes are suggested."""
    if document.is_sensitive:
        return []
    rows: dict[tuple[str, str, str], SearchSuggestion] = {}
    for zone, base in ((Zone.TITLE, TITLE), (Zone.KEYWORDS, WORD), (Zone.THEME, WORD)):
        for text, code in document.of_zone(entry.language, zone):
            labels = [text] if zone == Zone.TITLE else SEPARATOR.split(text)
            for label in (" ".join(label.split()) for label in labels):
                if not label or len(label) > 120 or urgent_groups(label, settings.SITE_LANGUAGES):
                    continue
                is_title = zone == Zone.TITLE
                for key, weight in _keys(label, analysis_language(code), base):
                    for language in entry.serves.split():
                        rows.setdefault(
                            (language, key, label),
                            SearchSuggestion(
                                entry=entry,
                                generation=entry.generation,
                                language=language,
                                key=key.encode(),
                                label=label,
                                html_lang=_marked(code, language),
                                kind=document.kind if is_title else "",
                                weight=weight,
                                path=document.path if is_title else "",
                            ),
                        )
    return list(rows.values())


def _marked(code: str, language: str) -> str:
    """The language to mark a label with, when it is not the page's own."""
    own = LANGUAGES[code].html_lang
    return "" if own == LANGUAGES[language].html_lang else own


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
    key = " ".join(fold(word) for word in words_of(text))[:KEY_LENGTH]
    if len(key) < SHORTEST:
        return []
    rows = (
        SearchSuggestion.objects.filter(
            generation=generation, language=language, key__gte=key.encode(), key__lt=key.encode() + LAST_BYTE
        )
        .values_list("label", "html_lang", "kind", "path")
        .annotate(best=Max("weight"))
        .order_by("-best")[: SHOWN * 20]
    )
    # In the same order on every database: the label decides among equals.
    ranked = sorted(rows, key=lambda row: (-row[-1], collation_key(row[0]), row[3]))
    found: dict[str, Suggestion] = {}
    for *row, _best in ranked:
        found.setdefault(row[0].casefold(), Suggestion(*row))
        if len(found) == SHOWN:
            break
    return list(found.values())
