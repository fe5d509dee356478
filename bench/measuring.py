"""One run of one program: its processor time, how long one waits for it, and its peak memory."""

import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from resource import struct_rusage
from statistics import median
from typing import Final

_PR_SET_CHILD_SUBREAPER: Final = 36
"""Source: prctl(2) of Linux."""
_BYTES = 1 if sys.platform == "darwin" else 1024
"""What the system counts memory in."""


class RunFailed(Exception):
    """A program did not do its work; the text is what it said."""


@dataclass(frozen=True, slots=True)
class Run:
    """What one run took: `processor` and `wall` in seconds, `memory` in MiB.

    Children are counted in, on Linux those too that outlive their parent; `memory` is that of the largest process.
    """

    processor: float
    wall: float
    memory: float


def measure(command: Sequence[str], folder: Path, settings: Mapping[str, str]) -> Run:
    """Run a command in a folder, with settings added to the environment; raises RunFailed."""
    said = folder.with_name(f"{folder.name}.log")
    environment = {**os.environ, **settings}
    with said.open("wb") as log, _adopting_orphans():
        started = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, stdin=subprocess.DEVNULL, stdout=log, stderr=log, env=environment, process_group=0
        )
        try:
            _, status, usage = os.wait4(process.pid, 0)
            wall = time.perf_counter() - started
            usages = [usage, *_wait_for_rest(process.pid)]
        except KeyboardInterrupt:
            os.killpg(process.pid, signal.SIGTERM)  # the key that stops us does not reach a group of its own
            raise
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        end = said.read_text(encoding="utf-8", errors="replace")[-2000:]
        raise RunFailed(f"{' '.join(command)} in {folder} failed:\n{end}")
    processor = sum(one.ru_utime + one.ru_stime for one in usages)
    return Run(processor, wall, max(one.ru_maxrss for one in usages) * _BYTES / 2**20)


@contextmanager
def _adopting_orphans() -> Iterator[None]:
    """For a while be the parent of what a program leaves behind, such as workers: their time is counted too."""
    if sys.platform != "linux":
        yield
        return
    system = ctypes.CDLL(None)
    system.prctl(_PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    try:
        yield
    finally:
        system.prctl(_PR_SET_CHILD_SUBREAPER, 0, 0, 0, 0)


def _wait_for_rest(group: int) -> Iterator[struct_rusage]:
    """What the other processes of a group took, as each of them ends."""
    with suppress(ChildProcessError):
        while True:
            yield os.wait4(-group, 0)[2]


def middle(runs: Sequence[Run]) -> Run:
    """The median of each figure."""
    return Run(
        median(run.processor for run in runs), median(run.wall for run in runs), median(run.memory for run in runs)
    )


def ratio(runs: Sequence[Run], others: Sequence[Run]) -> Run:
    """How many times what others took: the median over rounds, each run beside that of the same round."""
    pairs = list(zip(runs, others, strict=True))
    return middle([Run(one.processor / by.processor, one.wall / by.wall, one.memory / by.memory) for one, by in pairs])
