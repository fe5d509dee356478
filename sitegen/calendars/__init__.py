"""Calendars: what takes place, as files that phones and computers subscribe to (RFC 5545, RFC 7986).

Below the kinds: a kind hands over plain values and gets bytes. `make_calendar` is in `ics`: it is not imported here,
since icalendar takes a while to load and only a build needs it. No clock is read: a file changes only with its values.
"""

from sitegen.calendars.moments import clock_change
from sitegen.calendars.rules import Rule, RuleMistake, read_rule
from sitegen.calendars.values import Calendar, CalendarEvent, CalendarStatus

__all__ = [
    "Calendar",
    "CalendarEvent",
    "CalendarStatus",
    "Rule",
    "RuleMistake",
    "clock_change",
    "read_rule",
]
