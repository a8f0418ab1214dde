"""Writes demo content into the database: makes what is missing and leaves what is there alone.

Everything it writes has source "demo" and the record's key as its identity, so that it can be
run again without harm: what a coordinator has corrected stays corrected.
"""

from __future__ import annotations

import datetime as dt
import importlib
import pkgutil
from collections import Counter
from decimal import Decimal
from types import ModuleType

from django.db import transaction

from perhekeskus.demo import helplines, reference, tasks, themes
from perhekeskus.demo.records import Text
from perhekeskus.models import Installation
from services import models as directory

SOURCE = "demo"
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


def fields_of(record: dict, *names: str) -> dict:
    """Return a record's values for model fields; a `Text` as one value for each language."""
    values: dict = {}
    for name in names:
        value = record.get(name)
        if isinstance(value, Text):
            values |= value.fields(name)
        elif value is not None:
            values[name] = value
    return values


class DemoLoader:
    """Loads one region's records.

    region: package with the region's modules, as `perhekeskus.demo.lapland`.
    made, kept: how many rows of each model were made now, and were there already.
    """

    def __init__(self, region: ModuleType, *, today: dt.date):
        self.region = region
        self.today = today
        self.made: Counter = Counter()
        self.kept: Counter = Counter()

    @transaction.atomic
    def load(self) -> None:
        """Write everything. KeyError when a record names another that does not exist."""
        self._installation()
        self._reference()
        self._helplines()
        self._centres()
        self._themes_and_tasks()
        self._actors_and_channels()
        self._places()
        for record in self._all("services", "SERVICES"):
            self._service(record)

    # --- Finding records ---------------------------------------------------------------------
    def _module(self, name: str) -> ModuleType:
        return importlib.import_module(f"{self.region.__name__}.{name}")

    def _all(self, prefix: str, name: str) -> list[dict]:
        """Records of all the region's modules whose name begins with a prefix, each key once."""
        records: dict[str, dict] = {}
        for info in pkgutil.iter_modules(self.region.__path__):
            if info.name.startswith(prefix):
                records |= {r["key"]: r for r in getattr(self._module(info.name), name, [])}
        return list(records.values())

    # --- Making rows -------------------------------------------------------------------------
    def _item(self, model, key: str, **values):
        """Return a public item and whether it was made now."""
        item = model.objects.filter(source=SOURCE, source_id=key).first()
        if item is not None:
            self.kept[model] += 1
            return item, False
        state = values.setdefault("state", model.State.PUBLISHED)
        values.setdefault("published_on", self.today if state == model.State.PUBLISHED else None)
        self.made[model] += 1
        return model.objects.create(source=SOURCE, source_id=key, **values), True

    def _row(self, model, lookup: dict, **values):
        row = model.objects.filter(**lookup).first()
        if row is not None:
            self.kept[model] += 1
            return row
        self.made[model] += 1
        return model.objects.create(**lookup, **values)

    @staticmethod
    def _by_key(model, keys) -> list:
        """Return demo items by key, in the order asked. KeyError when one is missing."""
        found = {item.source_id: item for item in model.objects.filter(source=SOURCE, source_id__in=keys)}
        return [found[key] for key in keys]

    @staticmethod
    def _by_slug(model, slugs, *, field: str = "slug") -> list:
        found = {getattr(row, field): row for row in model.objects.filter(**{f"{field}__in": slugs})}
        return [found[slug] for slug in slugs]

    # --- The parts ---------------------------------------------------------------------------
    def _installation(self) -> None:
        record = self.region.INSTALLATION
        if Installation.objects.exists():
            self.kept[Installation] += 1
        else:
            self.made[Installation] += 1
            Installation.objects.create(**fields_of(record, "name", "region_name"))
        if not directory.Municipality.objects.covered().exists():  # else somebody has chosen them
            towns = directory.Municipality.objects.filter(slug__in=record["municipalities"])
            towns.update(is_covered=True)

    def _reference(self) -> None:
        for order, record in enumerate(reference.AGE_GROUPS, 1):
            self._row(
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
                self._row(model, {"slug": record["slug"]}, order=order, **names)
        for order, record in enumerate(reference.SPOKEN_LANGUAGES, 1):
            self._row(
                directory.SpokenLanguage, {"code": record["code"]}, order=order, **fields_of(record, "name")
            )

    def _centres(self) -> None:
        centres = self._module("centres")
        for record in centres.AREAS:
            self._row(directory.Area, {"slug": record["key"]}, **fields_of(record, "name"))
        for record in centres.FAMILY_CENTRES:
            area = directory.Area.objects.filter(slug=record.get("area")).first()
            centre, is_new = self._item(
                directory.FamilyCentre,
                record["key"],
                area=area,
                reviewed_on=record.get("as_of"),
                **fields_of(record, "name", "introduction", "form", "fact_source", "as_of"),
            )
            if is_new:
                centre.municipalities.set(self._by_slug(directory.Municipality, record["municipalities"]))
                for order, role in enumerate(record.get("roles", ()), 1):
                    centre.roles.create(order=order, **fields_of(role, "role", "how_to_reach"))

    def _themes_and_tasks(self) -> None:
        for order, record in enumerate(themes.THEMES, 1):
            theme, is_new = self._item(
                directory.Theme,
                record["key"],
                order=order,
                **fields_of(record, "name", "neutral_name", "is_sensitive", "introduction", "icon"),
            )
            if is_new:
                theme.helplines.set(self._by_key(directory.Helpline, record.get("helplines", ())))
        for order, record in enumerate(tasks.TASKS, 1):
            task, is_new = self._item(
                directory.Task,
                record["key"],
                order=order,
                **fields_of(record, "name", "what_it_is", "how_we_do_it"),
            )
            if is_new:
                for voice in tasks.TASK_VOICES:
                    if voice["task"] == record["key"] and self._has_centre(voice["family_centre"]):
                        self._voice(task, voice)

    @staticmethod
    def _has_centre(key: str) -> bool:
        return directory.FamilyCentre.objects.filter(source=SOURCE, source_id=key).exists()

    def _voice(self, task, record: dict) -> None:
        [centre] = self._by_key(directory.FamilyCentre, [record["family_centre"]])
        task.voices.create(
            family_centre=centre,
            year=record["year"],
            **record["text"].fields("text"),
            **record["source"].fields("told_at"),
        )

    def _actors_and_channels(self) -> None:
        for record in self._module("actors").ACTORS:
            actor, is_new = self._item(
                directory.Actor,
                record["key"],
                former_names="\n".join(record.get("former_names", ())),
                **fields_of(record, "name", "sector", "description", "fact_source", "as_of"),
            )
            if is_new:
                actor.municipalities.set(self._by_slug(directory.Municipality, record["municipalities"]))
        for record in self._module("channels").CHANNELS:
            [actor] = self._by_key(directory.Actor, [record["actor"]])
            self._item(
                directory.Channel,
                record["key"],
                actor=actor,
                **fields_of(record, "kind", "name", "value", "note", "price_note", "help_position"),
            )

    def _places(self) -> None:
        for record in self._module("places").PLACES:
            [town] = self._by_slug(directory.Municipality, [record["municipality"]])
            facts = {ACCESS[name]: value for name, value in record["access"].items()}
            self._item(
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

    def _service(self, record: dict) -> None:
        actor = self._by_key(directory.Actor, [record["actor"]])[0]
        texts = ("name", "neutral_name", "summary", "description", "how_to_get", "who_for")
        given = {directory.DELIVERY_MODES[mode]: True for mode in record["delivery"]}
        county = self._county() if record["area"] == "county" else None
        service, is_new = self._item(
            directory.Service,
            record["key"],
            actor=actor,
            area_kind=record["area"],
            county=county,
            price_kind=record["price"],
            referral_needed=record["referral"],
            reviewed_on=record.get("reviewed_on") or record["as_of"],
            state=record.get("state", "published"),
            **given,
            **fields_of(
                record,
                *texts,
                *("told_to_parents", "keywords", "min_months", "max_months", "for_pregnancy", "only_for"),
                *("appointment", "interpreter", "young_person_alone", "fact_source", "as_of"),
            ),
        )
        if is_new:
            self._link_service(service, record)

    def _county(self):
        """The county of the region's municipalities; a region stands in one."""
        [town] = self._by_slug(directory.Municipality, self.region.INSTALLATION["municipalities"][:1])
        return town.county

    def _link_service(self, service, record: dict) -> None:
        service.audiences.set(self._by_slug(directory.Audience, record["audiences"]))
        service.sections.set(self._by_slug(directory.Section, record["sections"]))
        service.themes.set(self._by_key(directory.Theme, record["themes"]))
        service.tasks.set(self._by_key(directory.Task, record["tasks"]))
        service.municipalities.set(self._by_slug(directory.Municipality, record["municipalities"]))
        service.languages.set(self._by_slug(directory.SpokenLanguage, record["languages"], field="code"))
        for key, role in record.get("other_actors", ()):
            service.actor_links.create(actor=self._by_key(directory.Actor, [key])[0], role=role)
        for position, channel in enumerate(self._by_key(directory.Channel, record["channels"]), 1):
            service.channel_links.create(channel=channel, position=position)
        for position, place in enumerate(self._by_key(directory.Place, record["places"]), 1):
            service.place_links.create(place=place, position=position)
        for price in record.get("prices", ()):
            service.prices.create(
                min_amount=Decimal(price["min_amount"]),
                max_amount=Decimal(price["max_amount"]) if price.get("max_amount") else None,
                is_voluntary=price.get("voluntary", False),
                **fields_of(price, "unit", "payer", "is_food", "note"),
            )

    def _helplines(self) -> None:
        for record in helplines.HELPLINES:
            line, is_new = self._item(
                directory.Helpline,
                record["key"],
                **fields_of(
                    record, "name", "for_whom", "when_to_ring", "is_emergency", "order", "checked_on"
                ),
            )
            if is_new:
                for number in record["numbers"]:
                    line.numbers.create(**fields_of(number, "language", "number", "hours", "price_note"))
