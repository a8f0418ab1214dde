"""What is indexed of each item: its texts by zone and language, and what it is found by."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, groupby

from django.conf import settings
from django.db.models import QuerySet

from meetingplaces.models import MeetingPlace
from perhekeskus.languages import DEFAULT, LANGUAGES
from perhekeskus.models import PublicItem, State, Visibility
from search.kinds import KINDS, Kind, Related, Zone, steps
from search.worded import Question, rows_of
from services.models import Helpline, Place, Service, Theme

# What is read of a place, and of a municipality.
LOCALITY, TOWN = ("locality_slug", "locality"), ("slug", "name_fi", "name_sv")


@dataclass
class Document:
    """An item as the index takes it.

    kind, item: a kind's key and the item's primary key; path: of its page, without a language prefix.
    texts: by site language and zone, each with the site language that it is in.
    towns: slugs of municipalities and localities.
    members_only: only the network's members may see it. is_sensitive: never suggested.
    """

    kind: str
    item: int
    path: str = ""
    texts: dict[str, dict[Zone, list[tuple[str, str]]]] = field(default_factory=lambda: defaultdict(dict))
    min_months: int | None = None
    max_months: int | None = None
    for_pregnancy: bool = False
    towns: set[str] = field(default_factory=set)
    region_wide: bool = False
    members_only: bool = False
    is_sensitive: bool = False

    def add(self, zone: Zone, values: dict[str, str | None]) -> None:
        """Add a text, told in some site languages: in each of the others as its fallback has it."""
        for language in settings.SITE_LANGUAGES:
            for code in (language, *LANGUAGES[language].fallback):
                if text := values.get(code):
                    told = self.texts[language].setdefault(zone, [])
                    if (text, code) not in told:  # the same is not told twice
                        told.append((text, code))
                    break

    def of_zone(self, language: str, zone: Zone) -> list[tuple[str, str]]:
        """Return the zone's texts for a site language, each with the site language that it is in."""
        return self.texts[language].get(zone, [])

    def is_told_in(self, language: str) -> bool:
        """Say whether it has a name or a summary of its own in a language."""
        own = [*self.of_zone(language, Zone.TITLE), *self.of_zone(language, Zone.SUMMARY)]
        return any(code == language for _text, code in own)


# --- Reading ----------------------------------------------------------------------------------------
Take = Callable[[Document, list], None]  # a row's values, behind its item's key, into a document


def read(kind: Kind, pks: Iterable[int]) -> Iterator[Document]:
    """Yield some published items of a kind as documents, in the order of their keys; drafts never."""
    questions, takes = zip(*_asked(kind), strict=True)
    own, *others = rows_of(questions, list(pks))
    documents = {pk: Document(kind.key, pk) for pk, *_values in own}
    for take, rows in zip(takes, [own, *others], strict=True):
        for pk, *values in rows:
            if pk in documents:  # the others were asked about drafts too
                take(documents[pk], values)
    yield from documents.values()


def _asked(kind: Kind) -> Iterator[tuple[Question, Take]]:
    """Yield what is asked of a kind's items, with what takes each row; first of the items themselves."""
    yield _own(kind)
    for path, related in groupby(kind.related, key=lambda each: each.path):
        yield _related(kind, path, list(related))
    told = {each.path for each in kind.related}
    for path in kind.localities:
        if path not in told:
            yield (_related_rows, kind.key, path, *LOCALITY), _take_locality
    for path in kind.towns:
        if path.removesuffix("__municipality") not in told & set(kind.localities):
            yield (_related_rows, kind.key, path, *TOWN), _take_town
    if kind.themes or kind.model is Theme:
        yield (_sensitive_rows, kind.key), _take_sensitive


def _own(kind: Kind) -> tuple[Question, Take]:
    ages = ("min_months", "max_months", "for_pregnancy") if kind.has_ages else ()
    reach = ("area_kind",) if kind.model is Service else ()
    fixed = ("slug", "visibility", *ages, *reach)
    texts = [(zone, name) for zone, names in kind.texts.items() for name in names]
    plain = [(zone, name) for zone, names in kind.plain_texts.items() for name in names]
    names = [column for _zone, name in texts for column in _columns(name)] + [name for _zone, name in plain]

    def take(document: Document, values: list) -> None:
        (slug, visibility, *rest), values = values[: len(fixed)], values[len(fixed) :]
        document.path = kind.path_of(slug)
        document.members_only = visibility == Visibility.MEMBERS
        document.region_wide = kind.is_everywhere
        if ages:
            document.min_months, document.max_months = rest[:2]
            document.for_pregnancy = bool(rest[2])
        if reach:
            document.region_wide = rest[-1] in (Service.AreaKind.COUNTRY, Service.AreaKind.COUNTY)
        for zone, _name in texts:
            document.add(zone, _by_language(values))
            del values[: len(settings.SITE_LANGUAGES)]
        for (zone, _name), value in zip(plain, values, strict=True):
            document.add(zone, {DEFAULT: value})

    return (_own_rows, kind.key, "pk", *fixed, *names), take


def _related(kind: Kind, path: str, related: list[Related]) -> tuple[Question, Take]:
    """Ask for the texts of the rows at one path; of places also where they are."""
    columns = [[each.field] if each.is_plain else _columns(each.field) for each in related]
    is_place = path in kind.localities
    where = (*LOCALITY, *(f"municipality__{name}" for name in TOWN)) if is_place else ()

    def take(document: Document, values: list) -> None:
        for each, told in zip(related, columns, strict=True):
            own, values = values[: len(told)], values[len(told) :]
            document.add(each.zone, {DEFAULT: own[0]} if each.is_plain else _by_language(own))
        if is_place:
            _take_locality(document, values[: len(LOCALITY)])
            _take_town(document, values[len(LOCALITY) :])

    return (_related_rows, kind.key, path, *chain.from_iterable(columns), *where), take


def _take_locality(document: Document, values: list) -> None:
    slug, name, *_place = values
    if slug:
        document.towns.add(slug)
        document.add(Zone.PLACE, {DEFAULT: name})


def _take_town(document: Document, values: list) -> None:
    slug, name_fi, name_sv, *_town = values
    document.towns.add(slug)
    document.add(Zone.PLACE, {"fi": name_fi, "sv": name_sv})


def _take_sensitive(document: Document, _values: list) -> None:
    document.is_sensitive = True


def _columns(name: str) -> list[str]:
    return [f"{name}_{LANGUAGES[code].column_suffix}" for code in settings.SITE_LANGUAGES]


def _by_language(values: list[str]) -> dict[str, str]:
    return dict(zip(settings.SITE_LANGUAGES, values, strict=False))


def _own_rows(keys: Sequence[int], kind: str, *columns: str) -> QuerySet:
    """Select columns of published items, in the order of their keys."""
    published = KINDS[kind].published().filter(pk__in=keys)
    return QuerySet(KINDS[kind].model).filter(pk__in=published).order_by("pk").values_list(*columns)


def _related_rows(keys: Sequence[int], kind: str, path: str, *fields: str) -> QuerySet:
    """Select an item's key and fields of each related row that everybody may see, the way to it too."""
    model = KINDS[kind].model
    where = {f"{path}__pk__isnull": False}
    for prefix, step in steps(model, path):
        if issubclass(step, PublicItem):
            where |= {f"{prefix}__state": State.PUBLISHED, f"{prefix}__visibility": Visibility.PUBLIC}
        if step is Place:  # one with a secret address is near nobody
            where |= {f"{prefix}__address_is_masked": False}
        if step is MeetingPlace:  # what its building hides is hidden with it
            where |= {
                f"{prefix}__place__state": State.PUBLISHED,
                f"{prefix}__place__visibility": Visibility.PUBLIC,
                f"{prefix}__place__address_is_masked": False,
            }
    items = QuerySet(model).filter(pk__in=keys, **where).order_by("pk", f"{path}__pk")
    # DISTINCT with an order takes what is ordered by too: the last column.
    return items.values_list("pk", *(f"{path}__{name}" for name in fields), f"{path}__pk").distinct()


def _sensitive_rows(keys: Sequence[int], kind: str) -> QuerySet:
    """Select the keys of items with a sensitive theme; 112 is for everything, and none of them."""
    model, themes = KINDS[kind].model, KINDS[kind].themes
    where = {f"{themes}__is_sensitive" if themes else "is_sensitive": True}
    if model is Helpline:
        where["is_emergency"] = False
    return QuerySet(model).filter(pk__in=keys, **where).order_by().values_list("pk").distinct()
