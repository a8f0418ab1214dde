"""The calendar's desk: places, activities, their times with changes and visits."""

from meetingplaces.admin import activities, places, slots, visits

__all__ = ["activities", "places", "slots", "visits"]
