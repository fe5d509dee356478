"""Draw contact sheets of a built site: a page of each type at four widths, light, dark and on paper.

Run `python -m tools.screenshots [site] [folder] [address …]`, or `make screenshots`. The sheets and a page that shows
them all, `index.html`, are written into the folder, `.cache/screenshots` unless named. They are there to be looked at.
"""

import io
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path
from typing import Final

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.chromium import FLAGS, find_chromium
from tests.browser.page_types import find_page_types
from tests.browser.serving import serve

WIDTHS: Final = (320, 412, 768, 1280)
SCHEMES: Final = ("light", "dark")
TALLEST: Final = 3200
"""More of a long page is not drawn: what is below repeats what was seen."""
SCALE: Final = 0.5
GAP: Final = 24
GROUND: Final = "#808080"
PAPER_PAGES: Final = 4


def main(arguments: Sequence[str]) -> None:
    """Draw every sheet, or those of the named addresses alone."""
    site = Path(arguments[0] if arguments else "site")
    folder = Path(arguments[1] if len(arguments) > 1 else ".cache/screenshots")
    folder.mkdir(parents=True, exist_ok=True)
    addresses = tuple(arguments[2:]) or find_page_types(site)
    with serve(site) as root, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=list(FLAGS))
        for address in addresses:
            for sheet, picture in draw_sheets(browser, root + address):
                picture.save(folder / name_file(address, sheet), quality=80)
        browser.close()
    (folder / "index.html").write_text(make_index(addresses), encoding="utf-8")
    print(f"{len(addresses)} pages, {3 * len(addresses)} sheets: open {folder / 'index.html'}")


def draw_sheets(browser: Browser, address: str) -> Iterator[tuple[str, Image.Image]]:
    """The sheets of one page, each with its name: light, dark, paper."""
    context = browser.new_context(reduced_motion="reduce", device_scale_factor=1)
    page = context.new_page()
    page.goto(address, wait_until="load")
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        yield scheme, lay_out([take_picture(page, width) for width in WIDTHS])
    page.emulate_media(color_scheme="light")
    yield "paper", lay_out(print_pages(page))
    context.close()


def take_picture(page: Page, width: int) -> Image.Image:
    """The top of a page in a window of that width, at half its size."""
    page.set_viewport_size({"width": width, "height": 900})
    page.evaluate("document.querySelectorAll('img').forEach(one => { one.loading = 'eager' })")
    page.evaluate(
        "Promise.all([document.fonts.ready, ...[...document.images].map(one => one.decode().catch(() => 0))])"
    )
    height = min(TALLEST, int(page.evaluate("document.documentElement.scrollHeight")))
    taken = page.screenshot(full_page=True, clip={"x": 0, "y": 0, "width": width, "height": height})
    picture = Image.open(io.BytesIO(taken)).convert("RGB")
    return picture.resize((round(width * SCALE), round(height * SCALE)), Image.Resampling.LANCZOS)


def print_pages(page: Page) -> list[Image.Image]:
    """The first sheets of paper that a printer would give."""
    with tempfile.TemporaryDirectory() as place:
        file = Path(place, "page.pdf")
        page.pdf(path=file, prefer_css_page_size=True, format="A4")
        command = ["pdftoppm", "-png", "-r", "60", "-l", str(PAPER_PAGES), str(file), str(Path(place, "page"))]
        subprocess.run(command, check=True)
        return [Image.open(one).convert("RGB") for one in sorted(Path(place).glob("*.png"))]


def lay_out(pictures: Sequence[Image.Image]) -> Image.Image:
    """Pictures side by side, top aligned, with a gap around each."""
    width = sum(one.width + GAP for one in pictures) + GAP
    sheet = Image.new("RGB", (width, max(one.height for one in pictures) + 2 * GAP), GROUND)
    left = GAP
    for one in pictures:
        sheet.paste(one, (left, GAP))
        left += one.width + GAP
    return sheet


def name_file(address: str, sheet: str) -> str:
    """A file's name for one sheet of one page."""
    return f"{address.strip('/').replace('/', '_') or 'home'}.{sheet}.webp"


def make_index(addresses: Sequence[str]) -> str:
    """One page with all sheets, to be scrolled through."""
    shown = [
        f'<h2>/{escape(address)}</h2><p><img alt="{sheet}" src="{escape(name_file(address, sheet))}"></p>'
        for address in addresses
        for sheet in (*SCHEMES, "paper")
    ]
    return "\n".join(
        [
            '<!DOCTYPE html><html lang="en-GB"><meta charset="utf-8"><title>Every type of page</title>',
            *shown,
            "</html>\n",
        ]
    )


if __name__ == "__main__":
    main(sys.argv[1:])
