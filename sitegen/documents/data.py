"""A paper as plain data, for the template that draws it."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from sitegen.papers import Block, Heading, Listing, Names, Note, Paragraph, Picture, Quotation, Rule, Run, Table

_MANNERS = ("strong", "emphasis", "code", "struck", "added", "raised")


def blocks_as_data(blocks: Iterable[Block], root: Path) -> list[dict[str, Any]]:
    """Blocks as JSON can hold them; the files of pictures are named from `root`."""
    return [_block(block, root) for block in blocks]


def _block(block: Block, root: Path) -> dict[str, Any]:
    if isinstance(block, Heading):
        return {"type": "heading", "level": max(1, block.level), "runs": _runs(block.runs)}
    if isinstance(block, Paragraph):
        return {"type": "paragraph", "lead": block.is_lead, "runs": _runs(block.runs)}
    if isinstance(block, Listing):
        items = [{"mark": item.mark, "blocks": blocks_as_data(item.blocks, root)} for item in block.items]
        return {"type": "listing", "numbering": str(block.numbering), "start": block.start, "items": items}
    if isinstance(block, Table):
        rows = [[{"runs": _runs(cell)} for cell in row] for row in block.rows]
        head = [_runs(cell) for cell in block.head]
        return {"type": "table", "columns": len(head), "head": head, "rows": rows, "caption": block.caption,
                "right": sorted(block.right)}  # fmt: skip
    if isinstance(block, Picture):
        file = "/" + block.file.relative_to(root).as_posix()
        return {"type": "picture", "file": file, "alt": block.alt, "caption": block.caption}
    if isinstance(block, Note):
        return {"type": "note", "title": block.title, "blocks": blocks_as_data(block.blocks, root)}
    if isinstance(block, Quotation):
        return {"type": "quotation", "blocks": blocks_as_data(block.blocks, root)}
    if isinstance(block, Names):
        return {"type": "names", "names": [_runs(one) for one in block.names], "columns": 2}
    assert isinstance(block, Rule)
    return {"type": "rule"}


def _runs(runs: Iterable[Run]) -> list[dict[str, Any]]:
    return [_run(run) for run in runs]


def _run(run: Run) -> dict[str, Any]:
    manners = {name: True for name in _MANNERS if getattr(run, f"is_{name}")}
    more = {name: value for name, value in (("link", run.link), ("blank", run.blank)) if value}
    return {"text": run.text, **manners, **more}
