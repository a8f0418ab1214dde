"""The list of services, and one service."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from perhekeskus import caching, dates, languages
from perhekeskus.pages import current_member, edit_url, get_item, public_page
from services.filters import ServiceFilter
from services.index import build, service_index
from services.listing import ServiceListing
from services.models import Service
from services.service_page import service_page
from services.structured_data import service_json_ld


@public_page(reads_query=True)
def service_list(request: HttpRequest) -> HttpResponse:
    """Services with filters, counts and pages; the fragment alone when the script asks."""
    language = languages.current().code
    index = service_index(language, request.page.revision)
    listing = ServiceListing(ServiceFilter(request.GET, index=index), request)
    if listing.is_sensitive:
        caching.mark_sensitive(request)
    misses_something = listing.found is not None and listing.found.misses  # counted each time
    if misses_something or not listing.selection.is_clean:
        caching.do_not_store(request)
    fragment = request.headers.get("X-Requested-With") == "fetch"
    template = "services/service_list/_fragment.html" if fragment else "services/service_list.html"
    context = {
        "listing": listing,
        "is_sensitive": listing.is_sensitive,
        "noindex": not listing.selection.is_clean or _repeats_another(listing),
        "section": "services",
    }
    return TemplateResponse(request, template, context)


def _repeats_another(listing: ServiceListing) -> bool:
    """Search engines are to find the whole list and each municipality's: the others show parts of these."""
    return [parameter for parameter, _value in listing.pairs()] not in ([], ["kunta"])


@public_page
def service_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """One service."""
    language = languages.current().code
    service = get_item(Service.objects.for_page(language), slug, current_member(request))
    index = service_index(language, request.page.revision)
    if service.pk not in index.positions:  # for members only, or published a moment ago
        index = build(index.language, index.revision, Service.objects.filter(pk=service.pk))
    return service_response(request, service, index)


def service_response(
    request: HttpRequest, service: Service, index, *, is_preview: bool = False
) -> HttpResponse:
    """Answer a service's page; also the admin's preview of a draft."""
    page = service_page(service=service, index=index, day=dates.today())
    if page.is_sensitive:
        caching.mark_sensitive(request)
    service_url = request.build_absolute_uri(service.get_absolute_url())
    context = {
        "page": page,
        "service": service,
        "is_sensitive": page.is_sensitive,
        "is_preview": is_preview,
        "section": "services",
        "edit_url": edit_url(request, service),
        "json_ld": {} if page.is_sensitive else service_json_ld(page, service_url),
    }
    return TemplateResponse(request, "services/service_detail.html", context)
