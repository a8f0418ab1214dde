"""Real calendars of Finnish meeting places (shared/users.md, section 2), rows 9–17."""

from __future__ import annotations

import datetime as dt

import pytest
from django.utils import timezone

from meetingplaces.calendar import calendar_of
from meetingplaces.terms import ChangeKind, PartOfDay, Rhythm
from perhekeskus import caching
from tests import factories as make
from tests.calendar_factories import make_activity, make_break, make_change, make_slot, make_visit
from tests.real_calendars import (
    FRI,
    MON,
    THU,
    TUE,
    WED,
    day,
    moment,
    organisers,
    paused,
    prices,
    read,
    sessions,
    spot,
    told,
)

pytestmark = pytest.mark.django_db


def test_9_suonenjoki_moved_to_a_new_place_after_a_break():
    old = spot("Vanha paikka", "suonenjoki")
    new = spot("Apteekin alla", "suonenjoki", has_lift=True, entrance_fi="Hissi torin puoleisesta ovesta")
    welcome = [make.make_audience(slug=s) for s in ("isat", "isovanhemmat", "perhepaivahoitajat")]
    cafe = make_activity(
        name="Perhekahvila",
        audiences=welcome,
        for_pregnancy=True,
        food="coffee",
        registration="not_known",
    )
    # The row tells no dates: autumn 2026 is chosen.
    after = make_slot(activity=cafe, place=new, weekday=FRI, at="10.00–12.00", valid_from_on=day("2.10.2026"))
    before = make_slot(
        activity=cafe,
        place=old,
        weekday=FRI,
        at="10.00–12.00",
        valid_until_on=day("1.10.2026"),
        replaced_by=after,
    )
    make_break(name="Muutto", first=day("14.9.2026"), last=day("30.9.2026"), activities=[cafe])

    assert told("7.9.2026", "9.10.2026") == [
        "11.9. 10.00–12.00 Perhekahvila, Vanha paikka",
        "2.10. 10.00–12.00 Perhekahvila, Apteekin alla",
        "9.10. 10.00–12.00 Perhekahvila, Apteekin alla",
    ]
    assert paused("7.9.2026", "9.10.2026") == ["18.9. Muutto", "25.9. Muutto"]
    assert read().slots[before.pk].replaced_by_id == after.pk
    assert read().audiences[cafe.pk] == {"isat", "isovanhemmat", "perhepaivahoitajat"}
    assert read().activities[cafe.pk].for_pregnancy


def test_10_padasjoki_summer_elsewhere_capacity_and_drop_in():
    group = make.make_channel(kind="chat", value="https://example.org/ryhma")
    fire_house = spot("Palotalo", "padasjoki", entrance_fi="Talon takaa")
    park = spot("Liikennepuisto", "padasjoki")
    cafe = make_activity(
        name="Perhekahvila",
        registration="recommended",
        capacity=15,
        drop_in_too=True,
        channel=group,
        food="lunch",
        food_note_fi="Keittolounas omakustannushintaan, jäsenille puoleen hintaan.",
    )
    common = {"activity": cafe, "weekday": MON, "at": "9.30–11.30", "end_is_approximate": True}
    autumn = make_slot(place=fire_house, valid_from_on=day("18.8.2025"), **common)
    summer = make_slot(place=park, valid_until_on=day("17.8.2025"), replaced_by=autumn, **common)

    assert told("4.8.2025", "25.8.2025") == [
        "4.8. 9.30–11.30 Perhekahvila, Liikennepuisto",
        "11.8. 9.30–11.30 Perhekahvila, Liikennepuisto",
        "18.8. 9.30–11.30 Perhekahvila, Palotalo",
        "25.8. 9.30–11.30 Perhekahvila, Palotalo",
    ]
    assert read().slots[autumn.pk].end_is_approximate
    assert read().slots[summer.pk].replaced_by_id == autumn.pk
    shown = read().activities[cafe.pk]
    assert (shown.registration, shown.capacity, shown.drop_in_too) == ("recommended", 15, True)
    assert shown.channel_id == group.pk
    assert shown.food_note_fi.endswith("puoleen hintaan.")


def test_11_harju_club_without_a_parent_has_a_registration_window():
    club = make_activity(
        name="Päiväkerho",
        kind="club",
        company="alone",
        min_months=24,
        max_months=72,
        registration="required",
        registration_opens_at=moment("24.3.2025 8.30"),
        registration_closes_at=moment("21.4.2025 23.59"),
        price_kind="rows",
    )
    churches = [spot(name, "tampere") for name in ("Lamminpää", "Lielahti", "Harju", "Pispala")]
    lamminpaa = [
        make_slot(activity=club, place=churches[0], weekday=weekday, at="9.00–12.00")
        for weekday in (MON, TUE, WED)
    ]
    for amount, payer, note in ((0, "members", ""), (44, "all", "2 kertaa"), (66, "all", "3 kertaa")):
        club.prices.create(min_amount=amount, unit="term", payer=payer, note_fi=note)

    assert told("8.9.2025", "14.9.2025") == [
        "8.9. 9.00–12.00 Päiväkerho, Lamminpää",
        "9.9. 9.00–12.00 Päiväkerho, Lamminpää",
        "10.9. 9.00–12.00 Päiväkerho, Lamminpää",
    ]
    shown = read().activities[club.pk]
    assert (shown.kind, shown.company, shown.min_months, shown.max_months) == ("club", "alone", 24, 72)
    opens = timezone.localtime(shown.registration_opens_at)
    closes = timezone.localtime(shown.registration_closes_at)
    assert (opens.date(), opens.time()) == (day("24.3.2025"), dt.time(8, 30))
    assert closes.date() == day("21.4.2025")
    assert prices(lamminpaa[0]) == [
        (0, "term", "members", False),
        (44, "term", "all", False),
        (66, "term", "all", False),
    ]
    assert not read().is_free(lamminpaa[0].pk)


def test_12_suviniitty_closed_notice_in_two_languages():
    place = spot("Suviniitty", "espoo")
    place.notice_fi, place.notice_en = "OLEMME KIINNI 18.3.–13.4.", "WE ARE CLOSED 18 March–13 April."
    place.notice_until_on = day("13.4.2026")
    place.save()
    # The row tells no days: an attachment of each month does. Here they are single dates.
    slot = make_slot(
        activity=make_activity(name="Avoin", kind="open"),
        place=place,
        weekday=None,
        at="",
        rhythm=Rhythm.DATES,
        dates=[day("17.3.2026"), day("24.3.2026"), day("14.4.2026")],
    )
    make_change(slot=slot, kind=ChangeKind.PROGRAMME, on=day("14.4.2026"), title_fi="Kevätaskartelua")
    make_break(name="Suljettu", first=day("18.3.2026"), last=day("13.4.2026"), places=[place])

    assert told("1.3.2026", "30.4.2026") == ["17.3. ? Avoin, Suviniitty", "14.4. ? Avoin, Suviniitty"]
    assert paused("1.3.2026", "30.4.2026") == ["24.3. Suljettu"]
    titles = [[read().changes[pk].title_fi for pk in s.changes] for s in sessions("1.3.2026", "30.4.2026")]
    assert titles == [[], ["Kevätaskartelua"]]
    english = calendar_of("en", caching.current_revision()).places[place.pk]
    assert (read().places[place.pk].notice_fi, english.notice_en) == (place.notice_fi, place.notice_en)
    assert read().places[place.pk].notice_until_on == day("13.4.2026")


def test_13_rovaniemi_of_2023_is_a_draft_until_somebody_has_checked_it():
    newcomers = make.make_audience(slug="maahanmuuttajat")
    office = spot("MLL:n toimisto", "rovaniemi")
    fields = {
        "state": "draft",
        "fact_source": "lappilainen.fi",
        "as_of": day("2.2.2023"),
        "price_kind": "not_known",
        "registration": "not_known",
    }
    family_cafe = make_activity(name="Family Cafe", audiences=[newcomers], **fields)
    finnish = make_activity(name="Perhekahvila", **fields)
    make_slot(activity=family_cafe, place=office, weekday=TUE, at="")
    slot = make_slot(activity=finnish, place=office, weekday=WED, at="")

    assert told("23.11.2026", "29.11.2026") == []
    for activity in (family_cafe, finnish):
        activity.state = "published"
        activity.save()
    assert told("23.11.2026", "29.11.2026") == [
        "24.11. ? Family Cafe, MLL:n toimisto",
        "25.11. ? Perhekahvila, MLL:n toimisto",
    ]
    assert read().audiences.get(family_cafe.pk) == {"maahanmuuttajat"}
    assert read().audiences.get(finnish.pk) is None
    assert not read().is_free(slot.pk)  # not known is not free


def test_14_ivalo_once_or_twice_a_week_shows_only_the_dates_that_are_told():
    fathers = make.make_audience(slug="isat")
    cafe = make_activity(name="Perhekahvila", audiences=[fathers], food="lunch")
    slot = make_slot(activity=cafe, place=spot("Stönö", "inari"), weekday=None, at="", rhythm=Rhythm.VARIES)

    assert told("1.11.2026", "31.12.2026") == []
    make_change(slot=slot, kind=ChangeKind.EXTRA, on=day("26.11.2026"))
    assert told("1.11.2026", "31.12.2026") == ["26.11. ? Perhekahvila, Stönö"]
    assert read().activities[cafe.pk].food == "lunch"
    assert read().is_free(slot.pk)


def test_15_porvoo_parts_of_the_day_at_two_places():
    ilona, famili = spot("Ilona", "porvoo"), spot("Famili", "porvoo")
    fields = {"price_kind": "not_known", "registration": "not_known"}
    cafe = make_activity(name="Perhekahvila", name_sv="Familjecafé", **fields)
    babies = make_activity(name="Vauvaryhmä", name_sv="Babygrupp", max_months=24, **fields)
    for activity, place, weekday, part in (
        (babies, ilona, MON, PartOfDay.AFTERNOON),
        (cafe, ilona, MON, PartOfDay.MORNING),
        (cafe, ilona, WED, PartOfDay.MORNING),
        (cafe, famili, TUE, PartOfDay.MORNING),
        (cafe, famili, THU, PartOfDay.MORNING),
        (babies, ilona, FRI, PartOfDay.MORNING),
    ):
        make_slot(activity=activity, place=place, weekday=weekday, at="", part_of_day=part)

    assert told("23.11.2026", "29.11.2026") == [
        "23.11. morning Perhekahvila, Ilona",
        "23.11. afternoon Vauvaryhmä, Ilona",
        "24.11. morning Perhekahvila, Famili",
        "25.11. morning Perhekahvila, Ilona",
        "26.11. morning Perhekahvila, Famili",
        "27.11. morning Vauvaryhmä, Ilona",
    ]
    swedish = calendar_of("sv", caching.current_revision())
    assert [swedish.activities[pk].name_sv for pk in (cafe.pk, babies.pk)] == ["Familjecafé", "Babygrupp"]


def test_16_lahti_professionals_are_guests_by_their_role():
    names = ["Hyvinvointikuntayhtymä", "Järjestö", "Seurakunta"]
    group = make_activity(
        name="Perhetilkku",
        organisers=[make.make_actor(name=n) for n in names],
        food="breakfast",
        food_note_fi="Puuro",
    )
    slot = make_slot(
        activity=group,
        place=spot("Perhetilkku", "lahti", floor_fi="katutaso"),
        weekday=WED,
        at="8.00–12.00",
    )
    make_visit(slot=slot, role="Terveydenhoitaja")
    make_visit(slot=slot, role="Sosiaaliohjaaja", rhythm=Rhythm.DATES, dates=[day("25.11.2026")])
    make_visit(slot=slot, role="Ei vielä varma", confirmed_by_visitor=False)

    assert told("18.11.2026", "25.11.2026") == [
        "18.11. 8.00–12.00 Perhetilkku, Perhetilkku",
        "25.11. 8.00–12.00 Perhetilkku, Perhetilkku",
    ]
    guests = [[v.row.role_fi for v in read().visits_at(s)] for s in sessions("18.11.2026", "25.11.2026")]
    assert guests == [["Terveydenhoitaja"], ["Terveydenhoitaja", "Sosiaaliohjaaja"]]
    assert organisers(group) == names
    assert (read().activities[group.pk].food, read().activities[group.pk].food_note_fi) == (
        "breakfast",
        "Puuro",
    )


def test_17_kuopio_ends_for_good():
    club = make_activity(name="Avoin varhaiskasvatus")
    note = "Toiminta päättyi. Seuraa uutisia Facebookissa ja Instagramissa."
    slots = [  # the row tells no weekdays: Tuesday and Wednesday are chosen
        make_slot(
            activity=club,
            place=spot(name, "kuopio"),
            weekday=weekday,
            at="",
            valid_until_on=day("31.7.2024"),
            ending_note_fi=note,
        )
        for name, weekday in (("Neulamäki", TUE), ("Petonen", WED))
    ]

    assert told("29.7.2024", "31.12.2024") == [
        "30.7. ? Avoin varhaiskasvatus, Neulamäki",
        "31.7. ? Avoin varhaiskasvatus, Petonen",
    ]
    assert [(read().slots[s.pk].replaced_by_id, read().slots[s.pk].ending_note_fi) for s in slots] == [
        (None, note),
        (None, note),
    ]
