"""Every page type of every sample site in nine modes: barriers, sideways scroll, other hosts, complaints.

`make test` reads a page of each type once, each in another mode; what is marked `everywhere` reads each in all modes.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.checkers import find_barriers, find_sniffed_faults
from tests.browser.every_type import ask_every_type
from tests.browser.modes import MODES, ZOOMED, Log, Mode, open_page, sideways_scroll
from tests.browser.page_types import find_page_types, find_pages
from tests.browser.probing import probe
from tests.browser.quality_log import Note
from tests.browser.sample_sites import find_names
from tests.browser.serving import serve

pytestmark = pytest.mark.browser

Build = Callable[[str], Path]
SNIFFED: Final = tuple(mode for mode in MODES if mode.name in ("light", "320-dark"))
PLACES: Final = ("", "elections/national-committee-2026/nominations/", "motions/fair-pay/")
COUNT: Final = "elections/campaign-committee-2026/results/campaign-committee-2026/"
every_site = pytest.mark.parametrize("site", find_names())


def listed(findings: list[str]) -> str:
    """One finding a line: pytest shows a long text in full, but not a long list."""
    return "\n".join(findings)


def faults(page: Page, mode: Mode) -> Iterator[str]:
    """What is wrong with an open page, whatever its type."""
    yield from find_barriers(page)
    if not mode.printed and (wider := sideways_scroll(page)):
        yield f"scrolls sideways by {wider} pixels"


@every_site
def test_a_page_of_each_type_has_no_barrier_and_asks_no_other_host_each_in_another_mode(
    browser: Browser, build_sample: Build, site: str
) -> None:
    folder = build_sample(site)
    log, found = Log(), []
    with serve(folder) as address:
        for number, place in enumerate(find_page_types(folder)):
            mode = MODES[number % len(MODES)]
            with open_page(browser, address + place, mode, log) as page:
                wrong = [*faults(page, mode)]
                if not mode.forced_colours:  # HTML_CodeSniffer takes the colours of the stylesheet for those one sees
                    wrong += find_sniffed_faults(page)
                found += [f"{place} ({mode.name}): {fault}" for fault in wrong]
                found += [f"{place} ({mode.name}) keeps something" for _ in range(_count_kept(page))]
        found += [f"asks {url}" for url in log.asked if not url.startswith(address)]
    assert listed(found + log.errors) == ""


def _count_kept(page: Page) -> int:
    """How many cookies and stored values a page leaves behind."""
    stored: int = page.evaluate("localStorage.length + sessionStorage.length")
    return stored + len(page.context.cookies())


def test_the_mode_of_search_opens_what_there_is_to_search_with(browser: Browser, served_site: str) -> None:
    (searching,) = (mode for mode in MODES if mode.searching)
    with open_page(browser, f"{served_site}search/", searching) as page:
        assert page.locator("[data-list] a").count() > 0
    with open_page(browser, f"{served_site}{PLACES[1]}", searching) as page:
        assert page.get_by_text("None of ").first.is_visible()
    with open_page(browser, served_site, searching) as page:
        assert page.get_by_role("navigation", name="Main").get_by_role("link", name="Search").is_visible()


@pytest.mark.everywhere
@pytest.mark.parametrize("mode", SNIFFED, ids=lambda mode: mode.name)
@every_site
def test_pa11y_has_no_error_on_any_page_type(
    browser: Browser, build_sample: Build, site: str, mode: Mode, note: Note
) -> None:
    pages, found = ask_every_type(browser, build_sample(site), mode, find_sniffed_faults)
    note("HTML_CodeSniffer", site, mode.name, pages, len(found))
    assert listed(found) == ""


@pytest.mark.everywhere
@pytest.mark.parametrize("mode", MODES, ids=lambda mode: mode.name)
@every_site
def test_every_page_type_has_no_barrier_in_any_mode(
    browser: Browser, build_sample: Build, site: str, mode: Mode, note: Note
) -> None:
    pages, found = ask_every_type(browser, build_sample(site), mode, lambda page: faults(page, mode))
    note("axe-core", site, mode.name, pages, len(found))
    assert listed(found) == ""


@pytest.mark.everywhere
@every_site
def test_no_page_at_all_scrolls_sideways_or_keeps_anything_in_the_window_at_400_percent(
    browser: Browser, build_sample: Build, site: str, note: Note
) -> None:
    folder = build_sample(site)
    places, found = find_pages(folder), []
    with serve(folder) as address:
        for place in places:
            with open_page(browser, address + place, ZOOMED) as page:
                found += [f"{place} scrolls sideways" for _ in range(min(sideways_scroll(page), 1))]
                found += [f"{place}: {one} stays in the window" for one in page.evaluate(probe("stuck"))]
    note("sideways scroll", site, "320 px and 400 %", len(places), len(found))
    assert listed(found) == ""


@pytest.mark.parametrize("place", PLACES)
def test_at_400_percent_nothing_is_lost_and_nothing_stands_still(
    browser: Browser, served_site: str, place: str
) -> None:
    with open_page(browser, served_site + place, ZOOMED) as page:
        assert sideways_scroll(page) == 0
        assert page.evaluate(probe("stuck")) == []


def test_the_long_numbers_and_names_of_a_count_stay_in_the_window_where_text_is_spaced_out(
    browser: Browser, served_site: str
) -> None:
    (spaced,) = (mode for mode in MODES if mode.spaced_text)
    with open_page(browser, served_site + COUNT, spaced) as page:
        assert sideways_scroll(page) == 0
        boxes = page.get_by_role("group", name="Stage ")
        assert boxes.count() > 1
        assert boxes.nth(1).evaluate("box => box.scrollWidth > box.clientWidth")
        names = page.locator(".plot__over").evaluate_all("all => all.map((one) => one.getBoundingClientRect().right)")
        assert max(names) <= spaced.width
