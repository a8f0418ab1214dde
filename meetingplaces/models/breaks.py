"""Times when much pauses at once."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from meetingplaces.models.base import Identified


class Break(Identified):
    """A named pause (tauko): a school holiday is a municipality's own, a summer break an organiser's.

    It holds for the times of everything that is named here: of any of these, not only of all.
    """

    name = models.CharField(_("name"), max_length=80, help_text=_("As: Hiihtoloma."))
    from_on = models.DateField(_("from"))
    until_on = models.DateField(_("until"), help_text=_("The last day of the break."))
    municipalities = models.ManyToManyField(
        "services.Municipality", blank=True, related_name="breaks", verbose_name=_("in these municipalities")
    )
    family_centres = models.ManyToManyField(
        "services.FamilyCentre", blank=True, related_name="breaks", verbose_name=_("of these family centres")
    )
    actors = models.ManyToManyField(
        "services.Actor", blank=True, related_name="breaks", verbose_name=_("of these organisers")
    )
    places = models.ManyToManyField(
        "meetingplaces.MeetingPlace", blank=True, related_name="breaks", verbose_name=_("at these places")
    )
    activities = models.ManyToManyField(
        "meetingplaces.Activity", blank=True, related_name="breaks", verbose_name=_("of these activities")
    )

    class Meta:
        verbose_name = _("break")
        verbose_name_plural = _("breaks")
        ordering = ["-from_on", "-pk"]
        constraints = [
            *Identified.Meta.constraints,
            models.CheckConstraint(
                condition=Q(from_on__lte=F("until_on")), name="meetingplaces_break_dates_in_order"
            ),
        ]

    def __str__(self):
        return self.name_fi

    def clean(self):
        super().clean()
        if self.from_on and self.until_on and self.until_on < self.from_on:
            raise ValidationError({"until_on": _("The break ends before it begins.")})
