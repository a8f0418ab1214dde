"""The site's languages in one table; everything that depends on a language asks here.

A site language is more than an ISO code: `fi-selko` (easy Finnish) has its own addresses and
texts, but is `fi` to a browser and to search engines.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.conf.locale import LANG_INFO
from django.middleware.locale import LocaleMiddleware
from django.utils import translation


@dataclass(frozen=True)
class SiteLanguage:
    """One language of the site.

    code: the site language, as in the address (`/sv/…`).
    own_name: its name in itself, for the language switcher.
    html_lang: BCP 47 tag for `lang`, `Content-Language`, JSON-LD and iCal.
    hreflang: BCP 47 tag for search engines, or None when it is not to be listed for them.
    direction: "ltr" or "rtl".
    fallback: site languages whose text is shown where this one has none, nearest first.
    """

    code: str
    own_name: str
    english_name: str
    html_lang: str
    hreflang: str | None
    direction: str = "ltr"
    fallback: tuple[str, ...] = ("fi",)

    @property
    def column_suffix(self) -> str:
        """Ending of this language's model columns: `name_fi_selko`."""
        return self.code.replace("-", "_")


DEFAULT = "fi"

LANGUAGES: dict[str, SiteLanguage] = {
    language.code: language
    for language in (
        SiteLanguage("fi", "Suomi", "Finnish", "fi", "fi", fallback=()),
        SiteLanguage("fi-selko", "Selkosuomi", "Easy Finnish", "fi", None),
        SiteLanguage("sv", "Svenska", "Swedish", "sv", "sv"),
        SiteLanguage("en", "English", "English", "en", "en"),
        SiteLanguage("se", "Davvisámegiella", "Northern Sámi", "se", "se"),
        SiteLanguage("smn", "Anarâškielâ", "Inari Sámi", "smn", "smn"),
        SiteLanguage("sms", "Nuõrttsääʹmǩiõll", "Skolt Sámi", "sms", "sms"),
        SiteLanguage("uk", "Українська", "Ukrainian", "uk", "uk"),
        SiteLanguage("ru", "Русский", "Russian", "ru", "ru"),
        SiteLanguage("ar", "العربية", "Arabic", "ar", "ar", direction="rtl"),
    )
}


def fill_lang_info() -> None:
    """Tell Django of the languages it does not know; without this the admin crashes on them."""
    for language in LANGUAGES.values():
        LANG_INFO.setdefault(
            language.code,
            {
                "bidi": language.direction == "rtl",
                "code": language.code,
                "name": language.english_name,
                "name_local": language.own_name,
            },
        )


def current() -> SiteLanguage:
    """Return the language this thread now speaks; Finnish when it is none of ours."""
    return LANGUAGES.get(translation.get_language() or DEFAULT, LANGUAGES[DEFAULT])


def enabled() -> list[SiteLanguage]:
    """Return the languages this installation offers, in the order of `SITE_LANGUAGES`."""
    from django.conf import settings

    return [LANGUAGES[code] for code in settings.SITE_LANGUAGES]


def split_path(path: str) -> tuple[str, str]:
    """Split an address into its site language and the address without the prefix.

    >>> split_path("/sv/palvelut/")
    ('sv', '/palvelut/')
    """
    from django.conf import settings

    first, slash, rest = path[1:].partition("/")
    if slash and first != DEFAULT and first in settings.SITE_LANGUAGES:
        return first, f"/{rest}"
    return DEFAULT, path


def join_path(language: str, path: str) -> str:
    """Return the address of an unprefixed `path` in a site language."""
    return path if language == DEFAULT else f"/{language}{path}"


class SiteLanguageMiddleware(LocaleMiddleware):
    """The address alone decides the language: no cookie, no Accept-Language, no Vary for them."""

    def process_request(self, request):
        code, _ = split_path(request.path_info)
        translation.activate(code)
        request.LANGUAGE_CODE = code

    def process_response(self, request, response):
        response.headers.setdefault("Content-Language", current().html_lang)
        return response
