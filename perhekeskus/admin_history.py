"""Who changed what and when: a thing's own changes and its children's, in one order of time.

Reads simple_history's tables. Plain functions: the page is `DeskMixin.history_view`.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.core.exceptions import ObjectDoesNotExist
from django.db import models
from django.utils import timezone
from django.utils.formats import localize
from django.utils.translation import gettext as _t

from perhekeskus.languages import LANGUAGES

# One press of Save writes several records: the row, each list of choices, each child.
ONE_SAVE = dt.timedelta(seconds=2)
ADDED, CHANGED, REMOVED = "+", "~", "-"
NOTHING = "–"


@dataclass(frozen=True)
class FieldChange:
    """One field, from what to what, in words."""

    label: str
    old: str
    new: str


@dataclass
class RowChange:
    """What happened to one row in one save.

    way: "+", "~" or "-". name: the row's own, "" for the thing whose page it is.
    changes: every field that changed; of a new row what was written in it, from nothing.
    """

    way: str
    kind: str
    name: str
    changes: list[FieldChange] = field(default_factory=list)


@dataclass
class Entry:
    """One save: when (local), who, and what happened to each row."""

    at: dt.datetime
    who: str
    rows: list[RowChange]


@dataclass
class _Step:
    """One row's record beside the record before it.

    path: the relation that led to the row, "" for the thing itself; owner: its column to its parent.
    """

    record: models.Model
    before: models.Model | None
    path: str
    owner: str


def history_of(item: models.Model, relations: Iterable[str]) -> list[Entry]:
    """Return the history of an item and of its children, newest first.

    relations: names of relations to children, "place_links.hours" for a child's children.
    """
    steps = _steps(type(item), "id", [item.pk], "")
    for relation in relations:
        steps += _child_steps(item, relation)
    steps.sort(key=lambda step: (step.record.history_date, step.record.history_id), reverse=True)
    names = _Names()
    entries = []
    for save in _saves(steps):
        rows = [row for same in _by_row(save).values() if (row := _row_change(same, names))]
        if rows:
            entries.append(_entry(save, rows))
    return entries


def _child_steps(item: models.Model, relation: str) -> list[_Step]:
    model, parents, column = type(item), [item.pk], ""
    for name in relation.split("."):
        link = model._meta.get_field(name).field
        model, column = link.model, link.attname
        if not hasattr(model, "history"):
            return []
        if name != relation.split(".")[-1]:
            parents = list(
                model.history.filter(**{f"{column}__in": parents}).values_list("id", flat=True).distinct()
            )
    return _steps(model, column, parents, relation)


def _steps(model: type[models.Model], column: str, values: list, path: str) -> list[_Step]:
    """Return each record of the rows that belong to these parents, beside the one before it."""
    if not hasattr(model, "history"):
        return []
    history = model.history.model
    records = list(
        history.objects.filter(**{f"{column}__in": values})
        .select_related("history_user")
        .order_by("history_date", "history_id")
    )
    _read_chosen(history, records)
    before: dict = {}
    steps = []
    for record in records:
        steps.append(_Step(record, before.get(record.id), path, column))
        before[record.id] = record
    return steps


def _read_chosen(history: type[models.Model], records: list) -> None:
    """Read what was chosen in each list of each record, as `record.chosen`: {field: [pk, …]}."""
    by_id = {record.history_id: record for record in records}
    for record in records:
        record.chosen = {m2m: [] for m2m in record._history_m2m_fields}
    for m2m in getattr(history, "_history_m2m_fields", ()):
        rows = getattr(history, m2m.name).model.objects.filter(history__in=by_id)
        target = f"{m2m.m2m_reverse_field_name()}_id"
        for history_id, pk in rows.order_by(target).values_list("history_id", target):
            by_id[history_id].chosen[m2m].append(pk)


def _saves(steps: Sequence[_Step]) -> list[list[_Step]]:
    """Cut the records, newest first, into those that one person wrote at one time."""
    saves: list[list[_Step]] = []
    for step in steps:
        last = saves[-1][-1].record if saves else None
        together = (
            last is not None
            and last.history_user_id == step.record.history_user_id
            and last.history_date - step.record.history_date <= ONE_SAVE
        )
        if together:
            saves[-1].append(step)
        else:
            saves.append([step])
    return saves


def _by_row(save: list[_Step]) -> dict[tuple, list[_Step]]:
    """Return the steps of each row, oldest first; the thing itself comes before its children."""
    rows = defaultdict(list)
    for step in reversed(save):
        rows[step.path != "", step.path, step.record.id].append(step)
    return dict(sorted(rows.items()))


def _entry(save: list[_Step], rows: list[RowChange]) -> Entry:
    newest = save[0].record
    who = str(newest.history_user) if newest.history_user else _t("the portal itself")
    return Entry(timezone.localtime(newest.history_date), who, rows)


def _row_change(steps: list[_Step], names: _Names) -> RowChange | None:
    """Return what one save did to one row, or None when it left everything as it was."""
    first, last = steps[0], steps[-1]
    ways = [step.record.history_type for step in steps]
    way = REMOVED if REMOVED in ways else ADDED if ADDED in ways else CHANGED
    model = last.record.instance_type
    row = RowChange(way, str(model._meta.verbose_name), _name(last.record) if last.path else "")
    if way != REMOVED:
        before = first.before if way == CHANGED else None
        row.changes = _field_changes(before, last.record, names, without=last.owner)
    if way == CHANGED and not row.changes:
        return None
    return row


def _name(record) -> str:
    """The row's own name; "" when what it is named after has gone."""
    try:
        return str(record.instance)
    except (ObjectDoesNotExist, AttributeError):
        return ""


def _field_changes(old, new, names: _Names, *, without: str) -> list[FieldChange]:
    changes = []
    for column in new.tracked_fields:
        if column.primary_key or not column.editable or column.attname == without:
            continue
        before, after = (_value(record, column) for record in (old, new))
        if before != after:
            before = None if old is None else before
            changes.append(FieldChange(_label(column), names.text(column, before), names.text(column, after)))
    for m2m, after in new.chosen.items():
        before = old.chosen[m2m] if old is not None else []
        if before != after:
            texts = (
                ", ".join(names.of(m2m.related_model, pk) for pk in pks) or NOTHING for pks in (before, after)
            )
            changes.append(FieldChange(_label(m2m), *texts))
    return changes


def _value(record, column):
    """The value of a column; an empty text and nothing at all are the same.

    Without a record: what a new row has of itself, which nobody chose.
    """
    value = column.get_default() if record is None else getattr(record, column.attname)
    return None if value == "" else value


def _label(column) -> str:
    """The field's name as the form has it: a translated one with its language."""
    original = getattr(column, "translated_field", None)
    name = str((original or column).verbose_name)
    name = name[:1].upper() + name[1:]
    return f"{name} · {LANGUAGES[column.language].own_name}" if original is not None else name


class _Names:
    """Values in words; the name of what a row points at is read once."""

    def __init__(self):
        self._known: dict[tuple, str] = {}

    def text(self, column, value) -> str:
        choices = dict(column.flatchoices or ())
        if value in choices:
            return str(choices[value])
        if value is None:
            return NOTHING
        if isinstance(column, models.ForeignKey):
            return self.of(column.related_model, value)
        if isinstance(value, bool):
            return _t("Yes") if value else _t("No")
        return str(localize(value))

    def of(self, model, pk) -> str:
        """The name of a row, also of one that has been deleted since."""
        if (model, pk) not in self._known:
            self._known[model, pk] = self._read(model, pk)
        return self._known[model, pk]

    @staticmethod
    def _read(model, pk) -> str:
        present = model._default_manager.filter(pk=pk).first()
        if present is not None:
            return str(present)
        try:
            last = model.history.filter(id=pk).latest("history_date")
            return _t("%(name)s (deleted)") % {"name": last.instance}
        except (AttributeError, ObjectDoesNotExist):
            return _t("deleted")
