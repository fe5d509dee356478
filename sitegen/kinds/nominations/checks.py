"""Rules for nominations: names that match, no seat twice, columns that the contest declares."""

from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import Any

from sitegen.elections.models import Candidate, Contest, NominatorType
from sitegen.elections.tally import Listed, match_rows
from sitegen.kind import Entry, Site
from sitegen.problems import Problem, make_problem
from sitegen.register import load_register, region_or_nation
from sitegen.words import did_you_mean


def check_nominations(entry: Entry[Any], site: Site) -> Iterable[Problem]:
    """All rules of one file."""
    contest = site.find(Contest, entry.id)
    if not contest:
        ids = [one.id for one in site.of(Contest)]
        hint = did_you_mean(entry.id, ids, "Name the file as the contest's file is named.")
        yield make_problem("E609", entry.place(), id=entry.id, hint=hint)
        return
    listed = match_rows(entry.fields, contest.fields.boundaries)
    yield from _candidates(entry, [one.id for one in site.of(Candidate, entry.id)])
    yield from _columns(entry, contest.fields)
    yield from _unmatched(entry, listed, contest.fields.boundaries)
    yield from _doubled(entry, listed)
    yield from _aliases(entry, contest.fields.boundaries)


def _candidates(entry: Entry[Any], ids: list[str]) -> Iterator[Problem]:
    for number, row in enumerate(entry.fields.rows):
        if row.candidate not in ids:
            hint = did_you_mean(row.candidate, ids, "Write the name of the candidate's file, without .md.")
            yield make_problem("E604", entry.place("rows", number), candidate=row.candidate, hint=hint)


def _columns(entry: Entry[Any], contest: Contest) -> Iterator[Problem]:
    columns = {column: number for number, row in reversed(list(enumerate(entry.fields.rows))) for column in row.together}
    for column, number in sorted(columns.items()):
        if column not in contest.related:
            known = [*entry.kind.model.model_fields["rows"].annotation.__args__[0].model_fields, *contest.related]
            hint = did_you_mean(column, known, f"Declare it in the contest: related: {{{column}: …}}")
            yield make_problem("E610", entry.place("columns"), column=column, hint=hint)
        else:
            yield from _near_names(entry, column, number)


def _near_names(entry: Entry[Any], column: str, _first: int) -> Iterator[Problem]:
    rows = entry.fields.rows
    counts: dict[str, int] = {}
    lines: dict[str, int] = {}
    for number, row in enumerate(rows):
        if name := row.together.get(column):
            counts[name] = counts.get(name, 0) + 1
            lines.setdefault(name, number)
    for one, other in combinations(sorted(counts), 2):
        if is_within_two_letters(one, other):
            rare, common = sorted((one, other), key=lambda name: (counts[name], name))
            yield make_problem("W611", entry.place("rows", lines[rare]), name=rare, other=common, column=column)


def is_within_two_letters(one: str, other: str) -> bool:
    """Whether two insertions, deletions or exchanges of a letter make one name the other."""
    if abs(len(one) - len(other)) > 2:
        return False
    previous = list(range(len(other) + 1))
    for row, letter in enumerate(one, 1):
        current = [row]
        for column, wanted in enumerate(other, 1):
            change = previous[column - 1] + (letter != wanted)
            current.append(min(previous[column] + 1, current[-1] + 1, change))
        previous = current
    return previous[-1] <= 2


def _unmatched(entry: Entry[Any], listed: list[Listed], year: int) -> Iterator[Problem]:
    register = load_register(year)
    told: set[str] = set()
    for one in listed:
        printed = one.row.nominator
        if one.row.type is not NominatorType.CLP or one.seat or one.placeless or printed in told:
            continue
        told.add(printed)
        place = entry.place("rows", one.number)
        aliases = f"{entry.id}.aliases.yml"
        if (area := region_or_nation(printed)) is not None:
            yield make_problem("E612", place, name=printed, file=aliases, area=area.name)
        elif near := register.match(printed).suggestions:
            yield make_problem("E613", place, name=printed, near=near[0].name, file=aliases, year=year)
        else:
            yield make_problem("E614", place, name=printed, file=aliases, year=year)


def _doubled(entry: Entry[Any], listed: list[Listed]) -> Iterator[Problem]:
    first: dict[tuple[str, str, str], Listed] = {}
    for one in listed:
        if one.row.retracted_on:
            continue
        name = one.seat.code if one.seat else one.row.nominator.casefold()
        key = (one.row.candidate, one.row.kind, f"{one.row.type}:{name}")
        if earlier := first.get(key):
            line = entry.place("rows", earlier.number).line
            yield make_problem("E615", entry.place("rows", one.number), name=one.name, candidate=key[0], line=line)
        first.setdefault(key, one)


def _aliases(entry: Entry[Any], year: int) -> Iterator[Problem]:
    register = load_register(year)
    printed = {row.nominator for row in entry.fields.rows}
    for name, alias in entry.fields.aliases.items():
        place = entry.document.place("aliases", name)
        if bool(alias.seat) == bool(alias.kind):
            yield make_problem("E616", place, name=name)
        elif alias.seat and not (match := register.match(alias.seat)).seat:
            near = f"Did you mean '{match.suggestions[0].name}'?" if match.suggestions else None
            yield make_problem("E617", place, name=alias.seat, year=year, **({"hint": near} if near else {}))
        elif name not in printed:
            yield make_problem("W618", place, name=name)
