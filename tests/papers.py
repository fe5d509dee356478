"""A paper for tests, with everything that a motion has, and its documents made and opened."""

import io
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Final

import docx
import docx.document

from sitegen.documents.made import MadeDocument
from sitegen.documents.making import Sender, make_documents
from sitegen.keeping import Keeper
from sitegen.papers import (
    Block,
    Heading,
    Item,
    Listing,
    Note,
    Numbering,
    Paper,
    Paragraph,
    Quotation,
    Run,
    Table,
    make_paragraph,
)

CLAUSES: Final = Listing(
    (
        Item(
            (
                make_paragraph("That buses stop at nine"),
                Listing(
                    (
                        Item((make_paragraph("on Sundays"),)),
                        Item(
                            (
                                make_paragraph("and on"),
                                Listing((Item((make_paragraph("bank holidays"),)),), Numbering.CLAUSES),
                            )
                        ),
                    ),
                    Numbering.CLAUSES,
                ),
            )
        ),
        Item((Paragraph((Run("That "), Run("name of your CLP", blank="clp"), Run(" says so"))),)),
    ),
    Numbering.CLAUSES,
)
TABLE: Final = Table(((Run("Item"),), (Run("Pounds"),)), (((Run("Hall"),), (Run("120"),)),), right=frozenset((1,)))
BLOCKS: Final[tuple[Block, ...]] = (
    Heading(1, (Run("This CLP notes"),)),
    CLAUSES,
    Heading(1, (Run("This CLP resolves"),)),
    replace(CLAUSES, items=CLAUSES.items[:1]),
    Note("Note", (make_paragraph("Apart."),)),
    Quotation((make_paragraph("She said so."),)),
    TABLE,
    Paragraph((Run("More at "), Run("our site", link="https://example.org/"), Run("."))),
)
PAPER: Final = Paper(
    "motions/x/x", "x-motion-us", "Buses after nine", "Motion", BLOCKS, "12 March 2026", (("Moved", "Ann"),)
)


def make(*papers: Paper, folder: Path) -> tuple[MadeDocument, ...]:
    """The documents of papers, as a party of Smallton gives them out."""
    sender = Sender("Smallton Labour", "Promoted by Ann Example, 1 High Street, Smallton.", "#b8231b")
    return make_documents(papers, sender, Keeper(folder / ".cache"))


def open_word(made: MadeDocument) -> docx.document.Document:
    """A Word file, opened."""
    return docx.Document(io.BytesIO(made.content))


def text_of(made: MadeDocument, tmp_path: Path) -> str:
    """The words of a PDF, in the order in which it is read."""
    file = tmp_path / "read.pdf"
    file.write_bytes(made.content)
    done = subprocess.run(["pdftotext", "-layout", str(file), "-"], capture_output=True, text=True, check=True)
    return done.stdout
