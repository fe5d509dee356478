"""Rows at the end of a table: every byte that stands in the file stays, and new rows are written as it writes its own.

That is: its line ends, its order of columns, quotation marks around every cell where it has them around every cell.
"""

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from sitegen.intake import ImportRefused

_LINE_END: Final = re.compile(r"\r\n|\n|\r")
_BYTE_ORDER_MARK: Final = b"\xef\xbb\xbf"


def append_rows(content: bytes, rows: Iterable[Mapping[str, str]], file: str) -> bytes:
    """The table with `rows` at its end, each from names of columns to cells; an empty cell needs no column.

    Raises ImportRefused where a row has something for a column that the table (named `file`) does not have.
    """
    listed = list(rows)
    lines = content.removeprefix(_BYTE_ORDER_MARK).decode()
    columns = [name.strip() for name in next(csv.reader(io.StringIO(lines, newline="")), [])]
    if missing := [name for row in listed for name, cell in row.items() if cell and name not in columns]:
        raise ImportRefused(
            f"The table {file} has no column '{missing[0]}'. Add it at the end of the first line: ',{missing[0]}'."
        )
    end = _line_end(lines)
    gap = "" if not lines or lines.endswith(("\n", "\r")) else end
    cells = [[row.get(name, "") for name in columns] for row in listed]
    return content + (gap + write_lines(cells, end, quoted=_is_quoted(lines))).encode()


def new_table(columns: Sequence[str], rows: Iterable[Mapping[str, str]]) -> bytes:
    """A table that is not there yet, with the names of its columns in the first line."""
    return write_lines([list(columns), *([row.get(name, "") for name in columns] for row in rows)], "\n").encode()


def write_lines(rows: Iterable[Sequence[str]], end: str, *, quoted: bool = False) -> str:
    """Lines of a table, each with `end`; quotation marks where they are needed, or around every cell."""
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator=end, quoting=csv.QUOTE_ALL if quoted else csv.QUOTE_MINIMAL).writerows(rows)
    return out.getvalue()


def _line_end(text: str) -> str:
    """What the first line of the file ends with."""
    found = _LINE_END.search(text)
    return found[0] if found else "\n"


def _is_quoted(text: str) -> bool:
    """Whether every cell of the first two lines has quotation marks."""
    lines = [line for line in _LINE_END.split(text, maxsplit=8) if line.strip()][:2]
    rows = [(line, next(csv.reader([line]))) for line in lines]
    return bool(rows) and all(line == write_lines([cells], "", quoted=True) for line, cells in rows)
