"""Tables: in boxes that scroll, with header cells that screen readers announce."""

import re
from collections import Counter
from html import escape
from typing import Final

from sitegen.markdown.plain import inline_text

_TABLE: Final = re.compile(r"<table[^>]*>\s*(<caption[^>]*>.*?</caption>\s*)?(?:<thead[^>]*>(.*?)</thead>)?", re.DOTALL)
_HEADER_CELL: Final = re.compile(r"<th\b([^>]*)>(.*?)</th>", re.DOTALL)
_LONGEST_LABEL: Final = 100


def write_tables(html: str) -> str:
    """Each table in a box that scrolls, which the keyboard reaches and whose label no other has."""
    taken: Counter[str] = Counter()

    def write_one(match: re.Match[str]) -> str:
        caption, head = match[1] or "", match[2]
        label = _free_label(_label(caption, head or "", html, match.start()), taken)
        box = f'<section class="scroll" tabindex="0" aria-label="{escape(label)}">'
        return f'{box}\n<table class="table">\n{caption}{_write_head(head or "")}'

    return _TABLE.sub(write_one, html).replace("</table>", "</table>\n</section>")


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


def _label(caption: str, head: str, html: str, start: int) -> str:
    """The words of its caption, else of its header cells, else of the heading above it."""
    cells = [" ".join(inline_text(words).split()) for _, words in _HEADER_CELL.findall(head)]
    words = inline_text(caption) or ", ".join(filter(None, cells)) or _heading_above(html, start)
    if len(words) > _LONGEST_LABEL:
        words = words[:_LONGEST_LABEL].rsplit(" ", 1)[0].rstrip(",") + " …"
    return f"Table: {words}" if words else "Table"


def _heading_above(html: str, start: int) -> str:
    end = html.rfind("</h", 0, start)
    begin = max(html.rfind(f"<h{level}", 0, end) for level in range(2, 7)) if end > 0 else -1
    return inline_text(html[begin:end].partition('<a href="#')[0]) if begin >= 0 else ""


def _free_label(label: str, taken: Counter[str]) -> str:
    """The label, with a number from 2 on where another table has it."""
    taken[label] += 1
    return label if taken[label] == 1 else _free_label(f"{label} ({taken[label]})", taken)
