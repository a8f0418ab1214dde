"""Made-up services in the real models: the same rows for the same number, on every database.

As many choices as a region's portal has; every text in Finnish, and in Swedish for half of the
services. Nothing here resembles a real service, number or address.
"""

from __future__ import annotations

import datetime as dt
from random import Random

from perhekeskus import caching
from perhekeskus.models import Installation
from services import models as directory

BATCH = 2_000
CHECKED_ON = dt.date(2026, 11, 1)
PUBLISHED = {"state": "published", "reviewed_on": CHECKED_ON}

AGE_GROUPS = [(0, 0), (0, 12), (12, 36), (36, 72), (72, 84), (84, 156), (156, 216), (216, 348)]
# As services have them: for all, from birth to school, babies, schoolchildren, the young.
SERVICE_AGES = [(None, None), (0, 84), (0, 12), (12, 84), (84, 216), (156, 348), (36, None)]
SPOKEN = ["fi", "sv", "en", "se", "smn", "sms", "uk", "ru", "ar", "fse"]
KINDS = [
    "Perhekahvila",
    "Neuvonta",
    "Vertaisryhmä",
    "Kerho",
    "Vastaanotto",
    "Iltapäivä",
    "Äitien ilta",
]
KINDS_SV = ["Familjecafé", "Rådgivning", "Kamratgrupp", "Klubb", "Mottagning", "Eftermiddag", "Mammakväll"]
SENSITIVE_THEME = 0


def fill_reference() -> None:
    """Write what services are chosen by: municipalities, themes, actors, places."""
    Installation.objects.create(pk=1, name_fi="Perhekeskus", region_name_fi="Lappi")
    county = directory.County.objects.get(municipalities__slug="rovaniemi")
    county.municipalities.update(is_covered=True)
    directory.AgeGroup.objects.bulk_create(
        directory.AgeGroup(
            slug=f"ika-{number}",
            name_fi=f"Ikäryhmä {number}",
            name_sv=f"Åldersgrupp {number}",
            short_name_fi=f"{first // 12}–{end // 12} v",
            min_months=first,
            max_months=end,
            for_pregnancy=end == 0,
            order=number,
        )
        for number, (first, end) in enumerate(AGE_GROUPS)
    )
    for model, count, words, words_sv in (
        (directory.Audience, 8, "Kohderyhmä", "Målgrupp"),
        (directory.Section, 4, "Osio", "Hylla"),
    ):
        model.objects.bulk_create(
            model(slug=f"valinta-{n}", name_fi=f"{words} {n}", name_sv=f"{words_sv} {n}", order=n)
            for n in range(count)
        )
    directory.SpokenLanguage.objects.bulk_create(
        directory.SpokenLanguage(code=code, name_fi=f"kieli {code}", name_sv=f"språk {code}", order=n)
        for n, code in enumerate(SPOKEN)
    )
    directory.Theme.objects.bulk_create(
        directory.Theme(
            slug=f"teema-{n}",
            name_fi=f"Teeman numero {n} nimi",
            name_sv=f"Tema nummer {n}",
            is_sensitive=n == SENSITIVE_THEME,
            neutral_name_fi=f"Teema {n}",
            order=n,
            **PUBLISHED,
        )
        for n in range(12)
    )
    directory.Task.objects.bulk_create(
        directory.Task(
            slug=f"tehtava-{n}", name_fi=f"Tehtävä {n}", what_it_is_fi="Mitä se on.", order=n, **PUBLISHED
        )
        for n in range(7)
    )
    sectors = directory.Sector.values
    directory.Actor.objects.bulk_create(
        directory.Actor(
            slug=f"jarjestaja-{n}",
            name_fi=f"Järjestäjä {n} ry",
            name_sv=f"Arrangör {n} rf" if n % 2 else "",
            sector=sectors[n % len(sectors)],
            **PUBLISHED,
        )
        for n in range(30)
    )
    actors = list(directory.Actor.objects.order_by("slug"))
    directory.Channel.objects.bulk_create(
        directory.Channel(
            slug=f"puhelin-{n}",
            kind="phone",
            name_fi="Puhelin",
            name_sv="Telefon",
            value=f"016 555 01{n:02}",
            actor=actor,
            **PUBLISHED,
        )
        for n, actor in enumerate(actors)
    )
    _fill_where(directory.Municipality.objects.covered())
    caching.move_revision()


def _fill_where(covered) -> None:
    """Two places in a municipality, a family centre for three of them, hours for all."""
    towns = list(covered.order_by("slug"))
    facts = list(directory.ACCESS_FACTS.values())
    directory.Place.objects.bulk_create(
        directory.Place(
            slug=f"talo-{n}",
            name_fi=f"Talo {n}",
            municipality=towns[n % len(towns)],
            street=f"Esimerkkitie {n}",
            postal_code="99999",
            locality=f"Kylä {n % 10}" if n >= len(towns) else "",
            locality_slug=f"kyla-{n % 10}" if n >= len(towns) else "",
            **{fact: (n + k) % 3 == 0 or None for k, fact in enumerate(facts)},
            **PUBLISHED,
        )
        for n in range(2 * len(towns))
    )
    directory.OpeningSchedule.objects.bulk_create(
        directory.OpeningSchedule(
            place=place, weekday=weekday, opens_time=dt.time(9), closes_time=dt.time(15)
        )
        for place in directory.Place.objects.order_by("slug")
        for weekday in range(1, 6)
    )
    directory.FamilyCentre.objects.bulk_create(
        directory.FamilyCentre(slug=f"keskus-{n}", name_fi=f"Perhekeskus {n}", **PUBLISHED)
        for n in range(len(towns) // 3)
    )
    for n, centre in enumerate(directory.FamilyCentre.objects.order_by("slug")):
        centre.municipalities.set(towns[3 * n : 3 * n + 3])


def grow_services(size: int) -> None:
    """Write services until there are `size`."""
    for start in range(directory.Service.objects.count(), size, BATCH):
        _write_services(range(start, min(start + BATCH, size)))
    caching.move_revision()


def _write_services(numbers: range) -> None:
    pks = {
        model: list(model.objects.order_by("pk").values_list("pk", flat=True))
        for model in (
            directory.Actor,
            directory.Audience,
            directory.Channel,
            directory.Place,
            directory.Section,
            directory.SpokenLanguage,
            directory.Task,
            directory.Theme,
        )
    }
    towns = list(directory.Municipality.objects.covered().order_by("slug").values_list("pk", flat=True))
    county = directory.County.objects.get(municipalities__slug="rovaniemi").pk
    services = directory.Service.objects.bulk_create(
        [_service(n, Random(n), pks[directory.Actor], county) for n in numbers]
    )
    pairs = list(zip(services, (Random(-n - 1) for n in numbers), strict=True))
    for relation, target, ids, most in (
        ("municipalities", "municipality_id", towns, 3),
        ("themes", "theme_id", pks[directory.Theme], 2),
        ("audiences", "audience_id", pks[directory.Audience], 2),
        ("sections", "section_id", pks[directory.Section], 1),
        ("tasks", "task_id", pks[directory.Task], 2),
        ("languages", "spokenlanguage_id", pks[directory.SpokenLanguage], 3),
    ):
        through = getattr(directory.Service, relation).through
        through.objects.bulk_create(
            through(service_id=service.pk, **{target: pk})
            for service, random in pairs
            if relation != "municipalities" or service.area_kind == "municipalities"
            for pk in random.sample(ids, random.randint(1, most))
        )
    directory.ServicePlace.objects.bulk_create(
        directory.ServicePlace(service=service, place_id=random.choice(pks[directory.Place]))
        for service, random in pairs
        if service.is_given_at_place
    )
    directory.ServiceChannel.objects.bulk_create(
        directory.ServiceChannel(service=service, channel_id=random.choice(pks[directory.Channel]))
        for service, random in pairs
    )
    directory.ServicePrice.objects.bulk_create(
        directory.ServicePrice(service=service, min_amount=random.choice([0, 5, 20]))
        for service, random in pairs
        if service.price_kind == "rows"
    )


def write_situations(count: int = 48) -> None:
    """Write everyday situations with routes of six steps, each kind among them."""
    line = directory.Helpline.objects.create(
        name_fi="Puhelin", for_whom_fi="Kaikille.", when_to_ring_fi="Aina.", **PUBLISHED
    )
    line.numbers.create(language="fi", number="016 555 0100")
    theme = directory.Theme.objects.get(slug="teema-1")
    services = list(directory.Service.objects.order_by("pk")[:count])
    for n, service in enumerate(services):
        situation = directory.Situation.objects.create(
            name_fi=f"Tilanne {n}", introduction_fi="Näin voit edetä. " * 4, order=n, **PUBLISHED
        )
        situation.themes.add(theme)
        for position, fields in enumerate(
            (
                {"kind": "text"},
                {"kind": "helpline", "helpline": line},
                {"kind": "service", "service": service},
                {"kind": "service", "service": services[n - 1]},
                {"kind": "theme", "theme": theme},
                {"kind": "link", "url": "https://example.org/neuvo"},
            ),
            1,
        ):
            situation.steps.create(position=position, text_fi="Kerro, mikä painaa. " * 4, **fields)


def _service(number: int, random: Random, actors: list[int], county: int) -> directory.Service:
    first, end = random.choice(SERVICE_AGES)
    kind = random.randrange(len(KINDS))
    swedish = number % 2 == 0
    area = random.choice(["municipalities", "municipalities", "municipalities", "county", "country"])
    return directory.Service(
        slug=f"palvelu-{number}",
        name_fi=f"{KINDS[kind]} {number}",
        name_sv=f"{KINDS_SV[kind]} {number}" if swedish else "",
        summary_fi="Tukea arjen tilanteisiin. Voitte tulla yhdessä tai erikseen, ja jutella rauhassa.",
        summary_sv="Stöd i vardagen. Ni kan komma tillsammans eller var för sig." if swedish else "",
        description_fi="Autamme perhettä arjessa.\n\n" + "Tapaamme siellä, missä teille sopii. " * 8,
        description_sv="Vi hjälper familjen.\n\n" + "Vi träffas där det passar er. " * 8 if swedish else "",
        how_to_get_fi="Soita meille.\nSovimme ajan.\nTapaamme.",
        how_to_get_sv="Ring oss.\nVi kommer överens om en tid.\nVi träffas." if swedish else "",
        min_months=first,
        max_months=end,
        for_pregnancy=random.random() < 0.15,
        actor_id=random.choice(actors),
        area_kind=area,
        county_id=county if area == "county" else None,
        price_kind=random.choice(["free", "free", "rows", "not_known"]),
        appointment=random.choice(directory.Service.Appointment.values),
        interpreter=random.choice([True, None]),
        is_given_at_place=random.random() < 0.7,
        is_given_at_home=random.random() < 0.2,
        is_given_by_phone=random.random() < 0.4,
        is_given_online=random.random() < 0.2,
        is_given_by_chat=random.random() < 0.1,
        is_given_in_group=random.random() < 0.3,
        **PUBLISHED,
    )
