"""A result in a line or two, for the pages that lead to it: of the contest, and of each candidate."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from sitegen.elections.models import Candidate
from sitegen.elections.results.models import Method, Result, ResultKind
from sitegen.elections.results.outcome import Line, Outcome
from sitegen.elections.results.reading import make_outcomes
from sitegen.elections.results.wording import KIND_WORDS
from sitegen.kind import Entry, Here, Site
from sitegen.words import join_words

WORDS: Final = ("Elected", "Most", "Nobody")
FIRST: Final = 3
"""How many of a ranking its line names."""


def results_of(contest: str, site: Site) -> list[Entry[Result]]:
    """The listed results of a contest: those that elect first, polls after them, each the newest first."""
    found = [one for one in site.of(Result) if one.fields.contest == contest and one.is_listed]
    return sorted(found, key=lambda one: one.fields.kind is ResultKind.POLL)


def contest_results(contest: str, site: Site, here: Here) -> Mapping[str, object]:
    """What leads from a contest's page to its `results` and, apart from them, its `polls`, for the component."""
    found = [(one, list(_outcome_lines(one, site))) for one in results_of(contest, site)]
    return _parted(found, here)


def candidate_results(candidate: Entry[Candidate], site: Site, here: Here) -> Mapping[str, object]:
    """The same for a candidate's page, with what each says of the candidate; one that says nothing is left out."""
    found = [(one, candidate_words(candidate, one, site)) for one in results_of(candidate.parent, site)]
    return _parted([(one, [words]) for one, words in found if words], here)


def _parted(found: Sequence[tuple[Entry[Result], list[str]]], here: Here) -> Mapping[str, object]:
    polls = [one for one in found if one[0].fields.kind is ResultKind.POLL]
    results = [one for one in found if one[0].fields.kind is not ResultKind.POLL]
    return {"results": [_item(*one, here) for one in results], "polls": [_item(*one, here) for one in polls]}


def _item(entry: Entry[Result], lines: list[str], here: Here) -> Mapping[str, object]:
    title, href = entry.title, here.url(entry.address)
    return {"kicker": kicker_words(entry.fields), "title": title, "href": href, "lines": lines, "date": entry.date}


def _outcome_lines(entry: Entry[Result], site: Site) -> Iterator[str]:
    """A line for each position, which is named where there are several."""
    outcomes = make_outcomes(entry, site)
    for one in outcomes:
        named = f"{one.position.title}: " if one.position and len(outcomes) > 1 else ""
        words = outcome_words(one)
        yield f"{named}{words[:1].lower()}{words[1:]}" if named and words.startswith(WORDS) else named + words


def kicker_words(result: Result) -> str:
    """What stands above the title: `Poll by Members' Voice`, `Result of the election`."""
    if result.kind is ResultKind.POLL:
        return f"Poll by {result.conducted_by}"
    return KIND_WORDS[result.kind]


def outcome_words(outcome: Outcome) -> str:
    """Who is elected, or who leads, in one line; with the position where there are several."""
    if outcome.elected:
        return f"Elected: {join_words([line.name for line in outcome.elected])}"
    if outcome.method is Method.YES_NO:
        return join_words([f"{line.name}: {yes_no_words(line)}" for line in outcome.lines])
    if outcome.method is Method.ORDER:
        first = [f"{line.figures.rank}. {line.name}" for line in outcome.lines[:FIRST]]
        return ", ".join(first) + (f", and {len(outcome.lines) - FIRST} more" if len(outcome.lines) > FIRST else "")
    if outcome.lines and not outcome.is_poll:
        return "Nobody is elected"
    return "Most votes: " + ", ".join(_with_votes(outcome.lines[:FIRST]))


def yes_no_words(line: Line) -> str:
    """`61 yes, 9 no`, as far as it is published."""
    figures = line.figures
    pairs = ((figures.yes if figures.yes is not None else figures.votes, "yes"), (figures.no, "no"))
    return ", ".join(f"{number:,} {word}" for number, word in pairs if number is not None)


def _with_votes(lines: Sequence[Line]) -> Iterator[str]:
    for line in lines:
        votes = line.figures.votes if line.figures.votes is not None else line.first_preferences
        yield f"{line.name} ({votes:,})" if votes is not None else line.name


def candidate_words(entry: Entry[Candidate], result: Entry[Any], site: Site) -> str:
    """What a result says of one candidate: `Elected at stage 3`, `Rank 2 of 7`; empty where it says nothing."""
    for outcome in make_outcomes(result, site):
        for line in outcome.lines:
            if line.candidate is entry:
                return _line_words(line, outcome)
    return ""


def _line_words(line: Line, outcome: Outcome) -> str:
    if line.elected is not None:
        at = f" at stage {line.stage}" if line.stage and line.elected else ""
        return f"Elected{at}" if line.elected else "Not elected"
    if line.figures.rank is not None:
        return f"Rank {line.figures.rank} of {len(outcome.lines)}"
    if line.figures.yes is not None:
        return yes_no_words(line)
    votes = line.figures.votes if line.figures.votes is not None else line.first_preferences
    what = "votes" if line.figures.votes is not None else "first preferences"
    return f"{votes:,} {what}" if votes is not None else ""
