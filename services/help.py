"""What the help page shows: urgent numbers, and the region's own channels."""

from __future__ import annotations

from dataclasses import dataclass

from perhekeskus.languages import LANGUAGES
from services.models import Channel, Helpline, HelplineNumber

# Both national languages are on every language's page (Language Act 423/2003, section 32);
# the page's own language stands first.
NATIONAL = ("fi", "sv")


@dataclass(frozen=True)
class ShownHelpline:
    """A helpline with the numbers that a page in one language shows.

    only_in_finnish: a reader of another language should know that Finnish is spoken.
    """

    helpline: Helpline
    numbers: list[HelplineNumber]
    only_in_finnish: bool


def helplines(language: str) -> list[ShownHelpline]:
    """Return the published helplines in their order, as a page in a site language shows them.

    A line without a number is left out for the public: an empty one helps nobody in need. The
    coordinator sees the warning in the admin.
    """
    wanted = list(dict.fromkeys((LANGUAGES[language].html_lang, *NATIONAL)))
    shown = []
    for line in Helpline.objects.visible_to(None).prefetch_related("numbers"):
        numbers = {number.language: number for number in line.numbers.all()}
        chosen = [numbers[code] for code in wanted if code in numbers] or list(numbers.values())
        distinct = list({number.number: number for number in reversed(chosen)}.values())[::-1]
        if distinct:
            is_foreign = wanted[0] != "fi" and wanted[0] not in numbers and not line.is_emergency
            shown.append(ShownHelpline(line, distinct, is_foreign))
    return shown


def help_cards() -> list[Channel]:
    """Return the region's own channels for the help page, in the coordinator's order."""
    return list(
        Channel.objects.visible_to(None)
        .filter(help_position__isnull=False)
        .select_related("actor")
        .order_by("help_position", "pk")
    )
