"""The desk's coverage: on which weekdays the coming weeks have nothing, where, and why."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import groupby

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.dates import WEEKDAYS
from django.utils.text import capfirst
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from meetingplaces import coverage as figures
from meetingplaces.calendar import Calendar, calendar_of
from meetingplaces.coverage import Cell, Gap, Reason, Row, Why
from meetingplaces.holidays import holiday_name
from meetingplaces.weeks import week_slug
from perhekeskus import dates, languages
from perhekeskus.collation import collation_key
from perhekeskus.dates import short_date
from perhekeskus.translated import local_text
from services.models import AgeGroup, Municipality

WEEKS = (4, 8, 12)
WORDS = {
    Why.CANCELLED: _("cancelled"),
    Why.MOVED: _("moved to another date"),
    Why.NOT_KNOWN: _("not known: the dates or the price are not told"),
    Why.NOTHING: _("nothing planned"),
}


@dataclass(frozen=True)
class ShownGap:
    """Days that have nothing for the same reasons; each with the address of its week on the desk."""

    words: str
    days: list[tuple[str, str]]


@dataclass(frozen=True)
class ShownCell:
    """A weekday: how many of its days have something, in words, and why the others have not."""

    weekday: str
    level: str
    words: str
    gaps: list[ShownGap]


@dataclass(frozen=True)
class ShownRow:
    """The weekdays of an age group."""

    age: str
    cells: list[ShownCell]


@require_safe
def coverage(request: HttpRequest) -> HttpResponse:
    """Show the coming weeks, 4 unless `viikot` says 8 or 12; for coordinators."""
    if not request.user.is_coordinator:
        raise PermissionDenied
    asked = request.GET.get("viikot", str(WEEKS[0]))
    if asked not in map(str, WEEKS):
        raise Http404
    language = languages.current().code
    calendar = calendar_of(language, request.page.revision)
    groups = {group.slug: group for group in AgeGroup.objects.all()}
    towns = sorted(Municipality.objects.covered(), key=lambda town: collation_key(town.name_in(language)))
    ages = figures.under_school_age(group.span for group in groups.values())
    rows = figures.coverage(calendar, [town.slug for town in towns], ages, dates.today(), int(asked))
    context = {
        **admin.site.each_context(request),
        "title": _t("Coverage"),
        "weekdays": [capfirst(WEEKDAYS[number - 1]) for number in figures.WEEKDAYS],
        "tables": _tables(rows, calendar, {town.slug: town.name_in(language) for town in towns}, groups),
        "weeks": int(asked),
        "choices": WEEKS,
    }
    return TemplateResponse(request, "admin/coverage.html", context)


def _tables(
    rows: list[Row], calendar: Calendar, towns: dict, groups: dict
) -> list[tuple[str, list[ShownRow]]]:
    """Return a table for each area: its name, and a row for each age group."""
    tables = []
    for area, own in groupby(rows, key=lambda row: row.area):
        name = ", ".join(filter(None, (towns[area.town], area.locality)))
        shown = [
            ShownRow(local_text(groups[row.age], "name", calendar.language).text, _cells(row, calendar))
            for row in own
        ]
        tables.append((name, shown))
    return tables


def _cells(row: Row, calendar: Calendar) -> list[ShownCell]:
    return [
        ShownCell(capfirst(WEEKDAYS[cell.weekday - 1]), _level(cell), _words(cell), _gaps(cell, calendar))
        for cell in row.cells
    ]


def _level(cell: Cell) -> str:
    return "all" if cell.held == cell.days else "some" if cell.held else "none"


def _words(cell: Cell) -> str:
    if cell.held == cell.days:
        return _t("Every week")
    if not cell.held:
        return _t("On no week")
    return _t("Held in %(held)d of %(all)d weeks") % {"held": cell.held, "all": cell.days}


def _gaps(cell: Cell, calendar: Calendar) -> list[ShownGap]:
    """Return the gaps, those of the same reasons together."""
    by_words: dict[str, list[Gap]] = defaultdict(list)
    for gap in cell.gaps:
        words = ", ".join(_reason(reason, gap, calendar) for reason in gap.reasons)
        by_words[words].append(gap)
    return [ShownGap(words, [(_day(gap), _address(gap)) for gap in gaps]) for words, gaps in by_words.items()]


def _reason(reason: Reason, gap: Gap, calendar: Calendar) -> str:
    if reason.why == Why.HOLIDAY:
        return holiday_name(gap.on, calendar.language).text
    if reason.why == Why.BREAK:
        return local_text(calendar.breaks[reason.pause], "name", calendar.language).text
    return str(WORDS[reason.why])


def _day(gap: Gap) -> str:
    return short_date(gap.on).removesuffix(str(gap.on.year))


def _address(gap: Gap) -> str:
    return f"{reverse('desk_week', args=[week_slug(gap.on)])}#paiva-{gap.on.isoformat()}"
