"""The demo's calendar: loaded once for all, and of real places what the sources tell and no more."""

from __future__ import annotations

import datetime as dt

import pytest

from meetingplaces import models as calendar
from meetingplaces.terms import ChangeKind, Rhythm
from perhekeskus import caching, dates
from perhekeskus.demo import keski_suomi, lapland, pirkanmaa, pohjois_savo
from perhekeskus.demo.loader import DemoLoader
from perhekeskus.demo.records import Day
from tests.demo import EXAMPLE, counts, in_all_languages, load
from tests.demo_content.conftest import WEDNESDAY

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("loaded")]

MONDAY = WEDNESDAY - dt.timedelta(days=2)
IDENTIFIED = (calendar.WeeklySlot, calendar.SlotChange, calendar.Break, calendar.Visit)
EVERY_MODEL = [getattr(calendar, name) for name in calendar.__all__]


def is_real(row) -> bool:
    return not str(row).startswith(EXAMPLE)


def records(prefix: str, name: str) -> list[dict]:
    return DemoLoader(lapland, today=WEDNESDAY).records(prefix, name)


# --- Loading -----------------------------------------------------------------------------------------
def test_day_is_counted_from_the_week_of_the_loading():
    assert Day(0, 1).on(WEDNESDAY) == MONDAY
    assert Day(0, 7).on(MONDAY) == dt.date(2026, 11, 29)
    assert Day(5, 5).on(dt.date(2026, 11, 29)) == dt.date(2027, 1, 1)
    assert Day(-1, 1).on(WEDNESDAY) == dt.date(2026, 11, 16)


def test_loading_again_on_another_day_changes_nothing(monkeypatch):
    activity = calendar.Activity.objects.get(source_id="esimerkki-vauva-aamu")
    change = calendar.SlotChange.objects.get(source_id="esimerkki-vauva-aamu/ti/1")
    change.reason_fi, change.from_on = "Korjattu syy", change.from_on + dt.timedelta(days=7)
    change.save()
    activity.slots.get(source_id="esimerkki-vauva-aamu/pe").delete()
    pause = calendar.Break.objects.get(source_id="esimerkki-kerhotauko")
    pause.activities.clear()
    calendar.MeetingPlace.objects.filter(source_id="kittila-kirjasto").update(state="archived")
    before, revision = counts(), caching.current_revision()
    monkeypatch.setattr(dates, "today", lambda: WEDNESDAY + dt.timedelta(days=9))

    assert load().startswith("Made 0 rows;")

    assert (counts(), caching.current_revision()) == (before, revision)
    change.refresh_from_db()
    assert (change.reason_fi, change.from_on) == ("Korjattu syy", dt.date(2026, 12, 1))
    assert pause.activities.count() == 0
    assert calendar.MeetingPlace.objects.get(source_id="kittila-kirjasto").state == "archived"


def test_what_was_made_is_told(monkeypatch):
    calendar.Break.objects.all().delete()
    calendar.Activity.objects.filter(source_id="esimerkki-vauva-aamu").delete()
    calendar.MeetingPlace.objects.filter(source_id="kittila-nuorisotila-kaki").delete()

    told = load()

    assert told.startswith("Made 13 rows;")
    made = {line.strip() for line in told.splitlines()[1:]}
    assert made == {"Activity: 1", "Break: 2", "MeetingPlace: 1", "SlotChange: 5", "WeeklySlot: 4"}


def test_every_row_with_an_identity_is_the_demos_own():
    for model in IDENTIFIED:
        rows = model.objects.all()
        assert rows, model
        assert [str(row) for row in rows if row.source != "demo" or not row.source_id] == [], model


def test_every_row_would_pass_the_desk():
    for model in EVERY_MODEL:
        assert model.objects.exists(), model
        for row in model.objects.all():
            row.full_clean()
    for model in (calendar.Activity, calendar.MeetingPlace):
        missing = {row.source_id: row.missing_for_publication() for row in model.objects.published()}
        assert {key: names for key, names in missing.items() if names} == {}


def test_every_change_hits_a_session_on_whatever_day_the_demo_is_loaded():
    # Weekly times on their own weekday; other rhythms are changed by an extra session alone.
    wrong = [
        f"{activity['key']}/{slot['key']}: {change['kind']}"
        for activity in records("activities", "ACTIVITIES")
        for slot in activity["slots"]
        for change in slot.get("changes", ())
        if change["kind"] != ChangeKind.EXTRA
        and (slot.get("rhythm", "every_week") != "every_week" or change["from_on"].weekday != slot["weekday"])
    ]
    assert wrong == []


# --- What the sources tell of real places ------------------------------------------------------------
def test_kittila_meets_on_the_days_that_its_page_tells():
    found = {
        (slot.activity.name_fi, slot.get_weekday_display(), slot.place.name_fi)
        for slot in calendar.WeeklySlot.objects.filter(place__place__municipality__slug="kittila")
        if is_real(slot.activity) and slot.rhythm == Rhythm.EVERY_WEEK
    }

    assert {(name, str(weekday), place) for name, weekday, place in found} == {
        ("Perhekahvila kirkonkylällä", "maanantai", "Kirkonkylän kohtaamispaikka, Kittilä"),
        ("Touhutreffit", "maanantai", "Päiväkoti Mäntymaja"),
        ("Touhutreffit", "torstai", "Päiväkoti Mäntymaja"),
        ("Taaperoiden lorutreffit", "perjantai", "Kittilän kirjasto"),
        ("Koko perheen liikuntakerho ja perhesähly", "lauantai", "Sirkan koulu"),
        ("Koko perheen liikuntakerho ja perhesähly", "sunnuntai", "Kittilän urheiluhalli"),
    }


def test_rovaniemi_has_the_meeting_places_of_the_handbook_and_no_day():
    handbook = calendar.Activity.objects.visible_to(None).filter(fact_source__startswith="Rovaniemen")

    assert {
        (a.name_fi, organiser.name_fi, slot.rhythm)
        for a in handbook
        for organiser in a.organisers.all()
        for slot in a.slots.all()
    } == {
        ("Avoin päiväkoti auki", "Rovaniemen kaupunki", "varies"),
        ("Vauvavoimaa-ryhmä", "Rovaniemen kaupunki", "varies"),
        ("Seurakunnan perhekerhot", "Rovaniemen seurakunta", "varies"),
        ("Seurakunnan vauvakahvila", "Rovaniemen seurakunta", "varies"),
        ("MLL:n perhekahvilat Rovaniemellä", "Mannerheimin Lastensuojeluliiton Lapin piiri", "varies"),
    }
    assert {a.price_kind for a in handbook} == {"free"}


def test_what_a_newspaper_told_in_2023_waits_for_somebody_to_check_it():
    old = calendar.Activity.objects.filter(as_of__year=2023)

    assert {(a.source_id, a.state) for a in old} == {
        ("mll-family-cafe-2023", "draft"),
        ("mll-perhekahvila-2023", "draft"),
    }


def test_every_real_thing_tells_its_source_and_the_day_of_it():
    for model in (calendar.Activity, calendar.MeetingPlace):
        for row in model.objects.all():
            assert row.fact_source, row
            assert row.as_of, row
            assert row.reviewed_on == row.as_of, row
            assert (row.fact_source == "Keksitty esimerkki") != is_real(row), row


def test_nothing_invented_stands_at_a_real_place():
    real = [activity for activity in calendar.Activity.objects.all() if is_real(activity)]

    assert len(real) == 11
    for activity in real:
        slots = activity.slots.all()
        assert slots, activity
        for slot in slots:
            assert slot.start_time is slot.end_time is slot.valid_from_on is slot.valid_until_on is None
            assert (slot.part_of_day, slot.time_note_fi, slot.runs_through_breaks) == ("", "", False), (
                activity
            )
            assert [*slot.changes.all(), *slot.visits.all(), *slot.dates.all()] == [], activity
            assert slot.place is None or is_real(slot.place), activity
        assert not activity.prices.exists(), activity
        assert activity.capacity is activity.registration_opens_at is activity.registration_closes_at is None
        assert activity.registration_url == activity.food_note_fi == ""
        assert activity.food == "not_known", activity
        assert all(is_real(actor) for actor in activity.organisers.all()), activity
    for place in calendar.MeetingPlace.objects.all():
        if is_real(place):
            assert (place.notice_fi, place.rules_fi, is_real(place.place)) == ("", "", True)


def test_what_is_invented_belongs_to_invented_actors_and_places_alone():
    for activity in calendar.Activity.objects.all():
        if not is_real(activity):
            assert not any(is_real(actor) for actor in activity.organisers.all()), activity
            assert not any(slot.place and is_real(slot.place) for slot in activity.slots.all()), activity
            assert not is_real(activity.channel), activity
    for pause in calendar.Break.objects.all():
        assert not is_real(pause)
        assert pause.activities.exists()
        assert not any(is_real(activity) for activity in pause.activities.all())
        others = (pause.municipalities, pause.family_centres, pause.actors, pause.places)
        assert [row for relation in others for row in relation.all()] == []
    for place in calendar.MeetingPlace.objects.all():
        owned = [place.place, *filter(None, (place.host, place.channel))]
        assert {is_real(row) for row in owned} == {is_real(place)}, place


# --- Texts -------------------------------------------------------------------------------------------
TEXTS = {
    calendar.MeetingPlace: ("name", "introduction", "notice", "rules"),
    calendar.Activity: ("name", "summary", "what_happens", "food_note"),
    calendar.ActivityPrice: ("note",),
    calendar.WeeklySlot: ("time_note", "ending_note"),
    calendar.SlotChange: ("reason", "title", "price_note"),
    calendar.Break: ("name",),
    calendar.Visit: ("role", "topic"),
}


def test_every_text_is_there_in_all_four_languages():
    untranslated = [
        f"{model.__name__} {row}: {field}"
        for model, fields in TEXTS.items()
        for row in model.objects.all()
        for field in fields
        if len({bool(text) for text in in_all_languages(row, field)}) != 1
    ]

    assert untranslated == []
    assert not calendar.Activity.objects.filter(what_happens_sv="").exists()
    assert [a.source_id for a in calendar.Activity.objects.all() if not a.summary_fi] == []


def test_summary_fits_a_card_in_every_language():
    long = [
        f"{row}: {len(text)}"
        for row in calendar.Activity.objects.all()
        for text in in_all_languages(row, "summary")
        if len(text) > 200
    ]

    assert long == []


def test_another_region_has_no_calendar():
    for region in (keski_suomi, pirkanmaa, pohjois_savo):
        loader = DemoLoader(region, today=WEDNESDAY)
        assert loader.records("activities", "ACTIVITIES") == []
        assert loader.records("meeting_places", "MEETING_PLACES") == []
