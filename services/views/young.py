"""The young people's own page: may I come alone, will you tell home, and their own situations."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from perhekeskus import languages
from perhekeskus.languages import DEFAULT
from perhekeskus.pages import name_unknown_parameters, public_page
from services.facets import WHERE
from services.home import home_of
from services.index import service_index
from services.ways import ways_in
from services.young import alone_services

# The law's own words are the same for every installation, so they are templates and not content.
RIGHTS_LANGUAGES = ("fi", "fi-selko", "sv", "en")


@public_page(reads_query=True)
def young_page(request: HttpRequest) -> HttpResponse:
    """What a young person may do and use alone."""
    language = languages.current().code
    index = service_index(language, request.page.revision)
    name_unknown_parameters(request, known=WHERE)
    home = home_of(index, request)
    ways = ways_in(language, request.page.revision)
    rights = language if language in RIGHTS_LANGUAGES else DEFAULT
    context = {
        "rights": f"services/young/rights_{rights}.html",
        "rights_are_fallback": rights != language,
        "situations": ways.of_young_people(),
        "helplines": ways.young_numbers,
        "services": alone_services(index, home),
        "home": home,
        "has_quick_exit": True,
        "noindex": home.has_unknown,
        "unknown_values": home.unknown,
        "section": "young",
    }
    return TemplateResponse(request, "services/young.html", context)
