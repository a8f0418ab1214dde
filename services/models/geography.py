"""Where: municipalities, wellbeing services counties and the network's own areas."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from perhekeskus.models import ContentModel
from services.querysets import MunicipalityQuerySet


class County(ContentModel):
    """A wellbeing services county (hyvinvointialue); Helsinki and Åland have a code of their own."""

    code = models.CharField(_("code"), max_length=2, unique=True)
    name_fi = models.CharField(_("name in Finnish"), max_length=60)
    name_sv = models.CharField(_("name in Swedish"), max_length=60)

    class Meta:
        verbose_name = _("wellbeing services county")
        verbose_name_plural = _("wellbeing services counties")
        ordering = ["code"]

    def __str__(self):
        return self.name_fi


class Area(ContentModel):
    """A part of the county with groups and meetings of its own (palvelualue)."""

    slug = models.SlugField(_("address"), max_length=60, unique=True)
    name = models.CharField(_("name"), max_length=60)

    class Meta:
        verbose_name = _("service area")
        verbose_name_plural = _("service areas")
        ordering = ["slug"]

    def __str__(self):
        return self.name_fi


class Municipality(ContentModel):
    """A municipality (kunta) of Finland; facts from Statistics Finland's classification, CC BY 4.0.

    is_covered: this installation serves its families; only these are offered as a choice.
    """

    code = models.CharField(_("code"), max_length=3, unique=True)
    slug = models.SlugField(_("address"), max_length=60, unique=True)
    name_fi = models.CharField(_("name in Finnish"), max_length=60)
    name_sv = models.CharField(_("name in Swedish"), max_length=60)
    county = models.ForeignKey(
        County, models.PROTECT, related_name="municipalities", verbose_name=_("county")
    )
    area = models.ForeignKey(
        Area,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="municipalities",
        verbose_name=_("service area"),
    )
    valid_until = models.DateField(_("valid until"), null=True, blank=True)
    merged_into = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="former", verbose_name=_("merged into")
    )
    is_covered = models.BooleanField(
        _("covered by this portal"),
        default=False,
        help_text=_("Families can choose this municipality as their own, and lists can be narrowed to it."),
    )

    objects = MunicipalityQuerySet.as_manager()

    class Meta:
        verbose_name = _("municipality")
        verbose_name_plural = _("municipalities")
        ordering = ["slug"]

    def __str__(self):
        return self.name_fi

    def name_in(self, language: str) -> str:
        """Return the name in a site language: the Swedish one in Swedish, else the Finnish."""
        return self.name_sv if language == "sv" else self.name_fi
