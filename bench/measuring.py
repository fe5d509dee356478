"""One run of one program: its processor time, how long one waits for it, and its peak memory."""

import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

_BYTES = 1 if sys.platform == "darwin" else 1024
"""What the system counts memory in."""


class RunFailed(Exception):
    """A program did not do its work; the text is what it said."""


@dataclass(frozen=True, slots=True)
class Run:
    """What one run took: `processor` and `wall` in seconds, `memory` in MiB; its own children are counted in."""

    processor: float
    wall: float
    memory: float


def measure(command: Sequence[str], folder: Path, settings: Mapping[str, str]) -> Run:
    """Run a command in a folder, with settings added to the environment; raises RunFailed."""
    said = folder.with_name(f"{folder.name}.log")
    with said.open("wb") as log:
        started = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, stdin=subprocess.DEVNULL, stdout=log, stderr=log, env={**os.environ, **settings}
        )
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        end = said.read_text(encoding="utf-8", errors="replace")[-2000:]
        raise RunFailed(f"{' '.join(command)} in {folder} failed:\n{end}")
    return Run(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss * _BYTES / 2**20)


def middle(runs: Sequence[Run]) -> Run:
    """The median of each figure."""
    return Run(
        median(run.processor for run in runs), median(run.wall for run in runs), median(run.memory for run in runs)
    )


def ratio(runs: Sequence[Run], others: Sequence[Run]) -> Run:
    """How many times what others took: the median over rounds, each run beside that of the same round."""
    pairs = list(zip(runs, others, strict=True))
    return middle([Run(one.processor / by.processor, one.wall / by.wall, one.memory / by.memory) for one, by in pairs])
