"""HTML that an editor typed: what of it is refused, and what still has to be mended once it is clean."""

import re
from collections.abc import Iterator
from typing import Final

from sitegen.markdown.allowed import TAGS
from sitegen.markdown.origin import Origin
from sitegen.problems import Problem, make_problem

ID: Final = re.compile(r' id="([^"]*)"')
_LINK_TAG: Final = re.compile(r"<a(?: [^>]*)?>|</a>")
_TAG: Final = re.compile(r"<([a-z][a-z0-9-]*)", re.IGNORECASE)
_TAKEN: Final = TAGS | {"h1", "input"}


def find_refused_tags(raw: str, origin: Origin) -> Iterator[Problem]:
    """A problem for each tag in the parser's raw HTML that is not allowed, where it stands for the first time."""
    first, *others = raw.split("<!--")
    shown = first + "".join([other.partition("-->")[2] for other in others])
    for name in dict.fromkeys(_TAG.findall(shown)):
        if name.lower() not in _TAKEN:
            yield make_problem("W810", origin.place_of(f"<{name}"), tag=name)


def mend(html: str, keeps_ids: bool) -> str:
    """Clean HTML without links in links, and without ids that stand twice (or any, if none are kept)."""
    html = _without_links_in_links(html)
    return _with_single_ids(html) if keeps_ids else ID.sub("", html)


def has_links_in_links(html: str) -> bool:
    """Whether a link holds another, which comrak lets pass where the inner one has no words."""
    return any("</a>" not in part for part in html.split("<a ")[1:])


def _without_links_in_links(html: str) -> str:
    depth = 0

    def keep_outer(match: re.Match[str]) -> str:
        nonlocal depth
        if match[0] != "</a>":
            depth += 1
            return match[0] if depth == 1 else ""
        depth -= 1
        return match[0] if depth == 0 else ""

    return _LINK_TAG.sub(keep_outer, html)


def _with_single_ids(html: str) -> str:
    taken: set[str] = set()

    def keep_first(match: re.Match[str]) -> str:
        is_new = match[1] not in taken
        taken.add(match[1])
        return match[0] if is_new else ""

    return ID.sub(keep_first, html)
