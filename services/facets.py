"""The facets of the service list: each declared once, as parameter, queryset method, choices.

`services/filters.py` makes the form from these, `services/index.py` the counts, and a property
test compares the two.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from perhekeskus.collation import collation_key
from perhekeskus.languages import LANGUAGES
from perhekeskus.translated import columns, local_text
from services.models import (
    ACCESS_FACTS,
    DELIVERY_MODES,
    Actor,
    AgeGroup,
    Audience,
    FamilyCentre,
    Municipality,
    Place,
    Section,
    Service,
    SpokenLanguage,
    Task,
    Theme,
)

ANYWHERE = "kaikki"  # kunta=kaikki: everywhere, also for one who has chosen a home municipality


@dataclass(frozen=True)
class Choice:
    """One value of a facet, with its label in one site language."""

    value: str
    label: str
    html_lang: str = ""
    icon: str = ""


@dataclass(frozen=True)
class Facet:
    """One filter of the list.

    parameter: the name in the address.
    method: the method of `ServiceQuerySet` that takes one value.
    choices: the values and labels in a site language, in the order they are shown.
    is_switch: one value, "1": on or off.
    """

    parameter: str
    method: str
    label: str
    choices: Callable[[str], list[Choice]]
    is_switch: bool = False


def _rows(queryset, language: str, *, key: str = "slug", field: str = "name") -> list[Choice]:
    rows = queryset.only(key, *columns(field, language))
    texts = [(getattr(row, key), local_text(row, field, language)) for row in rows]
    return [Choice(value, text.text, text.html_lang) for value, text in texts]


def _alphabetical(choices: list[Choice]) -> list[Choice]:
    return sorted(choices, key=lambda choice: collation_key(choice.label))


def _audiences(language: str) -> list[Choice]:
    return _rows(Audience.objects.all(), language)


def _themes(language: str) -> list[Choice]:
    return _rows(Theme.objects.visible_to(None), language)


def _sections(language: str) -> list[Choice]:
    return _rows(Section.objects.all(), language)


def _tasks(language: str) -> list[Choice]:
    return _rows(Task.objects.visible_to(None), language)


def _municipalities(language: str) -> list[Choice]:
    return _alphabetical([Choice(m.slug, m.name_in(language)) for m in Municipality.objects.covered()])


def _localities(language: str) -> list[Choice]:
    names = (
        Place.objects.visible_to(None)
        .filter(municipality__is_covered=True)
        .exclude(locality_slug="")
        .order_by("locality_slug")
        .values_list("locality", flat=True)
        .distinct()
    )
    by_slug = {slugify(name): name for name in names}
    # Places are told in Finnish alone.
    html_lang = "" if LANGUAGES[language].html_lang == "fi" else "fi"
    return _alphabetical([Choice(slug, name, html_lang) for slug, name in by_slug.items()])


def _family_centres(language: str) -> list[Choice]:
    return _alphabetical(_rows(FamilyCentre.objects.visible_to(None), language))


def _actors(language: str) -> list[Choice]:
    return _alphabetical(_rows(Actor.objects.visible_to(None), language))


def _spoken_languages(language: str) -> list[Choice]:
    return _rows(SpokenLanguage.objects.all(), language, key="code")


def _delivery_modes(_language: str) -> list[Choice]:
    return [
        Choice(value, str(Service._meta.get_field(field).verbose_name))
        for value, field in DELIVERY_MODES.items()
    ]


def _access_facts(_language: str) -> list[Choice]:
    return [
        Choice(value, str(Place._meta.get_field(field).verbose_name)) for value, field in ACCESS_FACTS.items()
    ]


def _switch(label) -> Callable[[str], list[Choice]]:
    return lambda _language: [Choice("1", str(label))]


FACETS: tuple[Facet, ...] = (
    Facet("kunta", "in_municipality", _("Municipality"), _municipalities),
    Facet("alue", "in_locality", _("Village or part of town"), _localities),
    Facet("osio", "in_section", _("What kind of service?"), _sections),
    Facet("kenelle", "for_audience", _("For whom in particular"), _audiences),
    Facet("teema", "about_theme", _("Theme"), _themes),
    Facet("tehtava", "serving_task", _("Task of the family centre"), _tasks),
    Facet("asiointitapa", "delivered", _("How"), _delivery_modes),
    Facet("palvelukieli", "in_language", _("Language of service"), _spoken_languages),
    Facet("varustus", "with_access_fact", _("At the place there is"), _access_facts),
    Facet("perhekeskus", "of_family_centre", _("Family centre"), _family_centres),
    Facet("toimija", "by_actor", _("Organiser"), _actors),
    Facet("maksuton", "free_of_charge", _("Free of charge"), _switch(_("Free of charge")), is_switch=True),
    Facet(
        "ilman-ajanvarausta",
        "without_appointment",
        _("No appointment needed"),
        _switch(_("No appointment needed")),
        is_switch=True,
    ),
    Facet(
        "tulkki",
        "with_interpreter",
        _("Interpreter"),
        _switch(_("An interpreter can be ordered")),
        is_switch=True,
    ),
)
# A locality is a nearer "where": beside its municipality it adds to it and comes first.
WHERE = ("kunta", "alue")


def age_groups(language: str) -> list[tuple[AgeGroup, Choice]]:
    """Return the age groups in order, each with its choice in a site language."""
    groups = list(AgeGroup.objects.all())
    labels = [local_text(group, "name", language) for group in groups]
    return [
        (g, Choice(g.slug, text.text, text.html_lang, g.icon)) for g, text in zip(groups, labels, strict=True)
    ]
