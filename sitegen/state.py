"""How a site stands on a day: what was published last, what comes, what is open, what waits, and what to do next."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from sitegen.kind import Entry, Site
from sitegen.problems import Problem, Severity
from sitegen.upkeep import AGEING, MOST, Sort, Upkeep

FAR: Final = timedelta(days=60)
"""How far ahead ends are told."""
IN_A_YEAR: Final = timedelta(days=365)
_RANKS: Final = {Severity.ERROR: -1, Severity.WARNING: 2, Severity.NOTE: 3}


@dataclass(frozen=True, slots=True)
class Dated:
    """Something with its day, and how many days lie between: counted back for what was, ahead for what comes."""

    sort: str
    title: str
    day: date
    days: int


@dataclass(frozen=True, slots=True)
class State:
    """One screen of what an officer wants to know.

    `published` is the newest of each kind of dated texts, `coming` the next event, if there is one. `open` is what
    others can take part in, `ending` what ends within two months, `drafts` are files that are not on the site yet,
    `counts` problems by severity, and `next_steps` the most pressing of them.
    """

    party: str
    address: str
    today: date
    published: tuple[Dated, ...]
    coming: Dated | None
    open: tuple[Dated, ...]
    ending: tuple[Dated, ...]
    vacant: tuple[str, ...]
    drafts: tuple[str, ...]
    counts: Mapping[str, int]
    next_steps: tuple[Problem, ...]


def read_state(site: Site, problems: Sequence[Problem]) -> State:
    """How a site stands on its day, as far as it could be read."""
    today = site.settings.today
    kept = [one for kind in site.kinds for entry in site.entries[kind.name] for one in kind.upkeep(entry, site)]
    steps = [one for one in problems if one.code != "N840"]
    spoilt = {one.place.file for one in problems if one.severity is Severity.ERROR}
    return State(
        party=site.party.name or site.settings.site_name,
        address=site.settings.site_url,
        today=today,
        published=tuple(sorted(_newest(site), key=lambda one: one.days)),
        coming=_next(site),
        open=tuple(_endings(kept, Sort.OPEN, today, IN_A_YEAR)),
        ending=tuple(_endings(kept, Sort.TERM, today, FAR)),
        vacant=tuple(one.title for one in kept if one.sort is Sort.VACANT),
        drafts=tuple(sorted({file for file in site.withheld.values() if file not in spoilt})),
        counts={str(one): sum(problem.severity is one for problem in problems) for one in Severity},
        next_steps=tuple(sorted(steps, key=_pressing)[:MOST]),
    )


def _newest(site: Site) -> Iterator[Dated]:
    """The newest public text of each kind that has dates."""
    today = site.settings.today
    for kind in site.kinds:
        if not kind.is_dated:
            continue
        public = [one for one in site.entries[kind.name] if one.is_listed and one.date and one.date.date <= today]
        for entry in sorted(public, key=_moment)[-1:]:
            yield _dated(kind.singular, entry.title, _day(entry), today)


def _moment(entry: Entry[Any]) -> tuple[float, str]:
    return (entry.date.moment.timestamp() if entry.date else 0.0, entry.id)


def _day(entry: Entry[Any]) -> date:
    assert entry.date is not None, "only dated texts come here"
    return entry.date.date


def _next(site: Site) -> Dated | None:
    """The next event that takes place."""
    today = site.settings.today
    found = [one for kind in site.kinds for one in kind.occasions(site, today, today + IN_A_YEAR)]
    coming = [one for one in found if not one.is_cancelled and one.start.date >= today]
    first = min(coming, key=lambda one: (one.start.moment, one.title), default=None)
    return _dated(first.entry.kind.singular, first.title, first.start.date, today) if first else None


def _endings(kept: Iterable[Upkeep], sort: Sort, today: date, most: timedelta) -> Iterator[Dated]:
    found = [(one.last, one.title) for one in kept if one.sort is sort and one.last and today <= one.last]
    for last, title in sorted(found):
        if last - today <= most:
            yield _dated(str(sort), title, last, today)


def _dated(sort: str, title: str, day: date, today: date) -> Dated:
    return Dated(sort, title, day, abs((day - today).days))


def _pressing(problem: Problem) -> tuple[int, Problem]:
    """Errors first, then what time has done, then all else."""
    return (_RANKS[problem.severity] - (problem.code in AGEING) * 2, problem)
