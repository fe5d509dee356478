"""From rows to tallies: names matched to seats, totals for each candidate.

Totals are always computed. Different types of nominator are never added up. A party
without a seat counts towards the total and the threshold, never towards a map or region.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple

from sitegen.elections.models import (
    Alias,
    Candidate,
    Contest,
    Nomination,
    NominationKind,
    NominationList,
    NominatorType,
    Position,
    StatedTotal,
)
from sitegen.elections.order import order_candidates, position_of
from sitegen.elections.thresholds import Counted, Nominating, Progress, Threshold, count_nominating, progress
from sitegen.kind import Entry, Site
from sitegen.register import AreaKind, Seat, load_register, region_or_nation
from sitegen.words import join_words, make_id

TYPES: Final = tuple(NominatorType)


class Listed(NamedTuple):
    """One row with what its printed name stands for: a seat, a party without one, or neither."""

    row: Nomination
    number: int
    seat: Seat | None = None
    placeless: Alias | None = None

    @property
    def name(self) -> str:
        """The matched name of the constituency, else the name as printed."""
        return self.seat.name if self.seat else self.row.nominator

    @property
    def printed(self) -> str:
        """The printed name, where it differs from the matched one in more than capitals."""
        same = self.seat is None or self.row.nominator.casefold() == self.seat.name.casefold()
        return "" if same else self.row.nominator

    @property
    def is_counted(self) -> bool:
        """Whether it counts towards a total: a nomination that was not taken back."""
        return self.row.kind is NominationKind.NOMINATION and self.row.retracted_on is None


@dataclass(frozen=True, slots=True, eq=False)
class Tally:
    """What one candidate has: rows by type and kind, and progress towards the threshold.

    `progress` is None where the position has no threshold, and where no list is held here.
    """

    candidate: Entry[Candidate]
    position: Position | None
    is_held: bool
    nominations: tuple[Listed, ...]
    supporting: tuple[Listed, ...]
    endorsements: tuple[Listed, ...]
    retracted: tuple[Listed, ...]
    progress: Progress | None
    by_type: Mapping[NominatorType, tuple[Listed, ...]]

    def of_type(self, type: NominatorType) -> tuple[Listed, ...]:
        """The counted nominations by one type of nominator."""
        return self.by_type.get(type, ())

    @property
    def clps(self) -> tuple[Listed, ...]:
        """The counted nominations by local parties."""
        return self.of_type(NominatorType.CLP)

    @property
    def with_seat(self) -> tuple[Listed, ...]:
        """The local parties among them that have a seat, which maps and regions show."""
        return tuple(one for one in self.clps if one.seat)

    @property
    def without_seat(self) -> tuple[Listed, ...]:
        """The local parties among them that have none: they count, and are on no map."""
        return tuple(one for one in self.clps if not one.seat)

    @property
    def rows(self) -> tuple[Listed, ...]:
        """Every row on the candidate: nominations, then what is listed apart from them."""
        return (*self.nominations, *self.supporting, *self.endorsements, *self.retracted)

    @property
    def total_words(self) -> str:
        """Every type apart, in words: `44 CLPs and 1 union`."""
        counts = [count_nominating(len(rows), Nominating(type)) for type in TYPES if (rows := self.of_type(type))]
        return join_words(counts)

    def count_of(self, stated: StatedTotal) -> int:
        """How many rows there are of the type that a stated total counts."""
        affiliates = (NominatorType.UNION, NominatorType.SOCIALIST_SOCIETY)
        types = affiliates if stated.type is Nominating.AFFILIATE else (NominatorType(stated.type.value),)
        return sum(one.row.type in types for one in self.nominations)


def match_rows(nominations: NominationList, year: int) -> list[Listed]:
    """Every row with its seat: exact, normalised, or confirmed in the aliases; never guessed."""
    register = load_register(year)
    seats: dict[str, Seat | None] = {}
    listed = []
    for number, row in enumerate(nominations.rows):
        alias = nominations.aliases.get(row.nominator)
        if row.type is not NominatorType.CLP:
            listed.append(Listed(row, number))
        elif alias and alias.kind:
            listed.append(Listed(row, number, None, alias))
        else:
            name = alias.seat if alias else row.nominator
            if name not in seats:
                seats[name] = register.match(name).seat
            listed.append(Listed(row, number, seats[name], None))
    return listed


def make_tallies(contest: Entry[Contest], site: Site) -> tuple[Tally, ...]:
    """The tally of every candidate of a contest, in the declared order."""
    candidates = tuple(order_candidates(contest.fields, site.of(Candidate, contest.id)))
    return _count(contest, candidates, site.find(NominationList, contest.id))


@lru_cache(maxsize=64)
def _count(
    contest: Entry[Contest], candidates: tuple[Entry[Candidate], ...], nominations: Entry[NominationList] | None
) -> tuple[Tally, ...]:
    listed = match_rows(nominations.fields, contest.fields.boundaries) if nominations else []
    held = _held(contest.fields, [one.id for one in candidates], listed)
    by_candidate: dict[str, list[Listed]] = {}
    for one in sorted(listed, key=lambda each: _name_key(each.name)):
        by_candidate.setdefault(one.row.candidate, []).append(one)
    return tuple(_tally(contest.fields, one, by_candidate.get(one.id, []), one.id in held) for one in candidates)


_name_key = lru_cache(maxsize=4096)(make_id)
"""The key by which names are sorted; most names of seats come again with each candidate."""


def _held(contest: Contest, candidates: Iterable[str], listed: Iterable[Listed]) -> frozenset[str]:
    """Whose lists are held: those named; all, where the lists are complete; else those with a nomination."""
    if contest.lists_held is not None:
        return frozenset(contest.lists_held)
    if contest.lists_complete:
        return frozenset(candidates)
    return frozenset(one.row.candidate for one in listed if one.row.kind is NominationKind.NOMINATION)


def _tally(contest: Contest, entry: Entry[Candidate], own: Sequence[Listed], is_held: bool) -> Tally:
    standing = [one for one in own if one.row.retracted_on is None]
    counted = tuple(one for one in own if one.is_counted)
    position = position_of(contest, entry.fields)
    rule = position.threshold if position else None
    return Tally(
        candidate=entry,
        position=position,
        is_held=is_held,
        nominations=counted,
        supporting=tuple(one for one in standing if one.row.kind is NominationKind.SUPPORTING),
        endorsements=tuple(one for one in standing if one.row.kind is NominationKind.ENDORSEMENT),
        retracted=tuple(one for one in own if one.row.retracted_on is not None),
        progress=progress(rule, [_counted(one) for one in counted]) if rule and is_held else None,
        by_type={type: rows for type in TYPES if (rows := tuple(one for one in counted if one.row.type is type))},
    )


def _counted(one: Listed) -> Counted:
    type, seat = Nominating(one.row.type), one.seat
    if seat:
        return Counted(type, seat.nation, seat.region)
    area = region_or_nation(one.row.nominator) if one.placeless else None
    return Counted(type, area.ons) if area and area.kind is AreaKind.NATION else Counted(type)


def threshold_types(rule: Threshold | None) -> frozenset[Nominating]:
    """Every type of nominator that a rule counts."""
    if rule is None:
        return frozenset()
    parts = (*rule.any, *rule.all)
    own = frozenset() if parts else frozenset([rule.type or Nominating.CLP])
    return own.union(*(threshold_types(part) for part in parts))


def counts_clps(contest: Contest, tallies: Sequence[Tally]) -> bool:
    """Whether local parties have a say in a contest: by its rules, or by what is listed."""
    return Nominating.CLP in _ruled(contest) or any(tally.clps for tally in tallies)


def main_type(contest: Contest, tallies: Sequence[Tally]) -> NominatorType:
    """Whom the first column counts: local parties where they have a say, else the type that nominated most."""
    if counts_clps(contest, tallies):
        return NominatorType.CLP
    counts = {type: sum(len(tally.of_type(type)) for tally in tallies) for type in TYPES}
    named = [type for type in TYPES if counts[type] or type.value in _ruled(contest)]
    return max(named, key=lambda type: counts[type], default=NominatorType.CLP)


def _ruled(contest: Contest) -> frozenset[Nominating]:
    return frozenset[Nominating]().union(*(threshold_types(position.threshold) for position in contest.positions))
