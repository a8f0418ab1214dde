"""The search, and what is suggested while somebody writes."""

from __future__ import annotations

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from perhekeskus import caching, languages
from perhekeskus.languages import join_path
from perhekeskus.pages import name_unknown_parameters, public_page
from search.filters import SearchFilter
from search.found_index import found_index
from search.kinds import KINDS
from search.misses import count_misses
from search.search_page import SearchPage
from search.suggestions import suggest_for
from services.filters import WORDS

LONGEST_BEGINNING = 60


@public_page(reads_query=True)
def search(request: HttpRequest) -> HttpResponse:
    """Hits of all kinds, best first; the fragment alone when the script asks."""
    language = languages.current().code
    index = found_index(language, request.page.revision)
    page = SearchPage(SearchFilter(request.GET, index=index), request)
    is_first = page.number == 1 and not page.is_narrowed and not page.found.is_exact
    if page.has_words and is_first and request.method == "GET":
        count_misses(page.query, found=page.total)
    if page.is_sensitive:
        caching.mark_sensitive(request)
    misses_something = page.query.missed or (page.has_words and not page.total)  # counted each time
    if misses_something or not page.selection.is_clean:
        caching.do_not_store(request)
    fragment = request.headers.get("X-Requested-With") == "fetch"
    context = {
        "listing": page,
        "is_sensitive": page.is_sensitive,
        "noindex": True,
        "section": "search",
    }
    return TemplateResponse(request, "search/_fragment.html" if fragment else "search/search.html", context)


@public_page(reads_query=True)
def suggestions(request: HttpRequest) -> HttpResponse:
    """Suggestions for what has been written so far, as JSON: label, lang, kind and url of each.

    It leaves no trace: what somebody began to write is nobody else's to find on the device.
    """
    caching.mark_sensitive(request)
    name_unknown_parameters(request, known=[WORDS])
    language = languages.current().code
    text = request.GET.get(WORDS, "")[:LONGEST_BEGINNING]
    found = [
        {
            "label": item.label,
            "lang": item.html_lang,
            "kind": str(KINDS[item.kind].label if item.kind else _("Search")),
            "url": join_path(language, item.path) if item.path else _search_for(item.label),
        }
        for item in suggest_for(text, language, request.page.revision)
    ]
    return JsonResponse({"suggestions": found})


def _search_for(label: str) -> str:
    return f"{reverse('search:page')}?{urlencode({WORDS: label})}"
