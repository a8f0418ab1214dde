"""The pages that assemble from several apps: front, age groups, help, home municipality."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from meetingplaces.today import Today, today_at
from perhekeskus import caching, languages, municipality
from perhekeskus.ages import AgeSpan
from perhekeskus.forms import HomeMunicipalityForm
from perhekeskus.pages import public_page
from services.age_page import age_page
from services.help import help_cards
from services.home import Home, near_home
from services.reach import reach
from services.ways import ways_in

FRONT_SITUATIONS = 8


@public_page(reads_query=True)
def front(request: HttpRequest) -> HttpResponse:
    """Every way in: age, situation, theme, the young, the family centres."""
    index, home = near_home(request)
    ways = ways_in(index.language, index.revision)
    today = _today(request, home)
    context = {
        "today": today,
        "ages": [(choice, index.short_ages[choice.value]) for choice in index.age_choices],
        "situations": ways.suggested()[:FRONT_SITUATIONS],
        "themes": ways.themes.values(),
        "centres": ways.centres.values(),
        "home": home,
        "noindex": home.has_unknown,
    }
    return TemplateResponse(request, "front.html", context)


@public_page(reads_query=True)
def age_group(request: HttpRequest, slug: str) -> HttpResponse:
    """Everything for an age group, in the four sections."""
    index, home = near_home(request)
    if slug not in index.ages:
        raise Http404
    page = age_page(index, ways_in(index.language, index.revision), slug, home)
    today = _today(request, home, [index.ages[slug]])
    context = {
        "page": page,
        "today": today,
        "week_query": f"?{urlencode([('ika', slug), *home.pairs])}",
        "home": home,
        "noindex": home.has_unknown,
    }
    return TemplateResponse(request, "age.html", context)


def _today(request: HttpRequest, home: Home, ages: Iterable[AgeSpan] = ()) -> Today:
    """Return what is still on today; the page is true until the first of it ends."""
    today = today_at(languages.current().code, request.page.revision, timezone.now(), home, ages)
    if today.true_until is not None:
        caching.valid_until(request, today.true_until)
    return today


@public_page
def help_page(request: HttpRequest) -> HttpResponse:
    """Urgent numbers first, then the region's own channels."""
    language = languages.current().code
    lines = ways_in(language, request.page.revision).helplines.values()
    cards = help_cards(reach(language, request.page.revision))
    context = {"helplines": lines, "cards": cards, "has_quick_exit": True}
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
        # `next` may name a page that leaves no trace: other sites are not told. With no referrer at all a
        # browser sends no origin with the form either, and it would be refused.
        headers = {"Referrer-Policy": "same-origin"}
        context = {"form": form, "has_quick_exit": True}
        return TemplateResponse(request, "home_municipality.html", context, status=status, headers=headers)
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
