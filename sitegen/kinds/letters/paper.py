"""An open letter on paper: to whom, its demands, how many signed, and who agreed to be named."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from sitegen.kind import Entry, Here, Site
from sitegen.kinds.letters.models import Letter
from sitegen.kinds.letters.signed import count_of, shown_of
from sitegen.kinds.letters.view import STATES
from sitegen.papers import (
    Block,
    Heading,
    Item,
    Listing,
    Names,
    Numbering,
    Paper,
    Quotation,
    Run,
    Runs,
    make_paragraph,
    read_blocks,
)
from sitegen.printing import file_finder, printed_article
from sitegen.signing import Signatory


def make_paper(entry: Entry[Any], site: Site, here: Here) -> Paper:
    """The paper of a letter; nobody without consent is in it."""
    letter = entry.fields
    days = (("Closes", letter.closes), ("Delivered", letter.delivered))
    facts = (
        ("To", letter.to),
        ("From", letter.originator),
        ("How it stands", STATES[letter.status]["words"]),
        *((term, day.words if day else "") for term, day in days),
        ("Signed by", count_of(entry, site).sentence),
    )
    return printed_article(
        entry,
        site,
        here,
        kicker="Open letter",
        facts=tuple((term, text) for term, text in facts if text),
        text=tuple(_with_demands(read_blocks(here.body(entry), file_finder(site)))),
        after=(*_signed(entry, site), *_replies(entry, site, here)),
    )


def _with_demands(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """The first numbered list counted as on the page: `1.`, `a)`, `i)` by depth."""
    is_met = False
    for block in blocks:
        if isinstance(block, Listing) and block.numbering is Numbering.NUMBERS and not is_met:
            is_met = True
            yield replace(_as_clauses(block), start=1)
        else:
            yield block


def _as_clauses(listing: Listing) -> Listing:
    items = (
        Item(tuple(_as_clauses(one) if isinstance(one, Listing) else one for one in item.blocks))
        for item in listing.items
    )
    return Listing(tuple(items), Numbering.CLAUSES)


def _signed(entry: Entry[Letter], site: Site) -> Iterator[Block]:
    signed = shown_of(entry, site)
    for title, rows in (("Organisations that signed", signed.organisations), ("People who signed", signed.people)):
        if rows:
            yield Heading(1, (Run(title),))
            yield Names(tuple(_name(row) for row in rows))


def _name(row: Signatory) -> Runs:
    return (Run(row.name), *((Run(f", {row.known_for}", is_emphasis=True),) if row.known_for else ()))


def _replies(entry: Entry[Letter], site: Site, here: Here) -> Iterator[Block]:
    replies = entry.fields.replies
    if replies:
        yield Heading(1, (Run("What came back"),))
    for reply in replies:
        day = f", {reply.date.words}" if reply.date else ""
        text = read_blocks(here.prose(reply.text, entry), file_finder(site)) if reply.text else ()
        yield Heading(2, (Run(f"{reply.words}{day}"),))
        if text:
            yield Quotation(text)
        if reply.url and reply.url.startswith("http"):
            yield make_paragraph(f"In full: {reply.url}")
