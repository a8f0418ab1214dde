"""States on the desk: publishing with its rule, archiving, checking, and seeing a draft as a page."""

from __future__ import annotations

from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import path, reverse
from django.utils import translation
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from perhekeskus import dates, languages, site
from perhekeskus.models import PublicItem, State


class PublicationRefused(Exception):
    """What was sent cannot be published; nothing of it was saved."""

    def __init__(self, missing: list[str]):
        super().__init__(missing)
        self.missing = missing


class PublicationMixin:
    """Desk page of a public item.

    An item is published only when `missing_for_publication` names nothing. The rule asks the
    database, so the whole form is saved first, rows of children included; when the rule then
    names something, all of it is taken back and the form returns with what was written in it.
    """

    actions = ["publish", "archive", "mark_checked"]
    has_preview = False

    def missing_for_publication(self, item: PublicItem) -> list[str]:
        """Return the names of what a saved item lacks before it can be published."""
        rule = getattr(item, "missing_for_publication", list)
        return rule()

    def cautions(self, item: PublicItem) -> list[str]:
        """Return what is allowed but probably not meant, in sentences."""
        return []

    # --- The form ------------------------------------------------------------------------------
    def changeform_view(self, request: HttpRequest, object_id=None, form_url="", extra_context=None):
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except PublicationRefused as refused:
            request.publication_lacks = refused.missing
            return super().changeform_view(request, object_id, form_url, extra_context)

    def get_form(self, request: HttpRequest, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        lacks = getattr(request, "publication_lacks", None)
        return _refusing(form, lacks) if lacks else form

    def save_model(self, request: HttpRequest, obj: PublicItem, form, change: bool) -> None:
        _note_publication(obj)
        super().save_model(request, obj, form, change)

    def save_related(self, request: HttpRequest, form, formsets, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        if form.instance.is_published and (missing := self.missing_for_publication(form.instance)):
            raise PublicationRefused(missing)

    def render_change_form(self, request: HttpRequest, context: dict, obj=None, **kwargs) -> HttpResponse:
        if obj is not None:
            # As it is in the database: the form may have put what was sent into `obj`.
            saved = type(obj).objects.get(pk=obj.pk)
            refused = getattr(request, "publication_lacks", None)
            context["lacks"] = [] if refused else self.missing_for_publication(saved)
            context["cautions"] = self.cautions(saved)
            context["preview_url"] = self._preview_url(obj) if self.has_preview else ""
        return super().render_change_form(request, context, obj=obj, **kwargs)

    def view_on_site(self, obj: PublicItem) -> str | None:
        """The page of a published item, in Finnish; a refused form may have taken its address away."""
        return obj.get_absolute_url() if obj.is_published and obj.slug and obj.page_name else None

    def get_view_on_site_url(self, obj: PublicItem | None = None) -> str | None:
        return self.view_on_site(obj) if obj is not None else None

    # --- The list ------------------------------------------------------------------------------
    ACTIONS_NEED = {"publish": "state", "archive": "state", "mark_checked": "reviewed_on"}

    def get_actions(self, request: HttpRequest) -> dict:
        """An action may write what the form lets the same member write, and nothing else."""
        kept = set(self.get_readonly_fields(request))
        actions = super().get_actions(request)
        return {name: action for name, action in actions.items() if self.ACTIONS_NEED.get(name) not in kept}

    @admin.action(permissions=["change"], description=_("Publish"))
    def publish(self, request: HttpRequest, queryset: QuerySet) -> None:
        """Publish those that lack nothing, and name what the others lack."""
        for item in queryset:
            if missing := self.missing_for_publication(item):
                text = _t("%(name)s was not published. Missing: %(missing)s.")
                self.message_user(
                    request, text % {"name": item, "missing": ", ".join(missing)}, messages.ERROR
                )
            else:
                self._save(request, item, state=State.PUBLISHED)

    @admin.action(permissions=["change"], description=_("Archive: the page says that it has gone"))
    def archive(self, request: HttpRequest, queryset: QuerySet) -> None:
        for item in queryset:
            self._save(request, item, state=State.ARCHIVED)

    @admin.action(permissions=["change"], description=_("Mark as checked today"))
    def mark_checked(self, request: HttpRequest, queryset: QuerySet) -> None:
        for item in queryset:
            self._save(request, item, reviewed_on=dates.today())

    def _save(self, request: HttpRequest, item: PublicItem, **values) -> None:
        """Write one row of a list's action as the form would: with its history and its log."""
        with transaction.atomic():
            for field, value in values.items():
                setattr(item, field, value)
            _note_publication(item)
            item.save(update_fields=[*values, "published_on"])
            self.log_change(request, item, [{"changed": {"fields": list(values)}}])

    # --- The preview ---------------------------------------------------------------------------
    def get_urls(self) -> list:
        if not self.has_preview:
            return super().get_urls()
        name = f"{self.opts.app_label}_{self.opts.model_name}_preview"
        view = self.admin_site.admin_view(self.preview_view)
        return [path("<path:object_id>/preview/", view, name=name), *super().get_urls()]

    def preview(self, request: HttpRequest, item: PublicItem, language: str) -> HttpResponse:
        """Return the item's page as it would be in a site language, whatever its state."""
        raise NotImplementedError

    def preview_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Show a draft as a page to those who may see it here; nothing of it stays anywhere."""
        item = self.get_object(request, unquote(object_id))
        if item is None:
            raise Http404
        if not self.has_view_or_change_permission(request, item):
            raise PermissionDenied
        wanted = request.GET.get("language", languages.DEFAULT)
        codes = [language.code for language in languages.enabled()]
        if wanted not in codes:
            raise Http404
        with translation.override(wanted):
            response = self.preview(request, item, wanted)
            response.context_data["noindex"] = True
            response.context_data["language_links"] = [
                link | {"url": f"?language={language.code}", "is_current": language.code == wanted}
                for link, language in zip(site.language_links(request), languages.enabled(), strict=True)
            ]
            response.render()
            response.headers["Content-Language"] = languages.current().html_lang
        response.headers["Cache-Control"] = "no-store"
        response.headers["X-Robots-Tag"] = "noindex"
        return response

    def _preview_url(self, obj: PublicItem) -> str:
        return reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_preview", args=[obj.pk])


def _note_publication(item: PublicItem) -> None:
    """Write down the day on which an item was published for the first time."""
    if item.is_published and item.published_on is None:
        item.published_on = dates.today()


def _refusing(form: type, lacks: list[str]) -> type:
    """Return the form with an error that names what publication lacks."""

    def clean(self):
        cleaned = form.clean(self)
        text = _t("This cannot be published yet. Missing: %(missing)s. Add them, or save it as a draft.")
        self.refuse("state", text % {"missing": ", ".join(lacks)})
        return cleaned

    return type(form.__name__, (form,), {"clean": clean})
