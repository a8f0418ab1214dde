"""Questions about many services, places and municipalities.

Adjectives and `for_x` filter; the methods that a facet names take one value of it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q

from perhekeskus.ages import AgedQuerySet, range_label
from perhekeskus.querysets import PortalQuerySet, PublicQuerySet
from perhekeskus.translated import LocalText, choose, columns


class MunicipalityQuerySet(PortalQuerySet):
    """Municipalities of Finland."""

    def covered(self):
        """Municipalities that this installation serves."""
        return self.filter(is_covered=True)


class OwnedQuerySet(PublicQuerySet):
    """Things that an actor keeps up; `owner_path` of the model leads to the actor."""

    def owned_by(self, actors: Iterable):
        """Things that one of these actors keeps up."""
        path = self.model.owner_path
        return self.filter(**{f"{path}__in" if path else "pk__in": [actor.pk for actor in actors]})


class ServiceQuerySet(OwnedQuerySet, AgedQuerySet):
    """Services; a definition exists once, and views, filters, feeds and the index use it."""

    # --- The facets (services/facets.py) ---------------------------------------------------
    def for_audience(self, slug: str):
        """Services meant in particular for an audience; others may use most of them too."""
        return self._linked("audiences", "audience", slug=slug)

    def about_theme(self, slug: str):
        """Services of a theme."""
        return self._linked("themes", "theme", slug=slug)

    def in_section(self, slug: str):
        """Services on a shelf: leisure, everyday, early support, strong support."""
        return self._linked("sections", "section", slug=slug)

    def serving_task(self, slug: str):
        """Services that do one of the family centre's seven tasks."""
        return self._linked("tasks", "task", slug=slug)

    def in_municipality(self, slug: str):
        """Services that a family living in the municipality can get."""
        return self._given_in(slug=slug)

    def in_locality(self, slug: str):
        """Services given at a place in a village or part of town."""
        return self.filter(self._at_place(locality_slug=slug))

    def of_family_centre(self, slug: str):
        """Services that families of some municipality of a family centre can get."""
        return self._given_in(family_centres__slug=slug)

    def by_actor(self, slug: str):
        """Services for which an actor is responsible or in which it takes part."""
        link = self.model._meta.get_field("other_actors").remote_field.through
        shared = link.objects.filter(actor__slug=slug).order_by()
        actor = self.model._meta.get_field("actor").related_model.objects.filter(slug=slug)
        return self.filter(Q(actor=actor.values("pk")[:1]) | Q(pk__in=shared.values("service")))

    def delivered(self, mode: str):
        """Services given in a way: a key of `DELIVERY_MODES`."""
        from services.models.service import DELIVERY_MODES

        return self.filter(**{DELIVERY_MODES[mode]: True})

    def in_language(self, code: str):
        """Services given in a language (ISO 639 code)."""
        return self._linked("languages", "spokenlanguage", code=code)

    def with_interpreter(self, _value: str = "1"):
        """Services for which an interpreter can be ordered."""
        return self.filter(interpreter=True)

    def with_access_fact(self, fact: str):
        """Services with a place of which a fact is known to be true: a key of `ACCESS_FACTS`."""
        from services.models.places import ACCESS_FACTS

        return self.filter(self._at_place(**{ACCESS_FACTS[fact]: True}))

    def free_of_charge(self, _value: str = "1"):
        """Services whose use is free; food and voluntary payments apart. Not known is not free."""
        price = self.model._meta.get_field("prices").related_model
        costs = Q(min_amount__gt=0) | Q(max_amount__gt=0)  # from 0 to 10 euros is not free
        obligatory = price.objects.filter(costs, service=OuterRef("pk"), is_food=False, is_voluntary=False)
        rows = price.objects.filter(service=OuterRef("pk"))
        kinds = self.model.PriceKind
        return self.filter(
            Q(price_kind=kinds.FREE) | Q(Exists(rows), ~Exists(obligatory), price_kind=kinds.ROWS)
        )

    def without_appointment(self, _value: str = "1"):
        """Services that one can use without an appointment."""
        return self.filter(appointment=self.model.Appointment.NONE)

    def for_young_alone(self):
        """Services to which a young person may come without a parent."""
        return self.filter(young_person_alone=True)

    # --- Nearness ----------------------------------------------------------------------------
    def placed_in_municipality(self, slug: str):
        """Services given at a place that stands in the municipality; a secret one is near nobody."""
        return self.filter(self._at_place(municipality__slug=slug, address_is_masked=False))

    # --- Sensitivity -------------------------------------------------------------------------
    def sensitive(self):
        """Services of a sensitive theme: their pages leave no trace."""
        return self._linked("themes", "theme", is_sensitive=True)

    # --- Loading -----------------------------------------------------------------------------
    def for_cards(self, language: str) -> list[ServiceCard]:
        """Return what a card shows, in a site language; reads two columns a text, never whole rows."""
        name, summary, actor = (columns(f, language) for f in ("name", "summary", "actor__name"))
        plain = (
            "pk",
            "slug",
            "min_months",
            "max_months",
            "for_pregnancy",
            "price_kind",
            "appointment",
            "actor__state",
            "actor__visibility",
        )
        reach = ("area_kind", "county__name_sv" if language == "sv" else "county__name_fi")
        width = len(name)
        rows = list(self.order_by().values_list(*plain, *reach, *name, *summary, *actor))
        towns = self._municipality_names([row[0] for row in rows], language)
        cards = []
        for row in rows:
            fixed, texts = row[: len(plain) + len(reach)], row[len(plain) + len(reach) :]
            pk, slug, first, end, pregnancy, price, appointment, *actor_is, area_kind, county = fixed
            names_actor = actor_is == [self.model.State.PUBLISHED, self.model.Visibility.PUBLIC]
            cards.append(
                ServiceCard(
                    pk=pk,
                    slug=slug,
                    name=choose(texts[:width], language),
                    summary=choose(texts[width : 2 * width], language),
                    actor_name=choose(texts[2 * width :], language) if names_actor else LocalText(""),
                    ages=range_label(first, end, for_pregnancy=pregnancy),
                    is_free=price == self.model.PriceKind.FREE,
                    needs_no_appointment=appointment == self.model.Appointment.NONE,
                    area_kind=area_kind,
                    area=county if area_kind == "county" else ", ".join(towns.get(pk, ())),
                )
            )
        return cards

    def _municipality_names(self, pks: list[int], language: str) -> dict[int, list[str]]:
        through = self.model.municipalities.through
        column = "municipality__name_sv" if language == "sv" else "municipality__name_fi"
        names: dict[int, list[str]] = {}
        rows = through.objects.filter(service_id__in=pks).order_by("municipality__slug")
        for pk, town in rows.values_list("service_id", column):
            names.setdefault(pk, []).append(town)
        return names

    # --- How the questions are asked: never a join, so that no service is counted twice; by a list
    # of services and not Exists, which looks at every service where few are linked ----------------
    def _linked(self, relation: str, target: str, **conditions):
        through = getattr(self.model, relation).through
        rows = through.objects.filter(**{f"{target}__{field}": value for field, value in conditions.items()})
        return self.filter(pk__in=rows.order_by().values("service"))

    def _given_in(self, **municipality):
        from services.models.geography import Municipality

        town = Municipality.objects.filter(**municipality)
        own = self.model.municipalities.through.objects.filter(
            **{f"municipality__{field}": value for field, value in municipality.items()}
        )
        kinds = self.model.AreaKind
        return self.filter(
            Q(Exists(town), area_kind=kinds.COUNTRY)
            | Q(area_kind=kinds.COUNTY, county__in=town.values("county"))
            | Q(pk__in=own.values("service"), area_kind=kinds.MUNICIPALITIES)
        )

    def _at_place(self, **conditions) -> Q:
        rows = self.model.places.through.objects.filter(
            place__state="published",
            place__visibility="public",
            **{f"place__{field}": value for field, value in conditions.items()},
        )
        return Q(pk__in=rows.order_by().values("service"))


@dataclass(frozen=True, slots=True)
class ServiceCard:
    """What a card shows of a service, in one site language."""

    pk: int
    slug: str
    name: LocalText
    summary: LocalText
    actor_name: LocalText
    ages: str
    is_free: bool
    needs_no_appointment: bool
    area_kind: str
    area: str
