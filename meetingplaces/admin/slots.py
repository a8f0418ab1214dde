"""Times of an activity, their single dates and what is otherwise on some dates."""

from __future__ import annotations

import datetime as dt

from django.contrib import admin, messages
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from meetingplaces.admin.base import CautionsMixin, ListedChildren, PlaceChoicesMixin, add_link
from meetingplaces.admin.seasons import ask_season, may_copy
from meetingplaces.calendar import change_rule, slot_rule
from meetingplaces.changes import faults_of, kinds_for
from meetingplaces.drafts import warnings_about
from meetingplaces.models import SlotChange, SlotDate, Visit, WeeklySlot
from meetingplaces.pausing import pauses_of
from meetingplaces.terms import Rhythm
from perhekeskus import dates
from perhekeskus.admin import (
    NamedFormSet,
    PlainTabularInline,
    PortalAdmin,
    PortalForm,
    StackedInline,
    TabularInline,
    in_every_language,
    without_fields,
)
from services.admin.scope import ActorScopedMixin

SHOWN_BACK = dt.timedelta(weeks=4)


class DateInline(PlainTabularInline):
    """The dates of the rhythm single dates."""

    model = SlotDate
    formset = NamedFormSet
    formfield_overrides = PlaceChoicesMixin.formfield_overrides
    verbose_name_plural = _("On which dates? Only when the rhythm is single dates")
    fields = ["on"]


class ChangeForm(PortalForm):
    """One change; its rules need the time and the other changes, and stand in `changes.py`."""

    class Meta:
        help_texts = {
            "kind": _(
                "Cancelled needs a reason. Changed tells the new time, place, organiser, registration or "
                "price. Moved needs the new date. An extra session may have a time and place of its own. "
                "What happens this time needs only its name. Leave the other fields empty."
            ),
            "from_on": _("A date on which it would be held; of an extra session, the date of its own."),
        }

    def clean(self):
        cleaned = super().clean()
        # `faults_of` says of each field, in words, what the constraints would say of the whole.
        self.instance.validate_constraints = lambda **_: None
        return cleaned


class ChangeFormSet(NamedFormSet):
    """The changes of one time; those that were written before and are left as they are, are not judged.

    dates: the form set of the time's single dates, sent with these; set by the admin.
    """

    dates = None

    def add_fields(self, form, index) -> None:
        super().add_fields(form, index)
        if "kind" in form.fields:
            offered = {*kinds_for(self.instance.rhythm), form.instance.kind, ""}
            choices = form.fields["kind"].choices
            if self.instance.pk:
                form.fields["kind"].choices = [choice for choice in choices if choice[0] in offered]

    def clean(self):
        super().clean()
        kept = [form for form in self.forms if form not in self.deleted_forms]
        judged = [form for form in kept if form.has_changed() and not form.errors]
        if not judged or self.instance.activity_id is None:
            return
        slot = slot_rule(self.instance, self._sent_dates())
        slot = slot._replace(pk=slot.pk or 0)
        rules = {form: self._rule(form, number, slot.pk) for number, form in enumerate(kept)}
        pauses = pauses_of([self.instance])
        for form in judged:
            others = [rule for other, rule in rules.items() if other is not form and rule is not None]
            for field, text in faults_of(form.instance, slot, others, pauses).items():
                form.refuse(field, text)

    @staticmethod
    def _rule(form, number: int, slot: int):
        """The change of a form, later than all that is written when it is new; None when it is none."""
        row = form.instance
        if row.from_on is None or not row.kind or form.errors or (row.to_on is None and row.kind == "moved"):
            return None
        return change_rule(row)._replace(pk=row.pk or 10**12 + number, slot=slot)

    def _sent_dates(self) -> list:
        if self.dates is None:
            return [row.on for row in self.instance.dates.all()] if self.instance.pk else []
        self.dates.is_valid()
        gone = self.dates.deleted_forms if self.dates.can_delete else ()
        rows = (form.instance for form in self.dates.forms if form not in gone)
        return sorted(row.on for row in rows if row.on)


class ChangeInline(PlaceChoicesMixin, StackedInline):
    """What is otherwise than the rhythm: cancelled, changed, moved, extra, or what happens."""

    model = SlotChange
    form = ChangeForm
    formset = ChangeFormSet
    verbose_name_plural = _("What is otherwise on some dates? Older than four weeks are in the history alone")
    autocomplete_fields = ["organiser"]
    fieldsets = [
        (
            None,
            {
                "fields": [
                    "kind",
                    ("from_on", "until_on"),
                    ("reason_kind", "reason"),
                    "to_on",
                    ("start_time", "end_time"),
                    "place",
                    "organiser",
                    "registration",
                    "price_note",
                    "title",
                ]
            },
        ),
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        """What is over long since is not in the form's way, nor can it be changed."""
        limit = dates.today() - SHOWN_BACK
        still = Q(from_on__gte=limit) | Q(until_on__gte=limit) | Q(to_on__gte=limit)
        return super().get_queryset(request).filter(still)


class VisitsInline(ListedChildren, TabularInline):
    """Professionals as guests, each with a page of its own."""

    model = Visit
    verbose_name_plural = _("Who comes as a guest?")
    fields = ["rhythm", "confirmed_by_organiser", "confirmed_by_visitor"]


class SlotForm(PortalForm):
    """A time of an activity."""

    class Meta:
        help_texts = {
            "place": _("Families are told to ask where it is, when this is empty."),
            "rhythm": _(
                "Even and odd are the numbers of the weeks; week 53 and the next week 1 are both odd."
            ),
            "weekday": _("Not needed for single dates, nor when the dates vary."),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "replaced_by" in self.fields:
            siblings = WeeklySlot.objects.filter(activity=self.instance.activity_id)
            self.fields["replaced_by"].queryset = siblings.exclude(pk=self.instance.pk)


@admin.register(WeeklySlot)
class WeeklySlotAdmin(ActorScopedMixin, PlaceChoicesMixin, CautionsMixin, PortalAdmin):
    """A recurring time of an activity; reached from the activity, and listed for copying a season."""

    form = SlotForm
    desk_order = 15
    inlines = [DateInline, ChangeInline, VisitsInline]
    history_children = ("visits.dates",)
    actions = ["copy_season"]
    autocomplete_fields = ["activity", "channel"]
    list_display = ["activity", "when", "place", "valid_from_on", "valid_until_on"]
    list_filter = [
        "weekday",
        "rhythm",
        ("place", admin.RelatedOnlyFieldListFilter),
        ("activity", admin.RelatedOnlyFieldListFilter),
    ]
    list_select_related = ["activity", "place"]
    search_fields = [*in_every_language("activity__name", "place__name")]
    fieldsets = [
        (_("What is it a time of, and where?"), {"fields": ["activity", "place", "municipality"]}),
        (
            _("When is it?"),
            {
                "fields": [
                    ("rhythm", "weekday", "nth"),
                    ("start_time", "end_time", "end_is_approximate"),
                    "part_of_day",
                    "time_note",
                ]
            },
        ),
        (
            _("From when until when?"),
            {"fields": [("valid_from_on", "valid_until_on"), "replaced_by", "ending_note"]},
        ),
        (
            _("Is it held during breaks and on public holidays?"),
            {"fields": [("runs_through_breaks", "runs_through_holidays")]},
        ),
        (
            _("What is otherwise than in the activity?"),
            {"fields": ["channel", ("registration", "price_kind", "food")]},
        ),
    ]

    @admin.display(description=_("time"), ordering="weekday")
    def when(self, item: WeeklySlot) -> str:
        return str(item)

    def get_fieldsets(self, request: HttpRequest, obj=None) -> list[tuple]:
        """What comes in place of a time is told when the time is there."""
        fieldsets = super().get_fieldsets(request, obj)
        return fieldsets if obj else without_fields(fieldsets, {"replaced_by"})

    def get_readonly_fields(self, request: HttpRequest, obj=None) -> tuple[str, ...]:
        """A time stays with its activity."""
        return (*super().get_readonly_fields(request, obj), *(["activity"] if obj else []))

    def get_inlines(self, request: HttpRequest, obj=None) -> list:
        inlines = super().get_inlines(request, obj)
        return inlines if obj else [inline for inline in inlines if inline is not VisitsInline]

    def _create_formsets(self, *args, **kwargs):
        """Let the changes know of the single dates that are sent with them."""
        formsets, instances = super()._create_formsets(*args, **kwargs)
        sent = {formset.model: formset for formset in formsets}
        if SlotChange in sent:
            sent[SlotChange].dates = sent.get(SlotDate)
        return formsets, instances

    def save_formset(self, request: HttpRequest, form, formset, change) -> None:
        super().save_formset(request, form, formset, change)
        if formset.model is not SlotChange:
            return
        written = [*formset.new_objects, *(row for row, _fields in formset.changed_objects)]
        for row in written:
            if (row.until_on or row.from_on) < dates.today():
                text = _t("Saved, but it is of a day that has gone: %(change)s. Is that as you mean it?")
                self.message_user(request, text % {"change": row}, messages.WARNING)

    def response_post_save_change(self, request: HttpRequest, obj: WeeklySlot) -> HttpResponse:
        """Back to the activity, from which one came."""
        return HttpResponseRedirect(reverse("admin:meetingplaces_activity_change", args=[obj.activity_id]))

    response_post_save_add = response_post_save_change

    def cautions(self, item: WeeklySlot) -> list[str]:
        found = [warning.text for warning in warnings_about(item.activity, item.pk)]
        has_dates = item.dates.exists()
        if item.rhythm == Rhythm.DATES and not has_dates:
            found.append(_t("The rhythm is single dates, but none has been written."))
        if item.rhythm != Rhythm.DATES and has_dates:
            found.append(_t("Single dates are written, but the rhythm is another: they are not shown."))
        return found

    def render_change_form(self, request: HttpRequest, context: dict, obj=None, **kwargs) -> HttpResponse:
        if obj is not None:
            context["desk_links"] = add_link(request, Visit, "slot", obj.pk, _t("Add a visit"))
        return super().render_change_form(request, context, obj=obj, **kwargs)

    def has_copy_permission(self, request: HttpRequest) -> bool:
        return may_copy(request)

    @admin.action(permissions=["copy"], description=_("Copy a season"))
    def copy_season(self, request: HttpRequest, queryset: QuerySet) -> HttpResponse | None:
        return ask_season(self, request, queryset)
