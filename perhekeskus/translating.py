"""Makes a model's texts translated and keeps its history; each app's translation.py calls it.

History is registered after translation, and without the original fields: registered in the
model's body it crashes on the language columns (shared/libraries.md section 1).
"""

from __future__ import annotations

from collections.abc import Collection

import simple_history
from django.db import models
from modeltranslation.translator import TranslationOptions
from modeltranslation.translator import register as register_options
from simple_history.models import HistoricalRecords


class LinkHistory(HistoricalRecords):
    """History of a model and its links, also of those made from the other side.

    At `theme.services.add(service)` the library would write a record of the theme where one of
    the service belongs, and crash.
    """

    def m2m_changed(self, instance, action, attr, pk_set, reverse, model, **kwargs):
        changed = model.objects.filter(pk__in=pk_set or ()) if reverse else [instance]
        for row in changed if action.startswith("post_") else ():
            super().m2m_changed(row, action, attr, pk_set, reverse, **kwargs)


def register(model: type[models.Model], *fields: str, required: Collection[str] = ()) -> None:
    """Translate these fields of a model, `required` in Finnish, and keep its history."""
    if fields:
        options = type(f"{model.__name__}Options", (TranslationOptions,), {"fields": fields})
        options.required_languages = {"fi": required} if required else ()
        register_options(model)(options)
    simple_history.register(
        model,
        app=model._meta.app_label,
        records_class=LinkHistory,
        excluded_fields=list(fields),
        m2m_fields=[
            field.name
            for field in model._meta.local_many_to_many
            if field.remote_field.through._meta.auto_created
        ],
    )
