"""What reading Markdown gives: safe HTML with gaps where addresses belong, its headings and its targets."""

import re
from collections.abc import Mapping, Sequence
from html import escape
from typing import Final, NamedTuple

_HARMLESS: Final = re.compile(r"(?:https?|mailto|tel):|[^:]*(?:[/?#]|$)", re.IGNORECASE)
_PERMALINK: Final = re.compile(r'<a href="#[^"]*" class="permalink"[^>]*>#</a>')
_REST_OF_TAG: Final = re.compile(r'"(?:[^">]|"[^"]*")*>')
_NOWHERE: Final = "\0"
_DEAD_PICTURE: Final = re.compile(r'<img(?: [^>]*)? src="\0"[^>]*?(?: alt="([^"]*)"[^>]*)?>')
_DEAD_LINK: Final = re.compile(r'<a(?: [^>]*)? href="\0"[^>]*>(.*?)</a>', re.DOTALL)


class Heading(NamedTuple):
    """One heading as it is shown: level 2 to 6, its words, its anchor as GitHub makes it, its line in the file."""

    level: int
    text: str
    anchor: str
    line: int


class Target(NamedTuple):
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


class Item(NamedTuple):
    """One list item: its mark as the editor wrote it (`-`, `4.`, `a)`, `(a)`), its line in the file."""

    mark: str
    line: int


class Body(NamedTuple):
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
        sources: Mapping[int, str] | None = None,
    ) -> str:
        """The HTML with an address for each target, in their order; for None its words alone are shown.

        `extra_attributes` maps the index of a target to attributes for its tag, such as ` width="960" height="640"`.
        `sources` maps the index of a picture to the `<source>` of its copies: both are put into a `<picture>`.
        With `page`, an address, the text can stand elsewhere (feeds, mail): permalinks are left out, and
        footnotes lead to that page.
        Raises ValueError for a wrong number of addresses, and for a scheme other than http, https, mailto and tel.
        """
        if len(addresses) != len(self.targets):
            raise ValueError(f"{len(addresses)} addresses for {len(self.targets)} targets")
        gaps = [_NOWHERE if address is None else _attribute(address) for address in addresses]
        for index, attributes in (extra_attributes or {}).items():
            gaps[index] += f'" {attributes.strip().removesuffix(chr(34))}'
        pieces = _with_sources(self.pieces, sources) if sources else self.pieces
        parts = [pieces[0]]
        for gap, piece in zip(gaps, pieces[1:], strict=True):
            parts += (gap, piece)
        html = "".join(parts)
        if None in addresses:
            html = _DEAD_LINK.sub(r"\1", _DEAD_PICTURE.sub(r"\1", html))
        if page is not None:
            html = _PERMALINK.sub("", html).replace('<a href="#', f'<a href="{_attribute(page)}#')
        return html


def _with_sources(pieces: Sequence[str], sources: Mapping[int, str]) -> list[str]:
    """The pieces with `<picture>` around the tags of those pictures that have copies."""
    parts = list(pieces)
    for index, source in sorted(sources.items()):
        start = parts[index].rindex("<img")
        parts[index] = f"{parts[index][:start]}<picture>{source}{parts[index][start:]}"
        rest = _REST_OF_TAG.match(parts[index + 1])
        assert rest, "a gap stands within a tag"
        parts[index + 1] = f"{rest[0]}</picture>{parts[index + 1][rest.end() :]}"
    return parts


def _attribute(address: str) -> str:
    if not _HARMLESS.match(address):
        raise ValueError(f"not an address for a page: {address!r}")
    return escape(address)
