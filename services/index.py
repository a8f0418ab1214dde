"""The facet index: which services each choice means, in memory, answered by `&` and bit counts.

A set of services is one Python int, a bit for each service; bits stand in the order of the
names in one site language, so that the lowest bits of a result are its first page. A COUNT for
each choice would cost hundreds of times more (shared/performance.md section 3).

Each process has an index for each language in use, made anew when the revision has moved.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import reduce
from operator import or_
from typing import Self

from django.utils import translation

from perhekeskus.ages import OLDEST_MONTH, AgeSpan
from perhekeskus.collation import collation_key
from perhekeskus.kept import Kept
from perhekeskus.translated import LocalText, choose, columns, local_text
from services.facets import FACETS, WHERE, Choice, age_groups
from services.models import FamilyCentre, Municipality, Place, Service, Theme

# A service for exactly these ages says more of a child than one for everybody: months in its range.
FIT_LIMITS = (12, 36, 84)


@dataclass
class ServiceIndex:
    """The published services of one revision in one site language.

    pks: primary keys; the position of each is its bit.
    names: slug and name of each, by position.
    positions: the bit of each primary key.
    values: services of each value of each facet.
    months: services for each month of age; pregnancy: those for the time of pregnancy.
    age_groups: services for each age group.
    fits: services by how narrow their ages are, narrowest first; together they are everything.
    placed: services with a place in each covered municipality.
    siblings: the covered municipalities of the same family centres, for each municipality.
    ready_pieces: what `services/listing.py` has rendered of the choices of this revision.
    sensitive: services of a sensitive theme, whether or not the theme itself is published.
    young_alone: services to which a young person may come without a parent.
    """

    revision: int
    language: str
    pks: list[int]
    everything: int
    names: list[tuple[str, LocalText]] = field(default_factory=list)
    positions: dict[int, int] = field(default_factory=dict)
    values: dict[str, dict[str, int]] = field(default_factory=dict)
    choices: dict[str, list[Choice]] = field(default_factory=dict)
    ages: dict[str, AgeSpan] = field(default_factory=dict)
    age_choices: list[Choice] = field(default_factory=list)
    short_ages: dict[str, str] = field(default_factory=dict)
    age_groups: dict[str, int] = field(default_factory=dict)
    months: list[int] = field(default_factory=list)
    pregnancy: int = 0
    fits: list[int] = field(default_factory=list)
    placed: dict[str, int] = field(default_factory=dict)
    siblings: dict[str, set[str]] = field(default_factory=dict)
    localities: dict[str, set[str]] = field(default_factory=dict)
    sensitive: int = 0
    young_alone: int = 0
    sensitive_themes: frozenset[str] = frozenset()
    ready_pieces: dict[tuple, str] = field(default_factory=dict)

    def for_age(self, span: AgeSpan) -> int:
        """Services that suit some age of the span; as `AgedQuerySet.for_age`."""
        if span.pregnancy:
            return self.pregnancy
        return reduce(or_, self.months[span.first : span.end], 0)

    def narrowed_to(self, keys: Iterable) -> Self:
        """Return an index of some items alone: its hits and counts are among them."""
        return replace(self, everything=self.bits_of(keys))

    def bits_of(self, keys: Iterable) -> int:
        """Return items as bits, by primary keys; those that the index does not hold are left out."""
        known = self.positions
        return _to_int((known[key] for key in keys if key in known), len(self.positions))

    def any_of(self, parameter: str, values: Iterable[str]) -> int:
        """Services of some of a facet's values."""
        known = self.values[parameter]
        return reduce(or_, (known.get(value, 0) for value in values), 0)

    def matching(self, chosen: Selection, *, without: str = "") -> int:
        """Services that the selection means, leaving out one facet: OR within, AND across."""
        hits = self.everything
        if without not in WHERE and (where := self._where(chosen)) is not None:
            hits &= where
        for parameter, values in chosen.values.items():
            if parameter != without and parameter not in WHERE:
                hits &= self.any_of(parameter, values)
        if chosen.has_ages and without != "ika":
            hits &= reduce(or_, (self.for_age(span) for span in chosen.ages), 0)
        return hits

    def _where(self, chosen: Selection) -> int | None:
        """A locality beside its own municipality widens nothing away: they are one facet."""
        if not chosen.has_where:
            return None
        return self.any_of("kunta", chosen.values.get("kunta", ())) | self._in_locality(chosen)

    def _in_locality(self, chosen: Selection) -> int:
        """Services in the localities; of a name that several municipalities have, in those that are named."""
        hits = self.any_of("alue", chosen.values.get("alue", ()))
        if towns := chosen.values.get("kunta"):
            hits &= reduce(or_, (self.placed.get(town, 0) for town in towns), 0)
        return hits

    def counts(self, chosen: Selection) -> dict[str, dict[str, int]]:
        """Return the hits each choice would give, with the other facets as they are chosen."""
        result = {}
        base = self.matching(chosen)
        for parameter, values in self.values.items():
            narrowed = parameter in chosen.values or (parameter in WHERE and chosen.has_where)
            hits = self.matching(chosen, without=parameter) if narrowed else base
            result[parameter] = {value: (hits & bits).bit_count() for value, bits in values.items()}
        hits = self.matching(chosen, without="ika") if chosen.has_ages else base
        result["ika"] = {slug: (hits & bits).bit_count() for slug, bits in self.age_groups.items()}
        return result

    def for_every_child(self, chosen: Selection) -> int:
        """Services that suit all the chosen ages at once."""
        hits = self.everything
        for span in chosen.ages:
            hits &= self.for_age(span)
        return 0 if chosen.unknown.get("ika") else hits

    def ordered(self, hits: int, chosen: Selection) -> list[int]:
        """Split hits into the runs in which they are shown; each run is in the order of names.

        First what is near home, then what is made for just these ages.
        """
        runs = [hits]
        for layers in (self._nearness(chosen), self.fits if chosen.ages else ()):
            if layers:
                runs = [run & layer for run in runs for layer in layers]
        return [run for run in runs if run]

    def _nearness(self, chosen: Selection) -> list[int]:
        """Own locality, own municipality, the same family centre, the rest: disjoint layers."""
        if not chosen.has_where:
            return []
        towns = set(chosen.values.get("kunta", ()))
        if not towns:
            towns.update(*(self.localities.get(each, ()) for each in chosen.values.get("alue", ())))
        siblings = set().union(*(self.siblings.get(town, set()) for town in towns))
        layers, seen = [], 0
        for wanted in (
            self._in_locality(chosen),
            reduce(or_, (self.placed.get(town, 0) for town in towns), 0),
            reduce(or_, (self.placed.get(town, 0) for town in siblings), 0),
            self.everything,
        ):
            layers.append(wanted & ~seen)
            seen |= wanted
        return layers

    def chosen_for(self, pk: int, parameter: str) -> list[Choice]:
        """Return the choices of a facet that hold for one service, in the facet's order."""
        bit = 1 << self.positions[pk]
        return [c for c in self.choices[parameter] if self.values[parameter][c.value] & bit]

    def is_sensitive(self, pk: int) -> bool:
        return bool(self.sensitive >> self.positions[pk] & 1)

    def has_only_sensitive(self, parameter: str, value: str) -> bool:
        """A choice has services and all of them are sensitive: its page must leave no trace."""
        hits = self.any_of(parameter, [value])
        return hits != 0 and not hits & ~self.sensitive

    def is_mostly_sensitive(self, parameter: str, value: str) -> bool:
        """Half of a choice's services or more are sensitive: who looks may need to leave fast."""
        hits = self.any_of(parameter, [value])
        return hits != 0 and 2 * (hits & self.sensitive).bit_count() >= hits.bit_count()

    def knowing(self, parameter: str, value: str) -> ServiceIndex:
        """Return an index that has a choice, also one that the public is not offered.

        A draft's preview and a members-only thing's page show its services, those the public may see.
        """
        if value in self.values[parameter]:
            return self
        [facet] = [facet for facet in FACETS if facet.parameter == parameter]
        bits = _bits_of_each(self, Service.objects.order_by(), facet.method, [value])
        return replace(self, values={**self.values, parameter: {**self.values[parameter], **bits}})

    def page(self, runs: list[int], start: int, size: int) -> list[int]:
        """Return the primary keys of `size` hits from number `start` on, of runs in their order."""
        found: list[int] = []
        for run in runs:
            count = run.bit_count()
            if start < count:
                found.extend(self.pks[position] for position in bit_positions(run, start, size - len(found)))
                if len(found) == size:
                    break
            start = max(0, start - count)
        return found


@dataclass
class Selection:
    """What a reader has chosen: known values by parameter, ages, and what was not understood.

    values: a parameter is there when it was in the address, also with no known value: then [].
    """

    values: dict[str, list[str]] = field(default_factory=dict)
    ages: list[AgeSpan] = field(default_factory=list)
    unknown: dict[str, list[str]] = field(default_factory=dict)
    unknown_parameters: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, pairs: Iterable[tuple[str, str]], ages: Iterable[AgeSpan] = ()) -> Selection:
        """Return the selection that parameters and values mean, all of them known."""
        chosen = cls(ages=list(ages))
        for parameter, value in pairs:
            chosen.values.setdefault(parameter, []).append(value)
        return chosen

    @property
    def has_ages(self) -> bool:
        return bool(self.ages or self.unknown.get("ika"))

    @property
    def has_where(self) -> bool:
        return any(parameter in self.values for parameter in WHERE)

    @property
    def is_clean(self) -> bool:
        """Everything in the address was understood."""
        return not (self.unknown or self.unknown_parameters)


_CHUNK = 512  # bits read at a time; small enough to be quick, large enough to skip far


def bit_positions(run: int, start: int, size: int) -> Iterator[int]:
    """Yield the positions of set bits number start … start + size - 1."""
    data = run.to_bytes((run.bit_length() + 7) // 8, "little")
    seen = 0
    for offset in range(0, len(data), _CHUNK // 8):
        chunk = int.from_bytes(data[offset : offset + _CHUNK // 8], "little")
        count = chunk.bit_count()
        if seen + count <= start:
            seen += count
            continue
        while chunk:
            lowest = chunk & -chunk
            if start <= seen < start + size:
                yield offset * 8 + lowest.bit_length() - 1
            seen += 1
            chunk ^= lowest
        if seen >= start + size:
            return


# --- Making --------------------------------------------------------------------------------------
def build(language: str, revision: int, services=None) -> ServiceIndex:
    """Make an index by asking the facets' own queryset methods.

    services: what to index; the public's services when None, one draft for its preview.
    """
    public = (Service.objects.visible_to(None) if services is None else services).order_by()
    # Asked of all services, hidden ones too: the index keeps those it knows, and the database is
    # spared looking into the row of each.
    asked = (Service.objects.all() if services is None else services).order_by()
    rows = list(
        public.values_list(
            "pk", "min_months", "max_months", "for_pregnancy", "slug", *columns("name", language)
        )
    )
    named = [(choose(row[5:], language), row) for row in rows]
    named.sort(key=lambda pair: (collation_key(pair[0].text), pair[1][0]))
    rows = [row for _, row in named]
    index = ServiceIndex(
        revision,
        language,
        pks=[row[0] for row in rows],
        everything=(1 << len(rows)) - 1,
        names=[(row[4], name) for name, row in named],
        positions={row[0]: position for position, row in enumerate(rows)},
    )

    with translation.override(language):
        for facet in FACETS:
            index.choices[facet.parameter] = facet.choices(language)
            values = [choice.value for choice in index.choices[facet.parameter]]
            index.values[facet.parameter] = _bits_of_each(index, asked, facet.method, values)
        groups = age_groups(language)
    index.ages = {group.slug: group.span for group, _ in groups}
    index.age_choices = [choice for _, choice in groups]
    index.short_ages = {g.slug: local_text(g, "short_name", language).text for g, _ in groups}
    add_ages(index, rows)
    index.age_groups = {slug: index.for_age(span) for slug, span in index.ages.items()}
    towns = list(Municipality.objects.covered().values_list("slug", flat=True))
    index.placed = _bits_of_each(index, asked, "placed_in_municipality", towns)
    _add_geography(index)
    index.sensitive = index.bits_of(asked.sensitive().values_list("pk", flat=True))
    index.young_alone = index.bits_of(asked.for_young_alone().values_list("pk", flat=True))
    sensitive = Theme.objects.filter(is_sensitive=True).order_by()
    index.sensitive_themes = frozenset(sensitive.values_list("slug", flat=True))
    return index


def _bits_of_each(index: ServiceIndex, services, method: str, values: list[str]) -> dict[str, int]:
    """Ask one queryset method with each of many values."""
    ask = getattr(services, method)
    return {value: index.bits_of(ask(value).values_list("pk", flat=True)) for value in values}


def _to_int(positions: Iterable[int], size: int) -> int:
    digits = bytearray(b"0") * (size + 1)
    for position in positions:
        digits[size - position] = 49  # "1"
    return int(digits, 2)


def add_ages(index: ServiceIndex, rows: list[tuple]) -> None:
    """Add the bits of ages; rows: of each position something, min_months, max_months, for_pregnancy."""
    starting: dict[int, list[int]] = {}
    ending: dict[int, list[int]] = {}
    fits: list[list[int]] = [[] for _ in range(len(FIT_LIMITS) + 1)]
    pregnancy = []
    for position, (_pk, first, end, for_pregnancy, *_) in enumerate(rows):
        first, end = first or 0, OLDEST_MONTH if end is None else end
        if first < end:
            starting.setdefault(first, []).append(position)
            ending.setdefault(end, []).append(position)
        if for_pregnancy:
            pregnancy.append(position)
        fits[sum(end - first > limit for limit in FIT_LIMITS)].append(position)
    current = 0
    for month in range(OLDEST_MONTH):
        if month in ending:
            current &= ~_to_int(ending[month], len(rows))
        if month in starting:
            current |= _to_int(starting[month], len(rows))
        index.months.append(current)
    index.pregnancy = _to_int(pregnancy, len(rows))
    index.fits = [_to_int(positions, len(rows)) for positions in fits]


def _add_geography(index: ServiceIndex) -> None:
    links = FamilyCentre.municipalities.through.objects.filter(
        familycentre__in=FamilyCentre.objects.visible_to(None), municipality__is_covered=True
    )
    centres: dict[int, set[str]] = {}
    for centre, town in links.values_list("familycentre_id", "municipality__slug"):
        centres.setdefault(centre, set()).add(town)
    for towns in centres.values():
        for town in towns:
            index.siblings.setdefault(town, set()).update(towns - {town})
    places = Place.objects.visible_to(None).exclude(locality_slug="").order_by()
    for locality, town in places.values_list("locality_slug", "municipality__slug").distinct():
        index.localities.setdefault(locality, set()).add(town)


# The index for a site language, at least as new as a revision: service_index(language, revision).
service_index = Kept(build)
