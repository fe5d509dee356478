"""Numbering in Word: definitions with nine levels, and a new start for each list.

Word counts by itself where paragraphs name a list and a level, so a clause that somebody adds gets its number.
"""

from typing import Any, Final

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm
from docx.text.paragraph import Paragraph as WordParagraph

from sitegen.papers import Numbering

LEVELS: Final = 9
"""As many levels as Word knows."""

_CLAUSES: Final = (("decimal", "%{}."), ("lowerLetter", "%{})"), ("lowerRoman", "%{})"))
_SIGNS: Final = ("•", "–")
_INDENT: Final = 425
"""Twentieths of a point by which each level stands further in: three quarters of a centimetre."""


def begin_numbering(document: Document) -> None:
    """Take out the definitions that a new document comes with."""
    part: Any = document.part.numbering_part.element
    for old in list(part):
        part.remove(old)


class Numberer:
    """The numbering definitions of one document."""

    def __init__(self, document: Document) -> None:
        self.part: Any = document.part.numbering_part.element
        self.ids: dict[Numbering, int] = {}
        self.lists = 0

    def begin(self, numbering: Numbering, start: int, level: int) -> int:
        """The number by which paragraphs name a new list of that kind, which starts at `start`."""
        if numbering not in self.ids:
            self.ids[numbering] = len(self.ids) + 1
            self._define(self.ids[numbering], numbering)
        self.lists += 1
        made = _element("w:num", numId=self.lists)
        made.append(_element("w:abstractNumId", val=self.ids[numbering]))
        for one in range(LEVELS):
            override = _element("w:lvlOverride", ilvl=one)
            override.append(_element("w:startOverride", val=start if one == level else 1))
            made.append(override)
        self.part.append(made)
        return self.lists

    def _define(self, id: int, numbering: Numbering) -> None:
        definition = _element("w:abstractNum", abstractNumId=id)
        definition.append(_element("w:multiLevelType", val="multilevel"))
        for level in range(LEVELS):
            form, text = _look(numbering, level)
            one = _element("w:lvl", ilvl=level)
            one.append(_element("w:start", val=1))
            one.append(_element("w:numFmt", val=form))
            one.append(_element("w:lvlText", val=text))
            one.append(_element("w:lvlJc", val="left"))
            properties = OxmlElement("w:pPr")
            properties.append(_element("w:ind", left=_INDENT * (level + 1), hanging=_INDENT))
            one.append(properties)
            definition.append(one)
        first = next((child for child in self.part if child.tag == qn("w:num")), None)
        if first is None:
            self.part.append(definition)
        else:
            first.addprevious(definition)  # Word wants all definitions before all lists


def _look(numbering: Numbering, level: int) -> tuple[str, str]:
    """The form of numbers and the text around them, at a level from 0."""
    if numbering is Numbering.BULLETS:
        return "bullet", _SIGNS[level % 2]
    form, text = _CLAUSES[level % 3] if numbering is Numbering.CLAUSES else _CLAUSES[0]
    return form, text.format(level + 1)


def _element(name: str, **values: object) -> Any:
    made = OxmlElement(name)
    for key, value in values.items():
        made.set(qn(f"w:{key}"), str(value))
    return made


def number_paragraph(paragraph: WordParagraph, number: int | None, level: int, indent: float) -> None:
    """Make a paragraph an item of a list; without a number it only stands as one, with its mark before a tab."""
    level = min(level, LEVELS - 1)
    if number is None:
        paragraph.paragraph_format.left_indent = Cm(indent * (level + 1))
        paragraph.paragraph_format.first_line_indent = Cm(-indent)
        paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(indent * (level + 1)))
        return
    above: Any = paragraph._p.get_or_add_pPr()
    properties = above.get_or_add_numPr()
    properties.get_or_add_ilvl().val = level
    properties.get_or_add_numId().val = number
