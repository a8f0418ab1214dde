"""The young people's own page: may I come alone, will you tell home, and their own situations."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from perhekeskus.languages import DEFAULT
from perhekeskus.pages import public_page
from services.home import near_home
from services.ways import ways_in
from services.young_page import alone_services

# The law's own words are the same for every installation, so they are templates and not content.
RIGHTS_LANGUAGES = ("fi", "fi-selko", "sv", "en")


@public_page(reads_query=True)
def young_page(request: HttpRequest) -> HttpResponse:
    """What a young person may do and use alone."""
    index, home = near_home(request)
    language = index.language
    ways = ways_in(language, index.revision)
    rights = language if language in RIGHTS_LANGUAGES else DEFAULT
    context = {
        "rights": f"services/young/rights_{rights}.html",
        "rights_are_fallback": rights != language,
        "situations": ways.of_young_people(),
        "helplines": ways.young_numbers,
        "services": alone_services(index, home),
        "has_services": index.young_alone != 0,
        "home": home,
        "has_quick_exit": True,
        "noindex": home.has_unknown,
        "section": "young",
    }
    return TemplateResponse(request, "services/young.html", context)
