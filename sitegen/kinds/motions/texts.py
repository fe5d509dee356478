"""The text of a motion as it stands: its clauses, the changes that amend it, and how it reads once they are carried."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any, Final, NamedTuple

from sitegen.clauses import Wording, read_wording
from sitegen.clauses.changes import Change, Operation, carry_out, change_words, clause_name, count_words
from sitegen.kind import Entry, Site
from sitegen.kinds.motions.models import Amends, Motion, Status

CARRIED: Final = (Status.CARRIED, Status.CARRIED_AS_AMENDED, Status.CARRIED_IN_PARTS, Status.FORWARDED)


@lru_cache(maxsize=4096)
def wording_of(entry: Entry[Motion]) -> Wording:
    """The clauses of a motion as it is written."""
    return read_wording(entry.body, is_counted=entry.fields.is_counted)


@lru_cache(maxsize=2)
def amendments_by_motion(site: Site) -> Mapping[str, tuple[Entry[Motion], ...]]:
    """The amendments to each motion, by its id, in the order of their letters and dates."""
    found: dict[str, list[Entry[Motion]]] = {}
    for entry in site.of(Motion):
        for id in dict.fromkeys(one.motion for one in entry.fields.amends):
            if id != entry.id:
                found.setdefault(id, []).append(entry)
    return {id: tuple(sorted(entries, key=_amendment_order)) for id, entries in found.items()}


def _amendment_order(entry: Entry[Motion]) -> tuple[Any, ...]:
    return (entry.fields.letter, entry.date.moment.timestamp() if entry.date else 0.0, entry.id)


def amendments_to(entry: Entry[Motion], site: Site) -> tuple[Entry[Motion], ...]:
    """The amendments to a motion that lists may show."""
    return tuple(one for one in amendments_by_motion(site).get(entry.id, ()) if one.is_listed)


def make_change(amends: Amends) -> Change | None:
    """The change that one line of `amends` makes; None where it only names the motion."""
    if not amends.op:
        return None
    return Change(Operation(amends.op.value), clause_name(amends.clause), amends.words, amends.text)


def changes_to(id: str, amendment: Entry[Motion]) -> tuple[Change, ...]:
    """The changes that an amendment makes in one motion, as they are written."""
    made = (make_change(one) for one in amendment.fields.amends if one.motion == id)
    return tuple(one for one in made if one)


def amended_changes(id: str, amendment: Entry[Motion], by: tuple[Change, ...]) -> tuple[Change, ...]:
    """The changes of an amendment to a motion after changes `by` of another amendment to them."""
    changes = list(changes_to(id, amendment))
    for one in by:
        number = find_changed(one, changes)
        if number is not None:
            changes[number] = _amend(changes[number], one)
        elif not one.words and one.operation in (Operation.ADD, Operation.INSERT):
            changes.append(one)
    return tuple(one for one in changes if one.text or one.operation is Operation.DELETE)


def find_changed(change: Change, changes: list[Change] | tuple[Change, ...]) -> int | None:
    """The place of the change that an amendment to an amendment changes: by its clause, and by words of its text."""
    words = " ".join(change.words.split())
    if not words and (not change.clause or change.operation in (Operation.ADD, Operation.INSERT)):
        return None
    for number, one in enumerate(changes):
        if (not change.clause or one.clause == change.clause) and (
            not words or count_words(words, " ".join(one.text.split()))
        ):
            return number
    return None


def _amend(changed: Change, by: Change) -> Change:
    if by.words:
        text = change_words(by, " ".join(changed.text.split()))
    else:
        text = by.text if by.operation is Operation.REPLACE else ""
    return Change(changed.operation, changed.clause, changed.words, text)


def effective_changes(id: str, amendment: Entry[Motion], site: Site) -> tuple[Change, ...]:
    """The changes of an amendment to a motion, with those that were carried to the amendment itself."""
    by = [
        change
        for one in amendments_by_motion(site).get(amendment.id, ())
        if one.fields.status in CARRIED
        for change in changes_to(amendment.id, one)
    ]
    return amended_changes(id, amendment, tuple(by))


class AsCarried(NamedTuple):
    """A motion's text with all carried amendments, and the changes of them that could not be done together."""

    wording: Wording
    left: tuple[tuple[Entry[Motion], Change], ...]


def as_carried(entry: Entry[Motion], site: Site) -> AsCarried | None:
    """How a motion reads that was carried as amended; None where no carried amendment says what it changed."""
    if entry.fields.status is not Status.CARRIED_AS_AMENDED:
        return None
    made = list(_carried_changes(entry, site))
    if not made:
        return None
    changes = [change for _, change in made]
    wording, left = carry_out(changes, wording_of(entry), is_counted=entry.fields.is_counted)
    lost = tuple(next(one for one in made if one[1] is change) for change in left)
    return AsCarried(wording, lost)


def _carried_changes(entry: Entry[Motion], site: Site) -> Iterator[tuple[Entry[Motion], Change]]:
    for one in amendments_by_motion(site).get(entry.id, ()):
        if one.fields.status in CARRIED:
            yield from ((one, change) for change in effective_changes(entry.id, one, site))


def shown_wording(entry: Entry[Motion], site: Site) -> Wording:
    """The text that stands for the motion on page, PDF, Word and text: as carried, else as written."""
    carried = as_carried(entry, site)
    return carried.wording if carried else wording_of(entry)
