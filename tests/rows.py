"""One unsaved row of every content model, for tests that walk through all of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from meetingplaces import models as calendar
from perhekeskus.models import ContentModel, Installation, PublicItem, Redirect
from search.models import SearchSynonym
from services import models as directory
from tests import calendar_factories as make_calendar
from tests import factories as make

TUESDAY = dt.date(2026, 11, 24)

# How to build an unsaved row of each watched model that is not a public item with a name alone.
ROWS: dict[type, Callable[[], ContentModel]] = {
    Installation: lambda: Installation(name_fi="Perhekeskus", region_name_fi="Lappi"),
    SearchSynonym: lambda: SearchSynonym(triggers="väsynyt", targets="lepo"),
    Redirect: lambda: Redirect(old_path="/vanha/", new_path="/uusi/"),
    directory.County: lambda: directory.County(code="99", name_fi="Uusi", name_sv="Ny"),
    directory.Area: lambda: directory.Area(slug="pohjoinen", name_fi="Pohjoinen"),
    directory.Municipality: lambda: directory.Municipality(
        code="999", slug="uusi", name_fi="Uusi", name_sv="Ny", county=directory.County.objects.first()
    ),
    directory.AgeGroup: lambda: directory.AgeGroup(
        slug="vauvat", name_fi="Vauvat", min_months=0, max_months=12
    ),
    directory.Audience: lambda: directory.Audience(slug="isat", name_fi="Isät"),
    directory.Section: lambda: directory.Section(slug="arki", name_fi="Arki"),
    directory.SpokenLanguage: lambda: directory.SpokenLanguage(code="fi", name_fi="suomi"),
    directory.TaskVoice: lambda: directory.TaskVoice(
        task=make.make_task(),
        family_centre=make.make_family_centre(),
        text_fi="Näin",
        told_at_fi="Ilta",
        year=2024,
    ),
    directory.Task: lambda: directory.Task(name_fi="Tehtävä", what_it_is_fi="Tämä"),
    directory.Actor: lambda: directory.Actor(name_fi="Järjestäjä", sector="parish"),
    directory.Place: lambda: directory.Place(name_fi="Talo", municipality=make.make_municipality()),
    directory.Channel: lambda: directory.Channel(
        name_fi="Puhelin", kind="phone", value="112", actor=make.make_actor()
    ),
    directory.OpeningSchedule: lambda: directory.OpeningSchedule(place=make.make_place(), weekday=1),
    directory.ServiceActor: lambda: directory.ServiceActor(
        service=make.make_service(), actor=make.make_actor()
    ),
    directory.ServicePlace: lambda: directory.ServicePlace(
        service=make.make_service(), place=make.make_place()
    ),
    directory.ServiceChannel: lambda: directory.ServiceChannel(
        service=make.make_service(), channel=make.make_channel()
    ),
    directory.ServicePrice: lambda: directory.ServicePrice(service=make.make_service(), min_amount=5),
    directory.CentreOffice: lambda: directory.CentreOffice(
        family_centre=make.make_family_centre(), place=make.make_place()
    ),
    directory.CentreRole: lambda: directory.CentreRole(
        family_centre=make.make_family_centre(), role_fi="Ohjaaja"
    ),
    directory.Helpline: lambda: directory.Helpline(
        name_fi="Puhelin", for_whom_fi="Kaikille", when_to_ring_fi="Aina"
    ),
    directory.HelplineNumber: lambda: directory.HelplineNumber(
        helpline=make.make_helpline(numbers=()), language="fi", number="112"
    ),
    directory.RouteStep: lambda: directory.RouteStep(
        situation=directory.Situation.objects.create(name_fi="Vauva itkee"), position=1, text_fi="Hengitä."
    ),
    calendar.MeetingPlace: lambda: calendar.MeetingPlace(name_fi="Talo", place=make.make_place()),
    calendar.ActivityOrganiser: lambda: calendar.ActivityOrganiser(
        activity=make_calendar.make_activity(), actor=make.make_actor()
    ),
    calendar.ActivityPrice: lambda: calendar.ActivityPrice(
        activity=make_calendar.make_activity(), min_amount=2
    ),
    calendar.WeeklySlot: lambda: calendar.WeeklySlot(activity=make_calendar.make_activity(), weekday=2),
    calendar.SlotDate: lambda: calendar.SlotDate(slot=make_calendar.make_slot(), on=TUESDAY),
    calendar.SlotChange: lambda: calendar.SlotChange(
        slot=make_calendar.make_slot(), kind="cancelled", from_on=TUESDAY
    ),
    calendar.Break: lambda: calendar.Break(name_fi="Loma", from_on=TUESDAY, until_on=TUESDAY),
    calendar.Visit: lambda: calendar.Visit(slot=make_calendar.make_slot(), role_fi="Hoitaja"),
    calendar.VisitDate: lambda: calendar.VisitDate(
        visit=make_calendar.make_visit(slot=make_calendar.make_slot()), on=TUESDAY
    ),
}


def new_row(model: type[ContentModel]) -> ContentModel:
    """An unsaved row of a watched model."""
    if model in ROWS:
        return ROWS[model]()
    assert issubclass(model, PublicItem), f"tell ROWS how to make a {model.__name__}"
    return model(name_fi="Nimi", slug="nimi")
