"""What the page of a result shows: what was held, who got what, and every stage of a count."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from sitegen.elections.models import Contest
from sitegen.elections.results import Line, Outcome, Result, ResultKind, make_outcomes
from sitegen.elections.results.summary import kicker_words
from sitegen.elections.results.wording import METHOD_WORDS, RULES
from sitegen.kind import Entry, Here, Site
from sitegen.kinds.results.stages import chart_of, view_stages
from sitegen.words import count_words

NOT_AN_ELECTION = "This is a poll. It elects nobody, and is no part of the election."


def list_anchors(entry: Entry[Any], site: Site) -> Iterable[str]:
    """The ids of positions, stages and drawings on a result's page."""
    outcomes = make_outcomes(entry, site)
    for outcome in outcomes:
        yield f"at-{outcome.id}"
        if outcome.count:
            yield from (f"at-{outcome.id}-stages", f"at-{outcome.id}-flow")
            yield from (stage_id(outcome, stage.number, outcomes) for stage in outcome.count.stages)


def stage_id(outcome: Outcome, number: int, outcomes: tuple[Outcome, ...]) -> str:
    """`stage-3`, with the position before it where a result has several counts."""
    counts = sum(one.count is not None for one in outcomes)
    return f"{outcome.id}-stage-{number}" if counts > 1 else f"stage-{number}"


def view_result(entry: Entry[Any], site: Site, here: Here) -> Mapping[str, object]:
    """The kicker, facts, and each position with its table and its stages."""
    result: Result = entry.fields
    contest = site.find(Contest, result.contest)
    outcomes = make_outcomes(entry, site)
    is_poll = result.kind is ResultKind.POLL
    return {
        "kicker": kicker_words(result),
        "contest": {"title": contest.title, "href": here.url(contest.address)} if contest else None,
        "warning": NOT_AN_ELECTION if is_poll else "",
        "facts": list(_facts(result, outcomes)),
        "is_partial": len(outcomes) < max(1, len(result.positions)),
        "outcomes": [_view(outcome, outcomes, here) for outcome in outcomes],
    }


def _facts(result: Result, outcomes: tuple[Outcome, ...]) -> Iterator[Mapping[str, object]]:
    if result.purpose:
        yield {"term": "What it was for", "text": result.purpose}
    if result.conducted_by:
        yield {"term": "Held by", "text": result.conducted_by}
    if result.date:
        yield {"term": "Declared", "day": result.date, "note": result.date_note}
    for outcome in outcomes:
        if outcome.elected:
            as_what = f" ({outcome.position.title})" if outcome.position and len(outcomes) > 1 else ""
            yield {"term": f"Elected{as_what}", "text": [line.name for line in outcome.elected]}
    methods = dict.fromkeys(METHOD_WORDS[outcome.method] for outcome in outcomes)
    yield {"term": "How it was counted", "text": list(methods)}
    if len(outcomes) == 1:
        yield from _figures(outcomes[0])


def _figures(outcome: Outcome) -> Iterator[Mapping[str, object]]:
    """Seats, papers, turnout and quota, each where it is known."""
    ballots = outcome.ballots
    if outcome.seats and not outcome.is_poll:
        yield {"term": "Seats", "text": str(outcome.seats)}
    papers = [
        f"{number:,} {word}"
        for number, word in (
            (ballots.issued, "issued"),
            (ballots.cast, "cast"),
            (ballots.valid, "valid"),
            (ballots.spoilt, "spoilt"),
        )
        if number is not None
    ]
    if papers:
        blank = f"{count_words(outcome.blank, 'paper')} of the ballot file named nobody who stood"
        yield {"term": "Ballot papers", "text": [*papers, *([blank] if outcome.blank else [])]}
    if outcome.withdrawn:
        yield {"term": "Withdrawn before the count", "text": list(outcome.withdrawn)}
    if turnout := _turnout(outcome):
        yield {"term": "Turnout", "text": turnout}
    if outcome.quota:
        rule = " (valid papers ÷ (seats + 1), without the remainder, + 1)" if outcome.is_counted_here else ""
        yield {"term": "Quota", "text": f"{outcome.quota:,}{rule}"}


def _turnout(outcome: Outcome) -> str:
    """As published, else computed from the papers, with one decimal place."""
    ballots = outcome.ballots
    if outcome.turnout or not ballots.issued or ballots.cast is None:
        return outcome.turnout
    return f"{100 * ballots.cast / ballots.issued:.1f}% ({ballots.cast:,} of {ballots.issued:,})"


def _view(outcome: Outcome, outcomes: tuple[Outcome, ...], here: Here) -> Mapping[str, object]:
    is_one_of_many = len(outcomes) > 1
    named = f"{outcome.position.title}: " if is_one_of_many and outcome.position else ""
    return {
        "id": f"at-{outcome.id}",
        "title": outcome.position.title if outcome.position else "Result",
        "note": count_words(outcome.seats, "seat") if outcome.seats and not outcome.is_poll else "",
        "facts": list(_figures(outcome)) if is_one_of_many else [],
        "columns": [{"title": COLUMNS[name], "number": True} for name in _shown(outcome)],
        "rows": [_row(line, outcome, here) for line in outcome.lines],
        "is_elected_shown": any(line.elected is not None for line in outcome.lines),
        "rules": RULES if outcome.is_counted_here else "",
        "stages": view_stages(outcome, lambda number: stage_id(outcome, number, outcomes)),
        "chart": chart_of(outcome, named),
        "count_title": f"{named}the count, stage by stage" if named else "The count, stage by stage",
    }


COLUMNS: Final[Mapping[str, str]] = {
    "rank": "Rank",
    "first_preferences": "First preferences",
    "votes": "Votes",
    "yes": "Yes",
    "no": "No",
    "abstain": "Abstentions",
}


def _figure(line: Line, name: str) -> int | None:
    """One figure of a line; first preferences may be those of the count."""
    own: int | None = getattr(line.figures, name)
    return line.first_preferences if name == "first_preferences" else own


def _shown(outcome: Outcome) -> list[str]:
    """The figures that any line has."""
    return [name for name in COLUMNS if any(_figure(line, name) is not None for line in outcome.lines)]


def _row(line: Line, outcome: Outcome, here: Here) -> Mapping[str, object]:
    cells = [_figure(line, name) for name in _shown(outcome)]
    shown = ["–" if cell is None else f"{cell:,}" for cell in cells]
    if line.figures.rank is not None and line.figures.joint:
        shown[0] += " (joint)"
    return {
        "name": line.name,
        "href": here.url(line.candidate.address) if line.candidate.is_listed else "",
        "cells": shown,
        "elected": line.elected,
        "at": f"at stage {line.stage}" if line.stage else "",
    }
