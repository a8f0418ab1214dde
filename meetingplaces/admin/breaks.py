"""Breaks: one sets a break for many at once, and sees first what it touches."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from itertools import groupby

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from meetingplaces.admin.base import CLOCKS, CautionsMixin
from meetingplaces.calendar import Calendar, calendar_of
from meetingplaces.models import Break
from meetingplaces.pausing import RELATIONS, named_by, touched_by
from meetingplaces.sessions import time_words
from meetingplaces.timetable import Occurrence, monday_of
from perhekeskus import caching, dates, languages
from perhekeskus.admin import PortalAdmin, PortalForm, in_every_language

SHOW = "_touched"
# A break is hardly longer than this; what it would touch later is not counted.
LOOKS_AHEAD = dt.timedelta(weeks=53)


@dataclass(frozen=True)
class TouchedWeek:
    """The sessions of one week: its number, its Monday, and a line for each."""

    number: int
    monday: dt.date
    lines: list[str]


class BreakForm(PortalForm):
    """A break. It holds for the times of everything that is named: of any of these."""

    class Meta:
        help_texts = {
            "municipalities": _("A school holiday is a municipality's own."),
            "actors": _("All the activities of which one of these is an organiser."),
        }


class ShownFirst:
    """Makes a form one that is not saved yet, whatever was sent, though nothing is wrong with it."""

    def is_valid(self) -> bool:
        super().is_valid()
        return False


@admin.register(Break)
class BreakAdmin(CautionsMixin, PortalAdmin):
    """A named pause of many at once."""

    form = BreakForm
    change_form_template = "admin/break_form.html"
    desk_order = 30
    formfield_overrides = CLOCKS
    autocomplete_fields = list(RELATIONS)
    list_display = ["titled", "from_on", "until_on"]
    list_filter = [("municipalities", admin.RelatedOnlyFieldListFilter)]
    date_hierarchy = "from_on"
    search_fields = in_every_language("name")
    fieldsets = [
        (_("What break is it, and when?"), {"fields": ["name", ("from_on", "until_on")]}),
        (
            _("Whose break is it?"),
            {
                "fields": list(RELATIONS),
                "description": _(
                    "It holds for every time of any of these. A time that is held during breaks too goes on, "
                    "and so does a session of which a change has been written for that date."
                ),
            },
        ),
    ]

    def get_form(self, request: HttpRequest, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        return type(form.__name__, (ShownFirst, form), {}) if SHOW in request.POST else form

    def render_change_form(self, request: HttpRequest, context: dict, obj=None, **kwargs) -> HttpResponse:
        form = context["adminform"].form
        if SHOW in request.POST and not form.errors:
            context |= _touched(form.cleaned_data, obj)
        return super().render_change_form(request, context, obj=obj, **kwargs)

    def cautions(self, item: Break) -> list[str]:
        if any(getattr(item, relation).exists() for relation in RELATIONS):
            return []
        return [_t("This break names nothing, so it holds for nothing.")]


def _touched(cleaned: dict, saved: Break | None) -> dict:
    """Return what the form's break would touch, for the page; nothing is saved."""
    calendar = calendar_of(languages.DEFAULT, caching.current_revision())
    first, last = cleaned["from_on"], cleaned["until_on"]
    counted_until = min(last, first + LOOKS_AHEAD)
    named = named_by({relation: cleaned[relation] for relation in RELATIONS})
    taken, kept = touched_by(
        calendar, named, first, counted_until, saved_as=saved.pk if saved is not None else None
    )
    return {
        "touched": [
            {"is_taken": is_taken, "count": len(sessions), "weeks": _by_week(calendar, sessions)}
            for is_taken, sessions in ((True, taken), (False, kept))
        ],
        "counted_until": counted_until if counted_until < last else None,
    }


def _by_week(calendar: Calendar, sessions: list[Occurrence]) -> list[TouchedWeek]:
    return [
        TouchedWeek(monday.isocalendar().week, monday, [_line(calendar, session) for session in group])
        for monday, group in groupby(sessions, key=lambda session: monday_of(session.on))
    ]


def _line(calendar: Calendar, session: Occurrence) -> str:
    """Return a session's date, time, activity and place: 8.12.2026 9.30–11.30 · Perhekahvila · Talo."""
    when = f"{dates.short_date(session.on)} {time_words(session.start, session.end)}".strip()
    place = calendar.places.get(session.place)
    return " · ".join([when, str(calendar.activities[session.activity]), *([str(place)] if place else [])])
