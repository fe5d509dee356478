"""Every nomination in one table, newest first, one row a nominator; and what is listed apart from it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from markupsafe import Markup, escape

from sitegen.elections.models import Contest, Evidence, NominationKind, NominatorType
from sitegen.elections.rows import TYPES, day_words, source_words
from sitegen.elections.tally import Listed, Tally
from sitegen.elections.together import nominator_key
from sitegen.elections.wording import note_words
from sitegen.words import make_id

Table = Mapping[str, object]
EVIDENCE: Final = tuple(Evidence)


@dataclass(slots=True)
class _Nominator:
    """One nominator with whom it nominated, while the rows are gathered; `first` is its first row."""

    first: Listed
    rows: list[tuple[Tally, Listed]]

    @property
    def newest(self) -> date:
        """The day of its latest nomination; long ago where none is dated."""
        return max((one.row.date.date for _, one in self.rows if one.row.date), default=date.min)


def list_all(tallies: Sequence[Tally], contest: Contest) -> Table:
    """Columns and rows of the table; a column that would be empty is left out."""
    nominators = _gather(tallies)
    has_dates = any(one.row.date for each in nominators for _, one in each.rows)
    has_evidence = any(one.row.evidence for each in nominators for _, one in each.rows)
    related = [
        (column, title)
        for column, title in contest.related.items()
        if any(one.row.together.get(column) for each in nominators for _, one in each.rows)
    ]
    columns = ["Nominator", "Where or what", "Nominated", *(title for _, title in related)]
    columns += [*(["Decided"] if has_dates else []), *(["Evidence"] if has_evidence else [])]
    rows = []
    for each in nominators:
        cells = [_name(each), _where(each.first), ", ".join(tally.candidate.title for tally, _ in each.rows)]
        cells += [_together(each, column) for column, _ in related]
        cells += [_days(each)] if has_dates else []
        cells += [_evidence(each)] if has_evidence else []
        rows.append(cells)
    return {"columns": [{"title": title} for title in columns], "rows": rows, "has_dates": has_dates}


def _gather(tallies: Sequence[Tally]) -> list[_Nominator]:
    """Each nominator once, the newest first; those without a date by name."""
    found: dict[str, _Nominator] = {}
    for tally in tallies:
        for one in tally.nominations:
            found.setdefault(nominator_key(one), _Nominator(one, [])).rows.append((tally, one))
    ordered = sorted(found.values(), key=lambda each: make_id(each.first.name))
    return sorted(ordered, key=lambda each: each.newest, reverse=True)


def _name(each: _Nominator) -> str:
    """The name, and what is noted of any of its rows."""
    notes = list(dict.fromkeys(words for _, one in each.rows if (words := note_words(one))))
    return escape(each.first.name) + Markup(" <small>{}</small>").format("; ".join(notes)) if notes else each.first.name


def _where(one: Listed) -> str:
    if one.seat:
        return one.seat.region
    return "Without a seat" if one.row.type is NominatorType.CLP else TYPES[one.row.type]


def _together(each: _Nominator, column: str) -> str:
    return ", ".join(dict.fromkeys(name for _, one in each.rows if (name := one.row.together.get(column)))) or "–"


def _days(each: _Nominator) -> str:
    days = dict.fromkeys(words for _, one in each.rows if (words := day_words(one.row.date, one.row.date_note)))
    return Markup(", ").join(days) if days else "–"


def _evidence(each: _Nominator) -> str:
    """How sure its rows are, each word once, the surest last."""
    return (
        ", ".join(one.value.capitalize() for one in EVIDENCE if any(row.row.evidence is one for _, row in each.rows))
        or "–"
    )


def list_apart(tallies: Sequence[Tally]) -> Table | None:
    """What counts towards nothing: supporting nominations, endorsements, and those taken back."""
    rows = [[_printed(one), tally.candidate.title, *_what(one)] for tally in tallies for one in _apart(tally)]
    if not rows:
        return None
    titles = ("Who", "For", "What", "Source")
    return {"columns": [{"title": title} for title in titles], "rows": rows}


def _apart(tally: Tally) -> Iterator[Listed]:
    yield from (*tally.retracted, *tally.supporting, *tally.endorsements)


def _printed(one: Listed) -> str:
    notes = [words for words in (TYPES[one.row.type], one.row.note.rstrip(".")) if words]
    return escape(one.name) + Markup(" <small>{}</small>").format("; ".join(notes))


def _what(one: Listed) -> Iterable[str]:
    row = one.row
    if row.retracted_on:
        day = day_words(row.retracted_on, row.retracted_on_note)
        yield (
            Markup("Taken back on {}").format(day)
            if row.retracted_on.is_whole
            else Markup("Taken back in {}").format(day)
        )
    else:
        yield "Supporting nomination" if row.kind is NominationKind.SUPPORTING else "Endorsement"
    yield source_words(row.source) or "–"
