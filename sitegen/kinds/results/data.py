"""Results as data: a row for each candidate of each result, and one for whoever has votes at each stage of a count."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, TypeVar

from sitegen.datasets import Cell, CellType, Column, Dataset, DataSource, make_dataset
from sitegen.elections.counting import Act, Stage
from sitegen.elections.counting.stages import WHOLE, as_votes
from sitegen.elections.data import contest_sources, data_notice, day_cell
from sitegen.elections.models import Contest
from sitegen.elections.results import Line, Method, Outcome, Result, ResultKind, make_outcomes
from sitegen.elections.results.summary import results_of
from sitegen.elections.results.wording import gone_at
from sitegen.kind import Entry, Site
from sitegen.values import is_web_address

_NUMBER, _YES_NO, _DECIMAL = CellType.NUMBER, CellType.YES_NO, CellType.DECIMAL


class _Holder(StrEnum):
    """Who has votes at a stage."""

    CANDIDATE = "candidate"
    NOBODY = "non-transferable"
    ROUNDING = "lost-by-rounding"


@dataclass(frozen=True, slots=True, eq=False)
class Got:
    """What one candidate got in one result."""

    result: Entry[Result]
    outcome: Outcome
    line: Line
    site: Site

    @property
    def id(self) -> str:
        """`committee-2026/member/jo-example`: no later change of the figures moves it."""
        return f"{self.result.id}/{self.outcome.id}/{self.line.candidate.id}"


@dataclass(frozen=True, slots=True, eq=False)
class Held:
    """What a candidate, or nobody, has at the end of one stage; `number` is the candidate's in the count."""

    result: Entry[Result]
    outcome: Outcome
    stage: Stage
    holder: _Holder
    number: int | None = None

    @property
    def candidate(self) -> str | None:
        """The candidate's id; None for what nobody has."""
        return None if self.number is None else self.outcome.by_number[self.number].id

    @property
    def id(self) -> str:
        """`committee-2026/member/3/jo-example`."""
        return f"{self.result.id}/{self.outcome.id}/{self.stage.number}/{self.candidate or self.holder}"

    @property
    def is_elected(self) -> bool | None:
        """Whether the candidate is elected by now; None in a poll, and where there is no candidate."""
        if self.outcome.is_poll or self.number is None or not self.outcome.count:
            return None
        return any(self.number in stage.elected for stage in self.outcome.count.stages[: self.stage.number])

    @property
    def units(self) -> tuple[int, int]:
        """What there is, and by how much it changed, in hundred-thousandths."""
        if self.number is not None:
            return self.stage.votes[self.number], self.stage.moved[self.number]
        place = list(_Holder).index(self.holder) - 1
        return (self.stage.non_transferable, self.stage.lost)[place], gone_at(self.outcome, self.stage)[place]


def _votes(units: int) -> Cell:
    """Votes as a number: whole ones without decimals."""
    return float(as_votes(units)) if units % WHOLE else units // WHOLE


COLUMNS: Final[tuple[Column[Got], ...]] = (
    Column("id", "Id", "Names this row: result, position, candidate.", lambda one: one.id,
           is_required=True, is_unique=True),
    Column("contest", "Contest", "The id of the contest.", lambda one: one.result.fields.contest, is_required=True),
    Column("result", "Result", "The id of the result.", lambda one: one.result.id, is_required=True),
    Column("title", "Title", "What the result is called.", lambda one: one.result.title, is_required=True),
    Column("kind", "Kind", "What was held. A poll elects nobody and is no part of the election.",
           lambda one: one.result.fields.kind, choices=tuple(ResultKind), is_required=True),
    Column("conducted_by", "Held by", "Who held it.", lambda one: one.result.fields.conducted_by or None),
    Column("date", "Date", "When the result was declared.", lambda one: day_cell(one.result.fields.date),
           CellType.DAY),
    Column("position", "Position", "The id of the position.",
           lambda one: one.outcome.position.id if one.outcome.position else None),
    Column("method", "Method", "What is published of the count.", lambda one: one.outcome.method,
           choices=tuple(Method), is_required=True),
    Column("candidate", "Candidate", "The candidate's id, as in the table of candidates.",
           lambda one: one.line.candidate.id, is_required=True),
    Column("candidate_name", "Name of the candidate", "The full name.", lambda one: one.line.name, is_required=True),
    Column("rank", "Rank", "The place, where ranks are published.", lambda one: one.line.figures.rank, _NUMBER),
    Column("votes", "Votes", "Votes, where the most votes win.", lambda one: one.line.figures.votes, _NUMBER),
    Column("first_preferences", "First preferences", "First preferences, where preferences are counted.",
           lambda one: one.line.first_preferences, _NUMBER),
    Column("yes", "Yes", "Votes for.", lambda one: one.line.figures.yes, _NUMBER),
    Column("no", "No", "Votes against.", lambda one: one.line.figures.no, _NUMBER),
    Column("abstain", "Abstentions", "Abstentions.", lambda one: one.line.figures.abstain, _NUMBER),
    Column("elected", "Elected", "Whether the candidate is elected; always empty in a poll.",
           lambda one: one.line.elected, _YES_NO),
    Column("elected_at_stage", "Elected at stage", "At the end of which stage of the count.",
           lambda one: one.line.stage if one.line.elected and one.line.stage else None, _NUMBER),
    Column("seats", "Seats", "How many are elected; empty in a poll.",
           lambda one: None if one.outcome.is_poll else one.outcome.seats, _NUMBER),
    Column("quota", "Quota", "How many votes are enough to be elected.", lambda one: one.outcome.quota, _NUMBER),
    Column("issued", "Papers issued", "Ballot papers handed or sent out.", lambda one: one.outcome.ballots.issued,
           _NUMBER),
    Column("cast", "Papers cast", "Ballot papers that came back.", lambda one: one.outcome.ballots.cast, _NUMBER),
    Column("valid", "Valid papers", "Ballot papers that were counted.", lambda one: one.outcome.ballots.valid,
           _NUMBER),
    Column("spoilt", "Spoilt papers", "Ballot papers that could not be counted.",
           lambda one: one.outcome.ballots.spoilt, _NUMBER),
    Column("turnout", "Turnout", "As it was published.", lambda one: one.outcome.turnout or None),
    Column("page", "Page", "Where the result can be read.",
           lambda one: one.site.settings.site_url + one.result.address, CellType.WEB_ADDRESS, is_required=True),
)  # fmt: skip

STAGE_COLUMNS: Final[tuple[Column[Held], ...]] = (
    Column("id", "Id", "Names this row: result, position, stage, and who has the votes.", lambda one: one.id,
           is_required=True, is_unique=True),
    Column("result", "Result", "The id of the result.", lambda one: one.result.id, is_required=True),
    Column("kind", "Kind", "What was held. A poll elects nobody and is no part of the election.",
           lambda one: one.result.fields.kind, choices=tuple(ResultKind), is_required=True),
    Column("position", "Position", "The id of the position.",
           lambda one: one.outcome.position.id if one.outcome.position else None),
    Column("stage", "Stage", "The number of the stage.", lambda one: one.stage.number, _NUMBER, is_required=True),
    Column("act", "What was done", "Whose votes were counted or went on at this stage.", lambda one: one.stage.act,
           choices=tuple(Act), is_required=True),
    Column("act_candidate", "To whom", "The id of the candidate whose surplus went on, or who was excluded.",
           lambda one: None if one.stage.candidate is None else one.outcome.by_number[one.stage.candidate].id),
    Column("holder", "Holder", "Who has these votes: a candidate, or nobody any more. The votes of all holders make "
           "the valid papers at every stage.", lambda one: one.holder, choices=tuple(_Holder), is_required=True),
    Column("candidate", "Candidate", "The candidate's id; empty for what nobody has.", lambda one: one.candidate),
    Column("change", "Change", "What was gained or lost at this stage.", lambda one: _votes(one.units[1]), _DECIMAL,
           is_required=True),
    Column("votes", "Votes", "The votes at the end of this stage, exact to the fifth decimal place.",
           lambda one: _votes(one.units[0]), _DECIMAL, is_required=True),
    Column("elected", "Elected", "Whether the candidate is elected by the end of this stage; always empty in a poll.",
           lambda one: one.is_elected, _YES_NO),
)  # fmt: skip


def give_results(site: Site) -> Iterator[Dataset]:
    """Two tables a contest: what each candidate got, and where there are counts, every stage of them."""
    for contest in site.of(Contest):
        results = results_of(contest.id, site) if contest.is_listed else []
        counts = [(one, outcome) for one in results for outcome in make_outcomes(one, site)]
        if not counts:
            continue
        got = [Got(one, outcome, line, site) for one, outcome in counts for line in outcome.lines]
        about = "What each candidate got in each result and each poll; a poll elects nobody."
        yield _dataset(contest, "results", "Results", about, COLUMNS, got, results, site)
        if held := [row for one, outcome in counts for row in _stage_rows(one, outcome)]:
            about = "The votes at the end of each stage of each count; at every stage they make the valid papers."
            yield _dataset(contest, "results-stages", "Stages of counts", about, STAGE_COLUMNS, held, results, site)


Row = TypeVar("Row")


def _dataset(
    contest: Entry[Contest],
    name: str,
    title: str,
    description: str,
    columns: tuple[Column[Row], ...],
    rows: list[Row],
    results: list[Entry[Result]],
    site: Site,
) -> Dataset:
    sources = [*contest_sources(contest)]
    for one in results:
        sources += [DataSource(source.title, _web(source.url)) for source in one.fields.sources]
    return make_dataset(
        f"{contest.id}/{name}",
        f"{title}: {contest.title}",
        description,
        columns,
        rows,
        page=results[0].address if len(results) == 1 else contest.address,
        as_at=max((one.date for one in results if one.date), key=lambda day: day.moment, default=None),
        notice=data_notice(site, contest.fields.editors_note),
        sources=list(dict.fromkeys(sources)),
    )


def _web(url: str | None) -> str:
    return url if url and is_web_address(url) else ""


def _stage_rows(result: Entry[Result], outcome: Outcome) -> Iterator[Held]:
    """Whoever has votes at a stage or lost them there, in the order of the result; what nobody has comes last."""
    if not outcome.count:
        return
    numbers = {one.id: number for number, one in enumerate(outcome.by_number)}
    order = [numbers[line.candidate.id] for line in outcome.lines]
    for stage in outcome.count.stages:
        for number in order:
            if stage.votes[number] or stage.moved[number] or stage.number == 1:
                yield Held(result, outcome, stage, _Holder.CANDIDATE, number)
        yield Held(result, outcome, stage, _Holder.NOBODY)
        yield Held(result, outcome, stage, _Holder.ROUNDING)
