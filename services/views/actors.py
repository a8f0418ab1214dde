"""The organisers, and one organiser."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from perhekeskus import caching, dates
from perhekeskus.pages import current_member, edit_url, get_item, public_page
from services.actor_pages import actor_page, actors_by_sector
from services.home import Home, near_home
from services.index import ServiceIndex
from services.models import Actor
from services.structured_data import actor_json_ld


@public_page(reads_query=True)
def actor_list(request: HttpRequest) -> HttpResponse:
    """All the organisers by sector; those of the family's own municipality first."""
    index, home = near_home(request)
    groups = actors_by_sector(index, home)
    context = {
        "groups": groups,
        "has_fallback_text": any(card.name.is_fallback for group in groups for card in group.cards),
        "home": home,
        "noindex": home.has_unknown,
        "section": "actors",
    }
    return TemplateResponse(request, "services/actor_list.html", context)


@public_page(reads_query=True)
def actor_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """One organiser, with its services."""
    index, home = near_home(request)
    actor = get_item(Actor.objects.for_page(index.language), slug, current_member(request))
    return actor_response(request, actor, index, home)


def actor_response(
    request: HttpRequest, actor: Actor, index: ServiceIndex, home: Home, *, is_preview: bool = False
) -> HttpResponse:
    """Answer an organiser's page; also the admin's preview of a draft."""
    page = actor_page(actor=actor, index=index, home=home, day=dates.today())
    is_sensitive = index.has_only_sensitive("toimija", actor.slug)
    if is_sensitive:
        caching.mark_sensitive(request)
    address = request.build_absolute_uri(actor.get_absolute_url())
    context = {
        "page": page,
        "actor": actor,
        "home": home,
        "is_preview": is_preview,
        "edit_url": edit_url(request, actor),
        "has_quick_exit": page.has_quick_exit,
        "is_sensitive": is_sensitive,
        "noindex": home.has_unknown,
        "section": "actors",
        "json_ld": {} if is_sensitive else actor_json_ld(page, address),
    }
    return TemplateResponse(request, "services/actor_detail.html", context)
