"""Real calendars of Finnish meeting places (shared/users.md, section 2), as the models say them: rows 1–8.

A row tells what the place itself publishes. What a row does not tell (a year, a weekday) is chosen here
and said beside it.
"""

from __future__ import annotations

import pytest

from meetingplaces.terms import ChangeKind, Rhythm
from tests import factories as make
from tests.calendar_factories import make_activity, make_break, make_change, make_slot, make_visit
from tests.real_calendars import (
    FRI,
    MON,
    SAT,
    SUN,
    THU,
    TUE,
    WED,
    day,
    in_town,
    organisers,
    paused,
    prices,
    read,
    sessions,
    spot,
    told,
)

pytestmark = pytest.mark.django_db


def test_1_kittila_same_activity_in_two_villages_and_no_clock_times():
    parish, mll = make.make_actor(name="Kittilän seurakunta"), make.make_actor(name="MLL")
    village = spot("Kirkonkylä", "kittila", locality="kirkonkylä")
    sirkka = spot("Mäntymaja", "kittila", locality="Sirkka")
    cafe = make_activity(name="Perhekahvila", organisers=[parish, mll])
    play = make_activity(name="Touhutreffit")
    make_slot(activity=cafe, place=village, weekday=MON, at="")
    for place in (village, sirkka):
        for weekday in (MON, THU):
            make_slot(activity=play, place=place, weekday=weekday, at="")
    rhymes = make_activity(name="Lorutreffit", min_months=12, max_months=36)
    make_slot(activity=rhymes, place=spot("Kirjasto", "kittila"), weekday=FRI, at="")
    sport = make_activity(name="Perheliikunta", organisers=[mll, make.make_actor(name="SBC Levi")])
    make_slot(activity=sport, place=spot("Koulu", "kittila"), weekday=SAT, at="")
    make_slot(activity=sport, place=spot("Liikuntahalli", "kittila"), weekday=SUN, at="")

    assert told("23.11.2026", "29.11.2026") == [
        "23.11. ? Perhekahvila, Kirkonkylä",
        "23.11. ? Touhutreffit, Kirkonkylä",
        "23.11. ? Touhutreffit, Mäntymaja",
        "26.11. ? Touhutreffit, Kirkonkylä",
        "26.11. ? Touhutreffit, Mäntymaja",
        "27.11. ? Lorutreffit, Kirjasto",
        "28.11. ? Perheliikunta, Koulu",
        "29.11. ? Perheliikunta, Liikuntahalli",
    ]
    assert organisers(cafe) == ["Kittilän seurakunta", "MLL"]
    assert cafe.pk not in read().main  # together: neither is the main one
    assert organisers(sport) == ["MLL", "SBC Levi"]
    assert {read().registration_of(slot) for slot in read().slots} == {"none"}
    assert all(read().is_free(slot) for slot in read().slots)


def test_2_palokka_even_weeks_over_the_turn_of_the_year():
    place = spot(
        "Nuorkkari",
        "jyvaskyla",
        street="Raivaajantie 1",
        floor_fi="2. kerros",
        entrance_fi="Samassa talossa kuin S-Market, oikeassa peränurkassa",
        pram_place_fi="Alaoven sisä- tai ulkopuolella",
        has_lift=True,
    )
    cafe = make_activity(name="Perhekahvila", food="snack")
    make_slot(activity=cafe, place=place, weekday=FRI, at="9.30–11.30")
    make_slot(activity=cafe, place=place, weekday=MON, at="17.30–19.30", rhythm=Rhythm.EVEN_WEEKS)

    assert told("14.12.2026", "15.1.2027") == [
        "18.12. 9.30–11.30 Perhekahvila, Nuorkkari",
        "21.12. 17.30–19.30 Perhekahvila, Nuorkkari",
        "8.1. 9.30–11.30 Perhekahvila, Nuorkkari",
        "11.1. 17.30–19.30 Perhekahvila, Nuorkkari",
        "15.1. 9.30–11.30 Perhekahvila, Nuorkkari",
    ]
    assert paused("14.12.2026", "15.1.2027") == ["25.12. pyhä", "1.1. pyhä"]
    building = next(iter(read().places.values())).place
    assert (building.floor_fi, building.has_lift) == ("2. kerros", True)
    assert "S-Market" in building.entrance_fi
    assert "Alaoven" in building.pram_place_fi


def test_3_oulunkyla_free_with_a_breakfast_that_costs_and_two_languages():
    languages = [make.make_spoken_language(code=code) for code in ("fi", "en")]
    cafe = make_activity(name="Perhekahvila", languages=languages, price_kind="rows", food="breakfast")
    cafe.prices.create(min_amount=2, unit="family", is_food=True)
    slot = make_slot(activity=cafe, place=spot("Mäkitorppa", "helsinki"), weekday=FRI, at="10.00–11.30")

    assert told("23.11.2026", "29.11.2026") == ["27.11. 10.00–11.30 Perhekahvila, Mäkitorppa"]
    assert read().is_free(slot.pk)
    assert prices(slot) == [(2, "family", "all", True)]
    assert read().languages[cafe.pk] == {"fi", "en"}


def test_4_riihimaki_is_closed_in_school_holidays():
    town = in_town("riihimaki")
    place = spot(
        "Aapeli",
        "riihimaki",
        floor_fi="3. kerros",
        entrance_fi="Pihan portista",
        pram_place_fi="Katoksessa",
        has_food_heating=True,
    )
    open_ = make_activity(name="Avoin", kind="open", food="own", food_note_fi="Kahvista pieni maksu.")
    make_slot(activity=open_, place=place, weekday=TUE, at="9.00–14.00")
    make_slot(activity=open_, place=place, weekday=FRI, at="9.00–12.00")
    for name, first, last in (  # the row names the holidays; these days are the school year's of 2026–2027
        ("Syysloma", "12.10.2026", "18.10.2026"),
        ("Joululoma", "21.12.2026", "6.1.2027"),
        ("Talviloma", "22.2.2027", "28.2.2027"),
        ("Kesäloma", "5.6.2027", "8.8.2027"),
    ):
        make_break(name=name, first=day(first), last=day(last), **town)

    assert told("5.10.2026", "20.10.2026") == [
        "6.10. 9.00–14.00 Avoin, Aapeli",
        "9.10. 9.00–12.00 Avoin, Aapeli",
        "20.10. 9.00–14.00 Avoin, Aapeli",
    ]
    assert paused("5.10.2026", "20.10.2026") == ["13.10. Syysloma", "16.10. Syysloma"]
    assert told("21.12.2026", "6.1.2027") == told("22.2.2027", "28.2.2027") == []
    assert told("5.6.2027", "10.8.2027") == ["10.8. 9.00–14.00 Avoin, Aapeli"]


def test_5_lillaluckan_term_dates_and_contact_of_each_time():
    main = make.make_actor(name="Barnavårdsföreningen")
    other = make.make_actor(name="Luckan")
    phone = make.make_channel(actor=main, value="016 555 0101")
    place = spot("LillaLuckan", "helsinki")
    languages = [make.make_spoken_language(code=code) for code in ("sv", "en")]
    group = make_activity(name="Familjecafé", min_months=12, max_months=72, languages=languages)
    for actor in (other, main):
        group.organiser_links.create(actor=actor, is_main=actor == main)
    tuesday = make_slot(
        activity=group,
        place=place,
        weekday=TUE,
        at="9.00–13.00",
        channel=phone,
        valid_from_on=day("27.8.2024"),
        valid_until_on=day("12.12.2024"),
    )
    make_slot(
        activity=group,
        place=place,
        weekday=THU,
        at="9.00–13.00",
        valid_from_on=day("27.8.2024"),
        valid_until_on=day("12.12.2024"),
    )
    babies = make_activity(name="Babycafé", min_months=0, max_months=12)
    make_slot(
        activity=babies,
        place=place,
        weekday=WED,
        at="11.30–14.00",
        valid_from_on=day("28.8.2024"),
        valid_until_on=day("11.12.2024"),
    )
    make_visit(slot=tuesday, role="Asiantuntija")

    assert told("20.8.2024", "29.8.2024") == [
        "27.8. 9.00–13.00 Familjecafé, LillaLuckan",
        "28.8. 11.30–14.00 Babycafé, LillaLuckan",
        "29.8. 9.00–13.00 Familjecafé, LillaLuckan",
    ]
    assert told("9.12.2024", "31.12.2024") == [
        "10.12. 9.00–13.00 Familjecafé, LillaLuckan",
        "11.12. 11.30–14.00 Babycafé, LillaLuckan",
        "12.12. 9.00–13.00 Familjecafé, LillaLuckan",
    ]
    assert organisers(group) == ["Barnavårdsföreningen", "Luckan"]
    assert read().main[group.pk] == main.pk
    assert read().slots[tuesday.pk].channel_id == phone.pk
    guests = [[v.row.role_fi for v in read().visits_at(s)] for s in sessions("27.8.2024", "29.8.2024")]
    assert guests == [["Asiantuntija"], [], []]


def test_6_juva_one_evening_of_four_organisers():
    names = ["Varhaiskasvatus", "Eloisa", "MLL Juva", "Juvan seurakunta"]
    place = spot(
        "Sampola",
        "juva",
        street="Hiihtäjäntie 3",
        entrance_fi="Yläpihan puolelta",
        has_food_heating=True,
    )
    evening = make_activity(
        name="Avoin kohtaamispaikka", organisers=[make.make_actor(name=n) for n in names], food="own"
    )
    make_slot(
        activity=evening,
        place=place,
        weekday=None,
        at="16.30–18.30",
        rhythm=Rhythm.DATES,
        dates=[day("19.2.2026")],
    )

    assert told("1.1.2026", "31.12.2026") == ["19.2. 16.30–18.30 Avoin kohtaamispaikka, Sampola"]
    assert organisers(evening) == names
    assert read().main == {}
    shown = read().activities[evening.pk]
    assert (shown.registration, shown.capacity, shown.food) == ("none", None, "own")


def test_7_keidas_open_hours_and_guided_sessions_are_two_layers():
    place = spot("Keidas", "espoo", street="Kamreerintie 6", floor_fi="1. kerroksen aula")
    open_ = make_activity(name="Keidas auki", kind="open")
    for weekday in (MON, TUE, WED, THU):
        make_slot(activity=open_, place=place, weekday=weekday, at="8.00–18.00")
    make_slot(activity=open_, place=place, weekday=FRI, at="8.00–16.00")
    hosts = {"Perhekahvila": "MLL", "Naapuriäidit": "Nice Hearts", "Seurakunnan kahvila": "Seurakunta"}
    for name, host in hosts.items():  # "see the week programme": their dates are told one by one
        group = make_activity(name=name, organisers=[make.make_actor(name=host)])
        slot = make_slot(activity=group, place=place, weekday=None, at="", rhythm=Rhythm.VARIES)
        if name == "Perhekahvila":
            make_change(slot=slot, kind=ChangeKind.EXTRA, on=day("24.11.2026"), at="9.30–11.30")

    assert told("24.11.2026", "27.11.2026") == [
        "24.11. 8.00–18.00 Keidas auki, Keidas",
        "24.11. 9.30–11.30 Perhekahvila, Keidas",
        "25.11. 8.00–18.00 Keidas auki, Keidas",
        "26.11. 8.00–18.00 Keidas auki, Keidas",
        "27.11. 8.00–16.00 Keidas auki, Keidas",
    ]
    kinds = [read().activities[s.activity].kind for s in sessions("24.11.2026", "24.11.2026")]
    assert kinds == ["open", "session"]
    varying = [s.activity for s in read().rules.values() if s.rhythm == Rhythm.VARIES]
    assert [read().activities[pk].name_fi for pk in varying] == list(hosts)


def test_8_kauniainen_registers_for_a_while():
    place = spot("Avoin perhetoiminta", "kauniainen", parking_fi="Kirkon parkkipaikalla")
    place.rules_fi = "Tule terveenä."
    place.save()
    group = make_activity(name="Avoin", siblings="yes")
    for weekday in (TUE, WED, THU):
        for at in ("9.00–11.00", "13.00–15.00"):
            slot = make_slot(activity=group, place=place, weekday=weekday, at=at)
            make_change(
                slot=slot,
                kind=ChangeKind.CHANGED,
                on=day("24.11.2026"),
                until=day("25.11.2026"),
                registration="required",
            )

    registrations = [
        next((c.registration for pk in s.changes if (c := read().changes[pk]).registration), None)
        or read().registration_of(s.slot)
        for s in sessions("23.11.2026", "29.11.2026")
    ]
    assert told("26.11.2026", "26.11.2026") == [
        "26.11. 9.00–11.00 Avoin, Avoin perhetoiminta",
        "26.11. 13.00–15.00 Avoin, Avoin perhetoiminta",
    ]
    assert registrations == ["required"] * 4 + ["none"] * 2
    assert read().activities[group.pk].company == "with_adult"
    assert read().places[place.pk].rules_fi == "Tule terveenä."
