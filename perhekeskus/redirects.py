"""Addresses that have moved, and the two that never were pages."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect

from perhekeskus import languages
from perhekeskus.models import Redirect


def with_query(request: HttpRequest, path: str) -> str:
    """Return `path` with the request's query."""
    query = request.META.get("QUERY_STRING", "")
    return f"{path}?{query}" if query else path


class RedirectMiddleware:
    """Leads a reader from an old address to the new one, in the same language, by 301."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.status_code != 404 or request.method not in ("GET", "HEAD"):
            return response
        language, path = languages.split_path(request.path_info)
        if "\x00" in path or len(path) > 300:
            return response
        moved = Redirect.objects.filter(old_path=path).values_list("new_path", flat=True).first()
        if moved is None:
            return response
        response = HttpResponsePermanentRedirect(with_query(request, languages.join_path(language, moved)))
        response.headers["Cache-Control"] = "no-cache"  # the old address may be taken into use again
        return response
