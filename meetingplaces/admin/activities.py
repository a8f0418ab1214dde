"""What happens at the meeting places, who organises it and what it costs."""

from __future__ import annotations

from django import forms
from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.text import capfirst
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from meetingplaces.admin.base import CLOCKS, ListedChildren, add_link
from meetingplaces.admin.seasons import ask_season, may_copy
from meetingplaces.calendar import read
from meetingplaces.drafts import warnings_about
from meetingplaces.models import Activity, ActivityOrganiser, ActivityPrice, WeeklySlot
from meetingplaces.terms import PriceKind
from meetingplaces.views.pages import activity_response
from perhekeskus.admin import NamedFormSet, PlainTabularInline, StackedInline, in_every_language
from services.admin.base import PUBLISHING, PublicItemAdmin
from services.admin.scope import ActorScopedMixin, OwnChoicesMixin, is_bound, own_actors
from services.admin.sensitive import NeutralNameForm
from services.models import Actor


class OrganiserFormSet(NamedFormSet):
    """The organisers of one activity: one of them at most is the main one."""

    def clean(self):
        super().clean()
        kept = [form for form in self.forms if form not in self.deleted_forms]
        for form in [form for form in kept if form.cleaned_data.get("is_main")][1:]:
            form.add_error("is_main", _("Only one organiser can be the main one."))


class OrganiserInline(PlainTabularInline):
    """Who organises it; a coordinator names them."""

    model = ActivityOrganiser
    formset = OrganiserFormSet
    verbose_name_plural = _("Who organises it?")
    autocomplete_fields = ["actor"]
    fields = ["actor", "is_main", "position"]


class SlotsInline(ListedChildren, PlainTabularInline):
    """The activity's times, each with a page of its own."""

    model = WeeklySlot
    fk_name = "activity"
    verbose_name_plural = _("When is it? Times")
    fields = ["place", "valid_from_on", "valid_until_on"]


class PriceInline(OwnChoicesMixin, StackedInline):
    """The rows of the price list; a row may be of one time only."""

    model = ActivityPrice
    verbose_name_plural = _("What does it cost? Prices")
    fieldsets = [
        (
            None,
            {
                "fields": [
                    ("min_amount", "max_amount", "unit", "payer"),
                    ("is_voluntary", "is_food"),
                    "slot",
                    "note",
                ]
            },
        ),
    ]

    def get_formset(self, request: HttpRequest, obj=None, **kwargs):
        """A price may be of this activity's own times only."""
        formset = super().get_formset(request, obj, **kwargs)
        if (field := formset.form.base_fields.get("slot")) is not None:
            field.queryset = WeeklySlot.objects.filter(activity=obj.pk if obj else None)
        return formset


class ActivityForm(NeutralNameForm):
    """An activity. What publication needs is asked when all its rows are known (PublicationMixin)."""

    class Meta:
        help_texts = {
            "kind": _("Things may happen during open hours; a club has the same people each time."),
            "audiences": _("Needed before publishing, unless there are ages. Others may come too."),
            "themes": _("Families find the activity by these."),
            "price_kind": _("Needed before publishing. Not known is an honest answer too. Food is apart."),
            "languages": _("Leave out what you are not sure of."),
            "state": _("A draft is seen only here. An archived activity's page says that it has gone."),
        }

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("only_for") and not cleaned.get("audiences"):
            self.refuse("audiences", _("Choose for whom it is, when it is only for them."))
        return cleaned


class NewOwnActivityForm(ActivityForm):
    """A new activity of an actor's editor: one of its own actors organises it.

    own_actors: the editor's actors; set by the admin.
    """

    own_actors: list[Actor] = []
    organiser = forms.ModelChoiceField(Actor.objects.none(), label=capfirst(_("organiser")))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["organiser"].queryset = Actor.objects.owned_by(self.own_actors)
        if len(self.own_actors) == 1:
            self.initial.setdefault("organiser", self.own_actors[0].pk)


@admin.register(Activity)
class ActivityAdmin(ActorScopedMixin, PublicItemAdmin):
    """Something that recurs and that families come to."""

    form = ActivityForm
    desk_order = 10
    kept_by_coordinator = ("slug",)
    has_preview = True
    formfield_overrides = CLOCKS
    inlines = [OrganiserInline, SlotsInline, PriceInline]
    history_children = ("slots.dates", "slots.changes", "slots.visits")
    actions = [*PublicItemAdmin.actions, "copy_season"]
    autocomplete_fields = ["channel"]
    can_add = ("channel",)
    list_display = ["titled", "kind", "organised_by", "state", "reviewed_on", "languages_done"]
    list_filter = [
        *PublicItemAdmin.list_filter,
        "kind",
        ("organisers", admin.RelatedOnlyFieldListFilter),
        "themes",
        "price_kind",
    ]
    search_fields = [*in_every_language("name", "summary")]
    fieldsets = [
        (
            _("What is it?"),
            {"fields": ["name", "neutral_name", "kind", "summary", "what_happens", "programme_url"]},
        ),
        (
            _("For whom?"),
            {
                "fields": [
                    ("min_months", "max_months", "for_pregnancy"),
                    "audiences",
                    "only_for",
                    ("company", "siblings"),
                    "languages",
                ]
            },
        ),
        (_("What does it cost?"), {"fields": ["price_kind"]}),
        (_("Is there something to eat?"), {"fields": ["food", "food_note"]}),
        (
            _("Does one register?"),
            {
                "fields": [
                    "registration",
                    "registration_url",
                    "registration_opens_at",
                    "registration_closes_at",
                    ("capacity", "drop_in_too"),
                ]
            },
        ),
        (_("Whom does one ask?"), {"fields": ["channel"]}),
        (_("Where is it found?"), {"fields": ["themes"]}),
        PUBLISHING,
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).prefetch_related("organisers")

    @admin.display(description=_("organisers"))
    def organised_by(self, item: Activity) -> str:
        return ", ".join(str(actor) for actor in item.organisers.all())

    def preview(self, request: HttpRequest, item: Activity, language: str) -> HttpResponse:
        """The activity's page, whatever its state."""
        alone = read(language, request.page.revision, activities=Activity.objects.filter(pk=item.pk))
        return activity_response(request, item.pk, alone, is_preview=True)

    # --- A new one of an editor's ----------------------------------------------------------------
    def get_form(self, request: HttpRequest, obj=None, change=False, **kwargs):
        if not self._is_editors_new(request, obj):
            return super().get_form(request, obj, change=change, **kwargs)
        form = super().get_form(request, obj, change=change, **kwargs | {"form": NewOwnActivityForm})
        form.own_actors = own_actors(request)
        return form

    def get_fieldsets(self, request: HttpRequest, obj=None) -> list[tuple]:
        fieldsets = super().get_fieldsets(request, obj)
        if self._is_editors_new(request, obj):
            fieldsets.insert(1, (_("Who organises it?"), {"fields": ["organiser"]}))
        return fieldsets

    def get_inlines(self, request: HttpRequest, obj=None) -> list:
        """A new activity has no times yet, and an editor's tells its organiser in the form."""
        left_out = [SlotsInline] if obj is None else []
        left_out += [OrganiserInline] if self._is_editors_new(request, obj) else []
        return [inline for inline in super().get_inlines(request, obj) if inline not in left_out]

    @staticmethod
    def _is_editors_new(request: HttpRequest, obj) -> bool:
        return obj is None and is_bound(request)

    def save_related(self, request: HttpRequest, form, formsets, change: bool) -> None:
        if not change and is_bound(request):
            form.instance.organiser_links.create(actor=form.cleaned_data["organiser"])
        super().save_related(request, form, formsets, change)

    # --- The form and the list -------------------------------------------------------------------
    def cautions(self, item: Activity) -> list[str]:
        """Today's warnings of its times, and what families do not see."""
        found = [warning.text for warning in warnings_about(item)]
        if not item.slots.exists():
            found.append(_t("This has no times yet: families cannot tell when to come."))
        if item.channel is not None and not item.channel.is_public:
            found.append(
                _t("Not published, so families do not see them: %(names)s.") % {"names": item.channel}
            )
        if item.price_kind != PriceKind.ROWS and item.prices.filter(slot=None, is_food=False).exists():
            found.append(_t("The prices are not shown, because the price is said to be something else."))
        return found

    def render_change_form(self, request: HttpRequest, context: dict, obj=None, **kwargs) -> HttpResponse:
        if obj is not None:
            context["desk_links"] = add_link(request, WeeklySlot, "activity", obj.pk, _t("Add a time"))
        return super().render_change_form(request, context, obj=obj, **kwargs)

    def has_copy_permission(self, request: HttpRequest) -> bool:
        return may_copy(request)

    @admin.action(permissions=["copy"], description=_("Copy a season: all the times of these"))
    def copy_season(self, request: HttpRequest, queryset: QuerySet) -> HttpResponse | None:
        """Copy every time of the chosen activities that has not been gone on from."""
        slots = WeeklySlot.objects.filter(activity__in=queryset.values("pk"), replaced_by=None)
        return ask_season(self, request, slots)
