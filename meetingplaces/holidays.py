"""Finnish public holidays and what they are called."""

from __future__ import annotations

import datetime as dt
from functools import cache, lru_cache

from holidays import country_holidays

from perhekeskus.languages import LANGUAGES
from perhekeskus.translated import LocalText

# The library answers in English, without a word, in a language it does not know.
_LIBRARY_LANGUAGE = {"fi": "fi", "fi-selko": "fi", "sv": "sv_FI", "en": "en_US", "uk": "uk"}


@cache
def _of_year(year: int, library_language: str) -> dict[dt.date, str]:
    found = country_holidays("FI", years=year, language=library_language)
    # Two holidays on one day are named together.
    return {day: name.replace("; ", ", ") for day, name in found.items()}


@lru_cache(maxsize=512)
def holidays_between(first: dt.date, last: dt.date) -> frozenset[dt.date]:
    """Return the public holidays from `first` to `last`, both in.

    Midsummer Eve and Christmas Eve count: they are customary days off, and few doors are open.
    """
    return frozenset(
        day
        for year in range(first.year, last.year + 1)
        for day in _of_year(year, "fi")
        if first <= day <= last
    )


def holiday_name(day: dt.date, language: str) -> LocalText:
    """Return a public holiday's name in a site language, "" on another day.

    A language that the library does not have shows the Finnish name, marked as Finnish.
    """
    known = _LIBRARY_LANGUAGE.get(language)
    name = _of_year(day.year, known or "fi").get(day, "")
    return LocalText(name, "" if known or not name else LANGUAGES["fi"].html_lang)
