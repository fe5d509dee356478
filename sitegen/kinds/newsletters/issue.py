"""What an issue gathers: the listed items, or all that became public since the issue before."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sitegen.article import Article
from sitegen.kind import Entry, Here, Site
from sitegen.problems import Problem, make_problem


def check_issue(entry: Entry[Any], site: Site) -> Iterable[Problem]:
    """Items must exist; an issue that was sent should not change any more."""
    fields = entry.fields
    if fields.items and fields.since:
        yield make_problem("E221", entry.place("since"), first="items", second="since")
    if fields.since and fields.date.date < site.settings.today:
        yield make_problem("W501", entry.place("since"), id=entry.id)


def view_issue(entry: Entry[Any], site: Site, here: Here) -> Mapping[str, object]:
    """The gathered entries as items of a list, and the names of those that are not made yet."""
    if entry.fields.since:
        return {"gathered": [here.item(one) for one in _since_last(entry, site)], "unmade": ()}
    found = [(name, site.by_key.get(name.split("#")[0])) for name in entry.fields.items]
    return {
        "gathered": [here.item(one) for _, one in found if one],
        "unmade": [name for name, one in found if not one],
    }


def _since_last(entry: Entry[Any], site: Site) -> Iterator[Entry[Any]]:
    until = entry.fields.date.moment
    issues = [one.fields.date.moment for one in site.entries[entry.kind.name] if one.fields.date.moment < until]
    last = max(issues, default=None)
    for kind in site.kinds:
        if kind is entry.kind or not issubclass(kind.model, Article):
            continue
        for item in site.entries[kind.name]:
            if item.is_listed and item.date and item.date.moment <= until and (not last or item.date.moment > last):
                yield item
