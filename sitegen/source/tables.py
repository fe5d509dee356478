"""Tables: CSV files with the names of their columns in the first line."""

import csv
import io
from collections.abc import Iterator

from sitegen.problems import Place, Problem, make_problem
from sitegen.source.document import Document, Steps, Unreadable, Value


def read_table(text: str, file: str) -> tuple[Document, tuple[Problem, ...]]:
    """A CSV file as `{"rows": […]}`; each row is a mapping from column to what is written there."""
    rows: list[Value] = []
    marks: dict[Steps, tuple[int, int]] = {("columns",): (1, 1)}
    problems: list[Problem] = []
    columns: list[str] = []
    nameless: set[int] = set()
    for line, cells in _csv_lines(text, file):
        if not any(cell.strip() for cell in cells):
            continue
        if not columns:
            columns = [cell.strip() for cell in cells]
            marks["columns",] = (line, 1)
            problems += _check_columns(columns, file, line)
            continue
        if any(cells[len(columns) :]):
            problems.append(make_problem("E110", Place(file, line), cells=len(cells), columns=len(columns)))
            continue
        marks["rows", len(rows)] = (line, 1)
        row = {column: text for column, cell in zip(columns, cells, strict=False) if (text := cell.strip())}
        if row.pop("", ""):
            nameless |= {
                number for number, column in enumerate(columns, 1) if not column and cells[number - 1 : number]
            }
        rows.append(dict(row))
    place = Place(file, marks["columns",][0])
    problems += [make_problem("E123", place, number=number) for number in sorted(nameless)]
    return Document(file, {"rows": rows}, marks, columns=tuple(column for column in columns if column)), tuple(problems)


def _csv_lines(text: str, file: str) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    line = 1
    try:
        for cells in reader:
            yield line, cells
            line = reader.line_num + 1
    except csv.Error:
        raise Unreadable(make_problem("E109", Place(file, line))) from None


def _check_columns(columns: list[str], file: str, line: int) -> Iterator[Problem]:
    if len(columns) == 1 and (";" in columns[0] or "\t" in columns[0]):
        raise Unreadable(make_problem("E111", Place(file, line)))
    seen: set[str] = {""}
    for column in columns:
        if column in seen and column:
            hint = "Keep one of the two columns, or give one another name."
            yield make_problem("E105", Place(file, line), key=column, first=line, hint=hint)
        seen.add(column)
