"""The tree of a paper: blocks of runs, without a word on how they look."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final, TypeAlias


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one manner. `link` is an absolute address; `blank` is the id of a gap to fill, whose words name it.

    A break of the line is a run of its own, `\\n`.
    """

    text: str
    is_strong: bool = False
    is_emphasis: bool = False
    is_code: bool = False
    is_struck: bool = False
    is_added: bool = False
    is_raised: bool = False
    link: str = ""
    blank: str = ""


Runs: TypeAlias = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is the first below the title of the paper."""

    level: int
    runs: Runs


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; `is_lead` is the sentence that leads into a list, and stays with it."""

    runs: Runs
    is_lead: bool = False


class Numbering(StrEnum):
    """How the items of a list are marked."""

    CLAUSES = "clauses"
    """`1.`, `a)`, `i)` by depth; goes on by itself when somebody adds one."""

    WRITTEN = "written"
    """Each with its own mark, as it was written."""

    NUMBERS = "numbers"
    """`1.`, `2.` at each depth."""

    BULLETS = "bullets"
    """A dot."""


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a list; `mark` is its own where it was written with one."""

    blocks: "tuple[Block, ...]"
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Listing:
    """A list; lists below an item are among the item's blocks. `start` is the number of the first item."""

    items: tuple[Item, ...]
    numbering: Numbering = Numbering.BULLETS
    start: int = 1


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words of somebody else."""

    blocks: "tuple[Block, ...]"


@dataclass(frozen=True, slots=True)
class Note:
    """Something said apart from the text, such as the editor's note."""

    title: str
    blocks: "tuple[Block, ...]"


@dataclass(frozen=True, slots=True)
class Table:
    """Cells in rows under a row of headings; every row has as many cells. `right` are columns of figures."""

    head: tuple[Runs, ...]
    rows: tuple[tuple[Runs, ...], ...]
    caption: str = ""
    right: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture from a file, with what it shows for those who do not see it; `caption` is printed."""

    file: Path
    alt: str
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Names:
    """Names in columns, in the order given."""

    names: tuple[Runs, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """A line between two parts."""


Block: TypeAlias = Heading | Paragraph | Listing | Quotation | Note | Table | Picture | Names | Rule


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper: its text, and what stands around it.

    `base` is its address without an ending (`motions/fair-pay/fair-pay`), `saved_name` what a saved file is called,
    without an ending too. `facts` stand in two columns below the title. `day` is that of the content, never today's.
    `formats` are the endings that are made of it: `pdf`, `docx`, `txt`.
    """

    base: str
    saved_name: str
    title: str
    kicker: str
    blocks: tuple[Block, ...]
    day: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    author: str = ""
    language: str = "en"
    formats: tuple[str, ...] = ("pdf", "docx")


LONGEST_BY_HAND: Final = 3
"""How many headings a paper may have before a reader is given bookmarks."""


def make_paragraph(text: str) -> Paragraph:
    """A paragraph of plain words."""
    return Paragraph((Run(text),))


def words_of(runs: Iterable[Run]) -> str:
    """The words of runs, without their manner."""
    return "".join(run.text for run in runs)


def blocks_within(blocks: Iterable[Block]) -> Iterator[Block]:
    """Every block at any depth, in order."""
    for block in blocks:
        yield block
        if isinstance(block, Listing):
            for item in block.items:
                yield from blocks_within(item.blocks)
        elif isinstance(block, Quotation | Note):
            yield from blocks_within(block.blocks)
