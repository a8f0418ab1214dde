"""The kinds of items that are searched: where the texts of each stand, and what else changes them.

A new kind of content is one more `Kind` here, and its facets in `found_index`; what its entries depend on
follows from its paths.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache

from django.db.models import Model, QuerySet
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from meetingplaces.models import Activity, MeetingPlace
from perhekeskus.caching import When
from services.models import Actor, FamilyCentre, Helpline, Service, Situation, Task, Theme

SERVICES, SITUATIONS = "palvelut", "tilanteet"
MOST_KEYS = 10_000  # that one statement takes


class Zone(StrEnum):
    """Where in an item a text stands; how much a word counts there is in `indexing.ZONE_WEIGHTS`."""

    TITLE = "title"
    KEYWORDS = "keywords"
    THEME = "theme"
    SUMMARY = "summary"
    PLACE = "place"
    PROVIDER = "provider"
    DESCRIPTION = "description"


@dataclass(frozen=True)
class Related:
    """A text of other rows that counts as the item's own.

    path: from the item to those rows, as the ORM spells it; what the public may not see is left out.
    field: translated, or plain.
    """

    zone: Zone
    path: str
    field: str = "name"
    is_plain: bool = False


@dataclass(frozen=True)
class Kind:
    """A kind of items.

    key: the value of `laji` in addresses. label, icon: of one such item on a page of hits.
    texts: translated fields of each zone; plain_texts: those that are in Finnish alone.
    towns: paths to municipalities where an item is given; localities: paths to places likewise.
    themes: path to its themes, "" when it has none: an item of a sensitive theme is sensitive.
    is_everywhere: the item is not bound to any municipality.
    """

    key: str
    label: str
    plural: str
    icon: str
    model: type[Model]
    texts: dict[Zone, tuple[str, ...]]
    plain_texts: dict[Zone, tuple[str, ...]] = field(default_factory=dict)
    related: tuple[Related, ...] = ()
    towns: tuple[str, ...] = ()
    localities: tuple[str, ...] = ()
    themes: str = ""
    has_ages: bool = False
    is_everywhere: bool = False
    among: Callable[[QuerySet], QuerySet] = lambda items: items

    def published(self) -> QuerySet:
        """Items that somebody may see: the public or the network's members."""
        return self.among(self.model.objects.published()).order_by("pk")

    def path_of(self, slug: str) -> str:
        """Return the address of an item's page, without a language prefix."""
        with translation.override("fi"):
            if self.model is Helpline:
                return f"{reverse('help')}#{slug}"
            return reverse(_page_name(self.model), kwargs={"slug": slug})


@cache
def _page_name(model: type[Model]) -> str:
    return model().page_name


def _in_visible_building(places: QuerySet) -> QuerySet:
    return places.in_building_visible_to(None)


_TOWN = (("name_fi", "fi"), ("name_sv", "sv"))

KINDS: dict[str, Kind] = {
    kind.key: kind
    for kind in (
        Kind(
            SITUATIONS,
            _("Situation"),
            _("Situations"),
            "question",
            Situation,
            {
                Zone.TITLE: ("name",),
                Zone.KEYWORDS: ("phrases",),
                Zone.SUMMARY: ("introduction",),
            },
            related=(
                Related(Zone.THEME, "themes"),
                Related(Zone.DESCRIPTION, "steps", "text"),
            ),
            themes="themes",
            has_ages=True,
            is_everywhere=True,
        ),
        Kind(
            SERVICES,
            _("Service"),
            _("Services"),
            "heart",
            Service,
            {
                Zone.TITLE: ("name",),
                Zone.KEYWORDS: ("keywords",),
                Zone.SUMMARY: ("summary",),
                Zone.DESCRIPTION: ("description", "who_for", "how_to_get"),
            },
            related=(
                Related(Zone.THEME, "themes"),
                Related(Zone.THEME, "audiences"),
                Related(Zone.PROVIDER, "actor"),
                Related(Zone.PROVIDER, "actor", "former_names", is_plain=True),
                Related(Zone.PROVIDER, "actor_links__actor"),
                Related(Zone.PLACE, "place_links__place"),
            ),
            towns=("municipalities", "place_links__place__municipality"),
            localities=("place_links__place",),
            themes="themes",
            has_ages=True,
        ),
        Kind(
            "toiminta",
            _("Activity"),
            _("Activities"),
            "calendar",
            Activity,
            {
                Zone.TITLE: ("name",),
                Zone.SUMMARY: ("summary",),
                Zone.DESCRIPTION: ("what_happens",),
            },
            related=(
                Related(Zone.THEME, "themes"),
                Related(Zone.THEME, "audiences"),
                Related(Zone.PROVIDER, "organiser_links__actor"),
                Related(Zone.PLACE, "slots__place"),
            ),
            towns=("slots__place__place__municipality", "slots__municipality"),
            localities=("slots__place__place",),
            themes="themes",
            has_ages=True,
        ),
        Kind(
            "kohtaamispaikat",
            _("Meeting place"),
            _("Meeting places"),
            "place",
            MeetingPlace,
            {
                Zone.TITLE: ("name",),
                Zone.SUMMARY: ("introduction",),
                Zone.DESCRIPTION: ("rules",),
            },
            related=(
                Related(Zone.PROVIDER, "host"),
                Related(Zone.PLACE, "place"),
                Related(Zone.PLACE, "place", "street", is_plain=True),
                Related(Zone.DESCRIPTION, "slots__activity"),
            ),
            towns=("place__municipality",),
            localities=("place",),
            among=_in_visible_building,
        ),
        Kind(
            "teemat",
            _("Theme"),
            _("Themes"),
            "blocks",
            Theme,
            {Zone.TITLE: ("name",), Zone.SUMMARY: ("introduction",)},
            is_everywhere=True,
        ),
        Kind(
            "apua",
            _("Helpline"),
            _("Helplines"),
            "phone",
            Helpline,
            {
                Zone.TITLE: ("name",),
                Zone.SUMMARY: ("when_to_ring",),
                Zone.DESCRIPTION: ("for_whom",),
            },
            themes="themes",
            is_everywhere=True,
        ),
        Kind(
            "jarjestajat",
            _("Organiser"),
            _("Organisers"),
            "people",
            Actor,
            {Zone.TITLE: ("name",), Zone.SUMMARY: ("description",)},
            plain_texts={Zone.KEYWORDS: ("former_names",)},
            towns=("municipalities",),
        ),
        Kind(
            "perhekeskukset",
            _("Family centre"),
            _("Family centres"),
            "home",
            FamilyCentre,
            {Zone.TITLE: ("name",), Zone.SUMMARY: ("introduction",)},
            towns=("municipalities",),
        ),
        Kind(
            "tehtavat",
            _("Task of the family centre"),
            _("Tasks of the family centre"),
            "steps",
            Task,
            {Zone.TITLE: ("name",), Zone.SUMMARY: ("what_it_is",), Zone.DESCRIPTION: ("how_we_do_it",)},
            is_everywhere=True,
        ),
    )
}


# --- What the entries of each kind depend on ------------------------------------------------------
@cache
def dependents() -> dict[type[Model], list[tuple[Kind, str]]]:
    """Return for each model the kinds whose entries it changes, with the path from the item to it."""
    found: dict[type[Model], list[tuple[Kind, str]]] = defaultdict(list)
    for kind in KINDS.values():
        found[kind.model].append((kind, "pk"))
        paths = [related.path for related in kind.related]
        paths += [*kind.towns, *kind.localities, *([kind.themes] if kind.themes else [])]
        if kind.model is MeetingPlace:
            paths.append("place")  # a hidden building hides what is in it
        for prefix, model in dict.fromkeys(step for path in paths for step in steps(kind.model, path)):
            found[model].append((kind, prefix))
    return dict(found)


def steps(model: type[Model], path: str) -> list[tuple[str, type[Model]]]:
    """Return each beginning of a path from a model, with the model that it leads to."""
    found = []
    parts = path.split("__")
    for end, name in enumerate(parts, start=1):
        model = model._meta.get_field(name).related_model
        found.append(("__".join(parts[:end]), model))
    return found


def affected(model: type[Model], pks: list[int], when: When) -> set[tuple[str, int]]:
    """Return the items, as kind's key and primary key, whose entries some rows of a model change.

    Before a change not the rows themselves; of new rows only what they belong to: nothing names them yet.
    """
    found: set[tuple[str, int]] = set()
    for kind, path in dependents().get(model, ()):
        if path == "pk":
            found.update((kind.key, pk) for pk in pks if when != When.BEFORE)
        elif when != When.NEW or _leads_to_children(kind.model, path):
            for start in range(0, len(pks), MOST_KEYS):
                part = {f"{path}__in": pks[start : start + MOST_KEYS]}
                owners = kind.model.objects.filter(**part).order_by().values_list("pk", flat=True)
                found.update((kind.key, pk) for pk in owners.distinct())
    return found


@cache
def _leads_to_children(model: type[Model], path: str) -> bool:
    """Say whether a path ends in rows that name what they belong to, as a service's links to places."""
    *before, last = path.split("__")
    for name in before:
        model = model._meta.get_field(name).related_model
    return model._meta.get_field(last).one_to_many
