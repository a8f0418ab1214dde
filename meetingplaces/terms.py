"""The words of the calendar: rhythms, kinds of change, and how one comes along.

Plain enumerations: `timetable.py`, the models and the pages share them.
"""

from __future__ import annotations

from enum import StrEnum

from django.db.models.enums import IntegerChoices, TextChoices
from django.utils.translation import gettext_lazy as _


class Rhythm(TextChoices):
    """How often a slot recurs; weeks are ISO 8601 weeks."""

    EVERY_WEEK = "every_week", _("Every week")
    EVEN_WEEKS = "even_weeks", _("Even weeks")
    ODD_WEEKS = "odd_weeks", _("Odd weeks")
    MONTHLY = "monthly", _("Once a month: as the first Tuesday")
    DATES = "dates", _("On single dates")
    VARIES = "varies", _("Varies: dates are told one by one")


# Rhythms in which the weekday decides.
WEEKDAY_RHYTHMS = (Rhythm.EVERY_WEEK, Rhythm.EVEN_WEEKS, Rhythm.ODD_WEEKS, Rhythm.MONTHLY)


class NthOfMonth(IntegerChoices):
    """Which of the month's weekdays of one name."""

    FIRST = 1, _("the first of the month")
    SECOND = 2, _("the second of the month")
    THIRD = 3, _("the third of the month")
    FOURTH = 4, _("the fourth of the month")
    FIFTH = 5, _("the fifth of the month")
    LAST = -1, _("the last of the month")


class PartOfDay(TextChoices):
    """When in the day, where the clock time is not known."""

    MORNING = "morning", _("In the morning")
    AFTERNOON = "afternoon", _("In the afternoon")
    EVENING = "evening", _("In the evening")


class ChangeKind(TextChoices):
    """What is otherwise than the rhythm says."""

    CANCELLED = "cancelled", _("Cancelled")
    CHANGED = "changed", _("Changed: time, place, organiser, registration or price")
    MOVED = "moved", _("Moved to another date")
    EXTRA = "extra", _("An extra session")
    PROGRAMME = "programme", _("What happens this time")


class Reason(TextChoices):
    """Why a session was cancelled; an organiser's cancel link offers just these."""

    LEADER = "leader", _("The leader cannot come")
    FEW = "few", _("Too few were coming")
    PLACE = "place", _("The place is not in use")
    WEATHER = "weather", _("The weather")
    OTHER = "other", _("Another reason")


class Status(StrEnum):
    """How a session stands to its rhythm."""

    HELD = "held"
    CANCELLED = "cancelled"
    CHANGED = "changed"
    MOVED_AWAY = "moved_away"
    MOVED_HERE = "moved_here"
    EXTRA = "extra"


class ActivityKind(TextChoices):
    """Whether one drops in or takes part."""

    OPEN = "open", _("Open hours: come and go as you like")
    SESSION = "session", _("Guided session")
    CLUB = "club", _("Club or group for the same people each time")


class Registration(TextChoices):
    """Whether one says beforehand that one comes."""

    NONE = "none", _("No registration")
    RECOMMENDED = "recommended", _("Registration recommended")
    REQUIRED = "required", _("Registration needed")
    NOT_KNOWN = "not_known", _("Not known: ask")


class Company(TextChoices):
    """With whom a child comes."""

    WITH_ADULT = "with_adult", _("With an adult")
    ALONE = "alone", _("Without a parent")
    EITHER = "either", _("With an adult or alone")


class Siblings(TextChoices):
    """Whether brothers and sisters of another age may come too."""

    YES = "yes", _("Siblings are welcome")
    NO = "no", _("Not for siblings")
    ASK = "ask", _("Ask about siblings")


class Food(TextChoices):
    """What there is to eat."""

    NOT_KNOWN = "not_known", _("Not known")
    NONE = "none", _("No food")
    OWN = "own", _("Bring your own")
    COFFEE = "coffee", _("Coffee or tea")
    SNACK = "snack", _("A snack")
    BREAKFAST = "breakfast", _("Breakfast")
    LUNCH = "lunch", _("Lunch")


class PriceKind(TextChoices):
    """What attending costs; food apart."""

    UNSET = "", _("Not told yet")
    FREE = "free", _("Free of charge")
    ROWS = "rows", _("Costs something: see the prices")
    NOT_KNOWN = "not_known", _("Not known: ask")
