"""The search on the desk: the thesaurus, and the words that families wrote and nothing was found with."""

from __future__ import annotations

from django import forms
from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from meetingplaces.admin.breaks import ShownFirst
from perhekeskus import caching, languages
from perhekeskus.admin import PlainAdmin, PortalForm
from search import indexing
from search.models import SearchMiss, SearchSynonym
from search.preview import preview_of
from search.sources import Sources
from search.thesaurus import phrases_of
from search.words import is_stop_word

PREVIEW = "_preview"


class SynonymForm(PortalForm):
    """A line of the thesaurus. One that no search would call, or that leads to nothing, is refused."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "language" in self.fields:
            offered = {language.html_lang for language in languages.enabled()} | {self.instance.language}
            choices = self.fields["language"].choices
            self.fields["language"].choices = [(code, name) for code, name in choices if code in offered]

    def clean(self):
        cleaned = super().clean()
        if all(cleaned.get(name) for name in ("language", "triggers", "targets")):
            triggers, targets = (self._phrases(name) for name in ("triggers", "targets"))
            self._refuse_useless(triggers, targets, cleaned["language"])
            if cleaned.get("is_active"):
                self._refuse_missing(targets, cleaned["language"])
        return cleaned

    def _phrases(self, field: str) -> list[str]:
        phrases = [" ".join(words) for words in phrases_of(self.cleaned_data[field])]
        if not phrases:
            self.refuse(field, _("Write at least one word."))
        return list(dict.fromkeys(phrases))

    def _refuse_useless(self, triggers: list[str], targets: list[str], language: str) -> None:
        says_nothing = [
            trigger for trigger in triggers if all(is_stop_word(word, language) for word in trigger.split())
        ]
        if says_nothing:
            text = _t("These words say nothing of a subject, so no search can begin with them: %(phrases)s.")
            self.refuse("triggers", text % {"phrases": ", ".join(says_nothing)})
        if itself := [trigger for trigger in triggers if targets == [trigger]]:
            text = _t("This would lead to nothing but itself: %(phrases)s.")
            self.refuse("triggers", text % {"phrases": ", ".join(itself)})

    def _refuse_missing(self, targets: list[str], language: str) -> None:
        """Nothing can be said of an index that is not there: then every target will do."""
        if not indexing.is_ready():
            return
        sources = Sources(language, caching.current_revision())
        missing = [
            target
            for target in targets
            if not all(
                is_stop_word(word, language) or sources.known_terms(word, language) for word in target.split()
            )
        ]
        if missing:
            text = _t("These stand in no text of the portal: %(phrases)s.")
            self.refuse("targets", text % {"phrases": ", ".join(missing)})


@admin.register(SearchSynonym)
class SearchSynonymAdmin(PlainAdmin):
    """What families say and what it is called here; a line can be tried before it is saved."""

    form = SynonymForm
    change_form_template = "admin/search/synonym_form.html"
    desk_order = 40
    list_display = ["triggers", "targets", "language", "is_active"]
    list_filter = ["language", "is_active"]
    search_fields = ["triggers", "targets", "note"]
    fieldsets = [
        (_("What do families write?"), {"fields": ["language", "triggers"]}),
        (_("What should they find?"), {"fields": ["targets"]}),
        (_("Is it in use?"), {"fields": ["is_active", "note"]}),
    ]

    def formfield_for_dbfield(self, db_field, request: HttpRequest, **kwargs):
        """Four hundred letters are read in several lines."""
        if db_field.name in ("triggers", "targets"):
            kwargs["widget"] = forms.Textarea(attrs={"rows": 3, "cols": 60})
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    def get_form(self, request: HttpRequest, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        return type(form.__name__, (ShownFirst, form), {}) if PREVIEW in request.POST else form

    def render_change_form(self, request: HttpRequest, context: dict, obj=None, **kwargs) -> HttpResponse:
        form = context["adminform"].form
        if PREVIEW in request.POST and not form.errors:
            typed = ("language", "triggers", "targets", "is_active")
            line = {name: form.cleaned_data[name] for name in typed}
            context["preview"] = preview_of(**line, saved_as=obj.pk if obj is not None else None)
        return super().render_change_form(request, context, obj=obj, **kwargs)


class MissLanguageFilter(admin.SimpleListFilter):
    """Languages in which something was missed, by their own names."""

    title = _("language")
    parameter_name = "language"

    def lookups(self, request: HttpRequest, model_admin) -> list[tuple[str, str]]:
        present = SearchMiss.objects.order_by().values_list("language", flat=True).distinct()
        return [(code, _name_of(code)) for code in sorted(present)]

    def queryset(self, request: HttpRequest, queryset):
        return queryset.filter(language=self.value()) if self.value() else queryset


def _name_of(code: str) -> str:
    return languages.LANGUAGES[code].own_name


@admin.register(SearchMiss)
class SearchMissAdmin(PlainAdmin):
    """Words for the thesaurus, the commonest first; one that has been seen to is deleted."""

    desk_order = 41
    list_display = ["word", "language_name", "kind", "count", "last_on", "to_thesaurus"]
    list_filter = [MissLanguageFilter, "kind"]
    search_fields = ["word"]
    ordering = ["-count", "word", "pk"]
    fields = ["word", "language_name", "kind", "count", "last_on", "to_thesaurus"]
    readonly_fields = ["language_name", "to_thesaurus"]

    @admin.display(description=_("language"), ordering="language")
    def language_name(self, miss: SearchMiss) -> str:
        return _name_of(miss.language)

    @admin.display(description=_("thesaurus"))
    def to_thesaurus(self, miss: SearchMiss) -> SafeString:
        query = {"triggers": miss.word, "language": miss.language}
        url = reverse("admin:search_searchsynonym_add", query=query)
        text = _t("Add “%(word)s” to the thesaurus") % {"word": miss.word}
        return format_html('<a href="{}">{}</a>', url, text)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj=None) -> bool:
        return False
