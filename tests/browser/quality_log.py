"""What was measured in a run, kept for the page in the docs that shows it.

`pytest --figures FILE` adds one line of JSON for each measurement; without it nothing is kept.
"""

import json
import subprocess
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TypeAlias

from tests import ROOT

Note: TypeAlias = Callable[..., None]
"""note(tool, site, mode, pages, findings): that a tool read so many pages of a site in a mode, and found so much."""


def make_note(file: Path | None) -> Note:
    """A function that writes measurements down; processes may share the file, since a line is written in one piece."""

    def note(tool: str, site: str, mode: str, pages: int, findings: int, **further: float) -> None:
        if file is not None:
            about = {"tool": tool, "site": site, "mode": mode, "commit": find_commit()}
            line = {**about, "pages": pages, "findings": findings, **further}
            with file.open("a", encoding="utf-8") as opened:
                opened.write(json.dumps(line) + "\n")

    return note


@cache
def find_commit() -> str:
    """The commit that is measured, and whether files differ from it."""
    return _say("git", "rev-parse", "--short=10", "HEAD") + (" with changes" if _say("git", "diff", "HEAD") else "")


def _say(*command: str) -> str:
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.strip()
