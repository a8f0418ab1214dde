"""The coordinator's desk: the admin as the portal has it (`INSTALLED_APPS` names the config)."""

from __future__ import annotations

from functools import update_wrapper

from django.contrib.admin import AdminSite
from django.contrib.admin.apps import AdminConfig
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _


class PortalAdminSite(AdminSite):
    """Django's admin with the portal's sign-in and the order of the desk.

    The site's content policy holds here too, without an exception: there are no inline scripts or
    styles, and nothing comes from other hosts.
    """

    site_title = _("Coordinator's desk")
    index_title = _("Coordinator's desk")

    def admin_view(self, view, cacheable=False):
        """Let in those who may use the admin; to others who have signed in say so, instead of
        leading them to sign in again, for ever."""

        guarded = super().admin_view(view, cacheable)

        def inner(request: HttpRequest, *args, **kwargs) -> HttpResponse:
            if request.user.is_authenticated and not self.has_permission(request):
                raise PermissionDenied
            return guarded(request, *args, **kwargs)

        return update_wrapper(inner, view)

    def login(self, request: HttpRequest, extra_context=None) -> HttpResponse:
        return _lead(request, "account_login")

    def password_change(self, request: HttpRequest, extra_context=None) -> HttpResponse:
        return redirect("account_change_password")

    def get_app_list(self, request: HttpRequest, app_label=None) -> list[dict]:
        """Return apps and models with what one does every day first: `desk_order` of the admins."""
        apps = super().get_app_list(request, app_label)
        for app in apps:
            app["models"].sort(key=lambda row: getattr(self._registry[row["model"]], "desk_order", 50))
        order = {"services": 0, "members": 90, "perhekeskus": 95}
        return sorted(apps, key=lambda app: order.get(app["app_label"], 50))

    def index(self, request: HttpRequest, extra_context=None) -> HttpResponse:
        """The first page also names what needs somebody: `needing_attention` of the admins."""
        needs = [
            need
            for model_admin in self._registry.values()
            if hasattr(model_admin, "needing_attention") and model_admin.has_change_permission(request)
            for need in model_admin.needing_attention(request)
        ]
        return super().index(request, {"needs": needs, **(extra_context or {})})


def _lead(request: HttpRequest, name: str) -> HttpResponse:
    """Redirect to a page with the query of this one."""
    response = redirect(name)
    if query := request.META.get("QUERY_STRING"):
        response["Location"] += f"?{query}"
    return response


class PortalAdminConfig(AdminConfig):
    """Django's admin app with the portal's own site."""

    default_site = "perhekeskus.admin_site.PortalAdminSite"
