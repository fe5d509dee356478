"""The built sample in a real browser: barriers, sideways scroll, other hosts, weight, keyboard and search."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Browser, Request, Route

from tests.browser.checkers import find_barriers, find_markup_faults, find_style_faults
from tests.browser.modes import MODES, Mode, open_page, sideways_scroll
from tests.pages import read_pages

pytestmark = pytest.mark.browser

PAGE_TYPES: Final = (
    "",
    "news/",
    "news/bus-consultation/",
    "reports/",
    "reports/february-2026-general-meeting/",
    "motions/",
    "motions/status/",
    "motions/topic/buses/",
    "motions/fair-pay/",
    "motions/fair-pay-late-shift/",
    "motions/fair-contracts-model/",
    "motions/warm-homes/",
    "letters/",
    "letters/the-last-bus/",
    "letters/warm-flats/",
    "newsletters/march-2026/",
    "officers/",
    "elections/",
    "elections/national-committee-2026/",
    "elections/national-committee-2026/nominations/",
    "elections/campaign-committee-2026/results/campaign-committee-2026/",
    "elections/national-committee-2026/results/members-voice-poll-2026/",
    "elections/national-committee-2026/gwendolen-marchbank/",
    "elections/national-committee-2026/four-questions/",
    "elections/national-committee-2026/four-questions/q2/",
    "elections/national-committee-2026/hamish-torrowan/",
    "about/",
    "about/history/",
    "tags/",
    "tags/housing/",
    "news/archive/2025/",
    "subscribe/",
    "imprint/",
    "privacy/",
    "accessibility/",
    "search/",
    "search/all/",
    "404.html",
)
USUAL: Final = [mode for mode in MODES if mode.name in ("light", "dark", "320", "320-dark")]
UNUSUAL: Final = [mode for mode in MODES if mode not in USUAL]
POLICY: Final = (
    "default-src 'none'; base-uri 'none'; form-action 'self'; img-src 'self'; style-src 'self'; font-src 'self'; "
    "script-src 'self'; connect-src 'self'"
)
MOST_BYTES: Final = 30_000
"""What the first view of the home page may weigh, compressed, with headers."""
MOST_REQUESTS: Final = 5


@pytest.mark.parametrize("mode", USUAL, ids=lambda mode: mode.name)
@pytest.mark.parametrize("place", PAGE_TYPES)
def test_every_page_type_has_no_barrier_no_sideways_scroll_and_asks_no_other_host(
    browser: Browser, served_site: str, place: str, mode: Mode
) -> None:
    asked: list[str] = []
    messages: list[str] = []
    context_pages = open_page(browser, served_site + place, mode)
    with context_pages as page:
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: messages.append(message.text) if message.type == "error" else None)
        page.reload(wait_until="load")
        assert find_barriers(page) == ()
        assert sideways_scroll(page) == 0
        assert page.context.cookies() == []
        assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    assert [url for url in asked if not url.startswith(served_site)] == []
    assert messages == []


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


@pytest.mark.everywhere
@pytest.mark.parametrize("mode", UNUSUAL, ids=lambda mode: mode.name)
@pytest.mark.parametrize("place", PAGE_TYPES)
def test_every_page_type_holds_in_unusual_modes(browser: Browser, served_site: str, place: str, mode: Mode) -> None:
    with open_page(browser, served_site + place, mode) as page:
        assert find_barriers(page) == ()
        if not mode.printed:
            assert sideways_scroll(page) == 0


@pytest.mark.parametrize("mode", UNUSUAL, ids=lambda mode: mode.name)
def test_the_richest_page_holds_in_unusual_modes(browser: Browser, served_site: str, mode: Mode) -> None:
    with open_page(browser, f"{served_site}reports/february-2026-general-meeting/", mode) as page:
        assert find_barriers(page) == ()


@pytest.mark.everywhere
def test_no_page_at_all_scrolls_sideways_at_320_pixels(browser: Browser, served_site: str, built_site: Path) -> None:
    wide = []
    for path in read_pages(built_site):
        if 'http-equiv="refresh"' in (built_site / path).read_text(encoding="utf-8"):
            continue
        with open_page(browser, served_site + path, Mode("320", width=320)) as page:
            if sideways_scroll(page):
                wide.append(path)
    assert wide == []


def test_the_markup_of_every_page_passes_the_nu_checker(built_site: Path) -> None:
    assert find_markup_faults(built_site) == ()


def test_the_markup_of_every_page_passes_html_validate(built_site: Path) -> None:
    assert find_style_faults(built_site) == ()


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
