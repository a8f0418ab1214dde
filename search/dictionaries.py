"""simplemma's dictionaries as files that worker processes share, packed to two thirds.

A base form stands as how many letters are cut off the word and what is added: "5si" beside "kädessä", and
beside "vedessä" too. A trie keeps such endings once.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping
from importlib.metadata import version
from os.path import commonprefix
from pathlib import Path

from django.conf import settings
from marisa_trie import BytesTrie
from simplemma.strategies.dictionaries import (
    DefaultDictionaryFactory,
    DictionaryFactory,
    StreamDictionaryFactory,
)
from simplemma.strategies.dictionaries.dictionary_factory import DecodedStrMapping

LANGUAGES = ("fi", "sv")
PACKING = 1  # raise it when `pack` would give other bytes
UNREADABLE = (OSError, RuntimeError)  # the second is marisa's
ZERO = ord("0")  # that plus how many letters are cut off is a value's first byte: of a few, their digit


def pack(word: str, base: str) -> bytes:
    """Return a base form as it is kept beside its word.

    >>> pack("kädessä", "käsi")
    b'5si'
    """
    kept = len(commonprefix((word, base)))
    return bytes([ZERO + len(word) - kept]) + base[kept:].encode()


def unpack(word: str, packed: bytes) -> str:
    """Return the base form again.

    >>> unpack("kädessä", b"5si")
    'käsi'
    """
    return word[: len(word) - (packed[0] - ZERO)] + packed[1:].decode()


class PackedDictionary(DecodedStrMapping):
    """Base forms by word, from a file that is mapped into memory and not read as a whole."""

    __slots__ = ("_trie",)

    def __init__(self, path: Path):
        self._trie = BytesTrie().mmap(str(path))

    def _lookup(self, key: str) -> str | None:
        found = self._trie.get(key)
        return unpack(key, found[0]) if found else None

    def __iter__(self) -> Iterator[str]:
        yield from self._trie.iterkeys()

    def __len__(self) -> int:
        return len(self._trie)


class PackedDictionaries(DictionaryFactory):
    """The dictionaries of the files that `make_files` made."""

    def __init__(self):
        self._dictionaries = {language: PackedDictionary(_file(language)) for language in LANGUAGES}

    def get_dictionary(self, lang: str) -> Mapping[str, str]:
        return self._dictionaries[lang]


def factory() -> DictionaryFactory:
    """Return the dictionaries of the files, or else those of simplemma itself.

    Those take 60 MB in each process and are slower, but need no file.
    """
    try:
        return PackedDictionaries()
    except UNREADABLE:
        return StreamDictionaryFactory()


def folder() -> Path:
    """Return where the files stand: beside none of another version's, or packed in another way."""
    return Path(settings.DICTIONARY_DIR) / f"simplemma-{version('simplemma')}-packed-{PACKING}"


def _file(language: str) -> Path:
    return folder() / f"{language}.dictionary"


def _is_whole(language: str) -> bool:
    """A machine that stopped may have left a file that was cut."""
    try:
        PackedDictionary(_file(language))
    except UNREADABLE:
        return False
    return True


def make_files() -> bool:
    """Make the files, unless they are there and whole; say whether they are. An unwritable folder will do."""
    try:
        folder().mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder()) as workshop:
            for language in LANGUAGES:
                if not _is_whole(language):
                    words = DefaultDictionaryFactory().get_dictionary(language)  # 300 MB, and fast
                    made = Path(workshop) / language
                    BytesTrie((word, pack(word, base)) for word, base in words.items()).save(str(made))
                    made.replace(_file(language))  # whole or not at all: another process may be reading
    except UNREADABLE:
        return False
    return True
