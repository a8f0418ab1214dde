"""What the site owes its readers in law: the accessibility statement and the privacy page."""

from __future__ import annotations

import datetime as dt

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _t

from perhekeskus import dates, languages
from perhekeskus.pages import public_page

# The day on which the texts were written, and the last on which each sentence was held against the site.
WRITTEN_ON = dt.date(2026, 11, 27)
CHECKED_ON = dt.date(2026, 11, 27)
# The site languages that have the texts; the others show the Finnish ones.
WRITTEN_IN = ("fi", "fi-selko", "sv", "en")


@public_page
def accessibility(request: HttpRequest) -> HttpResponse:
    """How accessible the site is, and whom to tell (saavutettavuusseloste, laki 306/2019)."""
    language = _language_of_text()
    return _statement(
        request,
        title=_t("Accessibility statement"),
        description=_t("What works for everybody on this site, what does not work yet, and how to tell us."),
        text=f"statements/accessibility_{language.code}.html",
        text_language=language,
    )


@public_page
def privacy(request: HttpRequest) -> HttpResponse:
    """What the site keeps of its readers and of its members (tietosuoja)."""
    language = _language_of_text()
    return _statement(
        request,
        title=_t("Privacy"),
        description=_t("What this site keeps of you, and what it does not."),
        text=f"statements/privacy_{language.code}.html",
        text_language=language,
    )


def _language_of_text() -> languages.SiteLanguage:
    """Return the page's own language when the texts are written in it, else Finnish."""
    current = languages.current()
    return current if current.code in WRITTEN_IN else languages.LANGUAGES[languages.DEFAULT]


def _statement(request: HttpRequest, **context) -> HttpResponse:
    context |= {
        "is_fallback": context["text_language"] != languages.current(),
        "written": dates.short_date(WRITTEN_ON),
        "checked": dates.short_date(CHECKED_ON),
    }
    return TemplateResponse(request, "statements/statement.html", context)
