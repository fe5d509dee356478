"""What the last day of nominations means: what is to be said before it, and what after."""

from collections.abc import Iterable, Iterator
from typing import Any, Final

from sitegen.elections.models import Candidate, CandidateStatus, NominationList
from sitegen.kind import Entry, Site
from sitegen.problems import Problem, make_problem
from sitegen.upkeep import Sort, Upkeep
from sitegen.words import join_words, shorten

_SHOWN: Final = 80
"""How many letters of names a sentence has room for."""


def name_upkeep(entry: Entry[Any], _site: Site) -> Iterable[Upkeep]:
    """The day on which nominations close."""
    if closes := entry.fields.closes:
        says = f"Nominations for '{entry.title}' close"
        advice = "After it, say of each candidate what became of them, and whether the lists are complete."
        yield Upkeep(Sort.OPEN, entry.place("closes"), entry.title, says, closes.date, advice)


def check_closed(entry: Entry[Any], site: Site) -> Iterator[Problem]:
    """After the last day nobody is seeking nominations any more, and the lists are complete or dated."""
    contest = entry.fields
    closes = contest.closes
    if not closes or closes.date >= site.settings.today:
        return
    seeking = [one.title for one in site.of(Candidate, entry.id) if one.fields.status is CandidateStatus.SEEKING]
    if seeking:
        number = "one candidate is" if len(seeking) == 1 else f"{len(seeking)} candidates are"
        told = {"closes": closes.words, "number": number, "names": shorten(join_words(seeking), _SHOWN)}
        yield make_problem("W832", entry.place("closes"), **told)
    has_lists = bool(site.find(NominationList, entry.id))
    is_dated = contest.as_at and contest.as_at.date >= closes.date
    if has_lists and not contest.lists_complete and not is_dated:
        yield make_problem("N833", entry.place("closes"), closes=closes.words)
