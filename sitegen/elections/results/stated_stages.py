"""Stages as somebody published them become a count of the same shape, when each adds up to the valid votes."""

from decimal import Decimal

from sitegen.elections.counting import Act, Count, Stage
from sitegen.elections.counting.stages import WHOLE, as_units
from sitegen.elections.models import Candidate
from sitegen.elections.results.models import CountStage
from sitegen.elections.results.part import Part
from sitegen.kind import Entry

Stated = tuple[Count, tuple[Entry[Candidate], ...]]


def read_stages(part: Part) -> Stated | None:
    """The count that the stages tell, and its candidates by number; None where something is wrong with them."""
    before = len(part.problems)
    ids = dict.fromkeys(id for stage in part.figures.stages for id in stage.votes)
    known = {id: part.find(id, "stages", _first(part, id), "votes", id) for id in ids}
    named = tuple(one for one in known.values() if one)
    first = part.figures.stages[0]
    valid = part.ballots.valid
    whole = Decimal(valid) if valid is not None else _sum(first)
    seen: set[str] = set()
    for number, stage in enumerate(part.figures.stages):
        _check_sum(part, number, stage, whole, is_stated=valid is not None)
        _check_act(part, number, stage, ids)
        for place, id in enumerate(stage.elected):
            steps = ("stages", number, "elected", place)
            if id in seen:
                part.tell(
                    "E689", *steps, number=number + 1, reason=f"'{id}' is elected twice", advice="Keep the first."
                )
            elif id not in ids:
                _tell_stranger(part, number, id, *steps)
            seen.add(id)
    if whole != whole.to_integral_value():
        part.tell("E689", "stages", 0, number=1, reason="it has parts of votes", advice="First preferences are whole.")
    if len(part.problems) > before:
        return None
    return Count(int(whole), part.quota or 0, tuple(_make_stages(part, [one.id for one in named]))), named


def _tell_stranger(part: Part, number: int, id: str, *steps: str | int) -> None:
    """Somebody who has votes at no stage: no candidate, or one who is left out."""
    if part.find(id, *steps):
        advice = "Write the candidate's votes at each stage."
        part.tell("E689", *steps, number=number + 1, reason=f"'{id}' has votes at no stage", advice=advice)


def _first(part: Part, id: str) -> int:
    return next(number for number, stage in enumerate(part.figures.stages) if id in stage.votes)


def _sum(stage: CountStage) -> Decimal:
    return sum(stage.votes.values(), stage.non_transferable + stage.lost)


def _plain(votes: Decimal) -> str:
    """A number of votes without zeros at its end."""
    return f"{votes:,f}".rstrip("0").rstrip(".") if votes % 1 else f"{votes:,.0f}"


def _check_sum(part: Part, number: int, stage: CountStage, whole: Decimal, *, is_stated: bool) -> None:
    total = _sum(stage)
    if total != whole:
        against = f"{_plain(whole)} are valid" if is_stated else f"the first stage has {_plain(whole)}"
        reason = f"its votes make {_plain(total)}, and {against}"
        advice = "Check each number, and 'non_transferable'."
        part.tell("E689", "stages", number, number=number + 1, reason=reason, advice=advice)


def _check_act(part: Part, number: int, stage: CountStage, ids: dict[str, None]) -> None:
    """Every stage but the first says whose votes moved; who is excluded has none left."""
    done = [(name, id) for name, id in (("surplus", stage.surplus), ("excluded", stage.excluded)) if id]
    if (len(done) == 1) is not bool(number):
        reason = "it does not say what was done" if number else "the first one counts first preferences alone"
        if len(done) == 2:
            reason = "it has both a surplus and an exclusion"
        advice = "Write 'surplus:' or 'excluded:' with the candidate's id." if number else "Take the field out."
        part.tell("E689", "stages", number, number=number + 1, reason=reason, advice=advice)
    for name, id in done:
        if id not in ids:
            _tell_stranger(part, number, id, "stages", number, name)
    if stage.excluded and stage.votes.get(stage.excluded):
        reason = f"'{stage.excluded}' is excluded and stands there with votes: {_plain(stage.votes[stage.excluded])}"
        advice = f"Leave '{stage.excluded}' out there, or correct 'excluded'."
        part.tell("E689", "stages", number, number=number + 1, reason=reason, advice=advice)


def _make_stages(part: Part, ids: list[str]) -> list[Stage]:
    quota, stages = part.quota, list[Stage]()
    before = tuple(0 for _ in ids)
    for number, one in enumerate(part.figures.stages, 1):
        votes = tuple(as_units(one.votes.get(id, Decimal(0))) for id in ids)
        elected = tuple(ids.index(id) for id in one.elected)
        below = tuple(place for place in elected if quota and votes[place] < quota * WHOLE)
        done = one.surplus or one.excluded
        stages.append(
            Stage(
                number=number,
                act=Act.SURPLUS if one.surplus else Act.EXCLUSION if one.excluded else Act.FIRST,
                candidate=ids.index(done) if done else None,
                votes=votes,
                moved=tuple(now - then for now, then in zip(votes, before, strict=True)),
                non_transferable=as_units(one.non_transferable),
                lost=as_units(one.lost),
                elected=elected,
                below_quota=below,
            )
        )
        before = votes
    return stages
