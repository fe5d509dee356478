"""What is heard and what is touched: the order of words, tables on a phone, sizes of targets, motion, languages."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.modes import MODES, Mode, open_page
from tests.browser.page_types import find_page_types
from tests.browser.probing import probe
from tests.browser.quality_log import Note
from tests.browser.reading_order import count_table_roles, find_order_faults
from tests.browser.sample_sites import find_names
from tests.browser.serving import serve

pytestmark = pytest.mark.browser

Build = Callable[[str], Path]
LIGHT: Final = MODES[0]
NARROW: Final = MODES[2]
RICH: Final = (
    "",
    "reports/february-2026-general-meeting/",
    "elections/national-committee-2026/four-questions/",
    "events/",
)
every_site = pytest.mark.parametrize("site", find_names())


def faults(page: Page) -> Iterator[str]:
    """Words out of order, targets that are too small, and what moves although the reader asked for less."""
    yield from find_order_faults(page)
    yield from (f"target too small: {one}" for one in page.evaluate(probe("targets")))
    yield from (f"moves: {one}" for one in page.evaluate(probe("moving")))


def read_both(browser: Browser, address: str) -> Iterator[str]:
    """What is wrong with a page on a desk and on a phone; a table must stay the same table, once unfolded."""
    roles = []
    for mode in (LIGHT, NARROW):
        with open_page(browser, address, mode) as page:
            yield from (f"{mode.name}: {fault}" for fault in faults(page))
            page.evaluate("document.querySelectorAll('main details').forEach((fold) => { fold.open = true; })")
            yield from (f"{mode.name}, unfolded: {fault}" for fault in faults(page))
            roles.append(count_table_roles(page))
    if roles[0] != roles[1]:
        yield f"a screen reader meets other tables on a phone: {roles}"


@pytest.mark.parametrize("place", RICH)
def test_words_are_read_in_the_order_one_sees_and_targets_can_be_hit(
    browser: Browser, served_site: str, place: str
) -> None:
    assert "\n".join(read_both(browser, served_site + place)) == ""


@pytest.mark.everywhere
@every_site
def test_words_are_read_in_the_order_one_sees_on_every_page_type(
    browser: Browser, build_sample: Build, site: str, note: Note
) -> None:
    folder = build_sample(site)
    places = find_page_types(folder)
    with serve(folder) as address:
        found = [f"{place}: {fault}" for place in places for fault in read_both(browser, address + place)]
    note("reading order, targets, motion", site, "light, 320", len(places), len(found))
    assert "\n".join(found) == ""


def test_a_stacked_table_is_still_a_table_to_a_screen_reader(browser: Browser, served_site: str) -> None:
    with open_page(browser, f"{served_site}reports/february-2026-general-meeting/", NARROW) as page:
        assert page.locator(".table--stack tr").first.evaluate("one => getComputedStyle(one).display") == "block"
        roles = count_table_roles(page)
    assert roles["table"] > 0
    assert roles["columnheader"] > 0
    assert roles["cell"] > roles["row"] > roles["table"]


BAD: Final = """<!DOCTYPE html><html lang="en-GB"><title>Bad</title>
<style>body {display: flex; flex-direction: column; scroll-behavior: smooth} .late {order: -1}
a {font-size: 8px; display: block} b {transition: all 1s}</style>
<p>First said.</p><p class="late">Said later, but above.</p><a href="a">x</a><a href="b">y</a><b>Moves</b>
"""


def test_the_probes_find_what_is_wrong(browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(BAD, encoding="utf-8")
    with serve(tmp_path) as address, open_page(browser, address) as page:
        found = tuple(faults(page))
    assert any(fault.startswith("After “First said.” it says “Said later") for fault in found)
    assert sum(fault.startswith("target too small: ") for fault in found) == 2
    assert sum(fault.startswith("moves: ") for fault in found) == 2


def test_a_smooth_page_is_smooth_only_where_the_reader_allows_it(browser: Browser, served_site: str) -> None:
    with open_page(browser, served_site, Mode("light")) as page:
        still = page.evaluate("getComputedStyle(document.documentElement).scrollBehavior")
        page.emulate_media(reduced_motion="no-preference")
        moving = page.evaluate("getComputedStyle(document.documentElement).scrollBehavior")
    assert (still, moving) == ("auto", "smooth")
