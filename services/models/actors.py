"""Who: the organisations that together are the family centre."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from perhekeskus.models import PublicItem
from services.querysets import OwnedQuerySet


class Sector(models.TextChoices):
    MUNICIPALITY = "municipality", _("Municipality")
    COUNTY = "county", _("Wellbeing services county")
    ASSOCIATION = "association", _("Association")
    PARISH = "parish", _("Parish")
    STATE = "state", _("State or Kela")
    EDUCATION = "education", _("School or university")
    SPORTS = "sports", _("Sports club")
    COMPANY = "company", _("Company")


class Actor(PublicItem):
    """An organisation that gives something to families (toimija; to families "Järjestäjä")."""

    name = models.CharField(_("name"), max_length=160)
    former_names = models.TextField(
        _("former names"), blank=True, help_text=_("One on a line. People still search by them.")
    )
    sector = models.CharField(_("sector"), max_length=15, choices=Sector.choices)
    description = models.TextField(_("description"), blank=True)
    municipalities = models.ManyToManyField(
        "services.Municipality", blank=True, related_name="actors", verbose_name=_("municipalities")
    )

    objects = OwnedQuerySet.as_manager()
    owner_path = ""  # an actor is its own owner

    class Meta(PublicItem.Meta):
        verbose_name = _("actor")
        verbose_name_plural = _("actors")
        ordering = ["slug"]
        constraints = [
            *PublicItem.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(sector__in=Sector.values), name="services_actor_sector_known"
            ),
        ]

    @property
    def page_name(self) -> str:
        return "services:actor"

    @property
    def former_name_list(self) -> list[str]:
        """The former names, in the order in which they were written."""
        return [name.strip() for name in self.former_names.splitlines() if name.strip()]
