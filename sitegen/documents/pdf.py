"""Papers as PDF: tagged, for screen readers too (PDF/UA-1), by typst."""

import json
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Final

import typst

from sitegen.documents.data import blocks_as_data
from sitegen.fonts import FOLDER as FONTS
from sitegen.papers import Paper

TEMPLATE: Final = Path(__file__).with_name("paper.typ")
STANDARD: Final = "ua-1"
BEGINNING: Final = datetime(2000, 1, 1, tzinfo=UTC)
"""When every PDF says it was made: a true time would give other bytes at each build."""


@cache
def _compiler(root: Path) -> typst.Compiler:
    """The compiler with the fonts, for all papers of one party's folder."""
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[str(FONTS)])
    return typst.Compiler(root=str(root), font_paths=fonts)


@cache
def _template() -> bytes:
    return TEMPLATE.read_bytes()


def make_pdf(paper: Paper, root: Path, party: str, imprint: str, colour: str) -> bytes:
    """The PDF of a paper; pictures lie below `root`, and nothing in the words is read as markup."""
    language, _, region = paper.language.partition("-")
    values = {
        "party": party,
        "imprint": imprint,
        "colour": colour,
        "title": paper.title,
        "kicker": paper.kicker,
        "day": paper.day,
        "author": paper.author or party,
        "language": language,
        "region": (region or "GB").lower(),
        "facts": paper.facts,
        "blocks": blocks_as_data(paper.blocks, root),
    }
    given = {"paper": json.dumps(values, ensure_ascii=False)}
    made = _compiler(root).compile(
        _template(), format="pdf", sys_inputs=given, pdf_standards=STANDARD, timestamp=BEGINNING
    )
    assert isinstance(made, bytes), "one PDF holds all pages"
    return made
