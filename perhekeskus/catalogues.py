"""The catalogues of the interface's texts, `locale/<name>/LC_MESSAGES/django.po`.

msgids are English. The source's texts are found with Babel and compiled with polib, so that a
bare machine needs no gettext programs; both are development dependencies.
"""

from __future__ import annotations

import gettext
import io
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.utils.translation import to_locale

# What a catalogue must have texts for; English too, although its msgids are English.
COMPLETE_LANGUAGES = ("fi", "fi-selko", "sv", "en")
SOURCES = ("perhekeskus", "members", "services", "meetingplaces", "search", "templates")
LEFT_OUT = ("migrations", "demo")
KEYWORDS = {
    "gettext": None,
    "gettext_lazy": None,
    "_": None,
    "_t": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}

MessageId = tuple[str, str, str]  # context, singular, plural; "" where there is none


def catalogue_path(language: str) -> Path:
    """Return where a site language's catalogue is, whether or not it exists."""
    return Path(settings.LOCALE_PATHS[0]) / to_locale(language) / "LC_MESSAGES" / "django.po"


def source_messages() -> dict[MessageId, list[str]]:
    """Return every text of the interface, each with the files it stands in."""
    found: dict[MessageId, list[str]] = {}
    for path in _source_files():
        for message in _messages_of(path):
            files = found.setdefault(message, [])
            name = path.relative_to(settings.BASE_DIR).as_posix()
            if name not in files:
                files.append(name)
    return found


def _source_files() -> Iterator[Path]:
    for room in SOURCES:
        for path in sorted((settings.BASE_DIR / room).rglob("*")):
            if path.suffix in (".py", ".html", ".txt") and not any(part in path.parts for part in LEFT_OUT):
                yield path


def _messages_of(path: Path) -> Iterator[MessageId]:
    from babel.messages.extract import extract
    from django.utils.translation.template import templatize

    source = path.read_text(encoding="utf-8")
    if path.suffix != ".py":
        source = templatize(source, origin=str(path))
        # A template's indentation means nothing, and would break Python's.
        source = "\n".join(line.strip() for line in source.splitlines())
    keywords = KEYWORDS
    for _line, texts, _comments, context in extract("python", io.BytesIO(source.encode()), keywords):
        singular, plural = texts if isinstance(texts, tuple) else (texts, "")
        if singular:
            yield context or "", singular, plural or ""


@lru_cache
def untranslated(language: str) -> tuple[str, ...]:
    """Return the msgids that a compiled catalogue leaves empty; one text when there is none."""
    path = catalogue_path(language).with_suffix(".mo")
    if not path.exists():
        return ("(no catalogue)",)
    with path.open("rb") as compiled:
        texts = gettext.GNUTranslations(compiled)._catalog
    keys = [
        msgid if isinstance(msgid, str) else msgid[0] for msgid, text in texts.items() if msgid and not text
    ]
    return tuple(keys)
