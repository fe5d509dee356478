"""JSON: the rows of a dataset with everything that must be read with them, in one file that can travel alone."""

import json
from collections.abc import Mapping, Sequence
from functools import lru_cache

from sitegen.datasets import Cell, Dataset
from sitegen.exports.licences import licence_of
from sitegen.party import Party


def make_json(dataset: Dataset, party: Party, page: str) -> str:
    """The whole file, one row a line; a cell that is not known is null, and texts are as they are.

    `page` is the full address of the page that shows the same, or empty.
    """
    head: dict[str, object] = {
        "title": dataset.title,
        "description": dataset.description,
        "publisher": party.name,
        "page": page,
        "licence": licence_of(party),
        "as_at": dataset.as_at.iso if dataset.as_at else None,
        "notice": dataset.notice or None,
        "sources": [_without_empty({"title": one.title, "url": one.url}) for one in dataset.sources],
        "columns": [
            {"name": one.name, "title": one.title, "type": str(one.type), "description": one.description}
            for one in dataset.columns
        ],
    }
    names = [_dump(column.name) for column in dataset.columns]
    lines = [f"  {_dump(name)}: {_dump(value)}," for name, value in head.items()]
    rows = [f"    {{{_row(names, row)}}}" for row in dataset.rows]
    listed = ",\n".join(rows)
    return "\n".join(["{", *lines, '  "rows": [', *([listed] if rows else []), "  ]", "}", ""])


def _row(names: Sequence[str], row: Sequence[Cell]) -> str:
    return ", ".join([f"{name}: {_written(cell)}" for name, cell in zip(names, row, strict=True)])


@lru_cache(maxsize=16_384, typed=True)
def _written(cell: Cell) -> str:
    """A cell as JSON; in long tables most cells come again."""
    return _dump(cell)


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _without_empty(values: Mapping[str, str]) -> dict[str, str]:
    return {name: value for name, value in values.items() if value}
