"""From the finished HTML of a text to the blocks of a paper.

The HTML is the generator's own, well-formed and clean (`sitegen.markdown`), with absolute addresses. What has no
meaning on paper is left out: permalinks, ways back from footnotes, words for screens alone.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Final

from sitegen.papers.tree import (
    Block,
    Heading,
    Item,
    Listing,
    Note,
    Numbering,
    Paragraph,
    Picture,
    Quotation,
    Rule,
    Run,
    Table,
    words_of,
)

_VOID: Final = frozenset(("br", "hr", "img", "input", "col", "source", "wbr"))
_UNSAID: Final = frozenset(("permalink", "footnote-backref", "unseen"))
_BLOCKS: Final = frozenset(
    "p ul ol li blockquote table section div pre h2 h3 h4 h5 h6 hr details summary figure figcaption dl dt dd".split()
)
_MANNERS: Final[Mapping[str, Callable[[Run], Run]]] = {
    **dict.fromkeys(("strong", "b"), lambda run: replace(run, is_strong=True)),
    **dict.fromkeys(("em", "i"), lambda run: replace(run, is_emphasis=True)),
    **dict.fromkeys(("del", "s"), lambda run: replace(run, is_struck=True)),
    **dict.fromkeys(("ins", "u"), lambda run: replace(run, is_added=True)),
    "code": lambda run: replace(run, is_code=True),
    "sup": lambda run: replace(run, is_raised=True),
}

UNDESCRIBED: Final = "A picture without a description"
"""What stands for a picture whose editor was warned and wrote no words: it is printed, and never refused."""

FindFile = Callable[[str], Path | None]


@dataclass(slots=True)
class _Node:
    """One element; `parts` are words and further elements."""

    tag: str
    attributes: dict[str, str]
    parts: "list[_Node | str]" = field(default_factory=list)

    def has(self, name: str) -> bool:
        return name in self.attributes.get("class", "").split()


class _TreeMaker(HTMLParser):
    """Well-formed HTML as nodes."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = _Node("", {})
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = _Node(tag, {name: value or "" for name, value in attrs})
        self.open[-1].parts.append(node)
        if tag not in _VOID:
            self.open.append(node)

    def handle_endtag(self, tag: str) -> None:
        if tag not in _VOID and len(self.open) > 1:
            self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].parts.append(data)


def read_blocks(html: str, find_file: FindFile) -> tuple[Block, ...]:
    """The blocks of a text; `find_file` gives the file of a picture by its address, None where it is not ours."""
    maker = _TreeMaker()
    maker.feed(html)
    maker.close()
    return tuple(_blocks(maker.root.parts, find_file))


def read_runs(html: str) -> tuple[Run, ...]:
    """The runs of a line of HTML, such as a cell."""
    maker = _TreeMaker()
    maker.feed(html)
    maker.close()
    return _tidy(_runs(maker.root.parts, Run("")))


def _blocks(parts: "Iterable[_Node | str]", find_file: FindFile) -> Iterable[Block]:
    """The blocks of an element's parts; words between them are a paragraph."""
    loose: list[_Node | str] = []
    for part in parts:
        if isinstance(part, _Node) and (part.tag in _BLOCKS or part.tag == "img"):
            yield from _paragraph(loose)
            loose = []
            yield from _block(part, find_file)
        else:
            loose.append(part)
    yield from _paragraph(loose)


def _paragraph(parts: "list[_Node | str]") -> Iterable[Block]:
    runs = _tidy(_runs(parts, Run("")))
    if words_of(runs).strip():
        yield Paragraph(runs, is_lead=words_of(runs).rstrip().endswith(":"))


def _block(node: _Node, find_file: FindFile) -> Iterable[Block]:
    if node.tag == "img":
        yield from _picture(node, "", find_file)
    elif node.tag == "p" or node.tag == "figcaption":
        yield from _of_paragraph(node, find_file)
    elif node.tag[0] == "h" and node.tag[1:].isdigit():
        yield Heading(int(node.tag[1:]) - 1, _tidy(_runs(node.parts, Run(""))))
    elif node.tag in ("ul", "ol"):
        yield _listing(node, find_file)
    elif node.tag == "blockquote":
        yield Quotation(tuple(_blocks(node.parts, find_file)))
    elif node.tag == "table":
        yield from _table(node)
    elif node.tag == "hr":
        yield Rule()
    elif node.tag == "pre":
        yield Paragraph(tuple(_lines(_all_words(node).rstrip("\n"), Run("", is_code=True))))
    elif node.tag == "section" and node.has("footnotes"):
        yield Rule()
        yield from _blocks(node.parts, find_file)
    elif node.has("note"):
        yield _note(node, find_file)
    elif node.tag == "summary":
        yield Paragraph(_tidy(_runs(node.parts, Run("", is_strong=True))), is_lead=True)
    else:
        yield from _blocks(node.parts, find_file)


def _of_paragraph(node: _Node, find_file: FindFile) -> Iterable[Block]:
    """A paragraph, and the pictures in it: on paper they stand by themselves."""
    pictures = [one for one in _within(node) if one.tag == "img"]
    yield from _paragraph(list(node.parts))
    for one in pictures:
        yield from _picture(one, one.attributes.get("title", ""), find_file)


def _within(node: _Node) -> Iterable[_Node]:
    for part in node.parts:
        if isinstance(part, _Node):
            yield part
            yield from _within(part)


def _picture(node: _Node, caption: str, find_file: FindFile) -> Iterable[Block]:
    file, alt = find_file(node.attributes.get("src", "")), node.attributes.get("alt", "")
    if file:
        yield Picture(file, alt if alt.strip() else UNDESCRIBED, caption)
    elif alt.strip():
        yield Paragraph((Run(f"[{alt}]", is_emphasis=True),))


def _listing(node: _Node, find_file: FindFile) -> Listing:
    numbering = Numbering.NUMBERS if node.tag == "ol" else Numbering.BULLETS
    items = [_item(part, find_file) for part in node.parts if isinstance(part, _Node) and part.tag == "li"]
    start = node.attributes.get("start", "1")
    return Listing(tuple(items), numbering, int(start) if start.isdigit() else 1)


def _item(node: _Node, find_file: FindFile) -> Item:
    if not node.has("task"):
        return Item(tuple(_blocks(node.parts, find_file)))
    parts = [part for part in node.parts if isinstance(part, str) or not part.has("task__mark")]
    mark = "[x] " if node.has("task--done") else "[ ] "
    return Item(tuple(_blocks([mark, *parts], find_file)))


def _note(node: _Node, find_file: FindFile) -> Note:
    title, parts = "", list(node.parts)
    for part in node.parts:
        if isinstance(part, _Node) and part.has("note__title"):
            title = _all_words(part).strip()
            parts.remove(part)
            break
    return Note(title, tuple(_blocks(parts, find_file)))


def _table(node: _Node) -> Iterable[Table]:
    rows = [one for one in _within(node) if one.tag == "tr"]
    cells = [[part for part in row.parts if isinstance(part, _Node) and part.tag in ("th", "td")] for row in rows]
    cells = [row for row in cells if row]
    if not cells:
        return
    width = max(len(row) for row in cells)
    filled = [tuple(_tidy(_runs(cell.parts, Run(""))) for cell in row) + ((),) * (width - len(row)) for row in cells]
    right = frozenset(number for number, cell in enumerate(cells[0]) if cell.has("align-right"))
    caption = next((_all_words(one).strip() for one in _within(node) if one.tag == "caption"), "")
    yield Table(filled[0], tuple(filled[1:]), caption, right)


def _runs(parts: "Iterable[_Node | str]", manner: Run) -> Iterable[Run]:
    """The runs of parts in a line, each in the manner of all elements around it."""
    for part in parts:
        if isinstance(part, str):
            yield replace(manner, text=" ".join(part.replace("\n", " ").split(" ")))
        elif part.tag == "br":
            yield replace(manner, text="\n")
        elif not any(part.has(name) for name in _UNSAID) and part.tag != "img":
            yield from _runs(part.parts, _manner(part, manner))


def _manner(node: _Node, manner: Run) -> Run:
    if node.tag in _MANNERS:
        return _MANNERS[node.tag](manner)
    if node.tag == "a" and not node.attributes.get("href", "").startswith("#") and not node.has("footnote"):
        return replace(manner, link=node.attributes.get("href", ""))
    if "data-blank" in node.attributes:
        return replace(manner, blank=node.attributes["data-blank"])
    return manner


def _lines(text: str, manner: Run) -> Iterable[Run]:
    for number, line in enumerate(text.split("\n")):
        if number:
            yield replace(manner, text="\n")
        yield replace(manner, text=line)


def _all_words(node: _Node) -> str:
    return "".join(part if isinstance(part, str) else _all_words(part) for part in node.parts)


def _tidy(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Runs with one space between words, none at the ends, and those of one manner joined."""
    tidied: list[Run] = []
    for run in runs:
        text = run.text
        if text != "\n":
            text = " ".join(text.split(" ")) if run.is_code else _one_space(text)
            if not tidied or tidied[-1].text.endswith((" ", "\n")):
                text = text.lstrip(" ")
        if not text:
            continue
        last = tidied[-1] if tidied else None
        if last and last.text != "\n" and text != "\n" and replace(last, text="") == replace(run, text=""):
            tidied[-1] = replace(last, text=last.text + text)
        else:
            tidied.append(replace(run, text=text))
    if tidied:
        tidied[-1] = replace(tidied[-1], text=tidied[-1].text.rstrip(" \n"))
    return tuple(run for run in tidied if run.text)


def _one_space(text: str) -> str:
    words = [word for word in text.split(" ") if word]
    inner = " ".join(words)
    return f"{' ' if text.startswith(' ') else ''}{inner}{' ' if text.endswith(' ') and inner else ''}"
