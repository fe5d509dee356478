"""Who stands, as data: one row a candidate, in the declared order."""

from collections.abc import Iterator, Sequence
from typing import Final

from sitegen.datasets import CellType, Column, Dataset, make_dataset
from sitegen.elections.data import Standing, contest_sources, data_notice, list_standings
from sitegen.elections.models import CandidateStatus, Contest, NominatorType
from sitegen.elections.thresholds import State
from sitegen.kind import Site

_NUMBER, _YES_NO = CellType.NUMBER, CellType.YES_NO


def _counted(name: str, title: str, type: NominatorType) -> Column[Standing]:
    words = f"Nominations by {title} that are listed here and count. Empty where no list is held here; never 0 then."
    return Column(name, f"Nominations by {title}", words, lambda one: _count(one, one.tally.of_type(type)), _NUMBER)


def _count(one: Standing, rows: Sequence[object]) -> int | None:
    return len(rows) if one.tally.is_held else None


COLUMNS: Final[tuple[Column[Standing], ...]] = (
    Column("id", "Id", "The candidate's id: stays the same, and is never given to another.", lambda one: one.id,
           is_required=True, is_unique=True),
    Column("contest", "Contest", "The id of the contest.", lambda one: one.contest.id, is_required=True),
    Column("contest_title", "Title of the contest", "What the contest is called.", lambda one: one.contest.title,
           is_required=True),
    Column("name", "Name", "The full name.", lambda one: one.tally.candidate.title, is_required=True),
    Column("position", "Position", "The id of the position stood for; empty where it is not known.",
           lambda one: one.position),
    Column("position_title", "Title of the position", "What the position is called.",
           lambda one: one.tally.position.title if one.tally.position else None),
    Column("person", "Person", "One id for one person who stands in several contests.",
           lambda one: one.tally.candidate.fields.person),
    Column("clp", "Party", "The candidate's own party.", lambda one: one.tally.candidate.fields.clp or None),
    Column("slate", "Slate", "The list on which the candidate stands.",
           lambda one: one.tally.candidate.fields.slate or None),
    Column("status", "Status", "How far the candidate has come.", lambda one: one.tally.candidate.fields.status,
           choices=tuple(CandidateStatus)),
    Column("list_held", "List held", "Whether this site holds a list of who nominated the candidate.",
           lambda one: one.tally.is_held, _YES_NO, is_required=True),
    _counted("clps", "CLPs", NominatorType.CLP),
    _counted("unions", "unions", NominatorType.UNION),
    _counted("socialist_societies", "socialist societies", NominatorType.SOCIALIST_SOCIETY),
    _counted("branches", "branches", NominatorType.BRANCH),
    _counted("organisations", "organisations", NominatorType.ORGANISATION),
    Column("supporting", "Supporting nominations", "Counted apart; they count towards no threshold.",
           lambda one: _count(one, one.tally.supporting), _NUMBER),
    Column("retracted", "Taken back", "Rows that were taken back, which count no more.",
           lambda one: _count(one, one.tally.retracted), _NUMBER),
    Column("threshold", "Threshold", "How far the candidate is towards the ballot, as far as the rows tell.",
           lambda one: one.tally.progress.state if one.tally.progress else None, choices=tuple(State)),
    Column("url", "Page", "The candidate's page.", lambda one: one.url, CellType.WEB_ADDRESS, is_required=True),
)  # fmt: skip


def give_candidates(site: Site) -> Iterator[Dataset]:
    """The candidates of each listed contest."""
    for contest in site.of(Contest):
        if contest.is_listed and (standings := list_standings(contest, site)):
            yield make_dataset(
                f"{contest.id}/candidates",
                f"Candidates: {contest.title}",
                "Who stands, with the nominations listed here by type; different types are never added up.",
                COLUMNS,
                standings,
                page=contest.address,
                as_at=contest.fields.as_at,
                notice=data_notice(site, contest.fields.editors_note),
                sources=contest_sources(contest),
            )
