"""`load_demo --region`: another region's demo stands alone, tells its age, and borrows nothing of Lapland."""

from __future__ import annotations

import datetime as dt
import importlib
import re
from collections import Counter

import pytest
from django.core.management import CommandError, call_command

from perhekeskus import caching
from perhekeskus.management.commands.load_demo import REGIONS, loader_of
from perhekeskus.models import Installation, PublicItem
from services.models import (
    Actor,
    FamilyCentre,
    Helpline,
    Municipality,
    RouteStep,
    Service,
    Situation,
    Task,
    TaskVoice,
)
from tests.demo import CONTENT, counts, load

pytestmark = pytest.mark.django_db

OTHERS = [region for region in REGIONS if region != "lapland"]
MUNICIPALITIES = {"pirkanmaa": 21, "pohjois-savo": 19, "keski-suomi": 6}  # as the sources count them
NATIONAL_SITUATIONS = {"myrkytys", "itsetuhoiset-ajatukset"}
LAPLAND = re.compile(r"Rovanie|Kittil|Ranua|Posio|Lappi|Lapin |Lappl|Lapland|lapha", re.IGNORECASE)


def installation_of(region: str) -> dict:
    return importlib.import_module(f"perhekeskus.demo.{REGIONS[region]}").INSTALLATION


@pytest.fixture(params=OTHERS)
def region(request):
    """A region other than Lapland, loaded into an empty database."""
    load(region=request.param)
    return request.param


def test_region_stands_alone_and_whole(region):
    kinds = [model for model in CONTENT if issubclass(model, PublicItem)]
    assert [model.__name__ for model in kinds if model.objects.exclude(source="demo").exists()] == []
    assert Installation.objects.get().region_name_fi == installation_of(region)["region_name"].fi
    assert FamilyCentre.objects.exists()
    services = Service.objects.visible_to(None)
    assert services.count() >= 9
    missing = {service.source_id: service.missing_for_publication() for service in services}
    assert {key: names for key, names in missing.items() if names} == {}


def test_region_covers_its_own_municipalities_and_no_others(region):
    covered = Municipality.objects.covered()

    assert set(covered.values_list("slug", flat=True)) == set(installation_of(region)["municipalities"])
    assert covered.count() == MUNICIPALITIES[region]
    assert len(set(covered.values_list("county", flat=True))) == 1
    for model in (Service, FamilyCentre, Actor):
        named = set(model.objects.exclude(municipalities=None).values_list("municipalities__slug", flat=True))
        assert named
        assert named <= set(covered.values_list("slug", flat=True)), model


def test_region_tells_how_old_its_facts_are(region):
    oldest, newest = dt.date(2018, 1, 1), dt.date(2020, 12, 31)

    for model in (Service, FamilyCentre):
        for item in model.objects.all():
            assert item.fact_source, item
            assert oldest <= item.as_of <= newest, item
            assert item.reviewed_on == item.as_of, item
            told = " ".join(getattr(item, f, "") for f in ("description_fi", "introduction_fi"))
            assert re.search(r"20(18|20)", told), f"{item}: the text does not say its year"
    for actor in Actor.objects.all():
        assert actor.fact_source
        assert oldest <= actor.as_of <= newest


def test_region_borrows_nothing_of_lapland(region):
    assert TaskVoice.objects.count() == 0
    assert {task.how_we_do_it_fi for task in Task.objects.all()} == {""}
    assert set(Situation.objects.values_list("source_id", flat=True)) == NATIONAL_SITUATIONS
    assert not RouteStep.objects.exclude(service=None, url="").exists()
    told = [
        f"{model.__name__} {row}: {value}"
        for model in CONTENT
        for row in model.objects.all()
        for value in row.__dict__.values()
        if isinstance(value, str) and LAPLAND.search(value)
    ]
    assert told == []


def test_region_loads_again_without_a_trace(region):
    before, revision = counts(), caching.current_revision()

    assert load(region=region).startswith("Made 0 rows;")
    assert counts() == before
    assert caching.current_revision() == revision


def test_another_region_is_refused_and_nothing_written():
    load(region="keski-suomi")
    before, revision = counts(), caching.current_revision()

    for other in ("lapland", "pohjois-savo"):
        with pytest.raises(CommandError, match="demo content of keski-suomi"):
            load(region=other)
        with pytest.raises(CommandError, match="demo content of keski-suomi"):
            load(region=other, dry_run=True)
    assert counts() == before
    assert caching.current_revision() == revision


def test_a_region_is_known_by_what_is_left_of_it():
    load(region="keski-suomi")
    FamilyCentre.objects.all().delete()

    with pytest.raises(CommandError, match="demo content of keski-suomi"):
        load(region="pirkanmaa")


def test_own_content_does_not_keep_a_region_out():
    FamilyCentre.objects.create(name_fi="Oma perhekeskus")
    Service.objects.create(name_fi="Oma palvelu")

    load(region="pohjois-savo")

    assert Service.objects.filter(source="demo").exists()
    assert Helpline.objects.count() == 9


def test_unknown_region_is_named():
    with pytest.raises(CommandError, match="invalid choice: 'lappi'"):
        call_command("load_demo", "--region", "lappi")


def test_regions_share_no_key_by_which_they_are_told_apart():
    keys = Counter(key for region in REGIONS for own in loader_of(region).own_keys().values() for key in own)

    assert [key for key, count in keys.items() if count > 1] == []
