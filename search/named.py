"""The ages and places that a query names, as the parameters of addresses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from perhekeskus.ages import AgeSpan, age_label
from search.query import Query


@dataclass(frozen=True, slots=True)
class Named:
    """An age or a place: its name, the words that name it, and its parameter and value, "" for none."""

    label: str
    words: tuple[str, ...]
    parameter: str
    value: str


def named_in(query: Query, groups: Mapping[str, AgeSpan]) -> list[Named]:
    """Return what a query names, ages first; groups: the age groups that the page offers, by slug."""
    found = []
    for age in query.ages:
        label = age_label(age.span) if age.span.value else " ".join(age.words)
        found.append(Named(label, age.words, "ika", age.span.value or _group_of(age.span, groups)))
    for place in query.places:
        found.append(Named(place.label, (place.word,), place.parameter, place.slug))
    return found


def _group_of(span: AgeSpan, groups: Mapping[str, AgeSpan]) -> str:
    """Return the age group that a stage of life means best: the one with its first month."""
    for slug, group in groups.items():
        if not group.pregnancy and group.first <= span.first < group.end:
            return slug
    return ""


def without(text: str, words: Iterable[str]) -> str:
    """Return a text without some words; what is only a part of a word stays, as in "4-vuotistarkastus"."""
    for word in words:
        text = re.sub(rf"(?<!\w){re.escape(word)}(?!\w)", " ", text, flags=re.IGNORECASE)
    return " ".join(text.split())
