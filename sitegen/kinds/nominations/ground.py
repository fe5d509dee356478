"""The ground of an import: the contest, the rows that are there already, and what its names stand for."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

from sitegen.elections.models import Alias, Candidate, Contest, NominationList, NominatorType
from sitegen.elections.tally import Listed, match_rows
from sitegen.intake import ImportRefused
from sitegen.kind import Entry, Site
from sitegen.register import find_affiliate
from sitegen.register.spelling import plain_words, unordered_key
from sitegen.schema import check_fields
from sitegen.source import Unreadable, read_text, read_yaml
from sitegen.words import did_you_mean

COLUMNS: Final = (
    "candidate", "nominator", "type", "kind", "date", "recorded_on", "evidence", "source", "members", "note",
    "retracted_on",
)  # fmt: skip
"""The columns of a list that is not there yet, before those of the contest's `related`."""


class Held(NamedTuple):
    """A nomination that stands in the list already: its line, and since when it is taken back, in words."""

    line: int
    taken_back: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Ground:
    """Everything that a pasted name is compared with; `content` is None where the list is not there yet.

    `held` finds a nomination by candidate, kind and nominator (see `row_key`); `named` are those whom each column of
    co-nominations names, `types` who nominates by the plain words of the name.
    """

    site: Site
    contest: Entry[Contest]
    file: str
    content: bytes | None
    columns: tuple[str, ...]
    aliases: Mapping[str, Alias]
    held: Mapping[tuple[str, str, str], Held]
    named: Mapping[str, frozenset[str]]
    types: Mapping[str, NominatorType]

    @property
    def aliases_file(self) -> str:
        """Where names are confirmed."""
        return f"{self.site.settings.data}/nominations/{self.contest.id}.aliases.yml"

    @property
    def candidates(self) -> Mapping[str, str]:
        """The candidates of the contest: names by id; of one that is not published yet, the id."""
        start = f"candidates:{self.contest.id}/"
        hidden = {key.removeprefix(start): "" for key in self.site.withheld if key.startswith(start)}
        return hidden | {one.id: one.title for one in self.site.of(Candidate, self.contest.id)}


def lay_ground(site: Site, contest_id: str) -> Ground:
    """The ground for a contest; raises ImportRefused where there is none to stand on."""
    contest = site.find(Contest, contest_id)
    if contest is None:
        raise ImportRefused(_no_contest(site, contest_id))
    data = site.settings.data
    entry = site.find(NominationList, contest_id)
    file = entry.document.file if entry else f"{data}/nominations/{contest_id}.csv"
    if f"nominations:{contest_id}" in site.withheld:
        file = site.withheld[f"nominations:{contest_id}"]
        raise ImportRefused(f"Something is wrong in {file}; 'sitegen check' says what. Put it right first.")
    if not file.endswith(".csv"):
        raise ImportRefused(f"The list is kept in {file}; rows can be added to a .csv alone. Save it as one first.")
    path = site.settings.root / file
    content = path.read_bytes() if path.is_file() else None
    listed = match_rows(entry.fields, contest.fields.boundaries) if entry else []
    return Ground(
        site=site,
        contest=contest,
        file=file,
        content=content,
        columns=entry.document.columns if entry else COLUMNS,
        aliases=entry.fields.aliases if entry else _read_aliases(site, contest_id),
        held=dict(_held(listed, entry)),
        named={
            column: frozenset(one.row.together[column] for one in listed if column in one.row.together)
            for column in contest.fields.related
        },
        types={name_key(one.row.nominator): one.row.type for one in listed if one.row.type is not NominatorType.CLP},
    )


def _no_contest(site: Site, id: str) -> str:
    if file := site.withheld.get(f"contests:{id}"):
        return f"The contest '{id}' is not published yet, or something is wrong in {file}: 'sitegen check' says what."
    ids = [one.id for one in site.of(Contest)]
    hint = did_you_mean(id, ids, f"Contests here: {', '.join(ids) or 'none'}.")
    return f"There is no contest '{id}'. {hint}"


def _read_aliases(site: Site, contest_id: str) -> Mapping[str, Alias]:
    """Names that were confirmed before there is a list."""
    file = f"{site.settings.data}/nominations/{contest_id}.aliases.yml"
    if not (site.settings.root / file).is_file():
        return {}
    try:
        document, _ = read_yaml(read_text(site.settings.root / file, file), file)
    except Unreadable as unreadable:
        raise ImportRefused(f"{file} cannot be read: {unreadable.problem.message}") from None
    checked = check_fields(NominationList, {"aliases": document.values}, document)
    return checked.fields.aliases if checked.fields else {}


def _held(listed: list[Listed], entry: Entry[Any] | None) -> Iterator[tuple[tuple[str, str, str], Held]]:
    """Every row by its key; one that stands is found before one that was taken back."""
    for one in sorted(listed, key=lambda one: one.row.retracted_on is None):
        assert entry is not None  # rows come from a list
        back = one.row.retracted_on.words if one.row.retracted_on else ""
        name = one.seat.code if one.seat else one.row.nominator
        yield (
            row_key(one.row.candidate, one.row.kind, one.row.type, name),
            Held(entry.place("rows", one.number).line, back),
        )


def row_key(candidate: str, kind: str, type: str, name: str) -> tuple[str, str, str]:
    """By what two rows are the same nomination; `name` is the code of a seat, or the nominator's name."""
    affiliate = find_affiliate(name) if type != NominatorType.CLP else None
    return candidate, kind, f"{type}:{name_key(affiliate.name if affiliate else name)}"


def name_key(name: str) -> str:
    """What of a name counts when it is compared."""
    return unordered_key(plain_words(name))
