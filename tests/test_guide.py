"""The guide is true: it builds, and every example and command in it works as the page says."""

import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from html import unescape
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Browser

from sitegen.catalogue import CATALOGUE
from sitegen.explanations import read_explanation
from sitegen.kind import Kind
from sitegen.kinds import KINDS
from tests import ROOT
from tests.browser.checkers import find_barriers
from tests.browser.modes import MODES, Mode, open_page, sideways_scroll
from tests.browser.serving import serve
from tests.guide import GUIDE, Example, guide_pages, read_examples
from tests.pages import find_broken_links
from tests.parties import TODAY, run_sitegen
from tools.field_table import walk_fields
from tools.guide import name_files
from tools.guide_pictures import FOLDER, SHOTS

PAGES: Final = [page for page in guide_pages() if any(one.deed != "show" for one in read_examples(page))]
NAMES: Final = [str(page.relative_to(GUIDE / "content")) for page in PAGES]
FLAGS: Final = (
    *("--name", "Exampleton Labour Party"),
    *("--contact", "secretary@exampleton.example.org"),
    *("--promoter-name", "Rosalind Achterby"),
    *("--promoter-address", "14 Mill Lane, Exampleton, ZZ1 1ZZ"),
)

MOST_BYTES: Final = 45_000
"""What a picture of the guide may weigh: some of its readers pay for every megabyte."""


@pytest.fixture(scope="module")
def new_party(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What `sitegen new` makes; only copy it."""
    folder = tmp_path_factory.mktemp("guide")
    done = run_sitegen(folder, "new", "exampleton", *FLAGS, "--today", TODAY)
    assert done.returncode == 0, done.stderr
    return folder / "exampleton"


@pytest.fixture(scope="module")
def built_guide(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The guide as `make guide` builds it, where no warning may pass; only read it."""
    folder = tmp_path_factory.mktemp("built") / "guide"
    command = [sys.executable, "-m", "tools.guide", str(folder), "--strict", "--today", TODAY]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


@pytest.mark.slow
def test_the_guide_has_a_page_for_every_task_every_code_and_every_kind(built_guide: Path) -> None:
    written = [page.relative_to(GUIDE / "content").with_suffix("") for page in guide_pages()]
    tasks = {str(page.parent if page.name == "index" else page) for page in written}
    codes = {f"errors/{code.lower()}" for code in CATALOGUE}
    kinds = {f"fields/{kind.name}" for kind in KINDS}
    pages = {str(page.parent.relative_to(built_guide)) for page in built_guide.rglob("index.html")}
    assert sorted((tasks | codes | kinds) - pages) == []


@pytest.mark.slow
def test_every_link_and_fragment_of_the_guide_resolves(built_guide: Path) -> None:
    assert list(find_broken_links(built_guide, "https://guide.example.org/")) == []


@pytest.mark.slow
def test_the_menu_of_the_guide_leads_to_every_reader_and_to_the_law(built_guide: Path) -> None:
    text = (built_guide / "index.html").read_text(encoding="utf-8")
    menu = text[text.index("<nav") : text.index("</nav>")]
    for page in ("officer", "secretary", "campaign", "developer", "law"):
        assert f'href="{page}/"' in menu, page


@pytest.mark.slow
def test_decisions_keep_their_numbers_in_the_guide(built_guide: Path) -> None:
    text = (built_guide / "developer/decisions/index.html").read_text(encoding="utf-8")
    for file in sorted((ROOT / "docs/decisions").glob("0*.md")):
        assert f"{int(file.name[:4])} · " in text, file.name
    assert "<ol" not in text[text.index("<main") : text.index("</main>")]


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_the_guide_names_and_explains_every_field_of_a_kind(built_guide: Path, kind: Kind) -> None:
    table = (built_guide / "fields" / kind.name / "index.html").read_text(encoding="utf-8")
    words = unescape(re.sub(r"<[^>]*>", "", table))
    for name, info in walk_fields(kind.model):
        assert re.search(rf"(?m)^\s*{re.escape(name)}\s*$", words), name
        meaning = re.sub(r"[`*]", "", info.description or "")
        assert " ".join(meaning.split()) in " ".join(words.split()), name


@pytest.mark.slow
def test_the_page_of_a_code_says_what_the_command_says(built_guide: Path) -> None:
    for code in ("E104", "W804", "E962", "N830"):
        one = read_explanation(code)
        html = (built_guide / "errors" / code.lower() / "index.html").read_text(encoding="utf-8")
        words = " ".join(unescape(re.sub(r"<[^>]*>", "", html)).split())
        for part in (f"{code}: {one.title}", one.why, *(file.text for file in (*one.wrong, *one.right))):
            assert " ".join(part.split()) in words, f"{code}: {part}"
        assert all(line.strip() in words for line in one.says.splitlines()), code


@pytest.mark.parametrize("page", PAGES, ids=NAMES)
def test_a_reader_sees_for_which_file_an_example_is(page: Path) -> None:
    shown = name_files(page.read_text(encoding="utf-8"))
    for example in read_examples(page):
        if example.file:
            first = f"```{example.language} "
            blocks = [found.start() for found in re.finditer(re.escape(first), shown)]
            assert any(f"`{example.file}`" in shown[max(0, start - 320) : start] for start in blocks), example.place


def test_every_picture_is_drawn_by_the_command_small_and_shown() -> None:
    drawn = {f"{shot.name}.webp" for shot in SHOTS}
    assert {path.name for path in FOLDER.iterdir()} == drawn
    assert [path.name for path in FOLDER.iterdir() if path.stat().st_size > MOST_BYTES] == []
    text = "".join(page.read_text(encoding="utf-8") for page in guide_pages())
    assert set(re.findall(r"!\[[^\]]{40,}\]\(\.\./pictures/([\w.]+)\)", text)) == drawn


@pytest.mark.browser
@pytest.mark.parametrize(
    "mode", [mode for mode in MODES if mode.name in ("light", "320-dark")], ids=lambda mode: mode.name
)
def test_the_guide_has_no_barrier_and_no_sideways_scroll(browser: Browser, built_guide: Path, mode: Mode) -> None:
    with serve(built_guide) as address:
        for place in ("", "officer/minutes/", "errors/", "errors/e113/", "fields/events/", "developer/rooms/", "law/"):
            with open_page(browser, address + place, mode) as page:
                assert find_barriers(page) == (), place
                assert sideways_scroll(page) == 0, place


@pytest.mark.slow
@pytest.mark.parametrize("page", PAGES, ids=NAMES)
def test_what_a_page_says_is_what_happens(page: Path, new_party: Path, tmp_path: Path) -> None:
    party = shutil.copytree(new_party, tmp_path / "party")
    examples = read_examples(page)
    for number, example in enumerate(examples):
        if example.deed == "wrong":
            refuse(example, examples[number + 1 :], party, tmp_path / f"wrong-{number}")
        else:
            follow(example, party)
    done = run_sitegen(party, "build", "--strict", "--today", TODAY)
    assert done.returncode == 0, f"{page.name}: {done.stderr}"


def follow(example: Example, party: Path) -> None:
    """Do what a reader would do."""
    file = party / example.file
    if example.deed in ("write", "pasted"):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(example.text, encoding="utf-8")
    elif example.deed == "add":
        with file.open("a", encoding="utf-8") as end:
            end.write(example.text)
    elif example.deed == "fields":
        file.write_text(set_fields(file.read_text(encoding="utf-8"), example.text), encoding="utf-8")
    elif example.deed == "run":
        for line in example.text.splitlines():
            program, *arguments = shlex.split(line, comments=True) or ["sitegen", "--version"]
            assert program == "sitegen", f"{example.place}: {line}"
            done = run_sitegen(party, *arguments)
            assert done.returncode == 0, f"{example.place}: {line}\n{done.stdout}{done.stderr}"


def set_fields(text: str, lines: str) -> str:
    """Front matter with these lines at its end; one-line fields of the same name make room."""
    start, head, body = text.split("---\n", 2)
    names = {line.partition(":")[0] for line in lines.splitlines() if not line.startswith((" ", "-"))}
    kept = [line for line in head.splitlines(keepends=True) if line.partition(":")[0] not in names]
    return f"{start}---\n{''.join(kept)}{lines}---\n{body}"


def refuse(example: Example, later: Sequence[Example], party: Path, copy: Path) -> None:
    """Make the mistake in a copy: the check says what the page says."""
    says = next(one.text for one in later if one.deed == "says")
    shutil.copytree(party, copy)
    (copy / example.file).write_text(example.text, encoding="utf-8")
    done = run_sitegen(copy, "check", "--today", TODAY)
    said = {line.strip() for line in (done.stdout + done.stderr).splitlines()}
    missing = [line for line in says.splitlines() if line.strip() not in said]
    assert not missing, f"{example.place}: {done.stdout}{done.stderr}"


@pytest.mark.parametrize(
    ("block", "words"),
    [
        ("```yaml\nposts: []\n```\n", "say which file"),
        ("```text\nnever closed\n", "not closed"),
    ],
)
def test_a_block_that_nobody_would_try_is_found(block: str, words: str, tmp_path: Path) -> None:
    (tmp_path / "page.md").write_text(block, encoding="utf-8")
    with pytest.raises(ValueError, match=words):
        read_examples(tmp_path / "page.md")


def test_a_mistake_in_an_example_is_found(new_party: Path, tmp_path: Path) -> None:
    page = GUIDE / "content/officer/when-something-is-wrong.md"
    wrong, says, *_ = read_examples(page)
    untrue = replace(says, text="data/officers.yml:4: All is well.\n")
    with pytest.raises(AssertionError, match="All is well"):
        refuse(wrong, [untrue], new_party, tmp_path / "copy")
