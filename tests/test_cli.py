"""The command as editors and workflows meet it: exit status, formats, and words."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sitegen.cli import main
from tests.parties import TODAY, write_party

BROKEN = {
    "content/news/fair.md": "---\ntitle: Fair, 100%\ndate: 31/03/2026\nsumary: x\n---\nSee [here](missing.md).\n",
}


def check(party: Path, monkeypatch: pytest.MonkeyPatch, *arguments: str) -> Result:
    """`sitegen check` in a party's folder."""
    monkeypatch.chdir(party)
    return CliRunner().invoke(main, ["check", "--today", TODAY, *arguments])


def test_a_good_party_passes_with_status_0(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    result = check(write_party(tmp_path), monkeypatch)
    assert result.exit_code == 0
    assert result.output == "No problems.\n"


def test_every_problem_is_printed_with_place_and_hint(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    result = check(write_party(tmp_path, BROKEN), monkeypatch)
    assert result.exit_code == 1
    assert result.output.splitlines() == [
        "content/news/fair.md:3: '31/03/2026' is not a date.",
        "    Write 2026-03-31.",
        "content/news/fair.md:4: 'sumary' is not a field here.",
        "    Did you mean 'summary'?",
        "content/news/fair.md:6: There is no file 'missing.md'.",
        "    Write the path from this file, such as ../news/spring-fair.md.",
        "content/news/fair.md:6: warning: The link says only 'here'.",
        "    Say where it leads, so that it makes sense when read aloud.",
        "3 errors and 1 warning.",
    ]


def test_warnings_pass_but_for_strict(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    party = write_party(tmp_path, {"content/news/fair.md": "---\ntitle: Fair\ndate: 2026-03-01\n---\n# Big\n"})
    assert check(party, monkeypatch).exit_code == 0
    assert check(party, monkeypatch, "--strict").exit_code == 1


def test_json_lists_every_problem_with_all_its_parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    result = check(write_party(tmp_path, BROKEN), monkeypatch, "--format", "json")
    assert result.exit_code == 1
    problems = json.loads(result.output)
    assert problems[0] == {
        "code": "E210",
        "severity": "error",
        "file": "content/news/fair.md",
        "line": 3,
        "column": 1,
        "message": "'31/03/2026' is not a date.",
        "hint": "Write 2026-03-31.",
    }
    assert [problem["code"] for problem in problems] == ["E210", "E202", "E302", "W804"]


def test_github_gets_one_annotation_for_each_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    result = check(write_party(tmp_path, BROKEN), monkeypatch, "--format", "github")
    lines = result.output.splitlines()
    assert lines[0] == (
        "::error file=content/news/fair.md,line=3,col=1,title=E210::'31/03/2026' is not a date.%0AWrite 2026-03-31."
    )
    assert lines[3].startswith("::warning file=content/news/fair.md,line=6,")


@pytest.mark.parametrize(
    "arguments",
    [["--format", "xml"], ["--today", "tomorrow"], ["-f", "nowhere.yml"], ["--colour"]],
    ids=["format", "today", "file", "option"],
)
def test_wrong_use_has_status_2(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str]) -> None:
    result = check(write_party(tmp_path), monkeypatch, *arguments)
    assert result.exit_code == 2
    assert "Traceback" not in result.output


def test_help_names_the_commands() -> None:
    result = CliRunner().invoke(main, ["--help"])
    assert result.exit_code == 0
    assert {"build", "check", "serve"} <= set(result.output.split())


def test_a_party_needs_at_most_twelve_lines_of_settings() -> None:
    from tests import ROOT

    for settings in (ROOT / "mkdocs.yml", ROOT / "examples" / "nec-2020" / "mkdocs.yml"):
        assert len(settings.read_text(encoding="utf-8").splitlines()) <= 12
