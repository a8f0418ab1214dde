"""Everyday situations: all of them by how urgent they are, and one with its route."""

from __future__ import annotations

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from perhekeskus import caching, languages
from perhekeskus.pages import current_member, edit_url, get_item, name_unknown_parameters, public_page
from services.home import Home, children_of, near_home
from services.index import ServiceIndex, service_index
from services.models import Situation
from services.routes import situation_page
from services.situation_list import situation_listing
from services.ways import ways_in


@public_page(reads_query=True)
def situation_list(request: HttpRequest) -> HttpResponse:
    """A parent's situations: those that cannot wait first, and before them the number to ring."""
    language = languages.current().code
    index = service_index(language, request.page.revision)
    name_unknown_parameters(request, known=["ika"])
    children = children_of(index, request)
    request.canonical_query = urlencode(children.pairs)
    context = {
        "listing": situation_listing(index, ways_in(language, request.page.revision), children),
        "unknown_values": children.unknown,
        "noindex": bool(children.pairs or children.unknown),
        "section": "situations",
    }
    return TemplateResponse(request, "services/situation_list.html", context)


@public_page(reads_query=True)
def situation_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """One situation and its route."""
    index, home = near_home(request)
    situation = get_item(Situation.objects.for_page(index.language), slug, current_member(request))
    return situation_response(request, situation, index, home)


def situation_response(
    request: HttpRequest, situation: Situation, index: ServiceIndex, home: Home, *, is_preview: bool = False
) -> HttpResponse:
    """Answer a situation's page; also the admin's preview of a draft."""
    ways = ways_in(index.language, index.revision)
    page = situation_page(situation=situation, ways=ways, index=index, home=home)
    if page.is_sensitive:
        caching.mark_sensitive(request)
    context = {
        "page": page,
        "situation": situation,
        "home": home,
        "is_sensitive": page.is_sensitive,
        "is_preview": is_preview,
        "noindex": home.has_unknown,
        "section": "young" if situation.for_young else "situations",
        "edit_url": edit_url(request, situation),
    }
    return TemplateResponse(request, "services/situation_detail.html", context)
