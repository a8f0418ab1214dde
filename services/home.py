"""Home as a page's address tells it: a municipality, and perhaps a locality."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpRequest

from perhekeskus import caching
from services.facets import ANYWHERE, WHERE, Choice
from services.index import ServiceIndex


@dataclass(frozen=True)
class Home:
    """Municipality and locality of an address.

    choices: those that are offered; pairs: the same as a query; unknown: values that are not.
    """

    choices: list[Choice]
    pairs: list[tuple[str, str]]
    unknown: list[str]

    @property
    def has_unknown(self) -> bool:
        return bool(self.unknown)


def home_of(index: ServiceIndex, request: HttpRequest) -> Home:
    """Read a page's municipality and locality; what is unknown is named and keeps the page unstored."""
    choices, pairs, unknown = [], [], []
    for parameter in WHERE:
        offered = {choice.value: choice for choice in index.choices[parameter]}
        for value in dict.fromkeys(request.GET.getlist(parameter)):
            if value in offered:
                choices.append(offered[value])
                pairs.append((parameter, value))
            elif value and not (parameter == "kunta" and value == ANYWHERE):
                unknown.append(value[:40])
    if unknown:
        caching.do_not_store(request)
    request.canonical_query = urlencode(pairs)
    return Home(choices, pairs, unknown[:10])
