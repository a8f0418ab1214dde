"""The calendar's pages for the walks of tests/pages.py, and content that shows them in every state."""

from __future__ import annotations

import datetime as dt

from meetingplaces.timetable import monday_of
from meetingplaces.weeks import week_slug
from perhekeskus import dates
from services.models import Actor, Audience, Channel, Municipality, Place, SpokenLanguage, Theme
from tests import calendar_factories as make
from tests import factories

# The week that stands in an address must be near today; what its pages show does not depend on which.
THIS_MONDAY = monday_of(dates.today())
THIS_WEEK = week_slug(THIS_MONDAY)


def day(number: int, *, weeks: int = 0) -> dt.date:
    """Return a day of this week: 1 is Monday."""
    return THIS_MONDAY + dt.timedelta(days=number - 1, weeks=weeks)


def make_calendar(texts, same, long_word: str) -> None:
    """Make activities, places and a week with one of every exception; drafts and secrets too."""
    kittila = Municipality.objects.get(slug="kittila")
    actor = Actor.objects.get(slug="kittilan-seurakunta")
    place = make.make_meeting_place(
        slug="kappeli",
        place=Place.objects.get(name_fi="Kappelin talo"),
        host=actor,
        channel=Channel.objects.filter(actor=actor, kind="web").first(),
        notice_until_on=day(7, weeks=50),
        **same("name", "Kappeli"),
        **texts("introduction"),
        **texts("notice"),
        **texts("rules"),
    )
    Place.objects.filter(pk=place.place_id).update(latitude=67.65, longitude=24.9)
    far = make.make_meeting_place(name=long_word, slug="pitka-paikka", for_whom="young")
    for state in ("draft", "archived"):
        make.make_meeting_place(name=f"Paikka {state}", state=state)
    _make_full_activity(actor, place, far, texts, same)
    _make_others(actor, place, far, long_word)
    make.make_break(name="Hiihtoloma", first=day(1), last=day(7), municipalities=[kittila])
    make.make_break(name="Talviloma", first=day(1, weeks=2), last=day(7, weeks=2), places=[place, far])


def _make_full_activity(actor, place, far, texts, same) -> None:
    martat = factories.make_actor(name="Marttayhdistys")
    full = make.make_activity(
        slug="perhekerho",
        organisers=[actor, martat],
        audiences=[Audience.objects.get(slug="isat")],
        themes=[Theme.objects.get(slug="vauva-arki")],
        languages=[SpokenLanguage.objects.get(code="fi")],
        registration="required",
        registration_url="https://example.org/ilmoittaudu",
        registration_opens_at=dt.datetime(2026, 3, 24, 6, 30, tzinfo=dt.UTC),
        registration_closes_at=dt.datetime(2026, 4, 21, 9, 0, tzinfo=dt.UTC),
        capacity=15,
        drop_in_too=True,
        food="lunch",
        price_kind="rows",
        only_for=True,
        **same("name", "Perhekerho"),
        **texts("summary"),
        **texts("what_happens"),
        **texts("food_note"),
    )
    full.organiser_links.filter(actor=actor).update(is_main=True)
    full.prices.create(min_amount="2", max_amount="4", payer="members", note_fi="Käteisellä")
    full.prices.create(min_amount="1", is_food=True, is_voluntary=True)
    through = {"runs_through_breaks": True, "runs_through_holidays": True}
    slots = [
        make.make_slot(activity=full, place=place, weekday=number, at="9.30–11.30", **through)
        for number in range(1, 6)
    ]
    make.make_change(slot=slots[0], on=day(1), reason_kind="leader")
    make.make_change(
        slot=slots[1], on=day(2), kind="moved", to_on=day(6), at="12.00", reason_fi="Tila on varattu"
    )
    make.make_change(
        slot=slots[2],
        on=day(3),
        kind="changed",
        at="13.00",
        place=far,
        organiser=martat,
        price_note_fi="3 euroa",
    )
    make.make_change(slot=slots[3], on=day(4), kind="programme", title_fi="Hammashoitaja kertoo")
    make.make_change(slot=slots[4], on=day(7), kind="extra", at="18.00–19.30")
    make.make_change(slot=slots[4], on=day(5, weeks=4), reason_fi="Koulutus")
    make.make_visit(slot=slots[4], topic_fi="Uni", at="10.00–11.00", rhythm="every_week")
    make.make_slot(
        activity=full,
        place=far,
        weekday=2,
        at="9.00–10.00",
        valid_until_on=day(1, weeks=-3),
        ending_note_fi="Loppui.",
    )


def _make_others(actor, place, far, long_word: str) -> None:
    through = {"runs_through_breaks": True, "runs_through_holidays": True}
    doors = make.make_activity(name="Avoimet ovet", organisers=[actor], kind="open", registration="not_known")
    for number in range(1, 6):
        make.make_slot(
            activity=doors, place=place, weekday=number, at="8.00–15.00", end_is_approximate=True, **through
        )
    bare = make.make_activity(name="Pelkkä nimi", price_kind="not_known", food="not_known", summary_fi="")
    make.make_slot(activity=bare, weekday=4, at="", part_of_day="morning", **through)
    make.make_slot(activity=bare, weekday=None, at="", rhythm="varies")
    long = make.make_activity(
        name=f"{long_word} {long_word}",
        slug="pitkat-sanat",
        kind="club",
        organisers=[Actor.objects.get(name_fi=long_word)],
    )
    make.make_slot(activity=long, place=far, weekday=3, at="17.00–18.00", **through)
    make.make_slot(
        activity=make.make_activity(name="Tauolla oleva", organisers=[actor]), place=place, weekday=2
    )
    make.make_activity(name="Ilman aikoja")
    secret = make.make_activity(
        name="Väkivaltaa kokeneiden ryhmä",
        neutral_name_fi="Voimaa yhdessä",
        themes=[Theme.objects.get(is_sensitive=True)],
        organisers=[actor],
    )
    make.make_slot(activity=secret, place=far, weekday=5, at="14.00–15.00", **through)
    for state, name in (("archived", "Lopetettu kerho"), ("draft", "Luonnoskerho")):
        make.make_slot(activity=make.make_activity(name=name, state=state), place=place, weekday=2, **through)
    members = make.make_activity(name="Jäsenten kerho", visibility="members")
    make.make_slot(activity=members, place=place, weekday=2, **through)
