"""Numbers to ring when it cannot wait."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from perhekeskus.models import ContentModel, PublicItem


class Helpline(PublicItem):
    """A help line (auttava puhelin): for whom, when to ring, and a number for each language."""

    name = models.CharField(_("name"), max_length=120)
    for_whom = models.CharField(_("for whom"), max_length=200)
    when_to_ring = models.CharField(_("when to ring"), max_length=300)
    is_emergency = models.BooleanField(_("emergency number"), default=False)
    # Whether it stands above the hits of a search for such words (search/urgent_words.yaml).
    for_violence = models.BooleanField(_("violence and fear"), default=False, db_default=False)
    for_self_harm = models.BooleanField(_("self-harm and thoughts of death"), default=False, db_default=False)
    for_danger = models.BooleanField(_("danger to life or health"), default=False, db_default=False)
    checked_on = models.DateField(_("number checked on"), null=True, blank=True)
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta(PublicItem.Meta):
        verbose_name = _("helpline")
        verbose_name_plural = _("helplines")
        ordering = ["order", "pk"]


class HelplineNumber(ContentModel):
    """A helpline's number in one language, with its hours and price."""

    helpline = models.ForeignKey(Helpline, models.CASCADE, related_name="numbers", verbose_name=_("helpline"))
    language = models.CharField(
        _("language"), max_length=3, help_text=_("ISO 639 code of the language spoken: fi, sv, en…")
    )
    number = models.CharField(_("number"), max_length=30)
    hours = models.CharField(_("hours"), max_length=160, blank=True)
    price_note = models.CharField(_("price of the call"), max_length=160, blank=True)

    class Meta:
        verbose_name = _("number")
        verbose_name_plural = _("numbers")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["helpline", "language"], name="services_helplinenumber_once"),
        ]

    def __str__(self):
        return f"{self.number} ({self.language})"

    @property
    def href(self) -> str:
        return f"tel:{self.number.replace(' ', '')}"
