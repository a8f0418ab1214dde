"""The calendar's desk: places, activities, their times with changes and visits, and breaks."""

from meetingplaces.admin import activities, breaks, places, slots, visits

__all__ = ["activities", "breaks", "places", "slots", "visits"]
