"""Nothing moves when a script comes late, as it does on a bad line: what it shows has had its room from the start."""

import time
from typing import Final

import pytest
from playwright.sync_api import Browser, Route

pytestmark = pytest.mark.browser

LATE: Final = 0.7
"""Seconds; by then the page has been painted."""
WATCH: Final = """
window.moved = [];
new PerformanceObserver((list) => {
  const nodes = list.getEntries().flatMap((entry) => entry.sources).map((source) => source.node);
  window.moved.push(...nodes.map((node) => node?.outerHTML?.slice(0, 80) ?? "?"));
}).observe({ type: "layout-shift", buffered: true });
"""


def _late(route: Route) -> None:
    time.sleep(LATE)
    route.continue_()


@pytest.mark.parametrize(
    "place",
    [
        "motions/fair-contracts-model/",
        "motions/fair-pay/",
        "newsletters/march-2026/send/",
        "share/letters/reading-rooms/",
        "elections/national-committee-2026/nominations/",
        "search/",
    ],
)
def test_nothing_moves_when_a_script_comes_late(browser: Browser, served_site: str, place: str) -> None:
    page = browser.new_page(viewport={"width": 412, "height": 823})
    page.route("**/assets/*.js", _late)
    page.add_init_script(WATCH)
    page.goto(served_site + place, wait_until="load")
    page.wait_for_timeout(300)
    assert page.evaluate("document.querySelectorAll('[data-script=scheme]:not([hidden])').length") == 1
    assert page.evaluate("window.moved") == []
    page.close()
