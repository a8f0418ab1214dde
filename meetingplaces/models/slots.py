"""When: an activity's recurring times, and what is otherwise on single dates."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from meetingplaces.models.base import Identified, Recurring, time_faults, times_in_order
from meetingplaces.querysets import SlotQuerySet
from meetingplaces.terms import (
    WEEKDAY_RHYTHMS,
    ChangeKind,
    Food,
    PartOfDay,
    PriceKind,
    Reason,
    Registration,
    Rhythm,
)
from perhekeskus.dates import clock_range
from perhekeskus.models import ContentModel


class WeeklySlot(Recurring, Identified):
    """A recurring time of an activity (viikoittainen aika); local wall-clock time, Europe/Helsinki.

    A time that is not known stays empty: families are told to ask the organiser.
    """

    activity = models.ForeignKey(
        "meetingplaces.Activity", models.CASCADE, related_name="slots", verbose_name=_("activity")
    )
    place = models.ForeignKey(
        "meetingplaces.MeetingPlace",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="slots",
        verbose_name=_("meeting place"),
    )
    municipality = models.ForeignKey(
        "services.Municipality",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="slots",
        verbose_name=_("municipality"),
        help_text=_("Only when the place is not known: in which municipality it is held."),
    )
    start_time = models.TimeField(_("begins"), null=True, blank=True, help_text=_("Empty: not known."))
    end_time = models.TimeField(_("ends"), null=True, blank=True, help_text=_("Empty: not known."))
    end_is_approximate = models.BooleanField(_("the end is approximate"), default=False)
    part_of_day = models.CharField(
        _("part of the day"),
        max_length=10,
        choices=PartOfDay.choices,
        blank=True,
        help_text=_("Where the clock time is not known."),
    )
    time_note = models.CharField(
        _("more about the time"), max_length=120, blank=True, help_text=_("As: come when it suits you.")
    )
    runs_through_breaks = models.BooleanField(_("is held during breaks too"), default=False)
    runs_through_holidays = models.BooleanField(_("is held on public holidays too"), default=False)
    replaced_by = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="replaces",
        verbose_name=_("goes on as"),
        help_text=_("The time that comes in place of this one when it has ended."),
    )
    ending_note = models.CharField(
        _("what is said of its ending"), max_length=200, blank=True, help_text=_("Shown when it has ended.")
    )
    channel = models.ForeignKey(
        "services.Channel",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="slots",
        verbose_name=_("contact for this time"),
        help_text=_("Empty: the activity's."),
    )
    registration = models.CharField(
        _("registration for this time"),
        max_length=12,
        choices=Registration.choices,
        blank=True,
        help_text=_("Empty: the activity's."),
    )
    price_kind = models.CharField(
        _("price of this time"),
        max_length=10,
        choices=[choice for choice in PriceKind.choices if choice[0]],
        blank=True,
        help_text=_("Empty: the activity's."),
    )

    food = models.CharField(
        _("food this time"),
        max_length=10,
        choices=Food.choices,
        blank=True,
        help_text=_("Empty: the activity's."),
    )

    objects = SlotQuerySet.as_manager()
    owner_path = "activity__organisers"

    class Meta:
        verbose_name = _("time")
        verbose_name_plural = _("times")
        ordering = ["weekday", "start_time", "pk"]
        constraints = [
            *Identified.Meta.constraints,
            *Recurring.Meta.constraints,
            models.CheckConstraint(
                condition=times_in_order(), name="meetingplaces_weeklyslot_times_in_order"
            ),
            models.CheckConstraint(
                condition=~Q(rhythm__in=WEEKDAY_RHYTHMS) | Q(weekday__isnull=False),
                name="meetingplaces_weeklyslot_has_weekday",
            ),
            models.CheckConstraint(
                condition=Q(replaced_by__isnull=True) | ~Q(replaced_by=F("pk")),
                name="meetingplaces_weeklyslot_not_replaced_by_itself",
            ),
        ]

    def __str__(self):
        weekday = self.get_weekday_display() if self.weekday else ""
        rhythm = "" if self.rhythm == Rhythm.EVERY_WEEK else str(self.get_rhythm_display())
        if self.rhythm == Rhythm.MONTHLY:
            rhythm = str(self.get_nth_display())
        parts = [str(weekday), clock_range(self.start_time, self.end_time), rhythm]
        return " ".join(part for part in parts if part) or str(_("time not known"))

    def clean(self):
        super().clean()
        faults = time_faults(self.start_time, self.end_time)
        if self.rhythm in WEEKDAY_RHYTHMS and self.weekday is None:
            faults["weekday"] = _("Choose the weekday.")
        if self.end_is_approximate and not self.end_time:
            faults["end_time"] = _("Tell the approximate end, or take the tick away.")
        if self.pk and self.replaced_by_id == self.pk:
            faults["replaced_by"] = _("A time cannot come in place of itself.")
        if faults:
            raise ValidationError(faults)


class SlotDate(ContentModel):
    """One date of a slot whose rhythm is single dates."""

    slot = models.ForeignKey(WeeklySlot, models.CASCADE, related_name="dates", verbose_name=_("time"))
    on = models.DateField(_("date"))

    class Meta:
        verbose_name = _("date")
        verbose_name_plural = _("dates")
        ordering = ["on", "pk"]
        constraints = [models.UniqueConstraint(fields=["slot", "on"], name="meetingplaces_slotdate_once")]

    def __str__(self):
        from perhekeskus.dates import short_date

        return short_date(self.on)


class SlotChange(Identified):
    """What is otherwise than the rhythm on some dates (muutos); it beats breaks and holidays."""

    Kind = ChangeKind

    slot = models.ForeignKey(WeeklySlot, models.CASCADE, related_name="changes", verbose_name=_("time"))
    kind = models.CharField(_("kind"), max_length=10, choices=ChangeKind.choices)
    from_on = models.DateField(_("date"))
    until_on = models.DateField(
        _("until"), null=True, blank=True, help_text=_("Only for many dates: the last of them.")
    )
    reason_kind = models.CharField(_("reason"), max_length=8, choices=Reason.choices, blank=True)
    reason = models.CharField(
        _("reason in words"),
        max_length=200,
        blank=True,
        help_text=_("Families read this. Nothing of anybody's health or private matters."),
    )
    to_on = models.DateField(_("moved to"), null=True, blank=True)
    start_time = models.TimeField(_("begins"), null=True, blank=True, help_text=_("Empty: as usual."))
    end_time = models.TimeField(_("ends"), null=True, blank=True)
    place = models.ForeignKey(
        "meetingplaces.MeetingPlace",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="slot_changes",
        verbose_name=_("meeting place"),
        help_text=_("Empty: as usual."),
    )
    organiser = models.ForeignKey(
        "services.Actor",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="slot_changes",
        verbose_name=_("organiser"),
        help_text=_("Empty: as usual."),
    )
    registration = models.CharField(
        _("registration"),
        max_length=12,
        choices=Registration.choices,
        blank=True,
        help_text=_("Empty: as usual."),
    )
    price_note = models.CharField(_("price this time"), max_length=120, blank=True)
    title = models.CharField(
        _("what happens this time"), max_length=160, blank=True, help_text=_("As: a dental nurse tells.")
    )

    objects = SlotQuerySet.as_manager()
    owner_path = "slot__activity__organisers"

    class Meta:
        verbose_name = _("change")
        verbose_name_plural = _("changes")
        ordering = ["-from_on", "-pk"]
        constraints = [
            *Identified.Meta.constraints,
            models.CheckConstraint(
                condition=Q(kind__in=ChangeKind.values), name="meetingplaces_slotchange_kind_known"
            ),
            models.CheckConstraint(
                condition=Q(until_on__isnull=True) | Q(until_on__gte=F("from_on")),
                name="meetingplaces_slotchange_dates_in_order",
            ),
            models.CheckConstraint(
                condition=Q(kind="moved", to_on__isnull=False, until_on__isnull=True)
                | (~Q(kind="moved") & Q(to_on__isnull=True)),
                name="meetingplaces_slotchange_moved_has_date",
            ),
            models.CheckConstraint(
                condition=~Q(kind="extra") | Q(until_on__isnull=True),
                name="meetingplaces_slotchange_extra_is_one_date",
            ),
            models.CheckConstraint(
                condition=times_in_order(), name="meetingplaces_slotchange_times_in_order"
            ),
        ]

    def __str__(self):
        from perhekeskus.dates import short_date

        last = f"–{short_date(self.until_on)}" if self.until_on else ""
        return f"{short_date(self.from_on)}{last}: {self.get_kind_display()}"
