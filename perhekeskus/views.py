"""The front page, help, home municipality, and the house's own small addresses."""

from __future__ import annotations

import datetime as dt
from urllib.parse import urlencode

from django.conf import settings
from django.db import connection
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponsePermanentRedirect,
    HttpResponseRedirect,
)
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import translation
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from perhekeskus import caching, languages, municipality, site
from perhekeskus.forms import HomeMunicipalityForm
from perhekeskus.pages import name_unknown_parameters, public_page
from perhekeskus.redirects import with_query
from services.facets import WHERE
from services.help import help_cards, helplines
from services.home import home_of
from services.index import service_index


@public_page(reads_query=True)
def front(request: HttpRequest) -> HttpResponse:
    """The welcome, with the ways in that there are so far."""
    index = service_index(languages.current().code, request.page.revision)
    name_unknown_parameters(request, known=WHERE)
    home = home_of(index, request)
    context = {
        "ages": [(choice, index.short_ages[choice.value]) for choice in index.age_choices],
        "home": ", ".join(choice.label for choice in home.choices),
        "home_query": urlencode(home.pairs),
        "noindex": home.has_unknown,
        "unknown_values": home.unknown,
    }
    return TemplateResponse(request, "front.html", context)


@public_page
def help_page(request: HttpRequest) -> HttpResponse:
    """Urgent numbers first, then the region's own channels."""
    language = languages.current().code
    context = {"helplines": helplines(language), "cards": help_cards(), "has_quick_exit": True}
    return TemplateResponse(request, "help.html", context)


@require_safe
def ask_for_help(request: HttpRequest) -> HttpResponse:
    """The address that leaflets carry leads to the help page."""
    return redirect("help", permanent=True)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def home_municipality(request: HttpRequest) -> HttpResponse:
    """Choose a home municipality, or take the choice away; 303 back to where one came from."""
    form = HomeMunicipalityForm(
        request.POST or None,
        initial={**municipality.own_choice(request), "next": request.GET.get("next", "")},
        language=languages.current().code,
    )
    if request.method != "POST" or not form.is_valid():
        status = 400 if request.method == "POST" else 200
        return TemplateResponse(request, "home_municipality.html", {"form": form}, status=status)
    town, locality = form.choice()
    response = HttpResponseRedirect(_local_address(request, form.cleaned_data["next"]), status=303)
    municipality.set_choice(response, town, locality, secure=request.is_secure())
    return response


def _local_address(request: HttpRequest, address: str) -> str:
    """Return an address of this site to go back to; the front page when it is somebody else's.

    The municipality is taken off it: the choice just made decides.
    """
    safe = url_has_allowed_host_and_scheme(
        address, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    if not safe or not address.startswith("/"):
        return reverse("front")
    return municipality.address_without_choice(address)


# --- Addresses outside the language prefix --------------------------------------------------------
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
    from urllib.parse import quote

    return quote((rest or "").lstrip("/\\"), safe="/")


@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    """The process is alive."""
    return HttpResponse("ok\n", content_type="text/plain")


@never_cache
@require_safe
def readyz(request: HttpRequest) -> HttpResponse:
    """The database answers and its tables are there."""
    try:
        caching.current_revision()
    except connection.Database.Error:
        return HttpResponse("database\n", status=503, content_type="text/plain")
    return HttpResponse("ok\n", content_type="text/plain")


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Search engines stay out while demo content is published; always out of the private rooms."""
    rules = ["User-agent: *", "Disallow: /admin/", "Disallow: /kirjaudu/", "Disallow: /peru/"]
    if site.facts("fi", request.page.revision).has_demo_content:
        rules = ["# Demo content is published: pages carry noindex.", *rules]
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


# --- When something is wrong -----------------------------------------------------------------------
def _speak(request: HttpRequest) -> None:
    """Errors may come before the language was chosen: the address still tells it."""
    translation.activate(languages.split_path(request.path_info)[0])


def bad_request(request: HttpRequest, exception=None) -> HttpResponse:
    _speak(request)
    return TemplateResponse(request, "400.html", {"is_error": True}, status=400).render()


def permission_denied(request: HttpRequest, exception=None) -> HttpResponse:
    _speak(request)
    return TemplateResponse(request, "403.html", {"is_error": True}, status=403).render()


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form was sent without this site's own token, often because cookies are off."""
    _speak(request)
    return TemplateResponse(request, "403.html", {"is_error": True, "is_csrf": True}, status=403).render()


def not_found(request: HttpRequest, exception=None) -> HttpResponse:
    _speak(request)
    return TemplateResponse(request, "404.html", {"is_error": True}, status=404).render()


def server_error(request: HttpRequest) -> HttpResponse:
    """A page that needs no database and no context: one of them may be what broke."""
    from django.template.loader import get_template

    _speak(request)
    language = languages.current()
    return HttpResponse(get_template("500.html").render({"language": language}), status=500)
