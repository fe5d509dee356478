"""What time does to a site: what ends on a day, what nobody has taken over, and how to tell of it without a flood."""

from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum
from typing import Final, NamedTuple

from sitegen.problems import Place, Problem, make_problem
from sitegen.words import count_words, join_words

SOON: Final = 30
"""How many days before its end something is told by `sitegen check`."""
MOST: Final = 3
"""How many problems of one sort are told one by one; all others in one line."""
AGEING: Final = frozenset("W524 W911 W929 N830 W831 W832 N833 N834 N835 N836 W837 W838 N839".split())
"""Problems that come with time alone, whether anybody edits a file or not."""


class Sort(StrEnum):
    """Under what `sitegen status` tells it."""

    OPEN = "open"
    TERM = "term"
    VACANT = "vacant"


class Upkeep(NamedTuple):
    """Something that needs a hand one day: it ends, or nobody holds it.

    `title` is its name in a list. `says` begins the sentence that the day completes: `The term of 'Secretary' ends`.
    `last` is the last day, `advice` what to do about it.
    """

    sort: Sort
    place: Place
    title: str
    says: str = ""
    last: date | None = None
    advice: str = ""


def days_words(days: int) -> str:
    """`today`, `tomorrow`, `in 12 days`."""
    if days < 2:
        return "tomorrow" if days else "today"
    return f"in {count_words(days, 'day')}"


def tell_few(problems: Iterable[Problem]) -> Iterator[Problem]:
    """The problems, but of those that come with time no more than a few of one code: the others in one line."""
    ageing: dict[str, list[Problem]] = {}
    for problem in problems:
        if problem.code in AGEING:
            ageing.setdefault(problem.code, []).append(problem)
        else:
            yield problem
    for found in ageing.values():
        ordered = sorted(set(found))
        yield from ordered[:MOST]
        if others := ordered[MOST:]:
            yield _summary(others)


def _summary(others: list[Problem]) -> Problem:
    files = list(dict.fromkeys(one.place.file for one in others))
    more = [count_words(len(files) - MOST, "further file")] if len(files) > MOST else []
    number = count_words(len(others), "more place")
    return make_problem("N840", others[0].place, number=number, files=join_words([*files[:MOST], *more]))
