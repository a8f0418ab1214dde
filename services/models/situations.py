"""Everyday situations and the route through each."""

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from perhekeskus.ages import AgedModel
from perhekeskus.models import ContentModel, PublicItem


class Situation(AgedModel, PublicItem):
    """An everyday sentence that a family comes with (tilanne), and an ordered route of help."""

    class Urgency(models.TextChoices):
        EVERYDAY = "everyday", _("Everyday")
        SOON = "soon", _("Soon")
        URGENT = "urgent", _("Urgent first")

    name = models.CharField(_("name"), max_length=120)
    neutral_name = models.CharField(
        _("neutral name"),
        max_length=120,
        blank=True,
        help_text=_("Needed when a theme is sensitive. Shown in the address and the browser's title."),
    )
    phrases = models.TextField(
        _("phrases"), blank=True, help_text=_("The ways in which people say this, one on a line.")
    )
    introduction = models.TextField(_("introduction"), blank=True)
    urgency = models.CharField(_("urgency"), max_length=10, choices=Urgency.choices, default=Urgency.EVERYDAY)
    for_young = models.BooleanField(_("a young person's own situation"), default=False)
    themes = models.ManyToManyField(
        "services.Theme", blank=True, related_name="situations", verbose_name=_("themes")
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta(PublicItem.Meta):
        verbose_name = _("situation")
        verbose_name_plural = _("situations")
        ordering = ["order", "slug"]
        constraints = [*PublicItem.Meta.constraints, *AgedModel.Meta.constraints]

    @property
    def public_name(self) -> str:
        return self.neutral_name_fi or self.name_fi

    @property
    def leaves_no_trace(self) -> bool:
        return self.themes.filter(is_sensitive=True).exists()

    @property
    def page_name(self) -> str:
        return "services:situation"


class RouteStep(ContentModel):
    """One step of a situation's route; which field is used depends on the kind."""

    class Kind(models.TextChoices):
        TEXT = "text", _("Text")
        HELPLINE = "helpline", _("Helpline")
        LINK = "link", _("Link")
        SERVICE = "service", _("Service")
        THEME = "theme", _("Theme")

    # What a step of each kind leads to; a text leads nowhere.
    TARGETS = {Kind.HELPLINE: "helpline", Kind.LINK: "url", Kind.SERVICE: "service", Kind.THEME: "theme"}

    situation = models.ForeignKey(
        Situation, models.CASCADE, related_name="steps", verbose_name=_("situation")
    )
    position = models.PositiveSmallIntegerField(_("order"))
    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices, default=Kind.TEXT)
    text = models.TextField(_("text"), blank=True)
    helpline = models.ForeignKey(
        "services.Helpline", models.PROTECT, null=True, blank=True, verbose_name=_("helpline")
    )
    url = models.URLField(_("web address"), max_length=300, blank=True)
    service = models.ForeignKey(
        "services.Service", models.CASCADE, null=True, blank=True, verbose_name=_("service")
    )
    theme = models.ForeignKey(
        "services.Theme", models.CASCADE, null=True, blank=True, verbose_name=_("theme")
    )

    class Meta:
        verbose_name = _("step of the route")
        verbose_name_plural = _("steps of the route")
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(
                name="services_routestep_has_its_target",
                condition=Q(
                    kind="text", helpline__isnull=True, service__isnull=True, theme__isnull=True, url=""
                )
                | Q(kind="link", helpline__isnull=True, service__isnull=True, theme__isnull=True) & ~Q(url="")
                | Q(kind="helpline", helpline__isnull=False, service__isnull=True, theme__isnull=True, url="")
                | Q(kind="service", helpline__isnull=True, service__isnull=False, theme__isnull=True, url="")
                | Q(kind="theme", helpline__isnull=True, service__isnull=True, theme__isnull=False, url=""),
            )
        ]

    def __str__(self):
        return f"{self.position}. {self.get_kind_display()}"

    def clean(self):
        """Name the field that is missing, or filled and not used."""
        super().clean()
        wanted = self.TARGETS.get(self.kind)
        faults = {
            name: _("This kind of step does not use this: empty it, or choose another kind.")
            for name in self.TARGETS.values()
            if name != wanted and (self.url if name == "url" else getattr(self, f"{name}_id"))
        }
        if wanted and not (self.url if wanted == "url" else getattr(self, f"{wanted}_id")):
            faults[wanted] = _("Choose where this step leads.")
        if self.url and "url" not in faults:
            try:
                URLValidator(schemes=["https"])(self.url)
            except ValidationError:
                faults["url"] = _("Write the whole web address; it begins with https://.")
        if faults:
            raise ValidationError(faults)
