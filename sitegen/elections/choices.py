"""Whom the same parties nominated for other posts, as a grid with its pairs; the same on every page."""

from collections.abc import Mapping
from itertools import combinations
from typing import Final

from sitegen.elections.models import Contest
from sitegen.elections.together import Choices, Grid, count_choices, count_together

MOST_PAIRS: Final = 10
"""How many of the most frequent pairs are named; the grid has all."""

View = Mapping[str, object]


def view_choices(choices: Choices, contest: Contest) -> list[View]:
    """A grid for each two related contests, with its pairs; where there is one contest alone, its counts."""
    related = list(contest.related)
    if len(related) == 1:
        counts = count_choices(choices, related[0])
        title = contest.related[related[0]]
        return [{"title": title, "grid": None, "pairs": [[name, number] for name, number in counts]}] if counts else []
    return [
        _grid(grid, contest.related[one], contest.related[other])
        for one, other in combinations(related, 2)
        if (grid := count_together(choices, one, other)).total
    ]


def _grid(grid: Grid, one: str, other: str) -> View:
    rows = [
        {"title": name, "numbers": list(numbers), "all": total}
        for name, numbers, total in zip(grid.rows, grid.numbers, grid.row_totals, strict=True)
    ]
    return {
        "title": f"{one} and {other.lower()}",
        "one": one,
        "other": other,
        "grid": {"columns": list(grid.columns), "rows": rows, "foot": [*grid.column_totals, grid.total]},
        "pairs": [[a, b, number] for a, b, number in grid.pairs()[:MOST_PAIRS]],
        "has_more": len(grid.pairs()) > MOST_PAIRS,
    }
