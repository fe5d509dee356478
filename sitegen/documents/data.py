"""A paper as plain data, for the template that draws it."""

from collections.abc import Callable, Iterable
from typing import Any, Final

from sitegen.documents.tables import break_words, fit_table
from sitegen.papers import Block, Heading, Listing, Names, Note, Paragraph, Picture, Quotation, Rule, Run, Table

_MANNERS: Final = ("strong", "emphasis", "code", "struck", "added", "raised")
_LONGEST_WORD: Final = 48
"""Longer words, such as addresses of the web, may break anywhere: they would run off the page."""

Place = Callable[[Picture], dict[str, Any]]
"""The file of a picture as the template finds it (`file`), and its width in points (`width`)."""


def blocks_as_data(blocks: Iterable[Block], place: Place, *, is_within: bool = False) -> list[dict[str, Any]]:
    """Blocks as JSON can hold them; `is_within`: they stand inside another block."""
    return [_block(block, place, is_within) for block in blocks]


def _block(block: Block, place: Place, is_within: bool) -> dict[str, Any]:
    if isinstance(block, Heading):
        return {"type": "heading", "level": max(1, block.level), "runs": _runs(block.runs)}
    if isinstance(block, Paragraph):
        return {"type": "paragraph", "lead": block.is_lead, "runs": _runs(block.runs)}
    if isinstance(block, Listing):
        items = [{"mark": item.mark, "blocks": _inner(item.blocks, place)} for item in block.items]
        return {"type": "listing", "numbering": str(block.numbering), "start": block.start, "items": items}
    if isinstance(block, Table):
        return _table(block, is_within)
    if isinstance(block, Picture):
        return {"type": "picture", "alt": block.alt, "caption": block.caption, **place(block)}
    if isinstance(block, Note):
        return {"type": "note", "title": block.title, "blocks": _inner(block.blocks, place)}
    if isinstance(block, Quotation):
        return {"type": "quotation", "blocks": _inner(block.blocks, place)}
    if isinstance(block, Names):
        return {"type": "names", "names": [_runs(one) for one in block.names], "columns": 2}
    assert isinstance(block, Rule)
    return {"type": "rule"}


def _inner(blocks: Iterable[Block], place: Place) -> list[dict[str, Any]]:
    return blocks_as_data(blocks, place, is_within=True)


def _table(table: Table, is_within: bool) -> dict[str, Any]:
    fit = fit_table(table, is_within=is_within)
    longest = fit.breaks_after or _LONGEST_WORD
    head = [_runs(break_words(cell, longest)) for cell in table.head]
    rows = [[{"runs": _runs(break_words(cell, longest))} for cell in row] for row in table.rows]
    return {
        "type": "table",
        "columns": len(head),
        "head": head,
        "rows": rows,
        "caption": table.caption,
        "right": sorted(table.right),
        "size": fit.size,
        "turned": fit.is_turned,
        "shared": bool(fit.breaks_after),
    }


def _runs(runs: Iterable[Run]) -> list[dict[str, Any]]:
    return [_run(run) for run in break_words(tuple(runs), _LONGEST_WORD)]


def _run(run: Run) -> dict[str, Any]:
    manners = {name: True for name in _MANNERS if getattr(run, f"is_{name}")}
    more = {name: value for name, value in (("link", run.link), ("blank", run.blank)) if value}
    return {"text": run.text, **manners, **more}
