"""The family centres, and one family centre."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from perhekeskus import dates, languages
from perhekeskus.pages import current_member, edit_url, get_item, public_page
from services.centre_pages import centre_cards, centre_page
from services.home import near_home
from services.index import ServiceIndex, service_index
from services.models import FamilyCentre


@public_page(reads_query=True)
def centre_list(request: HttpRequest) -> HttpResponse:
    """All the family centres; the family's own first."""
    index, home = near_home(request)
    context = {
        "cards": centre_cards(index, home),
        "home": home,
        "noindex": home.has_unknown,
        "section": "centres",
    }
    return TemplateResponse(request, "services/centre_list.html", context)


@public_page
def centre_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """One family centre."""
    language = languages.current().code
    centre = get_item(FamilyCentre.objects.for_page(language), slug, current_member(request))
    return centre_response(request, centre, service_index(language, request.page.revision))


def centre_response(
    request: HttpRequest, centre: FamilyCentre, index: ServiceIndex, *, is_preview: bool = False
) -> HttpResponse:
    """Answer a family centre's page; also the admin's preview of a draft."""
    context = {
        "page": centre_page(centre=centre, index=index, day=dates.today()),
        "centre": centre,
        "is_preview": is_preview,
        "edit_url": edit_url(request, centre),
        "section": "centres",
    }
    return TemplateResponse(request, "services/centre_detail.html", context)
