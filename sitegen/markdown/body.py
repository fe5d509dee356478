"""What reading Markdown gives: safe HTML with gaps where addresses belong, its headings and its targets."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Final

_HARMLESS: Final = re.compile(r"(?:https?|mailto|tel):|[^:]*(?:[/?#]|$)", re.IGNORECASE)
_PERMALINK: Final = re.compile(r'<a href="#[^"]*" class="permalink"[^>]*>#</a>')
_NOWHERE: Final = "\0"
_DEAD_PICTURE: Final = re.compile(r'<img(?: [^>]*)? src="\0"[^>]*?(?: alt="([^"]*)"[^>]*)?>')
_DEAD_LINK: Final = re.compile(r'<a(?: [^>]*)? href="\0"[^>]*>(.*?)</a>', re.DOTALL)


@dataclass(frozen=True, slots=True)
class Heading:
    """One heading as it is shown: level 2 to 6, its words, its anchor as GitHub makes it, its line in the file."""

    level: int
    text: str
    anchor: str
    line: int


@dataclass(frozen=True, slots=True)
class Target:
    """What a link or a picture points at, as the editor wrote it, with line and column in the file.

    `target` has its entities decoded, and any scheme, `javascript:` included. A local one (a path, `kind:id`,
    `#anchor`) has its percent signs decoded too, but for `%23`, `%25` and `%3F`, so that it can still be split
    at `#` and `?`. `text` is the words of the link, or the picture's alternative text.
    """

    target: str
    text: str
    line: int
    column: int
    is_picture: bool


@dataclass(frozen=True, slots=True)
class Item:
    """One list item: its mark as the editor wrote it (`-`, `4.`, `a)`, `(a)`), its line in the file."""

    mark: str
    line: int


@dataclass(frozen=True, slots=True)
class Body:
    """A text that was read: safe HTML in `len(targets) + 1` pieces, an address to go between each two.

    `anchors` are all ids in it. `items` are its list items in order, those of footnotes left out, where the text
    was read with letters; none where an editor's own tags make it unsure which is which.
    """

    pieces: tuple[str, ...]
    targets: tuple[Target, ...]
    headings: tuple[Heading, ...]
    anchors: frozenset[str]
    items: tuple[Item, ...] = ()

    def html(
        self,
        addresses: Sequence[str | None],
        extra_attributes: Mapping[int, str] | None = None,
        page: str | None = None,
    ) -> str:
        """The HTML with an address for each target, in their order; for None its words alone are shown.

        `extra_attributes` maps the index of a target to attributes for its tag, such as ` width="960" height="640"`.
        With `page`, an address, the text can stand elsewhere (feeds, mail): permalinks are left out, and
        footnotes lead to that page.
        Raises ValueError for a wrong number of addresses, and for a scheme other than http, https, mailto and tel.
        """
        if len(addresses) != len(self.targets):
            raise ValueError(f"{len(addresses)} addresses for {len(self.targets)} targets")
        gaps = [_NOWHERE if address is None else _attribute(address) for address in addresses]
        for index, attributes in (extra_attributes or {}).items():
            gaps[index] += f'" {attributes.strip().removesuffix(chr(34))}'
        parts = [self.pieces[0]]
        for gap, piece in zip(gaps, self.pieces[1:], strict=True):
            parts += (gap, piece)
        html = "".join(parts)
        if None in addresses:
            html = _DEAD_LINK.sub(r"\1", _DEAD_PICTURE.sub(r"\1", html))
        if page is not None:
            html = _PERMALINK.sub("", html).replace('<a href="#', f'<a href="{_attribute(page)}#')
        return html


def _attribute(address: str) -> str:
    if not _HARMLESS.match(address):
        raise ValueError(f"not an address for a page: {address!r}")
    return escape(address)
