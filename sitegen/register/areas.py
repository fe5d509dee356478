"""Areas: the nations and regions by the party's own names, and Labour International."""

from enum import StrEnum
from functools import cache
from typing import NamedTuple

from sitegen.register.seats import Seat, read_rows
from sitegen.register.spelling import plain_words, unordered_key


class AreaKind(StrEnum):
    """What an area is; `nation` and `international` are also the kinds of a party without a seat."""

    NATION = "nation"
    REGION = "region"
    INTERNATIONAL = "international"


class Area(NamedTuple):
    """A nation, an English region or Labour International: never a seat.

    `name` is the party's, `ons` the one that the seats carry (empty abroad), `also` other names in use.
    """

    id: str
    kind: AreaKind
    name: str
    ons: str
    also: tuple[str, ...]

    def holds(self, seat: Seat) -> bool:
        """Whether `seat` lies in this nation or region."""
        return self.ons in (seat.nation, seat.region)


@cache
def load_areas() -> tuple[Area, ...]:
    """All areas in the order they are listed: the English regions, the nations, then abroad."""
    return tuple(
        Area(id_, AreaKind(kind), name, ons, tuple(also.split("; ")) if also else ())
        for id_, kind, name, ons, also in read_rows("areas.csv")
    )


def region_or_nation(name: str) -> Area | None:
    """The area that goes by `name`, compared as names of seats are; None for everything else.

    Northern Ireland is one party for 18 seats: a list that names it means the area.
    """
    return _areas_by_key().get(unordered_key(plain_words(name)))


def area_of(seat: Seat) -> Area:
    """The party's region of a seat in England, its nation elsewhere."""
    return next(area for area in load_areas() if area.ons == seat.region)


@cache
def _areas_by_key() -> dict[str, Area]:
    return {
        unordered_key(plain_words(name)): area
        for area in load_areas()
        for name in (area.name, *filter(None, (area.ons,)), *area.also)
    }
