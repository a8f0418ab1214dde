"""The family centres of the region."""

from __future__ import annotations

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from perhekeskus.admin import StackedInline
from services.admin.base import PUBLISHING, PublicItemAdmin
from services.index import service_index
from services.models import CentreOffice, CentreRole, FamilyCentre
from services.views.centres import centre_response


class OfficeInline(StackedInline):
    """Where the family centre has an office."""

    model = CentreOffice
    verbose_name_plural = _("Where are its offices?")
    autocomplete_fields = ["place"]
    fieldsets = [(None, {"fields": ["place", "note"]})]


class RoleInline(StackedInline):
    """Roles to turn to; a role, never a person."""

    model = CentreRole
    verbose_name_plural = _("Whom does one turn to?")
    autocomplete_fields = ["channel"]
    fieldsets = [(None, {"fields": ["role", "how_to_reach", "channel", "order"]})]


@admin.register(FamilyCentre)
class FamilyCentreAdmin(PublicItemAdmin):
    """A family centre, its offices and the roles to turn to."""

    desk_order = 50
    has_preview = True
    inlines = [OfficeInline, RoleInline]
    autocomplete_fields = ["municipalities"]
    list_display = ["titled", "form", "area", "state", "languages_done"]
    list_filter = [*PublicItemAdmin.list_filter, "form", ("area", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["area"]
    fieldsets = [
        (_("What is it?"), {"fields": ["name", "introduction", "form"]}),
        (_("Whose is it?"), {"fields": ["municipalities", "covered_part", "area"]}),
        PUBLISHING,
    ]

    def preview(self, request: HttpRequest, item: FamilyCentre, language: str) -> HttpResponse:
        """The family centre's page, whatever its state."""
        index = service_index(language, request.page.revision)
        return centre_response(request, item, index, is_preview=True)
