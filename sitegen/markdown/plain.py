"""The words of HTML without its tags, for search, summaries, headings and links."""

import re
from html import unescape
from typing import Final

from sitegen.markdown.body import Body

_NOTES: Final = re.compile(
    r'<sup[^>]* class="footnote-ref">.*?</sup>|<a href="[^"]*" class="footnote-backref"[^>]*>.*?</a>', re.DOTALL
)
_SYMBOL: Final = re.compile(r'<span class="task__mark"[^>]*>[^<]*</span>')
_TAG: Final = re.compile(r"<[^>]*>")
_PICTURE: Final = re.compile(r'<img[^>]*? alt="([^"]*)"[^>]*>')
_GAPS: Final = re.compile(r"\n\s+")


def plain_text(source: Body | str) -> str:
    """The words of a body, or of HTML that this package made, each block on a line of its own.

    Footnote marks, permalinks and pictures are left out. A tag that is cut off at the end is left out too.
    """
    html = source if isinstance(source, str) else "".join(source.pieces)
    html = html.replace(">#</a>", "></a>")
    if ' class="footnote' in html:
        html = _NOTES.sub("", html)
    if ' class="task__mark"' in html:
        html = _SYMBOL.sub("", html)
    text = "".join(html.replace("<", ">").split(">")[::2])  # words and tags take turns
    if "&" in text:
        text = unescape(text)
    return _GAPS.sub("\n", text.replace(" \n", "\n")).strip()


def inline_text(html: str, with_pictures: bool = True) -> str:
    """The words of a heading, a link or a table cell in one line; alternative texts count unless left out."""
    if "<" in html:
        html = _NOTES.sub("", html)
        if with_pictures:
            html = _PICTURE.sub(r"\1", html)
        html = _TAG.sub("", html)
    if "&" in html:
        html = unescape(html)
    return html.strip().replace("\n", " ")
