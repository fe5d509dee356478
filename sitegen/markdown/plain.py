"""The words of HTML without its tags, for search, summaries, headings and links."""

import re
from html import unescape
from typing import Final

from sitegen.markdown.body import Body

_UNREAD: Final = re.compile(
    r'<sup[^>]* class="footnote-ref">.*?</sup>|<a href="[^"]*" class="(?:permalink|footnote-backref)"[^>]*>.*?</a>'
    r'|<span[^>]* aria-hidden="true">[^<]*</span>',
    re.DOTALL,
)
_BLOCK: Final = re.compile(
    r"</?(?:p|div|li|[uod]l|d[td]|h[1-6r]|t(?:able|r|d|h|head|body|foot)|pre|blockquote|section|details|summary"
    r"|fig(?:ure|caption)|caption|br)\b[^>]*>"
)
_TAG: Final = re.compile(r"<[^>]*(?:>|$)")
_PICTURE: Final = re.compile(r'<img[^>]*? alt="([^"]*)"[^>]*>')
_GAPS: Final = re.compile(r"\s*\n\s*")


def plain_text(source: Body | str) -> str:
    """The words of a body, or of HTML that this package made, each block on a line of its own.

    Footnote marks, permalinks and pictures are left out. HTML that is cut off in the middle is taken as it is.
    """
    html = source if isinstance(source, str) else "".join(source.pieces)
    if ' class="' in html:
        html = _UNREAD.sub("", html)
    text = _TAG.sub("", _BLOCK.sub("\n", html))
    if "&" in text:
        text = unescape(text)
    return _GAPS.sub("\n", text).strip()


def inline_text(html: str, with_pictures: bool = True) -> str:
    """The words of a heading, a link or a table cell; alternative texts count as words unless left out."""
    if "<" in html:
        html = _UNREAD.sub("", html)
        if with_pictures:
            html = _PICTURE.sub(r"\1", html)
        html = _TAG.sub("", html)
    if "&" in html:
        html = unescape(html)
    return html.strip()
