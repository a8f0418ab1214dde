"""Where: municipalities, counties and the network's own areas."""

from __future__ import annotations

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from perhekeskus.admin import PlainAdmin, PortalAdmin, in_every_language
from services.models import Area, County, Municipality


@admin.register(Municipality)
class MunicipalityAdmin(PlainAdmin):
    """Municipalities of Finland; one ticks those that this portal covers."""

    desk_order = 80
    autocomplete_fields = ["merged_into"]
    list_display = ["name_fi", "name_sv", "county", "area", "is_covered"]
    list_filter = ["is_covered", ("area", admin.RelatedOnlyFieldListFilter), "county"]
    list_select_related = ["county", "area"]
    search_fields = ["name_fi", "name_sv", "code"]
    ordering = ["name_fi"]
    fieldsets = [
        (_("Does this portal cover it?"), {"fields": ["is_covered", "area"]}),
        (
            _("Facts of Statistics Finland"),
            {
                "fields": [
                    ("name_fi", "name_sv"),
                    ("code", "slug"),
                    "county",
                    ("valid_until", "merged_into"),
                ],
                "description": _("Change these only when the municipality itself has changed."),
            },
        ),
    ]


@admin.register(County)
class CountyAdmin(PlainAdmin):
    """Wellbeing services counties."""

    desk_order = 82
    list_display = ["name_fi", "name_sv", "code"]
    search_fields = ["name_fi", "name_sv", "code"]
    ordering = ["name_fi"]
    fieldsets = [(_("What is it called?"), {"fields": [("name_fi", "name_sv"), "code"]})]


@admin.register(Area)
class AreaAdmin(PortalAdmin):
    """Parts of the county with groups and meetings of their own."""

    desk_order = 81
    list_display = ["titled", "slug"]
    search_fields = in_every_language("name")
    ordering = ["name_fi"]
    fieldsets = [(_("What is it called?"), {"fields": ["name", "slug"]})]
