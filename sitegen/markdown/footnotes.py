"""Footnotes that are written twice under one name: the first counts, as on GitHub."""

import re
from typing import Final

from sitegen.markdown.nesting import code_lines
from sitegen.markdown.origin import Origin
from sitegen.markdown.parser import parse_html
from sitegen.problems import Problem, make_problem

_FOOTNOTE: Final = re.compile(r"^(?:[ \t>]|[-+*][ \t]|\d{1,9}[.)][ \t])*(\[\^([^\]\s]+)\]:)", re.MULTILINE)


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
