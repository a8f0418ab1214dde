"""Translated texts and history of the house's own tables."""

import simple_history
from modeltranslation.translator import TranslationOptions, register

from perhekeskus.models import Installation, Redirect


@register(Installation)
class InstallationOptions(TranslationOptions):
    fields = ("name", "region_name")
    required_languages = {"fi": ("name",)}


simple_history.register(Installation, app="perhekeskus", excluded_fields=["name", "region_name"])
simple_history.register(Redirect, app="perhekeskus")
