"""What the help page shows: urgent numbers, and the region's own channels."""

from __future__ import annotations

from dataclasses import dataclass

from perhekeskus.languages import LANGUAGES
from services.models import Actor, Channel, Helpline, HelplineNumber
from services.reach import Reach

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

    A line whose number the installation has not given yet stands there too, without numbers: the
    page says so and names 112.
    """
    numberless = Helpline.objects.visible_to(None).filter(numbers__isnull=True)
    shown = _with_numbers(language)
    shown += [ShownHelpline(helpline, [], only_in_finnish=False) for helpline in numberless]
    return sorted(shown, key=lambda line: (line.helpline.order, line.helpline.pk))


def _with_numbers(language: str) -> list[ShownHelpline]:
    numbers = HelplineNumber.objects.filter(helpline__in=Helpline.objects.visible_to(None))
    visible = numbers.select_related("helpline")
    lines: dict[Helpline, dict[str, HelplineNumber]] = {}
    for number in visible.order_by("helpline__order", "helpline_id", "pk"):
        lines.setdefault(number.helpline, {})[number.language] = number
    return [_line(helpline, numbers, language) for helpline, numbers in lines.items()]


def _line(helpline: Helpline, numbers: dict[str, HelplineNumber], language: str) -> ShownHelpline:
    spoken = LANGUAGES[language].html_lang
    wanted = list(dict.fromkeys((spoken, *NATIONAL)))
    chosen = [numbers[code] for code in wanted if code in numbers] or list(numbers.values())
    distinct = list({number.number: number for number in reversed(chosen)}.values())[::-1]
    only_in_finnish = spoken not in numbers and not helpline.is_emergency
    return ShownHelpline(helpline, distinct, only_in_finnish)


@dataclass(frozen=True, slots=True)
class HelpCard:
    """One of the region's own channels; actor: whose it is, when the public may see it."""

    channel: Channel
    actor: Actor | None


def help_cards(known: Reach) -> list[HelpCard]:
    """Return the region's own channels for the help page, in the coordinator's order."""
    shown = [channel for channel in known.channels.values() if channel.help_position is not None]
    shown.sort(key=lambda channel: (channel.help_position, channel.pk))
    return [HelpCard(channel, known.actors.get(channel.actor_id)) for channel in shown]
