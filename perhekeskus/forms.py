"""The form for a family's own municipality."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from perhekeskus.collation import collation_key
from services.models import Municipality, Place


class HomeMunicipalityForm(forms.Form):
    """Municipality, and a locality where a municipality has several centres.

    home: "kittila", or "kittila/sirkka" with the locality; "" with the button that takes it away.
    """

    home = forms.ChoiceField(label=_("Your municipality"), widget=forms.RadioSelect, required=False)
    clear = forms.CharField(required=False, widget=forms.HiddenInput)
    next = forms.CharField(required=False, widget=forms.HiddenInput, max_length=2000)

    def __init__(self, data, *, initial: dict, language: str):
        own = "/".join(initial[name] for name in ("kunta", "alue") if initial.get(name))
        super().__init__(data, initial={"home": own, "next": initial["next"]})
        self.fields["home"].choices = home_choices(language)

    def clean(self):
        cleaned = super().clean()
        if not cleaned.get("home") and not cleaned.get("clear") and "home" not in self.errors:
            self.add_error("home", _("Choose your municipality."))
        return cleaned

    def choice(self) -> tuple[str, str]:
        """Return municipality and locality, both "" when the choice is taken away."""
        if self.cleaned_data.get("clear"):
            return "", ""
        town, _slash, locality = self.cleaned_data["home"].partition("/")
        return town, locality


def home_choices(language: str) -> list[tuple[str, str]]:
    """Return covered municipalities in Finnish order, each followed by its localities."""
    choices = []
    places = Place.objects.visible_to(None).exclude(locality_slug="").order_by()
    localities: dict[int, dict[str, str]] = {}
    for town, slug, name in places.values_list("municipality_id", "locality_slug", "locality").distinct():
        localities.setdefault(town, {})[slug] = name
    towns = sorted(Municipality.objects.covered(), key=lambda town: collation_key(town.name_in(language)))
    for town in towns:
        choices.append((town.slug, town.name_in(language)))
        near = sorted(localities.get(town.pk, {}).items(), key=lambda pair: collation_key(pair[1]))
        choices += [(f"{town.slug}/{slug}", f"{town.name_in(language)}, {name}") for slug, name in near]
    return choices
