"""Who nominated whom, as data: one row a nomination, those too that were taken back or are counted apart."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from sitegen.datasets import CellType, Column, Dataset, make_dataset
from sitegen.elections.data import Standing, contest_sources, data_notice, day_cell, list_standings
from sitegen.elections.models import (
    Contest,
    Evidence,
    Nomination,
    NominationKind,
    NominationList,
    NominatorType,
    PlacelessKind,
)
from sitegen.elections.tally import Listed
from sitegen.kind import Entry, Site
from sitegen.words import make_id

_DAY, _YES_NO = CellType.DAY, CellType.YES_NO


@dataclass(frozen=True, slots=True, eq=False)
class Given:
    """One row on its way into the data: who gave it to whom, and its id."""

    id: str
    to: Standing
    listed: Listed

    @property
    def row(self) -> Nomination:
        """The row as it is written."""
        return self.listed.row


COLUMNS: Final[tuple[Column[Given], ...]] = (
    Column("id", "Id", "Names this nomination: candidate, kind, and the code of the seat or the nominator's name. "
           "It stays the same when rows are added or moved.", lambda one: one.id, is_required=True, is_unique=True),
    Column("contest", "Contest", "The id of the contest.", lambda one: one.to.contest.id, is_required=True),
    Column("candidate", "Candidate", "The candidate's id, as in the table of candidates.", lambda one: one.to.id,
           is_required=True),
    Column("candidate_name", "Name of the candidate", "The full name.", lambda one: one.to.tally.candidate.title,
           is_required=True),
    Column("position", "Position", "The id of the position stood for; empty where it is not known.",
           lambda one: one.to.position),
    Column("nominator", "Nominator", "Who nominated, as printed in the source.", lambda one: one.row.nominator,
           is_required=True),
    Column("type", "Type", "Who nominates. Different types are never added up.", lambda one: one.row.type,
           choices=tuple(NominatorType), is_required=True),
    Column("kind", "Kind", "Only a nomination counts towards a threshold; the two others are listed apart.",
           lambda one: one.row.kind, choices=tuple(NominationKind), is_required=True),
    Column("counted", "Counted", "Whether it counts: a nomination that was not taken back.",
           lambda one: one.listed.is_counted, _YES_NO, is_required=True),
    Column("seat", "Constituency", "The matched name in the register; empty for a party without a seat, and for "
           "those who are no local party.", lambda one: one.listed.seat.name if one.listed.seat else None),
    Column("seat_code", "Code of the constituency", "The official code (ONS) in the boundaries of the contest.",
           lambda one: one.listed.seat.code if one.listed.seat else None),
    Column("nation", "Nation", "Where the constituency lies.",
           lambda one: one.listed.seat.nation if one.listed.seat else None),
    Column("region", "Region", "Its region in England, else its nation, by the names of the ONS.",
           lambda one: one.listed.seat.region if one.listed.seat else None),
    Column("without_seat", "Why there is no seat", "For a local party that has none.",
           lambda one: one.listed.placeless.kind if one.listed.placeless else None, choices=tuple(PlacelessKind)),
    Column("date", "Date", "When it was decided.", lambda one: day_cell(one.row.date), _DAY),
    Column("date_note", "Note on the date", "As the editor wrote it.", lambda one: one.row.date_note or None),
    Column("recorded_on", "Written down", "When it was written down here.",
           lambda one: day_cell(one.row.recorded_on), _DAY),
    Column("evidence", "Evidence", "How sure it is.", lambda one: one.row.evidence, choices=tuple(Evidence)),
    Column("source", "Source", "A title or a web address.", lambda one: one.row.source or None),
    Column("members", "Members", "How many members it stands for, as written (“over 40”).",
           lambda one: str(one.row.members) if one.row.members else None),
    Column("note", "Note", "A few words on it.", lambda one: one.row.note or None),
    Column("retracted_on", "Taken back", "When it was taken back; it counts no more.",
           lambda one: day_cell(one.row.retracted_on), _DAY),
)  # fmt: skip


def give_nominations(site: Site) -> Iterator[Dataset]:
    """The rows of each listed contest that has a list of nominations."""
    for contest in site.of(Contest):
        entry = site.find(NominationList, contest.id)
        if entry is not None and contest.is_listed:
            given = list(_given(contest, site))
            yield make_dataset(
                f"{contest.id}/nominations",
                f"Nominations: {contest.title}",
                "Who nominated whom, with the matched constituency. Of a candidate whose list is not held here there "
                "are no rows of the kind nomination, which says nothing about how many there are.",
                (*COLUMNS, *_related(contest)),
                given,
                page=entry.address,
                as_at=contest.fields.as_at,
                notice=data_notice(site, contest.fields.editors_note),
                sources=contest_sources(contest, has_seats=any(one.listed.seat for one in given)),
            )


def _related(contest: Entry[Contest]) -> Iterator[Column[Given]]:
    """One column for each related contest, with whom the same meeting nominated there."""
    for name, title in contest.fields.related.items():
        yield _together(name, title)


def _together(name: str, title: str) -> Column[Given]:
    return Column(name, title, f"Whom the same meeting nominated: {title}.", lambda one: one.row.together.get(name))


def _given(contest: Entry[Contest], site: Site) -> Iterator[Given]:
    """Candidates in the declared order, the rows of each as they are written."""
    for standing in list_standings(contest, site):
        taken: dict[str, int] = {}
        for listed in sorted(standing.tally.rows, key=lambda one: one.number):
            id = _id(standing, listed)
            taken[id] = taken.get(id, 0) + 1
            yield Given(f"{id}-{taken[id]}" if taken[id] > 1 else id, standing, listed)


def _id(standing: Standing, listed: Listed) -> str:
    """`jo-bird/nomination/E14000530`; one that was made again after it was taken back gets a number at its end."""
    who = listed.seat.code if listed.seat else f"{listed.row.type}-{make_id(listed.row.nominator)}"
    return f"{standing.id}/{listed.row.kind}/{who}"
