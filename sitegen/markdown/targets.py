"""Targets: the addresses of links and pictures, taken out of the HTML, and what is wrong with them."""

import re
from collections.abc import Iterator
from html import escape, unescape
from typing import Final
from urllib.parse import unquote

from sitegen.markdown.body import Target
from sitegen.markdown.origin import Origin
from sitegen.markdown.plain import inline_text
from sitegen.problems import Place, Problem, make_problem

_TARGET: Final = re.compile(
    r'<(a|img)(?: data-sourcepos="(\d+):(\d+)[^"]*")?(?: (?!href|src)[a-z-]+="[^"]*")*'
    r' (?:href|src)="(?!#[^"]*" class="(?:permalink|footnote))([^"]*)"'
)
_POSITION: Final = re.compile(r' data-sourcepos="[^"]*"')
_ALTERNATIVE: Final = re.compile(r' alt="([^"]*)"')
_ELSEWHERE: Final = re.compile(r"(?:https?|mailto|tel):|//", re.IGNORECASE)
_KEPT: Final = re.compile(r"(%(?:2[35]|3F))", re.IGNORECASE)
_SAYS_NOTHING: Final = frozenset(("here", "click here", "read more", "more", "this link"))
_GAP: Final = "\0"


def take_out_targets(html: str, origin: Origin) -> tuple[tuple[str, ...], tuple[Target, ...]]:
    """The pieces of the HTML between the addresses, without positions, and the targets that stood there."""
    parts: list[str] = []
    targets: list[Target] = []
    end, line = 0, 1
    for match in _TARGET.finditer(html):
        tag_end = html.index(">", match.end()) + 1
        inner = "" if match[1] == "img" else html[tag_end : html.index("</a>", tag_end)]
        target = _read_target(match, html[match.start() : tag_end], inner, origin, line)
        line = target.line - origin.first_line + 1
        targets.append(target)
        parts += (html[end : match.start(4)], _GAP)
        end = match.end(4)
        if target.is_picture:
            parts.append('" loading="lazy')
        elif not inner:
            parts += (html[end:tag_end], escape(target.target))
            end = tag_end
    parts.append(html[end:])
    return tuple(_POSITION.sub("", "".join(parts)).split(_GAP)), tuple(targets)


def _read_target(match: re.Match[str], tag: str, inner: str, origin: Origin, after: int) -> Target:
    name, line, column, address = match.groups()
    if "&" in address:
        address = unescape(address)
    place = origin.place(int(line), int(column)) if line else origin.find(address, after)
    if name == "img":
        found = _ALTERNATIVE.search(tag)
        inner = found[1] if found else ""
    text = " ".join(inline_text(inner).split())
    return Target(_as_written(address), text, place.line, place.column, name == "img")


def _as_written(address: str) -> str:
    if "%" not in address or _ELSEWHERE.match(address):
        return address
    return "".join(part if _KEPT.fullmatch(part) else unquote(part) for part in _KEPT.split(address))


def find_bad_targets(targets: tuple[Target, ...], file: str) -> Iterator[Problem]:
    """Links and pictures without an address or without words, and links whose words say nothing."""
    described = {(one.line, one.column) for one in targets if one.is_picture}
    for target in targets:
        place = Place(file, target.line, target.column)
        if target.is_picture:
            if not target.target.strip():
                yield make_problem("E808", place)
            if not target.text:
                yield make_problem("W806", place)
            continue
        if not target.target.strip():
            yield make_problem("E805", place)
        if not target.text and (target.line, target.column + 1) not in described:
            yield make_problem("W809", place, target=target.target)
        elif target.text.rstrip(" .…!:>»→").lower() in _SAYS_NOTHING:
            yield make_problem("W804", place, text=target.text)
