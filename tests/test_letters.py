"""Open letters: demands that have names, and nobody shown who did not agree, in anything that is made."""

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import docx
import pytest
from docx.oxml.ns import qn

from sitegen.clauses import clauses_of, read_demands
from sitegen.markdown import plain_text, read_body
from sitegen.signing import Signatory, SignatoryType, shown_signatories
from tests.parties import SMALLEST, TODAY, read_tree, run_sitegen, write_party

LETTER: Final = """---
title: A stove for the hall
date: 2026-02-28
tags: [hall]
addressees: {role: The trustees}
sign_link: https://sign.example.org/stove
opens: 2026-03-01
closes: 2026-03-20
---
Dear trustees,

1. mend the stove:
   a) by six,
   b) or at once;
2. shut the door.

Yours
"""
ROWS: Final = """name,role,type,consent_public,withdrawn_on
Quillon Fennimore,Baker,person,yes,
Delphine Oddwater,Potter,person,no,
Ruth Tansywick,Tailor,person,yes,2026-03-01
The Tuesday Choir,,organisation,yes,
,,person,no,
"""
PRIVATE: Final = f"{SMALLEST['data/party.yml']}repository: private\n"
FILES: Final = {"content/letters/stove.md": LETTER, "data/signatories/stove.csv": ROWS}


def test_the_first_numbered_list_is_counted_and_named_by_depth() -> None:
    body, _ = read_body(LETTER.partition("---\nDear")[2], "letter.md", has_letters=True)
    text = read_demands(body)
    clauses = [inner for one in text.demands for inner in (one, *clauses_of(one))]
    assert [(one.name, one.label) for one in clauses] == [
        ("demand.1", "1."), ("demand.1.a", "a)"), ("demand.1.b", "b)"), ("demand.2", "2."),
    ]  # fmt: skip
    assert plain_text(text.after).strip() == "Yours"


def test_a_letter_without_a_list_has_no_demands() -> None:
    body, _ = read_body("Please.\n\n- one\n", "letter.md")
    text = read_demands(body)
    assert text.demands == ()
    assert text.before.pieces == body.pieces


def _row(name: str, type: SignatoryType = SignatoryType.PERSON) -> Signatory:
    return Signatory(name=name, type=type, consent_public="yes")


def test_organisations_stand_first_and_people_by_their_last_names() -> None:
    group = SignatoryType.ORGANISATION
    rows = (_row("Zebedee Ashby"), _row("The Choir", group), _row("Ann Ŵyn"), _row("Bowls", group), _row("Ida ashe"))
    assert [one.name for one in shown_signatories(rows)] == [
        "Bowls",
        "The Choir",
        "Zebedee Ashby",
        "Ida ashe",
        "Ann Ŵyn",
    ]
    assert shown_signatories(rows).words == "2 organisations and 3 people"


def _texts(site: Path) -> Iterator[tuple[str, str]]:
    """Everything that was made, as text: archives opened, streams of PDF files drawn out."""
    for path, content in read_tree(site).items():
        if path.endswith(".docx"):
            with zipfile.ZipFile(io.BytesIO(content)) as archive:
                yield from (
                    (f"{path}:{name}", archive.read(name).decode("utf-8", "replace")) for name in archive.namelist()
                )
        else:
            yield path, content.decode("utf-8", "replace")


@pytest.fixture(scope="module")
def private_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site whose sources nobody else can read, with names of some who did not agree."""
    party = write_party(tmp_path_factory.mktemp("private"), {**FILES, "data/party.yml": PRIVATE})
    built = run_sitegen(party, "build", "--today", TODAY)
    assert built.returncode == 0, built.stdout + built.stderr
    assert "Delphine" not in built.stdout + built.stderr
    return party / "site"


@pytest.mark.slow
def test_nobody_without_consent_and_nobody_who_withdrew_is_in_anything_that_is_made(private_site: Path) -> None:
    texts = dict(_texts(private_site))
    assert [path for path, text in texts.items() if re.search("Delphine|Oddwater|Potter|Tansywick|Tailor", text)] == []
    named = {path for path, text in texts.items() if "Fennimore" in text}
    assert named == {"letters/stove/index.html", "letters/stove/stove.docx:word/document.xml"}


@pytest.mark.browser
def test_a_pdf_names_those_who_agreed_and_nobody_else(private_site: Path) -> None:
    import subprocess

    command = ["pdftotext", str(private_site / "letters/stove/stove.pdf"), "-"]
    text = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert "Quillon Fennimore" in text
    assert not re.search("Delphine|Oddwater|Tansywick", text)


@pytest.mark.slow
def test_the_page_counts_all_who_have_not_withdrawn_and_says_how_to_sign(private_site: Path) -> None:
    page = (private_site / "letters/stove/index.html").read_text(encoding="utf-8")
    assert "4 signatures" in page
    assert "1 organisation and 1 person" in page
    assert page.count("https://sign.example.org/stove") == 2
    assert 'id="demand-1-a"' in page
    assert 'download="stove-letter-smallton-labour-party.pdf"' in page


@pytest.mark.slow
def test_feeds_count_and_name_nobody_and_lead_to_the_documents(private_site: Path) -> None:
    for name in ("letters/feed.xml", "letters/atom.xml", "letters/feed.json", "tags/hall/feed.xml"):
        feed = (private_site / name).read_text(encoding="utf-8")
        assert "4 signatures" in feed
        assert "Fennimore" not in feed
        assert "stove.pdf" in feed
        assert ("stove.docx" in feed) == (not name.endswith("feed.xml"))


@pytest.mark.slow
def test_word_counts_the_demands(private_site: Path) -> None:
    document = docx.Document(str(private_site / "letters/stove/stove.docx"))
    counted = [one.text for one in document.paragraphs if one._p.pPr is not None and one._p.pPr.numPr is not None]
    columns = [one.get(qn("w:num")) for one in document.element.iter(qn("w:cols"))]
    assert columns == [None, "2", "1", "2", "1"], "organisations and people stand in two columns each"
    assert counted == ["mend the stove:", "by six,", "or at once;", "shut the door."]


@pytest.mark.slow
@pytest.mark.parametrize(("today", "can"), [("2026-02-28", False), ("2026-03-20", True), ("2026-03-21", False)])
def test_the_way_to_sign_is_shown_from_the_first_to_the_last_day(today: str, can: bool, tmp_path: Path) -> None:
    party = write_party(tmp_path, {"content/letters/stove.md": LETTER})
    assert run_sitegen(party, "build", "--today", today).returncode == 0
    page = (party / "site/letters/stove/index.html").read_text(encoding="utf-8")
    assert ("Add your name" in page) == can


@pytest.mark.slow
def test_where_everyone_can_read_the_file_names_without_consent_stop_the_build(tmp_path: Path) -> None:
    party = write_party(tmp_path, FILES)
    checked = run_sitegen(party, "check", "--today", TODAY)
    assert checked.returncode == 1
    assert (
        "data/signatories/stove.csv:3: No consent is given to show this name. Everyone can read this file."
        in checked.stdout
    )
    assert "Empty the name; the row is still counted." in checked.stdout
    assert "data/signatories/stove.csv:4: Somebody who has withdrawn is still named here." in checked.stdout
    assert "Delphine" not in checked.stdout


@pytest.mark.parametrize(
    ("link", "href"),
    [("https://example.org/sign", "https://example.org/sign"), ("pages:sign", "../../sign/"),
     ("mailto:sign@example.org", "mailto:sign@example.org")],
)  # fmt: skip
def test_the_way_to_sign_is_any_link(link: str, href: str, tmp_path: Path) -> None:
    head = "title: A stove\ndate: 2026-03-01\naddressees: {role: The council}\n"
    letter = f"---\n{head}sign_link: {link}\n---\n1. Warm it.\n"
    files = {"content/letters/stove.md": letter, "content/sign.md": "---\ntitle: Sign\n---\nHere you sign.\n"}
    party = write_party(tmp_path, files)
    built = run_sitegen(party, "build", "--today", TODAY)
    assert built.returncode == 0, built.stdout
    assert f'href="{href}">Add your name</a>' in (party / "site/letters/stove/index.html").read_text("utf-8")
