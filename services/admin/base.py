"""What the desk pages of the directory's public items share."""

from __future__ import annotations

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from perhekeskus.admin import PortalAdmin, in_every_language
from perhekeskus.admin_publication import PublicationMixin
from services.admin.filters import CheckedFilter, UntranslatedFilter, in_languages

PUBLISHING = (
    _("Publishing"),
    {
        "fields": [
            ("state", "visibility"),
            ("reviewed_on", "published_on"),
            ("fact_source", "as_of"),
            "slug",
        ]
    },
)


class PublicItemAdmin(PublicationMixin, PortalAdmin):
    """Desk page of a public item with a translated name."""

    readonly_fields = ["published_on"]
    ordering = ["name_fi"]
    search_fields = in_every_language("name")
    list_display = ["titled", "state", "reviewed_on", "languages_done"]
    list_filter = ["state", "visibility", CheckedFilter, UntranslatedFilter]

    @admin.display(description=_("in languages"))
    def languages_done(self, item) -> str:
        return in_languages(item)
