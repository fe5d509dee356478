"""What people take away of motions, letters and reports: files of true size and type, under good names, that go on."""

import json
import re
import subprocess
from collections import Counter
from copy import deepcopy
from pathlib import Path
from typing import Any, Final

import docx
import pikepdf
import pytest
from lxml import etree

from sitegen.kinds.motions.models import Status, Type
from tests.pages import read_pages
from tests.papers import PAPER, make
from tests.parties import TODAY, run_sitegen, write_party

TYPES: Final = {
    ".pdf": "application/pdf",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
KINDS: Final = ("motions", "letters", "reports")
FORMATS: Final = {"motions": [".pdf", ".docx", ".txt"], "letters": [".pdf", ".docx"], "reports": [".pdf", ".docx"]}
ATOM: Final = "{http://www.w3.org/2005/Atom}"


def _rows(site: Path) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads((site / "data/motions.json").read_text("utf-8"))["rows"]
    return rows


def test_the_sample_has_motions_of_every_status_and_type(built_site: Path) -> None:
    rows = _rows(built_site)
    types = Counter(row["type"] for row in rows)
    assert {row["status"] for row in rows} == set(Status)
    assert set(types) - {None} == set(Type)
    assert len(rows) >= 12
    assert types["amendment"] >= 3
    models = [row["id"] for row in rows if row["status"] == "model" and row["adoptions"]]
    pages = [(built_site / f"motions/{id}/index.html").read_text("utf-8") for id in models]
    assert len([page for page in pages if 'data-blank="' in page and "Open in your mail program" in page]) >= 2
    composites = [row["id"] for row in rows if row["type"] == "composite"]
    assert any('id="option-' in (built_site / f"motions/{id}/index.html").read_text("utf-8") for id in composites)


def test_each_status_leads_to_its_explanation(built_site: Path) -> None:
    reference = read_pages(built_site)["motions/status/index.html"]
    assert {status.value for status in Status} <= set(reference.ids)
    for row in _rows(built_site):
        page = (built_site / f"motions/{row['id']}/index.html").read_text("utf-8")
        assert f'href="../../motions/status/#{row["status"]}"' in page, row["id"]


def test_every_link_to_a_document_says_its_type_and_true_size_and_saves_it_under_a_good_name(built_site: Path) -> None:
    seen = 0
    for page in sorted(file for kind in KINDS for file in built_site.glob(f"{kind}/*/index.html")):
        id, kind = page.parent.name, page.parent.parent.name.removesuffix("s")
        for file in sorted(one for one in page.parent.iterdir() if one.stem == id):
            found = re.search(rf'<a href="[^"]*/{re.escape(file.name)}" download="([^"]+)"[^>]*>(.*?)</a>', _text(page))
            assert found, file
            seen += 1
            assert found[1] == f"{id}-{kind}-exampleton-labour{file.suffix}"
            words = {".pdf": "PDF", ".docx": "Word", ".txt": "plain text"}[file.suffix]
            assert f"{words}, {max(1, round(file.stat().st_size / 1000)):,} kB" in re.sub("<[^>]+>", "", found[0])
    assert seen > 60


def _text(page: Path) -> str:
    return " ".join(page.read_text("utf-8").split())


@pytest.mark.parametrize("kind", KINDS)
def test_enclosures_have_the_true_type_and_length(kind: str, built_site: Path) -> None:
    """RSS has room for one, the PDF; Atom and JSON Feed have all."""
    rss = etree.parse(str(built_site / kind / "feed.xml"))
    one_each = [[dict(found.attrib) for found in item.findall("enclosure")] for item in rss.iter("item")]
    atom = etree.parse(str(built_site / kind / "atom.xml"))
    all_in_atom = [
        [
            {"url": str(link.get("href")), "type": str(link.get("type")), "length": str(link.get("length"))}
            for link in item.findall(f"{ATOM}link[@rel='enclosure']")
        ]
        for item in atom.iter(f"{ATOM}entry")
    ]
    items = json.loads((built_site / kind / "feed.json").read_text("utf-8"))["items"]
    all_in_json = [
        [
            {"url": one["url"], "type": one["mime_type"], "length": str(one["size_in_bytes"])}
            for one in item.get("attachments", ())
        ]
        for item in items
    ]
    assert len(one_each) > 1
    for enclosures in one_each:
        assert [Path(one["url"]).suffix for one in enclosures] == [".pdf"]
    for enclosures in (*all_in_atom, *all_in_json):
        endings = [Path(one["url"]).suffix for one in enclosures]
        assert [one for one in endings if one in (".pdf", ".docx", ".txt")] == FORMATS[kind]
    for enclosure in [one for enclosures in (*one_each, *all_in_atom, *all_in_json) for one in enclosures]:
        file = built_site / enclosure["url"].removeprefix("https://exampleton.example.org/")
        assert str(file.stat().st_size) == enclosure["length"], enclosure["url"]
        assert TYPES.get(file.suffix, enclosure["type"]) == enclosure["type"]


def test_pdf_files_hold_the_fonts_of_the_package_and_no_others(built_site: Path) -> None:
    carried = ("Besley", "NotoSans", "LibertinusSerif", "DejaVuSansMono", "NewCMMath")
    for file in sorted(built_site.glob("motions/*/*.pdf")):
        with pikepdf.open(file) as opened:
            fonts = [one for one in opened.objects if isinstance(one, pikepdf.Dictionary) and "/FontName" in one]
            assert fonts
            for font in fonts:
                assert str(font.FontName).partition("+")[2].startswith(carried), (file, font.FontName)
                assert any(name in font for name in ("/FontFile", "/FontFile2", "/FontFile3")), file


def test_a_long_motion_has_bookmarks(tmp_path: Path) -> None:
    parts = "".join(f"## This CLP {verb}\n\n{'1. word ' * 3}\n\n" for verb in ("notes", "believes", "resolves"))
    text = f"---\ntitle: A later bus\ndate: 2026-02-01\nstatus: draft\n---\n{parts}"
    party = write_party(tmp_path, {"content/motions/bus.md": text})
    assert run_sitegen(party, "build", "--today", TODAY).returncode == 0
    with pikepdf.open(party / "site/motions/bus/bus.pdf") as opened, opened.open_outline() as outline:
        assert [one.title for one in outline.root] == ["This CLP notes", "This CLP believes", "This CLP resolves"]


@pytest.mark.browser
def test_word_goes_on_counting_when_somebody_adds_a_clause(tmp_path: Path) -> None:
    _, word = make(PAPER, folder=tmp_path)
    (tmp_path / "x.docx").write_bytes(word.content)
    document = docx.Document(str(tmp_path / "x.docx"))
    last = next(one for one in document.paragraphs if one.text == "bank holidays")
    first = next(one for one in document.paragraphs if one.text == "That buses stop at nine")
    for above, words in ((last, "a clause below"), (first, "a clause between")):
        added = deepcopy(above._p)
        above._p.addnext(added)
        next(one for one in document.paragraphs if one._p is added).runs[0].text = words
    document.save(str(tmp_path / "y.docx"))
    home = f"-env:UserInstallation=file://{tmp_path}/home"
    command = ["soffice", home, "--headless", "--convert-to", "txt:Text", "--outdir", str(tmp_path), "y.docx"]
    subprocess.run(command, cwd=tmp_path, capture_output=True, check=True, timeout=300)
    lines = [line.strip() for line in (tmp_path / "y.txt").read_text(encoding="utf-8-sig").splitlines()]
    for line in ("1. That buses stop at nine", "2. a clause between", "a) on Sundays", "ii) a clause below"):
        assert line in lines
    assert "3. That [name of your CLP] says so" in lines
