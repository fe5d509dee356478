"""Plain text as Markdown that says the same: lists stay lists, line ends that were meant stay, no sign is markup."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import Final

from sitegen.markdown import plain_text, read_short

_BULLET: Final = re.compile(r"[ \t]*(?:[-*+•·‣]|–|—)[ \t]+(?=\S)")
_NUMBERED: Final = re.compile(r"[ \t]*(\d{1,3})[.)][ \t]+(?=\S)")
_ADDRESS: Final = re.compile(r"((?:https?://|www\.)[^\s<>]+)")
_SPECIAL: Final = re.compile(r"([\\`*_\[\]<>&~|^#!])")
_AT_START: Final = re.compile(r"^(\d{1,9}(?=[.)]))?([-+=.)])")
_SHORTEST, _LONGEST = 60, 100
"""Between these mail programs break lines; where a line is longer, each line end was meant."""


def as_markdown(lines: Sequence[str]) -> str:
    """The words as a Markdown text whose preview shows the same words, paragraph by paragraph."""
    width = max((len(line) for line in lines), default=0)
    groups = groupby(lines, key=lambda line: bool(line.strip()))
    blocks = [block for is_text, group in groups if is_text for block in _blocks(list(group), width)]
    return "\n\n".join(blocks)


def _blocks(lines: Sequence[str], width: int) -> Iterator[str]:
    """A paragraph in pieces: runs of list items, and runs of other lines."""
    kind, run = "", list[str]()
    for line in lines:
        now = "bullets" if _BULLET.match(line) else "numbers" if _NUMBERED.match(line) else ""
        if not now and kind and line[:1] in " \t":
            now = kind  # an item that goes on
        if run and now != kind:
            yield _block(kind, run, width)
            run = []
        kind = now
        run.append(line)
    if run:
        yield _block(kind, run, width)


def _block(kind: str, lines: Sequence[str], width: int) -> str:
    if kind == "bullets":
        return "\n".join(_item("- ", _BULLET, line) for line in lines)
    numbers = [int(found[1]) for line in lines if (found := _NUMBERED.match(line))]
    if kind == "numbers" and len(numbers) > 1 and all(after == before + 1 for before, after in pairwise(numbers)):
        shown = iter(numbers)
        return "\n".join(_item(f"{next(shown)}. " if _NUMBERED.match(line) else "", _NUMBERED, line) for line in lines)
    return _paragraph(lines, width)


def _item(mark: str, pattern: re.Pattern[str], line: str) -> str:
    """One item, or a line that belongs to the item above."""
    if pattern.match(line):
        return f"{mark}{escape_words(pattern.sub('', line, count=1).strip())}"
    return f"   {escape_words(line.strip())}"


def _paragraph(lines: Sequence[str], width: int) -> str:
    words = [escape_words(line.strip()) for line in lines]
    meant = [_is_meant(before, after, width) for before, after in pairwise(lines)]
    shown = "".join(
        line + ("\\\n" if is_meant else "\n") for line, is_meant in zip(words, [*meant, False], strict=True)
    )
    return shown.rstrip("\n") if _says(shown, lines) else "\\\n".join(_escape(line.strip()) for line in lines)


def _is_meant(before: str, after: str, width: int) -> bool:
    """Whether the writer ended a line here: the next word would have had room on it."""
    first = after.split()[0] if after.split() else ""
    return width > _LONGEST or len(before.rstrip()) + 1 + len(first) <= max(width, _SHORTEST)


def _says(markdown: str, lines: Sequence[str]) -> bool:
    """Whether the preview shows the words of the lines and no others, as one paragraph."""
    body, _ = read_short(markdown, "")
    html = "".join(body.pieces).strip()
    is_one = html.count("<p>") == 1 and html.startswith("<p>") and html.endswith("</p>")
    return is_one and plain_text(body).split() == " ".join(lines).split()


def escape_words(words: str) -> str:
    """One line with its signs kept from becoming markup; as it is where there is nothing to keep."""
    return words if _says(words, [words]) else _escape(words)


def _escape(words: str) -> str:
    """The line with a backslash before every sign that could be markup; web addresses stay as they are."""
    parts = _ADDRESS.split(words)
    shown = "".join(part if number % 2 else _SPECIAL.sub(r"\\\1", part) for number, part in enumerate(parts))
    return _AT_START.sub(lambda found: f"{found[1] or ''}\\{found[2]}", shown)
