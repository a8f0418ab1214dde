"""allauth's pages inside the house's page."""

from __future__ import annotations

from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, URLResolver
from django.views.decorators.cache import never_cache


def in_house(patterns: list[URLPattern | URLResolver]) -> list[URLPattern | URLResolver]:
    """Make the views behind these patterns show the house's page; they are changed in place.

    allauth gives its templates a `site` that is the host name; the house's own stays instead. These
    addresses are in Finnish only and for nobody to find.
    """
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            in_house(pattern.url_patterns)
        else:
            pattern.callback = _in_house(pattern.callback)
    return patterns


def _in_house(view):
    @never_cache
    @wraps(view)
    def answer(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        response = view(request, *args, **kwargs)
        if hasattr(response, "context_data"):
            # Each field has its label: a placeholder would only say it again, and vanish.
            for field in getattr((response.context_data or {}).get("form"), "fields", {}).values():
                field.widget.attrs.pop("placeholder", None)
            given = {name: value for name, value in (response.context_data or {}).items() if name != "site"}
            response.context_data = given | {"language_links": [], "noindex": True}
        return response

    return answer
