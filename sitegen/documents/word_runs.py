"""Runs in Word: manners, links, line breaks, and blanks as content controls to click and type."""

from collections.abc import Iterable
from typing import Any

from docx.enum.text import WD_BREAK
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import RGBColor
from docx.text.paragraph import Paragraph as WordParagraph
from docx.text.run import Run as WordRun

from sitegen.documents.word_page import TINT, make_tint
from sitegen.papers import Run


def add_runs(paragraph: WordParagraph, runs: Iterable[Run]) -> None:
    """Add runs to the end of a paragraph."""
    for run in runs:
        if run.text == "\n":
            paragraph.add_run().add_break(WD_BREAK.LINE)
        elif run.blank:
            _add_blank(paragraph, run)
        elif run.link:
            _add_link(paragraph, run)
        else:
            _dress(paragraph.add_run(run.text), run)


def _dress(made: WordRun, run: Run) -> None:
    if run.is_strong:
        made.bold = True
    if run.is_emphasis:
        made.italic = True
    if run.is_struck:
        made.font.strike = True
    if run.is_added:
        made.underline = True
    if run.is_raised:
        made.font.superscript = True
    if run.is_code:
        made.font.name = "Consolas"


def _add_link(paragraph: WordParagraph, run: Run) -> None:
    target = paragraph.part.relate_to(run.link, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), target)
    made = paragraph.add_run(run.text)
    _dress(made, run)
    made.underline = True
    made.font.color.rgb = RGBColor(0x1F, 0x3A, 0x8A)
    link.append(made._r)
    paragraph._p.append(link)


def _add_blank(paragraph: WordParagraph, run: Run) -> None:
    """A content control of plain text: its name is the blank's id, and what it asks for stands in it."""
    control = OxmlElement("w:sdt")
    properties = OxmlElement("w:sdtPr")
    for name, value in (("w:alias", run.text), ("w:tag", run.blank)):
        properties.append(_with_value(name, value))
    properties.append(OxmlElement("w:showingPlcHdr"))
    properties.append(OxmlElement("w:text"))
    content = OxmlElement("w:sdtContent")
    made = paragraph.add_run(f"[{run.text}]")
    made.font.color.rgb = RGBColor(0x6B, 0x5B, 0x4B)
    made._r.get_or_add_rPr().append(make_tint(TINT))
    content.append(made._r)
    control.append(properties)
    control.append(content)
    paragraph._p.append(control)


def _with_value(name: str, value: str) -> Any:
    made = OxmlElement(name)
    made.set(qn("w:val"), value)
    return made
