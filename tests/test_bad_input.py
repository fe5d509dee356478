"""Every mistake an editor can make ends in one calm sentence; the cases stand in `bad_input/`."""

import re
from pathlib import Path
from typing import Final

import pytest
from click.testing import CliRunner

from sitegen.cli import main
from tests.bad_input.cases import Case, lay_out, read_cases
from tests.conftest import TODAY, Golden

CASES: Final = tuple(read_cases())


def run(arguments: tuple[str, ...], folder: Path) -> str:
    """What the command says in a party's folder, after its exit status; a traceback is raised anew."""
    given = [*arguments] if "--today" in arguments else [*arguments, "--today", TODAY]
    done = CliRunner().invoke(main, given, prog_name="sitegen")
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    said = re.sub(r"(\d+\.\d) seconds", "0.1 seconds", done.output)
    return f"exit {done.exit_code}\n{said}".replace(str(folder), "/party")


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_a_mistake_is_explained(case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, golden: Golden) -> None:
    party = tmp_path / "party"
    lay_out(case, party)
    monkeypatch.chdir(party)
    golden(case.file, case.written(run(case.command, party)))
