"""The service list's filters: parsing, validating and labelling what stands in the address.

The hits and counts of a page come from the in-memory index; `ServiceFilter.qs` says the same by
the database, and a property test compares the two.
"""

from __future__ import annotations

from functools import cached_property

import django_filters
from django import forms
from django.http import QueryDict

from perhekeskus.ages import AgeSpan
from perhekeskus.caching import is_tracking
from services.facets import ANYWHERE, FACETS, WHERE, Facet
from services.home import ages_of, span_of
from services.index import Selection
from services.models import Service
from services.paging import PAGE

WORDS = "q"
LONGEST_WORDS = 200  # characters that are searched; all that is written stands in a page's every link


class TolerantMultipleChoiceField(forms.MultipleChoiceField):
    """A choice of many in which an unknown value is no error: it is named, and adds no hits."""

    def clean(self, value):
        """Return the values given, each once; an empty one is what a form sends for nothing."""
        return list(dict.fromkeys(text for text in value or () if text))


class SharedFilter(django_filters.MultipleChoiceFilter):
    """A filter that keeps nothing of a request, so that all requests share one.

    django-filter copies every filter, with its field, for each request: a sixth of a list page.
    """

    field_class = TolerantMultipleChoiceField

    def __deepcopy__(self, memo):
        return self


class FacetFilter(SharedFilter):
    """A facet as a filter: the union of what its queryset method gives for each value."""

    def __init__(self, facet: Facet):
        super().__init__(label=facet.label)
        self.facet = facet

    def any_of(self, queryset, values):
        hits = queryset.none()
        for value in values:
            hits |= getattr(queryset, self.facet.method)(value)
        return hits


class AgeFilter(SharedFilter):
    """The ages of one child or several: groups and ages in months or years."""

    def any_of(self, queryset, spans: list[AgeSpan]):
        return queryset.for_some_age(spans)


class AddressFilter(django_filters.FilterSet):
    """Parses, validates and labels the choices of an address; `facets` are those of the page.

    index: says which values exist, and gives their labels in its site language.
    selection: what was chosen, and what was not understood.
    """

    facets: tuple[Facet, ...] = ()
    # Parameters that are no filter, as a page's number.
    others: tuple[str, ...] = ()

    def __init__(self, data: QueryDict, *, index, queryset=None):
        super().__init__(data, queryset=self._meta.model.objects.none() if queryset is None else queryset)
        self.index = index
        # By the fields themselves: they refuse nothing, and a form of them costs a tenth of the page.
        self.selection = self._select(
            {name: each.field.clean(self.data.getlist(name)) for name, each in self.filters.items()}
        )

    @cached_property
    def words(self) -> str:
        """The words that are searched, "" for none: without characters that cannot be seen, and cut."""
        return self._written_words[:LONGEST_WORDS].rstrip()

    @property
    def words_are_cut(self) -> bool:
        return len(self._written_words) > LONGEST_WORDS

    @cached_property
    def _written_words(self) -> str:
        written = self.data.get(WORDS, "")[: LONGEST_WORDS * 10]
        return " ".join("".join(c if c.isprintable() else " " for c in written).split())

    def _select(self, cleaned: dict[str, list[str]]) -> Selection:
        chosen = Selection()
        chosen.unknown_parameters = [
            name
            for name in self.data
            if name not in cleaned and name not in self.others and not is_tracking(name)
        ]
        for facet in self.facets:
            given = cleaned[facet.parameter]
            if facet.parameter == "kunta":
                given = [value for value in given if value != ANYWHERE]
            if given:
                known = self.index.values[facet.parameter]
                chosen.values[facet.parameter] = [value for value in given if value in known]
                if unknown := [value for value in given if value not in known]:
                    chosen.unknown[facet.parameter] = unknown
        for value in (age for given in cleaned["ika"] for age in ages_of(self.index, given)):
            if span := span_of(self.index, value):
                if span not in chosen.ages:  # "8 kk" beside "8kk"
                    chosen.ages.append(span)
            else:
                chosen.unknown.setdefault("ika", []).append(value)
        return chosen


class ServiceFilter(AddressFilter):
    """The filters of `/palvelut/`."""

    facets = FACETS
    others = (PAGE, WORDS)

    ika = AgeFilter()
    locals().update({facet.parameter: FacetFilter(facet) for facet in FACETS})

    class Meta:
        model = Service
        fields: list[str] = []

    def filter_queryset(self, queryset):
        """Narrow a queryset: OR within a facet, AND across facets; where to is one facet."""
        chosen = self.selection
        narrowings = [
            self.filters[parameter].any_of(queryset, values)
            for parameter, values in chosen.values.items()
            if parameter not in WHERE
        ]
        if chosen.has_where:
            towns, localities = (chosen.values.get(parameter, ()) for parameter in WHERE)
            nearest = self.filters["alue"].any_of(queryset, localities)
            if towns:  # a name that several municipalities have means that of the named one
                placed = queryset.none()
                for town in towns:
                    placed |= queryset.placed_in_municipality(town)
                nearest = nearest.filter(pk__in=placed.values("pk"))
            in_towns = self.filters["kunta"].any_of(queryset, towns)
            narrowings.append(in_towns | queryset.filter(pk__in=nearest.values("pk")))
        if chosen.has_ages:
            narrowings.append(self.filters["ika"].any_of(queryset, chosen.ages))
        for hits in narrowings:
            queryset = queryset.filter(pk__in=hits.values("pk"))
        return queryset
