"""A text cut at its second-level headings, as answers are at the names of the questions."""

import re
from itertools import pairwise
from typing import Final, NamedTuple

from sitegen.markdown.body import Body
from sitegen.markdown.characters import tidy_lines
from sitegen.markdown.reading import read_short

_SECOND: Final = re.compile(r" {0,3}##(?!#)")
_DEFINITION: Final = re.compile(r"^ {0,3}\[[^\]\n]+\]:[^\n]*(?:\n(?: {2,}|\t)[^\n]*)*", re.MULTILINE)
_HEADING_TAG: Final = re.compile(r"<(/?)h([2-6])\b")


class Cut(NamedTuple):
    """The words below one heading, without ids; `title` is empty above the first one.

    `line` is that of the heading in the file.
    """

    title: str
    line: int
    text: str
    body: Body


def cut_body(body: Body, text: str, first_line: int, level: int) -> tuple[Cut, ...]:
    """The text above the first second-level heading, then what stands below each of them.

    `body` is the text as it was read. Headings inside begin at `level`. Links and footnotes that are explained in
    another part are known in each.
    """
    tidy = tidy_lines(text)
    lines = tidy.split("\n")
    found = [(one.text, one.line) for one in body.headings if _SECOND.match(lines[one.line - first_line])]
    bounds = [("", first_line - 1), *found, ("", first_line + len(lines))]
    return tuple(
        _cut(title, line, "\n".join(lines[line - first_line + 1 : end - first_line]).strip("\n"), tidy, level)
        for (title, line), (_, end) in pairwise(bounds)
    )


def _cut(title: str, line: int, own: str, whole: str, level: int) -> Cut:
    words = _DEFINITION.sub("", own) if "]:" in own else own
    if not words.strip():
        return Cut(title, line, "", Body(("",), (), (), frozenset()))
    elsewhere = [one[0] for one in _DEFINITION.finditer(whole) if one[0] not in own] if "]:" in whole else []
    body, _ = read_short("\n\n".join([own, *elsewhere]), "")
    return Cut(title, line, own, lower_headings(body, level - 2))


def lower_headings(body: Body, steps: int) -> Body:
    """The body with each heading so many levels lower, down to the sixth."""

    def lower(tag: re.Match[str]) -> str:
        return f"<{tag[1]}h{min(6, int(tag[2]) + steps)}"

    return body._replace(pieces=tuple(_HEADING_TAG.sub(lower, piece) for piece in body.pieces))
