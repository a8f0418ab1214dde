"""The family centres of the region."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from perhekeskus.models import ContentModel, PublicItem


class FamilyCentre(PublicItem):
    """A family centre (perhekeskus): a network of services, sometimes with a house of its own."""

    class Form(models.TextChoices):
        NETWORK = "network", _("A network")
        SHARED_BUILDING = "shared_building", _("A shared building")
        HYBRID = "hybrid", _("Both a network and a building")
        ELECTRONIC = "electronic", _("Electronic")

    name = models.CharField(_("name"), max_length=120)
    introduction = models.TextField(_("introduction"), blank=True)
    form = models.CharField(_("form"), max_length=16, choices=Form.choices, default=Form.NETWORK)
    area = models.ForeignKey(
        "services.Area",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="family_centres",
        verbose_name=_("service area"),
    )
    municipalities = models.ManyToManyField(
        "services.Municipality", related_name="family_centres", verbose_name=_("municipalities")
    )
    covered_part = models.CharField(
        _("part of the municipality"),
        max_length=120,
        blank=True,
        help_text=_("Only when it is not the whole of it."),
    )

    class Meta(PublicItem.Meta):
        verbose_name = _("family centre")
        verbose_name_plural = _("family centres")
        ordering = ["slug"]

    @property
    def page_name(self) -> str:
        return "services:centre"


class CentreOffice(ContentModel):
    """A family centre's office at a place."""

    family_centre = models.ForeignKey(
        FamilyCentre, models.CASCADE, related_name="offices", verbose_name=_("family centre")
    )
    place = models.ForeignKey(
        "services.Place", models.CASCADE, related_name="centre_offices", verbose_name=_("place")
    )
    note = models.CharField(_("note"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("office")
        verbose_name_plural = _("offices")
        ordering = ["pk"]

    def __str__(self):
        return str(self.place)


class CentreRole(ContentModel):
    """A role to turn to; never a private person by name."""

    family_centre = models.ForeignKey(
        FamilyCentre, models.CASCADE, related_name="roles", verbose_name=_("family centre")
    )
    role = models.CharField(_("role"), max_length=120)
    how_to_reach = models.CharField(_("how to reach"), max_length=300, blank=True)
    channel = models.ForeignKey(
        "services.Channel",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="centre_roles",
        verbose_name=_("contact channel"),
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("role to turn to")
        verbose_name_plural = _("roles to turn to")
        ordering = ["order", "pk"]

    def __str__(self):
        return self.role_fi
