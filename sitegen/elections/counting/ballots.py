"""Ballot papers in piles, with whom they may elect; candidates are numbers from 0."""

from collections import Counter
from typing import NamedTuple


class Pile(NamedTuple):
    """So many papers with the same preferences, the first one first."""

    papers: int
    preferences: tuple[int, ...]


class Ballots(NamedTuple):
    """What a ballot file holds: names in the order of their numbers, seats, who withdrew, and all papers."""

    names: tuple[str, ...]
    seats: int
    withdrawn: frozenset[int]
    piles: tuple[Pile, ...]
    title: str = ""

    @property
    def standing(self) -> tuple[int, ...]:
        """The candidates who did not withdraw."""
        return tuple(number for number in range(len(self.names)) if number not in self.withdrawn)

    @property
    def papers(self) -> int:
        """How many papers the file holds, those without any usable preference among them."""
        return sum(pile.papers for pile in self.piles)

    @property
    def valid(self) -> int:
        """How many papers name at least one candidate who stands."""
        return sum(pile.papers for pile in sorted_piles(self))


def sorted_piles(ballots: Ballots) -> tuple[Pile, ...]:
    """The papers as if nobody who withdrew had ever stood: equal ones together, empty ones left out.

    The order depends on the preferences alone, never on the order in the file.
    """
    counts: Counter[tuple[int, ...]] = Counter()
    for pile in ballots.piles:
        preferences = tuple(number for number in pile.preferences if number not in ballots.withdrawn)
        if preferences:
            counts[preferences] += pile.papers
    return tuple(Pile(counts[preferences], preferences) for preferences in sorted(counts) if counts[preferences])
