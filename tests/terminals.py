"""A terminal for tests: what a program says there to somebody who types."""

import fcntl
import os
import pty
import select
import struct
import sys
import termios
import time
from collections.abc import Mapping
from pathlib import Path

SECONDS = 60.0
"""How long a program may be silent."""


def converse(
    arguments: list[str],
    folder: Path,
    typed: str = "",
    *,
    environment: Mapping[str, str] | None = None,
    only: Mapping[str, str] | None = None,
    width: int = 80,
    program: str = sys.executable,
) -> str:
    """What a program says at a terminal of its own, in `folder`, to somebody who types `typed`.

    `environment` is added to that of the tests; `only` stands in its place.
    """
    whole = only or {**os.environ, "TERM": "xterm", **(environment or {})}
    child, terminal = pty.fork()
    if child == 0:
        os.chdir(folder)
        os.execve(program, [program, *arguments], whole)
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, width, 0, 0))
    os.write(terminal, typed.encode())
    said = b"".join(_parts(terminal))
    os.waitpid(child, 0)
    os.close(terminal)
    return said.decode(errors="replace")


def _parts(terminal: int) -> list[bytes]:
    parts = []
    last = time.monotonic()
    while time.monotonic() - last < SECONDS:
        if not select.select([terminal], [], [], 1)[0]:
            continue
        try:
            part = os.read(terminal, 4096)
        except OSError:  # how a terminal ends on Linux
            break
        if not part:
            break
        last = time.monotonic()
        parts.append(part)
    return parts
