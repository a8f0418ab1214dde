"""What a query says beside its words: a child's age, and a place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from perhekeskus.ages import OLDEST_MONTH, AgeSpan
from search.analysis import fold, words_of

LONGEST_QUERY = 200  # characters; LONGEST_LIST: words that are searched
LONGEST_LIST = 20


@dataclass(frozen=True)
class NamedAge:
    """An age that a query names.

    words: as they stand in the query. span: months; value: for `ika`, "" for a stage of life.
    """

    words: tuple[str, ...]
    span: AgeSpan


@dataclass(frozen=True)
class NamedPlace:
    """A municipality or locality that a query names: its slug, its parameter, its name, and the word."""

    word: str
    parameter: str
    slug: str
    label: str


@dataclass(frozen=True)
class PlaceName:
    """A place that can be named: its parameter (`kunta` or `alue`), the value, and a name of it."""

    parameter: str
    slug: str
    label: str


# --- Ages -----------------------------------------------------------------------------------------
_NUMERALS = (
    "yksi kaksi kolme neljä viisi kuusi seitsemän kahdeksan yhdeksän kymmenen yksitoista kaksitoista "
    "kolmetoista neljätoista viisitoista kuusitoista seitsemäntoista",
    "yhden kahden kolmen neljän viiden kuuden",
    "yksi kaksi kolmi neli",
    "ett två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton sexton sjutton",
    "one two three four five six seven eight nine ten eleven twelve "
    "thirteen fourteen fifteen sixteen seventeen",
)
_NUMBER = {fold(word): n for words in _NUMERALS for n, word in enumerate(words.split(), start=1)} | {
    "puoli": 0,
    "puolitoista": 1,
}
_WORDS = "|".join(sorted((word for word in _NUMBER if len(word) > 2), key=len, reverse=True))
# "3", "1,5", "1½" and the last of "3–5".
_COUNT = rf"(?:\d{{1,2}}\s?[-–]\s?)?(?P<number>\d{{1,2}}(?:[.,]5|½)?|{_WORDS})"
_YEARS = r"(?:v|vuotia\w*|vuotta|vuoden|ar|aring\w*|arig\w*|years?|yrs?|yo)"
_MONTHS = r"(?:kk|kuukau\w*|kuukaut\w*|man|manad\w*|months?|mo)"
_WEEKS = r"(?:vko|viikko\w*|viikon|viikkoi\w*|vecko\w*|veckor|weeks?)"
_AGE = re.compile(
    rf"(?<![\w,.]){_COUNT}[\s-]*(?:(?P<years>{_YEARS})|(?P<months>{_MONTHS})|(?P<weeks>{_WEEKS}))"
    r"(?:[\s-]+olds?)?(?::\w+)?(?!\w)"
    # "4-vuotistarkastus": what follows is a word of its own.
    rf"|(?<![\w])(?P<check>\d{{1,2}})-?vuotis(?=\w{{4}})"
)
# Weeks of a pregnancy are no baby's.
_EXPECTING = re.compile(r"raska|odot|gravid|pregnan")
# Stages of life by the beginnings of words, folded; months. The words stay in the query.
_STAGES: tuple[tuple[tuple[str, ...], int, int], ...] = (
    (("vastasyntyn", "nyfodd", "newborn"), 0, 1),
    (("vauva", "imevais", "bebis", "spadbarn", "babies", "infant"), 0, 12),
    (("taapero", "taaperoi", "smabarn", "toddler"), 12, 36),
    (("leikki-ikai", "leikkiikai", "lekalder", "pre-school", "preschool"), 36, 84),
    (("eskari", "esikoulu", "forskolebarn"), 72, 84),
    (("alakoulu", "koululai", "kouluikai", "ekaluok", "lagstadi", "skolbarn", "schoolchild"), 84, 156),
    (("ylakoulu", "teini", "murrosi", "tonar", "hogstadi", "teen", "adolescen"), 156, 216),
)


def ages_in(text: str) -> tuple[list[NamedAge], str]:
    """Return the ages that a query names, and the query without those that are told in figures.

    >>> ages_in("eskarilainen, 6 v")[0][0].span
    AgeSpan(value='6v', first=72, end=84, pregnancy=False)
    """
    found: list[NamedAge] = []
    folded = _fold_in_place(text)
    rest = list(text)
    for match in _AGE.finditer(folded):
        span = None if match["weeks"] and _EXPECTING.search(folded) else _span(match)
        if span is not None:
            found.append(NamedAge((text[match.start() : match.end()].strip(),), span))
            rest[match.start()] = " "
            for position in range(match.start() + 1, match.end()):
                rest[position] = ""
    for word in words_of("".join(rest)):
        for beginnings, first, end in _STAGES:
            if _is_stage(fold(word), beginnings) and all(age.span.first != first for age in found):
                found.append(NamedAge((word,), AgeSpan("", first, end)))
                break
    return found, "".join(rest)


def _is_stage(word: str, beginnings: tuple[str, ...]) -> bool:
    return word.startswith(beginnings) or ("bebis" in beginnings and word in ("baby", "babyn", "baby's"))


def _fold_in_place(text: str) -> str:
    """Fold each letter to one letter, so that positions stay."""
    return "".join(c if c == "½" else (fold(c) or c)[0] for c in text)


def _span(match: re.Match) -> AgeSpan | None:
    said = match["check"] or match["number"]
    half = said.endswith((",5", ".5", "½")) or said == "puolitoista"
    number = int(re.match(r"\d+", said)[0]) if said[0].isdigit() else _NUMBER[said]
    if said == "puoli":  # half a year
        return AgeSpan("6kk", 6, 7) if match["years"] else None
    if match["weeks"]:
        months = number * 7 // 30
        return AgeSpan(f"{months}kk", months, months + 1)
    if match["months"]:
        return AgeSpan(f"{number}kk", number, number + 1)
    if number * 12 + 12 > OLDEST_MONTH:
        return None
    if half:
        return AgeSpan(f"{number * 12 + 6}kk", number * 12 + 6, number * 12 + 7)
    return AgeSpan(f"{number}v", number * 12, number * 12 + 12)


# --- Places ---------------------------------------------------------------------------------------
def places_in(words: Iterable[str], names: Iterable[PlaceName]) -> list[NamedPlace]:
    """Return the places that words name, in whatever case: "Kittilässä", "Rovaniemellä", "Utsjoella"."""
    found = []
    names = list(names)
    for word in words:
        named = [name for name in names if _names(fold(word), fold(name.label))]
        if named:
            name = max(named, key=lambda each: len(each.label))  # Keminmaa is not Kemi
            found.append(NamedPlace(word, name.parameter, name.slug, name.label))
    return found


# Municipalities whose names, or forms of them, are everyday words or people's names too.
EVERYDAY_NAMES = frozenset(
    [
        "aura",
        "hanko",
        "ii",
        "karvia",
        "kitee",
        "kotka",
        "lahti",
        "letala",
        "lovisa",
        "luoto",
        "multia",
        "nokia",
        "pello",
        "perho",
        "pori",
        "salo",
        "sievi",
        "simo",
        "soini",
        "sund",
        "vanda",
        "varkaus",
        "veteli",
        "virrat",
    ]
)
INSIDE = re.compile("ssa|sta")  # "Salossa" is a town, "salon" a parlour's


def stems_of(labels: Iterable[str]) -> dict[str, str]:
    """Return names of places by each of their stems, folded, for `elsewhere_in`."""
    return {stem: label for label in labels for stem in _stems(fold(label))}


def elsewhere_in(word: str, bases: Iterable[str], stems: Mapping[str, str]) -> str:
    """Return the place that a word names in whatever case, "" for none.

    bases: base forms of the word, folded: "Helsingissä" has no stem of Helsinki. stems: of `stems_of`.
    """
    folded = fold(word)
    for base in bases:
        if base in stems and base not in EVERYDAY_NAMES:
            return stems[base]
    for cut in range(len(folded), 2, -1):
        label, ending = stems.get(folded[:cut]), folded[cut:]
        known = INSIDE if label and fold(label) in EVERYDAY_NAMES else _ENDING
        if label and (known.fullmatch(ending) or (not ending and known is _ENDING)):
            return label
    return ""


# Endings of the cases in which one speaks of a place; folded. Swedish has its s.
_ENDING = re.compile(r"n|s|an|on|in|en|un|yn|seen|ssa|sta|lla|lta|lle|ksi|na")


@lru_cache(maxsize=20_000)
def _names(word: str, name: str) -> bool:
    if word == name:
        return True
    if len(name) < 3:
        return False
    return any(
        word.startswith(stem) and _ENDING.fullmatch(word[len(stem) :]) is not None for stem in _stems(name)
    )


def _stems(name: str) -> list[str]:
    """The stems that a name has in Finnish: Rovaniemi, Rovanieme-; Utsjoki, Utsjoe-."""
    stems = [name]
    if name.endswith("joki"):
        stems.append(f"{name[:-2]}e")
    elif name.endswith("i"):
        stems.append(f"{name[:-1]}e")
    elif name.endswith("nen"):
        stems.append(f"{name[:-3]}se")
    return stems
