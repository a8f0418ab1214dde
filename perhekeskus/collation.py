"""Alphabetical order as Finnish and Swedish have it, the same on every database."""

from __future__ import annotations

import unicodedata

# SFS-EN 13710: å, ä, ö are letters of their own after z; foreign relatives stand beside them.
_LAST_LETTERS = str.maketrans(
    {
        "å": "{",  # the characters that follow z
        "ä": "|",
        "æ": "|",
        "ö": "}",
        "ø": "}",
        "đ": "d",
        "ŋ": "n",
        "ŧ": "t",
        "ß": "ss",
    }
)


def collation_key(text: str) -> tuple[str, str]:
    """Return a key that sorts `text` in Finnish order: case and other accents decide last.

    >>> sorted(["Öljy", "Zeniitti", "Äiti", "Åbo"], key=collation_key)
    ['Zeniitti', 'Åbo', 'Äiti', 'Öljy']
    """
    folded = unicodedata.normalize("NFC", text).casefold().translate(_LAST_LETTERS)
    plain = "".join(c for c in unicodedata.normalize("NFKD", folded) if not unicodedata.combining(c))
    return plain, text
