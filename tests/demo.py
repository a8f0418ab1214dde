"""The demo as tests read it: loaded into the database, or every text of it as it is written down."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from dataclasses import dataclass
from io import StringIO

from django.apps import apps
from django.core.management import call_command
from django.db import models

from members.models import Member
from perhekeskus import demo
from perhekeskus.demo.records import Text
from perhekeskus.models import ContentModel
from services.models import County, Municipality

CONTENT = [
    model
    for model in apps.get_models()
    if issubclass(model, ContentModel) and model not in (County, Municipality)
]
LANGUAGES = ("fi", "fi_selko", "sv", "en")
EXAMPLE = ("Esimerkki", "Exempel", "Example")


# --- Loaded ----------------------------------------------------------------------------------------------
def load(**options) -> str:
    """Run load_demo and return what it told."""
    told = StringIO()
    call_command("load_demo", stdout=told, **options)
    return told.getvalue()


def counts() -> dict[str, int]:
    return {model.__name__: model.objects.count() for model in [*CONTENT, Member]}


def texts(row: models.Model) -> Iterator[tuple[models.Field, str]]:
    """Every text of a row, in every language."""
    for field in row._meta.concrete_fields:
        value = row.__dict__.get(field.attname)
        if isinstance(value, str) and value and not field.choices:
            yield field, value


def in_all_languages(row: models.Model, field: str) -> list[str]:
    return [getattr(row, f"{field}_{language}") for language in LANGUAGES]


def is_example(item) -> bool:
    return item.name_fi.startswith(EXAMPLE)


# --- As it is written down -------------------------------------------------------------------------------
@dataclass(frozen=True)
class Written:
    """One text of a demo module.

    path: from the module's own name inwards: ("SITUATIONS", "steps", "text").
    owner: Finnish name of the record it stands in, or "" where the record has none.
    """

    module: str
    path: tuple[str, ...]
    owner: str
    text: Text

    @property
    def is_of_an_example(self) -> bool:
        return self.owner.startswith(EXAMPLE)

    def in_each_language(self) -> Iterator[tuple[str, str]]:
        for language in LANGUAGES:
            yield language, getattr(self.text, language.removeprefix("fi_"))

    def __str__(self):
        return f"{self.module} {'.'.join(self.path)} ({self.owner})"


def written() -> Iterator[Written]:
    """Every text of every region; one that several records share is told for each."""
    for found in pkgutil.walk_packages(demo.__path__, f"{demo.__name__}."):
        module = importlib.import_module(found.name)
        for name, value in vars(module).items():
            if name.isupper():
                yield from _walk(value, found.name.removeprefix(f"{demo.__name__}."), (name,), "")


def _walk(value, module: str, path: tuple[str, ...], owner: str) -> Iterator[Written]:
    if isinstance(value, Text):
        yield Written(module, path, owner, value)
    elif isinstance(value, dict):
        name = value.get("name")
        owner = name.fi if isinstance(name, Text) else owner
        for key, inner in value.items():
            yield from _walk(inner, module, (*path, key), owner)
    elif isinstance(value, (list, tuple)):
        for inner in value:
            yield from _walk(inner, module, path, owner)
