"""Reads the cases of this folder and lays their files over the small good party in `base/`."""

import re
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

ROOM: Final = Path(__file__).parent
BASE: Final = ROOM / "base"
_HEADING: Final = re.compile(r"^=== (.+)\n", re.MULTILINE)
_NAMED: Final = re.compile(r"(?P<path>.+?)(?: \((?P<form>[a-z0-9-]+)\)| -> (?P<target>.+))?")


@dataclass(frozen=True, slots=True)
class CaseFile:
    """One file of a case: its path in the party's folder, its text, and its form.

    The form is an encoding, `escaped` (a backslash means what it means in Python, each character
    is a byte), `removed`, or `link` (then the text is where the link leads).
    """

    path: str
    text: str
    form: str


@dataclass(frozen=True, slots=True)
class Case:
    """One mistake: its name, the sentence that explains it, its files, the command, and what that says."""

    name: str
    file: Path
    explanation: str
    files: tuple[CaseFile, ...]
    command: tuple[str, ...]
    expected: str

    def written(self, said: str) -> str:
        """The text of the case's file, with `said` as what the command says."""
        text = self.file.read_text(encoding="utf-8")
        head = text[: [found.end() for found in _HEADING.finditer(text)][-1]]
        return head + said


def read_cases() -> Iterator[Case]:
    """All cases, by topic and name."""
    for file in sorted(ROOM.glob("*/*.txt")):
        if not file.is_relative_to(BASE):
            yield read_case(file)


def read_case(file: Path) -> Case:
    """The case that a file holds; its last heading is the command, and below it stands what that says."""
    explanation, *parts = _HEADING.split(file.read_text(encoding="utf-8"))
    *files, (command, expected) = zip(parts[::2], parts[1::2], strict=True)
    program, *arguments = command.split()
    assert program == "sitegen", f"{file}: the last heading must be the command, such as '=== sitegen check'."
    return Case(
        name=f"{file.parent.name}/{file.stem}",
        file=file,
        explanation=explanation.strip(),
        files=tuple(_read_file(heading, text) for heading, text in files),
        command=tuple(arguments),
        expected=expected,
    )


def _read_file(heading: str, text: str) -> CaseFile:
    named = _NAMED.fullmatch(heading)
    assert named is not None
    if named["target"]:
        return CaseFile(named["path"], named["target"], "link")
    return CaseFile(named["path"], text.removesuffix("\n"), named["form"] or "utf-8")


def lay_base(folder: Path) -> Path:
    """Make the small good party in `folder`, which must not exist."""
    return Path(shutil.copytree(BASE, folder))


def lay_over(case: Case, folder: Path) -> None:
    """Lay the files of a case over a party."""
    lay_files(case.files, folder)


def lay_files(files: Iterable[CaseFile], folder: Path) -> None:
    """Lay files over a party, each in its form."""
    for one in files:
        path = folder / one.path
        path.parent.mkdir(parents=True, exist_ok=True)
        if one.form == "removed":
            path.unlink()
        elif one.form == "link":
            path.symlink_to(one.text)
        elif one.form == "escaped":
            path.write_bytes(one.text.encode("ascii").decode("unicode_escape").encode("latin-1"))
        else:
            path.write_bytes(one.text.encode(one.form))
