"""Rules for results beyond those of their figures: a poll says who held it."""

from collections.abc import Iterable
from typing import Any

from sitegen.elections.results import ResultKind, read_outcomes
from sitegen.kind import Entry, Site
from sitegen.problems import Problem, make_problem


def check_result(entry: Entry[Any], site: Site) -> Iterable[Problem]:
    """All rules of one result: everything that reading its figures found, and the name above a poll."""
    result = entry.fields
    if result.kind is ResultKind.POLL and not result.conducted_by:
        hint = "A poll is shown as 'Poll by …': write who held it, such as 'conducted_by: The Exampleton Gazette'."
        yield make_problem("E201", entry.place("kind"), field="conducted_by", hint=hint)
    yield from read_outcomes(entry, site)[1]
