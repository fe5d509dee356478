"""A count put into words: each stage as sentences, votes as readers write them."""

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from sitegen.elections.counting import Act, Stage, Tie
from sitegen.elections.counting.stages import WHOLE, as_votes
from sitegen.elections.results.models import Method, ResultKind
from sitegen.elections.results.outcome import Outcome
from sitegen.words import join_words

METHOD_WORDS = {
    Method.ORDER: "Order of preference; only the ranks are published",
    Method.FIRST_PREFERENCES: "First preferences alone are published",
    Method.STV: "Single transferable vote",
    Method.FPTP: "Most votes",
    Method.YES_NO: "Yes or no",
}
KIND_WORDS = {
    ResultKind.ELECTION: "Result of the election",
    ResultKind.SELECTION: "Result of the selection",
    ResultKind.POLL: "Poll",
}
RULES = (
    "Counted here from the ballot papers, by the rules for Scottish councils (weighted inclusive Gregory): "
    "transfer values are cut after the fifth decimal place, and what that loses is shown."
)


def short_votes(units: int) -> str:
    """Votes for a sentence: `12`, `12.4`, `1,204.53`; at most two decimal places."""
    votes = as_votes(units).quantize(Decimal("0.01"), ROUND_HALF_UP)
    return f"{votes:,f}".rstrip("0").rstrip(".")


def exact_votes(units: int, *, is_whole: bool) -> str:
    """Votes for a table: without decimals, or with all five."""
    return f"{units // WHOLE:,}" if is_whole else f"{as_votes(units):,.5f}"


def is_whole(stage: Stage) -> bool:
    """Whether no figure of a stage has decimals."""
    figures = (*stage.votes, *stage.moved, stage.non_transferable, stage.lost)
    return not any(units % WHOLE for units in figures)


def stage_title(outcome: Outcome, stage: Stage) -> str:
    """`Stage 2: surplus of Ann Ash`."""
    return f"Stage {stage.number}: {act_words(outcome, stage)}"


def act_words(outcome: Outcome, stage: Stage) -> str:
    """What is done at a stage, in a few words."""
    if stage.candidate is None:
        return "first preferences"
    name = outcome.by_number[stage.candidate].title
    return f"surplus of {name}" if stage.act is Act.SURPLUS else f"{name} is excluded"


def stage_words(outcome: Outcome, stage: Stage) -> str:
    """A stage in sentences: whose votes went where, who was level, who is elected and by how much."""
    sentences = [_moved(outcome, stage), *_ties(outcome, stage), *_elected(outcome, stage), *_end(outcome, stage)]
    note = (outcome.notes or {}).get(stage.number, "")
    return " ".join([*sentences, *([note] if note else [])])


def _name(outcome: Outcome, number: int) -> str:
    return outcome.by_number[number].title


def _names(outcome: Outcome, numbers: tuple[int, ...]) -> str:
    return join_words([_name(outcome, number) for number in numbers])


def _moved(outcome: Outcome, stage: Stage) -> str:
    if stage.candidate is None:
        valid = outcome.count.valid if outcome.count else 0
        return f"{valid:,} valid papers give one vote each to their first preference."
    name = _name(outcome, stage.candidate)
    if stage.act is Act.SURPLUS:
        surplus = short_votes(-stage.moved[stage.candidate])
        start = f"{name} has {surplus} {'vote' if surplus == '1' else 'votes'} more than the quota. They go on:"
    else:
        start = f"{name} has the fewest votes, {short_votes(-stage.moved[stage.candidate])}, and is excluded."
        start += " They go on:" if stage.moved[stage.candidate] else " There is nothing to transfer."
    if not stage.moved[stage.candidate]:
        return start
    return f"{start} {join_words(list(_ways(outcome, stage)))}."


def _ways(outcome: Outcome, stage: Stage) -> Iterator[str]:
    """Where votes went, the most first; what no paper passes on last."""
    gained = [number for number, units in enumerate(stage.moved) if units > 0]
    for number in sorted(gained, key=lambda one: (-stage.moved[one], one)):
        yield f"{short_votes(stage.moved[number])} to {_name(outcome, number)}"
    nobody, lost = gone_at(outcome, stage)
    if nobody:
        yield f"{short_votes(nobody)} to nobody (no further preference)"
    if short_votes(lost) != "0":
        yield f"{short_votes(lost)} lost by rounding"


def gone_at(outcome: Outcome, stage: Stage) -> tuple[int, int]:
    """What became non-transferable at this stage, and what was lost by rounding."""
    stages = outcome.count.stages if outcome.count else ()
    if stage.number == 1:
        return stage.non_transferable, stage.lost
    before = stages[stage.number - 2]
    return stage.non_transferable - before.non_transferable, stage.lost - before.lost


def _ties(outcome: Outcome, stage: Stage) -> Iterator[str]:
    for tie in stage.ties:
        yield _tie(outcome, tie)


def _tie(outcome: Outcome, tie: Tie) -> str:
    level = f"{_names(outcome, tie.candidates)} were level."
    if tie.earlier:
        return f"{level} Their votes at the end of stage {tie.earlier} decided: {_name(outcome, tie.taken)}."
    return f"{level} They were so at every stage, and the lot fell on {_name(outcome, tie.taken)}."


def _elected(outcome: Outcome, stage: Stage) -> Iterator[str]:
    """Who reached the quota, with the surplus."""
    quota = (outcome.quota or 0) * WHOLE
    for number in stage.elected:
        if number in stage.below_quota:
            continue
        name, over = _name(outcome, number), stage.votes[number] - quota
        done = f"{name} reaches the quota" if outcome.is_poll else f"{name} is elected"
        if not quota:
            yield f"{done}."
        elif over:
            yield f"{done}, {short_votes(over)} surplus."
        else:
            yield f"{done} with exactly the quota."


def _end(outcome: Outcome, stage: Stage) -> Iterator[str]:
    """How the last places are filled."""
    if stage.leaving is not None:
        votes = short_votes(stage.votes[stage.leaving])
        yield f"Of those who are left {_name(outcome, stage.leaving)} has the fewest votes, {votes}, and goes."
        if stage.below_quota:
            yield "As many are left as there are places, so nothing more is transferred."
    if stage.below_quota:
        verb = "are" if len(stage.below_quota) > 1 else "is"
        end = "left for the last places" if outcome.is_poll else "elected without the quota"
        yield f"{_names(outcome, stage.below_quota)} {verb} {end}."
