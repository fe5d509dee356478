"""What is checked of events: times that can be, series that fit together, and reasons where something is off."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Any, Final

from sitegen.calendars import clock_change
from sitegen.days import Day, clock_words
from sitegen.kind import Entry, Site
from sitegen.kinds.events.dates import changed_dates, dates_of_rule, in_a_year, is_off, local_moment, rule_of
from sitegen.kinds.events.past import check_past
from sitegen.kinds.events.pattern import why_unfit
from sitegen.kinds.events.whole import whole
from sitegen.problems import Problem, make_problem

SERIES_FIELDS: Final = ("also", "except")
HOUR_OF_CHANGE: Final = 1
"""London's clocks go from 01:00 to 02:00, and back from 02:00 to 01:00."""
FAR: Final = timedelta(days=366 * 5)
"""How far ahead of its start an endless series is looked at, at least."""


def check_event(entry: Entry[Any], site: Site) -> Iterable[Problem]:
    """Everything about one event; rules for single fields are told when it is read."""
    fields = entry.fields
    own = entry.document.file.rpartition("/")[2].rpartition(".")[0]
    if not entry.at and fields.id and fields.id != own:
        yield make_problem("E963", entry.place("id"), name=own, id=fields.id)
    if not fields.start:
        return
    yield from _times(entry)
    yield from _clocks(entry, site)
    yield from _pattern(entry)
    yield from _series(entry, site)
    yield from check_past(whole(entry, site), site)
    if is_off(entry) and not fields.cancelled_reason:
        yield make_problem("W977", entry.place("status"), status=str(fields.status))


def _times(entry: Entry[Any]) -> Iterator[Problem]:
    """A day alone or a time, the same at both ends; the end after the start."""
    start, end, repeats = entry.fields.start, entry.fields.end, entry.fields.repeats
    if end and end.has_time != start.has_time:
        has, other = ("a time", "none") if end.has_time else ("no time", "one")
        yield make_problem("E964", entry.place("end"), field="end", has=has, other=other)
    elif end and (end.moment < start.moment or (end.has_time and end == start)):
        yield make_problem("E222", entry.place("end"), field="end", other="start")
    if repeats and repeats.until and repeats.until.date < start.date:
        yield make_problem("E222", entry.place("repeats", "until"), field="until", other="start")


def _clocks(entry: Entry[Any], site: Site) -> Iterator[Problem]:
    """Times that the clocks leave out or show twice, at the first date where it happens."""
    for name in ("start", "end"):
        day = getattr(entry.fields, name)
        if not day or day.hour != HOUR_OF_CHANGE:
            continue
        days = [day.date, *(dates_of_rule(entry, _horizon(entry, site)) if name == "start" else ())]
        for one in dict.fromkeys(days):
            moment = local_moment(Day(one.year, one.month, one.day, day.hour, day.minute))
            if change := clock_change(moment):
                told = {"time": f"{moment:%H:%M}", "day": _words(one)}
                yield make_problem("E970" if change == "skipped" else "W971", entry.place(name), **told)
                break


def _horizon(entry: Entry[Any], site: Site) -> date:
    """As far as a series is looked at: its end, or some years; never a question of the day on which it is built."""
    rule = rule_of(entry)
    return rule.until if rule and rule.until else max(entry.fields.start.date + FAR, in_a_year(site.settings.today))


def _pattern(entry: Entry[Any]) -> Iterator[Problem]:
    """The words of a rule fit each other, and the start and the exceptions are dates of it."""
    fields = entry.fields
    repeats = fields.repeats
    if not repeats:
        for name in SERIES_FIELDS:
            if getattr(fields, name):
                yield make_problem("E976", entry.place(name), field=name)
        return
    if repeats.rule and (repeats.every or repeats.on):
        yield make_problem("E221", entry.place("repeats"), first="rule", second="every" if repeats.every else "on")
        return
    if unfit := why_unfit(repeats.every, repeats.on) if repeats.every and repeats.on else "":
        told = {"first": f"on: {repeats.on}", "second": f"every: {repeats.every}", "fitting": unfit}
        yield make_problem("E967", entry.place("repeats", "on"), **told)
        return
    yield from _dates(entry)


def _dates(entry: Entry[Any]) -> Iterator[Problem]:
    fields, rule = entry.fields, rule_of(entry)
    start = fields.start
    if rule is None or (rule.until and rule.until < start.date):
        return
    by_rule = [moment.date() for moment in rule.dates(local_moment(start), start.date + timedelta(days=800))]
    if start.date not in by_rule:
        near = f": {by_rule[0].isoformat()}" if by_rule else ""
        yield make_problem("E973", entry.place("start"), day=_words(start.date), near=near)
        return
    for number, day in enumerate(getattr(fields, "except")):
        known = [moment.date() for moment in rule.dates(local_moment(start), day.date + timedelta(days=800))]
        if day.date not in known:
            nearest = sorted(known, key=lambda one: (abs(one - day.date), one))[:1]
            told = "".join(f"The nearest is {one.isoformat()}." for one in nearest) or "Take it out."
            yield make_problem("E968", entry.place("except", number), day=_words(day.date), near=told)


def _series(entry: Entry[Any], site: Site) -> Iterator[Problem]:
    """One date of a series: the series repeats, has that date, and nothing else stands for it."""
    fields = entry.fields
    series = site.by_key.get(f"{entry.kind.name}:{fields.series}") if fields.series else None
    if fields.series and fields.repeats:
        yield make_problem("E221", entry.place("series"), first="series", second="repeats")
    elif series is entry or (series and not series.fields.repeats):
        yield make_problem("E969", entry.place("series"), series=fields.series)
    elif series and rule_of(series):
        day = (fields.moved_from or fields.start).date
        place = entry.place("moved_from" if fields.moved_from else "start")
        other = changed_dates(series, site).get(day, entry)
        if day not in dates_of_rule(series, day):
            yield make_problem("E974", place, series=series.id, day=_words(day))
        elif other is not entry:
            yield make_problem("E975", place, other=other.id, day=_words(day))


def _words(day: date) -> str:
    moment = Day(day.year, day.month, day.day, 12, 0).words
    return moment.removesuffix(f", {clock_words(12, 0)}")
