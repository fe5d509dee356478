"""The outermost elements of HTML that `sitegen.markdown` made: it is well-formed, so tags need only be counted."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

BLOCKS: Final = frozenset(
    "blockquote details div dl figure h2 h3 h4 h5 h6 hr ol p pre section table ul caption dt dd".split()
)
_TAG: Final = re.compile(r'<(/?)([a-z][a-z0-9]*)((?:[^<>"]|"[^"]*")*)>')
_VOID: Final = frozenset(("br", "col", "hr", "img", "source", "wbr"))


class Element(NamedTuple):
    """One element; `tag` is empty for words and what stands in a line with them. `outer` is `inner` with its tags."""

    tag: str
    attributes: str
    inner: str
    outer: str


def read_elements(html: str, tags: frozenset[str] = BLOCKS) -> Iterator[Element]:
    """The outermost elements with one of `tags`, and what stands between them."""
    depth, begin, last = 0, None, 0
    for match in _TAG.finditer(html):
        slash, tag, _ = match.groups()
        if depth == 0 and not slash and tag in tags:
            if words := html[last : match.start()].strip():
                yield Element("", "", words, words)
            begin, last = match, match.start()
        if tag in _VOID:
            if begin is match:
                yield Element(tag, match[3], "", match[0])
                begin, last = None, match.end()
            continue
        if begin is None:
            continue
        depth += -1 if slash else 1
        if depth == 0:
            outer = html[last : match.end()]
            yield Element(begin[2], begin[3], html[begin.end() : match.start()].strip(), outer)
            begin, last = None, match.end()
    if words := html[last:].strip():
        yield Element("", "", words, words)
