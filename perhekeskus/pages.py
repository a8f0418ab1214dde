"""What every public view needs: the decorator, the one way to fetch an item, the reader."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from perhekeskus.models import PublicItem


class Gone(Exception):
    """The item was public once and has been taken away: its page answers 410."""

    def __init__(self, item: PublicItem):
        super().__init__(item)
        self.item = item


def public_page(view: Callable) -> Callable:
    """Mark a view's page as public: it reads only, depends on its address alone, and is cached.

    Other methods than GET and HEAD answer 405; an archived item answers 410.
    """

    @require_safe
    @wraps(view)
    def answer(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        try:
            response = view(request, *args, **kwargs)
        except Gone as gone:
            return TemplateResponse(request, "410.html", {"item": gone.item}, status=410)
        response.is_public_page = True
        return response

    return answer


def get_item(queryset, slug: str, reader) -> PublicItem:
    """Return the item of an address that `reader` may see. Http404 or Gone when there is none."""
    item = queryset.visible_to(reader).filter(slug=slug).first()
    if item is not None:
        return item
    archived = queryset.archived().filter(slug=slug).first()
    if archived is not None:
        raise Gone(archived)
    raise Http404


def current_member(request: HttpRequest):
    """Return the signed-in member, or None; an anonymous reader's session is not touched."""
    if not getattr(request, "may_have_member", False):
        return None
    return request.user if request.user.is_authenticated else None
