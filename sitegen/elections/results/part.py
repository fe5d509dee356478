"""One position of a result while it is read: its figures, who can be in it, and what is wrong so far."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from sitegen.elections.models import Candidate, Contest, Position
from sitegen.elections.order import order_candidates, position_of
from sitegen.elections.results.models import BallotFigures, Figures, Method, Result, ResultKind
from sitegen.kind import Entry, Site
from sitegen.problems import Problem, make_problem
from sitegen.source import Steps
from sitegen.words import did_you_mean

NO_FIGURES = BallotFigures()


@dataclass(slots=True)
class Part:
    """The figures of one position; `at` are the steps to them, `candidates` all of the contest, by id.

    `withheld` are the ids of candidates whose pages are not published, or hold a mistake.
    """

    entry: Entry[Result]
    contest: Entry[Contest]
    position: Position | None
    figures: Figures
    method: Method
    at: Steps
    candidates: Mapping[str, Entry[Candidate]]
    withheld: Collection[str] = ()
    problems: list[Problem] = field(default_factory=list)

    @property
    def is_poll(self) -> bool:
        """Whether nobody can be elected by it."""
        return self.entry.fields.kind is ResultKind.POLL

    @property
    def ballots(self) -> BallotFigures:
        """How many papers: its own, else those of the whole result."""
        return self.figures.ballots or self.entry.fields.ballots or NO_FIGURES

    @property
    def seats(self) -> int | None:
        """How many can be elected, as far as anybody says."""
        return self.figures.seats or self.entry.fields.seats or (self.position.seats if self.position else None)

    @property
    def quota(self) -> int | None:
        """The quota as published: its own, else that of the whole result."""
        return self.figures.quota or self.entry.fields.quota

    @property
    def named(self) -> Mapping[str, str]:
        """Ids of names that a ballot file spells otherwise, those for the whole result among them."""
        return {**self.entry.fields.names, **self.figures.names}

    @property
    def standing(self) -> tuple[Entry[Candidate], ...]:
        """The candidates for this position, in the order of the contest."""
        found = order_candidates(self.contest.fields, self.candidates.values())
        return tuple(one for one in found if position_of(self.contest.fields, one.fields) == self.position)

    def tell(self, code: str, *steps: str | int, **values: object) -> None:
        """A problem at a place below this part."""
        self.problems.append(make_problem(code, self.entry.place(*self.at, *steps), **values))

    def tell_too_many(self, elected: int, *steps: str | int) -> None:
        """That more are elected than there are seats, where it is so."""
        if self.seats is not None and elected > self.seats:
            reason = f"{elected} candidates are marked as elected; seats: {self.seats}"
            self.tell("E690", *steps, reason=reason, hint="Take marks out, or correct 'seats' here or in the contest.")

    def find(self, id: str, *steps: str | int) -> Entry[Candidate] | None:
        """The candidate with an id who stands for this position; None, and a problem, where there is none."""
        found = self.candidates.get(id)
        if not found and id in self.withheld:
            self.tell("W693", *steps, candidate=id)
            return None
        if found and position_of(self.contest.fields, found.fields) != self.position:
            where = self.position.title if self.position else "this position"
            self.tell("E604", *steps, candidate=id, hint=f"The contest has '{id}', but not for {where}.")
            return None
        if not found:
            hint = did_you_mean(id, self.candidates, "Write the name of the candidate's file, without .md.")
            self.tell("E604", *steps, candidate=id, hint=hint)
        return found


def contest_of(entry: Entry[Any], site: Site) -> Entry[Contest] | None:
    """The contest that a result is about."""
    return site.find(Contest, entry.fields.contest)
