"""Settling a pasted line: whom it names, and whether that is known or what is to be asked."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from sitegen.elections.models import Nomination, NominatorType
from sitegen.elections.wording import PLACELESS_WORDS
from sitegen.kinds.nominations.ground import Ground, name_key
from sitegen.kinds.nominations.unmatched import explain_unmatched
from sitegen.problems import Place, Problem
from sitegen.register import AreaKind, find_affiliate, load_register, region_or_nation
from sitegen.schema import check_fields
from sitegen.source import Document, Value
from sitegen.words import did_you_mean, join_words

_NOBODY: Final = frozenset(("", "-", "–", "—", "none", "nobody", "no one", "n/a", "na", "tbc", "no nomination"))


class Nominator(NamedTuple):
    """Who nominates: the name as it is to be written, who that is, and the seat's code or the name to compare.

    `words` say what the name stands for, where it does not say so itself; `problem` is what is to be asked, and
    `suggestion` what may be meant, as an alias has it.
    """

    printed: str
    type: NominatorType
    key: str
    words: str = ""
    problem: Problem | None = None
    suggestion: str = ""


def find_nominator(printed: str, type: NominatorType | None, ground: Ground) -> Nominator:
    """The nominator of that printed name; without a `type`, a local party unless the name is known as another's."""
    if type in (None, NominatorType.CLP):
        if alias := _alias_key(printed, ground):
            return _by_alias(alias, ground)
        if seat := load_register(ground.contest.fields.boundaries).match(printed).seat:
            words = "" if seat.name.casefold() == printed.casefold() else f"is {seat.name}"
            return Nominator(printed, NominatorType.CLP, seat.code, words)
    known = type or other_type(printed, ground)
    if known and known is not NominatorType.CLP:
        return Nominator(printed, known, printed, f"a {known.value.replace('-', ' ')}")
    year = ground.contest.fields.boundaries
    problem = explain_unmatched(printed, Place(ground.file), ground.aliases_file, year)
    near, area = load_register(year).match(printed).suggestions, region_or_nation(printed)
    suggestion = near[0].name if near else f"{{kind: {area.kind}}}" if area and area.kind is not AreaKind.REGION else ""
    return Nominator(printed, NominatorType.CLP, printed, "", problem, suggestion)


def _by_alias(printed: str, ground: Ground) -> Nominator:
    alias = ground.aliases[printed]
    if alias.kind:
        return Nominator(printed, NominatorType.CLP, printed, alias.note.rstrip(".") or PLACELESS_WORDS[alias.kind])
    seat = load_register(ground.contest.fields.boundaries).match(alias.seat).seat
    return Nominator(printed, NominatorType.CLP, seat.code if seat else printed, f"is {alias.seat}, as confirmed")


def _alias_key(printed: str, ground: Ground) -> str:
    """The confirmed name that is printed here, perhaps with another apostrophe; empty where there is none."""
    if printed in ground.aliases:
        return printed
    key = name_key(printed)
    return next((name for name in ground.aliases if name_key(name) == key), "")


def other_type(printed: str, ground: Ground) -> NominatorType | None:
    """Who nominates, where the name is known as that of no local party: in this list, or as an affiliate's."""
    affiliate = find_affiliate(printed)
    return ground.types.get(name_key(printed)) or (NominatorType(affiliate.type) if affiliate else None)


def is_known_name(printed: str, ground: Ground) -> bool:
    """Whether a name is that of a nominator, so that no heading is seen in it."""
    if not printed:
        return False
    match = load_register(ground.contest.fields.boundaries).match(printed)
    return bool(match.seat or _alias_key(printed, ground) or other_type(printed, ground))


def find_candidate(written: str, ground: Ground) -> str:
    """The id of a candidate who is written by id or by name; empty where the contest has none."""
    if written in ground.candidates:
        return written
    key = name_key(written)
    found = [id for id, name in ground.candidates.items() if name and name_key(name) == key]
    return found[0] if len(found) == 1 else ""


def no_candidate_words(written: str, ground: Ground) -> str:
    """The sentence for a candidate that the contest does not have."""
    known = [*ground.candidates, *filter(None, ground.candidates.values())]
    ids = ", ".join(ground.candidates) or "none yet"
    near = did_you_mean(written, known, f"Candidates of {ground.contest.id}: {ids}.")
    return f"'{written}' is no candidate of this contest. {near}"


def read_beside(beside: Sequence[str], ground: Ground) -> tuple[dict[str, str], str]:
    """Co-nominees by column from what stands in brackets behind a name; and what is to be asked, or nothing."""
    related = ground.contest.fields.related
    parts = list(beside) if len(beside) > 1 else _parts(beside[0] if beside else "", len(related))
    if not parts:
        return {}, ""
    shown = "; ".join(parts)
    if not related:
        return (
            {},
            f"The contest has no columns for '{shown}'. Declare them, 'related: {{leader: Leader}}', or take it out.",
        )
    if len(parts) > len(related):
        titles = join_words(list(related.values()))
        return {}, f"'{shown}' holds {len(parts)} names; there is room for {len(related)}: {titles}."
    named: dict[str, str] = {}
    for number, part in enumerate(parts):
        column, name = _labelled(part, related)
        if not column and len(parts) == len(related):
            column = list(related)[number]
        column = column or _column_of(name, ground)
        if not column:
            gaps = "; " * (len(related) - 1)
            return (
                {},
                f"It is not said in which column '{name}' belongs. Write ({name}{gaps.rstrip()}) or ({gaps}{name}).",
            )
        if name.casefold() not in _NOBODY:
            named[column] = name
    return named, ""


def _parts(text: str, most: int) -> list[str]:
    """The names in one text: parted by semicolons, else slashes, else commas; a comma may stand in a name too."""
    if not text.strip():
        return []
    for sign in (";", "/", "|", ","):
        parts = [part.strip() for part in text.split(sign)]
        if len(parts) > 1 and (sign != "," or len(parts) <= most):
            return parts
    return [text.strip()]


def _labelled(part: str, related: Mapping[str, str]) -> tuple[str, str]:
    """The column that a name is labelled with (`Leader: Jo Example`), or nothing, and the name."""
    label, colon, name = part.partition(":")
    key = name_key(label)
    column = next((id for id, title in related.items() if key in (name_key(id), name_key(title))), "")
    return (column, name.strip()) if colon and column else ("", part)


def _column_of(name: str, ground: Ground) -> str:
    """The one column in which the name stands already; empty where there is none, or more than one."""
    related = ground.contest.fields.related
    found = [column for column in related if len(related) == 1 or name in ground.named.get(column, ())]
    return found[0] if len(found) == 1 else ""


def row_problems(cells: Mapping[str, str], ground: Ground) -> Iterator[str]:
    """What is wrong with the cells of a row by the rules for its fields, each as a sentence with its hint."""
    related = ground.contest.fields.related
    values: dict[str, Value] = {name: cell for name, cell in cells.items() if cell and name not in related}
    together: dict[str, Value] = {name: cell for name, cell in cells.items() if cell and name in related}
    if together:
        values["together"] = together
    checked = check_fields(Nomination, values, Document(ground.file, {}))
    for problem in checked.problems:
        yield f"{problem.message} {problem.hint}".strip()


def split_names(name: str, ground: Ground) -> list[str]:
    """The names in a line that holds several: parted by commas or semicolons, with "and" before the last."""
    if is_known_name(name, ground) or not re.search(r"[,;]", name):
        return [name]
    parts = [part.strip() for part in re.split(r"[,;]", name) if part.strip()]
    first, _, last = parts[-1].partition(" and ")
    if last and is_known_name(first, ground) and is_known_name(last, ground):
        parts[-1:] = [first, last]
    known = sum(is_known_name(part, ground) for part in parts)
    return parts if len(parts) > 1 and known * 2 >= len(parts) else [name]
