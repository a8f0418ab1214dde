"""Makes a model's texts translated and keeps its history; each app's translation.py calls it.

History is registered after translation, and without the original fields: registered in the
model's body it crashes on the language columns (shared/libraries.md section 1).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

import simple_history
from django.db import connection, models
from django.utils import timezone
from modeltranslation.translator import TranslationOptions
from modeltranslation.translator import register as register_options
from simple_history.models import HistoricalRecords

from perhekeskus.sql import Statement, run_together


class LinkHistory(HistoricalRecords):
    """History of a model and its links, also of those made from the other side.

    At `theme.services.add(service)` the library would write a record of the theme where one of
    the service belongs, and crash.
    """

    def m2m_changed(self, instance, action, attr, pk_set, reverse, model, **kwargs):
        changed = model.objects.filter(pk__in=pk_set or ()) if reverse else [instance]
        for row in changed if action.startswith("post_") else ():
            super().m2m_changed(row, action, attr, pk_set, reverse, **kwargs)

    def create_historical_record(self, instance, history_type, using=None):
        """Copy a row that has been written beside its history, with its links: a statement for each table.

        The library writes each value again from Python, and reads each link with both of its rows, whole,
        to write them one by one: more than all the rest of a save. Its signals of these steps are not
        sent; nobody here listens to them. A row that is gone cannot be copied: that record it makes itself.
        """
        if history_type == "-":
            super().create_historical_record(instance, history_type, using)
            return
        user = self.get_history_user(instance)
        about = {
            "history_date": getattr(instance, "_history_date", timezone.now()),
            "history_type": history_type,
            "history_user": user.pk if user else None,
            "history_change_reason": self.get_change_reason_for_object(instance, history_type, using),
        }
        records = getattr(instance, self.manager_name).model
        row = _copying(instance._meta.pk, instance.pk, self.fields_included(instance), records, about)
        [[(record,)]] = run_together([row])
        links = []
        for field in records._history_m2m_fields:
            through = field.remote_field.through._meta
            owner = through.get_field(field.m2m_field_name())
            about = {"history": record}
            links.append(_copying(owner, instance.pk, through.fields, self.m2m_models[field], about))
        run_together(links)


def _copying(
    key: models.Field,
    value: object,
    fields: Iterable[models.Field],
    into: type[models.Model],
    about: dict[str, object],
) -> Statement:
    """Return what copies fields of the rows whose `key` is a value into another table.

    about: what is written with each copy, by the name of its field. The rows of the statement are the
    copies' primary keys.
    """
    copies, rows = into._meta, key.model._meta
    quote = connection.ops.quote_name
    more = [(copies.get_field(name), each) for name, each in about.items()]
    columns = ", ".join(quote(field.column) for field in fields)
    names = ", ".join(quote(field.column) for field, _each in more)
    sql = (
        f"INSERT INTO {quote(copies.db_table)} ({columns}, {names}) "  # noqa: S608
        f"SELECT {columns}, {', '.join(['%s'] * len(more))} FROM {quote(rows.db_table)} "
        f"WHERE {quote(key.column)} = %s ORDER BY {quote(rows.pk.column)} RETURNING {quote(copies.pk.column)}"
    )
    return sql, [*(field.get_db_prep_save(each, connection) for field, each in more), value]


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
