"""What the desk pages of the calendar share."""

from __future__ import annotations

import datetime as dt

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from meetingplaces.changes import is_far
from meetingplaces.models import MeetingPlace
from perhekeskus.admin import ChoicesMixin
from services.admin.places import CALENDAR, CLOCK
from services.admin.scope import OwnChoicesMixin, is_bound, own_actors


def refuse_far(day: dt.date) -> None:
    """Refuse a day or a moment of which the year must be a slip of the keys."""
    if is_far(day):
        raise ValidationError(_("Look at the year."))


MOMENT = forms.DateTimeInput(format="%Y-%m-%dT%H:%M", attrs={"type": "datetime-local"})
# The browser's own clock and calendar: good on a phone, and each control has its label.
CLOCKS = {
    **ChoicesMixin.formfield_overrides,
    models.TimeField: {"widget": CLOCK},
    models.DateField: {"widget": CALENDAR, "validators": [refuse_far]},
    models.DateTimeField: {
        "widget": MOMENT,
        "form_class": forms.DateTimeField,
        "validators": [refuse_far],
    },
}


class PlaceChoicesMixin(OwnChoicesMixin):
    """Offers every published meeting place: an editor's group may meet in somebody else's room."""

    formfield_overrides = CLOCKS

    def formfield_for_foreignkey(self, db_field, request: HttpRequest, **kwargs):
        field = super().formfield_for_foreignkey(db_field, request, **kwargs)
        if field is not None and db_field.related_model is MeetingPlace:
            places = MeetingPlace.objects.order_by("name_fi")
            if is_bound(request):
                places = places.published() | MeetingPlace.objects.owned_by(own_actors(request))
            field.queryset = places
        return field


class CautionsMixin:
    """Says on the form what is allowed but probably not meant, and links to what belongs to a row."""

    def cautions(self, item) -> list[str]:
        """Return what is allowed but probably not meant, in sentences."""
        return []

    def render_change_form(self, request: HttpRequest, context: dict, obj=None, **kwargs) -> HttpResponse:
        if obj is not None:  # as it is in the database: the form may have put what was sent into `obj`
            context["cautions"] = self.cautions(type(obj).objects.get(pk=obj.pk))
        return super().render_change_form(request, context, obj=obj, **kwargs)


def add_link(request: HttpRequest, model: type[models.Model], parent: str, pk: int, text: str) -> list[dict]:
    """Return the link that adds a child to a row, for `desk_links`; none without the right to it."""
    meta = model._meta
    if not request.user.has_perm(f"{meta.app_label}.add_{meta.model_name}"):
        return []
    url = reverse(f"admin:{meta.app_label}_{meta.model_name}_add", query={parent: pk})
    return [{"url": url, "text": text}]


class ListedChildren:
    """Rows of children as a list with links to pages of their own; nothing is changed in it."""

    extra = max_num = 0
    can_delete = False
    show_change_link = True

    def has_add_permission(self, request: HttpRequest, obj=None) -> bool:
        return False

    def get_readonly_fields(self, request: HttpRequest, obj=None) -> list[str]:
        return list(self.fields)
