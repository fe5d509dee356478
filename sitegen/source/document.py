"""What reading a file gives: its values, and the line and column of each."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from sitegen.problems import Place, Problem

Value: TypeAlias = "str | list[Value] | dict[str, Value]"
Steps: TypeAlias = "tuple[str | int, ...]"

BLOCK: Final = "|"
"""Last step of the mark that says where the lines of a block text (`|`, `>`) begin."""


class Refused(str):
    """Stands where a value cannot be read; the problem with it is told already."""

    __slots__ = ()


@dataclass(frozen=True, slots=True, eq=False)
class Document:
    """One source file: its values, where each of them stands, and its Markdown body.

    `marks` maps the steps to a value (`("posts", 2, "role")`) to line and column, from 1.
    `columns` are those of a table. `companions` are files that belong to it, reached by
    their name as first step.
    """

    file: str
    values: dict[str, Value]
    marks: Mapping[Steps, tuple[int, int]] = field(default_factory=dict)
    body: str = ""
    body_line: int = 1
    companions: Mapping[str, "Document"] = field(default_factory=dict)
    columns: tuple[str, ...] = ()

    def place(self, *steps: str | int) -> Place:
        """Where the value at `steps` stands, or the nearest thing around it."""
        if steps and steps[0] in self.companions:
            return self.companions[str(steps[0])].place(*steps[1:])
        for length in range(len(steps), 0, -1):
            if mark := self.marks.get(steps[:length]):
                return Place(self.file, *mark)
        return Place(self.file)

    def place_in(self, steps: Steps, line: int, column: int) -> Place:
        """Where a line and a column of the text at `steps` stand, both from 1."""
        if steps and steps[0] in self.companions:
            return self.companions[str(steps[0])].place_in(steps[1:], line, column)
        if mark := self.marks.get((*steps, BLOCK)):
            return Place(self.file, mark[0] + line - 1, column)
        return self.place(*steps)


class Unreadable(Exception):
    """This one file cannot be read; `problem` says why and what to write instead."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem
