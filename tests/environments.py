"""Environments of their own for tests: a copy of the checkout, its wheel, and a fresh Python that has it."""

import shutil
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path
from typing import Final

from tests import ROOT

NOT_COPIED: Final = (
    ".venv",
    "node_modules",
    ".git",
    "site",
    "build",
    ".*_cache",
    ".cache",
    "__pycache__",
    "*.egg-info",
)


def copy_checkout(folder: Path) -> Path:
    """A copy of the checkout at another path."""
    return shutil.copytree(ROOT, folder, ignore=shutil.ignore_patterns(*NOT_COPIED), symlinks=True)


def make_wheel(checkout: Path, folder: Path) -> Path:
    """The wheel that is made of a checkout, in a folder."""
    run_pip("wheel", "--no-deps", "--no-index", "--no-build-isolation", "--wheel-dir", str(folder), str(checkout))
    (made,) = folder.glob("*.whl")
    return made


def make_environment(folder: Path) -> Path:
    """A virtual environment that sees what is installed here, after its own packages; the folder of the latter."""
    venv.create(folder, symlinks=True)
    own = Path(sysconfig.get_path("purelib", "venv", {"base": str(folder), "installed_base": str(folder)}))
    shared = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    (own / "shared.pth").write_text("\n".join(sorted(shared)), encoding="utf-8")
    return own


def run_pip(*arguments: str) -> None:
    """Run pip, quietly; what it says is shown where it fails."""
    command = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check", *arguments]
    run(command, Path.cwd())


def run(command: list[str], folder: Path) -> str:
    """What the command prints; fails with all it said where it fails."""
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{command}\n{done.stdout}{done.stderr}"
    return done.stdout
