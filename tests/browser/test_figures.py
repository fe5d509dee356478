"""Maps, bars and lists of nominations in a real browser: narrow, dark, forced colours, printed, without script."""

import re
from typing import Final

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.modes import Mode, open_page, sideways_scroll, watch_requests

pytestmark = pytest.mark.browser

NOMINATIONS: Final = "elections/national-committee-2026/nominations/"
CANDIDATE: Final = "elections/national-committee-2026/adeyemi-larkspur/"
FORCED: Final = Mode("forced-colours", forced_colours=True)


def paint(page: Page, selector: str, property: str) -> str:
    """What an element is painted with, as the browser computes it."""
    return str(page.locator(selector).first.evaluate(f"one => getComputedStyle(one).{property}"))


def shown_rows(page: Page) -> list[str]:
    """The first cell of each row of the long list that is shown."""
    return [text for row in page.locator(".filter tbody tr").all() if row.is_visible() for text in [row.inner_text()]]


def test_the_filter_narrows_the_list_and_says_how_many_are_left(browser: Browser, served_site: str) -> None:
    with open_page(browser, served_site + NOMINATIONS) as page:
        asked = watch_requests(page)
        field = page.get_by_role("searchbox", name="Find a nominator, a region or a candidate")
        all_rows = page.locator(".filter tbody tr").count()
        field.fill("wales LARKSPUR")
        page.wait_for_function("() => / of /.test(document.querySelector('.filter [role=status]').textContent)")
        rows = shown_rows(page)
        assert 0 < len(rows) < all_rows
        assert all("Wales" in row and "Adeyemi Larkspur" in row for row in rows)
        status = page.locator(".filter [role=status]").inner_text()
        assert status == f"{len(rows)} of {all_rows} nominators."
        field.fill("nobody at all")
        page.wait_for_function("() => /None/.test(document.querySelector('.filter [role=status]').textContent)")
        assert shown_rows(page) == []
        field.fill("")
        page.wait_for_function("() => !/ of /.test(document.querySelector('.filter [role=status]').textContent)")
        assert len(shown_rows(page)) == all_rows
    assert asked == [], "Nothing is sent or fetched."


def test_an_accent_or_a_capital_too_many_is_no_hindrance(browser: Browser, served_site: str) -> None:
    with open_page(browser, served_site + NOMINATIONS) as page:
        page.get_by_role("searchbox", name="Find a nominator, a region or a candidate").fill("GÔWER")
        page.wait_for_function("() => / of /.test(document.querySelector('.filter [role=status]').textContent)")
        rows = shown_rows(page)
        assert len(rows) > 0
        assert all("Gower" in row for row in rows)


def test_without_a_script_the_whole_list_stands_there_and_no_field(browser: Browser, served_site: str) -> None:
    with open_page(browser, served_site + NOMINATIONS, Mode("no-script", script=False)) as page:
        assert not page.locator(".filter input").is_visible()
        rows = page.locator(".filter tbody tr")
        assert rows.count() > 100
        assert rows.last.is_visible()


def test_only_pages_with_figures_load_their_stylesheet(browser: Browser, served_site: str) -> None:
    def sheets(place: str) -> list[str]:
        with open_page(browser, served_site + place) as page:
            hrefs = page.locator("link[rel=stylesheet]").evaluate_all("all => all.map(one => one.href)")
            return [re.sub(r".*/assets/(\w+)\..*", r"\1", href) for href in hrefs]

    assert sheets("") == ["style"]
    assert sheets(NOMINATIONS) == ["style", "figures"]


def test_a_map_follows_the_scheme_and_the_readers_own_colours(browser: Browser, served_site: str) -> None:
    painted = {}
    for mode in (Mode("light"), Mode("dark", colours="dark"), FORCED):
        with open_page(browser, served_site + CANDIDATE, mode) as page:
            seat, sign = paint(page, ".hexmap .hex--dot", "fill"), paint(page, ".hexmap .hex__sign--dot", "stroke")
            assert seat != sign, mode.name
            painted[mode.name] = seat
    assert len(set(painted.values())) == 3


def test_in_forced_colours_every_sign_differs_from_its_ground(browser: Browser, served_site: str) -> None:
    with open_page(browser, served_site + NOMINATIONS, FORCED) as page:
        signs = set(
            page.locator("[class*='hex__sign--']").evaluate_all(
                "all => all.map(one => one.getAttribute('class').split('hex__sign--')[1])"
            )
        )
        assert len(signs) >= 3
        for sign in signs:
            assert paint(page, f".hexmap .hex--{sign}", "fill") != paint(page, f".hexmap .hex__sign--{sign}", "stroke")


def test_at_320_pixels_a_map_fits_without_names_and_can_be_opened_large(browser: Browser, served_site: str) -> None:
    with open_page(browser, served_site + CANDIDATE, Mode("320", width=320)) as page:
        drawing = page.locator("figure .hexmap[role=img]")
        box = drawing.bounding_box()
        assert box is not None
        assert 260 <= box["width"] <= 320
        assert not page.locator(".hex__name").first.is_visible()
        assert sideways_scroll(page) == 0
        address = page.get_by_role("link", name="Open this map large (SVG)").evaluate("one => one.href")
        answer = page.request.get(address)
        assert answer.ok
        assert answer.text().startswith("<svg ")
    with open_page(browser, served_site + CANDIDATE) as page:
        assert page.locator(".hex__name").first.is_visible()


def test_letters_of_bars_and_time_lines_keep_their_size_on_a_phone(browser: Browser, served_site: str) -> None:
    heights = []
    for width in (320, 1280):
        with open_page(browser, served_site + NOMINATIONS, Mode(str(width), width=width)) as page:
            box = page.locator(".plot .plot__name").first.bounding_box()
            assert box is not None
            heights.append(box["height"])
    assert heights[0] == heights[1] >= 14


def test_on_paper_the_figures_stand_below_the_drawing(browser: Browser, served_site: str) -> None:
    with open_page(browser, served_site + CANDIDATE, Mode("print", printed=True)) as page:
        table = page.locator("figure .chart__figures table").first
        assert table.evaluate("one => one.checkVisibility({contentVisibilityAuto: true})")
        assert table.locator("tbody tr").count() == 12
        assert paint(page, ".hexmap .hex--dot", "fill") == "rgb(0, 0, 0)"


def test_on_paper_a_motion_shows_the_text_that_was_moved(browser: Browser, served_site: str) -> None:
    with open_page(browser, served_site + "motions/fair-pay/", Mode("print", printed=True)) as page:
        assert page.locator("#at-as-moved ~ details li, section[aria-labelledby=at-as-moved] li").first.evaluate(
            "one => one.checkVisibility({contentVisibilityAuto: true})"
        )


def test_the_keyboard_reaches_the_grids_that_scroll(browser: Browser, served_site: str) -> None:
    with open_page(browser, served_site + NOMINATIONS, Mode("320", width=320)) as page:
        boxes = page.locator("#at-regions ~ .scroll, section[aria-labelledby=at-regions] .scroll")
        boxes.first.focus()
        assert page.evaluate("document.activeElement.className") == "scroll"


def test_on_a_phone_the_long_list_is_folded_and_opens_by_itself_for_what_is_looked_for(
    browser: Browser, served_site: str
) -> None:
    with open_page(browser, served_site + NOMINATIONS, Mode("320", width=320)) as page:
        first = page.locator(".filter tbody tr").first
        assert not first.is_visible()
        assert page.evaluate("document.documentElement.scrollHeight") < 30_000
        page.get_by_role("searchbox", name="Find a nominator, a region or a candidate").fill("gower")
        page.locator(".filter tbody tr:not([hidden])").first.wait_for(state="visible")


def test_the_folded_list_opens_without_a_script_and_is_open_on_paper(browser: Browser, served_site: str) -> None:
    with open_page(browser, served_site + NOMINATIONS, Mode("no-script", width=320, script=False)) as page:
        page.locator(".filter summary").click()
        page.locator(".filter tbody tr").first.wait_for(state="visible")
    with open_page(browser, served_site + NOMINATIONS, Mode("print", width=320, printed=True)) as page:
        row = page.locator(".filter tbody tr").first
        assert row.evaluate("one => one.checkVisibility({contentVisibilityAuto: true})")
