"""A walk through a page with the Tab key, and what went wrong on it."""

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any, TypeAlias

from playwright.sync_api import Page

from tests.browser.probing import probe

Stop: TypeAlias = Mapping[str, Any]
NEAR = 2
"""By how many pixels boxes may overlap and still stand above one another."""


def find_keyboard_faults(page: Page) -> tuple[str, ...]:
    """Controls that Tab does not reach, that stand out of order, or whose focus cannot be seen, as sentences."""
    controls: list[str] = page.evaluate(probe("controls"))
    stops = _walk(page, len(controls))
    reached = [stop["index"] for stop in stops if stop["index"] >= 0]
    missed = [f"Tab does not reach {name}" for index, name in enumerate(controls) if index not in reached]
    twice = ["Tab comes to one control twice: a trap"] if len(set(reached)) < len(reached) else []
    return (*missed, *twice, *_order_faults(stops), *(fault for stop in stops for fault in _sight_faults(stop)))


def _walk(page: Page, controls: int) -> list[Stop]:
    """Where each Tab leads, until the page is left."""
    stops: list[Stop] = []
    for _ in range(2 * controls + 10):
        page.keyboard.press("Tab")
        stop: Stop | None = page.evaluate(probe("at"))
        if stop is None or (stops and stop["index"] == stops[0]["index"] >= 0):
            return stops
        stops.append(stop)
    return [*stops, {**stops[0]}]


def _order_faults(stops: list[Stop]) -> Iterator[str]:
    for before, after in pairwise(stop for stop in stops if not stop["isFixed"]):
        is_above = after["bottom"] <= before["top"] + NEAR
        is_beside = after["left"] >= before["right"] - NEAR
        if is_above and not is_beside:
            yield f"Tab goes up from {before['name']} to {after['name']}"


def _sight_faults(stop: Stop) -> Iterator[str]:
    if stop["index"] < 0 and not stop["scrolls"]:
        yield f"Tab comes to {stop['name']}, which is no control that is shown"
    if not stop["isMarked"]:
        yield f"Nothing shows that the keyboard is at {stop['name']}"
    if not stop["isInView"]:
        yield f"The keyboard is out of sight at {stop['name']}"
    if stop["isCovered"]:
        yield f"Something lies over {stop['name']}"
