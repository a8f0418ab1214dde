"""The shapes in which demo content is written down: plain Python, checked by load_demo."""

from __future__ import annotations

import datetime as dt
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


@dataclass(frozen=True)
class Day:
    """A day counted from the one on which the demo is loaded, so that an example is always near.

    week: 0 is the week of the loading, 1 the next one. weekday: ISO, 1 is Monday.
    """

    week: int
    weekday: int

    def on(self, today: dt.date) -> dt.date:
        monday = today - dt.timedelta(days=today.weekday())
        return monday + dt.timedelta(weeks=self.week, days=self.weekday - 1)
