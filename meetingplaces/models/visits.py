"""Professionals who come to meet families where the families are."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from meetingplaces.models.base import Identified, Recurring, time_faults, times_in_order
from meetingplaces.querysets import SlotQuerySet
from perhekeskus.models import ContentModel


class Visit(Recurring, Identified):
    """A professional as a guest of a slot (vieraana; among the network: jalkautuva työ).

    A role, never a name. Families see it when both the organiser and the visitor have confirmed it.
    Its weekday is the slot's own.
    """

    slot = models.ForeignKey(
        "meetingplaces.WeeklySlot", models.CASCADE, related_name="visits", verbose_name=_("time")
    )
    role = models.CharField(
        _("who comes"), max_length=120, help_text=_("A role, never a name: as a public health nurse.")
    )
    topic = models.CharField(_("what about"), max_length=160, blank=True)
    start_time = models.TimeField(_("from"), null=True, blank=True, help_text=_("Within the session."))
    end_time = models.TimeField(_("until"), null=True, blank=True)
    member = models.ForeignKey(
        "members.Member",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="visits",
        verbose_name=_("member"),
        help_text=_("Who it is, for the network alone: never shown to families."),
    )
    confirmed_by_organiser = models.BooleanField(_("the organiser has confirmed"), default=False)
    confirmed_by_visitor = models.BooleanField(_("the visitor has confirmed"), default=False)

    objects = SlotQuerySet.as_manager()
    owner_path = "slot__activity__organisers"

    class Meta:
        verbose_name = _("visit")
        verbose_name_plural = _("visits")
        ordering = ["pk"]
        constraints = [
            *Identified.Meta.constraints,
            *Recurring.Meta.constraints,
            models.CheckConstraint(condition=times_in_order(), name="meetingplaces_visit_times_in_order"),
        ]

    def __str__(self):
        return self.role_fi

    def clean(self):
        super().clean()
        if faults := time_faults(self.start_time, self.end_time):
            raise ValidationError(faults)


class VisitDate(ContentModel):
    """One date of a visit: of its single dates, or one on which it is cancelled."""

    visit = models.ForeignKey(Visit, models.CASCADE, related_name="dates", verbose_name=_("visit"))
    on = models.DateField(_("date"))
    is_cancelled = models.BooleanField(_("cancelled"), default=False)

    class Meta:
        verbose_name = _("date of the visit")
        verbose_name_plural = _("dates of the visit")
        ordering = ["on", "pk"]
        constraints = [models.UniqueConstraint(fields=["visit", "on"], name="meetingplaces_visitdate_once")]

    def __str__(self):
        from perhekeskus.dates import short_date

        return short_date(self.on)
