"""How deep lists and quotations may go on paper: what is deeper stays, at the deepest indent, with its marks."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from sitegen.clauses.labels import label
from sitegen.papers.tree import Block, Item, Listing, Note, Numbering, Quotation

DEEPEST: Final = 6
"""Levels of lists and quotations that fit on a page with room for words."""


def make_shallow(blocks: Iterable[Block], depth: int = 0) -> tuple[Block, ...]:
    """The same blocks with no more than the deepest level; the order and every word stay."""
    return tuple(made for block in blocks for made in _shallow(block, depth))


def _shallow(block: Block, depth: int) -> Iterator[Block]:
    if isinstance(block, Listing):
        if depth + 1 < DEEPEST:
            items = (replace(item, blocks=make_shallow(item.blocks, depth + 1)) for item in block.items)
            yield replace(block, items=tuple(items))
        else:
            yield Listing(tuple(_lifted(block, depth)), Numbering.WRITTEN)
    elif isinstance(block, Quotation | Note):
        inner = make_shallow(block.blocks, depth + 1)
        if depth + 1 < DEEPEST:
            yield replace(block, blocks=inner)
        else:
            yield from inner
    else:
        yield block


def _lifted(listing: Listing, depth: int) -> Iterator[Item]:
    """The items of a list and of those below it, one after the other, each with the mark it would have."""
    for number, item in enumerate(listing.items, listing.start):
        own = [one for one in item.blocks if not isinstance(one, Listing)]
        yield Item(make_shallow(own, DEEPEST), mark_of(listing, item, number, depth))
        for one in item.blocks:
            if isinstance(one, Listing):
                yield from _lifted(one, depth + 1)


def mark_of(listing: Listing, item: Item, number: int, depth: int) -> str:
    """The mark that stands before an item, by its list's numbering, its number and its depth from 0."""
    if listing.numbering is Numbering.WRITTEN:
        return item.mark
    if listing.numbering is Numbering.CLAUSES:
        return label(number, depth + 1)
    return f"{number}." if listing.numbering is Numbering.NUMBERS else "•"
