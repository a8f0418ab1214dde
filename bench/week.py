"""What the calendar's pages and feeds cost, against an empty view behind the same middleware.

    ./run python bench/week.py [--database URL]

300 places and 1,500 slots, of which one municipality has 8 places and 134 sessions a week; changes,
breaks and visits among them. Exit code 1 when one of the goals told at the end is not met.
"""

from __future__ import annotations

import argparse
import datetime as dt
import gc
import sys
import time

import pages
from pages import Answer, Goals, Pages, Row, ask

PLACES, SLOTS, NEAR_PLACES, NEAR_SLOTS = 300, 1500, 8, 134
MONDAY_OF_WEEK = dt.timedelta(weeks=1)


def fill() -> None:
    """Write the region: municipalities, organisers, places, activities and their times."""
    import data

    from meetingplaces import models
    from services.models import Actor, Municipality, Place

    data.fill_reference()
    towns = list(Municipality.objects.covered().order_by("slug"))
    near, others = towns[0], towns[1:]
    actors = list(Actor.objects.order_by("pk")[:40]) or data.write_actors(40)
    buildings = Place.objects.bulk_create(
        Place(
            name_fi=f"Talo {number}",
            slug=f"kokoontumistalo-{number}",
            state="published",
            municipality=near if number < NEAR_PLACES else others[number % len(others)],
            street=f"Katu {number}",
            has_stroller_access=number % 2 == 0,
            has_lift=number % 3 == 0,
        )
        for number in range(PLACES)
    )
    places = models.MeetingPlace.objects.bulk_create(
        models.MeetingPlace(name_fi=f"Paikka {n}", slug=f"paikka-{n}", state="published", place=building)
        for n, building in enumerate(buildings)
    )
    activities = models.Activity.objects.bulk_create(
        models.Activity(
            name_fi=f"Toiminta {number}",
            slug=f"toiminta-{number}",
            summary_fi="Leikkiä ja seuraa.",
            state="published",
            kind="open" if number % 10 == 0 else "session",
            price_kind="free" if number % 4 else "not_known",
            registration="none" if number % 3 else "required",
            min_months=(number % 4) * 12,
            max_months=(number % 4) * 12 + 36,
        )
        for number in range(SLOTS // 3)
    )
    models.ActivityOrganiser.objects.bulk_create(
        models.ActivityOrganiser(activity=activity, actor=actors[number % len(actors)])
        for number, activity in enumerate(activities)
    )
    slots = models.WeeklySlot.objects.bulk_create(_slot(n, activities, places) for n in range(SLOTS))
    monday = _monday()
    models.SlotChange.objects.bulk_create(
        models.SlotChange(
            slot=slot,
            kind="cancelled" if number % 2 else "changed",
            from_on=monday + dt.timedelta(days=slot.weekday - 1),
            reason_kind="leader" if number % 2 else "",
            start_time=None if number % 2 else dt.time(12),
        )
        for number, slot in enumerate(slots[::25])
    )
    rest = models.Break.objects.create(
        name_fi="Loma", from_on=monday + dt.timedelta(weeks=4), until_on=monday + dt.timedelta(weeks=5)
    )
    rest.municipalities.set(others[:1])


def _slot(number: int, activities, places):
    from meetingplaces.models import WeeklySlot

    is_near = number < NEAR_SLOTS
    place = places[number % NEAR_PLACES if is_near else NEAR_PLACES + number % (PLACES - NEAR_PLACES)]
    start = dt.time(8 + number % 10, 30 * (number % 2))
    return WeeklySlot(
        activity=activities[number // 3],
        place=place,
        weekday=1 + number % 5,
        start_time=start,
        end_time=start.replace(hour=start.hour + 2),
        rhythm="every_week" if is_near or number % 8 else "even_weeks",
        runs_through_holidays=is_near,
        runs_through_breaks=is_near,
    )


def _monday() -> dt.date:
    from meetingplaces.timetable import monday_of
    from perhekeskus import dates

    return monday_of(dates.today()) + MONDAY_OF_WEEK


def calendar_pages() -> Pages:
    """Return the calendar's pages."""
    from meetingplaces.weeks import week_slug
    from perhekeskus import caching
    from services.models import Municipality

    def no_pages():
        caching.pages.clear()

    town = Municipality.objects.covered().order_by("slug")[0].slug
    week = f"/kohtaamispaikat/viikko/{week_slug(_monday())}/"
    known = ask(week, f"kunta={town}").headers["ETag"]
    return {
        "floor: empty view": (lambda: ask("/bench/empty/"), None),
        "week, 8 places": (lambda: ask(week, f"kunta={town}"), no_pages),
        "week, 8 places, in Swedish": (lambda: ask(f"/sv{week}", f"kunta={town}"), no_pages),
        "week, one age": (lambda: ask(week, f"kunta={town}&ika=8kk"), no_pages),
        "week, all 300 places": (lambda: ask(week), no_pages),
        "meeting places": (lambda: ask("/kohtaamispaikat/"), no_pages),
        "meeting place": (lambda: ask("/kohtaamispaikat/paikka-3/"), no_pages),
        "activity": (lambda: ask("/toiminta/toiminta-7/"), no_pages),
        "front": (lambda: ask("/"), no_pages),
        "week again": (lambda: ask(week, f"kunta={town}"), None),
        "week again, 304": (lambda: ask(week, f"kunta={town}", HTTP_IF_NONE_MATCH=known), None),
    }


def measure_once() -> dict[str, tuple[float, int]]:
    """Return seconds and bytes of what is seldom made: the calendar after an edit, a week, a year's feed."""
    from meetingplaces.calendar import read
    from perhekeskus import caching, kept

    told = {}
    started = time.perf_counter()
    calendar = read("fi", caching.current_revision())
    told["calendar read"] = time.perf_counter() - started, len(calendar.slots)
    monday = _monday()
    started = time.perf_counter()
    table = calendar.timetable(monday, monday + dt.timedelta(days=27))
    told["four weeks expanded"] = time.perf_counter() - started, len(table.occurrences)
    ask("/kohtaamispaikat/kalenteri.ics")
    caching.pages.clear()
    gc.collect()
    started = time.perf_counter()
    answer: Answer = ask("/kohtaamispaikat/kalenteri.ics")
    told["a year's feed"] = time.perf_counter() - started, len(answer.body)
    caching.pages.clear()
    kept.forget()
    started = time.perf_counter()
    answer = ask(f"/kohtaamispaikat/viikko/{monday.isocalendar().year}-W{monday.isocalendar().week:02}/")
    told["first week page after an edit"] = time.perf_counter() - started, len(answer.body)
    return told


def tell_goals(rows: list[Row], once: dict[str, tuple[float, int]]) -> int:
    goals = Goals()
    for row in rows[1:]:
        goals.at_most(f"{row.name}, queries", row.queries, 6)
        if row.name.startswith("week, 8") or row.name == "week, one age":
            goals.at_least(f"{row.name}, of the floor", row.ratio, 0.03)
        elif row.name in ("meeting place", "activity"):
            goals.at_least(f"{row.name}, of the floor", row.ratio, 0.06)
        elif row.name == "week again":
            goals.at_least(f"{row.name}, of the floor", row.ratio, 0.50)
        elif row.name == "week again, 304":
            goals.at_least(f"{row.name}, of the floor", row.ratio, 0.55)
    goals.at_most("a year's feed, s", once["a year's feed"][0], 1)
    return goals.unmet


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--database", help="postgres://…: a server where a database of its own may be made")
    options = parser.parse_args()
    with pages.own_database(options.database) as url:
        pages.start(url)
        fill()
        rows = pages.measure(calendar_pages())
        print("| slots | page | status | bytes | queries | CPU ms (min–max) | ratio to the floor |")
        print("|---|---|---|---|---|---|---|")
        pages.print_table(SLOTS, rows, {})
        once = measure_once()
        for name, (seconds, size) in once.items():
            print(f"| {SLOTS:,} | {name} | | {size:,} | | {seconds * 1000:.0f} | |")
        print()
        return 1 if tell_goals(rows, once) else 0


if __name__ == "__main__":
    sys.exit(main())
