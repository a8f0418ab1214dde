"""Where families meet."""

from __future__ import annotations

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from meetingplaces.admin.base import CLOCKS
from meetingplaces.calendar import read
from meetingplaces.models import MeetingPlace
from meetingplaces.views.pages import place_response
from perhekeskus.admin import in_every_language
from services.admin.base import PUBLISHING, PublicItemAdmin
from services.admin.scope import ActorScopedMixin


@admin.register(MeetingPlace)
class MeetingPlaceAdmin(ActorScopedMixin, PublicItemAdmin):
    """A meeting place; the building itself, its address and access stand on its place."""

    desk_order = 20
    owner_field = "host"
    kept_by_coordinator = ("slug",)
    has_preview = True
    formfield_overrides = CLOCKS
    autocomplete_fields = ["place", "host", "channel"]
    can_add = ("place", "channel")
    list_display = ["titled", "place", "host", "for_whom", "state", "languages_done"]
    list_filter = [
        *PublicItemAdmin.list_filter,
        "for_whom",
        ("place__municipality", admin.RelatedOnlyFieldListFilter),
        ("host", admin.RelatedOnlyFieldListFilter),
    ]
    list_select_related = ["place", "host"]
    search_fields = [*in_every_language("name", "place__name"), "place__locality"]
    fieldsets = [
        (_("What place is it?"), {"fields": ["name", "introduction", "for_whom", "host"]}),
        (_("Where is it?"), {"fields": ["place"]}),
        (
            _("What should one know?"),
            {"fields": [("notice_from_on", "notice_until_on"), "notice", "rules", "channel"]},
        ),
        PUBLISHING,
    ]

    def preview(self, request: HttpRequest, item: MeetingPlace, language: str) -> HttpResponse:
        """The place's page, whatever its state, with what the public may see of its week."""
        places = MeetingPlace.objects.visible_to(None).in_building_visible_to(None)
        own = MeetingPlace.objects.filter(pk=item.pk)
        alone = read(language, request.page.revision, places=places | own)
        return place_response(request, item.pk, alone, is_preview=True)

    def cautions(self, item: MeetingPlace) -> list[str]:
        if item.is_published and not item.place.is_public:
            text = _t("The building is not published, so families do not see this place: %(name)s.")
            return [text % {"name": item.place}]
        return []
