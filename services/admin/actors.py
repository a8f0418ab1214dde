"""Who: the organisations of the family centre."""

from __future__ import annotations

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from perhekeskus.admin import in_every_language
from services.admin.base import PUBLISHING, PublicItemAdmin
from services.admin.scope import ActorScopedMixin
from services.home import NO_HOME
from services.index import service_index
from services.models import Actor
from services.views.actors import actor_response


@admin.register(Actor)
class ActorAdmin(ActorScopedMixin, PublicItemAdmin):
    """An organisation that gives something to families; its editor keeps up the texts."""

    desk_order = 40
    has_preview = True
    kept_by_coordinator = ("slug", "state", "visibility", "sector")
    autocomplete_fields = ["municipalities"]
    list_display = ["titled", "sector", "state", "reviewed_on", "languages_done"]
    list_filter = [*PublicItemAdmin.list_filter, "sector"]
    search_fields = [*in_every_language("name"), "former_names"]
    fieldsets = [
        (_("Who is it?"), {"fields": ["name", "former_names", "sector", "description"]}),
        (_("Where does it work?"), {"fields": ["municipalities"]}),
        PUBLISHING,
    ]

    def preview(self, request: HttpRequest, item: Actor, language: str) -> HttpResponse:
        """The organiser's page, whatever its state."""
        index = service_index(language, request.page.revision)
        return actor_response(request, item, index, NO_HOME, is_preview=True)
