"""Rules for contests: dates in order, a ballot order that is whole, stated totals that agree."""

from collections.abc import Iterable
from typing import Any

from sitegen.elections.models import Candidate, OrderRule
from sitegen.elections.tally import make_tallies
from sitegen.elections.thresholds import Nominating
from sitegen.kind import Entry, Site
from sitegen.kinds.contests.closing import check_closed
from sitegen.kinds.contests.rules import check_thresholds
from sitegen.problems import Problem, make_problem
from sitegen.words import did_you_mean


def check_contest(entry: Entry[Any], site: Site) -> Iterable[Problem]:
    """All rules of one contest."""
    contest = entry.fields
    if contest.opens and contest.closes and contest.closes < contest.opens:
        yield make_problem("E222", entry.place("closes"), field="closes", other="opens")
    else:
        yield from check_closed(entry, site)
    seen: set[str] = set()
    for number, position in enumerate(contest.positions):
        if position.id in seen:
            yield make_problem("E701", entry.place("positions", number, "id"), what="position", id=position.id)
        seen.add(position.id)
    ids = [candidate.id for candidate in site.of(Candidate, entry.id)]
    yield from check_thresholds(entry)
    yield from _unknown_candidates(entry, ids, site)
    yield from _ballot_order(entry, ids)
    if contest.stated_totals and f"nominations:{entry.id}" not in site.withheld:
        yield from _stated_totals(entry, site)


def _ballot_order(entry: Entry[Any], ids: list[str]) -> Iterable[Problem]:
    contest = entry.fields
    for number, id in enumerate(contest.ballot_order):
        if id in contest.ballot_order[:number]:
            yield make_problem("E619", entry.place("ballot_order", number), candidate=id)
    if contest.candidate_order.rule is OrderRule.BALLOT:
        for id in ids:
            if id not in contest.ballot_order:
                yield make_problem("E603", entry.place("ballot_order"), candidate=id)


def _unknown_candidates(entry: Entry[Any], ids: list[str], site: Site) -> Iterable[Problem]:
    contest = entry.fields
    named = [(("ballot_order", number), id) for number, id in enumerate(contest.ballot_order)]
    named += [(("lists_held", number), id) for number, id in enumerate(contest.lists_held or ())]
    named += [(("stated_totals", number), one.candidate) for number, one in enumerate(contest.stated_totals)]
    for steps, id in named:
        if id not in ids and f"candidates:{entry.id}/{id}" not in site.withheld:
            hint = did_you_mean(id, ids, "Write the name of the candidate's file, without .md.")
            yield make_problem("E604", entry.place(*steps), candidate=id, hint=hint)


def _stated_totals(entry: Entry[Any], site: Site) -> Iterable[Problem]:
    tallies = {tally.candidate.id: tally for tally in make_tallies(entry, site)}
    for number, stated in enumerate(entry.fields.stated_totals):
        tally = tallies.get(stated.candidate)
        if tally and tally.is_held:
            listed = sum(_is_of(one.row.type, stated.type) for one in tally.nominations)
            if listed != stated.count:
                place = entry.place("stated_totals", number)
                yield make_problem("W605", place, candidate=stated.candidate, stated=stated.count, listed=listed)


def _is_of(type: str, stated: Nominating) -> bool:
    if stated is Nominating.AFFILIATE:
        return type in (Nominating.UNION, Nominating.SOCIALIST_SOCIETY)
    return type == stated.value
