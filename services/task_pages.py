"""The family centre's seven tasks, and the stairs of support: what a family centre is for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import reduce
from operator import or_

from perhekeskus.translated import LocalText, any_fallback, local_text
from services.help import ShownHelpline
from services.home import Home
from services.index import Selection, ServiceIndex
from services.models import Section, Task, TaskVoice
from services.shelf import Count, Shelf, count_services, make_shelf
from services.ways import NamedLink, Ways, ways_in

EXAMPLES_SHOWN = 3
CARD_LETTERS = 160


@dataclass(frozen=True, slots=True)
class TaskCard:
    """One task on the list; first_words: the beginning of what it is."""

    task: Task
    first_words: LocalText
    service_count: int


def task_cards(index: ServiceIndex, home: Home) -> list[TaskCard]:
    """Return the tasks that the public may see, in their order, with the services at home."""
    return [
        TaskCard(
            task,
            first_sentences(local_text(task, "what_it_is", index.language)),
            count_services(index, [("tehtava", task.slug)], where=home.where).total,
        )
        for task in Task.objects.visible_to(None).for_page(index.language).order_by("order", "slug")
    ]


def first_sentences(text: LocalText) -> LocalText:
    """Return a text's first sentence, and those after it for which a card has room.

    >>> first_sentences(LocalText("Kuuntelemme. Autamme."))
    LocalText(text='Kuuntelemme. Autamme.', html_lang='')
    """
    shown, *others = re.split(r"(?<=[.!?])\s+", text.text)
    for sentence in others:
        # A question belongs to its answer.
        if len(shown) + len(sentence) > CARD_LETTERS and not shown.endswith("?"):
            break
        shown = f"{shown} {sentence}"
    return LocalText(shown, text.html_lang)


@dataclass(frozen=True)
class TaskPage:
    """Everything on a task's page but its own texts, in one site language.

    voices: what families said, newest first, and the family centre where they did.
    previous, next: the neighbouring tasks, or None at the ends.
    has_quick_exit: half of the task's services or more are sensitive; then first_numbers come first.
    """

    task: Task
    language: str
    voices: list[tuple[NamedLink, TaskVoice]]
    previous: NamedLink | None
    next: NamedLink | None
    shelf: Shelf
    everywhere: Count
    has_quick_exit: bool
    first_numbers: list[ShownHelpline]

    @property
    def has_fallback_text(self) -> bool:
        """Some text is shown in another language than the page's."""
        texts = [(self.task, field) for field in ("name", "what_it_is", "how_we_do_it")]
        texts += [(voice, "text") for _centre, voice in self.voices]
        return any_fallback(self.language, *texts) or self.shelf.has_fallback_text


def task_page(*, task: Task, index: ServiceIndex, home: Home) -> TaskPage:
    """Gather a task's page, in the index's language."""
    index = index.knowing("tehtava", task.slug)
    pairs, ways = [("tehtava", task.slug)], ways_in(index.language, index.revision)
    previous, following = _neighbours(task, ways)
    has_quick_exit = index.is_mostly_sensitive(*pairs[0])
    voices = task.voices.for_page(index.language).order_by("-year", "pk")
    return TaskPage(
        task=task,
        language=index.language,
        voices=[
            (ways.centres[voice.family_centre_id], voice)
            for voice in voices
            if voice.family_centre_id in ways.centres
        ],
        previous=previous,
        next=following,
        shelf=make_shelf(index, pairs, where=home.where),
        everywhere=count_services(index, pairs),
        has_quick_exit=has_quick_exit,
        first_numbers=_first_numbers(ways, index, pairs) if has_quick_exit else [],
    )


def _first_numbers(ways: Ways, index: ServiceIndex, pairs: list[tuple[str, str]]) -> list[ShownHelpline]:
    """The numbers of the sensitive themes that the services of a choice belong to."""
    hits = index.matching(Selection.of(pairs))
    themes = [theme for theme in ways.themes.values() if theme.is_sensitive]
    return ways.first_numbers(theme.pk for theme in themes if index.any_of("teema", [theme.slug]) & hits)


def _neighbours(task: Task, ways: Ways) -> tuple[NamedLink | None, NamedLink | None]:
    """The tasks before and after one, in their order; a task that the public does not see has none."""
    if task.pk not in ways.tasks:
        return None, None
    place, links = list(ways.tasks).index(task.pk), list(ways.tasks.values())
    return links[place - 1] if place else None, links[place + 1] if place + 1 < len(links) else None


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the stairs of support: a section of the services.

    total, url: its services at home, and the list that has them.
    examples: slug and name of some of them; never a sensitive one.
    """

    section: Section
    total: int
    url: str
    examples: list[tuple[str, LocalText]]


def stairs(index: ServiceIndex, home: Home) -> list[Step]:
    """Return the steps from the lowest up: from leisure to strong support."""
    steps = []
    for section in Section.objects.for_page(index.language).order_by("order", "slug"):
        pairs = [("osio", section.slug)]
        count = count_services(index, pairs, where=home.where)
        steps.append(Step(section, *count, _examples(index, pairs, home)))
    return steps


def _examples(index: ServiceIndex, pairs: list[tuple[str, str]], home: Home) -> list[tuple[str, LocalText]]:
    """Services of one step alone tell best what it is; the others only where there are none."""
    chosen = Selection.of([*pairs, *home.where])
    shown = index.matching(chosen) & ~index.sensitive
    others = (bits for slug, bits in index.values["osio"].items() if ("osio", slug) not in pairs)
    alone = shown & ~reduce(or_, others, 0)
    pks = index.page(index.ordered(alone or shown, chosen), 0, EXAMPLES_SHOWN)
    return [index.names[index.positions[pk]] for pk in pks]
