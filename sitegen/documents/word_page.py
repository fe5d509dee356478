"""The page of a Word file: styles, language, header with the party's name, footer with imprint and numbers."""

import io
from functools import cache
from typing import Any, Final

import docx
from docx.document import Document
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.text.paragraph import Paragraph as WordParagraph

from sitegen.documents.word_numbering import begin_numbering

_TEXT_FONT: Final = "Arial"
_HEADING_FONT: Final = "Georgia"
_SIZES: Final = {
    "Title": 22,
    "Heading 1": 14,
    "Heading 2": 12,
    **{f"Heading {level}": 11 for level in range(3, 7)},
    "Body Text": 11,
    "List Paragraph": 11,
}
KEPT: Final = frozenset(
    (*_SIZES, "Normal", "Quote", "Header", "Footer", "Table Grid", "Normal Table", "Default Paragraph Font", "No List")
)
STYLES: Final = {"title": "Title", "text": "BodyText", "item": "ListParagraph", "quotation": "Quote"}
"""Styles by what they are for, as Word's files name them."""

_AFTER: Final = ("w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:contextualSpacing", "w:jc", "w:rPr",
                 "w:sectPr")  # fmt: skip
"""The properties of a paragraph that Word wants after its lines and its tint."""
_BLACK: Final = RGBColor(0, 0, 0)
SOFT: Final = RGBColor(0x5F, 0x55, 0x4A)
RULE: Final = "C9BBA7"
TINT: Final = "F6EFE3"


@cache
def make_base(party: str, imprint: str, colour: str, language: str) -> bytes:
    """An empty document that is dressed: python-docx's own, less all styles that no paper uses."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.3)
    section.top_margin, section.bottom_margin = Cm(2.9), Cm(2.4)
    section.header_distance = Cm(1.3)
    _keep_styles(document)
    _set_styles(document, language)
    _write_header(section.header.paragraphs[0], party, colour)
    _write_footer(section.footer.paragraphs[0], imprint)
    begin_numbering(document)
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def _keep_styles(document: Document) -> None:
    """Leave out the hundred and more styles that a paper has no use for: each file is smaller and sooner made."""
    for style in list(document.styles):
        if style.name not in KEPT:
            style.delete()
    for element in document.styles.element.findall(qn("w:style")):
        for name in ("w:link", "w:next"):
            for part in element.findall(qn(name)):
                element.remove(part)


def _set_styles(document: Document, language: str) -> None:
    for name in ("Normal", *_SIZES, "Quote", "Header", "Footer"):
        style: Any = document.styles[name]
        is_heading = name.startswith(("Heading", "Title"))
        _set_font(style, _HEADING_FONT if is_heading else _TEXT_FONT)
        style.font.size = Pt(_SIZES.get(name, 11))
        style.font.color.rgb = _BLACK
        if is_heading:
            style.font.bold, style.font.italic = True, False
            style.paragraph_format.keep_with_next = True
        elif name in ("Body Text", "List Paragraph", "Quote"):
            style.paragraph_format.space_after = Pt(6)
        if name in ("Header", "Footer"):
            style.paragraph_format.tab_stops.clear_all()
            style.paragraph_format.tab_stops.add_tab_stop(Cm(16.4), WD_TAB_ALIGNMENT.RIGHT)
    quotation: Any = document.styles["Quote"]
    quotation.font.italic = False  # so that what is stressed in it can be seen
    _insert(quotation.element.get_or_add_pPr(), _lines("left", "single", 12, RULE))
    title: Any = document.styles["Title"].element.pPr
    for border in title.findall(qn("w:pBdr")):
        title.remove(border)
    _set_language(document, language)


def _set_language(document: Document, language: str) -> None:
    defaults: Any = document.styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
    for old in defaults.findall(qn("w:lang")):
        defaults.remove(old)
    lang = OxmlElement("w:lang")
    for name in ("w:val", "w:eastAsia", "w:bidi"):
        lang.set(qn(name), "en-GB" if language == "en" else language)
    defaults.append(lang)


def _set_font(style: Any, font: str) -> None:
    style.font.name = font
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{name}"), None)
    for name in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{name}"), font)


def _write_header(paragraph: WordParagraph, party: str, colour: str) -> None:
    name = paragraph.add_run(party)
    name.bold, name.font.name, name.font.size = True, _HEADING_FONT, Pt(13)
    name.font.color.rgb = RGBColor.from_string(colour.removeprefix("#").upper())
    date = paragraph.add_run("\t")
    date.font.size, date.font.color.rgb = Pt(9), SOFT
    add_line(paragraph, "bottom", "thickThinSmallGap", 18)


def _write_footer(paragraph: WordParagraph, imprint: str) -> None:
    add_line(paragraph, "top", "single", 4, RULE)
    words = paragraph.add_run(f"{imprint}  ")
    words.font.size = Pt(8)
    words.font.color.rgb = SOFT
    for part in ("Page ", "PAGE", " of ", "NUMPAGES"):
        if part.isupper():
            _add_field(paragraph, part)
            continue
        run = paragraph.add_run(part)
        run.font.size, run.font.color.rgb = Pt(8), SOFT


def _add_field(paragraph: WordParagraph, code: str) -> None:
    """A field that Word fills in: PAGE, NUMPAGES; each part in a run of its own, as Word writes them."""
    for kind, text in (("begin", ""), ("", code), ("separate", ""), ("text", "1"), ("end", "")):
        if kind in ("begin", "separate", "end"):
            made = OxmlElement("w:fldChar")
            made.set(qn("w:fldCharType"), kind)
        else:
            made = OxmlElement("w:t" if kind == "text" else "w:instrText")
            made.text = text
        run = paragraph.add_run()
        run.font.size, run.font.color.rgb = Pt(8), SOFT
        run._r.append(made)


def add_line(paragraph: WordParagraph, side: str, form: str, size: int, colour: str = "auto") -> None:
    """A line at one side of a paragraph; `size` is in eighths of a point."""
    _insert(paragraph._p.get_or_add_pPr(), _lines(side, form, size, colour))


def shade(paragraph: WordParagraph, colour: str) -> None:
    """A tint behind a paragraph."""
    _insert(paragraph._p.get_or_add_pPr(), make_tint(colour))


def make_tint(colour: str) -> Any:
    """The tint behind words or a paragraph."""
    shading = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", colour)):
        shading.set(qn(f"w:{name}"), value)
    return shading


def _lines(side: str, form: str, size: int, colour: str) -> Any:
    borders, line = OxmlElement("w:pBdr"), OxmlElement(f"w:{side}")
    for name, value in (("val", form), ("sz", size), ("space", 4), ("color", colour.removeprefix("#"))):
        line.set(qn(f"w:{name}"), str(value))
    borders.append(line)
    return borders


def _insert(properties: Any, element: Any) -> None:
    """Put a property of a paragraph where Word's order of them has it."""
    properties.insert_element_before(element, *(_AFTER if element.tag == qn("w:shd") else ("w:shd", *_AFTER)))
