"""The folder of a new site: the files beside this module, with the answers put in."""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from string import Template
from typing import Final

from sitegen.json_schemas import FOLDER, write_schemas
from sitegen.kinds import KINDS
from sitegen.party import PartyKind
from sitegen.starting.answers import Answers

ROOM: Final = Path(__file__).parent
HIDDEN: Final = {"github": ".github", "gitignore.txt": ".gitignore"}
"""Names that begin with a dot in a party's folder; packages leave such files out."""


class FolderInUse(Exception):
    """There is something in the folder already."""


def make_folder(target: Path, answers: Answers, today: date) -> tuple[Path, ...]:
    """Write a new site into `target`, whole or not at all; the paths written, from there.

    Raises FolderInUse where the folder holds anything but a version history.
    """
    if target.exists() and (not target.is_dir() or any(one.name != ".git" for one in target.iterdir())):
        raise FolderInUse(str(target))
    values = answers.values(today)
    files = dict(_files(answers.kind))
    made = {path: Template(source.read_text(encoding="utf-8")).substitute(values) for path, source in files.items()}
    written: list[Path] = []
    schemas = target / FOLDER
    try:
        for path, text in sorted(made.items()):
            place = target / path
            place.parent.mkdir(parents=True, exist_ok=True)
            written.append(place)
            place.write_text(text, encoding="utf-8", newline="\n")
        written += write_schemas(schemas, KINDS)
    except BaseException:
        for place in (*written, *schemas.glob("*.json")):
            place.unlink(missing_ok=True)
        _remove_empty(target)
        raise
    return tuple(sorted(one.relative_to(target) for one in written))


def _files(kind: PartyKind) -> Iterator[tuple[Path, Path]]:
    """Each path in the new folder, and the file it is made from; a campaign has its own in place of some."""
    party = dict(_in_room(ROOM / "party"))
    own = dict(_in_room(ROOM / "campaign")) if kind is PartyKind.CAMPAIGN else {}
    replaced = {_room(path) for path in own}
    yield from ((path, source) for path, source in party.items() if path in own or _room(path) not in replaced)
    yield from own.items()


def _in_room(folder: Path) -> Iterator[tuple[Path, Path]]:
    for source in sorted(folder.rglob("*")):
        if source.is_file():
            first, *rest = source.relative_to(folder).parts
            yield Path(HIDDEN.get(first, first), *rest), source


def _room(path: Path) -> Path:
    """What is replaced as a whole: a folder such as `data/contests`; of files above them each one by itself."""
    return Path(*path.parts[:2])


def _remove_empty(folder: Path) -> None:
    for one in sorted(folder.rglob("*"), reverse=True) if folder.is_dir() else ():
        if one.is_dir() and not any(one.iterdir()):
            one.rmdir()
    if folder.is_dir() and not any(folder.iterdir()):
        shutil.rmtree(folder)
