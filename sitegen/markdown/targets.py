"""Targets: the addresses of links and pictures, taken out of the HTML, and what is wrong with them."""

import re
from collections.abc import Iterator
from html import escape, unescape
from itertools import zip_longest
from typing import Final
from urllib.parse import unquote

from sitegen.markdown.body import Target
from sitegen.markdown.origin import Origin
from sitegen.markdown.plain import inline_text
from sitegen.problems import Place, Problem, make_problem
from sitegen.words import shorten

_TARGET: Final = re.compile(
    r'<(a|img)(?: data-sourcepos="(\d+):(\d+)[^"]*")?(?: (?!href|src)[a-z-]+="[^"]*")*'
    r' (?:href|src)="(?!#[^"]*" class="(?:permalink|footnote))([^"]*)"'
)
_POSITION: Final = re.compile(r' data-sourcepos="[^"]*"')
_ALTERNATIVE: Final = re.compile(r' alt="([^"]*)"')
_ELSEWHERE: Final = re.compile(r"(?:https?|mailto|tel):|//", re.IGNORECASE)
_KEPT: Final = re.compile(r"(%(?:2[35]|3F))", re.IGNORECASE)
_SAYS_NOTHING: Final = frozenset(
    (
        *("here", "click here", "see here", "this", "this link", "this page", "link", "more", "read more", "see more"),
        *("find out more", "learn more", "more information", "yma", "cliciwch yma", "gweler yma", "mwy", "darllen mwy"),
        *("darllenwch fwy", "rhagor", "darllenwch ragor", "y ddolen hon"),
    )
)
"""Words that say nothing to those who hear the links of a page one by one, in English and in Welsh."""
_ADDRESS: Final = re.compile(r"(?:https?://|www\.)[^\s/]+/\S+", re.IGNORECASE)
"""An address with more than a host."""
_SHORT: Final = 30
"""So many characters of an address can be read out, such as `www.gov.uk/register-to-vote`."""


def take_out_targets(html: str, origin: Origin) -> tuple[tuple[str, ...], tuple[Target, ...]]:
    """The pieces of the HTML between the addresses, without positions, and the targets that stood there."""
    pieces: list[str] = []
    targets: list[Target] = []
    before, end, line = "", 0, 1
    for match in _TARGET.finditer(html):
        name, at_line, at_column, address = match.groups()
        pieces.append(before + _without_positions(html[end : match.start(4)]))
        before, end = "", match.end(4)
        address = _as_written(address)
        tag_end = html.index(">", end) + 1
        if name == "img":
            words = _alternative(html[match.start() : tag_end])
            before = '" loading="lazy'
        else:
            words = html[tag_end : html.index("</a>", tag_end)]
            if not words:
                before, end = html[end:tag_end] + escape(address), tag_end
        if at_line:
            line, column = origin.position(int(at_line), int(at_column))
        else:
            line, column = origin.find(line, unescape(match[4]), match[4])
        targets.append(Target(address, inline_text(words), origin.first_line + line - 1, column, name == "img"))
    return (*pieces, before + _without_positions(html[end:])), tuple(targets)


def _without_positions(html: str) -> str:
    return "".join(_POSITION.split(html))


def _alternative(tag: str) -> str:
    found = _ALTERNATIVE.search(tag)
    return found[1] if found else ""


def _as_written(address: str) -> str:
    if "&" in address:
        address = unescape(address)
    if "%" not in address or _ELSEWHERE.match(address):
        return address
    return "".join(part if _KEPT.fullmatch(part) else unquote(part) for part in _KEPT.split(address))


def find_bad_targets(targets: tuple[Target, ...], file: str) -> Iterator[Problem]:
    """Links and pictures without an address or without words, and links whose words say nothing."""
    for target, following in zip_longest(targets, targets[1:]):
        if not target.target.strip():
            yield make_problem("E808" if target.is_picture else "E805", _place(target, file))
        if target.text:
            if not target.is_picture and target.text.rstrip(" .…!:>»→").lower() in _SAYS_NOTHING:
                yield make_problem("W804", _place(target, file), text=target.text)
            elif not target.is_picture and len(target.text) > _SHORT and _ADDRESS.fullmatch(target.text):
                yield make_problem("W819", _place(target, file), target=shorten(target.target, 60))
        elif target.is_picture:
            yield make_problem("W806", _place(target, file))
        elif not following or not following.is_picture or following.line != target.line:
            yield make_problem("W809", _place(target, file), target=target.target)


def _place(target: Target, file: str) -> Place:
    return Place(file, target.line, target.column)
