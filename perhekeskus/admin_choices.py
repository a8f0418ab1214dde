"""How one chooses on the desk."""

from __future__ import annotations

import re

from django.contrib.admin.widgets import (
    AutocompleteSelect,
    AutocompleteSelectMultiple,
    RelatedFieldWidgetWrapper,
)
from django.db import models
from django.forms import CheckboxSelectMultiple
from django.http import HttpRequest

KEY = re.compile(r"[0-9]{1,18}", re.ASCII)


class KeysOnlyMixin:
    """A searched choice that asks the database for nothing that could not be a key."""

    def optgroups(self, name, value, attr=None):
        return super().optgroups(name, [key for key in value if KEY.fullmatch(str(key))], attr)


class SearchedChoice(KeysOnlyMixin, AutocompleteSelect):
    """One row, searched for."""


class SearchedChoices(KeysOnlyMixin, AutocompleteSelectMultiple):
    """Some rows, searched for."""


class ChoicesMixin:
    """How one chooses on the desk, in forms and in rows of children.

    can_add: fields beside which stands a button that adds what is not among the choices.
    """

    can_add: tuple[str, ...] = ()
    formfield_overrides = {models.URLField: {"assume_scheme": "https"}}

    def formfield_for_manytomany(self, db_field, request: HttpRequest, **kwargs):
        """Short lists of choices are boxes to tick; long ones are searched (`autocomplete_fields`)."""
        if db_field.name not in self.get_autocomplete_fields(request):
            kwargs.setdefault("widget", CheckboxSelectMultiple)
        else:
            kwargs.setdefault("widget", SearchedChoices(db_field, self.admin_site))
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    def formfield_for_foreignkey(self, db_field, request: HttpRequest, **kwargs):
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs.setdefault("widget", SearchedChoice(db_field, self.admin_site))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def formfield_for_dbfield(self, db_field, request: HttpRequest, **kwargs):
        """Beside a choice stand no buttons that would change or delete what is chosen."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        wrapper = getattr(field, "widget", None)
        if isinstance(wrapper, RelatedFieldWidgetWrapper):
            wrapper.can_change_related = wrapper.can_delete_related = wrapper.can_view_related = False
            wrapper.can_add_related &= db_field.name in self.can_add
            if isinstance(wrapper.widget, AutocompleteSelectMultiple):
                wrapper.widget.is_required = True  # else a cross that empties the whole list
        return field
