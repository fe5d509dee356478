"""Problems: what is wrong in a party's files, worded for the person who edits them.

Finding a problem and wording it are apart: whoever finds one names a code of
`CATALOGUE` and gives the values; the sentences stand in the room `catalogue` alone.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from sitegen.catalogue import CATALOGUE


class Severity(StrEnum):
    """How much a problem matters: an error stops the build, a warning is mended, a note is known."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


_SEVERITIES = {"E": Severity.ERROR, "W": Severity.WARNING, "N": Severity.NOTE}


@dataclass(frozen=True, order=True, slots=True)
class Place:
    """A spot in a source file: path from the party's folder with `/`, line and column from 1."""

    file: str
    line: int = 1
    column: int = 1


@dataclass(frozen=True, order=True, slots=True)
class Problem:
    """One mistake in one source file: what is wrong, and what to write instead."""

    place: Place
    code: str
    message: str
    hint: str = field(default="", compare=True)

    @property
    def severity(self) -> Severity:
        """The severity, which the first letter of the code states."""
        return _SEVERITIES[self.code[0]]

    def __str__(self) -> str:
        first = f"{self.place.file}:{self.place.line}: {self.message}"
        return f"{first}\n    {self.hint}" if self.hint else first


class ContentError(Exception):
    """The content cannot be published; `problems` holds every mistake that was found."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems


def make_problem(code: str, place: Place, **values: object) -> Problem:
    """The problem `code` at `place`, its sentences filled from `values`.

    `hint` among the values replaces the hint of the catalogue (for "Did you mean …?").
    Raises KeyError for a code or a value that the catalogue does not know.
    """
    entry = CATALOGUE[code]
    hint = values.pop("hint", None)
    wording = entry.hint.format(**values) if hint is None else str(hint)
    return Problem(place, code, entry.message.format(**values), wording)
