"""Days on the calendar's forms: a year that must be a slip of the keys is refused at its field."""

from __future__ import annotations

import pytest
from django import forms

from meetingplaces.models import Activity, Break, MeetingPlace, Visit, WeeklySlot
from tests import calendar_factories as make_calendar
from tests import desk

pytestmark = pytest.mark.django_db


@pytest.fixture
def client():
    return desk.sign_in(desk.coordinator())


def fields_of(page) -> dict[str, forms.Field]:
    """The fields of a desk's form and of one new row of each of its children, by name."""
    found = dict(page.context["adminform"].form.fields)
    for inline in page.context["inline_admin_formsets"]:
        prefix = inline.formset.prefix
        found |= {f"{prefix}.{name}": f for name, f in inline.formset.empty_form.fields.items()}
    return found


def takes(field: forms.Field, value: str) -> bool:
    try:
        field.clean(value)
    except forms.ValidationError:
        return False
    return True


@pytest.mark.parametrize(
    ("model", "names"),
    [
        (
            Activity,
            ["as_of", "registration_closes_at", "registration_opens_at", "reviewed_on"],
        ),
        (MeetingPlace, ["as_of", "notice_from_on", "notice_until_on", "reviewed_on"]),
        (
            WeeklySlot,
            [
                *("changes.from_on", "changes.to_on", "changes.until_on"),
                *("dates.on", "valid_from_on", "valid_until_on"),
            ],
        ),
        (Visit, ["dates.on", "valid_from_on", "valid_until_on"]),
        (Break, ["from_on", "until_on"]),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_every_day_of_the_calendars_forms_is_of_this_century(client, model, names):
    fields = fields_of(client.get(desk.address("add", model)))
    days = {name: f for name, f in fields.items() if isinstance(f, forms.DateField | forms.DateTimeField)}

    answers = {
        day: sorted(name for name, field in days.items() if takes(field, day))
        for day in ("0001-01-01", "1999-12-31", "2000-01-01", "2099-12-31", "2100-01-01", "9999-12-31")
    }

    assert answers == {
        "0001-01-01": [],
        "1999-12-31": [],
        "2000-01-01": names,
        "2099-12-31": names,
        "2100-01-01": [],
        "9999-12-31": [],
    }


@pytest.mark.parametrize("moment", ["0001-01-01T00:00", "9999-12-31T23:59", "1026-11-24T09:00"])
def test_registration_of_another_millennium_is_refused_at_its_field(client, moment):
    activity = make_calendar.make_activity(name="Perhekahvila")
    address = desk.address("change", activity)

    response = client.post(address, desk.form_of(client.get(address)) | {"registration_opens_at": moment})

    assert list(desk.errors_of(response)) == ["registration_opens_at"]
    activity.refresh_from_db()
    assert activity.registration_opens_at is None
