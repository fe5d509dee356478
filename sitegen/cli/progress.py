"""What is said of long work: a bar on a terminal after two seconds, every step on demand, else nothing."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock, Timer
from typing import TYPE_CHECKING, Final

import click

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID  # rich takes a while to load, and most runs show no bar

PATIENCE: Final = 2.0
"""Seconds of work that need no bar."""


class Telling:
    """Told each step of a work, it shows what it is asked to; told nothing, it shows nothing."""

    def __init__(self, *, quiet: bool = False, verbose: bool = False) -> None:
        self.started = time.monotonic()
        self.is_verbose = verbose and not quiet
        self.step = ""
        self.done, self.total = 0, 0
        self._lock = Lock()
        self._bar: tuple[Progress, TaskID] | None = None
        self.timer = Timer(PATIENCE, self._show)
        self.timer.daemon = True
        if not quiet and not verbose and can_show_bars():
            self.timer.start()

    def say(self, step: str) -> None:
        """A new step begins."""
        if self.is_verbose:
            click.echo(f"{time.monotonic() - self.started:6.1f} s  {step}")
        self._change(step, 0, 0)

    def tick(self, done: int, total: int) -> None:
        """So much of the step is done."""
        self._change(self.step, done, total)

    def close(self) -> None:
        """The work has ended: the bar goes, and what is said next stands alone."""
        self.timer.cancel()
        with self._lock:
            if self._bar:
                self._bar[0].stop()
            self._bar = None

    def _change(self, step: str, done: int, total: int) -> None:
        with self._lock:
            self.step, self.done, self.total = step, done, total
            if self._bar:
                progress, task = self._bar
                progress.remove_task(task)
                self._bar = (progress, self._draw(progress))

    def _show(self) -> None:
        from rich.console import Console  # as above
        from rich.progress import BarColumn, Progress, TextColumn

        console = Console(stderr=True, highlight=False)
        columns = (TextColumn("{task.description}", markup=False), BarColumn(bar_width=20))
        progress = Progress(*columns, console=console, transient=True)
        with self._lock:
            self._bar = (progress, self._draw(progress))
            progress.start()

    def _draw(self, progress: "Progress") -> "TaskID":
        """The step as a line of its own; its bar moves to and fro where nobody knows how much there is."""
        count = f"{self.done:,} of {self.total:,}" if self.total else ""
        return progress.add_task(f"{self.step} {count}".strip(), completed=self.done, total=self.total or None)


def can_show_bars() -> bool:
    """Whether somebody looks on: a terminal that can move its cursor, and no machine that only keeps what was said."""
    return sys.stderr.isatty() and not os.environ.get("CI") and os.environ.get("TERM", "dumb") != "dumb"


@contextmanager
def telling(*, quiet: bool = False, verbose: bool = False) -> Iterator[Telling]:
    """Somebody to tell the steps of a work to, for as long as it lasts."""
    teller = Telling(quiet=quiet, verbose=verbose)
    try:
        yield teller
    finally:
        teller.close()
