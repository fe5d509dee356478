"""How the command behaves wherever it runs: on any terminal, on a full disk, and when somebody says stop."""

import errno
import io
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

import click

from sitegen.swapping import UNWRITABLE

REFUSED: Final = (*UNWRITABLE, errno.ENOTDIR, errno.EISDIR, errno.ENAMETOOLONG)
"""What a machine can say of a place where nothing can be written."""
STOPPED: Final = "Stopped. The old site is as it was."


class Manners(click.Group):
    """A group of commands that ends in a sentence where others end in a traceback."""

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Run a command; what the machine refuses is told in words, with status 1."""
        for stream in (sys.stdout, sys.stderr):
            show_what_can_be(stream)
        try:
            return super().main(*args, **kwargs)
        except OSError as error:
            if error.errno not in REFUSED:
                raise
            tell(refusal_words(error))
            sys.exit(1)

    def invoke(self, ctx: click.Context) -> Any:
        """Run what was asked for; Ctrl-C is no mistake."""
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            tell(STOPPED)
            ctx.exit(1)


def show_what_can_be(stream: object) -> None:
    """Let a terminal that has few letters show '?' for the others."""
    if isinstance(stream, io.TextIOWrapper) and not str(stream.encoding).lower().replace("-", "").startswith("utf8"):
        stream.reconfigure(errors="replace")


def refusal_words(error: OSError) -> str:
    """Why something could not be written: `'site' cannot be written: no space left on device.`"""
    what = f"'{_shown(error.filename)}'" if error.filename else "It"
    return f"{what} cannot be written: {(error.strerror or 'the machine refuses').lower()}."


def _shown(file: object) -> str:
    """A path as it is seen from here, if it lies here."""
    path = Path(str(file))
    return str(path.relative_to(Path.cwd())) if path.is_relative_to(Path.cwd()) else str(path)


def tell(words: str) -> None:
    """Say something on the error stream, if that still can be written to."""
    with suppress(OSError):
        click.echo(words, err=True)
