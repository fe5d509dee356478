"""Papers: what people take away, as a tree that PDF, Word and plain text are made from alike."""

from sitegen.papers.reading import read_blocks, read_runs
from sitegen.papers.tree import (
    Block,
    Heading,
    Item,
    Listing,
    Note,
    Numbering,
    Paper,
    Paragraph,
    Picture,
    Quotation,
    Rule,
    Run,
    Table,
    blocks_within,
    make_paragraph,
    words_of,
)

__all__ = [
    "Block",
    "Heading",
    "Item",
    "Listing",
    "Note",
    "Numbering",
    "Paper",
    "Paragraph",
    "Picture",
    "Quotation",
    "Rule",
    "Run",
    "Table",
    "blocks_within",
    "make_paragraph",
    "read_blocks",
    "read_runs",
    "words_of",
]
