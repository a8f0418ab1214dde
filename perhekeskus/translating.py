"""Makes a model's texts translated and keeps its history; each app's translation.py calls it.

History is registered after translation, and without the original fields: registered in the
model's body it crashes on the language columns (shared/libraries.md section 1).
"""

from __future__ import annotations

from collections.abc import Collection

import simple_history
from django.db import connections, models
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

    def create_historical_record_m2ms(self, history_instance, instance):
        """Copy a row's links beside its record, a statement for each kind of link.

        The library reads each link with both of its rows, whole, to write them one by one: more than all
        the rest of a save. Its signals of this step are not sent; nobody here listens to them.
        """
        connection = connections[history_instance._state.db]
        quote = connection.ops.quote_name
        with connection.cursor() as cursor:
            for field in history_instance._history_m2m_fields:
                links, copies = field.remote_field.through._meta, self.m2m_models[field]._meta
                columns = ", ".join(quote(each.column) for each in links.fields)
                record, owner = copies.get_field("history").column, field.m2m_column_name()
                cursor.execute(
                    f"INSERT INTO {quote(copies.db_table)} ({columns}, {quote(record)}) "  # noqa: S608
                    f"SELECT {columns}, %s FROM {quote(links.db_table)} "
                    f"WHERE {quote(owner)} = %s ORDER BY {quote(links.pk.column)}",
                    [history_instance.pk, instance.pk],
                )


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
