"""What every public view needs: the decorator, the one way to fetch an item, the reader."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import partial, wraps

from django.conf import settings
from django.contrib import admin
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from perhekeskus import caching
from perhekeskus.models import PublicItem


class Gone(Exception):
    """The item was public once and has been taken away: its page answers 410."""

    def __init__(self, item: PublicItem):
        super().__init__(item)
        self.item = item


def public_page(view: Callable | None = None, *, reads_query: bool = False) -> Callable:
    """Mark a view's page as public: it reads only, depends on its address alone, and is cached.

    Other methods than GET and HEAD answer 405; an archived item answers 410.
    reads_query: the view itself says what in the query it does not know; else nothing in it is
    known, the page says so, and it is not kept.
    """
    if view is None:
        return partial(public_page, reads_query=reads_query)

    @require_safe
    @wraps(view)
    def answer(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if not reads_query:
            name_unknown_parameters(request)
        try:
            response = view(request, *args, **kwargs)
        except Gone as gone:
            if gone.item.leaves_no_trace:
                caching.mark_sensitive(request)
            context = {"item": gone.item, "is_error": True, "has_quick_exit": gone.item.leaves_no_trace}
            return TemplateResponse(request, "410.html", context, status=410)
        response.is_public_page = True
        return response

    return answer


def name_unknown_parameters(request: HttpRequest, *, known: Collection[str] = ()) -> None:
    """Have the page name the parameters that mean nothing on it; see base.html."""
    unknown = [name for name in request.GET if name not in known and not caching.is_tracking(name)]
    if unknown:
        request.unknown_parameters = [shown_briefly(name) for name in unknown[:10]]
        caching.do_not_store(request)


def shown_briefly(text: str) -> str:
    """Return what anybody may write into an address: cut short, and without control characters."""
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in text[:40])


def get_item(queryset, slug: str, reader) -> PublicItem:
    """Return the item of an address that `reader` may see. Http404 or Gone when there is none."""
    item = next(iter(queryset.visible_to(reader).filter(slug=slug).order_by()), None)
    if item is not None:
        return item
    archived = queryset.archived().filter(slug=slug).first()
    if archived is not None and (reader is not None or archived.visibility == archived.Visibility.PUBLIC):
        raise Gone(archived)
    raise Http404


def has_needed_factor(member) -> bool:
    """Say whether a member has the second factor that this installation asks for."""
    from allauth.mfa.utils import is_mfa_enabled

    return not settings.REQUIRE_SECOND_FACTOR or is_mfa_enabled(member)


def current_member(request: HttpRequest):
    """Return the signed-in member, or None; an anonymous reader's session is not touched.

    A member without the second factor that is asked for sees what the public sees.
    """
    if not getattr(request, "may_have_member", False):
        return None
    member = request.user
    if not member.is_authenticated or not has_needed_factor(member):
        return None
    return member


def edit_url(request: HttpRequest, item: PublicItem) -> str:
    """Return the admin's page of an item for a member who may change it there, else ""."""
    member = current_member(request)
    if member is None or not member.is_staff:
        return ""
    if not admin.site.get_model_admin(type(item)).has_change_permission(request, item):
        return ""
    return reverse(f"admin:{item._meta.app_label}_{item._meta.model_name}_change", args=[item.pk])
