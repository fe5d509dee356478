"""Keeping what was dear to make: documents and share images, by the fingerprint of all they depend on.

The files lie below a folder that is no part of the site (`.cache/sitegen/` beside `mkdocs.yml`). Losing it costs
time, never anything else; what is damaged in it is made anew.
"""

import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Final

FOLDER: Final = ".cache/sitegen"
_DIGEST: Final = 32


def fingerprint(parts: Iterable[bytes | str]) -> str:
    """One name for many things: other parts, or the same in another order, give another name."""
    hashed = sha256()
    for part in parts:
        given = part.encode() if isinstance(part, str) else part
        hashed.update(len(given).to_bytes(8, "big"))
        hashed.update(given)
    return hashed.hexdigest()


@dataclass(slots=True)
class Keeper:
    """What earlier builds made, in a folder; it remembers what this build asked for."""

    folder: Path
    used: set[str] = field(default_factory=set)

    def find(self, name: str) -> bytes | None:
        """What is kept under a fingerprint; None where nothing is, or where it is damaged."""
        self.used.add(name)
        try:
            kept = self._path(name).read_bytes()
        except OSError:
            return None
        return kept[_DIGEST:] if sha256(kept[_DIGEST:]).digest() == kept[:_DIGEST] else None

    def keep(self, name: str, made: bytes) -> None:
        """Keep what was made; a folder that cannot be written to is no reason to fail."""
        path = self._path(name)
        beside = path.with_name(f"{path.name}.{os.getpid()}")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            beside.write_bytes(sha256(made).digest() + made)
            beside.replace(path)
        except OSError:
            with suppress(OSError):
                beside.unlink()

    def get(self, name: str, make: Callable[[], bytes]) -> bytes:
        """What is kept under a fingerprint, or is made now and kept."""
        found = self.find(name)
        if found is None:
            found = make()
            self.keep(name, found)
        return found

    def forget_others(self) -> None:
        """Remove what this build had no use for, so that the folder does not grow for ever."""
        for path in sorted(self.folder.glob("*/*")):
            if path.parent.name + path.name not in self.used:
                try:
                    path.unlink()
                except OSError:
                    return

    def _path(self, name: str) -> Path:
        return self.folder / name[:2] / name[2:]
