"""Measures what a document costs: processor time for each PDF and Word file of about two pages, after start-up.

Run it with `make bench-documents`; nothing is kept, and each paper differs from the others.
"""

import time
from collections.abc import Callable
from dataclasses import replace

from sitegen.documents.pdf import make_pdf
from sitegen.documents.word import WordMaker
from sitegen.papers import Heading, Item, Listing, Numbering, Paper, Run, make_paragraph

WORDS = "That buses to the hospital stop at nine, that nurses pay for taxis, and that the council has the power to act."
ROUNDS = 20


def make_paper() -> Paper:
    """A motion of two pages: two parts with nine clauses each, every third with two below it."""
    below = Listing((Item((make_paragraph("on Sundays"),)), Item((make_paragraph("at night"),))), Numbering.CLAUSES)
    items = tuple(Item((make_paragraph(WORDS), *([below] if number % 3 == 0 else []))) for number in range(9))
    clauses = Listing(items, Numbering.CLAUSES)
    blocks = (Heading(1, (Run("This CLP notes"),)), clauses, Heading(1, (Run("This CLP resolves"),)), clauses)
    return Paper("motions/x/x", "x", "Buses after nine", "Motion", blocks, "12 March 2026", (("Moved", "Ann"),))


def measure(name: str, make: Callable[[Paper], bytes]) -> None:
    """Print processor milliseconds a document, and its size."""
    paper = make_paper()
    size = len(make(paper))
    started = time.process_time()
    for number in range(ROUNDS):
        make(replace(paper, title=f"{paper.title} {number}", blocks=(make_paragraph(str(number)), *paper.blocks)))
    each = (time.process_time() - started) / ROUNDS * 1000
    print(f"{name:<5} {each:5.1f} ms of processor time, {size / 1000:.0f} kB")  # a command prints


def main() -> None:
    """Measure both formats."""
    imprint = "Promoted by Ann Example, 1 High Street, Smallton."
    measure("PDF", lambda paper: make_pdf(paper, "Smallton Labour", imprint, "#b8231b"))
    measure("Word", WordMaker("Smallton Labour", imprint, "#b8231b").make)


if __name__ == "__main__":
    main()
