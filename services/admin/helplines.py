"""Numbers to ring when it cannot wait."""

from __future__ import annotations

from django.contrib import admin
from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from perhekeskus.admin import StackedInline
from services.admin.base import PUBLISHING, PublicItemAdmin
from services.models import Helpline, HelplineNumber


class NumberInline(StackedInline):
    """The number in each language, with its hours and price."""

    model = HelplineNumber
    verbose_name_plural = _("Which numbers?")
    fieldsets = [(None, {"fields": [("language", "number"), "hours", "price_note"]})]


@admin.register(Helpline)
class HelplineAdmin(PublicItemAdmin):
    """Help lines in the order of the help page; one without a number says so there."""

    desk_order = 52
    inlines = [NumberInline]
    list_display = ["titled", "order", "numbers_shown", "checked_on", "state", "languages_done"]
    list_filter = [*PublicItemAdmin.list_filter, "is_emergency"]
    ordering = ["order", "name_fi"]
    fieldsets = [
        (_("What is it?"), {"fields": ["name", "is_emergency", "order"]}),
        (_("For whom, and when?"), {"fields": ["for_whom", "when_to_ring"]}),
        (_("Is the number right?"), {"fields": ["checked_on"]}),
        PUBLISHING,
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).annotate(number_count=Count("numbers"))

    @admin.display(description=_("numbers"), ordering="number_count")
    def numbers_shown(self, item) -> str:
        return str(item.number_count) if item.number_count else _t("No number")

    def cautions(self, item: Helpline) -> list[str]:
        if item.numbers.exists():
            return []
        return [_t("This line has no number: the help page tells families to ring 112 instead.")]

    def needing_attention(self, request: HttpRequest) -> list[dict]:
        """Published lines that nobody can ring: on the desk's first page until they have a number."""
        return [
            {
                "text": _t("%(name)s has no number: give it this region's own.") % {"name": line},
                "url": reverse("admin:services_helpline_change", args=[line.pk]),
            }
            for line in self.get_queryset(request).published().filter(number_count=0)
        ]
