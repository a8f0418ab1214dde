"""Made-up items with texts like those of a region's portal, for the search: always the same ones.

Finnish texts of 60 to 120 words, of some 25,000 forms of the field's words; a quarter of the items in
Swedish and English too. Nothing here resembles a real service, number or address.
"""

from __future__ import annotations

from itertools import accumulate
from pathlib import Path
from random import Random

import data
import yaml
from django.db import connection

from meetingplaces import models as calendar
from perhekeskus import caching
from services import models as directory

SERVICES, SITUATIONS, ACTORS, THEMES, MEETING_PLACES, ACTIVITIES = 18_000, 450, 600, 40, 400, 550
TRANSLATED = 4  # every fourth item has Swedish and English too

_LISTS = yaml.safe_load(Path(__file__).with_name("search_words.yaml").read_text(encoding="utf-8"))
HEADS = _LISTS["heads"].split()
TAILS = [tuple(tail.split("/")) for tail in _LISTS["tails"].split()]
COMMON = _LISTS["common"].split()
SUBJECTS = _LISTS["subjects"].split()
OTHERS = _LISTS["others"].split()
STOP = _LISTS["stop"].split()
SWEDISH = _LISTS["swedish"].split()
ENGLISH = _LISTS["english"].split()
SYLLABLES = _LISTS["syllables"].split()
QUERIES: dict[str, list[str]] = _LISTS["queries"]
WRITTEN = {code: words.split() for code, words in _LISTS["written"].items()}
FRONT = set("äöy")


def _forms(head: str, tail: tuple[str, str, str]) -> list[str]:
    nominative, strong, weak = (head + part for part in tail)
    a = "ä" if FRONT & set(tail[0]) else "a"
    endings = ["n", f"ss{a}", f"st{a}", f"ll{a}", "lle", f"lt{a}", "ksi", "t"]
    into = [] if strong.endswith(("ee", "yö")) else [f"{strong}{strong[-1]}n"]
    return [nominative, *into, *(weak + ending for ending in endings)]


class Writer:
    """Writes texts: common words often, the compounds by Zipf's law, each in one of its cases."""

    def __init__(self):
        shuffled = [(head, tail) for head in HEADS for tail in TAILS]
        Random(1).shuffle(shuffled)
        self._compounds = [_forms(head, tail) for head, tail in shuffled]
        self._zipf = {n: list(accumulate(1 / (rank + 3) for rank in range(n))) for n in self._sizes()}

    def _sizes(self) -> set[int]:
        return {len(words) for words in (self._compounds, COMMON, SUBJECTS, OTHERS, STOP, SWEDISH, ENGLISH)}

    def _some(self, random: Random, words: list, count: int) -> list:
        return random.choices(words, cum_weights=self._zipf[len(words)], k=count)

    def finnish(self, random: Random, count: int) -> str:
        """Return sentences of so many words."""
        compounds = [random.choice(forms) for forms in self._some(random, self._compounds, count // 4)]
        words = [
            *compounds,
            *self._some(random, COMMON, count // 6),
            *random.choices(SUBJECTS, k=count // 8),
            *random.choices(OTHERS, k=count // 6),
        ]
        words += random.choices(STOP, k=count - len(words))
        random.shuffle(words)
        return _sentences(words)

    def foreign(self, random: Random, words: list[str], count: int) -> str:
        return _sentences(random.choices(words, k=count))

    def title(self, random: Random) -> str:
        return self._some(random, self._compounds, 1)[0][0].capitalize()

    def texts(self, number: int, fields: dict[str, int]) -> dict[str, str]:
        """Return an item's texts by column; fields: name of each and its number of words at most."""
        random = Random(number)
        told = {}
        for name, most in fields.items():
            told[f"{name}_fi"] = self.finnish(random, random.randint(most // 2, most))
            for code, words in (("sv", SWEDISH), ("en", ENGLISH)):
                told[f"{name}_{code}"] = "" if number % TRANSLATED else self.foreign(random, words, most // 2)
        return told


def _sentences(words: list[str]) -> str:
    lines = (words[start : start + 9] for start in range(0, len(words), 9))
    return " ".join(f"{' '.join(line)}.".capitalize() for line in lines)


def fill() -> int:
    """Write the items; return how many are to be found."""
    data.fill_reference()
    writer = Writer()
    actors = directory.Actor.objects.bulk_create(
        directory.Actor(slug=f"toimija-{n}", name_fi=f"Toimija {n}", sector="association", **data.PUBLISHED)
        for n in range(ACTORS - 30)
    )
    themes = directory.Theme.objects.bulk_create(
        directory.Theme(slug=f"aihe-{n}", name_fi=f"Aihe {n}", order=n, **data.PUBLISHED)
        for n in range(THEMES - 12)
    )
    data.grow_services(SERVICES)
    _fill_situations(themes)
    _fill_calendar(actors)
    _write_texts(writer)
    caching.move_revision()
    return sum(
        model.objects.count()
        for model in (
            directory.Service,
            directory.Situation,
            directory.Actor,
            directory.Theme,
            calendar.MeetingPlace,
            calendar.Activity,
        )
    )


def _fill_situations(themes) -> None:
    situations = directory.Situation.objects.bulk_create(
        directory.Situation(slug=f"tilanne-{n}", name_fi=f"Tilanne {n}", order=n, **data.PUBLISHED)
        for n in range(SITUATIONS)
    )
    through = directory.Situation.themes.through
    through.objects.bulk_create(
        through(situation_id=situation.pk, theme_id=themes[n % len(themes)].pk)
        for n, situation in enumerate(situations)
    )


def _fill_calendar(actors) -> None:
    buildings = list(directory.Place.objects.order_by("pk"))
    own = directory.Place.objects.bulk_create(
        directory.Place(
            slug=f"kokoontumistalo-{n}",
            name_fi=f"Kokoontumistalo {n}",
            municipality_id=buildings[n % len(buildings)].municipality_id,
            street=f"Esimerkkikuja {n}",
            **data.PUBLISHED,
        )
        for n in range(MEETING_PLACES)
    )
    places = calendar.MeetingPlace.objects.bulk_create(
        calendar.MeetingPlace(slug=f"paikka-{n}", name_fi=f"Paikka {n}", place=place, state="published")
        for n, place in enumerate(own)
    )
    activities = calendar.Activity.objects.bulk_create(
        calendar.Activity(
            slug=f"toiminta-{n}",
            name_fi=f"Toiminta {n}",
            state="published",
            min_months=(n % 4) * 12,
            max_months=(n % 4) * 12 + 36,
        )
        for n in range(ACTIVITIES)
    )
    calendar.ActivityOrganiser.objects.bulk_create(
        calendar.ActivityOrganiser(activity=activity, actor=actors[n % len(actors)])
        for n, activity in enumerate(activities)
    )
    calendar.WeeklySlot.objects.bulk_create(
        calendar.WeeklySlot(activity=activity, place=places[n % len(places)], weekday=1 + n % 5)
        for n, activity in enumerate(activities)
    )


# The columns of each kind that get texts, and their most words: a title is written by itself.
TEXTS = (
    (directory.Service, {"description": 65, "who_for": 15, "how_to_get": 20}, "summary", "keywords"),
    (directory.Situation, {"introduction": 80}, "", "phrases"),
    (directory.Actor, {"description": 80}, "", ""),
    (directory.Theme, {"introduction": 60}, "", ""),
    (calendar.MeetingPlace, {"introduction": 80, "rules": 30}, "", ""),
    (calendar.Activity, {"what_happens": 80}, "summary", ""),
)


def _write_texts(writer: Writer) -> None:
    """Give every item its words, past the models: nothing is indexed yet."""
    for model, fields, summary, keywords in TEXTS:
        rows = []
        for number, pk in enumerate(model.objects.order_by("pk").values_list("pk", flat=True)):
            random = Random(-number - 1)
            row = writer.texts(number, fields)
            names = [writer.title(random) for _ in range(2)]
            if model is directory.Actor:
                names.insert(0, "".join(random.choices(SYLLABLES, k=3)).capitalize())
            row["name_fi"] = f"{' '.join(names)}"[:120]
            if number % TRANSLATED == 0:
                row["name_sv"] = " ".join(random.sample(SWEDISH[:60], 2)).capitalize()
                row["name_en"] = " ".join(random.sample(ENGLISH[:55], 2)).capitalize()
            else:
                row["name_sv"] = row["name_en"] = ""
            if summary:
                is_told = number % TRANSLATED == 0
                row[f"{summary}_fi"] = writer.finnish(random, 14)[:200]
                row[f"{summary}_sv"] = writer.foreign(random, SWEDISH, 14)[:200] if is_told else ""
                row[f"{summary}_en"] = writer.foreign(random, ENGLISH, 14)[:200] if is_told else ""
            if keywords:
                row[f"{keywords}_fi"] = ", ".join(random.sample(SUBJECTS, 3))
            rows.append([*row.values(), pk])
        columns = ", ".join(f"{name} = %s" for name in row)
        with connection.cursor() as cursor:
            cursor.executemany(f"UPDATE {model._meta.db_table} SET {columns} WHERE id = %s", rows)  # noqa: S608
