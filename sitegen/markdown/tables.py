"""Tables: in boxes that scroll, with header cells that screen readers announce."""

import re
from collections import Counter
from html import escape
from typing import Final

from sitegen.markdown.plain import inline_text

_BEGIN: Final = re.compile(r"[^>]*>\s*(<caption[^>]*>.*?</caption>\s*)?(?:<thead[^>]*>(.*?)</thead>)?", re.DOTALL)
_HEADER_CELL: Final = re.compile(r"<th\b([^>]*)>(.*?)</th>", re.DOTALL)
_LONGEST_LABEL: Final = 100
_FAR: Final = 40


def write_tables(html: str) -> str:
    """Each table in a box that scrolls, which the keyboard reaches and whose label no other has."""
    taken: Counter[str] = Counter()
    first, *tables = html.split("<table")
    parts = [first]
    for table in tables:
        begin = _BEGIN.match(table)
        caption, head = begin.groups(default="") if begin else ("", "")
        words = _words(caption, head) or _last_heading(parts)
        label = _free_label(f"Table: {words}" if words else "Table", taken)
        parts.append(f'<section class="scroll" tabindex="0" aria-label="{escape(label)}">\n<table class="table">\n')
        parts += (caption, _write_head(head), table[begin.end() if begin else 0 :])
    return "".join(parts).replace("</table>", "</table>\n</section>")


def _write_head(head: str) -> str:
    """The head with a scope on each header cell; cells without words are none, a head of such is left out."""
    if not inline_text(head):
        return ""
    return f"<thead>{_HEADER_CELL.sub(_write_header_cell, head)}</thead>"


def _write_header_cell(match: re.Match[str]) -> str:
    attributes, words = match.groups()
    if not inline_text(words):
        return f"<td{attributes}>{words}</td>"
    scope = "" if " scope=" in attributes else ' scope="col"'
    return f"<th{scope}{attributes}>{words}</th>"


def _words(caption: str, head: str) -> str:
    """The words of its caption, else of its header cells."""
    cells = [" ".join(inline_text(words).split()) for _, words in _HEADER_CELL.findall(head)]
    words = inline_text(caption) or ", ".join(filter(None, cells))
    if len(words) > _LONGEST_LABEL:
        words = words[:_LONGEST_LABEL].rsplit(" ", 1)[0].rstrip(",") + " …"
    return words


def _last_heading(parts: list[str]) -> str:
    """The words of the heading above a table, unless it is many tables away."""
    above = next((part for part in reversed(parts[-_FAR:]) if "</h" in part), "")
    end = above.rfind("</h")
    begin = max(above.rfind(f"<h{level}", 0, max(end, 0)) for level in range(2, 7))
    return inline_text(above[begin:end].partition('<a href="#')[0]) if begin >= 0 else ""


def _free_label(label: str, taken: Counter[str]) -> str:
    """The label, with a number from 2 on where another table has it."""
    taken[label] += 1
    return label if taken[label] == 1 else _free_label(f"{label} ({taken[label]})", taken)
