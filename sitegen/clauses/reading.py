"""From a body to its parts and clauses.

Clauses are list items and paragraphs, but for one that ends in a colon, those before the first list below a heading,
and quotations. Names are counted by depth; labels too under `is_counted`, else they are the marks as written.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Final

from sitegen.clauses.elements import Element, read_elements
from sitegen.clauses.labels import label, sign
from sitegen.clauses.roles import find_role
from sitegen.clauses.wording import Block, Clause, Option, Part, Passage, Role, Shape, Wording
from sitegen.markdown import Body, Item, plain_text

_GAP: Final = re.compile("\0(\\d+)\0")
_PERMALINK: Final = re.compile(r'<a href="#[^"]*" class="permalink"[^>]*>#</a>')
_ID: Final = re.compile(r' id="([^"]*)"')
_ITEM_TAG: Final = re.compile(r"<li[ >]")
_ITEM_BREAK: Final = frozenset(("li",))
_LISTS: Final = ("ol", "ul")
_OPTION: Final = re.compile(r"option\b", re.IGNORECASE)


@dataclass(slots=True)
class _Reader:
    """The body that is read, and how far its list items have been met."""

    body: Body
    is_counted: bool
    met: int = 0
    names: dict[str, int] = field(default_factory=dict)

    def text(self, html: str) -> Body:
        """A piece of the HTML as a body of its own, with the targets that stand in it."""
        parts = _GAP.split(html)
        targets = tuple(self.body.targets[int(number)] for number in parts[1::2])
        return Body(tuple(parts[::2]), targets, (), frozenset())

    def next_item(self) -> Item | None:
        """The list item that is met now; None where the marks are not known."""
        item = self.body.items[self.met] if self.met < len(self.body.items) else None
        self.met += 1
        return item


def read_wording(body: Body, *, is_counted: bool) -> Wording:
    """The parts of a body; one without headings is one part, called `text`."""
    reader = _Reader(body, is_counted)
    elements = list(read_elements(_with_gaps(body)))
    notes = [one for one in elements if 'class="footnotes"' in one.attributes]
    elements = [one for one in elements if one not in notes]
    footnotes = reader.text(notes[0].outer) if notes else None
    return Wording(tuple(_parts(elements, reader)), footnotes)


def cut_first_list(body: Body) -> tuple[Body, Body, Body]:
    """What stands before the first numbered list, the list, and what stands after it; each with its targets."""
    reader = _Reader(body, is_counted=True)
    html = _with_gaps(body)
    whole = next((one.outer for one in read_elements(html) if one.tag == "ol"), "")
    before, _, after = html.partition(whole) if whole else (html, "", "")
    return reader.text(before), reader.text(whole), reader.text(after)


def _with_gaps(body: Body) -> str:
    """The HTML with a mark where each address belongs."""
    return "".join(piece if number == 0 else f"\0{number - 1}\0{piece}" for number, piece in enumerate(body.pieces))


def _parts(elements: list[Element], reader: _Reader) -> Iterator[Part]:
    """What stands before the first heading is a part without one, whose paragraphs are no clauses."""
    starts = [number for number, one in enumerate(elements) if one.tag == "h2"]
    lines = {one.anchor: one.line for one in reader.body.headings}
    if before := elements[: starts[0]] if starts else elements:
        blocks = _Segment(reader, "text", are_clauses=not starts).blocks(before)
        yield Part("text", Role.TEXT, None, "text", tuple(blocks))
    for place, start in enumerate(starts):
        heading, end = elements[start], (*starts, len(elements))[place + 1]
        title = _heading(heading, reader)
        role = find_role(plain_text(title))
        name = _name_of(role, place + 1, reader)
        anchor = _anchor(heading)
        inside = tuple(_part_blocks(name, role, elements[start + 1 : end], reader))
        yield Part(name, role, title, anchor, inside, lines.get(anchor, 0))


def _name_of(role: Role, place: int, reader: _Reader) -> str:
    """`resolves`, `resolves2`; by its place, `part2`, where the heading names no role."""
    if role is Role.OTHER:
        return f"part{place}"
    reader.names[role] = reader.names.get(role, 0) + 1
    return role.value if reader.names[role] == 1 else f"{role.value}{reader.names[role]}"


def _part_blocks(name: str, role: Role, elements: list[Element], reader: _Reader) -> Iterator[Block | Option]:
    """The blocks of a part, those below `### Option …` gathered; counting goes on through all of it."""
    segment = _Segment(reader, name, has_labels=role is not Role.APPENDIX)
    starts = [number for number, one in enumerate(elements) if one.tag == "h3"]
    yield from segment.blocks(elements[: starts[0]] if starts else elements)
    for place, start in enumerate(starts):
        heading, end = elements[start], (*starts, len(elements))[place + 1]
        title = _heading(heading, reader)
        blocks = tuple(segment.blocks(elements[start + 1 : end]))
        if _OPTION.match(plain_text(title)):
            yield Option(title, _anchor(heading), blocks)
        else:
            yield Passage(Shape.HEADING, title, _anchor(heading), 3)
            yield from blocks


@dataclass(slots=True)
class _Segment:
    """Counts the clauses of one part while it reads what stands below one heading after the other."""

    reader: _Reader
    name: str
    has_labels: bool = True
    are_clauses: bool = True
    count: int = 0

    def blocks(self, elements: list[Element]) -> Iterator[Block]:
        """The blocks of what stands below one heading."""
        first = next((number for number, one in enumerate(elements) if one.tag in _LISTS), -1)
        for number, one in enumerate(elements):
            if one.tag in _LISTS:
                yield from self._items(one, self.name, self._next)
            elif one.tag in ("p", "") and self._is_clause(one, number, first):
                counted, name = self._next(None, self.name, 1)
                yield Clause(name, counted if self.reader.is_counted else "", self.reader.text(one.inner))
            else:
                yield _passage(one, self.reader)

    def _is_clause(self, element: Element, number: int, first_list: int) -> bool:
        if not self.are_clauses or number < first_list:
            return False
        words = plain_text(element.inner)
        return bool(words) and not words.endswith(":")

    def _next(self, item: Item | None, above: str, depth: int) -> tuple[str, str]:
        self.count += 1
        return self._label(item, self.count, depth), f"{above}.{sign(self.count, depth)}"

    def _label(self, item: Item | None, number: int, depth: int) -> str:
        """The label of a clause: counted, or its mark as written, `•` for `-`."""
        if self.reader.is_counted and self.has_labels:
            return label(number, depth)
        mark = item.mark if item else ""
        return "•" if mark in ("-", "*", "+") else mark

    def _items(
        self, list_: Element, above: str, count: Callable[[Item | None, str, int], tuple[str, str]], depth: int = 1
    ) -> Iterator[Clause]:
        for one in read_elements(list_.inner, _ITEM_BREAK):
            if one.tag != "li":
                continue
            item = self.reader.next_item() or _guessed(list_)
            label, name = count(item, above, depth)
            yield self._clause(one, item.line, label, name, depth)

    def _clause(self, element: Element, line: int, label: str, name: str, depth: int) -> Clause:
        """A list item: its first words, and what stands below them; lists in it go on counting together."""
        text, below = Body(("",), (), (), frozenset()), list[Block]()
        numbers = iter(range(1, 1_000_000))

        def count(item: Item | None, above: str, depth: int) -> tuple[str, str]:
            number = next(numbers)
            return self._label(item, number, depth), f"{above}.{sign(number, depth)}"

        for place, one in enumerate(read_elements(element.inner)):
            if one.tag in _LISTS:
                below += self._items(one, name, count, depth + 1)
            elif place == 0 and one.tag in ("p", ""):
                text = self.reader.text(one.inner)
            else:
                below.append(_passage(one, self.reader))
        return Clause(name, label, text, tuple(below), line)


def _guessed(list_: Element) -> Item:
    """An item whose mark is not known: as its list would be shown."""
    return Item("-" if list_.tag == "ul" else "", 0)


def _passage(element: Element, reader: _Reader) -> Passage:
    reader.met += len(_ITEM_TAG.findall(element.outer))
    if element.tag in ("p", ""):
        return Passage(Shape.PARAGRAPH, reader.text(element.inner))
    if element.tag == "blockquote":
        return Passage(Shape.QUOTATION, reader.text(element.inner))
    if re.fullmatch("h[3-6]", element.tag):
        return Passage(Shape.HEADING, _heading(element, reader), _anchor(element), int(element.tag[1]))
    return Passage(Shape.OTHER, reader.text(element.outer))


def _heading(element: Element, reader: _Reader) -> Body:
    return reader.text(_PERMALINK.sub("", element.inner))


def _anchor(element: Element) -> str:
    found = _ID.search(element.attributes)
    return found[1] if found else ""
