"""Word files for tests: motions with Word's automatic numbering, as people hand them in."""

from io import BytesIO
from typing import Any

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

LEVELS = (("decimal", "%1."), ("lowerLetter", "%2)"), ("lowerRoman", "(%3)"))


def _element(tag: str, **values: str) -> Any:
    element = OxmlElement(tag)
    for name, value in values.items():
        element.set(qn(f"w:{name}"), value)
    return element


def make_document() -> Any:
    """An empty document with the list 90, whose levels are 1. a) (i)."""
    document = docx.Document()
    numbering = document.part.numbering_part.element
    abstract = _element("w:abstractNum", abstractNumId="90")
    for number, (form, text) in enumerate(LEVELS):
        level = _element("w:lvl", ilvl=str(number))
        for tag, value in (("w:start", "1"), ("w:numFmt", form), ("w:lvlText", text)):
            level.append(_element(tag, val=value))
        abstract.append(level)
    numbering.insert(0, abstract)
    used = _element("w:num", numId="90")
    used.append(_element("w:abstractNumId", val="90"))
    numbering.append(used)
    return document


def add_numbered(document: Any, text: str, level: int = 0) -> Any:
    """A paragraph that Word numbers by itself."""
    paragraph = document.add_paragraph(text)
    numbering = _element("w:numPr")
    numbering.append(_element("w:ilvl", val=str(level)))
    numbering.append(_element("w:numId", val="90"))
    paragraph._p.get_or_add_pPr().append(numbering)
    return paragraph


def saved(document: Any) -> bytes:
    """The bytes of the document."""
    file = BytesIO()
    document.save(file)
    return file.getvalue()
