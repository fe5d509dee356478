"""The hex map: 650 seats as equal hexagons, each state with a sign of its own besides its colour."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from markupsafe import Markup

from sitegen.charts.chart import Cell, Chart, Key
from sitegen.charts.lattice import all_hexagons, centre, draw_path, hexagons, map_size, region_edges
from sitegen.charts.regions import draw_region_names, regions_of
from sitegen.charts.svg import draw_frame
from sitegen.register import ATTRIBUTION, Seat, load_register
from sitegen.words import join_words

SIGNS: Final = {
    "dot": ("h0", (0, 0)),
    "bar": ("h6h-6", (-3, 0)),
    "ring": ("a3 3 0 1 0 6 0a3 3 0 1 0-6 0", (-3, 0)),
    "cross": ("l5 5-5-5m5 0l-5 5 5-5m-5 0", (-2.5, -2.5)),
    "pole": ("v7v-7", (0, -3.5)),
    "arrow": ("l3-5 3 5-3-5-3 5", (-3, 2.5)),
    "point": ("h0", (0, 0)),
}
"""The sign of each state, which tells it from the others without its colour: a stroke that ends where it began."""

STEPS: Final = {"first": 1.0, "second": 0.78, "third": 0.56, "last": 0.36}
"""States that follow one another: how much of the hexagon is filled."""


class SeatState(NamedTuple):
    """Some seats that have something in common; `sign` is one of `SIGNS` or `STEPS`.

    `without_seat` are the names of parties in the same state that have no place on the map.
    """

    words: str
    seats: tuple[Seat, ...]
    sign: str
    without_seat: tuple[str, ...] = ()


def make_hexmap(
    id: str, title: str, year: int, states: Sequence[SeatState], *, rest: str, what: str, note: str = ""
) -> Chart:
    """The map of one set of boundaries; no seat is in two states, and those in none are `rest` in the key.

    `what` says in the description what is marked, such as `those that nominated Ann Example`.
    """
    counts = [Counter(seat.region for seat in state.seats) for state in states]
    totals = sum(counts, Counter[str]())
    parts = [f'<path class="hex" d="{all_hexagons(year)}"/>']
    parts += [part for state in states for part in _draw_state(state, year)]
    parts.append(f'<path class="hex__edge" d="{region_edges(year)}"/>')
    parts += draw_region_names(totals, year)
    description = _describe(states, counts, what, year)
    width, height = map_size(year)
    svg = draw_frame(id, title, description, parts, kind="hexmap", size=f'viewBox="0 0 {width} {height}"')
    return Chart(
        id,
        title,
        description,
        svg,
        ("Nation or region", *(state.words for state in states), "Seats"),
        tuple(_rows(counts, year)),
        tuple(_foot(states, year)),
        key=tuple(_key(states, rest, year)),
        note=note,
        attribution=ATTRIBUTION,
        beside=tuple(Key(name, draw_sign(state.sign)) for state in states for name in state.without_seat),
        beside_title="Without a seat on the map",
    )


def _draw_state(state: SeatState, year: int) -> Iterable[str]:
    """The hexagons of a state, and their signs."""
    if not state.seats:
        return
    if state.sign in STEPS:
        yield f'<path class="hex__step" d="{hexagons(state.seats, year, STEPS[state.sign])}"/>'
        return
    shape, start = SIGNS[state.sign]
    places = (centre(seat, year) for seat in state.seats)
    yield f'<path class="hex hex--{state.sign}" d="{hexagons(state.seats, year)}"/>'
    yield f'<path class="hex__sign hex__sign--{state.sign}" d="{draw_path(places, shape, start)}"/>'


def draw_sign(sign: str = "") -> Markup:
    """One hexagon as the key shows it; without a sign, a seat in no state."""
    kind = f"hex hex--{sign}" if sign in SIGNS else "hex"
    drawn = f'<path class="{kind}" d="M12 4l7 4v8l-7 4-7-4V8z"/>'
    if sign in STEPS:
        across, down = 7 * STEPS[sign], 4 * STEPS[sign]
        shape = f"l{across:g} {down:g}v{2 * down:g}l-{across:g} {down:g}-{across:g}-{down:g}v-{2 * down:g}z"
        drawn += f'<path class="hex__step" d="{draw_path([(12, 12)], shape, (0, -2 * down))}"/>'
    elif sign:
        shape, start = SIGNS[sign]
        drawn += f'<path class="hex__sign hex__sign--{sign}" d="{draw_path([(12, 12)], shape, start)}"/>'
    return Markup(f'<svg class="hexmap" width="24" height="24" viewBox="3 3 18 18" aria-hidden="true">{drawn}</svg>')


def _key(states: Sequence[SeatState], rest: str, year: int) -> Iterable[Key]:
    """Each state with how many seats it has, and what is left."""
    for state in states:
        yield Key(f"{state.words}: {len(state.seats)}", draw_sign(state.sign))
    marked = sum(len(state.seats) for state in states)
    yield Key(f"{rest}: {len(load_register(year).seats) - marked}", draw_sign())


def _describe(states: Sequence[SeatState], counts: Sequence[Counter[str]], what: str, year: int) -> str:
    """What the map shows, region by region, for those who do not see it."""
    said = [f"A map of the {len(load_register(year).seats)} seats of {year} as equal hexagons, with {what} marked."]
    for state, count in zip(states, counts, strict=True):
        where = [f"{count[region]} in {region}" for region in regions_of(year) if count[region]]
        said.append(f"{state.words}: {join_words(where) or 'none'}.")
    return " ".join(said)


def _rows(counts: Sequence[Counter[str]], year: int) -> Iterable[tuple[Cell, ...]]:
    seats = Counter(seat.region for seat in load_register(year).seats)
    for region in regions_of(year):
        yield (region, *(count[region] for count in counts), seats[region])


def _foot(states: Sequence[SeatState], year: int) -> Iterable[tuple[Cell, ...]]:
    yield ("With a seat", *(len(state.seats) for state in states), len(load_register(year).seats))
    if any(state.without_seat for state in states):
        yield ("Without a seat", *(len(state.without_seat) for state in states), "–")
