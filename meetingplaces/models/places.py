"""Where families meet."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from meetingplaces.querysets import MeetingPlaceQuerySet
from perhekeskus.models import PublicItem


class MeetingPlace(PublicItem):
    """A place where families or young people meet (kohtaamispaikka), whoever organises what happens there.

    Open hours are slots of an activity of kind *open*, so that breaks and changes hold for them too.
    """

    class ForWhom(models.TextChoices):
        FAMILIES = "families", _("For families")
        YOUNG = "young", _("For young people")

    name = models.CharField(_("name"), max_length=120)
    introduction = models.TextField(
        _("introduction"), blank=True, help_text=_("Plain text. Leave an empty line between paragraphs.")
    )
    place = models.ForeignKey(
        "services.Place",
        models.PROTECT,
        related_name="meeting_places",
        verbose_name=_("place"),
        help_text=_("The building or room: address, access and parking stand there."),
    )
    host = models.ForeignKey(
        "services.Actor",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="meeting_places",
        verbose_name=_("host"),
        help_text=_("Who has the room. The organisers stand on each activity."),
    )
    for_whom = models.CharField(
        _("for whom"), max_length=10, choices=ForWhom.choices, default=ForWhom.FAMILIES
    )
    notice = models.CharField(
        _("notice"),
        max_length=200,
        blank=True,
        help_text=_("Shown at the top of the page on these days, as: we come in by the yard door now."),
    )
    notice_from_on = models.DateField(
        _("notice is shown from"), null=True, blank=True, help_text=_("Empty: at once.")
    )
    notice_until_on = models.DateField(_("notice is shown until"), null=True, blank=True)
    rules = models.TextField(
        _("good to know"), blank=True, help_text=_("One thing on a line: as when not to come ill.")
    )
    channel = models.ForeignKey(
        "services.Channel",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="meeting_places",
        verbose_name=_("channel of its own"),
        help_text=_("As a WhatsApp channel that tells of changes."),
    )

    objects = MeetingPlaceQuerySet.as_manager()
    owner_path = "host"

    class Meta(PublicItem.Meta):
        verbose_name = _("meeting place")
        verbose_name_plural = _("meeting places")
        ordering = ["slug"]
        constraints = [
            *PublicItem.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(for_whom__in=["families", "young"]),
                name="meetingplaces_meetingplace_for_whom_known",
            ),
            models.CheckConstraint(
                condition=models.Q(notice="") | models.Q(notice_until_on__isnull=False),
                name="meetingplaces_meetingplace_notice_ends",
            ),
        ]

    def clean(self):
        super().clean()
        faults = {}
        if self.place_id and self.place.address_is_masked:
            faults["place"] = _("The address of this place is secret: families cannot meet there.")
        if self.notice_fi and not self.notice_until_on:
            faults["notice_until_on"] = _("Tell until when the notice is shown.")
        if self.notice_from_on and self.notice_until_on and self.notice_until_on < self.notice_from_on:
            faults["notice_until_on"] = _("This ends before it begins.")
        if faults:
            raise ValidationError(faults)

    @property
    def page_name(self) -> str:
        return "meetingplaces:place"

    def missing_for_publication(self) -> list[str]:
        """Return the names of what this lacks before it can be published; [] when nothing."""
        return [] if self.reviewed_on else [str(_("last checked on"))]
