"""A family's own municipality: chosen once, kept in a first-party cookie, and put in the address.

The address wins: a page depends on it alone, so the choice is added to it by a redirect that
stands before the page cache.
"""

from __future__ import annotations

import re

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict

from perhekeskus import languages
from services.models import Municipality, Place

COOKIE, LOCALITY_COOKIE = "kunta", "alue"
COOKIE_SECONDS = 365 * 24 * 3600
# Front and list pages that show what there is near home.
HOME_PAGES = re.compile(
    r"/(palvelut/|ika/[^/]+/|tilanteet/[^/]+/|teemat/[^/]+/|nuorille/|tehtavat/([^/]+/)?|portaat/|toimijat/([^/]+/)?"
    r"|perhekeskukset/|kohtaamispaikat/(viikko/([^/]+/)?)?)?"
)


class MunicipalityMiddleware:
    """Answers 302 to the same address with the family's own municipality where it says none."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if COOKIE in request.COOKIES and request.method in ("GET", "HEAD"):
            _, path = languages.split_path(request.path_info)
            if HOME_PAGES.fullmatch(path) and not {COOKIE, LOCALITY_COOKIE} & request.GET.keys():
                home = own_choice(request)
                if home:
                    return self._lead_home(request, home)
        return self.get_response(request)

    @staticmethod
    def _lead_home(request: HttpRequest, home: dict[str, str]) -> HttpResponse:
        query = request.GET.copy()
        for name, value in home.items():
            query.setlistdefault(name, [value])
        response = HttpResponseRedirect(f"{request.path}?{query.urlencode()}")
        response.headers["Cache-Control"] = "no-store"
        response.headers["Referrer-Policy"] = "no-referrer"
        return response


def offered() -> dict[str, set[str]]:
    """Return the covered municipalities' slugs, each with the slugs of its localities."""
    towns = {slug: set() for slug in Municipality.objects.covered().values_list("slug", flat=True)}
    places = Place.objects.visible_to(None).exclude(locality_slug="").order_by()
    for town, locality in places.values_list("municipality__slug", "locality_slug").distinct():
        if town in towns:
            towns[town].add(locality)
    return towns


def own_choice(request: HttpRequest) -> dict[str, str]:
    """Return the choice kept in the cookies, `{}` when it is not one that is offered today."""
    towns = offered()
    town, locality = request.COOKIES.get(COOKIE, ""), request.COOKIES.get(LOCALITY_COOKIE, "")
    if town not in towns:
        return {}
    return {COOKIE: town} | ({LOCALITY_COOKIE: locality} if locality in towns[town] else {})


def set_choice(response: HttpResponse, town: str, locality: str, *, secure: bool) -> None:
    """Keep a choice for a year; an empty one takes the cookie away."""
    for name, value in ((COOKIE, town), (LOCALITY_COOKIE, locality)):
        if value:
            response.set_cookie(
                name, value, max_age=COOKIE_SECONDS, httponly=True, samesite="Lax", secure=secure
            )
        else:
            response.delete_cookie(name, samesite="Lax")


def address_without_choice(address: str) -> str:
    """Return a local address without municipality and locality in its query."""
    path, _, query = address.partition("?")
    rest = QueryDict(query, mutable=True)
    for name in (COOKIE, LOCALITY_COOKIE):
        rest.pop(name, None)
    return f"{path}?{rest.urlencode()}" if rest else path
