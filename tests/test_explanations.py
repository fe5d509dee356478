"""Every code is explained: the wrong example is told with that code and no other, the right one is not."""

import json
import re
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Final

import click
import pytest
from click.testing import CliRunner

from sitegen.building import BuildFailed, read_content
from sitegen.catalogue import CATALOGUE
from sitegen.cli import main
from sitegen.cli.printing import problem_words
from sitegen.explanations import ROOM, SUBJECTS, ExampleFile, explain_in_markdown, explained_codes, read_explanation
from sitegen.problems import Problem, Severity
from tests.bad_input.cases import CaseFile, lay_base, lay_files
from tests.conftest import Golden
from tests.parties import TODAY

DESCRIBED: Final = {
    "E119": "a link of the file system",
    "E120": "a link of the file system",
    "E121": "a name that cannot be written down",
    "E405": "no source holds the number, the made page does",
    "E536": "a page has to be made",
    "E539": "a page has to be made",
    "N307": "every kind of the content model is made",
    "N311": "every kind of the content model is made",
    "N840": "it takes a dozen files",
    "W811": "its line is longer than a page is wide",
    "W803": "it takes two dozen paragraphs",
    "W985": "it takes 60 kB of text",
}
"""Codes whose examples are described in words, and why they cannot be small files."""
ALSO: Final = {"E987": {"E302"}}
"""Codes that stand beside another: nothing lies at an old address, so a link to it leads nowhere either."""
MADE_OF_FILES: Final = tuple(code for code in explained_codes() if code not in DESCRIBED)
LONGEST: Final = 30
"""Lines of an example that a reader can take in beside the other."""


def lay(files: Iterable[ExampleFile], folder: Path) -> None:
    """Lay the files of an example over a party."""
    lay_files([CaseFile(one.path, *_plain(one)) for one in files], folder)


def _plain(one: ExampleFile) -> tuple[str, str]:
    if one.form == "figures":  # what looks like a membership number stands in no file of ours
        return re.sub(r"#+", lambda found: "1234567"[: len(found[0])], one.text.removesuffix("\n")), "utf-8"
    return one.text.removesuffix("\n"), one.form


def check(party: Path) -> tuple[Problem, ...]:
    """All problems in a party's folder."""
    try:
        return read_content(str(party / "mkdocs.yml"), date.fromisoformat(TODAY))[1]
    except BuildFailed as failed:
        return failed.problems


def mistakes(problems: Iterable[Problem], code: str) -> set[str]:
    """The codes that were told, but for other notes: those say what comes with time, not what is wrong."""
    return {one.code for one in problems if one.severity is not Severity.NOTE or one.code == code}


def with_says(text: str, said: str) -> str:
    """The text of an explanation with what the command says, above the right example."""
    bare = re.sub(r"^=== says\n.*?(?=^=== )", "", text, flags=re.MULTILINE | re.DOTALL)
    head, right, rest = bare.partition("=== right")
    return f"{head}=== says\n{said}{right}{rest}"


def test_no_explanation_is_left_over() -> None:
    assert sorted(set(explained_codes()) - set(CATALOGUE)) == []


@pytest.mark.parametrize("code", MADE_OF_FILES)
def test_the_wrong_example_is_told_with_its_code_alone(code: str, tmp_path: Path, golden: Golden) -> None:
    one = read_explanation(code)
    party = lay_base(tmp_path / "party")
    lay((*one.given, *one.wrong), party)
    problems = check(party)
    assert mistakes(problems, code) - ALSO.get(code, set()) == {code}
    file = ROOM / f"{code}.txt"
    told = [problem for problem in problems if problem.code == code]
    golden(file, with_says(file.read_text(encoding="utf-8"), problem_words(told)))


@pytest.mark.parametrize("code", MADE_OF_FILES)
def test_the_right_example_has_no_problem_at_all(code: str, tmp_path: Path) -> None:
    one = read_explanation(code)
    party = lay_base(tmp_path / "party")
    lay((*one.given, *one.wrong), party)
    lay(one.right, party)
    assert mistakes(check(party), code) == set()


@pytest.mark.parametrize("code", explained_codes())
def test_an_explanation_is_whole_and_short(code: str) -> None:
    one = read_explanation(code)
    assert re.fullmatch(r"[A-Z“#'].{8,75}[^.]", one.title), "A title is one line without a full stop."
    assert one.why.endswith("."), "Why it matters, in whole sentences."
    assert 6 <= len(one.why.split()) <= 60, "One to three sentences."
    if code in DESCRIBED:
        assert one.wrong_words
        assert one.right_words
        assert (one.wrong, one.right) == ((), ())
    else:
        assert one.wrong
        assert one.right
        assert max(example.text.count("\n") for example in (*one.given, *one.wrong, *one.right)) <= LONGEST


def run(*arguments: str) -> tuple[int, str]:
    """The exit status of `sitegen explain`, and what it says."""
    done = CliRunner().invoke(main, ["explain", *arguments], prog_name="sitegen")
    return done.exit_code, done.output


def test_the_command_prints_an_explanation_whole() -> None:
    one = read_explanation("E104")
    status, said = run("e104")
    assert status == 0
    assert said.startswith("E104: A line cannot be read\n\n")
    assert " ".join(one.why.split()) in " ".join(said.split())
    for file in (*one.wrong, *one.right):
        assert "".join(f"    {line}\n" for line in file.text.splitlines()) in said
    assert [heading for heading in ("Wrong: ", "What sitegen check says:", "Right: ") if heading not in said] == []
    assert max(len(line) for line in said.splitlines() if not line.startswith(" ")) <= 80


def test_the_command_explains_several_codes() -> None:
    assert re.findall(r"^([EWN]\d{3}): ", run("E104", "W804")[1], re.MULTILINE) == ["E104", "W804"]


def test_programs_get_the_same_explanations() -> None:
    told = json.loads(CliRunner().invoke(main, ["explain", "E104", "--format", "json"]).stdout)
    assert [(one["code"], one["title"]) for one in told] == [("E104", read_explanation("E104").title)]
    assert told[0]["wrong"][0]["text"]
    every = json.loads(CliRunner().invoke(main, ["explain", "--format", "json"]).stdout)
    assert [one["code"] for one in every] == list(explained_codes())


def test_the_command_lists_every_code_below_its_subject() -> None:
    status, said = run()
    assert status == 0
    assert re.findall(r"^  ([EWN]\d{3})  ", said, re.MULTILINE) == list(explained_codes())
    assert [subject for subject in SUBJECTS.values() if f"\n{subject}\n" not in f"\n{said}"] == []


@pytest.mark.parametrize(
    ("written", "advice"),
    [("W104", "Did you mean E104?"), ("e410", "Did you mean E104 or E401?"), ("9", "To see all of them: sitegen")],
)
def test_an_unknown_code_gets_one_calm_sentence(written: str, advice: str) -> None:
    status, said = run(written)
    assert status == 2
    assert f"There is no code '{written}'. {advice}" in said


def test_the_codes_are_completed_in_a_shell() -> None:
    parameter = main.commands["explain"].params[0]
    context = click.Context(main.commands["explain"])
    assert [item.value for item in parameter.shell_complete(context, "e10")] == [f"E10{n}" for n in range(1, 10)]


def test_an_explanation_in_markdown_holds_its_files_and_no_number() -> None:
    text = explain_in_markdown(read_explanation("E401"))
    assert "**Wrong:** `content/news/spring-fair.md` (each # stands for a figure)" in text
    assert "A####### are at the door." in text
    assert "~~~~ markdown\n---\ntitle: The fair\n" in text


def test_a_title_names_one_code_alone() -> None:
    titles = [read_explanation(code).title for code in explained_codes()]
    assert sorted(set(titles)) == sorted(titles)
