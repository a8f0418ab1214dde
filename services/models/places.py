"""Where to go and how to reach: places, channels and their hours."""

from __future__ import annotations

import datetime as dt
from urllib.parse import quote

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator, URLValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from perhekeskus.languages import LANGUAGES
from perhekeskus.models import ContentModel, PublicItem
from services.querysets import OwnedQuerySet

KNOWN = [(None, _("Not known")), (True, _("Yes")), (False, _("No"))]

# The values of `varustus`, the field each asks of, in the order of the filter.
ACCESS_FACTS: dict[str, str] = {
    "rattaat": "has_stroller_access",
    "hissi": "has_lift",
    "hoitopoyta": "has_changing_table",
    "imetys": "has_breastfeeding_place",
    "aidattu-piha": "has_fenced_yard",
    "ruoan-lammitys": "has_food_heating",
    "hiljainen-tila": "has_quiet_corner",
    "pysakointi": "has_parking",
    "bussi": "has_bus_stop",
}


def known_field(label) -> models.BooleanField:
    """A fact that is yes, no or not known; the last two are not the same."""
    return models.BooleanField(label, null=True, blank=True, choices=KNOWN)


class Place(PublicItem):
    """A building or room (paikka), with what a family needs to know to get in.

    A masked address is not in the database at all: a refuge must not be found even by one who
    has got hold of a backup. `mask` blanks what was there, and its history.
    """

    ADDRESS_FIELDS = ("street", "postal_code", "post_office", "locality")
    ADDRESS_TEXTS = ("entrance", "floor", "pram_place", "parking")

    name = models.CharField(_("name"), max_length=120)
    owner = models.ForeignKey(
        "services.Actor",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="places",
        verbose_name=_("kept up by"),
        help_text=_("The actor whose editors may change this place."),
    )
    address_is_masked = models.BooleanField(
        _("the address is secret"),
        default=False,
        help_text=_(
            "For refuges and homes. Ticking this wipes the address from the portal for good, also from "
            "the history. Only the municipality and the phone remain."
        ),
    )
    street = models.CharField(_("street address"), max_length=120, blank=True)
    postal_code = models.CharField(
        _("postal code"), max_length=5, blank=True, validators=[RegexValidator(r"^\d{5}$", _("Five digits."))]
    )
    post_office = models.CharField(_("post office"), max_length=60, blank=True)
    municipality = models.ForeignKey(
        "services.Municipality", models.PROTECT, related_name="places", verbose_name=_("municipality")
    )
    locality = models.CharField(
        _("village or part of town"),
        max_length=60,
        blank=True,
        help_text=_("As Sirkka. Kittilä has two centres."),
    )
    locality_slug = models.SlugField(max_length=60, blank=True, editable=False)
    latitude = models.FloatField(_("latitude"), null=True, blank=True)
    longitude = models.FloatField(_("longitude"), null=True, blank=True)
    entrance = models.CharField(_("entrance"), max_length=200, blank=True)
    floor = models.CharField(_("floor"), max_length=80, blank=True)
    pram_place = models.CharField(_("where prams stay"), max_length=200, blank=True)
    parking = models.CharField(_("parking"), max_length=200, blank=True)
    has_stroller_access = known_field(_("way in with a pram"))
    has_lift = known_field(_("lift"))
    has_changing_table = known_field(_("changing table"))
    has_breastfeeding_place = known_field(_("place to breast-feed"))
    has_fenced_yard = known_field(_("fenced yard"))
    has_food_heating = known_field(_("food can be heated"))
    has_quiet_corner = known_field(_("quiet corner"))
    has_parking = known_field(_("parking space"))
    has_bus_stop = known_field(_("bus stop nearby"))

    objects = OwnedQuerySet.as_manager()
    owner_path = "owner"

    class Meta(PublicItem.Meta):
        verbose_name = _("place")
        verbose_name_plural = _("places")
        ordering = ["slug"]
        constraints = [
            *PublicItem.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(address_is_masked=False)
                | models.Q(
                    street="",
                    postal_code="",
                    post_office="",
                    locality="",
                    locality_slug="",
                    latitude__isnull=True,
                    longitude__isnull=True,
                    **{
                        f"{text}{suffix}": ""
                        for text in ("entrance", "floor", "pram_place", "parking")
                        # "" is the column beside the languages' own: it holds a copy of one of them.
                        for suffix in ("", *(f"_{language.column_suffix}" for language in LANGUAGES.values()))
                    },
                ),
                name="services_place_masked_has_no_address",
            ),
            models.CheckConstraint(
                condition=models.Q(latitude__isnull=True, longitude__isnull=True)
                | models.Q(
                    # An unknown one would make the comparison unknown, which a database lets pass.
                    latitude__isnull=False,
                    longitude__isnull=False,
                    latitude__range=(-90, 90),
                    longitude__range=(-180, 180),
                ),
                name="services_place_coordinates_together",
            ),
        ]

    def _write_row(self, *args, **kwargs):
        from django.utils.text import slugify

        if self.address_is_masked:
            self._blank_address()
        self.locality_slug = slugify(self.locality)
        if kwargs.get("update_fields") is not None:
            kwargs["update_fields"] = {*kwargs["update_fields"], "locality_slug"}
            if self.address_is_masked:
                kwargs["update_fields"] |= self.masked_columns()
        super()._write_row(*args, **kwargs)
        if self.address_is_masked:
            self._blank_history()

    @classmethod
    def masked_columns(cls) -> set[str]:
        """Return the columns that a masked place keeps empty, in every language."""
        texts = {
            field.name
            for field in cls._meta.concrete_fields
            if any(field.name == text or field.name.startswith(f"{text}_") for text in cls.ADDRESS_TEXTS)
        }
        return {*cls.ADDRESS_FIELDS, "locality_slug", "latitude", "longitude", *texts}

    def _blank_address(self) -> None:
        for name in self.masked_columns():
            setattr(self, name, None if name in ("latitude", "longitude") else "")

    def _blank_history(self) -> None:
        columns = self.masked_columns()
        kept = {field.name for field in self.history.model._meta.concrete_fields}
        self.history.update(**{n: None if n in ("latitude", "longitude") else "" for n in columns & kept})

    @property
    def address_line(self) -> str:
        """The address on one line, or "" when it is masked or not known."""
        town = " ".join(
            part for part in (self.postal_code, self.post_office or self.municipality.name_fi) if part
        )
        return ", ".join(part for part in (self.street, town) if part) if self.street else ""


class Channel(PublicItem):
    """A way to reach an actor without going anywhere (asiointikanava)."""

    class Kind(models.TextChoices):
        PHONE = "phone", _("Phone")
        EMAIL = "email", _("E-mail")
        WEB = "web", _("Web page")
        ESERVICE = "eservice", _("E-service")
        CHAT = "chat", _("Chat")
        FORM = "form", _("Form")

    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices)
    name = models.CharField(_("name"), max_length=120)
    actor = models.ForeignKey(
        "services.Actor", models.CASCADE, related_name="channels", verbose_name=_("actor")
    )
    value = models.CharField(
        _("number or address"),
        max_length=300,
        help_text=_(
            "A phone number as 016 555 0100, an e-mail address, or a web address that begins with https://. "
            "Never a private person's."
        ),
    )
    note = models.CharField(_("note"), max_length=300, blank=True)
    price_note = models.CharField(_("price of the call"), max_length=120, blank=True)
    help_position = models.PositiveSmallIntegerField(
        _("place on the page Apua"),
        null=True,
        blank=True,
        help_text=_("1 is the first card. Empty: no card on the page."),
    )

    objects = OwnedQuerySet.as_manager()
    owner_path = "actor"

    class Meta(PublicItem.Meta):
        verbose_name = _("contact channel")
        verbose_name_plural = _("contact channels")
        ordering = ["slug"]
        constraints = [
            *PublicItem.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(kind__in=["phone", "email", "web", "eservice", "chat", "form"]),
                name="services_channel_kind_known",
            ),
            models.CheckConstraint(condition=~models.Q(value=""), name="services_channel_has_value"),
        ]

    def clean(self):
        super().clean()
        value = (self.value or "").strip()
        if self.kind == self.Kind.PHONE:
            RegexValidator(
                r"^\+?[0-9][0-9 -]{2,24}$", _("Write the number with digits and spaces, as 016 555 0100.")
            )(value)
        elif self.kind == self.Kind.EMAIL:
            from django.core.validators import validate_email

            validate_email(value)
        elif self.kind:
            try:
                URLValidator(schemes=["https"])(value)
            except ValidationError:
                text = _("Write the whole web address; it begins with https://.")
                raise ValidationError({"value": text}) from None
        if not value.isprintable():
            raise ValidationError(
                {"value": _("There is a character here that cannot be seen: write it anew.")}
            )

    @property
    def href(self) -> str:
        """The link that a tap follows: tel:, mailto: or the web address."""
        if self.kind == self.Kind.PHONE:
            return f"tel:{self.value.replace(' ', '').replace('-', '')}"
        return f"mailto:{quote(self.value, safe='@')}" if self.kind == self.Kind.EMAIL else self.value

    @property
    def icon(self) -> str:
        """The picture beside it, by its name in sprite.svg."""
        pictures = {self.Kind.PHONE: "phone", self.Kind.EMAIL: "mail", self.Kind.CHAT: "chat"}
        return pictures.get(self.kind, "link")

    @property
    def shown_value(self) -> str:
        """The number or address as people write it."""
        return self.value.removeprefix("https://").removeprefix("www.").rstrip("/")


class Weekday(models.IntegerChoices):
    """ISO 8601 weekdays."""

    MONDAY = 1, _("Monday")
    TUESDAY = 2, _("Tuesday")
    WEDNESDAY = 3, _("Wednesday")
    THURSDAY = 4, _("Thursday")
    FRIDAY = 5, _("Friday")
    SATURDAY = 6, _("Saturday")
    SUNDAY = 7, _("Sunday")


class OpeningSchedule(ContentModel):
    """When a place, a channel, or a service there is open: local clock times.

    Belongs to exactly one of four things; the hours of a link win over those of its place or channel.
    An exception holds on its own dates and replaces the regular hours of those days.
    """

    OWNERS = ("place", "channel", "service_place", "service_channel")

    class Kind(models.TextChoices):
        REGULAR = "regular", _("Every week")
        EXCEPTION = "exception", _("Exception")
        APPOINTMENT = "appointment", _("By appointment")
        OVERNIGHT = "overnight", _("Over midnight")

    place = models.ForeignKey(
        Place, models.CASCADE, null=True, blank=True, related_name="hours", verbose_name=_("place")
    )
    channel = models.ForeignKey(
        Channel,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="hours",
        verbose_name=_("contact channel"),
    )
    service_place = models.ForeignKey(
        "services.ServicePlace", models.CASCADE, null=True, blank=True, related_name="hours"
    )
    service_channel = models.ForeignKey(
        "services.ServiceChannel", models.CASCADE, null=True, blank=True, related_name="hours"
    )
    kind = models.CharField(_("kind"), max_length=12, choices=Kind.choices, default=Kind.REGULAR)
    weekday = models.PositiveSmallIntegerField(_("weekday"), choices=Weekday.choices, null=True, blank=True)
    opens_time = models.TimeField(_("opens"), null=True, blank=True)
    closes_time = models.TimeField(_("closes"), null=True, blank=True)
    is_closed = models.BooleanField(_("closed"), default=False)
    valid_from_on = models.DateField(_("from"), null=True, blank=True)
    valid_until_on = models.DateField(_("until"), null=True, blank=True)
    note = models.CharField(_("note"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("opening hours")
        verbose_name_plural = _("opening hours")
        ordering = ["kind", "weekday", "opens_time", "pk"]
        constraints = [
            models.CheckConstraint(
                name="services_openingschedule_one_owner",
                condition=models.Q(
                    place__isnull=False,
                    channel__isnull=True,
                    service_place__isnull=True,
                    service_channel__isnull=True,
                )
                | models.Q(
                    place__isnull=True,
                    channel__isnull=False,
                    service_place__isnull=True,
                    service_channel__isnull=True,
                )
                | models.Q(
                    place__isnull=True,
                    channel__isnull=True,
                    service_place__isnull=False,
                    service_channel__isnull=True,
                )
                | models.Q(
                    place__isnull=True,
                    channel__isnull=True,
                    service_place__isnull=True,
                    service_channel__isnull=False,
                ),
            ),
            models.CheckConstraint(
                name="services_openingschedule_dates_in_order",
                condition=models.Q(valid_from_on__isnull=True)
                | models.Q(valid_until_on__isnull=True)
                | models.Q(valid_from_on__lte=models.F("valid_until_on")),
            ),
            models.CheckConstraint(
                name="services_openingschedule_times_in_order",
                condition=models.Q(kind="overnight")
                | models.Q(opens_time__isnull=True)
                | models.Q(closes_time__isnull=True)
                | models.Q(opens_time__lt=models.F("closes_time")),
            ),
            models.CheckConstraint(
                name="services_openingschedule_weekday_known",
                condition=models.Q(weekday__isnull=True) | models.Q(weekday__range=(1, 7)),
            ),
        ]

    def __str__(self):
        return f"{self.get_weekday_display() if self.weekday else self.get_kind_display()}"

    def clean(self):
        super().clean()
        if self.valid_from_on and self.valid_until_on and self.valid_until_on < self.valid_from_on:
            raise ValidationError({"valid_until_on": _("The last day is before the first day.")})
        timed = self.opens_time and self.closes_time and self.kind != self.Kind.OVERNIGHT
        if timed and self.closes_time <= self.opens_time:
            raise ValidationError(
                {"closes_time": _("Closes before it opens. Over midnight is a kind of its own.")}
            )
        if self.kind == self.Kind.EXCEPTION and not self.valid_from_on:
            raise ValidationError({"valid_from_on": _("An exception needs its first day.")})
        if self.kind == self.Kind.REGULAR and not self.weekday:
            raise ValidationError({"weekday": _("Choose the weekday.")})

    def holds_on(self, day: dt.date) -> bool:
        """Say whether this row speaks of the local calendar day."""
        if self.weekday and self.weekday != day.isoweekday():
            return False
        if self.valid_from_on and day < self.valid_from_on:
            return False
        if self.kind == self.Kind.EXCEPTION and not self.valid_until_on:
            return day == self.valid_from_on
        return not (self.valid_until_on and day > self.valid_until_on)
