"""What stands on every page: the installation's own name, languages, and the demo line."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from perhekeskus import languages
from perhekeskus.kept import Kept
from perhekeskus.models import Installation
from perhekeskus.translated import local_text


class SiteFacts:
    """The installation in one site language, as of one content revision."""

    def __init__(self, language: str, revision: int):
        self.revision = revision
        row = Installation.objects.first() or Installation(name_fi="Perhekeskus")
        self.name = local_text(row, "name", language)
        self.region_name = local_text(row, "region_name", language)
        self.brand_colour = row.brand_colour
        self.brand_colour_dark = row.brand_colour_dark
        self.quick_exit_url = row.quick_exit_url
        self.contact_email = row.contact_email
        self.supervisor_name = row.supervisor_name
        self.supervisor_url = row.supervisor_url
        self.has_demo_content = demo_is_published()


def demo_is_published() -> bool:
    """Say whether any item that load_demo wrote is published now."""
    from django.apps import apps

    from perhekeskus.models import PublicItem

    kinds = [model for model in apps.get_models() if issubclass(model, PublicItem)]
    return any(model.objects.published().filter(source="demo").exists() for model in kinds)


# The installation's facts in a site language, at least as new as a revision: facts(language, revision).
facts = Kept(SiteFacts)


def language_links(request: HttpRequest) -> list[dict]:
    """Return the language switcher: the same page in each enabled language.

    Plain dicts: a template looks a key up three times as fast as an attribute. Unknown parameters
    and other sites' marks are left out of the links.
    """
    current, path = languages.split_path(request.path_info)
    query = getattr(request, "canonical_query", "")
    links = []
    for language in languages.enabled():
        url = languages.join_path(language.code, path) + (f"?{query}" if query else "")
        links.append(
            {
                "url": url,
                "hreflang": language.hreflang,
                "html_lang": language.html_lang,
                "own_name": language.own_name,
                "is_current": language.code == current,
            }
        )
    return links


def here(request: HttpRequest) -> str:
    """Return the page's own local address, to come back to from a form."""
    query = getattr(request, "canonical_query", "")
    return request.path + (f"?{query}" if query else "")


def canonical_url(request: HttpRequest) -> str:
    """Return the page's own address, without what was not understood in it."""
    return request.build_absolute_uri(here(request))


def site(request: HttpRequest) -> dict:
    """Context processor of every template."""
    language = languages.current()
    page = getattr(request, "page", None)
    return {
        "site": SimpleLazyObject(lambda: facts(language.code, page.revision if page else 0)),
        "language": language,
        "section": "",
        "language_links": SimpleLazyObject(lambda: language_links(request)),
        "origin": SimpleLazyObject(lambda: f"{request.scheme}://{request.get_host()}"),
        "here": SimpleLazyObject(lambda: here(request)),
        "canonical_url": SimpleLazyObject(lambda: canonical_url(request)),
        "unknown_parameters": getattr(request, "unknown_parameters", ()),
        "in_development": not settings.REQUIRE_SECOND_FACTOR,
        "may_have_member": getattr(request, "may_have_member", True),
    }
