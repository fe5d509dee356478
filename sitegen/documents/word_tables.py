"""Tables in Word: a rule below the head, hairlines between the rows, and nothing at the sides, as in the PDF."""

from typing import Any, Final

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from sitegen.documents.word_page import RULE

_SIDES: Final = ("top", "left", "bottom", "right", "insideH", "insideV")
_SHOWN: Final = ("bottom", "insideH")


def rule_table(table: Any) -> None:
    """Draw the lines of a table, and let it begin where the text does."""
    properties = table._tbl.tblPr
    indent = OxmlElement("w:tblInd")
    indent.set(qn("w:w"), "108")  # as far as the words of a cell stand from its edge
    indent.set(qn("w:type"), "dxa")
    borders = OxmlElement("w:tblBorders")
    for side in _SIDES:
        borders.append(_line(side, "single" if side in _SHOWN else "nil", 4, RULE))
    for made in (indent, borders):
        properties.append(made)
    layout = properties.find(qn("w:tblLayout"))
    look = properties.find(qn("w:tblLook"))
    for last in (layout, look):  # Word wants the parts of a table's properties in its own order
        if last is not None:
            properties.remove(last)
            properties.append(last)


def rule_row(row: Any) -> None:
    """A black rule below a row."""
    for cell in row.cells:
        borders = OxmlElement("w:tcBorders")
        borders.append(_line("bottom", "single", 8, "000000"))
        cell._tc.get_or_add_tcPr().append(borders)


def _line(side: str, form: str, size: int, colour: str) -> Any:
    line = OxmlElement(f"w:{side}")
    for name, value in (("val", form), ("sz", size), ("space", 0), ("color", colour)):
        line.set(qn(f"w:{name}"), str(value))
    return line
