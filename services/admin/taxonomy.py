"""By what a family comes in: ages, audiences, sections, themes, tasks; and languages spoken."""

from __future__ import annotations

from django.contrib import admin
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from perhekeskus.admin import PortalAdmin, PortalForm, StackedInline, in_every_language
from services.admin.base import PUBLISHING, PublicItemAdmin
from services.admin.sensitive import forget_telling_address
from services.home import NO_HOME
from services.index import service_index
from services.models import AgeGroup, Audience, Section, SpokenLanguage, Task, TaskVoice, Theme
from services.views.tasks import task_response
from services.views.themes import theme_response


class ThemeForm(PortalForm):
    """A theme; a sensitive one has a name that does not tell."""

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("is_sensitive") and not cleaned.get("neutral_name_fi"):
            self.refuse(
                "neutral_name_fi",
                _("A sensitive theme needs a neutral name: it is what the browser's history shows."),
            )
        elif cleaned.get("is_sensitive"):
            forget_telling_address(self, cleaned)
            if names := self._without_neutral_name():
                text = _t("These need a neutral name first: %(names)s.")
                self.refuse("is_sensitive", text % {"names": ", ".join(names)})
        return cleaned

    def _without_neutral_name(self) -> list[str]:
        """Names of the theme's published things whose title would be empty."""
        if self.instance.pk is None:
            return []
        return [
            str(item)
            for things in (self.instance.services, self.instance.situations)
            for item in things.published().filter(Q(neutral_name_fi="") | Q(neutral_name_fi=None))
        ]


@admin.register(Theme)
class ThemeAdmin(PublicItemAdmin):
    """Subjects that parents come with."""

    form = ThemeForm
    desk_order = 60
    has_preview = True
    autocomplete_fields = ["helplines"]
    list_display = ["titled", "order", "is_sensitive", "state", "languages_done"]
    list_filter = [*PublicItemAdmin.list_filter, "is_sensitive"]
    ordering = ["order", "name_fi"]
    search_fields = in_every_language("name", "neutral_name")
    fieldsets = [
        (_("What is it?"), {"fields": ["name", "introduction", ("icon", "order")]}),
        (_("Must it leave no trace?"), {"fields": ["is_sensitive", "neutral_name"]}),
        (_("Which numbers stand first?"), {"fields": ["helplines"]}),
        PUBLISHING,
    ]

    def preview(self, request: HttpRequest, item: Theme, language: str) -> HttpResponse:
        """The theme's page, whatever its state."""
        index = service_index(language, request.page.revision)
        return theme_response(request, item, index, NO_HOME, is_preview=True)


class TaskVoiceInline(StackedInline):
    """What families of one family centre said, told as a summary."""

    model = TaskVoice
    verbose_name_plural = _("What do families say?")
    autocomplete_fields = ["family_centre"]
    fieldsets = [(None, {"fields": ["family_centre", "text", "told_at", "year"]})]


@admin.register(Task)
class TaskAdmin(PublicItemAdmin):
    """The seven tasks of a family centre."""

    desk_order = 61
    has_preview = True
    inlines = [TaskVoiceInline]
    list_display = ["titled", "order", "state", "languages_done"]
    ordering = ["order", "name_fi"]
    fieldsets = [
        (_("What is it?"), {"fields": ["name", "what_it_is", "how_we_do_it", "order"]}),
        PUBLISHING,
    ]

    def preview(self, request: HttpRequest, item: Task, language: str) -> HttpResponse:
        """The task's page, whatever its state."""
        index = service_index(language, request.page.revision)
        return task_response(request, item, index, NO_HOME, is_preview=True)


class ChoiceAdmin(PortalAdmin):
    """A short list of choices in the coordinator's order."""

    ordering = ["order"]
    search_fields = in_every_language("name")


@admin.register(AgeGroup)
class AgeGroupAdmin(ChoiceAdmin):
    """Stages of a child's life."""

    desk_order = 62
    list_display = ["titled", "short_name_fi", "min_months", "max_months", "order"]
    fieldsets = [
        (_("What is it called?"), {"fields": ["name", "short_name", "introduction"]}),
        (
            _("Which ages belong to it?"),
            {
                "fields": [("min_months", "max_months", "for_pregnancy")],
                "description": _(
                    "Whole months; the last one is not in it: 3–6-year-olds are 36–84. "
                    "The time of pregnancy is 0–0."
                ),
            },
        ),
        (_("Where does it stand?"), {"fields": [("order", "slug")]}),
    ]

    def get_readonly_fields(self, request: HttpRequest, obj=None):
        """The address stands in links and in other people's filters: it is given once."""
        return [*super().get_readonly_fields(request, obj), *(["slug"] if obj else [])]


@admin.register(Audience)
class AudienceAdmin(ChoiceAdmin):
    """For whom in particular."""

    desk_order = 63
    list_display = ["titled", "order", "slug"]
    fieldsets = [(_("What is it called?"), {"fields": ["name", ("order", "slug")]})]


@admin.register(Section)
class SectionAdmin(ChoiceAdmin):
    """The shelves of an age group's page."""

    desk_order = 64
    list_display = ["titled", "order", "slug"]
    fieldsets = [(_("What is it called?"), {"fields": ["name", "introduction", ("order", "slug")]})]


@admin.register(SpokenLanguage)
class SpokenLanguageAdmin(ChoiceAdmin):
    """Languages in which services are given."""

    desk_order = 65
    list_display = ["titled", "code", "order"]
    fieldsets = [(_("What is it called?"), {"fields": ["name", ("code", "order")]})]
