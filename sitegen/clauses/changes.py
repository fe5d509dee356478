"""Changes to a text of clauses: finding what they name, carrying them out, and counting anew."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from html import escape
from typing import Final, NamedTuple

from sitegen.clauses.difference import Kept, Run, compare_words, join_runs
from sitegen.clauses.labels import label, sign
from sitegen.clauses.wording import Block, Clause, Option, Part, Passage, Role, Wording, clauses_of
from sitegen.markdown import Body, plain_text

_BETWEEN: Final = re.compile(r"[\s.()\-–:]+")
_PARAGRAPHS: Final = re.compile(r"\n\s*\n")
_NEW: Final = ""


class Operation(StrEnum):
    """What a change does."""

    INSERT = "insert"
    DELETE = "delete"
    REPLACE = "replace"
    ADD = "add"


class Change(NamedTuple):
    """One change: what it does to which clause (a part for `add`), to which words in it, and with which text."""

    operation: Operation
    clause: str
    words: str = ""
    text: str = ""

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The text as clauses, one for each paragraph of it."""
        found = (" ".join(one.split()) for one in _PARAGRAPHS.split(self.text))
        return tuple(one for one in found if one)


def clause_name(written: str) -> str:
    """The name of a clause as it was written: `Resolves 3 (a)` is `resolves.3.a`."""
    return _BETWEEN.sub(".", written.strip().lower()).strip(".")


def words_of(clause: Clause) -> str:
    """The words of a clause itself, in one line."""
    return " ".join(plain_text(clause.text).split())


def all_words_of(clause: Clause) -> str:
    """The words of a clause with all that is below it."""
    below = [
        f"{one.label} {all_words_of(one)}".strip()
        if isinstance(one, Clause)
        else " ".join(plain_text(one.text).split())
        for one in clause.below
    ]
    return " ".join(part for part in (words_of(clause), *below) if part)


def count_words(words: str, text: str) -> int:
    """How often some words stand in a text: `bus` does not stand in `buses`."""
    return len(_as_words(words).findall(text))


def _as_words(words: str) -> re.Pattern[str]:
    """What finds words where they begin and end as words do."""
    begin, end = (r"(?<!\w)" if words[:1].isalnum() else ""), (r"(?!\w)" if words[-1:].isalnum() else "")
    return re.compile(f"{begin}{re.escape(words)}{end}")


def part_of(change: Change, wording: Wording) -> Part | None:
    """The part at whose end an added clause stands: the one named, or the one in which the named clause stands."""
    name = change.clause.partition(".")[0]
    return next((part for part in wording.parts if part.name == name), None)


def show_change(change: Change, wording: Wording) -> tuple[Run, ...]:
    """What a change does to the words of its clause; for whole clauses that come or go, all of their words."""
    clause = wording.find(change.clause)
    if change.operation is Operation.ADD or clause is None or (_is_insert(change) and not change.words):
        return (Run(Kept.ADDED, " ".join(change.paragraphs)),)
    if not change.words:
        old = all_words_of(clause)
        if change.operation is Operation.DELETE:
            return (Run(Kept.TAKEN_OUT, old),)
        return compare_words(old, " ".join(change.paragraphs))
    return show_words(change, words_of(clause))


def show_words(change: Change, text: str) -> tuple[Run, ...]:
    """What a change of some words does to a text that holds them."""
    words = " ".join(change.words.split())
    found = _as_words(words).search(text)
    before, after = (text[: found.start()], text[found.end() :]) if found else (text, "")
    new = " ".join(change.text.split())
    if change.operation is Operation.DELETE:
        runs = [Run(Kept.SAME, before), Run(Kept.TAKEN_OUT, words), Run(Kept.SAME, after)]
    elif change.operation is Operation.INSERT:
        gap = "" if new[:1] in ",.;:" else " "
        runs = [Run(Kept.SAME, before + words + gap), Run(Kept.ADDED, new), Run(Kept.SAME, after)]
    else:
        both = [Run(Kept.TAKEN_OUT, words), Run(Kept.SAME, " "), Run(Kept.ADDED, new)]
        runs = [Run(Kept.SAME, before), *both, Run(Kept.SAME, after)]
    return tuple(join_runs(runs))


def change_words(change: Change, text: str) -> str:
    """A text after a change of some words in it."""
    words, new = " ".join(change.words.split()), " ".join(change.text.split())
    pattern = _as_words(words)
    if change.operation is Operation.INSERT:
        gap = "" if new[:1] in ",.;:" else " "
        return pattern.sub(lambda _: f"{words}{gap}{new}", text, count=1)
    changed = pattern.sub(lambda _: "" if change.operation is Operation.DELETE else new, text, count=1)
    return re.sub(r" +([,.;:])", r"\1", " ".join(changed.split()))


def _is_insert(change: Change) -> bool:
    return change.operation is Operation.INSERT


def carry_out(changes: Sequence[Change], wording: Wording, *, is_counted: bool) -> tuple[Wording, tuple[Change, ...]]:
    """The text after the changes, which name clauses by their places before them, and those that could not be done.

    Clauses are counted anew where one came or went, or where they are counted anyway.
    """
    left: list[Change] = []
    parts = tuple(_change_part(part, changes, left) for part in wording.parts)
    lost = [one for one in changes if one.operation is Operation.ADD and not part_of(one, wording)]
    has_moved = any(not one.words for one in changes)
    changed = wording._replace(parts=tuple(_count(part, relabel=is_counted or has_moved) for part in parts))
    return changed, (*left, *lost)


def _change_part(part: Part, changes: Sequence[Change], left: list[Change]) -> Part:
    own = [one for one in changes if one.clause.partition(".")[0] == part.name]
    if not own:
        return part
    blocks: list[Block | Option] = []
    for one in part.blocks:
        if isinstance(one, Option):
            blocks.append(one._replace(blocks=tuple(_change_blocks(one.blocks, own, left))))
        else:
            blocks += _change_blocks((one,), own, left)
    added = [text for one in own if one.operation is Operation.ADD for text in one.paragraphs]
    return part._replace(blocks=(*blocks, *(_new_clause(text) for text in added)))


def _change_blocks(blocks: Iterable[Block], changes: Sequence[Change], left: list[Change]) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, Passage):
            yield block
            continue
        own = [one for one in changes if one.clause == block.name and one.operation is not Operation.ADD]
        whole = [one for one in own if not one.words and not _is_insert(one)]
        if whole:
            yield from (_new_clause(text, block) for one in whole[:1] for text in _instead(one))
            left += (*whole[1:], *(one for one in own if one.words))
        else:
            yield _change_text(block, own, left)._replace(below=tuple(_change_blocks(block.below, changes, left)))
        yield from (_new_clause(text) for one in own if _is_insert(one) and not one.words for text in one.paragraphs)


def _instead(change: Change) -> tuple[str, ...]:
    return change.paragraphs if change.operation is Operation.REPLACE else ()


def _new_clause(text: str, instead_of: Clause | None = None) -> Clause:
    body = Body((_html(text),), (), (), frozenset())
    return Clause(instead_of.name if instead_of else _NEW, instead_of.label if instead_of else _NEW, body)


def _html(text: str) -> str:
    return escape(text, quote=False).replace('"', "&quot;")


def _change_text(clause: Clause, changes: Sequence[Change], left: list[Change]) -> Clause:
    for change in changes:
        words = " ".join(change.words.split())
        if not words:
            continue
        if not count_words(words, words_of(clause)):
            left.append(change)
            continue
        clause = clause._replace(text=_change_body(change, words, clause))
    return clause


def _change_body(change: Change, words: str, clause: Clause) -> Body:
    """The clause's words with their marks and links where the changed ones stand between them, else as plain words."""
    body, old = clause.text, _html(words)
    pieces = [" ".join(piece.split()) if old in piece else piece for piece in body.pieces]
    hits = [number for number, piece in enumerate(body.pieces) if count_words(old, piece)]
    if len(hits) == 1 and not re.search(rf'"[^"<>]*{re.escape(old)}', pieces[hits[0]]):
        piece = body.pieces[hits[0]]
        spelt = change._replace(words=old, text=_html(change.text))
        pieces = list(body.pieces)
        pieces[hits[0]] = _keep_edges(piece, change_words(spelt, piece))
        return body._replace(pieces=tuple(pieces))
    return Body((_html(change_words(change, words_of(clause))),), (), (), frozenset())


def _keep_edges(old: str, new: str) -> str:
    """The changed piece with the spaces that stood at its edges, next to a link or a mark."""
    begin, end = old[: len(old) - len(old.lstrip())], old[len(old.rstrip()) :]
    return f"{begin}{new.strip()}{end}"


def _count(part: Part, *, relabel: bool) -> Part:
    """The part with its clauses named by their places, and labelled by them where that is asked for."""
    keeps = part.role is Role.APPENDIX or not relabel
    counter = _Counter(part.name, keeps)
    blocks = tuple(
        one._replace(blocks=tuple(counter.blocks(one.blocks))) if isinstance(one, Option) else counter.block(one)
        for one in part.blocks
    )
    return part._replace(blocks=blocks)


@dataclass(slots=True)
class _Counter:
    """Counts the clauses below one name."""

    above: str
    keeps: bool
    count: int = 0

    def block(self, block: Block) -> Block:
        if isinstance(block, Passage):
            return block
        self.count += 1
        depth = self.above.count(".") + 1
        name = f"{self.above}.{sign(self.count, depth)}"
        inner = _Counter(name, self.keeps)
        shown = block.label if self.keeps else label(self.count, depth)
        return block._replace(name=name, label=shown, below=tuple(inner.blocks(block.below)))

    def blocks(self, blocks: Iterable[Block]) -> Iterator[Block]:
        return (self.block(one) for one in blocks)


def holders_of(words: str, wording: Wording) -> tuple[Clause, ...]:
    """The clauses that hold some words themselves."""
    sought = " ".join(words.split())
    return tuple(one for one in clauses_of(wording) if count_words(sought, words_of(one)))
