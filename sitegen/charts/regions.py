"""Names of nations and regions on the hex map: in the sea beside them, with a line to those that have no coast near."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Final

from sitegen.charts.svg import draw_text
from sitegen.register import load_areas, load_register

_PLACES: Final = {
    "Scotland": (186, 76, ""),
    "North East": (282, 150, ""),
    "Yorkshire and the Humber": (330, 226, ""),
    "East Midlands": (356, 296, ""),
    "East of England": (366, 324, ""),
    "London": (407, 487, ""),
    "South East": (366, 592, ""),
    "South West": (98, 522, "end"),
    "West Midlands": (100, 417, "end"),
    "Wales": (92, 380, "end"),
    "North West": (104, 304, "end"),
    "Northern Ireland": (10, 262, ""),
}
"""Where each name begins or ends. The two sets of boundaries lie alike enough for one list."""

_LINES: Final = {"East Midlands": "M354 298L336 324", "London": "M404 483H372", "West Midlands": "M102 413L108 408H170"}
"""The way from a name to its region: over the sea, or between the signs of the seats on it."""
_SHORT: Final = {"Yorkshire and the Humber": "Yorkshire, Humber"}


@cache
def regions_of(year: int) -> tuple[str, ...]:
    """The regions and nations that have seats, in the order of the register."""
    named = {seat.region for seat in load_register(year).seats}
    return tuple(area.ons for area in load_areas() if area.ons in named)


def draw_region_names(numbers: Mapping[str, int], year: int) -> Iterable[str]:
    """Each name with its number, where there is one; far names have a line to their region."""
    for region in regions_of(year):
        x, y, anchor = _PLACES[region]
        if region in _LINES:
            yield f'<path class="hex__line" d="{_LINES[region]}"/>'
        words = f"{_SHORT.get(region, region)} {numbers.get(region) or ''}".rstrip()
        yield draw_text(words, x, y, "hex__name", anchor, has_halo=True)
