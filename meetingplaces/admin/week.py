"""The desk's week: what is on, cancelling it and taking that back, and the organisers' cancel links."""

from __future__ import annotations

import datetime as dt

from django.contrib import admin, messages
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.messages.storage.base import Message
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _t
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from meetingplaces import cancel_link
from meetingplaces.admin.access import needs, own_activities
from meetingplaces.admin.week_page import (
    CancelForm,
    RestoreForm,
    SessionForm,
    ShownDay,
    anchor_of,
    days_of_week,
)
from meetingplaces.calendar import desk_calendar
from meetingplaces.cancelling import NothingToCancel, cancel, days_of
from meetingplaces.models import Activity, SlotChange, WeeklySlot
from meetingplaces.terms import ChangeKind, Reason
from meetingplaces.warnings import warnings_of
from meetingplaces.weeks import beside, parse_week, week_slug
from perhekeskus import caching, dates, languages
from perhekeskus.admin_choices import KEY
from perhekeskus.dates import short_date


@require_safe
def this_week(request: HttpRequest) -> HttpResponse:
    """Lead to the week of today."""
    return redirect("desk_week", week_slug(dates.today()))


@require_safe
@needs("view_weeklyslot")
def week(request: HttpRequest, week: str) -> HttpResponse:
    """Show a week, with what one may do to each session."""
    today = dates.today()
    monday = _monday(week)
    calendar = desk_calendar(languages.current().code, own_activities(request))
    previous, following = beside(monday, today)
    new = request.GET.get("tehty", "")
    days = days_of_week(
        calendar,
        monday,
        origin=f"{request.scheme}://{request.get_host()}",
        today=today,
        new=int(new) if KEY.fullmatch(new) else None,
    )
    context = {
        **admin.site.each_context(request),
        "title": _t("The week"),
        "subtitle": _week_name(monday),
        "messages": _told_elsewhere(request, days),
        "slug": week,
        "days": days,
        "warnings": warnings_of(calendar, today),
        "previous": previous and week_slug(previous),
        "following": following and week_slug(following),
        "this_week": week_slug(today),
        "reasons": Reason.choices,
    }
    return TemplateResponse(request, "admin/week/week.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@needs("add_slotchange")
def cancel_session(request: HttpRequest, week: str) -> HttpResponse:
    """Cancel a session, or a time between two days; 303 back to the same place of the same week.

    What is wrong is told at its field; the page that tells it is also the one that asks for the days.
    """
    _monday(week)
    slot, on = _session(request, request.POST if request.method == "POST" else request.GET)
    if request.method != "POST":
        form = CancelForm(initial={"slot": slot.pk, "on": on, "from_on": on})
        return _cancel_page(request, week, slot, form)
    form = CancelForm(request.POST)
    if not form.is_valid():
        return _cancel_page(request, week, slot, form)
    try:
        made = _cancel(request, slot, form.cleaned_data)
    except NothingToCancel:
        form.refuse_as_empty()
        return _cancel_page(request, week, slot, form)
    if made:
        messages.success(request, _t("Cancelled. Families see it now."), anchor_of(slot.pk, on))
    else:
        messages.info(request, _t("This was cancelled already."), anchor_of(slot.pk, on))
    return _back(week, slot, on, f"?tehty={made.pk}" if made else "")


@require_POST
@needs("delete_slotchange")
def restore_session(request: HttpRequest, week: str) -> HttpResponse:
    """Take a cancellation back; 303 back to the same place of the same week."""
    _monday(week)
    slot, on = _session(request, request.POST)
    form = RestoreForm(request.POST)
    if not form.is_valid():
        raise Http404
    with caching.change():
        cancellations = SlotChange.objects.filter(kind=ChangeKind.CANCELLED, slot=slot)
        made = cancellations.filter(pk=form.cleaned_data["change"]).first()
        if made:
            days = days_of(made)
            made.delete()
            _log(request, slot.activity_id, _t("Restored %(days)s.") % {"days": days})
    where = anchor_of(slot.pk, on)
    if made:
        messages.success(request, _t("Restored. Families see it now."), where)
    else:
        messages.info(request, _t("The cancellation is not there any more."), where)
    return _back(week, slot, on)


@require_http_methods(["GET", "HEAD", "POST"])
@needs("view_weeklyslot")
def link(request: HttpRequest, pk: int) -> HttpResponse:
    """Show an activity's cancel link; a press makes a new one, and the old ones stop working."""
    activity = get_object_or_404(own_activities(request), pk=pk)
    if request.method == "POST":
        return _new_link(request, activity)
    token = cancel_link.token_for(activity)
    context = {
        **admin.site.each_context(request),
        "title": _t("Cancel link"),
        "subtitle": activity,
        "activity": activity,
        "link": request.build_absolute_uri(reverse("cancel", args=[token])),
    }
    return TemplateResponse(request, "admin/week/link.html", context)


@needs("change_activity")
def _new_link(request: HttpRequest, activity: Activity) -> HttpResponse:
    with transaction.atomic():
        cancel_link.revoke(activity)
        _log(request, activity.pk, _t("A new cancel link was made; the old ones stopped working."))
    messages.success(
        request, _t("The old links have stopped working. Give this new one to those who need it.")
    )
    return HttpResponseRedirect(request.path, status=303)


# --- Pieces ----------------------------------------------------------------------------------------
def _week_name(monday: dt.date) -> str:
    number = _t("Week %(number)s") % {"number": monday.isocalendar().week}
    return f"{number}: {short_date(monday)}–{short_date(monday + dt.timedelta(6))}"


def _told_elsewhere(request: HttpRequest, days: list[ShownDay]) -> list[Message]:
    """Let each session say what was done to it; return what belongs to none on the page."""
    sessions = {session.anchor: session for day in days for session in day.sessions if session.anchor}
    elsewhere = []
    for message in messages.get_messages(request):
        if session := sessions.get(message.extra_tags):
            session.told = message.message
        else:
            elsewhere.append(message)
    return elsewhere


def _session(request: HttpRequest, data: QueryDict) -> tuple[WeeklySlot, dt.date]:
    """Return the time and the day that were pressed. Http404 when the member may not change the time."""
    form = SessionForm(data)
    if not form.is_valid():
        raise Http404
    own = WeeklySlot.objects.filter(activity__in=own_activities(request)).select_related("activity")
    return get_object_or_404(own, pk=form.cleaned_data["slot"]), form.cleaned_data["on"]


def _cancel(request: HttpRequest, slot: WeeklySlot, sent: dict) -> SlotChange | None:
    """Cancel what a valid form says and write it down, or neither; see `cancel`."""
    with transaction.atomic():
        made = cancel(own_activities(request), slot.pk, sent["first"], sent["last"], sent["reason_kind"])
        if made:
            words = {"days": days_of(made), "reason": made.get_reason_kind_display()}
            _log(request, slot.activity_id, _t("Cancelled %(days)s. %(reason)s.") % words)
    return made


def _cancel_page(request: HttpRequest, week: str, slot: WeeklySlot, form: CancelForm) -> HttpResponse:
    context = {
        **admin.site.each_context(request),
        "title": _t("Cancel for a longer time"),
        "subtitle": f"{slot.activity}: {slot}",
        "slug": week,
        "form": form,
    }
    return TemplateResponse(request, "admin/week/cancel.html", context, status=400 if form.is_bound else 200)


def _monday(slug: str) -> dt.date:
    monday = parse_week(slug, dates.today())
    if monday is None:
        raise Http404
    return monday


def _back(week: str, slot: WeeklySlot, on: dt.date, query: str = "") -> HttpResponse:
    address = f"{reverse('desk_week', args=[week])}{query}#{anchor_of(slot.pk, on)}"
    return HttpResponseRedirect(address, status=303)


def _log(request: HttpRequest, activity: int, text: str) -> None:
    """Write it down in the desk's log, at the activity."""
    rows = Activity.objects.filter(pk=activity)
    LogEntry.objects.log_actions(request.user.pk, rows, CHANGE, text, single_object=True)
