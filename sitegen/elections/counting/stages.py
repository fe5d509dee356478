"""The stages of a count by transferable votes, exact to the fifth decimal place."""

from decimal import Decimal
from enum import StrEnum
from typing import Final, NamedTuple

PLACES: Final = 5
WHOLE: Final = 10**PLACES
"""One vote. Votes are whole numbers of hundred-thousandths, so that no figure is ever rounded by accident."""


class Act(StrEnum):
    """What is done at a stage."""

    FIRST = "first-preferences"
    SURPLUS = "surplus"
    EXCLUSION = "exclusion"


class Tie(NamedTuple):
    """Candidates with equal votes, of whom one was taken; `earlier` is the stage that told, 0 where a lot did."""

    candidates: tuple[int, ...]
    taken: int
    earlier: int = 0


class Stage(NamedTuple):
    """One stage: what was done to whom, and how the votes stand at its end, by the number of each candidate.

    `moved` is what each candidate gained or lost. `non_transferable` and `lost` (by ignoring what
    lies beyond the fifth place) are totals so far. `elected` are those deemed elected at its end;
    `leaving` is the candidate who goes then, without a transfer, so that as many remain as seats.
    """

    number: int
    act: Act
    candidate: int | None
    votes: tuple[int, ...]
    moved: tuple[int, ...]
    non_transferable: int = 0
    lost: int = 0
    elected: tuple[int, ...] = ()
    below_quota: tuple[int, ...] = ()
    leaving: int | None = None
    ties: tuple[Tie, ...] = ()

    @property
    def total(self) -> int:
        """All votes of the stage: the same at every stage."""
        return sum(self.votes) + self.non_transferable + self.lost


class Count(NamedTuple):
    """A whole count: valid papers, quota (in votes), and its stages."""

    valid: int
    quota: int
    stages: tuple[Stage, ...]

    @property
    def elected(self) -> tuple[int, ...]:
        """Who is elected, in the order in which they were."""
        return tuple(number for stage in self.stages for number in stage.elected)


def as_votes(units: int) -> Decimal:
    """Hundred-thousandths as votes: 1,204,000 gives 12.04."""
    return Decimal(units).scaleb(-PLACES)


def as_units(votes: Decimal) -> int:
    """Votes as hundred-thousandths; they have at most five places."""
    return int(votes.scaleb(PLACES))
