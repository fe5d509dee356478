"""The single transferable vote as Scotland counts it: weighted inclusive Gregory, exact to five places.

Source of the rules: The Scottish Local Government Elections Order 2007 (SSI 2007/42), schedule 1,
rules 45 to 52; the numbers in square brackets are theirs. A transfer value is cut after the fifth
decimal place [48(3)]; all else is whole numbers of hundred-thousandths, so nothing is rounded.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from sitegen.elections.counting.ballots import Ballots, sorted_piles
from sitegen.elections.counting.stages import WHOLE, Act, Count, Stage, Tie


class LotMissing(Exception):
    """Candidates were level at every stage, so that the rules ask for a lot, and none is given."""

    def __init__(self, stage: int, candidates: Sequence[int], act: Act) -> None:
        super().__init__(f"stage {stage}")
        self.stage, self.candidates, self.act = stage, tuple(candidates), act


class LotMisplaced(Exception):
    """A lot is given that fell on nobody who was level: there was no tie, or others were in it."""

    def __init__(self, number: int, stage: int = 0, candidates: Sequence[int] = ()) -> None:
        super().__init__(f"lot {number}")
        self.number, self.stage, self.candidates = number, stage, tuple(candidates)


class _Parcel(NamedTuple):
    """Papers with one value each (in hundred-thousandths), held for the preference at `place`."""

    papers: int
    value: int
    preferences: tuple[int, ...]
    place: int


@dataclass(slots=True)
class _Counting:
    """How far a count is: who continues, who holds which papers, and all stages so far."""

    seats: int
    quota: int
    lots: Sequence[int]
    continuing: set[int]
    votes: list[int]
    held: list[list[_Parcel]]
    elected: list[int] = field(default_factory=list)
    stages: list[Stage] = field(default_factory=list)
    non_transferable: int = 0
    lost: int = 0
    lots_used: int = 0
    ties: list[Tie] = field(default_factory=list)

    @property
    def vacancies(self) -> int:
        """How many seats are not filled yet."""
        return self.seats - len(self.elected)

    @property
    def is_over(self) -> bool:
        """Whether the last seats are filled, or can be without a further transfer [52]."""
        return self.vacancies == 0 or len(self.continuing) <= self.vacancies


def count_ballots(ballots: Ballots, lots: Sequence[int] = ()) -> Count:
    """The count of all stages; `lots` are the candidates on whom lots fell, in the order of the stages.

    Raises LotMissing where the rules ask for a lot that is not given, LotMisplaced where one is too many.
    """
    valid = ballots.valid
    counting = _Counting(
        seats=ballots.seats,
        quota=(valid // (ballots.seats + 1) + 1) * WHOLE,  # [46]
        lots=lots,
        continuing=set(ballots.standing),
        votes=[0] * len(ballots.names),
        held=[[] for _ in ballots.names],
    )
    _first_stage(counting, ballots)
    while not counting.is_over:
        pending = [one for one in counting.elected if _surplus(counting, one)]
        if pending:
            _transfer_surplus(counting, pending)
        else:
            _exclude(counting)
    if counting.lots_used < len(lots):
        raise LotMisplaced(counting.lots_used)
    return Count(valid, counting.quota // WHOLE, tuple(counting.stages))


def _first_stage(counting: _Counting, ballots: Ballots) -> None:
    """First preferences, one vote for each paper [45]."""
    for pile in sorted_piles(ballots):
        first = pile.preferences[0]
        counting.held[first].append(_Parcel(pile.papers, WHOLE, pile.preferences, 0))
        counting.votes[first] += pile.papers * WHOLE
    _end_stage(counting, Act.FIRST, None, [0] * len(counting.votes))


def _surplus(counting: _Counting, candidate: int) -> int:
    return max(0, counting.votes[candidate] - counting.quota)


def _transfer_surplus(counting: _Counting, pending: Sequence[int]) -> None:
    """The highest surplus goes on, each paper at its value times the surplus by the candidate's votes [48, 49]."""
    most = max(counting.votes[one] for one in pending)
    candidate = _choose([one for one in pending if counting.votes[one] == most], counting, Act.SURPLUS)
    surplus, votes = _surplus(counting, candidate), counting.votes[candidate]
    before = list(counting.votes)
    counting.votes[candidate] = counting.quota
    moved = _pass_on(counting, candidate, lambda value: value * surplus // votes)
    counting.lost += surplus - moved
    _end_stage(counting, Act.SURPLUS, candidate, before)


def _exclude(counting: _Counting) -> None:
    """The candidate with the fewest votes goes, and each paper goes on at the value it had [50, 51].

    Where as many remain as there are seats, nothing is transferred any more [52(2)].
    """
    least = min(counting.votes[one] for one in counting.continuing)
    level = sorted(one for one in counting.continuing if counting.votes[one] == least)
    candidate = _choose(level, counting, Act.EXCLUSION)
    counting.continuing.remove(candidate)
    if counting.is_over:
        _close(counting, candidate)
        return
    before = list(counting.votes)
    counting.votes[candidate] = 0
    _pass_on(counting, candidate, lambda value: value)
    _end_stage(counting, Act.EXCLUSION, candidate, before)


def _pass_on(counting: _Counting, candidate: int, transfer_value: Callable[[int], int]) -> int:
    """Every paper of a candidate goes to its next continuing candidate; the sum of what the papers carry."""
    moved = 0
    for parcel in counting.held[candidate]:
        value = transfer_value(parcel.value)
        after = range(parcel.place + 1, len(parcel.preferences))
        place = next((one for one in after if parcel.preferences[one] in counting.continuing), None)
        moved += parcel.papers * value
        if place is None:
            counting.non_transferable += parcel.papers * value
        else:
            following = parcel.preferences[place]
            counting.votes[following] += parcel.papers * value
            counting.held[following].append(_Parcel(parcel.papers, value, parcel.preferences, place))
    counting.held[candidate] = []
    return moved


def _choose(level: Sequence[int], counting: _Counting, act: Act) -> int:
    """One of those with equal votes: by the latest earlier stage at which they differed, else by lot [49, 51]."""
    left = sorted(level)
    wanted = min if act is Act.EXCLUSION else max
    earlier = 0
    for stage in reversed(counting.stages):
        if len(left) == 1:
            break
        votes = wanted(stage.votes[one] for one in left)
        fewer = [one for one in left if stage.votes[one] == votes]
        earlier = stage.number if len(fewer) < len(left) else earlier
        left = fewer
    taken = left[0] if len(left) == 1 else _draw(left, counting, act)
    if len(level) > 1:
        counting.ties.append(Tie(tuple(sorted(level)), taken, earlier if len(left) == 1 else 0))
    return taken


def _draw(level: Sequence[int], counting: _Counting, act: Act) -> int:
    stage, number = len(counting.stages) + 1, counting.lots_used
    if number == len(counting.lots):
        raise LotMissing(stage, level, act)
    if counting.lots[number] not in level:
        raise LotMisplaced(number, stage, level)
    counting.lots_used += 1
    return counting.lots[number]


def _end_stage(counting: _Counting, act: Act, candidate: int | None, before: Sequence[int]) -> None:
    """Those who reached the quota are elected [47], and the last seats are filled where they can be [52]."""
    reached = [one for one in counting.continuing if counting.votes[one] >= counting.quota]
    reached.sort(key=lambda one: (-counting.votes[one], one))
    counting.continuing.difference_update(reached)
    counting.elected += reached
    last = _fill_last(counting)
    counting.stages.append(
        Stage(
            number=len(counting.stages) + 1,
            act=act,
            candidate=candidate,
            votes=tuple(counting.votes),
            moved=tuple(now - then for now, then in zip(counting.votes, before, strict=True)),
            non_transferable=counting.non_transferable,
            lost=counting.lost,
            elected=(*reached, *last),
            below_quota=last,
            ties=tuple(counting.ties),
        )
    )
    counting.ties.clear()


def _fill_last(counting: _Counting) -> tuple[int, ...]:
    """Everybody who is left, where that fills the last seats."""
    if not counting.is_over or not counting.vacancies:
        return ()
    last = tuple(sorted(counting.continuing, key=lambda one: (-counting.votes[one], one)))
    counting.continuing.clear()
    counting.elected += last
    return last


def _close(counting: _Counting, leaving: int) -> None:
    """The last exclusion belongs to the stage before it, as returning officers publish it: no vote moves."""
    stage = counting.stages.pop()
    last = _fill_last(counting)
    elected, ties = (*stage.elected, *last), (*stage.ties, *counting.ties)
    counting.stages.append(stage._replace(elected=elected, below_quota=last, leaving=leaving, ties=ties))
    counting.ties.clear()
