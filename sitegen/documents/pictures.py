"""Pictures as documents take them: no larger than they are printed, in a form that typst and Word know.

A file that cannot be shown (broken, or no picture at all) gives None, and its words are printed instead.
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import cache, lru_cache
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, NamedTuple

import typst
from PIL import Image, ImageOps

from sitegen.fonts import FOLDER as FONTS
from sitegen.papers import Block, Item, Listing, Note, Paragraph, Picture, Quotation, Run

_MOST_PIXELS: Final = 1400
"""For the width of a page: 200 an inch."""
_WIDE: Final = 470.0
_HIGH: Final = 330.0
_VIEW: Final = re.compile(r'viewBox="\s*[\d.+-]+[ ,]+[\d.+-]+[ ,]+([\d.]+)[ ,]+([\d.]+)\s*"')
_DRAW: Final = '#set page(width: {width}pt, height: {height}pt, margin: 0pt)\n#image("/{name}", width: 100%)'


class Prepared(NamedTuple):
    """A picture ready for print: `content` for PDF (its ending is `suffix`), `raster` for Word; sizes in points."""

    content: bytes
    suffix: str
    raster: bytes
    width: float
    height: float


@lru_cache(maxsize=64)
def prepare_picture(file: Path) -> Prepared | None:
    """The picture in a file, or None where it cannot be shown."""
    return _prepare_drawing(file) if file.suffix.lower() == ".svg" else _prepare_pixels(file)


def _prepare_pixels(file: Path) -> Prepared | None:
    try:
        with Image.open(file) as opened:
            turned = ImageOps.exif_transpose(opened)
            is_clear = "A" in turned.getbands() or "transparency" in turned.info
            picture = turned.convert("RGBA" if is_clear else "RGB")
    except (OSError, SyntaxError, ValueError, EOFError, Image.DecompressionBombError):
        return None
    picture.thumbnail((_MOST_PIXELS, _MOST_PIXELS))
    made = BytesIO()
    if is_clear:
        picture.save(made, "PNG", optimize=True)
    else:
        picture.save(made, "JPEG", quality=85, optimize=True)
    width, height = _fit(picture.width * 0.75, picture.height * 0.75)
    return Prepared(made.getvalue(), ".png" if is_clear else ".jpg", made.getvalue(), width, height)


def _prepare_drawing(file: Path) -> Prepared | None:
    """A drawing stays one in PDF; for Word it is drawn in pixels, which also tells whether it can be."""
    try:
        content = file.read_bytes()
        found = _VIEW.search(content.decode("utf-8", "replace"))
        sides = (float(found[1]), float(found[2])) if found else (3.0, 2.0)
        scale = _WIDE / max(sides[0], 0.01)
        width, height = _fit(sides[0] * scale, sides[1] * scale)
        with TemporaryDirectory() as folder:
            (Path(folder) / "drawing.svg").write_bytes(content)
            template = _DRAW.format(width=width, height=height, name="drawing.svg").encode()
            drawn = _drawer().compile(template, format="png", ppi=150, root=folder)
    except (OSError, ValueError, typst.TypstError):
        return None
    return Prepared(content, ".svg", drawn, width, height) if isinstance(drawn, bytes) else None


@cache
def _drawer() -> typst.Compiler:
    """What draws them, with our fonts for the words in them."""
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[str(FONTS)])
    return typst.Compiler(font_paths=fonts, ignore_system_fonts=True)


def _fit(width: float, height: float) -> tuple[float, float]:
    """The size on the page: never larger than it is, nor than the page has room for."""
    scale = min(1.0, _WIDE / max(width, 1.0), _HIGH / max(height, 1.0))
    return max(1.0, round(width * scale, 1)), max(1.0, round(height * scale, 1))


def show_pictures(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks, with its words in the place of each picture that cannot be shown."""
    return tuple(_shown(block) for block in blocks)


def _shown(block: Block) -> Block:
    if isinstance(block, Picture) and prepare_picture(block.file) is None:
        return Paragraph((Run(f"[{block.alt}]", is_emphasis=True),))
    if isinstance(block, Quotation | Note):
        return replace(block, blocks=show_pictures(block.blocks))
    if isinstance(block, Listing):
        return replace(block, items=tuple(Item(show_pictures(one.blocks), one.mark) for one in block.items))
    return block
