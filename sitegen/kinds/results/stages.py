"""The stages of a count as the page shows them: sentences, tables that add up, and the drawing of the flow."""

from collections.abc import Callable, Iterator, Mapping

from sitegen.charts import Chart
from sitegen.charts.flow import NOBODY, FlowStep, make_flow
from sitegen.elections.counting import Act, Stage
from sitegen.elections.counting.stages import WHOLE
from sitegen.elections.results import Outcome
from sitegen.elections.results.wording import (
    act_words,
    exact_votes,
    gone_at,
    is_whole,
    stage_title,
    stage_words,
)


def view_stages(outcome: Outcome, id_of: Callable[[int], str]) -> list[Mapping[str, object]]:
    """Each stage with its id, its sentences, and a table whose last row is the valid papers."""
    if not outcome.count:
        return []
    return [_view_stage(outcome, stage, id_of(stage.number)) for stage in outcome.count.stages]


def _view_stage(outcome: Outcome, stage: Stage, id: str) -> Mapping[str, object]:
    whole = is_whole(stage)
    nobody, lost = gone_at(outcome, stage)
    foot = [["Non-transferable", _change(nobody, whole), exact_votes(stage.non_transferable, is_whole=whole)]]
    if stage.lost:
        foot.append(["Lost by rounding", _change(lost, whole), exact_votes(stage.lost, is_whole=whole)])
    foot.append(["All valid papers", "", exact_votes(stage.total, is_whole=whole)])
    return {
        "id": id,
        "title": stage_title(outcome, stage),
        "words": stage_words(outcome, stage),
        "rows": list(_rows(outcome, stage, whole=whole)),
        "foot": foot,
    }


def _rows(outcome: Outcome, stage: Stage, *, whole: bool) -> Iterator[Mapping[str, object]]:
    """A row for each candidate who was still there when the stage began, in the order of the result."""
    numbers = {one.id: number for number, one in enumerate(outcome.by_number)}
    gone = _gone_before(outcome, stage)
    for line in outcome.lines:
        number = numbers[line.candidate.id]
        if number in gone:
            continue
        yield {
            "name": line.name,
            "moved": "" if stage.number == 1 else _change(stage.moved[number], whole),
            "votes": exact_votes(stage.votes[number], is_whole=whole),
            "standing": _standing(outcome, stage, number),
        }


def _gone_before(outcome: Outcome, stage: Stage) -> set[int | None]:
    stages = outcome.count.stages if outcome.count else ()
    return {one.candidate for one in stages[: stage.number - 1] if one.act is Act.EXCLUSION}


def _change(units: int, whole: bool) -> str:
    if not units:
        return "–"
    return f"{'+' if units > 0 else '−'}{exact_votes(abs(units), is_whole=whole)}"


def _standing(outcome: Outcome, stage: Stage, number: int) -> Mapping[str, str]:
    """How a candidate stands at the end of the stage, as the component `tag` shows it; no words: goes on."""
    stages = outcome.count.stages[: stage.number] if outcome.count else ()
    elected = next((one.number for one in stages if number in one.elected), 0)
    if elected:
        word = "Quota reached" if outcome.is_poll else "Elected"
        if outcome.is_poll and number in stages[elected - 1].below_quota:
            word = "Left at the end"
        return {"words": word, "tone": "plain" if outcome.is_poll else "main", "icon": "tick"}
    if (stage.act is Act.EXCLUSION and stage.candidate == number) or stage.leaving == number:
        return {"words": "Excluded", "tone": "soft", "icon": ""}
    return {"words": "", "tone": "", "icon": ""}


def chart_of(outcome: Outcome, named: str = "") -> Chart | None:
    """The flow of votes through all stages; None where there is only one. `named` begins its title."""
    if not outcome.count or len(outcome.count.stages) < 2:
        return None
    numbers = {one.id: number for number, one in enumerate(outcome.by_number)}
    order = [numbers[line.candidate.id] for line in outcome.lines]
    settled: set[int] = set()
    steps = []
    for stage in outcome.count.stages:
        settled |= set(stage.elected)
        steps.append(_step(outcome, stage, order, frozenset(settled)))
    return make_flow(
        f"at-{outcome.id}-flow",
        f"{named}how the votes went from stage to stage" if named else "How the votes went from stage to stage",
        [line.name for line in outcome.lines],
        steps,
        settled_words="Reached the quota or was left" if outcome.is_poll else "Elected",
        nobody_words="Goes to nobody",
        columns=("Stage", "From", "To", "Votes"),
        rows=tuple(_transfers(outcome)),
    )


def _step(outcome: Outcome, stage: Stage, order: list[int], settled: frozenset[int]) -> FlowStep:
    places = {number: place for place, number in enumerate(order)}
    shares = {places[number]: stage.votes[number] / WHOLE for number in order if stage.votes[number]}
    if nobody := stage.non_transferable + stage.lost:
        shares[NOBODY] = nobody / WHOLE
    moves = tuple(
        (places[origin], places[target] if target != NOBODY else NOBODY, units / WHOLE)
        for origin, target, units in _moves(outcome, stage)
    )
    words = act_words(outcome, stage)
    title = f"{stage.number}. {words[:1].upper()}{words[1:]}"
    return FlowStep(title, shares, moves, frozenset(places[one] for one in settled))


def _moves(outcome: Outcome, stage: Stage) -> Iterator[tuple[int, int, int]]:
    """From whom to whom how many hundred-thousandths went, what went to nobody last."""
    if stage.candidate is None:
        return
    for number, units in enumerate(stage.moved):
        if units > 0:
            yield stage.candidate, number, units
    if nobody := sum(gone_at(outcome, stage)):
        yield stage.candidate, NOBODY, nobody


def _transfers(outcome: Outcome) -> Iterator[tuple[str, ...]]:
    """The rows of the drawing's table."""
    for stage in outcome.count.stages if outcome.count else ():
        for origin, target, units in _moves(outcome, stage):
            to = "Nobody" if target == NOBODY else outcome.by_number[target].title
            votes = exact_votes(units, is_whole=not units % WHOLE)
            yield str(stage.number), outcome.by_number[origin].title, to, votes
