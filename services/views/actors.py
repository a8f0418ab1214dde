"""The organisers, and one organiser."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from perhekeskus import dates, languages
from perhekeskus.pages import current_member, edit_url, get_item, name_unknown_parameters, public_page
from services.facets import WHERE
from services.home import home_of
from services.index import ServiceIndex, service_index
from services.models import Actor
from services.organisers import actor_page, actors_by_sector
from services.structured_data import actor_json_ld


@public_page(reads_query=True)
def actor_list(request: HttpRequest) -> HttpResponse:
    """All the organisers by sector; those of the family's own municipality first."""
    index = service_index(languages.current().code, request.page.revision)
    name_unknown_parameters(request, known=WHERE)
    home = home_of(index, request)
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
    language = languages.current().code
    name_unknown_parameters(request, known=WHERE)
    actor = get_item(Actor.objects.for_page(language), slug, current_member(request))
    return actor_response(request, actor, service_index(language, request.page.revision))


def actor_response(
    request: HttpRequest, actor: Actor, index: ServiceIndex, *, is_preview: bool = False
) -> HttpResponse:
    """Answer an organiser's page; also the admin's preview of a draft."""
    home = home_of(index, request)
    page = actor_page(actor=actor, index=index, home=home, day=dates.today())
    context = {
        "page": page,
        "actor": actor,
        "home": home,
        "is_preview": is_preview,
        "edit_url": edit_url(request, actor),
        "has_quick_exit": page.has_quick_exit,
        "noindex": home.has_unknown,
        "section": "actors",
        "json_ld": actor_json_ld(page, request.build_absolute_uri(actor.get_absolute_url())),
    }
    return TemplateResponse(request, "services/actor_detail.html", context)
