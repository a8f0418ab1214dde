"""Everything that can be found, by bits: the index of services widened with the other kinds."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from django.utils import translation
from django.utils.translation import gettext_lazy as _

from meetingplaces.calendar import Calendar, calendar_of
from meetingplaces.week_index import tokens_of
from perhekeskus.kept import Kept
from search.kinds import KINDS, SERVICES
from search.ranking import Entries, Entry, Key, entries_of
from services.facets import FACETS, Choice, Facet
from services.index import ServiceIndex, add_ages, service_index
from services.reach import Reach, reach
from services.ways import Ways, ways_in

KIND = "laji"
# What has no place of its own is found in every municipality.
WHERE_FACETS = ("kunta", "perhekeskus")

KIND_FACET = Facet(
    KIND,
    "",
    _("Show only"),
    lambda _language: [Choice(kind.key, str(kind.plural)) for kind in KINDS.values()],
)
SEARCH_FACETS: tuple[Facet, ...] = (KIND_FACET, *FACETS)


@dataclass
class FoundIndex(ServiceIndex):
    """All that the public may find; `positions` are by kind and primary key, services first.

    keys: kind and primary key of each position.
    """

    keys: list[Key] = field(default_factory=list)


def build(language: str, revision: int) -> FoundIndex:
    """Make the index for a site language from what stands in memory already."""
    services = service_index(language, revision)
    calendar = calendar_of(language, services.revision)
    ways, known = ways_in(language, services.revision), reach(language, services.revision)
    entries = entries_of(language, services.revision)
    others = sorted(_others(entries, calendar, ways, known))
    keys: list[Key] = [(SERVICES, pk) for pk in services.pks] + others
    with translation.override(language):
        kinds = KIND_FACET.choices(language)
    index = FoundIndex(
        services.revision,
        language,
        pks=[],
        everything=(1 << len(keys)) - 1,
        **{
            name: getattr(services, name)
            for name in ("ages", "age_choices", "short_ages", "siblings", "localities", "sensitive_themes")
        },
        choices={**services.choices, KIND: kinds},
        placed=services.placed,
        keys=keys,
        positions={key: position for position, key in enumerate(keys)},
    )
    tokens = _tokens(calendar, ways, known, others)
    bits: dict[tuple[str, str], int] = defaultdict(int)
    for position, key in enumerate(others, start=len(services.pks)):
        for token in tokens.get(key, ()):
            bits[token] |= 1 << position
    everywhere = index.bits_of(key for key in others if KINDS[key[0]].is_everywhere)
    for facet in FACETS:
        everyone = everywhere if facet.parameter in WHERE_FACETS else 0
        index.values[facet.parameter] = {
            value: own | everyone | bits.get((facet.parameter, value), 0)
            for value, own in services.values[facet.parameter].items()
        }
    index.values[KIND] = {kind: index.bits_of(key for key in keys if key[0] == kind) for kind in KINDS}
    aged = {row.key: row for row in entries.rows if KINDS[row.key[0]].has_ages}
    add_ages(index, [_ages(key, aged.get(key)) for key in keys])
    index.age_groups = {slug: index.for_age(span) for slug, span in index.ages.items()}
    index.sensitive = services.sensitive | index.bits_of(_sensitive(calendar, ways))
    return index


def _others(entries: Entries, calendar: Calendar, ways: Ways, known: Reach) -> set[Key]:
    """What the public may see beside services: what it is asked of stands in memory, read by visible_to()."""
    visible = {
        "toiminta": calendar.activities,
        "kohtaamispaikat": calendar.places,
        "tilanteet": {link.pk for link in ways.situations},
        "teemat": ways.themes,
        "apua": ways.helplines,
        "tehtavat": ways.tasks,
        "perhekeskukset": ways.centres,
        "jarjestajat": known.actors,
    }
    return {(kind, pk) for kind, pks in visible.items() for pk in pks}


def _tokens(
    calendar: Calendar, ways: Ways, known: Reach, others: list[Key]
) -> dict[Key, set[tuple[str, str]]]:
    """Return the facet values of the items that are no services."""
    of_calendar = tokens_of(calendar)
    found: dict[Key, set[tuple[str, str]]] = defaultdict(set)
    for slot, rule in calendar.rules.items():
        found["toiminta", rule.activity] |= of_calendar.of_slot(slot)
    for pk in calendar.places:
        found["kohtaamispaikat", pk] |= set(of_calendar.of_place(pk))
    for link in ways.situations:
        found["tilanteet", link.pk] |= {
            ("teema", ways.themes[theme].slug) for theme in link.themes if theme in ways.themes
        }
    for pk, theme in ways.themes.items():
        found["teemat", pk].add(("teema", theme.slug))
    for pk, actor in known.actors.items():
        found["jarjestajat", pk] |= {
            ("toimija", actor.slug),
            *(("kunta", t) for t in known.towns.get(pk, ())),
        }
    for pk, centre in ways.centres.items():
        found["perhekeskukset", pk] |= {
            ("perhekeskus", centre.slug),
            *(("kunta", town) for town in known.centre_towns.get(pk, ())),
        }
    return found


def _ages(key: Key, row: Entry | None) -> tuple:
    """Return an item's ages as `add_ages` takes them; what has none of its own suits every child."""
    if row is None:
        return key, None, None, True
    return key, row.min_months, row.max_months, row.for_pregnancy


def _sensitive(calendar: Calendar, ways: Ways) -> list[Key]:
    first = {
        pk
        for theme in ways.themes.values()
        if theme.is_sensitive
        for pk in ways.first_lines.get(theme.pk, ())
    }
    return [
        *(("toiminta", pk) for pk in calendar.sensitive),
        *(("tilanteet", link.pk) for link in ways.situations if link.is_sensitive),
        *(("teemat", pk) for pk, theme in ways.themes.items() if theme.is_sensitive),
        *(("apua", pk) for pk in first if not ways.helplines[pk].helpline.is_emergency),
    ]


# The index for a site language, at least as new as a revision: found_index(language, revision).
found_index = Kept(build)
