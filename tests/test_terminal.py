"""The command on terminals and without one: bars, few letters, keys, completion, and help that teaches."""

import json
import os
import shlex
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import click
import pytest

from sitegen.cli import main
from tests import ROOT
from tests.parties import TODAY, read_tree, run_sitegen, write_party
from tests.terminals import Silent, converse

WORK: Final = """
from sitegen.cli import progress
progress.PATIENCE = {patience}
with progress.telling(quiet={quiet}) as teller:
    teller.say("Making pages …")
    teller.tick(3, 1000)
    if teller.timer.is_alive():
        teller.timer.join({patience} + 30) if {patience} < 1 else None
    teller.tick(4, 1000)
print("Done.")
"""
"""A work that takes as long as a bar needs to come."""


def work(folder: Path, *, patience: float = 0.1, quiet: bool = False, **environment: str) -> str:
    """What is seen of a long work at a terminal."""
    code = WORK.format(patience=patience, quiet=quiet)
    return converse(["-c", code], folder, environment={"CI": "", "PYTHONPATH": str(ROOT), **environment})


def test_long_work_shows_a_bar_that_goes_when_it_is_done(tmp_path: Path) -> None:
    said = work(tmp_path)
    assert "Making pages … 3 of 1,000" in said or "Making pages … 4 of 1,000" in said
    assert said.endswith("Done.\r\n")
    assert "\x1b[2K" in said


@pytest.mark.parametrize(
    "given",
    [{"patience": 60}, {"quiet": True}, {"CI": "true"}, {"TERM": "dumb"}],
    ids=["short work", "quiet", "on a machine", "a terminal that cannot"],
)
def test_no_bar_is_shown_where_none_is_wanted(given: dict[str, Any], tmp_path: Path) -> None:
    assert work(tmp_path, **given) == "Done.\r\n"


def test_a_program_that_waits_for_ever_is_ended(tmp_path: Path) -> None:
    with pytest.raises(Silent, match="Your name"):
        converse(["-c", "input('Your name: ')"], tmp_path, seconds=1)


@pytest.mark.slow
def test_the_tests_of_the_stop_key_run_in_the_background_too(tmp_path: Path) -> None:
    run_one = "-m pytest -q -p no:cacheprovider tests/test_starting.py -k somebody_who_stops"
    done = subprocess.run(
        ["bash", "-c", f"trap '' INT; exec {shlex.quote(sys.executable)} {run_one} --basetemp {tmp_path / 'run'}"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "1 passed" in done.stdout, done.stdout


def test_a_bar_asked_for_without_colour_has_none(tmp_path: Path) -> None:
    assert "\x1b[3" not in work(tmp_path, NO_COLOR="1")


def test_the_library_of_bars_is_loaded_only_for_a_bar(tmp_path: Path) -> None:
    code = "import sys; from sitegen.cli import main; main(['check', '--today', '2026-03-10'], standalone_mode=False)"
    party = write_party(tmp_path)
    done = subprocess.run(
        [sys.executable, "-c", f"{code}; print([one for one in sys.modules if one.startswith('rich')])"],
        cwd=party,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "No problems.\n[]\n"


@pytest.mark.slow
def test_build_says_what_it_is_asked_to_say(tmp_path: Path) -> None:
    party = write_party(tmp_path)
    plain, quiet, verbose = (
        run_sitegen(party, "build", "--today", TODAY, *more) for more in ((), ("--quiet",), ("--verbose",))
    )
    assert len(plain.stdout.splitlines()) == 1
    assert (quiet.stdout, quiet.stderr) == ("", "")
    steps = [line.split(" s  ")[1] for line in verbose.stdout.splitlines()[:-1]]
    assert steps[0] == "Reading content and data …"
    assert any(step.startswith("Making ") and step.endswith(" pages …") for step in steps)


@pytest.mark.slow
def test_build_tells_machines_what_it_made_and_found(tmp_path: Path) -> None:
    party = write_party(tmp_path, {"content/news/fair.md": "---\ntitle: Fair\ndate: 2026-03-01\n---\n# Big\n"})
    told = json.loads(run_sitegen(party, "build", "--today", TODAY, "--format", "json").stdout)
    assert told["folder"] == str(party / "site")
    assert [one["code"] for one in told["problems"]] == ["W801"]
    noted = run_sitegen(party, "build", "--today", TODAY, "--format", "github").stdout
    assert "::warning file=content/news/fair.md,line=5," in noted


def test_quiet_checks_leave_notes_out(tmp_path: Path) -> None:
    party = write_party(tmp_path, {"content/newsletters/a.md": "---\ntitle: A\ndate: 2025-01-01\n---\nA.\n"})
    assert "The last newsletter is dated" in run_sitegen(party, "check", "--today", TODAY).stdout
    assert run_sitegen(party, "check", "--today", TODAY, "--quiet").stdout == ""


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252"])
def test_a_terminal_with_few_letters_is_no_obstacle(encoding: str, tmp_path: Path) -> None:
    party = write_party(tmp_path, {"content/news/fair.md": "---\ntitle: “Tŷ Coch” …\ndate: ★\n---\nA.\n"})
    for command in ("check", "status"):
        program = Path(sys.executable).with_name("sitegen")
        done = subprocess.run(
            [str(program), command, "--today", TODAY],
            cwd=party,
            env={**os.environ, "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"},
            capture_output=True,
            check=False,
        )
        assert done.returncode == 1
        assert b"' is not a date." in done.stdout
        assert b"Traceback" not in done.stderr


def test_a_full_disk_is_told_in_a_sentence(tmp_path: Path) -> None:
    program = Path(sys.executable).with_name("sitegen")
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [str(program), "check", "--today", TODAY],
            cwd=write_party(tmp_path),
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 1
    assert done.stderr == "It cannot be written: no space left on device.\n"


@pytest.mark.slow
def test_a_stopped_build_leaves_the_old_site_and_nothing_beside_it(tmp_path: Path) -> None:
    party = write_party(tmp_path)
    assert run_sitegen(party, "build", "--today", TODAY).returncode == 0
    for number in range(600):
        (party / f"content/news/n{number}.md").write_text(
            f"---\ntitle: News {number}\ndate: 2026-03-01\n---\nNews.\n", encoding="utf-8"
        )
    before = read_tree(party)
    program = Path(sys.executable).with_name("sitegen")
    command = [str(program), "build", "--today", TODAY, "--verbose"]
    with subprocess.Popen(
        command,
        cwd=party,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    ) as running:
        assert running.stdout
        assert any("pages …" in line for line in running.stdout)
        while running.poll() is None and not any(party.glob(".site.new-*/**/*.html")):
            time.sleep(0.01)
        running.send_signal(signal.SIGINT)
        _, said = running.communicate()
    assert running.returncode == 1
    assert said == "Stopped. The old site is as it was.\n"
    assert {path: data for path, data in read_tree(party).items() if not path.startswith(".cache")} == {
        path: data for path, data in before.items() if not path.startswith(".cache")
    }
    assert list(party.glob(".site*")) == []


def commands() -> Iterator[tuple[str, click.Command]]:
    """Every command, by the words that call it."""
    waiting: list[tuple[str, click.Command]] = [("sitegen", main)]
    while waiting:
        name, command = waiting.pop()
        yield name, command
        if isinstance(command, click.Group):
            with click.Context(command) as context:
                for one in command.list_commands(context):
                    found = command.get_command(context, one)
                    assert found is not None
                    waiting.append((f"{name} {one}", found))


@pytest.mark.parametrize(("name", "command"), [pytest.param(*one, id=one[0]) for one in commands()])
def test_the_help_of_every_command_shows_how_it_is_used(
    name: str, command: click.Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "theme").mkdir()
    monkeypatch.chdir(tmp_path)
    first, title, *examples = (command.epilog or "").splitlines()
    assert (first, title) == ("\b", "Examples:")
    assert examples, name
    assert command.help, name
    for line in examples:
        calls(line)


ANSWERING = [name for name, one in commands() if not isinstance(one, click.Group) and name != "sitegen completion"]
"""All commands but the one that prints a program."""


@pytest.mark.parametrize("name", ANSWERING)
def test_every_command_can_answer_programs(name: str) -> None:
    (option,) = (one for one in dict(commands())[name].params if one.name == "form")
    assert isinstance(option.type, click.Choice)
    assert "json" in option.type.choices


def test_every_import_answers_programs_in_the_same_shape() -> None:
    importers = [name for name, _ in commands() if name.startswith("sitegen import ")]
    assert len(importers) >= 3
    for name in importers:
        assert any(one.name == "form" for one in dict(commands())[name].params), name


@pytest.mark.slow
@pytest.mark.parametrize("command", ["check", "build", "newsletter freeze march", "import motion list.txt", "status"])
def test_what_is_wrong_has_one_shape_in_every_command(command: str, tmp_path: Path) -> None:
    broken = {
        "content/news/fair.md": "---\ntitle: Fair\ndate: 31/03/2026\n---\nCome.\n",
        "list.txt": "# Buses\n\n1. that\n",
    }
    party = write_party(tmp_path, broken)
    arguments = (*command.split(), "--today", TODAY, "--format")
    done = run_sitegen(party, *arguments, "json")
    told = json.loads(done.stdout)
    problems = told if isinstance(told, list) else told.get("problems", told.get("next_steps"))
    if not command.startswith("import"):
        assert done.returncode == 1
        assert [(one["code"], one["file"], one["line"]) for one in problems] == [("E210", "content/news/fair.md", 3)]
        noted = run_sitegen(party, *arguments, "github").stdout
        assert "::error file=content/news/fair.md,line=3," in noted
    else:
        assert set(told) == {"wrote", "found", "problems"}


def calls(line: str) -> None:
    """Let click read a line as it would be typed, without doing anything."""
    words = [word for word in shlex.split(line.replace("$(", "").replace(")", "")) if word != "eval"]
    words = [part for word in words for part in (word.split() if word.startswith("sitegen ") else [word])]
    assert words.pop(0) == "sitegen"
    command: click.Command = main
    while isinstance(command, click.Group):
        with click.Context(command) as context:
            name, found, words = command.resolve_command(context, words)
        assert found is not None, name
        command = found
    command.make_context(command.name, words)


def test_an_example_that_cannot_be_typed_is_found() -> None:
    with pytest.raises(click.UsageError):
        calls("sitegen build --stritc")
    with pytest.raises(click.UsageError):
        calls("sitegen biuld")


def test_the_command_alone_shows_what_it_can_do(tmp_path: Path) -> None:
    done = run_sitegen(tmp_path)
    assert done.returncode == 2
    assert "sitegen new exampleton" in done.stdout + done.stderr


def complete(folder: Path, typed: str, *, press: str = "\t\t") -> str:
    """What bash writes when somebody types and presses Tab."""
    program = Path(sys.executable).parent
    start = f'PS1="> "; PATH="{program}:$PATH"; eval "$(sitegen completion bash)"; cd "{folder}"\n'
    return converse(
        ["--norc", "--noprofile", "-i"],
        folder,
        f"{start}{typed}{press}\nexit\n",
        environment={"INPUTRC": "/dev/null"},
        program="/bin/bash",
    )


@pytest.mark.slow
@pytest.mark.parametrize(
    ("typed", "completed"),
    [
        ("sitegen stat", "sitegen status"),
        ("sitegen import nomi", "sitegen import nominations"),
        ("sitegen add repo", "sitegen add report"),
        ("sitegen build --str", "sitegen build --strict"),
        ("sitegen add candidate Jo --contest comm", "--contest committee-2026"),
        ("sitegen add answers jo --questionnaire tw", "--questionnaire two-questions"),
    ],
)
def test_bash_completes_what_is_typed(typed: str, completed: str, tmp_path: Path) -> None:
    contest = {"data/contests/committee-2026.yml": "title: C\npositions: [{id: a, title: A}]\n"}
    party = write_party(tmp_path, {**contest, "data/questionnaires/two-questions.yml": "title: Two questions\n"})
    assert completed in complete(party, typed, press="\t")


@pytest.mark.parametrize(
    ("shell", "where"), [("bash", "~/.bashrc"), ("zsh", "~/.zshrc"), ("fish", "~/.config/fish/completions/")]
)
def test_a_script_for_completion_says_where_it_goes(shell: str, where: str, tmp_path: Path) -> None:
    done = run_sitegen(tmp_path, "completion", shell)
    assert done.returncode == 0
    assert where in done.stdout.splitlines()[0]
    assert f"_SITEGEN_COMPLETE={shell}_complete" in done.stdout


def test_bash_can_read_its_script(tmp_path: Path) -> None:
    script = tmp_path / "sitegen.bash"
    script.write_text(run_sitegen(tmp_path, "completion", "bash").stdout, encoding="utf-8")
    subprocess.run(["bash", "-n", str(script)], check=True)


@pytest.mark.slow
def test_the_name_of_a_party_is_completed_from_the_register(tmp_path: Path) -> None:
    typed = "Holborn\t\nsecretary@example.org\nAnn Example\n1 High Street\n\n"
    said = converse(["-m", "sitegen", "new", "ours", "--today", TODAY], tmp_path, typed)
    assert "It covers Holborn and St Pancras." in said
    assert 'name: "Holborn and St Pancras Labour Party"' in (tmp_path / "ours/data/party.yml").read_text(
        encoding="utf-8"
    )
