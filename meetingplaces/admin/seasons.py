"""Copying a season from a list of the desk: the days, what it will do, and then doing it."""

from __future__ import annotations

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from meetingplaces import seasons
from meetingplaces.admin.base import refuse_far
from meetingplaces.models import WeeklySlot
from services.admin.places import CALENDAR


class SeasonForm(forms.Form):
    """The first and the last day of the new season."""

    first_on = forms.DateField(
        label=_("First day of the new season"), widget=CALENDAR, validators=[refuse_far]
    )
    last_on = forms.DateField(label=_("Last day of the new season"), widget=CALENDAR, validators=[refuse_far])

    def clean(self):
        cleaned = super().clean()
        first, last = cleaned.get("first_on"), cleaned.get("last_on")
        if first and last and last < first:
            self.add_error("last_on", _("The season ends before it begins."))
        return cleaned


def may_copy(request: HttpRequest) -> bool:
    """Say whether the member may add and change times."""
    return request.user.has_perms(["meetingplaces.add_weeklyslot", "meetingplaces.change_weeklyslot"])


def ask_season(page: admin.ModelAdmin, request: HttpRequest, slots: QuerySet) -> HttpResponse | None:
    """Ask the days, then show what copying does, then copy; None when it has been done."""
    slots = slots.select_related("activity", "place").order_by("activity__name_fi", "weekday", "pk")
    form = SeasonForm(request.POST if "first_on" in request.POST else None)
    plans, days = [], ()
    if form.is_valid():
        days = form.cleaned_data["first_on"], form.cleaned_data["last_on"]
        shown = request.POST.get("shown") == _told(days)  # the plan of other days has not been seen
        if "_copy" in request.POST and shown and _copy(page, request, slots, days):
            return None
        plans = seasons.plan(slots, *days)
    context = {
        **page.admin_site.each_context(request),
        "title": _t("Copy a season"),
        "opts": page.opts,
        "form": form,
        "slots": list(slots),
        "plans": plans,
        "shown": _told(days) if plans else "",
        "has_faults": any(each.fault for each in plans),
        "chosen": request.POST.getlist(ACTION_CHECKBOX_NAME),
        "select_across": request.POST.get("select_across", "0"),
        "media": page.media,
    }
    return TemplateResponse(request, "admin/copy_season.html", context)


def _told(days: tuple) -> str:
    return " ".join(day.isoformat() for day in days)


def _copy(page: admin.ModelAdmin, request: HttpRequest, slots: QuerySet, days: tuple) -> bool:
    """Copy, and write it into the log of the desk; say whether anything was copied."""
    slot_page = admin.site.get_model_admin(WeeklySlot)
    made = seasons.copy(slots, *days)
    if not made:
        return False
    for new, old in made:
        slot_page.log_addition(request, new, _t("Copied as a new season."))
        if old is not None:
            slot_page.log_change(request, old, _t("Goes on as a new season."))
    text = ngettext("%(count)d time was copied.", "%(count)d times were copied.", len(made))
    page.message_user(request, text % {"count": len(made)}, messages.SUCCESS)
    return True
