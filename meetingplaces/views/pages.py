"""The meeting places, their weeks, and one activity."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse

from perhekeskus.pages import public_page


@public_page
def place_list(request: HttpRequest) -> HttpResponse:
    raise Http404


@public_page
def this_week(request: HttpRequest) -> HttpResponse:
    raise Http404


@public_page
def week(request: HttpRequest, week: str) -> HttpResponse:
    raise Http404


@public_page
def place_detail(request: HttpRequest, slug: str) -> HttpResponse:
    raise Http404


@public_page
def activity_detail(request: HttpRequest, slug: str) -> HttpResponse:
    raise Http404
