"""What a page's address tells of a family: its municipality, perhaps a locality, and the children's ages."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpRequest

from perhekeskus import caching, languages
from perhekeskus.ages import AgeSpan, parse_age, written_age, written_ages
from perhekeskus.pages import name_unknown_parameters, shown_briefly
from services.facets import ANYWHERE, WHERE, Choice
from services.index import ServiceIndex, service_index


@dataclass(frozen=True)
class Home:
    """Municipality and locality of an address.

    choices: those that are offered; pairs: the same as a query; unknown: values that are not.
    towns: slugs of its municipalities; a village tells its own.
    """

    choices: list[Choice]
    pairs: list[tuple[str, str]]
    unknown: list[str]
    towns: frozenset[str] = frozenset()

    @property
    def has_unknown(self) -> bool:
        return bool(self.unknown)

    @property
    def where(self) -> list[tuple[str, str]]:
        """What narrows lists: an unknown place alone gives no hits, and never silently everything."""
        return self.pairs or [("kunta", "")] * self.has_unknown

    @property
    def label(self) -> str:
        """The places by name: "Kittilä, Sirkka"."""
        return ", ".join(choice.label for choice in self.choices)

    @property
    def query(self) -> str:
        """The same for the end of a link: "?kunta=kittila", or ""."""
        return f"?{urlencode(self.pairs)}" if self.pairs else ""


NO_HOME = Home([], [], [])  # for what no municipality narrows


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
                unknown.append(shown_briefly(value))
    if unknown:
        caching.do_not_store(request)
    request.canonical_query = urlencode(pairs)
    towns = {value for parameter, value in pairs if parameter == "kunta"}
    if not towns:
        towns.update(*(index.localities.get(value, ()) for parameter, value in pairs if parameter == "alue"))
    return Home(choices, pairs, unknown[:10], frozenset(towns))


def near_home(request: HttpRequest) -> tuple[ServiceIndex, Home]:
    """Return the index and the home of a page that shows what is near; unknown parameters are named."""
    name_unknown_parameters(request, known=WHERE)
    index = service_index(languages.current().code, request.page.revision)
    return index, home_of(index, request)


@dataclass(frozen=True)
class Children:
    """The children's ages of an address, the same as a query, and values that are no ages."""

    ages: list[AgeSpan]
    pairs: list[tuple[str, str]]
    unknown: list[str]


def children_of(index: ServiceIndex, request: HttpRequest) -> Children:
    """Read a page's ages: age groups, or ages as `8kk` and `3v`; what is unknown keeps the page unstored."""
    ages: list[AgeSpan] = []
    unknown: list[str] = []
    given = dict.fromkeys(filter(None, request.GET.getlist("ika")))
    for value in (age for text in given for age in ages_of(index, text)):
        span = span_of(index, value)
        if span is None:
            unknown.append(shown_briefly(value))
        elif span not in ages:  # "8 kk" beside "8kk"
            ages.append(span)
    if unknown:
        caching.do_not_store(request)
    return Children(ages, [("ika", span.value) for span in ages], unknown[:10])


def ages_of(index: ServiceIndex, text: str) -> list[str]:
    """Return the values that one `ika` means: an age group, or ages as people write them."""
    return [text] if text in index.ages else written_ages(text)


def span_of(index: ServiceIndex, value: str) -> AgeSpan | None:
    """Return the ages that a value of `ika` means, or None."""
    return index.ages.get(value) or parse_age(written_age(value))
