"""A terminal for tests: what a program says there to somebody who types."""

import codecs
import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

SECONDS: Final = 60
"""How long a program may be silent."""


class Silent(Exception):
    """A program neither says anything nor ends; the message is what it said before."""


def converse(
    arguments: list[str],
    folder: Path,
    typed: str = "",
    *,
    then: tuple[str, str] | None = None,
    environment: Mapping[str, str] | None = None,
    only: Mapping[str, str] | None = None,
    width: int = 80,
    seconds: int = SECONDS,
    program: str = sys.executable,
) -> str:
    """What a program says at a terminal of its own, in `folder`, to somebody who types `typed`.

    `then` is what the person waits to read, and what is typed then, and again each second that says nothing.
    `environment` is added to that of the tests; `only` stands in its place. Raises Silent, and ends the program,
    where it says nothing for `seconds`.
    """
    whole = only or {**os.environ, "TERM": "xterm", **(environment or {})}
    child, terminal = pty.fork()
    if child == 0:
        os.chdir(folder)
        os.execve(program, [program, *arguments], whole)
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, width, 0, 0))
    os.write(terminal, typed.encode())
    said = ""
    try:
        for part in _parts(terminal, seconds):
            said += part
            if then and not part and then[0] in said:  # a program that does not wait yet may not hear a key
                os.write(terminal, then[1].encode())
    except Silent:
        os.kill(child, signal.SIGKILL)
        raise Silent(said) from None
    finally:
        os.waitpid(child, 0)
        os.close(terminal)
    return said


def _parts(terminal: int, seconds: int) -> Iterator[str]:
    """What is said, as it is said, and nothing for each silent second."""
    decode = codecs.getincrementaldecoder("utf-8")("replace").decode
    silent = 0
    while silent < seconds:
        if not select.select([terminal], [], [], 1)[0]:
            silent += 1
            yield ""
            continue
        silent = 0
        try:
            part = os.read(terminal, 4096)
        except OSError:  # how a terminal ends on Linux
            return
        if not part:
            return
        yield decode(part)
    raise Silent
