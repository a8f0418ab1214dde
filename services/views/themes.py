"""Themes: all of them, and one with its situations and services."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from perhekeskus import caching, languages
from perhekeskus.pages import current_member, edit_url, get_item, public_page
from services.home import Home, near_home
from services.index import ServiceIndex, service_index
from services.models import Theme
from services.theme_pages import theme_cards, theme_page


@public_page
def theme_list(request: HttpRequest) -> HttpResponse:
    """The subjects that parents come with."""
    index = service_index(languages.current().code, request.page.revision)
    context = {"cards": theme_cards(index), "section": "themes"}
    return TemplateResponse(request, "services/theme_list.html", context)


@public_page(reads_query=True)
def theme_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """One theme."""
    index, home = near_home(request)
    theme = get_item(Theme.objects.for_page(index.language), slug, current_member(request))
    return theme_response(request, theme, index, home)


def theme_response(
    request: HttpRequest, theme: Theme, index: ServiceIndex, home: Home, *, is_preview: bool = False
) -> HttpResponse:
    """Answer a theme's page; also the admin's preview of a draft."""
    if theme.is_sensitive:
        caching.mark_sensitive(request)
    context = {
        "page": theme_page(theme=theme, index=index, home=home),
        "theme": theme,
        "home": home,
        "is_sensitive": theme.is_sensitive,
        "is_preview": is_preview,
        "noindex": home.has_unknown,
        "section": "themes",
        "edit_url": edit_url(request, theme),
    }
    return TemplateResponse(request, "services/theme_detail.html", context)
