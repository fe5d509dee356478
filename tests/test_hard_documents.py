"""Documents of what is hard to print: pictures of every sort, wide tables, letters of other scripts."""

import io
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Final

import pikepdf
import pytest
from docx.oxml.ns import qn
from docx.section import Section
from PIL import Image

from sitegen.documents.tables import Fit, fit_table
from sitegen.papers import (
    Block,
    Item,
    Listing,
    Note,
    Numbering,
    Paragraph,
    Picture,
    Quotation,
    Run,
    Table,
    make_paragraph,
    read_blocks,
)
from sitegen.papers.letters import spell_out
from tests.papers import PAPER, make, open_word

PICTURES: Final = {
    "a.avif": "RGB", "b.png": "RGBA", "c.gif": "P", "d.jpg": "CMYK", "e.png": "1", "f.webp": "LA", "g.tiff": "I;16",
}  # fmt: skip


def test_pictures_of_every_sort_are_shown_and_broken_ones_are_said_in_words(tmp_path: Path) -> None:
    for name, mode in PICTURES.items():
        Image.new("RGBA" if mode == "LA" else mode, (2000, 900)).save(tmp_path / name)
    (tmp_path / "h.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 4"><path d="M0 0h9v4z"/></svg>'
    )
    (tmp_path / "broken.png").write_text("no picture")
    (tmp_path / "broken.svg").write_text("<svg")
    shown = [Picture(tmp_path / name, f"Shows {name}") for name in (*PICTURES, "h.svg")]
    broken = [Picture(tmp_path / name, f"Shows {name}") for name in ("broken.png", "broken.svg")]
    pdf, word = make(replace(PAPER, blocks=(*shown, Quotation(tuple(broken)))), folder=tmp_path)
    document = open_word(word)
    assert [one.get("descr") for one in document.element.iter(qn("wp:docPr"))] == [one.alt for one in shown]
    words = [one.text for one in document.paragraphs]
    assert "[Shows broken.png]" in words
    assert "[Shows broken.svg]" in words
    with pikepdf.open(io.BytesIO(pdf.content)) as opened:
        described = [str(one.Alt) for one in opened.objects if isinstance(one, pikepdf.Dictionary) and "/Alt" in one]
    assert sorted(described) == sorted(one.alt for one in shown)
    assert len(pdf.content) < 400_000, "pictures are no larger than they are printed"


def test_a_picture_without_words_is_printed_and_a_validator_would_not_mind(tmp_path: Path) -> None:
    Image.new("RGB", (60, 40)).save(tmp_path / "hall.png")
    (picture,) = read_blocks('<p><img src="hall.png" alt=""></p>', lambda name: tmp_path / name)
    assert isinstance(picture, Picture)
    assert picture.alt == "A picture without a description"


@pytest.mark.parametrize(
    ("columns", "letters", "size", "is_turned", "breaks"),
    [(3, 8, 10.0, False, 0), (6, 12, 8.5, False, 0), (12, 9, 8.5, True, 0), (12, 13, 6.5, True, 0),
     (12, 60, 6.5, True, 13), (20, 60, 6.5, True, 7)],
)  # fmt: skip
def test_a_table_gets_the_largest_letters_that_break_no_word_and_then_a_turned_page(
    columns: int, letters: int, size: float, is_turned: bool, breaks: int, tmp_path: Path
) -> None:
    row = tuple((Run("m" * letters),) for _ in range(columns))
    table = Table(row, (row,))
    assert fit_table(table) == Fit(size, is_turned, breaks)
    pdf, word = make(replace(PAPER, blocks=(make_paragraph("x"), table, make_paragraph("y"))), folder=tmp_path)
    with pikepdf.open(io.BytesIO(pdf.content)) as opened:
        turned = [page.MediaBox[2] > page.MediaBox[3] for page in opened.pages]
    assert turned == ([False, True, False] if is_turned else [False])
    assert [_is_turned(one) for one in open_word(word).sections] == turned


def _is_turned(section: Section) -> bool:
    assert section.page_width is not None
    assert section.page_height is not None
    return section.page_width > section.page_height


@pytest.mark.parametrize(
    "around",
    [lambda table: Note("Note", (table,)), lambda table: Quotation((table,)),
     lambda table: Listing((Item((make_paragraph("x"), table)),), Numbering.CLAUSES)],
)  # fmt: skip
def test_a_table_too_wide_for_its_note_or_clause_stays_upright_and_breaks_its_words(
    around: Callable[[Table], Block], tmp_path: Path
) -> None:
    row = tuple((Run("m" * 26),) for _ in range(14))
    pdf, word = make(replace(PAPER, blocks=(around(Table(row, (row,))), make_paragraph("y"))), folder=tmp_path)
    with pikepdf.open(io.BytesIO(pdf.content)) as opened:
        assert [page.MediaBox[2] > page.MediaBox[3] for page in opened.pages] == [False]
    (section,) = open_word(word).sections
    assert not _is_turned(section)


def test_no_claimed_letter_is_missing_in_the_fonts_of_documents(tmp_path: Path) -> None:
    claimed = "".join(sign for number in range(0x20, 0x2800) if spell_out(sign := chr(number)) == sign)
    printable = "".join(sign for sign in claimed if unicodedata.category(sign)[0] in "LNPSZ")
    assert len(printable) > 2000
    for manner in (Run(printable), Run(printable, is_strong=True), Run(printable, is_emphasis=True, is_code=True)):
        pdf, _ = make(replace(PAPER, title=printable, blocks=(Paragraph((manner,)),)), folder=tmp_path)
        assert pdf.content.startswith(b"%PDF")
