"""The lines of a result: which figures a method has, ranks without gaps, no more votes than papers."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Final

from sitegen.elections.results.models import Method, ResultLine
from sitegen.elections.results.part import Part
from sitegen.words import join_words

NEEDED: Final[Mapping[Method, tuple[tuple[str, ...], ...]]] = {
    Method.ORDER: (("rank",),),
    Method.FIRST_PREFERENCES: (("first_preferences", "votes"),),
    Method.STV: (),
    Method.FPTP: (("votes",),),
    Method.YES_NO: (("yes", "votes"),),
}
"""What each line must have: one of each group."""

ALLOWED: Final[Mapping[Method, tuple[str, ...]]] = {
    Method.ORDER: ("rank", "joint"),
    Method.FIRST_PREFERENCES: ("first_preferences", "votes", "rank", "joint"),
    Method.STV: ("first_preferences", "votes", "rank", "joint"),
    Method.FPTP: ("votes", "rank", "joint"),
    Method.YES_NO: ("yes", "no", "abstain", "votes", "rank", "joint"),
}
FIGURES: Final = ("rank", "joint", "votes", "first_preferences", "yes", "no", "abstain")


def check_lines(part: Part) -> None:
    """Every rule for the lines, told where it is broken."""
    _check_candidates(part)
    _check_fields(part)
    _check_ranks(part)
    _check_ballots(part)
    _check_votes(part)
    part.tell_too_many(sum(bool(line.elected) for line in part.figures.results), "results")


def _check_candidates(part: Part) -> None:
    seen: dict[str, int] = {}
    for number, line in enumerate(part.figures.results):
        steps = ("results", number, "candidate")
        part.find(line.candidate, *steps)
        if line.candidate in seen:
            first = part.entry.place(*part.at, "results", seen[line.candidate]).line
            part.tell("E105", *steps, key=line.candidate, first=first)
        seen.setdefault(line.candidate, number)


def _check_fields(part: Part) -> None:
    """Figures that the method does not publish are refused, those it needs are asked for."""
    method = part.method
    for number, line in enumerate(part.figures.results):
        written = [name for name in FIGURES if name in line.model_fields_set]
        for name in written:
            if name not in ALLOWED[method]:
                part.tell("E688", "results", number, name, field=name, method=method.value, **_other(method))
        for needed, *others in NEEDED[method]:
            if not {needed, *others} & set(written):
                example = f"{{candidate: {line.candidate}, {needed}: 1}}"
                hint = f"Write it, such as '{example}', or choose another method."
                part.tell("E697", "results", number, field=needed, method=method.value, hint=hint)
        if part.is_poll and line.elected is not None:
            part.tell("E692", "results", number, "elected", candidate=line.candidate)


def _other(method: Method) -> dict[str, str]:
    """What to do with a figure that does not belong there."""
    if method is Method.ORDER:
        return {"hint": "An order publishes ranks alone. Take it out, or choose the method that publishes it."}
    fields = join_words(("candidate", "elected", *ALLOWED[method]))
    return {"hint": f"Take it out, or choose another method. Fields of a line here: {fields}."}


def _check_ranks(part: Part) -> None:
    """Ranks run from 1 without a gap; one that stands twice is marked as joint, and the next is left out."""
    lines = [
        (number, line.rank, line.joint) for number, line in enumerate(part.figures.results) if line.rank is not None
    ]
    counts = Counter(rank for _, rank, _ in lines)
    seen: set[int] = set()
    for number, rank, is_joint in lines:
        if rank in seen and not is_joint:
            hint = "Give each a rank of its own. If they share it, write 'joint: yes' beside each."
            part.tell("E687", "results", number, "rank", reason=f"rank {rank} stands twice", hint=hint)
        seen.add(rank)
    expected = 1
    for rank in sorted(counts):
        if rank != expected:
            hint = f"Ranks run from 1 to {len(lines)} without a gap."
            reason = f"rank {expected} is missing" if rank > expected else f"rank {rank} cannot follow a shared one"
            place = next(number for number, one, _ in lines if one == rank)
            part.tell("E687", "results", place, "rank", reason=reason, hint=hint)
            return
        expected += counts[rank]


def _check_ballots(part: Part) -> None:
    """Papers that came back are not more than were issued; those counted and those spoilt make those that came back."""
    ballots = part.ballots
    if ballots.issued is not None and ballots.cast is not None and ballots.cast > ballots.issued:
        reason = f"{ballots.cast:,} papers came back of {ballots.issued:,}"
        part.tell("E698", "ballots", "cast", reason=reason)
    if None not in (ballots.cast, ballots.valid, ballots.spoilt):
        total = (ballots.valid or 0) + (ballots.spoilt or 0)
        if total != ballots.cast:
            part.tell("E698", "ballots", reason=f"valid and spoilt make {total:,}, and {ballots.cast:,} were cast")
    elif ballots.cast is not None and (ballots.valid or 0) > ballots.cast:
        part.tell("E698", "ballots", "valid", reason=f"{ballots.valid:,} are valid of {ballots.cast:,} that were cast")


def _check_votes(part: Part) -> None:
    """No votes beyond the valid papers; each paper gives one vote, or as many as there are seats."""
    valid = part.ballots.valid
    if valid is None:
        return
    for number, line in enumerate(part.figures.results):
        for what, votes in _votes(line):
            if votes > valid:
                reason = f"'{line.candidate}' has {votes:,} {what}"
                part.tell("E694", "results", number, reason=reason, valid=f"{valid:,}")
    each = (part.seats or 1) if part.method is Method.FPTP else 1
    kinds = {"votes": "votes", "first_preferences": "first preferences"}
    for name, what in kinds.items():
        total = sum(getattr(line, name) or 0 for line in part.figures.results)
        if total > valid * each:
            reason = f"the {what} make {total:,}" + (f", with {each} on each paper" if each > 1 else "")
            part.tell("E694", "results", reason=reason, valid=f"{valid:,}")


def _votes(line: ResultLine) -> Iterator[tuple[str, int]]:
    """The votes of a line that each stand for a paper of their own."""
    if line.votes is not None:
        yield "votes", line.votes
    if line.first_preferences is not None:
        yield "first preferences", line.first_preferences
    if line.yes is not None or line.no is not None:
        yield "votes for, against and abstaining", (line.yes or 0) + (line.no or 0) + (line.abstain or 0)
