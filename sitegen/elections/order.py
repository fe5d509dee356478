"""The order in which candidates stand, on every page alike: by position, then as the contest declares."""

from collections.abc import Iterable
from hashlib import sha256

from sitegen.elections.models import Candidate, Contest, OrderRule, Position
from sitegen.kind import Entry
from sitegen.words import make_id


def order_candidates(contest: Contest, candidates: Iterable[Entry[Candidate]]) -> list[Entry[Candidate]]:
    """The candidates in the declared order within positions; those without a known position come last.

    A random order depends on the number and the id alone: one candidate more moves no other past another.
    """
    places = {position.id: number for number, position in enumerate(contest.positions)}
    ranked = sorted(candidates, key=lambda entry: (*_sort_name(entry), entry.id))
    if contest.candidate_order.rule is OrderRule.RANDOM:
        ranked.sort(key=lambda entry: sha256(f"{contest.candidate_order.random or 0}/{entry.id}".encode()).digest())
    elif contest.candidate_order.rule is OrderRule.BALLOT:
        ballot = {id: number for number, id in enumerate(contest.ballot_order)}
        ranked.sort(key=lambda entry: ballot.get(entry.id, len(ballot)))
    return sorted(ranked, key=lambda entry: _place(contest, entry.fields, places))


def _place(contest: Contest, candidate: Candidate, places: dict[str, int]) -> int:
    position = position_of(contest, candidate)
    return places[position.id] if position else len(places)


def _sort_name(entry: Entry[Candidate]) -> tuple[str, str]:
    """The name to sort by, without accents, then the whole name."""
    name = entry.fields.sort_name or entry.fields.name.split()[-1]
    return make_id(name), make_id(entry.fields.name)


def position_of(contest: Contest, candidate: Candidate) -> Position | None:
    """The position a candidate stands for; the only one where nothing is said; None where unknown."""
    if not candidate.position and len(contest.positions) == 1:
        return contest.positions[0]
    return next((one for one in contest.positions if one.id == candidate.position), None)
