"""The choice between light and dark in a real browser: what it changes, what it keeps, and that it is not needed."""

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.checkers import find_barriers
from tests.browser.modes import Mode, open_page

pytestmark = pytest.mark.browser

LIGHT, DARK = Mode("light"), Mode("dark", colours="dark")
LABEL = "Colours"


def is_dark(page: Page) -> bool:
    """Whether the page's ground is darker than its words."""
    found: bool = page.evaluate(
        """() => {
          const {backgroundColor, color} = getComputedStyle(document.body);
          const sum = (text) => text.match(/\\d+/g).slice(0, 3).reduce((all, part) => all + Number(part), 0);
          return sum(backgroundColor) < sum(color);
        }"""
    )
    return found


@pytest.mark.parametrize("mode", [LIGHT, DARK], ids=lambda mode: mode.name)
def test_until_somebody_chooses_the_device_decides_and_nothing_is_kept(
    browser: Browser, served_site: str, mode: Mode
) -> None:
    with open_page(browser, served_site, mode) as page:
        assert page.get_by_label(LABEL).input_value() == ""
        assert is_dark(page) is (mode is DARK)
        assert page.evaluate("localStorage.length + sessionStorage.length") == 0
        assert page.context.cookies() == []


@pytest.mark.parametrize(("mode", "choice"), [(LIGHT, "dark"), (DARK, "light")], ids=["to-dark", "to-light"])
def test_a_choice_holds_on_every_page_and_can_be_taken_back(
    browser: Browser, served_site: str, mode: Mode, choice: str
) -> None:
    with open_page(browser, served_site, mode) as page:
        page.get_by_label(LABEL).select_option(choice)
        assert is_dark(page) is (choice == "dark")
        assert page.evaluate("getComputedStyle(document.documentElement).colorScheme") == choice
        assert page.evaluate("({...localStorage})") == {"scheme": choice}
        assert find_barriers(page) == ()
        page.goto(f"{served_site}elections/national-committee-2026/nominations/", wait_until="load")
        assert page.get_by_label(LABEL).input_value() == choice
        assert is_dark(page) is (choice == "dark")
        assert find_barriers(page) == ()
        page.get_by_label(LABEL).select_option("As your device")
        assert is_dark(page) is (mode is DARK)
        assert page.evaluate("localStorage.length") == 0


def test_without_a_script_there_is_no_choice_and_the_device_decides(browser: Browser, served_site: str) -> None:
    with open_page(browser, served_site, Mode("no-script", colours="dark", script=False)) as page:
        assert not page.get_by_label(LABEL).is_visible()
        assert is_dark(page)


def test_what_somebody_else_wrote_into_the_store_changes_nothing(browser: Browser, served_site: str) -> None:
    with open_page(browser, served_site) as page:
        page.evaluate("localStorage.setItem('scheme', '<b>')")
        page.reload(wait_until="load")
        assert page.get_by_label(LABEL).input_value() == ""
        assert not is_dark(page)


def test_paper_is_light_whatever_was_chosen(browser: Browser, served_site: str) -> None:
    with open_page(browser, served_site) as page:
        page.get_by_label(LABEL).select_option("dark")
        page.emulate_media(media="print")
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        assert page.evaluate("getComputedStyle(document.documentElement).colorScheme") == "light"
        assert not is_dark(page)
        page.emulate_media(media="screen")
        page.evaluate("dispatchEvent(new Event('afterprint'))")
        assert is_dark(page)


TOUCHES = """
window.touched = 0;
const own = Object.getOwnPropertyDescriptor(MediaList.prototype, "mediaText");
Object.defineProperty(MediaList.prototype, "mediaText", {
  get: own.get, set(words) { window.touched += 1; own.set.call(this, words); },
});
"""


def test_until_somebody_chooses_no_rule_is_touched_so_that_a_long_page_is_styled_once(
    browser: Browser, served_site: str
) -> None:
    with open_page(browser, served_site, LIGHT) as page:
        page.add_init_script(TOUCHES)
        page.reload(wait_until="load")
        assert page.get_by_label(LABEL).is_visible()
        assert page.evaluate("touched") == 0
        page.get_by_label(LABEL).select_option("dark")
        assert page.evaluate("touched") > 0
