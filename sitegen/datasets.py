"""Datasets: what a kind gives away as open data, with one catalogue of fields for columns and their documentation.

A kind lists its columns once; each says how its cell is taken from a thing. The CSV, the JSON, the data package and
the table of fields on the page are all made from that list, so that none can say what another does not hold.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final, Generic, NamedTuple, TypeAlias, TypeVar

from sitegen.days import Day

Cell: TypeAlias = str | int | float | bool | None
"""What stands in one place of a table; None is nothing known, which is never written as 0 or no."""

T = TypeVar("T")
T_contra = TypeVar("T_contra", contravariant=True)


class CellType(StrEnum):
    """What the cells of a column hold."""

    TEXT = "text"
    NUMBER = "whole number"
    DECIMAL = "number"
    YES_NO = "yes or no"
    DAY = "day, may be partial"
    WEB_ADDRESS = "web address"


@dataclass(frozen=True, slots=True, eq=False)
class Column(Generic[T_contra]):
    """One column: its name in the files, what it means, and how its cell is taken from a thing.

    `name` is lower-case letters, digits and underscores. `is_required` says that the cell is never empty,
    `is_unique` that it names the row, for ever. `choices` are all that can stand in it, where they are few.
    """

    name: str
    title: str
    description: str
    cell: Callable[[T_contra], Cell]
    type: CellType = CellType.TEXT
    choices: tuple[str, ...] = ()
    is_required: bool = False
    is_unique: bool = False


class DataSource(NamedTuple):
    """Where data comes from; `url` may be empty."""

    title: str
    url: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Dataset:
    """One table to take away: `/data/<path>.csv` and `/data/<path>.json`.

    `rows` have a cell for each of `columns`. `as_at` is the day the data is of, where that is known. `notice` must
    be read with the data, such as that it is made up. `page` is the address of the page that shows the same.
    """

    path: str
    title: str
    description: str
    columns: tuple[Column[Any], ...]
    rows: tuple[tuple[Cell, ...], ...]
    page: str = ""
    as_at: Day | None = None
    notice: str = ""
    sources: tuple[DataSource, ...] = ()

    @property
    def folder(self) -> str:
        """The first part of its path where it lies in a folder, such as the id of a contest; else empty."""
        return self.path.rpartition("/")[0]

    @property
    def name(self) -> str:
        """How the data package names it: `national-committee-2026-nominations`."""
        return self.path.replace("/", "-")


NOTICE: Final = "notice"
"""The name of the column that repeats, in every row, what must be read with the data."""


def make_dataset(
    path: str,
    title: str,
    description: str,
    columns: Iterable[Column[T]],
    things: Iterable[T],
    *,
    page: str = "",
    as_at: Day | None = None,
    notice: str = "",
    sources: Iterable[DataSource] = (),
) -> Dataset:
    """The dataset whose rows are made from `things`; a `notice` becomes a last column, since a CSV has no headings."""
    listed: tuple[Column[T], ...] = tuple(columns)
    if notice:
        words = "Must be read with the data; the same in every row."
        listed = (*listed, Column(NOTICE, "Notice", words, lambda _thing: notice, is_required=True))
    rows = tuple(tuple(column.cell(thing) for column in listed) for thing in things)
    return Dataset(path, title, description, listed, rows, page, as_at, notice, tuple(sources))
