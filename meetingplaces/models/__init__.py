"""Meeting places and what happens at them week by week."""

from meetingplaces.models.activities import Activity, ActivityOrganiser, ActivityPrice
from meetingplaces.models.breaks import Break
from meetingplaces.models.places import MeetingPlace
from meetingplaces.models.slots import SlotChange, SlotDate, WeeklySlot
from meetingplaces.models.visits import Visit, VisitDate

__all__ = [
    "Activity",
    "ActivityOrganiser",
    "ActivityPrice",
    "Break",
    "MeetingPlace",
    "SlotChange",
    "SlotDate",
    "Visit",
    "VisitDate",
    "WeeklySlot",
]
