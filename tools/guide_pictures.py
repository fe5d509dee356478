"""Draw the pictures of the guide: parts of the sample site as a phone or a desk shows them, small enough to send.

Each has its words (the alternative text) in the page that shows it. Run `make guide-pictures` after the look
has changed, and look at what was drawn; other versions of the browser draw other bytes, so no test compares them.
"""

import shutil
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from PIL import Image, ImageOps
from playwright.sync_api import Browser, FloatRect, sync_playwright

from sitegen.cli import main as sitegen
from tests.browser.chromium import FLAGS, find_chromium
from tests.browser.serving import serve
from tools.guide import GUIDE, ROOT

FOLDER: Final = GUIDE / "content" / "pictures"
DAY: Final = "2026-03-10"
FRAME: Final = "#8a8178"
"""A hairline, since a page of the sample on a page of the guide has the same ground."""
ABOVE: Final = 10
"""CSS pixels of ground above what is shown, so that no letter touches the frame."""
REPOSITORY: Final = "https://git.example.org/exampleton/site"
"""With an address for its sources, a site has the page from which texts are begun."""
QUALITY: Final = 60
"""Of 100: letters are still sharp, and a picture weighs about as much as a page of text."""


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture: its file, the page it is of, and how much is shown of a part of it; sizes in CSS pixels."""

    name: str
    page: str
    width: int = 412
    height: int = 600
    part: str = "main"


SHOTS: Final = (
    Shot("edit", "edit/"),
    Shot("officers", "officers/"),
    Shot("minutes", "reports/february-2026-general-meeting/"),
    Shot("newsletter", "newsletters/march-2026/send/"),
    Shot("map", "elections/national-committee-2026/nominations/", 560, 900, "figure svg[role=img]"),
)


def draw(site: Path, folder: Path) -> None:
    """Every picture, from a built sample into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    with serve(site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=list(FLAGS))
        for shot in SHOTS:
            with Image.open(BytesIO(_photograph(shot, browser, address))) as picture:
                framed = ImageOps.expand(picture.convert("RGB"), border=1, fill=FRAME)
                framed.save(folder / f"{shot.name}.webp", quality=QUALITY, method=6)
        browser.close()


def _photograph(shot: Shot, browser: Browser, address: str) -> bytes:
    page = browser.new_page(viewport={"width": shot.width, "height": 900}, reduced_motion="reduce")
    page.goto(address + shot.page, wait_until="networkidle")
    box = page.locator(shot.part).first.bounding_box()
    assert box is not None, f"{shot.page} has no {shot.part}"
    height = min(box["height"] + ABOVE, shot.height)
    clip: FloatRect = {"x": box["x"], "y": max(box["y"] - ABOVE, 0), "width": box["width"], "height": height}
    drawn = page.screenshot(full_page=True, clip=clip)
    page.close()
    return drawn


def main() -> None:
    """Build the sample in a folder of its own, and draw what the guide shows of it."""
    with TemporaryDirectory() as folder:
        party = Path(folder)
        for name in ("content", "data"):
            shutil.copytree(ROOT / name, party / name)
        settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
        (party / "mkdocs.yml").write_text(f"{settings}repo_url: {REPOSITORY}\n", encoding="utf-8")
        sitegen(["build", "-f", str(party / "mkdocs.yml"), "--today", DAY], standalone_mode=False)
        draw(party / "site", FOLDER)


if __name__ == "__main__":
    main()
