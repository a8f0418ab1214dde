"""The week for calendar programs: all of it, a place's, an activity's, and one session."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable
from functools import wraps

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.utils.translation import gettext as _t

from meetingplaces import ical
from meetingplaces.calendar import Calendar, calendar_of
from meetingplaces.filters import SessionMatcher, WeekFilter
from meetingplaces.ical_words import activity_name
from meetingplaces.models import Activity, MeetingPlace
from meetingplaces.stamps import stamps
from meetingplaces.terms import Status
from meetingplaces.timetable import Occurrence, Slot, monday_of
from meetingplaces.week_index import week_index
from meetingplaces.weeks import is_shown
from perhekeskus import caching, dates, languages, site
from perhekeskus.models import PublicItem, Redirect
from perhekeskus.pages import get_item, name_unknown_parameters, public_page
from perhekeskus.querysets import PublicQuerySet
from perhekeskus.redirects import with_query
from perhekeskus.translated import local_text
from services.reach import reach

WHEN = re.compile(r"(\d{4}-\d{2}-\d{2})(?:T(\d{2})(\d{2}))?", re.ASCII)


def calendar_file(view: Callable) -> Callable:
    """Mark a view as a public page that calendar programs come back to: it goes on at a changed slug."""

    @public_page(reads_query=True)
    @wraps(view)
    def answer(request: HttpRequest, **parts: str) -> HttpResponse:
        try:
            return view(request, **parts)
        except Http404:
            moved = _moved(request, parts.get("slug", ""))
            if moved is None:
                raise
            return moved

    return answer


@calendar_file
def everything(request: HttpRequest) -> HttpResponse:
    """Every session of the region."""
    calendar = _calendar(request)
    name = _t("Meeting places: %(site)s") % {"site": _facts(request).name.text}
    return _feed(request, calendar, calendar.rules.values(), name, "kohtaamispaikat.ics")


@calendar_file
def of_place(request: HttpRequest, slug: str) -> HttpResponse:
    """The sessions at one meeting place, and those that are elsewhere this time."""
    calendar = _calendar(request)
    place = _find(calendar.places, calendar.place_slugs, MeetingPlace.objects.all(), slug)
    name = local_text(place, "name", calendar.language).text

    def belongs(session: Occurrence) -> bool:
        return place.pk in (session.place, calendar.rules[session.slot].place)

    return _feed(request, calendar, calendar.at_place(place.pk), name, f"{slug}.ics", belongs)


@calendar_file
def of_activity(request: HttpRequest, slug: str) -> HttpResponse:
    """The sessions of one activity."""
    calendar = _calendar(request)
    activity = _find(calendar.activities, calendar.activity_slugs, Activity.objects.all(), slug)
    if activity.pk in calendar.sensitive:
        caching.mark_sensitive(request)
    name = activity_name(calendar, activity)
    return _feed(request, calendar, calendar.of_activity(activity.pk), name, f"{slug}.ics")


@calendar_file
def of_session(request: HttpRequest, slug: str, when: str) -> HttpResponse:
    """One session, or those of one day, to be put into a calendar; a moved one is given on its new day."""
    name_unknown_parameters(request)
    calendar = _calendar(request)
    activity = _find(calendar.activities, calendar.activity_slugs, Activity.objects.all(), slug)
    if activity.pk in calendar.sensitive:
        caching.mark_sensitive(request)
    day, start = _parse(when)
    sessions = [
        session
        for session in _sessions_of(calendar, activity, day)
        if start is None or start in (session.start, calendar.rules[session.slot].start)
    ]
    if not sessions:
        raise Http404
    frame = _frame(request, calendar, activity_name(calendar, activity))
    return _file(ical.single(calendar, sessions, frame), f"{slug}-{when}.ics")


# --- What is in a feed ------------------------------------------------------------------------------
def _feed(
    request: HttpRequest,
    calendar: Calendar,
    slots: Iterable[Slot],
    name: str,
    filename: str,
    belongs: Callable[[Occurrence], bool] | None = None,
) -> HttpResponse:
    """Answer a feed; belongs: which of the slots' sessions are of this feed at all."""
    first, last = ical.horizon(dates.today())
    matches = _both(belongs, _wanted(request, calendar))
    frame = _frame(request, calendar, name)
    return _file(ical.feed(calendar, slots, first, last, frame, matches), filename)


def _wanted(request: HttpRequest, calendar: Calendar) -> Callable[[Occurrence], bool] | None:
    """Return which sessions the address asks for, by the week's filters; None: all."""
    index = week_index(calendar.language, calendar.revision, monday_of(dates.today()))
    chosen = WeekFilter(request.GET, index=index).selection
    if not chosen.is_clean:
        caching.do_not_store(request)
    if not index.sensitive_themes.isdisjoint(chosen.values.get("teema", ())):
        caching.mark_sensitive(request)
    matcher = SessionMatcher(calendar, chosen)
    return None if matcher.is_everything else matcher.matches


def _both(one: Callable | None, other: Callable | None) -> Callable[[Occurrence], bool] | None:
    if one is None or other is None:
        return one or other
    return lambda session: one(session) and other(session)


def _sessions_of(calendar: Calendar, activity: Activity, day: dt.date) -> list[Occurrence]:
    """Return the sessions of a day; one that was moved away stands on its new day."""
    sessions = []
    for session in calendar.timetable(day, day, calendar.of_activity(activity.pk)).occurrences:
        if session.status != Status.MOVED_AWAY:
            sessions.append(session)
            continue
        to_on = [calendar.changes[pk].to_on for pk in session.changes if calendar.changes[pk].to_on][-1]
        there = calendar.timetable(to_on, to_on, [calendar.rules[session.slot]]).occurrences
        sessions += [each for each in there if each.recurs_on == day and each.status != Status.MOVED_AWAY]
    return sessions


def _parse(when: str) -> tuple[dt.date, dt.time | None]:
    """Return the day and the clock time of `2026-11-24` or `2026-11-24T0930`. Http404 for any other."""
    match = WHEN.fullmatch(when)
    if match is None:
        raise Http404
    try:
        day = dt.date.fromisoformat(match[1])
        start = dt.time(int(match[2]), int(match[3])) if match[2] else None
    except ValueError as error:
        raise Http404 from error
    if not is_shown(day, dates.today()):
        raise Http404
    return day, start


# --- Asking and answering ---------------------------------------------------------------------------
def _calendar(request: HttpRequest) -> Calendar:
    return calendar_of(languages.current().code, request.page.revision)


def _facts(request: HttpRequest) -> site.SiteFacts:
    return site.facts(languages.current().code, request.page.revision)


def _frame(request: HttpRequest, calendar: Calendar, name: str) -> ical.Frame:
    actors = reach(calendar.language, calendar.revision).actors
    return ical.Frame(
        name=name,
        origin=f"{request.scheme}://{request.get_host()}",
        organisers={pk: local_text(actor, "name", calendar.language).text for pk, actor in actors.items()},
        stamps=stamps(languages.DEFAULT, calendar.revision),  # the same in every language
        is_demo=_facts(request).has_demo_content,
    )


def _file(body: bytes, filename: str) -> HttpResponse:
    """Answer a calendar file: shown by a phone that can, else saved under this name."""
    response = HttpResponse(body, content_type="text/calendar; charset=utf-8")
    response.headers["Content-Disposition"] = f'inline; filename="{filename}"'
    return response


def _find(
    rows: dict[int, PublicItem], slugs: dict[str, int], queryset: PublicQuerySet, slug: str
) -> PublicItem:
    """Return the row of a slug that the public may see. Http404, or Gone when it was taken away."""
    if slug not in slugs:
        get_item(queryset, slug, None)
        raise Http404  # itself visible, but what it stands in is not
    return rows[slugs[slug]]


def _moved(request: HttpRequest, slug: str) -> HttpResponse | None:
    """Return the way to the same file where the slug of its page has changed, else None."""
    language, path = languages.split_path(request.path_info)
    old = f"/{path.split('/')[1]}/{slug}/"
    new = Redirect.objects.filter(old_path=old).values_list("new_path", flat=True).first()
    if new is None:
        return None
    address = languages.join_path(language, path.replace(old.rstrip("/"), new.rstrip("/"), 1))
    response = HttpResponsePermanentRedirect(with_query(request, address))
    response.headers["Cache-Control"] = "no-cache"  # the old address may be taken into use again
    return response
