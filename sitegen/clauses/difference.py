"""The difference between two texts, word by word, so that a reader sees what goes and what comes."""

import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Final, NamedTuple

_TOKEN: Final = re.compile(r"\s+|[^\s]+?(?=[,.;:!?)\]”’]*(?:\s|$))|[,.;:!?)\]”’]+")
_ALIKE: Final = 0.4
"""Below this share of words in common, the old text is shown as a whole, and then the new one."""


class Kept(StrEnum):
    """What becomes of some words."""

    SAME = "same"
    ADDED = "added"
    TAKEN_OUT = "taken-out"


class Run(NamedTuple):
    """Some words, and what becomes of them."""

    kept: Kept
    words: str


def compare_words(old: str, new: str) -> tuple[Run, ...]:
    """Both texts as one, with what is taken out before what comes in its place."""
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    if matcher.ratio() < _ALIKE:
        return tuple(join_runs([Run(Kept.TAKEN_OUT, old), Run(Kept.SAME, " "), Run(Kept.ADDED, new)]))
    runs: list[Run] = []
    for kind, start, end, first, last in _whole(matcher.get_opcodes(), before):
        if kind == "equal":
            runs.append(Run(Kept.SAME, "".join(before[start:end])))
        else:
            runs += (Run(Kept.TAKEN_OUT, "".join(before[start:end])), Run(Kept.ADDED, "".join(after[first:last])))
    return tuple(join_runs(runs))


Opcode = tuple[str, int, int, int, int]


def _whole(opcodes: Iterable[Opcode], before: list[str]) -> Iterator[Opcode]:
    """The steps with a lone space between two changes drawn into one change."""
    waiting: Opcode | None = None
    for code in opcodes:
        is_space = code[0] == "equal" and code[2] - code[1] == 1 and before[code[1]].isspace()
        if code[0] == "equal" and not (is_space and waiting):
            if waiting:
                yield waiting
            waiting = None
            yield code
        else:
            waiting = code if waiting is None else ("replace", waiting[1], code[2], waiting[3], code[4])
    if waiting:
        yield waiting


def join_runs(runs: Iterable[Run]) -> Iterator[Run]:
    """The runs without empty ones, neighbours of one kind joined, spaces at the edges of a change left outside it."""
    last: Run | None = None
    for run in runs:
        if not run.words:
            continue
        if last and run.kept is last.kept:
            last = Run(last.kept, last.words + run.words)
            continue
        if last:
            yield last
        last = run
    if last:
        yield last
