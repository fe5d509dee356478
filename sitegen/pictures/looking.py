"""Looking at a picture for the first time: what it is, whether it can be shown, and its upright size."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Final
from xml.parsers import expat

from sitegen.pictures.cleaning import clean
from sitegen.pictures.facts import Facts

EMPTY: Final = "E814"
DAMAGED: Final = "E815"
OF_IPHONES: Final = "E816"
MISNAMED: Final = "E817"
TOO_LARGE: Final = "E818"
_HEIC: Final = frozenset((b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"))
_STARTS: Final = {b"\xff\xd8": "JPEG", b"\x89PNG": "PNG", b"RIFF": "WEBP", b"GIF8": "GIF"}
_FAR: Final = 4096
"""How far behind the start of a drawing its first tag may stand, comments before it."""
_LENGTH: Final = re.compile(r"\s*([0-9]+(?:\.[0-9]+)?)(?:px)?\s*")
_SVG: Final = "http://www.w3.org/2000/svg"


def is_of_iphones(content: bytes) -> bool:
    """Whether a file is HEIC, whatever it is called."""
    return content[4:8] == b"ftyp" and content[8:12] in _HEIC and b"avif" not in content[8:32]


def look_at(content: bytes, address: str, keep_redrawn: Callable[[bytes], None]) -> Facts:
    """What a file holds; `keep_redrawn` is given the picture that takes its place, where its pixels had to change."""
    if not content:
        return Facts(trouble=EMPTY)
    if is_of_iphones(content):
        return Facts(trouble=OF_IPHONES)
    form = next((name for start, name in _STARTS.items() if content.startswith(start)), "")
    if not form and b"<svg" in content[:_FAR]:
        form = "SVG"
    if (form == "SVG") != (PurePosixPath(address).suffix.lower() == ".svg"):
        return Facts(form, trouble=MISNAMED if form else DAMAGED)
    if form == "SVG":
        return _look_at_drawing(content)
    from sitegen.pictures.drawing import CannotDraw, redraw  # brings Pillow, which most builds have no need of

    try:
        facts, redrawn = redraw(content)
    except CannotDraw as reason:
        return Facts(trouble=TOO_LARGE if reason.is_size else DAMAGED)
    if redrawn is not None:
        keep_redrawn(redrawn)
    return replace(facts, size=len(clean(content) if redrawn is None else redrawn))


def _look_at_drawing(content: bytes) -> Facts:
    """A drawing is shown if it is well-formed; its size counts where it is written in pixels."""
    found: list[dict[str, str]] = []

    def begin(name: str, attributes: dict[str, str]) -> None:
        if not found:
            found.append(attributes if name == f"{_SVG} svg" else {})

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = begin
    try:
        parser.Parse(content, True)
    except (expat.ExpatError, ValueError):
        return Facts(trouble=DAMAGED)
    sides = [_LENGTH.fullmatch(found[0].get(name, "")) for name in ("width", "height")]
    width, height = (round(float(side[1])) if side else 0 for side in sides)
    whole = (width, height) if width and height else (0, 0)
    return Facts("SVG", *whole, size=len(content))
