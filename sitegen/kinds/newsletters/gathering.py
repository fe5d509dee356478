"""What an issue gathers: the listed items, or all that became public or took place since the issue before."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from sitegen.kind import Entry, Occasion, Site


def gather(entry: Entry[Any], site: Site) -> tuple[str, ...]:
    """What the issue leads to, as references: `news:roof`; those that were listed may be any link."""
    if not entry.fields.since:
        return tuple(entry.fields.items)
    return tuple(one.key for one in _since_last(entry, site))


def _since_last(entry: Entry[Any], site: Site) -> Iterator[Entry[Any]]:
    """Listed texts of other kinds, and what took place, after the issue before and not after this one."""
    until = entry.fields.date.moment
    last = last_issue_before(entry, site)
    for kind in site.kinds:
        if kind is entry.kind:
            continue
        if kind.is_dated:
            for one in site.entries[kind.name]:
                if one.is_listed and one.date and _is_between(one.date.moment, last, until):
                    yield one
        first = last.date() if last else datetime.min.date()
        held = kind.occasions(site, first, until.date())
        yield from dict.fromkeys(
            one.entry for one in held if one.entry.is_listed and _is_between(one.start.moment, last, until)
        )


def _is_between(moment: datetime, last: datetime | None, until: datetime) -> bool:
    return moment <= until and (last is None or moment > last)


def last_issue_before(entry: Entry[Any], site: Site) -> datetime | None:
    """The moment of the newest issue that is older than this one; None for the first."""
    until = entry.fields.date.moment
    issues = (one.fields.date.moment for one in site.entries[entry.kind.name] if one is not entry)
    return max((moment for moment in issues if moment < until), default=None)


def coming(entry: Entry[Any], site: Site) -> tuple[Occasion, ...]:
    """What takes place in the days after the issue, as many as `upcoming_days` says, in the order of time."""
    days = entry.fields.upcoming_days
    if not days:
        return ()
    first = entry.fields.date.date
    found = [
        one
        for kind in site.kinds
        for one in kind.occasions(site, first, first + timedelta(days=days))
        if one.entry.is_listed and one.start.moment > entry.fields.date.moment
    ]
    return tuple(sorted(found, key=lambda one: (one.start.moment, one.title, one.address)))
