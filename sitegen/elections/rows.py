"""The table that says of each row all that is written down: when, how sure, from where, and who was named beside."""

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Final

from markupsafe import Markup, escape

from sitegen.days import Day
from sitegen.elections.models import NominationKind, NominatorType
from sitegen.elections.tally import Listed

KINDS: Final = {
    NominationKind.NOMINATION: "Nomination",
    NominationKind.SUPPORTING: "Supporting",
    NominationKind.ENDORSEMENT: "Endorsement",
}
TYPES: Final = {
    NominatorType.CLP: "CLP",
    NominatorType.UNION: "Union",
    NominatorType.SOCIALIST_SOCIETY: "Socialist society",
    NominatorType.BRANCH: "Branch",
    NominatorType.ORGANISATION: "Organisation",
}
Column = tuple[str, Callable[[Listed], str]]


def list_table(rows: Sequence[Listed], related: Mapping[str, str], *, has_sources: bool) -> Mapping[str, object] | None:
    """Columns and cells of a candidate's rows; None where no row says more than its name.

    A column that is empty in every row is left out, and that of sources unless there are several (`has_sources`);
    `related` are the columns of co-nominations with their titles.
    """
    telling = [one for one in _telling() if has_sources or one[0] != "Source"]
    telling += [(title, _named(column)) for column, title in related.items()]
    shown = [one for one in telling if any(one[1](row) for row in rows)]
    if not shown:
        return None
    sorts: list[Column] = [
        ("Type", lambda one: TYPES[one.row.type]),
        ("Kind", lambda one: KINDS[one.row.kind]),
    ]
    shown = [*(one for one in sorts if len({one[1](row) for row in rows}) > 1), *shown]
    return {
        "columns": [{"title": "Nominator"}, *({"title": title} for title, _ in shown)],
        "rows": [[one.name, *(cell(one) or "–" for _, cell in shown)] for one in rows],
    }


def _telling() -> list[Column]:
    """The columns that say more than who nominated."""
    return [
        ("Date", lambda one: day_words(one.row.date, one.row.date_note)),
        ("Evidence", lambda one: one.row.evidence.value.capitalize() if one.row.evidence else ""),
        ("Members", lambda one: str(one.row.members or "")),
        ("Taken back", lambda one: day_words(one.row.retracted_on, one.row.retracted_on_note)),
        ("Written down", lambda one: day_words(one.row.recorded_on, one.row.recorded_on_note)),
        ("Source", lambda one: source_words(one.row.source)),
    ]


def _named(column: str) -> Callable[[Listed], str]:
    return lambda one: one.row.together.get(column, "")


@lru_cache(maxsize=2048)
def day_words(day: Day | None, note: str) -> str:
    """A day for people and machines, with the editor's note on it; empty for None."""
    if day is None:
        return ""
    shown = Markup('<time datetime="{}">{}</time>').format(day.iso, day.words)
    return shown + (f" ({note})" if note else "")


@lru_cache(maxsize=2048)
def source_words(source: str) -> str:
    """A title, or a link that shows its address; long addresses break anywhere."""
    if not source.startswith(("http://", "https://")):
        return source
    shown = escape(source.split("://", 1)[1].rstrip("/")).replace("/", Markup("/<wbr>"))
    return Markup('<a href="{}">{}</a>').format(source, shown)
