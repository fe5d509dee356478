"""The command as editors and workflows meet it: exit status, formats, and words."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sitegen.cli import main
from tests.parties import SMALLEST, TODAY, write_party

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
        "Why, and what is right: sitegen explain E202 E210 E302 W804",
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


@pytest.fixture
def on_github(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What GitHub Actions sets for each step; the file in which it looks for a summary of the run."""
    summary = tmp_path / "summary.md"
    monkeypatch.setenv("GITHUB_SERVER_URL", "https://github.example.org")
    monkeypatch.setenv("GITHUB_REPOSITORY", "smallton/site")
    monkeypatch.setenv("GITHUB_RUN_ID", "42")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    return summary


def annotations(party: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the check prints for GitHub, one annotation a line."""
    return check(party, monkeypatch, "--format", "github").output.splitlines()


def test_github_gets_one_annotation_for_each_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    lines = annotations(write_party(tmp_path, BROKEN), monkeypatch)
    assert lines[0] == (
        "::error file=content/news/fair.md,line=3,col=1,title=E210::'31/03/2026' is not a date.%0AWrite 2026-03-31."
        "%0AWhy, and what is right: sitegen explain E210"
    )
    assert lines[3].startswith("::warning file=content/news/fair.md,line=6,")
    assert len(lines) == 4


def test_an_annotation_on_github_leads_to_the_run_which_explains_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, on_github: Path
) -> None:
    lines = annotations(write_party(tmp_path / "party", BROKEN), monkeypatch)
    assert {line.rpartition(": ")[2] for line in lines} == {"https://github.example.org/smallton/site/actions/runs/42"}
    summary = on_github.read_text(encoding="utf-8")
    assert re.findall(r"^## (\w+): ", summary, re.MULTILINE) == ["E202", "E210", "E302", "W804"]
    assert "- `content/news/fair.md`, line 3: `'31/03/2026' is not a date. Write 2026-03-31.`\n" in summary
    assert "**Right:** `content/news/spring-fair.md`" in summary


def test_an_annotation_leads_to_the_guide_where_the_party_names_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, on_github: Path
) -> None:
    settings = SMALLEST["mkdocs.yml"].replace("[sitegen]", "[sitegen: {guide: 'https://example.org/guide/'}]")
    lines = annotations(write_party(tmp_path / "party", {**BROKEN, "mkdocs.yml": settings}), monkeypatch)
    assert lines[0].endswith("Why, and what is right: https://example.org/guide/errors/e210/")
    assert "## E210: " in on_github.read_text(encoding="utf-8")


def test_nothing_wrong_needs_no_summary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, on_github: Path) -> None:
    assert annotations(write_party(tmp_path / "party"), monkeypatch) == []
    assert not on_github.exists()


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
