"""When events take place: one date each, and the dates of a series by its rule, with what was moved or left out."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sitegen.calendars import Rule, read_rule
from sitegen.days import Day
from sitegen.kind import Entry, Occasion, Site
from sitegen.kinds.events.models import Status
from sitegen.kinds.events.pattern import make_rule
from sitegen.kinds.events.places import place_words
from sitegen.kinds.events.whole import whole


@dataclass(frozen=True, slots=True, eq=False)
class Meeting:
    """One date on which an event takes place; `entry` is the event whose page tells of it."""

    entry: Entry[Any]
    start: Day
    end: Day | None

    @property
    def last_day(self) -> date:
        """The day on which it ends."""
        return self.end.date if self.end else self.start.date

    @property
    def is_off(self) -> bool:
        """Whether it does not take place on this date."""
        return is_off(self.entry)


def is_off(entry: Entry[Any]) -> bool:
    """Whether an event is cancelled or postponed."""
    return entry.fields.status in (Status.CANCELLED, Status.POSTPONED)


def rule_of(entry: Entry[Any]) -> Rule | None:
    """The rule of a series; None for an event that does not repeat, or whose rule was told to be wrong."""
    repeats, start = entry.fields.repeats, entry.fields.start
    if not repeats or not start:
        return None
    rule = read_rule(repeats.rule) if repeats.rule else make_rule(repeats.every, repeats.on, start)
    if rule and repeats.until:
        until = min(rule.until, repeats.until.date) if rule.until else repeats.until.date
        return Rule(rule.pattern, until, rule.count)
    return rule


def local_moment(day: Day) -> datetime:
    """A day as London's clocks show it, without a zone; midnight where it has no time."""
    return datetime(day.year, day.month, day.day, max(day.hour, 0), max(day.minute, 0))


def dates_of_rule(entry: Entry[Any], last: date) -> list[date]:
    """The days of a series to `last`, with further ones and without exceptions; moved ones are still among them."""
    rule = rule_of(entry)
    if rule is None:
        return [entry.fields.start.date]
    left_out = {day.date for day in getattr(entry.fields, "except")}
    found = {moment.date() for moment in rule.dates(local_moment(entry.fields.start), last)}
    found |= {day.date for day in entry.fields.also if day.date <= last}
    return sorted(found - left_out)


def changed_dates(series: Entry[Any], site: Site) -> dict[date, Entry[Any]]:
    """The events that stand for a date of a series, by the date that the series would give it."""
    found: dict[date, Entry[Any]] = {}
    for entry in site.entries[series.kind.name]:
        if entry.fields.series == series.id and not entry.fields.repeats:
            found.setdefault((entry.fields.moved_from or entry.fields.start).date, entry)
    return found


def meetings_of(entry: Entry[Any], site: Site, first: date, last: date) -> Iterator[Meeting]:
    """The dates of an event from one day to another, both included; without those that have an event of their own."""
    entry = whole(entry, site)
    start, end = entry.fields.start, entry.fields.end
    if rule_of(entry) is None:
        meeting = Meeting(entry, start, end)
        if start.date <= last and meeting.last_day >= first:
            yield meeting
        return
    changed = changed_dates(entry, site)
    length = (end.date - start.date) if end else timedelta()
    for day in dates_of_rule(entry, last):
        if day + length >= first and day not in changed:
            yield Meeting(entry, _on(day, start), _on(day + length, end) if end else None)


def _on(day: date, like: Day) -> Day:
    return Day(day.year, day.month, day.day, like.hour, like.minute)


def all_meetings(site: Site, kind: str, first: date, last: date) -> list[Meeting]:
    """Every listed event from one day to another, in the order of time."""
    found = [one for entry in site.entries[kind] if entry.is_listed for one in meetings_of(entry, site, first, last)]
    return sorted(found, key=lambda one: (one.start.date, one.start.has_time, one.start.moment, one.entry.id))


def give_occasions(site: Site, first: date, last: date) -> Iterator[Occasion]:
    """What takes place between two days, for other kinds such as newsletters."""
    for one in all_meetings(site, "events", first, last):
        place = place_words(one.entry)
        yield Occasion(one.entry, one.entry.title, one.start, one.entry.address, place, one.is_off)


def in_a_year(today: date) -> date:
    """The same day of the next year: as far as a series is listed."""
    try:
        return today.replace(year=today.year + 1)
    except ValueError:
        return today.replace(year=today.year + 1, day=28)
