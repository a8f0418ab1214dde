"""The calendar as the desk sees one activity: also one that the public does not see yet."""

from __future__ import annotations

from meetingplaces.calendar import Calendar, calendar_of, desk_calendar
from meetingplaces.models import Activity
from meetingplaces.warnings import Warning, warnings_of
from perhekeskus import caching, dates, languages


def calendar_with(activity: Activity) -> Calendar:
    """Return the public calendar, with this activity in it whatever its state.

    Never after writing in the same transaction: what is kept of a revision must be committed.
    """
    calendar = calendar_of(languages.DEFAULT, caching.current_revision())
    if activity.pk in calendar.activities:
        return calendar
    own = Activity.objects.filter(pk=activity.pk)
    return desk_calendar(languages.DEFAULT, Activity.objects.visible_to(None) | own)


def warnings_about(activity: Activity, slot: int | None = None) -> list[Warning]:
    """Return today's warnings of an activity's times, or of one of them."""
    calendar = calendar_with(activity)
    own = {rule.pk for rule in calendar.of_activity(activity.pk)} if slot is None else {slot}
    return [
        warning
        for warning in warnings_of(calendar, dates.today())
        if warning.slot in own or warning.other in own
    ]
