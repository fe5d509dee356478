"""Where a text stands in its file, so that every finding can name its line and column."""

from dataclasses import dataclass
from functools import cached_property

from sitegen.problems import Place


@dataclass(frozen=True)
class Origin:
    """A text, its file, and the place of its first character there."""

    text: str
    file: str
    first_line: int
    first_column: int

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The lines of the text, without what ends them."""
        return tuple(self.text.split("\n"))

    @cached_property
    def _is_ascii(self) -> bool:
        return self.text.isascii()

    def place(self, line: int, column: int = 1) -> Place:
        """The place in the file of a line and a column in bytes of the text, both from 1."""
        if not self._is_ascii and line <= len(self.lines) and not self.lines[line - 1].isascii():
            column = len(self.lines[line - 1].encode()[: column - 1].decode(errors="ignore")) + 1
        return Place(self.file, self.first_line + line - 1, self.first_column + column - 1)

    def find(self, words: str, after: int) -> Place:
        """The place where `words` stand, at or after a line of the text; that line itself if they do not."""
        for index in range(after - 1, len(self.lines)):
            column = self.lines[index].find(words)
            if column >= 0:
                return Place(self.file, self.first_line + index, self.first_column + column)
        return self.place(after)
