"""The law on every output of the sample: the imprint in full, and statements that claim no more than was done."""

import json
import re
import subprocess
import zipfile
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from lxml import etree
from PIL import Image

from sitegen import __version__
from tests import ROOT
from tests.parties import TODAY, run_sitegen, write_party

pytestmark = pytest.mark.slow

IMPRINT = (
    "Promoted by Rosalind Achterby, 14 Mill Lane, Exampleton, ZZ1 1ZZ, on behalf of Exampleton Labour Party, "
    "14 Mill Lane, Exampleton, ZZ1 1ZZ."
)
PRINTED = f"{IMPRINT} Printed by Tollgate Community Press, 3 Tollgate Yard, Exampleton, ZZ1 2ZZ."
LOOKED_INTO = {".html", ".txt", ".opml", ".docx", ".pdf", ".png", ".xml", ".json", ".ics"}
WITHOUT_WORDS = {
    *(".css", ".js", ".svg", ".webp", ".woff2", ".jpg"),  # of the theme, or pictures beside a page that has the imprint
    ".csv",  # tables: the data package beside them names who publishes
}
MACHINES = ("sitemap.xml", "robots.txt", "site.schema.json", "_headers")
"""Files that no person reads as a publication."""


def _plain(text: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", text)).split())


def _own_files() -> set[str]:
    """What the party itself put among the files, such as a list to take away: its own works, published as they are."""
    return {path.relative_to(ROOT / "content").as_posix() for path in (ROOT / "content").rglob("*") if path.is_file()}


def _files(site: Path, *endings: str) -> Iterator[Path]:
    own = _own_files()
    for path in sorted(site.rglob("*")):
        name = path.relative_to(site).as_posix()
        if path.suffix in endings and name not in own and name not in MACHINES and not name.startswith("assets/"):
            yield path


def test_every_kind_of_file_is_looked_into(built_site: Path) -> None:
    files = [path for path in built_site.rglob("*") if path.is_file()]
    endings = {path.suffix for path in files if path.relative_to(built_site).as_posix() not in MACHINES}
    assert endings <= LOOKED_INTO | WITHOUT_WORDS


def test_every_page_and_every_email_carries_the_imprint(built_site: Path) -> None:
    files = list(_files(built_site, ".html"))
    assert len(files) > 100
    assert [path for path in files if IMPRINT not in _plain(path.read_text(encoding="utf-8"))] == []


def test_every_text_and_every_list_of_feeds_carries_the_imprint(built_site: Path) -> None:
    files = list(_files(built_site, ".txt", ".opml"))
    assert len(files) > 12
    assert [path for path in files if IMPRINT not in " ".join(path.read_text(encoding="utf-8").split())] == []


def test_every_item_of_every_feed_ends_in_the_imprint(built_site: Path) -> None:
    seen = 0
    for path in _files(built_site, ".xml"):
        tree = etree.parse(str(path))
        for item in tree.iter("item", "{http://www.w3.org/2005/Atom}entry"):
            seen += 1
            assert IMPRINT in _plain(" ".join(str(text) for text in item.itertext())), path
    for path in built_site.rglob("feed.json"):
        for item in json.loads(path.read_text(encoding="utf-8"))["items"]:
            seen += 1
            assert _plain(item["content_html"]).endswith(IMPRINT), path
    assert seen > 100


def test_the_manifest_says_who_promotes(built_site: Path) -> None:
    assert json.loads((built_site / "site.json").read_text(encoding="utf-8"))["imprint"] == IMPRINT


def test_every_word_file_carries_the_imprint_in_its_footer(built_site: Path) -> None:
    """In the footer, so that it stands on each page; every section takes it from the first."""
    files = list(_files(built_site, ".docx"))
    assert len(files) > 25
    for path in files:
        with zipfile.ZipFile(path) as file:
            parts = {name: file.read(name).decode() for name in file.namelist() if name.endswith(".xml")}
        (footer,) = (part for name, part in parts.items() if name.startswith("word/footer"))
        assert PRINTED in "".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)</w:t>", footer)), path
        assert parts["word/document.xml"].count("w:footerReference") == 1, path


@pytest.mark.browser  # where poppler-utils is installed, as tools/set-up does
def test_every_page_of_every_pdf_carries_the_imprint(built_site: Path) -> None:
    files = list(_files(built_site, ".pdf"))
    assert len(files) > 25
    for path in files:
        text = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, text=True, check=True).stdout
        pages = [" ".join(page.split()) for page in text.removesuffix("\f").split("\f")]
        assert [number for number, page in enumerate(pages, 1) if PRINTED not in page] == [], path


def test_every_calendar_carries_the_imprint(built_site: Path) -> None:
    for path in _files(built_site, ".ics"):
        unfolded = path.read_bytes().decode().replace("\r\n ", "").replace("\\,", ",").replace("\\n", " ")
        assert IMPRINT in unfolded, path


def test_every_share_image_has_the_band_of_the_imprint(built_site: Path) -> None:
    """What the band says is held by tests of the drawing; here each file is one that the drawing made."""
    pictures = list((built_site / "share").rglob("*.png"))
    assert len(pictures) > 60
    for path in pictures:
        with Image.open(path) as picture:
            assert picture.size == (1200, 630)
            shown = picture.convert("RGB")
            assert shown.getpixel((10, 620)) == shown.getpixel((70, 60)), f"{path}: no band in the party's colour"


def _read(site: Path, name: str) -> str:
    return _plain((site / name / "index.html").read_text(encoding="utf-8"))


def test_the_accessibility_statement_says_what_was_tested_and_what_was_not(built_site: Path) -> None:
    text = _read(built_site, "accessibility")
    assert f"in version {__version__}, is tested on pages of a made-up party" in text
    assert "axe-core in Chromium" in text
    assert "These tests did not run on the pages of Exampleton Labour Party." in text
    assert "Last reviewed 10 January 2026 , by Exampleton Labour Party" in text


def test_a_statement_without_a_date_of_review_claims_no_review(tmp_path: Path) -> None:
    party = write_party(tmp_path)
    assert run_sitegen(party, "build", "--today", TODAY).returncode == 0
    text = _read(party / "site", "accessibility")
    assert "Last reviewed" not in text
    assert "These tests did not run on the pages of Smallton Labour Party." in text


def test_the_privacy_notice_names_who_answers_and_the_rights(built_site: Path) -> None:
    text = _read(built_site, "privacy")
    for words in ("privacy@exampleton.example.org", "twelve months", "Information Commissioner", "no cookies"):
        assert words in text


def test_the_imprint_page_names_the_printer_of_documents(built_site: Path) -> None:
    assert "Tollgate Community Press" in _read(built_site, "imprint")
