"""A day that a query names, as in "mitä tänään vauvan kanssa": the meeting places' calendar answers it."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from meetingplaces.facets import WEEKDAYS
from meetingplaces.sessions import day_words
from meetingplaces.weeks import week_slug
from search.analysis import fold
from services.filtering import Pairs

# As words begin, folded; in Finnish, Swedish and English.
_TODAY = r"tanaan|tana iltana|i ?dag|i ?kvall|today|tonight|this (?:morning|afternoon|evening)"
_TOMORROW = r"huomenna|i ?morgon|tomorrow"
_WEEKEND = r"viikonlop\w*|helgen|veckoslut\w*|weekends?"
_WEEK = r"talla viikolla|(?:den har|denna) veckan?|i veckan|this week"
_NEXT_WEEK = r"ensi viikolla|nasta vecka|next week"
_WEEKDAY = (
    "maanantai|mandag|monday",
    "tiistai|tisdag|tuesday",
    "keskiviik|onsdag|wednesday",
    "torstai|torsdag|thursday",
    "perjantai|fredag|friday",
    "lauantai|lordag|saturday",
    "sunnuntai|sondag|sunday",
)
_NAMED = re.compile(
    rf"(?<!\w)(?:(?P<today>{_TODAY})|(?P<tomorrow>{_TOMORROW})|(?P<weekend>{_WEEKEND})|(?P<week>{_WEEK})"
    rf"|(?P<next_week>{_NEXT_WEEK})"
    rf"|(?P<weekday>{'|'.join(_WEEKDAY)})\w*)(?!\w)"
)
# As the word before it: a day of the week after this one; or no day that is to come.
_NEXT = re.compile(r"ensi|seuraava\w*|nasta|next")
_NONE = re.compile(r"viime|kerran|kertaa|forra|gang(?:er)?|last|once|twice|times")
SATURDAY, SUNDAY = 5, 6


@dataclass(frozen=True)
class CalendarLink:
    """A way to the week's page: its words, and its address with days, ages and places chosen."""

    label: str
    url: str


def days_in(text: str, today: dt.date) -> tuple[dt.date, dt.date] | None:
    """Return the first and the last of the days that a query names, None when it names none.

    A weekday is the next one, today too; a week or a weekend is what is left of this one. With "ensi"
    before it, it is that of the week after this one; "viime perjantaina" and "kerran viikossa" are no day.

    >>> days_in("mitä keskiviikkona", dt.date(2026, 11, 27))
    (datetime.date(2026, 12, 2), datetime.date(2026, 12, 2))
    """
    folded = " ".join(fold(word) for word in text.split())
    named = _NAMED.search(folded)
    before = "".join(folded[: named.start()].split()[-1:]) if named else ""
    if named is None or _NONE.fullmatch(before):
        return None
    if named["next_week"] or _NEXT.fullmatch(before):
        today += dt.timedelta(days=len(_WEEKDAY) - today.weekday())
    sunday = today + dt.timedelta(days=SUNDAY - today.weekday())
    if named["weekend"]:
        return max(today, sunday - dt.timedelta(days=SUNDAY - SATURDAY)), sunday
    if named["week"] or named["next_week"]:
        return today, sunday
    if named["weekday"]:
        wanted = next(n for n, names in enumerate(_WEEKDAY) if re.match(names, named["weekday"]))
        day = today + dt.timedelta(days=(wanted - today.weekday()) % len(_WEEKDAY))
    else:
        day = today + dt.timedelta(days=1 if named["tomorrow"] else 0)
    return day, day


def calendar_link(text: str, labels: list[str], chosen: Pairs, today: dt.date) -> CalendarLink | None:
    """Return the way to the days that a query names, None when it names none.

    chosen: ages and places, as parameters of the week's page; labels: of those that the query names.
    """
    days = days_in(text, today)
    if days is None:
        return None
    first, last = days
    weekdays = WEEKDAYS[first.weekday() : last.weekday() + 1]
    pairs = [("paiva", day) for day in weekdays if len(weekdays) < len(WEEKDAYS)] + chosen
    address = reverse("meetingplaces:week", kwargs={"week": week_slug(first)})
    label = ", ".join([_when(first, last, today), *labels])
    return CalendarLink(label, f"{address}?{urlencode(pairs)}" if pairs else address)


def _when(first: dt.date, last: dt.date, today: dt.date) -> str:
    if first == last == today:
        return _("Today at the meeting places")
    if first == last == today + dt.timedelta(days=1):
        return _("Tomorrow at the meeting places")
    days = day_words(first) if first == last else f"{day_words(first)} – {day_words(last)}"
    return _("At the meeting places %(days)s") % {"days": days}
