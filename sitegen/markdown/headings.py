"""Headings: their levels without gaps, their anchors as GitHub makes them, their permalinks."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape
from string import punctuation
from typing import Final

from sitegen.markdown.allowed import ID
from sitegen.markdown.body import Heading
from sitegen.markdown.origin import Origin
from sitegen.markdown.plain import inline_text
from sitegen.problems import Problem, make_problem

_HEADING: Final = re.compile(
    r'<h([1-6])(?: data-sourcepos="(\d+)[^"]*")?(?: id="([^"]*)")?[^>]*>([^<]*(?:<(?!/h[1-6]>)[^<]*)*)</h\1>'
)
_UNPRINTED: Final = (*range(32), 127)
_ANCHOR_SIGNS: Final = {
    **dict.fromkeys(_UNPRINTED),
    **{ord(sign): None for sign in punctuation if sign not in "-_"},
    ord(" "): "-",
}


@dataclass(slots=True)
class Headings:
    """Collects the headings of one text while it writes them anew."""

    origin: Origin
    is_short: bool
    found: list[Heading] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    taken: dict[str, int] = field(default_factory=dict)
    levels: list[int] = field(default_factory=list)
    above: int = 1

    def write(self, html: str) -> str:
        """The HTML with each heading at its level, with its anchor; those without words are no headings."""
        return _HEADING.sub(self._write_one, html)

    def _write_one(self, match: re.Match[str]) -> str:
        written, line, own_id, inner = match.groups()
        text = inline_text(inner)
        if not text:
            return f"<p>{inner}</p>" if inner.strip() else ""
        if written == "1" and line:
            self.problems.append(make_problem("W801", self.origin.place(int(line)), text=text))
        if line and not self.is_short:
            self._note_gap(int(written), int(line), text)
        level = self._level(int(written))
        if self.is_short:
            return f"<h{level}>{inner}</h{level}>"
        words = inline_text(inner, with_pictures=False) if "<img" in inner else text
        anchor = self._anchor(own_id if own_id and ID.fullmatch(own_id) else make_anchor(words or text))
        self.found.append(Heading(level, text, anchor, self.origin.first_line + int(line or 1) - 1))
        if not line:
            return f'<h{level} id="{anchor}">{inner}</h{level}>'
        label = inner if text == inner else escape(text)
        link = f'<a href="#{anchor}" class="permalink" aria-label="Link to this section: {label}">#</a>'
        return f'<h{level} id="{anchor}">{inner}{link}</h{level}>'

    def _note_gap(self, written: int, line: int, text: str) -> None:
        """Tell of a heading that is more than one level below the one before, or below the title."""
        above, self.above = self.above, max(written, 2)
        if written > above + 1:
            values = {"text": text, "found": "#" * written, "above": "#" * above if above > 1 else "the title"}
            marks = "#" * (above + 1)
            self.problems.append(make_problem("W820", self.origin.place(line), **values, marks=marks))

    def _level(self, written: int) -> int:
        """2 for the outermost, and never more than one deeper than the heading before."""
        written = max(written, 2)
        while self.levels and self.levels[-1] >= written:
            self.levels.pop()
        self.levels.append(written)
        return len(self.levels) + 1

    def _anchor(self, wanted: str) -> str:
        """The anchor, with `-1`, `-2` … at its end where it is taken already."""
        anchor = wanted
        while anchor in self.taken:
            self.taken[wanted] += 1
            anchor = f"{wanted}-{self.taken[wanted]}"
        self.taken[anchor] = 0
        return anchor


def make_anchor(text: str) -> str:
    """The anchor that GitHub gives to a heading with these words; `section` where none of them counts."""
    anchor = text.lower().translate(_ANCHOR_SIGNS)
    return (anchor if anchor.isascii() else "".join(_anchor_letters(anchor))) or "section"


def _anchor_letters(text: str) -> Iterator[str]:
    for letter in text:
        kind = unicodedata.category(letter)
        if letter == "-" or kind[0] in "LMN" or kind == "Pc":
            yield letter
