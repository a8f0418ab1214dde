"""What the calendar's own rows share."""

from __future__ import annotations

import uuid

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from meetingplaces.terms import NthOfMonth, Rhythm
from perhekeskus.models import ContentModel
from services.models.places import Weekday


class Identified(ContentModel):
    """A row that feeds and imports name: it has an identity that outlives its key.

    source, source_id: where it was brought from; together unique where filled.
    """

    uuid = models.UUIDField(_("identity"), default=uuid.uuid4, unique=True, editable=False)
    source = models.CharField(_("source"), max_length=40, blank=True, editable=False)
    source_id = models.CharField(_("identity in the source"), max_length=200, blank=True, editable=False)

    class Meta:
        abstract = True
        constraints = [
            models.UniqueConstraint(
                fields=["source", "source_id"],
                condition=~Q(source_id=""),
                name="%(app_label)s_%(class)s_source_unique",
            )
        ]


class Recurring(models.Model):
    """A rhythm: which days it means, and between which days it holds. Local days."""

    rhythm = models.CharField(_("rhythm"), max_length=12, choices=Rhythm.choices, default=Rhythm.EVERY_WEEK)
    weekday = models.PositiveSmallIntegerField(_("weekday"), choices=Weekday.choices, null=True, blank=True)
    nth = models.SmallIntegerField(
        _("which one of the month"),
        choices=NthOfMonth.choices,
        null=True,
        blank=True,
        help_text=_("Only when it is once a month."),
    )
    valid_from_on = models.DateField(_("from"), null=True, blank=True, help_text=_("Empty: it has begun."))
    valid_until_on = models.DateField(
        _("until"), null=True, blank=True, help_text=_("The last day on which it may be held.")
    )

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(rhythm__in=Rhythm.values), name="%(app_label)s_%(class)s_rhythm_known"
            ),
            models.CheckConstraint(
                condition=Q(rhythm="monthly", nth__isnull=False, nth__in=NthOfMonth.values)
                | (~Q(rhythm="monthly") & Q(nth__isnull=True)),
                name="%(app_label)s_%(class)s_nth_of_monthly",
            ),
            models.CheckConstraint(
                condition=Q(weekday__isnull=True) | Q(weekday__range=(1, 7)),
                name="%(app_label)s_%(class)s_weekday_iso",
            ),
            models.CheckConstraint(
                condition=Q(valid_from_on__isnull=True)
                | Q(valid_until_on__isnull=True)
                | Q(valid_from_on__lte=F("valid_until_on")),
                name="%(app_label)s_%(class)s_validity_in_order",
            ),
        ]

    def rhythm_faults(self) -> dict:
        """Return what does not fit together in the rhythm, by field."""
        faults = {}
        if self.rhythm == Rhythm.MONTHLY and self.nth is None:
            faults["nth"] = _("Choose which one of the month.")
        if self.rhythm != Rhythm.MONTHLY and self.nth is not None:
            faults["nth"] = _("Leave this empty, or choose the rhythm once a month.")
        if self.valid_from_on and self.valid_until_on and self.valid_until_on < self.valid_from_on:
            faults["valid_until_on"] = _("This ends before it begins.")
        return faults

    def clean(self):
        super().clean()
        if faults := self.rhythm_faults():
            raise ValidationError(faults)


def times_in_order() -> Q:
    """Return the condition that a session ends after it begins, on the same day."""
    return (
        Q(start_time__isnull=True, end_time__isnull=True)
        | Q(start_time__isnull=False, end_time__isnull=True)
        | Q(start_time__isnull=False, end_time__isnull=False, start_time__lt=F("end_time"))
    )


def time_faults(start, end) -> dict:
    """Return what is wrong with clock times, by field; a session does not go past midnight."""
    if end and not start:
        return {"end_time": _("Tell when it begins too, or leave both empty.")}
    if start and end and end <= start:
        return {"end_time": _("This ends before it begins. A session ends on the same day, before midnight.")}
    return {}
