"""Calendars as bytes: RFC 5545 with CRLF, lines folded at 75 octets; the only place where icalendar comes in.

A link stands in LOCATION and DESCRIPTION too, since many programs do not show URL. What is not known is not invented:
without a day of the last change, DTSTAMP is a fixed moment, so that files do not change from build to build.
"""

from datetime import UTC, date, datetime, timedelta
from typing import Final

from icalendar import Calendar as IcsCalendar
from icalendar import Component, Event, vDDDLists, vRecur

from sitegen import __version__
from sitegen.calendars.moments import in_utc
from sitegen.calendars.rules import Rule
from sitegen.calendars.values import Calendar, CalendarEvent, CalendarStatus
from sitegen.calendars.zone import TIMEZONE
from sitegen.days import LONDON

UNCHANGED: Final = datetime(2000, 1, 1, 12, tzinfo=UTC)
"""DTSTAMP of what names no day of its last change: older than any that is named later."""
REFRESH: Final = timedelta(hours=12)
"""How often programs should look again; phones may take longer. X-PUBLISHED-TTL says the same."""


def make_calendar(calendar: Calendar) -> bytes:
    """The file of a calendar, in the order of its events."""
    made = IcsCalendar()
    made.add("VERSION", "2.0")
    made.add("PRODID", f"-//sitegen//{__version__.partition('.')[0]}//EN")
    made.add("CALSCALE", "GREGORIAN")
    for name, value in (("NAME", calendar.title), ("X-WR-CALNAME", calendar.title)):
        made.add(name, value)
    if calendar.text:
        made.add("DESCRIPTION", calendar.text)
        made.add("X-WR-CALDESC", calendar.text)
    made.add("X-WR-TIMEZONE", "Europe/London")
    made.add("SOURCE", calendar.address, parameters={"VALUE": "URI"})
    made.add("REFRESH-INTERVAL", REFRESH, parameters={"VALUE": "DURATION"})
    made.add("X-PUBLISHED-TTL", "PT12H")
    if any(not event.is_whole_day for event in calendar.events):
        made.add_component(Component.from_ical(TIMEZONE))
    for event in calendar.events:
        made.add_component(_event(event))
    return bytes(made.to_ical(sorted=False))


def _event(event: CalendarEvent) -> Event:
    made = Event()
    made.add("UID", event.uid)
    made.add("DTSTAMP", event.changed or UNCHANGED)
    if event.changed:
        made.add("LAST-MODIFIED", event.changed)
    made.add("SEQUENCE", event.sequence)
    made.add("SUMMARY", event.title)
    _add_times(made, event)
    made.add("STATUS", str(event.status))
    made.add("TRANSP", "TRANSPARENT" if _is_free(event) else "OPAQUE")
    made.add("LOCATION", event.place or event.url)
    made.add("DESCRIPTION", event.text)
    made.add("URL", event.url)
    if event.category:
        made.add("CATEGORIES", [event.category])
    if event.contact:
        made.add("CONTACT", event.contact)
    return made


def _is_free(event: CalendarEvent) -> bool:
    """Whether the time is not taken up: the meeting is off, or fills a whole day."""
    return event.is_whole_day or event.status is CalendarStatus.CANCELLED


def _add_times(made: Event, event: CalendarEvent) -> None:
    made.add("DTSTART", _moment(event.start, event))
    if event.end and event.is_whole_day:
        made.add("DTEND", event.end.date() + timedelta(days=1))
    elif event.end:
        made.add("DTEND", _moment(event.end, event))
    if event.replaces:
        day = event.replaces
        made.add("RECURRENCE-ID", day.replace(tzinfo=LONDON) if isinstance(day, datetime) else day)
    if event.rule:
        made.add("RRULE", _rule(event.rule, event))
    for name, days in (("EXDATE", event.without), ("RDATE", event.also)):
        if days:
            made.add(name, _list(days, event))


def _list(days: tuple[date, ...], event: CalendarEvent) -> vDDDLists:
    """Dates of a series, at the time at which it begins."""
    moments = [_moment(datetime.combine(day, event.start.time()), event) for day in days]
    made = vDDDLists(moments)
    if event.is_whole_day:
        made.params["VALUE"] = "DATE"
    return made


def _moment(local: datetime, event: CalendarEvent) -> datetime | date:
    return local.date() if event.is_whole_day else local.replace(tzinfo=LONDON)


def _rule(rule: Rule, event: CalendarEvent) -> vRecur:
    """The pattern with its end: a date for whole days, else the last moment in UTC, as RFC 5545 asks."""
    made: vRecur = vRecur.from_ical(rule.pattern)
    if rule.until:
        last = datetime.combine(rule.until, event.start.time())
        made["UNTIL"] = [last.date() if event.is_whole_day else in_utc(last)]
    elif rule.count:
        made["COUNT"] = [rule.count]
    return made
