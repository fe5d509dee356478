"""Papers as Word files: headings, true numbering, tables with a header row, blanks to click and type."""

import io
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from typing import Any, Final

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph as WordParagraph

from sitegen.documents.pictures import prepare_picture
from sitegen.documents.tables import fit_table
from sitegen.documents.word_numbering import Numberer, number_paragraph
from sitegen.documents.word_page import RULE, SOFT, STYLES, TINT, add_line, make_base, shade
from sitegen.documents.word_runs import add_runs
from sitegen.documents.word_tables import rule_row, rule_table
from sitegen.papers import (
    Block,
    Heading,
    Listing,
    Names,
    Note,
    Numbering,
    Paper,
    Paragraph,
    Picture,
    Quotation,
    Rule,
    Run,
    Table,
)
from sitegen.words import shorten

BEGINNING: Final = datetime(2000, 1, 1)  # Word's properties are in no zone
_LONGEST: Final = 255
"""How many characters a property of a file may have."""
_INDENT: Final = 0.75
"""Centimetres by which each level of a list stands further in."""
_FACTS: Final = 4.6
"""Centimetres that the names of facts take."""


class WordMaker:
    """Makes Word files for one party."""

    def __init__(self, party: str, imprint: str, colour: str) -> None:
        self.party, self.imprint, self.colour = party, imprint, colour

    def make(self, paper: Paper) -> bytes:
        """The Word file of a paper."""
        base = make_base(self.party, self.imprint, self.colour, paper.language)
        document = docx.Document(io.BytesIO(base))
        document.sections[0].header.paragraphs[0].runs[1].text = f"\t{paper.day}"
        writer = _Writer(document, Numberer(document), self.colour)
        writer.write_title(paper)
        writer.write_facts(paper.facts)
        writer.write(paper.blocks, 0)
        properties = document.core_properties
        properties.title, properties.author = (
            shorten(one, _LONGEST) for one in (paper.title, paper.author or self.party)
        )
        properties.language, properties.comments, properties.revision = paper.language, "", 1
        properties.created = properties.modified = BEGINNING
        properties.last_modified_by = shorten(self.party, _LONGEST)
        made = io.BytesIO()
        document.save(made)
        return _repack(made.getvalue())


def _repack(made: bytes) -> bytes:
    """The same archive without the time of day in it."""
    again = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(made)) as old, zipfile.ZipFile(again, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(old.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 3
            new.writestr(info, old.read(name), compresslevel=6)
    return again.getvalue()


class _Writer:
    """Writes blocks one after the other, each list with its own numbers."""

    def __init__(self, document: Document, numberer: Numberer, colour: str) -> None:
        self.document, self.numberer, self.colour = document, numberer, colour
        self.is_turned = False

    def write_title(self, paper: Paper) -> None:
        """What it is, and its title."""
        if paper.kicker:
            kicker = self._paragraph((Run(paper.kicker, is_strong=True),), 0, "text")
            kicker.paragraph_format.space_before = Pt(10)
            kicker.runs[0].font.color.rgb = SOFT
        self._paragraph((Run(paper.title),), 0, "title")

    def write_facts(self, facts: Iterable[tuple[str, str]]) -> None:
        """The facts below the title: the name of each in bold, in one paragraph of lines."""
        listed = list(facts)
        for number, (name, text) in enumerate(listed, 1):
            paragraph = self._paragraph((Run(name, is_strong=True), Run("\t"), Run(text)), 0, "text")
            form = paragraph.paragraph_format
            form.left_indent, form.first_line_indent = Cm(_FACTS), Cm(-_FACTS)
            form.tab_stops.add_tab_stop(Cm(_FACTS))
            form.space_after = Pt(14 if number == len(listed) else 2)

    def write(self, blocks: Iterable[Block], depth: int, style: str = "text") -> None:
        """Blocks, so far in as `depth` lists around them ask for."""
        for block in blocks:
            if depth == 0:
                self._turn(is_turned=isinstance(block, Table) and fit_table(block).is_turned)
            self._one(block, depth, style)

    def _turn(self, *, is_turned: bool) -> None:
        """Begin a page that lies on its side, or one that stands again."""
        if is_turned != self.is_turned:
            self.is_turned = is_turned
            section = self.document.add_section(WD_SECTION.NEW_PAGE)
            section.orientation = WD_ORIENT.LANDSCAPE if is_turned else WD_ORIENT.PORTRAIT
            section.page_width, section.page_height = section.page_height, section.page_width

    def _names(self, names: Names, style: str) -> None:
        """Names in two columns, which stand in a section of their own."""
        self._begin_columns(2)
        for name in names.names:
            self._paragraph(name, 0, style).paragraph_format.space_after = 0
        self._begin_columns(1)

    def _begin_columns(self, number: int) -> None:
        section: Any = self.document.add_section(WD_SECTION.CONTINUOUS)
        columns = section._sectPr.find(qn("w:cols"))
        if columns is None:
            columns = OxmlElement("w:cols")
            section._sectPr.append(columns)
        columns.set(qn("w:num"), str(number))

    def _one(self, block: Block, depth: int, style: str) -> None:
        if isinstance(block, Paragraph):
            self._paragraph(block.runs, depth, style).paragraph_format.keep_with_next = block.is_lead
        elif isinstance(block, Heading):
            self._paragraph(block.runs, 0, f"Heading{min(max(block.level, 1), 6)}")
        elif isinstance(block, Listing):
            self._listing(block, depth, None)
        elif isinstance(block, Quotation):
            self.write(block.blocks, depth + 1, "quotation")
        elif isinstance(block, Note):
            self._note(block, depth, style)
        elif isinstance(block, Names):
            self._names(block, style)
        elif isinstance(block, Table):
            self._table(block, is_within=depth > 0)
        elif isinstance(block, Picture):
            self._picture(block)
        else:
            assert isinstance(block, Rule)
            add_line(self._paragraph((), depth, "text"), "bottom", "single", 4, RULE)

    def _note(self, note: Note, depth: int, style: str) -> None:
        """What stands apart: on a tint, with a rule in the party's colour at its side."""
        before = len(self.document.paragraphs)
        if note.title:
            title = self._paragraph((Run(note.title, is_strong=True),), depth, "text")
            title.paragraph_format.keep_with_next = True
        self.write(note.blocks, depth or 1, style)
        for paragraph in self.document.paragraphs[before:]:
            if paragraph._p.find(f"{qn('w:pPr')}/{qn('w:numPr')}") is None:
                paragraph.paragraph_format.left_indent = Cm(0.4 + _INDENT * depth)
            add_line(paragraph, "left", "single", 24, self.colour)
            shade(paragraph, TINT)

    def _paragraph(self, runs: tuple[Run, ...], depth: int, style: str) -> WordParagraph:
        paragraph = self.document.add_paragraph()
        paragraph._p.style = STYLES.get(style, style)  # python-docx looks a name up among all styles, each time
        if depth:
            paragraph.paragraph_format.left_indent = Cm(_INDENT * depth)
        add_runs(paragraph, runs)
        return paragraph

    def _listing(self, listing: Listing, depth: int, above: int | None) -> None:
        """A list; one below another of the same numbering is its next level, so that Word goes on counting."""
        is_written = listing.numbering is Numbering.WRITTEN
        number = None if is_written else above or self.numberer.begin(listing.numbering, listing.start, depth)
        for item in listing.items:
            first, *rest = item.blocks or (Paragraph(()),)
            runs = first.runs if isinstance(first, Paragraph) else ()
            mark = (Run(f"{item.mark}\t"),) if is_written else ()
            paragraph = self._paragraph((*mark, *runs), 0, "item")
            number_paragraph(paragraph, number, depth, _INDENT)
            paragraph.paragraph_format.keep_with_next = bool(rest) and isinstance(rest[0], Listing)
            for block in rest if isinstance(first, Paragraph) else item.blocks:
                same = isinstance(block, Listing) and block.numbering is listing.numbering
                if isinstance(block, Listing):
                    self._listing(block, depth + 1, number if same else None)
                else:
                    self._one(block, depth + 1, "text")

    def _table(self, table: Table, *, is_within: bool) -> None:
        if table.caption:
            self._paragraph((Run(table.caption, is_strong=True),), 0, "text").paragraph_format.keep_with_next = True
        size = Pt(fit_table(table, is_within=is_within).size)
        made = self.document.add_table(rows=0, cols=len(table.head), style="Table Grid")
        rule_table(made)
        for number, cells in enumerate((table.head, *table.rows)):
            row = made.add_row()
            for place, runs in enumerate(cells):
                paragraph = row.cells[place].paragraphs[0]
                add_runs(paragraph, tuple(_as_head(runs)) if number == 0 else runs)
                paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(2)
                for run in paragraph.runs:
                    run.font.size = size
                if place in table.right:
                    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
            properties = row._tr.get_or_add_trPr()
            properties.append(OxmlElement("w:cantSplit"))
            if number == 0:
                properties.append(OxmlElement("w:tblHeader"))
                rule_row(row)
        self._paragraph((), 0, "text")

    def _picture(self, picture: Picture) -> None:
        prepared = prepare_picture(picture.file)
        assert prepared is not None, "pictures that cannot be shown were taken out"
        size = (Pt(prepared.width), Pt(prepared.height))
        shape = self.document.add_picture(io.BytesIO(prepared.raster), *size)
        properties: Any = shape._inline.docPr
        properties.set("descr", picture.alt)
        if picture.caption:
            self._paragraph((Run(picture.caption, is_emphasis=True),), 0, "text")


def _as_head(runs: Iterable[Run]) -> Iterator[Run]:
    for run in runs:
        yield replace(run, is_strong=True)
