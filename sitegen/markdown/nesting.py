"""Lines that are indented below a list item and yet do not belong to it, with the spaces that would do.

Under `-` two spaces nest, under `1.` three, under `10.` four: as many as the item's own words are indented.
A line with fewer begins a list or a paragraph of its own; a list item with four more is words of the line above.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from sitegen.markdown.origin import Origin
from sitegen.problems import Problem, make_problem

_LISTED: Final = re.compile(r"\n([> \t]*+)([-+*][ \t]++|\d{1,9}[.)][ \t]++)")
_INDENTED_ITEM: Final = re.compile(r"\n[ \t>]*+(?<=[ \t])(?:[-+*]|\d{1,9}[.)])[ \t]")
_INDENTED_TEXT: Final = re.compile(r"\n[> \t]*\n(?:> ?+)*+[ \t]++(?![-+*][ \t]|\d{1,9}[.)][ \t])[^ \t\n]")
_ITEM: Final = re.compile(r'<li data-sourcepos="(\d+):\d+-(\d+)')
_CODE: Final = re.compile(r'<pre data-sourcepos="(\d+):\d+-(\d+)')
_QUOTE: Final = re.compile(r"(?:> ?)+")
_MARKER: Final = re.compile(r"(?:([-+*])|(\d{1,9})([.)]))(\s+|$)")
_NOT_MEANT: Final = re.compile(r"#|<|\[[^\]]+\]:|(?:[-*_]\s*){3,}$")


@dataclass(slots=True)
class _Item:
    """An open list item: columns of its marker and of its words, the line where it ends, its number."""

    marker: int
    words: int
    end: int
    number: int
    sign: str
    wanted: int = 0


def find_bad_nesting(html: str, origin: Origin) -> Iterator[Problem]:
    """A problem for each such line; `html` is the parser's, with positions."""
    if not _is_suspect(origin.text):
        return
    ends: dict[int, int] = {}
    for start, end in _ITEM.findall(html):
        ends.setdefault(int(start), int(end))
    for line, found, wanted in _bad_lines(origin.lines, ends, code_lines(html)):
        yield make_problem("W802", origin.place(line), found=found, wanted=wanted)


def _is_suspect(text: str) -> bool:
    """Whether it is worth looking at what the parser made of each line, judged by the indentation alone."""
    if _INDENTED_TEXT.search(text):
        return True
    if not _INDENTED_ITEM.search(text):
        return False
    open_items = [(0, 0)]
    for space, mark in _LISTED.findall("\n" + text):
        indent = len(space.expandtabs(4))
        closed = -1
        while indent < open_items[-1][1]:
            closed, _ = open_items.pop()
            if closed < indent:
                return True
        begins_in_the_middle = closed < 0 and indent and mark[0].isdigit() and mark[:2] not in ("1.", "1)")
        if begins_in_the_middle or indent >= open_items[-1][1] + 4 or ">" in space:
            return True
        open_items.append((indent, indent + len(mark)))
    return False


def code_lines(html: str) -> set[int]:
    """The lines of a text that the parser took for code."""
    return {line for start, end in _CODE.findall(html) for line in range(int(start), int(end) + 1)}


def _bad_lines(lines: tuple[str, ...], ends: dict[int, int], code: set[int]) -> Iterator[tuple[int, int, int]]:
    """Line, spaces found and spaces wanted; `ends` are the parser's items by their first line."""
    items: list[_Item] = []
    last = 0
    for line, written in enumerate(lines, 1):
        quote = _QUOTE.match(written)
        row = (written[quote.end() :] if quote else written).expandtabs(4)
        words = row.lstrip()
        if not words:
            continue
        indent = len(row) - len(words)
        wanted = 0
        if line not in code:
            items = [item for item in items if item.end >= last]
            wanted = _wanted(words, indent, items, line in ends, line > last + 1) if indent and items else 0
            if wanted:
                yield line, indent, wanted
            if line in ends:
                _open(items, words, indent, ends[line], wanted)
        last = line


def _wanted(words: str, indent: int, items: list[_Item], is_item: bool, after_blank: bool) -> int:
    """How many spaces the line needs to belong to the item it stands under; 0 where it does, or need not."""
    if _NOT_MEANT.match(words):
        return 0
    marker = _MARKER.match(words)
    if not (is_item if marker else after_blank):
        return _wanted_by_words(marker, indent, items, after_blank)
    above = next((item for item in reversed(items) if item.marker <= indent), None)
    if above is None or indent >= above.words:
        return 0
    if indent == above.marker:
        return above.wanted if is_item else 0
    if marker and marker[3] == above.sign and int(marker[2]) == above.number + 1:
        return 0
    return above.words


def _wanted_by_words(marker: re.Match[str] | None, indent: int, items: list[_Item], after_blank: bool) -> int:
    """For what looks like an item and became words of the line above, since it is indented too far."""
    if after_blank or marker is None or not marker[4] or marker[2] not in (None, "1"):
        return 0
    above = next((item for item in reversed(items) if item.marker < indent), None)
    return above.words if above and not above.words <= indent < above.words + 4 else 0


def _open(items: list[_Item], words: str, indent: int, end: int, wanted: int) -> None:
    """Add the item that begins on a line, and those inside it on the same line (`- 1. words`)."""
    while items and items[-1].words > indent:
        items.pop()
    while marker := _MARKER.match(words):
        gap = len(marker[4])
        width = len(marker[0]) if 1 <= gap <= 4 and marker.end() < len(words) else len(marker[0]) - gap + 1
        items.append(_Item(indent, indent + width, end, int(marker[2] or 0), marker[3] or "", wanted))
        indent, words, wanted = indent + width, words[width:].lstrip(), 0
