"""The ways in which people read a page: narrow, dark, enlarged, printed, without script, in the middle of a search."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Final, Literal

from playwright.sync_api import Browser, Page, Request

# WCAG 2.2, 1.4.12: nothing may be lost when a reader spaces the text like this.
SPACED_TEXT: Final = """
* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-bottom: 2em !important; }
"""


@dataclass(frozen=True, slots=True)
class Mode:
    """One way of reading; `width` and `height` of the window in CSS pixels."""

    name: str
    width: int = 1280
    height: int = 900
    colours: Literal["light", "dark"] = "light"
    forced_colours: bool = False
    spaced_text: bool = False
    searching: bool = False
    script: bool = True
    printed: bool = False


MODES: Final = (
    Mode("light"),
    Mode("dark", colours="dark"),
    Mode("320", width=320),
    Mode("320-dark", width=320, colours="dark"),
    Mode("text-spacing", width=320, spaced_text=True),
    Mode("forced-colours", forced_colours=True),
    Mode("search-open", width=412, searching=True),
    Mode("no-script", script=False),
    Mode("print", printed=True),
)
ZOOMED: Final = Mode("zoom-400", width=320, height=256)
"""What is left of a window of 1280 by 1024 pixels where everything is four times as large."""


@dataclass(frozen=True, slots=True)
class Log:
    """What pages asked for and complained of while they were loaded and read."""

    asked: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


@contextmanager
def open_page(browser: Browser, address: str, mode: Mode = MODES[0], log: Log | None = None) -> Iterator[Page]:
    """The page at `address` as it is read in `mode`, loaded; nothing is kept between two pages."""
    context = browser.new_context(
        viewport={"width": mode.width, "height": mode.height},
        color_scheme=mode.colours,
        forced_colors="active" if mode.forced_colours else "none",
        reduced_motion="reduce",
        bypass_csp=mode.spaced_text,  # else the reader's own style would be refused like a stranger's
    )
    try:
        page = context.new_page()
        if log:
            _write_log(page, log)
        session = context.new_cdp_session(page)
        session.send("Emulation.setScriptExecutionDisabled", {"value": not mode.script})
        page.goto(address, wait_until="load")
        session.send("Emulation.setScriptExecutionDisabled", {"value": False})  # the checkers are scripts too
        if mode.printed:  # not before: Chromium forgets it when the page is loaded
            page.emulate_media(media="print")
            assert page.evaluate("matchMedia('print').matches")
        if mode.spaced_text:
            page.add_style_tag(content=SPACED_TEXT)
        if mode.searching:
            open_search(page)
        yield page
    finally:
        context.close()


def _write_log(page: Page, log: Log) -> None:
    page.on("request", lambda request: log.asked.append(request.url))
    page.on("console", lambda said: log.errors.append(f"{page.url}: {said.text}") if said.type == "error" else None)
    page.on("pageerror", lambda error: log.errors.append(f"{page.url}: {error}"))


def open_search(page: Page) -> None:
    """Look for something with the page's own field; where it has none, open the menu, which leads to the search."""
    field, menu = page.locator("main input[type=search]:visible"), page.get_by_role("button", name="Menu")
    if field.count() == 0 and menu.count():
        menu.click()
        page.get_by_role("link", name="Search", exact=True).first.wait_for()
    elif field.count() == 0:
        return
    elif page.locator("main [data-list]").count():
        field.fill("a")
        field.press("Enter")
        page.locator("main [data-list] a").first.wait_for()
    else:
        field.first.fill("no such words")
        page.get_by_text(re.compile(r"^None of ")).first.wait_for()


def sideways_scroll(page: Page) -> int:
    """By how many CSS pixels the page is wider than its window; 0 is right."""
    wider: int = page.evaluate("() => document.scrollingElement.scrollWidth - document.documentElement.clientWidth")
    return max(wider, 0)


def watch_requests(page: Page) -> list[str]:
    """What the page asks for from now on; the list grows as it does.

    The icon of the site is left out: a browser fetches it in its own time, often after the page is loaded.
    """
    asked: list[str] = []

    def note(request: Request) -> None:
        if not request.url.endswith("/assets/icon.svg"):
            asked.append(request.url)

    page.on("request", note)
    return asked
