"""Professionals who come as guests of a time."""

from __future__ import annotations

from django.contrib import admin
from django.forms import ModelChoiceField
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from meetingplaces.admin.base import CLOCKS
from meetingplaces.models import Visit, VisitDate, WeeklySlot
from perhekeskus.admin import PlainTabularInline, PortalAdmin, PortalForm, in_every_language
from services.admin.scope import ActorScopedMixin


class VisitDateInline(PlainTabularInline):
    """Dates of the rhythm single dates, and those on which the visit is cancelled."""

    model = VisitDate
    formfield_overrides = CLOCKS
    verbose_name_plural = _("On which dates? Single dates, and those that are cancelled")
    fields = ["on", "is_cancelled"]


class SlotChoice(ModelChoiceField):
    """Times by what they are times of."""

    def label_from_instance(self, slot: WeeklySlot) -> str:
        return f"{slot.activity} · {slot}"


class VisitForm(PortalForm):
    """A visit: within its session."""

    def clean(self):
        cleaned = super().clean()
        slot = cleaned.get("slot") or (self.instance.slot if self.instance.slot_id else None)
        start, end = cleaned.get("start_time"), cleaned.get("end_time")
        if slot is not None and start and slot.start_time and start < slot.start_time:
            self.refuse("start_time", _("The session has not begun then."))
        if slot is not None and end and slot.end_time and end > slot.end_time:
            self.refuse("end_time", _("The session has ended by then."))
        return cleaned


@admin.register(Visit)
class VisitAdmin(ActorScopedMixin, PortalAdmin):
    """A professional's role at a time; families see it when both sides have confirmed it."""

    form = VisitForm
    desk_order = 16
    # Who comes, and that they come, is the visitor's own word.
    kept_by_coordinator = ("member", "confirmed_by_visitor")
    formfield_overrides = CLOCKS
    inlines = [VisitDateInline]
    autocomplete_fields = ["member"]
    list_display = ["role_fi", "session", "rhythm", "confirmed_by_organiser", "confirmed_by_visitor"]
    list_filter = ["confirmed_by_organiser", "confirmed_by_visitor"]
    list_select_related = ["slot__activity"]
    search_fields = [*in_every_language("role", "topic", "slot__activity__name")]
    ordering = ["role_fi", "pk"]
    fieldsets = [
        (_("Whose guest is it?"), {"fields": ["slot"]}),
        (
            _("Who comes?"),
            {
                "fields": ["role", "topic", "member"],
                "description": _("A role, never a name. Families do not see the member."),
            },
        ),
        (
            _("When?"),
            {
                "fields": [
                    ("rhythm", "nth"),
                    ("start_time", "end_time"),
                    ("valid_from_on", "valid_until_on"),
                ],
                "description": _("On the weekday of the time, and within its session."),
            },
        ),
        (
            _("Is it agreed?"),
            {
                "fields": [("confirmed_by_organiser", "confirmed_by_visitor")],
                "description": _("Families see the visit when both have confirmed it."),
            },
        ),
    ]

    def formfield_for_foreignkey(self, db_field, request: HttpRequest, **kwargs):
        if db_field.name == "slot":
            kwargs["form_class"] = SlotChoice
        field = super().formfield_for_foreignkey(db_field, request, **kwargs)
        if db_field.name == "slot":
            field.queryset = field.queryset.select_related("activity").order_by(
                "activity__name_fi", "weekday", "pk"
            )
        return field

    def get_fieldsets(self, request: HttpRequest, obj=None) -> list[tuple]:
        """A visit stays with its time."""
        fieldsets = super().get_fieldsets(request, obj)
        return [(fieldsets[0][0], {"fields": ["session"]}), *fieldsets[1:]] if obj else fieldsets

    def get_readonly_fields(self, request: HttpRequest, obj=None) -> tuple[str, ...]:
        return (*super().get_readonly_fields(request, obj), *(["session"] if obj else []))

    @admin.display(description=_("time"), ordering="slot__activity__name_fi")
    def session(self, item: Visit) -> str:
        url = reverse("admin:meetingplaces_weeklyslot_change", args=[item.slot_id])
        return format_html('<a href="{}">{} · {}</a>', url, item.slot.activity, item.slot)
