"""The shapes in which demo content is written down: plain Python, checked by load_demo."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Text:
    """One text in the languages the demo is written in; empty means not translated yet.

    Shown in Finnish, marked as such, wherever a language is empty.
    """

    fi: str
    selko: str = ""
    sv: str = ""
    en: str = ""

    def fields(self, name: str) -> dict[str, str]:
        """Return the text as keyword arguments for the translated model field `name`."""
        return {
            f"{name}_fi": self.fi,
            f"{name}_fi_selko": self.selko,
            f"{name}_sv": self.sv,
            f"{name}_en": self.en,
        }
