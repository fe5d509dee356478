"""The lattice of the hex map: where each seat stands, and paths through many seats in few letters.

Whole numbers and moves relative to the seat before compress well: a run of neighbours repeats itself.
"""

from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise
from typing import Final

from sitegen.register import Seat, load_register

Point = tuple[int, int]

HALF_WIDTH: Final = 7
QUARTER_HEIGHT: Final = 4
"""A hexagon with its point up is 14 wide and 16 high: as good as regular (7 : 4 for the root of 3)."""

MARGIN: Final = 10
RIGHT_MARGIN: Final = 34
"""Room for the names of regions at the right."""

_SIDES: Final = (
    ((2, 0), (HALF_WIDTH, -QUARTER_HEIGHT), (HALF_WIDTH, QUARTER_HEIGHT)),
    ((1, 1), (HALF_WIDTH, QUARTER_HEIGHT), (0, 2 * QUARTER_HEIGHT)),
    ((-1, 1), (0, 2 * QUARTER_HEIGHT), (-HALF_WIDTH, QUARTER_HEIGHT)),
)
"""Three neighbours of a seat, each with the ends of the side between them; the other three see it from their side."""


def centre(seat: Seat, year: int) -> Point:
    """The middle of a seat on the map of its year."""
    left, top = _corner(year)
    return (2 * seat.q + seat.r - left + 1) * HALF_WIDTH + MARGIN, (3 * (seat.r - top) + 2) * QUARTER_HEIGHT + MARGIN


@cache
def map_size(year: int) -> Point:
    """Width and height of the map with its margins."""
    places = [centre(seat, year) for seat in load_register(year).seats]
    width = max(x for x, _ in places) + HALF_WIDTH + RIGHT_MARGIN
    return width, max(y for _, y in places) + 2 * QUARTER_HEIGHT + MARGIN


@cache
def _corner(year: int) -> Point:
    seats = load_register(year).seats
    return min(2 * seat.q + seat.r for seat in seats), min(seat.r for seat in seats)


def draw_path(places: Iterable[Point], shape: str, start: tuple[float, float] = (0, 0)) -> str:
    """One path that draws `shape` at every place, row by row; the shape begins and ends at `start` from there."""
    letters: list[str] = []
    x, y = -start[0], -start[1]
    for place in sorted(places, key=lambda one: (one[1], one[0])):
        letters.append(f"m{place[0] - x:g} {place[1] - y:g}{shape}")
        x, y = place
    return "".join(letters).replace(" -", "-")


def hexagons(seats: Iterable[Seat], year: int, size: float = 1) -> str:
    """A path of hexagons; those of `size` 1 touch each other."""
    across, down = HALF_WIDTH * size, QUARTER_HEIGHT * size
    shape = f"l{across:g} {down:g}v{2 * down:g}l-{across:g} {down:g}-{across:g}-{down:g}v-{2 * down:g}z"
    return draw_path((centre(seat, year) for seat in seats), shape, (0, -2 * down))


@cache
def all_hexagons(year: int) -> str:
    """The path of all seats."""
    return hexagons(load_register(year).seats, year)


@cache
def region_edges(year: int) -> str:
    """The path along which regions meet; the coast is not in it."""
    seats = load_register(year).seats
    regions = {(2 * seat.q + seat.r, seat.r): seat.region for seat in seats}
    sides: list[tuple[Point, Point]] = []
    for seat in seats:
        across, down = 2 * seat.q + seat.r, seat.r
        x, y = centre(seat, year)
        for (right, below), one, other in _SIDES:
            if regions.get((across + right, down + below), seat.region) != seat.region:
                sides.append(((x + one[0], y + one[1]), (x + other[0], y + other[1])))
    return "".join(_draw_line(line) for line in _join_sides(sides))


def _join_sides(sides: Iterable[tuple[Point, Point]]) -> list[list[Point]]:
    """Sides that meet, joined to as few lines as an easy rule finds: from each end on while there is a way."""
    ways: dict[Point, list[Point]] = {}
    for one, other in sides:
        ways.setdefault(one, []).append(other)
        ways.setdefault(other, []).append(one)
    lines = []
    for start in sorted(ways, key=lambda point: (len(ways[point]) != 1, point)):
        while ways[start]:
            line = [start]
            while ways[line[-1]]:
                following = ways[line[-1]].pop()
                ways[following].remove(line[-1])
                line.append(following)
            lines.append(line)
    return lines


def _draw_line(line: Sequence[Point]) -> str:
    """A line from point to point, in steps."""
    steps = "".join(f" {after[0] - before[0]} {after[1] - before[1]}" for before, after in pairwise(line))
    return f"M{line[0][0]} {line[0][1]}l{steps[1:]}".replace(" -", "-")
