"""Rules for nominations: names that match, no seat twice, columns that the contest declares."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from typing import Any, Final

from sitegen.elections.models import Candidate, Contest, Nomination, NominationKind, NominatorType
from sitegen.elections.tally import Listed, match_rows
from sitegen.kind import Entry, Site
from sitegen.kinds.nominations.unmatched import explain_unmatched
from sitegen.problems import Problem, make_problem
from sitegen.register import load_register
from sitegen.source import Value
from sitegen.words import did_you_mean

_LONGEST_NAME: Final = 60
_MOST_ALIKE: Final = 8


def check_nominations(entry: Entry[Any], site: Site) -> Iterable[Problem]:
    """All rules of one file."""
    contest = site.find(Contest, entry.id)
    if not contest and f"contests:{entry.id}" in site.withheld:
        return
    if not contest:
        ids = [one.id for one in site.of(Contest)]
        hint = did_you_mean(entry.id, ids, "Name the file as the contest's file is named.")
        yield make_problem("E609", entry.place(), id=entry.id, hint=hint)
        return
    listed = match_rows(entry.fields, contest.fields.boundaries)
    yield from _candidates(entry, site)
    yield from _late(entry, contest.fields)
    yield from _columns(entry, contest.fields)
    yield from _unmatched(entry, listed, contest.fields.boundaries)
    yield from _doubled(entry, listed)
    yield from _aliases(entry, contest.fields.boundaries)


def _candidates(entry: Entry[Any], site: Site) -> Iterator[Problem]:
    ids = [one.id for one in site.of(Candidate, entry.id)]
    for number, row in enumerate(entry.fields.rows):
        if row.candidate not in ids and f"candidates:{entry.id}/{row.candidate}" not in site.withheld:
            other = next((one.parent for one in site.of(Candidate) if one.id == row.candidate), "")
            file = "Write the name of the candidate's file, without .md."
            hint = (
                f"Somebody of that id stands in the contest '{other}'."
                if other
                else did_you_mean(row.candidate, ids, file)
            )
            yield make_problem("E604", entry.place("rows", number), candidate=row.candidate, hint=hint)


def _late(entry: Entry[Any], contest: Contest) -> Iterator[Problem]:
    """Nominations that are dated after the last day; of a partial date, its first day counts."""
    for number, row in enumerate(entry.fields.rows):
        is_nomination = row.kind is NominationKind.NOMINATION and not row.retracted_on
        if contest.closes and row.date and is_nomination and row.date.date > contest.closes.date:
            values = {"name": row.nominator, "candidate": row.candidate}
            place = entry.place("rows", number)
            yield make_problem("W660", place, date=row.date.words, closes=contest.closes.words, **values)


def _columns(entry: Entry[Any], contest: Contest) -> Iterator[Problem]:
    columns = {column for row in entry.fields.rows for column in row.together}
    for column in sorted(columns):
        if column not in contest.related:
            known = [*(name for name in Nomination.model_fields if name != "together"), *contest.related]
            hint = did_you_mean(column, known, f"Declare it in the contest: 'related: {{{column}: …}}'.")
            yield make_problem("E610", entry.place("columns"), column=column, hint=hint)
        else:
            yield from _near_names(entry, column)


def _near_names(entry: Entry[Any], column: str) -> Iterator[Problem]:
    counts: dict[str, int] = {}
    lines: dict[str, int] = {}
    for number, row in enumerate(entry.fields.rows):
        if name := row.together.get(column):
            counts[name] = counts.get(name, 0) + 1
            lines.setdefault(name, number)
    for rare, common in near_names(counts).items():
        yield make_problem("W611", entry.place("rows", lines[rare]), name=rare, other=common, column=column)


def near_names(counts: Mapping[str, int]) -> dict[str, str]:
    """Each name that is within two letters of one that stands more often, with that one.

    Names that share no form with up to two letters left out are not compared.
    """
    by_form: dict[str, list[str]] = {}
    for name in sorted((one for one in counts if len(one) <= _LONGEST_NAME), key=lambda one: (-counts[one], one)):
        forms = {name}
        for _ in range(2):
            forms |= {form[:place] + form[place + 1 :] for form in forms for place in range(len(form))}
        for form in forms:
            by_form.setdefault(form, []).append(name)
    found: dict[str, str] = {}
    for alike in by_form.values():
        for common, rare in combinations(alike[:_MOST_ALIKE], 2):
            if rare not in found and is_within_two_letters(common, rare):
                found[rare] = common
    return found


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
    told = set(_written_aliases(entry))
    for one in listed:
        printed = one.row.nominator
        if one.row.type is not NominatorType.CLP or one.seat or one.placeless or printed in told:
            continue
        told.add(printed)
        place = entry.place("rows", one.number)
        yield explain_unmatched(printed, place, f"{place.file.rpartition('/')[0]}/{entry.id}.aliases.yml", year)


def _written_aliases(entry: Entry[Any]) -> Mapping[str, Value]:
    """The confirmed names as they are written, those too in which something is wrong."""
    companion = entry.document.companions.get("aliases")
    return companion.values if companion else {}


def _doubled(entry: Entry[Any], listed: list[Listed]) -> Iterator[Problem]:
    first: dict[tuple[str, str, str], Listed] = {}
    for one in listed:
        name = one.seat.code if one.seat else one.row.nominator.casefold()
        back = one.row.retracted_on.iso if one.row.retracted_on else ""
        key = (one.row.candidate, one.row.kind, f"{one.row.type}:{name}:{back}")
        if earlier := first.get(key):
            line = entry.place("rows", earlier.number).line
            yield make_problem("E615", entry.place("rows", one.number), name=one.name, candidate=key[0], line=line)
        first.setdefault(key, one)


def _aliases(entry: Entry[Any], year: int) -> Iterator[Problem]:
    register = load_register(year)
    printed = {row.nominator for row in entry.fields.rows}
    for name, alias in entry.fields.aliases.items():
        place = entry.document.place("aliases", name)
        written = _written_aliases(entry).get(name)
        if isinstance(written, dict) and not {"seat", "kind"} & written.keys() <= alias.model_fields_set:
            continue
        if bool(alias.seat) == bool(alias.kind):
            yield make_problem("E616", place, name=name)
        elif alias.seat and not (match := register.match(alias.seat)).seat:
            near = f"Did you mean '{match.suggestions[0].name}'?" if match.suggestions else None
            yield make_problem("E617", place, name=alias.seat, year=year, **({"hint": near} if near else {}))
        elif name not in printed:
            yield make_problem("W618", place, name=name)
