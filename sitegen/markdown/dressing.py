"""From the parser's markup to that of the site: what stands in a text beside words, headings and links."""

import re
from typing import Final

from sitegen.markdown.footnotes import write_footnotes, write_footnotes_without_links
from sitegen.markdown.origin import Origin
from sitegen.markdown.tables import write_tables

_AT: Final = r'(?: data-sourcepos="[^"]*")?'
_BRACKETS: Final = re.compile(r"\[[! xX]")
_CODE: Final = re.compile(rf'<pre{_AT}><code(?: class="[^"]*")?>')
_TASK: Final = re.compile(rf'<li{_AT}><input type="checkbox"( checked="")? disabled=""> ?(?:\n(<p{_AT}>))?')
_ALERT: Final = re.compile(rf'<div class="markdown-alert markdown-alert-(\w+)"{_AT}>\n<p class="markdown-alert-title">')


def dress(html: str, origin: Origin, is_raw: bool, is_short: bool) -> str:
    """The parser's HTML in the markup of the site; the Markdown tells quickly what is not there."""
    if is_raw or '<pre data-sourcepos="' in html:
        html = _CODE.sub('<pre tabindex="0"><code>', html)
    if is_raw or _BRACKETS.search(origin.text):
        html = _TASK.sub(_write_task, html)
        html = _ALERT.sub(r'<div class="note note--\1" role="note">\n<p class="note__title">', html)
    if origin.has_footnotes and "data-footnote" in html:
        html = write_footnotes_without_links(html) if is_short else write_footnotes(html)
    if is_raw or '<table data-sourcepos="' in html:
        html = write_tables(html).replace(' align="', ' class="align-')
    return html


def _write_task(match: re.Match[str]) -> str:
    done, paragraph = match[1], match[2] or ""
    state, mark, words = (" task--done", "☑", "Done:") if done else ("", "☐", "To do:")
    symbol = f'<span class="task__mark" aria-hidden="true">{mark}</span>'
    return f'<li class="task{state}">{paragraph}{symbol} <span class="unseen">{words}</span> '
