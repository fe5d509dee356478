"""From what editors wrote to outcomes, with every problem on the way."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any, Final

from sitegen.elections.counting import Act, Ballots, Count
from sitegen.elections.counting.stages import WHOLE
from sitegen.elections.models import Candidate, CandidateStatus, Contest, Position
from sitegen.elections.results.ballot_counts import count_file
from sitegen.elections.results.lines import check_lines
from sitegen.elections.results.models import Method, Result, ResultLine
from sitegen.elections.results.outcome import Line, Outcome
from sitegen.elections.results.part import Part, contest_of
from sitegen.elections.results.stated_stages import read_stages
from sitegen.kind import Entry, Site
from sitegen.problems import Problem, make_problem
from sitegen.source import Steps
from sitegen.words import did_you_mean, join_words

OWN: Final = ("position", "results", "stages", "blt", "ties")
"""Fields that belong to one position, and so cannot stand beside `positions`."""


def make_outcomes(entry: Entry[Any], site: Site) -> tuple[Outcome, ...]:
    """The outcome of every position of a result that is right."""
    return read_outcomes(entry, site)[0]


@lru_cache(maxsize=256)
def read_outcomes(entry: Entry[Any], site: Site) -> tuple[tuple[Outcome, ...], tuple[Problem, ...]]:
    """The outcomes as far as they can be read, and everything that is wrong."""
    contest = contest_of(entry, site)
    if contest is None:
        return (), ()
    problems: list[Problem] = []
    outcomes = []
    for part in _parts(entry, contest, site, problems):
        outcome = _read_part(part)
        problems += part.problems
        if outcome:
            outcomes.append(outcome)
    return tuple(outcomes), tuple(problems)


def _parts(entry: Entry[Any], contest: Entry[Contest], site: Site, problems: list[Problem]) -> Iterator[Part]:
    """One part for each position; what is wrong with the positions themselves is told."""
    result: Result = entry.fields
    candidates = {one.id: one for one in site.of(Candidate, contest.id)}
    withheld = [key.rpartition("/")[2] for key in site.withheld if key.startswith(f"candidates:{contest.id}/")]
    if not result.positions:
        position, found = _position(entry, contest, result.position, ())
        problems += found
        if not found:
            yield Part(entry, contest, position, result, result.method, (), candidates, withheld)
        return
    for name in OWN:
        if name in result.model_fields_set:
            problems.append(make_problem("E221", entry.place(name), first="positions", second=name))
    seen: set[str] = set()
    for number, one in enumerate(result.positions):
        at: Steps = ("positions", number)
        position, found = _position(entry, contest, one.position, at)
        problems += found
        if one.position in seen:
            problems.append(make_problem("E701", entry.place(*at, "position"), what="part", id=one.position))
        elif not found:
            yield Part(entry, contest, position, one, one.method or result.method, at, candidates, withheld)
        seen.add(one.position)


def _position(
    entry: Entry[Any], contest: Entry[Contest], id: str, at: Steps
) -> tuple[Position | None, tuple[Problem, ...]]:
    """The position with an id, or the only one where none is named."""
    positions = {one.id: one for one in contest.fields.positions}
    if not id and len(positions) == 1:
        return next(iter(positions.values())), ()
    if id in positions:
        return positions[id], ()
    ids = ", ".join(positions)
    if not id:
        hint = f"Write 'position:' and one of: {ids}. For several write 'positions:'."
        return None, (make_problem("E608", entry.place(*at), positions=ids, hint=hint),)
    hint = did_you_mean(id, positions, f"Positions: {ids}.")
    return None, (make_problem("E607", entry.place(*at, "position"), position=id, hint=hint),)


def _read_part(part: Part) -> Outcome | None:
    """The outcome of one part; None where its count cannot be made."""
    check_lines(part)
    ways = [name for name in ("blt", "stages") if name in part.figures.model_fields_set]
    for name in ways:
        if part.method is not Method.STV:
            hint = "Write 'method: stv', or take it out."
            part.tell("E688", name, field=name, method=part.method.value, hint=hint)
    if len(ways) == 2:
        part.tell("E221", "stages", first="blt", second="stages")
    if part.problems:
        if part.figures.blt and part.method is Method.STV:
            count_file(part)
        return None
    if not (part.figures.blt or part.figures.stages or part.figures.results):
        part.tell("E697", field="results", method=part.method.value, hint=_what(part))
        return None
    if not ways:
        return _uncounted(part)
    counted = count_file(part) if part.figures.blt else read_stages(part) if part.figures.stages else None
    if counted is None:
        return None
    ballots = counted[2] if len(counted) == 3 else None
    return _from_count(part, counted[0], counted[1], ballots)


def _what(part: Part) -> str:
    if part.method is Method.STV:
        return "Write 'blt:' with a ballot file, 'stages:' as they were published, or 'results:'."
    return "Write 'results:' with a line for each candidate."


def _uncounted(part: Part) -> Outcome:
    """The outcome of a result without stages: figures as published, and who is elected by them."""
    lines = sorted(part.figures.results, key=lambda line: _worth(line, part.method))
    elected = _elected(part, list(lines))
    shown = tuple(
        Line(part.candidates[line.candidate], line, elected.get(line.candidate), line.first_preferences)
        for line in lines
    )
    _compare_status(part, shown)
    return _outcome(part, shown)


def _worth(line: ResultLine, method: Method) -> tuple[int, ...]:
    """The best first; equal ones stay as written."""
    if method is Method.ORDER:
        return (line.rank or 0,)
    if method is Method.YES_NO:
        return ((line.no or 0) - (line.yes or line.votes or 0),)
    if method is Method.STV:
        return (0 if line.elected else 1, -(line.first_preferences or 0))
    return (-(line.votes or line.first_preferences or 0),)


def _elected(part: Part, lines: list[ResultLine]) -> dict[str, bool | None]:
    """Who is elected: as marked, else computed where the figures decide it; None where nobody can say."""
    marked = any(line.elected is not None for line in lines)
    if part.is_poll:
        return {}
    computed = _by_figures(part, lines)
    for number, line in enumerate(part.figures.results):
        made = computed.get(line.candidate)
        if line.elected is not None and made is not None and line.elected is not made:
            said = "elected" if line.elected else "not elected"
            reason = f"'{line.candidate}' is marked as {said}, and the figures say otherwise"
            part.tell("E690", "results", number, "elected", reason=reason, hint="Check the figures and the mark.")
    if marked:
        return {line.candidate: bool(line.elected) for line in lines}
    if computed and None in computed.values():
        level = join_words([line.candidate for line in lines if computed[line.candidate] is None])
        hint = "Write 'elected: yes' beside the one on whom the lot fell."
        part.tell("E695", "results", reason=f"{level} are level, and not all of them can be elected", hint=hint)
    return computed


def _by_figures(part: Part, lines: list[ResultLine]) -> dict[str, bool | None]:
    """By votes where the most votes win, by more votes for than against; None for those who are level."""
    if part.method is Method.YES_NO:
        known = [line for line in lines if line.no is not None]
        return {line.candidate: (line.yes or line.votes or 0) > (line.no or 0) for line in known}
    if part.method is not Method.FPTP or not part.seats:
        return {}
    if len(lines) <= part.seats:
        return {line.candidate: True for line in lines}
    last, next_one = lines[part.seats - 1].votes or 0, lines[part.seats].votes or 0
    level = last if last == next_one else None
    return {line.candidate: None if (line.votes or 0) == level else (line.votes or 0) >= last for line in lines}


def _from_count(part: Part, count: Count, named: tuple[Entry[Candidate], ...], ballots: Ballots | None) -> Outcome:
    """The outcome of a count in stages, the elected first, then by how long each stayed and with how many votes."""
    stages = {one: stage.number for stage in count.stages for one in stage.elected}
    gone = {stage.candidate: stage.number for stage in count.stages if stage.act is Act.EXCLUSION}
    stood = ballots.standing if ballots else range(len(named))
    firsts = count.stages[0].votes
    written = {line.candidate: line for line in part.figures.results}

    def rank(one: int) -> tuple[int, ...]:
        if one in stages:
            return (0, count.elected.index(one))
        return (
            1,
            -gone.get(one, len(count.stages) + 1),
            -count.stages[gone.get(one, len(count.stages) + 1) - 2].votes[one],
            one,
        )

    lines = []
    for one in sorted(stood, key=rank):
        line = written.get(named[one].id) or ResultLine(candidate=named[one].id)
        elected = None if part.is_poll else one in stages
        lines.append(Line(named[one], line, elected, firsts[one] // WHOLE, stages.get(one, 0)))
    _compare_count(part, lines)
    _compare_status(part, tuple(lines))
    if not part.is_poll:
        part.tell_too_many(len(count.elected), "stages")
    if part.is_poll and not ballots:
        for number, stage in enumerate(part.figures.stages):
            for place, id in enumerate(stage.elected):
                part.tell("E692", "stages", number, "elected", place, candidate=id)
    return _outcome(part, tuple(lines), count, named, ballots)


def _compare_count(part: Part, lines: list[Line]) -> None:
    """What the lines say beside the stages must be what the stages say."""
    places = {line.candidate: number for number, line in enumerate(part.figures.results)}
    for line in lines:
        said = line.figures
        if said.candidate not in places:
            continue
        at = ("results", places[said.candidate])
        if said.elected is not None and line.elected is not None and said.elected is not line.elected:
            reason = f"'{said.candidate}' is marked otherwise than the stages of the count say"
            part.tell("E690", *at, "elected", reason=reason, hint="Check the mark, or leave it out: it is computed.")
        if said.first_preferences is not None and said.first_preferences != line.first_preferences:
            found = f"{line.first_preferences:,}"
            reason = (
                f"'{said.candidate}' has {found} first preferences by the count, and {said.first_preferences:,} here"
            )
            part.tell("E690", *at, "first_preferences", reason=reason, hint="Check both, or leave it out here.")


EXPECTED: Final = {
    True: (CandidateStatus.ELECTED,),
    False: (CandidateStatus.NOT_ELECTED, CandidateStatus.WITHDRAWN, CandidateStatus.SUSPENDED),
}


def _compare_status(part: Part, lines: tuple[Line, ...]) -> None:
    """A status that contradicts the result, and a candidate whom the result passes over, are warnings."""
    for line in lines:
        status = line.candidate.fields.status
        if line.elected is not None and status and status not in EXPECTED[line.elected]:
            words = "elected" if line.elected else "not elected"
            values = {"candidate": line.candidate.id, "status": status.value, "words": words}
            file = line.candidate.document.file
            part.tell("W699", file=file, hint=f"Write 'status: {words.replace(' ', '-')}' in {file}.", **values)
    if part.method is Method.STV and part.figures.blt:
        return  # a ballot file has all who stood, and those who withdrew
    there = {line.candidate.id for line in lines}
    for one in part.standing:
        if one.id not in there and one.fields.status is not CandidateStatus.WITHDRAWN:
            part.tell("W696", candidate=one.id)


def _outcome(
    part: Part,
    lines: tuple[Line, ...],
    count: Count | None = None,
    named: tuple[Entry[Candidate], ...] = (),
    ballots: Ballots | None = None,
) -> Outcome:
    figures = part.ballots
    if ballots and figures.valid is None:
        figures = figures.model_copy(update={"valid": ballots.valid})
    return Outcome(
        position=part.position,
        method=part.method,
        seats=part.seats or (ballots.seats if ballots else None),
        ballots=figures,
        turnout=part.figures.turnout or part.entry.fields.turnout,
        lines=lines,
        count=count,
        quota=count.quota if ballots and count else part.quota,
        by_number=named,
        is_counted_here=ballots is not None,
        blank=ballots.papers - ballots.valid if ballots else 0,
        withdrawn=tuple(named[number].title for number in sorted(ballots.withdrawn)) if ballots else (),
        is_poll=part.is_poll,
        notes={number: one.note for number, one in enumerate(part.figures.stages, 1) if one.note},
    )
