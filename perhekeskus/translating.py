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
        """Copy a row that has just been written, and its links, beside its history: a statement a table.

        The library writes each value again from Python, and reads each link with both of its rows, whole,
        to write them one by one: more than all the rest of a save. Its signals of these steps are not
        sent; nobody here listens to them. A row that is gone cannot be copied: of that it makes the record.
        """
        if history_type == "-":
            super().create_historical_record(instance, history_type, using)
            return
        user = self.get_history_user(instance)
        history = getattr(instance, self.manager_name).model
        record = _copy_row(
            instance,
            self.fields_included(instance),
            history,
            {
                "history_date": getattr(instance, "_history_date", timezone.now()),
                "history_type": history_type,
                "history_user": user.pk if user else None,
                "history_change_reason": self.get_change_reason_for_object(instance, history_type, using),
            },
        )
        links = []
        for field in history._history_m2m_fields:
            through = field.remote_field.through._meta
            owner = through.get_field(field.m2m_field_name())
            copies = self.m2m_models[field]
            links.append(_copying(owner, instance.pk, through.fields, copies, {"history": record}))
        run_together(links)

    def create_historical_record_m2ms(self, history_instance, instance):
        """Copy nothing: of a row that is gone, the only one that comes here, the links have gone before."""


def _copy_row(
    row: models.Model, fields: Iterable[models.Field], into: type[models.Model], about: dict[str, object]
) -> int:
    """Copy fields of a row as it stands in the database, and return the copy's primary key."""
    sql, parameters = _copying(row._meta.pk, row.pk, fields, into, about)
    key = into._meta.pk.column
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(f"{sql} RETURNING {connection.ops.quote_name(key)}", parameters)
            return cursor.fetchone()[0]
        cursor.execute(sql, parameters)  # SQLite has RETURNING since 3.35; Django asks for less
        return connection.ops.last_insert_id(cursor, into._meta.db_table, key)


def _copying(
    key: models.Field,
    value: object,
    fields: Iterable[models.Field],
    into: type[models.Model],
    about: dict[str, object],
) -> Statement:
    """Return the statement that copies fields of the rows whose `key` is a value into another table.

    about: what else is written with each copy, by the name of its field.
    """
    copies, rows = into._meta, key.model._meta
    quote = connection.ops.quote_name
    more = [(copies.get_field(name), each) for name, each in about.items()]
    columns = ", ".join(quote(field.column) for field in fields)
    names = ", ".join(quote(field.column) for field, _each in more)
    sql = (
        f"INSERT INTO {quote(copies.db_table)} ({columns}, {names}) "  # noqa: S608
        f"SELECT {columns}, {', '.join(['%s'] * len(more))} FROM {quote(rows.db_table)} "
        f"WHERE {quote(key.column)} = %s ORDER BY {quote(rows.pk.column)}"
    )
    return sql, [field.get_db_prep_save(each, connection) for field, each in [*more, (key, value)]]


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
