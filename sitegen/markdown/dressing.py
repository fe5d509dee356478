"""Tables, task lists, alerts, footnotes and code blocks, from the parser's markup to that of the site."""

import re
from html import escape
from typing import Final

from sitegen.markdown.plain import inline_text

_AT: Final = r'(?: data-sourcepos="[^"]*")?'
_TABLE: Final = re.compile(
    rf"<table{_AT}[^>]*>\s*(<caption[^>]*>.*?</caption>\s*)?(?:<thead[^>]*>(.*?)</thead>)?", re.DOTALL
)
_HEADER_CELL: Final = re.compile(r"<th\b([^>]*)>(.*?)</th>", re.DOTALL)
_LONGEST_LABEL: Final = 100
_TASK: Final = re.compile(rf'<li{_AT}><input type="checkbox"( checked="")? disabled=""> ?(?:\n(<p{_AT}>))?')
_ALERT: Final = re.compile(
    rf'<div class="markdown-alert markdown-alert-(\w+)"{_AT}>\n<p class="markdown-alert-title">'
)
_BRACKETS: Final = re.compile(r"\[[\^! xX]")
_CODE: Final = re.compile(rf'<pre{_AT}><code(?: class="[^"]*")?>')
_NOTE_MARK: Final = re.compile(
    r'<a href="#fn-([^"]*)" id="fnref-([^"]*)" data-footnote-ref(?:="")?>(\d+)</a>'
)
_WAY_BACK: Final = re.compile(
    r'<a href="#fnref-[^"]*" class="footnote-backref"[^>]*? data-footnote-backref-idx="([\d-]+)"[^>]*>'
    r'[^<]*(?:<sup class="footnote-ref">(\d+)</sup>)?</a>'
)
_NOTE: Final = re.compile(rf'<li{_AT} id="fn-[^"]*">')
_LINK_TAG: Final = re.compile(r"<a(?: [^>]*)?>|</a>")
_NOTES: Final = re.compile(rf'<section{_AT} class="footnotes"[^>]*>')


def dress(html: str, text: str, is_raw: bool) -> str:
    """The parser's HTML in the markup of the site; `text` is the Markdown, which tells quickly what is not there."""
    if '<pre data-sourcepos="' in html or is_raw:
        html = _CODE.sub('<pre tabindex="0"><code>', html)
    if is_raw or _BRACKETS.search(text):
        html = _TASK.sub(_write_task, html)
        html = _ALERT.sub(r'<div class="note note--\1" role="note">\n<p class="note__title">', html)
        html = _write_footnotes(html)
    if '<table data-sourcepos="' in html or is_raw:
        html = _write_tables(html).replace(' align="', ' class="align-')
    return html


def has_links_in_links(html: str) -> bool:
    """Whether a footnote's mark stands in the words of a link, which HTML does not allow."""
    return "footnote-ref" in html and any("</a>" not in part for part in html.split("<a ")[1:])


def drop_links_in_links(html: str) -> str:
    """Well-formed HTML whose links hold no other links, but their words."""
    depth = 0

    def keep_outer(match: re.Match[str]) -> str:
        nonlocal depth
        if match[0] != "</a>":
            depth += 1
            return match[0] if depth == 1 else ""
        depth -= 1
        return match[0] if depth == 0 else ""

    return _LINK_TAG.sub(keep_outer, html)


def _write_task(match: re.Match[str]) -> str:
    done, paragraph = match[1], match[2] or ""
    state, mark, words = (" task--done", "☑", "Done:") if done else ("", "☐", "To do:")
    symbol = f'<span class="task__mark" aria-hidden="true">{mark}</span>'
    return f'<li class="task{state}">{paragraph}{symbol} <span class="unseen">{words}</span> '


def _write_footnotes(html: str) -> str:
    """Ids begin with a capital, which no heading's anchor does: `Note-1`, and its marks `Note-1-from`, `-from-2` …"""
    if "data-footnote" not in html:
        return html
    html = _NOTE_MARK.sub(_write_note_mark, html)
    html = _WAY_BACK.sub(_write_way_back, html)
    before, notes, after = html.rpartition("<section")
    for number in range(1, len(_NOTE.findall(after)) + 1):
        after = _NOTE.sub(f'<li id="Note-{number}">', after, count=1)
    return _NOTES.sub('<section class="footnotes" aria-label="Footnotes">', before + notes + after)


def _write_note_mark(match: re.Match[str]) -> str:
    name, mark, number = match.groups()
    again = mark.removeprefix(name)
    return f'<a href="#Note-{number}" class="footnote" id="Note-{number}-from{again}">{number}</a>'


def _write_way_back(match: re.Match[str]) -> str:
    number, _, again = match[1].partition("-")
    target = f"Note-{number}-from" + (f"-{again}" if again else "")
    symbol = f"↩<sup>{again}</sup>" if again else "↩"
    label = f"Back to reference {match[1]}"
    return f'<a href="#{target}" class="footnote-backref" aria-label="{label}">{symbol}</a>'


def _write_tables(html: str) -> str:
    """Each table in a box that scrolls, which the keyboard reaches and whose label no other has."""
    taken: set[str] = set()

    def write_one(match: re.Match[str]) -> str:
        caption, head = match[1] or "", match[2]
        label = _free_label(_label(caption, head or "", html, match.start()), taken)
        if head is not None:
            head = _write_head(head)
        return f'<section class="scroll" tabindex="0" aria-label="{escape(label)}">\n<table class="table">\n{caption}{head or ""}'

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
    return inline_text(html[begin:end]) if begin >= 0 else ""


def _free_label(label: str, taken: set[str]) -> str:
    free, number = label, 1
    while free in taken:
        number += 1
        free = f"{label} ({number})"
    taken.add(free)
    return free
