"""`/sitemap.xml`: every page that anybody may find, in every language of the site.

A new kind of thing with pages is one row of `KINDS`; a page that is alone of its kind, one of `SINGLE_PAGES`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from django.contrib.sitemaps import Sitemap
from django.contrib.sitemaps.views import sitemap as sitemap_of
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import translation

from meetingplaces.models import Activity, MeetingPlace
from meetingplaces.weeks import week_slug
from perhekeskus import caching, dates, languages
from perhekeskus.models import PublicItem
from perhekeskus.pages import public_page
from services.index import service_index
from services.models import Actor, AgeGroup, FamilyCentre, Service, Situation, Task, Theme


@dataclass(frozen=True, slots=True)
class ListedPage:
    """A page by its Finnish address; checked_on: when somebody last made sure of it, if that is known."""

    path: str
    checked_on: dt.date | None = None


@dataclass(frozen=True)
class Kind:
    """One kind of thing with pages.

    url_name: of its pages, which take a slug.
    rows: those that anybody may find; asked once for each making, with one query.
    """

    url_name: str
    rows: Callable[[], QuerySet]

    def pages(self) -> list[ListedPage]:
        rows = self.rows().order_by("slug")
        if issubclass(rows.model, PublicItem):
            dated = rows.values_list("slug", "reviewed_on")
        else:
            dated = [(slug, None) for slug in rows.values_list("slug", flat=True)]
        return [ListedPage(_finnish_path(self.url_name, slug=slug), day) for slug, day in dated]


def _services() -> QuerySet:
    """Services that a search engine may know of: nobody's search leads to a refuge's page."""
    sensitive = Service.objects.sensitive().order_by().values("pk")
    return Service.objects.visible_to(None).exclude(pk__in=sensitive)


def _situations() -> QuerySet:
    sensitive = Theme.objects.filter(is_sensitive=True).order_by().values("situations")
    return Situation.objects.visible_to(None).exclude(pk__in=sensitive.exclude(situations=None))


def _activities() -> QuerySet:
    sensitive = Theme.objects.filter(is_sensitive=True).order_by().values("activities")
    return Activity.objects.visible_to(None).exclude(pk__in=sensitive.exclude(activities=None))


def _unless_sensitive(model: type[PublicItem], parameter: str) -> QuerySet:
    """Organisers or tasks but those whose services are all sensitive: their pages leave no trace."""
    index = service_index(languages.DEFAULT, caching.current_revision())
    secret = [slug for slug in index.values[parameter] if index.has_only_sensitive(parameter, slug)]
    return model.objects.visible_to(None).exclude(slug__in=secret)


SINGLE_PAGES = (
    *("front", "help", "services:list", "services:situations", "services:themes", "services:young"),
    *("services:tasks", "services:stairs", "services:actors", "services:centres"),
    *("meetingplaces:places", "accessibility", "privacy"),
)
KINDS = {
    "services": Kind("services:detail", _services),
    "situations": Kind("services:situation", _situations),
    "themes": Kind("services:theme", lambda: Theme.objects.visible_to(None).filter(is_sensitive=False)),
    "tasks": Kind("services:task", lambda: _unless_sensitive(Task, "tehtava")),
    "actors": Kind("services:actor", lambda: _unless_sensitive(Actor, "toimija")),
    "centres": Kind("services:centre", lambda: FamilyCentre.objects.visible_to(None)),
    "meeting places": Kind(
        "meetingplaces:place",
        lambda: MeetingPlace.objects.visible_to(None).in_building_visible_to(None),
    ),
    "activities": Kind("meetingplaces:activity", _activities),
    "ages": Kind("age", AgeGroup.objects.all),
}


def _single_pages() -> list[ListedPage]:
    this_week = _finnish_path("meetingplaces:week", week=week_slug(dates.today()))
    return [ListedPage(path) for path in (*map(_finnish_path, SINGLE_PAGES), this_week)]


def _finnish_path(url_name: str, **parts: str) -> str:
    with translation.override(languages.DEFAULT):
        return reverse(url_name, kwargs=parts)


class PortalSitemap(Sitemap):
    """Pages in every enabled language, each naming itself and its others to search engines.

    Django would write our language codes as hreflang; the table of languages decides. A language
    without one (easy Finnish) is listed, but names no other and is named by none: that must go both ways.
    """

    i18n = True
    alternates = True

    def __init__(self, pages: Callable[[], list[ListedPage]]):
        self.pages = pages

    def items(self) -> list[ListedPage]:
        return self.pages()

    def get_languages_for_item(self, item: ListedPage) -> list[str]:
        return [language.code for language in languages.enabled()]

    def location(self, item: ListedPage) -> str:
        return languages.join_path(languages.current().code, item.path)

    def lastmod(self, item: ListedPage) -> dt.date | None:
        return item.checked_on

    def get_urls(self, **kwargs) -> list[dict]:
        urls = super().get_urls(**kwargs)
        for url in urls:
            _page, code = url["item"]
            url["alternates"] = [
                {**each, "lang_code": hreflang}
                for each in url["alternates"]
                if languages.LANGUAGES[code].hreflang
                and (hreflang := languages.LANGUAGES[each["lang_code"]].hreflang)
            ]
        return urls


@public_page
def sitemap(request: HttpRequest) -> HttpResponse:
    """The whole site as one file; it answers while demo content is published too, but nobody is led to it."""
    maps = {"pages": PortalSitemap(_single_pages)}
    maps |= {name: PortalSitemap(kind.pages) for name, kind in KINDS.items()}
    return sitemap_of(request, maps)
