"""Filters of the desk's lists: what has not been checked, what has not been translated."""

from __future__ import annotations

import datetime as dt

from django.contrib import admin
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from perhekeskus import dates, languages

CHECK_INTERVAL = dt.timedelta(days=365)


class CheckedFilter(admin.SimpleListFilter):
    """Items by when somebody last made sure that everything is right."""

    title = _("last checked on")
    parameter_name = "checked"

    def lookups(self, request, model_admin):
        return [("never", _("Never")), ("old", _("Over a year ago")), ("fresh", _("Within a year"))]

    def queryset(self, request, queryset):
        limit = dates.today() - CHECK_INTERVAL
        conditions = {
            "never": Q(reviewed_on__isnull=True),
            "old": Q(reviewed_on__lt=limit),
            "fresh": Q(reviewed_on__gte=limit),
        }
        return queryset.filter(conditions[self.value()]) if self.value() in conditions else queryset


class UntranslatedFilter(admin.SimpleListFilter):
    """Items whose name is still missing in an enabled language."""

    title = _("not translated")
    parameter_name = "untranslated"

    def lookups(self, request, model_admin):
        return [(language.code, language.own_name) for language in languages.enabled()[1:]]

    def queryset(self, request, queryset):
        for language in languages.enabled()[1:]:
            if self.value() == language.code:
                return queryset.filter(**{f"name_{language.column_suffix}": ""})
        return queryset


def in_languages(item, field: str = "name") -> str:
    """Return the codes of the enabled languages in which an item's field has a text: "fi sv"."""
    codes = (language.code for language in languages.enabled())
    return " ".join(code for code in codes if getattr(item, f"{field}_{code.replace('-', '_')}"))
