"""The municipalities and wellbeing services counties of Finland, as of 1.1.2025."""

import csv
from pathlib import Path

from django.db import migrations
from django.utils.text import slugify

SOURCE = Path(__file__).resolve().parent.parent / "data" / "municipalities.csv"


def add_municipalities(apps, schema_editor):
    County = apps.get_model("services", "County")
    Municipality = apps.get_model("services", "Municipality")
    with SOURCE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    counties = {
        row["county_code"]: County(
            code=row["county_code"], name_fi=row["county_fi"], name_sv=row["county_sv"]
        )
        for row in rows
    }
    County.objects.bulk_create(counties.values())
    Municipality.objects.bulk_create(
        Municipality(
            code=row["code"],
            slug=slugify(row["name_fi"]),
            name_fi=row["name_fi"],
            name_sv=row["name_sv"],
            county=counties[row["county_code"]],
        )
        for row in rows
    )


def remove_municipalities(apps, schema_editor):
    apps.get_model("services", "Municipality").objects.all().delete()
    apps.get_model("services", "County").objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [("services", "0001_directory")]
    operations = [migrations.RunPython(add_municipalities, remove_municipalities)]
