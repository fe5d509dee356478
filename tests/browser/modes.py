"""The ways in which people read a page: narrow, dark, enlarged, printed, without script."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final, Literal

from playwright.sync_api import Browser, Page, Request

# WCAG 2.2, 1.4.12: nothing may be lost when a reader spaces the text like this.
SPACED_TEXT: Final = """
* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-bottom: 2em !important; }
"""


@dataclass(frozen=True, slots=True)
class Mode:
    """One way of reading; `width` in CSS pixels."""

    name: str
    width: int = 1280
    colours: Literal["light", "dark"] = "light"
    forced_colours: bool = False
    spaced_text: bool = False
    script: bool = True
    printed: bool = False


MODES: Final = (
    Mode("light"),
    Mode("dark", colours="dark"),
    Mode("320", width=320),
    Mode("320-dark", width=320, colours="dark"),
    Mode("text-spacing", width=320, spaced_text=True),
    Mode("forced-colours", forced_colours=True),
    Mode("no-script", script=False),
    Mode("print", printed=True),
)


@contextmanager
def open_page(browser: Browser, address: str, mode: Mode = MODES[0]) -> Iterator[Page]:
    """The page at `address` as it is read in `mode`, loaded; nothing is kept between two pages."""
    context = browser.new_context(
        viewport={"width": mode.width, "height": 900},
        color_scheme=mode.colours,
        forced_colors="active" if mode.forced_colours else "none",
        reduced_motion="reduce",
        bypass_csp=mode.spaced_text,  # else the reader's own style would be refused like a stranger's
    )
    try:
        page = context.new_page()
        session = context.new_cdp_session(page)
        session.send("Emulation.setScriptExecutionDisabled", {"value": not mode.script})
        page.goto(address, wait_until="load")
        session.send("Emulation.setScriptExecutionDisabled", {"value": False})  # the checkers are scripts too
        if mode.printed:  # not before: Chromium forgets it when the page is loaded
            page.emulate_media(media="print")
            assert page.evaluate("matchMedia('print').matches")
        if mode.spaced_text:
            page.add_style_tag(content=SPACED_TEXT)
        yield page
    finally:
        context.close()


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
