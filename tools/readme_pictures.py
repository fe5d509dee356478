"""Take the pictures of the README anew from a built sample: the home page, and three pages on a phone.

Run `python -m tools.readme_pictures [site] [folder]`; the folder is `docs` unless named. Look before you commit.
"""

import io
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final, Literal

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from tests.browser.chromium import FLAGS, find_chromium
from tests.browser.serving import serve

PHONES: Final[tuple[tuple[str, str, Literal["light", "dark"]], ...]] = (
    ("", ".front", "dark"),
    ("motions/fair-pay/", ".page-head", "light"),
    ("elections/national-committee-2026/adeyemi-larkspur/", "#at-map", "light"),
)
"""Address, what stands at the top, and scheme of each picture on a phone."""
GAP: Final = 28
GROUND: Final = "#d8ccba"
PHONE: Final = (412, 820)
WIDTH: Final = 960


def main(arguments: Sequence[str]) -> None:
    """Take and write both pictures."""
    site = Path(arguments[0] if arguments else "site")
    folder = Path(arguments[1] if len(arguments) > 1 else "docs")
    with serve(site) as root, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=list(FLAGS))
        save(take(browser, root, (1280, 1250)), folder / "home.webp")
        phones = [take(browser, root + address, PHONE, top, scheme) for address, top, scheme in PHONES]
        save(side_by_side(phones), folder / "phones.webp")
        browser.close()


def take(
    browser: Browser, address: str, size: tuple[int, int], top: str = "", scheme: Literal["light", "dark"] = "light"
) -> Image.Image:
    """One window of a page, scrolled so that `top` (a selector) stands first."""
    context = browser.new_context(
        viewport={"width": size[0], "height": size[1]}, color_scheme=scheme, reduced_motion="reduce"
    )
    page = context.new_page()
    page.goto(address, wait_until="networkidle")
    if top:
        page.locator(top).first.evaluate("one => scrollTo(0, one.getBoundingClientRect().top + scrollY - 14)")
    picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    context.close()
    return picture


def save(picture: Image.Image, file: Path) -> None:
    """Write a picture as wide as a README shows it."""
    height = round(picture.height * WIDTH / picture.width)
    picture.resize((WIDTH, height), Image.Resampling.LANCZOS).save(file, quality=50, method=6)


def side_by_side(pictures: Sequence[Image.Image]) -> Image.Image:
    """Pictures of one size with the ground around them."""
    width, height = PHONE
    sheet = Image.new("RGB", (len(pictures) * (width + GAP) + GAP, height + 2 * GAP), GROUND)
    for place, picture in enumerate(pictures):
        sheet.paste(picture, (GAP + place * (width + GAP), GAP))
    return sheet


if __name__ == "__main__":
    main(sys.argv[1:])
