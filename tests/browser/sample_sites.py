"""Every sample site that is read as a visitor reads it: the sample, each of `examples/`, and new sites.

A folder that is added to `examples/` is found by itself. A site with another theme is left out: what that theme does
is its own.
"""

import fcntl
import subprocess
import sys
from pathlib import Path
from typing import Final

import yaml

from tests import ROOT
from tests.parties import TODAY

NEW: Final = {"new-clp": "clp", "new-campaign": "campaign"}
"""Sites as `sitegen new` makes them, by name, with the kind of party."""


def find_names() -> tuple[str, ...]:
    """The names of all sample sites, the sample first."""
    return ("sample", *_folders(), *NEW)


def build_once(name: str, shared: Path) -> Path:
    """The folder of a built site, made by whoever asks first in a run; only read it.

    `shared` belongs to the whole run. Raises BuildFailed, for everyone who asks.
    """
    site, failure = shared / f"built-{name}", shared / f"built-{name}.failure"
    with (shared / f"built-{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not failure.exists():
            failure.write_text(_build(name, site, shared), encoding="utf-8")
    if said := failure.read_text(encoding="utf-8"):
        raise BuildFailed(said)
    return site


class BuildFailed(Exception):
    """A sample site could not be built; the message is what the command said."""


def _folders() -> dict[str, Path]:
    """The folders of the sites that are kept beside the sample, by name."""
    files = sorted((ROOT / "examples").glob("*/mkdocs.yml"))
    return {file.parent.name: file.parent for file in files if _is_ours(file.read_text(encoding="utf-8"))}


def _is_ours(settings: str) -> bool:
    theme = yaml.safe_load(settings)["theme"]
    return (theme if isinstance(theme, str) else theme["name"]) == "clp"


def _build(name: str, site: Path, shared: Path) -> str:
    """Build one site; what went wrong, or nothing."""
    source = _folders().get(name, ROOT)
    if name in NEW:
        source = shared / f"source-{name}"
        given = ["--name", "Tollgate Labour", "--kind", NEW[name], "--contact", "secretary@example.org"]
        given += ["--promoter-name", "Ann Example", "--promoter-address", "1 High Street, Tollgate, ZZ1 1ZZ"]
        if said := _run(shared, "new", source.name, *given, "--today", TODAY):
            return said
    return _run(source, "build", "--today", TODAY, "-d", str(site))


def _run(folder: Path, *arguments: str) -> str:
    program = Path(sys.executable).with_name("sitegen")
    if not program.exists():
        return f"{program} is missing: make check sets it up."
    done = subprocess.run(
        [str(program), *arguments], cwd=folder, capture_output=True, text=True, check=False, timeout=300
    )
    return "" if done.returncode == 0 else f"sitegen {arguments[0]} failed:\n{done.stdout}{done.stderr}"
