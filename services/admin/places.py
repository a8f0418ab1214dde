"""Places and contact channels, with their hours."""

from __future__ import annotations

from django import forms
from django.contrib import admin
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from perhekeskus.admin import PortalForm, TabularInline, in_every_language, without_fields
from services.admin.base import PUBLISHING, PublicItemAdmin
from services.admin.scope import ActorScopedMixin
from services.models import Channel, OpeningSchedule, Place

# The browser's own clock and calendar: narrow enough for a week of rows, and good on a phone.
CLOCK = forms.TimeInput(format="%H:%M", attrs={"type": "time"})
CALENDAR = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})


class HoursInline(TabularInline):
    """When it is open; each row is a weekday, or an exception on its own dates."""

    model = OpeningSchedule
    verbose_name_plural = _("When is it open?")
    fields = [
        "kind",
        "weekday",
        "opens_time",
        "closes_time",
        "is_closed",
        "valid_from_on",
        "valid_until_on",
        "note",
    ]
    formfield_overrides = {models.TimeField: {"widget": CLOCK}, models.DateField: {"widget": CALENDAR}}


class PlaceHours(HoursInline):
    fk_name = "place"


class ChannelHours(HoursInline):
    fk_name = "channel"


class PlaceForm(PortalForm):
    """A place. Hiding its address is for good, so it asks twice."""

    wipe_address = forms.BooleanField(
        label=_("Yes, wipe the address for good"),
        required=False,
        help_text=_("Tick this too when you make the address secret. It cannot be brought back."),
    )

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("address_is_masked"):
            self._mask(cleaned)
        elif self._was_masked():  # also when this page was opened before it was made secret
            self.refuse(
                "address_is_masked",
                _("This address is secret and stays so. Make a new place for one that is not."),
            )
        elif (cleaned.get("latitude") is None) != (cleaned.get("longitude") is None):
            self.refuse("longitude", _("Give both the latitude and the longitude, or neither."))
        return cleaned

    def _mask(self, cleaned: dict) -> None:
        """Empty the address before the database's own rule looks at it, or say why not."""
        if self.instance.pk and not self._was_masked() and not cleaned.get("wipe_address"):
            self.refuse(
                "wipe_address",
                _(
                    "You are making this address secret. The street, the coordinates and the notes of the "
                    "place are wiped from the portal and from its history, and nobody can bring them back. "
                    "If you are sure, tick this box and save again."
                ),
            )
            return
        written = [name for name in Place.masked_columns() if cleaned.get(name) not in (None, "")]
        if self._was_masked() and written:
            self.refuse("address_is_masked", _("This address is secret: leave its fields empty."))
            return
        for name in Place.masked_columns():
            empty = None if name in ("latitude", "longitude") else ""
            setattr(self.instance, name, empty)
            if name in cleaned:
                cleaned[name] = empty

    def _was_masked(self) -> bool:
        return Place.objects.filter(pk=self.instance.pk, address_is_masked=True).exists()


@admin.register(Place)
class PlaceAdmin(ActorScopedMixin, PublicItemAdmin):
    """Where to go, and what a family needs to know to get in."""

    form = PlaceForm
    desk_order = 20
    owner_field = "owner"
    kept_by_coordinator = ("slug",)
    inlines = [PlaceHours]
    autocomplete_fields = ["owner", "municipality"]
    can_add = ("owner",)
    list_display = ["titled", "municipality", "locality", "owner", "state", "languages_done"]
    list_filter = [
        *PublicItemAdmin.list_filter,
        "address_is_masked",
        ("municipality", admin.RelatedOnlyFieldListFilter),
        ("owner", admin.RelatedOnlyFieldListFilter),
    ]
    list_select_related = ["municipality", "owner"]
    search_fields = [
        *in_every_language("name"),
        "street",
        "locality",
        "municipality__name_fi",
        "municipality__name_sv",
    ]
    fieldsets = [
        (_("What place is it?"), {"fields": ["name", "owner"]}),
        (
            _("Where is it?"),
            {
                "fields": [
                    "address_is_masked",
                    "wipe_address",
                    "street",
                    ("postal_code", "post_office"),
                    "municipality",
                    "locality",
                    ("latitude", "longitude"),
                ],
            },
        ),
        (_("How does one get in?"), {"fields": ["entrance", "floor", "pram_place", "parking"]}),
        (
            _("What is there for families?"),
            {
                "fields": [
                    ("has_stroller_access", "has_lift", "has_parking"),
                    ("has_bus_stop", "has_fenced_yard", "has_quiet_corner"),
                    ("has_changing_table", "has_breastfeeding_place", "has_food_heating"),
                ],
                "description": _("Not known is better than a guess: families trust a yes."),
            },
        ),
        PUBLISHING,
    ]

    def get_fieldsets(self, request: HttpRequest, obj=None) -> list[tuple]:
        """The second tick is asked for only when the first has been sent."""
        fieldsets = super().get_fieldsets(request, obj)
        if "address_is_masked" in request.POST:
            return fieldsets
        return without_fields(fieldsets, {"wipe_address"})

    def cautions(self, item: Place) -> list[str]:
        if item.is_published and item.latitude is None and not item.address_is_masked and not item.street:
            return [_t("Families cannot find this place: it has no street address.")]
        return []


@admin.register(Channel)
class ChannelAdmin(ActorScopedMixin, PublicItemAdmin):
    """How to reach an actor without going anywhere."""

    desk_order = 30
    owner_field = "actor"
    # The help page is for those in need: the coordinator decides what stands on it.
    kept_by_coordinator = ("slug", "help_position")
    inlines = [ChannelHours]
    autocomplete_fields = ["actor"]
    can_add = ("actor",)
    list_display = ["titled", "kind", "value", "actor", "help_position", "state"]
    list_filter = [*PublicItemAdmin.list_filter, "kind", ("actor", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["actor"]
    search_fields = [*in_every_language("name"), "value", *in_every_language("actor__name")]
    fieldsets = [
        (_("What is it?"), {"fields": ["kind", "name", "value", "actor"]}),
        (_("What should one know?"), {"fields": ["note", "price_note", "help_position"]}),
        PUBLISHING,
    ]
