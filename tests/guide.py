"""The examples of the guide: what stands in the fenced blocks of a page, and what is to be done with each."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tests import ROOT

GUIDE: Final = ROOT / "docs" / "guide"
_BLOCK: Final = re.compile(r"^( *)```(\w+)(?: +([^\n]+))?\n(.*?)^\1```$", re.MULTILINE | re.DOTALL)
_SHOWN_ONLY: Final = frozenset(("sh", "text"))
_DEEDS: Final = frozenset(("add", "fields", "wrong", "says", "pasted", "run"))


@dataclass(frozen=True, slots=True)
class Example:
    """A fenced block: `deed` is what is done with it, `file` where it is written, `line` where it begins."""

    page: Path
    line: int
    language: str
    deed: str
    file: str
    text: str

    @property
    def place(self) -> str:
        """Where it stands, as an editor's program shows it."""
        return f"{self.page.relative_to(ROOT)}:{self.line}"


def read_examples(page: Path) -> tuple[Example, ...]:
    """The examples of a page, in its order; a block whose first line says nothing of use raises ValueError."""
    text = page.read_text(encoding="utf-8")
    found = tuple(_examples(page, text))
    if text.count("```") != 2 * len(found):
        raise ValueError(f"{page}: a fenced block is not closed, or not indented as it was begun.")
    return found


def _examples(page: Path, text: str) -> Iterator[Example]:
    for block in _BLOCK.finditer(text):
        indent, language, said, lines = block.groups()
        line = text.count("\n", 0, block.start()) + 1
        words = (said or "").split()
        deed = words.pop(0) if words and words[0] in _DEEDS else "write" if words else "show"
        if deed == "show" and language not in _SHOWN_ONLY:
            raise ValueError(f"{page}:{line}: say which file the example is for: ```{language} data/officers.yml")
        yield Example(page, line, language, deed, words[0] if words else "", _outdent(lines, len(indent)))


def _outdent(lines: str, width: int) -> str:
    return "".join(line[width:] if line[:width].isspace() else line for line in lines.splitlines(keepends=True))


def guide_pages() -> tuple[Path, ...]:
    """Every page of the guide."""
    return tuple(sorted((GUIDE / "content").rglob("*.md")))
