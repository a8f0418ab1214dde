"""An organiser's cancel link: today's and tomorrow's sessions, a reason, and one confirming press."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import translation
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from meetingplaces.cancel_link import LinkRefused, Refusal, activity_of
from meetingplaces.cancel_page import CancelPage, CancelPageForm
from perhekeskus import caching, languages


# The token in the address is the secret that a CSRF token would be: who does not know it cannot send the
# form from elsewhere, and who does needs no trick. Without one the page works without cookies too, and
# can ask for no referrer, with which a browser would send `Origin: null` and be refused.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def cancel_session(request: HttpRequest, token: str) -> HttpResponse:
    """Show what can be cancelled, or cancel it and lead back (303) to the page that says so."""
    caching.mark_sensitive(request)  # not kept anywhere, no referrer: the address is the key
    language = _language(request)
    with translation.override(language):
        try:
            page = CancelPage(activity_of(token), language, f"{request.scheme}://{request.get_host()}")
        except LinkRefused as refused:
            status = 404 if refused.refusal == Refusal.UNKNOWN else 410
            return _answer(request, "refused", {"refusal": refused.refusal}, status)
        form = CancelPageForm(request.POST or None, page=page)
        if request.method != "POST":
            done = page.cancelled_before(request.GET.get("tehty", ""))
            return _answer(request, "page", {"page": page, "form": form, "done": done}, 200)
        if not form.is_valid():
            return _answer(request, "page", {"page": page, "form": form, "done": None}, 400)
        key = page.cancel(**form.cleaned_data)
    return HttpResponseRedirect(f"{request.path}?kieli={language}&tehty={key}", status=303)


def _language(request: HttpRequest) -> str:
    """Return the language of `?kieli=`, Finnish when it is none of the site's."""
    asked = request.GET.get("kieli", "")
    return asked if asked in settings.SITE_LANGUAGES else languages.DEFAULT


def _answer(request: HttpRequest, name: str, context: dict, status: int) -> HttpResponse:
    """Return a page outside the language prefix; nothing on it carries its own address, which is secret."""
    current = languages.current()
    links = [
        {
            "url": f"?kieli={language.code}",
            "hreflang": "",
            "html_lang": language.html_lang,
            "own_name": language.own_name,
            "is_current": language == current,
        }
        for language in languages.enabled()
    ]
    context |= {"language_links": links, "here": reverse("front"), "is_error": True}
    headers = {"Content-Language": current.html_lang}
    template = f"meetingplaces/cancel/{name}.html"
    return TemplateResponse(request, template, context, status=status, headers=headers).render()
