"""Everyday situations and the route through each."""

from __future__ import annotations

from django.contrib import admin
from django.forms.models import BaseInlineFormSet
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from perhekeskus.admin import StackedInline, in_every_language
from services.admin.base import PUBLISHING, PublicItemAdmin
from services.admin.sensitive import NeutralNameForm
from services.home import NO_HOME
from services.index import service_index
from services.models import RouteStep, Situation
from services.views.situations import situation_response


class StepFormSet(BaseInlineFormSet):
    """The steps of one route: each has a place of its own."""

    def clean(self):
        super().clean()
        taken: set[int] = set()
        for form in self.forms:
            position = form.cleaned_data.get("position")
            if position is None or form in self.deleted_forms:
                continue
            if position in taken:
                form.add_error("position", _("Another step has this number already."))
            taken.add(position)


class StepInline(StackedInline):
    """Steps of the route; the kind says which of the fields is used."""

    model = RouteStep
    formset = StepFormSet
    verbose_name_plural = _("What does one do, step by step?")
    autocomplete_fields = ["helpline", "service", "theme"]
    fieldsets = [
        (None, {"fields": [("position", "kind"), "text", "helpline", "service", "theme", "url"]}),
    ]


@admin.register(Situation)
class SituationAdmin(PublicItemAdmin):
    """An everyday sentence that a family comes with, and its route of help."""

    form = NeutralNameForm
    desk_order = 51
    has_preview = True
    inlines = [StepInline]
    list_display = ["titled", "order", "urgency", "for_young", "state", "languages_done"]
    list_filter = [*PublicItemAdmin.list_filter, "urgency", "for_young", "themes"]
    ordering = ["order", "name_fi"]
    search_fields = in_every_language("name", "neutral_name", "phrases")
    fieldsets = [
        (_("What does the family say?"), {"fields": ["name", "neutral_name", "phrases", "introduction"]}),
        (_("How urgent is it?"), {"fields": ["urgency"]}),
        (_("For whom?"), {"fields": [("min_months", "max_months", "for_pregnancy"), "for_young"]}),
        (_("Where is it found?"), {"fields": ["themes", "order"]}),
        PUBLISHING,
    ]

    def missing_for_publication(self, item: Situation) -> list[str]:
        """What is urgent begins with the one number to ring (design.md section 3)."""
        missing = super().missing_for_publication(item)
        if item.themes.filter(is_sensitive=True).exists() and not item.neutral_name_fi:
            missing.append(_t("neutral name"))
        if item.urgency == Situation.Urgency.URGENT:
            first = item.steps.order_by("position", "pk").first()
            if first is None or first.helpline is None or not first.helpline.is_public:
                missing.append(_t("a helpline as the first step of the route"))
        return missing

    def preview(self, request: HttpRequest, item: Situation, language: str) -> HttpResponse:
        """The situation's page, whatever its state."""
        index = service_index(language, request.page.revision)
        return situation_response(request, item, index, NO_HOME, is_preview=True)
