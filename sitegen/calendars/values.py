"""What a calendar is made from: plain values, times as the clocks in London show them."""

from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple

from sitegen.calendars.rules import Rule


class CalendarStatus(StrEnum):
    """How sure a meeting is, in the words of RFC 5545."""

    CONFIRMED = "CONFIRMED"
    TENTATIVE = "TENTATIVE"
    CANCELLED = "CANCELLED"


class CalendarEvent(NamedTuple):
    """One meeting, a series of them, or one changed date of a series.

    `start` and `end` are times without a zone, as London's clocks show them; where `is_whole_day`, their time does
    not count and `end` is the last day. `replaces` is the date of the series `uid` that this one stands for: a day
    where the series is of whole days, else a time. `without` are dates of the rule on which it does not meet, `also`
    further ones. `changed` is in UTC.
    """

    uid: str
    title: str
    start: datetime
    url: str
    end: datetime | None = None
    is_whole_day: bool = False
    place: str = ""
    text: str = ""
    status: CalendarStatus = CalendarStatus.CONFIRMED
    sequence: int = 0
    changed: datetime | None = None
    category: str = ""
    contact: str = ""
    rule: Rule | None = None
    without: tuple[date, ...] = ()
    also: tuple[date, ...] = ()
    replaces: datetime | date | None = None


class Calendar(NamedTuple):
    """A file of meetings; `address` is where it can be read, absolute."""

    title: str
    text: str
    address: str
    language: str
    events: tuple[CalendarEvent, ...]
