"""Where a text stands in its file, so that every finding can name its line and column."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from sitegen.problems import Place


@dataclass(frozen=True)
class Origin:
    """A text, its file, and the place of its first character there.

    `letters` are the marks of list items, by line, that stand in the text as the parser knows them.
    """

    text: str
    file: str
    first_line: int
    first_column: int
    letters: Mapping[int, str] = field(default_factory=dict)

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The lines of the text, without what ends them."""
        return tuple(self.text.split("\n"))

    @cached_property
    def has_footnotes(self) -> bool:
        """Whether there may be a footnote in the text."""
        return "^" in self.text and "[^" in self.text

    @cached_property
    def _is_ascii(self) -> bool:
        return self.text.isascii()

    def position(self, line: int, column: int) -> tuple[int, int]:
        """A line and a column in bytes of the text, both from 1, as that line and the column in the file."""
        if not self._is_ascii and line <= len(self.lines) and not self.lines[line - 1].isascii():
            column = len(self.lines[line - 1].encode()[: column - 1].decode(errors="ignore")) + 1
        return line, self.first_column + column - 1

    def place(self, line: int, column: int = 1) -> Place:
        """The place in the file of a line and a column in bytes of the text, both from 1."""
        line, column = self.position(line, column)
        return Place(self.file, self.first_line + line - 1, column)

    def find(self, after: int, *spellings: str) -> tuple[int, int]:
        """The line of the text, and the column in the file, where one of the spellings stands from a line on.

        Else where it stands above that line; else the beginning of that line.
        """
        for words in spellings:
            for index in (*range(after - 1, len(self.lines)), *range(after - 1)):
                column = self.lines[index].find(words)
                if column >= 0:
                    return index + 1, self.first_column + column
        return after, self.first_column

    def place_of(self, words: str) -> Place:
        """The place in the file where `words` stand for the first time."""
        line, column = self.find(1, words)
        return Place(self.file, self.first_line + line - 1, column)
