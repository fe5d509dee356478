"""Parties for tests: the smallest one that builds, the sample, and the command run on them."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from tests import ROOT

TODAY: Final = "2026-03-10"
SMALLEST: Final[Mapping[str, str]] = {
    "mkdocs.yml": (
        "site_name: Smallton Labour\nsite_url: https://smallton.example.org/\ndocs_dir: content\n"
        "theme: {name: clp}\nplugins: [sitegen]\n"
    ),
    "data/party.yml": (
        "name: Smallton Labour Party\nkind: group\n"
        "imprint:\n  promoter: {name: Ann Example, address: '1 High Street, Smallton, ZZ1 1ZZ'}\n"
    ),
    "content/index.md": "---\ntitle: Welcome\n---\nHello.\n",
    "content/news/fair.md": "---\ntitle: The spring fair\ndate: 2026-03-01\n---\nCome along.\n",
}


def write_party(folder: Path, files: Mapping[str, str] | None = None) -> Path:
    """The smallest party with `files` laid over it; a file whose text is empty is left out."""
    for name, text in {**SMALLEST, **(files or {})}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if text:
            path.write_text(text, encoding="utf-8")
        else:
            path.unlink(missing_ok=True)
    return folder


def copy_sample(folder: Path) -> Path:
    """The sample site's sources in a folder of their own."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("content", "data"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    return folder


def run_sitegen(
    party: Path, *arguments: str, environment: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """The command `sitegen`, run in a party's folder as an editor would."""
    return run_program("sitegen", party, *arguments, environment=environment)


def run_program(
    name: str, party: Path, *arguments: str, environment: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """A command of this Python's environment, run in a party's folder."""
    program = Path(sys.executable).with_name(name)
    return subprocess.run(
        [str(program), *arguments],
        cwd=party,
        env={**os.environ, **(environment or {})},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )


def read_tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder with its bytes, by path."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}
