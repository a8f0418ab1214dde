"""What a line of the thesaurus would do, tried before it is saved."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from perhekeskus import caching
from perhekeskus.languages import join_path
from perhekeskus.translated import LocalText, local_text
from search import thesaurus
from search.finding import find_all
from search.kinds import KINDS
from search.ranking import Key
from search.sources import Sources
from search.thesaurus import Thesaurus, phrases_of

SHOWN = 5  # hits of each phrase
TRIED = 12  # phrases: each costs two searches


@dataclass(frozen=True)
class Item:
    """A hit by its name, with its page's address."""

    name: LocalText
    url: str


@dataclass(frozen=True)
class Tried:
    """A phrase, and the best that a search for it finds now and would find with the line."""

    phrase: str
    now: list[Item]
    then: list[Item]


@dataclass(frozen=True)
class Preview:
    """The phrases that were tried, and how many more there are."""

    phrases: list[Tried]
    left_out: int


def preview_of(
    *, language: str, triggers: str, targets: str, is_active: bool, saved_as: int | None
) -> Preview:
    """Try a line that is not saved, in its own language; saved_as: the key of the line it would replace."""
    revision = caching.current_revision()
    thesauri = _thesauri_with(language, revision, triggers, targets, is_active=is_active, saved_as=saved_as)
    phrases = list(dict.fromkeys(" ".join(words) for words in phrases_of(triggers)))
    found = [
        (phrase, _best(phrase, language, revision, None), _best(phrase, language, revision, thesauri))
        for phrase in phrases[:TRIED]
    ]
    items = _items([key for _phrase, now, then in found for key in (*now, *then)], language)
    tried = [
        Tried(phrase, *([items[key] for key in keys] for keys in (now, then))) for phrase, now, then in found
    ]
    return Preview(tried, len(phrases[TRIED:]))


def _thesauri_with(
    language: str, revision: int, triggers: str, targets: str, *, is_active: bool, saved_as: int | None
) -> dict[str, Thesaurus]:
    codes = Sources(language, revision).languages
    thesauri = {code: thesaurus.read(code, revision, but=saved_as) for code in codes}
    if is_active:
        thesaurus.add_line(thesauri[language], triggers, targets, language)
    return thesauri


def _best(text: str, language: str, revision: int, thesauri: dict[str, Thesaurus] | None) -> list[Key]:
    return [hit.key for hit in find_all(text, language, revision, thesauri=thesauri).hits[:SHOWN]]


def _items(hits: list[Key], language: str) -> dict[Key, Item]:
    """Read what hits are called, sensitive things and members' own too: the desk may see them."""
    keys: dict[str, set[int]] = defaultdict(set)
    for kind, pk in hits:
        keys[kind].add(pk)
    items = {}
    for key, pks in keys.items():
        for row in KINDS[key].published().for_page(language).filter(pk__in=pks):
            url = join_path(language, KINDS[key].path_of(row.slug))
            items[key, row.pk] = Item(local_text(row, "name", language), url)
    return items
