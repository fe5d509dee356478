"""`sitegen import nominations`: from what people paste to rows that the checks accept, each nomination once."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from sitegen.appending import append_rows, new_table
from sitegen.days import read_day
from sitegen.elections.models import Evidence, NominationKind, NominatorType
from sitegen.intake import Change, Finding, ImportOption, ImportPlan, ImportRefused, PastedText, Standing, read_pasted
from sitegen.kind import Importer, ImportRequest
from sitegen.kinds.nominations.ground import COLUMNS, Ground, Held, lay_ground, row_key
from sitegen.kinds.nominations.pasted_lists import Line, name_of, read_list
from sitegen.kinds.nominations.pasted_tables import TableRow, is_table, read_pasted_table
from sitegen.kinds.nominations.settling import (
    Nominator,
    find_candidate,
    find_nominator,
    is_known_name,
    no_candidate_words,
    read_beside,
    row_problems,
    split_names,
)
from sitegen.kinds.nominations.unmatched import as_key
from sitegen.words import count_words

_GIVEN: Final = ("kind", "date", "recorded_on", "evidence", "source")
"""Options that fill a column in every row that says nothing itself."""


class Wanted(NamedTuple):
    """One row as it is pasted: where, how it was written, its cells, and what is to be asked of it already."""

    name: str
    line: int
    text: str
    cells: Mapping[str, str]
    type: NominatorType | None = None
    doubt: str = ""


@dataclass(slots=True)
class Gathered:
    """What an import has found so far."""

    findings: list[Finding] = field(default_factory=list)
    rows: list[dict[str, str]] = field(default_factory=list)
    taken: dict[tuple[str, str, str], Held] = field(default_factory=dict)
    confirm: dict[str, str] = field(default_factory=dict)
    found: dict[NominatorType, int] = field(default_factory=dict)
    remarks: list[str] = field(default_factory=list)


def import_nominations(request: ImportRequest) -> ImportPlan:
    """The plan for pasted lists and tables; raises ImportRefused where it cannot be known for whom they are."""
    ground = lay_ground(request.site, request.options["contest"])
    options = _checked_options(request.options, ground)
    gathered = Gathered()
    for pasted in request.pasted:
        text = read_pasted(pasted)
        gathered.remarks += [text.remark] if text.remark else []
        if is_table(text, ground.contest.fields.related):
            for row in read_pasted_table(text, ground.contest.fields.related):
                _settle(_from_row(row, text.name, options), ground, gathered)
        else:
            _take_list(text, options, ground, gathered)
    if not gathered.findings:
        raise ImportRefused("There is nothing in it to read.")
    gathered.remarks += _confirmations(gathered.confirm, ground)
    return ImportPlan(tuple(gathered.findings), tuple(_changes(gathered.rows, ground)), tuple(gathered.remarks))


def _checked_options(given: Mapping[str, str], ground: Ground) -> dict[str, str]:
    """The options as cells of a row, those that are given; the candidate by id."""
    options = {name: value.strip() for name, value in given.items() if value.strip()}
    for name in ("date", "recorded_on"):
        try:
            read_day(options.get(name, "2000"))
        except ValueError as advice:
            raise ImportRefused(f"'{options[name]}' is not a date. {advice}") from None
    if written := options.get("candidate"):
        options["candidate"] = find_candidate(written, ground)
        if not options["candidate"]:
            raise ImportRefused(no_candidate_words(written, ground))
    return options


def _take_list(text: PastedText, options: Mapping[str, str], ground: Ground, gathered: Gathered) -> None:
    if "candidate" not in options:
        ids = ", ".join(ground.candidates)
        raise ImportRefused(f"Say whose nominations these are, with --candidate and one of: {ids}.")
    title = ground.candidates[options["candidate"]].casefold()
    totals: list[Line] = []
    for line in read_list(text.lines, lambda name: is_known_name(name, ground)):
        left_out = line.left_out or ("the candidate’s name" if line.name.casefold() == title else "")
        if left_out:
            gathered.findings.append(Finding(text.name, line.number, line.text, Standing.LEFT_OUT, left_out))
            totals += [line] if line.stated else []
            continue
        names = [line.name] if line.beside else split_names(line.name, ground)
        for name in names:
            _settle(_from_line(line, name_of(name), text.name, options, ground), ground, gathered)
    gathered.remarks += [_compared(line, gathered) for line in totals]


def _from_line(line: Line, name: str, file: str, options: Mapping[str, str], ground: Ground) -> Wanted:
    named, doubt = read_beside(line.beside, ground)
    cells = {**_defaults(options), "nominator": name, **named}
    if line.is_endorsement and cells["kind"] == NominationKind.NOMINATION:
        doubt = doubt or "It stands below a heading of endorsements. Import those apart, with --kind endorsement."
    type = NominatorType(options["type"]) if "type" in options else line.type
    if "type" not in options and type and is_known_name(name, ground):
        type = None
    return Wanted(file, line.number, line.text, cells, type, doubt)


def _from_row(row: TableRow, file: str, options: Mapping[str, str]) -> Wanted:
    cells = {**_defaults(options), **{name: cell for name, cell in row.cells.items() if cell}}
    written = cells.pop("type", options.get("type", ""))
    cells["nominator"] = name_of(cells.get("nominator", ""))
    if written and written not in list(NominatorType):
        return Wanted(file, row.number, row.text, {**cells, "type": written})
    return Wanted(file, row.number, row.text, cells, NominatorType(written) if written else None)


def _defaults(options: Mapping[str, str]) -> dict[str, str]:
    given = {name: options[name] for name in ("candidate", *_GIVEN) if name in options}
    return {"kind": NominationKind.NOMINATION.value, **given}


def _settle(wanted: Wanted, ground: Ground, gathered: Gathered) -> None:
    """Add what becomes of one row: a new one, one that is there already, or a question."""

    def tell(standing: Standing, words: str) -> None:
        gathered.findings.append(Finding(wanted.name, wanted.line, wanted.text, standing, words))

    who = find_nominator(wanted.cells["nominator"], wanted.type, ground)
    cells = {**wanted.cells, "nominator": who.printed, "type": wanted.cells.get("type", who.type.value)}
    if doubt := " ".join(_doubts(wanted, who, cells, ground)):
        if who.suggestion:
            gathered.confirm[as_key(who.printed)] = who.suggestion
        gathered.found[who.type] = gathered.found.get(who.type, 0) + 1
        tell(Standing.UNSURE, doubt)
        return
    cells["candidate"] = find_candidate(cells["candidate"], ground)
    key = row_key(cells["candidate"], cells["kind"], who.type, who.key)
    if again := gathered.taken.get(key):
        tell(Standing.KNOWN, f"the same as line {again.line} above")
        return
    gathered.taken[key] = Held(wanted.line)
    gathered.found[who.type] = gathered.found.get(who.type, 0) + 1
    if held := ground.held.get(key):
        back = f", taken back on {held.taken_back}; a new one is added by hand" if held.taken_back else ""
        tell(Standing.KNOWN, f"line {held.line} of {ground.file}{back}")
        return
    gathered.rows.append(cells)
    tell(Standing.NEW, who.words)


def _doubts(wanted: Wanted, who: Nominator, cells: Mapping[str, str], ground: Ground) -> Iterator[str]:
    """Everything that is to be asked of a row."""
    if wanted.doubt:
        yield wanted.doubt
    if who.problem and who.printed:
        hint = "" if who.suggestion else f"{who.problem.hint} If it is no local party, import it apart with --type."
        yield f"{who.problem.message} {hint}".strip()
    written = cells.get("candidate", "")
    if written and not find_candidate(written, ground):
        yield no_candidate_words(written, ground)
    yield from row_problems(cells, ground)


def _compared(line: Line, gathered: Gathered) -> str:
    """A total that the list prints, beside what was found."""
    found = gathered.found.get(line.type or NominatorType.CLP, 0)
    said = f"Line {line.number} says {line.stated:,}"
    return f"{said}, and as many were found." if found == line.stated else f"{said}; {found:,} were found."


def _confirmations(confirm: Mapping[str, str], ground: Ground) -> list[str]:
    """The lines that confirm all suggestions, ready to be copied."""
    if not confirm:
        return []
    start = f"If it is as suggested, put these lines into {ground.aliases_file}, and run the command again:"
    return ["\n".join([start, *(f"  {printed}: {meant}" for printed, meant in confirm.items())])]


def _changes(rows: list[dict[str, str]], ground: Ground) -> Iterator[Change]:
    if not rows:
        return
    if "kind" not in ground.columns:
        rows = [{name: cell for name, cell in row.items() if cell != NominationKind.NOMINATION} for row in rows]
    columns = (*COLUMNS, *ground.contest.fields.related)
    made = append_rows(ground.content, rows, ground.file) if ground.content else new_table(columns, rows)
    yield Change(ground.file, made, count_words(len(rows), "row"))


IMPORTER: Final = Importer(
    name="nominations",
    help="Read a pasted list of who nominated a candidate, or a CSV from a spreadsheet, into the contest's list.",
    run=import_nominations,
    options=(
        ImportOption("contest", "The id of the contest.", is_required=True),
        ImportOption("candidate", "Who was nominated: the id, or the name. A CSV may have a column for it instead."),
        ImportOption("type", "Who nominates, if no local parties.", choices=tuple(NominatorType)),
        ImportOption("kind", "What they are, if no nominations.", choices=tuple(NominationKind)),
        ImportOption("date", "When it was decided, for all of them."),
        ImportOption("recorded-on", "When it was written down."),
        ImportOption("evidence", "How sure they are.", choices=tuple(Evidence)),
        ImportOption("source", "Where they come from: a title or a web address."),
    ),
)
