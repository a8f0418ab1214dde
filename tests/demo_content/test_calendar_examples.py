"""The demo's invented meeting places have one of every exception, near the day of the loading."""

from __future__ import annotations

import datetime as dt

import pytest
from django.utils import timezone

from meetingplaces import models as calendar
from meetingplaces.calendar import Calendar, calendar_of
from meetingplaces.terms import ActivityKind, ChangeKind, Registration, Rhythm, Status
from perhekeskus import caching
from perhekeskus.ages import parse_age
from perhekeskus.dates import clock_range
from tests.demo import is_example
from tests.demo_content.conftest import WEDNESDAY

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("loaded")]

MONDAY, FRIDAY = WEDNESDAY - dt.timedelta(days=2), WEDNESDAY + dt.timedelta(days=2)
FOUR_WEEKS_ON = MONDAY + dt.timedelta(days=27)


def read() -> Calendar:
    return calendar_of("fi", caching.current_revision())


def four_weeks() -> list:
    return read().timetable(MONDAY, FOUR_WEEKS_ON).occurrences


def test_an_eight_month_old_in_kittila_has_somewhere_to_go_every_weekday():
    calendar_, age = read(), parse_age("8kk")

    hours = {
        session.on: clock_range(session.start, session.end)
        for session in reversed(calendar_.timetable(MONDAY, FRIDAY).occurrences)
        if session.is_held and session.start
        if "kittila" in calendar_.towns[session.slot] and calendar_.activities[session.activity].suits(age)
    }
    assert {day.isoweekday(): time for day, time in hours.items()} == {
        1: "9.00–14.00",
        2: "9.00–14.00",
        3: "9.00–14.00",
        4: "9.00–14.00",
        5: "9.00–12.00",
    }


def test_every_kind_of_rhythm_change_and_session_can_be_seen():
    calendar_ = read()

    assert {session.status for session in four_weeks()} == set(Status)
    assert {slot.rhythm for slot in calendar_.slots.values()} == set(Rhythm.values)
    assert {change.kind for change in calendar_.changes.values()} == set(ChangeKind.values)
    examples = [a for a in calendar_.activities.values() if is_example(a)]
    assert {a.kind for a in examples} == set(ActivityKind.values)
    assert {a.registration for a in examples} == {
        Registration.NONE,
        Registration.RECOMMENDED,
        Registration.REQUIRED,
    }
    assert {a.state for a in calendar.Activity.objects.all()} == {"draft", "published", "archived"}


def test_what_is_not_known_of_a_time_can_be_seen():
    calendar_ = read()
    slots = [s for s in calendar_.slots.values() if is_example(calendar_.activities[s.activity_id])]

    assert [s.source_id for s in slots if s.end_is_approximate] == ["esimerkki-isien-ilta/to"]
    assert [s.source_id for s in slots if s.start_time and not s.end_time] == [
        "esimerkki-muskari/lauantait",
        "esimerkki-keittopaiva/ke",
    ]
    assert [s.source_id for s in slots if s.part_of_day] == ["esimerkki-iltasatu/ke"]
    assert [s.source_id for s in slots if s.time_note_fi] == ["esimerkki-vaunulenkki/ke"]


def test_changes_of_this_week_and_the_next_say_what_and_why():
    calendar_ = read()
    told = {}
    for session in calendar_.timetable(MONDAY, MONDAY + dt.timedelta(days=13)).occurrences:
        for change in (calendar_.changes[pk] for pk in session.changes):
            key = (session.on.isoformat(), str(session.status), calendar_.slots[session.slot].source_id)
            told[key] = change.reason_fi or change.title_fi

    assert told == {
        ("2026-11-24", "cancelled", "esimerkki-vauva-aamu/ti"): "Ohjaaja ei pääse paikalle.",
        ("2026-11-26", "held", "esimerkki-vauva-aamu/to"): "Vauvahieronnan alkeet",
        ("2026-11-30", "held", "esimerkki-vauva-aamu/ma"): "Maistellaan ensimmäisiä soseita",
        ("2026-12-02", "changed", "esimerkki-perhekahvila/ke"): (
            "Remontin ajan mahtuu vain kymmenen perhettä."
        ),
        ("2026-12-02", "moved_here", "esimerkki-vauva-aamu/pe"): "Perjantaina salissa on toinen tilaisuus.",
        ("2026-12-03", "cancelled", "esimerkki-vauva-aamu/to"): "Perhetalon salin lattia vahataan.",
        ("2026-12-03", "changed", "esimerkki-taaperot/to"): (
            "Perhetalon salin lattia vahataan, joten ollaan ulkona."
        ),
        ("2026-12-04", "moved_away", "esimerkki-vauva-aamu/pe"): "Perjantaina salissa on toinen tilaisuus.",
        ("2026-12-05", "extra", "esimerkki-perhekahvila/ke"): "Lauantaikahvila ja kirjojen vaihtopöytä",
        ("2026-12-06", "extra", "esimerkki-retket/retket"): "Lettuja nuotiolla",
    }


def test_breaks_are_near_and_one_time_runs_through_them():
    calendar_ = read()
    skipped = {
        (skip.on.isoformat(), calendar_.slots[skip.slot].source_id, calendar_.breaks[skip.pause].name_fi)
        for skip in calendar_.timetable(MONDAY, FOUR_WEEKS_ON).skipped
        if skip.pause  # else a public holiday
    }

    assert skipped == {
        ("2026-11-30", "esimerkki-kaverikerho/ma", "Esimerkki: kerhon tauko"),
        ("2026-12-02", "esimerkki-kaverikerho/ke", "Esimerkki: kerhon tauko"),
        ("2026-12-08", "esimerkki-taaperot/parilliset", "Esimerkki: pulkkaviikko"),
        ("2026-12-10", "esimerkki-taaperot/to", "Esimerkki: pulkkaviikko"),
        ("2026-12-07", "esimerkki-vauvajumppa/ma", "Esimerkki: pulkkaviikko"),
        ("2026-12-10", "esimerkki-vauvajumppa/to", "Esimerkki: pulkkaviikko"),
    }
    through = calendar.WeeklySlot.objects.get(source_id="esimerkki-taaperot/la")
    held = {s.on.isoformat() for s in four_weeks() if s.slot == through.pk}
    assert held == {"2026-11-28", "2026-12-05", "2026-12-12", "2026-12-19"}
    boxing_day = calendar_.timetable(dt.date(2026, 12, 26), dt.date(2026, 12, 26))
    assert [session.slot for session in boxing_day.occurrences] == [through.pk]


def test_guests_are_seen_when_both_have_confirmed_and_only_by_their_role():
    calendar_ = read()
    seen = {
        (session.on.isoformat(), visit.row.role_fi)
        for session in four_weeks()
        for visit in calendar_.visits_at(session)
    }

    assert seen == {
        ("2026-11-25", "terveydenhoitaja"),
        ("2026-12-02", "terveydenhoitaja"),
        ("2026-12-16", "terveydenhoitaja"),  # called off on 9 December
        ("2026-11-25", "kirjaston työntekijä"),
        ("2026-12-09", "kirjaston työntekijä"),
    }
    waiting = calendar.Visit.objects.get(confirmed_by_visitor=False)
    assert (waiting.role_fi, waiting.confirmed_by_organiser) == ("suuhygienisti", True)
    assert not calendar.Visit.objects.exclude(member=None).exists()


def test_a_time_ends_within_four_weeks_and_another_goes_on():
    ending = calendar.WeeklySlot.objects.get(source_id="esimerkki-perhekahvila/ti-ilta")
    following = ending.replaced_by

    assert following.source_id == "esimerkki-perhekahvila/ma-ilta"
    days = {s.on.isoformat() for s in four_weeks() if s.slot in (ending.pk, following.pk)}
    assert days == {"2026-11-24", "2026-12-01", "2026-12-08", "2026-12-14"}


def test_registration_prices_notice_and_channel_can_be_seen():
    club = calendar.Activity.objects.get(source_id="esimerkki-kaverikerho")
    soup = calendar.Activity.objects.get(source_id="esimerkki-keittopaiva")
    house = calendar.MeetingPlace.objects.get(source_id="esimerkki-perhetalo")
    opens, closes = map(timezone.localtime, (club.registration_opens_at, club.registration_closes_at))

    assert (opens.isoformat(), closes.isoformat()) == (
        "2026-11-16T08:30:00+02:00",
        "2026-12-11T16:00:00+02:00",
    )
    assert (club.min_months, club.max_months, club.company, club.capacity) == (36, 72, "alone", 12)
    assert {(p.min_amount, p.payer, p.is_food) for p in club.prices.all()} == {
        (30, "all", False),
        (20, "members", False),
    }
    assert {(p.min_amount, p.payer, p.is_food) for p in soup.prices.all()} == {
        (4, "all", True),
        (2, "members", True),
    }
    assert soup.drop_in_too
    assert (house.notice_until_on, house.channel.value) == (
        dt.date(2026, 12, 13),
        "https://example.org/perhetalon-ryhma",
    )
    together = calendar.Activity.objects.get(source_id="esimerkki-perhekahvila")
    assert list(together.organiser_links.values_list("is_main", flat=True)) == [False, False]
