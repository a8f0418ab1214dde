"""Local days and clock times: Helsinki is the truth, whatever the clock of the machine."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from perhekeskus.dates import clock, clock_range, next_midnight, short_date, today

HELSINKI = ZoneInfo("Europe/Helsinki")


def utc(*parts: int) -> dt.datetime:
    return dt.datetime(*parts, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("now", "day"),
    [
        (utc(2026, 11, 21, 21, 59, 59), dt.date(2026, 11, 21)),
        (utc(2026, 11, 21, 22, 0), dt.date(2026, 11, 22)),
        (utc(2026, 6, 30, 20, 59), dt.date(2026, 6, 30)),
        (utc(2026, 6, 30, 21, 0), dt.date(2026, 7, 1)),
        (utc(2026, 12, 31, 22, 0), dt.date(2027, 1, 1)),
    ],
    ids=["winter evening", "winter midnight", "summer evening", "summer midnight", "new year"],
)
def test_today_is_the_day_in_helsinki(monkeypatch, now, day):
    monkeypatch.setattr(timezone, "now", lambda: now)

    assert today() == day


@pytest.mark.parametrize(
    ("now", "midnight"),
    [
        (utc(2026, 11, 21, 12, 0), utc(2026, 11, 21, 22, 0)),
        (utc(2026, 11, 21, 21, 59, 59), utc(2026, 11, 21, 22, 0)),
        (utc(2026, 11, 21, 22, 0), utc(2026, 11, 22, 22, 0)),
        # 29 March 2026 has 23 hours: from UTC+2 to UTC+3 at three.
        (utc(2026, 3, 28, 22, 0), utc(2026, 3, 29, 21, 0)),
        (utc(2026, 3, 28, 21, 30), utc(2026, 3, 28, 22, 0)),
        # 25 October 2026 has 25 hours: from UTC+3 to UTC+2 at four.
        (utc(2026, 10, 24, 21, 0), utc(2026, 10, 25, 22, 0)),
        (utc(2026, 10, 25, 1, 30), utc(2026, 10, 25, 22, 0)),
    ],
    ids=["noon", "last second", "midnight itself", "short day", "eve of it", "long day", "its doubled hour"],
)
def test_next_midnight_is_when_the_local_day_changes(now, midnight):
    moment = next_midnight(now)

    assert moment == midnight
    assert moment.astimezone(HELSINKI).time() == dt.time.min


def test_next_midnight_counts_from_now_when_no_moment_is_given(monkeypatch):
    monkeypatch.setattr(timezone, "now", lambda: utc(2026, 3, 29, 12, 0))

    assert next_midnight() == utc(2026, 3, 29, 21, 0)


@pytest.mark.parametrize(
    ("time", "words"),
    [
        (dt.time(9, 30), "9.30"),
        (dt.time(9, 0), "9.00"),
        (dt.time(0, 5), "0.05"),
        (dt.time(15, 0), "15.00"),
        (None, ""),
    ],
)
def test_clock_writes_the_finnish_way(time, words):
    assert clock(time) == words


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        (dt.time(9), dt.time(15), "9.00–15.00"),
        (dt.time(9, 30), None, "9.30–"),
        (dt.time(22), dt.time(6), "22.00–6.00"),
        (None, dt.time(15), ""),
        (None, None, ""),
    ],
)
def test_clock_range_leaves_out_what_is_not_known(start, end, words):
    assert clock_range(start, end) == words


def test_short_date_has_no_zeros_in_front():
    assert short_date(dt.date(2026, 11, 2)) == "2.11.2026"
