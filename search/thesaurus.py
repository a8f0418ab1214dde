"""The thesaurus as a search uses it: lines of `SearchSynonym`, analysed once for each content revision."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import yaml
from simple_history.utils import bulk_create_with_history

from perhekeskus import caching
from perhekeskus.kept import Kept
from perhekeskus.languages import LANGUAGES
from search.analysis import WHOLE, fold, terms_of, words_of
from search.models import SearchSynonym
from search.vocabulary import Vocabulary

SEPARATOR = re.compile(r"[,;\n]+")
SEED = Path(__file__).resolve().parent / "thesaurus.yaml"


@dataclass(frozen=True, slots=True)
class Line:
    """A trigger of a line and its targets.

    trigger: for each of its words the terms that mean it, the whole word's first; targets: words each.
    """

    trigger: tuple[tuple[str, ...], ...]
    targets: tuple[tuple[str, ...], ...]


@dataclass
class Thesaurus:
    """The active lines of a language of analysis, by every term of every word of their triggers.

    words: those of the triggers, what a mistyped word may be mended to.
    """

    revision: int
    language: str
    lines: dict[str, list[Line]] = field(default_factory=dict)
    words: Vocabulary = field(init=False)

    def __post_init__(self):
        self.words = Vocabulary(self.revision, self.language)

    def lines_for(self, term: str) -> list[Line]:
        return self.lines.get(term, [])


def phrases_of(text: str) -> list[list[str]]:
    """Return what stands between the commas of a line's side, as words."""
    return [words for part in SEPARATOR.split(text) if (words := words_of(part))]


def add_line(thesaurus: Thesaurus, triggers: str, targets: str, language: str) -> None:
    """Add a line, told in a language of analysis."""
    wanted = tuple(tuple(map(sys.intern, words)) for words in phrases_of(targets))
    for words in phrases_of(triggers):
        for word in words:
            folded = fold(word)
            thesaurus.words.surfaces[folded] = 1
            thesaurus.words.keep_as_written(folded, word)
        trigger = tuple(_meanings(word, language) for word in words)
        line = Line(trigger, wanted)
        for terms in trigger:
            for term in terms:
                thesaurus.lines.setdefault(term, []).append(line)


def _meanings(word: str, language: str) -> tuple[str, ...]:
    return tuple(term.text for term in terms_of(word, language) if term.share == WHOLE)


def read(language: str, revision: int, *, but: int | None = None) -> Thesaurus:
    """Read the active lines of a site language; but: the primary key of one that is left out."""
    thesaurus = Thesaurus(revision, language)
    code = LANGUAGES[language].html_lang
    rows = SearchSynonym.objects.filter(is_active=True, language=code).exclude(pk=but).order_by("pk")
    for triggers, targets in rows.values_list("triggers", "targets"):
        add_line(thesaurus, triggers, targets, code)
    return thesaurus


# The thesaurus of a site language, at least as new as a revision: thesaurus_of(language, revision).
thesaurus_of = Kept(read)


@cache
def seed() -> list[dict[str, str]]:
    """Return the lines that the portal comes with."""
    return yaml.safe_load(SEED.read_text(encoding="utf-8"))


def was_never_filled() -> bool:
    """Say whether the thesaurus has no line and never had one."""
    return not (SearchSynonym.objects.exists() or SearchSynonym.history.exists())


def add_seed() -> int:
    """Write the lines that the portal comes with and that have never been there; return how many.

    A line that a coordinator deleted, or gave other triggers, stands in the history, and is not added again.
    """
    with caching.change():  # two that begin at once take turns
        return _add_seed()


def _add_seed() -> int:
    known = {*SearchSynonym.objects.values_list("language", "triggers")}
    known |= {*SearchSynonym.history.values_list("language", "triggers")}
    new = [
        SearchSynonym(
            language=line["language"],
            triggers=line["triggers"],
            targets=line["targets"],
            note=line.get("note", ""),
        )
        for line in seed()
        if (line["language"], line["triggers"]) not in known
    ]
    bulk_create_with_history(new, SearchSynonym)
    return len(new)
