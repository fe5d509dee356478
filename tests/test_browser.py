"""The built sample in a real browser: its policy, its weight, the keyboard, the menu and the search."""

from collections.abc import Iterator
from typing import Final

import pytest
from playwright.sync_api import Browser, Request, Route

from tests.browser.checkers import find_barriers
from tests.browser.modes import Mode, open_page

pytestmark = pytest.mark.browser

POLICY: Final = (
    "default-src 'none'; base-uri 'none'; form-action 'self'; img-src 'self'; style-src 'self'; font-src 'self'; "
    "script-src 'self'; connect-src 'self'"
)
MOST_BYTES: Final = 30_000
"""What the first view of the home page may weigh, compressed, with headers."""
MOST_REQUESTS: Final = 5


@pytest.mark.parametrize("place", ["", "reports/february-2026-general-meeting/", "search/?q=bus"])
def test_pages_work_under_a_policy_that_allows_only_the_sites_own_files(
    browser: Browser, served_site: str, place: str
) -> None:
    refused: list[str] = []

    def add_policy(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, headers={**answer.headers, "content-security-policy": POLICY})

    with open_page(browser, "about:blank") as page:
        page.route("**/*", add_policy)
        page.on("console", lambda message: refused.append(message.text) if message.type == "error" else None)
        page.goto(served_site + place, wait_until="networkidle")
        assert page.evaluate("document.fonts.check('700 20px Besley')")
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") != "rgba(0, 0, 0, 0)"
        if "search" in place:
            assert page.locator("[data-list] a").count() > 0
    assert refused == []


def _first_view(browser: Browser, address: str) -> Iterator[int]:
    """The bytes of each request for the first view on a phone, as if compressed by gzip, with headers."""
    import gzip

    with open_page(browser, "about:blank", Mode("phone", width=412)) as page:
        done: list[Request] = []
        page.on("requestfinished", lambda request: done.append(request))
        page.goto(address, wait_until="networkidle")
        for request in done:
            response = request.response()
            assert response is not None
            if "/pictures/" in request.url:  # the figures are those of a page without its pictures
                continue
            body = response.body()
            packed = body if request.url.endswith((".woff2", ".webp")) else gzip.compress(body, 6)
            headers = sum(len(name) + len(value) + 4 for name, value in response.all_headers().items())
            yield len(packed) + headers


def test_the_first_view_of_the_home_page_is_light(browser: Browser, served_site: str) -> None:
    sizes = list(_first_view(browser, served_site))
    assert len(sizes) <= MOST_REQUESTS
    assert sum(sizes) <= MOST_BYTES


def test_the_keyboard_reaches_the_main_part_and_wide_tables(browser: Browser, served_site: str) -> None:
    with open_page(browser, f"{served_site}reports/february-2026-general-meeting/") as page:
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.textContent").strip() == "Skip to the main part"
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.tagName") == "MAIN"
        boxes = page.locator(".scroll")
        assert boxes.count() > 0
        boxes.first.focus()
        assert page.evaluate("document.activeElement.className") == "scroll"


def test_the_menu_opens_and_closes_on_a_phone_without_a_script(browser: Browser, served_site: str) -> None:
    with open_page(browser, served_site, Mode("phone", width=412, script=False)) as page:
        officers = page.get_by_role("navigation", name="Main").get_by_role("link", name="Officers")
        assert not officers.is_visible()
        page.get_by_role("button", name="Menu").click()
        assert officers.is_visible()
        page.keyboard.press("Escape")
        assert not officers.is_visible()


def test_search_finds_a_page_and_sends_nothing(browser: Browser, served_site: str) -> None:
    asked: list[str] = []
    with open_page(browser, f"{served_site}search/") as page:
        page.on("request", lambda request: asked.append(request.url))
        page.get_by_role("searchbox").fill("fórgotten nothing")
        page.keyboard.press("Enter")
        page.get_by_text("No page has these words.").wait_for()
        page.get_by_role("searchbox").fill("bus consultation")
        page.keyboard.press("Enter")
        link = page.locator("[data-list] a").first
        link.wait_for()
        assert "bus" in link.inner_text().lower()
        assert find_barriers(page) == ()
        link.click()
        assert page.url.startswith(f"{served_site}n")
    assert [url for url in asked if not url.startswith(served_site)] == []


def test_search_without_a_script_leads_to_the_map_of_the_site(browser: Browser, served_site: str) -> None:
    with open_page(browser, f"{served_site}search/", Mode("no-script", script=False)) as page:
        page.get_by_role("link", name="All parts of this site").first.click()
        assert page.url == f"{served_site}search/all/"
