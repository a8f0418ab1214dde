"""The pages for what went wrong, in the house's own style."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.template.loader import get_template
from django.template.response import TemplateResponse
from django.utils import translation

from perhekeskus import languages


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
    _speak(request)
    language = languages.current()
    return HttpResponse(get_template("500.html").render({"language": language}), status=500)
