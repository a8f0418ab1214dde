"""The whole week's content in memory: activities, places, times, changes and breaks that the public may see.

Read once for each content revision and site language in each process, as the facet index is;
`timetable.py` counts the sessions from it, and the pages, feeds and figures show them.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from functools import cached_property

from django.db.models import QuerySet

from meetingplaces import timetable
from meetingplaces.break_scope import Named
from meetingplaces.holidays import holidays_between
from meetingplaces.models import (
    Activity,
    ActivityOrganiser,
    ActivityPrice,
    Break,
    MeetingPlace,
    SlotChange,
    SlotDate,
    Visit,
    VisitDate,
    WeeklySlot,
)
from meetingplaces.terms import PriceKind, Rhythm
from meetingplaces.timetable import Change, Occurrence, Pause, Slot, Timetable
from perhekeskus.kept import Kept, Recent
from services.models import Actor, FamilyCentre, Municipality

WEEKS_KEPT = 12
# Where a change leads that the public may not see: not the usual place, and no other.
HIDDEN_PLACE = 0


@dataclass
class Calendar:
    """What the public may see of the calendar, of one revision in one site language.

    activities, places, slots, changes, breaks: rows by primary key; activity_slugs, place_slugs: the
    primary keys by the ends of their addresses.
    organisers: primary keys of each activity's visible organisers, the main one first.
    main: the main organiser of an activity that has one.
    towns: slugs of the municipalities of each slot: its place's, else its own, else its organisers'.
    audiences, themes, languages: slugs or codes of each activity.
    prices: of each activity; slot_prices: a slot's own, which win.
    rules, changes_of, pauses: the same slots, changes and breaks as `timetable.py` takes them.
    varying: slots whose days are told one by one. slots_at: those held at each place, be it once.
    visits: of each slot, those that both sides have confirmed.
    """

    revision: int
    language: str
    activities: dict[int, Activity] = field(default_factory=dict)
    places: dict[int, MeetingPlace] = field(default_factory=dict)
    slots: dict[int, WeeklySlot] = field(default_factory=dict)
    changes: dict[int, SlotChange] = field(default_factory=dict)
    breaks: dict[int, Break] = field(default_factory=dict)
    organisers: dict[int, tuple[int, ...]] = field(default_factory=dict)
    main: dict[int, int] = field(default_factory=dict)
    towns: dict[int, frozenset[str]] = field(default_factory=dict)
    audiences: dict[int, frozenset[str]] = field(default_factory=dict)
    themes: dict[int, frozenset[str]] = field(default_factory=dict)
    languages: dict[int, frozenset[str]] = field(default_factory=dict)
    sensitive: frozenset[int] = frozenset()
    prices: dict[int, list[ActivityPrice]] = field(default_factory=dict)
    slot_prices: dict[int, list[ActivityPrice]] = field(default_factory=dict)
    rules: dict[int, Slot] = field(default_factory=dict)
    rules_of: dict[int, list[Slot]] = field(default_factory=dict)
    varying: list[Slot] = field(default_factory=list)
    slots_at: dict[int, set[int]] = field(default_factory=dict)
    changes_of: dict[int, list[Change]] = field(default_factory=dict)
    pauses: list[Pause] = field(default_factory=list)
    visits: dict[int, list[ShownVisit]] = field(default_factory=dict)
    # The one of its revision that everybody is shown: what is rendered of it may be kept. A draft's is not.
    is_shared: bool = False
    # What pages have made of this revision: the weeks looked at last by their Monday, what sessions are
    # found by (`facets.Tokens`), and rendered pieces.
    weeks: Recent = field(default_factory=lambda: Recent(WEEKS_KEPT))
    tokens: object = None
    ready_pieces: dict[tuple, str] = field(default_factory=dict)

    def __post_init__(self):
        self.activity_slugs = {row.slug: pk for pk, row in self.activities.items()}
        self.place_slugs = {row.slug: pk for pk, row in self.places.items()}

    @cached_property
    def has_several_towns(self) -> bool:
        """Its places lie in more than one municipality."""
        return len({place.place.municipality_id for place in self.places.values()}) > 1

    def timetable(self, first: dt.date, last: dt.date, slots: Iterable[Slot] | None = None) -> Timetable:
        """Return the sessions from `first` to `last`, both in: of some slots, or of all."""
        chosen = list(self.rules.values() if slots is None else slots)
        changes = [change for slot in chosen for change in self.changes_of.get(slot.pk, ())]
        return timetable.expand(chosen, changes, self.pauses, holidays_between(first, last), first, last)

    def of_activity(self, pk: int) -> list[Slot]:
        """Return an activity's slots."""
        return self.rules_of.get(pk, [])

    def at_place(self, pk: int) -> list[Slot]:
        """Return the slots that are held, or by some change will be held, at a meeting place."""
        return [self.rules[slot] for slot in sorted(self.slots_at.get(pk, ()))]

    def visits_at(self, session: Occurrence) -> list[ShownVisit]:
        """Return the guests of a session that is held; `recurs_on` is the day their rhythm goes by."""
        day = session.recurs_on or session.on
        return [
            visit for visit in self.visits.get(session.slot, ()) if session.is_held and visit.comes_on(day)
        ]

    def is_free(self, slot: int) -> bool:
        """Say whether attending is free; food and voluntary payments apart. Not known is not free."""
        row = self.slots[slot]
        activity = self.activities[row.activity_id]
        kind = row.price_kind or activity.price_kind
        if kind != PriceKind.ROWS:
            return kind == PriceKind.FREE
        rows = self.prices_of(slot)
        paid = [
            r
            for r in rows
            if not (r.is_food or r.is_voluntary) and (r.min_amount is None or r.min_amount or r.max_amount)
        ]
        return bool(rows) and not paid

    def prices_of(self, slot: int) -> list[ActivityPrice]:
        """Return the price list of a slot: its own rows, else its activity's."""
        row = self.slots[slot]
        return self.slot_prices.get(slot) or self.prices.get(row.activity_id, [])

    def registration_of(self, slot: int) -> str:
        """Return whether one registers for a slot: its own word, else its activity's."""
        row = self.slots[slot]
        return row.registration or self.activities[row.activity_id].registration


@dataclass(frozen=True)
class ShownVisit:
    """A professional's visit, and the days on which it is called off."""

    row: Visit
    rule: Slot
    cancelled: frozenset[dt.date]

    def comes_on(self, day: dt.date) -> bool:
        return day not in self.cancelled and timetable.recurs_on(self.rule, day)


# --- Reading -----------------------------------------------------------------------------------------
def read(
    language: str,
    revision: int,
    *,
    activities: QuerySet[Activity] | None = None,
    places: QuerySet[MeetingPlace] | None = None,
) -> Calendar:
    """Read what the public may see; a place whose building is hidden is hidden too.

    activities, places: what to read instead of all that is public: a draft for its preview.
    """
    if activities is None:
        activities = Activity.objects.visible_to(None)
    if places is None:
        places = MeetingPlace.objects.visible_to(None).in_building_visible_to(None)
    return _read(language, revision, activities, places, Actor.objects.visible_to(None))


def desk_calendar(language: str, activities: QuerySet[Activity]) -> Calendar:
    """Read some activities as the desk needs them: drafts too, as they are now, and not kept."""
    return _read(language, 0, activities, MeetingPlace.objects.all(), Actor.objects.all())


def _read(language: str, revision: int, shown: QuerySet, all_places: QuerySet, actors: QuerySet) -> Calendar:
    activities = shown.for_page(language).order_by("pk").in_bulk()
    places = all_places.for_page(language, "place", "place__municipality").order_by("pk").in_bulk()
    # Rows whose parent was hidden between two statements are left out.
    every_slot = WeeklySlot.objects.filter(activity__in=shown.order_by().values("pk"))
    slots = {s.pk: s for s in every_slot.for_page(language).order_by("pk") if s.activity_id in activities}
    every_change = SlotChange.objects.filter(slot__activity__in=shown.order_by().values("pk"))
    changes = {c.pk: c for c in every_change.for_page(language).order_by("pk") if c.slot_id in slots}
    calendar = Calendar(
        revision,
        language,
        activities=activities,
        places=places,
        slots=slots,
        changes=changes,
        breaks=Break.objects.for_page(language).order_by("from_on", "pk").in_bulk(),
        audiences=_slugs(Activity.audiences.through, "audience__slug"),
        themes=_slugs(Activity.themes.through, "theme__slug"),
        languages=_slugs(Activity.languages.through, "spokenlanguage__code"),
        sensitive=frozenset(
            Activity.themes.through.objects.filter(theme__is_sensitive=True).values_list(
                "activity_id", flat=True
            )
        ),
    )
    _add_organisers(calendar, actors)
    _add_prices(calendar)
    _add_rules(calendar)
    _add_towns(calendar)
    calendar.pauses = _pauses(calendar)
    _add_visits(calendar)
    return calendar


def _slugs(through, path: str) -> dict[int, frozenset[str]]:
    found = defaultdict(set)
    for pk, value in through.objects.order_by().values_list("activity_id", path):
        found[pk].add(value)
    return {pk: frozenset(values) for pk, values in found.items()}


def _add_organisers(calendar: Calendar, actors: QuerySet) -> None:
    visible = set(actors.order_by().values_list("pk", flat=True))
    organisers = defaultdict(list)
    for link in ActivityOrganiser.objects.order_by("-is_main", "position", "pk"):
        if link.actor_id in visible:
            organisers[link.activity_id].append(link.actor_id)
            if link.is_main:
                calendar.main[link.activity_id] = link.actor_id
    calendar.organisers = {pk: tuple(actors) for pk, actors in organisers.items()}


def _add_prices(calendar: Calendar) -> None:
    for row in ActivityPrice.objects.for_page(calendar.language).order_by("is_food", "min_amount", "pk"):
        if row.slot_id is None:
            calendar.prices.setdefault(row.activity_id, []).append(row)
        else:
            calendar.slot_prices.setdefault(row.slot_id, []).append(row)


def _add_rules(calendar: Calendar) -> None:
    dates = defaultdict(list)
    for slot, on in SlotDate.objects.order_by("on").values_list("slot_id", "on"):
        dates[slot].append(on)
    for pk, row in calendar.slots.items():
        place = row.place_id if row.place_id in calendar.places else None
        rule = slot_rule(row, dates.get(pk, ()))._replace(place=place)
        calendar.rules[pk] = rule
        calendar.rules_of.setdefault(row.activity_id, []).append(rule)
        calendar.slots_at.setdefault(place, set()).add(pk)
        if rule.rhythm == Rhythm.VARIES:
            calendar.varying.append(rule)
    for row in calendar.changes.values():
        place = row.place_id
        if place is not None and place not in calendar.places:
            place = HIDDEN_PLACE
        calendar.slots_at.setdefault(place, set()).add(row.slot_id)
        calendar.changes_of.setdefault(row.slot_id, []).append(change_rule(row)._replace(place=place))


def slot_rule(row: WeeklySlot, dates: Collection[dt.date] = ()) -> Slot:
    """Return a slot as `timetable.py` takes it; dates: those of the rhythm single dates."""
    return Slot(
        row.pk,
        row.activity_id,
        row.rhythm,
        row.weekday,
        row.start_time,
        row.end_time,
        row.place_id,
        row.nth,
        row.valid_from_on,
        row.valid_until_on,
        tuple(dates),
        row.part_of_day,
        row.runs_through_breaks,
        row.runs_through_holidays,
    )


def change_rule(row: SlotChange) -> Change:
    """Return a change as `timetable.py` takes it."""
    return Change(
        row.pk,
        row.slot_id,
        row.kind,
        row.from_on,
        row.until_on or row.from_on,
        row.to_on,
        row.start_time,
        row.end_time,
        row.place_id,
    )


def _add_towns(calendar: Calendar) -> None:
    of_actor = defaultdict(set)
    links = Actor.municipalities.through.objects.order_by()
    for actor, town in links.values_list("actor_id", "municipality__slug"):
        of_actor[actor].add(town)
    slugs = dict(Municipality.objects.order_by().values_list("pk", "slug"))
    for pk, rule in calendar.rules.items():
        if rule.place is not None:
            calendar.towns[pk] = frozenset({calendar.places[rule.place].place.municipality.slug})
        elif calendar.slots[pk].municipality_id in slugs:
            calendar.towns[pk] = frozenset({slugs[calendar.slots[pk].municipality_id]})
        else:
            organisers = calendar.organisers.get(rule.activity, ())
            calendar.towns[pk] = frozenset().union(*(of_actor[actor] for actor in organisers))


def _pauses(calendar: Calendar) -> list[Pause]:
    """Return the breaks with the slots that each holds for: of anything that it names."""
    named: dict[str, dict[int, set]] = {}
    for relation, path in (
        ("activities", "activity_id"),
        ("places", "meetingplace_id"),
        ("actors", "actor_id"),
        ("municipalities", "municipality__slug"),
        ("family_centres", "familycentre_id"),
    ):
        own = named[relation] = defaultdict(set)
        through = getattr(Break, relation).through
        for pk, value in through.objects.order_by().values_list("break_id", path):
            own[pk].add(value)
    centre_towns = defaultdict(set)
    for centre, town in FamilyCentre.municipalities.through.objects.order_by().values_list(
        "familycentre_id", "municipality__slug"
    ):
        centre_towns[centre].add(town)
    pauses = []
    for pk, row in calendar.breaks.items():
        towns = named["municipalities"][pk].union(*(centre_towns[c] for c in named["family_centres"][pk]))
        keys = (frozenset(named[relation][pk]) for relation in ("activities", "places", "actors"))
        scope = Named(*keys, frozenset(towns))
        slots = frozenset(
            slot
            for slot, rule in calendar.rules.items()
            if scope.holds_for(
                rule.activity, rule.place, calendar.organisers.get(rule.activity, ()), calendar.towns[slot]
            )
        )
        pauses.append(Pause(pk, row.from_on, row.until_on, slots))
    return pauses


def _add_visits(calendar: Calendar) -> None:
    dates, cancelled = defaultdict(list), defaultdict(set)
    for visit, on, is_cancelled in VisitDate.objects.order_by("on").values_list(
        "visit_id", "on", "is_cancelled"
    ):
        cancelled[visit].add(on) if is_cancelled else dates[visit].append(on)
    confirmed = Visit.objects.filter(confirmed_by_organiser=True, confirmed_by_visitor=True)
    for row in confirmed.for_page(calendar.language).order_by("pk"):
        if row.slot_id not in calendar.slots:
            continue
        rule = Slot(
            row.pk,
            0,
            row.rhythm,
            calendar.rules[row.slot_id].weekday,
            nth=row.nth,
            first_on=row.valid_from_on,
            last_on=row.valid_until_on,
            dates=tuple(dates[row.pk]),
        )
        if row.rhythm == Rhythm.VARIES:  # as single dates: what is not told is not shown
            rule = rule._replace(rhythm=Rhythm.DATES)
        calendar.visits.setdefault(row.slot_id, []).append(
            ShownVisit(row, rule, frozenset(cancelled[row.pk]))
        )


def _shared(language: str, revision: int) -> Calendar:
    calendar = read(language, revision)
    calendar.is_shared = True
    return calendar


# The calendar in a site language, at least as new as a revision: calendar_of(language, revision).
calendar_of = Kept(_shared)
