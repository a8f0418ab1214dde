"""The house's small addresses outside the language prefix: redirects, health, and files for machines."""

from __future__ import annotations

import datetime as dt
from urllib.parse import quote

from django.conf import settings
from django.db import connection
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponsePermanentRedirect,
    HttpResponseRedirect,
)
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from perhekeskus import caching, languages, site
from perhekeskus.languages import join_path
from perhekeskus.pages import public_page
from perhekeskus.redirects import with_query
from search import indexing


@require_safe
def easy_finnish(request: HttpRequest, rest: str | None = "") -> HttpResponse:
    """/selko/… leads to easy Finnish, or to Finnish while easy Finnish is not in use."""
    if "fi-selko" in settings.SITE_LANGUAGES:
        return HttpResponsePermanentRedirect(with_query(request, f"/fi-selko/{_local(rest)}"))
    return HttpResponseRedirect(with_query(request, f"/{_local(rest)}"))


@require_safe
def without_prefix(request: HttpRequest, rest: str | None = "") -> HttpResponse:
    """/fi/… leads to the same address without it: Finnish has no prefix."""
    return HttpResponsePermanentRedirect(with_query(request, f"/{_local(rest)}"))


@require_safe
def language_front(request: HttpRequest, language: str) -> HttpResponse:
    """/sv, as people write it, leads to /sv/. Http404 for what is no language of the site."""
    if language not in settings.SITE_LANGUAGES:
        raise Http404
    return HttpResponsePermanentRedirect(with_query(request, f"/{language}/"))


def _local(rest: str | None) -> str:
    """Cut the slashes that would make the address another host's: //example.org."""
    return quote((rest or "").lstrip("/\\"), safe="/")


@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    """The process is alive."""
    return HttpResponse("ok\n", content_type="text/plain")


@never_cache
@require_safe
def readyz(request: HttpRequest) -> HttpResponse:
    """The database answers, its tables are there, and the search's index is of this version's analyser."""
    try:
        caching.current_revision()
        is_searchable = indexing.is_ready()
    except connection.Database.Error:
        return HttpResponse("database\n", status=503, content_type="text/plain")
    if not is_searchable:
        return HttpResponse("search index: run reindex\n", status=503, content_type="text/plain")
    return HttpResponse("ok\n", content_type="text/plain")


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Search engines stay out while demo content is published; always out of the private rooms."""
    rules = ["User-agent: *", "Disallow: /admin/", "Disallow: /kirjaudu/", "Disallow: /peru/"]
    rules += [f"Disallow: {join_path(language.code, '/haku/')}" for language in languages.enabled()]
    if site.facts("fi", request.page.revision).has_demo_content:
        rules = ["# Demo content is published: pages carry noindex.", *rules]
    else:
        rules += ["", f"Sitemap: {request.build_absolute_uri(reverse('sitemap'))}"]
    return HttpResponse("\n".join(rules) + "\n", content_type="text/plain; charset=utf-8")


@public_page
def installation_css(request: HttpRequest) -> HttpResponse:
    """The installation's own colours over the house's; the content policy lets no style into pages."""
    shown = site.facts("fi", request.page.revision)
    rules = ""
    if shown.brand_colour:
        dark = shown.brand_colour_dark or "#7fd0c4"
        rules = f":root {{ --brand: light-dark({shown.brand_colour}, {dark}); }}\n"
    return HttpResponse(rules, content_type="text/css; charset=utf-8")


@require_safe
def security_txt(request: HttpRequest) -> HttpResponse:
    """Whom to tell of a weakness (RFC 9116); 404 until the installation has said whom."""
    contact = site.facts("fi", request.page.revision).contact_email
    if not contact:
        return HttpResponse("", status=404, content_type="text/plain")
    expires = caching.next_midnight() + dt.timedelta(days=364)  # the standard allows less than a year
    return HttpResponse(
        f"Contact: mailto:{contact}\nExpires: {expires.isoformat()}\nPreferred-Languages: fi, sv, en\n",
        content_type="text/plain; charset=utf-8",
    )
