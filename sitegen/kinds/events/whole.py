"""One date of a series is where the series is: what its file does not say, the file of the series says."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from functools import lru_cache
from typing import Any, Final

from sitegen.days import Day
from sitegen.kind import Entry, Site
from sitegen.kinds.events.models import NOWHERE, NOWHERE_ONLINE

TAKEN_OVER: Final = ("category", "organiser", "place", "online", "access_contact")
"""What a date has from its series, each as a whole; `place: no` and `online: no` say that it is otherwise."""


def series_of(entry: Entry[Any], site: Site) -> Entry[Any] | None:
    """The series of which an event is one date; None for every other event."""
    known = site.by_key.get(f"{entry.kind.name}:{entry.fields.series}") if entry.fields.series else None
    return known if known is not entry else None


def whole(entry: Entry[Any], site: Site) -> Entry[Any]:
    """An event with all that it has from its series."""
    return _all_whole(site, entry.kind.name).get(entry.id, entry)


def who_says(entry: Entry[Any], name: str, site: Site) -> Entry[Any]:
    """The event in whose file a field of this one is written: its links are read from there."""
    series = series_of(entry, site)
    written = site.by_key.get(entry.key, entry)
    return series if series and not getattr(written.fields, name) else entry


@lru_cache(maxsize=4)
def _all_whole(site: Site, kind: str) -> Mapping[str, Entry[Any]]:
    return {one.id: _make_whole(one, series_of(one, site)) for one in site.entries[kind] if one.fields.start}


def _make_whole(entry: Entry[Any], series: Entry[Any] | None) -> Entry[Any]:
    fields = entry.fields
    found = {name: getattr(fields, name) for name in (*TAKEN_OVER, "end")}
    if series:
        found |= {name: getattr(series.fields, name) for name in TAKEN_OVER if not getattr(fields, name)}
        found["end"] = fields.end or _same_length(fields.start, series.fields)
    found["place"] = found["place"] if found["place"] != NOWHERE else None
    found["online"] = found["online"] if found["online"] != NOWHERE_ONLINE else None
    changed = {name: value for name, value in found.items() if value != getattr(fields, name)}
    return replace(entry, fields=fields.model_copy(update=changed)) if changed else entry


def _same_length(start: Day, series: Any) -> Day | None:
    """The end of a date that is as long as the others; None where that is not known."""
    begins, ends = series.start, series.end
    if not begins or not ends or begins.has_time != start.has_time:
        return None
    if not start.has_time:
        until = start.date + (ends.date - begins.date)
        return Day(until.year, until.month, until.day)
    moment = start.moment + max(ends.moment - begins.moment, timedelta())
    return Day(moment.year, moment.month, moment.day, moment.hour, moment.minute)
