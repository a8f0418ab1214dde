"""Rows of the database that demo records become: found by their key, made when they are missing."""

from __future__ import annotations

import datetime as dt
from collections import Counter

from perhekeskus.demo.records import Text

SOURCE = "demo"


def fields_of(record: dict, *names: str) -> dict:
    """Return a record's values for model fields; a `Text` as one value for each language."""
    values: dict = {}
    for name in names:
        value = record.get(name)
        if isinstance(value, Text):
            values |= value.fields(name)
        elif value is not None:
            values[name] = value
    return values


def by_key(model, keys) -> list:
    """Return demo items by key, in the order asked. KeyError when one is missing."""
    found = {item.source_id: item for item in model.objects.filter(source=SOURCE, source_id__in=keys)}
    return [found[key] for key in keys]


def by_slug(model, slugs, *, field: str = "slug") -> list:
    """Return rows by slug, in the order asked. KeyError when one is missing."""
    found = {getattr(row, field): row for row in model.objects.filter(**{f"{field}__in": slugs})}
    return [found[slug] for slug in slugs]


class Rows:
    """Makes what is missing, leaves what is there alone, and counts both.

    made, kept: how many rows of each model were made now, and were there already.
    """

    def __init__(self, *, today: dt.date):
        self.today = today
        self.made: Counter = Counter()
        self.kept: Counter = Counter()

    def item(self, model, key: str, **values):
        """Return a public item and whether it was made now."""
        item = model.objects.filter(source=SOURCE, source_id=key).first()
        if item is not None:
            self.kept[model] += 1
            return item, False
        state = values.setdefault("state", model.State.PUBLISHED)
        values.setdefault("published_on", self.today if state == model.State.PUBLISHED else None)
        self.made[model] += 1
        return model.objects.create(source=SOURCE, source_id=key, **values), True

    def owned(self, model, key: str, **values):
        """Make a row with a key of its own that belongs to an item made just now."""
        self.made[model] += 1
        return model.objects.create(source=SOURCE, source_id=key, **values)

    def row(self, model, lookup: dict, **values):
        """Return a row that has no key of its own."""
        row = model.objects.filter(**lookup).first()
        if row is not None:
            self.kept[model] += 1
            return row
        self.made[model] += 1
        return model.objects.create(**lookup, **values)
