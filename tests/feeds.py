"""The calendar files' addresses, asked for in tests, and what their events say."""

from __future__ import annotations

from datetime import date

import icalendar

FRIDAY = date(2026, 11, 27)
WHOLE = "/kohtaamispaikat/kalenteri.ics"


def get(client, path: str, **headers):
    response = client.get(path, **headers)
    assert response.status_code == 200, response
    return response


def events(response) -> list[icalendar.Event]:
    return icalendar.Calendar.from_ical(response.content).events


def summaries(response) -> list[str]:
    return [str(event["SUMMARY"]) for event in events(response)]
