"""Rules for amendments: what they name is there, and they go one level deep."""

from collections.abc import Iterator
from typing import Any, Final

from sitegen.clauses import Clause, Wording, clauses_of
from sitegen.clauses.changes import Change, Operation, count_words, holders_of, part_of, words_of
from sitegen.kind import Entry, Site
from sitegen.kinds.motions.models import Amends, Motion
from sitegen.kinds.motions.texts import as_carried, changes_to, find_changed, make_change, wording_of
from sitegen.problems import Problem, make_problem
from sitegen.words import did_you_mean, join_words, shorten

_NEEDS_TEXT: Final = (Operation.INSERT, Operation.REPLACE, Operation.ADD)
_ADVICE: Final = {
    "text": "Write 'text:' with the new words.",
    "clause": "Write 'clause:' and its name, such as resolves.2.c; for 'op: add' a part, such as resolves.",
    "op": "Write 'op:' and one of: insert, delete, replace or add.",
}
_MOST_NAMES: Final = 8


def check_amends(entry: Entry[Motion], site: Site) -> Iterator[Problem]:
    """All rules for what an amendment changes."""
    for number, amends in enumerate(entry.fields.amends):
        place = entry.place("amends", number, "motion")
        if amends.motion == entry.id:
            yield make_problem("E917", place)
            continue
        amended = site.find(Motion, amends.motion)
        if amended is None:
            continue
        if deeper := _amended_amendment(amended, site):
            yield make_problem("E907", place, motion=amended.id, other=deeper)
            continue
        yield from _change(entry, number, amends, amended)


def _amended_amendment(amended: Entry[Motion], site: Site) -> str:
    """The amendment that is amended by one that is to be amended; empty where that is the motion itself."""
    for one in amended.fields.amends:
        below = site.find(Motion, one.motion)
        if below is not None and below.fields.amends:
            return below.id
    return ""


def _change(entry: Entry[Motion], number: int, amends: Amends, amended: Entry[Motion]) -> Iterator[Problem]:
    change = make_change(amends)
    missing = _missing(amends, change, amended)
    if missing:
        values = {"op": amends.op or "amends", "field": missing, "advice": _ADVICE[missing]}
        yield make_problem("E902", entry.place("amends", number), **values)
    elif change and amended.fields.amends and any(one.op for one in amended.fields.amends):
        yield from _change_of_change(entry, number, change, amended)
    elif change:
        yield from _named(entry, number, change, amended)


def _missing(amends: Amends, change: Change | None, amended: Entry[Motion]) -> str:
    """The field that a change cannot do without, where it is not written."""
    if not change:
        return "op" if amends.clause or amends.words or amends.text else ""
    if change.operation in _NEEDS_TEXT and not change.text.strip():
        return "text"
    return "" if change.clause or (amended.fields.amends and change.words) else "clause"


def _change_of_change(entry: Entry[Motion], number: int, change: Change, amended: Entry[Motion]) -> Iterator[Problem]:
    """An amendment to an amendment changes the words that the first one brings in."""
    changes = tuple(change for id in _ids(amended) for change in changes_to(id, amended))
    if not change.words and change.operation in (Operation.ADD, Operation.INSERT):
        return
    if find_changed(change, changes) is not None:
        return
    texts = [" ".join(one.text.split()) for one in changes if one.text and one.clause == change.clause]
    texts = texts or [" ".join(one.text.split()) for one in changes if one.text]
    clauses = sorted({one.clause for one in changes})
    if change.clause and change.clause not in clauses:
        values = {"motion": amended.id, "clause": change.clause, "names": join_words(clauses)}
        hint = f"It changes {join_words(clauses)}: name one of these."
        yield make_problem("E900", entry.place("amends", number, "clause"), hint=hint, **values)
        return
    values = {"words": shorten(change.words, 60), "clause": change.clause or "the text", "motion": amended.id}
    yield make_problem("E901", entry.place("amends", number, "words"), text=shorten(" … ".join(texts), 160), **values)


def _ids(amendment: Entry[Motion]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.motion for one in amendment.fields.amends))


def _named(entry: Entry[Motion], number: int, change: Change, amended: Entry[Motion]) -> Iterator[Problem]:
    """The clause that is named is there, and so are the words, once."""
    wording = wording_of(amended)
    clause = wording.find(change.clause)
    if change.operation is Operation.ADD:
        if not part_of(change, wording):
            yield _no_clause(entry, number, change, amended, [part.name for part in wording.parts])
    elif clause is not None:
        yield from _words(entry, number, change, clause, wording, amended)
    elif any(part.name == change.clause for part in wording.parts):
        yield make_problem("E903", entry.place("amends", number, "clause"), clause=change.clause)
    else:
        yield _no_clause(entry, number, change, amended, [one.name for one in clauses_of(wording)])


def _no_clause(entry: Entry[Motion], number: int, change: Change, amended: Entry[Motion], names: list[str]) -> Problem:
    shown = join_words([*names[:_MOST_NAMES], "…"] if len(names) > _MOST_NAMES else names) or "none yet"
    values: dict[str, Any] = {"motion": amended.id, "clause": shorten(change.clause, 60), "names": shown}
    if near := did_you_mean(change.clause, names):
        values["hint"] = near
    return make_problem("E900", entry.place("amends", number, "clause"), **values)


def _words(
    entry: Entry[Motion], number: int, change: Change, clause: Clause, wording: Wording, amended: Entry[Motion]
) -> Iterator[Problem]:
    words, text = " ".join(change.words.split()), words_of(clause)
    times = count_words(words, text) if words else 1
    if times == 1:
        return
    place = entry.place("amends", number, "words")
    values: dict[str, Any] = {"words": shorten(words, 60), "clause": clause.name, "motion": amended.id}
    if times:
        yield make_problem("E915", place, times=times, **values)
        return
    if holders := holders_of(words, wording):
        values["hint"] = f"They stand in {join_words([one.name for one in holders[:3]], 'or')}: write that clause."
    yield make_problem("E901", place, text=shorten(text, 160), **values)


def check_carried(entry: Entry[Motion], site: Site) -> Iterator[Problem]:
    """Carried amendments to a motion that cannot be done together."""
    carried = as_carried(entry, site)
    for amendment, change in carried.left if carried else ():
        number = next((place for place, one in enumerate(amendment.fields.amends) if make_change(one) == change), 0)
        values = {"one": amendment.title, "clause": change.clause}
        yield make_problem("W914", amendment.place("amends", number), **values)
