"""Themes: all of them, and one with its situations and services."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from perhekeskus import caching, languages
from perhekeskus.pages import current_member, edit_url, get_item, name_unknown_parameters, public_page
from services.facets import WHERE
from services.home import home_of
from services.index import service_index
from services.models import Theme
from services.shelf import make_shelf
from services.ways import ways_in


@public_page
def theme_list(request: HttpRequest) -> HttpResponse:
    """The subjects that parents come with."""
    language = languages.current().code
    index = service_index(language, request.page.revision)
    themes = ways_in(language, request.page.revision).themes.values()
    counts = {slug: bits.bit_count() for slug, bits in index.values["teema"].items()}
    context = {
        "themes": [(theme, counts.get(theme.slug, 0)) for theme in themes],
        "section": "themes",
    }
    return TemplateResponse(request, "services/theme_list.html", context)


@public_page(reads_query=True)
def theme_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """One theme."""
    language = languages.current().code
    name_unknown_parameters(request, known=WHERE)
    theme = get_item(Theme.objects.for_page(language), slug, current_member(request))
    return theme_response(request, theme)


def theme_response(request: HttpRequest, theme: Theme, *, is_preview: bool = False) -> HttpResponse:
    """Answer a theme's page; also the admin's preview of a draft."""
    language = languages.current().code
    index = service_index(language, request.page.revision)
    if theme.is_sensitive:
        caching.mark_sensitive(request)
    home = home_of(index, request)
    ways = ways_in(language, request.page.revision)
    shelf = make_shelf(index, [("teema", theme.slug)], home, size=8)
    context = {
        "theme": theme,
        "first_numbers": ways.first_numbers([theme.pk]),
        "situations": ways.about(theme.pk),
        "shelf": shelf,
        "home": home,
        "is_sensitive": theme.is_sensitive,
        "is_preview": is_preview,
        "noindex": home.has_unknown,
        "unknown_values": home.unknown,
        "section": "themes",
        "edit_url": edit_url(request, theme),
    }
    return TemplateResponse(request, "services/theme_detail.html", context)
