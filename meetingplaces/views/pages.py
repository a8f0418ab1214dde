"""The meeting places, their weeks, and one activity."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse

from meetingplaces.activity_page import activity_page
from meetingplaces.calendar import Calendar, calendar_of, read
from meetingplaces.coming import Coming
from meetingplaces.filters import WeekFilter
from meetingplaces.models import Activity, MeetingPlace
from meetingplaces.place_pages import place_cards, place_page
from meetingplaces.structured_data import activity_json_ld
from meetingplaces.timetable import monday_of
from meetingplaces.week_index import week_index
from meetingplaces.week_page import WeekPage, qr_code
from meetingplaces.weeks import end_of_week, parse_week, week_slug
from perhekeskus import caching, dates, languages
from perhekeskus.pages import current_member, edit_url, get_item, public_page
from perhekeskus.redirects import with_query
from perhekeskus.site import canonical_url
from services.home import near_home
from services.index import service_index


@public_page(reads_query=True)
def place_list(request: HttpRequest) -> HttpResponse:
    """Every meeting place, the family's own first; a map beside the list for those who want one."""
    index, home = near_home(request)
    calendar = calendar_of(index.language, request.page.revision)
    cards = place_cards(calendar, index, home, dates.today())
    context = {
        "cards": cards,
        "home": home,
        "noindex": home.has_unknown or bool(home.pairs),
        "section": "meetingplaces",
        "has_fallback_text": any(card.name.is_fallback for card in cards),
        "has_markers": any(card.latitude is not None for card in cards),
        "map_tiles_url": settings.MAP_TILES_URL,
        "map_attribution": settings.MAP_ATTRIBUTION,
    }
    return TemplateResponse(request, "meetingplaces/place_list.html", context)


@public_page(reads_query=True)
def this_week(request: HttpRequest) -> HttpResponse:
    """Lead to this week, with the query and the language kept; true until Monday."""
    today = dates.today()
    path = reverse("meetingplaces:week", kwargs={"week": week_slug(today)})
    response = HttpResponseRedirect(with_query(request, path))
    if "teema" not in request.GET:  # one that leaves no trace may be among them
        response.is_known_until = end_of_week(dates.next_midnight())
    return response


@public_page(reads_query=True)
def week(request: HttpRequest, week: str) -> HttpResponse:
    """One week's sessions; the fragment alone when the script asks."""
    today = dates.today()
    monday = parse_week(week, today)
    if monday is None:
        raise Http404
    index = week_index(languages.current().code, request.page.revision, monday)
    page = WeekPage(WeekFilter(request.GET, index=index), request, today=today)
    if page.is_sensitive:
        caching.mark_sensitive(request)
    if not page.selection.is_clean:
        caching.do_not_store(request)
    fragment = request.headers.get("X-Requested-With") == "fetch"
    context = {
        "listing": page,
        "is_sensitive": page.is_sensitive,
        "noindex": not page.selection.is_clean or monday != monday_of(today) or page.is_narrowed,
        "section": "meetingplaces",
        "qr": "" if page.is_sensitive else qr_code(canonical_url(request)),
    }
    template = "meetingplaces/week/_fragment.html" if fragment else "meetingplaces/week.html"
    return TemplateResponse(request, template, context)


@public_page
def place_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """One meeting place: how to get in, and its two weeks ahead."""
    language = languages.current().code
    calendar = calendar_of(language, request.page.revision)
    pk = calendar.place_slugs.get(slug)
    if pk is None:  # for members only, or its building is
        reader = current_member(request)
        places = MeetingPlace.objects.in_building_visible_to(reader)
        pk = get_item(places.for_page(language), slug, reader).pk
        own = MeetingPlace.objects.filter(pk=pk)
        everybodys = MeetingPlace.objects.visible_to(None).in_building_visible_to(None)
        calendar = read(language, calendar.revision, places=everybodys | own)
    return place_response(request, pk, calendar)


def place_response(
    request: HttpRequest, pk: int, calendar: Calendar, *, is_preview: bool = False
) -> HttpResponse:
    """Answer a meeting place's page; also the admin's preview of a draft."""
    page = place_page(calendar, pk, dates.now())
    _say_until(request, page.coming)
    context = {
        "page": page,
        "place": page.row,
        "is_preview": is_preview,
        "section": "meetingplaces",
        "edit_url": edit_url(request, page.row),
        "feed_url": reverse("meetingplaces:place_feed", kwargs={"slug": page.row.slug}),
        "qr": qr_code(canonical_url(request)),
    }
    return TemplateResponse(request, "meetingplaces/place_detail.html", context)


def _say_until(request: HttpRequest, coming: Coming) -> None:
    """A page is true until the first of today's sessions ends."""
    if coming.true_until is not None:
        caching.valid_until(request, coming.true_until)


@public_page
def activity_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """One activity: what, when, where, and how to come along."""
    language = languages.current().code
    calendar = calendar_of(language, request.page.revision)
    pk = calendar.activity_slugs.get(slug)
    if pk is None:  # for members only
        pk = get_item(Activity.objects.for_page(language), slug, current_member(request)).pk
        calendar = read(language, calendar.revision, activities=Activity.objects.filter(pk=pk))
    return activity_response(request, pk, calendar)


def activity_response(
    request: HttpRequest, pk: int, calendar: Calendar, *, is_preview: bool = False
) -> HttpResponse:
    """Answer an activity's page; also the admin's preview of a draft."""
    index = service_index(calendar.language, calendar.revision)
    page = activity_page(calendar, index, pk, dates.now())
    _say_until(request, page.coming)
    if page.is_sensitive:
        caching.mark_sensitive(request)
    context = {
        "page": page,
        "activity": page.activity,
        "is_sensitive": page.is_sensitive,
        "is_preview": is_preview,
        "section": "meetingplaces",
        "edit_url": edit_url(request, page.activity),
        "feed_url": reverse("meetingplaces:activity_feed", kwargs={"slug": page.activity.slug}),
        "json_ld": {} if is_preview else activity_json_ld(calendar, pk, canonical_url(request), page.day),
    }
    return TemplateResponse(request, "meetingplaces/activity_detail.html", context)
