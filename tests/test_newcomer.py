"""Tried as a new user would: nothing but a Python, an empty home folder and the README, from install to a site."""

import os
import re
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final
from urllib.error import URLError

import pytest

from tests import ROOT
from tests.environments import copy_checkout, make_environment, make_wheel, run_pip
from tests.parties import TODAY, read_tree
from tests.terminals import converse

ALONE: Final = """
import socket
_connect = socket.socket.connect
def connect(self, address):
    if self.family != socket.AF_UNIX and address[0] not in ("127.0.0.1", "::1", "localhost"):
        raise AssertionError(f"asked the network for {address}")
    return _connect(self, address)
socket.socket.connect = connect
"""
"""What the environment's Python does first: from then on, whatever asks the network fails."""
ANSWERS: Final = (
    "Holborn and St Pancras Labour Party",
    "secretary@example.org",
    "Ann Example",
    "1 High Street, Town, ZZ1 1ZZ",
    "",
)


@pytest.fixture(scope="module")
def tools(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs of a fresh environment in which a wheel of this checkout is installed, as the README says."""
    folder = tmp_path_factory.mktemp("newcomer")
    own = make_environment(folder / "venv")
    (own / "sitecustomize.py").write_text(ALONE, encoding="utf-8")
    wheel = make_wheel(copy_checkout(folder / "a clean copy"), folder)
    flags = ("--no-deps", "--no-index", "--ignore-installed")
    run_pip("--python", str(folder / "venv/bin/python"), "install", *flags, str(wheel))
    return folder / "venv/bin"


@pytest.fixture(scope="module")
def nothing(tools: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """All that the environment says: a path, an empty home, the plainest language."""
    home = tmp_path_factory.mktemp("home")
    return {"PATH": f"{tools}:/usr/bin:/bin", "HOME": str(home), "LANG": "C", "TERM": "xterm"}


@pytest.fixture(scope="module")
def party(tools: Path, nothing: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that five answers make."""
    folder = tmp_path_factory.mktemp("anywhere")
    program = str(tools / "sitegen")
    said = converse(
        ["new", "exampleton", "--today", TODAY], folder, "\n".join([*ANSWERS, ""]), only=nothing, program=program
    )
    assert "Traceback" not in said
    assert "It covers Holborn and St Pancras." in said, said
    return folder / "exampleton"


def run(party: Path, environment: dict[str, str], *command: str) -> subprocess.CompletedProcess[str]:
    """What a command says to somebody who has nothing else."""
    return subprocess.run(
        command, cwd=party, env=environment, capture_output=True, text=True, check=False, encoding="utf-8"
    )


def commands_of_readme() -> list[list[str]]:
    """What the README lets somebody type in the folder of a party: what is in brackets, and comments, left out."""
    text = (ROOT / "README.md").read_text(encoding="utf-8").partition("## A site of your own")[2].partition("\n## ")[0]
    lines = [line.strip() for line in text.splitlines() if line.startswith("    sitegen ")]
    plain = [re.sub(r"\[[^\]]*\]|#.*", "", line) for line in lines]
    return [re.findall(r'"[^"]*"|\S+', line) for line in plain if "…" not in line and " serve" not in line]


@pytest.mark.slow
def test_every_command_of_the_readme_works_for_a_newcomer(party: Path, nothing: dict[str, str]) -> None:
    commands = commands_of_readme()
    assert {"check", "build", "add"} <= {command[1] for command in commands}
    for command in commands:
        done = run(party, nothing, *(word.strip('"') for word in command))
        assert (done.returncode, done.stderr) == (0, ""), command
    assert (party / "site/index.html").is_file()
    assert not any(Path(nothing["HOME"]).iterdir())


@pytest.mark.slow
def test_the_site_can_be_looked_at_as_the_last_line_says(party: Path, nothing: dict[str, str]) -> None:
    done = run(party, nothing, "sitegen", "build", "--today", TODAY)
    words = done.stdout.strip().rpartition("To look at the site: ")[2].split()
    with running([*words, "0"], party, {**nothing, "PYTHONUNBUFFERED": "1"}) as server:
        assert server.stdout
        address = re.search(r"port (\d+)", server.stdout.readline())
        assert address
        assert "Promoted by Ann Example" in read(f"http://127.0.0.1:{address[1]}/")


@pytest.mark.slow
def test_the_site_is_shown_and_shown_anew(party: Path, nothing: dict[str, str]) -> None:
    port = 8000 + os.getpid() % 20000
    environment = {**nothing, "PYTHONUNBUFFERED": "1"}
    with running(["sitegen", "serve", "-a", f"127.0.0.1:{port}", "--today", TODAY], party, environment):
        assert "Promoted by Ann Example" in read(f"http://127.0.0.1:{port}/")


@contextmanager
def running(command: list[str], folder: Path, environment: dict[str, str]) -> Iterator[subprocess.Popen[str]]:
    """A program that runs until what stands inside is done."""
    program = subprocess.Popen(
        command, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    try:
        yield program
    finally:
        program.terminate()
        program.communicate(timeout=60)


def read(address: str) -> str:
    """The page at an address, as soon as something answers there."""
    last = time.monotonic() + 120
    while True:
        try:
            with urllib.request.urlopen(address) as answer:
                return str(answer.read().decode())
        except URLError:
            assert time.monotonic() < last, f"nothing answers at {address}"
            time.sleep(0.2)


@pytest.mark.slow
def test_plain_mkdocs_makes_the_same_site_for_a_newcomer(party: Path, nothing: dict[str, str], tmp_path: Path) -> None:
    text = (party / "mkdocs.yml").read_text(encoding="utf-8")
    (party / "dated.yml").write_text(
        text.replace("  - sitegen\n", f"  - sitegen: {{today: {TODAY}}}\n"), encoding="utf-8"
    )
    for number, command in enumerate((["sitegen", "build"], ["python", "-m", "mkdocs", "build", "--quiet"])):
        done = run(party, nothing, *command, "-f", "dated.yml", "-d", str(tmp_path / str(number)))
        assert done.returncode == 0, done.stderr
    assert read_tree(tmp_path / "0") == read_tree(tmp_path / "1")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("command", "status", "said"),
    [
        (("check",), 2, "There is no file 'mkdocs.yml' here. Go to your party's folder, or name the file with -f."),
        (("new", "file/ours", "--template"), 1, "cannot be written: not a directory."),
        (("new", "ours/" + "n" * 300, "--template"), 1, "cannot be written: file name too long."),
        (("schemas", "file"), 2, "file"),
        (("build", "-f", "file"), 1, "'site_name' is missing in mkdocs.yml."),
        (("explain", "E1"), 2, "There is no code 'E1'."),
        (("chekc",), 2, "No such command 'chekc'."),
    ],
    ids=lambda value: " ".join(value)[:30] if isinstance(value, tuple) else "",
)
def test_a_stumble_ends_in_a_sentence(
    command: tuple[str, ...], status: int, said: str, nothing: dict[str, str], tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("x: y\n", encoding="utf-8")
    done = run(tmp_path, nothing, "sitegen", *command)
    assert done.returncode == status, done.stderr
    assert said in done.stderr
    assert "Traceback" not in done.stderr + done.stdout
    assert read_tree(tmp_path) == {"file": b"x: y\n"}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("build", "The site could not be written: permission denied."),
        ("add news Fair", "'content/news/fair.md' cannot be written: permission denied."),
        ("schemas", "'.schemas/accounts.json' cannot be written: permission denied."),
        ("new ours --template", "'ours' cannot be written: permission denied."),
    ],
)
def test_a_folder_that_is_somebody_elses_is_left_alone(
    command: str, said: str, nothing: dict[str, str], tmp_path: Path
) -> None:
    folder = tmp_path / "party"
    start = ("--name", "Ours", "--contact", "a@example.org", "--promoter-name", "A", "--promoter-address", "B")
    assert run(tmp_path, nothing, "sitegen", "new", "party", *start).returncode == 0
    places = [folder, *folder.rglob("*")]
    is_mighty = os.geteuid() == 0
    for place in places:
        place.chmod(0o555 if place.is_dir() else 0o444)
        if is_mighty:
            os.chown(place, 65534, -1)
    before = read_tree(folder)
    weakly = ("setpriv", "--bounding-set=-all", "--inh-caps=-all") if is_mighty else ()
    done = run(folder, {**nothing, "PYTHONDONTWRITEBYTECODE": "1"}, *weakly, "sitegen", *command.split())
    for place in places:
        place.chmod(0o755)
    assert done.returncode == 1
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert read_tree(folder) == before


@pytest.mark.slow
@pytest.mark.parametrize(
    "command",
    ["new ours --template", "add news Fair", "schemas", "build"],
)
def test_a_full_disk_leaves_nothing_half_written(command: str, nothing: dict[str, str], tmp_path: Path) -> None:
    folder = tmp_path / "party"
    folder.mkdir()
    if not command.startswith("new"):
        assert run(tmp_path, nothing, "sitegen", "new", "party", "--template").returncode == 0
    full = ["bash", "-c", f"trap '' XFSZ; ulimit -f 0; exec sitegen {command}"]
    before = read_tree(folder)
    done = run(folder, {**nothing, "PYTHONDONTWRITEBYTECODE": "1"}, *full)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert read_tree(folder) == before
