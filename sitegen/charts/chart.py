"""The chart: one drawing, what it says in words, and the same figures as a table."""

from collections.abc import Mapping
from typing import NamedTuple

from markupsafe import Markup

Cell = str | int


class Key(NamedTuple):
    """What one sign of a drawing stands for; `svg` draws the sign alone."""

    words: str
    svg: Markup


class Chart(NamedTuple):
    """A drawing as inline SVG, and everything that must stand beside it.

    `id` is unique on its page; the ids inside the drawing begin with it. `rows` hold the figures of the drawing under
    `columns`, the first cell of each the heading of its row; `foot` holds totals. An `is_wide` drawing keeps a width
    at which it can be read: on a phone its box scrolls. `beside` is what has no place in the drawing and belongs to it.
    """

    id: str
    title: str
    description: str
    svg: Markup
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    foot: tuple[tuple[Cell, ...], ...] = ()
    key: tuple[Key, ...] = ()
    note: str = ""
    attribution: str = ""
    is_wide: bool = False
    beside: tuple[Key, ...] = ()
    beside_title: str = ""

    @property
    def heads(self) -> tuple[Mapping[str, object], ...]:
        """The columns as the component `table` takes them: those that hold numbers are marked."""
        filled = [row for row in (*self.rows, *self.foot) if len(row) == len(self.columns)]
        numbers = [any(isinstance(row[place], int) for row in filled) for place in range(len(self.columns))]
        return tuple({"title": title, "number": number} for title, number in zip(self.columns, numbers, strict=True))

    @property
    def cells(self) -> tuple[tuple[str, ...], ...]:
        """The rows in print: `1,200` for a thousand and two hundred."""
        return tuple(tuple(_printed(cell) for cell in row) for row in self.rows)

    @property
    def foot_cells(self) -> tuple[tuple[str, ...], ...]:
        """The totals in print."""
        return tuple(tuple(_printed(cell) for cell in row) for row in self.foot)


def _printed(cell: Cell) -> str:
    return f"{cell:,}" if isinstance(cell, int) else cell
