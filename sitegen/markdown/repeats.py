"""Texts that were pasted twice into one file."""

from collections.abc import Iterator
from typing import Final

from sitegen.markdown.origin import Origin
from sitegen.problems import Problem, make_problem

_MANY: Final = 12
_LONG: Final = 60


def find_repeats(origin: Origin) -> Iterator[Problem]:
    """A problem where the second copy begins, if a dozen different paragraphs of some length stand twice."""
    blocks = origin.text.split("\n\n")
    if len(blocks) < 2 * _MANY:
        return
    long_ones = [block.strip() for block in blocks if len(block) >= _LONG]
    if len(long_ones) - len(set(long_ones)) < _MANY:
        return
    seen: set[str] = set()
    repeated: dict[str, int] = {}
    line = 1
    for block in blocks:
        words = block.strip()
        if len(block) >= _LONG and words in seen:
            repeated.setdefault(words, line + len(block[: block.index(words)].splitlines()))
        seen.add(words)
        line += block.count("\n") + 2
    if len(repeated) >= _MANY:
        yield make_problem("W803", origin.place(next(iter(repeated.values()))))
