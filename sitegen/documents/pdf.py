"""Papers as PDF: tagged, for screen readers too (PDF/UA-1), by typst."""

import json
from datetime import UTC, datetime
from functools import cache
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

import typst

from sitegen.documents.data import blocks_as_data
from sitegen.documents.pictures import prepare_picture
from sitegen.fonts import FOLDER as FONTS
from sitegen.papers import Paper, Picture

TEMPLATE: Final = Path(__file__).with_name("paper.typ")
STANDARD: Final = "ua-1"
BEGINNING: Final = datetime(2000, 1, 1, tzinfo=UTC)
"""When every PDF says it was made: a true time would give other bytes at each build."""


@cache
def _compiler() -> typst.Compiler:
    """The compiler with the fonts, for all papers."""
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[str(FONTS)])
    return typst.Compiler(font_paths=fonts, ignore_system_fonts=True)


@cache
def _template() -> bytes:
    return TEMPLATE.read_bytes()


def make_pdf(paper: Paper, party: str, imprint: str, colour: str) -> bytes:
    """The PDF of a paper; nothing in the words is read as markup."""
    with TemporaryDirectory() as folder:
        return _make(paper, Path(folder), party, imprint, colour)


def _make(paper: Paper, root: Path, party: str, imprint: str, colour: str) -> bytes:
    """The PDF, with the folder `root` for its pictures."""

    def place(picture: Picture) -> dict[str, Any]:
        prepared = prepare_picture(picture.file)
        assert prepared is not None, "pictures that cannot be shown were taken out"
        name = f"{sha256(prepared.content).hexdigest()[:24]}{prepared.suffix}"
        (root / name).write_bytes(prepared.content)
        return {"file": f"/{name}", "width": prepared.width}

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
        "blocks": blocks_as_data(paper.blocks, place),
    }
    given = {"paper": json.dumps(values, ensure_ascii=False)}
    made = _compiler().compile(
        _template(), format="pdf", sys_inputs=given, pdf_standards=STANDARD, timestamp=BEGINNING, root=root
    )
    assert isinstance(made, bytes), "one PDF holds all pages"
    return made
