"""All pictures of a site: each looked at once, and its copies made when pages ask for them."""

import os
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import cache, partial
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Final

from sitegen.keeping import FOLDER, Keeper, fingerprint
from sitegen.pictures.cleaning import clean
from sitegen.pictures.facts import ENDINGS, Copy, Facts, copy_address, unpack
from sitegen.pictures.looking import look_at

DRAWN_AS: Final = "picture, 1"
"""Changes with every change of how pictures are drawn, so that kept ones are not used."""
_OWN: Final = "own"


@dataclass(slots=True, eq=False)
class Pictures:
    """The pictures among a site's files, by their addresses; it remembers what was looked at and what was asked for.

    `keeper` holds what earlier builds found and made.
    """

    files: Mapping[str, Path] = field(default_factory=dict)
    keeper: Keeper = field(default_factory=lambda: Keeper(Path(FOLDER)))
    looked: dict[str, tuple[Facts, str]] = field(default_factory=dict)
    wanted: dict[str, dict[str, Copy]] = field(default_factory=dict)

    @property
    def addresses(self) -> tuple[str, ...]:
        """Every file that is named as a picture, whether a page shows it or not."""
        return tuple(sorted(one for one in self.files if one.lower().endswith(ENDINGS)))

    def find(self, address: str) -> Facts | None:
        """What is known of the picture at an address; None where no file of ours lies there."""
        return self._look(address)[0] if address in self.files else None

    def copies(self, address: str) -> tuple[tuple[str, int], ...]:
        """Address and width of each WebP of a picture, rising; from now on they are published."""
        facts = self._look(address)[0]
        return tuple(
            (address if facts.is_own(width) else self._want(address, width, "webp"), width) for width in facts.widths
        )

    def fallback(self, address: str) -> str:
        """The address of the picture for browsers without WebP; from now on it is published."""
        asked = self._look(address)[0].fallback
        return self._want(address, *asked) if asked else address

    def made_of(self, address: str, purpose: str, make: Callable[[Path], bytes]) -> bytes:
        """Something else made of a picture's file, such as the one for an e-mail: kept, or made now."""
        return self.keeper.get(_name(self._look(address)[1], purpose), lambda: make(self.files[address]))

    def write(self, folder: Path) -> int:
        """Every picture without its words and places, and every copy that a page asked for; gives how many."""
        for address in self.addresses:
            _write(folder / address, self._published(address))
        asked = sorted(self.wanted)
        with ThreadPoolExecutor(os.cpu_count()) as pool:  # Pillow lets other threads go on while it draws
            for _ in pool.map(partial(self._write_copies, folder), asked):
                pass
        self.keeper.forget_others()
        return len(self.addresses) + sum(map(len, self.wanted.values()))

    def _look(self, address: str) -> tuple[Facts, str]:
        """What is known of a picture, and the fingerprint of its file."""
        if address not in self.looked:
            content = self.files[address].read_bytes()
            print_ = sha256(content).hexdigest()
            name = _name(print_, f"facts {Path(address).suffix.lower()}")
            kept = self.keeper.find(name)
            facts = unpack(kept) if kept else look_at(content, address, partial(self.keeper.keep, _name(print_, _OWN)))
            if not kept:
                self.keeper.keep(name, facts.pack())
            self.looked[address] = facts, print_
        return self.looked[address]

    def _want(self, address: str, width: int, ending: str) -> str:
        copy = Copy(copy_address(address, self._look(address)[1], width, ending), width, ending)
        self.wanted.setdefault(address, {})[copy.address] = copy
        return copy.address

    def _published(self, address: str) -> bytes:
        """The picture as it stands at its own address."""
        content = self.files[address].read_bytes()
        facts, print_ = self.looked.get(address, (Facts(), ""))
        if not facts.is_redrawn:
            return clean(content)
        found = self.keeper.find(_name(print_, _OWN))
        redrawn = [found] if found is not None else []
        if not redrawn:  # it was kept when it was looked at, but a folder can be full, or be emptied meanwhile
            look_at(content, address, redrawn.append)
        return redrawn[0]

    def _write_copies(self, folder: Path, address: str) -> None:
        facts, print_ = self._look(address)
        missing: list[Copy] = []
        for copy in self.wanted[address].values():
            kept = self.keeper.find(_name(print_, f"{copy.width} {copy.ending}"))
            if kept is None:
                missing.append(copy)
            else:
                _write(folder / copy.address, kept)
        if missing:
            from sitegen.pictures.drawing import draw_copies  # brings Pillow, which most builds have no need of

            content = self.files[address].read_bytes()
            for copy, made in draw_copies(content, facts, missing):
                self.keeper.keep(_name(print_, f"{copy.width} {copy.ending}"), made)
                _write(folder / copy.address, made)


def _name(print_: str, purpose: str) -> str:
    return fingerprint((_drawers(), print_, purpose))


@cache
def _drawers() -> str:
    return f"{DRAWN_AS}, pillow {version('pillow')}"


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
