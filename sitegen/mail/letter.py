"""A letter in plain text: paragraphs, headings, lists and tables, line by line."""

import re
from collections.abc import Iterable
from functools import cache
from html import unescape
from typing import Final

WIDTH: Final = 72
"""How many characters a line has at most, unless a single word is longer: an address is never broken."""
RULE: Final = "* * *"
"""What stands between parts."""
_NARROWEST: Final = 20
"""Lines far inside lists and quotations still have room for so much."""
_SPACES: Final = re.compile(r"[ \t\r\n]+")


class Letter:
    """The lines so far, the words that wait for the end of their paragraph, and what stands before each line."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.words: list[str] = []
        self.rows: list[list[str]] = []
        self.margins: list[str] = []
        self.numbers: list[int | None] = []
        self.mark = ""
        self.free: str | None = None

    def __str__(self) -> str:
        """The whole text, with one line end."""
        return "\n".join(self.lines).replace("\xa0", " ").strip() + "\n"

    def say(self, words: str) -> None:
        """Add HTML without tags to the words that wait."""
        if words:
            self.words.append(unescape(words) if "&" in words else words)

    def end_paragraph(self, underline: str = "") -> None:
        """Write the words that wait, in lines; with a line of that sign below them."""
        words = self._take()
        if words:
            width = WIDTH - sum(map(len, self.margins))
            lines = _lines_of(max(width, _NARROWEST)).findall(words)
            self._write([*lines, underline * max(map(len, lines))] if underline else lines)

    def leave_free(self) -> None:
        """End the paragraph, and leave a line free: with the shortest margin between the lines around it."""
        self.end_paragraph()
        margin = "".join(self.margins).rstrip()
        if not self.mark and (self.free is None or len(margin) < len(self.free)):
            self.free = margin

    def begin_part(self, margin: str) -> None:
        """Lines from here on have a margin more."""
        self.end_paragraph()
        self.margins.append(margin)

    def end_part(self) -> None:
        """The end of what begin_part or begin_item began."""
        self.end_paragraph()
        self.margins.pop()
        self.mark = ""

    def begin_list(self, first: int | None) -> None:
        """A list; `first` is the number of its first item, None where it has dashes."""
        self.end_paragraph()
        if not self.numbers:
            self.leave_free()
        self.numbers.append(first)

    def end_list(self) -> None:
        """The end of the innermost list."""
        self.end_paragraph()
        self.numbers.pop()
        if not self.numbers:
            self.leave_free()

    def begin_item(self) -> None:
        """An item: its mark stands before its first line."""
        number = self.numbers[-1] if self.numbers else None
        mark = "  – " if number is None else f"  {number}. "
        if number is not None:
            self.numbers[-1] = number + 1
        self.begin_part(" " * len(mark))
        self.mark = mark

    def write_exact(self) -> None:
        """Write the words that wait with their own lines and spaces."""
        whole = "".join(self.words).strip("\n")
        self.words.clear()
        self._write(f"    {line}" for line in whole.split("\n"))

    def end_cell(self) -> None:
        """The words that wait are a cell of the last row."""
        self.rows[-1].append(self._take())

    def write_table(self) -> None:
        """Write the rows that wait, in columns."""
        count = max(map(len, self.rows), default=0)
        rows = [row + [""] * (count - len(row)) for row in self.rows if row]
        self.rows = []
        if rows:
            widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
            lines = [" | ".join(map(str.ljust, row, widths)) for row in rows]
            lines.insert(1, "-|-".join("-" * width for width in widths))
            self._write(lines)

    def rule_off(self) -> None:
        """The line between two parts."""
        self.leave_free()
        self._write([RULE])
        self.leave_free()

    def _take(self) -> str:
        words = _SPACES.sub(" ", "".join(self.words)).strip(" ")
        self.words.clear()
        return words

    def _write(self, lines: Iterable[str]) -> None:
        margin = "".join(self.margins)
        first = "".join(self.margins[:-1]) + self.mark if self.mark else margin
        if self.free is not None:
            self.lines.append(self.free)
            self.free = None
        for line in lines:
            self.lines.append((first + line).rstrip())
            first = margin
        self.mark = ""


@cache
def _lines_of(width: int) -> re.Pattern[str]:
    """A line: a word that is too long for one, or as many words as it holds."""
    return re.compile(rf"(\S{{{width},}}|.{{1,{width}}})(?: |$)")
