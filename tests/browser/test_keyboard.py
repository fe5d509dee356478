"""Without a mouse: every control is reached in the order one sees, its focus is seen, and nothing lies over it."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Final

import pytest
from PIL import Image, ImageChops
from playwright._impl._api_structures import Clip  # the type of a picture's part is not exported
from playwright.sync_api import Browser, Locator, Page

from tests.browser.every_type import ask_every_type
from tests.browser.keyboard import find_keyboard_faults
from tests.browser.modes import MODES, ZOOMED, Mode, open_page
from tests.browser.quality_log import Note
from tests.browser.sample_sites import find_names
from tests.browser.serving import serve

pytestmark = pytest.mark.browser

Build = Callable[[str], Path]
LIGHT: Final = MODES[0]
PHONE: Final = Mode("phone", width=412)
PLACES: Final = (
    "",
    "motions/fair-contracts-model/",
    "elections/national-committee-2026/four-questions/",
    "search/",
)
every_site = pytest.mark.parametrize("site", find_names())


@pytest.mark.parametrize("mode", [LIGHT, ZOOMED], ids=lambda mode: mode.name)
@pytest.mark.parametrize("place", PLACES)
def test_tab_reaches_every_control_in_order_and_in_sight(
    browser: Browser, served_site: str, place: str, mode: Mode
) -> None:
    with open_page(browser, served_site + place, mode) as page:
        assert "\n".join(find_keyboard_faults(page)) == ""


@pytest.mark.everywhere
@pytest.mark.parametrize("mode", [LIGHT, ZOOMED], ids=lambda mode: mode.name)
@every_site
def test_tab_reaches_every_control_of_every_page_type(
    browser: Browser, build_sample: Build, site: str, mode: Mode, note: Note
) -> None:
    pages, found = ask_every_type(browser, build_sample(site), mode, find_keyboard_faults)
    note("keyboard walk", site, mode.name, pages, len(found))
    assert "\n".join(found) == ""


BAD: Final = """<!DOCTYPE html><html lang="en-GB"><title>Bad</title>
<style>.second {position: absolute; top: 0} .third {outline: 0} .fourth {position: relative; z-index: -1}
.lid {position: absolute; top: 300px; left: 0; width: 100%; height: 100px; background: #fff}
.fourth, .first {margin-top: 250px; display: block}</style>
<a class="first" href="a">One</a> <a class="second" href="b">Two</a> <a class="third" href="c">Three</a>
<a class="fourth" href="d">Four</a><div class="lid"></div>
<span role="button" tabindex="-1">Five</span> <button id="last">Six</button>
"""


def test_a_walk_finds_what_is_wrong(browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(BAD, encoding="utf-8")
    with serve(tmp_path) as address, open_page(browser, address) as page:
        page.evaluate("document.getElementById('last').addEventListener('focus', (event) => event.target.blur())")
        faults = find_keyboard_faults(page)
    assert any(fault.startswith('Tab goes up from <a class="first"> One') for fault in faults)
    assert 'Nothing shows that the keyboard is at <a class="third"> Three' in faults
    assert "Tab does not reach <button> Six" in faults


def picture_around(page: Page, control: Locator) -> Image.Image:
    """What the window shows of a control and its surroundings."""
    box = control.bounding_box()
    assert box is not None
    left, top = max(box["x"] - 8, 0), max(box["y"] - 8, 0)
    clip: Clip = {"x": left, "y": top, "width": box["width"] + 16, "height": box["height"] + 16}
    taken = page.screenshot(clip=clip, animations="disabled")
    return Image.open(BytesIO(taken)).convert("RGB")


@pytest.mark.parametrize("mode", [LIGHT, MODES[1], MODES[5]], ids=lambda mode: mode.name)
def test_the_focus_changes_what_one_sees(browser: Browser, served_site: str, mode: Mode) -> None:
    controls = (
        ".skip-link",
        ".masthead__name",
        ".menu__list a",
        "summary",
        ".search input",
        ".search button",
        ".scroll",
    )
    for place, selectors in {"search/": controls[:3] + controls[4:6], PLACES[2]: ("main a",)}.items():
        with open_page(browser, served_site + place, mode) as page:
            for selector in selectors:
                control = page.locator(selector).first
                control.scroll_into_view_if_needed()
                page.keyboard.press("Tab")  # so that the browser knows a keyboard is used
                control.focus()
                marked = picture_around(page, control)
                page.evaluate("document.activeElement.blur()")
                plain = picture_around(page, control)
                changed = sum(map(bool, ImageChops.difference(marked, plain).convert("L").tobytes()))
                assert changed >= 2 * (plain.width - 16 + plain.height - 16), (selector, changed)


def test_the_keyboard_opens_and_leaves_the_menu_on_a_phone(browser: Browser, served_site: str) -> None:
    with open_page(browser, served_site, PHONE) as page:
        button = page.get_by_role("button", name="Menu")
        button.focus()
        page.keyboard.press("Enter")
        officers = page.get_by_role("navigation", name="Main").get_by_role("link", name="Officers")
        officers.wait_for()
        assert find_reached(page, "Officers")
        page.keyboard.press("Escape")
        officers.wait_for(state="hidden")
        assert button.evaluate("one => one === document.activeElement")


def find_reached(page: Page, name: str) -> bool:
    """Whether Tab comes to a link of this name soon, while it can be seen."""
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.innerText.trim()") == name:
            return True
    return False


def test_the_keyboard_alone_searches_and_goes_to_what_was_found(browser: Browser, served_site: str) -> None:
    with open_page(browser, f"{served_site}search/") as page:
        page.get_by_role("searchbox").focus()
        page.keyboard.type("bus consultation")
        page.keyboard.press("Enter")
        page.locator("[data-list] a").first.wait_for()
        title = page.locator("[data-list] a").first.inner_text()
        assert find_reached(page, title)
        page.keyboard.press("Enter")
        page.wait_for_url(lambda url: "search" not in url)
