"""Word files that somebody hands in, read: paragraphs with the numbers that Word counts by itself, and tables.

The only reader of `.docx`. Word keeps numbers in definitions apart from the words, so they are counted here as Word
does: by list and level, with the start, the form and the surrounding signs that the definition gives.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any, Final, NamedTuple

from sitegen.clauses.labels import label

_R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PLAIN_TABLE: Final = "Its words are plain now: bold, italics and links in a table were left out."
_DRAWN: Final = (f"{_W}drawing", f"{_W}pict", f"{_W}object")


class NoWordFile(ValueError):
    """The bytes are no Word file that can be read."""


class Span(NamedTuple):
    """Words in one manner; `link` is the address of the web to which they lead."""

    text: str
    is_bold: bool = False
    is_italic: bool = False
    is_struck: bool = False
    link: str = ""


class WordParagraph(NamedTuple):
    """One paragraph, or one table as rows of cells.

    `mark` is its number as Word prints it (`1.`, `(a)`, `•`), empty for none; `level` is its level in its list from 0.
    `heading` is the level of its heading style, 0 for none; `is_bold`: all of its words are bold.
    `spans` are its words as they stand there, spaces and all; `remarks` say what of it could not be taken over.
    """

    number: int
    text: str
    mark: str = ""
    level: int = 0
    heading: int = 0
    is_title: bool = False
    is_bold: bool = False
    rows: tuple[tuple[str, ...], ...] = ()
    remarks: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()


@dataclass(slots=True)
class _Counters:
    """How far each list has counted: by list and level."""

    document: Any
    counts: dict[tuple[str, int], int] = field(default_factory=dict)

    def mark(self, list_id: str, level: int) -> str:
        """The next mark of a list at a level; deeper levels begin anew."""
        definition = self._level(list_id, level)
        start = int(self._restart(list_id, level) or _value(definition, "start") or "1")
        key = (self._shared(list_id), level)
        self.counts[key] = self.counts.get(key, start - 1) + 1
        for deeper in [one for one in self.counts if one[0] == key[0] and one[1] > level]:
            del self.counts[deeper]
        form, text = _value(definition, "numFmt") or "decimal", _value(definition, "lvlText") or "%1."
        if form in ("bullet", "none"):
            return "•" if form == "bullet" else ""
        for place in range(level + 1):
            text = text.replace(f"%{place + 1}", self._number(list_id, place, key[0]))
        return text.strip()

    def _number(self, list_id: str, level: int, shared: str) -> str:
        number = self.counts.get((shared, level), 1)
        form = _value(self._level(list_id, level), "numFmt") or "decimal"
        depth = {"lowerLetter": 2, "upperLetter": 2, "lowerRoman": 3, "upperRoman": 3}.get(form, 1)
        spelt = label(number, depth).rstrip(".)")
        return spelt.upper() if form.startswith("upper") else spelt

    def _shared(self, list_id: str) -> str:
        """The definition behind a list, unless the list restarts by itself."""
        own = self._list(list_id)
        if own is None or own.find(f"{_W}lvlOverride") is not None:
            return f"list {list_id}"
        return _value(own, "abstractNumId") or list_id

    def _restart(self, list_id: str, level: int) -> str:
        """The number with which this use of a definition begins a level, where it says so."""
        own = self._list(list_id)
        for override in own.iter(f"{_W}lvlOverride") if own is not None else ():
            if override.get(f"{_W}ilvl") == str(level):
                return _value(override, "startOverride")
        return ""

    def _list(self, list_id: str) -> Any:
        numbering = _numbering(self.document)
        found = (
            [one for one in numbering.iter(f"{_W}num") if one.get(f"{_W}numId") == list_id]
            if numbering is not None
            else []
        )
        return found[0] if found else None

    def _level(self, list_id: str, level: int) -> Any:
        own, numbering = self._list(list_id), _numbering(self.document)
        if own is None or numbering is None:
            return None
        wanted = _value(own, "abstractNumId")
        for abstract in numbering.iter(f"{_W}abstractNum"):
            if abstract.get(f"{_W}abstractNumId") == wanted:
                levels = [one for one in abstract.iter(f"{_W}lvl") if one.get(f"{_W}ilvl") == str(level)]
                return levels[0] if levels else None
        return None


def _numbering(document: Any) -> Any:
    try:
        return document.part.numbering_part.element
    except (KeyError, NotImplementedError):
        return None


def _value(element: Any, name: str) -> str:
    found = element.find(f"{_W}{name}") if element is not None else None
    return str(found.get(f"{_W}val") or "") if found is not None else ""


def read_word(content: bytes) -> tuple[WordParagraph, ...]:
    """All paragraphs and tables of a Word file that say anything, in order; raises NoWordFile."""
    import docx  # takes a while to load, and only imports need it

    try:
        document = docx.Document(BytesIO(content))
        return tuple(_paragraphs(document))
    except Exception as error:
        raise NoWordFile(str(error)) from error


def _paragraphs(document: Any) -> Iterator[WordParagraph]:
    counters = _Counters(document)
    for number, element in enumerate(_blocks(document.element.body), 1):
        if element.tag == f"{_W}tbl":
            rows = tuple(tuple(_words(cell)[0] for cell in row.iter(f"{_W}tc")) for row in element.iter(f"{_W}tr"))
            spans = _spans(element, document)
            yield WordParagraph(number, "", rows=rows, remarks=(_PLAIN_TABLE,) if _has_manners(spans) else ())
            continue
        text, remarks = _words(element)
        style = _style(element, document)
        list_id, own, level = _list_of(element, style)
        mark = counters.mark(list_id, own) if list_id and text else ""
        if text or remarks:
            name = (style.name or "").lower() if style is not None else ""
            digits = "".join(letter for letter in name if letter.isdigit())
            heading = int(digits or "1") if name.startswith("heading") else 0
            is_bold, spans = _is_bold(element), _spans(element, document)
            yield WordParagraph(number, text, mark, level, heading, name == "title", is_bold, (), remarks, spans)


def _blocks(body: Any) -> Iterator[Any]:
    """Paragraphs and tables, those in content controls too."""
    for child in body:
        if child.tag in (f"{_W}p", f"{_W}tbl"):
            yield child
        elif child.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}customXml"):
            yield from _blocks(child)


def _words(element: Any) -> tuple[str, tuple[str, ...]]:
    """The words of a paragraph or a cell as they would read with all changes accepted, and what is left out."""
    parts: list[str] = []
    remarks: dict[str, None] = {}
    for one in element.iter():
        if one.tag == f"{_W}t":
            parts.append(one.text or "")
        elif one.tag in (f"{_W}tab", f"{_W}br") and one.getparent().tag == f"{_W}r":
            parts.append(" ")
        elif one.tag == f"{_W}noBreakHyphen":
            parts.append("-")
        elif one.tag in (f"{_W}delText", f"{_W}ins"):
            remarks["It holds tracked changes; they were taken as accepted."] = None
        elif one.tag in (f"{_W}footnoteReference", f"{_W}endnoteReference"):
            remarks["A footnote was left out."] = None
        elif one.tag in _DRAWN:
            remarks["A picture was left out."] = None
        elif one.tag == f"{_W}instrText" and "HYPERLINK" in (one.text or ""):
            remarks["A link was left out."] = None
        elif one.tag == f"{_W}u" and one.get(f"{_W}val") != "none":
            remarks["Underlined words are plain now."] = None
    return " ".join("".join(parts).split()), tuple(remarks)


def _spans(element: Any, document: Any) -> tuple[Span, ...]:
    """The runs of a paragraph, each in its manner."""
    return tuple(
        Span(
            text,
            _is_on(run, "b") or _value(run.find(f"{_W}rPr"), "rStyle") == "Strong",
            _is_on(run, "i") or _value(run.find(f"{_W}rPr"), "rStyle") == "Emphasis",
            _is_on(run, "strike"),
            _link(run, document),
        )
        for run in element.iter(f"{_W}r")
        if (text := _run_text(run))
    )


def _run_text(run: Any) -> str:
    spelt = {f"{_W}tab": " ", f"{_W}br": " ", f"{_W}noBreakHyphen": "-"}
    return "".join(one.text or "" if one.tag == f"{_W}t" else spelt.get(one.tag, "") for one in run)


def _link(run: Any, document: Any) -> str:
    """The address of the web to which a run leads; empty for none."""
    around = run.getparent()
    found = document.part.rels.get(around.get(f"{_R}id")) if around.tag == f"{_W}hyperlink" else None
    return str(found.target_ref) if found is not None and found.is_external else ""


def _has_manners(spans: tuple[Span, ...]) -> bool:
    return any(one.is_bold or one.is_italic or one.is_struck or one.link for one in spans)


def _style(element: Any, document: Any) -> Any:
    properties = element.find(f"{_W}pPr")
    wanted = _value(properties, "pStyle")
    return next((one for one in document.styles if one.style_id == wanted), None) if wanted else None


def _list_of(element: Any, style: Any) -> tuple[str, int, int]:
    """List of a paragraph, its level there, and how deep it stands (`List Bullet 2` is a list of its own)."""
    sources = [element.find(f"{_W}pPr")]
    depth = 0
    while style is not None and len(sources) < 12:
        sources.append(style.element.find(f"{_W}pPr"))
        digits = "".join(letter for letter in (style.name or "") if letter.isdigit())
        depth = depth or (int(digits) - 1 if (style.name or "").startswith("List") and digits else 0)
        style = style.base_style
    for source in sources:
        numbering = source.find(f"{_W}numPr") if source is not None else None
        if numbering is not None and (list_id := _value(numbering, "numId")):
            level = int(_value(numbering, "ilvl") or "0")
            return ("", 0, 0) if list_id == "0" else (list_id, level, max(level, depth))
    return "", 0, depth


def _is_bold(element: Any) -> bool:
    runs = [run for run in element.iter(f"{_W}r") if "".join(text.text or "" for text in run.iter(f"{_W}t")).strip()]
    return bool(runs) and all(_is_on(run, "b") for run in runs)


def _is_on(run: Any, manner: str) -> bool:
    properties = run.find(f"{_W}rPr")
    found = properties.find(f"{_W}{manner}") if properties is not None else None
    return found is not None and found.get(f"{_W}val") not in ("0", "false", "off")
