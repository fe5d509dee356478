"""Every mistake an editor can make ends in one calm sentence; the cases stand in `bad_input/`."""

import codecs
import os
import random
import re
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import pytest
from click.testing import CliRunner

from sitegen.catalogue import CATALOGUE
from sitegen.cli import main
from sitegen.kind import Settings
from sitegen.kinds import KINDS, PLANNED
from sitegen.privacy import MEMBERSHIP_NUMBER
from sitegen.problems import Problem
from sitegen.register import load_register
from sitegen.site import read_site
from tests.bad_input.cases import BASE, Case, lay_base, lay_over, read_cases
from tests.conftest import Golden
from tests.kind_examples import all_examples
from tests.parties import TODAY, read_tree, run_sitegen

CASES: Final = tuple(read_cases())
UNTOLD: Final[Mapping[str, str]] = {
    "E121": "A file of that name cannot be kept here: test_a_name_that_cannot_be_shown_is_told.",
    "E405": "No source holds the number, the made page does: a test of the whole build.",
    "N307": "Every kind of the content model is made; it is for one to come.",
    "N311": "Every kind of the content model is made; it is for one to come.",
    "E507": "What MkDocs itself finds wrong, in its words.",
    "W985": "It takes 60 kB of text: test_an_issue_that_is_too_long_leads_to_its_page.",
}
"""Codes that no case shows, and why."""

SECONDS: Final = 20.0
"""Processor time after which a text counts as one that hangs the command; a guard, not a measure."""


def run(arguments: tuple[str, ...], folder: Path) -> str:
    """What the command says in a party's folder, after its exit status; a traceback is raised anew."""
    given = [*arguments] if "--today" in arguments else [*arguments, "--today", TODAY]
    done = CliRunner().invoke(main, given, prog_name="sitegen")
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    return f"exit {done.exit_code}\n{done.output}".replace(str(folder), "/party")


def check(folder: Path) -> tuple[Problem, ...]:
    """All problems of a party's content and data."""
    settings = Settings(folder, "Exampleton", "https://exampleton.example.org/", date.fromisoformat(TODAY))
    return read_site(settings, KINDS, PLANNED)[1]


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_a_mistake_is_explained(case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, golden: Golden) -> None:
    party = lay_base(tmp_path / "party")
    lay_over(case, party)
    monkeypatch.chdir(party)
    golden(case.file, case.written(run(case.command, party)))


def test_the_party_under_the_cases_has_no_mistake() -> None:
    assert check(BASE) == ()


def test_every_code_of_the_catalogue_is_told_in_a_case() -> None:
    by_kinds = [(one.folder / "expected.txt").read_text(encoding="utf-8") for one in all_examples(bad=True)]
    said = "\n".join([*(case.expected for case in CASES), *by_kinds])
    untold = {code for code, entry in CATALOGUE.items() if not re.search(_pattern(entry.message), said, re.MULTILINE)}
    assert untold == set(UNTOLD)


def _pattern(message: str) -> str:
    words = re.split(r"\{\w+\}", message.replace("{{", "\0").replace("}}", "\1"))
    plain = ".+".join(re.escape(part.replace("\0", "{").replace("\1", "}")) for part in words)
    return rf"^[^:\n]+:\d+: (?:warning: |note: )?{plain}$"


MACHINE_WORDS: Final = re.compile(
    r"traceback|invalid|exception|NoneType|<class|\bnull\b|\bdict\b|\bstr\b|\btuple\b|\bobject\b|pydantic|Refused|\bTrue\b",
    re.IGNORECASE,
)


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_no_message_sounds_like_a_machine_or_repeats_what_is_private(case: Case) -> None:
    assert MACHINE_WORDS.findall(case.expected) == []
    assert MEMBERSHIP_NUMBER.findall(case.expected) == []
    assert re.findall(r"7700|@mail\.test|Tollgate Yard", case.expected) == []


def test_every_sentence_of_the_catalogue_ends_and_none_blames() -> None:
    for code, entry in CATALOGUE.items():
        for words in (entry.message, entry.hint):
            whole = re.sub(r"\{\w+\}$", "x.", words)
            assert not words or whole.endswith((".", "'.", ":", "?")), code
            assert not re.search(r"\b(?:must not|you (?:have|forgot|failed)|illegal|wrong!|error)\b", words), code


def test_a_name_that_cannot_be_shown_is_told(tmp_path: Path) -> None:
    party = lay_base(tmp_path / "party")
    (party / "content" / "news" / "a\nb.md").write_text("x", encoding="utf-8")
    Path(os.fsdecode(os.fsencode(party / "content") + b"/\xff.txt")).write_text("x", encoding="utf-8")
    assert [(problem.code, problem.place.file) for problem in check(party)] == [
        ("E121", "content/?.txt"),
        ("E121", "content/news/a?b.md"),
    ]


def test_a_name_that_is_too_long_is_told(tmp_path: Path) -> None:
    party = lay_base(tmp_path / "party")
    (party / "content" / "news" / f"{'long-' * 40}story.md").write_text(
        "---\ntitle: A\ndate: x\n---\n", encoding="utf-8"
    )
    assert sorted(problem.code for problem in check(party)) == ["E210", "E710"]


def test_what_is_no_file_is_told_and_not_waited_for(tmp_path: Path) -> None:
    party = lay_base(tmp_path / "party")
    os.mkfifo(party / "content" / "news" / "pipe.md")
    (problem,) = check(party)
    assert str(problem).startswith("content/news/pipe.md:1: This cannot be read: it is no file.")


def test_a_file_without_permission_is_told() -> None:
    with TemporaryDirectory() as folder:  # a folder that others may enter, unlike those of tmp_path
        Path(folder).chmod(0o755)
        party = lay_base(Path(folder) / "party")
        for path in (party / "content" / "locked", party / "data" / "locked"):
            path.mkdir(mode=0)
        (party / "content" / "news" / "locked.md").touch(mode=0)
        with somebody_else():
            told = [problem for problem in check(party) if problem.code == "E120"]
    assert [problem.place.file for problem in told] == ["content/locked", "content/news/locked.md", "data/locked"]
    assert all("you have no permission" in problem.message for problem in told)


@contextmanager
def somebody_else() -> Iterator[None]:
    """Run what stands inside as a user who may do nothing, where the tests run as the one who may do everything."""
    user = os.geteuid()
    codecs.lookup("utf-8-sig")  # read now: somebody else may not even read the folder that Python lies in
    if user == 0:
        os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(user)


TIRING: Final[Mapping[str, tuple[str, str]]] = {
    "brackets": ("data/officers.yml", "posts: " + "[" * 50_000),
    "braces": ("data/officers.yml", "posts: " + "{a: " * 50_000),
    "steps": ("data/officers.yml", "posts:\n" + "".join(f"{' ' * step}-\n" for step in range(1, 1_000))),
    "hashes": ("data/officers.yml", "x_a: b #c\n" * 1_000),
    "lines": ("data/party.yml", "word\n" * 100_000),
    "hyphens": ("content/about.md", "---\n" + "-" * 100_000),
    "spaces": ("content/about.md", " \n" * 100_000 + "---"),
    "letters-before-an-at": ("content/about.md", f"---\ntitle: A\n---\n{'a' * 100_000} @ {'b.' * 50_000}"),
    "streets": ("content/about.md", f"---\ntitle: A\n---\n{'12 Abc, ' * 20_000}\n1AA"),
    "figures": ("content/about.md", f"---\ntitle: A\n---\n{'07 7 ' * 20_000}"),
    "columns": ("data/nominations/committee-2026.csv", f"{'a,' * 20_000}\n{'1,' * 20_000}"),
    "date": ("content/about.md", f"---\ntitle: A\ndate: {'12 ' * 30_000}\n---\n"),
}


@pytest.mark.parametrize("name", TIRING)
def test_no_text_makes_the_command_wait(name: str, tmp_path: Path) -> None:
    party = lay_base(tmp_path / "party")
    file, text = TIRING[name]
    (party / file).write_text(text, encoding="utf-8")
    started = time.process_time()
    check(party)
    assert time.process_time() - started < SECONDS


@pytest.mark.parametrize("last", ["jo-example,Bath,clp,2026-03-01", "jo-example,Bathh,clp,1/3/2026"])
def test_every_one_of_five_thousand_rows_is_checked(last: str, tmp_path: Path) -> None:
    party = lay_base(tmp_path / "party")
    names = [f'"{seat.name}"' for seat in load_register(2024).seats if seat.name != "Bath"][:500]
    rows = [f"cand-{number},{name},clp,2026-02-01" for number in range(10) for name in names]
    for number in range(10):
        text = f"---\nname: Candidate {number}\nposition: chair\n---\n"
        (party / f"content/candidates/committee-2026/cand-{number}.md").write_text(text, encoding="utf-8")
    table = "\n".join(["candidate,nominator,type,date", *rows, last, ""])
    (party / "data/nominations/committee-2026.csv").write_text(table, encoding="utf-8")
    problems = check(party)
    assert [problem.place.line for problem in problems] == ([5002, 5002] if "Bathh" in last else [])


PIECES: Final = (
    *(":", "-", "#", "[", "]", "{", "}", "'", '"', "|", ">", "&a", "*a", "!x", "%", "@", "`", "\t", "\n", "---", "\r"),
    *("\0", "\ufeff", "é", "~", "null", "<<: ", "? ", "- ", "  ", "[](x)", "![](y)", "A1234567", "javascript:x", "../"),
)


def mutated(text: str, chance: random.Random) -> str:
    """The text with a piece put in, a line doubled, or some letters taken out."""
    place = chance.randrange(len(text) + 1)
    match chance.randrange(3):
        case 0:
            return text[:place] + chance.choice(PIECES) + text[place:]
        case 1:
            lines = text.split("\n")
            lines.insert(chance.randrange(len(lines)), chance.choice(lines))
            return "\n".join(lines)
        case _:
            return text[:place] + text[place + chance.randrange(8) :]


@pytest.mark.parametrize("seed", range(4))
def test_no_slip_of_the_hand_ends_in_a_traceback(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)
    party = lay_base(tmp_path / "party")
    files = sorted(path for path in party.rglob("*") if path.suffix in (".md", ".yml", ".csv"))
    texts = {path: path.read_text(encoding="utf-8") for path in files}
    for _ in range(40):
        path = chance.choice(files)
        text = mutated(mutated(texts[path], chance), chance)
        path.write_text(text, encoding="utf-8", newline="")
        assert all(MACHINE_WORDS.search(problem.message) is None for problem in check(party)), text
        path.write_text(texts[path], encoding="utf-8")


FAILED_BUILDS: Final = (
    "configuration/mkdocs-yml-unreadable",
    "configuration/unknown-theme",
    "elections/misspelt-nominator",
    "encodings/utf-16",
    "front-matter/unclosed",
    "links/addresses-that-run-programs",
    "names/page-and-list",
    "party/no-imprint",
    "privacy/membership-numbers",
    "values/british-date",
    "yaml/tab-before-a-field",
)


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The good party with its site, built by the command."""
    party = lay_base(tmp_path_factory.mktemp("published") / "party")
    built = run_sitegen(party, "build", "--today", TODAY)
    assert built.returncode == 0, built.stderr
    return party


@pytest.mark.slow
@pytest.mark.parametrize("name", FAILED_BUILDS)
def test_a_build_with_a_mistake_publishes_nothing_and_loses_nothing(name: str, published: Path) -> None:
    (case,) = (one for one in CASES if one.name == name)
    with laid_over(case, published) as party:
        before = read_tree(party)
        built = run_sitegen(party, "build", "--today", TODAY)
        assert read_tree(party) == before
    assert built.returncode == 1
    told = case.expected.splitlines()[1:-2]
    assert [line for line in told if line not in built.stderr.splitlines()] == []
    *_, last, advice = built.stderr.splitlines()
    assert last.endswith("Nothing was published, and the old site is as it was.")
    assert advice == case.expected.splitlines()[-1]
    assert "Traceback" not in built.stdout + built.stderr


@contextmanager
def laid_over(case: Case, party: Path) -> Iterator[Path]:
    """The party with the files of a case, and as it was again when what stands inside is done."""
    before = {path: path.read_bytes() for path in party.rglob("*") if path.is_file()}
    try:
        lay_over(case, party)
        yield party
    finally:
        for path in [one for one in party.rglob("*") if one.is_file() and one not in before]:
            path.unlink()
        for path, data in before.items():
            path.write_bytes(data)
