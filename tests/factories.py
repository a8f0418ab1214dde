"""Plain functions that make one thing each, good enough to be published; keyword-only.

Jump to a definition and read what you get. Texts are Finnish unless a language is named.
"""

from __future__ import annotations

import datetime as dt
from itertools import count

from members.models import Member
from perhekeskus.models import Installation
from services import models as directory

_numbers = count(1)
CHECKED_ON = dt.date(2026, 11, 1)


def make_installation(**fields) -> Installation:
    return Installation.objects.create(**{"name_fi": "Perhekeskus", "region_name_fi": "Lappi"} | fields)


def make_municipality(*, slug: str = "kittila", covered: bool = True) -> directory.Municipality:
    """Return a municipality of the 308 that every database has."""
    town = directory.Municipality.objects.get(slug=slug)
    if town.is_covered != covered:
        town.is_covered = covered
        town.save()
    return town


def make_actor(*, name: str = "", sector: str = "association", **fields) -> directory.Actor:
    name = name or f"Järjestäjä {next(_numbers)}"
    return directory.Actor.objects.create(
        **{"name_fi": name, "sector": sector, "state": "published", "reviewed_on": CHECKED_ON} | fields
    )


def make_channel(
    *, actor=None, kind: str = "phone", value: str = "016 555 0100", **fields
) -> directory.Channel:
    return directory.Channel.objects.create(
        actor=actor or make_actor(),
        kind=kind,
        value=value,
        **{"name_fi": f"Puhelin {next(_numbers)}", "state": "published"} | fields,
    )


def make_place(*, municipality=None, name: str = "", **fields) -> directory.Place:
    return directory.Place.objects.create(
        municipality=municipality or make_municipality(),
        **{"name_fi": name or f"Talo {next(_numbers)}", "state": "published"} | fields,
    )


def make_theme(*, name: str = "", **fields) -> directory.Theme:
    return directory.Theme.objects.create(
        **{"name_fi": name or f"Teema {next(_numbers)}", "state": "published"} | fields
    )


def make_task(*, name: str = "", **fields) -> directory.Task:
    name = name or f"Tehtävä {next(_numbers)}"
    return directory.Task.objects.create(
        **{"name_fi": name, "what_it_is_fi": name, "state": "published"} | fields
    )


def make_task_voice(*, task=None, centre=None, text: str = "", **fields) -> directory.TaskVoice:
    return directory.TaskVoice.objects.create(
        task=task or make_task(),
        family_centre=centre or make_family_centre(),
        **{"text_fi": text or "Perheet toivoivat kahvilaa.", "told_at_fi": "Perheiden tori", "year": 2024}
        | fields,
    )


def make_audience(*, slug: str, name: str = "") -> directory.Audience:
    return directory.Audience.objects.create(slug=slug, name_fi=name or slug)


def make_section(*, slug: str, name: str = "", **fields) -> directory.Section:
    return directory.Section.objects.create(slug=slug, name_fi=name or slug, **fields)


def make_spoken_language(*, code: str, name: str = "") -> directory.SpokenLanguage:
    return directory.SpokenLanguage.objects.create(code=code, name_fi=name or code)


def make_age_group(
    *, slug: str, min_months: int, max_months: int, for_pregnancy: bool = False, order: int = 0
) -> directory.AgeGroup:
    return directory.AgeGroup.objects.create(
        slug=slug,
        name_fi=slug,
        short_name_fi=slug,
        min_months=min_months,
        max_months=max_months,
        for_pregnancy=for_pregnancy,
        order=order,
    )


def make_family_centre(*, municipalities=(), name: str = "", **fields) -> directory.FamilyCentre:
    centre = directory.FamilyCentre.objects.create(
        **{"name_fi": name or f"Perhekeskus {next(_numbers)}", "state": "published"} | fields
    )
    centre.municipalities.set(municipalities)
    return centre


def make_service(
    *,
    name: str = "",
    actor=None,
    municipalities=(),
    themes=(),
    audiences=(),
    sections=(),
    tasks=(),
    languages=(),
    places=(),
    channels=(),
    **fields,
) -> directory.Service:
    """A published service, free of charge, for the whole country unless municipalities are named."""
    defaults = {
        "name_fi": name or f"Palvelu {next(_numbers)}",
        "summary_fi": "Apua arkeen.",
        "state": "published",
        "price_kind": "free",
        "area_kind": "municipalities" if municipalities else "country",
        "reviewed_on": CHECKED_ON,
        "published_on": CHECKED_ON,
    }
    service = directory.Service.objects.create(actor=actor or make_actor(), **defaults | fields)
    for relation, rows in {
        "municipalities": municipalities,
        "themes": themes,
        "audiences": audiences,
        "sections": sections,
        "tasks": tasks,
        "languages": languages,
    }.items():
        if rows:
            getattr(service, relation).set(rows)
    for place in places:
        service.place_links.create(place=place)
    for channel in channels:
        service.channel_links.create(channel=channel)
    return service


def make_helpline(*, name: str = "", numbers=(("fi", "016 555 0199"),), **fields) -> directory.Helpline:
    line = directory.Helpline.objects.create(
        **{
            "name_fi": name or f"Auttava puhelin {next(_numbers)}",
            "for_whom_fi": "Kaikille.",
            "when_to_ring_fi": "Kun tarvitset apua.",
            "state": "published",
        }
        | fields
    )
    for language, number in numbers:
        line.numbers.create(language=language, number=number)
    return line


def make_situation(*, name: str = "", themes=(), steps=(), **fields) -> directory.Situation:
    """A published everyday situation; steps: texts, helplines, services, themes or web addresses."""
    situation = directory.Situation.objects.create(
        **{"name_fi": name or f"Tilanne {next(_numbers)}", "state": "published"} | fields
    )
    situation.themes.set(themes)
    for position, step in enumerate(steps, 1):
        add_step(situation, position, step)
    return situation


def add_step(situation: directory.Situation, position: int, target, *, text: str = "") -> directory.RouteStep:
    """Add a step to a route: a text, a web address, a helpline, a service or a theme."""
    if isinstance(target, str):
        is_link = target.startswith("https://")
        fields = {"kind": "link", "url": target} if is_link else {"kind": "text", "text_fi": target}
    else:
        kind = type(target).__name__.lower()
        fields = {"kind": kind, kind: target}
    if text:
        fields["text_fi"] = text
    return situation.steps.create(position=position, **fields)


def make_member(*, email: str = "", role: str = "", actors=(), is_staff: bool = True, **fields) -> Member:
    """A member who may sign in with the password "salasana-esimerkki".

    role: the name of a role in members/roles.yaml, whose rights must have been synced.
    """
    from django.contrib.auth.models import Group

    member = Member.objects.create_user(
        email or f"jasen{next(_numbers)}@example.org", "salasana-esimerkki", is_staff=is_staff, **fields
    )
    if role:
        member.groups.add(Group.objects.get_or_create(name=role)[0])
    member.actors.set(actors)
    return member


def make_clubs(count: int, *, actor=None) -> list[directory.Service]:
    """Published services for 3–6-year-olds, "Kerho 00" and so on, made at once: to fill pages with."""
    actor = actor or make_actor(name="Kerhojen järjestäjä")
    return directory.Service.objects.bulk_create(
        directory.Service(
            name_fi=f"Kerho {number:02}",
            slug=f"kerho-{number:02}",
            summary_fi="Leikkiä ja askartelua.",
            state="published",
            actor=actor,
            price_kind="free",
            area_kind="country",
            reviewed_on=CHECKED_ON,
            published_on=CHECKED_ON,
            min_months=36,
            max_months=84,
        )
        for number in range(count)
    )
