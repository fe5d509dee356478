"""`sitegen import motion`: parts and clauses are recognised, numbers kept, doubts told, nothing overwritten."""

from pathlib import Path

import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from sitegen.clauses import clauses_of, read_wording
from sitegen.markdown import plain_text, read_body
from sitegen.source import read_markdown
from sitegen.word_files import NoWordFile, read_word
from tests.parties import run_sitegen, write_party
from tests.word_motions import add_numbered, make_document, saved

PLAIN = """A later bus

Submitted by: Riverside branch
Moved by Jo Example

This CLP notes:

1. that the last bus leaves at ten to eight, before
   the late shift ends;
2. that there are
   (a) no lamps,
   (b) no pavement
       i. beyond the bridge
       ii. nor before it;
3. that it rains.

This CLP resolves to write to [name of the council].
"""


@pytest.fixture
def party(tmp_path: Path) -> Path:
    """The smallest party that builds."""
    return write_party(tmp_path / "party")


def hand_in(party: Path, name: str, content: str | bytes) -> Path:
    """A file beside the party's folder, as somebody saved it from an e-mail."""
    file = party.parent / name
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return file


def clauses_in(party: Path, id: str) -> list[tuple[str, str, str]]:
    """Name, mark and words of the clauses in a motion's file."""
    file = party / "content" / "motions" / f"{id}.md"
    document, _ = read_markdown(file.read_text("utf-8"), file.name)
    body, problems = read_body(document.body, file.name, has_letters=True)
    assert problems == ()
    wording = read_wording(body, is_counted=False)
    return [(one.name, one.label, plain_text(one.text)) for one in clauses_of(wording)]


def test_a_plain_text_becomes_parts_and_nested_clauses(party: Path) -> None:
    said = run_sitegen(party, "import", "motion", str(hand_in(party, "mail.txt", PLAIN)), "--today", "2026-03-10")
    assert said.returncode == 0, said.stderr
    assert clauses_in(party, "a-later-bus") == [
        ("notes.1", "1.", "that the last bus leaves at ten to eight, before the late shift ends;"),
        ("notes.2", "2.", "that there are"),
        ("notes.2.a", "(a)", "no lamps,"),
        ("notes.2.b", "(b)", "no pavement"),
        ("notes.2.b.i", "i)", "beyond the bridge"),
        ("notes.2.b.ii", "ii)", "nor before it;"),
        ("notes.3", "3.", "that it rains."),
        ("resolves.1", "", "to write to [name of the council]."),
    ]
    text = (party / "content/motions/a-later-bus.md").read_text("utf-8")
    assert "\nmover: Jo Example\n" in text
    assert "\nsubmitted_by: {name: Riverside branch}\n" in text
    assert run_sitegen(party, "check", "--today", "2026-03-10").returncode == 0


def test_it_says_what_it_was_unsure_of(party: Path) -> None:
    said = run_sitegen(party, "import", "motion", str(hand_in(party, "mail.txt", PLAIN))).stdout
    assert "Please look: line 6: 'This CLP notes:' was taken for a heading." in said
    assert "'[name of the council]' may be a blank to fill in" in said
    assert "Its status is 'draft': write how it stands." in said
    bare = run_sitegen(party, "import", "motion", str(hand_in(party, "bare.txt", "To mend the bench, soon."))).stdout
    assert "no title was found; it is 'Bare' now." in bare
    assert "no part was recognised" in bare


def test_words_numbering_is_read_from_its_definitions(party: Path) -> None:
    document = make_document()
    document.add_heading("Fair pay", 0)
    document.add_heading("This meeting notes", 2)
    for text, level in (("one", 0), ("two", 0), ("first of two", 1), ("deep", 2), ("second of two", 1), ("three", 0)):
        add_numbered(document, text, level)
    document.add_paragraph("This meeting resolves").runs[0].bold = True
    document.add_paragraph("a bullet", style="List Bullet")
    document.add_paragraph("a deeper bullet", style="List Bullet 2")
    said = run_sitegen(party, "import", "motion", str(hand_in(party, "fair.docx", saved(document))))
    assert said.returncode == 0, said.stderr
    assert clauses_in(party, "fair-pay") == [
        ("notes.1", "1.", "one"),
        ("notes.2", "2.", "two"),
        ("notes.2.a", "a)", "first of two"),
        ("notes.2.a.i", "(i)", "deep"),
        ("notes.2.b", "b)", "second of two"),
        ("notes.3", "3.", "three"),
        ("resolves.1", "•", "a bullet"),
        ("resolves.1.a", "•", "a deeper bullet"),
    ]


def test_nothing_in_a_word_file_is_dropped_in_silence(party: Path) -> None:
    document = make_document()
    document.add_paragraph("Fair pay")
    changed = document.add_paragraph("that pay is ")._p
    inserted = OxmlElement("w:ins")
    inserted.append(document.add_paragraph("fair")._p.r_lst[0])
    changed.append(inserted)
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "route", "7 | 8"
    said = run_sitegen(party, "import", "motion", str(hand_in(party, "x.docx", saved(document)))).stdout
    assert "It holds tracked changes; they were taken as accepted." in said
    assert "is a table; it stands by itself and has no number." in said
    text = (party / "content/motions/fair-pay.md").read_text("utf-8")
    assert "that pay is fair" in text
    assert "| route | 7 \\| 8 |" in text


def test_bold_italics_and_links_of_word_stay_as_markdown(party: Path) -> None:
    document = make_document()
    document.add_paragraph("Fair pay")
    clause = add_numbered(document, "1_000 ", 0)
    clause.add_run("drivers ").bold = True
    clause.add_run("and").italic = True
    clause.add_run(" *no* more")
    typed = document.add_paragraph("2. ")
    typed.add_run("typed").bold = True
    target = document.part.relate_to("https://example.org/a_(b)", RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), target)
    link.append(typed.add_run("the report")._r)
    typed._p.append(link)
    typed.add_run(" gone").font.strike = True
    table = document.add_table(1, 1)
    table.cell(0, 0).paragraphs[0].add_run("7").bold = True
    said = run_sitegen(party, "import", "motion", str(hand_in(party, "x.docx", saved(document)))).stdout
    text = (party / "content/motions/fair-pay.md").read_text("utf-8")
    assert "1. 1\\_000 **drivers** *and* \\*no\\* more\n" in text
    assert "2. **typed**[the report](<https://example.org/a_(b)>) ~~gone~~\n" in text
    assert "bold, italics and links in a table were left out" in said
    assert run_sitegen(party, "check", "--today", "2026-03-10").returncode == 0


def test_what_markdown_has_no_sign_for_and_links_in_headings_are_said(party: Path) -> None:
    document = make_document()
    document.add_paragraph("Fair pay")
    document.add_paragraph("that pay is ").add_run("fair").underline = True
    heading = document.add_heading("This branch notes", 2)
    target = document.part.relate_to("https://example.org/notes", RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), target)
    link.append(heading.add_run(" this")._r)
    heading._p.append(link)
    said = run_sitegen(party, "import", "motion", str(hand_in(party, "x.docx", saved(document)))).stdout
    assert "Underlined words are plain now." in said
    assert "the link to https://example.org/notes was left out." in said


def test_markdown_keeps_its_marks_and_its_title(party: Path) -> None:
    text = "---\ntitle: Old\nstatus: carried\n---\n## We resolve\n\n- **bold** [x](https://e.org/)\n  – dash\n"
    said = run_sitegen(party, "import", "motion", str(hand_in(party, "m.md", text)), "--id", "new-one")
    assert said.returncode == 0, said.stderr
    written = (party / "content/motions/new-one.md").read_text("utf-8")
    assert "title: Old\n" in written
    assert "- **bold** [x](https://e.org/)\n  – dash" in written


def test_a_file_that_is_there_is_never_touched_and_a_dry_run_writes_nothing(party: Path) -> None:
    file = str(hand_in(party, "mail.txt", PLAIN))
    assert "nothing was written" in run_sitegen(party, "import", "motion", file, "--dry-run").stdout
    assert not (party / "content/motions").exists()
    assert run_sitegen(party, "import", "motion", file).returncode == 0
    before = (party / "content/motions/a-later-bus.md").read_bytes()
    again = run_sitegen(party, "import", "motion", file)
    assert again.returncode != 0
    assert "is there already, and is not touched" in again.stderr
    assert (party / "content/motions/a-later-bus.md").read_bytes() == before


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("broken.docx", b"PK\x03\x04nonsense", "cannot be read as a Word file"),
        ("old.doc", b"\xd0\xcf\x11\xe0", "an older Word"),
        ("empty.txt", b"\n \n", "There are no words"),
    ],
)
def test_what_is_no_motion_is_refused_in_a_sentence(party: Path, name: str, content: bytes, words: str) -> None:
    said = run_sitegen(party, "import", "motion", str(hand_in(party, name, content)))
    assert said.returncode != 0
    assert words in said.stderr
    assert "Traceback" not in said.stderr


def test_a_file_of_word_that_cannot_be_read_is_told_apart() -> None:
    with pytest.raises(NoWordFile):
        read_word(b"PK\x03\x04")
