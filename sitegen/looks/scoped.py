"""The stylesheet of our components for pages that stand in another theme's frame."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from sitegen.looks.stylesheet import find_component_styles, make_sheets, minify

ROOM: Final = "[dir] .md-typeset .clp"
"""The box that our content stands in: no rule reaches out of it, and each is stronger than the frame's."""
TOKENS: Final = "styles/material.css"
REM: Final = 0.8
"""Material sets the root letter to 20 pixels, where components count on 16."""

_SIZE: Final = re.compile(r"(?<![\w.-])(\d*\.?\d+)rem\b")


def make_scoped_stylesheet(theme_dirs: Sequence[Path]) -> str:
    """Every component's styles in one sheet, minified: `TOKENS` as it is, then all else inside `ROOM`.

    The first of `theme_dirs` that holds a file wins. Raises StopIteration where none holds `TOKENS`.
    """
    tokens = next(folder / TOKENS for folder in theme_dirs if (folder / TOKENS).is_file()).read_text("utf-8")
    components = [path.read_text("utf-8") for path in find_component_styles(theme_dirs)]
    rules = minify([*components, *make_sheets(theme_dirs).values()])
    return minify([tokens, "".join(_scope(rules))])


def _scope(css: str) -> Iterator[str]:
    """Minified rules, each selector inside `ROOM`, sizes in the root letter of the frame."""
    place = 0
    while (opening := css.find("{", place)) >= 0:
        head, closing = css[place:opening].strip(), _end_of_block(css, opening)
        block = css[opening + 1 : closing]
        if head.startswith("@"):
            yield f"{head}{{{''.join(_scope(block))}}}"
        else:
            yield f"{_in_room(head)}{{{_SIZE.sub(_scaled, block)}}}\n"
        place = closing + 1


def _end_of_block(css: str, opening: int) -> int:
    """Where the block ends that opens there."""
    depth = 0
    for place in range(opening, len(css)):
        depth += {"{": 1, "}": -1}.get(css[place], 0)
        if depth == 0:
            return place
    raise ValueError("A block of the stylesheet has no end.")


def _in_room(selectors: str) -> str:
    """Each selector of a list inside `ROOM`; what a selector says of the page itself, it says of the room."""
    return ",".join(f"{ROOM} {one.replace('.page>', '').strip()}" for one in _split(selectors))


def _split(selectors: str) -> Iterator[str]:
    """The selectors of a list; a comma within brackets parts none."""
    depth, start = 0, 0
    for place, letter in enumerate(selectors):
        depth += {"(": 1, ")": -1}.get(letter, 0)
        if letter == "," and not depth:
            yield selectors[start:place]
            start = place + 1
    yield selectors[start:]


def _scaled(size: re.Match[str]) -> str:
    return f"{float(size[1]) * REM:.4g}rem"
