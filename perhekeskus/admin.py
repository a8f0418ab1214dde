"""What every page of the coordinator's desk shares, and the admin of the house's own tables."""

from __future__ import annotations

from collections.abc import Collection

from django import forms
from django.contrib import admin
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import ForeignKey, QuerySet
from django.forms.models import BaseInlineFormSet, ModelChoiceField, ModelMultipleChoiceField
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from modeltranslation.admin import TranslationAdmin, TranslationStackedInline, TranslationTabularInline
from modeltranslation.translator import translator

from perhekeskus import languages
from perhekeskus.admin_choices import KEY, ChoicesMixin
from perhekeskus.admin_history import history_of
from perhekeskus.models import Installation, Redirect

HISTORY_ENTRIES_SHOWN = 30


def in_every_language(*fields: str) -> tuple[str, ...]:
    """Return the columns of translated fields in the enabled languages, Finnish first.

    For `search_fields`: a search in `name` alone misses what has no Swedish name.
    """
    return tuple(f"{field}_{language.column_suffix}" for field in fields for language in languages.enabled())


class PortalForm(forms.ModelForm):
    """A form of the desk. Its rules stand in `clean`, so that it can be applied from plain data too.

    A field that offers only the member's own things (`services/admin/scope.py`) still keeps a
    choice that is somebody else's when a coordinator has made it.
    """

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            if getattr(field, "offers_own_only", False):
                present = field.queryset.model.objects.filter(pk__in=self._chosen(name, field))
                field.queryset = field.queryset | present

    def _chosen(self, name: str, field: ModelChoiceField) -> list:
        """Primary keys of what is chosen in a field now."""
        if not isinstance(field, ModelMultipleChoiceField):
            return [getattr(self.instance, f"{name}_id")]
        return [row.pk for row in getattr(self.instance, name).all()] if self.instance.pk else []

    def refuse(self, field: str, message) -> None:
        """Add an error to a field, or to the whole form when the reader cannot change that field."""
        self.add_error(field if field in self.fields else None, message)


class EnabledLanguagesMixin:
    """Shows a translated field in the enabled languages; the other columns keep what they hold.

    Both methods are needed: either alone fails (shared/libraries.md section 1).
    """

    def get_exclude(self, request: HttpRequest, obj=None) -> tuple[str, ...]:
        return (*(super().get_exclude(request, obj) or ()), *self.hidden_columns())

    def get_fieldsets(self, request: HttpRequest, obj=None) -> list[tuple]:
        return without_fields(super().get_fieldsets(request, obj), self.hidden_columns())

    def hidden_columns(self) -> frozenset[str]:
        """Columns of the languages that are not enabled."""
        enabled = {language.code for language in languages.enabled()}
        columns = (
            field
            for fields in translator.get_options_for_model(self.model).all_fields.values()
            for field in fields
        )
        return frozenset(column.name for column in columns if _language_of(column).code not in enabled)

    def formfield_for_dbfield(self, db_field, request: HttpRequest, **kwargs):
        """Name the language in its own name, and tell the browser of it for spelling and reading."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field is not None and hasattr(db_field, "translated_field"):
            language = _language_of(db_field)
            name = str(db_field.translated_field.verbose_name)
            field.label = f"{name[:1].upper()}{name[1:]} · {language.own_name}"
            field.widget.attrs |= {
                "lang": language.html_lang,
                "dir": language.direction,
                "data-language": language.code,
            }
        return field


def _language_of(column) -> languages.SiteLanguage:
    return languages.LANGUAGES[column.language]


def without_fields(fieldsets, hidden: Collection[str]) -> list[tuple]:
    """Return fieldsets without some fields."""
    return [(name, {**options, "fields": _without(options["fields"], hidden)}) for name, options in fieldsets]


def _without(fields, hidden: Collection[str]) -> list:
    kept = []
    for field in fields:
        if isinstance(field, list | tuple):
            kept += [together] if (together := _without(field, hidden)) else []
        elif field not in hidden:
            kept.append(field)
    return kept


class DeskMixin(ChoicesMixin):
    """Search, history and choices of every page of the desk.

    desk_order: the place in the list of things one can change; what one does daily comes first.
    history_children: relations whose rows' changes stand in the history too, besides the inlines';
    "place_links.hours" is a child's child.
    """

    form = PortalForm
    desk_order = 50
    history_children: tuple[str, ...] = ()
    change_form_template = "admin/desk_form.html"
    list_per_page = 50
    show_full_result_count = False
    save_on_top = True

    class Media:
        js = ("js/admin.js",)

    # --- What may stand in the desk's addresses -------------------------------------------------
    def lookup_allowed(self, lookup: str, value, request: HttpRequest) -> bool:
        """Only what the list's own filters ask: not a password's letters, not a regular expression."""
        asked = lookup.split("__")
        if "regex" in lookup or "password" in asked or "\x00" in str(value):
            return False
        return super().lookup_allowed(lookup, value, request)

    def changelist_view(self, request: HttpRequest, extra_context=None) -> HttpResponse:
        """What was chosen of a list and could not be a key is as if it were not there any more."""
        if any("\x00" in value for values in request.GET.lists() for value in values[1]):
            return HttpResponseRedirect(f"{request.path}?e=1")
        if ACTION_CHECKBOX_NAME in request.POST:
            request.POST = request.POST.copy()
            chosen = request.POST.getlist(ACTION_CHECKBOX_NAME)
            request.POST.setlist(ACTION_CHECKBOX_NAME, [key for key in chosen if KEY.fullmatch(key)])
        return super().changelist_view(request, extra_context)

    def get_changeform_initial_data(self, request: HttpRequest) -> dict:
        """What a link gives a new form to begin with; what could not be a key is left out."""
        given = super().get_changeform_initial_data(request)
        kept = {}
        for name, value in given.items():
            parts = value if isinstance(value, list) else [value]
            related = any(f.name == name and f.is_relation for f in self.model._meta.get_fields())
            if all("\x00" not in str(p) and (not related or KEY.fullmatch(str(p))) for p in parts):
                kept[name] = value
        return kept

    # --- Search --------------------------------------------------------------------------------
    def get_search_results(self, request: HttpRequest, queryset: QuerySet, search_term: str):
        """Find rows in which each word stands in some search field, whatever its case.

        In Python: SQLite does not know that Ä is ä, and the desk's tables are small.
        """
        words = search_term.casefold().split()
        columns = self.get_search_fields(request)
        if not words or not columns:
            return queryset, False
        rows = queryset.order_by().values_list("pk", *columns)
        texts = ((pk, " ".join(str(value or "") for value in values).casefold()) for pk, *values in rows)
        return queryset.filter(
            pk__in=[pk for pk, text in texts if all(word in text for word in words)]
        ), False

    # --- History -------------------------------------------------------------------------------
    def history_view(self, request: HttpRequest, object_id: str, extra_context=None) -> HttpResponse:
        """Who changed what and when: the thing's own changes and its children's, newest first.

        What has no history of its own (members) shows what was done to it here, without values.
        """
        if not hasattr(self.model, "history"):
            return super().history_view(request, object_id, extra_context)
        item = self.get_object(request, unquote(object_id))
        if item is None:
            raise Http404
        if not self.has_view_or_change_permission(request, item):
            raise PermissionDenied
        inlines = self.get_inline_instances(request, item)
        relations = (_relation_to(inline.model, item, inline.fk_name) for inline in inlines)
        entries = history_of(item, [*dict.fromkeys([*relations, *self.history_children])])
        page = Paginator(entries, HISTORY_ENTRIES_SHOWN).get_page(request.GET.get("p"))
        context = {
            **self.admin_site.each_context(request),
            "title": _("History: %(name)s") % {"name": item},
            "subtitle": None,
            "page": page,
            "object": item,
            "opts": self.opts,
            "module_name": self.opts.verbose_name_plural,
            **(extra_context or {}),
        }
        return TemplateResponse(request, "admin/joined_history.html", context)


def _relation_to(model, item, fk_name: str | None) -> str:
    """Return the name of the relation through which an inline's rows belong to an item."""
    links = [
        field
        for field in model._meta.fields
        if isinstance(field, ForeignKey) and isinstance(item, field.remote_field.model)
    ]
    link = next(field for field in links if fk_name in (None, field.name))
    return link.remote_field.get_accessor_name()


class PlainAdmin(DeskMixin, admin.ModelAdmin):
    """Desk page of a model without translated texts."""


class PortalAdmin(DeskMixin, EnabledLanguagesMixin, TranslationAdmin):
    """Desk page of a model with translated texts."""

    @admin.display(description=_("name"), ordering="name_fi")
    def titled(self, item) -> str:
        return item.name_fi

    def render_change_form(self, request: HttpRequest, context: dict, **kwargs) -> HttpResponse:
        context["language_tabs"] = languages.enabled()
        return super().render_change_form(request, context, **kwargs)


class InlineMixin(ChoicesMixin):
    """Rows of a child on its parent's page; what a row points at is read with the rows at once."""

    form = PortalForm
    extra = 0
    show_change_link = False

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        pointers = [field.name for field in self.model._meta.fields if isinstance(field, ForeignKey)]
        return super().get_queryset(request).select_related(*pointers)


class NamedFormSet(BaseInlineFormSet):
    """Rows of a table, whose controls have no labels of their own: each is named after its column."""

    def add_fields(self, form, index) -> None:
        super().add_fields(form, index)
        for field in form.fields.values():
            widget = getattr(field.widget, "widget", field.widget)
            widget.attrs.setdefault("aria-label", capfirst(field.label or ""))


class TabularInline(InlineMixin, EnabledLanguagesMixin, TranslationTabularInline):
    """Child rows as a table, with translated texts."""

    formset = NamedFormSet


class StackedInline(InlineMixin, EnabledLanguagesMixin, TranslationStackedInline):
    """Child rows one below another, with translated texts."""


class PlainTabularInline(InlineMixin, admin.TabularInline):
    """Child rows as a table, without translated texts."""

    formset = NamedFormSet


@admin.register(Installation)
class InstallationAdmin(PortalAdmin):
    """The one row that makes this installation the family centre of its own region."""

    desk_order = 10
    fieldsets = [
        (_("What is this portal called?"), {"fields": ["name", "region_name"]}),
        (_("What does it look like?"), {"fields": [("brand_colour", "brand_colour_dark")]}),
        (
            _("Whom does one ask?"),
            {
                "fields": ["contact_email", "supervisor_name", "supervisor_url"],
                "description": _(
                    "The contact is shown in security.txt; the supervisor in the accessibility statement."
                ),
            },
        ),
        (_("Quick exit"), {"fields": ["quick_exit_url"]}),
    ]

    def changelist_view(self, request: HttpRequest, extra_context=None) -> HttpResponse:
        """There is one row: go straight to it."""
        if not self.has_view_or_change_permission(request):
            raise PermissionDenied
        row = Installation.objects.first()
        name = "admin:perhekeskus_installation_change" if row else "admin:perhekeskus_installation_add"
        return redirect(reverse(name, args=[row.pk] if row else []))

    def has_add_permission(self, request: HttpRequest) -> bool:
        return super().has_add_permission(request) and not Installation.objects.exists()

    def has_delete_permission(self, request: HttpRequest, obj=None) -> bool:
        return False


class RedirectForm(PortalForm):
    """An old address and where it leads now."""

    def clean_old_path(self) -> str:
        return self._local("old_path")

    def clean_new_path(self) -> str:
        return self._local("new_path")

    def _local(self, field: str) -> str:
        """Both stand without host and without language, as the lookup of a missing page has them."""
        path = self.cleaned_data[field].strip()
        if (
            not path.startswith("/")
            or path.startswith("//")
            or languages.split_path(path)[0] != languages.DEFAULT
        ):
            raise forms.ValidationError(
                _("Write the address without the host and without a language: /palvelut/neuvola/."),
                code="address",
            )
        return path

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("old_path") and cleaned.get("old_path") == cleaned.get("new_path"):
            self.refuse("new_path", _("This leads to itself."))
        return cleaned


@admin.register(Redirect)
class RedirectAdmin(PlainAdmin):
    """Addresses that have moved; most are left by the portal itself when an address is changed."""

    form = RedirectForm
    desk_order = 20
    list_display = ["old_path", "new_path", "created_at"]
    search_fields = ["old_path", "new_path"]
    fieldsets = [(_("Where does the old address lead?"), {"fields": ["old_path", "new_path"]})]

    def save_model(self, request: HttpRequest, obj: Redirect, form, change: bool) -> None:
        """Write it as the portal does itself, so that addresses never lead in a circle."""
        super().save_model(request, obj, form, change)
        Redirect.leave(obj.old_path, obj.new_path)
