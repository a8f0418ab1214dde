"""Services, and what belongs to a service alone."""

from __future__ import annotations

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from perhekeskus.admin import PlainTabularInline, PortalAdmin, StackedInline, in_every_language
from services.admin.base import PUBLISHING, PublicItemAdmin
from services.admin.places import HoursInline
from services.admin.scope import ActorScopedMixin, OwnChoicesMixin
from services.admin.sensitive import NeutralNameForm
from services.index import build
from services.models import Service, ServiceActor, ServiceChannel, ServicePlace, ServicePrice
from services.views.services import service_response


class ChannelInline(OwnChoicesMixin, StackedInline):
    """How a family reaches the service."""

    model = ServiceChannel
    verbose_name_plural = _("How to get it? Contact channels")
    autocomplete_fields = ["channel"]
    can_add = ("channel",)
    fieldsets = [(None, {"fields": ["channel", "note", "position"]})]
    show_change_link = True


class PlaceInline(OwnChoicesMixin, StackedInline):
    """Where the service is given."""

    model = ServicePlace
    verbose_name_plural = _("Where and when? Places")
    autocomplete_fields = ["place"]
    can_add = ("place",)
    fieldsets = [(None, {"fields": ["place", "note", "position"]})]
    show_change_link = True


class PriceInline(StackedInline):
    """The rows of the price list."""

    model = ServicePrice
    verbose_name_plural = _("What does it cost? Prices")
    fieldsets = [
        (
            None,
            {"fields": [("min_amount", "max_amount", "unit", "payer"), ("is_voluntary", "is_food"), "note"]},
        ),
    ]


class OtherActorInline(PlainTabularInline):
    """Who else gives it or takes part; a coordinator names them."""

    model = ServiceActor
    verbose_name_plural = _("Who else gives it?")
    autocomplete_fields = ["actor"]


class ServiceForm(NeutralNameForm):
    """A service. What publication needs is asked when all its rows are known (PublicationMixin)."""

    class Meta:
        help_texts = {
            "actor": _("Who answers for the service. Needed before publishing."),
            "audiences": _(
                "Needed before publishing, unless there are ages. Others may use the service too."
            ),
            "themes": _("Families find the service by these."),
            "sections": _("On which shelf of an age group's page it stands; it may stand on two."),
            "area_kind": _("Whose families can get it. Needed before publishing."),
            "county": _("Only when it is given in the whole county."),
            "municipalities": _("Only when it is given in some municipalities."),
            "price_kind": _("Needed before publishing. Not known is an honest answer too."),
            "languages": _("Leave out what you are not sure of."),
            "state": _("A draft is seen only here. An archived service's page says that it has gone."),
        }

    def clean(self):
        cleaned = super().clean()
        kind, kinds = cleaned.get("area_kind"), Service.AreaKind
        if kind == kinds.COUNTY and not cleaned.get("county"):
            self.refuse("county", _("Choose which county."))
        if cleaned.get("only_for") and not cleaned.get("audiences"):
            self.refuse("audiences", _("Choose for whom it is, when it is only for them."))
        return cleaned


@admin.register(Service)
class ServiceAdmin(ActorScopedMixin, PublicItemAdmin):
    """Something a family can get."""

    form = ServiceForm
    desk_order = 10
    owner_field = "actor"
    kept_by_coordinator = ("slug",)
    has_preview = True
    inlines = [ChannelInline, PlaceInline, PriceInline, OtherActorInline]
    history_children = ("channel_links.hours", "place_links.hours")
    autocomplete_fields = ["actor", "municipalities"]
    can_add = ("actor",)
    list_display = ["titled", "state", "reviewed_on", "languages_done", "actor"]
    list_filter = [
        *PublicItemAdmin.list_filter,
        ("actor", admin.RelatedOnlyFieldListFilter),
        "sections",
        "themes",
        "price_kind",
    ]
    list_select_related = ["actor"]
    search_fields = [*in_every_language("name", "summary", "keywords"), *in_every_language("actor__name")]
    fieldsets = [
        (
            _("What is it?"),
            {"fields": ["name", "neutral_name", "summary", "description", "keywords", "actor"]},
        ),
        (
            _("For whom?"),
            {
                "fields": [
                    ("min_months", "max_months", "for_pregnancy"),
                    "audiences",
                    "only_for",
                    "who_for",
                    "young_person_alone",
                    "told_to_parents",
                ]
            },
        ),
        (
            _("How to get it?"),
            {
                "fields": [
                    "how_to_get",
                    ("appointment", "referral_needed"),
                    "languages",
                    "interpreter",
                ]
            },
        ),
        (
            _("In what way is it given?"),
            {
                "fields": [
                    ("is_given_at_place", "is_given_at_home", "is_given_by_phone"),
                    ("is_given_online", "is_given_by_chat", "is_given_in_group"),
                ]
            },
        ),
        (_("Where and when?"), {"fields": ["area_kind", "county", "municipalities"]}),
        (_("What does it cost?"), {"fields": ["price_kind"]}),
        (_("Where is it found?"), {"fields": ["themes", "sections", "tasks"]}),
        PUBLISHING,
    ]

    def cautions(self, item: Service) -> list[str]:
        """Links that families do not see, and prices that are not shown."""
        hidden = [
            str(link.place)
            for link in item.place_links.select_related("place")
            if not link.place.is_published
        ]
        hidden += [
            str(link.channel)
            for link in item.channel_links.select_related("channel")
            if not link.channel.is_published
        ]
        found = []
        if hidden:
            found.append(
                _t("Not published, so families do not see them: %(names)s.") % {"names": ", ".join(hidden)}
            )
        if item.price_kind != Service.PriceKind.ROWS and item.prices.exists():
            found.append(_t("The prices are not shown, because the price is said to be something else."))
        return found

    def preview(self, request: HttpRequest, item: Service, language: str) -> HttpResponse:
        """The service's page, whatever its state, in the index of itself alone."""
        alone = Service.objects.filter(pk=item.pk)
        index = build(language, request.page.revision, alone)
        return service_response(request, item, index, is_preview=True)


class LinkAdmin(ActorScopedMixin, PortalAdmin):
    """A service's link to a place or channel, for its own hours; reached from the service."""

    owner_path = "service__actor"

    def has_module_permission(self, request: HttpRequest) -> bool:
        return False

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Links are made on the service's page."""
        return False


class ServicePlaceHours(HoursInline):
    fk_name = "service_place"
    verbose_name_plural = _("When is the service given here? These win over the place's hours.")


class ServiceChannelHours(HoursInline):
    fk_name = "service_channel"
    verbose_name_plural = _("When is it open for this service? These win over the channel's hours.")


@admin.register(ServicePlace)
class ServicePlaceAdmin(LinkAdmin):
    """A service at a place, with hours of its own."""

    inlines = [ServicePlaceHours]
    list_display = ["service", "place"]
    list_select_related = ["service", "place"]
    search_fields = [*in_every_language("service__name"), *in_every_language("place__name")]
    readonly_fields = ["service", "place"]
    fieldsets = [(_("Which service, where?"), {"fields": ["service", "place", "note"]})]


@admin.register(ServiceChannel)
class ServiceChannelAdmin(LinkAdmin):
    """A service through a channel, with hours of its own."""

    inlines = [ServiceChannelHours]
    list_display = ["service", "channel"]
    list_select_related = ["service", "channel"]
    search_fields = [*in_every_language("service__name"), *in_every_language("channel__name")]
    readonly_fields = ["service", "channel"]
    fieldsets = [(_("Which service, through what?"), {"fields": ["service", "channel", "note"]})]
