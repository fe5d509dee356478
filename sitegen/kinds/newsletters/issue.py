"""One issue: what is checked in it, and what its page, its item in feeds and its e-mail show."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from sitegen.kind import Entry, Here, Occasion, Site
from sitegen.kinds.newsletters.gathering import coming, gather
from sitegen.problems import Problem, make_problem
from sitegen.words import shorten

LONGEST_BODY: Final = 60_000
"""How many characters of HTML an e-mail has room for beside all else: what is longer is read on its page."""

LONGEST_PAUSE: Final = 3
"""After so many months without an issue somebody should say whether there will be another."""


def check_issue(entry: Entry[Any], site: Site) -> Iterable[Problem]:
    """Items must be there for all to see; an issue that was sent should not change any more."""
    fields = entry.fields
    if fields.items and fields.since:
        yield make_problem("E221", entry.place("since"), first="items", second="since")
    if fields.since and fields.date.date < site.settings.today:
        yield make_problem("W510", entry.place("since"), id=entry.id)
    for number, name in enumerate(fields.items):
        known = site.by_key.get(name.partition("#")[0])
        if known and not known.is_listed:
            place = entry.place("items", number)
            yield make_problem("E980", place, target=shorten(name, 60), file=known.document.file)
    if fields.publish_from and fields.publish_from.moment.date() > fields.date.date:
        yield make_problem("W983", entry.place("date"), date=fields.date.iso, shown=fields.publish_from.iso)
    if len(is_long(entry)) and entry.is_listed:
        yield make_problem("W985", entry.place())


def is_long(entry: Entry[Any]) -> str:
    """The HTML of a body that is too long for an e-mail; empty for all others."""
    html = "".join(entry.body.pieces)
    return html if len(html) > LONGEST_BODY else ""


def check_issues(site: Site) -> Iterator[Problem]:
    """Every issue has a number and a moment of its own, and the numbers rise with the days."""
    issues = [one for kind in site.kinds if kind.check_all is check_issues for one in site.entries[kind.name]]
    ordered = sorted(issues, key=lambda one: (one.fields.date.moment, one.id))
    yield from _pause(ordered[-1:], site)
    by_number: dict[int, Entry[Any]] = {}
    by_moment: dict[Any, Entry[Any]] = {}
    highest: Entry[Any] | None = None
    for one in ordered:
        number, moment = one.fields.issue_number, one.fields.date.moment
        if other := by_moment.get(moment):
            yield make_problem("E982", one.place("date"), date=one.fields.date.words, other=other.document.file)
        by_moment[moment] = one
        if number is None:
            continue
        if other := by_number.get(number):
            yield make_problem("E981", one.place("issue_number"), number=number, other=other.document.file)
        elif highest and number < highest.fields.issue_number:
            later = highest.fields.issue_number
            yield make_problem("W984", one.place("issue_number"), number=number, later=later)
        else:
            highest = one
        by_number[number] = one


def _pause(newest: Sequence[Entry[Any]], site: Site) -> Iterator[Problem]:
    """The last issue, where it was sent more than three months ago."""
    for one in newest:
        months = (site.settings.today - one.fields.date.date).days // 30
        if months > LONGEST_PAUSE:
            yield make_problem("N836", one.place("date"), date=one.fields.date.words, months=months)


def view_issue(entry: Entry[Any], site: Site, here: Here) -> Mapping[str, object]:
    """The gathered entries as items of a list, those that cannot be read yet by name, what comes, and what to do."""
    call = entry.fields.call_to_action
    found = {name: _item(name, entry, site, here) for name in gather(entry, site)}
    return {
        "action": {"title": call.text, "href": here.link(call.link, entry), "main": True} if call else None,
        "related": (),
        "gathered": [item for item in found.values() if item],
        "unmade": [in_words(name) for name, item in found.items() if not item],
        "coming": [_coming(one, here) for one in coming(entry, site)],
    }


def _item(name: str, entry: Entry[Any], site: Site, here: Here) -> Mapping[str, object] | None:
    """A listed entry, with the way to the part that was named, and its day; None where it cannot be read yet."""
    href = here.link(name, entry)
    if not href:
        return None
    known = site.by_key.get(name.partition("#")[0])
    if not known:
        return {"title": name, "href": href, "summary": "", "kind": "", "is_meeting": False}
    start = None if getattr(known.fields, "repeats", None) else getattr(known.fields, "start", None)
    item = {**here.item(known), "href": href, "is_meeting": bool(start)}
    return {**item, "date": start} if start else item


def _coming(one: Occasion, here: Here) -> Mapping[str, object]:
    return {
        "title": one.title,
        "href": here.url(one.address),
        "date": one.start,
        "place": one.place,
        "note": "Cancelled" if one.is_cancelled else "",
    }


def in_words(name: str) -> str:
    """`motions:fair-pay` as people say it: `fair pay (motions)`."""
    kind, _, id = name.partition("#")[0].partition(":")
    return f"{id.rpartition('/')[2].replace('-', ' ')} ({kind})" if id else name
