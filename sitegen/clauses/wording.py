"""What a text of clauses consists of: parts, options, clauses in one another, and passages without a number."""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple

from sitegen.markdown import Body


class Role(StrEnum):
    """What a part of a motion does; `TEXT` is a motion without parts, `OTHER` a part whose heading names none."""

    NOTES = "notes"
    BELIEVES = "believes"
    RESOLVES = "resolves"
    MANDATES = "mandates"
    PROPOSES = "proposes"
    CALLS = "calls"
    PROCEDURE = "procedure"
    APPENDIX = "appendix"
    TEXT = "text"
    OTHER = "part"


class Shape(StrEnum):
    """What a passage without a number is."""

    PARAGRAPH = "paragraph"
    QUOTATION = "quotation"
    HEADING = "heading"
    OTHER = "other"


class Passage(NamedTuple):
    """What has no number: a lead-in, a quotation, a sub-heading, a table.

    `text` holds what stands in a paragraph, a quotation or a heading, and all of anything else, tags included.
    """

    shape: Shape
    text: Body
    anchor: str = ""
    level: int = 0


class Clause(NamedTuple):
    """One clause: its name (`resolves.3.a`), the label before it (`a)`; empty for none), its words, what is below it.

    `line` is where it begins in its file, 0 where that is not known.
    """

    name: str
    label: str
    text: Body
    below: "tuple[Clause | Passage, ...]" = ()
    line: int = 0

    @property
    def anchor(self) -> str:
        """What a link to it ends in: `resolves-3-a`."""
        return self.name.replace(".", "-")

    @property
    def spoken(self) -> str:
        """How people say it: `resolves 3 a`."""
        return self.name.replace(".", " ")

    @property
    def depth(self) -> int:
        """1 for the outermost."""
        return self.name.count(".")


Block = Clause | Passage


class Option(NamedTuple):
    """One choice that a composite leaves to the meeting."""

    title: Body
    anchor: str
    blocks: tuple[Block, ...]


class Part(NamedTuple):
    """A part of a text: its name (`resolves2`), its heading as written (None where there is none), what is in it."""

    name: str
    role: Role
    title: Body | None
    anchor: str
    blocks: tuple[Block | Option, ...]
    line: int = 0


class Wording(NamedTuple):
    """A whole text: its parts, and the footnotes of all of them."""

    parts: tuple[Part, ...]
    footnotes: Body | None = None

    def find(self, name: str) -> Clause | None:
        """The clause of that name."""
        return next((clause for clause in clauses_of(self) if clause.name == name), None)


def clauses_of(within: Wording | Part | Option | Clause) -> Iterator[Clause]:
    """All clauses, in order, those below others behind them."""
    inner: Iterable[object]
    if isinstance(within, Wording):
        inner = within.parts
    elif isinstance(within, Clause):
        inner = within.below
    else:
        inner = within.blocks
    for one in inner:
        if isinstance(one, Clause):
            yield one
        if isinstance(one, Clause | Option | Part):
            yield from clauses_of(one)
