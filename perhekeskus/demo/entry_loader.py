"""Services and situations: the entries that name all the others."""

from __future__ import annotations

from decimal import Decimal

from perhekeskus.demo import situations
from perhekeskus.demo.rows import Rows, by_key, by_slug, fields_of
from services import models as directory

POSITIONS = {key: position for position, key in enumerate(situations.ORDER, 1)}
STEP_TARGETS = {
    "helpline": directory.Helpline,
    "service": directory.Service,
    "theme": directory.Theme,
}


def add_service(rows: Rows, record: dict, county) -> None:
    """Make a service and its links; `county` is where one for a whole county is given."""
    actor = by_key(directory.Actor, [record["actor"]])[0]
    texts = ("name", "neutral_name", "summary", "description", "how_to_get", "who_for")
    given = {directory.DELIVERY_MODES[mode]: True for mode in record["delivery"]}
    service, is_new = rows.item(
        directory.Service,
        record["key"],
        actor=actor,
        area_kind=record["area"],
        county=county if record["area"] == "county" else None,
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
        _link_service(service, record)


def _link_service(service, record: dict) -> None:
    service.audiences.set(by_slug(directory.Audience, record["audiences"]))
    service.sections.set(by_slug(directory.Section, record["sections"]))
    service.themes.set(by_key(directory.Theme, record["themes"]))
    service.tasks.set(by_key(directory.Task, record["tasks"]))
    service.municipalities.set(by_slug(directory.Municipality, record["municipalities"]))
    service.languages.set(by_slug(directory.SpokenLanguage, record["languages"], field="code"))
    for key, role in record.get("other_actors", ()):
        service.actor_links.create(actor=by_key(directory.Actor, [key])[0], role=role)
    for position, channel in enumerate(by_key(directory.Channel, record["channels"]), 1):
        service.channel_links.create(channel=channel, position=position)
    for position, place in enumerate(by_key(directory.Place, record["places"]), 1):
        service.place_links.create(place=place, position=position)
    for price in record.get("prices", ()):
        service.prices.create(
            min_amount=Decimal(price["min_amount"]),
            max_amount=Decimal(price["max_amount"]) if price.get("max_amount") else None,
            is_voluntary=price.get("voluntary", False),
            **fields_of(price, "unit", "payer", "is_food", "note"),
        )


def add_situation(rows: Rows, record: dict, facts: dict) -> None:
    """Make a situation and its route; `facts` tells where what it says is from, and of what day."""
    situation, is_new = rows.item(
        directory.Situation,
        record["key"],
        order=POSITIONS[record["key"]],
        reviewed_on=facts["as_of"],
        **facts,
        **fields_of(
            record,
            *("name", "neutral_name", "phrases", "introduction", "urgency"),
            *("min_months", "max_months", "for_pregnancy", "for_young"),
        ),
    )
    if not is_new:
        return
    situation.themes.set(by_key(directory.Theme, record["themes"]))
    for position, step in enumerate(record["steps"], 1):
        situation.steps.create(position=position, **fields_of(step, "kind", "text", "url"), **_target(step))


def _target(step: dict) -> dict:
    """What a step leads to, by the name of the model field."""
    for name, model in STEP_TARGETS.items():
        if step.get(name):
            return {name: by_key(model, [step[name]])[0]}
    return {}
