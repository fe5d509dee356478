"""Events in words: what kind they are, from when to when, and what has become of them."""

from typing import Any, Final

from sitegen.calendars import clock_change
from sitegen.days import MONTHS, WEEKDAYS, Day, clock_words
from sitegen.kind import Entry
from sitegen.kinds.events.dates import Meeting, local_moment, rule_of
from sitegen.kinds.events.models import Category, Status
from sitegen.kinds.events.pattern import words_of_rule

ONE: Final = {
    Category.MEETING: "General meeting",
    Category.AGM: "Annual general meeting",
    Category.BRANCH: "Branch meeting",
    Category.EXECUTIVE: "Executive meeting",
    Category.CANVASS: "Canvassing",
    Category.SOCIAL: "Social",
    Category.HUSTINGS: "Hustings",
    Category.TRAINING: "Training",
    Category.CONFERENCE: "Conference",
}
MANY: Final = {
    Category.MEETING: ("General meetings", "The meetings to which all members are called."),
    Category.AGM: ("Annual general meetings", "Once a year: reports, accounts and elections."),
    Category.BRANCH: ("Branch meetings", "What the branches discuss, ward by ward."),
    Category.EXECUTIVE: ("Executive meetings", "When the executive meets."),
    Category.CANVASS: ("Canvassing", "When we go from door to door."),
    Category.SOCIAL: ("Socials", "For pleasure."),
    Category.HUSTINGS: ("Hustings", "Candidates answer questions."),
    Category.TRAINING: ("Training", "To learn how it is done."),
    Category.CONFERENCE: ("Conferences", "Where our delegates speak for us."),
}
STATUS: Final = {Status.CANCELLED: "Cancelled", Status.POSTPONED: "Postponed", Status.TENTATIVE: "To be confirmed"}


def category_words(entry: Entry[Any]) -> str:
    """`General meeting`, or `Event` where no category is named."""
    category = entry.fields.category
    return ONE[category] if category else "Event"


def times(start: Day, end: Day | None) -> str:
    """`7.30 pm to 9.30 pm`, `7.30 pm`, `all day`, `to Sunday 29 March, 4 pm`."""
    if end and end.date != start.date:
        until = f"to {weekday(end)} {end.day} {MONTHS[end.month - 1]}"
        clock = f", {clock_words(end.hour, end.minute)}" if end.has_time else ""
        return f"{clock_words(start.hour, start.minute)} {until}{clock}" if start.has_time else until
    if not start.has_time:
        return "all day"
    began = clock_words(start.hour, start.minute)
    first = " (the first of the two)" if clock_change(local_moment(start)) == "twice" else ""
    return f"{began}{first} to {clock_words(end.hour, end.minute)}" if end else f"{began}{first}"


def weekday(day: Day) -> str:
    """`Thursday`."""
    return WEEKDAYS[day.date.weekday()]


def month(day: Day) -> str:
    """`March 2026`."""
    return f"{MONTHS[day.month - 1]} {day.year}"


def day_words(day: Day) -> str:
    """`Thursday 12 March 2026`, without the time."""
    return f"{weekday(day)} {day.day} {month(day)}"


def when_words(meeting: Meeting) -> str:
    """`Thursday 12 March 2026, 7.30 pm to 9.30 pm`."""
    return f"{day_words(meeting.start)}, {times(meeting.start, meeting.end)}"


def series_words(entry: Entry[Any]) -> str:
    """`Second Thursday of every month, until 31 December 2026`; empty for an event that does not repeat."""
    rule = rule_of(entry)
    if rule is None:
        return ""
    words = words_of_rule(rule) or "On several dates"
    if not rule.until:
        return words
    until = Day(rule.until.year, rule.until.month, rule.until.day).words
    note = entry.fields.repeats.until_note
    return f"{words}, until {until}{f' ({note})' if note else ''}"


def moved_words(entry: Entry[Any]) -> str:
    """`Moved from Thursday 14 May 2026`; empty where it was not."""
    day, note = entry.fields.moved_from, entry.fields.moved_from_note
    if not day:
        return ""
    clock = f", {clock_words(day.hour, day.minute)}" if day.has_time else ""
    return f"Moved from {day_words(day)}{clock}{f' ({note})' if note else ''}"
