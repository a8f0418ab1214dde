"""The service itself, and what belongs to it alone."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from perhekeskus.ages import AgedModel
from perhekeskus.models import ContentModel, PublicItem
from services.models.places import KNOWN
from services.querysets import ServiceQuerySet

# The values of `asiointitapa`, the field each asks of, in the order of the filter.
DELIVERY_MODES: dict[str, str] = {
    "paikan-paalla": "is_given_at_place",
    "kotiin": "is_given_at_home",
    "puhelimessa": "is_given_by_phone",
    "verkossa": "is_given_online",
    "chatissa": "is_given_by_chat",
    "ryhmassa": "is_given_in_group",
}


class Service(AgedModel, PublicItem):
    """Something a family can get (palvelu): help, advice, a place, a group."""

    class AreaKind(models.TextChoices):
        COUNTRY = "country", _("The whole country")
        COUNTY = "county", _("The wellbeing services county")
        MUNICIPALITIES = "municipalities", _("These municipalities")

    class PriceKind(models.TextChoices):
        UNSET = "", _("Not told yet")
        FREE = "free", _("Free of charge")
        ROWS = "rows", _("Costs something: see the prices")
        NOT_KNOWN = "not_known", _("Not known: ask")

    class Appointment(models.TextChoices):
        NONE = "none", _("No appointment needed")
        RECOMMENDED = "recommended", _("Appointment recommended")
        REQUIRED = "required", _("Appointment needed")
        NOT_KNOWN = "not_known", _("Not known: ask")

    name = models.CharField(_("name"), max_length=120)
    neutral_name = models.CharField(
        _("neutral name"),
        max_length=120,
        blank=True,
        help_text=_("Needed when a theme is sensitive. Shown in the address and the browser's title."),
    )
    summary = models.CharField(
        _("summary"),
        max_length=200,
        blank=True,
        help_text=_("What the family gets, in its own words. At most 200 characters: it stands on the card."),
    )
    description = models.TextField(
        _("description"), blank=True, help_text=_("Plain text. Leave an empty line between paragraphs.")
    )
    how_to_get = models.TextField(
        _("how to get it"), blank=True, help_text=_("One step on a line, in the order the family takes them.")
    )
    who_for = models.TextField(_("who it is for"), blank=True)
    keywords = models.TextField(
        _("keywords"),
        blank=True,
        help_text=_("Everyday words people use for this, with commas between them."),
    )
    actor = models.ForeignKey(
        "services.Actor",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="services",
        verbose_name=_("responsible actor"),
    )
    other_actors = models.ManyToManyField(
        "services.Actor", through="services.ServiceActor", related_name="shared_services", blank=True
    )
    audiences = models.ManyToManyField(
        "services.Audience", blank=True, related_name="services", verbose_name=_("for whom in particular")
    )
    only_for = models.BooleanField(
        _("only for them"), default=False, help_text=_("Others cannot use the service at all.")
    )
    themes = models.ManyToManyField(
        "services.Theme", blank=True, related_name="services", verbose_name=_("themes")
    )
    tasks = models.ManyToManyField(
        "services.Task", blank=True, related_name="services", verbose_name=_("tasks of the family centre")
    )
    sections = models.ManyToManyField(
        "services.Section", blank=True, related_name="services", verbose_name=_("sections")
    )
    area_kind = models.CharField(
        _("given in"), max_length=15, choices=AreaKind.choices, blank=True, default=""
    )
    county = models.ForeignKey(
        "services.County",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="services",
        verbose_name=_("county"),
    )
    municipalities = models.ManyToManyField(
        "services.Municipality", blank=True, related_name="services", verbose_name=_("municipalities")
    )
    is_given_at_place = models.BooleanField(_("at a place"), default=False)
    is_given_at_home = models.BooleanField(_("at home"), default=False)
    is_given_by_phone = models.BooleanField(_("by phone"), default=False)
    is_given_online = models.BooleanField(_("online"), default=False)
    is_given_by_chat = models.BooleanField(_("by chat"), default=False)
    is_given_in_group = models.BooleanField(_("in a group"), default=False)
    appointment = models.CharField(
        _("appointment"), max_length=12, choices=Appointment.choices, default=Appointment.NOT_KNOWN
    )
    referral_needed = models.BooleanField(_("referral needed"), null=True, blank=True, choices=KNOWN)
    languages = models.ManyToManyField(
        "services.SpokenLanguage", blank=True, related_name="services", verbose_name=_("languages of service")
    )
    interpreter = models.BooleanField(
        _("interpreter"), null=True, blank=True, choices=KNOWN, help_text=_("An interpreter can be ordered.")
    )
    young_person_alone = models.BooleanField(
        _("a young person may come alone"), null=True, blank=True, choices=KNOWN
    )
    told_to_parents = models.TextField(
        _("what is told to parents"), blank=True, help_text=_("In words that a young person trusts.")
    )
    price_kind = models.CharField(
        _("price"), max_length=10, choices=PriceKind.choices, blank=True, default=PriceKind.UNSET
    )
    places = models.ManyToManyField(
        "services.Place", through="services.ServicePlace", related_name="services", blank=True
    )
    channels = models.ManyToManyField(
        "services.Channel", through="services.ServiceChannel", related_name="services", blank=True
    )

    objects = ServiceQuerySet.as_manager()
    owner_path = "actor"

    class Meta(PublicItem.Meta):
        verbose_name = _("service")
        verbose_name_plural = _("services")
        ordering = ["slug"]
        constraints = [
            *PublicItem.Meta.constraints,
            *AgedModel.Meta.constraints,
            models.CheckConstraint(
                condition=Q(area_kind__in=["", "country", "county", "municipalities"]),
                name="services_service_area_kind_known",
            ),
            models.CheckConstraint(
                condition=Q(price_kind__in=["", "free", "rows", "not_known"]),
                name="services_service_price_kind_known",
            ),
            models.CheckConstraint(
                condition=~Q(area_kind="county") | Q(county__isnull=False),
                name="services_service_county_named",
            ),
        ]
        indexes = [
            # SQLite cannot use a plain index for a condition on state (shared/performance.md).
            models.Index(fields=["slug"], condition=Q(state="published"), name="services_service_published"),
            # The facets' own fields side by side: a row is long, and the facet index asks of all rows.
            models.Index(
                fields=[
                    "area_kind",
                    "county",
                    "price_kind",
                    "appointment",
                    "interpreter",
                    *DELIVERY_MODES.values(),
                ],
                name="services_service_facets",
            ),
        ]

    @property
    def public_name(self) -> str:
        return self.neutral_name_fi or self.name_fi

    @property
    def leaves_no_trace(self) -> bool:
        return self.themes.filter(is_sensitive=True).exists()

    @property
    def page_name(self) -> str:
        return "services:detail"

    def missing_for_publication(self) -> list[str]:
        """Return the names of what this service lacks before it can be published; [] when nothing.

        The rule is design.md section 3: actor, ages or audience, area, price, contact and check date.
        The help page is a contact of last resort, so an actor is enough to be reachable.
        """
        saved = self.pk is not None
        has_audience = saved and self.audiences.exists()
        has_ages = self.min_months is not None or self.max_months is not None or self.for_pregnancy
        sensitive = saved and self.themes.filter(is_sensitive=True).exists()
        lacks = {
            _("summary"): not self.summary_fi,
            _("responsible actor"): self.actor_id is None,
            _("ages or audience"): not (has_ages or has_audience),
            _("area"): not self.area_kind
            or (
                self.area_kind == self.AreaKind.MUNICIPALITIES
                and not (saved and self.municipalities.exists())
            ),
            _("price"): not self.price_kind
            or (self.price_kind == self.PriceKind.ROWS and not (saved and self.prices.exists())),
            _("last checked on"): not self.reviewed_on,
            _("neutral name"): sensitive and not self.neutral_name_fi,
        }
        return [str(label) for label, is_missing in lacks.items() if is_missing]


class ServiceActor(ContentModel):
    """Another actor's part in a service."""

    class Role(models.TextChoices):
        PRODUCER = "producer", _("Gives the service")
        PARTNER = "partner", _("Takes part")

    service = models.ForeignKey(
        Service, models.CASCADE, related_name="actor_links", verbose_name=_("service")
    )
    actor = models.ForeignKey(
        "services.Actor", models.CASCADE, related_name="service_links", verbose_name=_("actor")
    )
    role = models.CharField(_("role"), max_length=10, choices=Role.choices, default=Role.PARTNER)

    class Meta:
        verbose_name = _("other actor")
        verbose_name_plural = _("other actors")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["service", "actor"], name="services_serviceactor_once"),
        ]

    def __str__(self):
        return f"{self.actor} ({self.get_role_display()})"


class ServicePlace(ContentModel):
    """A service at a place; its own note and hours win over the place's."""

    service = models.ForeignKey(
        Service, models.CASCADE, related_name="place_links", verbose_name=_("service")
    )
    place = models.ForeignKey(
        "services.Place", models.CASCADE, related_name="service_links", verbose_name=_("place")
    )
    note = models.CharField(_("note"), max_length=200, blank=True)
    position = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("place of the service")
        verbose_name_plural = _("places of the service")
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["service", "place"], name="services_serviceplace_once")
        ]

    def __str__(self):
        return str(self.place)


class ServiceChannel(ContentModel):
    """A service through a channel; its own note and hours win over the channel's."""

    service = models.ForeignKey(
        Service, models.CASCADE, related_name="channel_links", verbose_name=_("service")
    )
    channel = models.ForeignKey(
        "services.Channel", models.CASCADE, related_name="service_links", verbose_name=_("contact channel")
    )
    note = models.CharField(_("note"), max_length=200, blank=True)
    position = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("contact channel of the service")
        verbose_name_plural = _("contact channels of the service")
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["service", "channel"], name="services_servicechannel_once")
        ]

    def __str__(self):
        return str(self.channel)


class ServicePrice(ContentModel):
    """One row of a price list; amounts in euros."""

    class Unit(models.TextChoices):
        VISIT = "visit", _("a visit")
        FAMILY = "family", _("a family")
        CHILD = "child", _("a child")
        TERM = "term", _("a term")

    class Payer(models.TextChoices):
        ALL = "all", _("Everyone")
        MEMBERS = "members", _("Members")

    service = models.ForeignKey(Service, models.CASCADE, related_name="prices", verbose_name=_("service"))
    min_amount = models.DecimalField(_("euros"), max_digits=7, decimal_places=2)
    max_amount = models.DecimalField(
        _("up to, euros"),
        max_digits=7,
        decimal_places=2,
        null=True,
        blank=True,
        help_text=_("Only for a range."),
    )
    unit = models.CharField(_("for"), max_length=8, choices=Unit.choices, default=Unit.VISIT)
    payer = models.CharField(_("who pays this"), max_length=8, choices=Payer.choices, default=Payer.ALL)
    is_voluntary = models.BooleanField(_("voluntary"), default=False)
    is_food = models.BooleanField(_("for food or coffee"), default=False)
    note = models.CharField(_("note"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("price")
        verbose_name_plural = _("prices")
        ordering = ["is_food", "min_amount", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(min_amount__gte=0), name="services_serviceprice_not_negative"),
            models.CheckConstraint(
                condition=Q(max_amount__isnull=True) | Q(max_amount__gt=models.F("min_amount")),
                name="services_serviceprice_range_in_order",
            ),
        ]

    def __str__(self):
        return f"{self.min_amount} €"
