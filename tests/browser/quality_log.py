"""What was measured in a run, kept for the page in the docs that shows it.

`pytest --figures FILE` adds one line of JSON for each measurement; without it nothing is kept.
"""

import json
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

Note: TypeAlias = Callable[..., None]
"""note(tool, site, mode, pages, findings): that a tool read so many pages of a site in a mode, and found so much."""


def make_note(file: Path | None) -> Note:
    """A function that writes measurements down; processes may share the file, since a line is written in one piece."""

    def note(tool: str, site: str, mode: str, pages: int, findings: int, **further: float) -> None:
        if file is not None:
            line = {"tool": tool, "site": site, "mode": mode, "pages": pages, "findings": findings, **further}
            with file.open("a", encoding="utf-8") as opened:
                opened.write(json.dumps(line) + "\n")

    return note
