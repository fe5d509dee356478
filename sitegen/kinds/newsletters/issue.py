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
        yield make_problem("W510", entry.place("since"), id=entry.id)


def view_issue(entry: Entry[Any], site: Site, here: Here) -> Mapping[str, object]:
    """The gathered entries as items of a list, the names of those that cannot be read yet, and the call to action."""
    call = entry.fields.call_to_action
    action = {"title": call.text, "href": here.link(call.link, entry), "main": True} if call else None
    shown: dict[str, object] = {"action": action, "related": (), "unmade": ()}
    if entry.fields.since:
        return {**shown, "gathered": [here.item(one) for one in _since_last(entry, site)]}
    found = [_item(name, entry, site, here) for name in entry.fields.items]
    unmade = [in_words(name) for name, item in zip(entry.fields.items, found, strict=True) if not item]
    return {**shown, "gathered": [one for one in found if one], "unmade": unmade}


def _item(name: str, entry: Entry[Any], site: Site, here: Here) -> Mapping[str, object] | None:
    """A listed entry, with the way to the part of it that was named; None where it cannot be read yet."""
    href = here.link(name, entry)
    if not href:
        return None
    known = site.by_key.get(name.partition("#")[0])
    return {**here.item(known), "href": href} if known else {"title": name, "href": href}


def in_words(name: str) -> str:
    """`motions:fair-pay` as people say it: `fair pay (motions)`."""
    kind, _, id = name.partition("#")[0].partition(":")
    return f"{id.rpartition('/')[2].replace('-', ' ')} ({kind})" if id else name


def _since_last(entry: Entry[Any], site: Site) -> Iterator[Entry[Any]]:
    """Listed texts of other kinds that are newer than the issue before and not newer than this one."""
    until = entry.fields.date.moment
    issues = [one.fields.date.moment for one in site.entries[entry.kind.name] if one.fields.date.moment < until]
    last = max(issues, default=None)
    for kind in site.kinds:
        if kind is entry.kind or not issubclass(kind.model, Article):
            continue
        for item in site.entries[kind.name]:
            if item.is_listed and item.date and item.date.moment <= until and (not last or item.date.moment > last):
                yield item
