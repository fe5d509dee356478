"""A motion as it was handed in: its lines with what can be told of each, from Word, Markdown and plain text alike."""

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from sitegen.intake import Pasted, read_pasted
from sitegen.word_files import Span, WordParagraph, read_word

_MARK: Final = re.compile(
    r"(?P<mark>\d{1,3}(?:\.\d{1,3}){1,3}\.?|\(?\d{1,3}[.)]|\((?:[a-zA-Z]{1,2}|[ivxIVX]+)\)"
    r"|(?:[a-zA-Z]|[ivxIVX]+)\)|[a-z]\.|[ivx]{2,5}\.|[-*+•–—·▪○])[ \t]+(?=\S)"
)
_HEADING: Final = re.compile(r"(#{1,6})[ \t]+(.*?)[ \t]*#*$")
_TITLE: Final = re.compile(r"title: *[\"']?(.+?)[\"']? *$")
_WRAPPED: Final = re.compile(r"\*\*(.+?)\*\*:?|__(.+?)__:?")

PEOPLE: Final = re.compile(
    r"(?P<field>moved|proposed|mover|proposer|seconded|seconder|submitted)(?: by)?\s*:?\s+(?P<name>[A-Z].{1,60})",
    re.IGNORECASE,
)
"""A line that says who moves, seconds or submits the motion."""


class Line(NamedTuple):
    """One line or paragraph: where it stands, its words, its mark and level, whether it is marked as a heading.

    `spans` are its words in Word, with their manner.
    `indent` are the spaces before it. `after_gap`: an empty line stands before it, or it is a paragraph of Word.
    """

    number: int
    text: str
    mark: str = ""
    indent: int = 0
    heading: int = 0
    after_gap: bool = True
    rows: tuple[tuple[str, ...], ...] = ()
    remarks: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()


def read_lines(pasted: Pasted) -> tuple[tuple[Line, ...], str]:
    """The lines of a file, and a remark on how it was read; raises ImportRefused and NoWordFile."""
    if pasted.content.startswith(b"PK\x03\x04"):
        return tuple(_word_line(one) for one in read_word(pasted.content)), ""
    text = read_pasted(pasted)
    end = _front_matter_end(text.lines)
    remark = "Of the front matter the title was taken alone: copy what else is still right." if end else ""
    titles = [_TITLE.sub(r"# \1", line) if _TITLE.match(line) else "" for line in text.lines[:end]]
    lines = (*titles, *text.lines[end:])
    return tuple(_joined(_text_lines(lines))), " ".join(part for part in (text.remark, remark) if part)


def _front_matter_end(lines: tuple[str, ...]) -> int:
    """How many lines a front matter takes; 0 where there is none."""
    if not lines or lines[0].strip() != "---":
        return 0
    return next((number + 1 for number, line in enumerate(lines[1:], 1) if line.strip() == "---"), 0)


def _word_line(paragraph: WordParagraph) -> Line:
    text, mark = paragraph.text, paragraph.mark
    if not mark and not paragraph.heading and (found := _MARK.match(text)):
        mark, text = found["mark"], text[found.end() :]
    heading = 1 if paragraph.is_title else paragraph.heading or (2 if paragraph.is_bold and not mark else 0)
    indent = paragraph.level * 4
    return Line(paragraph.number, text, mark, indent, heading, True, paragraph.rows, paragraph.remarks, paragraph.spans)


def _text_lines(lines: Iterable[str]) -> Iterator[Line]:
    after_gap = True
    for number, written in enumerate(lines, 1):
        row = written.expandtabs(4)
        text = row.strip()
        if not text or (set(text) <= set("-=_*") and len(text) > 2):
            after_gap = True
            continue
        indent = len(row) - len(row.lstrip())
        heading, mark = 0, ""
        if found := _HEADING.fullmatch(text):
            heading, text = len(found[1]), found[2]
        elif found := _WRAPPED.fullmatch(text):
            heading, text = 2, found[1] or found[2]
        elif found := _MARK.match(text):
            mark, text = found["mark"], text[found.end() :]
        yield Line(number, text, mark, indent, heading, after_gap)
        after_gap = False


def _joined(lines: Iterable[Line]) -> Iterator[Line]:
    """Lines that only go on with the one before it are drawn into it."""
    last: Line | None = None
    for line in lines:
        goes_on = last is not None and not (line.after_gap or line.mark or line.heading or last.heading)
        goes_on = goes_on and not (PEOPLE.fullmatch(line.text) or (last and PEOPLE.fullmatch(last.text)))
        if last is not None and goes_on and not last.text.endswith(":"):
            last = last._replace(text=f"{last.text} {line.text}")
            continue
        if last is not None:
            yield last
        last = line
    if last is not None:
        yield last
