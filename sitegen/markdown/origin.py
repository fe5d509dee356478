"""Where a text stands in its file, so that every finding can name its line and column."""

from dataclasses import dataclass

from sitegen.problems import Place


@dataclass(frozen=True, slots=True)
class Origin:
    """A text's lines, its file, and the place of its first character there."""

    lines: tuple[str, ...]
    file: str
    first_line: int
    first_column: int

    def place(self, line: int, column: int = 1) -> Place:
        """The place in the file of a line and a column in bytes of the text, both from 1."""
        row = self.lines[line - 1] if line <= len(self.lines) else ""
        if not row.isascii():
            column = len(row.encode()[: column - 1].decode(errors="ignore")) + 1
        return Place(self.file, self.first_line + line - 1, self.first_column + column - 1)

    def find(self, words: str, after: int) -> Place:
        """The place where `words` stand, at or after a line of the text; that line itself if they do not."""
        for index in range(after - 1, len(self.lines)):
            column = self.lines[index].find(words)
            if column >= 0:
                return Place(self.file, self.first_line + index, self.first_column + column)
        return self.place(after)
