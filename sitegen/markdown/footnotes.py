"""Footnotes: what the parser cannot take, and their ids, marks and ways back."""

import re
from itertools import count
from typing import Final

from sitegen.markdown.nesting import code_lines
from sitegen.markdown.origin import Origin
from sitegen.markdown.parser import parse_html
from sitegen.problems import Problem, make_problem

_FOOTNOTE: Final = re.compile(r"^(?:[ \t>]|[-+*][ \t]|\d{1,9}[.)][ \t])*(\[\^([^\]\s]+)\]:)", re.MULTILINE)
_MARK: Final = re.compile(r'<a href="#fn-([^"]*)" id="fnref-([^"]*)" data-footnote-ref(?:="")?>(\d+)</a>')
_WAY_BACK: Final = re.compile(
    r'<a href="#fnref-[^"]*" class="footnote-backref"[^>]*? data-footnote-backref-idx="([\d-]+)"[^>]*>'
    r'[^<]*(?:<sup class="footnote-ref">\d+</sup>)?</a>'
)
_NOTE: Final = re.compile(r'<li data-sourcepos="[^"]*" id="fn-[^"]*">')
_MARK_IN_SUP: Final = re.compile(r'<sup data-sourcepos="[^"]*" class="footnote-ref"><a [^>]*>\d+</a></sup>')
_LINK: Final = re.compile(r"<a [^>]*>.*?</a>", re.DOTALL)
_TAKEN: Final = re.compile("\0(\\d+)\0")
_NOTE_IN_NOTE: Final = re.compile(r'(?<!</li>\n)(?<!<ol>\n)<li data-sourcepos="[^"]*" id="fn-')
_NOTES: Final = re.compile(r'<section data-sourcepos="[^"]*" class="footnotes"[^>]*>')


def spare_doubles(origin: Origin, problems: list[Problem]) -> str:
    """The text with the second footnote of a name left as words, since comrak makes broken HTML of it."""
    text = origin.text
    found = list(_FOOTNOTE.finditer(text))
    if len({match[2].casefold() for match in found}) == len(found):
        return text
    code = code_lines(parse_html(text))
    first: dict[str, int] = {}
    parts: list[str] = []
    end = 0
    for match in found:
        line = text.count("\n", 0, match.start(1)) + 1
        name = match[2].casefold()
        if line in code or first.setdefault(name, line) == line:
            continue
        values = {"name": match[2], "first": origin.place(first[name]).line}
        problems.append(make_problem("W812", origin.place(line), **values))
        parts += (text[end : match.start(1)], "\\")
        end = match.start(1)
    return "".join((*parts, text[end:]))


def set_marks_behind_links(html: str) -> str:
    """The parser's HTML with the marks of footnotes behind the links in whose words they stand."""
    marks: list[str] = []

    def take(match: re.Match[str]) -> str:
        marks.append(match[0])
        return f"\0{len(marks) - 1}\0"

    html = _MARK_IN_SUP.sub(take, html)
    html = _LINK.sub(lambda link: _TAKEN.sub("", link[0]) + "".join(f"\0{n}\0" for n in _TAKEN.findall(link[0])), html)
    return _TAKEN.sub(lambda match: marks[int(match[1])], html)


def has_note_in_note(html: str) -> bool:
    """Whether one footnote stands in another, which the parser lets pass and HTML does not allow."""
    return bool(_NOTE_IN_NOTE.search(html))


def write_footnotes(html: str) -> str:
    """Footnotes with links there and back.

    Ids begin with a capital, which no heading's anchor does: `Note-1`, and its marks `Note-1-from`, `-from-2` …
    """
    numbers = count(1)
    marks: set[str] = set()

    def write_mark(match: re.Match[str]) -> str:
        name, mark, number = match.groups()
        id = f"Note-{number}-from{mark.removeprefix(name)}"
        marks.add(id)
        return f'<a href="#Note-{number}" class="footnote" id="{id}">{number}</a>'

    def write_way_back(match: re.Match[str]) -> str:
        number, hyphen, again = match[1].partition("-")
        id = f"Note-{number}-from{hyphen}{again}"
        if id not in marks:
            return ""
        symbol = f"↩<sup>{again}</sup>" if again else "↩"
        return f'<a href="#{id}" class="footnote-backref" aria-label="Back to reference {match[1]}">{symbol}</a>'

    html = _WAY_BACK.sub(write_way_back, _MARK.sub(write_mark, html))
    html = _NOTE.sub(lambda _: f'<li id="Note-{next(numbers)}">', html)
    return _NOTES.sub('<section class="footnotes" aria-label="Footnotes">', html)


def write_footnotes_without_links(html: str) -> str:
    """Footnotes with their numbers alone, for texts of which many may stand on one page."""
    html = _WAY_BACK.sub("", _MARK.sub(r"\3", html))
    return _NOTES.sub('<section class="footnotes">', _NOTE.sub("<li>", html))
