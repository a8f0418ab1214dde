"""Writes demo content into the database: makes what is missing and leaves what is there alone.

Everything it writes has source "demo" and the record's key as its identity, so that it can be
run again without harm: what a coordinator has corrected stays corrected.
"""

from __future__ import annotations

import datetime as dt
import importlib
import pkgutil
from types import ModuleType

from django.db import transaction

from perhekeskus.demo import helplines, reference, situations, tasks, themes
from perhekeskus.demo.calendar_loader import add_activity, add_break, add_meeting_place
from perhekeskus.demo.entry_loader import add_service, add_situation
from perhekeskus.demo.rows import SOURCE, Rows, by_key, by_slug, fields_of
from perhekeskus.models import Installation
from services import models as directory

ACCESS = {
    "stroller": "has_stroller_access",
    "lift": "has_lift",
    "changing_table": "has_changing_table",
    "breastfeeding": "has_breastfeeding_place",
    "fenced_yard": "has_fenced_yard",
    "food_heating": "has_food_heating",
    "quiet_corner": "has_quiet_corner",
    "parking": "has_parking",
    "bus": "has_bus_stop",
}


class DemoLoader:
    """Loads one region's records.

    region: package with the region's modules, as `perhekeskus.demo.lapland`. What only some regions
    have (situations, a way to do the tasks, families' voices, the calendar) may be left out of it.
    """

    def __init__(self, region: ModuleType, *, today: dt.date):
        self.region = region
        self.rows = Rows(today=today)

    @transaction.atomic
    def load(self) -> None:
        """Write everything. KeyError when a record names another that does not exist."""
        self._installation()
        self._reference()
        self._helplines()
        self._actors_and_channels()
        self._centres()
        self._themes()
        self._tasks()
        self._places()
        county = self._county()
        for record in self.records("services", "SERVICES"):
            add_service(self.rows, record, county)
        for record in situations.SITUATIONS:
            add_situation(self.rows, record, situations.FACTS)
        for record in self.records("situations", "SITUATIONS"):
            add_situation(self.rows, record, self.region.SITUATION_FACTS)
        self._calendar()

    def own_keys(self) -> dict[type, list[str]]:
        """The keys by which this region's content is known from every other's."""
        return {
            directory.FamilyCentre: [r["key"] for r in self._module("centres").FAMILY_CENTRES],
            directory.Service: [r["key"] for r in self.records("services", "SERVICES")],
        }

    def is_loaded(self) -> bool:
        """Whether something of this region's own is in the database."""
        return any(
            model.objects.filter(source=SOURCE, source_id__in=keys).exists()
            for model, keys in self.own_keys().items()
        )

    # --- Finding records ---------------------------------------------------------------------
    def _module(self, name: str) -> ModuleType:
        return importlib.import_module(f"{self.region.__name__}.{name}")

    def records(self, prefix: str, name: str) -> list[dict]:
        """Records of all the region's modules whose name begins with a prefix, each key once."""
        records: dict[str, dict] = {}
        for info in pkgutil.iter_modules(self.region.__path__):
            if info.name.startswith(prefix):
                records |= {r["key"]: r for r in getattr(self._module(info.name), name, [])}
        return list(records.values())

    def _county(self):
        """The county of the region's municipalities; a region stands in one."""
        [town] = by_slug(directory.Municipality, self.region.INSTALLATION["municipalities"][:1])
        return town.county

    # --- The parts ---------------------------------------------------------------------------
    def _installation(self) -> None:
        record = self.region.INSTALLATION
        if Installation.objects.exists():
            self.rows.kept[Installation] += 1
        else:
            self.rows.made[Installation] += 1
            Installation.objects.create(**fields_of(record, "name", "region_name"))
        if not directory.Municipality.objects.covered().exists():  # else somebody has chosen them
            towns = directory.Municipality.objects.filter(slug__in=record["municipalities"])
            towns.update(is_covered=True)

    def _reference(self) -> None:
        for order, record in enumerate(reference.AGE_GROUPS, 1):
            self.rows.row(
                directory.AgeGroup,
                {"slug": record["slug"]},
                order=order,
                min_months=record["min_months"] or 0,
                max_months=record["max_months"] or 0,
                **fields_of(record, "name", "short_name", "introduction", "icon", "for_pregnancy"),
            )
        for model, records in (
            (directory.Audience, reference.AUDIENCES),
            (directory.Section, reference.SECTIONS),
        ):
            for order, record in enumerate(records, 1):
                names = fields_of(record, "name", "introduction")
                self.rows.row(model, {"slug": record["slug"]}, order=order, **names)
        for order, record in enumerate(reference.SPOKEN_LANGUAGES, 1):
            self.rows.row(
                directory.SpokenLanguage, {"code": record["code"]}, order=order, **fields_of(record, "name")
            )

    def _centres(self) -> None:
        centres = self._module("centres")
        for record in centres.AREAS:
            self.rows.row(directory.Area, {"slug": record["key"]}, **fields_of(record, "name"))
        for record in centres.FAMILY_CENTRES:
            area = directory.Area.objects.filter(slug=record.get("area")).first()
            centre, is_new = self.rows.item(
                directory.FamilyCentre,
                record["key"],
                area=area,
                reviewed_on=record.get("as_of"),
                **fields_of(record, "name", "introduction", "form", "fact_source", "as_of"),
            )
            if is_new:
                centre.municipalities.set(by_slug(directory.Municipality, record["municipalities"]))
                for order, role in enumerate(record.get("roles", ()), 1):
                    self._role(centre, order, role)

    @staticmethod
    def _role(centre, order: int, record: dict) -> None:
        [channel] = by_key(directory.Channel, [record["channel"]]) if record.get("channel") else [None]
        centre.roles.create(order=order, channel=channel, **fields_of(record, "role", "how_to_reach"))

    def _themes(self) -> None:
        for order, record in enumerate(themes.THEMES, 1):
            theme, is_new = self.rows.item(
                directory.Theme,
                record["key"],
                order=order,
                **fields_of(record, "name", "neutral_name", "is_sensitive", "introduction", "icon"),
            )
            if is_new:
                theme.helplines.set(by_key(directory.Helpline, record.get("helplines", ())))

    def _tasks(self) -> None:
        here = self._module("tasks")
        for order, record in enumerate(tasks.TASKS, 1):
            ways = {"how_we_do_it": here.HOW_WE_DO_IT.get(record["key"])}
            task, is_new = self.rows.item(
                directory.Task,
                record["key"],
                order=order,
                **fields_of(record | ways, "name", "what_it_is", "how_we_do_it"),
            )
            if is_new:
                for voice in here.TASK_VOICES:
                    if voice["task"] == record["key"]:
                        self._voice(task, voice)

    @staticmethod
    def _voice(task, record: dict) -> None:
        [centre] = by_key(directory.FamilyCentre, [record["family_centre"]])
        task.voices.create(
            family_centre=centre,
            year=record["year"],
            **record["text"].fields("text"),
            **record["source"].fields("told_at"),
        )

    def _actors_and_channels(self) -> None:
        for record in self._module("actors").ACTORS:
            actor, is_new = self.rows.item(
                directory.Actor,
                record["key"],
                former_names="\n".join(record.get("former_names", ())),
                **fields_of(record, "name", "sector", "description", "fact_source", "as_of"),
            )
            if is_new:
                actor.municipalities.set(by_slug(directory.Municipality, record["municipalities"]))
        for record in self._module("channels").CHANNELS:
            [actor] = by_key(directory.Actor, [record["actor"]])
            self.rows.item(
                directory.Channel,
                record["key"],
                actor=actor,
                **fields_of(record, "kind", "name", "value", "note", "price_note", "help_position"),
            )

    def _places(self) -> None:
        for record in self._module("places").PLACES:
            [town] = by_slug(directory.Municipality, [record["municipality"]])
            facts = {ACCESS[name]: value for name, value in record["access"].items()}
            self.rows.item(
                directory.Place,
                record["key"],
                municipality=town,
                **facts,
                **fields_of(
                    record,
                    *("name", "street", "postal_code", "post_office", "locality", "entrance", "floor"),
                    *("pram_place", "parking", "address_is_masked"),
                ),
            )

    def _calendar(self) -> None:
        for record in self.records("meeting_places", "MEETING_PLACES"):
            add_meeting_place(self.rows, record)
        for record in self.records("activities", "ACTIVITIES"):
            add_activity(self.rows, record)
        for record in self.records("breaks", "BREAKS"):
            add_break(self.rows, record)

    def _helplines(self) -> None:
        for record in helplines.HELPLINES:
            line, is_new = self.rows.item(
                directory.Helpline,
                record["key"],
                **fields_of(
                    record, "name", "for_whom", "when_to_ring", "is_emergency", "order", "checked_on"
                ),
                **{f"for_{group}": True for group in record.get("urgent_for", ())},
            )
            if is_new:
                for number in record["numbers"]:
                    line.numbers.create(**fields_of(number, "language", "number", "hours", "price_note"))
