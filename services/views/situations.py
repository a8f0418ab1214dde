"""Everyday situations: all of them by how urgent they are, and one with its route."""

from __future__ import annotations

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from perhekeskus import caching, languages
from perhekeskus.pages import current_member, edit_url, get_item, name_unknown_parameters, public_page
from services.help import shown_helplines
from services.home import children_of
from services.index import service_index
from services.models import Situation
from services.routes import situation_page

URGENCIES = (
    (Situation.Urgency.SOON, _("Ask for help soon")),
    (Situation.Urgency.EVERYDAY, _("Everyday life")),
)


@public_page(reads_query=True)
def situation_list(request: HttpRequest) -> HttpResponse:
    """A parent's situations: those that cannot wait first, and before them the number to ring."""
    language = languages.current().code
    index = service_index(language, request.page.revision)
    name_unknown_parameters(request, known=["ika"])
    children = children_of(index, request)
    request.canonical_query = urlencode(children.pairs)
    situations = Situation.objects.visible_to(None).of_families()
    if children.ages or children.unknown:
        situations = situations.for_some_age(children.ages)
    links = situations.for_links(language)
    context = {
        "urgent": [link for link in links if link.urgency == Situation.Urgency.URGENT],
        "groups": [
            (heading, group)
            for urgency, heading in URGENCIES
            if (group := [link for link in links if link.urgency == urgency])
        ],
        "emergency": shown_helplines(language, helpline__is_emergency=True),
        "ages": _age_links(index, children.pairs),
        "is_narrowed": bool(children.pairs),
        "unknown_values": children.unknown,
        "noindex": bool(children.pairs or children.unknown),
        "section": "situations",
    }
    return TemplateResponse(request, "services/situation_list.html", context)


def _age_links(index, chosen: list[tuple[str, str]]) -> list[dict]:
    """The age groups as links that add or take away one."""
    links = []
    for choice in index.age_choices:
        pair = ("ika", choice.value)
        is_chosen = pair in chosen
        pairs = [kept for kept in chosen if kept != pair] if is_chosen else [*chosen, pair]
        query = f"?{urlencode(pairs)}" if pairs else ""
        links.append(
            {
                "choice": choice,
                "short": index.short_ages[choice.value],
                "is_chosen": is_chosen,
                "url": reverse("services:situations") + query,
            }
        )
    return links


@public_page
def situation_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """One situation and its route."""
    language = languages.current().code
    situation = get_item(Situation.objects.for_page(language), slug, current_member(request))
    return situation_response(request, situation)


def situation_response(
    request: HttpRequest, situation: Situation, *, is_preview: bool = False
) -> HttpResponse:
    """Answer a situation's page; also the admin's preview of a draft."""
    page = situation_page(
        situation=situation, language=languages.current().code, revision=request.page.revision
    )
    if page.is_sensitive:
        caching.mark_sensitive(request)
    context = {
        "page": page,
        "situation": situation,
        "is_sensitive": page.is_sensitive,
        "is_preview": is_preview,
        "section": "young" if situation.for_young else "situations",
        "edit_url": edit_url(request, situation),
    }
    return TemplateResponse(request, "services/situation_detail.html", context)
