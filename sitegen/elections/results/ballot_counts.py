"""A ballot file becomes a count: its names are matched to candidates, its figures compared, its papers counted."""

from collections.abc import Sequence

from sitegen.elections.counting import (
    Act,
    Ballots,
    Count,
    LotMisplaced,
    LotMissing,
    count_ballots,
    read_ballots,
)
from sitegen.elections.models import Candidate
from sitegen.elections.results.part import Part
from sitegen.kind import Entry
from sitegen.words import did_you_mean, join_words, make_id

Counted = tuple[Count, tuple[Entry[Candidate], ...], Ballots]


def count_file(part: Part) -> Counted | None:
    """The count of the part's ballot file, its candidates by number, and the papers; None where there is none."""
    beside = part.entry.document.companions
    document = beside.get(part.figures.blt)
    if document is None:
        there = join_words([f"'{name}'" for name in sorted(beside)])
        expected = f"{part.entry.id}.blt"
        hint = f"Write {there}, which lies there." if there else f"Save it as {expected} in the same folder."
        part.tell("E690", "blt", reason=f"there is no ballot file '{part.figures.blt}' beside it", hint=hint)
        return None
    ballots, problems = read_ballots(document.body, document.file)
    part.problems += problems
    if ballots is None:
        return None
    named = [_match(name, part) for name in ballots.names]
    found = tuple(one for one in named if one)
    _compare(part, ballots)
    if len(found) == len(named) > len({one.id for one in found}):
        reason = "two names in the ballot file are those of one candidate"
        part.tell("E690", "blt", reason=reason, hint="Correct one of them.")
    count = None if part.problems else _count(part, ballots, found)
    return (count, found, ballots) if count else None


def _match(name: str, part: Part) -> Entry[Candidate] | None:
    """The candidate that a name in the file means: by `names`, by id, or by the name with any accents and capitals."""
    if id := part.named.get(name):
        return part.find(id, "names", name)
    for one in part.standing:
        if make_id(name) in (one.id, make_id(one.title)):
            return one
    if make_id(name) in part.withheld:
        return part.find(make_id(name), "blt")
    names = [one.title for one in part.standing]
    near = did_you_mean(name, names)
    ids = {one.title: one.id for one in part.standing}
    meant = near.removeprefix("Did you mean '").removesuffix("'?")
    hint = f"The ballot file has this name. Candidates: {join_words(names) or 'none yet'}."
    if near:
        hint = f"The ballot file has this name. If {meant} is meant, write 'names: {{{name}: {ids[meant]}}}' here."
    part.tell("E604", "blt", candidate=name, hint=hint)
    return None


def _compare(part: Part, ballots: Ballots) -> None:
    """The figures that the file and this result both say must agree."""
    stated = part.ballots
    pairs = [
        ("seats", part.seats, ballots.seats, "seats"),
        ("valid", stated.valid, ballots.valid, "valid papers"),
        ("quota", part.quota, ballots.valid // (ballots.seats + 1) + 1, "as quota"),
    ]
    for field, said, found, what in pairs:
        if said is not None and said != found:
            steps = ("ballots", field) if field == "valid" else (field,)
            reason = f"the ballot file makes {found:,} {what}, and {said:,} are stated"
            if field == "quota":
                reason = f"the ballot file makes a quota of {found:,}, and {said:,} is stated"
            part.tell("E690", *steps, reason=reason, hint="Check both. What is computed can be left out here.")
    if not ballots.valid:
        part.tell("E690", "blt", reason="the ballot file holds no valid paper", hint="Check whether it is whole.")


def _count(part: Part, ballots: Ballots, named: Sequence[Entry[Candidate]]) -> Count | None:
    """The count with the lots that are stated; None where a lot is missing, or fell on somebody else."""
    numbers = {one.id: number for number, one in enumerate(named)}
    lots = []
    for number, id in enumerate(part.figures.ties):
        if id not in numbers:
            if part.find(id, "ties", number):
                reason, hint = f"the ballot file does not have '{id}'", "Write somebody who was level."
                part.tell("E691", "ties", number, reason=reason, hint=hint)
            return None
        lots.append(numbers[id])
    try:
        return count_ballots(ballots, lots) if ballots.valid else None
    except LotMissing as missing:
        level = [named[one] for one in missing.candidates]
        what = "which surplus is transferred first" if missing.act is Act.SURPLUS else "who is excluded"
        reason = f"at stage {missing.stage} {join_words([one.title for one in level])} are level at every stage"
        first = ", ".join([*part.figures.ties, level[0].id])
        hint = f"The rules ask for a lot on {what}. Write on whom it fell, such as 'ties: [{first}]'."
        part.tell("E695", "ties", reason=reason, hint=hint)
    except LotMisplaced as misplaced:
        id = part.figures.ties[misplaced.number]
        if misplaced.stage:
            level_ids = join_words([named[one].id for one in misplaced.candidates], "or")
            reason, hint = f"at stage {misplaced.stage} the lot cannot fall on '{id}'", f"Write {level_ids}."
        else:
            reason, hint = f"no tie is left that a lot on '{id}' could settle", "Take it out."
        part.tell("E691", "ties", misplaced.number, reason=reason, hint=hint)
    return None
