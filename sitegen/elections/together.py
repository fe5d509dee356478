"""Who else was nominated by the same parties: choices in related contests, and several candidates of one contest.

A party is counted once: by its seat, or by its name where it has none.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from sitegen.elections.tally import Listed, Tally
from sitegen.words import make_id


def nominator_key(one: Listed) -> str:
    """What is the same for all rows of one nominator: the code of the seat, or its type and name."""
    return one.seat.code if one.seat else f"{one.row.type}:{make_id(one.name)}"


class Grid(NamedTuple):
    """Counts of pairs: for each of `rows`, a number for each of `columns`; the most frequent come first."""

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    numbers: tuple[tuple[int, ...], ...]

    @property
    def row_totals(self) -> tuple[int, ...]:
        """The sum of each row."""
        return tuple(sum(row) for row in self.numbers)

    @property
    def column_totals(self) -> tuple[int, ...]:
        """The sum of each column."""
        return tuple(sum(column) for column in zip(*self.numbers, strict=True))

    @property
    def total(self) -> int:
        """How many were counted."""
        return sum(self.row_totals)

    def pairs(self) -> list[tuple[str, str, int]]:
        """Every pair that occurs, the most frequent first."""
        found = [
            (row, column, number)
            for row, numbers in zip(self.rows, self.numbers, strict=True)
            for column, number in zip(self.columns, numbers, strict=True)
            if number
        ]
        return sorted(found, key=lambda pair: -pair[2])


Choices = Mapping[str, Mapping[str, str]]
"""What each nominator chose in each related contest, by its key."""


def choices_of(rows: Iterable[Listed]) -> Choices:
    """What each nominator chose in each related contest, by its key; what one row leaves out another may say."""
    found: dict[str, dict[str, str]] = {}
    for one in rows:
        chosen = found.setdefault(nominator_key(one), {})
        for column, name in one.row.together.items():
            if name and column not in chosen:
                chosen[column] = name
    return found


def count_together(choices: Choices, one: str, other: str, nothing: str = "Not recorded") -> Grid:
    """How many nominators chose what in two related contests; those of whom neither is known are left out."""
    chosen = [(each.get(one, ""), each.get(other, "")) for each in choices.values()]
    counts = Counter((a or nothing, b or nothing) for a, b in chosen if a or b)
    across = _most_first(Counter({b: 0 for _, b in counts}), ((b, number) for (_, b), number in counts.items()))
    down = _most_first(Counter({a: 0 for a, _ in counts}), ((a, number) for (a, _), number in counts.items()))
    return Grid(down, across, tuple(tuple(counts[a, b] for b in across) for a in down))


def count_choices(choices: Choices, column: str) -> list[tuple[str, int]]:
    """How many nominators chose whom in one related contest, the most frequent first."""
    counts = Counter(each[column] for each in choices.values() if column in each)
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))


def _most_first(counts: Counter[str], found: Iterable[tuple[str, int]]) -> tuple[str, ...]:
    for name, number in found:
        counts[name] += number
    return tuple(sorted(counts, key=lambda name: (-counts[name], name)))


class Shared(NamedTuple):
    """Parties that nominated the same several candidates, and no other; candidates in their declared order."""

    candidates: tuple[Tally, ...]
    parties: tuple[Listed, ...]


def share_candidates(tallies: Sequence[Tally]) -> list[Shared]:
    """Local parties that are on more than one list, put together by the lists that they are on; the largest first."""
    on: dict[str, list[int]] = {}
    named: dict[str, Listed] = {}
    for number, tally in enumerate(tallies):
        for one in tally.clps:
            key = nominator_key(one)
            on.setdefault(key, []).append(number)
            named.setdefault(key, one)
    groups: dict[tuple[int, ...], list[Listed]] = {}
    for key, numbers in on.items():
        if len(numbers) > 1:
            groups.setdefault(tuple(numbers), []).append(named[key])
    ordered = sorted(groups.items(), key=lambda group: (-len(group[1]), group[0]))
    return [
        Shared(tuple(tallies[number] for number in numbers), tuple(sorted(rows, key=lambda one: make_id(one.name))))
        for numbers, rows in ordered
    ]


def count_overlaps(tallies: Sequence[Tally]) -> Iterator[tuple[int, int, int]]:
    """For each two candidates, by their places, how many local parties are on both lists."""
    keys = [{nominator_key(one) for one in tally.clps} for tally in tallies]
    for one, other in combinations(range(len(tallies)), 2):
        yield one, other, len(keys[one] & keys[other])
