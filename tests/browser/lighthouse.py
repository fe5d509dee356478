"""Lighthouse on a phone as it simulates one, in the machine's own Chromium."""

import json
import os
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any, Final

from tests import ROOT
from tests.browser.chromium import find_chromium

SURE: Final = ("accessibility", "best-practices", "seo")
"""The categories that say the same each time; performance depends on what else the machine does."""
MEANT: Final = "is-crawlable"
"""What is said of a page that asks not to be found; such a page is meant to be so."""


@dataclass(frozen=True, slots=True)
class Visit:
    """What Lighthouse says of one page, the middle of several runs.

    `blocked` in milliseconds; `power` is its own measure of the machine (`benchmarkIndex`).
    """

    address: str
    scores: Mapping[str, int]
    failed: tuple[str, ...]
    shift: float
    blocked: float
    power: float


def visit(addresses: Iterable[str], times: int = 1) -> Iterator[Visit]:
    """Read pages one after the other, each so many times. Raises RuntimeError where Lighthouse could not."""
    script = Path(__file__).with_suffix(".mjs")
    command = ["node", str(script), find_chromium(), str(times), *addresses]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, env=dict(os.environ))
    runs = [json.loads(line) for line in done.stdout.splitlines()]
    if done.returncode or any(run["trouble"] for run in runs):
        raise RuntimeError(done.stderr or "; ".join(run["trouble"] for run in runs))
    for first in range(0, len(runs), times):
        yield _middle(runs[first : first + times])


def _middle(runs: list[dict[str, Any]]) -> Visit:
    """The median of each figure of speed, and the rest as the first run says it."""
    first = runs[0]
    scores = {**first["scores"], "performance": round(median(run["scores"]["performance"] for run in runs))}
    shift, blocked, power = (median(run[name] for run in runs) for name in ("shift", "blocked", "power"))
    failed = tuple(sorted(set(first["failed"])))
    return Visit(first["address"], scores, failed, round(shift, 4), round(blocked), round(power))


def find_lighthouse_faults(page: Visit, is_hidden: bool) -> Iterator[str]:
    """Where a page has less than 100, as sentences; `is_hidden` where it asks search engines to leave it out."""
    failed = [one for one in page.failed if not (is_hidden and one.startswith(MEANT))]
    yield from failed
    least = 100 if not is_hidden else 0
    for name in SURE:
        if page.scores[name] < (100 if name != "seo" else least):
            yield f"{name}: {page.scores[name]}"
    if page.shift:
        yield f"moves while it loads: {page.shift}"
