"""One question put to a page of each type of a site, as what is marked `everywhere` does in each mode."""

from collections.abc import Callable, Iterable
from pathlib import Path

from playwright.sync_api import Browser, Page

from tests.browser.modes import Mode, open_page
from tests.browser.page_types import find_page_types
from tests.browser.serving import serve


def ask_every_type(
    browser: Browser, folder: Path, mode: Mode, find: Callable[[Page], Iterable[str]]
) -> tuple[int, list[str]]:
    """How many pages were opened, and what `find` found on them, each with the address of its page before it."""
    places, found = find_page_types(folder), []
    with serve(folder) as address:
        for place in places:
            with open_page(browser, address + place, mode) as page:
                found += [f"{place}: {fault}" for fault in find(page)]
    return len(places), found
