"""Seats: the 650 constituencies of each set of boundaries, as the package carries them."""

import csv
from pathlib import Path
from typing import Final, NamedTuple

BOUNDARIES: Final = (2010, 2024)
"""The years of the boundaries that are carried; a contest names one of them."""

ATTRIBUTION: Final = (
    "Source: Office for National Statistics licensed under the Open Government Licence v3.0. "
    "Contains OS data © Crown copyright and database right."
)
"""The sentence that must stand wherever names, codes or map of the seats are published."""

_ROOM: Final = Path(__file__).parent


class Seat(NamedTuple):
    """One constituency: its official code and names, where it lies, and its place on the hex map.

    `name_cy` is empty outside Wales; `region` is the name the ONS uses, the nation's outside England.
    `q` (eastwards) and `r` (southwards) are axial, pointy-top; each set of boundaries has its own layout.
    """

    code: str
    name: str
    name_cy: str
    nation: str
    region: str
    q: int
    r: int


def read_seats(year: int) -> tuple[Seat, ...]:
    """The 650 seats of the boundaries of `year`; ValueError for a year that is not carried."""
    if year not in BOUNDARIES:
        raise ValueError(f"no boundaries of {year}; there are {' and '.join(map(str, BOUNDARIES))}")
    return tuple(
        Seat(code, name, name_cy, nation, region, int(q), int(r))
        for code, name, name_cy, nation, region, q, r in read_rows(f"seats-{year}.csv")
    )


def read_aliases() -> tuple[tuple[str, str], ...]:
    """The well-known other names of all boundaries, as pairs of the seat's code and a name."""
    return tuple((code, alias) for code, alias in read_rows("aliases.csv"))


def read_rows(file: str) -> list[list[str]]:
    """The rows of one data file of the register, without its headings."""
    with (_ROOM / file).open(encoding="utf-8", newline="") as lines:
        return list(csv.reader(lines))[1:]
