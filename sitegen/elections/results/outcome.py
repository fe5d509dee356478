"""The outcome of one position, ready to be shown: who got what, who is elected, and the stages of the count."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from sitegen.elections.counting import Count
from sitegen.elections.models import Candidate, Position
from sitegen.elections.results.models import BallotFigures, Method, ResultLine
from sitegen.kind import Entry


class Line(NamedTuple):
    """What one candidate got; figures that the method does not publish are None.

    `elected` is None where nobody can be: in a poll, and where it is not known. `stage` is the one
    at whose end the candidate was elected, 0 without stages.
    """

    candidate: Entry[Candidate]
    figures: ResultLine
    elected: bool | None = None
    first_preferences: int | None = None
    stage: int = 0

    @property
    def name(self) -> str:
        """The candidate's name."""
        return self.candidate.title


@dataclass(frozen=True, slots=True)
class Outcome:
    """The result for one position, best first. `by_number` are the candidates of the count's stages.

    `blank` papers of a ballot file named nobody who stood, and it says who has `withdrawn`.
    `notes` are the editor's words on stages, by number.
    """

    position: Position | None
    method: Method
    seats: int | None
    ballots: BallotFigures
    turnout: str
    lines: tuple[Line, ...]
    count: Count | None = None
    quota: int | None = None
    by_number: tuple[Entry[Candidate], ...] = ()
    is_counted_here: bool = False
    blank: int = 0
    withdrawn: tuple[str, ...] = ()
    is_poll: bool = False
    notes: Mapping[int, str] | None = None

    @property
    def elected(self) -> tuple[Line, ...]:
        """Who is elected, in the order of the lines."""
        return tuple(line for line in self.lines if line.elected)

    @property
    def id(self) -> str:
        """How anchors name it: the position's id, or `result`."""
        return self.position.id if self.position else "result"
