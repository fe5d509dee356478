"""CSV: RFC 4180, with cells that no spreadsheet takes for a formula (docs/decisions/0010-open-data.md).

UTF-8 without a byte order mark, lines end in CR LF, the first line names the columns.
"""

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Final

from sitegen.datasets import Cell, Dataset

_FORMULA: Final = re.compile(
    "'*(?:"
    "[\\s\x00-\x20\N{NO-BREAK SPACE}\N{ZERO WIDTH SPACE}\N{ZERO WIDTH NO-BREAK SPACE}]*"
    "[=+\\-@\N{FULLWIDTH EQUALS SIGN}\N{FULLWIDTH PLUS SIGN}\N{FULLWIDTH HYPHEN-MINUS}\N{FULLWIDTH COMMERCIAL AT}]"
    "|[\t\r\n])"
)
_QUOTED: Final = re.compile('[",;\t\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]|^\\s|\\s$')


def safe_text(text: str) -> str:
    """The text as a cell that no spreadsheet runs: an apostrophe stands before one that could be a formula.

    That is a text that begins with `=`, `+`, `-` or `@` (their full-width forms too, and after spaces), with a tab or
    a line end; and one that begins with apostrophes and then so, so that `plain_text` finds every text again.
    """
    return f"'{text}" if _FORMULA.match(text) else text


def plain_text(cell: str) -> str:
    """The text that `safe_text` made a cell of: an apostrophe that guards is taken away, and no other."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell[1:]) else cell


def cell_text(cell: Cell) -> str:
    """A cell as CSV holds it: numbers as they are, `true` and `false`, nothing for None."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float):
        return f"{Decimal(repr(cell)):f}"
    return safe_text(cell) if isinstance(cell, str) else str(cell)


def make_csv(dataset: Dataset) -> str:
    """The whole file; a text with a semicolon or a tab is quoted too, since some spreadsheets part cells there."""
    rows: list[Sequence[Cell]] = [tuple(column.name for column in dataset.columns), *dataset.rows]
    return "".join(f"{_line(row)}\r\n" for row in rows)


def _line(row: Iterable[Cell]) -> str:
    return ",".join([_written(cell) for cell in row])


@lru_cache(maxsize=16_384, typed=True)
def _written(cell: Cell) -> str:
    """A cell as it stands in the file; in long tables most cells come again."""
    return _quoted(cell_text(cell))


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"' if _QUOTED.search(text) else text
