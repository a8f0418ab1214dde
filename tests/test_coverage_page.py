"""The desk's page of coverage: the figures in words, for coordinators."""

from __future__ import annotations

import datetime as dt

import pytest

from perhekeskus import dates
from tests import calendar_factories as cal
from tests import desk
from tests import factories as make
from tests.reading import main, parse, words

pytestmark = pytest.mark.django_db

MONDAY = dt.date(2026, 11, 30)
PAGE = "/admin/kattavuus/"


@pytest.fixture(autouse=True)
def a_monday(monkeypatch):
    monkeypatch.setattr(dates, "today", lambda: MONDAY)


@pytest.fixture
def slot():
    """A family café in Kittilä on Tuesdays; two age groups, one of them of schoolchildren."""
    from services.models import Municipality

    Municipality.objects.update(is_covered=False)
    town = make.make_municipality(slug="kittila")
    make.make_age_group(slug="vauvat", min_months=0, max_months=12)
    make.make_age_group(slug="koululaiset", min_months=84, max_months=156)
    return cal.make_slot(place=cal.make_meeting_place(municipality=town))


def tables(response) -> dict[str, list[list[str]]]:
    return {
        words(table.find("caption")): [[words(cell) for cell in row] for row in table.iter("tr")]
        for table in main(parse(response)).iter("table")
    }


def test_table_tells_each_weekday_in_words_with_its_reasons_and_days(slot):
    cal.make_change(slot=slot, on=dt.date(2026, 12, 8))
    cal.make_break(
        name="Joulutauko", first=dt.date(2026, 12, 21), last=dt.date(2027, 1, 6), places=[slot.place]
    )

    response = desk.sign_in(desk.coordinator()).get(PAGE)

    [(town, [head, row])] = tables(response).items()
    assert town == "Kittilä"
    assert head[1:] == ["Maanantai", "Tiistai", "Keskiviikko", "Torstai", "Perjantai"]
    assert row[0] == "vauvat"
    cells = main(parse(response)).find(".//table").findall(".//td")
    assert [cell.get("class").split("--")[1] for cell in cells] == ["none", "some", "none", "none", "none"]
    reasons = [words(e) for e in cells[1].findall("span")]
    assert [each.split(": ")[1] for each in reasons] == ["8.12.", "22.12."]
    assert reasons[1] == "Joulutauko: 22.12."
    # The whole row of a Thursday: what is not planned, and Christmas Eve by its name.
    assert [words(e).split(": ")[1] for e in cells[3].findall("span")] == ["3.12. 10.12. 17.12.", "24.12."]
    assert words(cells[3].findall("span")[1]) == "Jouluaatto: 24.12."


def test_gap_leads_to_its_day_on_the_desks_week(slot):
    cal.make_change(slot=slot, on=dt.date(2026, 12, 8))
    client = desk.sign_in(desk.coordinator())

    cell = main(parse(client.get(PAGE))).find(".//table").findall(".//td")[1]

    [link] = [a.get("href") for a in cell.iter("a")]
    assert link == "/admin/viikko/2026-W50/#paiva-2026-12-08"
    assert any(e.get("id") == "paiva-2026-12-08" for e in parse(client.get(link)).iter("section"))


def test_weeks_are_four_eight_or_twelve(slot):
    client = desk.sign_in(desk.coordinator())

    def days(query: dict) -> int:
        return len(main(parse(client.get(PAGE, query))).find(".//td").findall(".//a"))

    assert [days(query) for query in ({}, {"viikot": "8"}, {"viikot": "12"})] == [4, 8, 12]
    statuses = [client.get(PAGE, {"viikot": each}).status_code for each in ("5", "", "-4", "1000000", "x")]
    assert statuses == [404] * 5


@pytest.mark.parametrize("who", ["editor", "member", "nobody"])
def test_coverage_is_for_coordinators(slot, who):
    people = {"editor": lambda: desk.editor(make.make_actor()), "member": desk.member, "nobody": lambda: None}

    response = desk.sign_in(people[who]()).get(PAGE)

    assert response.status_code == (302 if who == "nobody" else 403)
    assert "Kittilä" not in response.content.decode()


@pytest.mark.parametrize("count", [1, 3])
def test_page_costs_the_same_however_many_activities_there_are(slot, django_assert_num_queries, count):
    for _number in range(count):
        cal.make_slot(place=slot.place, weekday=4)
    client = desk.sign_in(desk.coordinator())
    client.get(PAGE)

    with django_assert_num_queries(9):
        assert len(tables(client.get(PAGE))) == 1
