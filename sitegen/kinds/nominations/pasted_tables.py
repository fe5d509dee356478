"""A pasted table: a CSV from a spreadsheet, parted by commas, semicolons or tabs, with its own names for columns."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from sitegen.elections.models import Nomination
from sitegen.intake import ImportRefused, PastedText
from sitegen.words import did_you_mean, join_words, make_id

FIELDS: Final = tuple(name for name in Nomination.model_fields if name != "together")
_ALSO: Final[Mapping[str, str]] = {
    "clp": "nominator", "constituency": "nominator", "constituency-labour-party": "nominator", "party": "nominator",
    "local-party": "nominator", "nominated-by": "nominator", "name-of-clp": "nominator", "clp-name": "nominator",
    "nominee": "candidate", "date-of-nomination": "date", "notes": "note", "sources": "source", "link": "source",
    "no": "", "nr": "", "number": "", "row": "", "id": "", "": "",
}  # fmt: skip
"""Other names for a column, as ids; an empty name is a column that only counts the rows."""


class TableRow(NamedTuple):
    """One row: its line, how it was written, and its cells by the names that a list of nominations has."""

    number: int
    text: str
    cells: Mapping[str, str]


def is_table(pasted: PastedText, related: Mapping[str, str]) -> bool:
    """Whether the first line names columns, the nominator's among them."""
    columns = [_column(name, related) for name in _first_row(pasted)]
    return len(columns) > 1 and "nominator" in columns


def read_pasted_table(pasted: PastedText, related: Mapping[str, str]) -> Iterator[TableRow]:
    """Every row that is not empty; raises ImportRefused for a column that is not known."""
    header = _first_row(pasted)
    columns = [_column(name, related) for name in header]
    for name, column in zip(header, columns, strict=True):
        if column is None:
            known = [*FIELDS, *related]
            hint = did_you_mean(name, known, f"Columns here: {join_words(known)}.")
            raise ImportRefused(f"The column '{name}' of '{pasted.name}' is not known. {hint}")
        if column and columns.count(column) > 1:
            raise ImportRefused(f"Two columns of '{pasted.name}' hold '{column}'. Take one of them out.")
    for number, cells in _rows(pasted):
        if len(cells) > len(columns) and any(cell.strip() for cell in cells[len(columns) :]):
            raise ImportRefused(f"Line {number} of '{pasted.name}' has {len(cells)} cells, but {len(columns)} columns.")
        named = zip(columns, cells, strict=False)
        yield TableRow(number, _shown(cells), {name: " ".join(cell.split()) for name, cell in named if name})


def _shown(cells: Sequence[str]) -> str:
    return ", ".join(" ".join(cell.split()) for cell in cells if cell.strip())


def _column(name: str, related: Mapping[str, str]) -> str | None:
    """The field that a column's name stands for; empty for one that only counts, None for one that is not known."""
    id = make_id(name)
    for field in (*FIELDS, *related):
        if id == make_id(field) or (field in related and id == make_id(related[field])):
            return field
    return _ALSO.get(id)


def _first_line(pasted: PastedText) -> str:
    return next((line for line in pasted.lines if line.strip(' ,;\t"')), "")


def _delimiter(pasted: PastedText) -> str:
    return max(",;\t", key=_first_line(pasted).count)


def _first_row(pasted: PastedText) -> list[str]:
    rows = csv.reader([_first_line(pasted)], delimiter=_delimiter(pasted))
    return [cell.strip() for cell in next(rows, [])]


def _rows(pasted: PastedText) -> Iterator[tuple[int, list[str]]]:
    """Every row below the first with the line it begins in."""
    reader = csv.reader((f"{line}\n" for line in pasted.lines), delimiter=_delimiter(pasted))
    begins, is_first = 1, True
    for cells in reader:
        if any(cell.strip() for cell in cells):
            if not is_first:
                yield begins, cells
            is_first = False
        begins = reader.line_num + 1
