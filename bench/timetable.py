"""How long four weeks of the calendar take beside the bare loop over the same slots.

    ./run python bench/timetable.py

300 places and 1,500 slots, most of them of every week; 60 changes, two breaks, and a Christmas whose
public holidays fall on Thursday, Friday and Saturday. No database. The bare loop appends a plain tuple
for each slot and week; both are timed in turn, in CPU time. Exit code 1 when the goal is missed.
"""

from __future__ import annotations

import datetime as dt
import gc
import random
import statistics
import sys
import time
from collections.abc import Callable

import portal  # noqa: F401 (sets Django up)

from meetingplaces import timetable
from meetingplaces.holidays import holidays_between
from meetingplaces.timetable import Change, Pause, Slot

FIRST, LAST = dt.date(2026, 11, 30), dt.date(2026, 12, 27)
PLACES, SLOTS, CHANGES, ROUNDS = 300, 1500, 60, 101
MOST = 6.0
# Organisers begin and end on one of a few days.
SEASONS = [
    (dt.date(2026, 8, begins), dt.date(2026, 12, ends)) for begins in (10, 17, 24, 31) for ends in (4, 11, 18)
]
RHYTHMS = ["every_week"] * 16 + ["even_weeks", "odd_weeks", "monthly", "varies"]
KINDS = ["cancelled"] * 4 + ["changed", "changed", "moved", "extra", "programme"]


def make_slots(chance: random.Random) -> list[Slot]:
    """Return slots as a region has them; a third have the dates of a season."""
    slots = []
    for pk in range(1, SLOTS + 1):
        rhythm = chance.choice(RHYTHMS)
        start = chance.choice([None, *(dt.time(hour, minute) for hour in range(8, 19) for minute in (0, 30))])
        season = chance.choice(SEASONS)
        first_on, last_on = season if chance.random() < 1 / 3 else (None, None)
        slots.append(
            Slot(
                pk,
                activity=1 + pk // 3,
                rhythm=rhythm,
                weekday=chance.choice([1, 2, 3, 4, 5, 1, 2, 3, 4, 5, 6, 7]),
                start=start,
                end=start and start.replace(hour=start.hour + 2),
                place=1 + pk % PLACES,
                nth=chance.choice([1, 2, 3, 4, -1]) if rhythm == "monthly" else None,
                first_on=first_on,
                last_on=last_on,
                through_holidays=chance.random() < 0.05,
            )
        )
    return slots


def make_changes(chance: random.Random) -> list[Change]:
    changes = []
    for pk in range(1, CHANGES + 1):
        kind = chance.choice(KINDS)
        on = FIRST + dt.timedelta(chance.randrange(28))
        days = chance.randrange(1, 21) if kind in ("cancelled", "changed") and chance.random() < 0.2 else 0
        changes.append(
            Change(
                pk,
                chance.randint(1, SLOTS),
                kind,
                on,
                on + dt.timedelta(days),
                to_on=on + dt.timedelta(2) if kind == "moved" else None,
                start=dt.time(17) if kind in ("changed", "extra") else None,
            )
        )
    return changes


def bare_loop(slots: list[Slot], first: int, end: int) -> list[tuple[int, Slot]]:
    """The floor: a tuple for each slot and week, whatever its rhythm; ordinals, `first` a Monday's."""
    found = []
    for slot in slots:
        for ordinal in range(first + slot.weekday - 1, end, 7):
            found.append((ordinal, slot))  # noqa: PERF401 (the loop of the goal, as it is written)
    return found


def timed(function: Callable, *arguments) -> float:
    """Return the CPU time of one call, in milliseconds: what else the machine does is not in it."""
    started = time.process_time()
    function(*arguments)
    return 1000 * (time.process_time() - started)


def main() -> int:
    chance = random.Random(4)
    slots, changes = make_slots(chance), make_changes(chance)
    pauses = [
        Pause(1, dt.date(2026, 12, 19), dt.date(2027, 1, 6), frozenset(range(1, SLOTS // 2))),
        Pause(2, dt.date(2026, 12, 7), dt.date(2026, 12, 13), frozenset(range(1, SLOTS, 10))),
    ]
    holidays = holidays_between(FIRST, LAST)
    span = FIRST.toordinal(), LAST.toordinal() + 1
    found = timetable.expand(slots, changes, pauses, holidays, FIRST, LAST)
    loops, expansions = [], []
    gc.collect()
    for _ in range(ROUNDS):
        loops.append(timed(bare_loop, slots, *span))
        timetable.days_of_rhythm.cache_clear()
        expansions.append(timed(timetable.expand, slots, changes, pauses, holidays, FIRST, LAST))
    loop, expansion = statistics.median(loops), statistics.median(expansions)
    print(f"{len(slots):,} slots, {len(changes)} changes, {len(pauses)} breaks, {FIRST} to {LAST}")
    print("| what | found | CPU ms, median | fastest |")
    print("|---|---|---|---|")
    print(f"| bare range() loop | {len(bare_loop(slots, *span)):,} | {loop:.2f} | {min(loops):.2f} |")
    print(
        f"| expand() | {len(found.occurrences):,} + {len(found.skipped):,} left out "
        f"| {expansion:.2f} | {min(expansions):.2f} |"
    )
    is_met = expansion <= MOST * loop
    print(f"\nratio {expansion / loop:.1f}, goal at most {MOST:g}: {'met' if is_met else 'NOT met'}")
    return 0 if is_met else 1


if __name__ == "__main__":
    sys.exit(main())
