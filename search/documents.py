"""What is indexed of each item: its texts by zone and language, and what it is found by."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import chain, groupby

from django.conf import settings
from django.db import connection
from django.db.models import QuerySet

from meetingplaces.models import MeetingPlace
from perhekeskus.languages import DEFAULT, LANGUAGES
from perhekeskus.models import PublicItem, State, Visibility
from search.kinds import KINDS, Kind, Related, Zone, steps
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


def read(kind: Kind, pks: Iterable[int]) -> Iterator[Document]:
    """Yield some published items of a kind as documents, in the order of their keys; drafts never."""
    documents = _own(kind, list(pks))
    if not documents:
        return
    for path, related in groupby(kind.related, key=lambda each: each.path):
        _add_related(kind, path, list(related), documents)
    told = {each.path for each in kind.related}
    for path in kind.localities:
        if path not in told:
            for pk, *where in _rows(kind, documents, path, *LOCALITY):
                _add_locality(documents[pk], *where)
    for path in kind.towns:
        if path.removesuffix("__municipality") not in told & set(kind.localities):
            for pk, *where in _rows(kind, documents, path, *TOWN):
                _add_town(documents[pk], *where)
    _mark_sensitive(kind, documents)
    yield from documents.values()


def _own(kind: Kind, pks: list[int]) -> dict[int, Document]:
    ages = ("min_months", "max_months", "for_pregnancy") if kind.has_ages else ()
    reach = ("area_kind",) if kind.model is Service else ()
    fixed = ("pk", "slug", "visibility", *ages, *reach)
    texts = [(zone, name) for zone, names in kind.texts.items() for name in names]
    plain = [(zone, name) for zone, names in kind.plain_texts.items() for name in names]
    names = [column for _zone, name in texts for column in _columns(name)] + [name for _zone, name in plain]
    documents = {}
    for row in kind.published().filter(pk__in=pks).values_list(*fixed, *names):
        pk, slug, visibility, *rest = row[: len(fixed)]
        document = Document(kind.key, pk, kind.path_of(slug))
        document.members_only = visibility == Visibility.MEMBERS
        document.region_wide = kind.is_everywhere
        if ages:
            document.min_months, document.max_months, document.for_pregnancy = rest[:3]
        if reach:
            document.region_wide = rest[-1] in (Service.AreaKind.COUNTRY, Service.AreaKind.COUNTY)
        values = list(row[len(fixed) :])
        for zone, _name in texts:
            document.add(zone, _by_language(values))
            del values[: len(settings.SITE_LANGUAGES)]
        for (zone, _name), value in zip(plain, values, strict=True):
            document.add(zone, {DEFAULT: value})
        documents[pk] = document
    return documents


def _add_related(kind: Kind, path: str, related: list[Related], documents: dict[int, Document]) -> None:
    """Add the texts of the rows at one path, all by one query; of places also where they are."""
    columns = [[each.field] if each.is_plain else _columns(each.field) for each in related]
    is_place = path in kind.localities
    where = (*LOCALITY, *(f"municipality__{name}" for name in TOWN)) if is_place else ()
    for pk, *texts in _rows(kind, documents, path, *chain.from_iterable(columns), *where):
        for each, names in zip(related, columns, strict=True):
            own, texts = texts[: len(names)], texts[len(names) :]
            documents[pk].add(each.zone, {DEFAULT: own[0]} if each.is_plain else _by_language(own))
        if is_place:
            _add_locality(documents[pk], *texts[: len(LOCALITY)])
            _add_town(documents[pk], *texts[len(LOCALITY) :])


def _add_locality(document: Document, slug: str, name: str) -> None:
    if slug:
        document.towns.add(slug)
        document.add(Zone.PLACE, {DEFAULT: name})


def _add_town(document: Document, slug: str, name_fi: str, name_sv: str) -> None:
    document.towns.add(slug)
    document.add(Zone.PLACE, {"fi": name_fi, "sv": name_sv})


def _columns(name: str) -> list[str]:
    return [f"{name}_{LANGUAGES[code].column_suffix}" for code in settings.SITE_LANGUAGES]


def _by_language(values: list[str]) -> dict[str, str]:
    return dict(zip(settings.SITE_LANGUAGES, values, strict=False))


def _rows(kind: Kind, documents: dict[int, Document], path: str, *fields: str) -> Iterator[list]:
    """Yield an item's key and fields of each related row that everybody may see, the way to it too.

    Values are as the database gives them: for texts and slugs.
    """
    keys = list(documents)
    size = 1 << (len(keys) - 1).bit_length()  # few sizes, for few statements
    keys += keys[-1:] * (size - len(keys))
    sql, parameters = _statement(kind.key, path, fields, size)
    with connection.cursor() as cursor:
        cursor.execute(sql, [keys[each] if _is_index(each) else each for each in parameters])
        for *row, _related in cursor.fetchall():
            yield row


def _is_index(parameter: object) -> bool:
    return isinstance(parameter, int) and parameter < 0


@cache
def _statement(kind: str, path: str, fields: tuple[str, ...], size: int) -> tuple[str, tuple]:
    """Return the SQL of `_rows` for so many items, and its parameters; of each key its index, below zero.

    Django takes longer to put such a query into words than any database to answer it, and a save asks six.
    """
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
    # Not by its manager: modeltranslation's sets the columns in an order of its own.
    items = QuerySet(model).filter(pk__in=range(-size, 0), **where).order_by("pk", f"{path}__pk")
    # DISTINCT with an order takes what is ordered by too.
    rows = items.values_list("pk", *(f"{path}__{name}" for name in fields), f"{path}__pk").distinct()
    return rows.query.sql_with_params()


def _mark_sensitive(kind: Kind, documents: dict[int, Document]) -> None:
    items = kind.model.objects.filter(pk__in=list(documents)).order_by()
    if kind.model is Theme:
        items = items.filter(is_sensitive=True)
    elif kind.themes:
        items = items.filter(**{f"{kind.themes}__is_sensitive": True})
        if kind.model is Helpline:
            items = items.filter(is_emergency=False)  # 112 is for everything
    else:
        return
    for pk in items.values_list("pk", flat=True).distinct():
        documents[pk].is_sensitive = True
