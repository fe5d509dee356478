"""Events whose day has passed: a meeting wants a report, a tentative one an answer; and the end of a series."""

from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import Any, Final

from sitegen.days import Day
from sitegen.kind import Entry, Site
from sitegen.kinds.events.dates import Meeting, meetings_of
from sitegen.kinds.events.hub import find_reports
from sitegen.kinds.events.models import Category, Status
from sitegen.problems import Problem, make_problem
from sitegen.upkeep import Sort, Upkeep

REPORTED: Final = (Category.MEETING, Category.AGM, Category.BRANCH, Category.EXECUTIVE, Category.CONFERENCE)
"""Events that members expect a report of."""
PATIENCE: Final = timedelta(days=14)
"""How long a report may take."""
A_YEAR: Final = timedelta(days=365)


def name_upkeep(entry: Entry[Any], _site: Site) -> Iterable[Upkeep]:
    """The end of a series."""
    repeats = entry.fields.repeats
    if repeats and repeats.until:
        advice = "If it goes on, write a later day in 'until'. If it does not, there is nothing to do."
        yield Upkeep(
            Sort.TERM,
            entry.place("repeats", "until"),
            entry.title,
            f"The series '{entry.title}' ends",
            repeats.until.date,
            advice,
        )


def check_past(entry: Entry[Any], site: Site) -> Iterator[Problem]:
    """The last meeting of an event, once it is over for two weeks and no report is of it; for a year."""
    fields, today = entry.fields, site.settings.today
    if fields.status is Status.TENTATIVE and not fields.repeats and (fields.end or fields.start).date < today:
        yield make_problem("W831", entry.place("status"), day=_date_words(fields.start))
    if fields.category not in REPORTED or not fields.report_expected or not entry.is_listed:
        return
    met = [one for one in meetings_of(entry, site, today - A_YEAR, today - PATIENCE) if not one.is_off]
    for last in (one for one in met[-1:] if one.last_day <= today - PATIENCE and not _is_reported(one, site)):
        told = {"title": entry.title, "id": entry.id, "date": last.start.date.isoformat()}
        yield make_problem("N834", entry.place("start"), day=_date_words(last.start), **told)


def _is_reported(meeting: Meeting, site: Site) -> bool:
    """Whether a report names the event, or is of that very day."""
    if not meeting.entry.fields.repeats and find_reports(meeting.entry, site):
        return True
    day = meeting.start.date
    met = [getattr(one.fields, "meeting_date", None) or one.date for one in site.entries.get("reports", ())]
    return any(one and one.is_whole and one.date == day for one in met)


def _date_words(day: Day) -> str:
    return Day(day.year, day.month, day.day).words
