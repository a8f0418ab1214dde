"""What happens at the meeting places."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from meetingplaces.querysets import ActivityQuerySet
from meetingplaces.terms import ActivityKind, Company, Food, PriceKind, Registration, Siblings
from perhekeskus.ages import AgedModel
from perhekeskus.models import ContentModel, PublicItem
from services.models.service import ServicePrice


class Activity(AgedModel, PublicItem):
    """Something that recurs and that families come to (toiminta): a family café, a club, open hours."""

    name = models.CharField(_("name"), max_length=120)
    neutral_name = models.CharField(
        _("neutral name"),
        max_length=120,
        blank=True,
        help_text=_("Needed when a theme is sensitive. Shown in the address and the browser's title."),
    )
    kind = models.CharField(
        _("kind"), max_length=8, choices=ActivityKind.choices, default=ActivityKind.SESSION
    )
    summary = models.CharField(
        _("summary"), max_length=200, blank=True, help_text=_("At most 200 characters: it stands on cards.")
    )
    what_happens = models.TextField(
        _("what happens"), blank=True, help_text=_("Plain text. Leave an empty line between paragraphs.")
    )
    organisers = models.ManyToManyField(
        "services.Actor",
        through="meetingplaces.ActivityOrganiser",
        related_name="activities",
        verbose_name=_("organisers"),
    )
    audiences = models.ManyToManyField(
        "services.Audience", blank=True, related_name="activities", verbose_name=_("for whom in particular")
    )
    only_for = models.BooleanField(
        _("only for them"), default=False, help_text=_("Others cannot come at all.")
    )
    themes = models.ManyToManyField(
        "services.Theme", blank=True, related_name="activities", verbose_name=_("themes")
    )
    company = models.CharField(
        _("with whom a child comes"), max_length=10, choices=Company.choices, default=Company.WITH_ADULT
    )
    siblings = models.CharField(_("siblings"), max_length=3, choices=Siblings.choices, default=Siblings.ASK)
    food = models.CharField(_("food"), max_length=10, choices=Food.choices, default=Food.NOT_KNOWN)
    food_note = models.CharField(
        _("more about the food"), max_length=120, blank=True, help_text=_("As: soup for 2 euros.")
    )
    price_kind = models.CharField(
        _("price"), max_length=10, choices=PriceKind.choices, blank=True, default=PriceKind.UNSET
    )
    registration = models.CharField(
        _("registration"), max_length=12, choices=Registration.choices, default=Registration.NOT_KNOWN
    )
    registration_url = models.URLField(_("register at"), max_length=300, blank=True)
    registration_opens_at = models.DateTimeField(_("registration opens"), null=True, blank=True)
    registration_closes_at = models.DateTimeField(_("registration closes"), null=True, blank=True)
    capacity = models.PositiveSmallIntegerField(
        _("room for"), null=True, blank=True, help_text=_("How many fit in. Empty: not limited.")
    )
    drop_in_too = models.BooleanField(_("also without registering, if there is room"), default=False)
    languages = models.ManyToManyField(
        "services.SpokenLanguage",
        blank=True,
        related_name="activities",
        verbose_name=_("languages that are spoken"),
    )
    programme_url = models.URLField(
        _("programme on the web"),
        max_length=300,
        blank=True,
        help_text=_("Where the programme of the month or the term is told, if it is not written here."),
    )
    channel = models.ForeignKey(
        "services.Channel",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="activities",
        verbose_name=_("contact"),
    )
    cancel_link_version = models.PositiveIntegerField(default=1, editable=False)

    objects = ActivityQuerySet.as_manager()
    owner_path = "organisers"

    class Meta(PublicItem.Meta):
        verbose_name = _("activity")
        verbose_name_plural = _("activities")
        ordering = ["slug"]
        constraints = [
            *PublicItem.Meta.constraints,
            *AgedModel.Meta.constraints,
            *(
                models.CheckConstraint(
                    condition=Q(**{f"{field}__in": values}), name=f"meetingplaces_activity_{field}_known"
                )
                for field, values in {
                    "kind": ActivityKind.values,
                    "company": Company.values,
                    "siblings": Siblings.values,
                    "food": Food.values,
                    "price_kind": PriceKind.values,
                    "registration": Registration.values,
                }.items()
            ),
            models.CheckConstraint(
                condition=Q(registration_opens_at__isnull=True)
                | Q(registration_closes_at__isnull=True)
                | Q(registration_opens_at__lt=F("registration_closes_at")),
                name="meetingplaces_activity_registration_in_order",
            ),
        ]

    def clean(self):
        super().clean()
        faults = {}
        opens, closes = self.registration_opens_at, self.registration_closes_at
        if opens and closes and closes <= opens:
            faults["registration_closes_at"] = _("Registration closes before it opens.")
        for field in ("registration_url", "programme_url"):
            try:
                URLValidator(schemes=["https"])(getattr(self, field) or "https://example.org/")
            except ValidationError:
                faults[field] = _("Write the whole web address; it begins with https://.")
        if faults:
            raise ValidationError(faults)

    @property
    def public_name(self) -> str:
        return self.neutral_name_fi or self.name_fi

    @property
    def leaves_no_trace(self) -> bool:
        return self.themes.filter(is_sensitive=True).exists()

    @property
    def page_name(self) -> str:
        return "meetingplaces:activity"

    def missing_for_publication(self) -> list[str]:
        """Return the names of what this lacks before it can be published; [] when nothing.

        The same rule as a service's (design.md section 3). An organiser may be missing: the desk warns of it.
        """
        saved = self.pk is not None
        has_audience = saved and self.audiences.exists()
        has_ages = self.min_months is not None or self.max_months is not None or self.for_pregnancy
        sensitive = saved and self.leaves_no_trace
        lacks = {
            _("summary"): not self.summary_fi,
            _("ages or audience"): not (has_ages or has_audience),
            _("price"): not self.price_kind
            or (self.price_kind == PriceKind.ROWS and not (saved and self.prices.exists())),
            _("last checked on"): not self.reviewed_on,
            _("neutral name"): sensitive and not self.neutral_name_fi,
        }
        return [str(label) for label, is_missing in lacks.items() if is_missing]


class ActivityOrganiser(ContentModel):
    """An organiser of an activity. One may be the main one; without it all are named together."""

    activity = models.ForeignKey(
        Activity, models.CASCADE, related_name="organiser_links", verbose_name=_("activity")
    )
    actor = models.ForeignKey(
        "services.Actor", models.PROTECT, related_name="activity_links", verbose_name=_("organiser")
    )
    is_main = models.BooleanField(_("main organiser"), default=False)
    position = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("organiser")
        verbose_name_plural = _("organisers")
        ordering = ["-is_main", "position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["activity", "actor"], name="meetingplaces_activityorganiser_once"
            ),
            models.UniqueConstraint(
                fields=["activity"],
                condition=Q(is_main=True),
                name="meetingplaces_activityorganiser_one_main",
                violation_error_message=_("Only one organiser can be the main one."),
            ),
        ]

    def __str__(self):
        return str(self.actor)


class ActivityPrice(ContentModel):
    """One row of a price list; amounts in euros. A slot's own rows win over the activity's."""

    activity = models.ForeignKey(Activity, models.CASCADE, related_name="prices", verbose_name=_("activity"))
    slot = models.ForeignKey(
        "meetingplaces.WeeklySlot",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="prices",
        verbose_name=_("only for this time"),
    )
    min_amount = models.DecimalField(
        _("euros"),
        max_digits=7,
        decimal_places=2,
        null=True,
        blank=True,
        help_text=_("Empty: the sum is not known; tell in the note what it is for."),
    )
    max_amount = models.DecimalField(
        _("up to, euros"),
        max_digits=7,
        decimal_places=2,
        null=True,
        blank=True,
        help_text=_("Only for a range."),
    )
    unit = models.CharField(
        _("for"), max_length=8, choices=ServicePrice.Unit.choices, default=ServicePrice.Unit.VISIT
    )
    payer = models.CharField(
        _("who pays this"), max_length=8, choices=ServicePrice.Payer.choices, default=ServicePrice.Payer.ALL
    )
    is_voluntary = models.BooleanField(_("voluntary"), default=False)
    is_food = models.BooleanField(_("for food or coffee"), default=False)
    note = models.CharField(_("note"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("price")
        verbose_name_plural = _("prices")
        ordering = ["is_food", "min_amount", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(min_amount__gte=0), name="meetingplaces_activityprice_not_negative"
            ),
            models.CheckConstraint(
                condition=Q(max_amount__isnull=True)
                | Q(min_amount__isnull=False, max_amount__gt=F("min_amount")),
                name="meetingplaces_activityprice_range_in_order",
            ),
        ]

    def __str__(self):
        return self.note_fi if self.min_amount is None else f"{self.min_amount} €"

    def clean(self):
        super().clean()
        faults = {}
        if self.slot_id and self.slot.activity_id != self.activity_id:
            faults["slot"] = _("Choose a time of this same activity.")
        if self.min_amount is None and (self.max_amount is not None or not self.note_fi):
            faults["min_amount"] = _("Tell the sum, or leave both empty and tell in the note what it is for.")
        if self.min_amount is not None and self.max_amount is not None and self.max_amount <= self.min_amount:
            faults["max_amount"] = _("The upper end is larger than the lower one; or leave it empty.")
        if faults:
            raise ValidationError(faults)
