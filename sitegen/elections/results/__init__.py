"""Results: what editors write of an election, a selection or a poll, and the outcome that every page shows."""

from sitegen.elections.results.models import Figures, Method, PositionResult, Result, ResultKind
from sitegen.elections.results.outcome import Line, Outcome
from sitegen.elections.results.reading import make_outcomes, read_outcomes

__all__ = [
    "Figures",
    "Line",
    "Method",
    "Outcome",
    "PositionResult",
    "Result",
    "ResultKind",
    "make_outcomes",
    "read_outcomes",
]
