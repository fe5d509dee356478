"""List items that begin with `a)`, `(a)`, `i)` or `–`, as motions and letters have them below a numbered item.

GitHub's preview shows such lines as words of the line above. Here they are items one level deeper where they are
indented far enough to nest; where they are not, the editor is told with how many spaces they would be.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final, NamedTuple

from sitegen.markdown.body import Item
from sitegen.markdown.origin import Origin
from sitegen.problems import Problem, make_problem

_ROMAN: Final = r"(?=[ivx])x{0,3}(?:ix|iv|v?i{0,3})"
_MARK: Final = re.compile(rf"(\((?:([a-z])\2?|{_ROMAN})\)|(?:([a-z])\3?|{_ROMAN})\)|[–—])(?=[ \t]+\S)")
_USUAL: Final = re.compile(r"([-+*]|\d{1,9}[.)])([ \t]+)(?=\S)")
_FENCE: Final = re.compile(r"(```|~~~)")
_ITEM: Final = re.compile(r'<li data-sourcepos="(\d+):(\d+)-(?![^>]* id="fn-)')
_LIST: Final = re.compile(r'<ol data-sourcepos="(\d+):\d+-[^"]*"')
_WRITTEN: Final = re.compile(r"\S+")


class _Open(NamedTuple):
    """An open list item: the columns of its mark and of its words, whether it has a number."""

    mark: int
    words: int
    is_numbered: bool


def spell_letters(origin: Origin) -> tuple[Origin, tuple[Problem, ...]]:
    """The text with those marks as the parser knows them, as wide as before, and a problem for each that does not nest.

    `Origin.letters` of the answer holds the marks as written, by line.
    """
    lines = list(origin.lines)
    letters: dict[int, str] = {}
    problems: list[Problem] = []
    for number, mark, wanted, found in _marks(origin.lines):
        if wanted:
            problems.append(make_problem("W813", origin.place(number), mark=mark, wanted=wanted, found=found))
            continue
        letters[number] = mark
        spelt = "-" if len(mark) == 1 else f"{'1':0>{len(mark) - 1}})"
        lines[number - 1] = lines[number - 1].replace(mark, spelt, 1)
    return replace(origin, text="\n".join(lines), letters=letters), tuple(problems)


def _marks(lines: tuple[str, ...]) -> Iterator[tuple[int, str, int, int]]:
    """Line, mark, and the spaces it needs and has; it needs 0 where it nests."""
    items: list[_Open] = []
    is_code, after_blank = False, False
    for number, line in enumerate(lines, 1):
        row = line.expandtabs(4)
        words = row.lstrip()
        indent = len(row) - len(words)
        if _FENCE.match(words):
            is_code = not is_code
        if is_code or not words:
            after_blank = after_blank or not words
            continue
        mark, usual = _MARK.match(words), _USUAL.match(words)
        inner = [one for one in items if one.words <= indent]
        if mark and inner and indent < inner[-1].words + 4:
            yield number, mark[1], 0, indent
            items = [*inner, _open(indent, words, mark.end(), is_numbered=False)]
        elif mark and not inner and (above := _numbered_above(items, indent)):
            yield number, mark[1], above.words, indent
        elif usual and (indent < 4 if not inner else indent < inner[-1].words + 4):
            items = [*inner, _open(indent, words, usual.end(1), is_numbered=usual[1][0].isdigit())]
        elif after_blank and not mark:
            items = inner
        after_blank = False


def _numbered_above(items: list[_Open], indent: int) -> _Open | None:
    """The open item with a number below which a line with that indentation was meant to stand."""
    return next((one for one in reversed(items) if one.is_numbered and one.mark <= indent), None)


def _open(indent: int, words: str, end: int, *, is_numbered: bool) -> _Open:
    gap = len(words) - end - len(words[end:].lstrip())
    return _Open(indent, indent + end + (gap if gap <= 4 else 1), is_numbered)


def write_letters(html: str, origin: Origin) -> str:
    """The parser's HTML with lists that count in letters where the first item does."""

    def write(match: re.Match[str]) -> str:
        mark = origin.letters.get(int(match[1]), "").strip("()")
        if not mark or mark in "–—":
            return match[0]
        if re.fullmatch("[ivx]+", mark) and mark not in ("v", "x"):
            return f'{match[0]} type="i"'
        start = ord(mark[0]) - ord("a") + 1
        return f'{match[0]} type="a"' + (f' start="{start}"' if start > 1 else "")

    return _LIST.sub(write, html)


def find_items(html: str, origin: Origin) -> tuple[Item, ...]:
    """Every list item of the parser's HTML, in order, with its mark as written."""
    return tuple(_item(int(line), int(column), origin) for line, column in _ITEM.findall(html))


def _item(line: int, column: int, origin: Origin) -> Item:
    row = origin.lines[line - 1].encode()
    before, rest = row[: column - 1].decode(errors="ignore"), row[column - 1 :].decode(errors="ignore")
    found = _WRITTEN.match(rest.lstrip())
    mark = found[0] if found else "-"
    if line in origin.letters and not before.strip():
        mark = origin.letters[line]
    return Item(mark, origin.first_line + line - 1)
